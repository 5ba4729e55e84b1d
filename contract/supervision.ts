/** Supervision: orders that must be answered (督办), findings (预警), back-trace of delay (超时倒查), digests and messages of staff. */
import { Type, type Static } from 'typebox';
import { closed, CommandId, InstitutionCode, Instant, literals, LocalDate, nullable, UnitCode, Uuid } from './common.ts';
import { endpoint } from './endpoint.ts';
import { ruleSeverities } from './law.ts';
import { Due, LimitLight, procedureKinds, StripDay } from './limits.ts';
import { Localized } from './localized.ts';

/** Where an order is: open (waits for a reply, also after it was sent back), replied (waits for the supervisor), closed, lapsed (a change of the calendar took the breach away). */
export const orderStatuses = ['open', 'replied', 'closed', 'lapsed'] as const;
export const OrderStatus = literals(orderStatuses);
export type OrderStatus = Static<typeof OrderStatus>;

/** What an actor may do with an order; buttons come from the server's `allowed`. */
export const orderCommands = ['reply', 'return', 'close'] as const;
export const OrderCommand = literals(orderCommands);
export type OrderCommand = Static<typeof OrderCommand>;

/** On which ground a supervisor accepts a reply: put right (整改到位), excused by its reasons (理由成立), answered for by somebody (已问责). */
export const closingGrounds = ['put_right', 'excused', 'held_to_account'] as const;
export const ClosingGround = literals(closingGrounds);
export type ClosingGround = Static<typeof ClosingGround>;

export const Severity = literals(ruleSeverities);
export type Severity = Static<typeof Severity>;
const RuleId = Type.String({ pattern: '^S-[0-9]{2}$' });

/** A member of staff by name; null stands for nobody in person: the post was unclaimed. */
export const Person = Type.Object({ staffId: Uuid, name: Type.String() }, closed);
export type Person = Static<typeof Person>;

/** A clock of an order: the institution's time to reply (L-050), then the supervisor's to judge the reply. */
export const OrderClock = Type.Object(
  {
    clock: literals(['reply', 'review'] as const),
    amount: Type.Integer(), unit: Type.String(), startedAt: Instant, dueOn: LocalDate, dueAt: Instant,
    /** working days left; negative when late; null when over */
    remaining: nullable(Type.Integer()),
    light: LimitLight, endedAt: nullable(Instant), provisional: Type.Boolean(), explanation: Localized,
  },
  closed,
);
export type OrderClock = Static<typeof OrderClock>;

/** The same with its strip of days, where one order is looked at. */
export const ExplainedOrderClock = Type.Object({ ...OrderClock.properties, strip: Type.Array(StripDay) }, closed);
export type ExplainedOrderClock = Static<typeof ExplainedOrderClock>;

/** What orders and findings have in common: which rule, where, who, which limit. No applicant. */
const occasion = {
  ruleId: RuleId, ruleVersion: Type.String(), ruleName: Localized, severity: Severity,
  matterId: Uuid, matterNumber: Type.String(), taskCode: Type.String(), itemName: Localized,
  areaUnit: UnitCode, areaName: Localized, institution: InstitutionCode, institutionName: Localized, post: Type.String(),
  /** who is answerable in person; null where nobody had claimed it */
  staff: nullable(Person),
  /** who approved the act complained of, where two persons did it */
  second: nullable(Person),
  /** `promised`, `link:…`; null where no limit was passed */
  limitId: nullable(Type.String()),
  /** name of the link, where the limit is a link's */
  linkName: nullable(Localized),
  /** the last moment in time that was let pass, or the moment of the act found */
  moment: Instant,
};

export const OrderRow = Type.Object(
  {
    orderId: Uuid, ...occasion, status: OrderStatus, openedAt: Instant,
    /** the clock that runs now; null once closed or lapsed */
    clock: nullable(OrderClock),
    returns: Type.Integer(), escalated: Type.Boolean(), supervisingUnit: UnitCode, supervisingUnitName: Localized, closedAt: nullable(Instant), ground: nullable(ClosingGround),
  },
  closed,
);
export type OrderRow = Static<typeof OrderRow>;

/** How much of a limit was used and by how much it was overrun; amounts are whole working days, or whole minutes where `unit` is `minute` (limits in hours). */
export const traceUnits = ['working_day', 'minute'] as const;
const amount = Type.Integer({ minimum: 0 });

/** Part of a link in the time used: `used` = waited + worked + pausedUnlawful; pausedLawful is not in it. */
export const LinkShare = Type.Object(
  {
    /** null for time between links */
    linkId: nullable(Type.String()), element: Type.String(), linkName: Localized, institution: InstitutionCode, institutionName: Localized,
    /** who ended it or has it now */
    staff: nullable(Person),
    allowed: nullable(amount), used: amount, waitedUnclaimed: amount, worked: amount,
    /** stood still by an announced special procedure: not counted */
    pausedLawful: amount,
    /** the procedure lasted beyond what was announced: counted */
    pausedUnlawful: amount,
    late: amount, openedAt: nullable(Instant), doneAt: nullable(Instant),
  },
  closed,
);
export type LinkShare = Static<typeof LinkShare>;

/** A limit as a whole, for back-trace: `late` is the net delay. */
export const TracedLimit = Type.Object({ limitId: Type.String(), kind: Type.String(), unit: literals(traceUnits), allowed: amount, used: amount, late: amount, dueOn: LocalDate, dueAt: Instant, endedAt: nullable(Instant) }, closed);

/** Net delay of a matter after lawful pauses, split by link, institution and person. Used and late of links, of units and of people each add up to those of the matter. */
export const BackTrace = Type.Object(
  {
    matterId: Uuid, matterNumber: Type.String(),
    /** the promised limit; null before acceptance: then `links`, `units` and `people` are empty */
    matter: nullable(TracedLimit),
    links: Type.Array(LinkShare),
    units: Type.Array(Type.Object({ institution: InstitutionCode, institutionName: Localized, used: amount, late: amount }, closed)),
    people: Type.Array(Type.Object({ staff: nullable(Person), institution: InstitutionCode, institutionName: Localized, used: amount, late: amount }, closed)),
    /** notice and service: answered for by one institution each, and no part of the sum */
    others: Type.Array(Type.Object({ ...TracedLimit.properties, institution: InstitutionCode, institutionName: Localized, staff: nullable(Person) }, closed)),
  },
  closed,
);
export type BackTrace = Static<typeof BackTrace>;

/** An act that moved a limit, with both persons. */
export const LimitActView = Type.Object(
  {
    proposalId: Type.String(), type: literals(['special', 'prolong', 'end', 'extend'] as const), ground: nullable(literals(procedureKinds)), document: Type.String(),
    outcome: literals(['open', 'approved', 'rejected'] as const), institutionName: Localized,
    proposedBy: nullable(Person), proposedAt: Instant, decidedBy: nullable(Person), decidedAt: nullable(Instant),
  },
  closed,
);
export type LimitActView = Static<typeof LimitActView>;

/** A line of an order's history. */
export const OrderEvent = Type.Object(
  {
    seq: Type.Integer(), kind: literals(['order_opened', 'order_replied', 'order_returned', 'order_closed', 'order_lapsed', 'order_escalated', 'order_recomputed'] as const),
    at: Instant, by: nullable(Person), byUnitName: nullable(Localized), words: nullable(Type.String()), params: Type.Record(Type.String(), Type.String()), hash: Type.String(),
  },
  closed,
);
export type OrderEvent = Static<typeof OrderEvent>;

export const OrderView = Type.Object(
  {
    ...OrderRow.properties, ruleDescription: Localized, ruleSource: Localized, ruleVerified: Type.Boolean(),
    clocks: Type.Array(ExplainedOrderClock), history: Type.Array(OrderEvent),
    matterStatus: Type.String(), dues: Type.Array(Due), limitActs: Type.Array(LimitActView), backTrace: BackTrace,
    allowed: Type.Array(OrderCommand),
    /** whether the caller may open the matter's file */
    mayOpenMatter: Type.Boolean(),
    /** fact number this view was read at; commands send it back */
    seq: Type.Integer(),
  },
  closed,
);
export type OrderView = Static<typeof OrderView>;

export const FindingRow = Type.Object({ findingId: Uuid, ...occasion, foundAt: Instant, orderId: nullable(Uuid) }, closed);
export type FindingRow = Static<typeof FindingRow>;

const where = {
  /** a unit and everything below it */
  unit: Type.Optional(UnitCode), rule: Type.Optional(RuleId), institution: Type.Optional(InstitutionCode), severity: Type.Optional(Severity), matterId: Type.Optional(Uuid),
};

export const listOrders = endpoint({
  id: 'listOrders', method: 'GET', path: '/api/v1/orders', tag: 'supervision',
  summary: 'Supervision orders the caller may see, the newest first, at most 200 (`total` counts up to 10,000); `state=running` is open and replied',
  query: Type.Object({ ...where, state: Type.Optional(literals([...orderStatuses, 'running'] as const)), escalated: Type.Optional(literals(['yes'] as const)), mine: Type.Optional(literals(['yes'] as const)) }, closed),
  reply: Type.Object({ orders: Type.Array(OrderRow), total: Type.Integer() }, closed),
});

const orderParams = Type.Object({ orderId: Uuid }, closed);
export const getOrder = endpoint({ id: 'getOrder', method: 'GET', path: '/api/v1/orders/:orderId', tag: 'supervision', summary: 'One order with its words, the matter’s dates, who moved its limits, and the back-trace; reading is recorded', params: orderParams, reply: OrderView });

const act = { commandId: CommandId, seenSeq: Type.Integer({ minimum: 1 }) };
const words = Type.String({ minLength: 1, maxLength: 2000 });
const answer = Type.Object({ order: OrderView }, closed);
export const replyToOrder = endpoint({
  id: 'replyToOrder', method: 'POST', path: '/api/v1/orders/:orderId/reply', tag: 'supervision', summary: '答复: why it was late and what was done; by an officer, approver or hall manager of the institution',
  params: orderParams, body: Type.Object({ ...act, words }, closed), reply: answer,
});
export const returnOrder = endpoint({
  id: 'returnOrder', method: 'POST', path: '/api/v1/orders/:orderId/return', tag: 'supervision', summary: '退回: the reply does not do; the time to reply starts again',
  params: orderParams, body: Type.Object({ ...act, words }, closed), reply: answer,
});
export const closeOrder = endpoint({
  id: 'closeOrder', method: 'POST', path: '/api/v1/orders/:orderId/close', tag: 'supervision', summary: '办结: the supervisor accepts the reply, on a ground',
  params: orderParams, body: Type.Object({ ...act, ground: ClosingGround, words }, closed), reply: answer,
});

export const listFindings = endpoint({
  id: 'listFindings', method: 'GET', path: '/api/v1/findings', tag: 'supervision', summary: 'What the rules found and opened no order for, and orders not answered in time; the newest first, at most 200 (`total` counts up to 10,000)',
  query: Type.Object({ ...where, from: Type.Optional(LocalDate), to: Type.Optional(LocalDate) }, closed),
  reply: Type.Object({ findings: Type.Array(FindingRow), total: Type.Integer() }, closed),
});

const matterParams = Type.Object({ matterId: Uuid }, closed);
export const getBackTrace = endpoint({ id: 'getBackTrace', method: 'GET', path: '/api/v1/matters/:matterId/back-trace', tag: 'supervision', summary: '超时倒查: used time and net delay by link, institution and person, for staff who may read the matter; reading is recorded', params: matterParams, reply: BackTrace });
export const ordersOfMatter = endpoint({
  id: 'ordersOfMatter', method: 'GET', path: '/api/v1/matters/:matterId/orders', tag: 'supervision',
  summary: 'Orders on a matter: the applicant learns how many are open and nothing more; staff who may read the matter see rule and state',
  params: matterParams,
  reply: Type.Object(
    { open: Type.Integer(), orders: Type.Array(Type.Object({ orderId: Uuid, ruleId: RuleId, ruleName: Localized, severity: Severity, status: OrderStatus, openedAt: Instant, dueOn: nullable(LocalDate), light: nullable(LimitLight), mayOpen: Type.Boolean() }, closed)) },
    closed,
  ),
});

/** A running limit in somebody's digest. */
export const DigestLine = Type.Object(
  {
    matterId: Uuid, number: Type.String(), limitId: Type.String(), kind: Type.String(), itemName: Localized, institution: InstitutionCode, institutionName: Localized,
    light: LimitLight, dueOn: LocalDate, dueAt: Instant, staff: nullable(Person), mine: Type.Boolean(),
  },
  closed,
);
export type DigestLine = Static<typeof DigestLine>;
export const myDigest = endpoint({
  id: 'myDigest', method: 'GET', path: '/api/v1/me/digest', tag: 'supervision', summary: 'What is yellow or red for the caller now, most urgent first, at most 100: what clerks and officers have in hand or wait for, approvers everything of their institutions; orders that wait for the caller',
  reply: Type.Object({ at: Instant, yellow: Type.Integer(), red: Type.Integer(), lines: Type.Array(DigestLine), ordersToReply: Type.Integer(), ordersToJudge: Type.Integer() }, closed),
});

/** What staff are told in the program; `text` is its sentence, from contract/messages/supervision.ts under `staff_message.<kind>`. */
export const staffMessageKinds = ['digest', 'order_opened', 'order_returned', 'order_replied', 'order_escalated', 'order_closed', 'order_lapsed'] as const;
export const StaffMessage = Type.Object(
  { messageId: Uuid, kind: literals(staffMessageKinds), at: Instant, params: Type.Record(Type.String(), Type.Union([Type.String(), Type.Integer()])), text: Localized, orderId: nullable(Uuid), readAt: nullable(Instant) },
  closed,
);
export type StaffMessage = Static<typeof StaffMessage>;
export const myStaffMessages = endpoint({
  id: 'myStaffMessages', method: 'GET', path: '/api/v1/me/staff-messages', tag: 'supervision', summary: 'What the caller was told as staff, the newest first, at most 100',
  reply: Type.Object({ messages: Type.Array(StaffMessage), unread: Type.Integer() }, closed),
});
export const markStaffMessageRead = endpoint({
  id: 'markStaffMessageRead', method: 'POST', path: '/api/v1/me/staff-messages/:messageId/mark-read', tag: 'supervision', status: 204, summary: 'Marks a message of the caller as read; an unknown one is marked by nobody and answered alike',
  params: Type.Object({ messageId: Uuid }, closed),
});
