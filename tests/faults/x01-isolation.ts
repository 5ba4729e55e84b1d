import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { accept, refuse } from '../../server/kernel/decider.ts';
import { unwrapKey } from '../../server/platform/crypto/index.ts';
import { batchWriter } from '../../server/platform/db/batch-writer.ts';
import { databaseClock } from '../../server/platform/db/clock.ts';
import type { Database } from '../../server/platform/db/database.ts';
import { isOutage } from '../../server/platform/db/outage.ts';
import { runCommand, type ActingActor, type Command, type CommandDomain, type Pipeline } from '../../server/platform/db/run-command.ts';
import { newId } from '../../server/platform/ids.ts';
import type { DomainFact } from '../../server/platform/ledger/chain.ts';
import type { Fault, FaultTools, Size } from './frame/fault.ts';
import { findingsOf, type Transaction } from './frame/history-check.ts';
import { openStore, type Store } from './x02-office.ts';

/** The facts of a matter are a list: each carries a value of its own, the first none. */
type Fact = DomainFact & { readonly content: { readonly value?: number } };
type Values = readonly number[];

const sizes: Readonly<Record<Size, { readonly transactions: number; readonly clients: number; readonly killEveryMs: number; readonly mutant: number }>> = {
  quick: { transactions: 300, clients: 8, killEveryMs: 200, mutant: 200 },
  gate: { transactions: 2_000, clients: 16, killEveryMs: 200, mutant: 400 },
  full: { transactions: 20_000, clients: 16, killEveryMs: 100, mutant: 2_000 },
};

/** So many lists are written at once, and each gets so many facts before a new one takes its place: reads stay short. */
const [listsAtOnce, factsInList] = [5, 60];

const actor: ActingActor = { kind: 'system', job: 'faults.isolation' };

/** One server's way to the facts: the pipeline of every command, its own pool and its own writer. */
async function serverOn(store: Store, database: Database) {
  const clock = await databaseClock(database.pool);
  const pipeline: Pipeline = { clock, keys: store.keys, log: store.log, recorder: batchWriter(database.pool, 'platform.append', clock) };
  const domain: CommandDomain<Values, Fact> = {
    writer: batchWriter(database.pool, 'platform.append', clock),
    evolve: (state, fact) => [...(state ?? []), ...(fact.content.value === undefined ? [] : [fact.content.value])],
    async load(matterId, commandId) {
      const { rows } = await database.pool.query<{ values: Values; seq: number; hash: string; wrapped: Buffer; digest: string | null }>(
        `select (select coalesce(jsonb_agg(f.content -> 'value' order by f.seq) filter (where f.content ? 'value'), '[]') from platform.facts f where f.matter_id = k.owner_id) as values,
           h.seq, encode(h.hash, 'hex') as hash, k.wrapped, (select encode(c.digest, 'hex') from platform.commands c where c.matter_id = k.owner_id and c.command_id = $2) as digest
         from platform.data_keys k cross join lateral (select f.seq, f.hash from platform.facts f where f.matter_id = k.owner_id order by f.seq desc limit 1) h where k.owner_id = $1`, [matterId, commandId]);
      const [row] = rows;
      const key = row && unwrapKey(store.keys, matterId, row.wrapped);
      return row && key?.ok ? { state: row.values, head: { seq: row.seq, hash: row.hash }, dataKey: key.dataKey, done: row.digest === null ? null : { digest: row.digest } } : undefined;
    },
    rule: () => ({}), rows: () => ({}), jobs: () => [],
  };
  return {
    async open(): Promise<string> {
      const matterId = newId();
      const command: Command<Values, Fact, string> = { commandId: newId(), matterId, name: 'open_list', actor, body: {}, creates: {}, may: () => true, decide: (state, meta) => (state ? refuse('list.there') : accept<Fact>({ kind: 'list_opened', ...meta, content: {} })) };
      const done = await runCommand(pipeline, domain, command);
      if (!done.ok) throw new Error(done.code);
      return matterId;
    },
    /** Reads the list and appends to it: one command. */
    async append(matterId: string, values: Values): Promise<Transaction> {
      const from = performance.now();
      let saw: Values = [];
      const command: Command<Values, Fact, string> = {
        commandId: newId(), matterId, name: 'append_to_list', actor, body: { values }, may: () => true,
        decide(state, meta) {
          saw = state ?? [];
          const [first, ...rest] = values.map((value): Fact => ({ kind: 'value_appended', ...meta, content: { value } }));
          return first ? accept<Fact>(first, ...rest) : refuse('list.nothing');
        },
      };
      const outcome = await runCommand(pipeline, domain, command).then((done) => (done.ok ? 'ok' as const : 'failed' as const), unknownOf);
      return { outcome, from, to: performance.now(), steps: [{ read: matterId, saw }, ...values.map((value) => ({ append: matterId, value }))] };
    },
    /** Reads several lists at one moment. */
    async read(keys: readonly string[]): Promise<Transaction> {
      const from = performance.now();
      const asked = database.pool.query<{ key: string; values: Values }>(
        `select k as key, coalesce((select jsonb_agg(f.content -> 'value' order by f.seq) filter (where f.content ? 'value') from platform.facts f where f.matter_id = k), '[]') as values from unnest($1::uuid[]) k`, [keys]);
      return asked.then(({ rows }) => ({ outcome: 'ok' as const, from, to: performance.now(), steps: rows.map((row) => ({ read: row.key, saw: row.values })) }), (error: unknown) => ({ outcome: unknownOf(error), from, to: performance.now(), steps: [] }));
    },
  };
}

/** A line that was cut is no answer, nor is a time that stayed doubtful on a machine that answers by the second (YM001); everything else that is thrown is a bug. */
function unknownOf(error: unknown): 'unknown' {
  if (!isOutage(error) && (error as { code?: string }).code !== 'YM001') throw error;
  return 'unknown';
}

type Server = Awaited<ReturnType<typeof serverOn>>;

/** Clients of two servers at once, until there are so many transactions; backends are killed under them. */
async function historyOf(tools: FaultTools, servers: readonly Server[], size: Size): Promise<{ history: Transaction[]; lists: readonly string[] }> {
  const { transactions, clients } = sizes[size];
  const all: string[] = [];
  const open: { key: string; facts: number }[] = [];
  const newList = async (): Promise<{ key: string; facts: number }> => {
    for (;;) {
      const key = await servers[0]?.open().catch(unknownOf);
      if (key === undefined || key === 'unknown') continue;
      all.push(key);
      return { key, facts: 0 };
    }
  };
  for (let n = 0; n < listsAtOnce; n += 1) open.push(await newList());
  const history: Transaction[] = [];
  let value = 0;
  const client = async (n: number): Promise<void> => {
    while (history.length < transactions && (history.length < 300 || tools.timeLeftMs() > 0)) {
      const server = servers[n % servers.length];
      const at = tools.whole(0, listsAtOnce - 1);
      const list = open[at];
      if (!server || !list) return;
      if (tools.random() < 0.3) {
        history.push(await server.read([list.key, ...open.filter((one) => one !== list).slice(0, 2).map((one) => one.key)]));
        continue;
      }
      const values = Array.from({ length: tools.random() < 0.2 ? 2 : 1 }, () => (value += 1));
      list.facts += values.length;
      if (list.facts === factsInList || list.facts === factsInList + 1) open[at] = await newList();
      history.push(await server.append(list.key, values));
    }
  };
  await Promise.all(Array.from({ length: clients }, (_unused, n) => client(n)));
  return { history, lists: all };
}

/** Ends one of the application's connections every now and then. */
async function killing(store: Store, tools: FaultTools, everyMs: number, isOver: () => boolean): Promise<number> {
  let kills = 0;
  while (!isOver()) {
    await sleep(Math.round(everyMs * (0.5 + tools.random())));
    // A fault that failed closes the store under us; its own error is what is told.
    const { rowCount } = await store.owner.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'yimen' and pid <> pg_backend_pid() order by random() limit 1`).catch(() => ({ rowCount: 0 }));
    kills += rowCount ?? 0;
  }
  return kills;
}

/** The planted defect: read, check, write in READ COMMITTED, in a table without the unique key. */
async function mutantHistory(store: Store, tools: FaultTools, transactions: number): Promise<Transaction[]> {
  await store.owner.query('create table public.planted_lists (list text not null, place integer not null, value integer not null)');
  const pool = new pg.Pool({ ...store.connection, max: 8 });
  // The pool says it has ended before its lines have: the database that stops next still tells them so.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  tools.atEnd(() => pool.end());
  const history: Transaction[] = [];
  let value = 0;
  await Promise.all(Array.from({ length: 8 }, async () => {
    while (history.length < transactions) {
      const from = performance.now();
      const list = `list ${Math.floor(history.length / 40)} ${tools.whole(0, 1)}`;
      const mine = (value += 1);
      const client = await pool.connect();
      await client.query('begin isolation level read committed');
      const { rows } = await client.query<{ value: number }>('select value from public.planted_lists where list = $1 order by place, value', [list]);
      await client.query('insert into public.planted_lists (list, place, value) values ($1, $2, $3)', [list, rows.length + 1, mine]);
      await client.query('commit');
      client.release();
      history.push({ outcome: 'ok', from, to: performance.now(), steps: [{ read: list, saw: rows.map((row) => row.value) }, { append: list, value: mine }] });
    }
  }));
  const { rows } = await pool.query<{ list: string; saw: number[] }>('select list, array_agg(value order by place, value) as saw from public.planted_lists group by list');
  return [...history, { outcome: 'ok', from: performance.now(), to: performance.now(), steps: rows.map((row) => ({ read: row.list, saw: row.saw })) }];
}

/** */
export const fault: Fault = {
  id: 'X-01', title: 'isolation of commands, checked as lists that grow, with connections killed', needs: [], seconds: { quick: 5, gate: 14, full: 240 },
  async run(size, tools) {
    const store = await openStore(tools);
    const servers = [await serverOn(store, store.open(8)), await serverOn(store, store.open(8))];
    let isOver = false;
    const killed = killing(store, tools, sizes[size].killEveryMs, () => isOver);
    const started = performance.now();
    const { history, lists } = await historyOf(tools, servers, size).finally(() => (isOver = true));
    const tookMs = performance.now() - started;
    const kills = await killed;
    let end = await servers[0]?.read(lists);
    while (end?.outcome === 'unknown') end = await servers[0]?.read(lists);
    const findings = findingsOf(end ? [...history, end] : history);
    const planted = findingsOf(await mutantHistory(store, tools, sizes[size].mutant));
    const count = (outcome: Transaction['outcome']) => history.filter((one) => one.outcome === outcome).length;
    return {
      faults: history.length, lost: findings.filter((one) => one.anomaly === 'value gone').length, broken: findings.slice(0, 10).map((one) => `${one.anomaly} in transactions ${one.transactions.slice(0, 6).join(', ')}`),
      mutantsPlanted: 1, mutantsCaught: planted.some((one) => one.anomaly === 'lost update') ? 1 : 0, seed: tools.seed,
      figures: { transactions: history.length, ok: count('ok'), refused: count('failed'), unknown: count('unknown'), lists: lists.length, connectionsKilled: kills, perSecond: Math.round((history.length * 1000) / tookMs), findingsInPlanted: planted.length },
    };
  },
};
