import { decided, proposed as waiting } from '../../kernel/two-persons.ts';
import type { Change, ChangeFact } from './change.ts';

/** The change after one more fact. Never refuses: what is a fact has happened. */
export function evolve(before: Change | null, fact: ChangeFact): Change {
  if (fact.kind === 'catalogue_change_proposed') return proposed(fact);
  // A change begins with its proposal; the pipeline numbers facts, so nothing else can come first.
  const change = before as Change;
  switch (fact.kind) {
    case 'catalogue_change_approved':
      return { ...decided(change, 'approved', fact), published: fact.content.published, standsFrom: fact.content.standsFrom };
    case 'catalogue_change_rejected':
      return decided(change, 'rejected', fact, fact.sealed?.words);
    case 'catalogue_change_withdrawn':
      return decided(change, 'withdrawn', fact);
  }
}

/** The words of a proposal are sealed: without them (erased, or not opened) its codes still speak. */
function proposed(fact: Extract<ChangeFact, { kind: 'catalogue_change_proposed' }>): Change {
  return { ...fact.content, title: fact.sealed?.title ?? '', reason: fact.sealed?.reason ?? '', ...waiting(fact), published: [], standsFrom: null };
}
