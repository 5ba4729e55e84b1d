import type { Id } from '../../kernel/ids.ts';
import type { Handle } from '../../platform/db/database.ts';
import { partsOf } from './evolve-flow.ts';
import { statesOf } from './flow-store.ts';
import type { Matter } from './matter.ts';

/** The parts of a bundle as they stand, by their ids; empty for every other matter, which asks nothing of the database. */
export async function partStates(handle: Handle, matter: Matter): Promise<ReadonlyMap<Id, Matter>> {
  const ids = partsOf(matter).map((part) => part.matterId);
  return ids.length === 0 ? new Map() : statesOf(handle, ids);
}
