import type { ReplyOf } from '../../../contract/endpoint.ts';
import * as wire from '../../../contract/measures.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Refusal } from '../../kernel/decider.ts';
import { isWorkingDay } from '../../kernel/calendar/index.ts';
import { dayNumber, dayOfNumber, type LocalDay } from '../../kernel/instant.ts';
import { reply, route, type Route } from '../../platform/http/route.ts';
import { percentOf } from './five.ts';
import { measurePermissions } from './policy.ts';
import type { Context } from './routes-context.ts';
import { twelveMonths } from './routes-five.ts';
import { areasCountedIn, childrenOf, cityOf, countedIn, listableAreas, openedAbove, openedPlace, placeView, type KnownPlace } from './routes-places.ts';
import { smallestShown } from './suppress.ts';
import { countsByItem, countsOf, mediansOf, noCounts, todayOf, trendOf, worstLinksOf, type CountFilter } from './views.ts';

const trendDays = 30;
const worstBound = 10;
/** Longest list of running limits ever answered on a screen. */
export const runningBound = 200;

const noLights = { green: 0, yellow: 0, red: 0, paused: 0 };

/** Numbers by place: what lights, orders and grades are added up into. */
type ByPlace<T> = ReadonlyMap<string, T>;

/** Adds rows up under every place of a list they belong to: an institution's own, or those over areas counted in the unit. */
function addUp<Row extends { readonly institution: string; readonly areaUnit: string }, Sum>(context: Context, places: readonly wire.Place[], rows: readonly Row[], start: () => Sum, add: (sum: Sum, row: Row) => void): ByPlace<Sum> {
  const sums = new Map(places.map((place) => [place.code, start()]));
  const today = context.today();
  const counted = new Map<string, readonly string[]>();
  const unitsOf = (areaUnit: string): readonly string[] => {
    const known = counted.get(areaUnit) ?? Object.values(countedIn(context.units, areaUnit, today)).filter((code): code is string => code !== null);
    counted.set(areaUnit, known);
    return known;
  };
  for (const row of rows) {
    for (const code of [row.institution, ...unitsOf(row.areaUnit)]) {
      const sum = sums.get(code);
      if (sum !== undefined) add(sum, row);
    }
  }
  return sums;
}

/** Lights of the places, from one question for the place above them all. */
async function lightsOf(context: Context, place: KnownPlace, places: readonly wire.Place[]): Promise<ByPlace<wire.Lights>> {
  const within = place.asked.institution === null ? { areaUnits: areasCountedIn(context.units, place.asked.unit, context.today()) } : { institutions: [place.asked.institution] };
  const [rows, own] = await Promise.all([
    context.matters.lightsNow(context.now(), within),
    // An institution of the unit may also have in hand what belongs to another area.
    place.asked.institution === null ? context.matters.lightsNow(context.now(), { institutions: places.filter((one) => one.kind === 'institution').map((one) => one.code) }) : [],
  ]);
  const add = (sum: { green: number; yellow: number; red: number; paused: number }, row: wire.Lights): void => {
    sum.green += row.green;
    sum.yellow += row.yellow;
    sum.red += row.red;
    sum.paused += row.paused;
  };
  const units = addUp(context, places.filter((one) => one.kind !== 'institution'), rows, () => ({ ...noLights }), add);
  const institutions = addUp(context, places.filter((one) => one.kind === 'institution'), place.asked.institution === null ? own : rows, () => ({ ...noLights }), add);
  return new Map([...units, ...institutions]);
}

async function ordersOf(context: Context, places: readonly wire.Place[]): Promise<ByPlace<{ open: number; late: number }> | null> {
  if (!context.orders) return null;
  return addUp(context, places, await context.orders.openNow(context.now()), () => ({ open: 0, late: 0 }), (sum, row) => {
    sum.open += row.open;
    sum.late += row.late;
  });
}

/** Satisfied of all grades by place; grades are known by institution, and an institution's are its unit's and those of the units above. */
export async function gradesByPlace(context: Context, places: readonly wire.Place[], months: { readonly from: string; readonly to: string }, taskCode?: string): Promise<ByPlace<{ good: number; all: number }>> {
  const rows = await context.grades?.gradesOf({ fromMonth: months.from, toMonth: months.to }) ?? [];
  const placed = rows.filter((row) => taskCode === undefined || row.taskCode === taskCode).map((row) => ({ ...row, areaUnit: context.units.institution(row.institution)?.unit ?? cityOf(context.units) }));
  return addUp(context, places, placed, () => ({ good: 0, all: 0 }), (sum, row) => {
    sum.all += row.n;
    if (row.grade <= 3) sum.good += row.n;
  });
}

/** The lines of the overview: a place, and those below it that have anything to show. */
async function overviewRows(context: Context, place: KnownPlace, months: CountFilter): Promise<readonly wire.OverviewRow[]> {
  const today = context.today();
  const places = [place.view, ...(place.asked.institution === null ? childrenOf(context.units, place.view.code, today) : [])];
  const codes = places.map((one) => one.code);
  const { handle } = context.database;
  const [lights, counts, medians, days, orders, grades] = await Promise.all([
    lightsOf(context, place, places), countsOf(handle, codes, months), mediansOf(handle, 'scope', codes, months), todayOf(handle, codes, today), ordersOf(context, places), gradesByPlace(context, places, months),
  ]);
  return places.map((one): wire.OverviewRow => {
    const sums = counts.get(one.code) ?? noCounts;
    const grade = grades.get(one.code);
    return {
      place: one, hasChildren: one.kind !== 'institution' && childrenOf(context.units, one.code, today).length > 0, lights: lights.get(one.code) ?? noLights,
      filedToday: days.get(one.code)?.filed ?? 0, finishedToday: days.get(one.code)?.finished ?? 0,
      filed: sums.filed, judged: sums.judged, inTime: sums.in_time, inTimePercent: percentOf({ numerator: sums.in_time, denominator: sums.judged }),
      medianDays: medians.get(one.code)?.net ?? null, promisedDays: medians.get(one.code)?.promised ?? null,
      ordersOpen: orders === null ? null : (orders.get(one.code)?.open ?? 0), ordersLate: orders === null ? null : (orders.get(one.code)?.late ?? 0),
      satisfiedPercent: grade && grade.all >= smallestShown ? percentOf({ numerator: grade.good, denominator: grade.all }) : null,
    };
  }).filter((row, index) => index === 0 || row.place.kind !== 'institution' || hasAnything(row));
}

const hasAnything = ({ lights, filed, ordersOpen }: wire.OverviewRow): boolean => filed > 0 || (ordersOpen ?? 0) > 0 || Object.values(lights).some((n) => n > 0);

async function trend(context: Context, scope: string): Promise<{ day: LocalDay; working: boolean; filed: number; finished: number }[]> {
  const last = dayNumber(context.today());
  const days = Array.from({ length: trendDays }, (_, n) => dayOfNumber(last - trendDays + 1 + n));
  const found = await trendOf(context.database.handle, scope, days[0] ?? context.today(), context.today());
  return days.map((day) => ({ day, working: isWorkingDay(context.calendar.calendar, day), filed: found.get(day)?.filed ?? 0, finished: found.get(day)?.finished ?? 0 }));
}

async function worstLinks(context: Context, scope: string, months: CountFilter): Promise<wire.WorstLink[]> {
  const links = await worstLinksOf(context.database.handle, scope, months, worstBound);
  return links.map((link) => ({
    institution: placeView(context.units, link.institution), element: link.element, linkName: context.catalogue.elementName(link.process, link.version, link.element), judged: link.judged, late: link.late,
    latePercent: percentOf({ numerator: link.late, denominator: link.judged }), averageDays: link.timed === 0 ? null : Math.round((link.days * 10) / link.timed) / 10,
  }));
}

async function worstItems(context: Context, scope: string, months: CountFilter): Promise<wire.WorstItem[]> {
  const items = [...(await countsByItem(context.database.handle, scope, months))].map(([taskCode, sums]) => ({ taskCode, sums, late: sums.judged - sums.in_time })).filter((one) => one.late > 0);
  return items.sort((a, b) => b.late - a.late || (a.taskCode < b.taskCode ? -1 : 1)).slice(0, worstBound).map(({ taskCode, sums, late }) => ({
    taskCode, name: itemName(context, taskCode), filed: sums.filed, judged: sums.judged, late, latePercent: percentOf({ numerator: late, denominator: sums.judged }),
  }));
}

/** An item's name, its code where it is not in the catalogue any more. */
export const itemName = (context: Context, taskCode: string): wire.Place['name'] => context.catalogue.item(taskCode)?.item.catalog_item.task_name ?? { 'zh-CN': taskCode, 'zh-HK': taskCode, en: taskCode };

/** The overview of a place as the actor may see it. */
export async function overviewOf(context: Context, actor: Actor, place: KnownPlace): Promise<ReplyOf<typeof wire.getOverview>> {
  const months = twelveMonths(context.today());
  const [[self, ...children], days, links, items] = await Promise.all([overviewRows(context, place, months), trend(context, place.view.code), worstLinks(context, place.view.code, months), worstItems(context, place.view.code, months)]);
  if (!self) throw new Error(`overview of ${place.view.code} has no line of its own`);
  return {
    asOf: context.now(), today: context.today(), above: [...openedAbove(context, actor, place)], self, children, trend: days, worstLinks: links, worstItems: items, mayOpenMatters: listableAreas(context, actor, place).ok,
  };
}

/** What of the running limits is asked for. */
export interface RunningAsked {
  readonly light?: (typeof wire.runningLights)[number] | undefined;
  readonly kind?: string | undefined;
  readonly item?: string | undefined;
}

/** The running limits of a place as the actor may list them, most urgent first. */
export async function runningOf(context: Context, actor: Actor, place: KnownPlace, asked: RunningAsked, most: number): Promise<{ ok: true; rows: wire.RunningRow[]; more: boolean } | Refusal> {
  const may = listableAreas(context, actor, place);
  if (!may.ok) return may;
  const { institution, unit } = place.asked;
  const areaUnits = institution === null ? areasCountedIn(context.units, unit, context.today()) : may.areas;
  const at = context.now();
  const filter = {
    ...(institution === null ? {} : { institutions: [institution] }), ...(areaUnits === undefined ? {} : { areaUnits }), ...(asked.light === undefined ? {} : { lights: [asked.light] }),
    ...(asked.kind === undefined ? {} : { kinds: [asked.kind as 'link'] }), ...(asked.item === undefined ? {} : { taskCode: asked.item }),
  };
  const found = await context.matters.runningLimits(filter, at, most + 1, actor);
  const shown = found.slice(0, most);
  const names = await context.people.staffNames(shown.flatMap((row) => row.staffId ?? []));
  const rows = shown.map((row): wire.RunningRow => ({
    matterId: row.matterId, number: row.number, taskCode: row.taskCode, itemName: itemName(context, row.taskCode), limitId: row.limitId, kind: row.kind, linkName: linkNameOf(context, row.taskCode, row.limitId),
    institution: placeView(context.units, row.institution), staffName: row.staffId === null ? null : (names.get(row.staffId) ?? null), areaName: context.units.unitName(row.areaUnit),
    startedAt: row.startedAt, dueOn: row.dueOn, dueAt: row.dueAt, light: row.dueAt < at ? 'red' : row.pausedUntil !== null ? 'paused' : row.warnAt <= at ? 'yellow' : 'green',
  }));
  return { ok: true, rows, more: found.length > most };
}

/** `link:decide-3` is the third task of a matter, at the element `decide` of its process: named as the item's newest version names it. */
function linkNameOf(context: Context, taskCode: string, limitId: string): wire.RunningRow['linkName'] {
  const element = /^link:(.+)-\d+$/.exec(limitId)?.[1];
  return element === undefined ? null : (context.catalogue.item(taskCode)?.item.implementation_item.handle_flow.find((link) => link.element === element)?.name ?? null);
}

/** The supervisor's overview and the running limits behind its lights. */
export function overviewRoutes(context: Context): readonly Route[] {
  return [
    route(wire.getOverview, measurePermissions.figures, async ({ actor, query }) => {
      const opened = openedPlace(context, actor, query.unit);
      return opened.ok ? reply(await overviewOf(context, actor, opened.place)) : opened;
    }),
    route(wire.listRunning, measurePermissions.matters, async ({ actor, query }) => {
      const opened = openedPlace(context, actor, query.unit);
      if (!opened.ok) return opened;
      const found = await runningOf(context, actor, opened.place, query, runningBound);
      return found.ok ? reply({ asOf: context.now(), place: opened.place.view, rows: found.rows, more: found.more }) : found;
    }),
  ];
}
