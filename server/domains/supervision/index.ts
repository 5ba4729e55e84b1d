/** Supervision: orders that must be answered (督办), the rules that find abuse, back-trace of delay (超时倒查), digests. It reads other domains' doors; nobody depends on it. */
import type { Id } from '../../kernel/ids.ts';
import type { Instant, LocalDay } from '../../kernel/instant.ts';
import type { Route } from '../../platform/http/route.ts';
import type { JobHandler } from '../../platform/jobs/worker.ts';
import { supervisionJobs } from './jobs.ts';
import { ticker, type Ticked } from './jobs-tick.ts';
import { supervisionRoutes } from './routes.ts';
import { contextOf, type SupervisionDeps } from './routes-context.ts';
import { answeredOrders, openOrders } from './count-views.ts';
import { ordersOfMatter } from './views.ts';

export { supervisionRefusals, type SupervisionRefusalCode } from './refusals.ts';
export { supervisionReactions } from './jobs.ts';
export type { PostHolder, SupervisionDeps } from './routes-context.ts';
export type { Ticked } from './jobs-tick.ts';

/** The door of the domain. */
export interface Supervision {
  readonly routes: readonly Route[];
  readonly jobs: Readonly<Record<string, JobHandler>>;
  /** To be called every few seconds on every server; `now` is the database's time unless a test says otherwise. */
  tick(now?: Instant): Promise<Ticked>;
  /** Orders on a matter, as far as others may tell of them: how many are open, and in how many. */
  ordersOf(matterId: Id): Promise<{ readonly open: number; readonly all: number }>;
  /** Orders open at a moment, by institution, area and item, and how many of them are late. */
  openNow(at: Instant): ReturnType<typeof openOrders>;
  /** Replies due on orders opened between two days, both included, and how many came in time. */
  answered(from: LocalDay, to: LocalDay): ReturnType<typeof answeredOrders>;
}

/** Builds the domain. */
export function supervisionDomain(deps: SupervisionDeps): Supervision {
  const context = contextOf(deps);
  const { handle } = deps.database;
  return {
    routes: supervisionRoutes(context),
    jobs: supervisionJobs(context),
    tick: ticker(context),
    ordersOf: async (matterId) => {
      const orders = await ordersOfMatter(handle, matterId);
      return { open: orders.filter((one) => one.state.endedAt === null).length, all: orders.length };
    },
    openNow: (at) => openOrders(handle, at),
    answered: (from, to) => answeredOrders(handle, from, to),
  };
}
