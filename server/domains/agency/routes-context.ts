import type { Localized } from '../../../contract/language.ts';
import type { BatchWriter } from '../../platform/db/batch-writer.ts';
import type { Database } from '../../platform/db/database.ts';
import type { Pipeline } from '../../platform/db/run-command.ts';
import type { Tries } from '../../platform/db/tries.ts';
import type { People } from '../people/index.ts';

/** What the domain is built from. */
export interface AgencyDeps {
  readonly database: Database;
  readonly pipeline: Pipeline;
  readonly tries: Tries;
  readonly people: Pick<People, 'parties' | 'findPerson' | 'findOrganisation'>;
  /** The name of an item of the catalogue; undefined where there is none. */
  readonly itemName: (taskCode: string) => Localized | undefined;
  readonly institutionName: (code: string) => Localized | undefined;
}

/** The dependencies and the domain's own writer. */
export interface Surroundings extends AgencyDeps {
  readonly writer: BatchWriter;
}
