/** What the domain works with. */
import type { Id } from '../../kernel/ids.ts';
import type { BatchWriter } from '../../platform/db/batch-writer.ts';
import type { Database } from '../../platform/db/database.ts';
import type { Pipeline } from '../../platform/db/run-command.ts';

/** What changing keys needs of the installation and of other domains. */
export interface KeyChangeDeps {
  readonly database: Database;
  readonly pipeline: Pipeline;
  readonly staffNames: (ids: readonly Id[]) => Promise<ReadonlyMap<Id, string>>;
}

/** The dependencies and the domain's own writer. */
export interface Surroundings extends KeyChangeDeps {
  readonly writer: BatchWriter;
}
