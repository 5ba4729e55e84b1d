import { createHash } from 'node:crypto';
import { addJob } from './append.ts';
import type { DeliveryRow, JobRow, Tables } from './tables.ts';

/** A statement on its way: its text, its values, the database's clock, and which matters a transaction under way has locked. */
export interface Asked {
  readonly values: readonly unknown[];
  readonly nowMs: number;
  readonly isLocked: (matterId: string) => boolean;
}

type Row = Readonly<Record<string, unknown>>;
type Answer = (tables: Tables, asked: Asked) => readonly Row[];

const iso = (ms: number): string => new Date(ms).toISOString();
const done: readonly Row[] = [];
// eslint-disable-next-line no-restricted-syntax -- what the database does by md5(…)::uuid
const md5Uuid = (text: string): string => createHash('md5').update(text).digest('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
const seconds = (at: string): number => Date.parse(at) / 1_000;

/** Jobs that are due, oldest first; each costs a try and is this worker's own for its lease. */
const takeJobs: Answer = (tables, { values, nowMs }) => {
  const [most, kinds, limit, lease] = values as readonly [number, readonly string[], number, number];
  const due = [...tables.jobs.values()].filter((job) => job.runAtMs <= nowMs && job.attempts < most && kinds.includes(job.kind)).sort((a, b) => a.runAtMs - b.runAtMs).slice(0, limit);
  return due.map((job: JobRow): Row => {
    job.attempts += 1;
    job.runAtMs = nowMs + lease * 1_000;
    return { job_id: job.job_id, matter_id: job.matter_id, kind: job.kind, payload: JSON.parse(job.payload) as unknown, attempts: job.attempts };
  });
};

const loadMatter: Answer = (tables, { values }) => {
  const [matterId, commandId] = values as readonly [string, string];
  const row = tables.states.get(matterId);
  const wrapped = tables.dataKeys.get(matterId);
  if (!row || !wrapped) return done;
  return [{ state: JSON.parse(row.state) as unknown, seq: row.seq, head: row.head, at: tables.facts.get(matterId)?.[row.seq - 1]?.at ?? null, wrapped, digest: tables.commands.get(`${matterId} ${commandId}`)?.digest ?? null }];
};

const matterFile: Answer = (tables, { values }) => {
  const matterId = values[0] as string;
  const row = tables.states.get(matterId);
  if (!row) return done;
  const facts = (tables.facts.get(matterId) ?? []).map((fact) => ({ ...fact, sealed: tables.sealed.get(`${matterId} ${String(fact.seq)}`) ?? null }));
  return [{ state: JSON.parse(row.state) as unknown, seq: row.seq, head: row.head, wrapped: tables.dataKeys.get(matterId), facts }];
};

/** matters.sweep of migration 0005. */
const sweep: Answer = (tables, { values, nowMs, isLocked }) => {
  const [at, most] = values as readonly [string, number];
  const free = [...tables.clocks.values()].filter((clock) => !isLocked(clock.matter_id));
  const late = free.filter((clock) => !clock.passed && clock.due_at < at).sort((a, b) => (a.due_at < b.due_at ? -1 : 1)).slice(0, most);
  const turned: Row[] = [];
  for (const clock of late) {
    clock.passed = true;
    clock.warned = true;
    const payload = JSON.stringify({ limitId: clock.limit_id, dueMs: Date.parse(clock.due_at) });
    addJob(tables, md5Uuid(`${clock.matter_id} ${clock.limit_id} ${String(seconds(clock.due_at))}`), clock.matter_id, 'matters.when_limit_passed_record', payload, nowMs);
    turned.push({ turned: 'red', institution: clock.institution, area_unit: clock.area_unit });
  }
  for (const clock of free.filter((one) => !one.warned && one.warn_at <= at).slice(0, most)) {
    clock.warned = true;
    turned.push({ turned: 'yellow', institution: clock.institution, area_unit: clock.area_unit });
  }
  return turned;
};

/** matters.ring_timers of migration 0011. */
const ringTimers: Answer = (tables, { values, nowMs, isLocked }) => {
  const [at, most] = values as readonly [string, number];
  const due = [...tables.timers.values()].filter((timer) => !timer.rung && timer.due_at < at && !isLocked(timer.matter_id)).sort((a, b) => (a.due_at < b.due_at ? -1 : 1)).slice(0, most);
  for (const timer of due) {
    timer.rung = true;
    addJob(tables, md5Uuid(`ring ${timer.matter_id} ${timer.timer_id} ${String(seconds(timer.due_at))}`), timer.matter_id, 'matters.when_timer_due_ring', JSON.stringify({ timerId: timer.timer_id }), nowMs);
  }
  return [{ rung: due.length }];
};

const reached = (rows: Iterable<{ readonly matter_id: string; readonly due_on: string }>, values: readonly unknown[]): readonly Row[] => {
  const [firstDay, after, most] = values as readonly [string, string, number];
  const ids = new Set([...rows].filter((row) => row.due_on >= firstDay && row.matter_id > after).map((row) => row.matter_id));
  return [...ids].sort().slice(0, most).map((matter_id) => ({ matter_id }));
};

const takeDeliveries: Answer = (tables, { values }) => {
  const [endpointId, at, most, lastTry, lease] = values as readonly [string, string, number, string, string];
  void lastTry;
  const due = [...tables.deliveries.values()].filter((one) => one.endpoint_id === endpointId && one.state === 'pending' && one.next_try_at !== null && one.next_try_at <= at).slice(0, most);
  return due.map((one: DeliveryRow): Row => {
    one.attempts += 1;
    one.next_try_at = lease;
    return { delivery_id: one.delivery_id, body: one.body, attempts: one.attempts };
  });
};

const recordDelivery: Answer = (tables, { values }) => {
  const [state, nextTryAt] = values as readonly [string, string | null];
  const [endpointId, deliveryId, attempts] = values.slice(-4, -1) as unknown as readonly [string, string, number];
  const row = tables.deliveries.get(`${endpointId} ${deliveryId}`);
  if (row?.state === 'pending' && (row.attempts === attempts || state === 'delivered')) Object.assign(row, { state, next_try_at: nextTryAt });
  return done;
};

const enqueueDeliveries: Answer = (tables, { values }) => {
  const rows = JSON.parse(values[0] as string) as readonly { endpoint_id: string; delivery_id: string; matter_id: string; body: string; made_at: string }[];
  return rows.flatMap((row): readonly Row[] => {
    const key = `${row.endpoint_id} ${row.delivery_id}`;
    if (tables.deliveries.has(key)) return [];
    tables.deliveries.set(key, { endpoint_id: row.endpoint_id, delivery_id: row.delivery_id, matter_id: row.matter_id, body: row.body, state: 'pending', attempts: 0, next_try_at: row.made_at });
    return [{ delivery_id: row.delivery_id }];
  });
};

/** The statements of the core, each known by a piece of its text, in the order in which they are looked for. */
const known: readonly (readonly [string, Answer])[] = [
  ['left join platform.commands c on', loadMatter],
  ['select extract(epoch from clock_timestamp()) * 1000 as ms', (_tables, { nowMs }) => [{ ms: String(nowMs) }]],
  ['update platform.jobs j set attempts', takeJobs],
  ['delete from platform.jobs where', (tables, { values }) => (tables.jobs.delete(values[1] as string), done)],
  ['update platform.jobs set last_error', (tables, { values, nowMs }) => {
    const job = tables.jobs.get(values[2] as string);
    if (job) Object.assign(job, { lastError: values[0], runAtMs: nowMs + Math.min(3_600_000, 5_000 * 2 ** (job.attempts - 1)) });
    return done;
  }],
  ['update platform.jobs set payload', (tables, { values }) => {
    const job = tables.jobs.get(values[2] as string);
    if (job) job.payload = values[0] as string;
    return done;
  }],
  ['insert into platform.jobs (job_id', (tables, { values, nowMs }) => {
    const [jobId, matterId, kind, payload, afterSeconds] = values as readonly [string, string, string, string, number | undefined];
    return addJob(tables, jobId, matterId, kind, payload, nowMs + (afterSeconds ?? 0) * 1_000), done;
  }],
  ['left join platform.particulars p on', matterFile],
  ["jsonb_build_object('kind', f.kind, 'at'", matterFile],
  ['insert into matters.messages', (tables, { values }) => {
    const [partyId, messageId, matterId, , template] = values as readonly string[];
    const key = `${partyId ?? ''} ${messageId ?? ''}`;
    if (!tables.messages.has(key)) tables.messages.set(key, { template: template ?? '', matterId: matterId ?? '' });
    return done;
  }],
  ['from matters.sweep(', sweep],
  ['select matters.ring_timers(', ringTimers],
  ['from matters.clocks c where c.due_on >=', (tables, { values }) => reached(tables.clocks.values(), values)],
  ['from matters.timers t where t.due_on >=', (tables, { values }) => reached(tables.timers.values(), values)],
  ['insert into platform.webhook_deliveries', enqueueDeliveries],
  ['select distinct endpoint_id', (tables, { values }) => {
    const due = [...tables.deliveries.values()].filter((one) => one.state === 'pending' && one.next_try_at !== null && one.next_try_at <= (values[0] as string));
    return [...new Set(due.map((one) => one.endpoint_id))].sort().map((endpoint_id) => ({ endpoint_id }));
  }],
  ['select delivery_id from platform.webhook_deliveries', takeDeliveries],
  ['update platform.webhook_deliveries set state', recordDelivery],
  ['update platform.webhook_deliveries set next_try_at', (tables, { values }) => {
    const [until, endpointId] = values as readonly string[];
    for (const one of tables.deliveries.values()) if (one.endpoint_id === endpointId && one.state === 'pending' && one.next_try_at !== null && one.next_try_at < (until ?? '')) one.next_try_at = until ?? null;
    return done;
  }],
];

const found = new Map<string, Answer>();

/** Carries out one statement. A statement nobody told again here is a bug of the simulator: it follows the product's SQL. */
export function carryOut(tables: Tables, text: string, asked: Asked): readonly Row[] {
  let answer = found.get(text);
  if (!answer) {
    answer = known.find(([piece]) => text.includes(piece))?.[1];
    if (!answer) throw new Error(`the simulated database does not know: ${text}`);
    found.set(text, answer);
  }
  return answer(tables, asked);
}

/** A wall-clock text of the database. */
export const databaseTime = iso;
