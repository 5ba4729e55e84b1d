import { describe, expect, it } from 'vitest';
import { say } from '../../../../contract/language.ts';
import type { Localized } from '../../../../contract/language.ts';
import { numberKindNames, numbersMessages } from '../../../../contract/messages/numbers.ts';
import { citizenCheckDigit, identify, numberKinds, readPhone } from './index.ts';
import type { NumberKind, NumbersRefusalCode } from './index.ts';

// A code without a message, or a message without a code, does not compile.
const ofEveryCode: Readonly<Record<NumbersRefusalCode, Localized>> = numbersMessages;
const onlyOfCodes: readonly NumbersRefusalCode[] = Object.keys(numbersMessages) as (keyof typeof numbersMessages)[];
const ofEveryKind: Readonly<Record<NumberKind, Localized>> = numberKindNames;

describe('the sentences for refused numbers', () => {
  it('exist for every refusal and every kind', () => {
    for (const code of onlyOfCodes) expect(Object.values(ofEveryCode[code]).every((sentence) => sentence.length > 3)).toBe(true);
    for (const kind of numberKinds) expect(Object.values(ofEveryKind[kind]).every((name) => name.length > 1)).toBe(true);
  });

  it('have the same marks in each language, and refusals fill all of them', () => {
    const marks = (sentence: string): string[] => [...sentence.matchAll(/\{(\w+)\}/g)].map((mark) => mark[1] ?? '').sort();
    for (const message of Object.values(numbersMessages)) {
      expect(marks(message['zh-HK'])).toEqual(marks(message['zh-CN']));
      expect(marks(message.en)).toEqual(marks(message['zh-CN']));
    }
    const withCheck = (body: string): string => body + citizenCheckDigit(body);
    const wrong = ['1234567890123', '449900199003070011', withCheck('16990019900307001'), withCheck('44990019900230001'), withCheck('44990020991231001'), withCheck('44990018000101001'), withCheck('81111119900307001'), '4499001990O3070011'];
    const refusals = [...wrong.map((input) => identify(input, { today: '2026-11-23', subject: 'person' })), identify('P<U*\nX', { today: '2026-11-23', kind: 'passport' }), readPhone('1380')];
    for (const read of refusals) {
      if (read.ok) throw new Error('accepted');
      for (const language of ['zh-CN', 'zh-HK', 'en'] as const) expect(say(ofEveryCode[read.refusal.code], language, read.refusal.params)).not.toMatch(/[{}]/);
    }
  });

  it('say what to do about a wrong check digit', () => {
    expect(say(numbersMessages['numbers.check_digit'], 'zh-CN', { position: 18 })).toBe('第 18 位校验码不对，说明号码有误。请对照证件逐位核对。');
  });
});
