import { createElement } from 'react';
import { describe, expect, test } from 'vitest';
import { languages, type Language } from '../../contract/language.ts';
import { formsOf, htmlFaults, textOf } from '../ui/form/html-for-tests.ts';
import type { Reply } from '../ui/wire.ts';
import { nobody, pageContext, type PageContext } from './context.ts';
import { SunshinePage } from './pages/sunshine.tsx';
import { periodWords } from './pages/sunshine-parts.tsx';
import { html } from './server.ts';

type Sunshine = Reply<'getSunshine'>;
const name = (text: string) => ({ 'zh-CN': text, 'zh-HK': text, en: text });
const line = (code: string, text: string, more: Partial<Sunshine['total']> = {}): Sunshine['total'] => ({ code, name: name(text), filed: 12_345, inTimePercent: 99, medianDays: 3, promisedDays: 5, satisfiedPercent: 97, ...more });
const small = { filed: null, inTimePercent: null, medianDays: null, promisedDays: null, satisfiedPercent: null };
const page = (more: Partial<Sunshine> = {}): Sunshine => ({
  period: '2026-Q4', years: [2026, 2025], month: '2026-11', city: { code: '440300', kind: 'city', name: name('Shenzhen') }, district: null, institution: null, item: null, version: 'v',
  total: line('all', 'Shenzhen'), byUnit: [line('440303', 'Luohu', { medianDays: 0 }), line('440304', 'Futian', small)], byItem: [line('YM-1', 'Old-age allowance', { medianDays: 1 })], ...more,
});
const context = (language: Language, elder = false): PageContext =>
  pageContext({ language, elder, me: nobody, city: '', path: '/sunshine?period=2026-Q4', today: '2026-11-23', publicUrl: 'https://yimen.example', asset: (asset) => `/assets/${asset}` });
const shown = (sunshine: Sunshine, language: Language = 'en', elder = false): string => `<!doctype html>${html(createElement(SunshinePage, { ctx: context(language, elder), sunshine, delayed: 3 }))}`;

describe('The public page of figures', () => {
  test.each(languages)('is sound HTML with one heading in %s, in standard and large print', (language) => {
    for (const elder of [false, true]) {
      const made = shown(page(), language, elder);
      expect(htmlFaults(made)).toEqual([]);
      expect([...made.matchAll(/<h1/g)]).toHaveLength(1);
      expect(made).not.toMatch(/undefined|NaN|\{\w+\}/);
    }
  });

  test('says “<10” for what is kept back, and to a screen reader why a share is missing', () => {
    const row = textOf(shown(page())).slice(textOf(shown(page())).indexOf('Futian'));
    expect(row).toContain('<10');
    expect(row).toContain('fewer than ten, not published');
    expect(textOf(shown(page(), 'zh-HK'))).toContain('少於 10');
  });

  test('says days in words: the same day, one, several', () => {
    const text = textOf(shown(page()));
    for (const words of ['same day', '1 working day', '3 working days', '5 working days', '99%', '12,345']) expect(text).toContain(words);
  });

  test('leads down to districts, institutions and items and up again, always of the same period', () => {
    const city = shown(page());
    expect(city).toContain('href="/sunshine?period=2026-Q4&amp;district=440303"');
    expect(city).toContain('href="/sunshine?period=2026-Q4&amp;item=YM-1"');
    const district = shown(page({ district: { code: '440303', kind: 'district', name: name('Luohu') }, byUnit: [line('YM-440303-x', 'Luohu Bureau')] }));
    expect(district).toContain('href="/sunshine?period=2026-Q4&amp;district=440303&amp;institution=YM-440303-x"');
    const item = shown(page({ district: { code: '440303', kind: 'district', name: name('Luohu') }, institution: { code: 'YM-440303-x', kind: 'institution', name: name('Luohu Bureau') }, item: { taskCode: 'YM-1', name: name('Old-age allowance') }, byUnit: [], byItem: [] }));
    expect(item).toContain('<a href="/sunshine?period=2026-Q4&amp;district=440303&amp;institution=YM-440303-x">');
    expect(item).toContain('<a href="/sunshine?period=2026-Q4">');
  });

  test('changes the period by a plain form that keeps the place; months to come are not offered', () => {
    const form = formsOf(shown(page({ district: { code: '440303', kind: 'district', name: name('Luohu') } }))).find((one) => one.action === '/sunshine');
    expect(form?.method).toBe('get');
    expect(form?.fields).toContainEqual(['district', '440303']);
    const made = shown(page());
    expect(made).toMatch(/<option value="2026-Q4" selected(="")?>/);
    expect(made).toContain('value="2026-11"');
    expect(made).not.toContain('value="2026-12"');
    expect(made).toContain('value="2025-12"');
  });

  test('offers the same question as a table and as data', () => {
    const made = shown(page({ item: { taskCode: 'YM-1', name: name('Old-age allowance') } }));
    expect(made).toContain('href="/api/v1/sunshine.csv?period=2026-Q4&amp;item=YM-1"');
    expect(made).toContain('href="/api/v1/sunshine?period=2026-Q4&amp;item=YM-1"');
  });

  test('prints how each number is counted', () => {
    expect(textOf(shown(page()))).toContain('Lawful pauses are left out');
  });

  test('says when there is nothing, and still lets another period be chosen', () => {
    const made = shown(page({ total: line('all', 'Shenzhen', small), byUnit: [], byItem: [], years: [] }));
    expect(textOf(made)).toContain('Nothing was filed in this period');
    expect(made).toContain('name="period"');
  });
});

test('periods in words', () => {
  expect(['2026', '2026-Q4', '2026-11'].map((period) => periodWords(period, 'zh-CN'))).toEqual(['2026 年', '2026 年第 4 季度', '2026 年 11 月']);
  expect(['2026', '2026-Q4', '2026-11'].map((period) => periodWords(period, 'en'))).toEqual(['2026', 'quarter 4 of 2026', 'November 2026']);
});
