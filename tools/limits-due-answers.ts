/** The answers of `limits:due`: each entry's due date with everything that explains it, from the calendar of data/calendar and the warning line of data/law. */
import { languages, say, type Localized, type MessageParams } from '../contract/language.ts';
import { calendarMessages } from '../contract/messages/calendar.ts';
import { limitInputMessages } from '../contract/messages/limits-input.ts';
import { sayClockInAll } from '../contract/messages/limits.ts';
import provisionalFile from '../data/calendar/provisional-2027.json' with { type: 'json' };
import statutoryFile from '../data/calendar/statutory-days.json' with { type: 'json' };
import packFile from '../data/law/limits-2026-1.json' with { type: 'json' };
import { isCalendarRefusal, workingCalendarOf, type CalendarRefusal, type LeftOutDay, type WorkingCalendar } from '../server/kernel/calendar/index.ts';
import { dueOfClock, explainClock, type Clock, type WarningLine } from '../server/kernel/limits/index.ts';
import type { Entry } from './limits-due-entries.ts';

/** What is printed for one entry. Instants are UTC, days those of Shenzhen. */
export type Answer =
  | {
      readonly dueOn: string;
      readonly dueAt: string;
      readonly warnAt: string;
      readonly countedDays: number;
      readonly leftOut: readonly LeftOutDay[];
      readonly swappedIn: readonly string[];
      /** `pause` is the position in the entry's own list, from 0. */
      readonly pausedDays: readonly { readonly day: string; readonly pause: number }[];
      readonly extendedBy: number;
      readonly movedFrom: string | null;
      readonly provisional: boolean;
      readonly calendarVersion: string;
      readonly explanation: Localized;
    }
  | { readonly dueOn: null; readonly dueAt: null; readonly error: { readonly code: string; readonly params: MessageParams; readonly message: Localized } };

/** The line from which a limit is yellow, of the rule pack. */
export const warningLine: WarningLine = { workingDays: packFile.warning.working_day.amount, hours: packFile.warning.hour.amount };

/** The calendar of the published notices, with the provisional year after it unless `publishedOnly`. */
export function calendarOf(publishedOnly: boolean): WorkingCalendar {
  return workingCalendarOf(statutoryFile, publishedOnly ? null : provisionalFile);
}

/** A stop without an end is reckoned as one that never ends: only a limit that is due before it begins has a date. */
const never = '9000-01-01T00:00:00.000Z';

/** The due date of an entry and its reason, or why there is none. */
export function answerOf(entry: Entry, calendar: WorkingCalendar): Answer {
  const clock: Clock = {
    limit: entry.limit,
    startedAt: entry.startedAt,
    pauses: entry.pauses.map((pause, i) => ({ pauseId: String(i), ground: pause.ground, document: pause.document, from: pause.from, announcedUntil: pause.to ?? never, to: pause.to })),
    extensions: entry.extensions.map((amount) => ({ amount, at: entry.startedAt, ground: '' })),
  };
  const due = dueOfClock(calendar, clock, warningLine);
  if (isCalendarRefusal(due)) return refusalOf(entry, due);
  const { dueOn, dueAt, warnAt, countedDays, leftOut, swappedIn, extendedBy, movedFrom, provisional, calendarVersion } = due;
  return {
    dueOn, dueAt, warnAt, countedDays, leftOut, swappedIn,
    pausedDays: due.pausedDays.map(({ day, pauseId }) => ({ day, pause: Number(pauseId) })),
    extendedBy, movedFrom, provisional, calendarVersion,
    explanation: sayClockInAll(explainClock(due, clock, 'received')),
  };
}

/** The end of the table was reached: because a stop has no end yet, or because the limit is really so long. */
function refusalOf(entry: Entry, refusal: CalendarRefusal): Answer {
  const open = entry.pauses.findIndex((pause) => pause.to === null);
  const error = open >= 0 && refusal.code === 'calendar.past_end' ? { code: 'limits.pause_open' as const, params: { pause: open + 1 } } : { code: refusal.code, params: refusal.params };
  return { dueOn: null, dueAt: null, error: { ...error, message: inAll(error.code === 'limits.pause_open' ? limitInputMessages['limits.pause_open'] : calendarMessages[refusal.code], error.params) } };
}

/** A message filled in, in every language. */
export function inAll(text: Localized, params: MessageParams): Localized {
  const [cn = '', hk = '', en = ''] = languages.map((language) => say(text, language, params));
  return { 'zh-CN': cn, 'zh-HK': hk, en };
}
