import { decided, proposed as waiting } from '../../kernel/two-persons.ts';
import type { StaffChange, StaffChangeFact } from './change.ts';

/** The change after one more fact. Never refuses: what is a fact has happened. */
export function evolve(before: StaffChange | null, fact: StaffChangeFact): StaffChange {
  if (fact.kind === 'staff_change_proposed') return proposed(fact);
  // A change begins with its proposal; the pipeline numbers facts, so nothing else can come first.
  const change = before as StaffChange;
  switch (fact.kind) {
    case 'staff_change_approved':
      return { ...decided(change, 'approved', fact), founding: fact.content.founding };
    case 'staff_change_rejected':
      return decided(change, 'rejected', fact, fact.sealed?.words);
    case 'staff_change_withdrawn':
      return decided(change, 'withdrawn', fact);
  }
}

/** Names lie sealed: without them (erased, or not opened) ids and posts still speak. */
function proposed(fact: Extract<StaffChangeFact, { kind: 'staff_change_proposed' }>): StaffChange {
  return {
    ...waiting(fact), kind: fact.content.kind, founding: false, reason: fact.sealed?.reason ?? '',
    staff: fact.content.staff.map(({ staffId, posts }, index) => ({ staffId, posts, login: fact.sealed?.people[index]?.login ?? '', name: fact.sealed?.people[index]?.name ?? '' })),
  };
}
