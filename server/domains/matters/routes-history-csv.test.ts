import { describe, expect, it } from 'vitest';
import { languages } from '../../../contract/language.ts';
import type { HistoryEntry } from '../../../contract/matters.ts';
import { historyMessages, sayFact, saySpan } from '../../../contract/messages/history.ts';
import { historyCsv } from './routes-history-csv.ts';
import type { MatterFact } from './matter.ts';

/** Every kind of fact a matter can have; one that is missing here does not compile. */
const kinds: Readonly<Record<MatterFact['kind'], true>> = {
  matter_filed: true, correction_requested: true, supplemented: true, corrected_on_spot: true, matter_accepted: true, deemed_accepted: true, acceptance_refused: true, matter_withdrawn: true, terminated: true,
  deferred_handed_in: true, link_opened: true, link_claimed: true, link_released: true, link_completed: true, limit_act_proposed: true, limit_act_approved: true, limit_act_rejected: true, limits_recomputed: true,
  limit_passed: true, decision_made: true, matter_completed: true, result_paper_made: true, result_delivered: true, flow_moved: true, link_cancelled: true, timer_set: true, timer_cancelled: true, message_sent: true,
  part_called: true, part_cancelled: true, flow_unclear: true, link_handed_over: true, consultation_asked: true, consultation_answered: true, consultation_recalled: true, deferred_lapsed: true, promise_checked: true,
  revocation_proposed: true, revocation_rejected: true, result_revoked: true, repair_proposed: true, repair_approved: true, repair_rejected: true,
};

const inThree = (text: string) => ({ 'zh-CN': text, 'zh-HK': text, en: text });
const entry = (more: Partial<HistoryEntry>): HistoryEntry => ({
  seq: 1, kind: 'matter_filed', at: '2026-11-23T16:30:00.000Z', byName: '', byUnitName: null, params: {}, words: null, hash: 'ab'.repeat(32), after: null, took: null, about: null, otherName: null, ground: null, ...more,
});

describe('What happened is said', () => {
  it.each(languages)('for every kind of fact, in words of its own (%s)', (language) => {
    const more: Partial<Record<string, HistoryEntry['params']>> = { promise_checked: { kept: 'broken' } };
    const said = Object.keys(kinds).map((kind) => [kind, sayFact(entry({ kind, params: more[kind] ?? {}, otherName: kind === 'link_handed_over' ? '安宁' : null }), language)] as const);
    for (const [kind, words] of said) {
      expect(words, kind).not.toBe(historyMessages['fact.other'][language]);
      expect(words, kind).not.toMatch(/[{}_]/);
    }
    expect(new Set(said.map(([, words]) => words)).size).toBe(said.length);
  });

  it('with what it is about, what it came to, and whom somebody stood in for', () => {
    const about = { name: inThree('审批'), unitName: inThree('罗湖区民政局') };
    expect(sayFact(entry({ kind: 'link_completed', about, params: { action: 'agreed' }, otherName: '安宁' }), 'zh-CN')).toBe('办完环节 · 审批 · 同意 · 代 安宁 办理');
    expect(sayFact(entry({ kind: 'consultation_asked', about, params: { dueOn: '2026-11-27' } }), 'zh-CN')).toBe('征求意见 · 审批 · 罗湖区民政局 · 至 2026年11月27日');
    expect(sayFact(entry({ kind: 'flow_moved', about: { name: inThree('出生登记'), unitName: null }, params: { event: 'part', outcome: 'granted' } }), 'en')).toBe('A part ended: the process moved on · 出生登记 · granted');
    expect(sayFact(entry({ kind: 'limit_passed', params: { limit: 'promised', dueOn: '2026-11-20' } }), 'en')).toBe('A limit passed: recorded as overdue · Promised limit · 20 November 2026');
    expect(sayFact(entry({ kind: 'something_new' }), 'en')).toBe('Other record');
  });

  it('by the clock and in working days; a span of no working day is one of the clock alone', () => {
    expect([saySpan({ minutes: 0, workingDays: 0 }, 'en'), saySpan(null, 'en')]).toEqual(['', '']);
    expect(saySpan({ minutes: 59, workingDays: 0 }, 'zh-CN')).toBe('59 分钟');
    expect(saySpan({ minutes: 47 * 60, workingDays: 1 }, 'en')).toBe('47 h, 1 working day');
    expect(saySpan({ minutes: 4 * 24 * 60, workingDays: 2 }, 'zh-HK')).toBe('4 天，2 個工作日');
    expect(saySpan({ minutes: 4 * 24 * 60, workingDays: null }, 'en')).toBe('4 days');
  });
});

describe('The history as a table', () => {
  const rows = (entries: readonly HistoryEntry[]): readonly string[] => historyCsv(entries, 'en').toString('utf8').split('\r\n');

  it('begins with the mark by which spreadsheets know UTF-8, and has the time of Shenzhen', () => {
    const bytes = historyCsv([entry({})], 'zh-HK');
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(rows([entry({})])[1]).toBe(`1,2026-11-24 00:30:00,,,Filed,Applicant,,,,,,,${'ab'.repeat(32)}`);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1'])('never gives a spreadsheet a formula that somebody wrote: %s', (words) => {
    expect(rows([entry({ words })])[1]).toContain(`'${words}`);
  });

  it('keeps quotation marks, commas and line breaks within their cell', () => {
    expect(historyCsv([entry({ words: '“甲”,"乙"\n丙' })], 'en').toString('utf8')).toContain('"“甲”,""乙""\n丙"');
  });

  it('says who: a person and office, the program, or the applicant', () => {
    const who = (more: Partial<HistoryEntry>): string => rows([entry(more)])[1]?.split(',').slice(5, 7).join(' / ') ?? '';
    expect(who({ byName: '安宁', byUnitName: inThree('民政局') })).toBe('安宁 / 民政局');
    expect(who({ kind: 'timer_set' })).toBe('System / ');
    expect(who({})).toBe('Applicant / ');
  });

  it('names the law a fact rests on, and the document', () => {
    expect(rows([entry({ kind: 'limit_act_approved', ground: { rule: 'L-006', document: '深告〔2026〕1号' } })])[1]).toContain('"Administrative Licensing Law, art. 45 L-006",深告〔2026〕1号');
  });
});
