/** What a monitor can find; stable words, for whoever sorts alarms by them. */
export type FindingCode =
  | 'log_unreachable' | 'checkpoint_refused' | 'checkpoint_stale' | 'log_shrank' | 'log_forked' | 'log_witnessed_otherwise'
  | 'tile_malformed' | 'tile_other' | 'root_other' | 'entry_other' | 'entry_malformed' | 'entry_back_dated'
  | 'case_seq_repeated' | 'case_seq_gap' | 'case_chain_broken'
  | 'receipt_malformed' | 'receipt_not_included' | 'receipt_contradicted'
  | 'fact_altered' | 'fact_chain_broken' | 'fact_missing' | 'fact_not_in_log'
  | 'state_drifted' | 'fence_down' | 'database_unreadable';

/** Something that is not as it should be: where (a log's origin, a matter's id, a file, a table) and what was seen. No personal data. */
export interface Finding {
  readonly code: FindingCode;
  readonly subject: string;
  readonly detail: string;
}

/** A finding as a line for people. */
export const lineOf = ({ code, subject, detail }: Finding): string => `${code} ${subject}${detail === '' ? '' : `: ${detail}`}`;

const mostOfACode = 100;

/** Collects findings; of one code at most 100 are kept and the rest are counted, so that a whole broken log does not fill the memory. */
export interface Findings {
  add(code: FindingCode, subject: string, detail?: string): void;
  list(): readonly Finding[];
}

/** An empty collection. */
export function findings(): Findings {
  const kept: Finding[] = [];
  const counts = new Map<FindingCode, number>();
  return {
    add(code, subject, detail = '') {
      const count = (counts.get(code) ?? 0) + 1;
      counts.set(code, count);
      if (count <= mostOfACode) kept.push({ code, subject, detail });
    },
    list: () => [...kept, ...[...counts].flatMap(([code, count]) => (count > mostOfACode ? [{ code, subject: '', detail: `and ${count - mostOfACode} more` }] : []))],
  };
}
