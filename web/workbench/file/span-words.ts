import type { Words } from '../words/words.tsx';

const minuteMs = 60_000;

/** How long after the fact before: minutes, hours or days, whole; empty for the first and for the same minute. */
export function spanWords(from: string | undefined, to: string, { t }: Pick<Words, 't'>): string {
  if (from === undefined) return '';
  const minutes = Math.floor((Date.parse(to) - Date.parse(from)) / minuteMs);
  if (minutes < 1) return '';
  if (minutes < 60) return t('span.minutes', { count: minutes });
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? t('span.hours', { count: hours }) : t('span.days', { count: Math.floor(hours / 24) });
}
