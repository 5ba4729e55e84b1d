import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replay } from '../../kernel/decider.ts';
import type { By, HeldPost, Role } from '../../kernel/actor.ts';
import { roles } from '../../../contract/people.ts';
import { administratorRoles, apart } from './apart.ts';
import type { ChangeTerms, StaffChange, StaffChangeFact } from './change.ts';
import { approveChange, proposeChange, rejectChange, withdrawChange, type Ground, type Member } from './decide.ts';
import { effectsOf } from './effects.ts';
import { evolve } from './evolve.ts';
import { allowedActs } from './policy.ts';

const at = '2026-11-23T01:30:00.000Z';
const by = (id: string): By => ({ kind: 'staff', id, institution: 'YM-1' });
const post = (role: Role, institution = 'YM-1'): HeldPost => ({ institution, unit: '440300', role });
const member = (posts: readonly HeldPost[], active = true): Member => ({ staffId: 'm', login: 'm.m', name: '某某', active, posts });
const ground = (given: Partial<Ground> & { readonly who?: Member } = {}): Ground => ({ unitOf: (code) => (code.startsWith('YM-') ? '440300' : undefined), member: (id) => (id === 'm' ? given.who : undefined), loginTaken: (login) => login === 'taken', founding: false, ...given });
const appoint = (login: string, ...wanted: readonly Role[]): ChangeTerms => ({ kind: 'appoint', reason: ' 增员 ', people: [{ name: ' 林  小雨 ', login, posts: wanted.map((role) => ({ institution: 'YM-1', role })) }] });
const proposed = (terms: ChangeTerms, on: Ground = ground(), who = 'one') => proposeChange(null, terms, ['n0', 'n1'], on, { at, by: by(who) });

function stateOf(terms: ChangeTerms, on?: Ground): StaffChange {
  const decision = proposed(terms, on);
  if (!decision.ok) throw new Error(decision.code);
  return replay<StaffChange | null, StaffChangeFact>(evolve, decision.facts, null) as StaffChange;
}
const codeOf = (decision: { readonly ok: boolean; readonly code?: string }): string => (decision.ok ? 'done' : (decision.code ?? ''));

describe('a proposal', () => {
  it('keeps ids and posts in the open and names, logins and the reason sealed', () => {
    expect(proposed(appoint('lin', 'officer', 'officer'))).toEqual({
      ok: true,
      facts: [{ kind: 'staff_change_proposed', at, by: by('one'), content: { kind: 'appoint', staff: [{ staffId: 'n0', posts: [post('officer')] }] }, sealed: { people: [{ name: '林 小雨', login: 'lin' }], reason: '增员' } }],
    });
  });

  it.each([
    ['a login in use', appoint('taken', 'officer'), 'staff.login_taken'],
    ['an institution there is not', { kind: 'appoint', reason: 'x', people: [{ name: '某', login: 'a.b', posts: [{ institution: 'XX', role: 'officer' }] }] }, 'staff.institution_unknown'],
    ['no name', { kind: 'appoint', reason: 'x', people: [{ name: ' \u200b ', login: 'a.b', posts: [{ institution: 'YM-1', role: 'officer' }] }] }, 'staff.name_needed'],
    ['one login twice', { kind: 'appoint', reason: 'x', people: ['a.b', 'A.B'].map((login) => ({ name: '某', login, posts: [{ institution: 'YM-1', role: 'officer' as const }] })) }, 'staff.login_twice'],
    ['no reason', { ...appoint('lin', 'officer'), reason: '  ' }, 'staff.reason_needed'],
    ['nobody', { kind: 'deactivate', staffId: 'x', reason: 'x' }, 'staff.unknown'],
    ['a post held already', { kind: 'give_post', staffId: 'm', posts: [{ institution: 'YM-1', role: 'officer' }], reason: 'x' }, 'staff.post_held_already'],
    ['a post not held', { kind: 'end_post', staffId: 'm', posts: [{ institution: 'YM-1', role: 'approver' }], reason: 'x' }, 'staff.post_not_held'],
    ['an account in use that is to return', { kind: 'reactivate', staffId: 'm', reason: 'x' }, 'staff.active_already'],
  ] satisfies readonly (readonly [string, ChangeTerms, string])[])('is refused for %s', (_what, terms, code) => {
    expect(codeOf(proposed(terms, ground({ who: member([post('officer')]) })))).toBe(code);
  });
});

describe('the second person', () => {
  it('is never the proposer, but in the founding, which the fact says', () => {
    const state = stateOf(appoint('lin', 'officer'));
    expect(codeOf(approveChange(state, ground(), { at, by: by('one') }))).toBe('staff.same_person');
    expect(approveChange(state, ground(), { at, by: by('two') })).toMatchObject({ ok: true, facts: [{ content: { founding: false } }] });
    expect(approveChange(state, ground({ founding: true }), { at, by: by('one') })).toMatchObject({ ok: true, facts: [{ content: { founding: true } }] });
    expect(approveChange(state, ground({ founding: true }), { at, by: by('two') })).toMatchObject({ ok: true, facts: [{ content: { founding: false } }] });
    expect(codeOf(rejectChange(state, '不', { at, by: by('one') }))).toBe('staff.same_person');
    expect(codeOf(withdrawChange(state, { at, by: by('two') }))).toBe('staff.not_own_proposal');
  });

  it('is never the one concerned, in the founding neither', () => {
    const state = stateOf({ kind: 'reset_password', staffId: 'm', reason: 'x' }, ground({ who: member([]) }));
    for (const founding of [false, true]) expect(codeOf(approveChange(state, ground({ founding, who: member([]) }), { at, by: by('m') }))).toBe('staff.about_oneself');
  });

  it('decides on the staff of that moment', () => {
    const state = stateOf({ kind: 'end_post', staffId: 'm', posts: [{ institution: 'YM-1', role: 'officer' }], reason: 'x' }, ground({ who: member([post('officer')]) }));
    expect(codeOf(approveChange(state, ground({ who: member([]) }), { at, by: by('two') }))).toBe('staff.post_not_held');
    expect(codeOf(approveChange(state, ground({ who: member([post('officer')]) }), { at, by: by('two') }))).toBe('done');
    expect(codeOf(approveChange({ ...state, status: 'withdrawn' }, ground(), { at, by: by('two') }))).toBe('staff.not_proposed');
  });

  it('finds the very acts offered that would be done', () => {
    const state = stateOf(appoint('lin', 'officer'));
    const actor = (id: string) => ({ kind: 'staff' as const, staffId: id, posts: [post('security_administrator')] });
    fc.assert(fc.property(fc.constantFrom('one', 'two'), fc.boolean(), fc.constantFrom('proposed', 'approved', 'rejected', 'withdrawn' as const), (id, founding, status) => {
      const now = { ...state, status };
      const meta = { at, by: by(id) };
      const done = { approve: approveChange(now, ground({ founding }), meta).ok, reject: rejectChange(now, '不', meta).ok, withdraw: withdrawChange(now, meta).ok };
      expect(new Set(allowedActs(actor(id), now, founding))).toEqual(new Set(Object.entries(done).filter(([, ok]) => ok).map(([act]) => act)));
    }));
    expect(allowedActs({ kind: 'staff', staffId: 'two', posts: [post('administrator')] }, state, true)).toEqual([]);
  });
});

describe('posts of one person', () => {
  it('are of one administrator alone, or all of them of cases: whatever is given, in whatever order', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(...roles), { maxLength: 5 }), (held) => {
      const administrators = new Set(held.filter((role) => (administratorRoles as readonly Role[]).includes(role)));
      const mixed = administrators.size > 1 || (administrators.size === 1 && held.some((role) => !administrators.has(role)));
      expect(apart(held.map((role) => ({ role }))) !== undefined).toBe(mixed);
    }));
  });

  it.each(administratorRoles)('%s is given to nobody who handles cases, and nobody who is it handles one', (role) => {
    const give = (wanted: Role, held: Role) => codeOf(proposed({ kind: 'give_post', staffId: 'm', posts: [{ institution: 'YM-2', role: wanted }], reason: 'x' }, ground({ who: member([post(held)]) })));
    for (const other of roles.filter((one) => one !== role)) expect([give(role, other), give(other, role)]).toEqual(['staff.posts_apart', 'staff.posts_apart']);
    expect(give(role, role)).toBe('done');
  });
});

describe('an approval', () => {
  it('does to accounts what its kind says, and signs out whoever is stopped or set anew', () => {
    const of = (kind: StaffChange['kind'], founding = false) => Object.keys(effectsOf({ ...stateOf(appoint('lin', 'officer')), kind, founding }, at, new Map([['n0', 'hash']]))).sort();
    expect([of('appoint'), of('give_post'), of('end_post'), of('deactivate'), of('reactivate'), of('reset_password'), of('reset_factors')]).toEqual([
      ['appointed', 'posts_given'], ['posts_given'], ['posts_ended'], ['activity', 'sessions_ended'], ['activity'], ['passwords', 'sessions_ended'], ['factors_reset', 'sessions_ended'],
    ]);
    expect(of('appoint', true)).toContain('alone');
  });
});
