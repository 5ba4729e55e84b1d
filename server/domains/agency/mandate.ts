/** A mandate (代理授权): one person acts for a person or an organisation, how far and until when. Pure. */
import type { AgencyAct, By } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';

/** 法定代表人 stands for the organisation by law (民法典 art. 61); 管理人 may besides name agents for it; 经办人 acts as far as he was told. */
export const mandateRoles = ['legal_representative', 'manager', 'agent'] as const;
export type MandateRole = (typeof mandateRoles)[number];

/** How it came about: the principal himself, somebody who stands for the organisation, a window that saw papers, or the city identity service. */
export type GivenHow = 'principal' | 'representative' | 'window' | 'city_identity';

/** What a window saw: the document that shows a legal representative, or the letter of authority (授权委托书; 民法典 art. 165). */
export const evidenceKinds = ['licence_and_identity', 'letter_of_authority', 'certificate_of_representative', 'guardianship'] as const;
export type Evidence = (typeof evidenceKinds)[number];

/** What a mandate says. `taskCodes` null: every item. `untilAt`: it stands before this moment. */
export interface MandateTerms {
  readonly principal: Id;
  readonly agent: Id;
  readonly role: MandateRole;
  readonly acts: readonly AgencyAct[];
  readonly taskCodes: readonly string[] | null;
  readonly fromAt: Instant;
  readonly untilAt: Instant;
  readonly how: GivenHow;
  readonly evidence: Evidence | null;
}

/** A mandate as its facts say it stands. */
export interface Mandate extends MandateTerms {
  readonly givenAt: Instant;
  readonly givenBy: By;
  readonly endedAt: Instant | null;
  readonly endedBy: By | null;
}

/** What happened to a mandate: ids, codes and dates, nothing personal. */
export type MandateFact =
  | { readonly kind: 'mandate_given'; readonly at: Instant; readonly by: By; readonly content: MandateTerms }
  | { readonly kind: 'mandate_ended'; readonly at: Instant; readonly by: By; readonly content: Record<never, never> };

/** The mandate after one more fact. Never refuses: what is a fact has happened. */
export function evolve(before: Mandate | null, fact: MandateFact): Mandate {
  switch (fact.kind) {
    case 'mandate_given':
      return { ...fact.content, givenAt: fact.at, givenBy: fact.by, endedAt: null, endedBy: null };
    case 'mandate_ended':
      // A mandate begins with being given; the pipeline numbers facts, so nothing else can come first.
      return { ...(before as Mandate), endedAt: fact.at, endedBy: fact.by };
  }
}

/** Whether it stands at a moment. */
export function stands(mandate: Pick<Mandate, 'fromAt' | 'untilAt' | 'endedAt'>, at: Instant): boolean {
  return mandate.endedAt === null && mandate.fromAt <= at && at < mandate.untilAt;
}
