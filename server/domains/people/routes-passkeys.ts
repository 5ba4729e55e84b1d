import { generateAuthenticationOptions, generateRegistrationOptions, verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import type { PasskeyAnswer } from '../../../contract/account.ts';
import type { RelyingParty } from '../../../contract/relying-party.ts';
import type { Id } from '../../kernel/ids.ts';
import { hashSecret } from '../../platform/crypto/index.ts';
import { newId } from '../../platform/ids.ts';
import { challengeSeconds, endsAfter, type FactorOwner } from './factor.ts';
import { addChallenge, addPasskeyRow, takeChallenge, usePasskeyRow } from './factor-store.ts';
import { factorsOf, findPasskey } from './factor-views.ts';
import type { Surroundings } from './surroundings.ts';

export type ChallengePurpose = 'register' | 'show' | 'sign_in';

/** A challenge for a browser: bound to the session that asks, but for signing in, where there is none. */
export async function challengeFor(
  around: Surroundings, rp: RelyingParty, wanted: { purpose: ChallengePurpose; sessionToken: string | undefined; owner: FactorOwner | undefined; called: string },
): Promise<{ challengeId: Id; options: Record<string, unknown> }> {
  const known = wanted.owner ? (await factorsOf(around.database.handle, wanted.owner)).filter((one) => one.kind === 'passkey') : [];
  const credentials = known.map((one) => ({ id: (one.credentialId ?? Buffer.alloc(0)).toString('base64url'), transports: [...one.transports] }));
  const options = wanted.purpose === 'register'
    ? await generateRegistrationOptions({
        rpName: 'Yimen 一门', rpID: rp.id, userName: wanted.called, userDisplayName: wanted.called, userID: new Uint8Array(Buffer.from(wanted.owner?.staffId ?? wanted.owner?.partyId ?? '')),
        attestationType: 'none', excludeCredentials: credentials, authenticatorSelection: { residentKey: 'required', userVerification: 'required' }, timeout: challengeSeconds * 1_000,
      })
    : await generateAuthenticationOptions({ rpID: rp.id, userVerification: 'required', timeout: challengeSeconds * 1_000, ...(wanted.purpose === 'show' ? { allowCredentials: credentials } : {}) });
  const challengeId = newId();
  const tokenHash = wanted.purpose === 'sign_in' ? null : hashSecret(wanted.sessionToken ?? '');
  await addChallenge(around.database.handle, { challengeId, purpose: wanted.purpose, tokenHash, challenge: options.challenge, expiresAt: endsAfter(around.clock.now(), challengeSeconds) });
  return { challengeId, options: options as unknown as Record<string, unknown> };
}

/** Keeps the passkey a browser made for a challenge of this session; false where anything of it does not fit. */
export async function keepPasskey(around: Surroundings, rp: RelyingParty, given: { owner: FactorOwner; sessionToken: string | undefined; challengeId: Id; name: string; answer: PasskeyAnswer }): Promise<boolean> {
  const at = around.clock.now();
  const challenge = await takeChallenge(around.database.handle, { challengeId: given.challengeId, purpose: 'register', tokenHash: hashSecret(given.sessionToken ?? ''), at });
  if (challenge === undefined) return false;
  const response = given.answer as unknown as Parameters<typeof verifyRegistrationResponse>[0]['response'];
  // What does not even parse is thrown by the library: to us it is an answer that does not fit.
  const judged = await verifyRegistrationResponse({ response, expectedChallenge: challenge, expectedOrigin: rp.origins, expectedRPID: rp.id, requireUserVerification: true }).catch(() => undefined);
  if (!judged?.verified) return false;
  const { credential } = judged.registrationInfo;
  return addPasskeyRow(around.database.handle, {
    factorId: newId(), owner: given.owner, name: given.name, credentialId: Buffer.from(credential.id, 'base64url'), publicKey: Buffer.from(credential.publicKey), signCount: credential.counter, transports: credential.transports ?? [], at,
  });
}

/** Whose passkey was shown, where it is one of ours, and whether everything of the answer fits. */
export interface Proof {
  readonly owner: FactorOwner | undefined;
  readonly fits: boolean;
}

const nobodys: Proof = { owner: undefined, fits: false };

/** Judges what a browser answered to a challenge. `sessionToken` undefined: a challenge for signing in. */
export async function provePasskey(around: Surroundings, rp: RelyingParty, given: { sessionToken: string | undefined; challengeId: Id; answer: PasskeyAnswer }): Promise<Proof> {
  const at = around.clock.now();
  const purpose = given.sessionToken === undefined ? 'sign_in' : 'show';
  const challenge = await takeChallenge(around.database.handle, { challengeId: given.challengeId, purpose, tokenHash: given.sessionToken === undefined ? null : hashSecret(given.sessionToken), at });
  if (challenge === undefined) return nobodys;
  const found = await findPasskey(around.database.handle, Buffer.from(given.answer.id, 'base64url'));
  if (!found?.factor.publicKey) return nobodys;
  const { owner, factor: { factorId, publicKey, signCount } } = found;
  if (!namesOwner(given.answer, owner, purpose === 'sign_in')) return { owner, fits: false };
  const response = given.answer as unknown as Parameters<typeof verifyAuthenticationResponse>[0]['response'];
  const judged = await verifyAuthenticationResponse({
    response, expectedChallenge: challenge, expectedOrigin: rp.origins, expectedRPID: rp.id, requireUserVerification: true,
    credential: { id: given.answer.id, publicKey: new Uint8Array(publicKey), counter: signCount },
  }).catch(() => undefined);
  const fits = judged?.verified === true && (await usePasskeyRow(around.database.handle, { factorId, signCount: judged.authenticationInfo.newCounter, at }));
  return { owner, fits };
}

/** WebAuthn §7.2, step 6: the user handle an authenticator tells is its owner's; where nobody had said who he is, it must be told. */
function namesOwner({ response }: PasskeyAnswer, owner: FactorOwner, mustBeTold: boolean): boolean {
  const told = typeof response.userHandle === 'string' && response.userHandle !== '' ? Buffer.from(response.userHandle, 'base64url').toString() : undefined;
  return told === undefined ? !mustBeTold : told === (owner.staffId ?? owner.partyId);
}
