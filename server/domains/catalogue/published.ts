/** What the catalogue offers to other domains. */
import type { HandlingItem, Item, LifeEvent } from '../../../contract/catalogue.ts';
import type { Localized } from '../../../contract/language.ts';
import type { InputFault, Refusal } from '../../kernel/decider.ts';
import type { Feel, Graph, Judge } from '../../kernel/flow/index.ts';
import type { LocalDay } from '../../kernel/instant.ts';
import type { Answers } from './checklist.ts';
import type { Filled, FormPorts } from './forms.ts';

/** An item in one of its versions, and the process version it was published with. */
export interface PublishedItem {
  readonly item: Item;
  readonly version: number;
  readonly process: string;
  readonly processVersion: number;
  /** number of the district's own values that are laid over it; left out where there are none */
  readonly override?: number;
}

/** Over which place an item is asked for: an area, whose district may have values of its own today, or the number of values that a matter keeps. */
export type Over = { readonly areaUnit: string } | { readonly override?: number };

/** What a search may be narrowed by. */
export interface ItemQuestion {
  readonly text?: string | undefined;
  readonly lifeEvent?: LifeEvent | undefined;
  readonly serverType?: string | undefined;
  /** bundles 一件事 only */
  readonly bundles?: 'only' | undefined;
}

/** The catalogue as other domains ask it. All of it is in memory. */
export interface Catalogue {
  /** The item, as it stands today unless a version is named, with a district's own values where a place is; undefined where there is none. */
  item(taskCode: string, version?: number, over?: Over): PublishedItem | undefined;
  /** Every item as it stands today, in order of code, also suspended and cancelled ones (see `isInForce`). */
  current(): readonly PublishedItem[];
  /** One handling item (业务办理项) of an item. */
  handlingItem(taskCode: string, version: number, handlingItem: string): HandlingItem | undefined;
  /** The graph of a process version. An unknown one is a bug: throws. */
  graphOf(process: string, version: number): Graph;
  /** The BPMN 2.0 text of a process version, as it was published. An unknown one is a bug: throws. */
  bpmnOf(process: string, version: number): string;
  /** The name of an element of a process version; its id where it has none. */
  elementName(process: string, version: number, element: string): Localized;
  readonly judge: Judge;
  /** FEEL as processes ask it: conditions, lists, tables. */
  readonly feel: Feel;
  /** What is wrong with a filled form, in a bundle the form of these situation answers; refuses an unknown item, version or handling item. */
  judgeForm(taskCode: string, version: number, handlingItem: string, form: Filled, ports: FormPorts, answers?: Answers): { readonly ok: true; readonly faults: readonly InputFault[] } | Refusal<'items.unknown' | 'items.unknown_handling_item'>;
  /** Items in force on the day, found by plain words, or all of them without a text; where nothing is found, names that may have been meant. */
  search(question: ItemQuestion, day: LocalDay): Promise<{ readonly items: readonly Item[]; readonly suggestions: readonly Localized[] }>;
}

/** Whether an item may be filed on a day. */
export function isInForce(item: Item, day: LocalDay): boolean {
  return item.implementation_item.task_state === 'in_force' && item.implementation_item.plan_effective_date <= day;
}
