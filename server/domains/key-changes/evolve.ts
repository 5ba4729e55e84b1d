import { decided, proposed } from '../../kernel/two-persons.ts';
import type { KeyChange, KeyChangeFact } from './change.ts';

/** The change after one more fact. Never refuses: what is a fact has happened. */
export function evolve(before: KeyChange | null, fact: KeyChangeFact): KeyChange {
  if (fact.kind === 'key_change_proposed') return { ...proposed(fact), task: fact.content.task, reason: fact.sealed?.reason ?? '', founding: false, until: null, begunAt: null, target: null, doneAt: null, result: null };
  // A change begins with its proposal; the pipeline numbers facts, so nothing else can come first.
  const change = before as KeyChange;
  switch (fact.kind) {
    case 'key_change_approved':
      return { ...decided(change, 'approved', fact), founding: fact.content.founding, until: fact.content.until };
    case 'key_change_rejected':
      return decided(change, 'rejected', fact, fact.sealed?.words);
    case 'key_change_withdrawn':
      // Taken back after the approval: who approved it stays to be read.
      return change.status === 'approved' ? { ...change, status: 'withdrawn' } : decided(change, 'withdrawn', fact);
    case 'key_change_begun':
      return { ...change, begunAt: fact.at, target: fact.content.target };
    case 'key_change_done':
      return { ...change, doneAt: fact.at, result: fact.content };
  }
}
