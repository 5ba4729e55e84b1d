/** External back offices: departments that take part with a system of their own, by signed messages both ways. */
import type { LocalDay } from '../../kernel/instant.ts';
import { addCalendarDays } from '../../kernel/calendar/index.ts';
import { localDayOf } from '../../kernel/instant.ts';
import { webhookQueue } from '../../platform/db/webhook-queue.ts';
import type { Route } from '../../platform/http/route.ts';
import { newId } from '../../platform/ids.ts';
import type { JobHandler } from '../../platform/jobs/worker.ts';
import { deliverer } from '../../platform/webhooks/index.ts';
import { suspend } from './decide.ts';
import { refuse } from '../../kernel/decider.ts';
import { backofficeJobs, reconcileYesterday } from './jobs.ts';
import { backofficeRoutes } from './routes.ts';
import { runAct, systemActor, type BackofficeDeps, type Context } from './routes-context.ts';
import { findRegistration, openSecrets } from './store.ts';

export { backofficeRefusals, type BackofficeRefusalCode } from './refusals.ts';
export type { BackofficeDeps } from './routes-context.ts';
export { servedLinks, type ServedLinks } from './surroundings.ts';

/** The door of the domain. */
export interface Backoffices {
  readonly routes: readonly Route[];
  readonly jobs: Readonly<Record<string, JobHandler>>;
  /** One look: what is due is sent, and once a day both sides of yesterday are compared. */
  sweep(): Promise<void>;
  /** Sends everything that is due now and waits for it: for tests. */
  deliver(): Promise<void>;
  /** Ends after the tries under way. */
  stop(): Promise<void>;
}

/** Builds the domain. */
export function backofficesDomain(deps: BackofficeDeps): Backoffices {
  const { handle } = deps.database;
  const now = () => deps.pipeline.clock.now();
  const sending = deliverer({
    // eslint-disable-next-line no-restricted-properties -- spreads the tries of webhooks; nothing hangs on it
    queue: webhookQueue(handle), nowMs: () => deps.pipeline.clock.nowMs(), chance: () => Math.random(), onFault: deps.onFault, ...(deps.timeoutMs === undefined ? {} : { timeoutMs: deps.timeoutMs }),
    async endpointOf(endpointId) {
      const system = await findRegistration(handle, endpointId);
      if (!system?.state.terms || system.state.status !== 'active') return undefined;
      const { url, network } = system.state.terms;
      return { url, network, secrets: await openSecrets(handle, deps.pipeline.keys, endpointId, system.state, now()) };
    },
    async whenGone(endpointId) {
      const done = await runAct(context, {
        backofficeId: endpointId, commandId: newId(), name: 'backoffices.receiver_gone', actor: systemActor('backoffices.deliver'), body: {}, may: () => true,
        decide: (state, meta) => (state ? suspend(state, 'receiver_gone', '', meta) : refuse('backoffices.unknown')),
      });
      if (!done.ok && done.code !== 'backoffices.not_now') throw new Error(`suspending ${endpointId}: ${done.code}`);
    },
  });
  const context: Context = { ...deps, now, deliverer: sending };
  let comparedUpTo: LocalDay = '';
  void deps.served.refresh().catch(deps.onFault);
  return {
    routes: backofficeRoutes(context),
    jobs: backofficeJobs(context),
    async sweep() {
      await deps.served.refresh();
      sending.wake();
      if (comparedUpTo !== addCalendarDays(localDayOf(now()), -1)) comparedUpTo = await reconcileYesterday(context);
    },
    deliver: () => sending.drain(),
    stop: () => sending.stop(),
  };
}
