import { describe, expect, it } from 'vitest';
import type { Actor, HeldPost, Role } from '../../kernel/actor.ts';
import { place, shenzhen, who } from '../../testing/given-matter.ts';
import type { Repair, Revocation } from './matter-promises.ts';
import type { Given, Matter } from './matter.ts';
import { allowedActs, mayAct } from './policy.ts';

const post = (role: Role, institution: string): HeldPost => ({ role, institution, unit: '440304' });
const staff = (staffId: string, ...posts: readonly HeldPost[]): Actor => ({ kind: 'staff', staffId, posts });
const officer = staff(who.officer, post('officer', place.department));
const approver = staff(who.approver, post('approver', place.department));
const applicant: Actor = { kind: 'resident', partyId: who.applicant };
const given = (code: string, form: Given['form']): Given => ({ code, form, grade: 'D', files: [] });
const twoPersons = { proposedBy: who.officer, institution: place.department, proposedAt: shenzhen('2026-12-01'), outcome: 'open', decidedBy: null, decidedAt: null } as const;
const proposalId = '0190b000-0000-7000-8000-0000000000f1';
const revocation: Revocation = { ...twoPersons, proposalId, ground: 'promise_broken', materials: ['premises'] };
const repair: Repair = { ...twoPersons, proposalId, material: 'health', reason: 'made_good', document: '1号' };

/** A grant that rests on a promise nobody has looked into. */
const granted: Matter = {
  number: '440304-20261123-00001', status: 'completed', channel: 'online', item: { taskCode: 'T', handlingItem: 'T-1', version: 1, process: 'decide', processVersion: 1 }, areaUnit: place.area,
  acceptingInstitution: place.hall, handlingInstitution: place.department, partyId: who.applicant, organisationId: null, filedBy: { kind: 'resident', id: who.applicant }, receivedAt: shenzhen('2026-11-23'), calendar: 'c', pack: null,
  materials: [given('premises', 'promised')], limits: [], proposals: [], corrections: 0, defects: [], changedSinceNotice: null, acceptedAt: shenzhen('2026-11-24'), acceptedBy: null, deemed: false, refusalGround: null, flow: null, links: [],
  outcome: 'granted', decidedAt: shenzhen('2026-11-25'), resultNumber: 'R', delivery: 'electronic', deliveredAt: shenzhen('2026-11-25'), resultFile: null, completedAt: shenzhen('2026-11-25'), endedAt: shenzhen('2026-11-25'),
};

describe('Promises and their consequences', () => {
  it.each([
    ['an officer of the department that handled it', officer, true], ['its approver', approver, false], ['an officer of another department', staff(who.officer, post('officer', 'GA.440304')), false],
    ['the window that took it', staff(who.clerk, post('window_clerk', place.hall)), false], ['the applicant', applicant, false], ['the program itself', { kind: 'system', job: 'x' } satisfies Actor, false],
  ] as const)('are looked into, and taking back or repairing is proposed, by %s: %s', (_who, actor, may) => {
    for (const act of ['check_promise', 'revoke_result', 'propose_repair'] as const) expect(mayAct(actor, granted, act), act).toBe(may);
  });

  it.each([
    ['an approver of the department', approver, true], ['who proposed, though he holds the approver’s post too', staff(who.officer, post('approver', place.department)), false],
    ['an approver of another department', staff(who.approver, post('approver', 'GA.440304')), false], ['an officer of the department', staff(who.secondOfficer, post('officer', place.department)), false], ['the applicant', applicant, false],
  ] as const)('are decided on by %s: %s', (_who, actor, may) => {
    expect(mayAct(actor, { ...granted, revocation }, 'approve_revocation')).toBe(may);
    expect(mayAct(actor, { ...granted, repairs: [repair] }, 'decide_repair')).toBe(may);
  });

  it('show the officer a button only where there is something to look into, to take back or to repair', () => {
    expect(allowedActs(officer, granted)).toEqual(['check_promise']);
    expect(allowedActs(officer, { ...granted, promises: { premises: true } })).toEqual([]);
    expect(allowedActs(officer, { ...granted, promises: { premises: false } })).toEqual(['revoke_result']);
    expect(allowedActs(officer, { ...granted, promises: { premises: false }, revocation })).toEqual([]);
    expect(allowedActs(officer, { ...granted, materials: [given('health', 'deferred')], lapsed: ['health'] })).toEqual(['revoke_result', 'propose_repair']);
    expect(allowedActs(officer, { ...granted, materials: [given('health', 'deferred')], lapsed: ['health'], repairs: [repair] })).toEqual(['revoke_result']);
    expect(allowedActs(officer, { ...granted, outcome: 'refused' })).toEqual([]);
    expect(allowedActs(officer, { ...granted, revocation: { ...revocation, outcome: 'approved' }, revokedAt: shenzhen('2026-12-02'), promises: { premises: false } })).toEqual(['propose_repair']);
  });

  it('show the approver a button only while a proposal of somebody else is open', () => {
    expect(allowedActs(approver, granted)).toEqual([]);
    expect(allowedActs(approver, { ...granted, revocation, repairs: [repair] })).toEqual(['approve_revocation', 'decide_repair']);
    expect(allowedActs(approver, { ...granted, revocation: { ...revocation, proposedBy: who.approver } })).toEqual([]);
  });

  it('leave the applicant the way to hand in what a grant went ahead of, until the result is taken back', () => {
    const ahead: Matter = { ...granted, materials: [given('health', 'deferred')] };
    expect(allowedActs(applicant, ahead)).toEqual(['hand_in_deferred']);
    expect(allowedActs(applicant, { ...ahead, revokedAt: shenzhen('2026-12-02') })).toEqual([]);
    expect(allowedActs(applicant, { ...ahead, outcome: 'refused' })).toEqual([]);
  });
});
