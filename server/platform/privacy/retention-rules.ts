import rules from '../../../data/privacy/retention-2026-1.json' with { type: 'json' };
import { addCalendarDays, addMonths } from '../../kernel/calendar/index.ts';
import type { LocalDay } from '../../kernel/instant.ts';
import type { RetentionId } from './class-words.ts';

/** How long something is kept, from when, and who says so. `verified`: somebody held the rule against its source. */
export interface RetentionRule {
  readonly id: RetentionId;
  /** null: for good, or as long as what it hangs on */
  readonly keep: { readonly amount: number; readonly unit: 'day' | 'year' } | null;
  readonly from: string;
  readonly source: string;
  readonly verified: boolean;
}

/** Version of the rules in force. */
export const retentionVersion: string = rules.version;

/** Every rule by id. */
export const retentionRules: ReadonlyMap<RetentionId, RetentionRule> = new Map((rules.rules as readonly RetentionRule[]).map((rule) => [rule.id, rule]));

/** The first day on which what began on `from` is kept no longer; null where it is kept for good. */
export function keptUntil(id: RetentionId, from: LocalDay): LocalDay | null {
  const keep = retentionRules.get(id)?.keep ?? null;
  if (keep === null) return null;
  return keep.unit === 'day' ? addCalendarDays(from, keep.amount) : addMonths(from, keep.amount * 12);
}
