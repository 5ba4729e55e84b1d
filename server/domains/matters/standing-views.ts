import { sql } from 'kysely';
import type { Id } from '../../kernel/ids.ts';
import type { Handle } from '../../platform/db/database.ts';
import { partsOf } from './evolve-flow.ts';
import type { Matter } from './matter.ts';

/** Most parts of one bundle that are ever looked at together. */
const mostParts = 100;

/** The parts of a bundle as they stand, by their ids; empty for every other matter. */
export async function partStates(handle: Handle, matter: Matter): Promise<ReadonlyMap<Id, Matter>> {
  const ids = partsOf(matter).map((part) => part.matterId);
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ matter_id: Id; state: Matter }>`
    select matter_id, state from matters.matters where matter_id = any(${ids}) order by matter_id limit ${mostParts}`.execute(handle);
  return new Map(rows.map((row) => [row.matter_id, row.state]));
}
