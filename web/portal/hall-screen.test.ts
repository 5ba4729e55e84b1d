import { createElement } from 'react';
import { describe, expect, it, test } from 'vitest';
import { languages, type Language } from '../../contract/language.ts';
import type { HallRow, HallScreen } from '../../contract/live.ts';
import { hallMessages, hallScreenMessages } from '../../contract/messages/hall-screen.ts';
import { liveMessages } from '../../contract/messages/live.ts';
import { htmlFaults, textOf } from '../ui/form/html-for-tests.ts';
import { nobody, pageContext } from './context.ts';
import { HallScreenPage } from './pages/hall-screen.tsx';
import { html } from './server.ts';

const row = (change: Partial<HallRow> = {}): HallRow => ({
  numberTail: '0042', itemName: { 'zh-CN': '高龄老人津贴', 'zh-HK': '高齡老人津貼', en: 'Old-age allowance' }, status: 'accepted', dueOn: '2026-12-03', light: 'green', ...change,
});
const screen = (rows: readonly HallRow[]): HallScreen => ({
  institution: 'YM-440304-hall', name: { 'zh-CN': '福田区政务服务大厅', 'zh-HK': '福田區政務服務大堂', en: 'Futian Government Service Hall' }, on: '2026-11-23', at: '2026-11-23T06:02:00.000Z', received: 128, finished: 96, waiting: 341, rows: [...rows],
});
const page = (language: Language, rows: readonly HallRow[] = [row()]) => {
  const ctx = pageContext({ language, elder: false, me: nobody, city: '', path: '/halls/YM-440304-hall/screen', today: '2026-11-23', publicUrl: 'https://yimen.example', asset: (name) => `/assets/${name}` });
  return html(createElement(HallScreenPage, { ctx, screen: screen(rows), language }));
};

describe('The screen of a hall', () => {
  test.each(languages)('says everything in two languages, in %s first, and is sound HTML', (language) => {
    const shown = page(language);
    expect(htmlFaults(shown)).toEqual([]);
    const text = textOf(shown);
    const second = language === 'en' ? 'zh-CN' : 'en';
    for (const one of [language, second] as const) {
      for (const words of [screen([]).name[one], hallScreenMessages['hall.received'][one], hallScreenMessages['hall.promised'][one], row().itemName[one]]) expect(text).toContain(words);
    }
    expect(text.indexOf(screen([]).name[language])).toBeLessThan(text.indexOf(screen([]).name[second]));
  });

  it('gives each matter its tail, its promised day, and a light that is a shape, a word and a colour', () => {
    const text = textOf(page('zh-CN', [row(), row({ numberTail: '0043', light: 'yellow' }), row({ numberTail: '0044', light: 'red' }), row({ numberTail: '0045', light: 'paused' }), row({ numberTail: '0046', light: null, dueOn: null, status: 'received' })]));
    for (const words of ['0042', '12 月 3 日', '3 December', '● 正常', '▲ 临期', '■ 超期', '‖ 暂停计时', 'On time', 'Due soon', 'Overdue', 'Clock stopped', '受理后告知', 'Told on acceptance', '已收件']) expect(text, words).toContain(words);
    expect(text).toContain('14:02');
  });

  it('is empty with a way on where nothing is in hand', () => {
    expect(textOf(page('en', []))).toContain('come to any window');
  });

  it('listens to its own hall with script, and loads itself every minute without', () => {
    const shown = page('zh-HK');
    expect(shown).toContain('data-live="/api/v1/halls/YM-440304-hall/live"');
    expect(shown).toMatch(/<noscript><meta http-equiv="refresh" content="60"\s*\/?><\/noscript>/);
    expect(shown).toContain('data-scheme="dark"');
  });
});

describe('The sentences of the screen and of live events', () => {
  test.each(Object.entries({ ...hallScreenMessages, ...hallMessages, ...liveMessages }))('%s has the same marks in every language, Chinese in Chinese and English in English', (_code, text) => {
    const marks = (one: string) => [...one.matchAll(/\{\w+\}/g)].map(String).sort();
    expect([marks(text['zh-HK']), marks(text.en)]).toEqual([marks(text['zh-CN']), marks(text['zh-CN'])]);
    expect(text.en).not.toMatch(/\p{Script=Han}|[，。：；？！]/u);
    expect(text['zh-CN'].replace(/\{\w+\}/g, '')).not.toMatch(/[A-Za-z]{2,}/);
  });
});
