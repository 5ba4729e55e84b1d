import { renderToString } from 'preact-render-to-string';
import { createElement, type ReactElement } from 'react';
import { describe, expect, test } from 'vitest';
import jsQR from 'jsqr';
import { languages } from '../../contract/language.ts';
import { clockOf, dayOf, dayWords, sizeWords, squareMetres, weekdayWords, yuan } from './dates.ts';
import { DueDate, dueWords, remainingWords, type ShownDue } from './due-date/due-date.tsx';
import { htmlFaults, textOf } from './form/html-for-tests.ts';
import type { ShownPause } from './day-strip/pauses.ts';
import { Icon, iconNames } from './icon/icon.tsx';
import { Light } from './light/light.tsx';
import { qrPath } from './qr/qr.tsx';
import { StepLine, type ShownStep } from './step-line/step-line.tsx';

const html = (node: ReactElement): string => renderToString(node as Parameters<typeof renderToString>[0]);
const due: ShownDue = {
  limit: 'promised', dueOn: '2026-12-03', remaining: 6, light: 'green', provisional: false,
  explanation: { 'zh-CN': '从 11 月 26 日起算。', 'zh-HK': '由 11 月 26 日起計。', en: 'Counted from 26 November.' },
};

describe('Dates', () => {
  test('are those of Shenzhen, eight hours before UTC says so', () => {
    expect(dayOf('2026-12-31T16:00:00.000Z')).toBe('2027-01-01');
    expect(clockOf('2026-11-23T06:02:00.000Z')).toBe('14:02');
  });

  test('leave the year out only when it is this year', () => {
    expect(dayWords('2026-12-03', 'zh-CN', '2026-11-23')).toBe('12 月 3 日');
    expect(dayWords('2027-01-04', 'en', '2026-11-23')).toBe('4 January 2027');
    expect(dayWords('1952-03-08', 'zh-HK')).toBe('1952 年 3 月 8 日');
    expect(weekdayWords('2026-12-03', 'zh-CN')).toBe('星期四');
  });

  test('of a limit are said with what is left', () => {
    expect(`${dueWords(due, 'zh-CN', '2026-11-23')} · ${remainingWords(due, 'zh-CN')}`).toBe('预计 12 月 3 日前办结 · 还剩 6 个工作日');
    expect(remainingWords({ ...due, remaining: 0 }, 'en')).toBe('due today');
    expect(remainingWords({ ...due, remaining: -2 }, 'zh-HK')).toBe('已逾期 2 個工作日');
    expect(remainingWords({ ...due, remaining: 1 }, 'en')).toBe('1 working day left');
    expect(remainingWords({ ...due, remaining: null }, 'en')).toBe('');
  });

  test('explain themselves one tap away, and say when they are provisional', () => {
    const text = textOf(html(createElement(DueDate, { due: { ...due, provisional: true }, language: 'en', today: '2026-11-23', hero: true })));
    expect(text).toContain('Counted from 26 November.');
    expect(text).toContain('provisional');
    expect(text).toContain('Thursday');
  });
});

test('Money, areas and sizes are exact', () => {
  expect([yuan(0), yuan(5), yuan(123_456_700), yuan(-150)]).toEqual(['0', '0.05', '1,234,567', '-1.50']);
  expect([squareMetres(1), squareMetres(865_000), squareMetres(30_000_000)]).toEqual(['0.0001', '86.5', '3,000']);
  expect([sizeWords(70), sizeWords(834_567), sizeWords(5_400_000), sizeWords(40_000_000_000)]).toEqual(['70 B', '815 KB', '5.1 MB', '37.3 GB']);
});

test.each(languages)('A light is a shape and a word, never a colour alone (%s)', (language) => {
  const shown = (['green', 'yellow', 'red', 'met', 'missed', 'paused'] as const).map((state) => textOf(html(createElement(Light, { state, language }))));
  expect(new Set(shown).size).toBe(6);
  for (const text of shown) expect(text).toMatch(/^[●▲■✓×‖] .{2,}$/);
});

describe('The way of a matter', () => {
  const name = { 'zh-CN': '街道审核', 'zh-HK': '街道審核', en: 'Review' };
  const unitName = { 'zh-CN': '莲花街道办事处', 'zh-HK': '蓮花街道辦事處', en: 'Lianhua office' };
  const step = (more: Partial<ShownStep>): ShownStep => ({ code: 'review', name, unitName, state: 'now', startedAt: '2026-11-20T02:00:00.000Z', doneAt: null, due: { ...due, limit: 'link' }, outcome: null, ...more });
  const shown = (more: Partial<ShownStep>) => html(createElement(StepLine, { steps: [step(more)], language: 'zh-CN', today: '2026-11-23' }));

  test('says of the step under way whose turn it is and by when', () => {
    expect(textOf(shown({}))).toBe('街道审核 正在办理 莲花街道办事处 11 月 20 日开始 本环节 12 月 3 日前完成 · 还剩 6 个工作日 ● 正常');
    expect(shown({})).toContain('aria-current="step"');
  });

  test('says of a step done when it was done and with what outcome', () => {
    expect(textOf(shown({ state: 'done', doneAt: '2026-11-21T02:00:00.000Z', outcome: 'passed' }))).toBe('街道审核 已完成 莲花街道办事处 11 月 21 日完成 · 通过');
  });

  test('tells a clock that stands still from a step that will not take place any more', () => {
    expect(textOf(shown({ state: 'now', due: { ...due, limit: 'link', light: 'paused', remaining: null, pausedUntil: '2026-11-30' } }))).toBe('街道审核 暂停计时 莲花街道办事处 11 月 20 日开始 本环节 12 月 3 日前完成 · 最迟 11 月 30 日恢复计时 ‖ 暂停计时');
    expect(textOf(shown({ state: 'stopped', startedAt: null, due: null, unitName: null }))).toBe('街道审核 不再进行');
    expect(textOf(shown({ state: 'stopped', doneAt: '2026-11-21T02:00:00.000Z', outcome: 'not_accepted' }))).toContain('11 月 21 日结束 · 不予受理');
  });
});

test('A pause is a gap in the step it fell into, with its ground, its notice, its days and both offices', () => {
  const name = { 'zh-CN': '审查', 'zh-HK': '審查', en: 'Review' };
  const office = { 'zh-CN': '公安局', 'zh-HK': '公安局', en: 'Police' };
  const step = (code: string, startedAt: string, doneAt: string | null): ShownStep => ({ code, name, unitName: office, state: doneAt ? 'done' : 'now', startedAt, doneAt, due: null, outcome: null });
  const pause: ShownPause = { pauseId: 'p', ground: 'hearing', document: '听〔2026〕1 号', fromAt: '2026-11-21T02:00:00.000Z', untilOn: '2026-11-30', over: false, proposer: office, approver: office };
  const drawn = html(createElement(StepLine, { steps: [step('review', '2026-11-19T02:00:00.000Z', '2026-11-20T02:00:00.000Z'), step('decide', '2026-11-20T02:00:00.000Z', null)], language: 'zh-CN', today: '2026-11-23', pauses: [pause] }));
  const [review, decide] = drawn.split('ym-step--paused');
  expect(textOf(review ?? '')).not.toContain('听证');
  expect(textOf(`<p class="${decide ?? ''}`)).toContain('听证期间停止计时 11 月 21 日起，最迟 11 月 30 日恢复计时 · 书面告知 听〔2026〕1 号 提出：公安局 · 审批：公安局');
  expect(htmlFaults(drawn)).toEqual([]);
});

test('A QR code drawn from its path reads as the text it was made from', () => {
  const text = 'https://yimen.example/progress?number=440304008003-20261123-00001&code=XENDDB';
  const { side, path } = qrPath(text);
  const scale = 4;
  const pixels = new Uint8ClampedArray((side * scale) ** 2 * 4).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let dy = 0; dy < scale; dy += 1) for (let dx = 0; dx < scale; dx += 1) pixels.set([0, 0, 0], (((Number(y) * scale + dy) * side + Number(x)) * scale + dx) * 4);
  }
  expect(jsQR(pixels, side * scale, side * scale)?.data).toBe(text);
});

test('Every icon is drawn with lines and is silent beside its word', () => {
  for (const name of iconNames) {
    const drawn = html(createElement(Icon, { name }));
    expect(drawn).toMatch(/aria-hidden="true"/);
    expect(htmlFaults(drawn)).toEqual([]);
  }
});
