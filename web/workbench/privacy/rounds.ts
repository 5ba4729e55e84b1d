import type { RetentionView } from '../../../contract/privacy.ts';

type Runs = RetentionView['runs'];

/** What the rounds took away under one rule: in the newest round, and in all that are told; null where the rule is not part of the daily round. Newest round first. */
export function takenUnder(ruleId: string, runs: Runs): { readonly last: number | null; readonly all: number | null } {
  const counts = runs.flatMap((run) => run.counts[ruleId] ?? []);
  return counts.length === 0 ? { last: null, all: null } : { last: runs[0]?.counts[ruleId] ?? null, all: counts.reduce((sum, count) => sum + count, 0) };
}

/** What one round took away, the kinds of which something went, most first. */
export function takenIn(run: Runs[number]): { readonly total: number; readonly parts: readonly (readonly [ruleId: string, count: number])[] } {
  const parts = Object.entries(run.counts).filter(([, count]) => count > 0).sort((one, other) => other[1] - one[1]);
  return { total: parts.reduce((sum, [, count]) => sum + count, 0), parts };
}
