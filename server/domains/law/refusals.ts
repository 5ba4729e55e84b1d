/** Why a file of data/law is not loaded: values for the operator at start, never answers to a call; the sentences are in contract/messages/law.ts. */
export type LawProblemCode =
  | 'law.unreadable'
  | 'law.shape'
  | 'law.text_incomplete'
  | 'law.version_not_file_name'
  | 'law.limit_missing'
  | 'law.limit_unknown'
  | 'law.amount_not_whole'
  | 'law.unit_unknown'
  | 'law.rule_unknown'
  | 'law.rule_twice'
  | 'law.params_not_as_rule'
  | 'law.verified_without_address'
  | 'law.same_day_twice'
  | 'law.pack_missing'
  | 'law.changed_under_its_version';

/** What is wrong with a file of data/law; `at` in `params` is the JSON Pointer (RFC 6901) of the place. */
export interface LawProblem {
  readonly file: string;
  readonly code: LawProblemCode;
  readonly params: Readonly<Record<string, string | number>>;
}
