import type { Due } from '../../../contract/limits.ts';
import type { Actor, Role } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Instant, LocalDay } from '../../kernel/instant.ts';
import type { Tries } from '../../platform/db/tries.ts';
import type { Route } from '../../platform/http/route.ts';
import type { Handle } from '../../platform/db/database.ts';
import type { JobHandler } from '../../platform/jobs/worker.ts';
import type { SendSms } from '../../platform/messages/index.ts';
import type { PaperPress } from '../../platform/papers/index.ts';
import { countReached, hallScreenOf, idsAfter, lightsNow, previousOf, runningLimits, type HallView, type LightCount, type RunningFilter, type RunningLimit } from './clock-views.ts';
import { ringTimers } from './flow-store.ts';
import type { MatterLimit } from './matter-limit.ts';
import { dueView } from './routes-dues.ts';
import { matterJobs } from './jobs.ts';
import { linkStandings, openLinksAt, type LinkRef, type LinkStanding } from './link-views.ts';
import type { Matter, MatterFact } from './matter.ts';
import { actFromOutside, readFileFromOutside, readFromOutside } from './routes-outside.ts';
import { matterRoutes } from './routes.ts';
import { contextOf, type MatterDeps } from './routes-context.ts';
import { readFenced } from './routes-reach.ts';
import { readFacts, sweepClocks } from './store.ts';
import { mattersOfParties } from './views.ts';

export { matterRefusals, type MatterRefusalCode } from './refusals.ts';
export type { MatterDeps } from './routes-context.ts';
export { readFenced, type FenceContext } from './routes-reach.ts';
export type { Matter, MatterFact, Link, DefectRef } from './matter.ts';
export type { LimitAct, LimitProposal, MatterLimit, MatterLimitKind, SetClock } from './matter-limit.ts';
export type { HallView, LightCount, RunningFilter, RunningLimit } from './clock-views.ts';
export type { LinkRef, LinkStanding } from './link-views.ts';
export type { OutsideAct, OutsideActor, OutsideCall, OutsideDone, OutsideFile } from './routes-outside.ts';
export { refoldMatters } from './refold-store.ts';
export { driftedMatters, type DriftRound } from './wholeness-store.ts';
export { inHandOf, openMattersOf } from './usage-views.ts';
export { mayRead, mayReveal, type Covers } from './policy.ts';
export { responsibleFor, type Responsible } from './responsible.ts';

/** Service matters, built: their routes, the jobs that follow from their facts, and what other domains may ask. */
export interface Matters {
  readonly routes: readonly Route[];
  readonly jobs: Readonly<Record<string, JobHandler>>;
  /** The facts of a matter without their sealed parts, and the fold; undefined where there is none. */
  facts(matterId: Id): Promise<{ readonly matterId: Id; readonly state: Matter; readonly facts: readonly MatterFact[] } | undefined>;
  lightsNow(at: Instant, within?: Pick<RunningFilter, 'areaUnits' | 'institutions'>): Promise<readonly LightCount[]>;
  /** Running limits of the office, the most urgent first; with `reader` behind the second fence, for what answers him. */
  runningLimits(filter: RunningFilter, at: Instant, most: number, reader?: Actor): Promise<readonly RunningLimit[]>;
  previousOf(partyId: Id, taskCode: string, before: Instant): ReturnType<typeof previousOf>;
  hallScreenOf(institution: string, dayFrom: Instant): Promise<HallView>;
  /** The matters of these parties, the newest first, at most so many. */
  mattersOfParties(partyIds: readonly Id[], most: number): ReturnType<typeof mattersOfParties>;
  /** How many running limits reach a day: what a change of the calendar from then on would move. */
  affectedLimits(firstDay: LocalDay): Promise<number>;
  /** A limit as everybody sees it: date, light and the sentence that explains it. */
  dueView(limit: MatterLimit): Due;
  /** What systems of departments do and read, in the name of their officers (routes-outside.ts). */
  readonly outside: {
    act(...call: Tail<Parameters<typeof actFromOutside>>): ReturnType<typeof actFromOutside>;
    read(...call: Tail<Parameters<typeof readFromOutside>>): ReturnType<typeof readFromOutside>;
    readFile(...call: Tail<Parameters<typeof readFileFromOutside>>): ReturnType<typeof readFileFromOutside>;
  };
  /** How links stand; unknown ones are left out. */
  linkStandings(refs: readonly LinkRef[]): Promise<readonly LinkStanding[]>;
  /** Open links of accepted matters at posts of institutions, after one, in their order. */
  openLinksAt(institutions: readonly string[], posts: readonly Role[], after: LinkRef | null, most: number): Promise<readonly LinkRef[]>;
  /** Ids of matters after one, in their order, at most so many. */
  idsAfter(after: Id | null, most: number): Promise<readonly Id[]>;
  /** Reads behind the second fence, as this actor reaches: for domains that matters itself builds on. */
  readFenced<T>(actor: Actor, work: (handle: Handle) => Promise<T>): Promise<T>;
  /** One look at the clocks: what turned yellow or red is marked, breaches are queued, onlookers told. Answers how many lights changed. */
  sweep(): Promise<number>;
}

type Tail<T extends readonly unknown[]> = T extends readonly [unknown, ...infer Rest] ? Rest : never;

/** Clocks marked in one statement: a second's work, so that another server can take its share. */
const perSweep = 1_000;

/** Builds the domain. */
export function mattersDomain(deps: MatterDeps & { readonly press: PaperPress; readonly tries: Tries; readonly sendSms: SendSms }): Matters {
  const context = contextOf(deps);
  const { handle } = deps.database;
  return {
    routes: matterRoutes(context, deps.press, deps.tries),
    jobs: matterJobs(context, deps.press, deps.sendSms),
    facts: async (matterId) => {
      const found = await readFacts(handle, matterId);
      return found && { matterId, ...found };
    },
    lightsNow: (at, within) => lightsNow(handle, at, within),
    runningLimits: (filter, at, most, reader) => (reader ? readFenced(context, reader, (fenced) => runningLimits(fenced, filter, at, most)) : runningLimits(handle, filter, at, most)),
    previousOf: (partyId, taskCode, before) => previousOf(handle, partyId, taskCode, before),
    hallScreenOf: (institution, dayFrom) => hallScreenOf(handle, institution, dayFrom),
    dueView: (limit) => dueView(context, limit),
    outside: {
      act: (...call) => actFromOutside(context, ...call),
      read: (...call) => readFromOutside(context, ...call),
      readFile: (...call) => readFileFromOutside(context, ...call),
    },
    linkStandings: (refs) => linkStandings(handle, refs),
    openLinksAt: (institutions, posts, after, most) => openLinksAt(handle, institutions, posts, after, most),
    idsAfter: (after, most) => idsAfter(handle, after, most),
    readFenced: (actor, work) => readFenced(context, actor, work),
    mattersOfParties: (partyIds, most) => mattersOfParties(handle, partyIds, most),
    affectedLimits: (firstDay) => countReached(handle, firstDay),
    sweep: async () => {
      let turned = 0;
      while ((await ringTimers(handle, context.now(), perSweep)) > 0) deps.wakeJobs();
      for (let found = await sweepClocks(handle, context.now(), perSweep); found.length > 0; found = await sweepClocks(handle, context.now(), perSweep)) {
        turned += found.length;
        deps.publish([...new Set(found.flatMap((one) => [`institution:${one.institution}`, `unit:${one.areaUnit}`]))]);
        deps.wakeJobs();
      }
      return turned;
    },
  };
}
