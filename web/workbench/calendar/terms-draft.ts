import type { CalendarTerms, OrderedDay } from '../../../contract/calendar.ts';
import type { Localized } from '../../../contract/language.ts';
import { counts, dayAfter, isDay, type ShownDay } from './day-facts.ts';

/** A line of the table of a notice, as typed. `key` keeps the line's place on the screen while it is typed. */
export interface DraftDay {
  readonly key: number;
  readonly on: string;
  readonly kind: 'statutory_holiday' | 'makeup_workday';
  /** code of a festival; empty for the change's own name */
  readonly festival: string;
}

/** A change as it is being written. */
export interface TermsDraft {
  readonly kind: CalendarTerms['kind'];
  readonly from: string;
  readonly to: string;
  readonly year: number;
  readonly text: string;
  readonly days: readonly DraftDay[];
  readonly repeals: string;
  readonly name: Localized;
  readonly document: string;
  readonly documentOn: string;
  readonly link: string;
  readonly reason: string;
}

/** An empty change; a notice is expected for `year`, a closure for today. */
export function emptyDraft(year: number, today: string): TermsDraft {
  return { kind: 'closure', from: today, to: today, year, text: '', days: [], repeals: '', name: { 'zh-CN': '', 'zh-HK': '', en: '' }, document: '', documentOn: today, link: '', reason: '' };
}

/** Longest span of days that can be closed in one change. */
const longestClosure = 60;

/** The working days of a closure's span: the others are left out anyway. Empty while the span is not a span. */
export function closedDays(draft: Pick<TermsDraft, 'from' | 'to'>, shown: (on: string) => ShownDay | undefined): readonly string[] {
  if (!isDay(draft.from) || !isDay(draft.to)) return [];
  const days: string[] = [];
  for (let on = draft.from, n = 0; on <= draft.to && n < longestClosure; on = dayAfter(on, 1), n += 1) {
    const day = shown(on);
    if (day && counts(day)) days.push(on);
  }
  return days;
}

/** What the server is sent: only what belongs to the kind. */
export function termsOf(draft: TermsDraft, closed: readonly string[]): CalendarTerms {
  const { kind, year, name, document, documentOn, reason } = draft;
  const days: Readonly<Record<CalendarTerms['kind'], OrderedDay[]>> = {
    closure: closed.map((on) => ({ on, kind: 'closure', festival: null })),
    notice: draft.days.map((day) => ({ on: day.on, kind: day.kind, festival: day.festival || null })),
    repeal: [],
  };
  return { kind, year: kind === 'notice' ? year : null, days: days[kind], repeals: kind === 'repeal' ? draft.repeals || null : null, name, document, documentOn, link: draft.link.trim() || null, reason };
}

/** The table with the days that were read from a text, in order of day; lines typed before stay unless the text names their day too. */
export function withRead(draft: TermsDraft, read: readonly { readonly on: string; readonly kind: string; readonly festival: string | null }[]): TermsDraft {
  const found = read.flatMap((day) => (day.kind === 'weekend' ? [] : [{ on: day.on, kind: day.kind as DraftDay['kind'], festival: day.festival ?? '' }]));
  const kept = draft.days.filter((day) => day.on !== '' && !found.some((one) => one.on === day.on));
  const first = Math.max(0, ...draft.days.map((day) => day.key)) + 1;
  const days = [...kept, ...found.map((day, index) => ({ ...day, key: first + index }))].sort((a, b) => (a.on < b.on ? -1 : 1));
  return { ...draft, days };
}

/** The table with one more empty line. */
export function withLine(draft: TermsDraft): TermsDraft {
  const festival = draft.days.at(-1)?.festival ?? '';
  return { ...draft, days: [...draft.days, { key: Math.max(0, ...draft.days.map((day) => day.key)) + 1, on: '', kind: 'statutory_holiday', festival }] };
}
