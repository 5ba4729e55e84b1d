import { describe, expect, test } from 'vitest';
import { freshDatabase } from '../../testing/fresh-database.ts';
import { columnClasses, compareClasses, tableClasses } from './data-classes.ts';
import { columnsInDatabase } from '../db/columns.ts';
import { keptUntil, retentionRules } from './retention-rules.ts';

describe('the classes of data', () => {
  test('name every column of every table of the migrated database, and none that is not there (C-PR-1)', async () => {
    const fresh = await freshDatabase();
    try {
      expect(compareClasses(await columnsInDatabase(fresh.owner))).toEqual({ unclassified: [], gone: [], twice: [] });
    } finally {
      await fresh.drop();
    }
  });

  test('a column nobody classed, and a class without its column, are both found', async () => {
    const fresh = await freshDatabase();
    try {
      await fresh.owner.query('alter table people.parties add column nickname text; alter table people.staff drop column name');
      expect(compareClasses(await columnsInDatabase(fresh.owner))).toMatchObject({ unclassified: ['people.parties.nickname'], gone: ['people.staff.name'] });
    } finally {
      await fresh.drop();
    }
  });

  test('sensitive data is always sealed; personal data lies in clear only with its reason', () => {
    expect(columnClasses.filter((one) => one.class === 'L4' && one.kept !== 'sealed')).toEqual([]);
    expect(columnClasses.filter((one) => one.class === 'L3' && one.kept === 'plain' && (one.because ?? '').length < 20)).toEqual([]);
  });

  test('every table has a retention rule with a source, and every rule has a table', () => {
    const used = new Set(Object.values(tableClasses).map((one) => one.retention));
    expect([...used].filter((id) => !retentionRules.has(id))).toEqual([]);
    expect([...retentionRules.keys()].filter((id) => !used.has(id))).toEqual([]);
    expect([...retentionRules.values()].filter((rule) => rule.source.length < 3)).toEqual([]);
  });

  test('a day of retention is the day of the calendar, a year the same day of a later year', () => {
    expect(keptUntil('drafts', '2026-11-23')).toBe('2026-12-23');
    expect(keptUntil('matters', '2024-02-29')).toBe('2034-02-28');
    expect(keptUntil('permanent', '2026-11-23')).toBeNull();
  });
});
