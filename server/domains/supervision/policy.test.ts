import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor, HeldPost, Role } from '../../kernel/actor.ts';
import { who } from '../../testing/given-matter.ts';
import type { Order } from './order.ts';
import { allowedOrderActs, mayActOnOrder, mayReadOrder, maySeeBackTrace, maySeeOrdersOf, supervisionPermissions, type MatterPlace } from './policy.ts';
import { orderActs, transitions } from './transitions.ts';

const covers = (ancestor: string, unit: string): boolean => unit.startsWith(ancestor);
const post = (role: Role, institution: string, unit = '440304'): HeldPost => ({ role, institution, unit });
const staff = (...posts: readonly HeldPost[]): Actor => ({ kind: 'staff', staffId: who.officer, posts });
const bureau = 'MZ.440304';
const street = 'MZ.440304001';
const hall = 'HALL.440304';

/** The street office was late, in a matter of a community of that street; the order lies with the street's supervisors. */
const order = (more: Partial<Order> = {}): Order => ({
  occasion: {
    ruleId: 'S-02', ruleVersion: 'v', severity: 'red', matterId: 'm', matterNumber: 'n', about: 'promised', limitId: 'promised', moment: '2026-11-30T15:59:59.999Z', institution: street, unit: '440304001', post: 'officer',
    staffId: who.secondOfficer, secondStaffId: null, areaUnit: '440304001002', taskCode: 't',
  },
  pack: 'p', status: 'open', openedAt: '2026-12-01T00:00:00.000Z', clocks: [{ kind: 'reply', limit: { amount: 3, unit: 'working_day' }, startedAt: '2026-12-01T00:00:00.000Z', dueOn: '2026-12-04', dueAt: '2026-12-04T15:59:59.999Z', warnAt: '2026-12-02T16:00:00.000Z', provisional: false, calendar: 'c', endedAt: null, escalated: false }],
  supervisingUnit: '440304001', escalations: 0, returns: 0, repliedBy: null, repliesInTime: 0, repliesLate: 0, endedAt: null, closedBy: null, ground: null, ...more,
});
const matter: MatterPlace = { areaUnit: '440304001002', acceptingInstitution: hall, handlingInstitution: bureau, partyId: who.applicant, links: [{ institution: street, post: 'officer' }] };

const y = true;
const n = false;
/** Who → reads the order; replies; judges; judges once it was raised to the district; sees that there are orders on the matter; sees the back-trace. */
const matrix: readonly (readonly [who: string, actor: Actor, may: readonly [boolean, boolean, boolean, boolean, boolean, boolean]])[] = [
  //                                                                                                                    read reply judge raised exist trace
  ['the applicant', { kind: 'resident', partyId: who.applicant },                                                       [n, n, n, n, y, n]],
  ['another resident', { kind: 'resident', partyId: who.clerk },                                                        [n, n, n, n, n, n]],
  ['an officer of the institution that was late', staff(post('officer', street, '440304001')),                          [y, y, n, n, y, y]],
  ['an approver of the institution that was late', staff(post('approver', street, '440304001')),                        [y, y, n, n, y, y]],
  ['a manager of the institution that was late', staff(post('hall_manager', street, '440304001')),                      [y, y, n, n, y, y]],
  ['a window clerk of the institution that was late', staff(post('window_clerk', street, '440304001')),                 [n, n, n, n, n, n]],
  ['an officer of the department that decides', staff(post('officer', bureau)),                                         [n, n, n, n, y, y]],
  ['a clerk of the hall that took it', staff(post('window_clerk', hall)),                                               [n, n, n, n, y, n]],
  ['the manager of the hall that took it', staff(post('hall_manager', hall)),                                           [n, n, n, n, y, y]],
  ['an officer who has nothing to do with it', staff(post('officer', 'GA.440304')),                                     [n, n, n, n, n, n]],
  ['a supervisor of the street', staff(post('supervisor', 'JW.1', '440304001')),                                        [y, n, y, n, y, y]],
  ['a supervisor of the district', staff(post('supervisor', 'JW.2', '440304')),                                         [y, n, y, y, y, y]],
  ['a supervisor of the city', staff(post('supervisor', 'JW.3', '4403')),                                               [y, n, y, y, y, y]],
  ['a supervisor of the community alone', staff(post('supervisor', 'JW.4', '440304001002')),                            [y, n, n, n, y, y]],
  ['a supervisor of another district', staff(post('supervisor', 'JW.5', '440305')),                                     [n, n, n, n, n, n]],
  ['an administrator of the very institution', staff(post('administrator', street, '440304001')),                       [n, n, n, n, n, n]],
  ['one with no post', staff(),                                                                                         [n, n, n, n, n, n]],
  ['one who has not said who he is', { kind: 'anonymous' },                                                             [n, n, n, n, n, n]],
  ['a proven phone without a person', { kind: 'newcomer' },                                                             [n, n, n, n, n, n]],
];

describe.each(matrix)('%s', (_who, actor, [reads, replies, judges, judgesRaised, existence, trace]) => {
  const raised = order({ supervisingUnit: '440304', escalations: 1 });
  it(`${reads ? 'may' : 'may not'} read the order, ${replies ? 'may' : 'may not'} reply, ${judges ? 'may' : 'may not'} judge, and ${judgesRaised ? 'may' : 'may not'} once it was raised`, () => {
    expect([mayReadOrder(actor, order(), covers), mayActOnOrder(actor, order(), 'reply', covers), mayActOnOrder(actor, order(), 'close', covers), mayActOnOrder(actor, order(), 'return', covers), mayActOnOrder(actor, raised, 'close', covers)])
      .toEqual([reads, replies, judges, judges, judgesRaised]);
  });
  it(`${existence ? 'learns' : 'does not learn'} that there are orders on the matter and ${trace ? 'sees' : 'does not see'} whose days they were`, () => {
    expect([maySeeOrdersOf(actor, matter, covers), maySeeBackTrace(actor, matter, covers)]).toEqual([existence, trace]);
  });
  it('is shown no button that the status or his post does not allow, and may try by his role whatever he may do', () => {
    for (const status of Object.keys(transitions) as Order['status'][]) {
      const one = order({ status, clocks: status === 'closed' || status === 'lapsed' ? [] : order().clocks });
      for (const act of orderActs) expect(allowedOrderActs(actor, one, covers).includes(act)).toBe(transitions[status].includes(act) && mayActOnOrder(actor, one, act, covers));
    }
    if (reads) expect(supervisionPermissions.readOrder.mayTry(actor)).toBe(true);
    if (replies) expect(supervisionPermissions.reply.mayTry(actor)).toBe(true);
    if (judges) expect(supervisionPermissions.judge.mayTry(actor)).toBe(true);
    if (existence) expect(supervisionPermissions.ordersOfMatter.mayTry(actor)).toBe(true);
    if (trace) expect(supervisionPermissions.backTrace.mayTry(actor)).toBe(true);
  });
});

it('Nobody is shown a button to judge his own reply', () => {
  const both = staff(post('officer', street), post('supervisor', 'JW.2', '440304'));
  expect(allowedOrderActs(both, order({ status: 'replied', repliedBy: who.officer }), covers)).toEqual([]);
  expect(allowedOrderActs(both, order({ status: 'replied', repliedBy: who.secondOfficer }), covers)).toEqual(['return', 'close']);
});

it('Random posts never judge without supervising the unit where the order lies, nor reply without answering for the institution', () => {
  const roles: readonly Role[] = ['window_clerk', 'officer', 'approver', 'hall_manager', 'supervisor', 'administrator', 'security_administrator', 'audit_administrator'];
  const posts = fc.array(fc.record({ role: fc.constantFrom(...roles), institution: fc.constantFrom(street, bureau, hall, 'JW.1'), unit: fc.constantFrom('4403', '440304', '440304001', '440305') }), { maxLength: 4 });
  fc.assert(fc.property(posts, fc.constantFrom('440304001', '440304', '4403'), (held, supervisingUnit) => {
    const one = order({ status: 'replied', supervisingUnit });
    const actor = staff(...held);
    expect(mayActOnOrder(actor, one, 'close', covers)).toBe(held.some((it) => it.role === 'supervisor' && supervisingUnit.startsWith(it.unit)));
    expect(mayActOnOrder(actor, one, 'reply', covers)).toBe(held.some((it) => it.institution === street && ['officer', 'approver', 'hall_manager'].includes(it.role)));
  }));
});
