import { dueDate, type Limit, type WorkingCalendar } from '../../kernel/calendar/index.ts';
import type { Refusal } from '../../kernel/decider.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { SetClock } from './matter.ts';

/** L-012 (行政许可法 32): say once, within five working days of receipt, everything that is missing. */
export const noticeLimit: Limit = { amount: 5, unit: 'working_day' };

/** L-020 (行政许可法 44): issue and serve the result within ten working days of the decision. */
export const serviceLimit: Limit = { amount: 10, unit: 'working_day' };

/** Sets a clock: its due date from the calendar, or the refusal of a calendar that ends too early. */
export function setClock(calendar: WorkingCalendar, limit: Limit, startedAt: Instant): { ok: true; clock: SetClock } | Refusal {
  const due = dueDate(calendar, limit, startedAt);
  return 'code' in due ? due : { ok: true, clock: { limit, startedAt, dueOn: due.dueOn, provisional: due.provisional } };
}
