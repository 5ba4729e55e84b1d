import { sql } from 'kysely';
import type { Id } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Handle } from '../../platform/db/database.ts';
import type { Order } from './order.ts';
import type { Severity } from './rule.ts';

/** Longest list ever answered. */
export const listBound = 200;

/** What somebody may see: the institutions he answers for, and the units he supervises with everything below (null: the whole city). */
export interface Scope {
  readonly institutions: readonly string[];
  readonly units: readonly string[] | null;
}

/** What a list is asked for. */
export interface Wanted {
  /** the unit asked for and everything below it */
  readonly units?: readonly string[] | undefined;
  readonly rule?: string | undefined;
  readonly institution?: string | undefined;
  readonly severity?: Severity | undefined;
  readonly matterId?: Id | undefined;
}

/** One row of a list of orders. */
export interface ListedOrder {
  readonly orderId: Id;
  readonly state: Order;
}

/** Beyond this many a list counts no further: nobody pages through more, and counting all would read all. */
export const countBound = 10_000;

const all = sql`true`;
const none = sql`false`;

/** What the scope lets see; alternatives without a member are left out, so that each that is left has its index. */
function either(scope: Scope) {
  if (scope.units === null) return all;
  const ways = [
    ...(scope.institutions.length > 0 ? [sql`institution = any(${scope.institutions})`] : []),
    ...(scope.units.length > 0 ? [sql`area_unit = any(${scope.units})`, sql`unit = any(${scope.units})`] : []),
  ];
  return ways.length === 0 ? none : sql`(${sql.join(ways, sql` or `)})`;
}

function fits(scope: Scope, wanted: Wanted) {
  return sql.join(
    [
      either(scope),
      ...(wanted.units ? [sql`(area_unit = any(${wanted.units}) or unit = any(${wanted.units}))`] : []),
      ...(wanted.rule === undefined ? [] : [sql`rule_id = ${wanted.rule}`]),
      ...(wanted.institution === undefined ? [] : [sql`institution = ${wanted.institution}`]),
      ...(wanted.severity === undefined ? [] : [sql`severity = ${wanted.severity}`]),
      ...(wanted.matterId === undefined ? [] : [sql`matter_id = ${wanted.matterId}`]),
    ],
    sql` and `,
  );
}

/** Orders, the newest first, at most 200; `total` counts those that fit, at most 10,000. */
export async function listOrders(handle: Handle, scope: Scope, wanted: Wanted & { readonly state?: Order['status'] | 'running' | undefined; readonly escalated?: boolean; readonly staffId?: Id | undefined }): Promise<{ orders: readonly ListedOrder[]; total: number }> {
  const state = wanted.state === undefined ? all : wanted.state === 'running' ? sql`ended_at is null` : sql`status = ${wanted.state}`;
  const more = sql`${state} and ${wanted.escalated ? sql`escalations > 0` : all} and ${wanted.staffId === undefined ? all : sql`staff_id = ${wanted.staffId}`}`;
  const fit = sql`${fits(scope, wanted)} and ${more}`;
  // One after the other: behind the second fence both go over one connection.
  const { rows } = await sql<{ order_id: Id; state: Order }>`select order_id, state from supervision.orders where ${fit} order by opened_at desc, order_id limit ${listBound}`.execute(handle);
  const counted = await sql<{ total: number }>`select count(*)::int as total from (select 1 from supervision.orders where ${fit} limit ${countBound}) counted`.execute(handle);
  return { orders: rows.map((row) => ({ orderId: row.order_id, state: row.state })), total: counted.rows[0]?.total ?? 0 };
}

/** The orders of a matter, the oldest first, at most 200. */
export async function ordersOfMatter(handle: Handle, matterId: Id): Promise<readonly ListedOrder[]> {
  const { rows } = await sql<{ order_id: Id; state: Order }>`select order_id, state from supervision.orders where matter_id = ${matterId} order by opened_at, order_id limit ${listBound}`.execute(handle);
  return rows.map((row) => ({ orderId: row.order_id, state: row.state }));
}

/** An order as it stands. */
export async function findOrder(handle: Handle, orderId: Id): Promise<Order | undefined> {
  const { rows } = await sql<{ state: Order }>`select state from supervision.orders where order_id = ${orderId}`.execute(handle);
  return rows[0]?.state;
}

/** The matters among these on which a rule found something since a moment. */
export async function foundSince(handle: Handle, ruleId: string, matterIds: readonly Id[], since: Instant): Promise<ReadonlySet<Id>> {
  if (matterIds.length === 0) return new Set();
  const { rows } = await sql<{ matter_id: Id }>`
    select distinct matter_id from supervision.findings where matter_id = any(${matterIds}::uuid[]) and rule_id = ${ruleId} and found_at >= ${since} order by matter_id limit ${matterIds.length}`.execute(handle);
  return new Set(rows.map((row) => row.matter_id));
}

/** Which of these orders exist. */
export async function knownOrders(handle: Handle, orderIds: readonly Id[]): Promise<ReadonlySet<Id>> {
  if (orderIds.length === 0) return new Set();
  const { rows } = await sql<{ order_id: Id }>`select order_id from supervision.orders where order_id = any(${orderIds}::uuid[]) order by order_id limit ${orderIds.length}`.execute(handle);
  return new Set(rows.map((row) => row.order_id));
}

/** A finding as it was recorded. */
export interface ListedFinding {
  readonly findingId: Id;
  readonly ruleId: string;
  readonly ruleVersion: string;
  readonly severity: Severity;
  readonly matterId: Id;
  readonly matterNumber: string;
  readonly about: string;
  readonly limitId: string | null;
  readonly moment: Instant;
  readonly institution: string;
  readonly post: string;
  readonly staffId: Id | null;
  readonly secondStaffId: Id | null;
  readonly areaUnit: string;
  readonly taskCode: string;
  readonly orderId: Id | null;
  readonly foundAt: Instant;
}

interface FindingColumns {
  finding_id: Id; rule_id: string; rule_version: string; severity: Severity; matter_id: Id; matter_number: string; about: string; limit_id: string | null; moment: Instant; institution: string; post: string;
  staff_id: Id | null; second_staff_id: Id | null; area_unit: string; task_code: string; order_id: Id | null; found_at: Instant;
}

const listed = (row: FindingColumns): ListedFinding => ({
  findingId: row.finding_id, ruleId: row.rule_id, ruleVersion: row.rule_version, severity: row.severity, matterId: row.matter_id, matterNumber: row.matter_number, about: row.about, limitId: row.limit_id, moment: row.moment,
  institution: row.institution, post: row.post, staffId: row.staff_id, secondStaffId: row.second_staff_id, areaUnit: row.area_unit, taskCode: row.task_code, orderId: row.order_id, foundAt: row.found_at,
});

/** Findings, the newest first, at most 200, between two moments where named (the later one left out); `total` counts those that fit, at most 10,000. */
export async function listFindings(handle: Handle, scope: Scope, wanted: Wanted & { readonly from?: Instant | undefined; readonly before?: Instant | undefined }): Promise<{ findings: readonly ListedFinding[]; total: number }> {
  const period = sql`${wanted.from === undefined ? all : sql`found_at >= ${wanted.from}`} and ${wanted.before === undefined ? all : sql`found_at < ${wanted.before}`}`;
  const fit = sql`${fits(scope, wanted)} and ${period}`;
  const { rows } = await sql<FindingColumns>`
    select finding_id, rule_id, rule_version, severity, matter_id, matter_number, about, limit_id, moment, institution, post, staff_id, second_staff_id, area_unit, task_code, order_id, found_at
    from supervision.findings where ${fit} order by found_at desc, finding_id limit ${listBound}`.execute(handle);
  const counted = await sql<{ total: number }>`select count(*)::int as total from (select 1 from supervision.findings where ${fit} limit ${countBound}) counted`.execute(handle);
  return { findings: rows.map(listed), total: counted.rows[0]?.total ?? 0 };
}

/** Orders that wait: for replies of these institutions, and for the judgement of supervisors of these units. */
export async function countWaiting(handle: Handle, institutions: readonly string[], supervised: readonly string[]): Promise<{ toReply: number; toJudge: number }> {
  const { rows } = await sql<{ to_reply: number; to_judge: number }>`
    select count(*) filter (where status = 'open' and institution = any(${institutions}))::int as to_reply, count(*) filter (where status = 'replied' and supervising_unit = any(${supervised}))::int as to_judge
    from supervision.orders where ended_at is null`.execute(handle);
  return { toReply: rows[0]?.to_reply ?? 0, toJudge: rows[0]?.to_judge ?? 0 };
}

/** What a member of staff was told, the newest first, at most 100, and how many are unread. */
export async function messagesOf(handle: Handle, staffId: Id): Promise<{ messages: readonly { messageId: Id; kind: string; at: Instant; params: Record<string, string | number>; orderId: Id | null; readAt: Instant | null }[]; unread: number }> {
  const { rows } = await sql<{ message_id: Id; kind: string; at: Instant; params: Record<string, string | number>; order_id: Id | null; read_at: Instant | null }>`
    select message_id, kind, at, params, order_id, read_at from supervision.staff_messages where staff_id = ${staffId} order by at desc, message_id limit 100`.execute(handle);
  const unread = await sql<{ unread: number }>`select count(*)::int as unread from supervision.staff_messages where staff_id = ${staffId} and read_at is null`.execute(handle);
  return { messages: rows.map((row) => ({ messageId: row.message_id, kind: row.kind, at: row.at, params: row.params, orderId: row.order_id, readAt: row.read_at })), unread: unread.rows[0]?.unread ?? 0 };
}
