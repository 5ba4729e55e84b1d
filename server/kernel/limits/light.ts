import type { Instant } from '../instant.ts';
import { pauseAt, type Clock } from './clock.ts';

/** The state of a clock as everybody sees it: running green, yellow or red, standing still, or ended in time or late. Computed, never stored as the truth. */
export const lights = ['green', 'yellow', 'red', 'paused', 'met', 'missed'] as const;
export type Light = (typeof lights)[number];

/**
 * The light of a clock (L-040). A clock that has ended was met when it ended not later than its last moment. A running one is red from the first
 * millisecond after it, paused while a pause holds, yellow from `warnAt`, else green.
 *
 * Red comes before paused: a pause that begins in time moves the last moment, so only one that begins too late could cover it, and that must not hide the delay.
 */
export function lightAt(clock: Clock, due: { readonly dueAt: Instant; readonly warnAt: Instant }, now: Instant, endedAt: Instant | null): Light {
  if (endedAt !== null) return endedAt <= due.dueAt ? 'met' : 'missed';
  if (now > due.dueAt) return 'red';
  if (pauseAt(clock, now) !== undefined) return 'paused';
  return now >= due.warnAt ? 'yellow' : 'green';
}
