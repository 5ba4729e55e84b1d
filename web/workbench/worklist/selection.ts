import type { BulkAct } from '../../../contract/handling.ts';
import { bulkActs } from '../../../contract/handling.ts';
import type { MatterRow } from '../../../contract/matters.ts';
import { rowKey } from './chosen-row.ts';

/** Rows chosen to be done together, by their keys, in the order they were chosen. */
export type Selection = readonly string[];

/** As many as the server takes at once. */
export const mostSelected = 50;

type Row = Pick<MatterRow, 'matterId' | 'linkId' | 'bulk'>;

/** Whether anything may be done to a row together with others. */
export const isSelectable = (row: Row): boolean => row.linkId !== null && row.bulk.length > 0;

/** With the row, or without it where it was chosen; never more than fifty. */
export function toggled(selection: Selection, row: Row): Selection {
  const key = rowKey(row);
  if (selection.includes(key)) return selection.filter((one) => one !== key);
  return isSelectable(row) && selection.length < mostSelected ? [...selection, key] : selection;
}

/** With every row between two places, both included: what Shift does. */
export function extended(selection: Selection, rows: readonly Row[], from: number, to: number): Selection {
  const [low, high] = from < to ? [from, to] : [to, from];
  const added = rows.slice(Math.max(0, low), high + 1).filter(isSelectable).map(rowKey).filter((key) => !selection.includes(key));
  return [...selection, ...added].slice(0, mostSelected);
}

/** Every row of the list that something may be done to, up to fifty. */
export const allOf = (rows: readonly Row[]): Selection => extended([], rows, 0, rows.length - 1);

/** The chosen rows that are still in the list. */
export function selectedRows<R extends Row>(selection: Selection, rows: readonly R[]): readonly R[] {
  return rows.filter((row) => selection.includes(rowKey(row)));
}

/** The acts possible now, each with the chosen rows it may be done to; in the order of the contract. */
export function actsOn<R extends Row>(chosen: readonly R[]): readonly { readonly act: BulkAct; readonly rows: readonly R[] }[] {
  return bulkActs.map((act) => ({ act, rows: chosen.filter((row) => row.bulk.includes(act)) })).filter((one) => one.rows.length > 0);
}
