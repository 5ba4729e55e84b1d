import * as wire from '../../../contract/supervision.ts';
import { byOf, holdsRole, type Actor } from '../../kernel/actor.ts';
import { refuse, type Refusal } from '../../kernel/decider.ts';
import type { Id } from '../../kernel/ids.ts';
import { dayNumber, dayOfNumber, startOfLocalDay } from '../../kernel/instant.ts';
import { newId } from '../../platform/ids.ts';
import { reply, route, type Route } from '../../platform/http/route.ts';
import { readFenced } from '../matters/index.ts';
import { closeOrder, replyTo, returnOrder } from './decide.ts';
import { answerers, maySeeBackTrace, maySeeOrdersOf, mayActOnOrder, mayReadOrder, supervisionPermissions } from './policy.ts';
import { acting, lawToday, runOrder, unitsWithin, type Context, type OrderCommand } from './routes-context.ts';
import { digestRoutes } from './routes-digest.ts';
import { backTraceView, findingRows, orderRows, orderView, ordersOfMatterView, type MatterRead } from './routes-present.ts';
import { readOrderFile } from './store.ts';
import { listFindings, listOrders, ordersOfMatter, type Scope } from './views.ts';
import type { OrderAct } from './transitions.ts';

/** Every route of this domain. */
export function supervisionRoutes(context: Context): readonly Route[] {
  return [...listRoutes(context), ...orderRoutes(context), ...matterRoutes(context), ...digestRoutes(context)];
}

/** What the actor may see: the institutions he answers for, and what he supervises; a supervisor of the city sees everything. */
function scopeOf(context: Context, actor: Actor): Scope {
  if (actor.kind !== 'staff') return { institutions: [], units: [] };
  const units = [...new Set(actor.posts.filter((post) => post.role === 'supervisor').map((post) => post.unit))];
  const institutions = [...new Set(actor.posts.filter((post) => answerers.includes(post.role)).map((post) => post.institution))];
  const isCity = units.some((unit) => context.units.tree.units.get(unit)?.kind === 'city');
  return { institutions, units: isCity ? null : [...new Set(units.flatMap((unit) => unitsWithin(context, unit)))] };
}

function listRoutes(context: Context): readonly Route[] {
  const under = (unit: string | undefined) => (unit === undefined ? undefined : unitsWithin(context, unit));
  return [
    route(wire.listOrders, supervisionPermissions.listOrders, async ({ actor, query }) => {
      const { unit, mine, escalated, ...wanted } = query;
      const staffId = mine && actor.kind === 'staff' ? actor.staffId : undefined;
      const { orders, total } = await readFenced(context, actor, (fenced) => listOrders(fenced, scopeOf(context, actor), { ...wanted, units: under(unit), staffId, escalated: escalated === 'yes' }));
      return reply({ orders: await orderRows(context, orders), total });
    }),
    route(wire.listFindings, supervisionPermissions.findings, async ({ actor, query }) => {
      const { unit, from, to, ...wanted } = query;
      const before = to === undefined ? undefined : startOfLocalDay(dayOfNumber(dayNumber(to) + 1));
      const { findings, total } = await readFenced(context, actor, (fenced) => listFindings(fenced, scopeOf(context, actor), { ...wanted, units: under(unit), from: from === undefined ? undefined : startOfLocalDay(from), before }));
      return reply({ findings: await findingRows(context, findings), total });
    }),
  ];
}

/** Reading somebody's words is recorded, done or refused; unknown and forbidden look alike. */
async function recordReading(context: Context, actor: Actor, ownerId: Id, act: string, outcome: string): Promise<void> {
  await context.pipeline.recorder.write({ facts: [], access: [{ matter_id: ownerId, record_id: newId(), actor: byOf(acting(actor)), act, outcome }] });
}

async function readOrder(context: Context, actor: Actor, orderId: Id): Promise<{ ok: true; reply: wire.OrderView } | Refusal> {
  const file = await readOrderFile(context.database.handle, context.pipeline.keys, orderId);
  const may = file !== undefined && mayReadOrder(actor, file.state, context.covers);
  if (file) await recordReading(context, actor, orderId, 'supervision.read_order', may ? 'done' : 'order.unknown');
  if (!file || !may) return refuse('order.unknown');
  const matter = await context.matters.facts(file.state.occasion.matterId);
  if (!matter) throw new Error(`matter of order ${orderId} is gone`);
  const view = await orderView(context, actor, file, matter);
  return 'orderId' in view ? reply(view) : view;
}

function orderRoutes(context: Context): readonly Route[] {
  type Body = { readonly commandId: string; readonly seenSeq: number };
  const perform = async (actor: Actor, orderId: Id, act: OrderAct, body: Body, decide: OrderCommand['decide']) => {
    if (actor.kind !== 'staff') return refuse('order.unknown');
    const done = await runOrder(context, {
      commandId: body.commandId, orderId, name: `${act}_order`, actor, institution: (order) => actingInstitution(actor, order.occasion.institution, act), body, seenSeq: body.seenSeq, may: (order) => mayActOnOrder(actor, order, act, context.covers), decide,
    });
    if (!done.ok) return done;
    const read = await readOrder(context, actor, orderId);
    return read.ok ? reply({ order: read.reply }) : read;
  };
  return [
    route(wire.getOrder, supervisionPermissions.readOrder, ({ actor, params }) => readOrder(context, actor, params.orderId)),
    route(wire.replyToOrder, supervisionPermissions.reply, ({ actor, params, body }) =>
      perform(actor, params.orderId, 'reply', body, (order, meta) => (order ? replyTo(order, body.words, lawToday(context), meta) : refuse('order.unknown')))),
    route(wire.returnOrder, supervisionPermissions.judge, ({ actor, params, body }) =>
      perform(actor, params.orderId, 'return', body, (order, meta) => (order ? returnOrder(order, body.words, lawToday(context), meta) : refuse('order.unknown')))),
    route(wire.closeOrder, supervisionPermissions.judge, ({ actor, params, body }) =>
      perform(actor, params.orderId, 'close', body, (order, meta) => (order ? closeOrder(order, body.ground, body.words, meta) : refuse('order.unknown')))),
  ];
}

/** For which institution somebody acts: the one that answers, or the one of his supervisor's post. */
function actingInstitution(actor: Extract<Actor, { kind: 'staff' }>, answering: string, act: OrderAct): string | undefined {
  return act === 'reply' ? answering : actor.posts.find((post) => post.role === 'supervisor')?.institution;
}

function matterRoutes(context: Context): readonly Route[] {
  const read = async (matterId: Id, may: (matter: MatterRead['state']) => boolean): Promise<MatterRead | undefined> => {
    const matter = await context.matters.facts(matterId);
    return matter && may(matter.state) ? matter : undefined;
  };
  return [
    route(wire.getBackTrace, supervisionPermissions.backTrace, async ({ actor, params }) => {
      const matter = await read(params.matterId, (state) => maySeeBackTrace(actor, state, context.covers));
      if (!matter) return refuse('matter.unknown');
      await recordReading(context, actor, params.matterId, 'supervision.back_trace', 'done');
      const view = await backTraceView(context, matter);
      return 'matterId' in view ? reply(view) : view;
    }),
    route(wire.ordersOfMatter, supervisionPermissions.ordersOfMatter, async ({ actor, params }) => {
      const matter = await read(params.matterId, (state) => maySeeOrdersOf(actor, state, context.covers));
      if (!matter) return refuse('matter.unknown');
      const orders = await ordersOfMatter(context.database.handle, params.matterId);
      const mayList = holdsRole(actor, [...answerers, 'supervisor']);
      return reply(ordersOfMatterView(context, actor, orders, (order) => mayList && mayReadOrder(actor, order, context.covers)));
    }),
  ];
}
