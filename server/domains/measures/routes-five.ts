import * as wire from '../../../contract/measures.ts';
import { figureNames, figureSources, partDefinitions, partNames } from '../../../contract/messages/measures.ts';
import type { Item } from '../../../contract/catalogue.ts';
import type { Actor } from '../../kernel/actor.ts';
import { refuse, type Refusal } from '../../kernel/decider.ts';
import { isLocalDay } from '../../kernel/instant.ts';
import { reply, route, type Route } from '../../platform/http/route.ts';
import { isInForce } from '../catalogue/index.ts';
import { readFenced } from '../matters/index.ts';
import { atGeneralWindow, atMostOneVisit, fiveOf, isOnline, percentOf, type ItemInFive, type OrdersAnswered, type Share } from './five.ts';
import { monthAfter, monthOf, monthsBetween, mostMonths } from './periods.ts';
import { listableIn, measurePermissions } from './policy.ts';
import type { Context } from './routes-context.ts';
import { areasUnder, coversIn, countedIn, isCountedIn, listableAreas, openedPlace, type KnownPlace } from './routes-places.ts';
import { countsOf, mattersBehind, noCounts, type CountFilter, type Cursor, type FigureSide, type MeasuredMatterRow } from './views.ts';

/** A question for measures, judged: the place is the actor's to see, the months are in order. */
export interface Measured {
  readonly ok: true;
  readonly place: KnownPlace;
  readonly filter: CountFilter;
  readonly head: { place: wire.Place; from: string; to: string; item: { taskCode: string; name: wire.Place['name'] } | null; channel: 'online' | 'window' | null; asOf: string };
}

/** Judges place, months, item and channel of a question. */
export function measuredQuestion(context: Context, actor: Actor, query: wire.MeasuredQuery): Measured | Refusal {
  const opened = openedPlace(context, actor, query.unit);
  if (!opened.ok) return opened;
  const to = query.to ?? monthOf(context.today());
  const from = query.from ?? `${to.slice(0, 4)}-01`;
  if (from > to) return refuse('measures.months_reversed', { from, to });
  if (monthsBetween(from, to) > mostMonths) return refuse('measures.too_many_months', { most: mostMonths });
  const item = query.item === undefined ? undefined : context.catalogue.item(query.item);
  if (query.item !== undefined && !item) return refuse('measures.unknown_item', { taskCode: query.item });
  return {
    ok: true, place: opened.place, filter: { from, to, taskCode: query.item, channel: query.channel },
    head: { place: opened.place.view, from, to, item: query.item === undefined || !item ? null : { taskCode: query.item, name: item.item.catalog_item.task_name }, channel: query.channel ?? null, asOf: context.now() },
  };
}

const inFive = (item: Item): ItemInFive => {
  const at = item.implementation_item;
  return { atWindow: at.handle_type.includes('1') && at.accept_at.length > 0, inHall: at.is_entry_center, online: at.is_online, visits: at.limit_scene_num };
};

const itemsInForce = (context: Context, taskCode: string | undefined): readonly Item[] =>
  context.catalogue.current().map((one) => one.item).filter((item) => isInForce(item, context.today()) && (taskCode === undefined || item.implementation_item.task_code === taskCode));

async function ordersAnswered(context: Context, { place, filter }: Measured): Promise<OrdersAnswered | null> {
  if (!context.orders) return null;
  const rows = await context.orders.answered({ from: filter.from, to: filter.to });
  const today = context.today();
  const { institution, unit } = place.asked;
  const ours = rows.filter((row) => (filter.taskCode === undefined || row.taskCode === filter.taskCode) && (institution === null ? isCountedIn(countedIn(context.units, row.areaUnit, today), unit) : row.institution === institution));
  return { due: ours.reduce((sum, row) => sum + row.due, 0), inTime: ours.reduce((sum, row) => sum + row.inTime, 0) };
}

/** The five of a place, over months, perhaps of one item or channel. */
export async function figuresOf(context: Context, question: Measured): Promise<wire.FigureView[]> {
  const { place, filter } = question;
  const scope = place.view.code;
  const { handle } = context.database;
  const [all, window, orders] = await Promise.all([
    countsOf(handle, [scope], filter),
    filter.channel === 'online' ? undefined : countsOf(handle, [scope], { ...filter, channel: 'window' }),
    ordersAnswered(context, question),
  ]);
  const shares = fiveOf({ all: all.get(scope) ?? noCounts, window: window?.get(scope) ?? noCounts, items: itemsInForce(context, filter.taskCode).map(inFive), orders });
  return wire.fiveFigures.map((figure) => ({
    figure, name: figureNames[figure], source: figureSources[figure],
    parts: wire.figureParts.filter((part) => part.startsWith(`${figure}.`)).map((part) => partView(part, shares[part])),
  }));
}

function partView(part: wire.FigurePartId, share: Share): wire.FigurePart {
  const of = wire.countedThings.find((thing) => part.endsWith(`.${thing}`)) ?? 'matters';
  return { part, of, ...share, percent: percentOf(share), name: partNames[part], definition: partDefinitions[part] };
}

/** The cursor of a page, from the text it travels as; `unreadable` where somebody wrote it himself and its day is none that the calendar has. */
function cursorOf(after: string | undefined): Cursor | null | 'unreadable' {
  const [day = '', matterId = ''] = after?.split(' ') ?? [];
  if (after === undefined) return null;
  return isLocalDay(day) ? { day, matterId } : 'unreadable';
}

/** Matters on one side of a figure, as the actor may list them; one more than `most` is asked for, so that "there are more" is known. */
export async function figureMatters(context: Context, actor: Actor, question: Measured, side: FigureSide, after: Cursor | null, most: number): Promise<{ ok: true; matters: wire.MeasuredMatter[]; next: string | null } | Refusal> {
  const { place, filter } = question;
  const may = listableIn(actor, place.asked, coversIn(context.units));
  if (!may) return refuse('measures.unknown_place');
  const areas = may.areas === 'all' ? undefined : may.areas.flatMap((unit) => areasUnder(context.units, unit));
  const street = place.column === 'community' ? (countedIn(context.units, place.asked.unit, context.today()).street ?? undefined) : undefined;
  const where = { ...filter, place: place.column === null ? null : { column: place.column, code: place.view.code }, street, areas };
  const rows = await readFenced(context, actor, (fenced) => mattersBehind(fenced, side, where, after, most + 1));
  const shown = rows.slice(0, most);
  const last = shown.at(-1);
  return { ok: true, matters: shown.map((row) => matterView(context, row)), next: rows.length > most && last ? `${last.receivedOn} ${last.matterId}` : null };
}

function matterView(context: Context, row: MeasuredMatterRow): wire.MeasuredMatter {
  const { units, catalogue } = context;
  const { accepting, handling, areaUnit, itemVersion, ...rest } = row;
  return {
    ...rest, status: row.status as wire.MeasuredMatter['status'], late: [...row.late],
    itemName: (catalogue.item(row.taskCode, itemVersion) ?? catalogue.item(row.taskCode))?.item.catalog_item.task_name ?? { 'zh-CN': row.taskCode, 'zh-HK': row.taskCode, en: row.taskCode },
    areaName: units.unitName(areaUnit), acceptingName: nameOf(context, accepting), handlingName: nameOf(context, handling),
  };
}

const nameOf = (context: Context, code: string): wire.Place['name'] => context.units.institution(code)?.name ?? { 'zh-CN': code, 'zh-HK': code, en: code };

const perPage = 50;
const itemFigures: Readonly<Partial<Record<wire.FiveFigure, (item: ItemInFive) => boolean>>> = { one_window: atGeneralWindow, one_net: isOnline, one_visit: atMostOneVisit };

/** The five and what lies behind them. */
export function fiveRoutes(context: Context): readonly Route[] {
  return [
    route(wire.getFive, measurePermissions.figures, async ({ actor, query }) => {
      const question = measuredQuestion(context, actor, query);
      if (!question.ok) return question;
      return reply({ ...question.head, figures: await figuresOf(context, question), mayOpenMatters: listableAreas(context, actor, question.place).ok });
    }),
    route(wire.listFigureMatters, measurePermissions.matters, async ({ actor, params, query }) => {
      const { side = 'gap', after, ...asked } = query;
      const question = measuredQuestion(context, actor, asked);
      if (!question.ok) return question;
      const cursor = cursorOf(after);
      if (cursor === 'unreadable') return refuse('input.malformed', {}, [{ pointer: '/after', code: 'input.wrong_form', params: {} }]);
      const found = await figureMatters(context, actor, question, `${params.figure}.${side}`, cursor, perPage);
      return found.ok ? reply({ ...question.head, figure: params.figure, side, matters: found.matters, next: found.next }) : found;
    }),
    route(wire.listFigureItems, measurePermissions.figures, async ({ params, query }) => {
      const counts = itemFigures[params.figure];
      if (!counts) return refuse('measures.no_items_behind');
      const { side = 'gap' } = query;
      const items = itemsInForce(context, undefined).filter((item) => params.figure !== 'one_net' || inFive(item).inHall).filter((item) => counts(inFive(item)) === (side === 'counted'));
      return reply({
        figure: params.figure, side,
        items: items.map((item) => ({
          taskCode: item.implementation_item.task_code, name: item.catalog_item.task_name, visits: item.implementation_item.limit_scene_num, online: item.implementation_item.is_online,
          why: params.figure === 'one_visit' ? (item.implementation_item.limit_scene_explain ?? null) : null,
        })),
      });
    }),
  ];
}

/** The twelve months that end with a day's. */
export const twelveMonths = (today: string): { from: string; to: string } => ({ from: monthAfter(monthOf(today), -11), to: monthOf(today) });
