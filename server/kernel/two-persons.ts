/**
 * What one person proposes and another decides: nothing stands until a second person has agreed, the proposer alone takes it back, and what is decided is
 * decided once. One rule for every domain that asks for two persons (docs/decisions/0038-two-persons.md); each says it in its own facts and codes. Pure.
 */
import type { By } from './actor.ts';
import { refuse, type Refusal } from './decider.ts';
import type { Id } from './ids.ts';
import type { Instant } from './instant.ts';

/** Where a proposal is in its life; all but the first are for good. */
export type ProposalStatus = 'proposed' | 'approved' | 'rejected' | 'withdrawn';

/** The acts on a proposal. */
export const proposalActs = ['approve', 'reject', 'withdraw'] as const;
export type ProposalAct = (typeof proposalActs)[number];

/** From which status an act is possible. A decision is for good: who wants it away proposes something else, and two persons decide again. */
export const proposalTransitions: Readonly<Record<ProposalStatus, readonly ProposalAct[]>> = {
  proposed: proposalActs,
  approved: [],
  rejected: [],
  withdrawn: [],
};

/** The part of a state that two persons make. */
export interface Proposal {
  readonly status: ProposalStatus;
  readonly proposedAt: Instant;
  readonly proposedBy: By;
  readonly decidedAt: Instant | null;
  readonly decidedBy: By | null;
  /** why it was rejected */
  readonly words: string | null;
}

/** As much of a proposal as tells who may do what with it. Whatever status a domain knows beside `proposed`, nothing waits in it. */
export interface Waiting {
  readonly status: string;
  readonly proposedBy: { readonly id: Id } | undefined;
}

/** When and by whom. */
interface Meta {
  readonly at: Instant;
  readonly by: By;
}

/** Why an act of this person is none: nothing waits; the one who proposed would decide; somebody else would take it back. */
export type TwoPersonsFault = 'not_waiting' | 'same_person' | 'not_own_proposal';

/** Whether this person is the wrong one for the act. `alone`: the founding, when there is nobody else yet: then the proposer may agree to his own, and the fact says so. */
export function wrongPerson(act: ProposalAct, proposer: Id | undefined, person: Id, alone = false): Exclude<TwoPersonsFault, 'not_waiting'> | undefined {
  const own = proposer === person;
  if (act === 'withdraw') return own ? undefined : 'not_own_proposal';
  return own && !(alone && act === 'approve') ? 'same_person' : undefined;
}

/** Why this person may not do this now; undefined where he may. */
export function twoPersonsFault({ status, proposedBy }: Waiting, act: ProposalAct, person: Id, alone = false): TwoPersonsFault | undefined {
  return status === 'proposed' ? wrongPerson(act, proposedBy?.id, person, alone) : 'not_waiting';
}

/** The acts this person may do now. */
export function actsOfPerson(proposal: Waiting, person: Id, alone = false): readonly ProposalAct[] {
  return proposalActs.filter((act) => twoPersonsFault(proposal, act, person, alone) === undefined);
}

/** The codes in which a domain tells the faults; `words_needed`: who says no says why. */
export type TwoPersonsCodes<Code extends string> = Readonly<Record<TwoPersonsFault | 'words_needed', Code>>;

/** The rule of two persons in the codes of one domain. */
export interface TwoPersons<Code extends string> {
  /** Why this person may not do this now, as the domain says it. */
  readonly wrong: (proposal: Waiting, act: ProposalAct, meta: Meta, alone?: boolean) => Refusal<Code> | undefined;
  /** The words with which a second person says no, without blanks at their ends; or why he may not. */
  readonly rejected: (proposal: Waiting, words: string, meta: Meta) => { readonly ok: true; readonly words: string } | Refusal<Code>;
}

/** Tells the rule in a domain's codes: `not_waiting` with the status as its parameter, missing words at `/words`. */
export function twoPersons<Code extends string>(codes: TwoPersonsCodes<Code>): TwoPersons<Code> {
  const wrong: TwoPersons<Code>['wrong'] = (proposal, act, meta, alone) => {
    const fault = twoPersonsFault(proposal, act, meta.by.id, alone);
    return fault && refuse(codes[fault], fault === 'not_waiting' ? { status: proposal.status } : {});
  };
  return {
    wrong,
    rejected: (proposal, words, meta) => {
      const said = words.trim();
      const missing = said === '' ? refuse(codes.words_needed, {}, [{ pointer: '/words', code: codes.words_needed, params: {} }]) : undefined;
      return wrong(proposal, 'reject', meta) ?? missing ?? { ok: true, words: said };
    },
  };
}

/** What two persons made of it so far, after the proposal. */
export function proposed({ at, by }: Meta): Proposal {
  return { status: 'proposed', proposedAt: at, proposedBy: by, decidedAt: null, decidedBy: null, words: null };
}

/** The same after the decision, or after the proposer took it back. Words belong to a rejection alone. */
export function decided<State extends Proposal>(state: State, status: Exclude<ProposalStatus, 'proposed'>, { at, by }: Meta, words: string | null = null): State {
  return { ...state, status, decidedAt: at, decidedBy: by, words };
}
