/** What supervision reads of a matter: the parts of its facts and its state that rules look at, by shape; the matters domain's own types fit them. */
import type { By } from '../../kernel/actor.ts';
import type { Limit } from '../../kernel/calendar/index.ts';
import type { Instant, LocalDay } from '../../kernel/instant.ts';
import type { Clock, ProcedureKind } from '../../kernel/limits/index.ts';

interface Seen<Kind extends string, Content extends object> {
  readonly kind: Kind;
  readonly at: Instant;
  readonly by: By;
  readonly content: Content;
}

/** A clock as a fact sets it; facts of the first release lack its last moment, which is then the end of its day. */
export interface SeenClock {
  readonly limit: Limit;
  readonly startedAt: Instant;
  readonly dueOn: LocalDay;
  readonly dueAt?: Instant;
}

/** Where a limit ends after an act or a calendar moved it. */
export interface SeenMove {
  readonly limitId: string;
  readonly dueOn: LocalDay;
  readonly dueAt: Instant;
}

export interface SeenAccepted {
  readonly statutory: SeenClock | null;
  readonly promised: SeenClock;
}

/** An act that moves limits, as far as rules ask. */
export interface SeenAct {
  readonly type: 'special' | 'prolong' | 'end' | 'extend';
  readonly pauseId?: string;
  readonly ground?: ProcedureKind;
  readonly document: string;
}

export type SeenFact =
  | Seen<'matter_accepted', SeenAccepted>
  | Seen<'deemed_accepted', SeenAccepted>
  | Seen<'link_opened', { readonly linkId: string; readonly element: string; readonly institution: string; readonly post: string; readonly clock: SeenClock | null }>
  | Seen<'link_claimed', { readonly linkId: string; readonly staffId: string }>
  | Seen<'link_released', { readonly linkId: string }>
  | Seen<'link_completed', { readonly linkId: string; readonly staffId: string; readonly action: string }>
  | Seen<'limit_act_approved', { readonly proposalId: string; readonly act: SeenAct; readonly announced: SeenClock | null; readonly moved: readonly SeenMove[] }>
  | Seen<'limits_recomputed', { readonly moved: readonly SeenMove[] }>
  | Seen<'limit_passed', { readonly limitId: string; readonly limit: string; readonly dueOn: LocalDay; readonly dueAt: Instant; readonly institution: string; readonly post: string; readonly staffId: string | null }>
  | Seen<'decision_made', { readonly service: SeenClock | null }>
  | Seen<'matter_completed', object>;

/** The kinds of facts above. */
export const seenKinds: Readonly<Record<SeenFact['kind'], true>> = {
  matter_accepted: true, deemed_accepted: true, link_opened: true, link_claimed: true, link_released: true, link_completed: true, limit_act_approved: true, limits_recomputed: true,
  limit_passed: true, decision_made: true, matter_completed: true,
};

export interface SeenLimit {
  readonly limitId: string;
  readonly kind: string;
  readonly clock: Clock;
  readonly calendar: string;
  readonly dueOn: LocalDay;
  readonly dueAt: Instant;
  readonly warnAt: Instant;
  readonly endedAt: Instant | null;
  readonly passedAt: Instant | null;
}

export interface SeenLink {
  readonly linkId: string;
  readonly element: string;
  readonly post: string;
  readonly institution: string;
  readonly openedAt: Instant;
  readonly claimedBy: string | null;
  readonly doneAt: Instant | null;
  readonly doneBy: string | null;
  readonly action: string | null;
}

export interface SeenProposal {
  readonly proposalId: string;
  readonly act: SeenAct;
  readonly proposedBy: string;
  readonly institution: string;
  readonly proposedAt: Instant;
  readonly outcome: 'open' | 'approved' | 'rejected';
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
}

/** A matter's present state, as far as rules ask. */
export interface SeenMatter {
  readonly number: string;
  readonly status: string;
  readonly item: { readonly taskCode: string; readonly version: number; readonly process: string; readonly processVersion: number };
  readonly areaUnit: string;
  readonly acceptingInstitution: string;
  readonly handlingInstitution: string;
  readonly partyId: string;
  readonly filedBy: By;
  readonly receivedAt: Instant;
  readonly limits: readonly SeenLimit[];
  readonly proposals: readonly SeenProposal[];
  readonly links: readonly SeenLink[];
  readonly acceptedAt: Instant | null;
  readonly acceptedBy: By | null;
  readonly endedAt: Instant | null;
}

/** A matter's history as rules read it. */
export interface History {
  readonly facts: readonly SeenFact[];
  readonly state: SeenMatter;
}
