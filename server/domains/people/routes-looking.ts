import type { Id } from '../../kernel/ids.ts';
import { localDayOf } from '../../kernel/instant.ts';
import { identify } from './numbers/index.ts';
import { nameAmongColleagues } from './looking-views.ts';
import { numberIndexOf, particularsOf } from './routes-parties.ts';
import { surnameOf } from './surname.ts';
import type { Surroundings } from './surroundings.ts';
import { findPartyByNumber } from './views.ts';

/** Whom of a reader's own a person is like (C-PR-8); three answers of yes and no, never a name. */
export interface Likeness {
  readonly sameSurname: boolean;
  /** called as an active colleague of one of the reader's institutions is */
  readonly colleague: boolean;
  /** called as the reader himself is */
  readonly himself: boolean;
}

/** Compared while the reader has both names before him anyway, so that nothing is opened or kept for it. An organisation is like nobody. */
export async function likenessOf(around: Surroundings, staffId: Id, partyId: Id): Promise<Likeness | undefined> {
  const person = await particularsOf(around, partyId);
  if (!person) return undefined;
  const among = await nameAmongColleagues(around.database.handle, staffId, person.name, around.clock.now());
  if (!among) return undefined;
  const likeness = { sameSurname: surnameOf(among.own) === surnameOf(person.name), colleague: among.colleague, himself: among.own === person.name };
  return likeness.sameSurname || likeness.colleague || likeness.himself ? likeness : undefined;
}

/** The party with this number, by the keyed index alone. */
export async function partyIdByNumber(around: Surroundings, number: string): Promise<Id | undefined> {
  const read = identify(number, { today: localDayOf(around.clock.now()) });
  return read.ok ? (await findPartyByNumber(around.database.handle, numberIndexOf(around.keys, read)))?.partyId : undefined;
}
