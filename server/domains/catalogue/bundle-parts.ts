/** The items behind a bundle's parts, and what the merging rules share. */
import type { HandlingItem, Item } from '../../../contract/catalogue.ts';
import type { PartDefinition } from './bundle-definition.ts';
import type { Condition, Standing } from './bundle-when.ts';

/** A part with the item it is. `at` is its JSON Pointer in the definition. */
export interface Part {
  readonly at: string;
  readonly definition: PartDefinition;
  readonly item: Item;
  readonly handling: HandlingItem;
}

/** When a part is in the case, and under which name the bundle asks each of its questions. */
export interface Situation extends Standing {
  readonly condition: Condition;
}

/** Value → name, for a record name → value. */
export const inverted = (record: Readonly<Record<string, string>> | undefined): Readonly<Record<string, string>> => Object.fromEntries(Object.entries(record ?? {}).map(([name, value]) => [value, name]));

/** Whether two JSON values say the same, whatever the order of their members. */
export function same(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other)) return one.length === other.length && one.every((value, i) => same(value, other[i]));
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null || Array.isArray(one) || Array.isArray(other)) return one === other;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => Object.hasOwn(other, key) && same((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]));
}
