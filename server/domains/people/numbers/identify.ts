import { readEighteen, readEighteenAs, readOldForm } from './citizen-id.ts';
import { beginsLikeCreditCode, readCreditCode } from './credit-code.ts';
import { refuse } from './kinds.ts';
import type { AskedKind, Identified } from './kinds.ts';
import { readMrz } from './mrz.ts';
import { readHkId, readPassport, readPermanentResidenceOld, readTravelPermitHkMacau, readTravelPermitTaiwan } from './other-papers.ts';
import { plainNumber } from './spelling.ts';

/**
 * - `today`: YYYY-MM-DD in Asia/Shanghai, the day births are judged against.
 * - `kind`: the paper the person chose; then only that kind is accepted.
 * - `subject`: where no kind was chosen but the field is for a person, or for an organisation, only.
 */
export type IdentifyOptions = Readonly<{ today: string; kind?: AskedKind; subject?: 'person' | 'organisation' }>;

/** A passport by its number, or by its whole machine-readable zone as a scanner types it. */
function readPassportOrZone(input: string, today: string): Identified {
  if (!input.includes('<')) return readPassport(plainNumber(input));
  const zone = readMrz(input, today);
  if (!zone.ok) return zone;
  if (zone.format !== 'TD3') return refuse('numbers.mrz_shape');
  const read = readPassport(zone.documentNumber);
  if (!read.ok) return read;
  return {
    ...read,
    ...(zone.birthOn === undefined ? {} : { birthOn: zone.birthOn }),
    ...(zone.sex === 'unspecified' ? {} : { sexFromNumber: zone.sex }),
  };
}

function readAs(kind: AskedKind, input: string, today: string): Identified {
  const text = plainNumber(input);
  switch (kind) {
    case 'citizen_id':
      return /^\d{15}$/.test(text) ? refuse('numbers.old_form') : readEighteenAs(kind, text, today);
    case 'hk_macau_taiwan_residence_permit':
    case 'permanent_residence':
      return readEighteenAs(kind, text, today);
    case 'citizen_id_old_form':
      return readOldForm(text, today);
    case 'permanent_residence_old':
      return readPermanentResidenceOld(text, today);
    case 'mainland_travel_permit_hk_macau':
      return readTravelPermitHkMacau(text);
    case 'mainland_travel_permit_taiwan':
      return readTravelPermitTaiwan(text);
    case 'hk_id':
      return readHkId(text);
    case 'passport':
      return readPassportOrZone(input, today);
    case 'credit_code':
      return readCreditCode(text);
  }
}

/** Digits only and a century where a citizen number has it: never taken for an organisation by guessing. */
function looksLikePerson(text: string): boolean {
  return /^\d{6}(18|19|20)\d{9}[\dX]$/.test(text);
}

function guessEighteen(text: string, today: string): Identified {
  const person = readEighteen(text, today);
  const organisation = readCreditCode(text);
  if (person.ok && organisation.ok) return refuse('numbers.kind_unclear');
  if (person.ok) return person;
  if (organisation.ok) return looksLikePerson(text) ? refuse('numbers.kind_unclear') : organisation;
  const digitsOnly = /^\d{17}[\dX]$/.test(text);
  const meantOrganisation = digitsOnly ? beginsLikeCreditCode(text) && !looksLikePerson(text) : /[A-Z]/.test(text.slice(0, 17));
  return meantOrganisation ? organisation : person;
}

/** Without brackets: one letter is taken for Hong Kong where the check fits; two letters and seven digits are as well a Chinese or Japanese passport. */
function readBareHkId(text: string): Identified {
  const read = readHkId(text);
  return read.ok && text.length === 8 ? read : refuse('numbers.kind_unclear');
}

function guessPerson(input: string, text: string, today: string): Identified {
  if (input.includes('<')) return readPassportOrZone(input, today);
  if (/^\d{15}$/.test(text)) return refuse('numbers.old_form');
  if (/^[A-Z]{3}\d{12}$/.test(text)) return readPermanentResidenceOld(text, today);
  // Also the shape of a Hong Kong passport (and M with a Korean one); but Hong Kong's and Macau's Chinese nationals enter the mainland with the permit, so that is what is shown at a window.
  if (/^[HM][A\d]\d{7}(\d{2})?$/.test(text)) return readTravelPermitHkMacau(text);
  if (/^[A-Z]{1,2}\d{6}\([\dA]\)$/.test(text)) return readHkId(text);
  if (/^[A-Z]{1,2}\d{6}[\dA]$/.test(text)) return readBareHkId(text);
  if (/^\d{8}$/.test(text)) return readTravelPermitTaiwan(text);
  if (/^[A-Z]{1,2}[A-Z0-9]?\d{5,7}$/.test(text) && text.length <= 9) return readPassport(text);
  if (/^\d{9}$/.test(text)) return refuse('numbers.kind_unclear');
  return refuse('numbers.unknown_kind');
}

/**
 * The one door: what is this number, and is it well made? With `kind` only that kind is read; without it the shape decides. Where a shape is as likely
 * two things (valid as citizen number and as credit code, nine bare digits, two letters and seven digits) the answer is `numbers.kind_unclear`. Some foreign passports look
 * like papers that are far commoner here (eight digits, H or M and eight digits, one letter and seven digits): show the kind that was found, and let the person correct it.
 * A well-made number is not a real one: whether the issuer knows it is asked elsewhere.
 * MOD 11-2 and MOD 31 refuse every single wrong character and every swap of two neighbours within their kind; across kinds, where neither `kind`
 * nor `subject` is given, a citizen number damaged in its century could be a well-made credit code about once in 341: give `subject` where it is known.
 */
export function identify(input: string, options: IdentifyOptions): Identified {
  const text = plainNumber(input);
  if (text === '') return refuse('numbers.empty');
  if (options.kind !== undefined) return readAs(options.kind, input, options.today);
  if (options.subject === 'organisation') return readCreditCode(text);
  if (text.length === 18 && options.subject === 'person') return readEighteen(text, options.today);
  if (text.length === 18) return guessEighteen(text, options.today);
  if (/^\d{10,}X?$/.test(text) && text.length !== 15) return refuse('numbers.length', { expected: 18, actual: text.length });
  return guessPerson(input, text, options.today);
}
