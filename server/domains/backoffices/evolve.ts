import type { Backoffice, BackofficeFact } from './backoffice.ts';

const unborn = (at: string): Backoffice => ({ status: 'proposed', proposedAt: at, terms: null, proposal: null, approvedBy: null, approvedAt: null, secrets: [], suspension: null, words: null });

/** The registration after one more fact. Never refuses: what is a fact has happened. */
export function evolve(before: Backoffice | null, fact: BackofficeFact): Backoffice {
  const state = before ?? unborn(fact.at);
  switch (fact.kind) {
    case 'backoffice_change_proposed':
      return { ...state, proposal: { ...fact.content, reason: fact.sealed?.reason ?? '', proposedBy: fact.by, proposedAt: fact.at }, words: null };
    case 'backoffice_change_approved':
      return approved(state, fact);
    case 'backoffice_change_rejected':
      return { ...state, status: state.terms ? state.status : 'dropped', proposal: null, words: fact.sealed?.words ?? null };
    case 'backoffice_change_withdrawn':
      return { ...state, status: state.terms ? state.status : 'dropped', proposal: null };
    case 'backoffice_suspended':
      return { ...state, status: 'suspended', suspension: { at: fact.at, by: fact.content.ground, words: fact.sealed?.words ?? '' } };
  }
}

function approved(state: Backoffice, fact: Extract<BackofficeFact, { kind: 'backoffice_change_approved' }>): Backoffice {
  const change = state.proposal?.change;
  const { secretId, oldUntil } = fact.content;
  const older = state.secrets.map((one) => (secretId !== null && (one.endsAt === null || (oldUntil !== null && one.endsAt > oldUntil)) ? { ...one, endsAt: oldUntil } : one));
  const resumed = change?.kind === 'resume' || state.terms === null;
  return {
    ...state, proposal: null, approvedBy: fact.by, approvedAt: fact.at, status: resumed ? 'active' : state.status, suspension: resumed ? null : state.suspension,
    terms: change?.kind === 'terms' ? change.terms : state.terms, secrets: secretId === null ? state.secrets : [{ secretId, madeAt: fact.at, endsAt: null }, ...older],
  };
}
