import { icaoCheckDigit } from './check-digits.ts';
import { realDate } from './dates.ts';
import { refuse } from './kinds.ts';
import type { NumbersRefusalCode, Refused } from './kinds.ts';

/**
 * What a machine-readable zone says. Dates are YYYY-MM-DD and absent where the zone leaves them open (`<`); the century is computed:
 * birth is the latest year not after today (somebody over a hundred needs a clerk's eye), expiry the year within fifty of today.
 */
export type MachineReadable = Readonly<{
  ok: true;
  format: 'TD1' | 'TD3';
  documentCode: string;
  issuer: string;
  documentNumber: string;
  nationality: string;
  birthOn?: string;
  sex: 'female' | 'male' | 'unspecified';
  expiresOn?: string;
  surname: string;
  givenNames: string;
}>;

function linesOf(text: string): string[] {
  const lines = text
    .normalize('NFKC')
    .toUpperCase()
    .split(/\r?\n/)
    .map((line) => line.replace(/\s/g, ''))
    .filter((line) => line !== '');
  const only = lines.length === 1 ? (lines[0] ?? '') : '';
  if (only.length === 88) return [only.slice(0, 44), only.slice(44)];
  if (only.length === 90) return [only.slice(0, 30), only.slice(30, 60), only.slice(60)];
  return lines;
}

const unfilled = (text: string): string => text.replace(/<+$/, '');

type Check = readonly [body: string, digit: string, code: NumbersRefusalCode];

function firstWrong(checks: readonly Check[]): Refused | undefined {
  const wrong = checks.find(([body, digit]) => icaoCheckDigit(body) !== digit);
  return wrong === undefined ? undefined : refuse(wrong[2]);
}

type ReadDate = Readonly<{ ok: true; on: string | undefined }> | Refused;

function readDate(yymmdd: string, pick: (century: '19' | '20' | '21') => boolean): ReadDate {
  if (!/^[\d<]{6}$/.test(yymmdd)) return refuse('numbers.mrz_date');
  if (yymmdd.includes('<')) return { ok: true, on: undefined };
  const century = (['21', '20', '19'] as const).find(pick) ?? '19';
  const on = realDate(century + yymmdd);
  return on === undefined ? refuse('numbers.mrz_date') : { ok: true, on };
}

function readBirthDate(yymmdd: string, today: string): ReadDate {
  const plainToday = today.replaceAll('-', '');
  return readDate(yymmdd, (century) => century + yymmdd <= plainToday);
}

function readExpiry(yymmdd: string, today: string): ReadDate {
  const thisYear = Number(today.slice(0, 4));
  return readDate(yymmdd, (century) => Math.abs(Number(century + yymmdd.slice(0, 2)) - thisYear) <= 50);
}

function sexOf(character: string): MachineReadable['sex'] | undefined {
  if (character === 'M') return 'male';
  if (character === 'F') return 'female';
  return character === '<' || character === 'X' ? 'unspecified' : undefined;
}

function namesOf(field: string): Readonly<{ surname: string; givenNames: string }> {
  const [surname = '', ...given] = unfilled(field).split('<<');
  const spaced = (name: string): string => name.replace(/</g, ' ').trim();
  return { surname: spaced(surname), givenNames: spaced(given.join(' ')) };
}

type Fields = Readonly<{
  format: 'TD1' | 'TD3';
  code: string;
  issuer: string;
  number: string;
  nationality: string;
  birth: string;
  sex: string;
  expiry: string;
  names: string;
}>;

const statePattern = /^[A-Z]{1,3}<{0,2}$/;

function finish(fields: Fields, today: string): MachineReadable | Refused {
  const sex = sexOf(fields.sex);
  const wellFormed = statePattern.test(fields.issuer) && statePattern.test(fields.nationality) && /^[A-Z<]+$/.test(fields.names);
  if (sex === undefined || !wellFormed || fields.number === '') return refuse('numbers.mrz_shape');
  const birth = readBirthDate(fields.birth, today);
  if (!birth.ok) return birth;
  const expiry = readExpiry(fields.expiry, today);
  if (!expiry.ok) return expiry;
  return {
    ok: true,
    format: fields.format,
    documentCode: unfilled(fields.code),
    issuer: unfilled(fields.issuer),
    documentNumber: fields.number,
    nationality: unfilled(fields.nationality),
    ...(birth.on === undefined ? {} : { birthOn: birth.on }),
    sex,
    ...(expiry.on === undefined ? {} : { expiresOn: expiry.on }),
    ...namesOf(fields.names),
  };
}

/** ICAO Doc 9303 part 4 §4.2: two lines of 44, passports. */
function readTd3(first: string, second: string, today: string): MachineReadable | Refused {
  if (!/^P[A-Z<]/.test(first)) return refuse('numbers.mrz_shape');
  const personal = second.slice(28, 42);
  // An empty personal number may have `<` or 0 as its check digit (part 4, note to position 43).
  const personalDigit = unfilled(personal) === '' && second.charAt(42) === '<' ? '0' : second.charAt(42);
  const wrong = firstWrong([
    [second.slice(0, 9), second.charAt(9), 'numbers.mrz_document_check_digit'],
    [second.slice(13, 19), second.charAt(19), 'numbers.mrz_birth_check_digit'],
    [second.slice(21, 27), second.charAt(27), 'numbers.mrz_expiry_check_digit'],
    [personal, personalDigit, 'numbers.mrz_personal_check_digit'],
    [second.slice(0, 10) + second.slice(13, 20) + second.slice(21, 43), second.charAt(43), 'numbers.mrz_composite_check_digit'],
  ]);
  if (wrong !== undefined) return wrong;
  return finish(
    {
      format: 'TD3',
      code: first.slice(0, 2),
      issuer: first.slice(2, 5),
      number: unfilled(second.slice(0, 9)),
      nationality: second.slice(10, 13),
      birth: second.slice(13, 19),
      sex: second.charAt(20),
      expiry: second.slice(21, 27),
      names: first.slice(5),
    },
    today,
  );
}

/** A number longer than nine characters runs on into the optional field, its check digit behind it (Doc 9303 part 5, note j). */
function longNumber(first: string): readonly [body: string, digit: string] {
  const short = first.slice(5, 14);
  if (first.charAt(14) !== '<') return [short, first.charAt(14)];
  const rest = first.slice(15).split('<')[0] ?? '';
  return rest.length < 2 ? [short, '<'] : [short + rest.slice(0, -1), rest.slice(-1)];
}

/** ICAO Doc 9303 part 5 §4.2: three lines of 30, cards. */
function readTd1(first: string, second: string, third: string, today: string): MachineReadable | Refused {
  if (!/^[ACI][A-Z0-9<]/.test(first)) return refuse('numbers.mrz_shape');
  const [number, digit] = longNumber(first);
  const composite = first.slice(5) + second.slice(0, 7) + second.slice(8, 15) + second.slice(18, 29);
  const wrong = firstWrong([
    [number, digit, 'numbers.mrz_document_check_digit'],
    [second.slice(0, 6), second.charAt(6), 'numbers.mrz_birth_check_digit'],
    [second.slice(8, 14), second.charAt(14), 'numbers.mrz_expiry_check_digit'],
    [composite, second.charAt(29), 'numbers.mrz_composite_check_digit'],
  ]);
  if (wrong !== undefined) return wrong;
  return finish(
    {
      format: 'TD1',
      code: first.slice(0, 2),
      issuer: first.slice(2, 5),
      number: unfilled(number),
      nationality: second.slice(15, 18),
      birth: second.slice(0, 6),
      sex: second.charAt(7),
      expiry: second.slice(8, 14),
      names: third,
    },
    today,
  );
}

/**
 * Reads a machine-readable zone of ICAO Doc 9303, TD3 (passport, 2 × 44) or TD1 (card, 3 × 30), from lines or one run of characters.
 * Every check digit must hold. Whether the paper has expired is the caller's question: compare `expiresOn`.
 * MOD 10 with weights 7-3-1 misses a character changed by ten places (0, A, K, U) and neighbours that differ by five: not proof against every slip.
 */
export function readMrz(text: string, today: string): MachineReadable | Refused {
  const [first = '', second = '', third, ...more] = linesOf(text);
  for (const [at, line] of [first, second, third ?? ''].entries()) {
    const position = [...line].findIndex((character) => !/[A-Z0-9<]/.test(character));
    if (position >= 0) return refuse('numbers.mrz_characters', { line: at + 1, position: position + 1 });
  }
  const is = (length: number, lines: readonly string[]): boolean => more.length === 0 && lines.every((line) => line.length === length);
  if (third === undefined && is(44, [first, second])) return readTd3(first, second, today);
  if (third !== undefined && is(30, [first, second, third])) return readTd1(first, second, third, today);
  return refuse('numbers.mrz_shape');
}
