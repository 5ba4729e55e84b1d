/**
 * The class of every column of every table of ours (C-PR-1, PIPL art. 51 no. 2: personal information is managed by classes). One place: the check compares it with a migrated database, the
 * impact assessment is written from it. A new table goes into the classes file of its kind; a wrong word does not compile, a missing column fails `npm run check:privacy`.
 */
import { installationClasses } from './classes-installation.ts';
import { referenceClasses } from './classes-reference.ts';
import { residentClasses } from './classes-residents.ts';
import { newcomerClasses } from './classes-access.ts';
import type { ColumnGroups, DataClass, Kept, TableClass, TableClasses } from './class-words.ts';

/** Every table by `schema.table`. */
export const tableClasses: TableClasses = { ...installationClasses, ...referenceClasses, ...residentClasses, ...newcomerClasses };

/** One column as it is classed. */
export interface ColumnClass {
  /** `schema.table` */
  readonly table: string;
  readonly column: string;
  readonly class: DataClass;
  readonly kept: Kept;
  /** stands for a person inside the installation */
  readonly pseudonym: boolean;
  /** why personal data lies in clear; null where it does not */
  readonly because: string | null;
}

const groupClasses = {
  open: ['L1', 'plain'], internal: ['L2', 'plain'], pseudonym: ['L2', 'plain'], digest: ['L2', 'digest'], wrappedKey: ['L2', 'sealed'], secretSealed: ['L2', 'sealed'],
  keyedIndex: ['L3', 'keyed_index'], personalSealed: ['L3', 'sealed'], sensitiveSealed: ['L4', 'sealed'], personalPlain: ['L3', 'plain'],
} as const satisfies Record<keyof ColumnGroups, readonly [DataClass, Kept]>;

/** The columns of one table as classed, in the order of the groups. */
export function columnsOf(table: string, { columns }: TableClass): readonly ColumnClass[] {
  return (Object.keys(groupClasses) as (keyof ColumnGroups)[]).flatMap((group) => {
    const given = columns[group];
    if (given === undefined) return [];
    const [names, because] = typeof given === 'string' ? [given, null] : [given.columns, given.because];
    const [dataClass, kept] = groupClasses[group];
    return names.split(' ').map((column) => ({ table, column, class: dataClass, kept, pseudonym: group === 'pseudonym', because }));
  });
}

/** Every classed column. */
export const columnClasses: readonly ColumnClass[] = Object.entries(tableClasses).flatMap(([table, one]) => columnsOf(table, one));

/** Columns without a class, classes without a column, and columns classed twice, each as `schema.table.column`. */
export function compareClasses(inDatabase: readonly string[]): { readonly unclassified: readonly string[]; readonly gone: readonly string[]; readonly twice: readonly string[] } {
  const classed = columnClasses.map((one) => `${one.table}.${one.column}`);
  const known = new Set(classed);
  const there = new Set(inDatabase);
  return { unclassified: inDatabase.filter((name) => !known.has(name)), gone: [...known].filter((name) => !there.has(name)), twice: classed.filter((name, at) => classed.indexOf(name) !== at) };
}
