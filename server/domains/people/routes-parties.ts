import type { PartyView } from '../../../contract/people.ts';
import type { By } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/decider.ts';
import type { Id } from '../../kernel/ids.ts';
import { localDayOf } from '../../kernel/instant.ts';
import { blindIndex, type Keys } from '../../platform/crypto/index.ts';
import { newId } from '../../platform/ids.ts';
import { identify, readPhone, type Identification, type NumberKind, type NumbersRefusal } from './numbers/index.ts';
import { readName } from './names.ts';
import { viewOf, type PartyOutside, type Sealed } from './party-view.ts';
import type { PeopleRefusal } from './refusals.ts';
import { openParty, sealNewParty, sealParty } from './sealed-party.ts';
import { addParties, changeParty, recordAccess, type AccessRow, type PartyRow } from './store.ts';
import type { Surroundings } from './surroundings.ts';
import { tryLimits } from './tries.ts';
import { findPartyByNumber, partiesById, type StoredParty } from './views.ts';

/** A party's own particulars, for papers and messages: never for an answer to somebody else. `phone` in E.164. */
export interface Particulars {
  readonly name: string;
  readonly number: string;
  readonly numberKind: NumberKind;
  readonly phone: string | null;
}

/** What a number was found to be, and whose. */
export interface Found {
  readonly ok: true;
  readonly numberKind: NumberKind;
  readonly subject: 'person' | 'organisation';
  readonly numberMasked: string;
  readonly party: PartyView | null;
}

/** The index a number is found by: kind and one spelling together, so that equal digits of two kinds are two people. */
export function numberIndexOf(keys: Keys, number: Pick<Identification, 'kind' | 'subject' | 'normal'>): Buffer {
  return blindIndex(keys, number.subject === 'person' ? 'person-number' : 'organisation-number', `${number.kind}\n${number.normal}`);
}

/** The index a phone is found by, from its E.164 form. */
export function phoneIndexOf(keys: Keys, e164: string): Buffer {
  return blindIndex(keys, 'phone', e164);
}

/** A party as it will be written, with a new data key. */
export function newPartyRow(keys: Keys, number: Identification, given: { partyId?: Id; name: string; phone: string | null; assurance: PartyOutside['assurance'] }): PartyRow {
  const partyId = given.partyId ?? newId();
  const particulars: Sealed = { name: given.name, number: number.normal, numberMasked: number.masked, phone: given.phone };
  return {
    partyId, subject: number.subject, numberKind: number.kind, assurance: given.assurance,
    numberIndex: numberIndexOf(keys, number), phoneIndex: given.phone === null ? null : phoneIndexOf(keys, given.phone),
    ...sealNewParty(keys, partyId, particulars),
  };
}

/** Parties with these ids, masked. Ids nobody has are left out. */
export async function partyViews(around: Surroundings, ids: readonly Id[]): Promise<ReadonlyMap<Id, PartyView>> {
  const stored = await partiesById(around.database.handle, [...new Set(ids)]);
  return new Map(stored.map((party) => [party.partyId, maskedView(around.keys, party)]));
}

/** The particulars of one party; undefined where there is none, or they were erased. */
export async function particularsOf(around: Surroundings, partyId: Id): Promise<Particulars | undefined> {
  const [party] = await partiesById(around.database.handle, [partyId]);
  const sealed = party && openParty(around.keys, party);
  return party && sealed && { name: sealed.name, number: sealed.number, numberKind: party.numberKind as NumberKind, phone: sealed.phone };
}

/** The organisation with this credit code, made where it is not known yet; the name given then is its own word until a window sees a document. */
export async function findOrMakeOrganisation(around: Surroundings, number: string, name: string): Promise<{ ok: true; partyId: Id } | PeopleRefusal> {
  const read = identify(number, { today: todayOf(around), subject: 'organisation' });
  if (!read.ok) return atField('/number', read.refusal);
  const cleanName = readName(name);
  if (cleanName === undefined) return nameNeeded();
  const known = await findPartyByNumber(around.database.handle, numberIndexOf(around.keys, read));
  if (known) return { ok: true, partyId: known.partyId };
  const row = newPartyRow(around.keys, read, { name: cleanName, phone: null, assurance: 'self_declared' });
  if ((await addParties(around.database.handle, [row])).size > 0) return { ok: true, partyId: row.partyId };
  return findOrMakeOrganisation(around, number, name); // somebody made it in the meantime: it is found now
}

/** The organisation with this credit code; undefined where the code is none or nobody has registered it. */
export async function findOrganisation(around: Surroundings, number: string): Promise<Id | undefined> {
  const read = identify(number, { today: todayOf(around), subject: 'organisation' });
  return read.ok ? (await findPartyByNumber(around.database.handle, numberIndexOf(around.keys, read)))?.partyId : undefined;
}

/** The person with this number and name; undefined alike where the number is none, unknown, or another's. */
export async function findPerson(around: Surroundings, number: string, name: string): Promise<Id | undefined> {
  const read = identify(number, { today: todayOf(around), subject: 'person' });
  const known = read.ok ? await findPartyByNumber(around.database.handle, numberIndexOf(around.keys, read)) : undefined;
  const registered = known && openParty(around.keys, known)?.name;
  return known && registered !== undefined && plainName(registered) === plainName(name) ? known.partyId : undefined;
}

/** Names as people write them: spaces, dots and width make no difference. */
const plainName = (name: string): string => name.normalize('NFKC').replaceAll(/[\s·•.]/g, '').toLowerCase();

/** A newcomer with a proven phone says who he is. Only persons: a credit code is public, so saying it proves nothing. */
export async function declareIdentity(around: Surroundings, phone: string, said: { name: string; number: string }): Promise<{ ok: true; partyId: Id } | PeopleRefusal> {
  const read = readOwnNumber(said.number, todayOf(around));
  if (!read.ok) return read;
  const name = readName(said.name);
  if (name === undefined) return nameNeeded();
  // Counted before it is looked up: otherwise the refusals would tell, number by number, who is registered.
  if ((await around.tries.tooOften(tryLimits.claimsOfPhone, phone)) > 0) return refuse('people.too_many_claims');
  const known = await findPartyByNumber(around.database.handle, numberIndexOf(around.keys, read));
  if (known) return known.phoneIndex?.equals(phoneIndexOf(around.keys, phone)) ? { ok: true, partyId: known.partyId } : refuse('people.claim_at_window');
  const row = newPartyRow(around.keys, read, { name, phone, assurance: 'self_declared' });
  const made = await unlessPhoneTaken(addParties(around.database.handle, [row]));
  if (!made.ok) return made;
  return made.value.size > 0 ? { ok: true, partyId: row.partyId } : refuse('people.claim_at_window'); // another phone was faster by a moment
}

/** Whose number is it? The look is recorded with the person looked at; for a number nobody has, with the member of staff. */
export async function identifyParty(around: Surroundings, number: string, by: By): Promise<Found | PeopleRefusal> {
  const read = identify(number, { today: todayOf(around) });
  if (!read.ok) return atField('/number', read.refusal);
  const party = await findPartyByNumber(around.database.handle, numberIndexOf(around.keys, read));
  await recordAccess(around.database.handle, accessRow(party?.partyId ?? by.id, by, 'people.identify_party', 'masked', party ? 'found' : 'unknown'));
  return { ok: true, numberKind: read.kind, subject: read.subject, numberMasked: read.masked, party: party ? maskedView(around.keys, party) : null };
}

/**
 * At the window, with the document in hand: the person or firm is registered, or the name and phone of one already known are set right.
 * Without a phone the one on file stays: the clerk was shown it masked and asks whether it is still theirs.
 */
export async function registerParty(around: Surroundings, seen: { number: string; name: string; phone?: string | undefined }, by: By): Promise<{ ok: true; party: PartyView } | PeopleRefusal> {
  const read = identify(seen.number, { today: todayOf(around) });
  if (!read.ok) return atField('/number', read.refusal);
  const name = readName(seen.name);
  if (name === undefined) return nameNeeded();
  const phone = seen.phone === undefined || seen.phone.trim() === '' ? undefined : readPhone(seen.phone);
  if (phone && !phone.ok) return atField('/phone', phone.refusal);
  const known = await findPartyByNumber(around.database.handle, numberIndexOf(around.keys, read));
  if (known) return verifyKnown(around, known, read, { name, phone: phone?.e164 }, by);
  const row = newPartyRow(around.keys, read, { name, phone: phone?.e164 ?? null, assurance: 'verified_at_window' });
  const made = await unlessPhoneTaken(addParties(around.database.handle, [row], [accessRow(row.partyId, by, 'people.register_party', 'name,number,phone', 'made')]));
  if (!made.ok) return made;
  if (made.value.size === 0) return registerParty(around, seen, by); // another window was faster: now it is known
  return { ok: true, party: viewOf(row, { name, number: read.normal, numberMasked: read.masked, phone: phone?.e164 ?? null }) };
}

async function verifyKnown(
  around: Surroundings, known: StoredParty, number: Identification, seen: { name: string; phone: string | undefined }, by: By,
): Promise<{ ok: true; party: PartyView } | PeopleRefusal> {
  if (known.wrapped === null) throw new Error(`party ${known.partyId} is found by number but its data key is gone`);
  const before = openParty(around.keys, known);
  // A phone that somebody only declared does not become a verified person's own by itself: it might be a stranger's who claimed the number first.
  const phone = seen.phone ?? (known.assurance === 'self_declared' ? undefined : before?.phone) ?? null;
  const particulars: Sealed = { name: seen.name, number: number.normal, numberMasked: number.masked, phone };
  const sealed = sealParty(around.keys, known.partyId, known.wrapped, particulars);
  const change = { partyId: known.partyId, sealed, phoneIndex: phone === null ? null : phoneIndexOf(around.keys, phone), phoneChanged: phone !== before?.phone, at: around.clock.now() };
  const fields = ['name', ...(change.phoneChanged ? ['phone'] : [])].join(',');
  const changed = await unlessPhoneTaken(changeParty(around.database.handle, change, accessRow(known.partyId, by, 'people.register_party', fields, 'verified')));
  if (!changed.ok) return changed;
  return { ok: true, party: viewOf({ ...known, assurance: 'verified_at_window' }, particulars) };
}

/** The masked view of a stored party. */
export function maskedView(keys: Keys, party: StoredParty): PartyView {
  return viewOf(party, openParty(keys, party));
}

function readOwnNumber(number: string, today: string): Identification | PeopleRefusal {
  const read = identify(number, { today, subject: 'person' });
  if (read.ok) return read;
  const asOrganisation = identify(number, { today });
  if (asOrganisation.ok && asOrganisation.subject === 'organisation') return refuse('people.declare_as_person', {}, [{ pointer: '/number', code: 'people.declare_as_person', params: {} }]);
  return atField('/number', read.refusal);
}

/** Whether a phone is bound to somebody else is decided by the unique index alone: asking first would only be right until the next moment. */
async function unlessPhoneTaken<T>(work: Promise<T>): Promise<{ ok: true; value: T } | PeopleRefusal> {
  try {
    return { ok: true, value: await work };
  } catch (error) {
    const fault = error as { code?: string; constraint?: string };
    if (fault.code === '23505' && fault.constraint === 'parties_phone') return phoneTaken();
    throw error;
  }
}

function accessRow(ownerId: Id, by: By, act: string, fields: string, outcome: string): AccessRow {
  return { recordId: newId(), ownerId, by, act, fields, outcome };
}

const todayOf = (around: Surroundings): string => localDayOf(around.clock.now());
const phoneTaken = (): PeopleRefusal => refuse('people.phone_taken', {}, [{ pointer: '/phone', code: 'people.phone_taken', params: {} }]);
const nameNeeded = (): PeopleRefusal => refuse('people.name_needed', {}, [{ pointer: '/name', code: 'people.name_needed', params: {} }]);
const atField = (pointer: string, refusal: NumbersRefusal): PeopleRefusal => refuse(refusal.code, refusal.params, [{ pointer, code: refusal.code, params: refusal.params }]);
