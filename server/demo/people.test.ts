import { describe, expect, it } from 'vitest';
import { identify, isInventedNumber, isInventedPhone, readPhone } from '../domains/people/numbers/index.ts';
import { chanceFrom } from './chance.ts';
import { inventFirm, inventPeople, inventPerson } from './people.ts';
import type { FirmForm, Origin } from './people.ts';

const today = '2026-11-23';
const origins: readonly Origin[] = ['mainland', 'hong_kong', 'macau', 'taiwan', 'abroad'];

describe('invented people', () => {
  it('are five thousand and more without two sharing a number or a telephone, each well made and each nobody’s', () => {
    const people = inventPeople('a city', 20_000, today, (index) => origins[index % 5] ?? 'mainland');
    expect(people).toHaveLength(20_000);
    expect(new Set(people.map((person) => person.number)).size).toBe(20_000);
    expect(new Set(people.map((person) => person.mobile)).size).toBe(20_000);
    for (const person of people) {
      expect(identify(person.number, { today })).toMatchObject({ ok: true, kind: person.kind, birthOn: person.birthOn, sexFromNumber: person.sex, normal: person.number });
      expect(isInventedNumber(person.kind, person.number)).toBe(true);
      expect(readPhone(person.mobile)).toMatchObject({ ok: true, e164: person.mobile });
      expect(isInventedPhone(person.mobile)).toBe(true);
    }
  });

  it('are the same again from the same seed, and others from another', () => {
    expect(inventPeople('seed', 50, today)).toEqual(inventPeople('seed', 50, today));
    expect(inventPeople('seed', 50, today).map((person) => person.name.en)).not.toEqual(inventPeople('other', 50, today).map((person) => person.name.en));
    expect(inventPerson(7, { index: 0, today })).toEqual(inventPerson(7, { index: 0, today }));
  });

  it('do not depend on how many are made: the hundredth is the same in a village and in a city', () => {
    expect(inventPeople('seed', 1_000, today)[99]).toEqual(inventPeople('seed', 100, today)[99]);
  });

  it('share a number in no case, whatever order and index, up to fifty thousand', () => {
    const numbers = inventPeople('full', 60_000, today, () => 'abroad').map((person) => person.number);
    expect(numbers).toHaveLength(50_000);
    expect(new Set(numbers).size).toBe(50_000);
  });

  it('are as old as asked', () => {
    for (let index = 0; index < 2_000; index += 1) {
      const { birthOn } = inventPerson(index, { index, today, ageFrom: 80, ageTo: 80 });
      expect(birthOn > '1945-11-23' && birthOn <= '1946-11-23').toBe(true);
    }
  });

  it('have names in three languages, spelt after the place they come from', () => {
    const person = inventPerson('name', { index: 1, today, origin: 'hong_kong' });
    expect(person.name['zh-CN']).toMatch(/^\p{Script=Han}{2,4}$/u);
    expect(person.name['zh-HK']).toMatch(/^\p{Script=Han}{2,4}$/u);
    expect(person.name.en).toMatch(/^[A-Z][A-Za-z-]+( [A-Z][a-z]+){1,2}$/);
    for (const other of inventPeople('names', 300, today)) expect(other.name.en).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/);
  });
});

describe('invented firms', () => {
  it('have well-made codes of no place, each its own', () => {
    const forms: readonly FirmForm[] = ['company', 'individual_business', 'cooperative', 'non_enterprise'];
    const firms = Array.from({ length: 2_000 }, (_, index) => inventFirm('firms', { index, form: forms[index % 4] ?? 'company' }));
    expect(new Set(firms.map((firm) => firm.creditCode)).size).toBe(2_000);
    for (const firm of firms) {
      expect(identify(firm.creditCode, { today })).toMatchObject({ ok: true, kind: 'credit_code', regionPrefix: '449900' });
      expect(isInventedNumber('credit_code', firm.creditCode)).toBe(true);
    }
  });
});

describe('repeatable chance', () => {
  it('is even: each of ten numbers about once in ten, and forks do not follow their parent', () => {
    const chance = chanceFrom('even');
    const counts = Array<number>(10).fill(0);
    for (let draw = 0; draw < 100_000; draw += 1) {
      const drawn = chance.whole(0, 9);
      counts[drawn] = (counts[drawn] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500);
    expect(chanceFrom('a').fork('x').next()).toBe(chanceFrom('a').fork('x').next());
    expect(chanceFrom('a').fork('x').next()).not.toBe(chanceFrom('a').fork('y').next());
  });
});
