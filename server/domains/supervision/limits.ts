import { isCalendarRefusal, type Limit, type WorkingCalendar } from '../../kernel/calendar/index.ts';
import type { Refusal } from '../../kernel/decider.ts';
import type { Instant } from '../../kernel/instant.ts';
import { dueOfClock, type Clock, type RulePack } from '../../kernel/limits/index.ts';
import type { OrderSetClock } from './order.ts';

/** What an order's dates are decided by: the calendar and the rule pack in force on the day of the act. */
export interface OrderLaw {
  readonly calendar: WorkingCalendar;
  readonly pack: RulePack;
}

/** The kernel's clock of an order's: nothing stops or lengthens it; who needs more time says so in the reply. */
export const clockOf = (set: Pick<OrderSetClock, 'limit' | 'startedAt'>): Clock => ({ limit: set.limit, startedAt: set.startedAt, pauses: [], extensions: [] });

/** Sets a clock of the pack (L-050: to reply, to judge the reply), or the refusal of a calendar that ends too early. */
export function setClock(law: OrderLaw, name: 'order_reply' | 'order_review', startedAt: Instant): { readonly ok: true; readonly clock: OrderSetClock } | Refusal {
  const { amount, unit } = law.pack.limits[name];
  return reckon(law, { amount, unit }, startedAt);
}

/** Where a clock of this length ends by the calendar in force. */
export function reckon(law: OrderLaw, limit: Limit, startedAt: Instant): { readonly ok: true; readonly clock: OrderSetClock } | Refusal {
  const due = dueOfClock(law.calendar, clockOf({ limit, startedAt }), law.pack.warning);
  if (isCalendarRefusal(due)) return due;
  const { dueOn, dueAt, warnAt, provisional, calendarVersion } = due;
  return { ok: true, clock: { limit, startedAt, dueOn, dueAt, warnAt, provisional, calendar: calendarVersion } };
}
