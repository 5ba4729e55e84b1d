import { refuse } from './kinds.ts';
import type { Refused } from './kinds.ts';

/** No number of somebody born earlier is believed: older years come from typing errors, and no register in use reaches further back. */
export const earliestBirthYear = 1850;

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** YYYYMMDD as YYYY-MM-DD where the proleptic Gregorian calendar has that day, else undefined (30 February, month 13, day 0). */
export function realDate(yyyymmdd: string): string | undefined {
  if (!/^\d{8}$/.test(yyyymmdd)) return undefined;
  const year = Number(yyyymmdd.slice(0, 4));
  const month = Number(yyyymmdd.slice(4, 6));
  const day = Number(yyyymmdd.slice(6, 8));
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return dashed(yyyymmdd);
}

/** YYYYMMDD as YYYY-MM-DD, whether or not there is such a day. */
export function dashed(yyyymmdd: string): string {
  return `${yyyymmdd.slice(0, 4)}-${yyyymmdd.slice(4, 6)}-${yyyymmdd.slice(6, 8)}`;
}

/** A birth date inside a number, YYYYMMDD, judged against `today` (YYYY-MM-DD, Asia/Shanghai): real, not before 1850, not after today. */
export function readBirth(yyyymmdd: string, today: string): Readonly<{ ok: true; birthOn: string }> | Refused {
  const birthOn = realDate(yyyymmdd);
  if (birthOn === undefined) return refuse('numbers.impossible_date', { date: dashed(yyyymmdd) });
  if (Number(yyyymmdd.slice(0, 4)) < earliestBirthYear) return refuse('numbers.birth_too_early', { date: birthOn, year: earliestBirthYear });
  if (birthOn > today) return refuse('numbers.future_birth', { date: birthOn });
  return { ok: true, birthOn };
}
