/** Promises: the record of words given (告知承诺, 容缺), and what somebody who broke his is not offered for a while (L-016). Made from the facts of matters, which know nothing of it. */
import type { Withheld } from '../../../contract/promise-views.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Route } from '../../platform/http/route.ts';
import type { JobHandler } from '../../platform/jobs/worker.ts';
import { promiseJobs } from './jobs.ts';
import { standingOf, type PromisesDeps } from './routes-context.ts';
import { promiseRecordRoutes } from './routes.ts';

export { promiseReactions } from './jobs.ts';
export type { PromisesDeps } from './routes-context.ts';

/** The door of the domain. */
export interface Promises {
  readonly routes: readonly Route[];
  readonly jobs: Readonly<Record<string, JobHandler>>;
  /** What an applicant is not offered at a moment; the number of a matter that somebody else filed is told by its end alone. */
  standingOf(who: { readonly applicant: Id; readonly filedBy: Id }, at: Instant): Promise<Withheld>;
}

/** Builds the domain. */
export function promisesDomain(deps: PromisesDeps): Promises {
  return { routes: promiseRecordRoutes(deps), jobs: promiseJobs(deps), standingOf: (who, at) => standingOf(deps, who, at) };
}
