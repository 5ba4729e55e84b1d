import { addMonths } from '../../kernel/calendar/index.ts';
import type { Limit } from '../../kernel/calendar/index.ts';
import { localDayOf, type Instant, type LocalDay } from '../../kernel/instant.ts';

/** What became of a word given with an application: a fact vouched for (告知承诺), or a material that was to come later (容缺). */
export interface SettledWord {
  readonly materialCode: string;
  readonly kind: 'promise' | 'deferral';
  readonly outcome: 'kept' | 'broken' | 'lapsed';
  readonly settledAt: Instant;
  readonly repairedAt: Instant | null;
}

/** The facts of a matter that a word is settled by; others say nothing here. */
export interface FactOfWord {
  readonly kind: string;
  readonly at: Instant;
  readonly content: object;
}

/** Facts after which the record of a matter may say something new. */
export const settles: ReadonlySet<string> = new Set(['deferred_handed_in', 'deferred_lapsed', 'promise_checked', 'result_revoked', 'repair_approved']);

/**
 * The words of a matter that are settled, from its facts in their order, one for each material and kind, in the order of their codes. A deferred material is kept that came by its day; one that lapsed
 * stays lapsed when it comes later. A promise is broken once a result was taken back for it: one person's finding alone is not on anybody's record.
 */
export function settledWords(facts: readonly FactOfWord[]): readonly SettledWord[] {
  const words = new Map<string, SettledWord>();
  const proposed = new Map<string, readonly string[]>();
  const settle = (kind: SettledWord['kind'], materialCode: string, outcome: SettledWord['outcome'], settledAt: Instant): void => {
    words.set(`${materialCode} ${kind}`, { materialCode, kind, outcome, settledAt, repairedAt: null });
  };
  for (const { kind, at, content } of facts) {
    const said = content as { material?: string; kept?: boolean; ground?: string; proposalId?: string; materials?: readonly (string | { code: string })[] };
    const codes = (said.materials ?? []).map((one) => (typeof one === 'string' ? one : one.code));
    if (kind === 'deferred_handed_in') for (const code of codes) if (words.get(`${code} deferral`)?.outcome !== 'lapsed') settle('deferral', code, 'kept', at);
    if (kind === 'deferred_lapsed' && said.material !== undefined) settle('deferral', said.material, 'lapsed', at);
    if (kind === 'promise_checked' && said.material !== undefined && said.kept === true) settle('promise', said.material, 'kept', at);
    if (kind === 'revocation_proposed' && said.proposalId !== undefined) proposed.set(said.proposalId, codes);
    if (kind === 'result_revoked' && said.ground === 'promise_broken') for (const code of proposed.get(said.proposalId ?? '') ?? []) settle('promise', code, 'broken', at);
    if (kind === 'repair_approved') for (const [key, word] of words) if (word.materialCode === said.material && word.outcome !== 'kept') words.set(key, { ...word, repairedAt: at });
  }
  return [...words.values()].sort((a, b) => (`${a.materialCode} ${a.kind}` < `${b.materialCode} ${b.kind}` ? -1 : 1));
}

/** Until which day, not included, a word counts against whoever gave it; null where it does not: kept, repaired, or no rule says how long (L-016). */
export function countsUntil(word: Pick<SettledWord, 'outcome' | 'settledAt' | 'repairedAt'>, exclusion: Pick<Limit, 'amount' | 'unit'> | undefined): LocalDay | null {
  if (word.outcome === 'kept' || word.repairedAt !== null || exclusion?.unit !== 'month') return null;
  return addMonths(localDayOf(word.settledAt), exclusion.amount);
}
