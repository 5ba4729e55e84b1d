import type { LocalDay } from '../instant.ts';
import type { Due, LimitUnit } from './due.ts';
import type { DayName, NonWorkingReason } from './working-calendar.ts';

/** What set the clock going; chooses the verb of the sentence. */
export type StartEvent = 'received' | 'accepted' | 'decided' | 'notified' | 'started';

/** Days passed over for one reason; weekends have no name, a holiday and a closure have theirs. */
export interface LeftOutGroup {
  readonly why: NonWorkingReason;
  readonly name: DayName | null;
  readonly days: number;
}

/** A due date as data for one sentence: no text in it but the names of holidays. The sentences are in contract/messages/calendar.ts. */
export interface DueExplanation {
  readonly startEvent: StartEvent;
  readonly startedOn: LocalDay;
  readonly amount: number;
  readonly unit: LimitUnit;
  readonly dueOn: LocalDay;
  /** Clock time of the end in Shenzhen, `HH:MM`; `24:00` for a limit that lasts to the end of its day. */
  readonly dueTime: string;
  readonly leftOut: readonly LeftOutGroup[];
  readonly swappedIn: readonly LocalDay[];
  readonly movedFrom: LocalDay | null;
  readonly provisional: boolean;
}

/** The reason of a due date: from which day, what was counted, what was left out and why, and whether it rests on a provisional calendar. */
export function explain(due: Due, startEvent: StartEvent = 'started'): DueExplanation {
  return {
    startEvent,
    startedOn: due.startedOn,
    amount: due.limit.amount,
    unit: due.limit.unit,
    dueOn: due.dueOn,
    dueTime: due.limit.unit === 'hour' ? localTimeOf(due.dueAt) : '24:00',
    leftOut: groups(due),
    swappedIn: due.swappedIn,
    movedFrom: due.movedFrom,
    provisional: due.provisional,
  };
}

/** Weekends first, then holidays and closures in the order they fall, one group a name. */
function groups(due: Due): LeftOutGroup[] {
  const found = new Map<string, LeftOutGroup>();
  for (const { why, name } of [...due.leftOut].sort((a, b) => Number(b.why === 'weekend') - Number(a.why === 'weekend'))) {
    const key = `${why} ${name?.en ?? ''}`;
    found.set(key, { why, name, days: (found.get(key)?.days ?? 0) + 1 });
  }
  return [...found.values()];
}

/** `HH:MM` in Shenzhen, +08:00. */
function localTimeOf(instant: string): string {
  const minutes = (Number(instant.slice(11, 13)) * 60 + Number(instant.slice(14, 16)) + 8 * 60) % 1440;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
