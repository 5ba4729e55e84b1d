import type { Me } from '../../../contract/people.ts';
import { relyingPartyOf } from '../../../contract/relying-party.ts';
import { openParty } from './sealed-party.ts';
import type { Session } from './sessions.ts';
import { waysOf } from './routes-showing.ts';
import { postsShown } from './routes-staff.ts';
import type { Surroundings } from './surroundings.ts';
import { viewOf } from './party-view.ts';
import { partiesById, staffNames } from './views.ts';

const nobody: Me = { kind: 'anonymous', name: null, party: null, staffId: null, posts: [], csrfToken: null };

/** Who is calling, told to himself: the one place where a name leaves unmasked. */
export async function meOf(around: Surroundings, session: Session | undefined): Promise<Me> {
  if (!session) return nobody;
  const { csrfToken } = session;
  if (session.stage !== 'whole') return { ...nobody, csrfToken, due: await dueOf(around, session) };
  switch (session.kind) {
    case 'newcomer':
      return { ...nobody, kind: 'newcomer', csrfToken };
    case 'resident': {
      const [party] = await partiesById(around.database.handle, [session.partyId]);
      const sealed = party && openParty(around.keys, party);
      return { ...nobody, kind: 'resident', csrfToken, name: sealed?.name ?? null, party: party ? viewOf(party, sealed) : null };
    }
    case 'staff': {
      const names = await staffNames(around.database.handle, [session.staffId]);
      return { ...nobody, kind: 'staff', csrfToken, name: names.get(session.staffId) ?? null, staffId: session.staffId, posts: postsShown(around, session.posts) };
    }
  }
}

/** What half a sign-in still wants, and how it may be shown. */
async function dueOf(around: Surroundings, session: Session): Promise<NonNullable<Me['due']>> {
  const passkeysPossible = relyingPartyOf(around.publicUrl) !== undefined;
  if (session.stage !== 'second_factor' || session.kind !== 'staff') return { step: 'enrol', ways: [], passkeysPossible };
  const { ways } = await waysOf(around, { staffId: session.staffId });
  return { step: 'second_factor', ways: ways.filter((way) => way === 'totp' || way === 'passkey' || way === 'recovery_code'), passkeysPossible };
}
