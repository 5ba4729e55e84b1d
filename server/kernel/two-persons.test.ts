import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { By } from './actor.ts';
import { actsOfPerson, decided, proposalActs, proposalTransitions, proposed, twoPersons, twoPersonsFault, wrongPerson, type Proposal, type ProposalAct } from './two-persons.ts';

const rule = twoPersons({ not_waiting: 'x.not_waiting', same_person: 'x.same_person', not_own_proposal: 'x.not_own', words_needed: 'x.words' });
const by = (id: string): By => ({ kind: 'staff', id });
const at = (second: number): string => new Date(Date.UTC(2026, 10, 23) + second * 1_000).toISOString();
const people = ['one', 'two', 'three'] as const;
const outcome = { approve: 'approved', reject: 'rejected', withdraw: 'withdrawn' } as const;

interface Try {
  readonly act: ProposalAct;
  readonly who: string;
  readonly alone: boolean;
}
const tries = fc.array(fc.record<Try>({ act: fc.constantFrom(...proposalActs), who: fc.constantFrom(...people), alone: fc.boolean() }), { maxLength: 12 });

/** Everything tried in turn on what `one` proposed: what was let through, and what stands in the end. */
function run(all: readonly Try[]): { readonly done: readonly Try[]; readonly end: Proposal } {
  const done: Try[] = [];
  let state = proposed({ at: at(0), by: by('one') });
  for (const [index, one] of all.entries()) {
    const meta = { at: at(index + 1), by: by(one.who) };
    if (rule.wrong(state, one.act, meta, one.alone)) continue;
    state = decided(state, outcome[one.act], meta, one.act === 'reject' ? 'no' : null);
    done.push(one);
  }
  return { done, end: state };
}

describe('what one proposes another decides', () => {
  it('never the same person: whoever approves or rejects is another than proposed, but in the founding', () => {
    fc.assert(fc.property(tries, (all) => {
      for (const { act, who, alone } of run(all).done) if (act !== 'withdraw' && who === 'one') expect([act, alone]).toEqual(['approve', true]);
      for (const { act, who } of run(all.map((one) => ({ ...one, alone: false }))).done) expect(who === 'one').toBe(act === 'withdraw');
    }));
  });

  it('never twice: at most one act is let through, and it is the first lawful one', () => {
    const lawful = ({ act, who, alone }: Try): boolean => (who === 'one' ? act === 'withdraw' || (act === 'approve' && alone) : act !== 'withdraw');
    fc.assert(fc.property(tries, (all) => {
      expect(run(all).done).toEqual(all.filter(lawful).slice(0, 1));
    }));
  });

  it('never after it was taken back, and only its proposer takes it back', () => {
    fc.assert(fc.property(tries, (all) => {
      expect(run([{ act: 'withdraw', who: 'one', alone: false }, ...all])).toMatchObject({ done: [{ act: 'withdraw' }], end: { status: 'withdrawn' } });
      const { done, end } = run(all);
      if (end.status === 'withdrawn') expect(done.map(({ who }) => who)).toEqual(['one']);
    }));
  });

  it('both persons and both moments stay named, and words belong to a rejection alone', () => {
    fc.assert(fc.property(tries, (all) => {
      const { done: [last], end } = run(all);
      expect([end.proposedBy.id, end.proposedAt]).toEqual(['one', at(0)]);
      expect([end.decidedBy?.id ?? null, end.status, end.words]).toEqual(last ? [last.who, outcome[last.act], last.act === 'reject' ? 'no' : null] : [null, 'proposed', null]);
      expect(end.decidedAt === null).toBe(last === undefined);
    }));
  });

  it('offers the very acts that would be done, whatever status a domain knows', () => {
    fc.assert(fc.property(fc.constantFrom(...Object.keys(proposalTransitions), 'dropped', 'placed'), fc.constantFrom(...people), fc.boolean(), (status, who, alone) => {
      const proposal = { status, proposedBy: by('one') };
      const meta = { at: at(1), by: by(who) };
      const offered = actsOfPerson(proposal, who, alone);
      expect(offered).toEqual(proposalActs.filter((act) => rule.wrong(proposal, act, meta, alone) === undefined));
      expect(offered.every((act) => (proposalTransitions as Readonly<Record<string, readonly ProposalAct[]>>)[status]?.includes(act))).toBe(true);
    }));
  });
});

describe('in the codes of a domain', () => {
  const waiting = proposed({ at: at(0), by: by('one') });

  it.each<[ProposalAct, string, string | undefined]>([
    ['approve', 'one', 'x.same_person'], ['reject', 'one', 'x.same_person'], ['withdraw', 'one', undefined],
    ['approve', 'two', undefined], ['reject', 'two', undefined], ['withdraw', 'two', 'x.not_own'],
  ])('%s by %s', (act, who, code) => expect(rule.wrong(waiting, act, { at: at(1), by: by(who) })?.code).toBe(code));

  it('what does not wait is told with its status, before anything is said of the person', () => {
    expect(rule.wrong({ ...waiting, status: 'approved' }, 'approve', { at: at(1), by: by('one') })).toEqual({ ok: false, code: 'x.not_waiting', params: { status: 'approved' } });
    expect(twoPersonsFault({ status: 'proposed', proposedBy: undefined }, 'withdraw', 'one')).toBe('not_own_proposal');
  });

  it('no without a reason is none, and blanks are no reason; but first it must be the right person', () => {
    const said = (words: string, who: string) => rule.rejected(waiting, words, { at: at(1), by: by(who) });
    expect(said(' why ', 'two')).toEqual({ ok: true, words: 'why' });
    expect(said(' \n', 'two')).toEqual({ ok: false, code: 'x.words', params: {}, errors: [{ pointer: '/words', code: 'x.words', params: {} }] });
    expect(said(' ', 'one')).toMatchObject({ code: 'x.same_person' });
  });

  it('in the founding the one may agree to his own, and still not reject it, nor take back what is another\'s', () => {
    expect(proposalActs.map((act) => wrongPerson(act, 'one', 'one', true))).toEqual([undefined, 'same_person', undefined]);
    expect(proposalActs.map((act) => wrongPerson(act, 'one', 'two', true))).toEqual([undefined, undefined, 'not_own_proposal']);
  });
});
