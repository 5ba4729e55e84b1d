/** Which statements of an item count as facts that somebody must have read somewhere. */
import type { Item } from '../../../contract/catalogue.ts';
import { pointer } from './problem.ts';

/**
 * JSON Pointers of the facts of an item: each legal ground, both limits, the competent department, the visits, each condition, the
 * result, whether there is a fee and each fee, and of each handling item every question and every material.
 */
export function factPointers(item: Item): readonly string[] {
  const at = item.implementation_item;
  const each = (list: readonly unknown[], ...path: readonly (string | number)[]): readonly string[] => list.map((_, i) => pointer(...path, i));
  return [
    ...each(item.catalog_item.by_law, 'catalog_item', 'by_law'),
    '/implementation_item/dept',
    ...(at.anticipate_day === undefined ? [] : ['/implementation_item/anticipate_day']),
    '/implementation_item/promise_day',
    '/implementation_item/limit_scene_num',
    ...each(at.accept_condition, 'implementation_item', 'accept_condition'),
    '/implementation_item/result_name',
    '/implementation_item/is_fee',
    ...each(at.fees, 'implementation_item', 'fees'),
    ...item.handling_items.flatMap((handling, i) => [
      ...each(handling.questions, 'handling_items', i, 'questions'),
      ...each(handling.materials, 'handling_items', i, 'materials'),
    ]),
  ];
}

/** Those facts of an item that have been read in a source. */
export function verifiedPointers(item: Item): readonly string[] {
  return factPointers(item).filter((fact) => item.evidence[fact]?.verified === true);
}
