/** Whether a change can be made on the calendar that stands. Pure. */
import { outside, type WorkingCalendar } from '../../kernel/calendar/index.ts';
import { refuse, type InputFault, type Refusal } from '../../kernel/decider.ts';
import { isLocalDay, weekdayOf, type LocalDay } from '../../kernel/instant.ts';
import type { ApprovedChange, ChangeTerms, OrderedDay } from './change.ts';
import { arrangedTo, composeCalendar, inForce, type CalendarBase } from './compose.ts';
import { effectOf, stateOf, type Effect } from './effect.ts';
import { festivalName } from './festivals.ts';
import type { CalendarRefusalCode } from './refusals.ts';

/** What a change is judged against. */
export interface Law {
  readonly base: CalendarBase;
  /** every change approved so far */
  readonly approved: readonly ApprovedChange[];
  readonly today: LocalDay;
}

type No = Refusal<CalendarRefusalCode>;

/** The calendar as it would stand, and what would be other than now; or why the change cannot be. */
export type Judged = { readonly ok: true; readonly number: number; readonly calendar: WorkingCalendar; readonly effect: Effect & { readonly firstDay: LocalDay } } | No;

/** Judges terms that were trimmed before: the papers, then the days, then whether anything would change at all. */
export function judge(terms: ChangeTerms, changeId: string, law: Law): Judged {
  const standing = composeCalendar(law.base, law.approved);
  const papers = paperFaults(terms, law.today);
  const kind = kindFault(terms, law, standing);
  const [first] = papers;
  // Everything that is wrong at once, named after the first of it.
  if (first) return refuse(first.code, first.params, [...papers, ...(kind?.errors ?? [])]);
  if (kind) return kind;
  const number = Math.max(0, ...law.approved.map((change) => change.number)) + 1;
  const calendar = composeCalendar(law.base, [...law.approved, { ...terms, changeId, number }]);
  const effect = effectOf(standing, calendar);
  return effect.firstDay === null ? refuse('calendar.changes_nothing') : { ok: true, number, calendar, effect: { ...effect, firstDay: effect.firstDay } };
}

/** Texts without the blanks around them. */
export function trimmed(terms: ChangeTerms): ChangeTerms {
  const { name } = terms;
  return {
    ...terms, document: terms.document.trim(), reason: terms.reason.trim(), link: terms.link?.trim() || null,
    name: { 'zh-CN': name['zh-CN'].trim(), 'zh-HK': name['zh-HK'].trim(), en: name.en.trim() },
  };
}

/** A change rests on a paper: its name, number and date are there, and it is not of tomorrow. */
function paperFaults(terms: ChangeTerms, today: LocalDay): readonly (InputFault & { readonly code: CalendarRefusalCode })[] {
  const fault = (wrong: boolean, code: CalendarRefusalCode, pointer: string, params: Readonly<Record<string, string>> = {}) => (wrong ? [{ pointer, code, params }] : []);
  return [
    ...(['zh-CN', 'zh-HK', 'en'] as const).flatMap((language) => fault(terms.name[language] === '', 'calendar.name_needed', `/name/${language}`)),
    ...fault(terms.document === '', 'calendar.document_needed', '/document'),
    ...fault(!isLocalDay(terms.documentOn), 'calendar.document_day_unknown', '/documentOn'),
    ...fault(isLocalDay(terms.documentOn) && terms.documentOn > today, 'calendar.document_of_tomorrow', '/documentOn', { today }),
    ...fault(terms.link !== null && !/^https?:\/\/[^\s]+$/.test(terms.link), 'calendar.link_faulty', '/link'),
    ...fault(terms.reason === '', 'calendar.reason_needed', '/reason'),
  ];
}

function kindFault(terms: ChangeTerms, law: Law, standing: WorkingCalendar): No | undefined {
  switch (terms.kind) {
    case 'closure':
      return daysFault(terms.days, (day) => closureDayFault(day, standing));
    case 'notice':
      return yearFault(terms.year, law.today, standing) ?? daysFault(terms.days, (day) => noticeDayFault(day, terms.year ?? 0));
    case 'repeal':
      return repealFault(terms, law);
  }
}

/** All that is wrong with the days, at once. */
function daysFault(days: readonly OrderedDay[], faultOf: (day: OrderedDay) => Fault | undefined): No | undefined {
  if (days.length === 0) return refuse('calendar.no_days', {}, [{ pointer: '/days', code: 'calendar.no_days', params: {} }]);
  const faults = days.flatMap((day, index): InputFault[] => {
    const twice = days.findIndex((one) => one.on === day.on) < index;
    const fault: Fault | undefined = !isLocalDay(day.on) ? { code: 'calendar.day_unknown' } : twice ? { code: 'calendar.day_twice' } : faultOf(day);
    return fault ? [{ pointer: `/days/${index}`, code: fault.code, params: { day: day.on, ...fault.params } }] : [];
  });
  return faults.length === 0 ? undefined : refuse('calendar.days_faulty', { count: faults.length }, faults);
}

interface Fault {
  readonly code: CalendarRefusalCode;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** A closure leaves out a day that would have been worked; any other day is left out already. */
function closureDayFault(day: OrderedDay, standing: WorkingCalendar): Fault | undefined {
  if (day.kind !== 'closure' || day.festival !== null) return { code: 'calendar.day_not_of_kind' };
  if (outside(standing, day.on)) return { code: 'calendar.day_outside_table', params: { from: standing.from, to: standing.to } };
  switch (stateOf(standing, day.on)?.is) {
    case 'weekend':
      return { code: 'calendar.day_is_weekend' };
    case 'statutory_holiday':
      return { code: 'calendar.day_is_holiday' };
    case 'closure':
      return { code: 'calendar.day_is_closed' };
    default:
      return undefined;
  }
}

/** A notice orders days of its year and of the December before, holidays on weekdays and work at weekends: a holiday's weekend days are free anyway and are not listed. */
function noticeDayFault(day: OrderedDay, year: number): Fault | undefined {
  const weekend = [0, 6].includes(weekdayOf(day.on));
  if (day.kind === 'closure') return { code: 'calendar.day_not_of_kind' };
  if (day.festival !== null && festivalName(day.festival) === undefined) return { code: 'calendar.festival_unknown' };
  if (day.on < `${year - 1}-12-01` || day.on > `${year}-12-31`) return { code: 'calendar.day_outside_year', params: { year } };
  if (day.kind === 'statutory_holiday' && weekend) return { code: 'calendar.holiday_at_weekend' };
  return day.kind === 'makeup_workday' && !weekend ? { code: 'calendar.swap_on_weekday' } : undefined;
}

/** A notice is for this year, for one that is arranged already, or for the year right after those. */
function yearFault(year: number | null, today: LocalDay, standing: WorkingCalendar): No | undefined {
  const [first, next] = [Number(today.slice(0, 4)), Number(arrangedTo(standing).slice(0, 4)) + 1];
  if (year !== null && year >= first && year <= next) return undefined;
  return refuse('calendar.notice_year', { first, next }, [{ pointer: '/year', code: 'calendar.notice_year', params: { first, next } }]);
}

function repealFault(terms: ChangeTerms, law: Law): No | undefined {
  const target = law.approved.find((change) => change.changeId === terms.repeals);
  if (!target) return refuse('calendar.repeal_unknown', {}, [{ pointer: '/repeals', code: 'calendar.repeal_unknown', params: {} }]);
  if (target.kind === 'repeal') return refuse('calendar.repeal_of_repeal');
  const standing = inForce(law.approved);
  if (!standing.includes(target)) return refuse('calendar.repealed_already', { number: target.number });
  // Without the notice its year would be missing between two arranged ones.
  const shorter = arrangedTo(composeCalendar(law.base, [...law.approved, { ...terms, changeId: '', number: Number.MAX_SAFE_INTEGER }]));
  const resting = standing.find((change) => change !== target && change.kind === 'notice' && (change.year ?? 0) > Number(shorter.slice(0, 4)));
  return resting && target.kind === 'notice' ? refuse('calendar.repeal_leaves_gap', { number: resting.number }) : undefined;
}
