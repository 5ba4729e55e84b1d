import { isProvince, isResidencePermitArea } from './areas.ts';
import { citizenCheckDigit } from './check-digits.ts';
import { readBirth } from './dates.ts';
import { refuse } from './kinds.ts';
import type { Identified, NumberKind, NumbersRefusalCode, SexFromNumber } from './kinds.ts';
import { firstForeignCharacter, starred } from './spelling.ts';

/** The three kinds that share the 18-digit shape of GB 11643. */
export type EighteenKind = Extract<NumberKind, 'citizen_id' | 'hk_macau_taiwan_residence_permit' | 'permanent_residence'>;

function kindByPrefix(text: string): EighteenKind {
  if (text.startsWith('9')) return 'permanent_residence';
  return /^8[123]/.test(text) ? 'hk_macau_taiwan_residence_permit' : 'citizen_id';
}

function sexOf(digit: string): SexFromNumber {
  return Number(digit) % 2 === 1 ? 'male' : 'female';
}

/** The area as GB/T 2260 writes it. A permanent-residence card of 2023 reads 9, province (2), country (3), birth, so only its province is known. */
function regionOf(kind: EighteenKind, text: string): string {
  return kind === 'permanent_residence' ? `${text.slice(1, 3)}0000` : text.slice(0, 6);
}

/**
 * Reads a plain 18-digit number after GB 11643-1999: the citizen number; the residence permit of Hong Kong, Macau and Taiwan residents
 * (81, 82, 83); the foreigner's permanent-residence card of 2023 (9 in front, same check). Judged in this order: length, characters,
 * area, birth date against `today`, check digit.
 */
export function readEighteen(text: string, today: string): Identified {
  if (text.length !== 18) return refuse('numbers.length', { expected: 18, actual: text.length });
  const foreign = firstForeignCharacter(text.slice(0, 17), '0123456789') ?? (/[\dX]$/.test(text) ? undefined : 18);
  if (foreign !== undefined) return refuse('numbers.characters', { position: foreign });
  const kind = kindByPrefix(text);
  const regionPrefix = regionOf(kind, text);
  if (kind === 'hk_macau_taiwan_residence_permit') {
    if (!isResidencePermitArea(regionPrefix)) return refuse('numbers.residence_permit_area', { prefix: regionPrefix });
  } else if (!isProvince(regionPrefix.slice(0, 2))) {
    return refuse('numbers.province', { prefix: regionPrefix.slice(0, 2) });
  }
  const birth = readBirth(text.slice(6, 14), today);
  if (!birth.ok) return birth;
  if (citizenCheckDigit(text.slice(0, 17)) !== text.charAt(17)) return refuse('numbers.check_digit', { position: 18 });
  return {
    ok: true,
    kind,
    subject: 'person',
    normal: text,
    masked: starred(text, 3, 4),
    birthOn: birth.birthOn,
    sexFromNumber: sexOf(text.charAt(16)),
    regionPrefix,
  };
}

const saysWhichItIs: Readonly<Record<EighteenKind, NumbersRefusalCode>> = {
  citizen_id: 'numbers.is_citizen_id',
  hk_macau_taiwan_residence_permit: 'numbers.is_residence_permit',
  permanent_residence: 'numbers.is_permanent_residence',
};

/** As `readEighteen`, and the number must be of the kind that was asked for; a good number of a neighbouring kind is refused by saying which it is. */
export function readEighteenAs(kind: EighteenKind, text: string, today: string): Identified {
  const read = readEighteen(text, today);
  if (!read.ok || read.kind === kind) return read;
  return refuse(saysWhichItIs[kindByPrefix(text)]);
}

/**
 * Reads the 15-digit form of GB 11643-1989 (area, YYMMDD, order) and gives the 18-digit number it became on 1999-10-01: `19` goes before the year,
 * `18` where the order number is 996–999, which that standard kept for people of a hundred years and more. It has no check digit:
 * a typing error passes, so it is read only where it is asked for (`citizen_id_old_form`), for records on paper.
 */
export function readOldForm(text: string, today: string): Identified {
  if (text.length !== 15) return refuse('numbers.length', { expected: 15, actual: text.length });
  const foreign = firstForeignCharacter(text, '0123456789');
  if (foreign !== undefined) return refuse('numbers.characters', { position: foreign });
  const century = Number(text.slice(12)) >= 996 ? '18' : '19';
  const body = text.slice(0, 6) + century + text.slice(6);
  const read = readEighteenAs('citizen_id', body + citizenCheckDigit(body), today);
  return read.ok ? { ...read, oldForm: true } : read;
}
