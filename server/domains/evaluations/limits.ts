import { isCalendarRefusal, type CalendarRefusal, type WorkingCalendar } from '../../kernel/calendar/index.ts';
import type { Instant } from '../../kernel/instant.ts';
import { dueOfClock, type Clock, type PackLimit, type RulePack } from '../../kernel/limits/index.ts';
import type { CaseLimit, CaseLimitId, MovedLimit, SetLimit } from './feedback.ts';

/** What the clocks of a case are counted by. */
export interface CaseLaw {
  readonly calendar: WorkingCalendar;
  /** In force when the case opened. */
  readonly pack: RulePack;
}

/** Which limit of the rule pack each clock is: L-051 a complaint, the others of evaluations. */
export const packLimitOf: Readonly<Record<CaseLimitId, PackLimit>> = {
  verify: 'evaluation_verify', complaint: 'complaint', mend: 'evaluation_mend', call_back: 'evaluation_call_back', appeal: 'evaluation_appeal',
};

const clockOf = (set: Pick<SetLimit, 'limit' | 'startedAt'>): Clock => ({ limit: set.limit, startedAt: set.startedAt, pauses: [], extensions: [] });

/** Starts a clock; refused where the calendar ends before it does. A clock of a case never stands still and is never extended. */
export function startLimit(law: CaseLaw, limitId: CaseLimitId, startedAt: Instant): { readonly ok: true; readonly clock: SetLimit } | CalendarRefusal {
  const { amount, unit } = law.pack.limits[packLimitOf[limitId]];
  const limit = { amount, unit };
  const due = dueOfClock(law.calendar, clockOf({ limit, startedAt }), law.pack.warning);
  if (isCalendarRefusal(due)) return due;
  return { ok: true, clock: { limitId, limit, startedAt, dueOn: due.dueOn, dueAt: due.dueAt, warnAt: due.warnAt, provisional: due.provisional, calendar: law.calendar.version } };
}

/** Where the running clocks end by this calendar, for those that end elsewhere than they did. */
export function movedBy(law: CaseLaw, limits: readonly CaseLimit[]): readonly MovedLimit[] {
  return limits.flatMap((one): MovedLimit[] => {
    if (one.endedAt !== null) return [];
    const due = dueOfClock(law.calendar, clockOf(one), law.pack.warning);
    if (isCalendarRefusal(due) || (due.dueAt === one.dueAt && due.warnAt === one.warnAt && due.provisional === one.provisional)) return [];
    return [{ limitId: one.limitId, dueOn: due.dueOn, dueAt: due.dueAt, warnAt: due.warnAt, provisional: due.provisional, calendar: law.calendar.version }];
  });
}
