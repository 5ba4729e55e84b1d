import { describe, expect, it } from 'vitest';
import type { By } from '../../kernel/actor.ts';
import { replay } from '../../kernel/decider.ts';
import { standingSecrets, type Backoffice, type BackofficeFact, type Change, type Terms } from './backoffice.ts';
import { approveChange, proposeChange, rejectChange, suspend, withdrawChange, type Ground } from './decide.ts';
import { evolve } from './evolve.ts';
import { allowedActs, unitsSeen } from './policy.ts';

const at = '2026-11-23T01:00:00.000Z';
const [one, two]: By[] = ['a1', 'a2'].map((id) => ({ kind: 'staff', id }));
const meta = (by: By | undefined, when = at) => ({ at: when, by: by as By });
const ground: Ground = { isInstitution: (code) => code.startsWith('YM-'), taken: new Set(), addressFault: (url) => (url.includes('bad') ? 'backoffices.address_faulty' : undefined) };
const terms: Terms = { name: { 'zh-CN': '系统', 'zh-HK': '系統', en: 'System' }, institutions: ['YM-1'], posts: ['officer'], url: 'https://mz.example/yimen', network: 'public', events: ['link.opened'], particulars: [] };
const asTerms = (change: Partial<Terms> = {}): Change => ({ kind: 'terms', terms: { ...terms, ...change } });

const fold = (decisions: ReturnType<typeof proposeChange>[], from: Backoffice | null = null): Backoffice => {
  const facts = decisions.flatMap((decision): readonly BackofficeFact[] => {
    if (!decision.ok) throw new Error(decision.code);
    return decision.facts;
  });
  return replay<Backoffice | null, BackofficeFact>(evolve, facts, from) as Backoffice;
};
const proposed = () => fold([proposeChange(null, 'p1', asTerms(), '理由', ground, meta(one))]);
const active = () => fold([approveChange(proposed(), 's1', ground, meta(two))], proposed());
const next = (state: Backoffice, ...decide: ((state: Backoffice) => ReturnType<typeof proposeChange>)[]): Backoffice => decide.reduce((now, each) => fold([each(now)], now), state);
const code = (decision: ReturnType<typeof proposeChange>) => (decision.ok ? 'ok' : decision.code);

describe('registering a system takes two administrators', () => {
  it('the second makes it stand, with its first secret', () => {
    expect(approveChange(proposed(), 's1', ground, meta(two))).toEqual({ ok: true, facts: [{ kind: 'backoffice_change_approved', at, by: two, content: { proposalId: 'p1', secretId: 's1', oldUntil: null } }] });
    expect(active()).toMatchObject({ status: 'active', terms, proposal: null, secrets: [{ secretId: 's1', endsAt: null }] });
  });

  it('never the proposer himself, who alone may take it back', () => {
    expect(code(approveChange(proposed(), 's1', ground, meta(one)))).toBe('backoffices.same_person');
    expect(code(rejectChange(proposed(), '不行', meta(one)))).toBe('backoffices.same_person');
    expect(code(withdrawChange(proposed(), meta(two)))).toBe('backoffices.not_own_proposal');
    expect(fold([withdrawChange(proposed(), meta(one))], proposed())).toMatchObject({ status: 'dropped', proposal: null });
    expect(fold([rejectChange(proposed(), '不行', meta(two))], proposed())).toMatchObject({ status: 'dropped', words: '不行' });
  });

  it('is judged again when it is approved: an institution taken meanwhile is refused', () => {
    expect(code(approveChange(proposed(), 's1', { ...ground, taken: new Set(['YM-1 officer']) }, meta(two)))).toBe('backoffices.terms_faulty');
  });

  it('a reason is needed, and for saying no as well', () => {
    expect(code(proposeChange(null, 'p1', asTerms(), ' ', ground, meta(one)))).toBe('backoffices.reason_needed');
    expect(code(rejectChange(proposed(), ' ', meta(two)))).toBe('backoffices.reason_needed');
    expect(code(suspend(active(), 'person', '', meta(one)))).toBe('backoffices.reason_needed');
  });
});

describe('what stands is changed by two administrators again', () => {
  it('one change at a time, and none that changes nothing', () => {
    expect(code(proposeChange(active(), 'p2', asTerms(), 'x', ground, meta(one)))).toBe('backoffices.nothing_changes');
    expect(code(proposeChange(active(), 'p2', asTerms({ url: ' https://mz.example/yimen/ ' }), 'x', ground, meta(one)))).toBe('backoffices.nothing_changes');
    const waiting = next(active(), (state) => proposeChange(state, 'p2', asTerms({ posts: ['approver'] }), 'x', ground, meta(one)));
    expect(code(proposeChange(waiting, 'p3', { kind: 'secret', keepOldHours: 1 }, 'x', ground, meta(two)))).toBe('backoffices.not_now');
    expect(waiting.terms).toEqual(terms);
    expect(next(waiting, (state) => approveChange(state, 's9', ground, meta(two)))).toMatchObject({ terms: { posts: ['approver'] }, secrets: [{ secretId: 's1' }] });
  });

  it('a new secret ends the old one after the hours agreed, never later than it would have ended', () => {
    const changed = next(active(), (state) => proposeChange(state, 'p2', { kind: 'secret', keepOldHours: 24 }, 'x', ground, meta(one)), (state) => approveChange(state, 's2', ground, meta(two)));
    expect(changed.secrets).toEqual([{ secretId: 's2', madeAt: at, endsAt: null }, { secretId: 's1', madeAt: at, endsAt: '2026-11-24T01:00:00.000Z' }]);
    expect(standingSecrets(changed, '2026-11-24T00:59:59.999Z')).toHaveLength(2);
    expect(standingSecrets(changed, '2026-11-24T01:00:00.000Z').map((secret) => secret.secretId)).toEqual(['s2']);
    const again = next(changed, (state) => proposeChange(state, 'p3', { kind: 'secret', keepOldHours: 0 }, 'x', ground, meta(one)), (state) => approveChange(state, 's3', ground, meta(two)));
    expect(standingSecrets(again, at).map((secret) => secret.secretId)).toEqual(['s3']);
  });

  it('one person is enough to stop it, two to go on', () => {
    const stopped = next(active(), (state) => suspend(state, 'person', '密钥外泄', meta(one)));
    expect(stopped).toMatchObject({ status: 'suspended', suspension: { by: 'person', words: '密钥外泄' } });
    const asked = next(stopped, (state) => proposeChange(state, 'p2', { kind: 'resume' }, '已换', ground, meta(one)));
    expect(code(approveChange(asked, 's2', ground, meta(one)))).toBe('backoffices.same_person');
    expect(next(asked, (state) => approveChange(state, 's2', ground, meta(two)))).toMatchObject({ status: 'active', suspension: null, secrets: [{ secretId: 's1' }] });
    expect(code(proposeChange(active(), 'p2', { kind: 'resume' }, 'x', ground, meta(one)))).toBe('backoffices.nothing_to_resume');
  });

  it('new terms of a suspended system do not resume it', () => {
    const stopped = next(active(), (state) => suspend(state, 'receiver_gone', '', meta(one)), (state) => proposeChange(state, 'p2', asTerms({ url: 'https://mz.example/new' }), 'x', ground, meta(one)), (state) => approveChange(state, 's2', ground, meta(two)));
    expect(stopped).toMatchObject({ status: 'suspended', terms: { url: 'https://mz.example/new' } });
  });

  it('a dropped registration stays dropped', () => {
    const dropped = fold([withdrawChange(proposed(), meta(one))], proposed());
    for (const decision of [proposeChange(dropped, 'p2', asTerms(), 'x', ground, meta(one)), approveChange(dropped, 's', ground, meta(two)), suspend(dropped, 'person', 'x', meta(one))]) expect(code(decision)).toBe('backoffices.not_now');
  });
});

describe('who may what', () => {
  const administrator = (staffId: string) => ({ kind: 'staff' as const, staffId, posts: [{ institution: 'YM-1', unit: '440300', role: 'administrator' as const }] });
  const supervisor = { kind: 'staff' as const, staffId: 's', posts: [{ institution: 'YM-1', unit: '440303', role: 'supervisor' as const }] };

  it('administrators decide what others proposed, take back their own, and stop what runs; supervisors look', () => {
    expect(allowedActs(administrator('a1'), proposed())).toEqual(['withdraw']);
    expect(allowedActs(administrator('a2'), proposed())).toEqual(['approve', 'reject']);
    expect(allowedActs(administrator('a1'), active())).toEqual(['propose', 'suspend']);
    expect(allowedActs(supervisor, active())).toEqual([]);
  });

  it('administrators see every system, supervisors those of their units, others none', () => {
    expect(unitsSeen(administrator('a1'))).toBeNull();
    expect(unitsSeen(supervisor)).toEqual(['440303']);
    expect(unitsSeen({ kind: 'anonymous' })).toEqual([]);
  });
});
