import { readFileSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { dueDate, workingCalendarOf, type CalendarFile } from '../../kernel/calendar/index.ts';
import { freshDatabase, type FreshDatabase } from '../../testing/fresh-database.ts';
import { calendarDomain, loadCalendar } from './index.ts';

const data = join(import.meta.dirname, '../../../data');
const file = (name: string): CalendarFile => JSON.parse(readFileSync(join(data, 'calendar', name), 'utf8')) as CalendarFile;
const twenty = { amount: 20, unit: 'working_day' } as const;
let fresh: FreshDatabase;

beforeAll(async () => {
  fresh = await freshDatabase();
  expect(await loadCalendar(fresh.owner, data)).toEqual({ ok: true });
});
afterAll(() => fresh.drop());

/** A copy of data/ with the calendar changed. */
async function changed(name: string, change: (file: CalendarFile) => object): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'yimen-calendar-'));
  await cp(join(data, 'calendar'), join(folder, 'calendar'), { recursive: true });
  const path = join(folder, 'calendar', name);
  await writeFile(path, JSON.stringify(change(JSON.parse(await readFile(path, 'utf8')) as CalendarFile)));
  return folder;
}

describe('The calendar in the database', () => {
  test('is the calendar of the files, day by day', async () => {
    const { calendar } = await calendarDomain(fresh.database.handle, { provisionalAllowed: true });
    const ofFiles = workingCalendarOf(file('statutory-days.json'), file('provisional-2027.json'));
    expect({ ...calendar, exceptions: [...calendar.exceptions.values()] }).toEqual({ ...ofFiles, exceptions: [...ofFiles.exceptions.values()] });
  });

  test('reaches into a year not yet arranged only where the installation allows it', async () => {
    const strict = await calendarDomain(fresh.database.handle, { provisionalAllowed: false });
    const lenient = await calendarDomain(fresh.database.handle, { provisionalAllowed: true });
    const startedAt = '2026-12-15T02:00:00.000Z';
    expect(dueDate(strict.calendar, twenty, startedAt)).toEqual({ ok: false, code: 'calendar.past_end', params: { to: '2026-12-31' } });
    expect(dueDate(lenient.calendar, twenty, startedAt)).toMatchObject({ dueOn: '2027-01-13', provisional: true });
  });

  test('gives a matter the version it was computed with, whatever stands now', async () => {
    const strict = await calendarDomain(fresh.database.handle, { provisionalAllowed: false });
    const version = 'cn-2004-2026-1+cn-2027-provisional-1';
    expect(strict.byVersion(version)?.to).toBe('2027-12-31');
    expect(strict.byVersion(version)).toBe(strict.byVersion(version));
    expect(strict.byVersion('cn-2004-2026-1')).toBe(strict.calendar);
    expect(['', 'cn-1999', 'cn-2004-2026-1+cn-1999', 'cn-2027-provisional-1+cn-2004-2026-1'].map((one) => strict.byVersion(one))).toEqual([undefined, undefined, undefined, undefined]);
  });

  test('is not loaded twice', async () => {
    const asked: string[] = [];
    const counting = { query: (text: string, values?: unknown[]) => (asked.push(text), fresh.owner.query(text, values)) } as unknown as typeof fresh.owner;
    expect(await loadCalendar(counting, data)).toEqual({ ok: true });
    expect(asked).toHaveLength(1);
  });

  test('is never changed under its version', async () => {
    const folder = await changed('statutory-days.json', (f) => ({ ...f, days: f.days.slice(1) }));
    expect(await loadCalendar(fresh.owner, folder)).toEqual({ ok: false, problems: [{ file: 'statutory-days.json', code: 'calendar.changed_under_its_version', params: { version: 'cn-2004-2026-1' } }] });
    await rm(folder, { recursive: true });
  });

  test('takes a new version beside the old one', async () => {
    const folder = await changed('statutory-days.json', (f) => ({ ...f, version: 'cn-2004-2026-2', days: f.days.filter((day) => day.on !== '2026-10-01') }));
    expect(await loadCalendar(fresh.owner, folder)).toEqual({ ok: true });
    const { calendar, byVersion } = await calendarDomain(fresh.database.handle, { provisionalAllowed: false });
    expect([calendar.version, calendar.exceptions.has('2026-10-01'), byVersion('cn-2004-2026-1')?.exceptions.has('2026-10-01')]).toEqual(['cn-2004-2026-2', false, true]);
    await rm(folder, { recursive: true });
  });

  test.each([
    ['a day that is no day', { on: '2026-02-30', kind: 'statutory_holiday', festival: 'new_year', notice: null }],
    ['a day outside its span', { on: '2030-01-01', kind: 'statutory_holiday', festival: 'new_year', notice: null }],
    ['a holiday on a Saturday', { on: '2026-11-28', kind: 'statutory_holiday', festival: 'new_year', notice: null }],
    ['a Monday made a working day', { on: '2026-11-23', kind: 'makeup_workday', festival: 'new_year', notice: null }],
    ['a festival without a name', { on: '2026-11-23', kind: 'statutory_holiday', festival: 'harvest', notice: null }],
  ])('does not take %s', async (_name, day) => {
    const folder = await changed('statutory-days.json', (f) => ({ ...f, version: 'cn-wrong', days: [...f.days, day] }));
    const loaded = await loadCalendar(fresh.owner, folder);
    expect(loaded.ok ? [] : loaded.problems.map((one) => one.code)).toEqual(['calendar.shape']);
    await rm(folder, { recursive: true });
  });
});
