import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { endpoints } from '../../contract/endpoints.ts';
import { columns, pageOf, rowsOf } from './table.ts';

const page = readFileSync(new URL('../../docs/access/who-may-do-what.md', import.meta.url), 'utf8');

describe('the table of who may do what', () => {
  it('has a row for every operation of the contract and for no other: a new one is put in by check:access --write and read by a person', () => {
    expect([...rowsOf(page).keys()].sort()).toEqual(endpoints.map(({ id }) => id).sort());
  });

  it('is read back as it was written', () => {
    expect(pageOf(rowsOf(page), endpoints)).toBe(page);
  });

  it('lets nobody without a session read a file or act on a matter', () => {
    const open = [...rowsOf(page)].filter(([, row]) => row.anonymous).map(([id]) => id);
    for (const id of ['getMatter', 'getMatterFile', 'acceptMatter', 'listStaff', 'getWorklist', 'identifyParty']) expect(open).not.toContain(id);
  });

  it('lets no administrator read a case: none of the operations of matters is his', () => {
    const administrators = [...rowsOf(page)].filter(([, row]) => row.administrator && columns.every(([column]) => column === 'administrator' || !row[column])).map(([id]) => id);
    expect(rowsOf(page).get('getMatter')?.administrator).toBe(false);
    expect(administrators).toContain('appointStaff');
  });
});
