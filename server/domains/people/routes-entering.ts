import type { Me } from '../../../contract/people.ts';
import type { Endpoint } from '../../../contract/endpoint.ts';
import type { Call } from '../../platform/http/route.ts';
import { newId } from '../../platform/ids.ts';
import { addressPart, browserFamily } from './browser-line.ts';
import { stageAfterPassword, type FactorOwner } from './factor.ts';
import { addHistory } from './factor-store.ts';
import { factorsOf } from './factor-views.ts';
import { meOf } from './routes-me.ts';
import type { Session, SessionOwner, Sessions } from './sessions.ts';
import type { Surroundings } from './surroundings.ts';

/** As much of a call as signing in needs. */
export type Entering = Pick<Call<Endpoint>, 'sessionToken' | 'setSession' | 'address' | 'received'>;

/** How somebody came in, as his history names it. */
export type EntryWay = 'password' | 'phone_code' | 'totp' | 'passkey' | 'recovery_code' | 'city_identity' | 'first_start' | 'account';

/** The owner of a session's factors and history; a newcomer has none yet. */
export function factorOwnerOf(session: Session | SessionOwner | undefined): FactorOwner | undefined {
  if (session?.kind === 'staff') return { staffId: session.staffId };
  return session?.kind === 'resident' ? { partyId: session.partyId } : undefined;
}

const fromWhere = (call: Pick<Entering, 'address' | 'received'>) => ({ addressPart: addressPart(call.address), browser: browserFamily(String(call.received.headers['user-agent'] ?? '')) });

/** Writes what happened to an account into the history its owner reads. */
export async function note(around: Surroundings, call: Pick<Entering, 'address' | 'received'>, owner: FactorOwner | undefined, way: EntryWay, outcome: string): Promise<void> {
  if (owner) await addHistory(around.database.handle, { entryId: newId(), owner, at: around.clock.now(), way, outcome, ...fromWhere(call) });
}

/**
 * Opens a session in the place of the caller's and answers who he is now. Staff who showed no more than a first factor come only as far as the
 * rule and their own second factors let them; `whole` says that the second was shown.
 */
export async function enter(around: Surroundings, sessions: Sessions, call: Entering, owner: SessionOwner, how: { way: EntryWay; whole?: boolean }): Promise<Me> {
  const mine = factorOwnerOf(owner);
  const kinds = mine?.staffId !== undefined && !how.whole ? (await factorsOf(around.database.handle, mine)).map((one) => one.kind) : [];
  const stage = mine?.staffId === undefined || how.whole ? 'whole' : stageAfterPassword(around.secondFactor, kinds);
  const opened = await sessions.open(owner, call.sessionToken, { stage, fresh: stage === 'whole', ...fromWhere(call) });
  await note(around, call, mine, how.way, stage === 'whole' ? 'in' : 'second_due');
  call.setSession(opened.token);
  return meOf(around, await sessions.read(opened.token));
}
