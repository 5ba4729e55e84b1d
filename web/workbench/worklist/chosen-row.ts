import type { MatterRow } from '../../../contract/matters.ts';

/** The row somebody has chosen: by what it is, and where it was, for when it has gone. */
export interface ChosenRow {
  readonly key: string | null;
  readonly at: number;
}

/** What a row is, whatever its place: the matter and its step. */
export function rowKey(row: Pick<MatterRow, 'matterId' | 'linkId'>): string {
  return `${row.matterId} ${row.linkId ?? ''}`;
}

/** Where the chosen row is now. One that moved is followed; for a step that has become another the matter is; where it has gone, its place is kept. */
export function chosenIndex(rows: readonly Pick<MatterRow, 'matterId' | 'linkId'>[], { key, at }: ChosenRow): number {
  const same = rows.findIndex((row) => rowKey(row) === key);
  const matter = same >= 0 || key === null ? same : rows.findIndex((row) => row.matterId === key.split(' ')[0]);
  return matter >= 0 ? matter : Math.min(at, Math.max(0, rows.length - 1));
}

/** The row that must not move on the screen when the list changes: the one under the cursor, else the one with focus, else the first in sight. */
export function anchorOf(places: readonly { readonly key: string; readonly top: number; readonly bottom: number }[], view: { readonly top: number; readonly cursorY: number | null; readonly focused: string | null }): { readonly key: string; readonly top: number } | undefined {
  const under = view.cursorY === null ? undefined : places.find((place) => place.top <= (view.cursorY ?? 0) && (view.cursorY ?? 0) < place.bottom);
  return under ?? places.find((place) => place.key === view.focused) ?? places.find((place) => place.bottom > view.top);
}
