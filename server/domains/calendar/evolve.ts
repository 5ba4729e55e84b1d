import { decided, proposed as waiting } from '../../kernel/two-persons.ts';
import type { Change, ChangeFact } from './change.ts';

/** The change after one more fact. Never refuses: what is a fact has happened. */
export function evolve(before: Change | null, fact: ChangeFact): Change {
  if (fact.kind === 'change_proposed') return proposed(fact);
  // A change begins with its proposal; the pipeline numbers facts, so nothing else can come first.
  const change = before as Change;
  switch (fact.kind) {
    case 'change_approved':
      return { ...decided(change, 'approved', fact), number: fact.content.number, version: fact.content.version, firstDay: fact.content.firstDay };
    case 'change_rejected':
      return decided(change, 'rejected', fact, fact.sealed?.words);
    case 'change_withdrawn':
      return decided(change, 'withdrawn', fact);
  }
}

/** The words of a proposal are sealed: without them (erased, or not opened) the days still speak. */
const noName = { 'zh-CN': '', 'zh-HK': '', en: '' };

function proposed(fact: Extract<ChangeFact, { kind: 'change_proposed' }>): Change {
  const { kind, year, days, repeals, document, documentOn } = fact.content;
  return {
    kind, year, days, repeals, document, documentOn,
    name: fact.sealed?.name ?? noName, link: fact.sealed?.link ?? null, reason: fact.sealed?.reason ?? '',
    ...waiting(fact), number: null, version: null, firstDay: null,
  };
}
