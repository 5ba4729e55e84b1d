/** A request to be forgotten: asked by the person, proposed by one security administrator, approved by another, carried out by the program. Pure. */
import type { By } from '../../kernel/actor.ts';
import { accept, refuse, type Decision } from '../../kernel/decider.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Instant, LocalDay } from '../../kernel/instant.ts';
import { wrongPerson } from '../../kernel/two-persons.ts';
import type { PrivacyRefusalCode } from './refusals.ts';

/** Why a request is refused: a code, for words of people could tell of the person. */
export type RejectionGround = 'identity_in_doubt' | 'proceedings_pending' | 'duty_to_keep_all';

export type ErasureStatus = 'asked' | 'proposed' | 'approved' | 'completed' | 'rejected' | 'withdrawn';

/** A request as its facts say it stands. */
export interface Erasure {
  readonly partyId: Id;
  readonly status: ErasureStatus;
  readonly askedAt: Instant;
  readonly proposedAt: Instant | null;
  readonly proposedBy: By | null;
  readonly decidedAt: Instant | null;
  readonly decidedBy: By | null;
  /** why it was refused, as the person reads it */
  readonly ground: RejectionGround | null;
  /** how much went so far */
  readonly destroyedMatters: number;
  readonly destroyedKeys: number;
  /** when the last of what a duty keeps goes; null where nothing is kept or no day can be told */
  readonly keptUntil: LocalDay | null;
}

interface Fact<Kind extends string, Content extends object> {
  readonly kind: Kind;
  readonly at: Instant;
  readonly by: By;
  readonly content: Content;
}

/** What one round of destroying did. */
export interface CarriedOut {
  readonly matters: number;
  readonly keys: number;
  readonly keptMatters: number;
  readonly keptUntil: LocalDay | null;
  /** nothing of the person is left */
  readonly whole: boolean;
}

/** What happened to a request. Ids and counts only: after the erasure no fact says who it was. */
export type ErasureFact =
  | Fact<'erasure_asked', { readonly partyId: Id }>
  | Fact<'erasure_proposed', Record<never, never>>
  | Fact<'erasure_approved', Record<never, never>>
  | Fact<'erasure_rejected', { readonly ground: RejectionGround }>
  | Fact<'erasure_withdrawn', Record<never, never>>
  | Fact<'erasure_carried_out', CarriedOut>;

export type ErasureDecision = Decision<ErasureFact, PrivacyRefusalCode>;

interface Meta {
  readonly at: Instant;
  readonly by: By;
}

export type ErasureAct = 'propose' | 'approve' | 'reject' | 'withdraw' | 'carry_out';

/** Which act a request allows in which state. */
export const erasureTransitions: Readonly<Record<ErasureStatus, readonly ErasureAct[]>> = {
  asked: ['propose', 'reject', 'withdraw'], proposed: ['approve', 'reject', 'withdraw'], approved: ['carry_out'], completed: [], rejected: [], withdrawn: [],
};

const notNow = (state: Erasure, act: ErasureAct) => (erasureTransitions[state.status].includes(act) ? undefined : refuse<PrivacyRefusalCode>('privacy.not_now', { status: state.status }));

/** The person asks (PIPL art. 47). */
export function askErasure(state: Erasure | null, partyId: Id, meta: Meta): ErasureDecision {
  return state ? refuse('privacy.erasure_open') : accept<ErasureFact>({ kind: 'erasure_asked', ...meta, content: { partyId } });
}

/** The first of two persons proposes to grant it. */
export function proposeErasure(state: Erasure, meta: Meta): ErasureDecision {
  return notNow(state, 'propose') ?? accept<ErasureFact>({ kind: 'erasure_proposed', ...meta, content: {} });
}

/** The second person approves; never the first. */
export function approveErasure(state: Erasure, meta: Meta): ErasureDecision {
  const wrong = notNow(state, 'approve');
  if (wrong) return wrong;
  if (wrongPerson('approve', state.proposedBy?.id, meta.by.id)) return refuse('privacy.same_person');
  return accept<ErasureFact>({ kind: 'erasure_approved', ...meta, content: {} });
}

/** Refused on a ground the person reads: a refusal says why (PIPL art. 50). */
export function rejectErasure(state: Erasure, ground: RejectionGround, meta: Meta): ErasureDecision {
  return notNow(state, 'reject') ?? accept<ErasureFact>({ kind: 'erasure_rejected', ...meta, content: { ground } });
}

/** The person takes it back, before anything was destroyed. */
export function withdrawErasure(state: Erasure, meta: Meta): ErasureDecision {
  return notNow(state, 'withdraw') ?? accept<ErasureFact>({ kind: 'erasure_withdrawn', ...meta, content: {} });
}

/** A round of destroying was done. */
export function carryOut(state: Erasure, done: CarriedOut, meta: Meta): ErasureDecision {
  return notNow(state, 'carry_out') ?? accept<ErasureFact>({ kind: 'erasure_carried_out', ...meta, content: done });
}

/** The request after one more fact. */
export function evolveErasure(before: Erasure | null, fact: ErasureFact): Erasure {
  if (fact.kind === 'erasure_asked') {
    return {
      partyId: fact.content.partyId, status: 'asked', askedAt: fact.at, proposedAt: null, proposedBy: null, decidedAt: null, decidedBy: null, ground: null, destroyedMatters: 0, destroyedKeys: 0, keptUntil: null,
    };
  }
  // A request begins with its asking; the pipeline numbers facts, so nothing else can come first.
  const state = before as Erasure;
  switch (fact.kind) {
    case 'erasure_proposed':
      return { ...state, status: 'proposed', proposedAt: fact.at, proposedBy: fact.by };
    case 'erasure_approved':
      return { ...state, status: 'approved', decidedAt: fact.at, decidedBy: fact.by };
    case 'erasure_rejected':
      return { ...state, status: 'rejected', decidedAt: fact.at, decidedBy: fact.by, ground: fact.content.ground };
    case 'erasure_withdrawn':
      return { ...state, status: 'withdrawn', decidedAt: fact.at };
    case 'erasure_carried_out':
      return {
        ...state, status: fact.content.whole ? 'completed' : 'approved', destroyedMatters: state.destroyedMatters + fact.content.matters, destroyedKeys: state.destroyedKeys + fact.content.keys, keptUntil: fact.content.keptUntil,
      };
  }
}
