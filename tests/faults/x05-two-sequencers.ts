import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { applicationRole } from '../../server/platform/db/database.ts';
import { testMatter, writeFacts } from '../../server/platform/ledger/log/facts-for-tests.ts';
import { findLog, listWaiting, place, takeOffice } from '../../server/platform/ledger/log/log-store.ts';
import { isFenced } from '../../server/platform/ledger/log/sequencer.ts';
import { edgeAt, goesOnFrom, rootAt } from '../../server/platform/ledger/log/tree.ts';
import { rootOf, rootOfLeaves } from '../../server/platform/ledger/merkle.ts';
import { frontierOfEdge, grown } from '../../server/platform/ledger/tiles.ts';
import type { Fault, FaultTools, Size } from './frame/fault.ts';
import { openStore, type Store } from './x02-office.ts';

/** Changes of office, how long the one stopped sleeps after the other is in office, stale sequencers that try to write, and late commits. */
const sizes: Readonly<Record<Size, { readonly changes: number; readonly sleepMs: number; readonly stale: number; readonly late: number }>> = {
  quick: { changes: 1, sleepMs: 100, stale: 3, late: 5 }, gate: { changes: 4, sleepMs: 300, stale: 20, late: 30 }, full: { changes: 30, sleepMs: 10_000, stale: 300, late: 1_000 },
};

const most = 60_000;

async function until(what: string, isSo: () => Promise<boolean> | boolean): Promise<void> {
  for (const started = performance.now(); !(await isSo()); await sleep(5)) if (performance.now() - started > most) throw new Error(`not within ${most / 1000} s: ${what}`);
}

interface Process {
  readonly child: ChildProcess;
  isInOffice: boolean;
}

function startSequencer(store: Store, tools: FaultTools): Process {
  const connection = JSON.stringify({ ...store.connection, user: applicationRole });
  const child = fork(fileURLToPath(new URL('x05-sequencer.ts', import.meta.url)), [connection], { execArgv: process.execArgv, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const one: Process = { child, isInOffice: false };
  child.on('message', (told: { inOffice: boolean }) => (one.isInOffice = told.inOffice));
  tools.atEnd(async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    // A stopped process hears nothing but this.
    child.kill('SIGKILL');
    await ended;
  });
  return one;
}

/** People at work: facts without end, and now and then a transaction that took its numbers early and commits late. */
function writing(store: Store, tools: FaultTools, lateWanted: number): { stop(): Promise<{ facts: number; late: number }> } {
  let isOver = false;
  let [facts, late] = [0, 0];
  const database = store.open(4);
  const steady = async (): Promise<void> => {
    while (!isOver) {
      const matter = testMatter(store.log);
      for (let n = 0; n < 4; n += 1) {
        const count = tools.whole(1, 6);
        await database.pool.query('select platform.append($1::jsonb)', [matter.next(count)]);
        facts += count;
      }
      await sleep(1);
    }
  };
  const tardy = async (): Promise<void> => {
    while (!isOver || late < lateWanted) {
      const client = await database.pool.connect();
      await client.query('begin');
      await writeFacts(client, 2);
      await sleep(tools.whole(1, 40));
      // One of five does not come at all: its numbers stay empty.
      await client.query(late % 5 === 4 ? 'rollback' : 'commit');
      client.release();
      facts += late % 5 === 4 ? 0 : 2;
      late += 1;
    }
  };
  const all = Promise.all([steady(), tardy(), tardy()]);
  // Told by `stop`.
  all.catch(() => undefined);
  return {
    async stop() {
      isOver = true;
      await all;
      return { facts, late };
    },
  };
}

/** The one in office is stopped where it stands; its line is cut, as a lease ends; the other takes over; the first wakes and goes on with what it knew. */
async function changeOffice(store: Store, tools: FaultTools, processes: readonly Process[], sleepMs: number): Promise<void> {
  await until('somebody is in office', () => processes.some((one) => one.isInOffice));
  const first = processes.find((one) => one.isInOffice);
  const second = processes.find((one) => one !== first);
  if (!first || !second) return;
  await sleep(tools.whole(0, 30));
  first.child.kill('SIGSTOP');
  await store.owner.query(`select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted and classid = 7302`);
  await until('the other is in office', () => second.isInOffice);
  const size = async () => (await findLog(store.owner, 'cases'))?.size ?? 0;
  const before = await size();
  await until('the log grows', async () => (await size()) > before);
  await sleep(sleepMs);
  first.isInOffice = false;
  first.child.kill('SIGCONT');
}

/** A sequencer whose line still holds, but whose term is over, writes what it had ready. Refused, and nothing of it is there; what went wrong in words. */
async function staleWrites(store: Store, count: number): Promise<string[]> {
  const broken: string[] = [];
  const client = new pg.Client({ ...store.connection, user: applicationRole });
  client.on('error', () => undefined);
  await client.connect();
  for (let n = 0; n < count; n += 1) {
    const term = await takeOffice(client, 'cases');
    const log = await findLog(client, 'cases');
    const edge = log && (await edgeAt(client, 'cases', log.size));
    await writeFacts(client, 3);
    const waiting = await listWaiting(client, 'cases', 64);
    if (!log || !edge || waiting.length === 0) continue;
    const hashes = waiting.flatMap((one) => ('hash' in one ? [one.hash] : []));
    const after = grown(edge, hashes);
    await takeOffice(store.owner, 'cases');
    const answer = await place(client, { log: 'cases', term, fromSize: log.size, numbers: waiting.map((one) => one.n), hashes: Buffer.concat(hashes), tiles: after.written, root: rootOf(frontierOfEdge(after.edge)) }).then(() => 'written', (error: unknown) => (isFenced(error) ? 'fenced' : String(error)));
    if (answer !== 'fenced') broken.push(`INV-3: a sequencer whose term was over: ${answer}`);
  }
  await client.end();
  return broken;
}

/** Every fact has one place and every place one fact, without a gap; row and tiles hold the tree over them; it goes on from every state seen before. */
async function wholeness(store: Store, seen: readonly { size: number; root: Buffer }[]): Promise<string[]> {
  const { rows } = await store.owner.query<{ index: string; hash: Buffer }>(`select index, hash from ledger.entries where log = 'cases' order by index`);
  const { rows: odd } = await store.owner.query<{ missing: string; strange: string }>(`
    select (select count(*) from platform.facts f where (select count(*) from ledger.entries e where e.log = 'cases' and e.matter_id = f.matter_id and e.seq = f.seq and e.hash = f.hash) <> 1) as missing,
      (select count(*) from ledger.entries e where e.log = 'cases' and e.matter_id is not null and not exists (select 1 from platform.facts f where f.matter_id = e.matter_id and f.seq = e.seq)) as strange`);
  const log = await findLog(store.owner, 'cases');
  const root = Buffer.from(rootOfLeaves(rows.map((row) => row.hash)));
  const tiles = await rootAt(store.owner, 'cases', rows.length);
  const earlier = await Promise.all(seen.map((one) => goesOnFrom(store.owner, 'cases', one, { size: rows.length, root })));
  return [
    ...(rows.every((row, at) => Number(row.index) === at) ? [] : ['INV-3: places with a gap']), ...(odd[0]?.missing === '0' ? [] : [`INV-3: ${odd[0]?.missing ?? '?'} facts have no place, or two`]),
    ...(odd[0]?.strange === '0' ? [] : [`INV-3: ${odd[0]?.strange ?? '?'} places without a fact`]), ...(log?.size === rows.length && log.root.equals(root) ? [] : ['INV-3: the log’s row is not of its entries']),
    ...(tiles && root.equals(Buffer.from(tiles)) ? [] : ['INV-3: the tiles are not of the entries']), ...earlier.filter((fine) => !fine).map(() => 'INV-3: not what was there before, and more'),
  ];
}

/** The planted defect: a reader that asks for what is newer than the newest it saw. A commit that comes late, with an early number, is never seen; how many it missed. */
async function skippedByNewest(store: Store): Promise<number> {
  const places: string[] = [];
  const look = async (): Promise<void> => {
    const { rows } = await store.owner.query<{ n: string }>(`select n from ledger.waiting where log = 'cases' and n > $1 order by n`, [places.at(-1) ?? '0']);
    places.push(...rows.map((row) => row.n));
  };
  const late = new pg.Client({ ...store.connection, user: applicationRole });
  late.on('error', () => undefined);
  await late.connect();
  await late.query('begin');
  await writeFacts(late, 2);
  await writeFacts(store.owner, 3);
  await look();
  await late.query('commit');
  await look();
  await late.end();
  const { rows } = await store.owner.query<{ n: string }>(`select n from ledger.waiting where log = 'cases'`);
  return rows.filter((row) => !places.includes(row.n)).length;
}

/** */
export const fault: Fault = {
  id: 'X-05', title: 'two sequencers, one of them asleep; commits that come late', needs: [], seconds: { quick: 4, gate: 8, full: 420 },
  async run(size, tools) {
    const { changes, sleepMs, stale, late } = sizes[size];
    const store = await openStore(tools);
    const skipped = await skippedByNewest(store);
    const broken = await staleWrites(store, stale);
    const processes = [startSequencer(store, tools), startSequencer(store, tools)];
    const work = writing(store, tools, late);
    const seen: { size: number; root: Buffer }[] = [];
    const note = async (): Promise<void> => {
      const log = await findLog(store.owner, 'cases');
      if (log) seen.push({ size: log.size, root: log.root });
    };
    for (let n = 0; n < changes; n += 1) {
      await changeOffice(store, tools, processes, sleepMs);
      await note();
    }
    const written = await work.stop();
    await until('nothing waits', async () => (await listWaiting(store.owner, 'cases', 1)).length === 0);
    broken.push(...(await wholeness(store, seen)));
    const log = await findLog(store.owner, 'cases');
    return {
      faults: changes + stale + written.late, lost: 0, broken: broken.slice(0, 10), mutantsPlanted: 1, mutantsCaught: skipped > 0 ? 1 : 0, seed: tools.seed,
      figures: { changesOfOffice: changes, staleWritesRefused: stale, lateCommits: written.late, facts: written.facts, entries: log?.size ?? 0, terms: log?.term ?? 0, skippedByPlanted: skipped },
    };
  },
};
