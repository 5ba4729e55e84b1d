/** Holds the kernel's answers against the oracle's, history by history. */
import provisionalFile from '../../data/calendar/provisional-2027.json' with { type: 'json' };
import statutoryFile from '../../data/calendar/statutory-days.json' with { type: 'json' };
import type * as CalendarKernel from '../../server/kernel/calendar/index.ts';
import type * as LimitsKernel from '../../server/kernel/limits/index.ts';
import { randomHistory, chanceOf, type DayChange, type History } from './history.ts';
import { applies, daysOf, oracleDue, oracleElapsed, oracleLight, publishedRow, type Days, type OracleDue, type OracleRefusal } from './oracle.ts';

/** The rule that is examined: the kernel as it is, or a copy with a planted mistake. */
export interface Subject {
  readonly calendar: Pick<typeof CalendarKernel, 'workingCalendarOf' | 'isCalendarRefusal'>;
  readonly limits: Pick<typeof LimitsKernel, 'dueOfClock' | 'lightAt' | 'elapsedWorkingDays' | 'dayStrip' | 'explainClock'>;
}

/** One answer that differs. */
export interface Difference {
  readonly what: string;
  readonly kernel: unknown;
  readonly oracle: unknown;
}

const name = { 'zh-CN': '测试', 'zh-HK': '測試', en: 'test' };

/** The kernel's calendar with the same changes, given to it in its own form. */
function calendarOf(subject: Subject, changes: readonly DayChange[], provisional: boolean): CalendarKernel.WorkingCalendar {
  const real = changes.filter((change) => applies(publishedRow(change.on) ?? { weekend: false, notWorked: 'weekend' }, change));
  const touched = new Set(real.filter((change) => change.kind !== 'closure').map((change) => change.on));
  const added = real.filter((change) => change.kind === 'holiday' || change.kind === 'swap').map((change) => ({ on: change.on, kind: change.kind === 'swap' ? 'makeup_workday' : 'statutory_holiday', festival: 'test', notice: null }));
  const withChanges = (file: CalendarKernel.CalendarFile): CalendarKernel.CalendarFile => ({
    ...file,
    festivals: { ...file.festivals, test: name },
    days: [...file.days.filter((day) => !touched.has(day.on)), ...added.filter((day) => day.on >= file.from && day.on <= file.to)],
  });
  const closures = real.filter((change) => change.kind === 'closure').map((change) => ({ on: change.on, kind: 'closure' as const, name, notice: null }));
  return subject.calendar.workingCalendarOf(touched.size > 0 ? withChanges(statutoryFile) : statutoryFile, provisional ? (touched.size > 0 ? withChanges(provisionalFile) : provisionalFile) : null, closures);
}

function clockOf(history: History): LimitsKernel.Clock {
  return {
    limit: { amount: history.amount, unit: history.unit },
    startedAt: history.startedAt,
    pauses: history.pauses.map((pause) => ({ ...pause, ground: 'expert_review' as const, document: 'test' })),
    extensions: history.extensions.map((amount) => ({ amount, at: history.startedAt, ground: 'test' })),
  };
}

/** What a due date is compared by; a refusal is compared by its code. */
function shapeOf(due: LimitsKernel.ClockDue): OracleDue {
  const { dueOn, dueAt, warnAt, movedFrom, provisional, swappedIn } = due;
  return { dueOn, dueAt, warnAt, movedFrom, provisional, swappedIn, pausedDays: due.pausedDays.map((day) => day.day), leftOut: due.leftOut.map((day) => day.day) };
}

/** The moments somebody looks: the history's own, and every border of the answer and of the pauses with the millisecond beside it. */
function looksOf(history: History, due: OracleDue): string[] {
  const beside = (instant: string, ms: number): string => new Date(Date.parse(instant) + ms).toISOString();
  const borders = [due.dueAt, due.warnAt, history.startedAt, ...history.pauses.flatMap((pause) => [pause.from, pause.announcedUntil, ...(pause.to === null ? [] : [pause.to])])];
  return [...history.looks, ...borders.flatMap((border) => [border, beside(border, 1), beside(border, -1)])];
}

interface Under {
  readonly kernel: LimitsKernel.ClockDue | null;
  readonly oracle: OracleDue | OracleRefusal;
  readonly days: Days;
  readonly calendar: CalendarKernel.WorkingCalendar;
}

function under(subject: Subject, history: History, changes: readonly DayChange[], differences: Difference[], when: string): Under {
  const calendar = calendarOf(subject, changes, history.provisional);
  const days = daysOf(changes, history.provisional);
  const oracle = oracleDue(history, days);
  const found = subject.limits.dueOfClock(calendar, clockOf(history), history.warning);
  const refused = subject.calendar.isCalendarRefusal(found);
  const kernelShape = refused ? found.code : shapeOf(found);
  compareValues(differences, `${when}: due`, kernelShape, oracle);
  return { kernel: refused ? null : found, oracle, days, calendar };
}

function compareValues(differences: Difference[], what: string, kernel: unknown, oracle: unknown): void {
  if (typeof kernel !== 'object' || typeof oracle !== 'object' || kernel === null || oracle === null) {
    if (kernel !== oracle) differences.push({ what, kernel, oracle });
    return;
  }
  for (const [key, expected] of Object.entries(oracle)) {
    const value = (kernel as Record<string, unknown>)[key];
    if (JSON.stringify(value) !== JSON.stringify(expected)) differences.push({ what: `${what}.${key}`, kernel: value, oracle: expected });
  }
}

/** Every answer of the kernel about this history that the oracle gives otherwise. */
export function differencesOf(history: History, subject: Subject): readonly Difference[] {
  const differences: Difference[] = [];
  const first = under(subject, history, history.changes, differences, 'first calendar');
  const later = history.laterChanges === history.changes ? first : under(subject, history, history.laterChanges, differences, 'later calendar');
  const clock = clockOf(history);
  for (const { kernel, oracle, days, calendar } of new Set([first, later])) {
    if (kernel === null || typeof oracle === 'string') continue;
    for (const now of [history.endedAt ?? oracle.dueAt, oracle.warnAt, ...history.looks.slice(0, 2)]) {
      const elapsed = subject.limits.elapsedWorkingDays(calendar, clock, now);
      compareValues(differences, `used by ${now}`, typeof elapsed === 'number' ? elapsed : elapsed.code, oracleElapsed(history, days, now));
    }
    for (const now of looksOf(history, oracle)) {
      // The light everybody sees is that of the calendar in force at that moment.
      const inForce = (now < history.changedAt) === (kernel === first.kernel) || first === later;
      if (!inForce) continue;
      compareValues(differences, `light at ${now}`, subject.limits.lightAt(clock, kernel, now, null), oracleLight(history, oracle, now, null));
    }
    for (const endedAt of [history.endedAt ?? oracle.dueAt, oracle.dueAt]) compareValues(differences, `ended ${endedAt}`, subject.limits.lightAt(clock, kernel, endedAt, endedAt), oracleLight(history, oracle, endedAt, endedAt));
    compareStrip(differences, subject, calendar, clock, kernel);
  }
  return differences;
}

/** The strip and the sentence are the due date told again: the counted days they show are those of the limit, and they end on the due day. */
function compareStrip(differences: Difference[], subject: Subject, calendar: CalendarKernel.WorkingCalendar, clock: LimitsKernel.Clock, due: LimitsKernel.ClockDue): void {
  const strip = subject.limits.dayStrip(calendar, clock, due);
  const counted = strip.filter((cell) => cell.n !== null).reduce((sum, cell) => sum + cell.days, 0);
  if (due.limit.unit !== 'hour') compareValues(differences, 'strip: days counted', counted, due.countedDays);
  compareValues(differences, 'strip: due day', strip.at(-1)?.to, due.dueOn);
  const explained = subject.limits.explainClock(due, clock, 'started').pauses.reduce((sum, pause) => sum + pause.days, 0);
  compareValues(differences, 'reason: days paused', explained, due.pausedDays.length);
}

/** A run: histories from a seed, until `most` differing ones were found. */
export interface Run {
  readonly histories: number;
  readonly differing: readonly { readonly number: number; readonly history: History; readonly differences: readonly Difference[] }[];
}

/** Compares `histories` random histories of `seed`; `told` hears how far it is. Stops after `most` that differ. */
export function compareMany(subject: Subject, histories: number, seed: number, most = 20, told: (done: number) => void = () => undefined): Run {
  const next = chanceOf(seed);
  const differing: Run['differing'][number][] = [];
  for (let number = 1; number <= histories; number += 1) {
    const history = randomHistory(next);
    const differences = differencesOf(history, subject);
    if (differences.length > 0) differing.push({ number, history: smallest(history, subject), differences });
    if (differing.length >= most) return { histories: number, differing };
    if (number % 1000 === 0) told(number);
  }
  return { histories, differing };
}

/** The same difference with as little history as shows it: pauses, extensions and changes are taken away one by one while it stays. */
function smallest(history: History, subject: Subject): History {
  for (const key of ['pauses', 'extensions', 'changes', 'laterChanges', 'looks'] as const) {
    for (let i = 0; i < history[key].length; i += 1) {
      const less: History = { ...history, [key]: history[key].toSpliced(i, 1) as never };
      if (differencesOf(less, subject).length > 0) return smallest(less, subject);
    }
  }
  return history;
}
