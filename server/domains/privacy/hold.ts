/** A legal hold: placed by one security administrator under a document, released by two. Pure. */
import type { By } from '../../kernel/actor.ts';
import { accept, refuse, type Decision } from '../../kernel/decider.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Instant, LocalDay } from '../../kernel/instant.ts';
import { wrongPerson } from '../../kernel/two-persons.ts';
import type { PrivacyRefusalCode } from './refusals.ts';

/** What a hold serves. */
export type HoldGround = 'court_order' | 'investigation' | 'audit' | 'dispute';

export type HoldStatus = 'placed' | 'release_proposed' | 'released';

/** What is held and by which document; `about` is the number of a matter, null for a person, who is not named. */
export interface HoldTerms {
  readonly kind: 'matter' | 'person';
  readonly subjectId: Id;
  readonly about: string | null;
  readonly ground: HoldGround;
  readonly document: string;
  readonly untilOn: LocalDay | null;
}

/** A hold as its facts say it stands. */
export interface Hold extends HoldTerms {
  readonly status: HoldStatus;
  readonly placedAt: Instant;
  readonly placedBy: By;
  readonly releaseProposedBy: By | null;
  readonly releasedAt: Instant | null;
  readonly releasedBy: By | null;
}

interface Fact<Kind extends string, Content extends object> {
  readonly kind: Kind;
  readonly at: Instant;
  readonly by: By;
  readonly content: Content;
}

export type HoldFact =
  | Fact<'hold_placed', HoldTerms>
  | Fact<'hold_release_proposed', Record<never, never>>
  | Fact<'hold_release_withdrawn', Record<never, never>>
  | Fact<'hold_released', Record<never, never>>;

export type HoldDecision = Decision<HoldFact, PrivacyRefusalCode>;

interface Meta {
  readonly at: Instant;
  readonly by: By;
}

export type HoldAct = 'propose_release' | 'release' | 'withdraw_release';

/** Which act a hold allows in which state. */
export const holdTransitions: Readonly<Record<HoldStatus, readonly HoldAct[]>> = { placed: ['propose_release'], release_proposed: ['release', 'withdraw_release'], released: [] };

const notNow = (state: Hold, act: HoldAct) => (holdTransitions[state.status].includes(act) ? undefined : refuse<PrivacyRefusalCode>('privacy.not_now', { status: state.status }));

/** Places it, from now on: keeping harms less than erasing, so one person is enough. */
export function placeHold(terms: HoldTerms, today: LocalDay, meta: Meta): HoldDecision {
  if (terms.untilOn !== null && terms.untilOn < today) return refuse('privacy.hold_day_past', {}, [{ pointer: '/untilOn', code: 'privacy.hold_day_past', params: {} }]);
  return accept<HoldFact>({ kind: 'hold_placed', ...meta, content: terms });
}

export function proposeRelease(state: Hold, meta: Meta): HoldDecision {
  return notNow(state, 'propose_release') ?? accept<HoldFact>({ kind: 'hold_release_proposed', ...meta, content: {} });
}

/** The second person releases; never the one who proposed it. */
export function releaseHold(state: Hold, meta: Meta): HoldDecision {
  const wrong = notNow(state, 'release');
  if (wrong) return wrong;
  return wrongPerson('approve', state.releaseProposedBy?.id, meta.by.id) ? refuse('privacy.same_person') : accept<HoldFact>({ kind: 'hold_released', ...meta, content: {} });
}

export function withdrawRelease(state: Hold, meta: Meta): HoldDecision {
  return notNow(state, 'withdraw_release') ?? accept<HoldFact>({ kind: 'hold_release_withdrawn', ...meta, content: {} });
}

/** The hold after one more fact. */
export function evolveHold(before: Hold | null, fact: HoldFact): Hold {
  if (fact.kind === 'hold_placed') {
    return { ...fact.content, status: 'placed', placedAt: fact.at, placedBy: fact.by, releaseProposedBy: null, releasedAt: null, releasedBy: null };
  }
  const state = before as Hold;
  switch (fact.kind) {
    case 'hold_release_proposed':
      return { ...state, status: 'release_proposed', releaseProposedBy: fact.by };
    case 'hold_release_withdrawn':
      return { ...state, status: 'placed', releaseProposedBy: null };
    case 'hold_released':
      return { ...state, status: 'released', releasedAt: fact.at, releasedBy: fact.by };
  }
}
