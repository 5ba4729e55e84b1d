import type pg from 'pg';
import { hashOfEntry } from '../merkle.ts';
import type { FactRow } from '../chain.ts';
import type { TileId } from '../tiles.ts';
import type { AccessRecord, LogName } from './log-store.ts';

/** The place of a fact in its matter, and its hash. */
export type FactPlace = Pick<FactRow, 'matter_id' | 'seq' | 'hash'>;

/** A record of one place: of which fact or entry something is to be said. */
interface Stray {
  readonly matterId?: string;
  readonly seq?: number;
  readonly log?: string;
  readonly index?: number;
}

/** An entry as the tree needs it. */
export interface RecordEntry {
  readonly index: number;
  readonly hash: Buffer;
  readonly isFact: boolean;
}

/** Facts after one, in the order of matters and their numbers, at most so many. */
export async function listFacts(db: pg.ClientBase, after: Pick<FactPlace, 'matter_id' | 'seq'> | undefined, most: number): Promise<readonly FactRow[]> {
  const { rows } = await db.query<FactRow>({
    name: 'fsck facts',
    text: `select f.matter_id, f.seq, f.kind, to_char(f.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, f.by, f.content, encode(f.salt, 'hex') as salt, f.files, f.rule, encode(f.prev, 'hex') as prev, encode(f.hash, 'hex') as hash
      from platform.facts f where (f.matter_id, f.seq) > ($1::uuid, $2::integer) order by f.matter_id, f.seq limit $3`,
    values: [after?.matter_id ?? '00000000-0000-0000-0000-000000000000', after?.seq ?? -1, most],
  });
  return rows;
}

/** Facts that neither stand in the log with their own hash nor wait for their place with it. */
export async function listStrayFacts(db: pg.ClientBase, most: number): Promise<readonly Stray[]> {
  const { rows } = await db.query<{ matterId: string; seq: number }>(`
    select f.matter_id as "matterId", f.seq from platform.facts f
    left join ledger.entries e on e.log = 'cases' and e.matter_id = f.matter_id and e.seq = f.seq and e.hash = f.hash
    where e.index is null and not exists (select 1 from ledger.waiting w where w.log = 'cases' and w.matter_id = f.matter_id and w.seq = f.seq and w.hash = f.hash)
    order by f.matter_id, f.seq limit $1`, [most]);
  return rows;
}

/** Access records of no command that neither stand in their log nor wait for their place. */
export async function listStrayRecords(db: pg.ClientBase, most: number): Promise<readonly Stray[]> {
  const { rows } = await db.query<{ matterId: string }>(`
    select r.matter_id as "matterId" from platform.access_records r
    left join ledger.entries e on e.log = 'access' and e.matter_id = r.matter_id and e.record_id = r.record_id
    where not r.of_command and e.index is null and not exists (select 1 from ledger.waiting w where w.log = 'access' and w.matter_id = r.matter_id and w.record_id = r.record_id)
    order by r.matter_id, r.record_id limit $1`, [most]);
  return rows;
}

/** Entries of facts whose fact is gone or has another hash. */
export async function listStrayEntries(db: pg.ClientBase, most: number): Promise<readonly Stray[]> {
  const { rows } = await db.query<{ log: string; index: string; matterId: string; seq: number }>(`
    select e.log, e.index::text, e.matter_id as "matterId", e.seq from ledger.entries e
    left join platform.facts f on f.matter_id = e.matter_id and f.seq = e.seq and f.hash = e.hash
    where e.log = 'cases' and e.seq is not null and f.matter_id is null order by e.index limit $1`, [most]);
  return rows.map((row) => ({ ...row, index: Number(row.index) }));
}

/** Entries from a place on, at most so many. */
export async function listEntryHashes(db: pg.ClientBase, log: LogName, first: number, most: number): Promise<readonly RecordEntry[]> {
  const { rows } = await db.query<{ index: string; hash: Buffer; is_fact: boolean }>({
    name: 'fsck entries', text: 'select e.index::text, e.hash, e.seq is not null as is_fact from ledger.entries e where e.log = $1 and e.index >= $2 and e.index < $3 order by e.index', values: [log, first, first + most],
  });
  return rows.map((row) => ({ index: Number(row.index), hash: row.hash, isFact: row.is_fact }));
}

/** The access records behind entries of a range, by place. */
export async function readRecords(db: pg.ClientBase, first: number, most: number): Promise<ReadonlyMap<number, AccessRecord>> {
  const { rows } = await db.query<AccessRecord & { index: string }>({
    name: 'fsck records',
    text: `select e.index::text, r.matter_id as "matterId", r.record_id as "recordId", to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, r.actor, r.act, r.fields, r.outcome
      from ledger.entries e join platform.access_records r on r.matter_id = e.matter_id and r.record_id = e.record_id
      where e.log = 'access' and e.index >= $1 and e.index < $2`,
    values: [first, first + most],
  });
  return new Map(rows.map((row) => [Number(row.index), row]));
}

/** The leaf hashes of statements of a range, by place. */
export async function readStatementHashes(db: pg.ClientBase, log: LogName, first: number, most: number): Promise<ReadonlyMap<number, Buffer>> {
  const { rows } = await db.query<{ index: string; leaf: string }>({ name: 'fsck statements', text: 'select s.index::text, s.leaf from ledger.statements s where s.log = $1 and s.index >= $2 and s.index < $3', values: [log, first, first + most] });
  return new Map(rows.map((row) => [Number(row.index), hashOfEntry(Buffer.from(row.leaf, 'utf8'))]));
}

/** Tiles as they are stored, by level and index. */
export async function listStoredTiles(db: pg.ClientBase, log: LogName, ids: readonly TileId[]): Promise<ReadonlyMap<string, Buffer>> {
  const { rows } = await db.query<{ level: number; index: string; hashes: Buffer }>({
    name: 'fsck tiles',
    text: 'select t.level, t.index::text, t.hashes from unnest($2::smallint[], $3::bigint[]) as wanted(level, index) join ledger.tiles t on t.log = $1 and t.level = wanted.level and t.index = wanted.index',
    values: [log, ids.map(({ level }) => level), ids.map(({ index }) => index)],
  });
  return new Map(rows.map((row) => [`${row.level}/${row.index}`, row.hashes]));
}

/** Every signed checkpoint of a log, by size. */
export async function listSignedSizes(db: pg.ClientBase, log: LogName): Promise<readonly { readonly size: number; readonly root: Buffer; readonly note: string }[]> {
  const { rows } = await db.query<{ size: string; root: Buffer; note: string }>('select c.size::text, c.root, c.note from ledger.checkpoints c where c.log = $1 order by c.size', [log]);
  return rows.map((row) => ({ ...row, size: Number(row.size) }));
}
