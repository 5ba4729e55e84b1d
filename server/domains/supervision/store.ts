import { sql } from 'kysely';
import type pg from 'pg';
import type { Id } from '../../kernel/ids.ts';
import type { Instant, LocalDay } from '../../kernel/instant.ts';
import { type Keys } from '../../platform/crypto/index.ts';
import type { Entry } from '../../platform/db/batch-writer.ts';
import type { Handle } from '../../platform/db/database.ts';
import { dataKeyOf, loadState } from '../../platform/db/load-state.ts';
import type { Loaded } from '../../platform/db/run-command.ts';
import { openSealed, type ChainHead, type FactRow } from '../../platform/ledger/chain.ts';
import { runningClock, type Order, type OrderFact } from './order.ts';
import type { Finding } from './rule.ts';

/** The folded state of an order, its chain head and data key, and the digest of this command if it was done before: one call. */
export function loadOrder(pool: pg.Pool, keys: Keys, orderId: Id, commandId: Id): Promise<Loaded<Order> | undefined> {
  return loadState(pool, keys, { table: 'supervision.orders', key: 'order_id' }, orderId, commandId);
}

/** The rows of this domain that a command writes beside its facts. */
export function rowsOf(orderId: Id, state: Order, head: ChainHead): Entry {
  const { occasion } = state;
  const clock = runningClock(state);
  const place = { institution: occasion.institution, supervising_unit: state.supervisingUnit, area_unit: occasion.areaUnit };
  return {
    orders: [{
      order_id: orderId, seq: head.seq, head: head.hash, status: state.status, rule_id: occasion.ruleId, severity: occasion.severity, matter_id: occasion.matterId, unit: occasion.unit, ...place,
      task_code: occasion.taskCode, staff_id: occasion.staffId, escalations: state.escalations, replies_in_time: state.repliesInTime, replies_late: state.repliesLate,
      opened_at: state.openedAt, ended_at: state.endedAt, state,
    }],
    clocks_ended: clock ? [] : [{ order_id: orderId }],
    clocks: clock ? [{ order_id: orderId, clock: clock.kind, ...place, warn_at: clock.warnAt, due_at: clock.dueAt, due_on: clock.dueOn, passed: clock.escalated }] : [],
  };
}

/** An order read for people: its state, head, facts and the opened words by fact number. */
export interface OrderFile {
  readonly orderId: Id;
  readonly state: Order;
  readonly head: ChainHead;
  readonly facts: readonly FactRow[];
  readonly words: ReadonlyMap<number, string>;
}

/** The whole file of an order. */
export async function readOrderFile(handle: Handle, keys: Keys, orderId: Id): Promise<OrderFile | undefined> {
  const found = await sql<{ state: Order; seq: number; head: string; wrapped: Buffer; facts: (FactRow & { sealed: string | null })[] }>`
    select o.state, o.seq, encode(o.head, 'hex') as head, k.wrapped,
      (select jsonb_agg(jsonb_build_object('matter_id', f.matter_id, 'seq', f.seq, 'kind', f.kind,
          'at', to_char(f.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'by', f.by, 'content', f.content, 'salt', encode(f.salt, 'hex'),
          'files', f.files, 'rule', f.rule, 'prev', encode(f.prev, 'hex'), 'hash', encode(f.hash, 'hex'), 'sealed', encode(p.sealed, 'base64')) order by f.seq)
        from platform.facts f left join platform.particulars p on p.matter_id = f.matter_id and p.seq = f.seq
        where f.matter_id = o.order_id) as facts
    from supervision.orders o join platform.data_keys k on k.owner_id = o.order_id
    where o.order_id = ${orderId}`.execute(handle);
  const row = found.rows[0];
  if (!row) return undefined;
  const dataKey = dataKeyOf(keys, orderId, row.wrapped);
  const words = new Map<number, string>();
  for (const fact of row.facts) {
    if (fact.sealed === null) continue;
    const opened = openSealed<{ words: string }>(dataKey, orderId, fact.seq, Buffer.from(fact.sealed, 'base64'));
    if (!opened.ok) throw new Error(`words of fact ${fact.seq} of ${orderId}: ${opened.code}`);
    words.set(fact.seq, opened.value.words);
  }
  return { orderId, state: row.state, head: { seq: row.seq, hash: row.head }, facts: row.facts, words };
}

/** The facts of a file as the domain's union, without their words. */
export const orderFactsOf = (file: OrderFile): readonly OrderFact[] => file.facts.map((row) => ({ kind: row.kind, at: row.at, by: row.by, content: row.content }) as unknown as OrderFact);

/** What a finding lies on, beside what the rule says. */
export interface FoundOn {
  readonly findingId: Id;
  readonly finding: Finding;
  readonly matterId: Id;
  readonly matterNumber: string;
  readonly unit: string;
  readonly areaUnit: string;
  readonly taskCode: string;
  readonly orderId: Id | null;
}

/** Records findings, each once; answers those that are new. */
export async function recordFindings(handle: Handle, found: readonly FoundOn[], at: Instant): Promise<readonly FoundOn[]> {
  if (found.length === 0) return [];
  const rows = found.map(({ finding, ...one }) => ({
    finding_id: one.findingId, rule_id: finding.ruleId, rule_version: finding.ruleVersion, severity: finding.severity, matter_id: one.matterId, matter_number: one.matterNumber, about: finding.about, limit_id: finding.limitId,
    moment: finding.moment, institution: finding.institution, unit: one.unit, post: finding.post, staff_id: finding.staffId, second_staff_id: finding.secondStaffId, area_unit: one.areaUnit, task_code: one.taskCode, order_id: one.orderId,
  }));
  const made = await sql<{ finding_id: Id }>`
    insert into supervision.findings (finding_id, rule_id, rule_version, severity, matter_id, matter_number, about, limit_id, moment, institution, unit, post, staff_id, second_staff_id, area_unit, task_code, order_id, found_at)
    select f.finding_id, f.rule_id, f.rule_version, f.severity, f.matter_id, f.matter_number, f.about, f.limit_id, f.moment, f.institution, f.unit, f.post, f.staff_id, f.second_staff_id, f.area_unit, f.task_code, f.order_id, ${at}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as f(finding_id uuid, rule_id text, rule_version text, severity text, matter_id uuid, matter_number text, about text, limit_id text, moment timestamptz,
      institution text, unit text, post text, staff_id uuid, second_staff_id uuid, area_unit text, task_code text, order_id uuid)
    on conflict (finding_id) do nothing returning finding_id`.execute(handle);
  const fresh = new Set(made.rows.map((row) => row.finding_id));
  return found.filter((one) => fresh.has(one.findingId));
}

/** Marks the order clocks that passed and queues their escalation (migration 0008), at most `most`; where. */
export async function sweepOrders(handle: Handle, at: Instant, most: number): Promise<readonly { readonly institution: string; readonly areaUnit: string }[]> {
  const { rows } = await sql<{ institution: string; area_unit: string }>`select institution, area_unit from supervision.sweep(${at}, ${most})`.execute(handle);
  return rows.map((row) => ({ institution: row.institution, areaUnit: row.area_unit }));
}

/** A message for a member of staff. */
export interface StaffMessageRow {
  readonly staffId: Id;
  readonly messageId: Id;
  readonly kind: string;
  readonly at: Instant;
  readonly params: Readonly<Record<string, string | number>>;
  readonly orderId: Id | null;
}

/** Leaves messages; the same id twice leaves one. Answers how many are new. */
export async function insertStaffMessages(handle: Handle, messages: readonly StaffMessageRow[]): Promise<number> {
  if (messages.length === 0) return 0;
  const rows = messages.map((one) => ({ staff_id: one.staffId, message_id: one.messageId, kind: one.kind, at: one.at, params: one.params, order_id: one.orderId }));
  const made = await sql<{ message_id: Id }>`
    insert into supervision.staff_messages (staff_id, message_id, kind, at, params, order_id)
    select m.staff_id, m.message_id, m.kind, m.at, m.params, m.order_id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as m(staff_id uuid, message_id uuid, kind text, at timestamptz, params jsonb, order_id uuid)
    on conflict (staff_id, message_id) do nothing returning message_id`.execute(handle);
  return made.rows.length;
}

/** Marks a message of this person as read, the first time it is. */
export async function markRead(handle: Handle, staffId: Id, messageId: Id, at: Instant): Promise<void> {
  await sql`update supervision.staff_messages set read_at = ${at} where staff_id = ${staffId} and message_id = ${messageId} and read_at is null`.execute(handle);
}

/**
 * Takes a round of some work for this server alone; false where it is done, or under way at another. One that was taken and not done within five minutes is up for
 * taking again: the work must count once however often it is done.
 */
export async function takeRound(handle: Handle, name: string, round: string, at: Instant): Promise<boolean> {
  const { rows } = await sql<{ name: string }>`
    insert into supervision.rounds as r (name, round, taken_at) values (${name}, ${round}, ${at})
    on conflict (name) do update set round = excluded.round, taken_at = excluded.taken_at, done_at = null
    where r.round < excluded.round or (r.round = excluded.round and r.done_at is null and r.taken_at < ${at}::timestamptz - interval '5 minutes')
    returning name`.execute(handle);
  return rows.length > 0;
}

/** The round is done. */
export async function roundDone(handle: Handle, name: string, round: string, at: Instant): Promise<void> {
  await sql`update supervision.rounds set done_at = ${at} where name = ${name} and round = ${round}`.execute(handle);
}

/** Orders whose clock reaches a day, by id after `after`: what a change of the calendar from that day on may move. */
export async function ordersReaching(handle: Handle, firstDay: LocalDay, after: Id | undefined, most: number): Promise<readonly Id[]> {
  const { rows } = await sql<{ order_id: Id }>`
    select order_id from supervision.clocks where due_on >= ${firstDay} and not passed and order_id > ${after ?? '00000000-0000-0000-0000-000000000000'} order by order_id limit ${most}`.execute(handle);
  return rows.map((row) => row.order_id);
}

/** Queues work that goes on where a job stopped; queued twice it is there once. */
export async function queueJob(handle: Handle, job: { readonly jobId: Id; readonly matterId: Id; readonly kind: string; readonly payload: object }): Promise<void> {
  await sql`insert into platform.jobs (job_id, matter_id, kind, payload) values (${job.jobId}, ${job.matterId}, ${job.kind}, ${JSON.stringify(job.payload)}::jsonb) on conflict do nothing`.execute(handle);
}
