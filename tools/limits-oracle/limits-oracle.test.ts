import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import * as calendar from '../../server/kernel/calendar/index.ts';
import * as limits from '../../server/kernel/limits/index.ts';
import { compareMany, type Subject } from './compare.ts';

const kernel = join(import.meta.dirname, '../../server/kernel');
const copies: string[] = [];
afterAll(() => {
  for (const copy of copies) rmSync(copy, { recursive: true, force: true });
});

/** The kernel with one mistake planted in its source: `right` becomes `wrong` in `file`. */
async function mutant(file: string, right: string, wrong: string): Promise<Subject> {
  const copy = mkdtempSync(join(tmpdir(), 'yimen-mutant-'));
  copies.push(copy);
  cpSync(kernel, copy, { recursive: true, filter: (path) => !path.endsWith('.test.ts') });
  const source = readFileSync(join(copy, file), 'utf8');
  expect(source.split(right), `${file} holds the place to be changed once`).toHaveLength(2);
  writeFileSync(join(copy, file), source.replace(right, wrong));
  const load = async (folder: string): Promise<unknown> => import(/* @vite-ignore */ pathToFileURL(join(copy, folder, 'index.ts')).href);
  return { calendar: (await load('calendar')) as typeof calendar, limits: (await load('limits')) as typeof limits };
}

describe('The kernel of limits', () => {
  test('gives the dates, lights and used days of the naive oracle in 3,000 random histories', () => {
    const run = compareMany({ calendar, limits }, 3000, 20261123, 1);
    expect(run.differing.map(({ number, history, differences }) => ({ number, history, differences }))).toEqual([]);
    expect(run.histories).toBe(3000);
  });
});

describe('The oracle finds within 1,000 histories a rule that', () => {
  test.each([
    ['counts the starting day', 'calendar/count.ts', 'let number = dayNumber(start);', 'let number = dayNumber(start) - 1;'],
    ['counts the starting day of a clock that was paused', 'limits/due.ts', 'walk(calendar, still, dayNumber(plain.startedOn),', 'walk(calendar, still, dayNumber(plain.startedOn) - 1,'],
    ['leaves out the day the clock goes on', 'limits/clock.ts', 'localDayOf(stopsCountingUntil(pause))) - 1', 'localDayOf(stopsCountingUntil(pause)))'],
    ['counts the day the clock stops', 'limits/clock.ts', 'first: dayNumber(localDayOf(pause.from)),', 'first: dayNumber(localDayOf(pause.from)) + 1,'],
    ['takes hours twice that two pauses hold together', 'limits/due.ts', 'Math.max(msOf(pause.from), reached)', 'Math.max(msOf(pause.from), startMs)'],
    ['takes days used off twice that two pauses hold together', 'limits/due.ts', 'return all - paused.size;', 'return all - stillDaysOf(clock.pauses).reduce((sum, days) => sum + [...paused].filter((n) => days.first <= n && n <= days.last).length, 0);'],
    ['lets a pause last longer than announced', 'limits/clock.ts', 'pause.to !== null && pause.to < pause.announcedUntil', 'pause.to !== null'],
    ['forgets an extension', 'limits/clock.ts', "clock.limit.unit === 'on_the_spot' ? 0", 'clock.extensions.length > 1 ? 0'],
    ['does not move a last day that is not worked', 'limits/due.ts', 'const eve = counted.last - 1;', "const eve = counted.last - 1;\n  if (countedDays > 0) return { ...endOf(counted), countedDays, movedFrom: null };"],
    ['is late at its last moment', 'limits/light.ts', 'now > due.dueAt', 'now >= due.dueAt'],
    ['warns a moment late', 'limits/light.ts', 'now >= due.warnAt', 'now > due.warnAt'],
    ['warns a day early', 'limits/due.ts', 'back < n && number > lowest', 'back <= n && number > lowest'],
    ['lets a late pause hide that a clock ran out', 'limits/light.ts', "if (now > due.dueAt) return 'red';", ''],
  ])('%s', async (_what, file, right, wrong) => {
    const found = compareMany(await mutant(file, right, wrong), 1000, 42, 1);
    expect(found.differing).toHaveLength(1);
  });
});
