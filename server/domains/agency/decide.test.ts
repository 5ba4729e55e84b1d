import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agencyActs, type Actor } from '../../kernel/actor.ts';
import { endMandate, endOf, giveMandate, latestEnd, type Parties } from './decide.ts';
import { evolve, mandateRoles, stands, type Mandate, type MandateTerms } from './mandate.ts';
import { mayEnd, mayGive, type StandingRole } from './policy.ts';

const now = '2026-11-23T02:00:00.000Z';
const meta = { at: now, by: { kind: 'resident', id: 'p' } } as const;
const terms = (more: Partial<MandateTerms> = {}): MandateTerms => ({
  principal: 'p', agent: 'a', role: 'agent', acts: ['file'], taskCodes: ['T'], fromAt: now, untilAt: endOf('2027-11-22'), how: 'principal', evidence: null, ...more,
});
const firm: Parties = { principal: 'organisation', agent: 'person' };
const codeOf = (more: Partial<MandateTerms>, parties: Parties = firm) => {
  const decided = giveMandate(null, terms(more), parties, meta);
  return decided.ok ? 'given' : decided.code;
};
const given = (more: Partial<MandateTerms> = {}): Mandate => {
  const decided = giveMandate(null, terms(more), firm, meta);
  if (!decided.ok || !decided.facts[0]) throw new Error('refused');
  return evolve(null, decided.facts[0]);
};

describe('a mandate', () => {
  it('begins when it is given and lets whoever files read', () => {
    expect(giveMandate(null, terms(), firm, meta)).toEqual({ ok: true, facts: [{ kind: 'mandate_given', ...meta, content: { ...terms(), acts: ['file', 'read'], fromAt: now } }] });
  });

  it('of a legal representative or manager is for every act and item', () => {
    expect(given({ role: 'manager' })).toMatchObject({ acts: agencyActs, taskCodes: null });
    expect(given({ role: 'legal_representative', untilAt: '2999-12-31T16:00:00.000Z' })).toMatchObject({ acts: agencyActs, taskCodes: null });
  });

  it('lasts at most two years: the last moment is the end of the same day, the next day is too late', () => {
    expect(latestEnd(now)).toBe('2028-11-23T16:00:00.000Z');
    expect(codeOf({ untilAt: endOf('2028-11-23') })).toBe('given');
    expect(codeOf({ untilAt: endOf('2028-11-24') })).toBe('agency.until_too_late');
    expect(codeOf({ untilAt: endOf('2026-11-23') })).toBe('given');
    expect(codeOf({ untilAt: endOf('2026-11-22') })).toBe('agency.until_past');
  });

  it('wants two parties, a person as agent, papers at a window, an act and an item', () => {
    expect(codeOf({ agent: 'p' })).toBe('agency.same_party');
    expect(codeOf({}, { ...firm, agent: 'organisation' })).toBe('agency.agent_must_be_person');
    expect(codeOf({ role: 'manager' }, { principal: 'person', agent: 'person' })).toBe('agency.role_of_organisations');
    expect(codeOf({ how: 'window' })).toBe('agency.evidence_needed');
    expect(codeOf({ acts: [] })).toBe('agency.acts_needed');
    expect(codeOf({ taskCodes: [] })).toBe('agency.items_needed');
    expect(giveMandate(given(), terms(), firm, meta)).toMatchObject({ code: 'agency.given_already' });
  });

  it('stands until the moment it ends and ends once', () => {
    const mandate = given();
    expect([stands(mandate, now), stands(mandate, '2027-11-22T15:59:59.999Z'), stands(mandate, '2027-11-22T16:00:00.000Z')]).toEqual([true, true, false]);
    const decided = endMandate(mandate, { ...meta, at: '2026-11-24T00:00:00.000Z' });
    expect(decided).toMatchObject({ ok: true, facts: [{ kind: 'mandate_ended' }] });
    const over = decided.ok && decided.facts[0] ? evolve(mandate, decided.facts[0]) : mandate;
    expect(stands(over, '2026-11-24T00:00:00.000Z')).toBe(false);
    expect(endMandate(over, meta)).toMatchObject({ code: 'agency.over' });
  });
});

describe('who may give and end, against an oracle in other words', () => {
  const id = fc.constantFrom('p', 'a', 'q', 'r');
  const actors: fc.Arbitrary<Actor> = fc.oneof(
    id.map((partyId): Actor => ({ kind: 'resident', partyId })), fc.constant<Actor>({ kind: 'anonymous' }),
    fc.constantFrom('window_clerk', 'officer', 'administrator').map((role): Actor => ({ kind: 'staff', staffId: 's', posts: [{ institution: 'H', unit: '440303', role: role as 'officer' }] })),
  );
  const held = fc.array(fc.record({ principal: id, role: fc.constantFrom(...mandateRoles) }), { maxLength: 4 });
  const level = (roles: readonly StandingRole[], principal: string) => Math.max(0, ...roles.filter((one) => one.principal === principal).map((one) => ({ legal_representative: 3, manager: 2, agent: 1 })[one.role]));
  const wanted = { agent: 2, manager: 3, legal_representative: 99 } as const;

  it('never lets anybody beyond his own standing', () => {
    fc.assert(fc.property(actors, id, fc.constantFrom(...mandateRoles), held, (actor, principal, role, roles) => {
      const expected = actor.kind === 'resident' && role !== 'legal_representative' && (actor.partyId === principal || level(roles, principal) >= wanted[role]);
      expect(mayGive(actor, principal, role, roles)).toBe(expected);
    }), { numRuns: 3_000 });
    fc.assert(fc.property(actors, id, id, fc.constantFrom(...mandateRoles), held, (actor, principal, agent, role, roles) => {
      const party = actor.kind === 'resident' ? actor.partyId : undefined;
      const expected = party !== undefined ? party === principal || party === agent || level(roles, principal) >= wanted[role] : actor.kind === 'staff' && actor.posts[0]?.role === 'window_clerk';
      expect(mayEnd(actor, { ...given(), principal, agent, role }, roles)).toBe(expected);
    }), { numRuns: 3_000 });
  });
});
