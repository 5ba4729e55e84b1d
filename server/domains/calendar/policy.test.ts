import { describe, expect, test } from 'vitest';
import type { Actor, Role } from '../../kernel/actor.ts';
import { proposalActs, proposalTransitions, type ProposalStatus } from '../../kernel/two-persons.ts';
import type { Change } from './change.ts';
import { allowedActs, calendarPermissions, mayChange } from './policy.ts';

const roles: readonly Role[] = ['window_clerk', 'officer', 'approver', 'hall_manager', 'supervisor', 'administrator', 'security_administrator', 'audit_administrator'];
const staff = (role: Role, staffId = 'other'): Actor => ({ kind: 'staff', staffId, posts: [{ institution: 'YM-440300-government_services', unit: '440300', role }] });
const outsiders: readonly Actor[] = [{ kind: 'anonymous' }, { kind: 'newcomer' }, { kind: 'resident', partyId: 'p' }, { kind: 'staff', staffId: 's', posts: [] }];
const change = (status: ProposalStatus) => ({ status, proposedBy: { kind: 'staff', id: 'proposer' } }) as Change;

describe('Who may do what with the calendar', () => {
  test.each(roles)('%s reads it', (role) => expect(calendarPermissions.read.mayTry(staff(role))).toBe(true));
  test.each(roles)('%s changes it only as administrator', (role) => {
    const may = role === 'administrator';
    expect([calendarPermissions.propose.mayTry(staff(role)), calendarPermissions.decide.mayTry(staff(role)), mayChange(staff(role))]).toEqual([may, may, may]);
  });
  test.each(outsiders)('$kind without a post does nothing', (actor) => {
    expect([calendarPermissions.read, calendarPermissions.propose, calendarPermissions.decide].map((permission) => permission.mayTry(actor))).toEqual([false, false, false]);
    expect([mayChange(actor), allowedActs(actor, change('proposed'))]).toEqual([false, []]);
  });

  test('of a proposal the proposer may only withdraw, another administrator only approve or reject, nobody else anything', () => {
    expect(allowedActs(staff('administrator', 'proposer'), change('proposed'))).toEqual(['withdraw']);
    expect(allowedActs(staff('administrator'), change('proposed'))).toEqual(['approve', 'reject']);
    expect(allowedActs(staff('supervisor', 'proposer'), change('proposed'))).toEqual([]);
  });
  test.each(['approved', 'rejected', 'withdrawn'] as const)('a change %s is decided for good', (status) => {
    expect(allowedActs(staff('administrator'), change(status))).toEqual([]);
    expect(proposalTransitions[status]).toEqual([]);
  });
  test('every act is possible somewhere', () => expect(proposalTransitions.proposed).toEqual(proposalActs));
});
