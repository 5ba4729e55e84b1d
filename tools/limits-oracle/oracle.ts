/**
 * What the law's due dates are, found in the most naive way: day by day, and for hours stretch by stretch. It shares no code with the kernel, not
 * even how a day is written, and reads its calendar from where the kernel's table was made: the package chinese-days for 2004–2026 and the
 * file of the provisional year. Slow on purpose: each rule is a loop one can read beside docs/law.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { DayChange, History, HistoryPause } from './history.ts';

const chineseDays = createRequire(import.meta.url)('chinese-days') as { isWorkday: (day: string) => boolean };
const provisionalHolidays = (JSON.parse(readFileSync(join(import.meta.dirname, '../../data/calendar/provisional-2027.json'), 'utf8')) as { days: { on: string }[] }).days.map((day) => day.on);

/** One day as the oracle sees it. `notWorked` is null on a day that is worked. */
interface Row {
  readonly on: string;
  readonly firstMs: number;
  readonly lastMs: number;
  readonly weekend: boolean;
  readonly notWorked: 'weekend' | 'statutory_holiday' | 'closure' | null;
}

const published: readonly Row[] = publishedRows();
const publishedIndex = new Map(published.map((row, i) => [row.on, i]));

function publishedRows(): Row[] {
  const rows: Row[] = [];
  for (let date = new Date(Date.UTC(2004, 0, 1)); date.getUTCFullYear() < 2028; date = new Date(date.getTime() + 24 * 60 * 60 * 1000)) {
    const on = date.toISOString().split('T')[0] ?? '';
    const weekend = date.getUTCDay() % 6 === 0;
    const worked = date.getUTCFullYear() < 2027 ? chineseDays.isWorkday(on) : !weekend && !provisionalHolidays.includes(on);
    const firstMs = Date.parse(`${on}T00:00:00+08:00`);
    rows.push({ on, firstMs, lastMs: Date.parse(`${on}T23:59:59.999+08:00`), weekend, notWorked: worked ? null : weekend ? 'weekend' : 'statutory_holiday' });
  }
  return rows;
}

/** The days of a calendar, in order; `provisionalFrom` is the index of the first day nobody has arranged yet. */
export interface Days {
  readonly rows: readonly Row[];
  readonly provisionalFrom: number;
}

/** The published table with its changes. A change that says what is so already changes nothing; a closure leaves a holiday what it is. */
export function daysOf(changes: readonly DayChange[], provisional: boolean): Days {
  const end = publishedIndex.get('2027-01-01') ?? 0;
  const rows = published.slice(0, provisional ? published.length : end);
  for (const change of changes) {
    const at = publishedIndex.get(change.on) ?? rows.length;
    const row = rows[at];
    if (row !== undefined && applies(row, change)) rows[at] = { ...row, notWorked: changed(row, change) };
  }
  return { rows, provisionalFrom: provisional ? end : rows.length };
}

/** Whether a change can be made to a day: a holiday is given on weekdays, a swap on weekends, a closure on days that are worked. */
export function applies(row: { readonly weekend: boolean; readonly notWorked: string | null }, change: DayChange): boolean {
  if (change.kind === 'closure') return row.notWorked === null;
  if (change.kind === 'holiday') return !row.weekend && row.notWorked === null;
  if (change.kind === 'swap') return row.weekend && row.notWorked !== null;
  return true;
}

function changed(row: Row, change: DayChange): Row['notWorked'] {
  if (change.kind === 'closure') return 'closure';
  if (change.kind === 'holiday') return 'statutory_holiday';
  if (change.kind === 'swap') return null;
  return row.weekend ? 'weekend' : null;
}

/** What the published table says of a day; undefined outside 2004–2027. */
export function publishedRow(on: string): { readonly weekend: boolean; readonly notWorked: string | null } | undefined {
  return published[publishedIndex.get(on) ?? -1];
}

export interface OracleDue {
  readonly dueOn: string;
  readonly dueAt: string;
  readonly warnAt: string;
  readonly pausedDays: readonly string[];
  readonly leftOut: readonly string[];
  readonly swappedIn: readonly string[];
  readonly movedFrom: string | null;
  readonly provisional: boolean;
}

export type OracleRefusal = 'calendar.past_end' | 'calendar.before_start';

const iso = (ms: number): string => new Date(ms).toISOString();

/** The moment a pause no longer holds: its end, but not later than was announced. */
function heldUntil(pause: HistoryPause): number {
  return Date.parse(pause.to !== null && Date.parse(pause.to) < Date.parse(pause.announcedUntil) ? pause.to : pause.announcedUntil);
}

/** Does the clock stand still at the last millisecond of this day, so that the next day begins with a clock that stands? */
function standsAtEnd(row: Row, pauses: readonly HistoryPause[]): boolean {
  return pauses.some((pause) => Date.parse(pause.from) <= row.lastMs && heldUntil(pause) > row.lastMs);
}

function indexOfMoment(days: Days, ms: number): number | OracleRefusal {
  const first = days.rows[0];
  if (first === undefined || ms < first.firstMs) return 'calendar.before_start';
  const index = Math.floor((ms - first.firstMs) / (24 * 60 * 60 * 1000));
  return index < days.rows.length ? index : 'calendar.past_end';
}

/** When the history's clock is due under these days, or why that cannot be said. */
export function oracleDue(history: History, days: Days): OracleDue | OracleRefusal {
  const start = indexOfMoment(days, Date.parse(history.startedAt));
  if (typeof start === 'string') return start;
  const amount = history.extensions.reduce((sum, more) => sum + more, history.amount);
  if (history.unit === 'hour') return dueInHours(history, days, amount);
  if (history.unit === 'working_day') return dueInWorkingDays(history, days, start, amount);
  if (history.unit === 'on_the_spot') return settle(history, days, start, start, []);
  return dueInDays(history, days, start, history.unit === 'month' ? daysOfMonths(days.rows[start]?.on ?? '', amount) : amount);
}

function dueInWorkingDays(history: History, days: Days, start: number, amount: number): OracleDue | OracleRefusal {
  const [leftOut, swappedIn, pausedDays]: string[][] = [[], [], []];
  let left = amount;
  for (let i = start + 1; i < days.rows.length; i += 1) {
    const row = days.rows[i] as Row;
    if (row.notWorked !== null) {
      leftOut?.push(row.on);
      continue;
    }
    if (standsAtEnd(row, history.pauses)) {
      pausedDays?.push(row.on);
      continue;
    }
    if (row.weekend) swappedIn?.push(row.on);
    left -= 1;
    if (left === 0) return answer(history, days, start, i, { pausedDays: pausedDays ?? [], leftOut: leftOut ?? [], swappedIn: swappedIn ?? [], movedFrom: null });
  }
  return 'calendar.past_end';
}

function dueInDays(history: History, days: Days, start: number, amount: number): OracleDue | OracleRefusal {
  const pausedDays: string[] = [];
  let left = amount;
  for (let i = start + 1; i < days.rows.length; i += 1) {
    const row = days.rows[i] as Row;
    if (standsAtEnd(row, history.pauses)) pausedDays.push(row.on);
    else left -= 1;
    if (left === 0) return settle(history, days, start, i, pausedDays);
  }
  return 'calendar.past_end';
}

/** From the last day of the period to the day that can be the last: worked, and the clock runs at its end. */
function settle(history: History, days: Days, start: number, last: number, pausedBefore: readonly string[]): OracleDue | OracleRefusal {
  const pausedDays = [...pausedBefore];
  const leftOut: string[] = [];
  for (let i = last; i < days.rows.length; i += 1) {
    const row = days.rows[i] as Row;
    if (row.notWorked !== null) leftOut.push(row.on);
    else if (standsAtEnd(row, history.pauses)) pausedDays.push(row.on);
    else return answer(history, days, start, i, { pausedDays, leftOut, swappedIn: row.weekend ? [row.on] : [], movedFrom: i === last ? null : (days.rows[last]?.on ?? null) });
  }
  return 'calendar.past_end';
}

/** How many days lie between a day and its corresponding day `months` later, or the last day of that month. */
function daysOfMonths(on: string, months: number): number {
  const [year = 0, month = 0, day = 0] = on.split('-').map(Number);
  let monthIndex = month - 1;
  let inYear = year;
  for (let i = 0; i < months; i += 1) {
    monthIndex += 1;
    if (monthIndex === 12) [monthIndex, inYear] = [0, inYear + 1];
  }
  let last = day;
  while (new Date(Date.UTC(inYear, monthIndex, last)).getUTCMonth() !== monthIndex) last -= 1;
  return Math.round((Date.UTC(inYear, monthIndex, last) - Date.UTC(year, month - 1, day)) / (24 * 60 * 60 * 1000));
}

/** Cuts time at every border of a pause and lets the hours run in the stretches in which no pause holds. */
function dueInHours(history: History, days: Days, amount: number): OracleDue | OracleRefusal {
  const startMs = Date.parse(history.startedAt);
  const borders = [startMs, ...history.pauses.flatMap((pause) => [Date.parse(pause.from), heldUntil(pause)])].filter((ms) => ms >= startMs).sort((a, b) => a - b);
  let left = amount * 60 * 60 * 1000;
  for (const [i, from] of borders.entries()) {
    const to = borders[i + 1] ?? Infinity;
    if (from === to || history.pauses.some((pause) => Date.parse(pause.from) <= from && heldUntil(pause) > from)) continue;
    if (left <= to - from) return endInHours(history, days, from + left);
    left -= to - from;
  }
  return 'calendar.past_end';
}

function endInHours(history: History, days: Days, dueMs: number): OracleDue | OracleRefusal {
  const index = indexOfMoment(days, dueMs);
  if (typeof index === 'string') return index;
  const warnMs = Math.max(Date.parse(history.startedAt), dueMs - history.warning.hours * 60 * 60 * 1000);
  const dueOn = days.rows[index]?.on ?? '';
  return { dueOn, dueAt: iso(dueMs), warnAt: iso(warnMs), pausedDays: [], leftOut: [], swappedIn: [], movedFrom: null, provisional: index >= days.provisionalFrom };
}

function answer(history: History, days: Days, start: number, due: number, found: Pick<OracleDue, 'pausedDays' | 'leftOut' | 'swappedIn' | 'movedFrom'>): OracleDue {
  const row = days.rows[due] as Row;
  let warnMs = Date.parse(history.startedAt);
  for (let i = start; i <= due; i += 1) {
    const remaining = days.rows.slice(i + 1, due + 1).filter((one) => one.notWorked === null).length;
    if (remaining > history.warning.workingDays) continue;
    warnMs = Math.max(warnMs, days.rows[i]?.firstMs ?? 0);
    break;
  }
  return { ...found, dueOn: row.on, dueAt: iso(row.lastMs), warnAt: iso(warnMs), provisional: due >= days.provisionalFrom };
}

/** The light somebody sees at `now`. A clock that ran out stays red, whatever is stopped afterwards. */
export function oracleLight(history: History, due: OracleDue, now: string, endedAt: string | null): string {
  const [nowMs, dueMs] = [Date.parse(now), Date.parse(due.dueAt)];
  if (endedAt !== null) return Date.parse(endedAt) > dueMs ? 'missed' : 'met';
  if (nowMs > dueMs) return 'red';
  for (const pause of history.pauses) if (Date.parse(pause.from) <= nowMs && nowMs < heldUntil(pause)) return 'paused';
  return nowMs < Date.parse(due.warnAt) ? 'green' : 'yellow';
}

/** Working days after the starting day, up to the day of `until`, on which the clock did not stand still. */
export function oracleElapsed(history: History, days: Days, until: string): number | OracleRefusal {
  const start = indexOfMoment(days, Date.parse(history.startedAt));
  const end = indexOfMoment(days, Date.parse(until));
  if (typeof start === 'string') return start;
  if (typeof end === 'string') return end;
  let used = 0;
  for (let i = start + 1; i <= end; i += 1) {
    const row = days.rows[i] as Row;
    if (row.notWorked === null && !standsAtEnd(row, history.pauses)) used += 1;
  }
  return used;
}
