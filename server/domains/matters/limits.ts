import type { Limit, WorkingCalendar } from '../../kernel/calendar/index.ts';
import type { Refusal } from '../../kernel/decider.ts';
import type { Instant } from '../../kernel/instant.ts';
import { dueOfClock, type Clock, type WarningLine } from '../../kernel/limits/index.ts';
import type { MatterLimit, MovedClock, SetClock } from './matter-limit.ts';

/** Sets a clock: its due date from the calendar, or the refusal of a calendar that ends too early. */
export function setClock(calendar: WorkingCalendar, limit: Limit, startedAt: Instant, warning: WarningLine): { ok: true; clock: SetClock } | Refusal {
  // A limit of a rule pack carries its source; a fact keeps the length alone.
  const length: Limit = { amount: limit.amount, unit: limit.unit };
  const due = dueOfClock(calendar, { limit: length, startedAt, pauses: [], extensions: [] }, warning);
  if ('code' in due) return due;
  return { ok: true, clock: { limit: length, startedAt, dueOn: due.dueOn, provisional: due.provisional, dueAt: due.dueAt, warnAt: due.warnAt, calendar: calendar.version } };
}

/** Where running limits end once their clocks are changed or counted with another calendar; a refusal where one would leave the calendar. */
export function movedLimits(
  calendar: WorkingCalendar, limits: readonly MatterLimit[], warning: WarningLine, change: (clock: Clock, one: MatterLimit) => Clock = (clock) => clock,
): { ok: true; moved: readonly MovedClock[] } | Refusal {
  const moved: MovedClock[] = [];
  for (const one of limits) {
    const due = dueOfClock(calendar, change(one.clock, one), warning);
    if ('code' in due) return due;
    moved.push({ limitId: one.limitId, dueOn: due.dueOn, dueAt: due.dueAt, warnAt: due.warnAt, provisional: due.provisional, calendar: calendar.version });
  }
  return { ok: true, moved };
}
