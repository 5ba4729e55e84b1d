/** Proofs for the compiler: facts, actors and statuses are closed unions; a case forgotten does not compile. */
import { byOf, type Actor } from '../../server/kernel/actor.ts';
import type { MatterFact } from '../../server/domains/matters/matter.ts';
import type { transitions } from '../../server/domains/matters/transitions.ts';

const at = '2026-11-23T01:30:00.000Z';
const by = { kind: 'system', id: 'test' } as const;

export const withdrawn: MatterFact = { kind: 'matter_withdrawn', at, by, content: {} };

// @ts-expect-error -- a fact says when it happened
export const timeless: MatterFact = { kind: 'matter_withdrawn', by, content: {} };

// @ts-expect-error -- no such fact
export const strange: MatterFact = { kind: 'matter_forgotten', at, by, content: {} };

// @ts-expect-error -- a link is claimed by somebody
export const nobody: MatterFact = { kind: 'link_claimed', at, by, content: { linkId: 'a-1' } };

declare const caller: Actor;
// @ts-expect-error -- an anonymous caller makes no facts
byOf(caller);

// @ts-expect-error -- every status has its row in the table
export const table: typeof transitions = { received: [], correction_requested: [], accepted: [], not_accepted: [], completed: [] };
