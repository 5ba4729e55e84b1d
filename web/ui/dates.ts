import type { Language } from '../../contract/language.ts';

/** All dates people read are those of Shenzhen: UTC+8 without daylight saving since 1991 (IANA Asia/Shanghai). */
const offsetMs = 8 * 3_600_000;
const englishMonths = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const englishWeekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const hanWeekdays = ['日', '一', '二', '三', '四', '五', '六'];

/** The day it is in Shenzhen at `instant` (UTC ISO), as YYYY-MM-DD. */
export function dayOf(instant: string): string {
  return new Date(Date.parse(instant) + offsetMs).toISOString().slice(0, 10);
}

/** The clock time in Shenzhen at `instant` (UTC ISO), as HH:MM. */
export function clockOf(instant: string): string {
  return new Date(Date.parse(instant) + offsetMs).toISOString().slice(11, 16);
}

/** `day` (YYYY-MM-DD) in words; the year is left out when it is that of `today` (YYYY-MM-DD). */
export function dayWords(day: string, language: Language, today?: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const withYear = year !== today?.slice(0, 4);
  const m = Number(month);
  const d = Number(date);
  if (language === 'en') return `${d} ${englishMonths[m - 1] ?? month}${withYear ? ` ${year}` : ''}`;
  return `${withYear ? `${year} 年 ` : ''}${m} 月 ${d} 日`;
}

/** The weekday of `day` (YYYY-MM-DD) in words. */
export function weekdayWords(day: string, language: Language): string {
  const index = new Date(`${day}T00:00:00.000Z`).getUTCDay();
  return language === 'en' ? (englishWeekdays[index] ?? '') : `星期${hanWeekdays[index] ?? ''}`;
}

/** Day and clock time of `instant` in words. */
export function momentWords(instant: string, language: Language, today?: string): string {
  return `${dayWords(dayOf(instant), language, today)} ${clockOf(instant)}`;
}

/** Whole fen as yuan: 123456 → 1,234.56; whole yuan without decimals. */
export function yuan(fen: number): string {
  const sign = fen < 0 ? '-' : '';
  const whole = Math.trunc(Math.abs(fen) / 100).toString().replace(/\B(?=(\d{3})+$)/g, ',');
  const cents = Math.abs(fen) % 100;
  return sign + whole + (cents === 0 ? '' : `.${String(cents).padStart(2, '0')}`);
}

/** Whole cm² as m² with up to four decimals. */
export function squareMetres(cm2: number): string {
  const whole = Math.trunc(cm2 / 10_000).toString().replace(/\B(?=(\d{3})+$)/g, ',');
  const rest = String(cm2 % 10_000).padStart(4, '0').replace(/0+$/, '');
  return rest ? `${whole}.${rest}` : whole;
}

/** A size in words: B, KB, MB or GB. */
export function sizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  if (bytes < 1024 ** 3) return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
  return `${(bytes / 1024 ** 3).toFixed(1)} GB`;
}
