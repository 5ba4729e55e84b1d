/** Who is told in the morning of what is yellow or red. Pure. */
import { isWorkingDay, type WorkingCalendar } from '../../kernel/calendar/index.ts';
import { instantOfMs, localDayOf, msOf, startOfLocalDay, type Instant, type LocalDay } from '../../kernel/instant.ts';

/** Half past eight in Shenzhen, in minutes of the day: before the halls open at nine, so that the day begins with it. Set by this product, no rule names an hour. */
export const digestMinute = 8 * 60 + 30;

/** The day whose digest is to be sent at `now`: today, on a working day from half past eight on, also late on the same day; undefined otherwise. Yesterday's is never sent. */
export function digestDay(calendar: WorkingCalendar, now: Instant): LocalDay | undefined {
  const day = localDayOf(now);
  const from = instantOfMs(msOf(startOfLocalDay(day)) + digestMinute * 60_000);
  return now >= from && isWorkingDay(calendar, day) ? day : undefined;
}

/** A running limit, yellow or red, as the matters give it. */
export interface DueLimit {
  readonly matterId: string;
  readonly institution: string;
  readonly post: string;
  readonly staffId: string | null;
  readonly dueAt: Instant;
}

/** Somebody who holds a post that has to do with limits. */
export interface Holder {
  readonly staffId: string;
  readonly institution: string;
  readonly role: string;
}

/** What one person has: matters, not limits: a matter red in two limits is one. Red goes before yellow. */
export interface DigestCount {
  readonly staffId: string;
  readonly yellow: number;
  readonly red: number;
}

/** Whether a limit is in a person's digest: claimed by him, waiting for his post, or, for an approver, anywhere in his institution. */
export function concerns(limit: Pick<DueLimit, 'institution' | 'post' | 'staffId'>, holder: Holder): boolean {
  if (limit.staffId === holder.staffId) return true;
  if (limit.institution !== holder.institution) return false;
  return holder.role === 'approver' || (limit.staffId === null && limit.post === holder.role);
}

/** The digests of these holders over these limits; who has nothing gets none. */
export function digestsOf(limits: readonly DueLimit[], holders: readonly Holder[], now: Instant): readonly DigestCount[] {
  const found = new Map<string, Map<string, 'yellow' | 'red'>>();
  const byInstitution = new Map<string, Holder[]>();
  for (const holder of holders) {
    const own = byInstitution.get(holder.institution);
    if (own) own.push(holder);
    else byInstitution.set(holder.institution, [holder]);
  }
  for (const limit of limits) {
    const light = now > limit.dueAt ? 'red' : 'yellow';
    const told = new Set((byInstitution.get(limit.institution) ?? []).filter((holder) => concerns(limit, holder)).map((holder) => holder.staffId));
    // Who has it in hand is told also where his post has ended meanwhile or lies elsewhere.
    if (limit.staffId !== null) told.add(limit.staffId);
    for (const staffId of told) {
      const matters = found.get(staffId) ?? new Map<string, 'yellow' | 'red'>();
      if (matters.get(limit.matterId) !== 'red') matters.set(limit.matterId, light);
      found.set(staffId, matters);
    }
  }
  return [...found].map(([staffId, matters]) => {
    const lights = [...matters.values()];
    return { staffId, yellow: lights.filter((light) => light === 'yellow').length, red: lights.filter((light) => light === 'red').length };
  });
}
