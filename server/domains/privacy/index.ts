/** Rights of persons over what is kept of them: a copy, erasure by two persons, legal holds, and how long what is kept. */
import type { LocalDay } from '../../kernel/instant.ts';
import { batchWriter } from '../../platform/db/batch-writer.ts';
import type { Route } from '../../platform/http/route.ts';
import type { JobHandler } from '../../platform/jobs/worker.ts';
import { eraseListFile } from '../../platform/db/erase-list.ts';
import { privacyJobs, retentionRound } from './jobs.ts';
import { todayOf } from './routes-commands.ts';
import { privacyRoutes } from './routes.ts';
import type { PrivacyDeps, Surroundings } from './surroundings.ts';

export { standingScopes } from './consent-store.ts';
export { privacyRefusals, type PrivacyRefusalCode } from './refusals.ts';
export type { PrivacyDeps } from './surroundings.ts';

/** The door of the domain. */
export interface Privacy {
  readonly routes: readonly Route[];
  readonly jobs: Readonly<Record<string, JobHandler>>;
  /** The daily round of retention, where today's was not done yet by any process. */
  sweep(): Promise<void>;
}

/** Builds the domain. */
export function privacyDomain(deps: PrivacyDeps): Privacy {
  const around: Surroundings = { ...deps, writer: batchWriter(deps.database.pool, 'privacy.append', deps.pipeline.clock), eraseList: eraseListFile(deps.dataFolder) };
  let doneOn: LocalDay | null = null;
  return {
    routes: privacyRoutes(around),
    jobs: privacyJobs(around),
    async sweep() {
      const today = todayOf(around);
      if (doneOn === today) return;
      await retentionRound(around);
      doneOn = today;
    },
  };
}
