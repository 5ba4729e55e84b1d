import { describe, expect, test } from 'vitest';
import type { Change, ChangeFact, ChangeSubject, ChangeTerms } from './change.ts';
import { approveChange, proposeChange, rejectChange, withdrawChange, type Judgement } from './decide.ts';
import { evolve } from './evolve.ts';
import { allowedActs, allowedDraftActs } from './policy.ts';
import { problem } from './problem.ts';

const first = { at: '2026-11-23T02:00:00.000Z', by: { kind: 'staff' as const, id: 'first' } };
const second = { at: '2026-11-24T02:00:00.000Z', by: { kind: 'staff' as const, id: 'second' } };
const subject: ChangeSubject = { what: 'item', subject: 'YM-1', unit: null, baseVersion: 1, origin: 'screen', digest: 'd' };
const terms: ChangeTerms = { title: ' 缩短承诺 ', reason: ' 深府〔2026〕9号 ', effectiveOn: null, lawChange: null };
const good: Judgement = { today: '2026-11-23', errors: [], newestVersion: 1, differs: true, versions: [{ what: 'item', subject: 'YM-1', version: 2 }] };
const code = (decision: ReturnType<typeof proposeChange>) => (decision.ok ? decision.facts.map((fact) => fact.kind) : [decision.code, ...(decision.errors ?? []).map((one) => `${one.pointer} ${one.code}`)]);
const fold = (decision: ReturnType<typeof proposeChange>, before: Change | null = null): Change => {
  if (!decision.ok) throw new Error(decision.code);
  return decision.facts.reduce<Change | null>((state, fact) => evolve(state, fact as ChangeFact), before) as Change;
};
const proposed = (more: Partial<ChangeTerms> = {}) => fold(proposeChange(null, subject, { ...terms, ...more }, good, first));

describe('A change of the catalogue', () => {
  test('is proposed by one person and approved by another, whole', () => {
    const state = proposed();
    expect(state).toEqual({
      ...subject, title: '缩短承诺', reason: '深府〔2026〕9号', effectiveOn: null, lawChange: null, status: 'proposed', proposedAt: first.at, proposedBy: first.by, decidedAt: null, decidedBy: null, published: [], standsFrom: null, words: null,
    });
    const approved = approveChange(state, { ...good, today: '2026-11-24' }, second);
    expect(approved).toEqual({ ok: true, facts: [{ kind: 'catalogue_change_approved', ...second, content: { published: good.versions, standsFrom: '2026-11-24' } }] });
    expect(fold(approved, state)).toMatchObject({ status: 'approved', decidedBy: second.by, published: good.versions, standsFrom: '2026-11-24' });
  });

  test('is never decided by whoever proposed it, and taken back by nobody else', () => {
    expect(code(approveChange(proposed(), good, first))).toEqual(['catalogue.same_person']);
    expect(code(rejectChange(proposed(), 'no', first))).toEqual(['catalogue.same_person']);
    expect(code(withdrawChange(proposed(), second))).toEqual(['catalogue.not_own_proposal']);
    expect(code(withdrawChange(proposed(), first))).toEqual(['catalogue_change_withdrawn']);
  });

  test('is rejected with words, and settled only once', () => {
    expect(code(rejectChange(proposed(), '  ', second))).toEqual(['catalogue.words_needed', '/words catalogue.words_needed']);
    const state = proposed();
    const rejected = fold(rejectChange(state, ' 依据不足 ', second), state);
    expect(rejected).toMatchObject({ status: 'rejected', words: '依据不足' });
    expect([approveChange(rejected, good, second), rejectChange(rejected, 'x', second), withdrawChange(rejected, first)].map(code)).toEqual([['catalogue.not_proposed'], ['catalogue.not_proposed'], ['catalogue.not_proposed']]);
  });

  test('needs a name and a reason, and a day that is not past: everything wrong is said at once', () => {
    expect(code(proposeChange(null, subject, { title: ' ', reason: '', effectiveOn: '2026-02-30', lawChange: null }, good, first))).toEqual([
      'catalogue.title_needed', '/terms/title catalogue.title_needed', '/terms/reason catalogue.words_needed', '/terms/effectiveOn catalogue.day_unknown',
    ]);
    expect(code(proposeChange(null, subject, { ...terms, effectiveOn: '2026-11-22' }, good, first))[0]).toBe('catalogue.day_past');
    expect(proposed({ effectiveOn: '2026-11-23' }).effectiveOn).toBe('2026-11-23');
  });

  test('stands from its day, or from the approval where that day passed meanwhile', () => {
    const from = (effectiveOn: string | null, today: string) => approveChange(proposed({ effectiveOn }), { ...good, today }, second);
    expect(from('2027-01-01', '2026-11-24')).toMatchObject({ facts: [{ content: { standsFrom: '2027-01-01' } }] });
    expect(from('2026-11-25', '2026-12-01')).toMatchObject({ facts: [{ content: { standsFrom: '2026-12-01' } }] });
  });

  test('rests on a law that is in force by then and holds for new matters only (实体从旧)', () => {
    const law = (from: string, applies: 'new_matters' | 'undecided_matters_in_favour', effectiveOn: string | null = null, document = '某条例') => code(proposeChange(null, subject, { ...terms, effectiveOn, lawChange: { document, from, applies } }, good, first))[0];
    expect(law('2026-11-23', 'new_matters')).toBe('catalogue_change_proposed');
    expect(law('2026-11-24', 'new_matters')).toBe('catalogue.law_not_yet');
    expect(law('2027-01-01', 'new_matters', '2027-01-01')).toBe('catalogue_change_proposed');
    expect(law('2026-11-01', 'undecided_matters_in_favour')).toBe('catalogue.undecided_not_offered');
    expect(law('2026-11-01', 'new_matters', null, ' ')).toBe('catalogue.law_unnamed');
  });

  test('that is unsound, changes nothing, or builds on a version that was replaced is neither proposed nor approved', () => {
    const errors = [problem('/item/summary', 'catalogue.wrong_shape')];
    for (const [judged, wanted] of [[{ ...good, errors }, 'catalogue.has_problems'], [{ ...good, differs: false }, 'catalogue.changes_nothing'], [{ ...good, newestVersion: 2 }, 'catalogue.base_moved']] as const) {
      expect(code(proposeChange(null, subject, terms, judged, first))[0]).toBe(wanted);
      expect(code(approveChange(proposed(), judged, second))[0]).toBe(wanted);
    }
  });

  test('from the release waits for a person even where it cannot stand as it is', () => {
    const release = proposeChange(null, { ...subject, origin: 'release' }, { ...terms, title: '', reason: '' }, { ...good, newestVersion: 2 }, { at: first.at, by: { kind: 'system', id: 'catalogue.release' } });
    const state = fold(release);
    expect(state.status).toBe('proposed');
    expect(code(approveChange(state, { ...good, newestVersion: 2 }, second))[0]).toBe('catalogue.base_moved');
    expect(code(approveChange(state, good, first))).toEqual(['catalogue_change_approved']);
  });
});

describe('Who may do what', () => {
  const admin = (staffId: string) => ({ kind: 'staff' as const, staffId, posts: [{ institution: 'YM', unit: '440300', role: 'administrator' as const }] });
  test('the author writes, the other one decides, nobody else does anything', () => {
    const state = proposed();
    expect([allowedActs(admin('first'), state), allowedActs(admin('second'), state)]).toEqual([['withdraw'], ['approve', 'reject']]);
    expect([allowedDraftActs(admin('first'), { author: 'first' }), allowedDraftActs(admin('second'), { author: 'first' }), allowedDraftActs(admin('first'), { author: null })]).toEqual([['save', 'propose', 'discard'], [], []]);
    const officer = { ...admin('third'), posts: [{ institution: 'YM', unit: '440300', role: 'officer' as const }] };
    expect([allowedActs(officer, state), allowedActs({ kind: 'resident', partyId: 'first' }, state), allowedDraftActs({ ...officer, staffId: 'first' }, { author: 'first' })]).toEqual([[], [], []]);
  });
});
