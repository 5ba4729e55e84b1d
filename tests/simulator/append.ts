import type { FactRow } from '../../server/platform/ledger/chain.ts';
import { databaseError } from './database-error.ts';
import { asJsonb, type ClockRow, type JobRow, type Tables, type TimerRow, type WeakDatabase } from './tables.ts';

/**
 * The write path of the database, told again: platform.append, platform.append_rows and the append functions of the matters domain (migrations 0001, 0004,
 * 0005, 0011, 0016, 0017) and the rows that wait for the log. A batch is judged as a whole when it is executed, and its rows are seen when its transaction commits.
 */
type Rows = readonly Readonly<Record<string, unknown>>[];
/** A batch as it was sent: rows by section. */
export type Batch = Readonly<Record<string, Rows | undefined>>;

/** A batch that was executed and can be committed. */
export interface Executed {
  readonly matterIds: readonly string[];
  /** what no other transaction may write until this one has ended */
  readonly locks: readonly string[];
  commit(): void;
}

const text = (value: unknown): string => value as string;
const aheadMs = 1_000;
const behindMs = 30_000;

/** The matters a batch writes to: whoever writes to the same ones waits until this transaction has ended. */
export function mattersOf(batch: Batch): readonly string[] {
  return [...new Set([...(batch.facts ?? []), ...(batch.commands ?? [])].map((row) => text(row.matter_id)))];
}

/** A transaction holds the rows it writes: those of its matters, and its access records by their ids. */
export const locksOf = (batch: Batch): readonly string[] => [...mattersOf(batch), ...(batch.access ?? []).map((row) => text(row.record_id))];

const firstOf = (facts: readonly FactRow[], matterId: string): number => Math.min(...facts.filter((fact) => fact.matter_id === matterId).map((fact) => fact.seq));

/** Judges a batch at `nowMs` of the database's clock; throws what the database would raise. */
export function execute(tables: Tables, batch: Batch, nowMs: number, draw: () => number, weak: WeakDatabase): Executed {
  const facts = (batch.facts ?? []) as unknown as readonly FactRow[];
  for (const fact of facts) {
    const at = Date.parse(fact.at);
    const before = tables.facts.get(fact.matter_id) ?? [];
    const isAhead = at > nowMs + aheadMs && !before.some((one) => one.at === fact.at);
    if (!weak.timeless && (isAhead || at < nowMs - behindMs || (before[fact.seq - 2]?.at ?? '') > fact.at)) throw databaseError('YM001');
  }
  judgeCommands(tables, batch.commands ?? []);
  if (!weak.overwrites) judgeFacts(tables, facts);
  for (const row of batch.access ?? []) if (tables.accessRecords.has(text(row.record_id))) throw databaseError('23505', 'access_records_pkey');
  const waiting = facts.map((fact) => ({ n: draw(), matterId: fact.matter_id, seq: fact.seq, hash: fact.hash }));
  const read = (batch.access ?? []).filter((row) => row.of_command !== true).map((row) => ({ n: draw(), matterId: text(row.matter_id), seq: text(row.record_id), hash: '', record: recordOf(row, nowMs) }));
  return {
    matterIds: mattersOf(batch), locks: locksOf(batch),
    commit() {
      commitPlatform(tables, batch, facts, nowMs);
      commitMatters(tables, batch);
      tables.log.waiting.push(...waiting);
      tables.access.waiting.push(...read);
      for (const row of batch.access ?? []) if (row.outcome !== 'done') tables.refusals.set(`${text(row.matter_id)} ${text(row.act)}`, (tables.refusals.get(`${text(row.matter_id)} ${text(row.act)}`) ?? 0) + 1);
    },
  };
}

const recordOf = (row: Readonly<Record<string, unknown>>, nowMs: number): Readonly<Record<string, unknown>> => ({
  matterId: row.matter_id, recordId: row.record_id, at: new Date(nowMs).toISOString(), actor: row.actor, act: row.act, fields: '', outcome: row.outcome,
});

function judgeCommands(tables: Tables, commands: Rows): void {
  const seen = new Set<string>();
  for (const row of commands) {
    const key = `${text(row.matter_id)} ${text(row.command_id)}`;
    if (tables.commands.has(key) || seen.has(key)) throw databaseError('23505', 'commands_pkey');
    seen.add(key);
  }
}

function judgeFacts(tables: Tables, facts: readonly FactRow[]): void {
  const written = new Map<string, FactRow>();
  for (const fact of facts) {
    const key = `${fact.matter_id} ${String(fact.seq)}`;
    if (written.has(key) || tables.facts.get(fact.matter_id)?.[fact.seq - 1] !== undefined) throw databaseError('23505', 'facts_pkey');
    written.set(key, fact);
  }
  for (const fact of facts) {
    if (fact.seq === 1) continue;
    const before = written.get(`${fact.matter_id} ${String(fact.seq - 1)}`) ?? tables.facts.get(fact.matter_id)?.[fact.seq - 2];
    if (before?.hash !== fact.prev) throw databaseError('YM002');
  }
}

function commitPlatform(tables: Tables, batch: Batch, facts: readonly FactRow[], nowMs: number): void {
  for (const row of batch.keys ?? []) if (!tables.dataKeys.has(text(row.owner_id))) tables.dataKeys.set(text(row.owner_id), Buffer.from(text(row.wrapped), 'base64'));
  for (const row of batch.commands ?? []) tables.commands.set(`${text(row.matter_id)} ${text(row.command_id)}`, { actor: text(row.actor), digest: text(row.digest), seq: (row.answer as { seq: number }).seq, firstSeq: firstOf(facts, text(row.matter_id)) });
  for (const fact of facts) {
    const list = tables.facts.get(fact.matter_id) ?? [];
    tables.facts.set(fact.matter_id, list);
    list[fact.seq - 1] = asJsonb(fact) as FactRow;
  }
  for (const row of batch.sealed ?? []) tables.sealed.set(`${text(row.matter_id)} ${String(row.seq)}`, text(row.sealed));
  for (const row of batch.access ?? []) tables.accessRecords.add(text(row.record_id));
  for (const row of batch.jobs ?? []) addJob(tables, text(row.job_id), text(row.matter_id), text(row.kind), JSON.stringify(row.payload), nowMs);
}

/** A job due now; the same id twice is there once. */
export function addJob(tables: Tables, jobId: string, matterId: string, kind: string, payload: string, nowMs: number): void {
  if (tables.jobs.has(jobId)) return;
  const job: JobRow = { job_id: jobId, matter_id: matterId, kind, payload, runAtMs: nowMs, attempts: 0, lastError: null };
  tables.jobs.set(jobId, job);
}

function commitMatters(tables: Tables, batch: Batch): void {
  for (const row of batch.states ?? []) tables.states.set(text(row.matter_id), { seq: row.seq as number, head: text(row.head), state: JSON.stringify(asJsonb(row.state)) });
  for (const row of batch.clocks_ended ?? []) tables.clocks.delete(`${text(row.matter_id)} ${text(row.limit_id)}`);
  for (const row of (batch.clocks ?? []) as unknown as readonly ClockRow[]) {
    const key = `${row.matter_id} ${row.limit_id}`;
    const before = tables.clocks.get(key);
    const { matter_id, limit_id, institution, area_unit, due_at, due_on, warn_at } = row;
    const kept = before ? { warned: before.warned && before.warn_at === warn_at, passed: before.passed && before.due_at === due_at } : { warned: false, passed: row.passed };
    tables.clocks.set(key, { matter_id, limit_id, institution, area_unit, due_at, due_on, warn_at, ...kept });
  }
  for (const row of batch.timers_ended ?? []) tables.timers.delete(`${text(row.matter_id)} ${text(row.timer_id)}`);
  for (const row of (batch.timers ?? []) as unknown as readonly TimerRow[]) {
    const key = `${row.matter_id} ${row.timer_id}`;
    const before = tables.timers.get(key);
    tables.timers.set(key, { ...row, rung: before !== undefined && before.rung && before.due_at === row.due_at });
  }
}
