import fc from 'fast-check';
import { parse } from 'mrz';
import { describe, expect, it } from 'vitest';
import { icaoCheckDigit } from './check-digits.ts';
import { identify, readMrz } from './index.ts';

const today = '2026-11-23';

type Particulars = Readonly<{ state: string; number: string; birth: string; sex: string; expiry: string; names: string; personal: string }>;

const filled = (text: string, length: number): string => text.slice(0, length).padEnd(length, '<');
const checked = (text: string): string => text + icaoCheckDigit(text);

function td3(person: Particulars): [string, string] {
  const number = checked(filled(person.number, 9));
  const birth = checked(person.birth);
  const rest = checked(person.expiry) + checked(filled(person.personal, 14));
  return [
    `P<${filled(person.state, 3)}${filled(person.names, 39)}`,
    `${number}${filled(person.state, 3)}${birth}${person.sex}${rest}${icaoCheckDigit(number + birth + rest)}`,
  ];
}

function td1(person: Particulars): [string, string, string] {
  const long = person.number.length > 9;
  const first = long
    ? filled(`${person.number.slice(0, 9)}<${person.number.slice(9)}${icaoCheckDigit(person.number)}`, 25)
    : filled(checked(filled(person.number, 9)), 25);
  const [birth, expiry, optional] = [checked(person.birth), checked(person.expiry), filled(person.personal.slice(0, 11), 11)];
  return [
    `I<${filled(person.state, 3)}${first}`,
    `${birth}${person.sex}${expiry}${filled(person.state, 3)}${optional}${icaoCheckDigit(first + birth + expiry + optional)}`,
    filled(person.names, 30),
  ];
}

const days = (from: string, to: string): fc.Arbitrary<string> =>
  fc.date({ min: new Date(from), max: new Date(to), noInvalidDate: true }).map((date) => date.toISOString().slice(2, 10).replaceAll('-', ''));
const text = (characters: string, minLength: number, maxLength: number): fc.Arbitrary<string> => fc.string({ unit: fc.constantFrom(...characters), minLength, maxLength });
const words = text('ABCDEFGHIJKLMNOPQRSTUVWXYZ', 2, 9);
/** mrz knows only the codes of the State list, not the specimen's UTO: stateless persons (XXA), refugees (XXB, XXC), and Germany for its one letter. */
const particulars: fc.Arbitrary<Particulars> = fc.record({
  state: fc.constantFrom('XXA', 'XXB', 'XXC', 'D'),
  number: text('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ', 6, 9),
  birth: days('1930-01-01', '2026-11-23'),
  sex: fc.constantFrom('M', 'F', '<'),
  expiry: days('2020-01-01', '2036-12-31'),
  names: fc.tuple(words, words).map(([surname, given]) => `${surname}<<${given}`),
  personal: text('0123456789', 0, 10),
});

const codeOf = (lines: readonly string[]): string => {
  const read = readMrz(lines.join('\n'), today);
  return read.ok ? 'ok' : read.refusal.code;
};

describe('the machine-readable zone of ICAO 9303', () => {
  it('of the specimen passport in part 4 is read', () => {
    const specimen = ['P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'L898902C36UTO7408122F1204159ZE184226B<<<<<10'];
    const expected = {
      ok: true,
      format: 'TD3',
      documentCode: 'P',
      issuer: 'UTO',
      documentNumber: 'L898902C3',
      nationality: 'UTO',
      birthOn: '1974-08-12',
      sex: 'female',
      expiresOn: '2012-04-15',
      surname: 'ERIKSSON',
      givenNames: 'ANNA MARIA',
    };
    expect(readMrz(specimen.join('\r\n'), today)).toEqual(expected);
    expect(readMrz(specimen.join('').toLowerCase(), today)).toEqual(expected);
    expect(identify(specimen.join('\n'), { today })).toEqual({ ok: true, kind: 'passport', subject: 'person', normal: 'L898902C3', masked: 'L8*****C3', birthOn: '1974-08-12', sexFromNumber: 'female' });
  });

  it('of the specimen card in part 5 is read, also with a number longer than nine characters', () => {
    expect(readMrz('I<UTOD231458907<<<<<<<<<<<<<<<\n7408122F1204159UTO<<<<<<<<<<<6\nERIKSSON<<ANNA<MARIA<<<<<<<<<<', today)).toMatchObject({ ok: true, format: 'TD1', documentNumber: 'D23145890' });
    expect(readMrz('I<UTOD23145890<7349<<<<<<<<<<<\n3407127M9507122UTO<<<<<<<<<<<2\nSTEVENSON<<PETER<JOHN<<<<<<<<<', today)).toMatchObject({ ok: true, documentNumber: 'D23145890734', birthOn: '1934-07-12', expiresOn: '1995-07-12' });
  });

  it('well made, is valid to us and to mrz alike: two thousand passports, two thousand cards', () => {
    fc.assert(
      fc.property(particulars, (person) => {
        for (const lines of [td3(person), td1(person)]) {
          expect(codeOf(lines)).toBe('ok');
          expect(parse(lines).valid).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('with one digit wrong is refused, and never accepted where mrz refuses', () => {
    const positions = [0, 6, 9, 13, 16, 19, 21, 24, 27, 28, 42, 43];
    fc.assert(
      fc.property(particulars, fc.constantFrom(...positions), fc.integer({ min: 1, max: 9 }), (person, at, more) => {
        const [first, second] = td3(person);
        const character = second.charAt(at);
        if (!/\d/.test(character)) return;
        const damaged = second.slice(0, at) + String((Number(character) + more) % 10) + second.slice(at + 1);
        expect(codeOf([first, damaged])).not.toBe('ok');
        expect(parse([first, damaged]).valid).toBe(false);
      }),
      { numRuns: 3_000 },
    );
  });

  it('names which check failed', () => {
    const [first, second] = td3({ state: 'XXA', number: 'A12345678', birth: '900307', sex: 'F', expiry: '300101', names: 'CHAN<<ON<NING', personal: '123' });
    const broken = (at: number): string => codeOf([first, second.slice(0, at) + String((Number(second.charAt(at)) + 1) % 10) + second.slice(at + 1)]);
    expect([9, 19, 27, 42, 43].map(broken)).toEqual([
      'numbers.mrz_document_check_digit',
      'numbers.mrz_birth_check_digit',
      'numbers.mrz_expiry_check_digit',
      'numbers.mrz_personal_check_digit',
      'numbers.mrz_composite_check_digit',
    ]);
    expect(codeOf([first, second.slice(0, 43)])).toBe('numbers.mrz_shape');
    expect(codeOf([first])).toBe('numbers.mrz_shape');
    expect(codeOf([`${first.slice(0, 43)}*`, second])).toBe('numbers.mrz_characters');
  });

  it('with a day that does not exist is refused although its check digits hold; mrz lets 30 February pass', () => {
    const lines = td3({ state: 'XXA', number: 'A12345678', birth: '900230', sex: 'F', expiry: '300101', names: 'CHAN<<ON', personal: '' });
    expect(codeOf(lines)).toBe('numbers.mrz_date');
    expect(parse(lines).valid).toBe(true);
  });

  it('with a birth date left open is read without one', () => {
    const read = readMrz(td3({ state: 'UTO', number: 'A12345678', birth: '90<<<<', sex: '<', expiry: '300101', names: 'CHAN<<ON', personal: '' }).join('\n'), today);
    expect(read).toMatchObject({ ok: true, sex: 'unspecified', expiresOn: '2030-01-01' });
    expect(read).not.toHaveProperty('birthOn');
  });
});
