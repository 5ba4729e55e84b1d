/** The working calendar: which days count and why, and how two administrators change it. */
import { Type, type Static } from 'typebox';
import { closed, CommandId, FieldProblem, Instant, literals, LocalDate, nullable, Uuid } from './common.ts';
import { endpoint } from './endpoint.ts';
import { Localized } from './localized.ts';

export const calendarDayKinds = ['statutory_holiday', 'makeup_workday', 'closure'] as const;
export const calendarChangeKinds = ['closure', 'notice', 'repeal'] as const;
export const calendarChangeStatuses = ['proposed', 'approved', 'rejected', 'withdrawn'] as const;
export const calendarActs = ['approve', 'reject', 'withdraw'] as const;

/** Where a day is ordered: a notice of the loaded tables, the statute a provisional year rests on, or an approved change (`changeId`). */
export const CalendarSource = Type.Object(
  { document: nullable(Type.String()), issuedOn: nullable(LocalDate), url: nullable(Type.String()), verified: Type.Boolean(), changeId: nullable(Uuid), changeNumber: nullable(Type.Integer()) },
  closed,
);
export type CalendarSource = Static<typeof CalendarSource>;

/** A day that differs from "Monday to Friday are worked". */
export const CalendarDay = Type.Object({ on: LocalDate, kind: literals(calendarDayKinds), name: Localized, source: CalendarSource }, closed);
export type CalendarDay = Static<typeof CalendarDay>;

/** Why administrators must look at the calendar; sentences in contract/messages/calendar-acts.ts. */
export const CalendarAlarm = Type.Object(
  { code: literals(['calendar.alarm_year_missing', 'calendar.alarm_year_provisional', 'calendar.alarm_end_near'] as const), params: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])) },
  closed,
);
export type CalendarAlarm = Static<typeof CalendarAlarm>;

/** How far the calendar reaches; `provisionalFrom` is the first day that no notice has arranged yet. */
export const CalendarHealth = Type.Object({ version: Type.String(), from: LocalDate, to: LocalDate, provisionalFrom: nullable(LocalDate), alarms: Type.Array(CalendarAlarm) }, closed);
export type CalendarHealth = Static<typeof CalendarHealth>;

/** A year of the calendar that stands. */
export const CalendarYear = Type.Object(
  {
    year: Type.Integer(), health: CalendarHealth, days: Type.Array(CalendarDay),
    festivals: Type.Array(Type.Object({ code: Type.String(), name: Localized }, closed)),
    /** whether the caller may propose changes */
    mayPropose: Type.Boolean(),
  },
  closed,
);
export type CalendarYear = Static<typeof CalendarYear>;

/** A day that a change orders; without a festival it bears the change's own name. */
export const OrderedDay = Type.Object({ on: LocalDate, kind: literals(calendarDayKinds), festival: nullable(Type.String({ maxLength: 40 })) }, closed);
export type OrderedDay = Static<typeof OrderedDay>;

const line = Type.String({ maxLength: 120 });

/** What a change says: closures and notices have days, a notice its year, a repeal the change it takes back. */
export const CalendarTerms = Type.Object(
  {
    kind: literals(calendarChangeKinds), year: nullable(Type.Integer({ minimum: 2004, maximum: 2200 })), days: Type.Array(OrderedDay, { maxItems: 120 }), repeals: nullable(Uuid),
    name: Type.Object({ 'zh-CN': line, 'zh-HK': line, en: line }, closed), document: line, documentOn: Type.String({ maxLength: 10 }),
    link: nullable(Type.String({ maxLength: 300 })), reason: Type.String({ maxLength: 1_000 }),
  },
  closed,
);
export type CalendarTerms = Static<typeof CalendarTerms>;

/** A day in one word, with the name of its holiday, swap or closure. */
export const DayState = Type.Object({ is: literals(['working', 'weekend', ...calendarDayKinds] as const), name: nullable(Localized) }, closed);
export type DayState = Static<typeof DayState>;

/** What a change does: days other than before (null: outside the table), the table's end, the first day concerned, how many running limits end on it or later, and how many changed days are past. */
export const CalendarEffect = Type.Object(
  {
    days: Type.Array(Type.Object({ on: LocalDate, before: nullable(DayState), after: nullable(DayState) }, closed)),
    endsOn: Type.Object({ before: LocalDate, after: LocalDate }, closed),
    provisionalFrom: Type.Object({ before: nullable(LocalDate), after: nullable(LocalDate) }, closed),
    firstDay: nullable(LocalDate), runningLimits: nullable(Type.Integer()), pastDays: Type.Integer(),
  },
  closed,
);
export type CalendarEffect = Static<typeof CalendarEffect>;

const Person = Type.Object({ staffId: Uuid, name: Type.String() }, closed);

/** A change in the list. */
export const CalendarChangeRow = Type.Object(
  {
    changeId: Uuid, number: nullable(Type.Integer()), kind: literals(calendarChangeKinds), status: literals(calendarChangeStatuses), name: Localized, year: nullable(Type.Integer()),
    document: Type.String(), documentOn: LocalDate, firstOn: nullable(LocalDate), dayCount: Type.Integer(), proposedAt: Instant, proposedBy: Person, decidedAt: nullable(Instant), decidedBy: nullable(Person),
    /** number of the change that took it back */
    repealedBy: nullable(Type.Integer()),
  },
  closed,
);
export type CalendarChangeRow = Static<typeof CalendarChangeRow>;

/** A change, whole. `effect` is what it would do now, or did when it was approved; null where it can do nothing any more: `faults` then say why. */
export const CalendarChange = Type.Object(
  {
    ...CalendarChangeRow.properties, seq: Type.Integer(), days: Type.Array(Type.Object({ ...OrderedDay.properties, name: Localized }, closed)),
    repeals: nullable(Type.Object({ changeId: Uuid, number: nullable(Type.Integer()), name: Localized }, closed)),
    link: nullable(Type.String()), reason: Type.String(), words: nullable(Type.String()), version: nullable(Type.String()),
    effect: nullable(CalendarEffect), faults: Type.Array(FieldProblem), allowed: Type.Array(literals(calendarActs)),
  },
  closed,
);
export type CalendarChange = Static<typeof CalendarChange>;

const changeParams = Type.Object({ changeId: Uuid }, closed);
/** Every act on a change: its id, and the fact number the actor saw. */
const act = { commandId: CommandId, seenSeq: Type.Integer({ minimum: 1 }) };
const answer = Type.Object({ change: CalendarChange }, closed);

export const getCalendarYear = endpoint({
  id: 'getCalendarYear', method: 'GET', path: '/api/v1/calendar/years/:year', tag: 'calendar', summary: 'The days of a year that differ from the plain week, each with its reason and its notice',
  params: Type.Object({ year: Type.Integer({ minimum: 1000, maximum: 9999 }) }, closed), reply: CalendarYear,
});
export const getCalendarHealth = endpoint({ id: 'getCalendarHealth', method: 'GET', path: '/api/v1/calendar/health', tag: 'calendar', summary: 'How far the calendar reaches, and what an administrator must see to', reply: CalendarHealth });
export const listCalendarChanges = endpoint({
  id: 'listCalendarChanges', method: 'GET', path: '/api/v1/calendar/changes', tag: 'calendar', summary: 'Changes of the calendar, newest first, at most 200',
  reply: Type.Object({ changes: Type.Array(CalendarChangeRow), total: Type.Integer() }, closed),
});
export const getCalendarChange = endpoint({ id: 'getCalendarChange', method: 'GET', path: '/api/v1/calendar/changes/:changeId', tag: 'calendar', summary: 'One change with its effect and both persons', params: changeParams, reply: CalendarChange });

export const readCalendarNotice = endpoint({
  id: 'readCalendarNotice', method: 'POST', path: '/api/v1/calendar/read-notice', tag: 'calendar', summary: 'Reads a pasted notice into days, each checked against what the text says of it; keeps nothing',
  body: Type.Object({ year: Type.Integer({ minimum: 2004, maximum: 2200 }), text: Type.String({ maxLength: 6_000 }) }, closed),
  reply: Type.Object(
    {
      days: Type.Array(Type.Object({ on: LocalDate, kind: literals(['statutory_holiday', 'makeup_workday', 'weekend'] as const), festival: nullable(Type.String()) }, closed)),
      faults: Type.Array(Type.Object({ code: Type.String(), params: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()])) }, closed)),
      /** parts that name a day but neither 放假 nor 上班 */
      unread: Type.Array(Type.String()),
      /** festivals of the statute for which the text orders nothing */
      missing: Type.Array(Localized),
    },
    closed,
  ),
});
export const checkCalendarChange = endpoint({
  id: 'checkCalendarChange', method: 'POST', path: '/api/v1/calendar/check-change', tag: 'calendar', summary: 'What a change would do, or everything that is wrong with it; keeps nothing',
  body: CalendarTerms, reply: Type.Object({ refusal: nullable(Type.Object({ code: Type.String(), params: FieldProblem.properties.params }, closed)), faults: Type.Array(FieldProblem), effect: nullable(CalendarEffect) }, closed),
});
export const proposeCalendarChange = endpoint({
  id: 'proposeCalendarChange', method: 'POST', path: '/api/v1/calendar/changes', tag: 'calendar', status: 201, summary: 'Puts a change before a second administrator',
  body: Type.Object({ commandId: CommandId, terms: CalendarTerms }, closed), reply: answer,
});
export const approveCalendarChange = endpoint({
  id: 'approveCalendarChange', method: 'POST', path: '/api/v1/calendar/changes/:changeId/approve', tag: 'calendar', summary: 'A second administrator agrees: the new calendar stands at once',
  params: changeParams, body: Type.Object(act, closed), reply: answer,
});
export const rejectCalendarChange = endpoint({
  id: 'rejectCalendarChange', method: 'POST', path: '/api/v1/calendar/changes/:changeId/reject', tag: 'calendar', summary: 'A second administrator says no, with the reason',
  params: changeParams, body: Type.Object({ ...act, words: Type.String({ maxLength: 1_000 }) }, closed), reply: answer,
});
export const withdrawCalendarChange = endpoint({
  id: 'withdrawCalendarChange', method: 'POST', path: '/api/v1/calendar/changes/:changeId/withdraw', tag: 'calendar', summary: 'The proposer takes a proposal back',
  params: changeParams, body: Type.Object(act, closed), reply: answer,
});
