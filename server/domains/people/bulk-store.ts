import type { Id } from '../../kernel/ids.ts';
import { localDayOf } from '../../kernel/instant.ts';
import { hashPassword, testCost } from '../../platform/crypto/index.ts';
import { newId } from '../../platform/ids.ts';
import { readLogin } from './names.ts';
import { identify, readPhone, type AskedKind } from './numbers/index.ts';
import { newPartyRow } from './routes-parties.ts';
import type { PartyOutside } from './party-view.ts';
import { heldPosts, type WantedPost } from './routes-staff.ts';
import { addParties, addStaff, rowsAtOnce, type StaffRow } from './store.ts';
import type { Surroundings } from './surroundings.ts';
import { partyIdsByNumber } from './views.ts';

/** A party to be made in bulk. `kind` where the number could be read as more than one. */
export interface PartyToMake {
  readonly partyId?: Id;
  readonly name: string;
  readonly number: string;
  readonly kind?: AskedKind;
  readonly phone: string | null;
  readonly assurance: PartyOutside['assurance'];
}

/** A member of staff to be made in bulk. */
export interface StaffToMake {
  readonly staffId?: Id;
  readonly name: string;
  readonly login: string;
  readonly password: string;
  readonly posts: readonly WantedPost[];
}

/**
 * Makes parties, 500 in a round trip, and answers their ids in the order given; a number already there keeps its party. For invented
 * people only: a number or phone that is not well made is a bug of the caller and throws.
 */
export async function makeParties(around: Surroundings, list: readonly PartyToMake[]): Promise<readonly Id[]> {
  const ids: Id[] = [];
  for (let from = 0; from < list.length; from += rowsAtOnce) {
    const part = list.slice(from, from + rowsAtOnce).map((party) => rowOf(around, party));
    const made = await addParties(around.database.handle, part);
    const known = made.size === part.length ? new Map<string, Id>() : await partyIdsByNumber(around.database.handle, part.map((row) => row.numberIndex));
    for (const row of part) ids.push(made.has(row.partyId) ? row.partyId : (known.get(row.numberIndex.toString('hex')) ?? row.partyId));
  }
  return ids;
}

function rowOf(around: Surroundings, party: PartyToMake): ReturnType<typeof newPartyRow> {
  const number = identify(party.number, { today: localDayOf(around.clock.now()), ...(party.kind === undefined ? {} : { kind: party.kind }) });
  if (!number.ok) throw new RangeError(`makeParties: ${number.refusal.code}`);
  const phone = party.phone === null ? null : readPhone(party.phone);
  if (phone && !phone.ok) throw new RangeError(`makeParties: ${phone.refusal.code}`);
  return newPartyRow(around.keys, number, {
    ...(party.partyId === undefined ? {} : { partyId: party.partyId }), name: party.name, phone: phone?.e164 ?? null, assurance: party.assurance,
  });
}

/**
 * Makes staff, 500 in a round trip, and answers their ids in the order given; a login already there or an unknown institution is a bug of
 * the caller and throws. `quickPasswords` hashes at the least cost; such a hash is made again at the next sign-in.
 */
export async function makeStaff(around: Surroundings, list: readonly StaffToMake[], options: { quickPasswords: boolean }): Promise<readonly Id[]> {
  const cost = options.quickPasswords ? testCost : around.cost;
  const ids: Id[] = [];
  for (let from = 0; from < list.length; from += rowsAtOnce) {
    const part = await Promise.all(list.slice(from, from + rowsAtOnce).map((staff) => staffRowOf(around, staff, cost)));
    const made = await addStaff(around.database.handle, part, around.clock.now());
    const taken = part.find((row) => !made.has(row.staffId));
    if (taken) throw new RangeError(`makeStaff: login ${taken.login} is taken`);
    ids.push(...part.map((row) => row.staffId));
  }
  return ids;
}

async function staffRowOf(around: Surroundings, staff: StaffToMake, cost: typeof testCost): Promise<StaffRow> {
  const posts = heldPosts(around, staff.posts);
  if (!posts.ok) throw new RangeError(`makeStaff: ${posts.code} ${String(posts.params.institution)}`);
  return { staffId: staff.staffId ?? newId(), login: readLogin(staff.login), name: staff.name, passwordHash: await hashPassword(staff.password, cost), posts: posts.posts };
}

