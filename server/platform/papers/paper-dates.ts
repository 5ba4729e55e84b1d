import { say } from '../../../contract/language.ts';
import type { Language } from '../../../contract/language.ts';
import { papersMessages } from '../../../contract/messages/papers.ts';

// Written out here and not left to Intl, whose words change with the runtime's ICU: the same paper must have the same bytes.

/** A day YYYY-MM-DD in words. */
export function dayInWords(day: string, language: Language): string {
  const [year = '', month = '', date = ''] = day.split('-').map((part) => String(Number(part)));
  const monthName = papersMessages['paper.months'][language].split(',')[Number(month) - 1] ?? '';
  return say(papersMessages['paper.date'], language, { year, month, day: date, monthName });
}

/** The same with its weekday. */
export function dayWithWeekday(day: string, language: Language): string {
  const weekday = papersMessages['paper.weekdays'][language].split(',')[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? '';
  return say(papersMessages['paper.date_with_weekday'], language, { date: dayInWords(day, language), weekday });
}

/** A UTC instant as day and minute in Asia/Shanghai, which has kept UTC+8 without summer time since 1992. */
export function momentInWords(instant: string, language: Language): string {
  const local = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString();
  return `${dayInWords(local.slice(0, 10), language)} ${local.slice(11, 16)}`;
}

/** The day of a UTC instant in Asia/Shanghai. */
export function dayOf(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);
}
