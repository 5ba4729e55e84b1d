import type { WeakDatabase } from './log-statements.ts';

/** A defect that is planted to see that it is found: small changes of the product's own source, each place named by its exact text. */
export interface Mutant {
  readonly name: string;
  /** What would go wrong, in one sentence. */
  readonly defect: string;
  /** what the database's own functions lack; they are told again in this folder, so they are weakened here */
  readonly database?: WeakDatabase;
  readonly edits: readonly { readonly file: string; readonly from: string; readonly to: string }[];
}

export const mutants: readonly Mutant[] = [];
