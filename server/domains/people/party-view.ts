import type { PartyView } from '../../../contract/people.ts';
import { maskName, maskPhone } from './numbers/index.ts';

/** What is sealed of a party. `number` in its one spelling, `numberMasked` as its reader shows it, `phone` in E.164. */
export interface Sealed {
  readonly name: string;
  readonly number: string;
  readonly numberMasked: string;
  readonly phone: string | null;
}

/** What of a party is not sealed. */
export interface PartyOutside {
  readonly partyId: string;
  readonly subject: 'person' | 'organisation';
  readonly numberKind: string;
  /** own word, the city identity service's, or a document that a window saw */
  readonly assurance: 'self_declared' | 'verified_by_city' | 'verified_at_window';
}

/**
 * A party as others see it. An organisation's name is published by law like its code (企业信息公示暂行条例) and stays readable. Where the
 * particulars were erased, stars stand for them.
 */
export function viewOf(outside: PartyOutside, sealed: Sealed | undefined): PartyView {
  const { partyId, subject, numberKind, assurance } = outside;
  if (!sealed) return { partyId, subject, numberKind, assurance, numberMasked: '***', nameMasked: '***', phoneMasked: null };
  return {
    partyId, subject, numberKind, assurance,
    numberMasked: sealed.numberMasked,
    nameMasked: subject === 'organisation' ? sealed.name : maskName(sealed.name),
    phoneMasked: sealed.phone === null ? null : maskPhone(sealed.phone),
  };
}
