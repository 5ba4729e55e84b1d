/** Everything administrators do with the catalogue, put together for app.ts. */
import { batchWriter } from '../../platform/db/batch-writer.ts';
import type { Route } from '../../platform/http/route.ts';
import type { JobHandler } from '../../platform/jobs/worker.ts';
import { catalogueListRoutes } from './routes-admin.ts';
import { changeRoutes, proposeFromRelease } from './routes-changes.ts';
import type { CatalogueAdminDeps, Context } from './routes-context.ts';
import { exportRoutes } from './routes-export.ts';
import { testRunRoutes } from './routes-test-run.ts';

/** The administrators' side of the catalogue. */
export interface CatalogueAdmin {
  readonly routes: readonly Route[];
  readonly jobs: Readonly<Record<string, JobHandler>>;
  /** Puts before the administrators what a release brought beside versions from the screen; gives how many there were. Called once at start; twice does no harm. */
  proposeFromRelease(): Promise<number>;
}

/** Builds it over the catalogue in memory. */
export function catalogueAdmin(deps: CatalogueAdminDeps): CatalogueAdmin {
  const context: Context = { ...deps, writer: batchWriter(deps.database.pool, 'catalogue.append', deps.pipeline.clock) };
  return {
    routes: [...catalogueListRoutes(context), ...changeRoutes(context), ...testRunRoutes(context), ...exportRoutes(context)],
    jobs: {
      // Written with the approval, so that the other processes hear of it even when this one dies right after the commit.
      'catalogue.when_published_tell': async () => {
        await context.standing.refresh();
        context.tellPublished();
      },
    },
    proposeFromRelease: () => proposeFromRelease(context),
  };
}
