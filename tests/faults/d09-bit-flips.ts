import { closeSync, openSync, readFileSync, readSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { newDataKey } from '../../server/platform/crypto/index.ts';
import { startEmbedded, type DatabaseCode, type EmbeddedDatabase } from '../../server/platform/db/embedded/index.ts';
import { pdf } from '../../server/platform/files/odd-files.ts';
import { openVault } from '../../server/platform/files/index.ts';
import { storedName } from '../../server/platform/files/sealed-file.ts';
import { fileMatter } from './d05-acts.ts';
import { readUnproven } from './d09-unproven-vault.ts';
import type { Fault, FaultTools } from './frame/fault.ts';
import { familyOf, killForGood } from './frame/processes.ts';

/** What a flip came to. `unread`: the bit lies where nothing was read from; `silent` is the one that must not be. */
type Outcome = 'reported' | 'unread' | 'silent';

/** Turns one bit of a file round; doing it twice undoes it. */
function flip(file: string, bit: number): void {
  const handle = openSync(file, 'r+');
  try {
    const byte = Buffer.alloc(1);
    const at = Math.floor(bit / 8);
    readSync(handle, byte, 0, 1, at);
    byte[0] = (byte[0] ?? 0) ^ (1 << bit % 8);
    writeSync(handle, byte, 0, 1, at);
  } finally {
    closeSync(handle);
  }
}

/** A database of a small city, opened apart from its server. */
interface Opened {
  readonly database: EmbeddedDatabase;
  readonly client: pg.Client;
  readonly notices: readonly DatabaseCode[];
}

async function open(folder: string): Promise<Opened> {
  const notices: DatabaseCode[] = [];
  const database = await startEmbedded({ dataFolder: folder, settings: { autovacuum: 'off', shared_buffers: '64MB' }, onNotice: (code) => notices.push(code) });
  const client = new pg.Client(database.connection);
  client.on('error', () => undefined);
  await client.connect();
  return { database, client, notices };
}

/** What is read through and through: a table with what lies beside it, or an index. */
interface Target {
  readonly kind: 'heap' | 'index' | 'tile';
  readonly name: string;
  readonly table: string;
  readonly file: string;
  /** of the whole content as it is read this way */
  readonly truth: string;
}

/** All of it: a table by every row of it, an index by its own order and by every row that it must lead to. */
async function readAll(client: pg.Client, target: Pick<Target, 'kind' | 'name' | 'table'>): Promise<string> {
  if (target.kind === 'index') {
    await client.query('select bt_index_check($1::regclass, true)', [target.name]);
    return 'in order';
  }
  const { rows } = await client.query<{ digest: string }>(`select coalesce(md5(string_agg(h, '' order by h)), '') as digest from (select md5(t::text) as h from ${target.table} t) x`);
  return rows[0]?.digest ?? '';
}

/** Tables of facts and of the ledger with their trees, as far as there is anything in them. */
async function targetsOf({ client, database }: Opened): Promise<Target[]> {
  await client.query('create extension if not exists pg_buffercache');
  await client.query('create extension if not exists amcheck');
  const { rows } = await client.query<{ kind: 'heap' | 'index'; name: string; table: string; path: string }>(`
    select case c.relkind when 'r' then 'heap' else 'index' end as kind, c.oid::regclass::text as name, coalesce(i.indrelid, c.oid)::regclass::text as table, pg_relation_filepath(c.oid) as path
      from pg_class c join pg_namespace s on s.oid = c.relnamespace left join pg_index i on i.indexrelid = c.oid left join pg_am a on a.oid = c.relam
     where s.nspname in ('platform', 'matters', 'ledger') and (c.relkind = 'r' or (c.relkind = 'i' and a.amname = 'btree')) and pg_relation_size(c.oid) >= 8192
       and exists (select 1 from pg_class t where t.oid = coalesce(i.indrelid, c.oid) and pg_relation_size(t.oid) > 0) order by 1, 2`);
  const targets: Target[] = [];
  for (const { path, ...row } of rows) {
    const target = { ...row, kind: row.name === 'ledger.tiles' ? ('tile' as const) : row.kind };
    targets.push({ ...target, file: join(database.clusterFolder, path), truth: await readAll(client, target) });
  }
  return targets;
}

const dataDamaged = (error: unknown): boolean => /^(XX00[12]|58...)$/.test((error as { code?: string }).code ?? '');

/** Reads everything anew from the medium, once as it should be and once with the bit turned. */
async function readFlipped({ client }: Opened, target: Target, bit: number): Promise<Outcome> {
  const evict = (): Promise<unknown> => client.query('select pg_buffercache_evict_relation($1::regclass)', [target.name]);
  await client.query('checkpoint');
  await evict();
  flip(target.file, bit);
  try {
    return (await readAll(client, target)) === target.truth ? 'unread' : 'silent';
  } catch (error) {
    if (!dataDamaged(error)) throw error;
    return 'reported';
  } finally {
    flip(target.file, bit);
    await evict();
  }
}

/** Commits rows, kills the database, turns one bit of the log that recovery needs, and starts over. */
async function recoverFlipped(folder: string, opened: Opened, tools: FaultTools): Promise<{ outcome: Outcome; opened: Opened }> {
  const { client, database } = opened;
  await client.query('create table if not exists flipped (n serial, words text)');
  await client.query('truncate flipped');
  await client.query('checkpoint');
  const from = await client.query<{ lsn: string }>('select pg_current_wal_insert_lsn() as lsn');
  for (let n = 0; n < 40; n += 1) await client.query(`insert into flipped (words) values (repeat('一门', 20))`);
  const { rows } = await client.query<{ file: string; at: number; bytes: number }>(
    'select f.file_name as file, f.file_offset as at, pg_wal_lsn_diff(pg_current_wal_insert_lsn(), $1)::int as bytes from pg_walfile_name_offset($1) f', [from.rows[0]?.lsn]);
  const { file = '', at = 0, bytes = 0 } = rows[0] ?? {};
  await killForGood(familyOf(database.pid));
  await client.end().catch(() => undefined);
  await database.stop();
  // A range that goes over the segment's end is cut off there.
  const last = Math.min(at + bytes, statSync(join(database.clusterFolder, 'pg_wal', file)).size) - 1;
  flip(join(database.clusterFolder, 'pg_wal', file), tools.whole(at * 8, last * 8 + 7));
  const again = await open(folder);
  const { rows: counted } = await again.client.query<{ n: number }>('select count(*)::int as n from flipped');
  if (again.notices.includes('database.record_unreadable')) return { outcome: 'reported', opened: again };
  return { outcome: counted[0]?.n === 40 ? 'unread' : 'silent', opened: again };
}

/** One file of the vault with each of these bits turned round once: how many were reported, how many read wrong, by ours and by a reader that checks no tag. */
async function vaultFlips(tools: FaultTools, times: number): Promise<{ tally: Record<Outcome, number>; mutantWrong: number }> {
  const root = tools.folder('vault');
  const vault = await openVault({ root, leastFreeBytes: 0 });
  const dataKey = newDataKey();
  const content = pdf('', `% ${'paper '.repeat(30_000)}\n`);
  const kept = await vault.put(content, { dataKey, declaredName: 'paper.pdf' });
  if (!kept.ok) throw new Error(kept.code);
  const { fileId } = kept.file;
  const name = storedName(fileId, dataKey);
  const place = join(root, name.slice(0, 2), name);
  const tally = { reported: 0, unread: 0, silent: 0 };
  let mutantWrong = 0;
  for (let n = 0; n < times; n += 1) {
    const bit = tools.whole(0, statSync(place).size * 8 - 1);
    flip(place, bit);
    const read = await vault.read(fileId, dataKey);
    tally[!read.ok ? 'reported' : read.bytes.equals(content) ? 'unread' : 'silent'] += 1;
    const unproven = readUnproven(readFileSync(place), dataKey);
    if (unproven !== undefined && !unproven.equals(content)) mutantWrong += 1;
    flip(place, bit);
  }
  return { tally, mutantWrong };
}

type Tally = Record<'heap' | 'index' | 'tile' | 'log' | 'file', Record<Outcome, number>>;

/**
 * The planted defect: a database that reads pages whatever their checksum says. One bit inside a fact's hash is turned (elsewhere it might end the
 * process, which would be noticed): whether that gives a wrong answer without a word, and whether it is reported as soon as checksums count again.
 */
async function withoutChecksums(opened: Opened, target: Target): Promise<{ silent: boolean; reported: boolean }> {
  const { rows } = await opened.client.query<{ hash: Buffer }>('select hash from platform.facts order by matter_id, seq limit 1');
  const at = readFileSync(target.file).indexOf(rows[0]?.hash ?? '-');
  if (at < 0) throw new Error('the fact is not in its table’s first file');
  const reported = (await readFlipped(opened, target, at * 8 + 3)) === 'reported';
  await opened.client.query('set ignore_checksum_failure = on');
  return { reported, silent: (await readFlipped(opened, target, at * 8 + 3)) === 'silent' };
}

/** A city with some matters in it, stopped in order: the folder of its database. */
async function smallCity(tools: FaultTools, filings: number): Promise<string> {
  const city = await tools.city();
  await city.start({ readyWithinMs: 180_000 });
  for (let n = 0; n < filings; n += 1) {
    const act = await fileMatter(city, n);
    if (act.outcome !== 'ok') throw new Error(`a filing was answered ${act.status}`);
  }
  await city.stop();
  return join(city.folder, 'database');
}

const kinds = ['heap', 'index', 'file', 'log', 'tile'] as const;
const flips = { quick: 5, gate: 20, full: 200 } as const;

/** D-09: single bits turned round in tables, indexes, the database's log, the ledger's tiles and stored files. */
export const fault: Fault = {
  id: 'D-09',
  title: 'bit rot in tables, indexes, log, ledger tiles and stored files',
  needs: [],
  seconds: { quick: 0, gate: 14, full: 120 },
  async run(size, tools) {
    const folder = await smallCity(tools, size === 'quick' ? 8 : 30);
    let opened = await open(folder);
    tools.atEnd(() => opened.database.stop());
    const all = await targetsOf(opened);
    const some = (kind: Target['kind']): Target | undefined => {
      const those = all.filter((target) => target.kind === kind);
      return those[tools.whole(0, Math.max(0, those.length - 1))];
    };
    const none = (): Record<Outcome, number> => ({ reported: 0, unread: 0, silent: 0 });
    const tally: Tally = { heap: none(), index: none(), tile: none(), log: none(), file: none() };
    const hasTiles = all.some((target) => target.kind === 'tile');
    for (let n = 0; n < flips[size]; n += 1) {
      const kind = kinds[n % kinds.length] ?? 'heap';
      if (kind === 'file') continue;
      if (kind === 'log') {
        const recovered = await recoverFlipped(folder, opened, tools);
        opened = recovered.opened;
        tally.log[recovered.outcome] += 1;
        continue;
      }
      const target = some(kind === 'tile' && !hasTiles ? 'heap' : kind);
      if (target) tally[target.kind][await readFlipped(opened, target, tools.whole(0, statSync(target.file).size * 8 - 1))] += 1;
    }
    const vault = await vaultFlips(tools, Math.ceil(flips[size] / kinds.length));
    tally.file = vault.tally;
    const heap = all.filter((target) => target.name === 'platform.facts')[0];
    const ignored = heap ? await withoutChecksums(opened, heap) : { silent: false, reported: false };
    await opened.client.end();
    await opened.database.stop();
    const broken = Object.entries(tally).flatMap(([kind, { silent }]) => (silent > 0 ? [`${silent} flips in ${kind} gave a wrong answer without a word`] : []));
    const words = Object.entries(tally).map(([kind, { reported, unread, silent }]) => `${kind} ${reported + unread + silent} (${reported} reported, ${unread} not read)`).join('; ');
    return {
      faults: flips[size], lost: 0, broken, mutantsPlanted: 2, mutantsCaught: (ignored.silent && ignored.reported ? 1 : 0) + (vault.mutantWrong > 0 ? 1 : 0),
      figures: { flips: words, withoutChecksums: ignored.silent ? 'wrong answer' : 'right answer', unprovenVaultWrong: `${vault.mutantWrong}/${Math.ceil(flips[size] / kinds.length)}` },
      seed: tools.seed, ...(hasTiles ? {} : { skipped: ['the ledger has no tiles in this database yet: tables instead'] }),
    };
  },
};
