import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskName, maskPhone, readPhone } from './index.ts';

/** +86 154… is assigned to no operator (public listings, 2022). */
const codeOf = (input: string): string => {
  const read = readPhone(input);
  return read.ok ? read.e164 : read.refusal.code;
};

describe('a masked name', () => {
  it('shows the surname only', () => {
    expect(['张伟', '陈安宁', '欧阳安宁', '歐陽安寧', '司徒安', '欧阳', '李'].map(maskName)).toEqual(['张*', '陈**', '欧阳**', '歐陽**', '司徒*', '欧*', '*']);
  });

  it('with a middle dot shows its first character, in Latin letters the first letter of each word, never how long it is', () => {
    expect(['阿依·古丽', 'CHAN Tai Man', 'Chan, Tai  Man', 'Müller', 'Jo', ''].map(maskName)).toEqual(['阿***', 'C*** T*** M***', 'C*** T*** M***', 'M***', 'J***', '']);
  });

  it('with a character outside the basic plane hides characters, not halves of them', () => {
    expect(maskName('𠮷安')).toBe('𠮷*');
    expect(maskName('陈𡛟')).toBe('陈*');
  });
});

describe('a telephone number', () => {
  it('of the mainland has one E.164 form however it is written', () => {
    for (const spelling of ['15400001234', '154 0000 1234', '+86 154-0000-1234', '0086 15400001234', '8615400001234', '１５４００００１２３４', '(+86)15400001234']) {
      expect(readPhone(spelling)).toEqual({ ok: true, place: 'mainland_mobile', e164: '+8615400001234', masked: '154****1234' });
    }
    expect(readPhone('0755-8200 0000')).toEqual({ ok: true, place: 'mainland_fixed', e164: '+8675582000000', masked: '0755-****0000' });
    expect(readPhone('+86 10 6000 0000')).toMatchObject({ place: 'mainland_fixed', masked: '010-****0000' });
  });

  it('of Hong Kong and Macau is read with its code, shown without its middle', () => {
    expect(readPhone('+852 9999 1234')).toEqual({ ok: true, place: 'hong_kong', e164: '+85299991234', masked: '+852 99****34' });
    expect(readPhone('00852-99991234')).toMatchObject({ e164: '+85299991234' });
    expect(readPhone('853 6600 0000')).toMatchObject({ place: 'macau', e164: '+85366000000' });
  });

  it('wrong is refused with what is missing', () => {
    expect(['1540000123', '154000012345', '12400001234', '+86 154'].map(codeOf)).toEqual(Array<string>(4).fill('numbers.phone_mainland'));
    expect(codeOf('99991234')).toBe('numbers.phone_area_missing');
    expect(codeOf('+852 1999 1234')).toBe('numbers.phone_hong_kong');
    expect(codeOf('+853 7600 0000')).toBe('numbers.phone_macau');
    expect(['', 'abc', '+1 202 555 0123', '()'].map(codeOf)).toEqual(Array<string>(4).fill('numbers.phone_shape'));
  });

  it('read once reads the same again, and its mask hides at least four digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 0, max: 999_999_999 }), (second, rest) => {
        const number = `1${String(second)}${String(rest).padStart(9, '0')}`;
        const e164 = codeOf(number);
        expect(e164).toBe(`+86${number}`);
        expect(codeOf(e164)).toBe(e164);
        expect(maskPhone(number).split('*')).toHaveLength(5);
      }),
      { numRuns: 2_000 },
    );
    expect(maskPhone('12345')).toBe('***45');
    expect(maskPhone('123')).toBe('***');
  });
});
