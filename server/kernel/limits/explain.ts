import { explain, type Due, type DueExplanation, type StartEvent } from '../calendar/index.ts';
import { dayNumber, dayOfNumber, localDayOf, msOf, type Instant, type LocalDay } from '../instant.ts';
import { inOrder, stopsCountingUntil, type Clock, type Pause, type ProcedureKind } from './clock.ts';
import { hoursThrough, type ClockDue } from './due.ts';

/** A pause as a sentence needs it. Days are local days of Shenzhen. */
export interface PauseExplanation {
  readonly pauseId: string;
  readonly ground: ProcedureKind;
  readonly document: string;
  /** The day the clock stopped. */
  readonly fromOn: LocalDay;
  /** The last day at whose end it stood still; before `fromOn` when it went on within the day. */
  readonly toOn: LocalDay;
  /** The day it went on, or goes on at the latest; that day counts again. */
  readonly goesOnOn: LocalDay;
  readonly fromAt: Instant;
  readonly goesOnAt: Instant;
  /** True while the procedure is going on: `goesOnOn` is then the announced day. */
  readonly open: boolean;
  /** Days this pause alone left out (working days, or calendar days where those are counted); 0 for a limit in hours. */
  readonly days: number;
  /** Whole minutes this pause alone added to a limit in hours; 0 for every other unit. */
  readonly minutes: number;
}

/** The reason of a clock's due date, pure data for one sentence (contract/messages/limits.ts) and for the strip of days. */
export interface ClockExplanation extends DueExplanation {
  /** Sum of the extensions in the limit's unit; 0 for none. */
  readonly extendedBy: number;
  readonly extensions: readonly { readonly amount: number; readonly on: LocalDay; readonly ground: string }[];
  /** Pauses that fall between start and end, in the order they began; also those that left out nothing, so that nobody has to wonder. */
  readonly pauses: readonly PauseExplanation[];
}

/** The reason of a due date: what `explain` of the calendar says, the extensions, and each pause with its ground, document and days. */
export function explainClock(due: ClockDue, clock: Clock, startEvent: StartEvent): ClockExplanation {
  const hourly = clock.limit.unit === 'hour';
  const { heldMs } = hourly ? hoursThrough(clock.pauses, msOf(clock.startedAt), msOf(due.dueAt) - due.pausedMs) : { heldMs: new Map<string, number>() };
  const days = new Map<string, number>();
  for (const { pauseId } of due.pausedDays) days.set(pauseId, (days.get(pauseId) ?? 0) + 1);
  return {
    ...explain(due, startEvent),
    extendedBy: due.extendedBy,
    extensions: due.extendedBy === 0 ? [] : clock.extensions.map((extension) => ({ amount: extension.amount, on: localDayOf(extension.at), ground: extension.ground })),
    pauses: inOrder(clock.pauses)
      .filter((pause) => touches(pause, due))
      .map((pause) => explainPause(pause, days.get(pause.pauseId) ?? 0, Math.round((heldMs.get(pause.pauseId) ?? 0) / 60_000))),
  };
}

function touches(pause: Pause, due: Due): boolean {
  return pause.from <= due.dueAt && stopsCountingUntil(pause) > due.startedAt && stopsCountingUntil(pause) > pause.from;
}

function explainPause(pause: Pause, days: number, minutes: number): PauseExplanation {
  const goesOnAt = stopsCountingUntil(pause);
  const goesOnOn = localDayOf(goesOnAt);
  return {
    pauseId: pause.pauseId,
    ground: pause.ground,
    document: pause.document,
    fromOn: localDayOf(pause.from),
    toOn: dayOfNumber(dayNumber(goesOnOn) - 1),
    goesOnOn,
    fromAt: pause.from,
    goesOnAt,
    open: pause.to === null,
    days,
    minutes,
  };
}
