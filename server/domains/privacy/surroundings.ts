/** What app.ts gives the domain to work with. */
import type { Id } from '../../kernel/ids.ts';
import type { BatchWriter } from '../../platform/db/batch-writer.ts';
import type { Database } from '../../platform/db/database.ts';
import type { Pipeline } from '../../platform/db/run-command.ts';

/** What privacy needs of the installation and of other domains. */
export interface PrivacyDeps {
  readonly database: Database;
  readonly pipeline: Pipeline;
  readonly dataFolder: string;
  readonly staffNames: (ids: readonly Id[]) => Promise<ReadonlyMap<Id, string>>;
  /** the party with this number of a paper; undefined where there is none */
  readonly partyByNumber: (number: string) => Promise<Id | undefined>;
  /** the person's own particulars, in full */
  readonly particulars: (partyId: Id) => Promise<{ readonly name: string; readonly number: string; readonly phone: string | null } | undefined>;
  readonly wakeJobs: () => void;
  /** Ends every mandate that a person forgotten gave or holds; answers how many ended. */
  readonly endMandatesOf: (partyId: Id) => Promise<number>;
  /** Reads as the person himself, over the same routes he has: whatever they leave out, his copy leaves out. */
  readonly readAs: (sessionToken: string, path: string) => Promise<{ readonly status: number; readonly bytes: Buffer }>;
}

/** The dependencies and the domain's own writer. */
export interface Surroundings extends PrivacyDeps {
  readonly writer: BatchWriter;
  /** file of the erase list */
  readonly eraseList: string;
}
