import { Converter } from 'opencc-js/cn2t';
import { describe, expect, test } from 'vitest';
import type { Localized } from '../language.ts';
import { figureNames, figureSources, measureMessages, partDefinitions, partNames, sunshineMessages, workbookMessages } from './measures.ts';

const all: [string, Localized][] = [measureMessages, figureNames, figureSources, partDefinitions, partNames, sunshineMessages, workbookMessages].flatMap((messages) => Object.entries<Localized>(messages));
const marks = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
/** Simplified forms that are Traditional characters in their own right. */
const both = new Set('台里后干只面系斗云丑征松范沈制表余舍吁杰准群');
const converters = [Converter({ from: 'cn', to: 't' }), Converter({ from: 'cn', to: 'hk' })];

describe('Every sentence of the measures', () => {
  test('has the same marks to be filled in all three languages', () => {
    for (const [code, text] of all) {
      expect(marks(text['zh-HK']), code).toEqual(marks(text['zh-CN']));
      expect(marks(text.en), code).toEqual(marks(text['zh-CN']));
    }
  });

  test('is English in English, Traditional for Hong Kong, and says 您', () => {
    for (const [code, text] of all) {
      expect(text.en, code).not.toMatch(/\p{Script=Han}|[，。：；？！、（）]/u);
      expect([...text['zh-HK']].filter((character) => !both.has(character) && converters.every((convert) => convert(character) !== character)), code).toEqual([]);
      expect(text['zh-CN'] + text['zh-HK'], code).not.toContain('你');
    }
  });
});
