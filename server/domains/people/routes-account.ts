import * as wire from '../../../contract/account.ts';
import type { MySecurity } from '../../../contract/account.ts';
import { relyingPartyOf, type RelyingParty } from '../../../contract/relying-party.ts';
import { refuse } from '../../kernel/decider.ts';
import { wholeMinutes } from '../../kernel/tries.ts';
import { hashPassword, hashSecret, isPassword } from '../../platform/crypto/index.ts';
import { reply, route, type Caller, type Route } from '../../platform/http/route.ts';
import { newId } from '../../platform/ids.ts';
import { factorsMost, type FactorOwner } from './factor.ts';
import { addHistory, addTotp, changePasswordHash, endAllFactors, endFactorRow, useTotpStep } from './factor-store.ts';
import { factorsOf, findStaffAccount, findUnconfirmedTotp, historyOf, sessionsOf } from './factor-views.ts';
import { endStaffIdentity } from './city-identity-store.ts';
import { isTooEasy, readName } from './names.ts';
import { mayDo, mayRead } from './policy.ts';
import type { PeopleRefusal } from './refusals.ts';
import { enter, factorOwnerOf, note, type Entering, type EntryWay } from './routes-entering.ts';
import { meOf } from './routes-me.ts';
import { challengeFor, keepPasskey, provePasskey } from './routes-passkeys.ts';
import { makeRecoveryCodes } from './routes-recovery.ts';
import { countedAs, judgeShown, waysOf } from './routes-showing.ts';
import { newTotpSecret, totpAddress, totpStep } from './routes-totp.ts';
import { openTotpSecret, sealTotpSecret } from './sealed-factor.ts';
import { isSessionFresh, type Session, type SessionOwner, type Sessions } from './sessions.ts';
import type { Surroundings } from './surroundings.ts';
import { tryLimits } from './tries.ts';

/** What the routes of one's own account are built from. */
interface Ground {
  readonly around: Surroundings;
  readonly sessions: Sessions;
  readonly rp: RelyingParty | undefined;
}

/** Somebody who has at least given a password: his session, whole or not, and whose factors these are. */
interface Holder {
  readonly ok: true;
  readonly session: Session;
  readonly owner: FactorOwner;
  readonly token: string;
}

/** Routes of second factors, sessions, passwords and history. */
export function accountRoutes(around: Surroundings, sessions: Sessions): readonly Route[] {
  const ground: Ground = { around, sessions, rp: relyingPartyOf(around.publicUrl) };
  return [...showingRoutes(ground), ...addingRoutes(ground), ...keepingRoutes(ground), ...sessionRoutes(ground)];
}

async function holderOf({ sessions }: Ground, call: Pick<Caller, 'sessionToken'>): Promise<Holder | PeopleRefusal> {
  const session = await sessions.read(call.sessionToken);
  const owner = factorOwnerOf(session);
  return session && owner && call.sessionToken !== undefined ? { ok: true, session, owner, token: call.sessionToken } : refuse('account.sign_in_first');
}

/** As holderOf, and may add a factor: in a whole session that is fresh, or where having one is all that is missing. Half a sign-in may not, or a stolen password would be enough. */
async function adderOf(ground: Ground, call: Pick<Caller, 'sessionToken'>): Promise<Holder | PeopleRefusal> {
  const holder = await holderOf(ground, call);
  if (!holder.ok || holder.session.stage === 'enrol') return holder;
  if (holder.session.stage !== 'whole') return refuse('account.sign_in_first');
  const session = await ground.sessions.read(holder.token, true);
  if (!isSessionFresh(session, ground.around.clock.now())) return refuse('account.show_again');
  return (await factorsOf(ground.around.database.handle, holder.owner)).length >= factorsMost ? refuse('factors.too_many', { most: factorsMost }) : holder;
}

const ownerFor = (owner: FactorOwner): SessionOwner => (owner.staffId === undefined ? { kind: 'resident', partyId: owner.partyId } : { kind: 'staff', staffId: owner.staffId });

function showingRoutes(ground: Ground): readonly Route[] {
  const { around, sessions, rp } = ground;
  return [
    route(wire.showSecondFactor, mayDo.showSecondFactor, async (call) => {
      const holder = await holderOf(ground, call);
      if (!holder.ok) return holder;
      if (holder.session.stage === 'enrol') return refuse('factors.way_not_open');
      const judged = await judgeShown(around, rp, { owner: holder.owner, sessionToken: holder.token, address: call.address }, call.body);
      if (!judged.ok) {
        await note(around, call, holder.owner, call.body.way, judged.code === 'sign_in.locked' ? 'paused' : 'refused');
        return judged;
      }
      // A half session ends here and a whole one begins under a new token: what was known before is worth nothing after.
      if (holder.session.stage !== 'whole') return reply(await enter(around, sessions, call, ownerFor(holder.owner), { way: call.body.way, whole: true }));
      await sessions.freshen(holder.token);
      await note(around, call, holder.owner, call.body.way, 'stepped_up');
      return reply(await meOf(around, await sessions.read(holder.token)));
    }),
    route(wire.requestPasskeyChallenge, mayDo.passkeyChallenge, async (call) => {
      if (!rp) return refuse('factors.passkeys_not_here');
      const fromHere = await around.tries.tooOftenFrom(tryLimits.challengesFromAddress, call.address);
      if (fromHere > 0) return refuse('sign_in.too_many_from_here', { minutes: wholeMinutes(fromHere) });
      const { purpose } = call.body;
      if (purpose === 'sign_in') return reply(await challengeFor(around, rp, { purpose, sessionToken: undefined, owner: undefined, called: '' }));
      const holder = purpose === 'register' ? await adderOf(ground, call) : await holderOf(ground, call);
      if (!holder.ok) return holder;
      return reply(await challengeFor(around, rp, { purpose, sessionToken: holder.token, owner: holder.owner, called: await calledOf(around, holder.session) }));
    }),
    route(wire.signInWithPasskey, mayDo.signInWithPasskey, async (call) => {
      if (!rp) return refuse('factors.passkeys_not_here');
      const fromHere = await around.tries.tooOftenFrom(tryLimits.confirmationsFromAddress, call.address);
      if (fromHere > 0) return refuse('sign_in.too_many_from_here', { minutes: wholeMinutes(fromHere) });
      const { owner, fits } = await provePasskey(around, rp, { sessionToken: undefined, ...call.body });
      // Staff give their password too: one thing in a pocket does not open the files of a city. Whoever calls learns nothing of all this: one answer.
      if (fits && owner?.partyId !== undefined) return reply(await enter(around, sessions, call, { kind: 'resident', partyId: owner.partyId }, { way: 'passkey' }));
      await note(around, call, owner, 'passkey', 'refused');
      return refuse('factors.passkey_not_known');
    }),
  ];
}

/** What an authenticator calls the account: a login, or the own name of a resident, who reads it on his own device. */
async function calledOf(around: Surroundings, session: Session): Promise<string> {
  if (session.kind === 'staff') return (await findStaffAccount(around.database.handle, session.staffId))?.login ?? '';
  return (await meOf(around, session)).name ?? '';
}

function addingRoutes(ground: Ground): readonly Route[] {
  const { around, rp } = ground;
  return [
    route(wire.addPasskey, mayDo.addFactor, async (call) => {
      const holder = await adderOf(ground, call);
      if (!holder.ok) return holder;
      if (!rp) return refuse('factors.passkeys_not_here');
      const kept = await keepPasskey(around, rp, { owner: holder.owner, sessionToken: holder.token, challengeId: call.body.challengeId, name: readName(call.body.name) ?? 'passkey', answer: call.body.answer });
      return kept ? reply(await added(ground, call, holder, 'passkey')) : refuse('factors.passkey_not_made');
    }),
    route(wire.beginTotp, mayDo.addFactor, async (call) => {
      const holder = await adderOf(ground, call);
      if (!holder.ok) return holder;
      const account = holder.owner.staffId === undefined ? undefined : await findStaffAccount(around.database.handle, holder.owner.staffId);
      if (!account) return refuse('factors.way_not_open');
      const [factorId, secret] = [newId(), newTotpSecret()];
      await addTotp(around.database.handle, { factorId, owner: holder.owner, name: readName(call.body.name) ?? 'TOTP', ...sealTotpSecret(around.keys, factorId, secret), at: around.clock.now() });
      return reply({ factorId, secret, address: totpAddress(secret, `Yimen ${new URL(around.publicUrl).hostname}`, account.login) });
    }),
    route(wire.confirmTotp, mayDo.addFactor, async (call) => {
      const holder = await adderOf(ground, call);
      if (!holder.ok) return holder;
      const locked = await around.tries.tooOften(tryLimits.secondFactor, countedAs(holder.owner));
      if (locked > 0) return refuse('sign_in.locked', { minutes: wholeMinutes(locked) });
      const factor = await findUnconfirmedTotp(around.database.handle, holder.owner, call.params.factorId);
      const secret = factor && openTotpSecret(around.keys, factor);
      if (!factor || secret === undefined) return refuse('factors.unknown');
      const step = totpStep(secret, call.body.code, around.clock.nowMs());
      const confirmed = step !== undefined && (await useTotpStep(around.database.handle, { factorId: factor.factorId, step, at: around.clock.now(), confirms: true }));
      if (!confirmed) return refuse('factors.wrong', {}, [{ pointer: '/code', code: 'factors.wrong', params: {} }]);
      await around.tries.forgive(tryLimits.secondFactor, countedAs(holder.owner));
      return reply(await added(ground, call, holder, 'totp'));
    }),
  ];
}

/** After a factor was added: recovery codes where staff have none, and for who was missing one the whole session. */
async function added({ around, sessions }: Ground, call: Entering, holder: Holder, way: EntryWay) {
  await note(around, call, holder.owner, way, 'factor_added');
  const recoveryCodes = holder.owner.staffId === undefined ? null : await makeRecoveryCodes(around, holder.owner, true);
  const me = holder.session.stage === 'enrol' ? await enter(around, sessions, call, ownerFor(holder.owner), { way, whole: true }) : await meOf(around, await sessions.read(holder.token));
  return { me, recoveryCodes };
}

function keepingRoutes(ground: Ground): readonly Route[] {
  const { around, sessions } = ground;
  return [
    route(wire.endFactor, mayDo.endFactor, async (call) => {
      const holder = await holderOf(ground, call);
      if (!holder.ok) return holder;
      const keepLast = holder.owner.staffId !== undefined && around.secondFactor === 'required';
      const ended = await endFactorRow(around.database.handle, { owner: holder.owner, factorId: call.params.factorId, keepLast, at: around.clock.now() });
      if (ended !== 'ended') return refuse(ended === 'last' ? 'factors.last_one' : 'factors.unknown');
      await note(around, call, holder.owner, 'account', 'factor_ended');
      return { ok: true };
    }),
    route(wire.newRecoveryCodes, mayDo.newRecoveryCodes, async (call) => {
      const holder = await holderOf(ground, call);
      if (!holder.ok) return holder;
      if ((await factorsOf(around.database.handle, holder.owner)).length === 0) return refuse('factors.way_not_open');
      await note(around, call, holder.owner, 'account', 'recovery_codes_made');
      return reply({ recoveryCodes: (await makeRecoveryCodes(around, holder.owner)) ?? [] });
    }),
    route(wire.changePassword, mayDo.changePassword, async (call) => {
      const holder = await holderOf(ground, call);
      if (!holder.ok) return holder;
      const staffId = holder.owner.staffId ?? '';
      const locked = await around.tries.tooOften(tryLimits.secondFactor, staffId);
      if (locked > 0) return refuse('sign_in.locked', { minutes: wholeMinutes(locked) });
      const account = await findStaffAccount(around.database.handle, staffId);
      if (!account || !(await isPassword(account.passwordHash, call.body.oldPassword))) return refuse('account.old_password_wrong', {}, [{ pointer: '/oldPassword', code: 'account.old_password_wrong', params: {} }]);
      await around.tries.forgive(tryLimits.secondFactor, staffId);
      const { newPassword } = call.body;
      if (isTooEasy(newPassword, account.login) || newPassword === call.body.oldPassword) return refuse('staff.password_too_easy', {}, [{ pointer: '/newPassword', code: 'staff.password_too_easy', params: {} }]);
      const fresh = isSessionFresh(await sessions.read(holder.token, true), around.clock.now());
      await changePasswordHash(around.database.handle, staffId, await hashPassword(newPassword, around.cost));
      await sessions.end(holder.token);
      await note(around, call, holder.owner, 'account', 'password_changed');
      // One's own session goes on under a new token; as fresh as it was, for with a factor the password alone shows nothing anew.
      const opened = await sessions.open(ownerFor(holder.owner), undefined, { fresh });
      call.setSession(opened.token);
      return reply(await meOf(around, await sessions.read(opened.token)));
    }),
  ];
}

function sessionRoutes(ground: Ground): readonly Route[] {
  const { around, sessions, rp } = ground;
  return [
    route(wire.getMySecurity, mayRead.mySecurity, async (call) => {
      const holder = await holderOf(ground, call);
      return holder.ok ? reply(await mySecurity(around, holder, rp !== undefined)) : holder;
    }),
    route(wire.endMySession, mayDo.endMySessions, async (call) => {
      const holder = await holderOf(ground, call);
      if (!holder.ok) return holder;
      if ((await sessions.endOf(holder.owner, { only: call.params.sessionId })) === 0) return refuse('account.session_unknown');
      await note(around, call, holder.owner, 'account', 'sessions_ended');
      return { ok: true };
    }),
    route(wire.endMyOtherSessions, mayDo.endMySessions, async (call) => {
      const holder = await holderOf(ground, call);
      if (!holder.ok) return holder;
      await sessions.endOf(holder.owner, { exceptToken: holder.token });
      await note(around, call, holder.owner, 'account', 'sessions_ended');
      return { ok: true };
    }),
  ];
}

async function mySecurity(around: Surroundings, { owner, session, token }: { owner: FactorOwner; session: Session; token: string }, passkeysPossible: boolean): Promise<MySecurity> {
  const at = around.clock.now();
  const { factors, codesLeft, ways } = await waysOf(around, owner);
  const open = await sessionsOf(around.database.handle, owner, at);
  const own = hashSecret(token);
  return {
    factors: factors.map(({ factorId, kind, name, madeAt, lastUsedAt }) => ({ factorId, kind, name, madeAt, lastUsedAt })),
    recoveryCodesLeft: codesLeft, passkeysPossible, ways: [...ways], isFresh: isSessionFresh(session, at),
    sessions: open.map(({ sessionId, tokenHash, madeAt, seenAt, address, browser }) => ({ sessionId, madeAt, seenAt, address, browser, isThis: tokenHash.equals(own) })),
    history: [...(await historyOf<MySecurity['history'][number]['way'], MySecurity['history'][number]['outcome']>(around.database.handle, owner))],
  };
}

/** What the office may do for somebody who lost what he signs in with: ends every second factor and recovery code, and every session with them; answers how many factors. */
export async function resetFactorsOf(around: Surroundings, sessions: Sessions, owner: FactorOwner): Promise<number> {
  const at = around.clock.now();
  const ended = await endAllFactors(around.database.handle, owner, at);
  // Whoever had the account may have linked himself to it.
  if (owner.staffId !== undefined) await endStaffIdentity(around.database.handle, owner.staffId, 'all');
  await sessions.endOf(owner, { exceptToken: undefined });
  await addHistory(around.database.handle, { entryId: newId(), owner, at, way: 'account', outcome: 'reset_by_office', addressPart: '', browser: '' });
  return ended;
}
