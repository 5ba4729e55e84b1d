import type { LocalDay } from '../../kernel/instant.ts';
import type { Month } from './tally.ts';

/** A month (2026-11), a quarter (2026-Q4) or a year (2026). */
export type Period = string;

/** The most months one figure may span. */
export const mostMonths = 36;

/** The month of a day. */
export const monthOf = (day: LocalDay): Month => day.slice(0, 7);

/** Months since the year 0, for arithmetic. */
const numberOf = (month: Month): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;

/** The month `n` months after `month`, before it where `n` is negative. */
export function monthAfter(month: Month, n: number): Month {
  const number = numberOf(month) + n;
  return `${String(Math.floor(number / 12)).padStart(4, '0')}-${String((number % 12) + 1).padStart(2, '0')}`;
}

/** How many months lie from `from` to `to`, both counted; nought or less where they are the wrong way round. */
export const monthsBetween = (from: Month, to: Month): number => numberOf(to) - numberOf(from) + 1;

/** The first and last month of a period of the shape `Period`. */
export function monthsOf(period: Period): { readonly from: Month; readonly to: Month } {
  const year = period.slice(0, 4);
  if (period.length === 4) return { from: `${year}-01`, to: `${year}-12` };
  if (period[5] !== 'Q') return { from: period, to: period };
  const from = monthAfter(`${year}-01`, (Number(period[6]) - 1) * 3);
  return { from, to: monthAfter(from, 2) };
}

/** The quarter of a month: 2026-11 → 2026-Q4. */
export const quarterOf = (month: Month): Period => `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;

/** The year of a period. */
export const yearOf = (period: Period): number => Number(period.slice(0, 4));
