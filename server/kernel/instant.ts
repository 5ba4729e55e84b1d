/**
 * Instants and local days.
 *
 * The whole product lives in one time zone, Asia/Shanghai. Mainland China has kept UTC+08:00 without daylight saving time since
 * 15 September 1991 (IANA tz database, zone Asia/Shanghai), so the offset is a constant here and no time zone data is needed.
 * Instants before that day are never produced by this product; dates of birth are plain days and pass through no offset.
 */

/** A moment: ISO 8601 in UTC with exactly three digits of milliseconds and Z, e.g. `2026-11-23T01:30:00.000Z`. Ordered by plain string comparison. */
export type Instant = string;

/** A day of the calendar as people in Shenzhen write it: `YYYY-MM-DD`. Ordered by plain string comparison. */
export type LocalDay = string;

const offsetMs = 8 * 3_600_000;
const dayMs = 86_400_000;
const dayShape = /^(\d{4})-(\d{2})-(\d{2})$/;
const instantShape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/** The instant a text names, in the one canonical form; `undefined` when the text is not a full ISO 8601 date-time with an offset. */
export function parseInstant(text: string): Instant | undefined {
  if (!instantShape.test(text) || !isLocalDay(text.slice(0, 10))) return undefined;
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? undefined : instantOfMs(ms);
}

/** True for a real day of the Gregorian calendar in the form `YYYY-MM-DD`; 2026-02-30 is not one. */
export function isLocalDay(text: string): boolean {
  return dayShape.test(text) && dayOfNumber(dayNumber(text)) === text;
}

/** Milliseconds since 1970-01-01T00:00:00Z. */
export function msOf(instant: Instant): number {
  return Date.parse(instant);
}

/** The instant `ms` milliseconds after 1970-01-01T00:00:00Z. */
export function instantOfMs(ms: number): Instant {
  return new Date(ms).toISOString();
}

/** The day it is in Shenzhen at `instant`. */
export function localDayOf(instant: Instant): LocalDay {
  return instantOfMs(msOf(instant) + offsetMs).slice(0, 10);
}

/** The first millisecond of `day` in Shenzhen. */
export function startOfLocalDay(day: LocalDay): Instant {
  return instantOfMs(Date.parse(`${day}T00:00:00.000Z`) - offsetMs);
}

/** The last millisecond of `day` in Shenzhen: a period ends at 24:00 of its last day (民法典 203, second paragraph). */
export function endOfLocalDay(day: LocalDay): Instant {
  return instantOfMs(Date.parse(`${day}T00:00:00.000Z`) - offsetMs + dayMs - 1);
}

/** Days since 1970-01-01, for arithmetic. */
export function dayNumber(day: LocalDay): number {
  const [, y, m, d] = dayShape.exec(day) ?? [];
  return Date.UTC(Number(y), Number(m) - 1, Number(d)) / dayMs;
}

/** The day `number` days after 1970-01-01. */
export function dayOfNumber(number: number): LocalDay {
  return instantOfMs(number * dayMs).slice(0, 10);
}

/** Weekday of `day`, 0 = Sunday … 6 = Saturday. */
export function weekdayOf(day: LocalDay): number {
  return (((dayNumber(day) + 4) % 7) + 7) % 7;
}

/** True when `a` is strictly earlier than `b`; works for two instants and for two days. */
export function isBefore(a: Instant | LocalDay, b: Instant | LocalDay): boolean {
  return a < b;
}

/** True when `a` is strictly later than `b`; works for two instants and for two days. */
export function isAfter(a: Instant | LocalDay, b: Instant | LocalDay): boolean {
  return a > b;
}
