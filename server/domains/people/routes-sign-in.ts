import { randomInt } from 'node:crypto';
import type { Language } from '../../../contract/language.ts';
import { refuse } from '../../kernel/decider.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import { wholeHours, wholeMinutes } from '../../kernel/tries.ts';
import { linkSignature, type Keys } from '../../platform/crypto/index.ts';
import { newId } from '../../platform/ids.ts';
import { readPhone } from './numbers/index.ts';
import type { PeopleRefusal } from './refusals.ts';
import { phoneIndexOf } from './routes-parties.ts';
import { openPhone, sealPhone } from './sealed-party.ts';
import type { SessionOwner } from './sessions.ts';
import { codeAttempts, codeDigits, codeEnd, readCode } from './sign-in-code.ts';
import { addSignIn, tryCode } from './store.ts';
import type { Surroundings } from './surroundings.ts';
import { tryLimits } from './tries.ts';
import { findPartyByPhone, findSignIn } from './views.ts';

/** A code on its way. */
export interface CodeSent {
  readonly ok: true;
  readonly signInId: Id;
  readonly phoneMasked: string;
  readonly expiresAt: Instant;
  readonly resendAfterSeconds: number;
}

/** Sends a one-time code. Nothing here asks whether the phone is known, so neither the answer nor its time can tell. */
export async function requestCode(around: Surroundings, wanted: { phone: string; language: Language; address: string }): Promise<CodeSent | PeopleRefusal> {
  const phone = readPhone(wanted.phone);
  if (!phone.ok) return refuse(phone.refusal.code, phone.refusal.params, [{ pointer: '/phone', code: phone.refusal.code, params: phone.refusal.params }]);
  if (phone.place === 'mainland_fixed') return refuse('sign_in.mobile_needed', {}, [{ pointer: '/phone', code: 'sign_in.mobile_needed', params: {} }]);
  const tooMany = await refusedByLimits(around, phone.e164, wanted.address);
  if (tooMany) return tooMany;
  const [signInId, at] = [newId(), around.clock.now()];
  const code = String(randomInt(10 ** codeDigits)).padStart(codeDigits, '0');
  const expiresAt = codeEnd(at);
  await addSignIn(around.database.handle, { signInId, phoneIndex: phoneIndexOf(around.keys, phone.e164), ...sealPhone(around.keys, signInId, phone.e164), codeHash: codeHashOf(around.keys, signInId, code), at, expiresAt });
  const outcome = await around.sendCode(phone.e164, code, wanted.language);
  if (outcome === 'sent') return { ok: true, signInId, phoneMasked: phone.masked, expiresAt, resendAfterSeconds: tryLimits.codeAgain.seconds };
  // Nothing arrived, so there is nothing to wait for; the day's count stands.
  await around.tries.forgive(tryLimits.codeAgain, phone.e164);
  return refuse(outcome === 'retry' ? 'sign_in.messages_down' : 'sign_in.phone_not_reachable');
}

async function refusedByLimits(around: Surroundings, e164: string, address: string): Promise<PeopleRefusal | undefined> {
  const fromHere = await around.tries.tooOftenFrom(tryLimits.codesFromAddress, address);
  if (fromHere > 0) return refuse('sign_in.too_many_from_here', { minutes: wholeMinutes(fromHere) });
  const again = await around.tries.tooOften(tryLimits.codeAgain, e164);
  if (again > 0) return refuse('sign_in.wait', { seconds: again });
  const today = await around.tries.tooOften(tryLimits.codesOfPhone, e164);
  return today > 0 ? refuse('sign_in.too_many_today', { hours: wholeHours(today) }) : undefined;
}

/** Uses a code: whose session it opens, a resident's where the phone is bound to a party, else a newcomer's. */
export async function confirmCode(around: Surroundings, typed: { signInId: Id; code: string; address: string }): Promise<{ ok: true; owner: SessionOwner } | PeopleRefusal> {
  const fromHere = await around.tries.tooOftenFrom(tryLimits.confirmationsFromAddress, typed.address);
  if (fromHere > 0) return refuse('sign_in.too_many_from_here', { minutes: wholeMinutes(fromHere) });
  // What is no code at all still counts as an attempt: it fits no hash.
  const codeHash = codeHashOf(around.keys, typed.signInId, readCode(typed.code) ?? '');
  const tried = await tryCode(around.database.handle, { signInId: typed.signInId, codeHash, most: codeAttempts, at: around.clock.now() });
  if (!tried) return whyNothingToTry(around, typed.signInId);
  if (!tried.opened) {
    const left = codeAttempts - tried.attempts;
    if (left === 0) return refuse('sign_in.too_many_attempts');
    return refuse('sign_in.wrong_code', { left }, [{ pointer: '/code', code: 'sign_in.wrong_code', params: { left } }]);
  }
  const party = await findPartyByPhone(around.database.handle, tried.phoneIndex);
  return { ok: true, owner: party ? { kind: 'resident', partyId: party.partyId } : { kind: 'newcomer', signInId: typed.signInId } };
}

/** The phone a newcomer proved. */
export async function provenPhone(around: Surroundings, signInId: Id): Promise<string | undefined> {
  const signIn = await findSignIn(around.database.handle, signInId);
  return signIn?.usedAt ? openPhone(around.keys, signInId, signIn) : undefined;
}

async function whyNothingToTry(around: Surroundings, signInId: Id): Promise<PeopleRefusal> {
  const signIn = await findSignIn(around.database.handle, signInId);
  const usedUp = signIn && signIn.usedAt === null && signIn.attempts >= codeAttempts;
  return refuse(usedUp ? 'sign_in.too_many_attempts' : 'sign_in.code_expired');
}

/** Six digits under a bare hash are found in a second, so they are hashed with a key that is not in the database, and bound to their sign-in. */
function codeHashOf(keys: Keys, signInId: Id, code: string): Buffer {
  return Buffer.from(linkSignature(keys, `sign-in code\n${signInId}\n${code}`), 'base64url');
}
