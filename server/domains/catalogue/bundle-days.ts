/** How long a bundle may take: the longest path over the promises of its parts, in working days. */
import type { ImplementationItem } from '../../../contract/catalogue.ts';
import type { Static } from 'typebox';

/** What the path is made of: a part, those it waits for, and its own promise in working days. */
export interface Timed {
  readonly element: string;
  readonly after: readonly string[];
  readonly days: number;
}

type Promised = Pick<Static<typeof ImplementationItem>, 'promise_day' | 'promise_type'>;

/** In no month are there more Mondays to Fridays. */
const mostWorkingDaysInMonth = 23;

/**
 * An item's promise as working days of a bundle, never shorter than the promise itself: calendar days give five for each whole week, at most five for the
 * rest, and from six days on one more, because they may begin on a weekend; hours are begun days, a month its most possible working days. On the spot counts nothing for a part that begins with the acceptance and is done the same
 * day; one that waits for another counts a day, because that other may end at the close of its last.
 */
export function countedDays({ promise_day: amount, promise_type: unit }: Promised, waits: boolean): number {
  switch (unit) {
    case 'working_day':
      return amount;
    case 'calendar_day':
      return calendarDays(amount);
    case 'hour':
      return calendarDays(Math.ceil(amount / 24));
    case 'month':
      return amount * mostWorkingDaysInMonth;
    case 'on_the_spot':
      return waits ? 1 : 0;
  }
}

const calendarDays = (days: number): number => Math.floor(days / 7) * 5 + Math.min(days % 7, 5) + (days > 5 ? 1 : 0);

/** The parts in an order in which each comes after those it waits for; or the parts that wait for each other in a circle. */
export function ordered<P extends Pick<Timed, 'element' | 'after'>>(parts: readonly P[]): { readonly ok: true; readonly parts: readonly P[] } | { readonly ok: false; readonly circle: readonly string[] } {
  const done: P[] = [];
  const placed = new Set<string>();
  let open = [...parts];
  while (open.length > 0) {
    const next = open.find((part) => part.after.every((element) => placed.has(element)));
    if (!next) return { ok: false, circle: open.map((part) => part.element) };
    done.push(next);
    placed.add(next.element);
    open = open.filter((part) => part !== next);
  }
  return { ok: true, parts: done };
}

/** The longest path: its days and its parts in order. Of equally long paths the one with the parts named first. A bundle takes a working day at least. */
export function criticalPath(parts: readonly Timed[]): { readonly days: number; readonly elements: readonly string[] } {
  const ends = new Map<string, { readonly days: number; readonly elements: readonly string[] }>();
  const sorted = ordered(parts);
  for (const part of sorted.ok ? sorted.parts : []) {
    const before = longestOf(part.after.flatMap((element) => ends.get(element) ?? []));
    ends.set(part.element, { days: before.days + part.days, elements: [...before.elements, part.element] });
  }
  const longest = longestOf([...ends.values()]);
  return { days: Math.max(1, longest.days), elements: longest.elements };
}

interface Line {
  readonly days: number;
  readonly elements: readonly string[];
}
const nowhere: Line = { days: 0, elements: [] };
const longestOf = (lines: readonly Line[]): Line => lines.reduce((best, line) => (line.days > best.days ? line : best), lines[0] ?? nowhere);
