import type { Bundle, Item, UnitLevel } from '../../../contract/catalogue.ts';
import * as wire from '../../../contract/items.ts';
import type { Localized } from '../../../contract/language.ts';
import { refuse, type Refusal } from '../../kernel/decider.ts';
import type { LocalDay } from '../../kernel/instant.ts';
import { reply, route, type Route } from '../../platform/http/route.ts';
import { isInForce, type Catalogue, type PublishedItem } from './published.ts';
import { checklist, chosenParts } from './checklist.ts';
import { factPointers, verifiedPointers } from './item-facts.ts';
import { readItems } from './policy.ts';

/** What the routes need beside the catalogue. */
export interface ItemSurroundings {
  /** What the department of a kind is called at a level (the units domain knows). */
  readonly departmentName: (kind: string, level: UnitLevel) => Localized | undefined;
  /** The day in Shenzhen. */
  readonly today: () => LocalDay;
}

/** An item in a list. */
export function itemSummary(item: Item): wire.ItemSummary {
  const at = item.implementation_item;
  return {
    taskCode: at.task_code, name: item.catalog_item.task_name, summary: item.summary, projectType: at.project_type, serverTypes: at.server_type,
    deptKind: at.dept.kind, deptLevel: at.dept.level, promise: { amount: at.promise_day, unit: at.promise_type }, visits: at.limit_scene_num, online: at.is_online,
    lifeEvents: item.life_events, handlingItems: item.handling_items.map((handling) => ({ code: handling.task_handle_item, name: handling.name })),
    ...(item.bundle ? { parts: item.bundle.parts.length } : {}),
  };
}

const unnamed = (kind: string): Localized => ({ 'zh-CN': kind, 'zh-HK': kind, en: kind });

/** The items of a bundle as its guide shows them. */
function itemParts(catalogue: Catalogue, bundle: Bundle, item: Item, departmentName: ItemSurroundings['departmentName']): wire.ItemPart[] {
  return bundle.parts.flatMap((part): wire.ItemPart[] => {
    const own = catalogue.item(part.task_code)?.item.implementation_item;
    if (!own) return [];
    const name = item.implementation_item.handle_flow.find((link) => link.element === part.element)?.name ?? unnamed(part.element);
    return [{
      element: part.element, taskCode: part.task_code, name, departmentName: departmentName(own.dept.kind, own.dept.level) ?? unnamed(own.dept.kind), promise: { amount: own.promise_day, unit: own.promise_type }, visits: own.limit_scene_num,
      after: part.after, required: part.required, chosen: part.when !== undefined, stops: part.on_refused === 'stop',
    }];
  });
}

/** Routes over the catalogue. Items that are suspended, cancelled or not yet in force are not shown. */
export function itemRoutes(catalogue: Catalogue, { departmentName, today }: ItemSurroundings): readonly Route[] {
  const inForce = (taskCode: string, areaUnit: string | undefined): PublishedItem | Refusal => {
    const found = catalogue.item(taskCode, undefined, areaUnit === undefined ? undefined : { areaUnit });
    return found && isInForce(found.item, today()) ? found : refuse('items.unknown', { taskCode });
  };
  return [
    route(wire.searchItems, readItems, async (call) => {
      const { items, suggestions } = await catalogue.search(call.query, today());
      return reply({ items: items.map(itemSummary), suggestions: [...suggestions] });
    }),
    route(wire.getItem, readItems, async (call) => {
      const found = inForce(call.params.taskCode, call.query.areaUnit);
      if (!('item' in found)) return found;
      const { item } = found;
      const { kind, level } = item.implementation_item.dept;
      const facts = { total: factPointers(item).length, verified: verifiedPointers(item).length };
      return reply({ item, facts, departmentName: departmentName(kind, level) ?? unnamed(kind), ...(item.bundle ? { parts: itemParts(catalogue, item.bundle, item, departmentName) } : {}) });
    }),
    route(wire.checkSituation, readItems, async (call) => {
      const found = inForce(call.params.taskCode, call.query.areaUnit);
      if (!('item' in found)) return found;
      const handling = found.item.handling_items.find((one) => one.task_handle_item === call.params.handlingItem);
      if (!handling) return refuse('items.unknown_handling_item', { taskCode: call.params.taskCode, handlingItem: call.params.handlingItem });
      const answer = checklist(handling, call.body.answers);
      if (!answer.ok) return answer;
      const { bundle } = found.item;
      return reply(bundle ? { ...answer.checklist, parts: [...chosenParts(bundle, handling.questions, call.body.answers)] } : answer.checklist);
    }),
  ];
}
