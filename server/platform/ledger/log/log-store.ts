import type pg from 'pg';
import type { By } from '../../../kernel/actor.ts';
import type { Instant } from '../../../kernel/instant.ts';
import { tilePath, type Tile, type TileId } from '../tiles.ts';

/** The two logs of an installation: facts, and accesses to what they hold. */
export const logNames = ['cases', 'access'] as const;
export type LogName = (typeof logNames)[number];

/** A pool, or one connection. */
export type Asked = Pick<pg.Pool, 'query'> | Pick<pg.ClientBase, 'query'>;

/** A log as its row has it; `root` is that of `size` entries. */
export interface LogRow {
  readonly log: string;
  readonly origin: string;
  readonly size: number;
  readonly term: number;
  readonly root: Buffer;
  readonly stoppedWhy: string | null;
  readonly stoppedAt: Instant | null;
  readonly stoppedNote: string | null;
}

/** An access record as its leaf needs it. */
export interface AccessRecord {
  readonly matterId: string;
  readonly recordId: string;
  readonly at: Instant;
  readonly actor: By;
  readonly act: string;
  readonly fields: string;
  readonly outcome: string;
}

/** Something that waits for its place: a fact, whose leaf hash is known, or an access record. */
export type Waiting = { readonly n: string; readonly hash: Buffer } | { readonly n: string; readonly record: AccessRecord };

/** A signed checkpoint as it is kept; `witnesses` is how many of them signed it. */
export interface CheckpointRow {
  readonly size: number;
  readonly root: Buffer;
  readonly note: string;
  readonly witnesses: number;
  readonly signedAt: Instant;
}

const query = async <Row extends pg.QueryResultRow>(db: Asked, text: string, values: unknown[]): Promise<readonly Row[]> => (await (db as pg.Pool).query<Row>(text, values)).rows;

/** Makes the row of a log where there is none. */
export async function openLog(db: Asked, log: LogName, origin: string): Promise<void> {
  await query(db, 'select ledger.open_log($1, $2)', [log, origin]);
}

/** The log of this name (also a closed one, `cases/v1`); undefined where there is none. */
export async function findLog(db: Asked, log: string): Promise<LogRow | undefined> {
  const [row] = await listLogs(db, log);
  return row;
}

/** The log that is or was signed under this origin; undefined where there is none. */
export async function findLogOf(db: Asked, origin: string): Promise<LogRow | undefined> {
  const [row] = await query<{ log: string }>(db, 'select log from ledger.logs where origin = $1', [origin]);
  return row && findLog(db, row.log);
}

/** Every log, those in use first. */
export async function listLogs(db: Asked, only: string | null = null): Promise<readonly LogRow[]> {
  return query<LogRow>(db, `
    select log, origin, size, term, root, stopped_why as "stoppedWhy", stopped_at as "stoppedAt", stopped_note as "stoppedNote"
    from ledger.logs where $1::text is null or log = $1 order by log like '%/%', log desc limit 50`, [only]).then((rows) => rows.map((row) => ({ ...row, size: Number(row.size), term: Number(row.term) })));
}

/** The caller sequences this log from now on; answers the fencing number. */
export async function takeOffice(db: Asked, log: LogName): Promise<number> {
  const [row] = await query<{ term: number }>(db, 'select ledger.take_office($1) as term', [log]);
  return Number(row?.term);
}

/** What waits, those that came first before the others, `most` at most. Instants in UTC with milliseconds whatever types the connection reads by, as leaves write them. */
export async function listWaiting(db: Asked, log: LogName, most: number): Promise<readonly Waiting[]> {
  if (log === 'cases') return query<{ n: string; hash: Buffer }>(db, `select w.n::text, w.hash from ledger.waiting w where w.log = 'cases' order by w.n limit $1`, [most]);
  const rows = await query<{ n: string } & AccessRecord>(db, `
    select w.n::text, r.matter_id as "matterId", r.record_id as "recordId", to_char(r.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, r.actor, r.act, r.fields, r.outcome
    from (select x.n, x.matter_id, x.record_id from ledger.waiting x where x.log = 'access' order by x.n limit $1) w
    join platform.access_records r on r.matter_id = w.matter_id and r.record_id = w.record_id order by w.n`, [most]);
  return rows.map(({ n, ...record }) => ({ n, record }));
}

/** How many wait, counted up to 100,000. */
export async function countWaiting(db: Asked, log: string): Promise<number> {
  const [row] = await query<{ waiting: number }>(db, 'select count(*)::integer as waiting from (select 1 from ledger.waiting where log = $1 limit 100000) w', [log]);
  return row?.waiting ?? 0;
}

/** One batch on its way to its places. */
export interface Placing {
  readonly log: LogName;
  readonly term: number;
  readonly fromSize: number;
  readonly numbers: readonly string[];
  readonly hashes: Buffer;
  readonly tiles: readonly Tile[];
  readonly root: Uint8Array;
}

/** Gives places. Rejects with code YM005 where the caller is not the sequencer in office or does not know the log as it is, YM006 where the log stopped, YM007 where a tile would change. */
export async function place(db: Asked, { log, term, fromSize, numbers, hashes, tiles, root }: Placing): Promise<void> {
  await query(db, 'select ledger.sequence($1, $2, $3, $4::bigint[], $5, $6::smallint[], $7::bigint[], $8::bytea[], $9)', [
    log, term, fromSize, numbers, hashes, tiles.map(({ id }) => id.level), tiles.map(({ id }) => id.index), tiles.map((tile) => tile.hashes), Buffer.from(root),
  ]);
}

/** Ends signing and sequencing under the log's origin; the first reason stays. */
export async function stopLog(db: Asked, log: LogName, why: string, note: string | null): Promise<void> {
  await query(db, 'select ledger.stop_log($1, $2, $3)', [log, why, note]);
}

/** Reads tiles as a log of some size has them, by path; a tile that is not there, or is shorter than it should be, is left out. */
export async function readTiles(db: Asked, log: string, tiles: readonly TileId[]): Promise<ReadonlyMap<string, Buffer>> {
  const rows = await query<{ level: number; index: string; hashes: Buffer }>(db, `
    select t.level, t.index::text, t.hashes from unnest($2::smallint[], $3::bigint[]) as wanted(level, index)
    join ledger.tiles t on t.log = $1 and t.level = wanted.level and t.index = wanted.index`, [log, tiles.map(({ level }) => level), tiles.map(({ index }) => index)]);
  const found = new Map(rows.map((row) => [`${row.level}/${row.index}`, row.hashes]));
  return new Map(tiles.flatMap((id): (readonly [string, Buffer])[] => {
    const hashes = found.get(`${id.level}/${id.index}`);
    return hashes === undefined || hashes.length < id.width * 32 ? [] : [[tilePath(id), hashes.subarray(0, id.width * 32)]];
  }));
}

const asCheckpoint = (row: CheckpointRow): CheckpointRow => ({ ...row, size: Number(row.size), witnesses: Number(row.witnesses) });

/** The newest checkpoint of a log. */
export async function findNewestCheckpoint(db: Asked, log: string): Promise<CheckpointRow | undefined> {
  const [row] = await query<CheckpointRow>(db, `select size, root, note, witnesses, signed_at as "signedAt" from ledger.checkpoints where log = $1 order by size desc limit 1`, [log]);
  return row && asCheckpoint(row);
}

/** The checkpoints of a log over at least so many entries, the earliest first, a hundred at most. */
export async function listCheckpoints(db: Asked, log: string, atLeast: number): Promise<readonly CheckpointRow[]> {
  const rows = await query<CheckpointRow>(db, `select size, root, note, witnesses, signed_at as "signedAt" from ledger.checkpoints where log = $1 and size >= $2 order by size limit 100`, [log, atLeast]);
  return rows.map(asCheckpoint);
}

/** Keeps a checkpoint, or the same with more witnesses; rejects with YM008 where another root was signed at this size. */
export async function keepCheckpoint(db: Asked, log: LogName, kept: Omit<CheckpointRow, 'signedAt'>): Promise<void> {
  await query(db, 'select ledger.keep_checkpoint($1, $2, $3, $4, $5::smallint)', [log, kept.size, kept.root, kept.note, kept.witnesses]);
}

/** The statement at a place, canonical JSON; undefined where no statement stands there. */
export async function listStatements(db: Asked, log: string): Promise<readonly { readonly index: number; readonly leaf: string }[]> {
  const rows = await query<{ index: string; leaf: string }>(db, 'select s.index::text, s.leaf from ledger.statements s where s.log = $1 order by s.index limit 100', [log]);
  return rows.map((row) => ({ index: Number(row.index), leaf: row.leaf }));
}

/** Where facts of a matter stand in the log of facts. */
export async function findPlaces(db: Asked, matterId: string, seqs: readonly number[]): Promise<ReadonlyMap<number, { readonly index: number; readonly hash: Buffer }>> {
  const rows = await query<{ seq: number; index: string; hash: Buffer }>(db, `select e.seq, e.index::text, e.hash from ledger.entries e where e.log = 'cases' and e.matter_id = $1 and e.seq = any($2::integer[]) order by e.seq`, [matterId, seqs]);
  return new Map(rows.map((row) => [row.seq, { index: Number(row.index), hash: row.hash }]));
}
