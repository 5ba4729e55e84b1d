import { Kysely, PostgresDialect, sql, type PostgresPool } from 'kysely';
import type { Id } from '../../kernel/ids.ts';

/** As database.ts names it; that file builds on this one. */
type Handle = Kysely<unknown>;

/**
 * The role that reads what answers a person (C-AC-2, migration 0025): SELECT alone, and row-level security shows it only what is within the reach told
 * with the connection. A list whose WHERE clause is forgotten answers nothing foreign. It is a fence against our own mistakes in a query; whoever could
 * run SQL of his own as this role could also tell it another reach.
 */
export const readerRole = 'yimen_reader';

/** What a reader reaches, each a set of keys: himself as a resident, for whom he may read by mandate (`<party>` or `<party> <task code>`), himself as staff, his posts as `<institution> <role>`, the units he supervises with all that lies within. */
export interface Reach {
  readonly parties: readonly Id[];
  readonly principals: readonly string[];
  readonly staff: readonly Id[];
  readonly posts: readonly string[];
  /** JSON object with a key for each unit, or null; ready made, since a city's supervisor has a thousand. */
  readonly areas: string | null;
}

/** Reads as the reader with a reach; `matter` is the one whose file (facts, sealed parts, key) is opened. The handle is good until `work` is done. */
export type ReadAs = <T>(reach: Reach, work: (handle: Handle) => Promise<T>, matter?: Id) => Promise<T>;

/** A JSON object with these keys; null where there are none, since nothing at all is then reached by them. */
export const keysIn = (keys: readonly string[]): string | null => (keys.length === 0 ? null : JSON.stringify(Object.fromEntries(keys.map((key) => [key, 1]))));

/**
 * Over a pool whose connections are the reader's. One connection for all of a request's reading, the whole reach told in one question before it: each borrower
 * overwrites every setting of the one before, so nothing is left over, and a connection to which nothing was told shows nothing.
 */
export function secondFence(pool: PostgresPool): { readonly readAs: ReadAs; close(): Promise<void> } {
  const handle: Handle = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  return {
    readAs: (reach, work, matter) => handle.connection().execute(async (line) => {
      await sql`select set_config('yimen.parties', ${keysIn(reach.parties) ?? ''}, false), set_config('yimen.principals', ${keysIn(reach.principals) ?? ''}, false), set_config('yimen.staff', ${keysIn(reach.staff) ?? ''}, false),
        set_config('yimen.posts', ${keysIn(reach.posts) ?? ''}, false), set_config('yimen.areas', ${reach.areas ?? ''}, false), set_config('yimen.matter', ${matter ?? ''}, false)`.execute(line);
      return work(line);
    }),
    close: () => handle.destroy(),
  };
}
