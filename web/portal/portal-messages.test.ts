import { Converter } from 'opencc-js/cn2t';
import { describe, expect, test } from 'vitest';
import type { Localized } from '../../contract/language.ts';
import { portalMessages } from '../../contract/messages/portal.ts';
import { portalPasskeyMessages } from '../../contract/messages/portal-passkeys.ts';
import { portalSecurityMessages } from '../../contract/messages/portal-security.ts';
import { uiMessages } from '../../contract/messages/ui.ts';

const all: [string, Localized][] = [...Object.entries<Localized>(uiMessages), ...Object.entries<Localized>(portalMessages), ...Object.entries<Localized>(portalSecurityMessages), ...Object.entries<Localized>(portalPasskeyMessages)];
const marks = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
/** Names that are written in Latin letters in every language. */
const latinNames = /\b(?:PDF|JPG|PNG|MB|SHA|WCAG|AA|Cookie|Apache|name@example\.com|A|B|C|D)\b/g;
/** Simplified forms that are Traditional characters in their own right. */
const both = new Set('台里后干只面系斗云丑征松范沈制表余舍吁杰准群');
/** Simplified only where two standards, OpenCC's own and Hong Kong's, would write it otherwise: 閱 is right in one of them. */
const converters = [Converter({ from: 'cn', to: 't' }), Converter({ from: 'cn', to: 'hk' })];

describe('Every sentence of the screens', () => {
  test('has the same marks to be filled in all three languages', () => {
    for (const [code, text] of all) {
      expect(marks(text['zh-HK']), code).toEqual(marks(text['zh-CN']));
      expect(marks(text.en), code).toEqual(marks(text['zh-CN']));
    }
  });

  test('is English in English and Chinese in Chinese', () => {
    for (const [code, text] of all) {
      expect(text.en.replace(/[“”]/g, ''), code).not.toMatch(/\p{Script=Han}|[，。：；？！、（）]/u);
      for (const language of ['zh-CN', 'zh-HK'] as const) {
        const rest = text[language].replace(/\{\w+\}/g, '').replace(latinNames, '');
        expect(rest, `${code} ${language}`).not.toMatch(/[A-Za-z]{2,}|[,;?!]/);
      }
    }
  });

  test('is written in Traditional characters for Hong Kong', () => {
    for (const [code, text] of all) {
      const simplified = [...text['zh-HK']].filter((character) => !both.has(character) && converters.every((convert) => convert(character) !== character));
      expect(simplified, code).toEqual([]);
    }
  });

  test('says 您 and never 你', () => {
    for (const [code, text] of all) expect(text['zh-CN'] + text['zh-HK'], code).not.toContain('你');
  });
});
