import fc from 'fast-check';
import { stdnum } from 'stdnum';
import { describe, expect, it } from 'vitest';
import { registrationDepartments } from './credit-code.ts';
import { creditCodeAlphabet, creditCodeCheckCharacter, identify, organisationCheckCharacter } from './index.ts';
import type { NumbersRefusalCode } from './index.ts';

/** Registration area 449900 is no place: no code here is any organisation's. */
const today = '2026-11-23';

function made(head: string, organisation: string): string {
  const body = head + organisation + organisationCheckCharacter(organisation);
  return body + creditCodeCheckCharacter(body);
}

const uscc = stdnum.CN?.uscc;
if (uscc === undefined) throw new Error('stdnum has no CN.uscc');

function codeOf(input: string): NumbersRefusalCode | 'ok' {
  const read = identify(input, { today, kind: 'credit_code' });
  return read.ok ? 'ok' : read.refusal.code;
}

const heads = fc.constantFrom(...Object.entries(registrationDepartments).flatMap(([department, categories]) => [...categories].map((category) => `${department}${category}449900`)));
const organisations = fc.string({ unit: fc.constantFrom(...creditCodeAlphabet), minLength: 8, maxLength: 8 });
const codes = fc.tuple(heads, organisations).map(([head, organisation]) => made(head, organisation));

const judgedRightByStdnum = (code: string): boolean => /^\d\d/.test(code) && !code.endsWith('0');

describe('the unified social credit code of GB 32100', () => {
  it('is read whole and, being published by law, not masked', () => {
    const code = made('91449900', 'MA5ABC12');
    expect(identify(` ${code.toLowerCase()} `, { today })).toEqual({ ok: true, kind: 'credit_code', subject: 'organisation', normal: code, masked: code, regionPrefix: '449900' });
  });

  it('has the check characters of the standards: GB 11714 gives D2143569-X', () => {
    expect(organisationCheckCharacter('D2143569')).toBe('X');
  });

  it('is refused for each fault by its own code', () => {
    const code = made('91449900', 'MA5ABC12');
    expect(codeOf(code.slice(0, 17))).toBe('numbers.length');
    for (const letter of 'IOSVZ') expect(identify(code.slice(0, 9) + letter + code.slice(10), { today, kind: 'credit_code' })).toEqual({ ok: false, refusal: { code: 'numbers.characters', params: { position: 10 } } });
    expect(codeOf(`91A49900${code.slice(8)}`)).toBe('numbers.characters');
    expect(codeOf(made('B1449900', 'MA5ABC12'))).toBe('numbers.registration_department');
    expect(codeOf(made('95449900', 'MA5ABC12'))).toBe('numbers.organisation_category');
    expect(codeOf(made('91169900', 'MA5ABC12'))).toBe('numbers.province');
    expect(codeOf(code.slice(0, 17) + (code.endsWith('0') ? '1' : '0'))).toBe('numbers.check_digit');
    const body = `91449900MA5ABC12${organisationCheckCharacter('MA5ABC12') === '0' ? '1' : '0'}`;
    expect(codeOf(body + creditCodeCheckCharacter(body))).toBe('numbers.organisation_check_digit');
  });

  it('registered with the State itself begins its area with 10', () => {
    expect(codeOf(made('11100000', '00001347'))).toBe('ok');
  });

  it('agrees with stdnum on five thousand well-made codes, but for two faults of stdnum 1.12.0', () => {
    fc.assert(
      fc.property(codes, (code) => {
        expect(codeOf(code)).toBe('ok');
        // It wants digits in the first two places, where the standard has A, N and Y too; and it takes 31 − 0 as 31, so it refuses every code whose check character is 0.
        expect(uscc.validate(code).isValid).toBe(judgedRightByStdnum(code));
      }),
      { numRuns: 5_000 },
    );
  });

  it('is never accepted where stdnum refuses; stricter on purpose in department, category, area and organisation code', () => {
    const onlyOurs = new Set<NumbersRefusalCode | 'ok'>(['numbers.registration_department', 'numbers.organisation_category', 'numbers.province', 'numbers.organisation_check_digit']);
    const damaged = fc.tuple(codes, fc.nat(17), fc.constantFrom(...creditCodeAlphabet)).map(([code, at, character]) => code.slice(0, at) + character + code.slice(at + 1)).filter(judgedRightByStdnum);
    fc.assert(
      fc.property(damaged, (code) => {
        const ours = codeOf(code);
        if (ours === 'ok') expect(uscc.validate(code).isValid).toBe(true);
        else if (!onlyOurs.has(ours)) expect(uscc.validate(code).isValid).toBe(false);
      }),
      { numRuns: 5_000 },
    );
  });

  it('is refused after every wrong character and every swap of neighbours, without exception', () => {
    fc.assert(
      fc.property(codes, (code) => {
        const damaged: string[] = [];
        for (let at = 0; at < 18; at += 1) {
          for (const character of creditCodeAlphabet) {
            if (character !== code.charAt(at)) damaged.push(code.slice(0, at) + character + code.slice(at + 1));
          }
          if (at < 17 && code.charAt(at) !== code.charAt(at + 1)) damaged.push(code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2));
        }
        expect(damaged.filter((wrong) => codeOf(wrong) === 'ok')).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('wrong, and of no told kind, is refused as a credit code, not as a person', () => {
    expect(identify('91449900MA5ABC1200', { today })).toMatchObject({ ok: false, refusal: { code: 'numbers.check_digit' } });
    expect(identify('914403000000000000', { today })).toMatchObject({ ok: false, refusal: { code: 'numbers.check_digit' } });
    expect(identify('449900199003070011', { today })).toMatchObject({ ok: false, refusal: { code: 'numbers.check_digit' } });
  });

  it('that could also be a citizen number is not guessed at: the kind is asked for, and with it the code is read', () => {
    // Department 1, category 3, area 114419: digits that also read as area 131144, born in 19xx. The first is well made as both, the second as a code only.
    const codesWithDates = Array.from({ length: 120 }, (_, at) => at).flatMap((at) => {
      const day = `9${String(at % 10)}${String(1 + Math.floor(at / 10)).padStart(2, '0')}15`;
      return Array.from({ length: 100 }, (_, order) => made('13114419', day + String(order).padStart(2, '0')));
    });
    const ofDigits = codesWithDates.filter((code) => /^\d{17}[\dX]$/.test(code));
    const isPerson = (code: string): boolean => identify(code, { today, subject: 'person' }).ok;
    for (const twin of [ofDigits.find(isPerson), ofDigits.find((code) => !isPerson(code))]) {
      if (twin === undefined) throw new Error('no twin');
      expect(identify(twin, { today })).toMatchObject({ ok: false, refusal: { code: 'numbers.kind_unclear' } });
      expect(identify(twin, { today, kind: 'credit_code' })).toMatchObject({ ok: true });
      expect(identify(twin, { today, subject: 'organisation' })).toMatchObject({ ok: true });
    }
  });
});
