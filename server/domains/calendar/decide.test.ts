import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { By } from '../../kernel/actor.ts';
import type { CalendarFile } from '../../kernel/calendar/index.ts';
import type { ApprovedChange, Change, ChangeFact, ChangeTerms, OrderedDay } from './change.ts';
import type { Law } from './checks.ts';
import { approveChange, proposeChange, rejectChange, withdrawChange, type ChangeDecision } from './decide.ts';
import { evolve } from './evolve.ts';

const file = (name: string): CalendarFile => JSON.parse(readFileSync(join(import.meta.dirname, '../../../data/calendar', name), 'utf8')) as CalendarFile;
const base = { statutory: file('statutory-days.json'), provisional: file('provisional-2027.json') };
const law = (...approved: ApprovedChange[]): Law => ({ base, approved, today: '2026-11-23' });
const at = '2026-11-23T01:30:00.000Z';
const by = (id: string): By => ({ kind: 'staff', id, institution: 'YM-440300-government_services' });
const first = { at, by: by('first') };
const second = { at: '2026-11-23T02:00:00.000Z', by: by('second') };

const closed = (...days: string[]): readonly OrderedDay[] => days.map((on) => ({ on, kind: 'closure', festival: null }));
const terms = (more: Partial<ChangeTerms> = {}): ChangeTerms => ({
  kind: 'closure', year: null, days: closed('2026-11-25'), repeals: null, name: { 'zh-CN': '台风停工', 'zh-HK': '颱風停工', en: 'Typhoon closure' },
  document: '深三防〔2026〕9号', documentOn: '2026-11-23', link: null, reason: '全市停工', ...more,
});
const notice = (days: readonly OrderedDay[], more: Partial<ChangeTerms> = {}) => terms({ kind: 'notice', year: 2027, days, ...more });
const approved = (number: number, more: Partial<ChangeTerms> = {}): ApprovedChange => ({ ...terms(more), changeId: `change-${number}`, number });
const off = (on: string): OrderedDay => ({ on, kind: 'statutory_holiday', festival: 'new_year' });
const worked = (on: string): OrderedDay => ({ on, kind: 'makeup_workday', festival: 'new_year' });

const factsOf = (decision: ChangeDecision): readonly ChangeFact[] => {
  if (!decision.ok) throw new Error(`refused: ${decision.code}`);
  return decision.facts;
};
const proposed = (given = terms()): Change => factsOf(proposeChange(null, given, 'new', law(), first)).reduce<Change | null>(evolve, null) as Change;
const codeOf = (decision: ChangeDecision) => (decision.ok ? 'accepted' : decision.code);
/** Code of the refusal and, where single days are at fault, theirs. */
const codesOf = (decision: ChangeDecision) => (decision.ok ? ['accepted'] : [decision.code, ...(decision.errors ?? []).map((fault) => `${fault.pointer} ${fault.code}`)]);

describe('Proposing a change', () => {
  test('records days and document in the fact, and the words sealed beside it', () => {
    const given = terms({ document: ' 深三防〔2026〕9号 ', link: ' ', name: { 'zh-CN': ' 台风停工', 'zh-HK': '颱風停工 ', en: 'Typhoon closure' } });
    expect(factsOf(proposeChange(null, given, 'new', law(), first))).toEqual([{
      kind: 'change_proposed', ...first,
      content: { kind: 'closure', year: null, days: closed('2026-11-25'), repeals: null, document: '深三防〔2026〕9号', documentOn: '2026-11-23' },
      sealed: { name: { 'zh-CN': '台风停工', 'zh-HK': '颱風停工', en: 'Typhoon closure' }, link: null, reason: '全市停工' },
    }]);
  });

  test('happens once', () => expect(codeOf(proposeChange(proposed(), terms(), 'new', law(), first))).toBe('calendar.proposed_already'));

  test.each([
    ['no number of a document', { document: ' ' }, 'calendar.document_needed', '/document'],
    ['no day of the document', { documentOn: '2026-13-01' }, 'calendar.document_day_unknown', '/documentOn'],
    ['a document of tomorrow', { documentOn: '2026-11-24' }, 'calendar.document_of_tomorrow', '/documentOn'],
    ['a name missing in one language', { name: { 'zh-CN': '停工', 'zh-HK': '停工', en: ' ' } }, 'calendar.name_needed', '/name/en'],
    ['no reason', { reason: '' }, 'calendar.reason_needed', '/reason'],
    ['an address that is none', { link: 'javascript:alert(1)' }, 'calendar.link_faulty', '/link'],
  ])('is refused with %s', (_what, more, code, pointer) => {
    expect(codesOf(proposeChange(null, terms(more), 'new', law(), first))).toEqual([code, `${pointer} ${code}`]);
  });

  test('is refused with everything that is wrong at once', () => {
    expect(codesOf(proposeChange(null, terms({ document: '', reason: ' ', days: closed('2026-11-28') }), 'new', law(), first))).toEqual([
      'calendar.document_needed', '/document calendar.document_needed', '/reason calendar.reason_needed', '/days/0 calendar.day_is_weekend',
    ]);
  });

  test.each([
    ['no day', [], ['calendar.no_days', '/days calendar.no_days']],
    ['a weekend day', closed('2026-11-28'), ['calendar.days_faulty', '/days/0 calendar.day_is_weekend']],
    ['a holiday', closed('2026-10-01'), ['calendar.days_faulty', '/days/0 calendar.day_is_holiday']],
    ['a day closed before', closed('2026-11-26'), ['calendar.days_faulty', '/days/0 calendar.day_is_closed']],
    ['a day that is none', closed('2026-02-30'), ['calendar.days_faulty', '/days/0 calendar.day_unknown']],
    ['the same day twice', closed('2026-11-25', '2026-11-25'), ['calendar.days_faulty', '/days/1 calendar.day_twice']],
    ['a day after the end of the table', closed('2028-01-03'), ['calendar.days_faulty', '/days/0 calendar.day_outside_table']],
    ['a day before its start', closed('2003-12-31'), ['calendar.days_faulty', '/days/0 calendar.day_outside_table']],
    ['a holiday instead of a closure', [off('2026-11-25')], ['calendar.days_faulty', '/days/0 calendar.day_not_of_kind']],
    ['two faulty days and a good one', closed('2026-11-28', '2026-11-25', '2026-11-29'), ['calendar.days_faulty', '/days/0 calendar.day_is_weekend', '/days/2 calendar.day_is_weekend']],
    ['a swapped work day, which is worked', closed('2026-10-10'), ['accepted']],
  ])('a closure of %s', (_what, days, codes) => {
    expect(codesOf(proposeChange(null, terms({ days }), 'new', law(approved(1, { days: closed('2026-11-26') })), first))).toEqual(codes);
  });

  test.each([
    ['a holiday at a weekend', [off('2027-01-02')], ['calendar.days_faulty', '/days/0 calendar.holiday_at_weekend']],
    ['a swapped day on a weekday', [worked('2027-01-04')], ['calendar.days_faulty', '/days/0 calendar.swap_on_weekday']],
    ['a day of another year', [off('2028-01-03')], ['calendar.days_faulty', '/days/0 calendar.day_outside_year']],
    ['a day of the November before', [off('2026-11-30')], ['calendar.days_faulty', '/days/0 calendar.day_outside_year']],
    ['a day of the December before', [off('2027-01-01'), worked('2026-12-26')], ['accepted']],
    ['a festival nobody knows', [{ ...off('2027-01-01'), festival: 'harvest' }], ['calendar.days_faulty', '/days/0 calendar.festival_unknown']],
    ['a closure', closed('2027-01-04'), ['calendar.days_faulty', '/days/0 calendar.day_not_of_kind']],
    ['a day under its own name', [{ ...off('2027-01-01'), festival: null }], ['accepted']],
  ])('a notice with %s', (_what, days, codes) => expect(codesOf(proposeChange(null, notice(days), 'new', law(), first))).toEqual(codes));

  test.each([[2025, 'calendar.notice_year'], [2026, 'accepted'], [2027, 'accepted'], [2028, 'calendar.notice_year'], [null, 'calendar.notice_year']])('a notice for %s, while 2026 is arranged and 2027 provisional', (year, code) => {
    expect(codeOf(proposeChange(null, notice([off(`${year ?? 2027}-01-0${year === 2028 ? 3 : 1}`)], { year }), 'new', law(), first))).toBe(code);
  });

  test('a notice that says what stands already is refused', () => {
    const same = base.statutory.days.filter((day) => day.on.startsWith('2026')).map((day) => ({ on: day.on, kind: day.kind, festival: day.festival }) as OrderedDay);
    expect(codeOf(proposeChange(null, notice(same, { year: 2026 }), 'new', law(), first))).toBe('calendar.changes_nothing');
  });

  const repeals = (of: string) => terms({ kind: 'repeal', days: [], repeals: of });
  const two = [approved(1), approved(2, { kind: 'notice', year: 2027, days: [off('2027-01-01')] }), approved(3, { kind: 'notice', year: 2028, days: [off('2028-01-03')] })];
  test.each([
    ['an approved closure', 'change-1', two, 'accepted'],
    ['a change nobody knows', 'change-9', two, 'calendar.repeal_unknown'],
    ['a notice on which the next year rests', 'change-2', two, 'calendar.repeal_leaves_gap'],
    ['the newest notice', 'change-3', two, 'accepted'],
    ['what was repealed before', 'change-1', [...two, approved(4, { kind: 'repeal', days: [], repeals: 'change-1' })], 'calendar.repealed_already'],
    ['a repeal', 'change-4', [...two, approved(4, { kind: 'repeal', days: [], repeals: 'change-1' })], 'calendar.repeal_of_repeal'],
  ])('a repeal of %s', (_what, of, changes, code) => expect(codeOf(proposeChange(null, repeals(of), 'new', law(...changes), first))).toBe(code));
});

describe('Deciding about a proposal', () => {
  test('a second administrator approves: it gets the next number, the version and the first day that changes', () => {
    expect(factsOf(approveChange(proposed(), 'new', law(approved(4, { days: closed('2026-11-30') })), second))).toEqual([
      { kind: 'change_approved', ...second, content: { number: 5, version: 'cn-2004-2026-1+cn-2027-provisional-1+c5', firstDay: '2026-11-25' } },
    ]);
  });

  test('the proposer neither approves nor rejects; he takes it back, and nobody else does', () => {
    expect(codeOf(approveChange(proposed(), 'new', law(), first))).toBe('calendar.same_person');
    expect(codeOf(rejectChange(proposed(), 'no', first))).toBe('calendar.same_person');
    expect(codeOf(withdrawChange(proposed(), second))).toBe('calendar.not_own_proposal');
    expect(factsOf(withdrawChange(proposed(), first))).toEqual([{ kind: 'change_withdrawn', ...first, content: {} }]);
  });

  test('a rejection says why', () => {
    expect(codeOf(rejectChange(proposed(), '  ', second))).toBe('calendar.reason_needed');
    expect(factsOf(rejectChange(proposed(), ' 文号不对 ', second))).toEqual([{ kind: 'change_rejected', ...second, content: {}, sealed: { words: '文号不对' } }]);
  });

  test('what the calendar of today no longer lets stand is not approved', () => {
    expect(codesOf(approveChange(proposed(), 'new', law(approved(1)), second))).toEqual(['calendar.days_faulty', '/days/0 calendar.day_is_closed']);
  });

  const endings = { approved: approveChange(proposed(), 'new', law(), second), rejected: rejectChange(proposed(), 'no', second), withdrawn: withdrawChange(proposed(), first) };
  test.each(Object.entries(endings))('once %s it is decided for good', (status, decision) => {
    const state = factsOf(decision).reduce<Change>(evolve, proposed());
    expect(state).toMatchObject({ status, decidedBy: status === 'withdrawn' ? first.by : second.by });
    expect([approveChange(state, 'new', law(), second), rejectChange(state, 'no', second), withdrawChange(state, first)].map(codeOf)).toEqual(['calendar.not_proposed', 'calendar.not_proposed', 'calendar.not_proposed']);
  });

  test('a proposal whose sealed words were lost still says which days', () => {
    const [fact] = factsOf(proposeChange(null, terms(), 'new', law(), first));
    const { sealed: _sealed, ...bare } = fact as Extract<ChangeFact, { kind: 'change_proposed' }>;
    expect(evolve(null, bare)).toMatchObject({ days: closed('2026-11-25'), reason: '', link: null });
  });
});
