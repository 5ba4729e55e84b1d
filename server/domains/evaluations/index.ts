/** 好差评 and 投诉: one evaluation for each service event, the cases that bad ones open, complaints, tablets at windows, figures. */
import type { Id } from '../../kernel/ids.ts';
import type { Keys } from '../../platform/crypto/index.ts';
import type { Route } from '../../platform/http/route.ts';
import type { JobHandler } from '../../platform/jobs/worker.ts';
import type { EventId } from './event.ts';
import { evaluationJobs } from './jobs.ts';
import { evaluationRoutes } from './routes.ts';
import { contextOf, type EvaluationDeps } from './routes-context.ts';
import { tokenOf } from './store.ts';
import { feedbackOfParty, gradesOf, mendingOf, sweepClocks, type GradeFilter } from './views.ts';

export { evaluationCalendarReactions, evaluationReactions } from './jobs.ts';
export { evaluationRefusals, type EvaluationRefusalCode } from './refusals.ts';
export type { EvaluationDeps, MattersPort, ServedMatterState } from './routes-context.ts';
export type { EventId } from './event.ts';
export type { Grade } from './feedback.ts';
export type { GradeFilter } from './views.ts';

/** The door of the domain. */
export interface Evaluations {
  readonly routes: readonly Route[];
  readonly jobs: Readonly<Record<string, JobHandler>>;
  /** One look at the clocks of cases: what turned yellow or red is marked, breaches are queued, bad evaluations that now stand get their case, onlookers are told. Answers how many lights changed. */
  sweep(): Promise<number>;
  /** Answers of each grade by institution, item and month; struck-out ones are left out, and those that may still be changed. Cells of fewer than ten are the caller's to hide. */
  gradesOf(filter: GradeFilter): ReturnType<typeof gradesOf>;
  /** Bad answers, and how many of them were mended, by institution, item and month. */
  mendingOf(filter: GradeFilter): ReturnType<typeof mendingOf>;
  /** The evaluations and complaints of a person, with the matter of each, at most so many. */
  feedbackOfParty(partyId: Id, most: number): ReturnType<typeof feedbackOfParty>;
}

/** Clocks marked in one statement. */
const perSweep = 1_000;

/** Builds the domain. */
export function evaluationsDomain(deps: EvaluationDeps): Evaluations {
  const context = contextOf(deps);
  const { handle } = deps.database;
  return {
    routes: evaluationRoutes(context),
    jobs: evaluationJobs(context),
    sweep: async () => {
      let turned = 0;
      for (;;) {
        const found = await sweepClocks(handle, context.now(), perSweep);
        if (found.length === 0) return turned;
        const lights = found.filter((one) => one.limitId !== 'fixing');
        turned += lights.length;
        context.publish([...new Set(lights.flatMap((one) => [`institution:${one.institution}`, `unit:${one.areaUnit}`]))]);
        context.wakeJobs();
      }
    },
    gradesOf: (filter) => gradesOf(handle, filter, context.now()),
    mendingOf: (filter) => mendingOf(handle, filter, context.now()),
    feedbackOfParty: (partyId, most) => feedbackOfParty(handle, partyId, most),
  };
}

/** The address behind the code on a paper where its holder evaluates without signing in; it opens nothing until the service was given. */
export const evaluationPath = (keys: Keys, matterId: Id, event: EventId): string => `/e/${tokenOf(keys, matterId, event)}`;
