import fc from 'fast-check';
import { stdnum } from 'stdnum';
import { describe, expect, it } from 'vitest';
import { hkIdCheckCharacter, icaoCheckDigit } from './check-digits.ts';
import { identify } from './index.ts';
import type { AskedKind, NumbersRefusalCode } from './index.ts';

const today = '2026-11-23';

function codeOf(input: string, kind?: AskedKind): NumbersRefusalCode | 'ok' {
  const read = identify(input, kind === undefined ? { today } : { today, kind });
  return read.ok ? 'ok' : read.refusal.code;
}

describe('the Hong Kong identity card number', () => {
  const hkid = stdnum.HK?.hkid;
  if (hkid === undefined) throw new Error('stdnum has no HK.hkid');
  const letters = fc.string({ unit: fc.constantFrom(...'ABCDEFGHIJKLMNPQRSTUVWXYZ'), minLength: 1, maxLength: 2 });
  const digits = fc.integer({ min: 0, max: 999_999 }).map((number) => String(number).padStart(6, '0'));
  const bodies = fc.tuple(letters, digits).map((parts) => parts.join(''));

  it('is read with and without brackets, and shown without its last four digits and its check character', () => {
    for (const spelling of ['A123456(3)', 'a1234563', 'Ａ１２３４５６（３）']) {
      expect(identify(spelling, { today })).toEqual({ ok: true, kind: 'hk_id', subject: 'person', normal: 'A1234563', masked: 'A12****(*)' });
    }
    expect(identify(`AB987654(${hkIdCheckCharacter('AB987654')})`, { today })).toMatchObject({ normal: `AB987654${hkIdCheckCharacter('AB987654')}`, masked: 'AB98****(*)' });
  });

  it('agrees with stdnum on five thousand numbers with every one of the eleven check characters', () => {
    fc.assert(
      fc.property(bodies, fc.constantFrom(...'0123456789A'), (body, check) => {
        expect(codeOf(body + check, 'hk_id') === 'ok').toBe(hkid.validate(body + check).isValid);
        expect(codeOf(body + hkIdCheckCharacter(body), 'hk_id')).toBe('ok');
      }),
      { numRuns: 5_000 },
    );
  });

  it('is refused after every wrong or swapped digit', () => {
    fc.assert(
      fc.property(bodies, (body) => {
        const number = body + hkIdCheckCharacter(body);
        const damaged: string[] = [];
        for (let at = body.length - 6; at < number.length; at += 1) {
          for (const digit of '0123456789A') if (digit !== number.charAt(at)) damaged.push(number.slice(0, at) + digit + number.slice(at + 1));
          const next = number.charAt(at + 1);
          if (next !== '' && next !== number.charAt(at)) damaged.push(number.slice(0, at) + next + number.charAt(at) + number.slice(at + 2));
        }
        expect(damaged.filter((wrong) => codeOf(wrong, 'hk_id') === 'ok')).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('with a wrong character in brackets is never taken for a passport instead', () => {
    expect(codeOf('A123456(4)')).toBe('numbers.hk_id_check_digit');
    expect(codeOf('A1234564', 'hk_id')).toBe('numbers.hk_id_check_digit');
  });

  it('without brackets has the shape of several passports: read where its check fits, else the kind is asked for', () => {
    expect(codeOf('A1234563')).toBe('ok');
    expect(codeOf('A1234564')).toBe('numbers.kind_unclear');
    expect(codeOf('A1234564', 'passport')).toBe('ok');
    expect(codeOf('AB9876543')).toBe('numbers.kind_unclear');
    expect(codeOf('A12345(3)', 'hk_id')).toBe('numbers.hk_id_shape');
  });
});

describe('mainland travel permits', () => {
  it('of Hong Kong and Macau residents: the nine characters for life are the number, whatever the card', () => {
    for (const card of ['H12345678', 'h1234567800', 'H 12345678 05']) {
      expect(identify(card, { today })).toEqual({ ok: true, kind: 'mainland_travel_permit_hk_macau', subject: 'person', normal: 'H12345678', masked: 'H12****78' });
    }
    expect(identify('MA1234567', { today })).toMatchObject({ ok: true, kind: 'mainland_travel_permit_hk_macau', normal: 'MA1234567' });
    for (const wrong of ['H1234567', 'K12345678', 'H123456789', 'HB1234567']) expect(codeOf(wrong, 'mainland_travel_permit_hk_macau')).toBe('numbers.travel_permit_hk_macau_shape');
  });

  it('of Taiwan residents: eight digits', () => {
    expect(identify('01234567', { today })).toEqual({ ok: true, kind: 'mainland_travel_permit_taiwan', subject: 'person', normal: '01234567', masked: '01****67' });
    expect(codeOf('0123456', 'mainland_travel_permit_taiwan')).toBe('numbers.travel_permit_taiwan_shape');
  });
});

describe('the older permanent-residence number', () => {
  const made = (body: string): string => body + icaoCheckDigit(body);

  it('is read with the check of ICAO 9303; the birth date only where its century is certain', () => {
    expect(identify(made('XXA44998509123'), { today })).toMatchObject({ ok: true, kind: 'permanent_residence_old', birthOn: '1985-09-12', sexFromNumber: 'male', regionPrefix: '449900' });
    const young = identify(made('XXA44990509122'), { today });
    expect(young).toMatchObject({ ok: true, sexFromNumber: 'female' });
    expect(young).not.toHaveProperty('birthOn');
  });

  it('is refused for shape, province, date and check digit', () => {
    expect(codeOf('XX449985091231', 'permanent_residence_old')).toBe('numbers.permanent_residence_old_shape');
    expect(codeOf(made('XXA16998509123'))).toBe('numbers.province');
    expect(codeOf(made('XXA44998502303'))).toBe('numbers.impossible_date');
    const good = made('XXA44998509123');
    for (const digit of '0123456789') expect(codeOf(good.slice(0, 14) + digit)).toBe(good.endsWith(digit) ? 'ok' : 'numbers.check_digit');
  });
});

describe('the passport number', () => {
  it('is five to nine letters and digits, told or of unmistakable shape', () => {
    expect(identify('e12345678', { today })).toEqual({ ok: true, kind: 'passport', subject: 'person', normal: 'E12345678', masked: 'E1*****78' });
    expect(codeOf('EA1234567', 'passport')).toBe('ok');
    expect(codeOf('EA1234567')).toBe('numbers.kind_unclear');
    expect(codeOf('123456789')).toBe('numbers.kind_unclear');
    expect(codeOf('123456789', 'passport')).toBe('ok');
    for (const wrong of ['E123', 'E123456789', 'ABCDEFGH', 'E1234!678']) expect(codeOf(wrong, 'passport')).toBe('numbers.passport_shape');
  });
});

describe('what is no number', () => {
  it('is refused without an exception and without repeating the input, whatever is typed', () => {
    expect(codeOf('你好')).toBe('numbers.unknown_kind');
    expect(codeOf('DROP TABLE people')).not.toBe('ok');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (input) => {
        const read = identify(input, { today });
        if (!read.ok) expect(JSON.stringify(read.refusal).length).toBeLessThan(120);
      }),
      { numRuns: 5_000 },
    );
  });
});
