import type pg from 'pg';
import type { Id } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import { unwrapKey, type DataKey, type Keys } from '../crypto/index.ts';
import type { Loaded } from './run-command.ts';

/** Where a domain keeps its folded states: a table with `state`, `seq` and `head`, and the column of its key. Written in the domain's store, never by a caller. */
export interface StateTable {
  readonly table: `${string}.${string}`;
  readonly key: string;
}

/** Opens a wrapped data key. A key that cannot be opened means a lost or foreign key file: a fault of the installation, not of the caller. */
export function dataKeyOf(keys: Keys, owner: Id, wrapped: Uint8Array): DataKey {
  const opened = unwrapKey(keys, owner, wrapped);
  if (!opened.ok) throw new Error(`data key of ${owner}: ${opened.code}`);
  return opened.dataKey;
}

/** A folded state, its chain head and data key, and the digest of this command if it was done before: one call; undefined where there is none. */
export async function loadState<State>(pool: pg.Pool, keys: Keys, { table, key }: StateTable, id: Id, commandId: Id): Promise<Loaded<State> | undefined> {
  const { rows } = await pool.query<{ state: State; seq: number; head: string; at: Instant | null; wrapped: Buffer; digest: string | null }>({
    name: `${table}.load`,
    text: `select s.state, s.seq, encode(s.head, 'hex') as head, f.at, k.wrapped, encode(c.digest, 'hex') as digest
           from ${table} s
           join platform.data_keys k on k.owner_id = s.${key}
           left join platform.facts f on f.matter_id = s.${key} and f.seq = s.seq
           left join platform.commands c on c.matter_id = s.${key} and c.command_id = $2
           where s.${key} = $1`,
    values: [id, commandId],
  });
  const row = rows[0];
  return row && { state: row.state, head: { seq: row.seq, hash: row.head }, ...(row.at === null ? {} : { at: row.at }), dataKey: dataKeyOf(keys, id, row.wrapped), done: row.digest === null ? null : { digest: row.digest } };
}
