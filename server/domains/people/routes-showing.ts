import type { BodyOf } from '../../../contract/endpoint.ts';
import type { showSecondFactor } from '../../../contract/account.ts';
import type { RelyingParty } from '../../../contract/relying-party.ts';
import { refuse } from '../../kernel/decider.ts';
import type { Id } from '../../kernel/ids.ts';
import { wholeMinutes } from '../../kernel/tries.ts';
import { isPassword } from '../../platform/crypto/index.ts';
import { showingWays, type FactorOwner, type ShowingWay } from './factor.ts';
import { useTotpStep } from './factor-store.ts';
import { factorsOf, findStaffAccount, recoveryCodesLeft, type StoredFactor } from './factor-views.ts';
import type { PeopleRefusal } from './refusals.ts';
import { provePasskey } from './routes-passkeys.ts';
import { spendRecoveryCode } from './routes-recovery.ts';
import { confirmCode } from './routes-sign-in.ts';
import { totpStep } from './routes-totp.ts';
import { openTotpSecret } from './sealed-factor.ts';
import type { Surroundings } from './surroundings.ts';
import { tryLimits } from './tries.ts';

export type Shown = BodyOf<typeof showSecondFactor>;

/** Ways in which somebody may show himself now. */
export async function waysOf(around: Surroundings, owner: FactorOwner): Promise<{ factors: readonly StoredFactor[]; codesLeft: number; ways: readonly ShowingWay[] }> {
  const [factors, codesLeft] = [await factorsOf(around.database.handle, owner), await recoveryCodesLeft(around.database.handle, owner)];
  return { factors, codesLeft, ways: showingWays(owner, factors.map((one) => one.kind), codesLeft) };
}

/** The id under which somebody's tries are counted. */
export const countedAs = (owner: FactorOwner): Id => owner.staffId ?? owner.partyId ?? '';

/**
 * Judges what somebody shows. A try is counted before anything is looked at, all ways together, so that many at once get no more tries than one after
 * another, and nobody goes on guessing with the next way (C-ID-2).
 */
export async function judgeShown(around: Surroundings, rp: RelyingParty | undefined, who: { owner: FactorOwner; sessionToken: string | undefined; address: string }, shown: Shown): Promise<{ ok: true } | PeopleRefusal> {
  const locked = await around.tries.tooOften(tryLimits.secondFactor, countedAs(who.owner));
  if (locked > 0) return refuse('sign_in.locked', { minutes: wholeMinutes(locked) });
  const { factors, ways } = await waysOf(around, who.owner);
  if (!ways.includes(shown.way)) return refuse('factors.way_not_open');
  const judged = await judgeWay(around, rp, who, shown, factors);
  if (judged !== true) return judged === false ? refuse('factors.wrong', {}, [{ pointer: '/code', code: 'factors.wrong', params: {} }]) : judged;
  await around.tries.forgive(tryLimits.secondFactor, countedAs(who.owner));
  return { ok: true };
}

async function judgeWay(around: Surroundings, rp: RelyingParty | undefined, who: { owner: FactorOwner; sessionToken: string | undefined; address: string }, shown: Shown, factors: readonly StoredFactor[]): Promise<boolean | PeopleRefusal> {
  const code = shown.code ?? '';
  switch (shown.way) {
    case 'totp':
      return isTotp(around, factors, code);
    case 'recovery_code':
      return spendRecoveryCode(around, who.owner, code);
    case 'password': {
      const account = who.owner.staffId === undefined ? undefined : await findStaffAccount(around.database.handle, who.owner.staffId);
      return account !== undefined && isPassword(account.passwordHash, code);
    }
    case 'passkey': {
      if (!rp || shown.challengeId === undefined || shown.answer === undefined) return false;
      const { owner, fits } = await provePasskey(around, rp, { sessionToken: who.sessionToken ?? '', challengeId: shown.challengeId, answer: shown.answer });
      return fits && owner !== undefined && countedAs(owner) === countedAs(who.owner);
    }
    case 'phone_code': {
      if (shown.signInId === undefined) return false;
      const confirmed = await confirmCode(around, { signInId: shown.signInId, code, address: who.address });
      if (!confirmed.ok) return confirmed;
      return confirmed.owner.kind === 'resident' && confirmed.owner.partyId === who.owner.partyId;
    }
  }
}

async function isTotp(around: Surroundings, factors: readonly StoredFactor[], code: string): Promise<boolean> {
  for (const factor of factors) {
    const secret = factor.kind === 'totp' ? openTotpSecret(around.keys, factor) : undefined;
    const step = secret === undefined ? undefined : totpStep(secret, code, around.clock.nowMs());
    if (step !== undefined && (await useTotpStep(around.database.handle, { factorId: factor.factorId, step, at: around.clock.now(), confirms: false }))) return true;
  }
  return false;
}
