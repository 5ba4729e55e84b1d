import * as xlsx from '@e965/xlsx';
import type { LocalDay } from '../../kernel/instant.ts';
import { defused } from '../../platform/http/csv.ts';

/** What may stand in a cell: text, a number, a day, or nothing. */
export type Cell = string | number | { readonly day: LocalDay } | null;

/** One sheet: a mark in the first row (who took it, when), headings in the third, then rows. */
export interface Sheet {
  readonly name: string;
  readonly mark: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Names of sheets may not be longer than 31 characters nor hold these signs. */
const sheetName = (name: string): string => name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);

function cellOf(cell: Cell): xlsx.CellObject | undefined {
  if (cell === null) return undefined;
  if (typeof cell === 'number') return { t: 'n', v: cell };
  if (typeof cell === 'string') return { t: 's', v: defused(cell) };
  // Days are days: the serial number that spreadsheets count from 1899-12-30, without a time or a zone.
  return { t: 'n', v: Math.round((Date.parse(`${cell.day}T00:00:00.000Z`) - Date.UTC(1899, 11, 30)) / 86_400_000), z: 'yyyy-mm-dd' };
}

/** A workbook of these sheets as .xlsx. Nothing in it is computed by the reader's program. */
export function workbookOf(sheets: readonly Sheet[]): Buffer {
  const book = xlsx.utils.book_new();
  for (const sheet of sheets) {
    const page: xlsx.WorkSheet = {};
    const put = (row: number, column: number, cell: Cell): void => {
      const made = cellOf(cell);
      if (made) page[xlsx.utils.encode_cell({ r: row, c: column })] = made;
    };
    put(0, 0, sheet.mark);
    sheet.columns.forEach((heading, column) => put(2, column, heading));
    sheet.rows.forEach((row, index) => row.forEach((cell, column) => put(index + 3, column, cell)));
    page['!ref'] = xlsx.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: Math.max(2, sheet.rows.length + 2), c: Math.max(0, sheet.columns.length - 1) } });
    page['!cols'] = sheet.columns.map((heading, column) => ({ wch: Math.min(60, 2 + Math.max(widthOf(heading), ...sheet.rows.slice(0, 200).map((row) => widthOf(row[column] ?? '')))) }));
    xlsx.utils.book_append_sheet(book, page, sheetName(sheet.name), true);
  }
  return xlsx.write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer;
}

/** Han characters are twice as wide. */
const widthOf = (cell: Cell): number => (typeof cell === 'string' ? [...cell].reduce((sum, character) => sum + (character > '\u2e7f' ? 2 : 1), 0) : 10);
