import type { Due } from '../../../contract/limits.ts';
import type { Localized } from '../../../contract/language.ts';
import type { Actor, Role } from '../../kernel/actor.ts';
import { refuse, type Refusal } from '../../kernel/decider.ts';
import type { Id } from '../../kernel/ids.ts';
import { localDayOf, type Instant } from '../../kernel/instant.ts';
import { batchWriter, type BatchWriter } from '../../platform/db/batch-writer.ts';
import type { Database } from '../../platform/db/database.ts';
import { runCommand, type ActingActor, type CommandDomain, type Done, type Meta, type Pipeline, type PipelineRefusal } from '../../platform/db/run-command.ts';
import type { Calendars } from '../calendar/index.ts';
import type { Catalogue } from '../catalogue/index.ts';
import type { Law } from '../law/index.ts';
import type { Matter, MatterFact, MatterLimit, Matters } from '../matters/index.ts';
import type { People } from '../people/index.ts';
import { isWithin, type Units } from '../units/index.ts';
import type { OrderDecision } from './decide.ts';
import { evolve } from './evolve.ts';
import type { OrderLaw } from './limits.ts';
import type { Order, OrderFact } from './order.ts';
import type { Covers } from './policy.ts';
import { seenKinds, type History, type SeenFact } from './seen.ts';
import { loadOrder, rowsOf } from './store.ts';

/** Somebody who holds a post, as the people domain knows it. */
export interface PostHolder {
  readonly staffId: Id;
  readonly institution: string;
  readonly unit: string;
  readonly role: Role;
}

/** What supervision is built from. It reads other domains through their doors and nobody depends on it. */
export interface SupervisionDeps {
  readonly database: Database;
  readonly pipeline: Pipeline;
  readonly units: Units;
  readonly calendar: Calendars;
  readonly catalogue: Pick<Catalogue, 'item' | 'elementName'>;
  readonly law: Pick<Law, 'packOn' | 'packByVersion' | 'supervisionRulesOn' | 'supervisionRule'>;
  readonly people: Pick<People, 'staffNames'>;
  /** Active staff who hold one of the roles now, in these institutions or in institutions of these very units. */
  readonly postHolders: (roles: readonly Role[], among: { readonly institutions?: readonly string[]; readonly units?: readonly string[] }) => Promise<readonly PostHolder[]>;
  readonly matters: Pick<Matters, 'facts' | 'runningLimits' | 'lightsNow' | 'previousOf'>;
  /** A limit of a matter as everybody sees it: the matters' own view, so that dates and their reasons are the same everywhere. */
  readonly dueView: (limit: MatterLimit) => Due;
  /** Says where something changed, to whoever looks on. */
  readonly publish: (topics: readonly string[]) => void;
  /** Looks for work that a commit just wrote. */
  readonly wakeJobs: () => void;
}

/** The dependencies and what is made of them once. */
export interface Context extends SupervisionDeps {
  readonly writer: BatchWriter;
  readonly now: () => Instant;
  readonly covers: Covers;
}

/** Builds the context once. */
export function contextOf(deps: SupervisionDeps): Context {
  const { database, pipeline, units } = deps;
  return { ...deps, writer: batchWriter(database.pool, 'supervision.append', pipeline.clock), now: () => pipeline.clock.now(), covers: (ancestor, unit) => isWithin(units.tree, unit, ancestor) };
}

/** What orders are decided by today. */
export const lawToday = (context: Context): OrderLaw => ({ calendar: context.calendar.calendar, pack: context.law.packOn(localDayOf(context.now())) });

type SeenMatterFact = Extract<MatterFact, { kind: SeenFact['kind'] }>;
const isSeen = (fact: MatterFact): fact is SeenMatterFact => fact.kind in seenKinds;

/** A matter's history as the rules read it. */
export const historyOf = (file: { readonly state: Matter; readonly facts: readonly MatterFact[] }): History => ({ state: file.state, facts: file.facts.filter(isSeen) });

/** Supervision as the pipeline wants it, for one order. What follows from a fact is told to people, by a job. */
export function orderDomain(context: Context, orderId: Id): CommandDomain<Order, OrderFact> {
  return {
    writer: context.writer,
    evolve,
    load: (id, commandId) => loadOrder(context.database.pool, context.pipeline.keys, id, commandId),
    rule: (state) => ({ rule: `${state.occasion.ruleId}@${state.occasion.ruleVersion}`, pack: state.pack }),
    rows: (state, _before, head) => rowsOf(orderId, state, head),
    jobs: (_state, facts) => facts.filter((fact) => fact.kind !== 'order_recomputed').map((fact) => ({ kind: 'supervision.when_order_changed_tell', payload: { fact: fact.kind, at: fact.at } })),
  };
}

/** One command on an order. */
export interface OrderCommand {
  readonly commandId: Id;
  readonly orderId: Id;
  readonly name: string;
  readonly actor: ActingActor;
  /** institution a member of staff acts for, named in the fact */
  readonly institution?: (order: Order) => string | undefined;
  readonly body: unknown;
  readonly creates?: boolean;
  readonly seenSeq?: number;
  readonly may: (order: Order) => boolean;
  readonly decide: (order: Order | null, meta: Meta) => OrderDecision;
}

/** Carries a command on an order through the pipeline; tells who looks on. Refusals of the pipeline speak of orders. */
export async function runOrder(context: Context, command: OrderCommand): Promise<Done<Order> | Refusal> {
  const { creates, institution, orderId, seenSeq, ...rest } = command;
  const done = await runCommand<Order, OrderFact, string>(context.pipeline, orderDomain(context, orderId), {
    ...rest, matterId: orderId, ...(creates ? { creates: {} } : {}), ...(institution === undefined ? {} : { institutionOf: (state: Order | null) => (state ? institution(state) : undefined) }), ...(seenSeq === undefined ? {} : { seenSeq }),
  });
  if (!done.ok) return ofOrders(done);
  context.wakeJobs();
  context.publish(topicsOf(done.state));
  return done;
}

function ofOrders(refusal: Refusal | PipelineRefusal): Refusal {
  if (refusal.code === 'matter.unknown') return refuse('order.unknown');
  return refusal.code === 'matter.changed_meanwhile' ? refuse('order.changed_meanwhile') : refusal;
}

/** Where a change of an order is seen. */
export const topicsOf = ({ occasion }: Pick<Order, 'occasion'>): readonly string[] => ['orders', `institution:${occasion.institution}`, `unit:${occasion.areaUnit}`];

/** The unit above; the unit itself at the top. */
export const unitAbove = (context: Context, unit: string): string => context.units.tree.units.get(unit)?.parent ?? unit;

/** The unit of an institution; the area of the matter where it is not known any more. */
export const unitOfInstitution = (context: Context, institution: string, areaUnit: string): string => context.units.institution(institution)?.unit ?? areaUnit;

/** The unit and everything below it, by code. */
export function unitsWithin(context: Context, unit: string): readonly string[] {
  const found = new Set<string>();
  const open = [unit];
  for (let code = open.pop(); code !== undefined; code = open.pop()) {
    if (found.has(code)) continue;
    found.add(code);
    open.push(...(context.units.tree.children.get(code) ?? []));
  }
  return [...found];
}

/** Names as screens show them; a code stands where a name is gone. */
export const institutionName = (context: Context, code: string): Localized => context.units.institution(code)?.name ?? { 'zh-CN': code, 'zh-HK': code, en: code };
export const itemName = (context: Context, taskCode: string): Localized => context.catalogue.item(taskCode)?.item.catalog_item.task_name ?? { 'zh-CN': taskCode, 'zh-HK': taskCode, en: taskCode };

/** A signed-in actor as facts and access records name him; routes of this domain let nobody else in. */
export function acting(actor: Actor): ActingActor {
  if (actor.kind === 'anonymous' || actor.kind === 'newcomer') throw new Error('a route of supervision let somebody in who is not signed in');
  return actor;
}
