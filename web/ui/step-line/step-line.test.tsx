import { renderToString } from 'preact-render-to-string';
import { createElement, type ReactElement } from 'react';
import { describe, expect, test } from 'vitest';
import { languages, type Language } from '../../../contract/language.ts';
import { htmlFaults, textOf } from '../form/html-for-tests.ts';
import { StepLine, type ShownStep } from './step-line.tsx';

const inThree = (text: string) => ({ 'zh-CN': text, 'zh-HK': text, en: text });
const step = (more: Partial<ShownStep>): ShownStep => ({ code: 'review', name: inThree('资料审查'), unitName: inThree('罗湖区水务局'), state: 'now', startedAt: '2026-11-20T02:00:00.000Z', doneAt: null, due: null, outcome: null, ...more });
const html = (steps: readonly ShownStep[], language: Language): string => renderToString(createElement(StepLine, { steps, language, today: '2026-11-23' }) as ReactElement as Parameters<typeof renderToString>[0]);
const text = (steps: readonly ShownStep[], language: Language = 'en'): string => textOf(html(steps, language));

describe('A step of the progress', () => {
  test('done by several offices names each with its own dates', () => {
    const branches = [step({ code: 'opinion', name: inThree('征求意见'), unitName: inThree('民政局') }), step({ code: 'opinion', name: inThree('征求意见'), unitName: inThree('住建局'), state: 'done', doneAt: '2026-11-21T02:00:00.000Z', outcome: 'passed' })];
    const said = text([step({ code: 'opinion', unitName: null, branches })]);
    expect(said).toContain('民政局 now');
    expect(said).toContain('Done on 21 November · passed');
    expect(htmlFaults(html([step({ code: 'opinion', unitName: null, branches })], 'en'))).toEqual([]);
  });

  test.each(languages)('says whom the office asked and until when, and on which day it looks again (%s)', (language) => {
    const said = text([step({ notes: [
      { kind: 'asked', unitName: inThree('消防大队'), at: '2026-11-20T02:00:00.000Z', dueOn: '2026-11-27' }, { kind: 'asked', unitName: inThree('城管局'), at: '2026-11-20T02:00:00.000Z', dueOn: null },
      { kind: 'answered', unitName: inThree('环保局'), at: '2026-11-22T02:00:00.000Z', dueOn: null }, { kind: 'looks_again', unitName: null, at: '2026-11-20T02:00:00.000Z', dueOn: '2026-12-04' },
    ] })], language);
    expect(said).not.toMatch(/[{}]/);
    for (const unit of ['消防大队', '城管局', '环保局']) expect(said).toContain(unit);
    expect(said).toMatch(/11 月 27 日|27 November/);
    expect(said).toMatch(/12 月 4 日|4 December/);
  });

  test('that was not needed is neither a failure nor still to come', () => {
    const said = text([step({ state: 'skipped', startedAt: null })]);
    expect(said).toContain('not needed');
    expect(said).not.toMatch(/to come|will not take place/);
    expect(html([step({ state: 'skipped' })], 'en')).toContain('ym-step--ended');
  });

  test('of a bundle shows the number of its part', () => {
    expect(text([step({ number: '440303-20261123-00001-2' })])).toContain('No. 440303-20261123-00001-2');
  });
});
