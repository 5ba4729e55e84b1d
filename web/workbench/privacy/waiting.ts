import type { Erasure, Hold } from '../../../contract/privacy.ts';

/** Whether a request waits for this reader: as the first person, or as the second who is not the first. Refusing one's own proposal is allowed but nothing that waits. */
export const erasureWaits = ({ acts }: Pick<Erasure, 'acts'>): boolean => acts.includes('propose') || acts.includes('approve');

/** Whether a release waits for this reader as the second person. */
export const holdWaits = ({ acts }: Pick<Hold, 'acts'>): boolean => acts.includes('release');

/** How much waits for this reader's decision. */
export function waitingFor(erasures: readonly Pick<Erasure, 'acts'>[], holds: readonly Pick<Hold, 'acts'>[]): number {
  return erasures.filter(erasureWaits).length + holds.filter(holdWaits).length;
}
