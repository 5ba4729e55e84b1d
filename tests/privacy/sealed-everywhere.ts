import type pg from 'pg';
import { openJson, unwrapKey, type Keys } from '../../server/platform/crypto/index.ts';

/** Of each column `sealed`: which row its place names, whose data key it is under, and whether that key lies beside it. */
const sealedColumns: Readonly<Record<string, { readonly row: string; readonly owner: string; readonly isKeyBeside?: true }>> = {
  'backoffices.secrets': { row: `s.backoffice_id || '/' || s.secret_id`, owner: 's.backoffice_id' },
  'matters.drafts': { row: 's.draft_id', owner: 's.draft_id' },
  'people.factors': { row: 's.factor_id', owner: 's.factor_id' },
  'people.identity_visits': { row: 's.visit_id', owner: 's.visit_id', isKeyBeside: true },
  'people.parties': { row: 's.party_id', owner: 's.party_id' },
  'people.sign_ins': { row: 's.sign_in_id', owner: 's.sign_in_id', isKeyBeside: true },
  'platform.particulars': { row: `s.matter_id || '/' || s.seq`, owner: 's.matter_id' },
};

/** A cell that opened: where it lies, whose it is, and its text. */
export interface OpenedCell {
  readonly table: string;
  readonly row: string;
  readonly owner: string;
  readonly text: string;
}

/** Tables of a database that have a column `sealed`; each must be known here. */
export async function sealedTablesOf(owner: Pick<pg.Client, 'query'>): Promise<readonly string[]> {
  const { rows } = await owner.query<{ table: string }>(`
    select table_schema || '.' || table_name as table from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
    where c.data_type = 'bytea' and c.column_name like '%sealed%' and t.table_type = 'BASE TABLE' order by 1`);
  const unknown = rows.filter(({ table }) => !(table in sealedColumns));
  if (unknown.length > 0) throw new Error(`sealed, and how it is opened is not known here: ${unknown.map(({ table }) => table).join(', ')}`);
  return rows.map(({ table }) => table);
}

/** Every sealed cell of the database that the keys of the installation open, whoever it is of. */
export async function openEverything(owner: Pick<pg.Client, 'query'>, keys: Keys): Promise<readonly OpenedCell[]> {
  const opened: OpenedCell[] = [];
  for (const table of await sealedTablesOf(owner)) {
    const { row, owner: ownerOf, isKeyBeside } = sealedColumns[table] ?? { row: '', owner: '' };
    const { rows } = await owner.query<{ row: string; owner: string; sealed: Buffer; wrapped: Buffer }>(
      `select (${row})::text as row, ${ownerOf}::text as owner, s.sealed, ${isKeyBeside ? 's' : 'k'}.wrapped from ${table} s ${isKeyBeside ? '' : `join platform.data_keys k on k.owner_id = ${ownerOf}`} where s.sealed is not null order by 2, 1`);
    for (const cell of rows) {
      const key = unwrapKey(keys, cell.owner, cell.wrapped);
      const read = key.ok ? openJson(key.dataKey, { table, column: 'sealed', row: cell.row, keyVersion: 1 }, cell.sealed) : key;
      if (read.ok) opened.push({ table, row: cell.row, owner: cell.owner, text: JSON.stringify('value' in read ? read.value : null) });
    }
  }
  return opened;
}
