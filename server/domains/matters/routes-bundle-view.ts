import type { MatterView, PartView, ParentView } from '../../../contract/matters.ts';
import type { Localized } from '../../../contract/language.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/ids.ts';
import { partsOf, timersOf } from './evolve-flow.ts';
import { statesOf } from './flow-store.ts';
import { timerDueOn } from './matter-flow.ts';
import { findLimit } from './matter-limit.ts';
import type { Matter } from './matter.ts';
import { dueView } from './routes-dues.ts';
import { findItem, institutionName, type Context, type FoundItem } from './routes-context.ts';

/** The bundles of these matters, by their ids: for lists of items of bundles. */
export function bundlesOf(context: Context, matters: readonly Matter[]): Promise<ReadonlyMap<Id, Matter>> {
  return statesOf(context.database.handle, [...new Set(matters.flatMap((matter) => matter.parent?.matterId ?? []))]);
}

/** The bundle a matter is an item of, by its number and name. */
export function parentView(context: Context, matter: Matter, bundles: ReadonlyMap<Id, Matter>): ParentView | null {
  if (!matter.parent) return null;
  const bundle = bundles.get(matter.parent.matterId);
  const found = bundle && findItem(context, bundle.item.taskCode, bundle.item.handlingItem, bundle.item.version, bundle.item);
  return { matterId: matter.parent.matterId, number: matter.parent.number, itemName: found?.item.catalog_item.task_name ?? sameInAll(matter.parent.number) };
}

const sameInAll = (text: string): Localized => ({ 'zh-CN': text, 'zh-HK': text, en: text });

/** What of a matter comes from its process beside links: `parts` are the states of its parts. Timers, what is unclear and why a part could not be filed are the inside of the office. */
export async function flowView(context: Context, actor: Actor, matter: Matter, found: FoundItem, parts: ReadonlyMap<Id, Matter>): Promise<Pick<MatterView, 'parent' | 'parts' | 'timers' | 'unclear'>> {
  const inside = actor.kind === 'staff';
  const nameOf = (element: string): Localized => context.catalogue.elementName(matter.item.process, matter.item.processVersion, element);
  return {
    parent: parentView(context, matter, await bundlesOf(context, [matter])),
    parts: partViews(context, matter, found, parts).map((part) => (inside ? part : { ...part, why: null })),
    timers: inside ? timersOf(matter).map((timer) => ({ timerId: timer.timerId, element: timer.element, name: nameOf(timer.element), dueOn: timerDueOn(timer), state: timer.state })) : [],
    unclear: inside ? (matter.unclear ?? []).map((element) => ({ element, name: nameOf(element) })) : [],
  };
}

/** Each item of the bundle that this case has, in the bundle's order; of one that was called again the newest. */
function partViews(context: Context, matter: Matter, found: FoundItem, states: ReadonlyMap<Id, Matter>): PartView[] {
  const chosen = (found.item.bundle?.parts ?? []).filter((part) => matter.chosenParts?.includes(part.element) ?? true);
  return chosen.map((described): PartView => {
    const part = partsOf(matter).findLast((one) => one.element === described.element);
    const own = part && states.get(part.matterId);
    const promised = own && findLimit(own.limits, 'promised');
    return {
      element: described.element, name: context.catalogue.item(described.task_code)?.item.catalog_item.task_name ?? sameInAll(described.task_code), required: described.required,
      matterId: own ? part.matterId : null, number: own?.number ?? null, institutionName: own ? institutionName(context, own.handlingInstitution) : null,
      status: own?.status ?? (part?.outcome === 'stopped' ? 'stopped' : 'not_begun'), outcome: part?.outcome ?? null, openedAt: part?.openedAt ?? null, endedAt: part?.endedAt ?? null,
      due: promised ? dueView(context, promised) : null, why: part?.why ? { code: part.why.code, pointers: [...part.why.pointers] } : null,
    };
  });
}
