import type { HeldPost, Role } from '../../kernel/actor.ts';
import { instantOfMs, msOf, startOfLocalDay, type Instant, type LocalDay } from '../../kernel/instant.ts';

/**
 * From which count on a day of readings is a question (C-PR-8). Counts that vary with the work are compared with the post's own 30 days, three standard
 * deviations above the mean; the least counts keep a quiet office from asking about a single file. Without 20 days to compare with, `withoutUsual` holds.
 */
export const signalLines = {
  deviations: 3, usualDays: 30, usualLeast: 20,
  overUsual: { least: 20 },
  noCase: { least: 5, withoutUsual: 10 },
  /** Surnames are few: one in fourteen people is a 王 or 李, so one alone says nothing. */
  sameSurname: 2,
  colleague: 1,
  himself: 1,
  atNight: 3,
  nightFromHour: 22, nightToHour: 6,
  /** acts of one's own this long before make a reading part of a case */
  linkDays: 30,
  /** readings drawn by chance each month */
  sample: 30,
} as const;

/** The first and the last moment of a day in Shenzhen, the second not included. */
export const boundsOf = (day: LocalDay): { readonly from: Instant; readonly to: Instant } => ({ from: startOfLocalDay(day), to: instantOfMs(msOf(startOfLocalDay(day)) + 86_400_000) });

const handlersFirst: readonly Role[] = ['officer', 'approver', 'window_clerk', 'hall_manager', 'supervisor', 'audit_administrator', 'security_administrator', 'administrator'];

/** The post somebody's day is compared within: of those held at a moment the one that handles most. */
export function postAt<P extends HeldPost & { readonly fromAt: Instant; readonly toAt: Instant | null }>(posts: readonly P[], at: Instant, institution?: string | null): P | undefined {
  const held = posts.filter((post) => post.fromAt <= at && (post.toAt === null || post.toAt > at));
  const there = institution ? held.filter((post) => post.institution === institution) : held;
  return [...(there.length > 0 ? there : held)].sort((a, b) => handlersFirst.indexOf(a.role) - handlersFirst.indexOf(b.role))[0];
}
