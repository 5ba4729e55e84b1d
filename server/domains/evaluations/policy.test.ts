import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor, HeldPost, Role } from '../../kernel/actor.ts';
import { evaluationPermissions, isAuthor, mayAct, mayHandle, type Place } from './policy.ts';

const place: Place & { partyId: string } = { institution: 'MZ.440304', acceptingInstitution: 'HALL.440304', areaUnit: '440304001', partyId: 'person' };
const me = 'staff-1';
const covers = (ancestor: string, unit: string): boolean => unit.startsWith(ancestor);
const post = (role: Role, institution: string, unit = '440304'): HeldPost => ({ role, institution, unit });
const staff = (...posts: readonly HeldPost[]): Actor => ({ kind: 'staff', staffId: me, posts });

const y = true;
const n = false;
/** Who → sees who said what and handles it; raises an appeal for the office; decides an appeal. The same, having acted on the matter: never anything. */
const matrix: readonly (readonly [who: string, actor: Actor, may: readonly [boolean, boolean, boolean]])[] = [
  //                                                                                                                     sees raises decides
  ['the manager of the office that served', staff(post('hall_manager', 'MZ.440304')),                                    [y, y, n]],
  ['the manager of the hall that took the matter in', staff(post('hall_manager', 'HALL.440304')),                        [y, y, n]],
  ['the manager of another hall', staff(post('hall_manager', 'HALL.440305')),                                            [n, n, n]],
  ['a window clerk of the hall', staff(post('window_clerk', 'HALL.440304')),                                             [n, n, n]],
  ['an officer of the office', staff(post('officer', 'MZ.440304')),                                                      [n, n, n]],
  ['an approver of the office', staff(post('approver', 'MZ.440304')),                                                    [n, n, n]],
  ['an administrator of the office', staff(post('administrator', 'MZ.440304')),                                          [n, n, n]],
  ['a window clerk elsewhere', staff(post('window_clerk', 'HALL.440305')),                                               [n, n, n]],
  ['a supervisor above the area', staff(post('supervisor', 'JW.440304')),                                                [y, n, y]],
  ['a supervisor of the city', staff(post('supervisor', 'JW.440300', '4403')),                                           [y, n, y]],
  ['a supervisor of another district', staff(post('supervisor', 'JW.440305', '440305')),                                 [n, n, n]],
  ['a supervisor who is also an officer of the office', staff(post('supervisor', 'JW.440304'), post('officer', 'MZ.440304')), [n, n, n]],
  ['a supervisor who also sits at a window of the hall', staff(post('supervisor', 'JW.440304'), post('window_clerk', 'HALL.440304')), [n, n, n]],
  ['a supervisor who is an officer elsewhere', staff(post('supervisor', 'JW.440304'), post('officer', 'MZ.440305')),     [y, n, y]],
  ['a supervisor posted in the office itself', staff(post('supervisor', 'MZ.440304')),                                   [y, n, y]],
  ['a manager who also sits at a window of his hall', staff(post('hall_manager', 'HALL.440304'), post('window_clerk', 'HALL.440304')), [y, y, n]],
  ['the hall’s manager who is an officer of the office', staff(post('hall_manager', 'HALL.440304'), post('officer', 'MZ.440304')), [n, n, n]],
  ['a manager who is a supervisor too', staff(post('hall_manager', 'MZ.440304'), post('supervisor', 'JW.440304')),       [y, y, y]],
  ['one with no post', staff(),                                                                                          [n, n, n]],
  ['whose matter it is', { kind: 'resident', partyId: 'person' },                                                        [n, n, n]],
  ['another resident', { kind: 'resident', partyId: 'other' },                                                           [n, n, n]],
  ['one who has not said who he is', { kind: 'anonymous' },                                                              [n, n, n]],
  ['a proven phone without a person', { kind: 'newcomer' },                                                              [n, n, n]],
  ['the program itself', { kind: 'system', job: 'evaluations.when_fixed_open_case' },                                    [n, n, n]],
];

describe.each(matrix)('%s', (_who, actor, [sees, raises, decides]) => {
  const all = (involved: readonly string[]) => [
    mayHandle(actor, place, involved, covers),
    ...(['verify', 'decide_complaint', 'mend', 'call_back', 'show_contact'] as const).map((act) => mayAct(actor, place, act, involved, covers)),
    mayAct(actor, place, 'raise_appeal', involved, covers), mayAct(actor, place, 'decide_appeal', involved, covers),
  ];

  it(`${sees ? 'sees' : 'does not see'} who said what, ${raises ? 'may' : 'may not'} appeal, ${decides ? 'may' : 'may not'} decide an appeal`, () => {
    expect(all(['staff-9'])).toEqual([sees, sees, sees, sees, sees, sees, raises, decides]);
  });

  it('sees and does nothing of it once he has acted on the matter', () => {
    expect(all(['staff-9', me])).toEqual([n, n, n, n, n, n, n, n]);
  });
});

it('only whose matter it is sees his own answer', () => {
  expect(matrix.filter(([, actor]) => isAuthor(actor, place)).map(([who]) => who)).toEqual(['whose matter it is']);
});

it('the routes open to no role that the table does not know', () => {
  const roles: readonly Role[] = ['window_clerk', 'officer', 'approver', 'hall_manager', 'supervisor', 'administrator', 'security_administrator', 'audit_administrator'];
  const who = (permission: { mayTry: (actor: Actor) => boolean }) => roles.filter((role) => permission.mayTry(staff(post(role, 'X'))));
  expect(who(evaluationPermissions.handle)).toEqual(['hall_manager', 'supervisor']);
  expect(who(evaluationPermissions.decideAppeal)).toEqual(['supervisor']);
  expect(who(evaluationPermissions.takeDown)).toEqual(['hall_manager']);
  expect(who(evaluationPermissions.pairTablet)).toEqual(['window_clerk', 'hall_manager']);
  expect(who(evaluationPermissions.own)).toEqual([]);
});

it('random people with random posts: the same as a plain reading of the rule', () => {
  const institution = fc.constantFrom('MZ.440304', 'HALL.440304', 'JW.440304', 'HALL.440305');
  const role = fc.constantFrom<Role>('window_clerk', 'officer', 'approver', 'hall_manager', 'supervisor', 'administrator', 'security_administrator', 'audit_administrator');
  const posts = fc.array(fc.record({ institution, unit: fc.constantFrom('4403', '440304', '440305', '440304001'), role }), { maxLength: 5 });
  fc.assert(fc.property(posts, fc.boolean(), (held, acted) => {
    const near = new Set(['MZ.440304', 'HALL.440304']);
    let manager = false;
    let above = false;
    const managed = new Set<string>();
    const worked = new Set<string>();
    for (const one of held) {
      if (one.role === 'hall_manager' && near.has(one.institution)) managed.add(one.institution);
      if (one.role === 'supervisor' && '440304001'.startsWith(one.unit)) above = true;
      if (near.has(one.institution) && !['hall_manager', 'supervisor'].includes(one.role)) worked.add(one.institution);
    }
    manager = managed.size > 0;
    const below = [...worked].some((where) => !managed.has(where));
    expect(mayHandle(staff(...held), place, acted ? [me] : [], covers)).toBe(!acted && !below && (manager || above));
  }), { numRuns: 2_000 });
});
