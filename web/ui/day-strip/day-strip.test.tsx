import { renderToString } from 'preact-render-to-string';
import { createElement, type ReactElement } from 'react';
import { describe, expect, test } from 'vitest';
import { languages } from '../../../contract/language.ts';
import { htmlFaults, textOf } from '../form/html-for-tests.ts';
import { DayStrip } from './day-strip.tsx';
import { pausesOf, type ProposalParts } from './pauses.ts';
import { isNumbered, isUnfolded, runsOf, weekdayOf, type ShownStripDay } from './strip-cells.ts';

const html = (node: ReactElement): string => renderToString(node as Parameters<typeof renderToString>[0]);
const cell = (day: string, state: ShownStripDay['state'], more: Partial<ShownStripDay> = {}): ShownStripDay => ({ day, to: day, days: 1, weekends: 0, state, name: null, pauseId: null, n: null, due: false, ...more });
const pauseId = '0199f000-0000-7000-8000-000000000001';

/** Five working days from Friday 27 November 2026, of which Tuesday is left out by an inspection. */
const strip: readonly ShownStripDay[] = [
  cell('2026-11-27', 'start'), cell('2026-11-28', 'weekend'), cell('2026-11-29', 'weekend'), cell('2026-11-30', 'counted', { n: 1 }), cell('2026-12-01', 'paused', { pauseId }),
  cell('2026-12-02', 'counted', { n: 2 }), cell('2026-12-03', 'counted', { n: 3 }), cell('2026-12-04', 'counted', { n: 4 }), cell('2026-12-05', 'weekend'), cell('2026-12-06', 'weekend'),
  cell('2026-12-07', 'counted', { n: 5, due: true }),
];
const pauses = [{ pauseId, ground: 'inspection', document: '测检〔2026〕7 号' }] as const;
const shown = (language: 'zh-CN' | 'zh-HK' | 'en', today = '2026-12-02') => html(createElement(DayStrip, { strip, language, today, pauses }));

/** What a screen reader hears: everything but the parts drawn for the eye. */
const heard = (drawn: string): string => textOf(drawn.replace(/<div [^>]*ym-strip__weeks[\s\S]*?<\/div>/, '').replace(/<ul [^>]*ym-strip__key[\s\S]*?<\/ul>/, ''));

describe('The strip of days', () => {
  test('is read as one sentence for each run of equal days, with the ground of what was left out and the day it is due', () => {
    expect(heard(shown('zh-CN'))).toBe([
      '11月27日：起算当日，不计入', '11月28日至11月29日：周末，不计 2 天', '11月30日：计入，累计第 1 日', '12月1日：停止计时，不计 · 检验（测检〔2026〕7 号）',
      '12月2日至12月4日：计入 3 天，累计第 4 日', '12月5日至12月6日：周末，不计 2 天', '12月7日：计入，累计第 5 日，届满',
    ].join(' '));
  });

  test.each(languages)('covers each day once, in order, and is sound HTML (%s)', (language) => {
    const drawn = shown(language);
    expect(htmlFaults(drawn)).toEqual([]);
    expect(drawn.match(/class="ym-strip__day /g)).toHaveLength(strip.length);
    expect(runsOf(strip).reduce((days, run) => days + run.days, 0)).toBe(strip.length);
  });

  test('says with a word, not only a colour, which day is today and which is due', () => {
    const today = /<span class="ym-strip__day ym-strip__day--counted ym-strip__day--today">.*?<\/span><\/span>/.exec(shown('zh-HK'))?.[0] ?? '';
    expect(textOf(today)).toMatch(/^今天 /);
    const due = /<span class="ym-strip__day ym-strip__day--counted ym-strip__day--due">.*?<\/span><\/span>/.exec(shown('en'))?.[0] ?? '';
    expect(textOf(due)).toBe('7 due');
  });

  test('begins under its weekday, and names the month where it begins', () => {
    expect(weekdayOf('2026-11-29')).toBe(7);
    expect(shown('en')).toContain('ym-strip__day--start ym-strip__day--from-5');
    expect(textOf(shown('en'))).toContain('27 Nov');
    expect(textOf(shown('en'))).toContain('1 Dec');
  });

  test('explains each sign once below it, holidays by name', () => {
    const holiday = { 'zh-CN': '元旦', 'zh-HK': '元旦', en: 'New Year' };
    const long = [cell('2026-12-31', 'start'), cell('2027-01-01', 'holiday', { name: holiday }), cell('2027-01-02', 'weekend'), cell('2027-01-03', 'weekend'), cell('2027-01-04', 'counted', { n: 1, due: true })];
    const key = textOf(/<ul [^>]*ym-strip__key[\s\S]*<\/ul>/.exec(html(createElement(DayStrip, { strip: long, language: 'zh-CN', today: '2026-12-31' })))?.[0] ?? '');
    expect(key).toContain('元旦放假，不计 · 2027 年 1 月 1 日');
    expect(key.match(/周末/g)).toHaveLength(1);
  });

  test('that came folded is sentences alone', () => {
    const folded = [cell('2026-11-27', 'start'), cell('2026-11-30', 'counted', { to: '2027-03-05', days: 64, weekends: 26, n: 64 }), cell('2027-03-08', 'counted', { n: 65, due: true })];
    expect(isUnfolded(folded)).toBe(false);
    const drawn = html(createElement(DayStrip, { strip: folded, language: 'en', today: '2026-12-02' }));
    expect(drawn).not.toContain('ym-strip__weeks');
    expect(textOf(drawn)).toContain('26 weekend days in between not counted');
  });

  test('of a limit that could not be counted again is not there at all', () => {
    expect(html(createElement(DayStrip, { strip: [], language: 'en', today: '2026-12-02' }))).toBe('');
  });

  test('numbers every day of a short limit and every fifth of a long one', () => {
    expect([1, 2, 3].filter((n) => isNumbered(n, 10))).toEqual([1, 2, 3]);
    expect(Array.from({ length: 23 }, (_, i) => i + 1).filter((n) => isNumbered(n, 23))).toEqual([1, 5, 10, 15, 20, 23]);
  });
});

describe('The special procedures of a matter', () => {
  const unit = { 'zh-CN': '公安局', 'zh-HK': '公安局', en: 'Police' };
  const special: ProposalParts = {
    type: 'special', ground: 'inspection', document: '测检〔2026〕7 号', pauseId, outcome: 'approved', proposedAt: '2026-11-30T01:00:00.000Z', decidedAt: '2026-12-01T01:00:00.000Z',
    proposedByName: '甲', proposedByUnit: unit, decidedByName: '乙', decidedByUnit: unit,
  };
  const due = { limitId: `special:${pauseId}`, dueOn: '2026-12-10', dueAt: '2026-12-10T15:59:59.999Z', endedAt: null };

  test('stand still from the approval to the announced end, with both persons', () => {
    expect(pausesOf([special], [due], '2026-12-02T00:00:00.000Z')).toEqual([{
      pauseId, ground: 'inspection', document: '测检〔2026〕7 号', fromAt: '2026-12-01T01:00:00.000Z', untilOn: '2026-12-10', over: false,
      proposer: { 'zh-CN': '公安局 甲', 'zh-HK': '公安局 甲', en: 'Police 甲' }, approver: { 'zh-CN': '公安局 乙', 'zh-HK': '公安局 乙', en: 'Police 乙' },
    }]);
  });

  test('are over on the day their end was asked for, once that is approved, and at the announced end without it', () => {
    const end: ProposalParts = { ...special, type: 'end', ground: null, proposedAt: '2026-12-03T16:30:00.000Z' };
    expect(pausesOf([special, end], [due], '2026-12-05T00:00:00.000Z')[0]).toMatchObject({ over: true, untilOn: '2026-12-04' });
    expect(pausesOf([special, { ...end, outcome: 'open' }], [due], '2026-12-05T00:00:00.000Z')[0]).toMatchObject({ over: false, untilOn: '2026-12-10' });
    expect(pausesOf([special], [due], '2026-12-10T16:00:00.000Z')[0]).toMatchObject({ over: true, untilOn: '2026-12-10' });
  });

  test('that were not approved stopped nothing', () => {
    expect(pausesOf([{ ...special, outcome: 'rejected' }, { ...special, outcome: 'open', decidedAt: null }], [due], '2026-12-02T00:00:00.000Z')).toEqual([]);
  });
});
