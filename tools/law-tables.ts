/**
 * The worked examples of docs/law, computed: tables of two columns whose second is headed “last day”, under a line “Worked examples, 20 working days:”.
 * A row starts on a day (09:30 where no time is given) and may name stops and closures; the answer is the last day, what was left out on the way,
 * what was worked by a swap, and the days the clock stood still.
 *
 *   | Mon 2026-11-23; stopped 2026-12-01 to 2026-12-10 | Wed 2026-12-30 (weekend 10, stopped 7) |
 */
import provisionalFile from '../data/calendar/provisional-2027.json' with { type: 'json' };
import statutoryFile from '../data/calendar/statutory-days.json' with { type: 'json' };
import { isCalendarRefusal, workingCalendarOf, type CalendarException, type Limit, type WorkingCalendar } from '../server/kernel/calendar/index.ts';
import { dueOfClock, explainClock, type Clock, type ClockDue, type Pause } from '../server/kernel/limits/index.ts';
import { weekdayOf } from '../server/kernel/instant.ts';

/** A worked example as it is written: the line above its table, what the row starts from, and the answer it gives. */
export interface WorkedExample {
  readonly caption: string;
  readonly from: string;
  readonly answer: string;
}

/** The worked examples of one file of docs/law. */
export function workedExamples(markdown: string): readonly WorkedExample[] {
  const found: WorkedExample[] = [];
  let caption = '';
  let inTable = false;
  for (const line of markdown.split('\n')) {
    caption = /^Worked examples, (.+):$/.exec(line)?.[1] ?? caption;
    const cells = line.startsWith('|') ? line.split('|').slice(1, -1).map((cell) => cell.trim()) : [];
    if (cells.length === 2 && cells[1] === 'last day') inTable = true;
    else if (cells.length === 0) inTable = false;
    else if (inTable && !/^-+$/.test(cells[0] ?? '')) found.push({ caption, from: cells[0] ?? '', answer: cells[1] ?? '' });
  }
  return found;
}

/** The answer our rules give to a worked example, in the words of the documents; what it cannot read is a fault of the document and thrown. */
export function answerTo({ caption, from }: Pick<WorkedExample, 'caption' | 'from'>): string {
  const calendar = calendarFor(caption, from);
  const clock = clockFor(caption, from);
  const due = dueOfClock(calendar, clock, { workingDays: 1, hours: 1 });
  if (isCalendarRefusal(due)) return `refused, ${due.code}`;
  const time = clock.limit.unit === 'hour' ? ` ${explainClock(due, clock, 'started').dueTime}` : '';
  const notes = notesOn(due, clock);
  return `${withWeekday(due.dueOn)}${time}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`;
}

function notesOn(due: ClockDue, clock: Clock): string[] {
  const reason = explainClock(due, clock, 'started');
  return [
    ...(due.limit.unit === 'working_day' ? reason.leftOut.map((group) => `${group.name?.en ?? 'weekend'} ${group.days}`) : []),
    ...(due.swappedIn.length > 0 && due.limit.unit === 'working_day' ? [`worked ${due.swappedIn.join(' ')}`] : []),
    ...(due.pausedDays.length > 0 ? [`stopped ${due.pausedDays.length}`] : []),
    ...(due.pausedMs > 0 ? [`stopped ${due.pausedMs / 3_600_000} h`] : []),
    ...(due.movedFrom === null ? [] : [`moved from ${withWeekday(due.movedFrom)}`]),
    ...(due.provisional ? ['provisional'] : []),
  ];
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const withWeekday = (day: string): string => `${weekdays[weekdayOf(day)] ?? ''} ${day}`;

/** “20 working days”, “30 calendar days”, “24 hours”, “1 month”, “on the spot”; after a comma “extended by 10”, “published calendar only”. */
function clockFor(caption: string, from: string): Clock {
  const [, amount, word] = /^(\d+) (working day|calendar day|hour|month)s?\b/.exec(caption) ?? [];
  const unit = caption.startsWith('on the spot') ? 'on_the_spot' : word?.replace(' ', '_');
  if (unit === undefined) throw new Error(`no length in “${caption}”`);
  const [start = '', ...rest] = from.split('; ');
  const [, weekday, day = '', time = '09:30'] = /^(\w{3}) (\d{4}-\d{2}-\d{2})(?: (\d{2}:\d{2}))?$/.exec(start) ?? [];
  if (withWeekday(day) !== `${weekday ?? ''} ${day}`) throw new Error(`“${start}” is not a day`);
  const extension = Number(/extended by (\d+)/.exec(caption)?.[1] ?? 0);
  return {
    limit: { amount: Number(amount ?? 1), unit: unit as Limit['unit'] },
    startedAt: instant(day, time),
    pauses: rest.flatMap(pauseOf),
    extensions: extension > 0 ? [{ amount: extension, at: instant(day, time), ground: 'example' }] : [],
  };
}

function pauseOf(text: string): Pause[] {
  const [, fromDay, fromTime = '09:30', toDay, toTime = '09:30'] = /^stopped (\S+)(?: (\d{2}:\d{2}))? to (\S+)(?: (\d{2}:\d{2}))?$/.exec(text) ?? [];
  if (fromDay === undefined || toDay === undefined) return [];
  const to = instant(toDay, toTime);
  return [{ pauseId: text, ground: 'expert_review', document: 'example', from: instant(fromDay, fromTime), announcedUntil: to, to }];
}

function calendarFor(caption: string, from: string): WorkingCalendar {
  const closures = [...from.matchAll(/closed (\d{4}-\d{2}-\d{2})/g)].map(([, on = '']): CalendarException => ({ on, kind: 'closure', name: { 'zh-CN': '停工', 'zh-HK': '停工', en: 'closure' }, notice: null }));
  return workingCalendarOf(statutoryFile, caption.includes('published calendar only') ? null : provisionalFile, closures);
}

const instant = (day: string, time: string): string => new Date(`${day}T${time}:00+08:00`).toISOString();
