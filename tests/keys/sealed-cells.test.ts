import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as matters from '../../contract/matters.ts';
import { requestSignInCode } from '../../contract/people.ts';
import { addVisit } from '../../server/domains/people/city-identity-store.ts';
import { sealTotpSecret } from '../../server/domains/people/sealed-factor.ts';
import { testBackoffices, type TestBackoffices } from '../../server/domains/backoffices/routes-for-tests.ts';
import { cryptoModes, openJson, unwrapKey } from '../../server/platform/crypto/index.ts';
import { wrappedTables } from '../../server/platform/keys/index.ts';
import { bureau, streetOffice } from '../../server/testing/allowance-office.ts';

// Invented people: areas 4499xx and phones +86 154… are given to nobody (server/demo/people.ts).

/** For each column `sealed`: which row its place names, whose data key it is under, and where that key lies. */
const sealedTables: Readonly<Record<string, { readonly row: string; readonly owner: string; readonly keys: 'beside' | 'platform.data_keys' }>> = {
  'backoffices.secrets': { row: `backoffice_id || '/' || secret_id`, owner: 'backoffice_id', keys: 'platform.data_keys' },
  'matters.drafts': { row: 'draft_id', owner: 'draft_id', keys: 'platform.data_keys' },
  'people.factors': { row: 'factor_id', owner: 'factor_id', keys: 'platform.data_keys' },
  'people.identity_visits': { row: 'visit_id', owner: 'visit_id', keys: 'beside' },
  'people.parties': { row: 'party_id', owner: 'party_id', keys: 'platform.data_keys' },
  'people.sign_ins': { row: 'sign_in_id', owner: 'sign_in_id', keys: 'beside' },
  'platform.particulars': { row: `matter_id || '/' || seq`, owner: 'matter_id', keys: 'platform.data_keys' },
};

interface Cell {
  readonly table: string;
  readonly row: string;
  readonly owner: string;
  readonly sealed: Buffer;
  readonly wrapped: Buffer;
}

describe.each(cryptoModes)('every sealed cell of an office at work, in the mode %s', (mode) => {
  let t: TestBackoffices;
  let cells: readonly Cell[];
  beforeAll(async () => {
    t = await testBackoffices({ crypto: mode });
    const { office } = t;
    for (let count = 0; count < 2; count += 1) {
      const { client, person } = await office.somebody();
      const draft = await office.completeDraft(client);
      const { matterId } = await client.good(matters.fileDraft, { params: { draftId: draft.draftId }, body: { commandId: randomUUID() } });
      await office.accepted(matterId);
      await office.completeDraft(client);
      await t.register({ url: `http://127.0.0.1:9/${count}`, institutions: [count === 0 ? bureau : streetOffice], name: { 'zh-CN': `系统${count}`, 'zh-HK': `系統${count}`, en: `System ${count}` } });
      await (await office.as('anonymous')).good(requestSignInCode, { body: { phone: person.mobile, language: 'zh-CN' } });
      await addVisit(office.fresh.database.handle, office.keys, Buffer.from(randomUUID()), { codeVerifier: 'v', nonce: 'n', state: 's', browser: 'b', next: '/' }, null, '2026-11-23T00:00:00.000Z', '2099-01-01T00:00:00.000Z');
    }
    // A code generator of each member of staff, as its route writes it.
    const { rows: staff } = await office.fresh.owner.query<{ staff_id: string }>('select staff_id from people.staff order by staff_id limit 2');
    for (const { staff_id } of staff) {
      const [factorId, secret] = [randomUUID(), 'JBSWY3DPEHPK3PXP'];
      const { sealed, wrapped } = sealTotpSecret(office.keys, factorId, secret);
      await office.fresh.owner.query('insert into platform.data_keys (owner_id, wrapped) values ($1, $2)', [factorId, wrapped]);
      await office.fresh.owner.query(`insert into people.factors (factor_id, staff_id, kind, name, sealed, made_at) values ($1, $2, 'totp', 'phone', $3, now())`, [factorId, staff_id, sealed]);
    }
    cells = await everyCell(t);
  });
  afterAll(() => t.drop());

  test('is known here by its table, and each of them has some: a new one cannot be forgotten', async () => {
    const { rows } = await t.office.fresh.owner.query<{ table: string }>(
      `select table_schema || '.' || table_name as table from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
       where c.data_type = 'bytea' and c.column_name like '%sealed%' and t.table_type = 'BASE TABLE' order by 1`,
    );
    expect(rows.map(({ table }) => table)).toEqual(Object.keys(sealedTables));
    for (const table of Object.keys(sealedTables)) expect([table, cells.filter((cell) => cell.table === table).length > 1]).toEqual([table, true]);
    for (const { table } of wrappedTables) expect([table, table === 'platform.data_keys' || sealedTables[table]?.keys === 'beside']).toEqual([table, true]);
  });

  test('opens at its own place, and is of the format of the mode', () => {
    for (const cell of cells) {
      expect([cell.table, cell.row, opens(cell, cell.sealed, cell.wrapped)]).toEqual([cell.table, cell.row, true]);
      expect(cell.sealed[0]).toBe(mode === 'gm' ? 2 : 1);
    }
  });

  // P-04: each pair of cells of the whole office, with and without the data key moved along.
  test('put in the place of any other is refused, also with its data key, and so is another column or version', () => {
    let tried = 0;
    for (const place of cells) {
      for (const other of cells) {
        if (other === place) continue;
        tried += 2;
        if (opens(place, other.sealed, place.wrapped)) throw new Error(`${other.table} ${other.row} opens as ${place.table} ${place.row}`);
        // Of one owner and one key: then the bytes alone are another cell's; else the key is refused as another's before them.
        if (opens(place, other.sealed, other.wrapped)) throw new Error(`${other.table} ${other.row} opens with its key as ${place.table} ${place.row}`);
      }
      const key = unwrapKey(t.office.keys, place.owner, place.wrapped);
      if (!key.ok) throw new Error(key.code);
      for (const elsewhere of [{ column: 'other' }, { keyVersion: 2 }, { table: 'people.other' }]) {
        tried += 1;
        expect(openJson(key.dataKey, { table: place.table, column: 'sealed', row: place.row, keyVersion: 1, ...elsewhere }, place.sealed).ok).toBe(false);
      }
    }
    expect(tried).toBeGreaterThan(cells.length * (cells.length - 1));
  });

  function opens(place: Cell, sealed: Buffer, wrapped: Buffer): boolean {
    const key = unwrapKey(t.office.keys, place.owner, wrapped);
    return key.ok && openJson(key.dataKey, { table: place.table, column: 'sealed', row: place.row, keyVersion: 1 }, sealed).ok;
  }
});

async function everyCell(t: TestBackoffices): Promise<readonly Cell[]> {
  const cells: Cell[] = [];
  for (const [table, { row, owner, keys }] of Object.entries(sealedTables)) {
    const wrapped = keys === 'beside' ? 's.wrapped' : 'k.wrapped';
    const join = keys === 'beside' ? '' : `join platform.data_keys k on k.owner_id = s.${owner}`;
    const { rows } = await t.office.fresh.owner.query<Cell>(`select '${table}' as table, (${row})::text as row, s.${owner}::text as owner, s.sealed, ${wrapped} as wrapped from ${table} s ${join} where s.sealed is not null order by 2 limit 40`);
    cells.push(...rows);
  }
  return cells;
}
