import { addCalendarDays, isWorkingDay, type WorkingCalendar } from '../kernel/calendar/index.ts';
import { instantOfMs, localDayOf, msOf, startOfLocalDay, type Instant, type LocalDay } from '../kernel/instant.ts';
import type { Chance } from './chance.ts';

/** Windows and offices of the invented city are open 9:00–12:00 and 14:00–18:00 in Shenzhen, the usual hours of its halls. */
const morning = { from: 9 * 60, minutes: 3 * 60 };
const afternoon = { from: 14 * 60, minutes: 4 * 60 };

/** Office minutes of a working day. */
export const officeDay = morning.minutes + afternoon.minutes;

/** The moment `minutes` (0 ≤ minutes < officeDay, fractions count) after the office opened on a day. */
export function officeInstant(day: LocalDay, minutes: number): Instant {
  const ofDay = minutes < morning.minutes ? morning.from + minutes : afternoon.from + minutes - morning.minutes;
  return instantOfMs(msOf(startOfLocalDay(day)) + Math.floor(ofDay * 60_000));
}

/** Office minutes already gone on the day of this moment: 0 before opening, officeDay after closing; none pass at lunch. */
function minutesGone(at: Instant): number {
  const ofDay = (msOf(at) - msOf(startOfLocalDay(localDayOf(at)))) / 60_000;
  const within = (slot: typeof morning): number => Math.min(Math.max(ofDay - slot.from, 0), slot.minutes);
  return within(morning) + within(afternoon);
}

/**
 * The moment reached after `minutes` of office time from `at` on: nights, lunch and days without work do not count. A calendar that ends on
 * the way is a fault of the caller and throws.
 */
export function afterOfficeTime(calendar: WorkingCalendar, at: Instant, minutes: number): Instant {
  let day = localDayOf(at);
  let rest = minutes + (isWorkingDay(calendar, day) ? minutesGone(at) : 0);
  for (;;) {
    const working = isWorkingDay(calendar, day);
    if (working && rest < officeDay) return officeInstant(day, rest);
    if (working) rest -= officeDay;
    day = addCalendarDays(day, 1);
    if (day > calendar.to) throw new RangeError(`afterOfficeTime: the calendar ends on ${calendar.to}`);
  }
}

/** The last `count` working days up to `today`, oldest first; `today` itself when it is one. */
export function lastWorkingDays(calendar: WorkingCalendar, today: LocalDay, count: number): readonly LocalDay[] {
  const days: LocalDay[] = [];
  for (let day = today; days.length < count && day >= calendar.from; day = addCalendarDays(day, -1)) if (isWorkingDay(calendar, day)) days.unshift(day);
  return days;
}

/** A moment at which somebody files from a phone: any hour, mostly by day and in the evening. */
export function anyHour(day: LocalDay, chance: Chance): Instant {
  const hour = chance.happens(0.08) ? chance.whole(0, 6) : chance.whole(7, 23);
  return instantOfMs(msOf(startOfLocalDay(day)) + (hour * 3_600 + chance.whole(0, 3_599)) * 1_000 + chance.whole(0, 999));
}
