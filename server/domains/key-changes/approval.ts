import type { Instant } from '../../kernel/instant.ts';
import type { KeyChange } from './change.ts';

/** How long an approval can be used, in hours: a working day with its night, so that none lies about until its reason is forgotten. */
export const approvalHours = 24;

/** Until when an approval of this moment can be used. */
export const usableUntil = (at: Instant): Instant => new Date(Date.parse(at) + approvalHours * 3_600_000).toISOString();

/** Whether it is approved and nobody has begun. */
export const isUnused = ({ status, begunAt }: Pick<KeyChange, 'status' | 'begunAt'>): boolean => status === 'approved' && begunAt === null;

/** Whether an approval can be used now. */
export const isUsable = (change: Pick<KeyChange, 'status' | 'begunAt' | 'until'>, now: Instant): boolean => isUnused(change) && change.until !== null && now < change.until;
