import type { Localized } from '../../../contract/language.ts';
import type { Withheld } from '../../../contract/promise-views.ts';
import type { Id } from '../../kernel/ids.ts';
import { localDayOf, type Instant, type LocalDay } from '../../kernel/instant.ts';
import type { Database } from '../../platform/db/database.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Law } from '../law/index.ts';
import { countingWordsOf, type RecordedWord } from './store.ts';
import { countsUntil, type FactOfWord, type SettledWord } from './word.ts';

/** What the record is made from. */
export interface PromisesDeps {
  readonly database: Database;
  readonly now: () => Instant;
  readonly law: Pick<Law, 'packOn'>;
  readonly catalogue: Pick<Catalogue, 'item' | 'handlingItem'>;
  readonly institutionName: (code: string) => Localized;
  /** The facts of a matter and its fold; bound late, for matters ask this domain what an applicant is offered. */
  readonly matter: (matterId: Id) => Promise<{ readonly state: MatterOfWord; readonly facts: readonly FactOfWord[] } | undefined>;
}

/** What a record says of the matter a word was given with. */
export interface MatterOfWord {
  readonly number: string;
  readonly partyId: Id;
  readonly organisationId: Id | null;
  readonly handlingInstitution: string;
  readonly item: { readonly taskCode: string; readonly handlingItem: string; readonly version: number };
}

/** Until which day, not included, a word counts by the rules in force at a moment (L-016). */
export function countedUntil(deps: Pick<PromisesDeps, 'law'>, word: SettledWord, at: Instant): LocalDay | null {
  return countsUntil(word, deps.law.packOn(localDayOf(at)).limits[word.kind === 'promise' ? 'promise_exclusion' : 'deferral_exclusion']);
}

/** What an applicant is not offered at a moment. The number of a matter that somebody else filed is told by its end alone: a credit code is public, so whoever writes one down learns no number. */
export async function standingOf(deps: PromisesDeps, { applicant, filedBy }: { readonly applicant: Id; readonly filedBy: Id }, at: Instant): Promise<Withheld> {
  const words = await countingWordsOf(deps.database.handle, applicant);
  const withheld = (kind: RecordedWord['kind']): Withheld['promise'] => {
    const word = words.find((one) => one.kind === kind);
    const until = word ? countedUntil(deps, word, at) : null;
    return word && until !== null && until > localDayOf(at) ? { until, number: word.filedBy === filedBy ? word.number : `…${word.number.slice(-5)}` } : null;
  };
  return { promise: withheld('promise'), deferral: withheld('deferral') };
}
