import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { By } from '../../kernel/actor.ts';
import { replay } from '../../kernel/decider.ts';
import { approvalHours, isUsable } from './approval.ts';
import { statusOf, type KeyChange, type KeyChangeFact, type KeyTask } from './change.ts';
import { approveKeyChange, beginKeyChange, beginUnfounded, finishKeyChange, proposeKeyChange, rejectKeyChange, withdrawKeyChange, type Ground, type KeyChangeDecision } from './decide.ts';
import { evolve } from './evolve.ts';
import { allowedActs } from './policy.ts';

const at = '2026-11-24T01:30:00.000Z';
const later = (hours: number, ms = 0): string => new Date(Date.parse(at) + hours * 3_600_000 + ms).toISOString();
const by = (id: string): By => ({ kind: 'staff', id, institution: 'YM-1' });
const machine: By = { kind: 'system', id: 'yimen keys' };
const ground = (given: Partial<Ground> = {}): Ground => ({ current: 2, versions: [1, 2], founding: false, ...given });
const rotate: KeyTask = { kind: 'rotate' };
const result = { version: 3, fingerprint: 'AAAA', set: null, host: 'machine' };
const codeOf = (decision: KeyChangeDecision): string => (decision.ok ? 'done' : decision.code);

/** The change after these decisions, each made on what those before came to. */
function after(...decisions: readonly ((state: KeyChange) => KeyChangeDecision)[]): KeyChange {
  const fold = (state: KeyChange | null, decision: KeyChangeDecision): KeyChange => {
    if (!decision.ok) throw new Error(decision.code);
    return replay<KeyChange | null, KeyChangeFact>(evolve, decision.facts, state) as KeyChange;
  };
  return decisions.reduce((state, decide) => fold(state, decide(state)), fold(null, proposeKeyChange(null, rotate, '年度更换', ground(), { at, by: by('one') })));
}
const approved = (state: KeyChange): KeyChangeDecision => approveKeyChange(state, ground(), { at, by: by('two') });
const begun = (state: KeyChange): KeyChangeDecision => beginKeyChange(state, 3, { at: later(1), by: machine });
const done = (state: KeyChange): KeyChangeDecision => finishKeyChange(state, result, { at: later(2), by: machine });

describe('a change of keys', () => {
  it('is proposed with its task in the open and its reason sealed', () => {
    expect(proposeKeyChange(null, { kind: 'retire', version: 1 }, ' 年度更换 ', ground(), { at, by: by('one') })).toEqual({
      ok: true, facts: [{ kind: 'key_change_proposed', at, by: by('one'), content: { task: { kind: 'retire', version: 1 } }, sealed: { reason: '年度更换' } }],
    });
  });

  it.each([
    ['no reason', rotate, '  ', 'key_change.reason_needed'],
    ['the version in use', { kind: 'retire', version: 2 }, 'x', 'key_change.version_is_current'],
    ['a version there is not', { kind: 'retire', version: 9 }, 'x', 'key_change.version_unknown'],
    ['more needed than there are', { kind: 'split', into: 3, need: 4 }, 'x', 'key_change.share_numbers'],
    ['one share that is enough', { kind: 'split', into: 3, need: 1 }, 'x', 'key_change.share_numbers'],
  ] satisfies readonly (readonly [string, KeyTask, string, string])[])('is refused for %s', (_what, task, reason, code) => {
    expect(codeOf(proposeKeyChange(null, task, reason, ground(), { at, by: by('one') }))).toBe(code);
  });

  it('is approved by another person, or by one alone in the founding, which the fact says', () => {
    const state = after();
    expect(codeOf(approveKeyChange(state, ground(), { at, by: by('one') }))).toBe('key_change.same_person');
    expect(codeOf(rejectKeyChange(state, '不', { at, by: by('one') }))).toBe('key_change.same_person');
    expect(codeOf(withdrawKeyChange(state, { at, by: by('two') }))).toBe('key_change.not_own_proposal');
    expect(approveKeyChange(state, ground(), { at, by: by('two') })).toMatchObject({ facts: [{ content: { founding: false, until: later(approvalHours) } }] });
    expect(approveKeyChange(state, ground({ founding: true }), { at, by: by('one') })).toMatchObject({ facts: [{ content: { founding: true } }] });
    expect(approveKeyChange(state, ground({ founding: true }), { at, by: by('two') })).toMatchObject({ facts: [{ content: { founding: false } }] });
  });

  it('is judged again, at the approval, on the keys of that moment', () => {
    const proposal = proposeKeyChange(null, { kind: 'retire', version: 1 }, 'x', ground(), { at, by: by('one') });
    const state = proposal.ok ? evolve(null, proposal.facts[0] as KeyChangeFact) : after();
    expect(codeOf(approveKeyChange(state, ground({ versions: [2] }), { at, by: by('two') }))).toBe('key_change.version_unknown');
  });

  it('can be begun up to the last moment of the day, and not at the first one after it', () => {
    const state = after(approved);
    expect(codeOf(beginKeyChange(state, 3, { at: later(approvalHours, -1), by: machine }))).toBe('done');
    expect(codeOf(beginKeyChange(state, 3, { at: later(approvalHours), by: machine }))).toBe('key_change.expired');
    expect([isUsable(state, later(approvalHours, -1)), isUsable(state, later(approvalHours))]).toEqual([true, false]);
  });

  it('is used once: begun once, finished once, and neither before it was approved nor after it was taken back', () => {
    expect(codeOf(begun(after()))).toBe('key_change.not_approved');
    expect(codeOf(begun(after(approved, begun)))).toBe('key_change.not_approved');
    expect(codeOf(done(after(approved)))).toBe('key_change.not_approved');
    expect(codeOf(done(after(approved, begun, done)))).toBe('key_change.not_approved');
    const taken = after(approved, (state) => withdrawKeyChange(state, { at, by: by('one') }));
    expect([codeOf(begun(taken)), taken.decidedBy?.id]).toEqual(['key_change.not_approved', 'two']);
    expect(codeOf(withdrawKeyChange(after(approved, begun), { at, by: by('one') }))).toBe('key_change.not_proposed');
    expect(after(approved, begun, done)).toMatchObject({ status: 'approved', target: 3, result, doneAt: later(2) });
    expect([after(), after(approved), after(approved, begun), after(approved, begun, done)].map(statusOf)).toEqual(['proposed', 'approved', 'begun', 'done']);
  });

  it('is begun by the operator alone only where nobody is there to ask, marked as of the founding', () => {
    const decision = beginUnfounded(null, rotate, 2, { at, by: machine });
    expect(decision.ok && decision.facts.map(({ kind, content }) => [kind, content])).toEqual([
      ['key_change_proposed', { task: rotate }], ['key_change_approved', { founding: true, until: later(approvalHours) }], ['key_change_begun', { target: 2 }],
    ]);
  });

  it('offers the very acts that would be done', () => {
    const states = [after(), after(approved), after(approved, begun), after(approved, begun, done), after((state) => rejectKeyChange(state, '不', { at, by: by('two') })), after((state) => withdrawKeyChange(state, { at, by: by('one') }))];
    fc.assert(fc.property(fc.constantFrom('one', 'two', 'three'), fc.boolean(), fc.constantFrom(...states), (id, founding, state) => {
      const meta = { at, by: by(id) };
      const doable = { approve: approveKeyChange(state, ground({ founding }), meta).ok, reject: rejectKeyChange(state, '不', meta).ok, withdraw: withdrawKeyChange(state, meta).ok };
      const actor = { kind: 'staff' as const, staffId: id, posts: [{ institution: 'YM-1', unit: '440300', role: 'security_administrator' as const }] };
      expect(new Set(allowedActs(actor, state, founding))).toEqual(new Set(Object.entries(doable).filter(([, ok]) => ok).map(([act]) => act)));
      expect(allowedActs({ ...actor, posts: [{ institution: 'YM-1', unit: '440300', role: 'administrator' }] }, state, founding)).toEqual([]);
    }));
  });
});
