/** The month (YYYY-MM) `by` months after `month`. */
export function monthAfter(month: string, by: number): string {
  const count = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + by;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** The last twelve months up to the one of `day` (YYYY-MM-DD): what the overview speaks of. */
export const twelveMonths = (day: string): { readonly from: string; readonly to: string } => ({ from: monthAfter(day.slice(0, 7), -11), to: day.slice(0, 7) });

/** Months to choose from, the newest first: 36, the longest that may be measured at once. */
export const monthChoices = (today: string): readonly string[] => Array.from({ length: 36 }, (_, i) => monthAfter(today.slice(0, 7), -i));
