import type { Id } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { StaffChange } from './change.ts';

/** Rows by section, as people.append_staff_change reads them. */
export type Effects = Readonly<Record<string, readonly object[]>>;

/**
 * What the approval of a change does to accounts, posts, factors and sessions, written with its fact. `hashes` are the new passwords' hashes by member of staff:
 * of an appointment and of a password set anew. Whoever is stopped or set anew is signed out everywhere.
 */
export function effectsOf(change: StaffChange, at: Instant, hashes: ReadonlyMap<Id, string>): Effects {
  const people = change.staff.map(({ staffId }) => ({ staff_id: staffId, at }));
  const hashOf = (staffId: Id): string => hashes.get(staffId) ?? '';
  const posts = change.staff.flatMap(({ staffId, posts: own }) => own.map(({ institution, unit, role }) => ({ staff_id: staffId, institution, unit, role, at })));
  const alone: Effects = change.founding ? { alone: people } : {};
  switch (change.kind) {
    case 'appoint':
      return { ...alone, appointed: change.staff.map(({ staffId, login, name }) => ({ staff_id: staffId, login, name, password_hash: hashOf(staffId) })), posts_given: posts };
    case 'give_post':
      return { ...alone, posts_given: posts };
    case 'end_post':
      return { ...alone, posts_ended: posts };
    case 'deactivate':
      return { ...alone, activity: people.map((one) => ({ ...one, active: false })), sessions_ended: people };
    case 'reactivate':
      return { ...alone, activity: people.map((one) => ({ ...one, active: true })) };
    case 'reset_password':
      return { ...alone, passwords: people.map((one) => ({ ...one, password_hash: hashOf(one.staff_id) })), sessions_ended: people };
    case 'reset_factors':
      return { ...alone, factors_reset: people, sessions_ended: people };
  }
}
