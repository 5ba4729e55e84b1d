import type pg from 'pg';
import { unwrapKey, wrapKey, type Keys } from '../crypto/index.ts';

/** Any connection of the owner's: what is done here is done by single statements, so that a process killed between two of them leaves nothing half done. */
export type Connection = Pick<pg.Client, 'query'>;

/** A table with data keys in its column `wrapped`, each wrapped for the id in the column `owner`. */
export interface WrappedTable {
  readonly table: `${string}.${string}`;
  readonly owner: string;
}

/** Every table that holds a wrapped data key. keys/key-changes.test.ts compares the list with the columns there are. */
export const wrappedTables: readonly WrappedTable[] = [
  { table: 'platform.data_keys', owner: 'owner_id' },
  { table: 'people.sign_ins', owner: 'sign_in_id' },
  { table: 'people.identity_visits', owner: 'visit_id' },
];

/** How many data keys of a table are wrapped under which version. */
export interface WrappedCount {
  readonly table: string;
  readonly version: number;
  readonly count: number;
}

/** Counts all wrapped data keys by table and version: reads each of them once. */
export async function countWrapped(connection: Connection): Promise<readonly WrappedCount[]> {
  const counts: WrappedCount[] = [];
  for (const { table } of wrappedTables) {
    const { rows } = await connection.query<{ version: string; count: string }>(
      `select encode(substr(wrapped, 1, 4), 'hex') as version, count(*) as count from ${table} where wrapped is not null group by 1 order by 1`,
    );
    counts.push(...rows.map(({ version, count }) => ({ table, version: Number.parseInt(version, 16), count: Number(count) })));
  }
  return counts;
}

/** One wrapped data key and for whom it is wrapped; undefined in an installation that has none. */
export async function anyWrapped(connection: Connection): Promise<{ readonly owner: string; readonly wrapped: Buffer } | undefined> {
  const { rows } = await connection.query<{ owner: string; wrapped: Buffer }>('select owner_id as owner, wrapped from platform.data_keys order by made_at desc, owner_id limit 1');
  return rows[0];
}

/** How a batch ended: `last` is the id to go on behind, null at the end of the table; `unreadable` are the owners whose data key does not open. */
export interface Batch {
  readonly last: string | null;
  readonly moved: number;
  readonly unreadable: readonly string[];
}

/**
 * Wraps the next data keys of a table under the current key-encryption key, at most `size` of them behind the id `after`. A row that was changed or destroyed
 * meanwhile is left as it is: nothing destroyed comes back (C-PR-4).
 */
export async function rewrapBatch(connection: Connection, keys: Keys, { table, owner }: WrappedTable, after: string | null, size: number): Promise<Batch> {
  const current = Buffer.alloc(4);
  current.writeUInt32BE(keys.kek.current);
  const { rows } = await connection.query<{ id: string; wrapped: Buffer }>(
    `select ${owner} as id, wrapped from ${table} where ($1::uuid is null or ${owner} > $1) and wrapped is not null and substr(wrapped, 1, 4) <> $2 order by ${owner} limit $3`,
    [after, current, size],
  );
  const unreadable: string[] = [];
  const renewed = rows.flatMap(({ id, wrapped }) => {
    const opened = unwrapKey(keys, id, wrapped);
    if (!opened.ok) unreadable.push(id);
    return opened.ok ? [{ id, before: wrapped, wrapped: wrapKey(keys, id, opened.dataKey) }] : [];
  });
  const { rowCount } = await connection.query(
    `update ${table} t set wrapped = n.wrapped from unnest($1::uuid[], $2::bytea[], $3::bytea[]) as n(id, before, wrapped) where t.${owner} = n.id and t.wrapped = n.before`,
    [renewed.map(({ id }) => id), renewed.map(({ before }) => before), renewed.map(({ wrapped }) => wrapped)],
  );
  return { last: rows.length < size ? null : (rows.at(-1)?.id ?? null), moved: rowCount ?? 0, unreadable };
}

/** What the installation knows of its keys, kept beside its data: no secret. */
export interface KeySettings {
  /** keyFingerprint of the key file with which the installation began */
  readonly fingerprint: string | undefined;
  readonly mode: string | undefined;
  /** the versions of the key-encryption key that may be in use: each must be in the key file */
  readonly versions: readonly number[] | undefined;
}

const names = { fingerprint: 'keys.fingerprint', mode: 'crypto.mode', versions: 'keys.versions' } as const;

/** Reads what is kept; undefined where nothing is yet. */
export async function readKeySettings(connection: Connection): Promise<KeySettings> {
  const { rows } = await connection.query<{ name: string; value: unknown }>('select name, value from platform.settings where name = any($1) order by name', [Object.values(names)]);
  const kept = new Map(rows.map(({ name, value }) => [name, value]));
  const text = (name: string): string | undefined => (typeof kept.get(name) === 'string' ? (kept.get(name) as string) : undefined);
  const versions = kept.get(names.versions);
  return { fingerprint: text(names.fingerprint), mode: text(names.mode), versions: Array.isArray(versions) ? versions.map(Number) : undefined };
}

/** Keeps what was not kept before; what is kept stays: it is fixed at the first start. */
export async function fixKeySettings(connection: Connection, { fingerprint, mode }: { readonly fingerprint: string; readonly mode: string }): Promise<void> {
  await connection.query('insert into platform.settings (name, value) select n.name, to_jsonb(n.value) from unnest($1::text[], $2::text[]) as n(name, value) on conflict (name) do nothing', [
    [names.fingerprint, names.mode], [fingerprint, mode],
  ]);
}

/** Adds a version to those that must be in the key file. */
export async function addVersion(connection: Connection, versions: readonly number[]): Promise<void> {
  await connection.query(
    `insert into platform.settings (name, value) values ($1, $2::jsonb)
     on conflict (name) do update set value = (select jsonb_agg(distinct v order by v) from jsonb_array_elements(platform.settings.value || excluded.value) as v), set_at = clock_timestamp()
     where not platform.settings.value @> excluded.value`,
    [names.versions, JSON.stringify(versions)],
  );
}

/** Takes a version from those that must be in the key file. */
export async function removeVersion(connection: Connection, version: number): Promise<void> {
  await connection.query(
    `update platform.settings set value = (select coalesce(jsonb_agg(v order by v), '[]') from jsonb_array_elements(value) as v where v <> $2::jsonb), set_at = clock_timestamp() where name = $1`,
    [names.versions, JSON.stringify(version)],
  );
}

/** Runs `act` while nobody else on this database changes the key file: two who rotate at once would lose the key of one of them. */
export async function aloneWithKeys<T>(connection: Connection, act: () => Promise<T>): Promise<T> {
  await connection.query(`select pg_advisory_lock(hashtext('yimen.keys.change'))`);
  try {
    return await act();
  } finally {
    await connection.query(`select pg_advisory_unlock(hashtext('yimen.keys.change'))`);
  }
}
