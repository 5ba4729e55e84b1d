/** What the domain works with. */
import type { Localized } from '../../../contract/language.ts';
import type { Id } from '../../kernel/ids.ts';
import type { PasswordCost } from '../../platform/crypto/index.ts';
import type { BatchWriter } from '../../platform/db/batch-writer.ts';
import type { Database } from '../../platform/db/database.ts';
import type { Pipeline } from '../../platform/db/run-command.ts';

/** What changing staff needs of the installation and of other domains. */
export interface StaffChangeDeps {
  readonly database: Database;
  readonly pipeline: Pipeline;
  readonly institution: (code: string) => { readonly name: Localized; readonly unit: string } | undefined;
  readonly staffNames: (ids: readonly Id[]) => Promise<ReadonlyMap<Id, string>>;
  /** How many steps of open matters somebody has in hand. */
  readonly inHand: (staffId: Id) => Promise<number>;
  /** The cost of password hashes. */
  readonly cost: PasswordCost;
}

/** The dependencies and the domain's own writer. */
export interface Surroundings extends StaffChangeDeps {
  readonly writer: BatchWriter;
}
