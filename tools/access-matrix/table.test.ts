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
    for (const id of ['getMatter', 'getMatterFile', 'getWorklist', 'identifyParty', 'acceptMatter', 'getHistoryCsv']) {
      const row = rowsOf(page).get(id);
      expect([id, row?.administrator, row?.security_administrator, row?.audit_administrator]).toEqual([id, false, false, false]);
    }
  });

  it('keeps the three administrators apart: staff are changed by security alone, calendar and catalogue by system alone, and the audit changes neither', () => {
    const only = (column: string) => [...rowsOf(page)].filter(([, row]) => columns.every(([one]) => row[one] === (one === column))).map(([id]) => id);
    expect(only('security_administrator')).toEqual(expect.arrayContaining(['proposeStaffChange', 'approveStaffChange', 'rejectStaffChange', 'withdrawStaffChange']));
    expect(only('administrator')).toEqual(expect.arrayContaining(['proposeCalendarChange', 'approveCalendarChange', 'approveCatalogueChange', 'approveBackofficeChange']));
    expect([rowsOf(page).get('listStaffChanges')?.audit_administrator, rowsOf(page).get('approveStaffChange')?.audit_administrator, rowsOf(page).get('getLedger')?.audit_administrator]).toEqual([true, false, true]);
  });
});
