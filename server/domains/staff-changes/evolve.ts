import type { StaffChange, StaffChangeFact } from './change.ts';

/** The change after one more fact. Never refuses: what is a fact has happened. */
export function evolve(before: StaffChange | null, fact: StaffChangeFact): StaffChange {
  if (fact.kind === 'staff_change_proposed') return proposed(fact);
  // A change begins with its proposal; the pipeline numbers facts, so nothing else can come first.
  const change = { ...(before as StaffChange), decidedAt: fact.at, decidedBy: fact.by };
  switch (fact.kind) {
    case 'staff_change_approved':
      return { ...change, status: 'approved', founding: fact.content.founding };
    case 'staff_change_rejected':
      return { ...change, status: 'rejected', words: fact.sealed?.words ?? null };
    case 'staff_change_withdrawn':
      return { ...change, status: 'withdrawn' };
  }
}

/** Names lie sealed: without them (erased, or not opened) ids and posts still speak. */
function proposed(fact: Extract<StaffChangeFact, { kind: 'staff_change_proposed' }>): StaffChange {
  return {
    kind: fact.content.kind, status: 'proposed',
    staff: fact.content.staff.map(({ staffId, posts }, index) => ({ staffId, posts, login: fact.sealed?.people[index]?.login ?? '', name: fact.sealed?.people[index]?.name ?? '' })),
    reason: fact.sealed?.reason ?? '', proposedAt: fact.at, proposedBy: fact.by, decidedAt: null, decidedBy: null, founding: false, words: null,
  };
}
