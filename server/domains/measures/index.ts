/** Measures of the service, computed from facts: the five hundred-percents, the supervisor's overview, exports, the public sunshine page. */
import { localDayOf } from '../../kernel/instant.ts';
import type { Route } from '../../platform/http/route.ts';
import type { JobHandler } from '../../platform/jobs/worker.ts';
import { measureJobs, rebuildMeasures } from './jobs.ts';
import type { Context, MeasureDeps } from './routes-context.ts';
import { keptByEffort } from './routes-kept.ts';
import { exportRoutes } from './routes-export.ts';
import { fiveRoutes } from './routes-five.ts';
import { overviewRoutes } from './routes-overview.ts';
import { sunshineRoutes } from './routes-sunshine.ts';

export { measureRefusals, type MeasureRefusalCode } from './refusals.ts';
export { measuresReactions } from './jobs.ts';
export { workbookOf } from './routes-workbook.ts';
export type { GradesCounted, MattersMeasured, MeasureDeps, OrdersCounted } from './routes-context.ts';

/** The domain, built. */
export interface Measures {
  readonly routes: readonly Route[];
  readonly jobs: Readonly<Record<string, JobHandler>>;
  /** Measures matters that were there before their facts were followed; see jobs.ts. */
  rebuild(): Promise<void>;
}

/** Builds the domain. It keeps public figures in memory for a minute, and lights for some times as long as it took to count them. */
export function measuresDomain(deps: MeasureDeps): Measures {
  // Lights are counted over all running limits of a place: where that takes long, the screens that look at it share one count.
  const lights = keptByEffort<Awaited<ReturnType<MeasureDeps['matters']['lightsNow']>>>();
  const matters: MeasureDeps['matters'] = { ...deps.matters, lightsNow: (at, within) => lights(JSON.stringify(within ?? null), () => deps.matters.lightsNow(at, within)) };
  const context: Context = { ...deps, matters, today: () => localDayOf(deps.now()) };
  return {
    routes: [...fiveRoutes(context), ...overviewRoutes(context), ...exportRoutes(context), ...sunshineRoutes(context)],
    jobs: measureJobs(context),
    rebuild: () => rebuildMeasures(context),
  };
}
