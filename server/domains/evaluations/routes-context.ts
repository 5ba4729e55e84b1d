import type { ConsentScope } from '../../../contract/consents.ts';
import type { Localized } from '../../../contract/language.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { WorkingCalendar } from '../../kernel/calendar/index.ts';
import type { Id } from '../../kernel/ids.ts';
import { localDayOf, type Instant, type LocalDay } from '../../kernel/instant.ts';
import type { RulePack } from '../../kernel/limits/index.ts';
import type { BatchWriter } from '../../platform/db/batch-writer.ts';
import type { Database, Handle } from '../../platform/db/database.ts';
import type { ActingActor, CommandDomain, Pipeline } from '../../platform/db/run-command.ts';
import type { Tries } from '../../platform/db/tries.ts';
import type { SendSms } from '../../platform/messages/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { People } from '../people/index.ts';
import { isWithin, type Units } from '../units/index.ts';
import type { ServedMatter, ServiceFact } from './event.ts';
import { evolve } from './evolve.ts';
import type { Feedback, FeedbackFact } from './feedback.ts';
import type { CaseLaw } from './limits.ts';
import type { Covers } from './policy.ts';
import { loadFeedback, rowsOf } from './store.ts';

/** Of a matter, what evaluations need to know; the door of matters answers it. */
export interface ServedMatterState extends ServedMatter {
  readonly number: string;
  readonly item: { readonly taskCode: string; readonly version: number };
  readonly areaUnit: string;
  readonly acceptingInstitution: string;
  readonly handlingInstitution: string;
  readonly partyId: Id;
  readonly organisationId: Id | null;
  readonly acceptedAt: Instant | null;
}

/** The part of the door of matters that this domain asks. */
export interface MattersPort {
  facts(matterId: Id): Promise<{ readonly state: ServedMatterState; readonly facts: readonly ServiceFact[] } | undefined>;
  /** Reads behind the second fence, as this actor reaches. */
  readFenced<T>(actor: Actor, work: (handle: Handle) => Promise<T>): Promise<T>;
}

/** What the domain is built from. */
export interface EvaluationDeps {
  readonly database: Database;
  readonly pipeline: Pipeline;
  /** over `evaluations.append` */
  readonly writer: BatchWriter;
  readonly units: Pick<Units, 'tree' | 'institution'>;
  readonly people: Pick<People, 'parties' | 'particulars' | 'staffNames'>;
  readonly catalogue: Pick<Catalogue, 'item'>;
  readonly calendar: { readonly calendar: WorkingCalendar; byVersion(version: string): WorkingCalendar | undefined; refresh(): Promise<void> };
  readonly law: { packOn(day: LocalDay): RulePack; packByVersion(version: string): RulePack | undefined };
  readonly matters: MattersPort;
  readonly tries: Tries;
  /** The uses of his data a person agrees to at this moment. */
  readonly consentsOf: (partyId: Id) => Promise<ReadonlySet<ConsentScope>>;
  readonly sendSms: SendSms;
  /** Tells onlookers which topics changed. */
  readonly publish: (topics: readonly string[]) => void;
  /** Looks for work that was just queued. */
  readonly wakeJobs: () => void;
}

/** The dependencies and the moment it is. */
export interface Context extends EvaluationDeps {
  readonly now: () => Instant;
  readonly covers: Covers;
}

/** Builds the context once. */
export function contextOf(deps: EvaluationDeps): Context {
  return { ...deps, now: () => deps.pipeline.clock.now(), covers: (ancestor, unit) => isWithin(deps.units.tree, unit, ancestor) };
}

/** This domain as the pipeline wants it, for one saying. */
export function commandDomain(context: Context, feedbackId: Id): CommandDomain<Feedback, FeedbackFact> {
  return {
    writer: context.writer,
    evolve,
    load: (id, commandId) => loadFeedback(context.database.pool, context.pipeline.keys, id, commandId),
    rule: (state) => (state.case ? { pack: state.case.pack, calendar: state.case.limits.at(-1)?.calendar ?? '' } : {}),
    rows: (state, before, head) => rowsOf(feedbackId, state, before, head),
    jobs: () => [],
  };
}

/** What the clocks of a case are counted by: its own pack, and the calendar of now. */
export function caseLawOf(context: Context, feedback: Feedback | null): CaseLaw {
  const today = context.law.packOn(localDayOf(context.now()));
  const kept = feedback?.case?.pack;
  // A bad evaluation is judged by the day it was given.
  const pack = kept !== undefined ? (context.law.packByVersion(kept) ?? today) : feedback?.kind === 'evaluation' ? context.law.packOn(localDayOf(feedback.givenAt)) : today;
  return { calendar: context.calendar.calendar, pack };
}

/** The name of an institution; its code where it is not known any more. */
export function institutionName(context: Context, code: string): Localized {
  return context.units.institution(code)?.name ?? { 'zh-CN': code, 'zh-HK': code, en: code };
}

/** The name of an item in the version the matter keeps, in the newest without one; its code where it is gone. */
export function itemName(context: Context, taskCode: string, version?: number): Localized {
  return context.catalogue.item(taskCode, version)?.item.catalog_item.task_name ?? { 'zh-CN': taskCode, 'zh-HK': taskCode, en: taskCode };
}

/** Residents, staff and the program make facts; others never pass the routes' permissions. */
export function acting(actor: Actor): ActingActor {
  if (actor.kind === 'resident' || actor.kind === 'staff' || actor.kind === 'system') return actor;
  throw new Error(`${actor.kind} reached a command`);
}

/** Who looks at a case: its institution and its area. */
export const topicsOf = (feedback: Feedback): readonly string[] => [`institution:${feedback.about.institution}`, `unit:${feedback.about.areaUnit}`];
