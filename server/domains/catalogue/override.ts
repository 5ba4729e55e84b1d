/** What a district may set for itself on an item, always to the applicant's good, and the item as it then is. Pure. */
import type { Item } from '../../../contract/catalogue.ts';
import type { Localized } from '../../../contract/language.ts';
import { isRecord, pointer, problem, valueAt, type Problem } from './problem.ts';

/** By which rule a field may differ: sentences under `catalogue.rule_<rule>`. */
export type OverrideRule = 'shorter' | 'fewer' | 'lower' | 'more' | 'offered' | 'in_favour' | 'text';

/** A field that may differ. `at` is its real JSON Pointer in this version, `pointer` names materials by their codes, so that it means the same in the next. */
export interface Overridable {
  readonly pointer: string;
  readonly at: string;
  readonly label: Localized | null;
  readonly rule: OverrideRule;
  readonly shape: 'integer' | 'boolean' | 'need' | 'levels' | 'text';
  readonly value: unknown;
}

/** From the hardest to the easiest for the applicant. */
const needs: readonly unknown[] = ['required', 'deferrable', 'optional'];
const levels: readonly unknown[] = ['city', 'district', 'street', 'community'];
const languages = ['zh-CN', 'zh-HK', 'en'] as const;
const longestText = 300;

/** Every field of an item that a district may set, in the order of the item. What cannot get any better is not among them. */
export function overridableFields(item: Item): readonly Overridable[] {
  const at = item.implementation_item;
  const own = (name: string, rule: OverrideRule, shape: Overridable['shape'], value: unknown): Overridable => {
    const path = pointer('implementation_item', name);
    return { pointer: path, at: path, label: null, rule, shape, value };
  };
  const offers = (['is_schedule', 'is_express', 'is_service_terminals', 'is_pay_online'] as const).filter((name) => !at[name] && (name !== 'is_pay_online' || at.is_fee));
  return [
    // A bundle's promise follows from its parts; on the spot is as short as can be.
    ...(at.promise_day > 1 && item.bundle === undefined ? [own('promise_day', 'shorter', 'integer', at.promise_day)] : []),
    ...(at.limit_scene_num > 0 ? [own('limit_scene_num', 'fewer', 'integer', at.limit_scene_num)] : []),
    ...(at.accept_at.length < levels.length ? [own('accept_at', 'more', 'levels', at.accept_at)] : []),
    ...offers.map((name) => own(name, 'offered', 'boolean', at[name])),
    ...(['transact_time', 'link_way', 'supervise_way'] as const).map((name) => own(name, 'text', 'text', at[name])),
    ...at.fees.flatMap((fee, i): readonly Overridable[] => {
      const path = pointer('implementation_item', 'fees', i, 'amount_fen');
      return fee.amount_fen > 0 ? [{ pointer: path, at: path, label: fee.fee_name, rule: 'lower', shape: 'integer', value: fee.amount_fen }] : [];
    }),
    ...item.handling_items.flatMap((handling, h) => handling.materials.flatMap((material, m): readonly Overridable[] => material.is_need === 'optional' ? [] : [{
      pointer: pointer('handling_items', handling.task_handle_item, 'materials', material.material_code, 'is_need'), at: pointer('handling_items', h, 'materials', m, 'is_need'),
      label: material.material_name, rule: 'in_favour', shape: 'need', value: material.is_need,
    }])),
  ];
}

/** What keeps a value from standing in that field; undefined where it may. */
function wrongWith(field: Overridable, value: unknown): string | undefined {
  const whole = typeof value === 'number' && Number.isInteger(value) ? value : undefined;
  const own = field.value;
  switch (field.rule) {
    case 'shorter':
      return whole !== undefined && whole >= 1 && whole <= Number(own) ? undefined : 'catalogue.override_not_shorter';
    case 'fewer':
      return whole !== undefined && whole >= 0 && whole <= Number(own) ? undefined : 'catalogue.override_not_fewer';
    case 'lower':
      return whole !== undefined && whole >= 0 && whole <= Number(own) ? undefined : 'catalogue.override_not_lower';
    case 'more':
      return Array.isArray(value) && value.every((one, i) => levels.includes(one) && value.indexOf(one) === i) && (own as readonly unknown[]).every((one) => value.includes(one)) ? undefined : 'catalogue.override_takes_away';
    case 'offered':
      return value === true ? undefined : 'catalogue.override_takes_away';
    case 'in_favour':
      return needs.includes(value) && needs.indexOf(value) >= needs.indexOf(own) ? undefined : 'catalogue.override_not_in_favour';
    case 'text':
      return isText(value) ? undefined : 'catalogue.override_text_incomplete';
  }
}

function isText(value: unknown): boolean {
  if (!isRecord(value) || Object.keys(value).length !== languages.length) return false;
  return languages.every((language) => {
    const text = value[language];
    return typeof text === 'string' && text.trim() !== '' && text.length <= longestText;
  });
}

/** What is wrong with a district's own values on this version: fields outside the list, values against their rule. Each at `/fields/<pointer>`. */
export function overrideProblems(item: Item, fields: Readonly<Record<string, unknown>>): readonly Problem[] {
  const known = new Map(overridableFields(item).map((field) => [field.pointer, field]));
  return Object.entries(fields).flatMap(([path, value]) => {
    const field = known.get(path);
    if (!field) return [problem(pointer('fields', path), 'catalogue.override_not_allowed', { field: path })];
    const code = wrongWith(field, value);
    return code === undefined ? [] : [problem(pointer('fields', path), code, { field: path, own: JSON.stringify(field.value) })];
  });
}

/** The item with a district's own values laid over it. A value that no longer fits this version (its rule, its material) sleeps: the item's own stands. */
export function effectiveItem(item: Item, fields: Readonly<Record<string, unknown>>): { readonly item: Item; readonly applied: readonly string[] } {
  let laid: unknown = item;
  const applied: string[] = [];
  for (const field of overridableFields(item)) {
    if (!Object.hasOwn(fields, field.pointer) || wrongWith(field, fields[field.pointer]) !== undefined) continue;
    laid = put(laid, field.at.slice(1).split('/'), fields[field.pointer]);
    applied.push(field.pointer);
  }
  return { item: laid as Item, applied };
}

function put(into: unknown, path: readonly string[], value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (Array.isArray(into)) return into.map((one: unknown, i) => (String(i) === step ? put(one, rest, value) : one));
  return { ...(into as Record<string, unknown>), [step]: put((into as Record<string, unknown>)[step], rest, value) };
}

/** The value of a field as the item has it. */
export const ownValue = (item: Item, path: string): unknown => valueAt(item, overridableFields(item).find((field) => field.pointer === path)?.at ?? path);
