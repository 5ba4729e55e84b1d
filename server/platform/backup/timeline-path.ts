import { positionOf } from './log-position.ts';

/** One stretch of a database's history: the timeline and the position at which it left for the next one; null for the one in force. */
export type Stretch = { readonly timeline: number; readonly untilLsn: string | null };

/**
 * The way from the beginning to a timeline, read from its history file (PostgreSQL manual, 25.3.6 "Timelines": each line has the parent, the position of the switch, a
 * reason). A timeline without a history is the first.
 */
export function pathOf(timeline: number, history: string): Stretch[] {
  const stretches: Stretch[] = [];
  for (const line of history.split('\n')) {
    const found = /^\s*(\d+)\s+([0-9A-F]+\/[0-9A-F]+)/i.exec(line);
    if (found) stretches.push({ timeline: Number(found[1]), untilLsn: found[2] ?? '' });
  }
  return [...stretches, { timeline, untilLsn: null }];
}

/** Whether a backup that ended at `stopLsn` lies on that way, and not on a branch that was left. */
export function liesOn(path: readonly Stretch[], timeline: number, stopLsn: string): boolean {
  const stretch = path.find((one) => one.timeline === timeline);
  return stretch !== undefined && (stretch.untilLsn === null || positionOf(stopLsn) <= positionOf(stretch.untilLsn));
}
