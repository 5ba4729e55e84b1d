import type { Id } from '../../kernel/ids.ts';
import { instantOfMs, msOf, type Instant } from '../../kernel/instant.ts';

/** Whose factor, code, history: a member of staff or a person. */
export type FactorOwner = { readonly staffId: Id; readonly partyId?: undefined } | { readonly partyId: Id; readonly staffId?: undefined };

/** Kinds of second factors, and all ways of showing who one is afresh. */
export type FactorKind = 'totp' | 'passkey';
export type ShowingWay = FactorKind | 'recovery_code' | 'password' | 'phone_code';

/** Whether an installation wants a second factor of every member of staff, or leaves it to them. */
export type SecondFactorRule = 'required' | 'offered';

/** How far a session has come: only a whole one may do anything but finish signing in. */
export type SessionStage = 'whole' | 'second_factor' | 'enrol';

/** A shown factor is fresh for a quarter of an hour (C-ID-2, step-up). */
export const freshSeconds = 15 * 60;
/** A person keeps a handful: phone, key, spare key. */
export const factorsMost = 10;
export const recoveryCodeCount = 10;
/** How long a browser may take to answer a passkey challenge. */
export const challengeSeconds = 5 * 60;
/** Entries of the history shown at once. */
export const historyShown = 100;
/** Open sessions of one account, more than anybody has. */
export const sessionsShown = 100;
/** Half a sign-in is finished within ten minutes or begun anew. */
export const halfwaySeconds = 10 * 60;

/** Whether what was shown at `freshAt` still counts at `at`. */
export function isFresh(freshAt: Instant | null, at: Instant): boolean {
  return freshAt !== null && msOf(at) < msOf(freshAt) + freshSeconds * 1_000;
}

/** The stage a right password leads to. */
export function stageAfterPassword(rule: SecondFactorRule, kinds: readonly FactorKind[]): SessionStage {
  if (kinds.length > 0) return 'second_factor';
  return rule === 'required' ? 'enrol' : 'whole';
}

/** The end of something begun at `at`. */
export const endsAfter = (at: Instant, seconds: number): Instant => instantOfMs(msOf(at) + seconds * 1_000);

/**
 * Ways in which somebody may show himself afresh: his factors and recovery codes; where there is none, staff the password. A resident
 * always may by telephone code: it is what opens his sessions anyhow, and a lost passkey must not lock him out of his own affairs.
 */
export function showingWays(owner: FactorOwner, kinds: readonly FactorKind[], recoveryCodesLeft: number): readonly ShowingWay[] {
  const own = [...new Set(kinds)].sort().reverse();
  const codes: readonly ShowingWay[] = own.length > 0 && recoveryCodesLeft > 0 ? ['recovery_code'] : [];
  if (owner.partyId !== undefined) return [...own, 'phone_code'];
  return own.length > 0 ? [...own, ...codes] : ['password'];
}
