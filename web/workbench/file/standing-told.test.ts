import { describe, expect, test } from 'vitest';
import { languages } from '../../../contract/language.ts';
import { tokenKinds, type Standing, type StandingToken } from '../../../contract/standing.ts';
import { tokenWords, toldOf } from './standing-told.ts';

const inThree = (text: string) => ({ 'zh-CN': text, 'zh-HK': text, en: text });
const token = (more: Partial<StandingToken>): StandingToken => ({
  id: 'decide-3', kind: 'link', element: 'decide', name: inThree('提出意见'), item: null, since: '2026-11-20T02:00:00.000Z', unitName: inThree('罗湖区民政局'), person: null, due: null, ringsOn: null, part: null, ...more,
});
const due = (light: 'red' | 'yellow' | 'green' | 'paused'): NonNullable<StandingToken['due']> => ({
  limitId: 'link:decide-3', limit: 'link', amount: 3, unit: 'working_day', startedAt: '2026-11-20T02:00:00.000Z', dueOn: '2026-11-25', dueAt: '2026-11-25T15:59:59.999Z', remaining: 2, light, pausedUntil: null, endedAt: null, provisional: false, explanation: inThree(''),
});
const standing = (tokens: readonly StandingToken[]): Standing => ({
  matterId: '0190b000-0000-7000-8000-000000000001', number: '440303-20261123-00001', seq: 9, process: 'decide', processVersion: 1, processName: inThree('经办'), bpmn: '', names: { decide: { 'zh-CN': '提出意见', 'zh-HK': '提出意見', en: 'Propose a decision' } },
  begun: true, ended: false, tokens: [...tokens], flows: [{ id: 'a', times: 1, lastAt: '2026-11-20T02:00:00.000Z' }], elements: [{ id: 'start', times: 1, lastAt: '2026-11-20T02:00:00.000Z' }, { id: 'decide', times: 2, lastAt: '2026-11-21T02:00:00.000Z' }], work: [], differsAt: null,
});

describe('A token', () => {
  test('names the office and the person, or that nobody has taken it', () => {
    expect(tokenWords(token({ person: '安宁' }), 'zh-CN', '2026-11-23')).toBe('罗湖区民政局 · 安宁');
    expect(tokenWords(token({}), 'en', '2026-11-23')).toBe('罗湖区民政局 · nobody has taken it');
    expect(tokenWords(token({ item: 'fire', person: '安宁' }), 'en', '2026-11-23')).toBe('fire: 罗湖区民政局 · 安宁');
  });

  test.each(languages)('of every kind says what it waits for, never a bare sign (%s)', (language) => {
    const said = tokenKinds.map((kind) => tokenWords(token({ kind, ringsOn: '2026-12-02' }), language, '2026-11-23'));
    expect(new Set(said).size).toBe(tokenKinds.length);
    for (const words of said) expect(words).not.toMatch(/[{}]/);
    expect(tokenWords(token({ kind: 'timer', ringsOn: '2026-12-02' }), language, '2026-11-23')).toMatch(/12 月 2 日|2 December/);
  });

  test('of a part names its number where the reader may see it', () => {
    const part = { matterId: '0190b000-0000-7000-8000-000000000002', number: '440303-20261123-00001-1', itemName: inThree('出生登记'), status: 'accepted' as const };
    expect(tokenWords(token({ kind: 'part', part }), 'en', '2026-11-23')).toBe('waits for 440303-20261123-00001-1 to end');
    expect(tokenWords(token({ kind: 'part' }), 'en', '2026-11-23')).toBe('waits for a part to end');
  });
});

describe('What the drawing shows', () => {
  test('light and shape of each token go together, so that neither stands alone', () => {
    const told = toldOf(standing([token({ due: due('green') }), token({ due: due('yellow') }), token({ due: due('red') }), token({ due: due('paused') }), token({ kind: 'unclear' })]), 'zh-CN', '2026-11-23');
    expect(told.tokens.map((one) => [one.shape, one.tone])).toEqual([['●', 'good'], ['▲', 'soon'], ['■', 'late'], ['‖', 'still'], ['?', 'late']]);
  });

  test('names in the reader’s language, and how often each way and element was passed', () => {
    const told = toldOf(standing([]), 'zh-HK', '2026-11-23');
    expect(told.names).toEqual({ decide: '提出意見' });
    expect(told.passed).toEqual({ a: 1, start: 1, decide: 2 });
  });
});
