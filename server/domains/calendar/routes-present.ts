/** The calendar and its changes as they travel: every day with its reason and its notice, every change with both persons. */
import type * as wire from '../../../contract/calendar.ts';
import type { CalendarException, WorkingCalendar } from '../../kernel/calendar/index.ts';
import type { Id } from '../../kernel/ids.ts';
import type { LocalDay } from '../../kernel/instant.ts';
import type { ProposalAct } from '../../kernel/two-persons.ts';
import { calendarAlarm } from './alarm.ts';
import type { ApprovedChange, Change } from './change.ts';
import { findChange, type StoredChange } from './changes-store.ts';
import { judge, type Law } from './checks.ts';
import { composeCalendar, noticeKeyOf } from './compose.ts';
import { effectOf, type Effect } from './effect.ts';
import { festivalName, festivals } from './festivals.ts';
import type { Surroundings } from './surroundings.ts';

/** How far the calendar reaches, and what is wrong with it `today`. */
export function healthOf(calendar: WorkingCalendar, today: LocalDay): wire.CalendarHealth {
  const { version, from, to, provisionalFrom } = calendar;
  return { version, from, to, provisionalFrom, alarms: calendarAlarm(calendar, today).map((cause) => ({ ...cause, params: { ...cause.params } })) };
}

/** One year of the calendar that stands. */
export function yearView(around: Surroundings, year: number, mayPropose: boolean, today: LocalDay): wire.CalendarYear {
  const { calendar } = around.standing.now();
  const days = [...calendar.exceptions.values()].filter((day) => day.on.startsWith(`${year}-`)).sort((a, b) => (a.on < b.on ? -1 : 1));
  return {
    year, health: healthOf(calendar, today), mayPropose,
    days: days.map((day) => ({ on: day.on, kind: day.kind, name: day.name, source: sourceOf(around, day) })),
    festivals: festivals.map(({ code, name }) => ({ code, name })),
  };
}

const unknownSource: wire.CalendarSource = { document: null, issuedOn: null, url: null, verified: false, changeId: null, changeNumber: null };

/** Where a day is ordered: by an approved change, by a notice of the loaded tables, or, in a provisional year, by the statute alone. */
function sourceOf(around: Surroundings, day: CalendarException): wire.CalendarSource {
  const { base, approved } = around.standing.now();
  const change = approved.find((one) => noticeKeyOf(one) === day.notice) as (ApprovedChange & Partial<Change>) | undefined;
  // Two persons read the document before it stood: as sure as anything here can be.
  if (change) return { document: change.document ?? null, issuedOn: change.documentOn ?? null, url: change.link ?? null, verified: true, changeId: change.changeId, changeNumber: change.number };
  const notice = day.notice === null ? undefined : base.statutory.notices[day.notice];
  if (notice) return { ...unknownSource, document: notice.number, issuedOn: notice.issuedOn, url: notice.url, verified: notice.verified };
  const authority = day.on > base.statutory.to ? base.provisional?.authority : null;
  return authority ? { ...unknownSource, document: authority.document, url: authority.url } : unknownSource;
}

/** Names of everybody who proposed or decided these changes. */
export function personsOf(around: Surroundings, changes: readonly Change[]): Promise<ReadonlyMap<Id, string>> {
  return around.staffNames([...new Set(changes.flatMap((change) => [change.proposedBy.id, ...(change.decidedBy ? [change.decidedBy.id] : [])]))]);
}

/** A change in the list. */
export function changeRow({ changeId, state }: StoredChange, persons: ReadonlyMap<Id, string>, approved: readonly ApprovedChange[]): wire.CalendarChangeRow {
  const person = (id: Id) => ({ staffId: id, name: persons.get(id) ?? '' });
  return {
    changeId, number: state.number, kind: state.kind, status: state.status, name: state.name, year: state.year, document: state.document, documentOn: state.documentOn,
    firstOn: state.days.map((day) => day.on).sort()[0] ?? null, dayCount: state.days.length, proposedAt: state.proposedAt, proposedBy: person(state.proposedBy.id),
    decidedAt: state.decidedAt, decidedBy: state.decidedBy ? person(state.decidedBy.id) : null, repealedBy: approved.find((one) => one.repeals === changeId)?.number ?? null,
  };
}

/** An effect with what it may move: running limits that end from its first day on, and how many of its days are past. */
export async function effectView(around: Surroundings, effect: Effect, today: LocalDay): Promise<wire.CalendarEffect> {
  const { days, endsOn, provisionalFrom, firstDay } = effect;
  return {
    days: days.map((day) => ({ ...day })), endsOn, provisionalFrom, firstDay, pastDays: days.filter((day) => day.on < today).length,
    runningLimits: firstDay === null ? 0 : await around.affectedLimits(firstDay),
  };
}

/** A change, whole. Proposed: what it would do to the calendar of now; approved: what it did to the calendar before it. */
export async function changeView(around: Surroundings, stored: StoredChange, allowed: readonly ProposalAct[], law: Law): Promise<wire.CalendarChange> {
  const { changeId, seq, state } = stored;
  const [persons, target] = await Promise.all([personsOf(around, [state]), state.repeals === null ? undefined : findChange(around.database.handle, state.repeals)]);
  const judged = state.status === 'proposed' ? judge(state, changeId, law) : null;
  const effect = judged?.ok ? await effectView(around, judged.effect, law.today) : state.number === null ? null : { ...(await effectView(around, doneBy(state.number, law), law.today)), runningLimits: null };
  const faults = judged && !judged.ok ? (judged.errors ?? [{ pointer: '', code: judged.code, params: judged.params }]) : [];
  return {
    ...changeRow(stored, persons, law.approved), seq,
    days: state.days.map((day) => ({ ...day, name: (day.festival === null ? undefined : festivalName(day.festival)) ?? state.name })),
    repeals: target ? { changeId: target.changeId, number: target.state.number, name: target.state.name } : null,
    link: state.link, reason: state.reason, words: state.words, version: state.version, effect, faults: faults.map((fault) => ({ ...fault, params: { ...fault.params } })), allowed: [...allowed],
  };
}

/** What the change of this number did: the calendars before and after it, put together again. */
function doneBy(number: number, law: Law): Effect {
  const upTo = (last: number): WorkingCalendar => composeCalendar(law.base, law.approved.filter((change) => change.number <= last));
  return effectOf(upTo(number - 1), upTo(number));
}
