import { instantOfMs, msOf, type Instant } from '../../kernel/instant.ts';

/** Whose session it is. */
export type SessionKind = 'newcomer' | 'resident' | 'staff';

/** How long a session lasts unused, and at most, in seconds (C-ID-2). A newcomer is a resident who has not said a number yet. */
export const sessionLives = {
  newcomer: { idleSeconds: 30 * 60, absoluteSeconds: 24 * 3_600 },
  resident: { idleSeconds: 30 * 60, absoluteSeconds: 24 * 3_600 },
  staff: { idleSeconds: 60 * 60, absoluteSeconds: 12 * 3_600 },
} as const satisfies Record<SessionKind, { idleSeconds: number; absoluteSeconds: number }>;

/** A use is written at most this often, so a session may end up to a minute before its idle limit, never after it. */
export const seenEverySeconds = 60;

/** What of a session says how long it lives. */
export interface SessionTimes {
  readonly kind: SessionKind;
  readonly seenAt: Instant;
  readonly expiresAt: Instant;
}

/** The moment from which a session opened at `at` is over, however much it is used. */
export function sessionEnd(kind: SessionKind, at: Instant): Instant {
  return instantOfMs(msOf(at) + sessionLives[kind].absoluteSeconds * 1_000);
}

/** Whether the session still stands at `at`: before its end and used within its idle limit. */
export function isAlive(session: SessionTimes, at: Instant): boolean {
  return at < session.expiresAt && msOf(at) < msOf(session.seenAt) + sessionLives[session.kind].idleSeconds * 1_000;
}

/** Whether this use is worth writing. */
export function isDueToBeSeen(session: SessionTimes, at: Instant): boolean {
  return msOf(at) >= msOf(session.seenAt) + seenEverySeconds * 1_000;
}
