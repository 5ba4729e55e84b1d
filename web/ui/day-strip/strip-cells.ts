import type { Language } from '../../../contract/language.ts';
import { sayStripDay, type StripDayParts } from '../../../contract/messages/limits.ts';

/** A cell of the strip as the server sends it (contract/limits.ts StripDay). */
export interface ShownStripDay extends StripDayParts {
  readonly pauseId: string | null;
}

/** Whether every cell is one day, so that the strip can be drawn as weeks; longer strips come folded. */
export function isUnfolded(strip: readonly ShownStripDay[]): boolean {
  return strip.every((cell) => cell.days === 1 && cell.weekends === 0 && cell.day === cell.to);
}

/** Neighbours that are the same to the clock, as one: what is read aloud. The start and the due day stay alone. */
export function runsOf(strip: readonly ShownStripDay[]): readonly ShownStripDay[] {
  const runs: ShownStripDay[] = [];
  for (const cell of strip) {
    const before = runs.at(-1);
    if (before && areOne(before, cell)) runs.splice(-1, 1, { ...before, to: cell.to, days: before.days + cell.days, weekends: before.weekends + cell.weekends, n: cell.n });
    else runs.push(cell);
  }
  return runs;
}

function areOne(a: ShownStripDay, b: ShownStripDay): boolean {
  return a.state === b.state && a.state !== 'start' && !a.due && !b.due && a.pauseId === b.pauseId && a.name?.en === b.name?.en;
}

/** Monday 1 … Sunday 7 of a day. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00.000Z`).getUTCDay() || 7;
}

/** Counted days that carry their number: all of a short limit, of a longer one the first, each fifth and the last. */
export function isNumbered(n: number, last: number): boolean {
  return last <= 10 || n === 1 || n === last || n % 5 === 0;
}

/** A run in words, with the ground of its pause where it has one. */
export function runWords(run: ShownStripDay, language: Language, beside: string, groundOf: (pauseId: string) => string): string {
  const words = sayStripDay(run, language, beside);
  const ground = run.state === 'paused' && run.pauseId !== null ? groundOf(run.pauseId) : '';
  return ground === '' ? words : `${words} · ${ground}`;
}
