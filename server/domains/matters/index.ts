import type { Tries } from '../../platform/db/tries.ts';
import type { Route } from '../../platform/http/route.ts';
import type { JobHandler } from '../../platform/jobs/worker.ts';
import type { SendSms } from '../../platform/messages/index.ts';
import type { PaperPress } from '../../platform/papers/index.ts';
import { matterJobs } from './jobs.ts';
import { matterRoutes } from './routes.ts';
import { contextOf, type MatterDeps } from './routes-context.ts';

export { matterRefusals, type MatterRefusalCode } from './refusals.ts';
export type { MatterDeps } from './routes-context.ts';

/** Service matters, built: their routes and the jobs that follow from their facts. */
export interface Matters {
  readonly routes: readonly Route[];
  readonly jobs: Readonly<Record<string, JobHandler>>;
}

/** Builds the domain. */
export function mattersDomain(deps: MatterDeps & { readonly press: PaperPress; readonly tries: Tries; readonly sendSms: SendSms }): Matters {
  const context = contextOf(deps);
  return { routes: matterRoutes(context, deps.press, deps.tries), jobs: matterJobs(context, deps.press, deps.sendSms) };
}
