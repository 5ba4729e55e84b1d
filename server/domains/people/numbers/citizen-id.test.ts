import fc from 'fast-check';
import { stdnum } from 'stdnum';
import { describe, expect, it } from 'vitest';
import { citizenCheckDigit, identify } from './index.ts';
import type { NumbersRefusalCode } from './index.ts';

/** Areas 449900–449999 are kept for invented people: never assigned, so no number here is anybody's. */
const today = '2026-11-23';

const withCheck = (body: string): string => body + citizenCheckDigit(body);

const births = fc
  .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2026-11-23T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10).replaceAll('-', ''));
const areas = fc.oneof(
  fc.integer({ min: 449900, max: 449999 }).map(String),
  fc.constantFrom('819900', '829900', '839900', '944999', '944900'),
);
const orders = fc.integer({ min: 0, max: 999 }).map((order) => String(order).padStart(3, '0'));
const numbers = fc.tuple(areas, births, orders).map((parts) => withCheck(parts.join('')));

const ric = stdnum.CN?.ric;
if (ric === undefined) throw new Error('stdnum has no CN.ric');

function codeOf(input: string, options: Partial<Parameters<typeof identify>[1]> = {}): NumbersRefusalCode | 'ok' {
  const read = identify(input, { today, ...options });
  return read.ok ? 'ok' : read.refusal.code;
}

describe('the 18-digit number of GB 11643', () => {
  it('is read whole: kind, birth, sex by the 17th digit, area, masked but for three and four characters', () => {
    expect(identify('449900199003070011', { today })).toEqual({ ok: false, refusal: { code: 'numbers.check_digit', params: { position: 18 } } });
    const number = withCheck('44990019900307001');
    expect(identify(number, { today })).toEqual({
      ok: true,
      kind: 'citizen_id',
      subject: 'person',
      normal: number,
      masked: `449***********${number.slice(14)}`,
      birthOn: '1990-03-07',
      sexFromNumber: 'male',
      regionPrefix: '449900',
    });
  });

  it('keeps the worked example of the standard: 11010519491231002X', () => {
    expect(citizenCheckDigit('11010519491231002')).toBe('X');
    expect(citizenCheckDigit('44052418800101001')).toBe('4');
  });

  it('may be typed with a small x, full-width digits, blanks and hyphens: one canonical number', () => {
    const number = Array.from({ length: 100 }, (_, order) => withCheck(`44990019910203${String(order).padStart(3, '0')}`)).find((made) => made.endsWith('X'));
    if (number === undefined) throw new Error('no number ending in X among a hundred');
    const fullWidth = [...number].map((character) => String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0)).join('');
    for (const spelling of [number.toLowerCase(), fullWidth, ` ${number.slice(0, 6)} ${number.slice(6, 14)}\u3000${number.slice(14)}\n`, `${number.slice(0, 6)}-${number.slice(6)}`, `\u200b${number}`]) {
      expect(identify(spelling, { today })).toMatchObject({ ok: true, normal: number });
    }
  });

  it('beginning with 81, 82 or 83 is a residence permit of Hong Kong, Macau or Taiwan residents, of the areas the measure names only', () => {
    for (const area of ['810000', '820000', '830000', '819900', '829950', '839999']) {
      expect(identify(withCheck(`${area}19850615001`), { today })).toMatchObject({ ok: true, kind: 'hk_macau_taiwan_residence_permit', regionPrefix: area });
    }
    for (const area of ['810001', '811000', '820100', '830099']) expect(codeOf(withCheck(`${area}19850615001`))).toBe('numbers.residence_permit_area');
  });

  it('beginning with 9 is the permanent-residence card of 2023: province in the second and third digit', () => {
    expect(identify(withCheck('94499919850615002'), { today })).toMatchObject({
      ok: true,
      kind: 'permanent_residence',
      regionPrefix: '440000',
      birthOn: '1985-06-15',
      sexFromNumber: 'female',
    });
    expect(codeOf(withCheck('91099919850615002'))).toBe('numbers.province');
  });

  it('is refused for each fault by its own code', () => {
    expect(codeOf('')).toBe('numbers.empty');
    expect(codeOf(' - ')).toBe('numbers.empty');
    expect(codeOf('44990019900307001')).toBe('numbers.length');
    expect(codeOf(`${withCheck('44990019900307001')}0`)).toBe('numbers.length');
    expect(identify('4499001990O3070011', { today, kind: 'citizen_id' })).toEqual({ ok: false, refusal: { code: 'numbers.characters', params: { position: 11 } } });
    expect(codeOf('44990019900307001A', { subject: 'person' })).toBe('numbers.characters');
    expect(codeOf(withCheck('00990019900307001'), { subject: 'person' })).toBe('numbers.province');
    expect(codeOf(withCheck('16990019900307001'), { subject: 'person' })).toBe('numbers.province');
    expect(identify(withCheck('44990019900230001'), { today })).toEqual({ ok: false, refusal: { code: 'numbers.impossible_date', params: { date: '1990-02-30' } } });
    expect(codeOf(withCheck('44990019901301001'))).toBe('numbers.impossible_date');
    expect(codeOf(withCheck('44990019900400001'))).toBe('numbers.impossible_date');
    expect(codeOf(withCheck('44990018491231001'), { subject: 'person' })).toBe('numbers.birth_too_early');
    expect(codeOf(withCheck('44990018500101001'), { subject: 'person' })).toBe('ok');
  });

  it('names one of the 34 provincial units of GB/T 2260 or is refused', () => {
    const named = Array.from({ length: 100 }, (_, province) => String(province).padStart(2, '0')).filter((province) => codeOf(withCheck(`9${province}99919900307001`), { subject: 'person' }) === 'ok');
    expect(named.join(' ')).toBe('11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82');
  });

  it('knows the leap years of the Gregorian calendar: 2000 and 2024 have a 29 February, 1900 and 2023 have none', () => {
    for (const year of ['2000', '2024']) expect(codeOf(withCheck(`449900${year}0229001`))).toBe('ok');
    for (const year of ['1900', '2023']) expect(codeOf(withCheck(`449900${year}0229001`))).toBe('numbers.impossible_date');
  });

  it('accepts a birth of today and refuses one of tomorrow', () => {
    expect(codeOf(withCheck('44990020261123001'))).toBe('ok');
    expect(codeOf(withCheck('44990020261124001'))).toBe('numbers.future_birth');
    expect(codeOf(withCheck('44990020261124001'), { today: '2026-11-24' })).toBe('ok');
  });

  it('given as another of the three kinds is refused by saying which it is', () => {
    const [citizen, permit, resident] = [withCheck('44990019900307001'), withCheck('81990019900307001'), withCheck('94499919900307001')] as const;
    expect(codeOf(permit, { kind: 'citizen_id' })).toBe('numbers.is_residence_permit');
    expect(codeOf(resident, { kind: 'citizen_id' })).toBe('numbers.is_permanent_residence');
    expect(codeOf(citizen, { kind: 'permanent_residence' })).toBe('numbers.is_citizen_id');
  });

  it('agrees with stdnum on ten thousand well-made numbers', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        expect(identify(number, { today })).toMatchObject({ ok: true, normal: number });
        expect(ric.validate(number).isValid).toBe(true);
      }),
      { numRuns: 10_000 },
    );
  });

  it('agrees with stdnum on ten thousand damaged numbers, but for province and area, which only we judge', () => {
    const onlyOurs = new Set<NumbersRefusalCode | 'ok'>(['numbers.province', 'numbers.residence_permit_area']);
    const damaged = fc.tuple(numbers, fc.nat(17), fc.constantFrom(...'0123456789X')).map(([number, at, character]) => number.slice(0, at) + character + number.slice(at + 1));
    let refused = 0;
    fc.assert(
      fc.property(damaged, (number) => {
        const code = codeOf(number, { subject: 'person' });
        if (code === 'ok') expect(ric.validate(number).isValid).toBe(true);
        else refused += 1;
        if (code !== 'ok' && !onlyOurs.has(code)) expect(ric.validate(number).isValid).toBe(false);
      }),
      { numRuns: 10_000 },
    );
    expect(refused).toBeGreaterThan(8_000);
  });

  it('is stricter than stdnum on purpose: provinces that do not exist, residence-permit areas the law does not name', () => {
    for (const area of ['009900', '169900', '999900', '811111']) {
      const number = withCheck(`${area}19900307001`);
      expect(ric.validate(number).isValid).toBe(true);
      expect(codeOf(number, { subject: 'person' })).not.toBe('ok');
    }
  });

  it('is refused after every wrong character and every swap of neighbours, without exception', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        const damaged: string[] = [];
        for (let at = 0; at < 18; at += 1) {
          for (const character of '0123456789X') {
            if (character === number.charAt(at)) continue;
            damaged.push(number.slice(0, at) + character + number.slice(at + 1));
          }
          if (at < 17 && number.charAt(at) !== number.charAt(at + 1)) damaged.push(number.slice(0, at) + number.charAt(at + 1) + number.charAt(at) + number.slice(at + 2));
        }
        expect(damaged.filter((wrong) => codeOf(wrong, { subject: 'person' }) === 'ok')).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('damaged, is never taken for another person where neither kind nor subject is told', () => {
    const damaged = fc.tuple(numbers, fc.nat(17), fc.constantFrom(...'0123456789X')).filter(([number, at, character]) => number.charAt(at) !== character);
    fc.assert(
      fc.property(damaged, ([number, at, character]) => {
        const read = identify(number.slice(0, at) + character + number.slice(at + 1), { today });
        expect(read.ok && read.subject === 'person').toBe(false);
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('the 15-digit number of GB 11643-1989', () => {
  it('is refused with the advice to give the 18-digit number, unless it is asked for', () => {
    expect(codeOf('449900900307001')).toBe('numbers.old_form');
    expect(codeOf('449900900307001', { kind: 'citizen_id' })).toBe('numbers.old_form');
  });

  it('asked for, becomes the 18-digit number of the same person', () => {
    expect(identify('449900900307001', { today, kind: 'citizen_id_old_form' })).toMatchObject({
      ok: true,
      kind: 'citizen_id',
      oldForm: true,
      normal: withCheck('44990019900307001'),
      birthOn: '1990-03-07',
    });
  });

  it('with order number 996 to 999 belongs to somebody born before 1900', () => {
    expect(identify('449900910307996', { today, kind: 'citizen_id_old_form' })).toMatchObject({ ok: true, birthOn: '1891-03-07' });
    expect(identify('449900910307995', { today, kind: 'citizen_id_old_form' })).toMatchObject({ ok: true, birthOn: '1991-03-07' });
  });

  it('is judged by length, digits, province and date, having no check digit', () => {
    expect(codeOf('44990090030700', { kind: 'citizen_id_old_form' })).toBe('numbers.length');
    expect(codeOf('44990090030700X', { kind: 'citizen_id_old_form' })).toBe('numbers.characters');
    expect(codeOf('169900900307001', { kind: 'citizen_id_old_form' })).toBe('numbers.province');
    expect(codeOf('449900900230001', { kind: 'citizen_id_old_form' })).toBe('numbers.impossible_date');
    expect(codeOf('819900900307001', { kind: 'citizen_id_old_form' })).toBe('numbers.is_residence_permit');
  });
});
