import type { Refusal } from '../../kernel/decider.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Law } from './law.ts';
import { setClock } from './limits.ts';
import type { SetClock } from './matter-limit.ts';
import type { DeferredConsequence } from './matter-promises.ts';
import type { Matter } from './matter.ts';

/** What the item says follows when this deferrable material does not come; where it says nothing the applicant is reminded. */
export const consequenceOf = (law: Pick<Law, 'item'>, material: string): DeferredConsequence => law.item.deferrals?.[material]?.consequence ?? 'remind';

/** Deferred materials that a grant may not go ahead of: all that have not come, but those whose item says that the grant is taken back if they never do (revoke), and whose day is still to come. */
export function missingForGrant(state: Matter, law: Pick<Law, 'item'>): readonly string[] {
  return state.materials.filter((one) => one.form === 'deferred' && !(consequenceOf(law, one.code) === 'revoke' && !(state.lapsed ?? []).includes(one.code))).map((one) => one.code);
}

/** The limits within which the office looks whether what was vouched for is true, from a grant on (L-016). None where neither the item nor the rule pack says how long. */
export function checksFromGrant(state: Matter, law: Law, meta: { readonly at: Instant }): { ok: true; checks: Readonly<Record<string, SetClock>> } | Refusal {
  const checks: Record<string, SetClock> = {};
  for (const { code } of state.materials.filter((one) => one.form === 'promised')) {
    const clock = checkClock(law, meta, law.item.promiseChecks?.[code]);
    if (clock && !clock.ok) return clock;
    if (clock) checks[code] = clock.clock;
  }
  return { ok: true, checks };
}

/** The limit within which a promise is looked into: as the item says, else as the rule pack does; undefined where neither does. */
export function checkClock(law: Law, meta: { readonly at: Instant }, workingDays?: number): ReturnType<typeof setClock> | undefined {
  const limit = workingDays === undefined ? law.pack.limits.promise_check : ({ amount: workingDays, unit: 'working_day' } as const);
  return limit && setClock(law.calendar, limit, meta.at, law.pack.warning);
}
