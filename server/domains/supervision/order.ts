import type { By } from '../../kernel/actor.ts';
import type { Limit } from '../../kernel/calendar/index.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Instant, LocalDay } from '../../kernel/instant.ts';
import type { Severity } from './rule.ts';

/** 待答复 waits for the institution · 待审核 waits for the supervisor · 已办结 · 已撤销 (the breach was none by a later calendar). */
export type OrderStatus = 'open' | 'replied' | 'closed' | 'lapsed';

/** On which ground a reply is accepted: put right, excused by its reasons, answered for by somebody. */
export type ClosingGround = 'put_right' | 'excused' | 'held_to_account';

/** Whose time runs: the institution's to reply (L-050), or the supervisor's to judge the reply. */
export type OrderClockKind = 'reply' | 'review';

/** A clock of an order as its fact sets it: length, start, and where it ends by the calendar named. */
export interface OrderSetClock {
  readonly limit: Limit;
  readonly startedAt: Instant;
  readonly dueOn: LocalDay;
  readonly dueAt: Instant;
  readonly warnAt: Instant;
  readonly provisional: boolean;
  readonly calendar: string;
}

/** A running or ended clock of an order. */
export interface OrderClock extends OrderSetClock {
  readonly kind: OrderClockKind;
  readonly endedAt: Instant | null;
  /** Its breach was recorded and raised. */
  readonly escalated: boolean;
}

/** Why an order was opened: what a rule found. Codes, ids and dates; no applicant. */
export interface Occasion {
  readonly ruleId: string;
  readonly ruleVersion: string;
  readonly severity: Severity;
  readonly matterId: Id;
  readonly matterNumber: string;
  readonly about: string;
  readonly limitId: string | null;
  readonly moment: Instant;
  readonly institution: string;
  /** Unit of the institution: the lowest whose supervisor judges. */
  readonly unit: string;
  readonly post: string;
  readonly staffId: Id | null;
  readonly secondStaffId: Id | null;
  readonly areaUnit: string;
  readonly taskCode: string;
}

interface Fact<Kind extends string, Content extends object, Sealed extends object = never> {
  readonly kind: Kind;
  readonly at: Instant;
  readonly by: By;
  readonly content: Content;
  readonly sealed?: Sealed;
}

interface Words {
  readonly words: string;
}

/** What happened to an order (督办单): a chain of facts of its own, in the same ledger as matters. Words lie sealed under the order's own key. */
export type OrderFact =
  | Fact<'order_opened', { readonly occasion: Occasion; readonly reply: OrderSetClock; readonly pack: string }>
  | Fact<'order_replied', { readonly review: OrderSetClock }, Words>
  | Fact<'order_returned', { readonly reply: OrderSetClock }, Words>
  | Fact<'order_closed', { readonly ground: ClosingGround }, Words>
  | Fact<'order_lapsed', { readonly calendar: string }>
  | Fact<'order_escalated', { readonly clock: OrderClockKind; readonly dueAt: Instant; readonly from: string; readonly to: string }>
  | Fact<'order_recomputed', { readonly clock: OrderClockKind; readonly moved: OrderSetClock }>;

/** An order as its facts say it stands. */
export interface Order {
  readonly occasion: Occasion;
  readonly pack: string;
  readonly status: OrderStatus;
  readonly openedAt: Instant;
  readonly clocks: readonly OrderClock[];
  /** The unit whose supervisors judge it: the institution's, one higher after each escalation. */
  readonly supervisingUnit: string;
  readonly escalations: number;
  readonly returns: number;
  readonly repliedBy: Id | null;
  readonly repliesInTime: number;
  readonly repliesLate: number;
  readonly endedAt: Instant | null;
  readonly closedBy: Id | null;
  readonly ground: ClosingGround | null;
}

/** The clock that runs; undefined once the order is over. */
export const runningClock = (order: Order): OrderClock | undefined => order.clocks.find((clock) => clock.endedAt === null);
