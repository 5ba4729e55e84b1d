import { describe, expect, it } from 'vitest';
import type { Actor, Role } from '../../kernel/actor.ts';
import { mayDo, mayRead } from './policy.ts';

const roles: readonly Role[] = ['window_clerk', 'officer', 'approver', 'hall_manager', 'supervisor', 'administrator', 'security_administrator', 'audit_administrator'];
const id = '00000000-0000-7000-8000-000000000001';
const actors: Readonly<Record<string, Actor>> = {
  anonymous: { kind: 'anonymous' }, newcomer: { kind: 'newcomer' }, resident: { kind: 'resident', partyId: id }, system: { kind: 'system', job: 'x' },
  'staff without a post': { kind: 'staff', staffId: id, posts: [] },
  ...Object.fromEntries(roles.map((role): [string, Actor] => [role, { kind: 'staff', staffId: id, posts: [{ institution: 'YM-440303-hall', unit: '440303', role }] }])),
};
const everybody = Object.keys(actors);

describe('who may try what', () => {
  it.each([
    ['read who he is', mayRead.me, everybody],
    ['ask for a code', mayDo.requestSignInCode, everybody],
    ['confirm a code', mayDo.confirmSignIn, everybody],
    ['say who he is', mayDo.declareIdentity, ['newcomer']],
    ['sign out, also who still owes a second factor and is nobody until then', mayDo.signOut, everybody],
    ['sign in as staff', mayDo.staffSignIn, everybody],
    ['use the first-start link', mayDo.firstStart, everybody],
    ['see the staff', mayRead.staffList, ['security_administrator', 'audit_administrator']],
    ['look up a party by number', mayDo.identifyParty, ['window_clerk', 'hall_manager']],
    ['register a party', mayDo.registerParty, ['window_clerk', 'hall_manager']],
  ])('%s: exactly those named', (_act, permission, allowed) => {
    expect(everybody.filter((name) => permission.mayTry(actors[name] ?? { kind: 'anonymous' })).sort()).toEqual([...allowed].sort());
  });
});
