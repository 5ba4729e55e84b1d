import * as wire from '../../../contract/people.ts';
import { byOf, type By } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/decider.ts';
import { reply, route, type Caller, type Route } from '../../platform/http/route.ts';
import { absenceRoutes } from './routes-absences.ts';
import { accountRoutes } from './routes-account.ts';
import { cityAccountRoutes, signOut } from './routes-city-account.ts';
import type { CityIdentity } from './routes-city-identity.ts';
import { enter, note } from './routes-entering.ts';
import { meOf } from './routes-me.ts';
import { declareIdentity, identifyParty, registerParty } from './routes-parties.ts';
import { mayDo, mayRead } from './policy.ts';
import type { Sessions } from './sessions.ts';
import { confirmCode, provenPhone, requestCode } from './routes-sign-in.ts';
import { makeFirstAdministrator, staffList, type StaffDoor } from './routes-staff.ts';
import type { Surroundings } from './surroundings.ts';

/** Every route of this domain. */
export function peopleRoutes(around: Surroundings, sessions: Sessions, door: StaffDoor, city: CityIdentity | undefined): readonly Route[] {
  return [...ownRoutes(around, sessions, city), ...accountRoutes(around, sessions), ...cityAccountRoutes(around, city), ...residentRoutes(around, sessions), ...staffRoutes(around, sessions, door), ...windowRoutes(around), ...absenceRoutes(around)];
}

function ownRoutes(around: Surroundings, sessions: Sessions, city: CityIdentity | undefined): readonly Route[] {
  return [
    route(wire.getMe, mayRead.me, async (call) => reply(await meOf(around, await sessions.read(call.sessionToken)))),
    route(wire.signOut, mayDo.signOut, async (call) => {
      const onward = await signOut(around, sessions, city, call.sessionToken);
      // A form of another site comes without the cookie (SameSite=Lax): an answer that took it away would sign the person out all the same.
      if (call.sessionToken !== undefined) call.setSession(null);
      return reply({ onward });
    }),
  ];
}

function residentRoutes(around: Surroundings, sessions: Sessions): readonly Route[] {
  return [
    route(wire.requestSignInCode, mayDo.requestSignInCode, async (call) => {
      const sent = await requestCode(around, { ...call.body, address: call.address });
      if (!sent.ok) return sent;
      const { signInId, phoneMasked, expiresAt, resendAfterSeconds } = sent;
      return reply({ signInId, phoneMasked, expiresAt, resendAfterSeconds });
    }),
    route(wire.confirmSignIn, mayDo.confirmSignIn, async (call) => {
      const confirmed = await confirmCode(around, { signInId: call.params.signInId, code: call.body.code, address: call.address });
      return confirmed.ok ? reply(await enter(around, sessions, call, confirmed.owner, { way: 'phone_code' })) : confirmed;
    }),
    route(wire.declareIdentity, mayDo.declareIdentity, async (call) => {
      const session = await sessions.read(call.sessionToken);
      const phone = session?.kind === 'newcomer' ? await provenPhone(around, session.signInId) : undefined;
      if (phone === undefined) return refuse('sign_in.code_expired');
      const declared = await declareIdentity(around, phone, call.body);
      return declared.ok ? reply(await enter(around, sessions, call, { kind: 'resident', partyId: declared.partyId }, { way: 'phone_code' })) : declared;
    }),
  ];
}

function staffRoutes(around: Surroundings, sessions: Sessions, door: StaffDoor): readonly Route[] {
  return [
    route(wire.staffSignIn, mayDo.staffSignIn, async (call) => {
      const known = await door.signIn({ ...call.body, address: call.address });
      if (known.ok) return reply(await enter(around, sessions, call, { kind: 'staff', staffId: known.staffId }, { way: 'password' }));
      await note(around, call, await door.knownAs(call.body.login), 'password', known.code === 'sign_in.locked' ? 'paused' : 'refused');
      return known;
    }),
    route(wire.firstStart, mayDo.firstStart, async (call) => {
      const made = await makeFirstAdministrator(around, { ...call.body, address: call.address });
      return made.ok ? reply(await enter(around, sessions, call, { kind: 'staff', staffId: made.staffId }, { way: 'first_start' })) : made;
    }),
    route(wire.listStaff, mayRead.staffList, async (call) => reply(await staffList(around, { text: call.query.text, institution: call.query.institution }))),
  ];
}

function windowRoutes(around: Surroundings): readonly Route[] {
  return [
    route(wire.identifyParty, mayDo.identifyParty, async (call) => {
      const found = await identifyParty(around, call.body.number, clerkOf(call));
      if (!found.ok) return found;
      const { numberKind, subject, numberMasked, party } = found;
      return reply({ numberKind, subject, numberMasked, party });
    }),
    route(wire.registerParty, mayDo.registerParty, async (call) => {
      const registered = await registerParty(around, call.body, clerkOf(call));
      return registered.ok ? reply(registered.party) : registered;
    }),
  ];
}

/** The member of staff as records name him, acting for the hall whose window it is. */
function clerkOf({ actor }: Pick<Caller, 'actor'>): By {
  if (actor.kind !== 'staff') throw new Error('a window route was reached without a post');
  return byOf(actor, actor.posts.find((post) => post.role === 'window_clerk' || post.role === 'hall_manager')?.institution);
}
