import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../testing/fresh-database.ts';
import type { Measure } from './measure.ts';
import { putMeasures, type MeasuredRow } from './store.ts';
import { tallyOf, type CountedIn } from './tally.ts';
import { countsByItem, countsOf, mattersBehind, mediansOf, todayOf, trendOf, worstLinksOf, yearsCounted } from './views.ts';

let fresh: FreshDatabase;
beforeAll(async () => {
  fresh = await freshDatabase();
});
afterAll(() => fresh.drop());
beforeEach(() => fresh.owner.query('truncate measures.matters, measures.counts, measures.day_values, measures.daily, measures.link_counts'));

const place: CountedIn = { city: '440300', district: '440303', street: '440303005', community: '440303005014' };
const hall = 'YM-440303005014-hall';
const bureau = 'YM-440303-civil_affairs';
const measure = (more: Partial<Measure> = {}): Measure => ({
  number: '440303-20261102-00001', status: 'completed', channel: 'window', taskCode: 'YM-05-0001-01', itemVersion: 1, process: 'street-decide-approve', processVersion: 1, areaUnit: '440303005014',
  acceptingInstitution: hall, handlingInstitution: bureau, receivedOn: '2026-11-02', acceptedOn: '2026-11-02', endedOn: '2026-11-09', promisedDays: 5, netDays: 4, visits: 1, promisedVisits: 0,
  askedAgain: false, oneNumber: true, generalWindow: true, deemed: false, late: [], judged: true, inTime: true, visitsJudged: true, visitsKept: true,
  links: [{ linkId: 'decide-1', element: 'decide', institution: bureau, done: true, late: false, netDays: 3 }], ...more,
});
const row = (matterId: string, seq: number, more: Partial<Measure> = {}, at: CountedIn = place): MeasuredRow => {
  const measured = measure(more);
  return { matterId, seq, measure: measured, place: at, tally: tallyOf(measured, at) };
};
const november = { from: '2026-11', to: '2026-11' } as const;

/** Everything the counts say, as rows of text, for holding two ways of getting there against each other. */
async function everything(): Promise<readonly string[]> {
  const tables = [
    `select 'c', scope, month, task_code, channel, filed, one_number, asked_again, general_window, visits_judged, visits_kept, judged, in_time, completed, withdrawn, deemed, late_notice, late_statutory, late_promised, late_link, late_service
     from measures.counts where (filed, one_number, judged, completed) <> (0, 0, 0, 0)`,
    `select 'v', scope, month, task_code, channel, measure, value, n from measures.day_values where n <> 0`,
    `select 'd', scope, day, filed, finished from measures.daily where (filed, finished) <> (0, 0)`,
    `select 'l', scope, month, process, element, institution, judged, late, timed, days from measures.link_counts where (judged, timed) <> (0, 0)`,
  ];
  const found: string[] = [];
  for (const table of tables) found.push(...(await fresh.owner.query({ text: table, rowMode: 'array' })).rows.map((one) => JSON.stringify(one)));
  return found.sort();
}

describe('A measured matter', () => {
  test('is counted once in its city, district, street, community, hall, department, and the department of the district', async () => {
    expect(await putMeasures(fresh.database.handle, [row(randomUUID(), 5)])).toBe(1);
    const scopes = ['440300', '440303', '440303005', '440303005014', hall, bureau, `440303/${bureau}`];
    const counts = await countsOf(fresh.database.handle, scopes, november);
    expect([...counts.keys()].sort()).toEqual([...scopes].sort());
    for (const sums of counts.values()) expect(sums).toMatchObject({ filed: 1, one_number: 1, general_window: 1, visits_kept: 1, judged: 1, in_time: 1, completed: 1, withdrawn: 0, late_link: 0 });
    expect(await todayOf(fresh.database.handle, ['440303'], '2026-11-02')).toEqual(new Map([['440303', { scope: '440303', filed: 1, finished: 0 }]]));
    expect([...(await trendOf(fresh.database.handle, '440303', '2026-11-01', '2026-11-30')).keys()]).toEqual(['2026-11-02', '2026-11-09']);
    expect(await yearsCounted(fresh.database.handle, '440300')).toEqual([2026]);
  });

  test('the same measure again changes nothing, nor does one of fewer facts that comes late', async () => {
    const matterId = randomUUID();
    await putMeasures(fresh.database.handle, [row(matterId, 5)]);
    const before = await everything();
    expect(await putMeasures(fresh.database.handle, [row(matterId, 5)])).toBe(0);
    expect(await putMeasures(fresh.database.handle, [row(matterId, 3, { status: 'received', judged: false, inTime: false })])).toBe(0);
    expect(await everything()).toEqual(before);
  });

  test('a newer measure takes away what the older one gave: late after all', async () => {
    const matterId = randomUUID();
    await putMeasures(fresh.database.handle, [row(matterId, 5)]);
    await putMeasures(fresh.database.handle, [row(matterId, 6, { late: ['service'], inTime: false, oneNumber: false, askedAgain: true, netDays: 7, links: [{ linkId: 'decide-1', element: 'decide', institution: bureau, done: true, late: true, netDays: 9 }] })]);
    expect((await countsOf(fresh.database.handle, ['440303'], november)).get('440303')).toMatchObject({ filed: 1, judged: 1, in_time: 0, late_service: 1, one_number: 0, asked_again: 1 });
    expect(await mediansOf(fresh.database.handle, 'scope', ['440303'], november)).toEqual(new Map([['440303', { net: 7, promised: 5 }]]));
    expect(await worstLinksOf(fresh.database.handle, '440303', november, 5)).toMatchObject([{ element: 'decide', institution: bureau, judged: 1, late: 1, timed: 1, days: 9 }]);
  });

  test('two that arrive at the same moment are both counted, and the same one twice is counted once', async () => {
    const [a, b] = [randomUUID(), randomUUID()];
    await Promise.all([row(a, 2), row(b, 2), row(a, 2), row(b, 4), row(a, 3)].map((one) => putMeasures(fresh.database.handle, [one])));
    expect((await countsOf(fresh.database.handle, ['440300'], november)).get('440300')).toMatchObject({ filed: 2, completed: 2 });
  });

  test('a hundred at once on the same places wait for each other and never for ever', async () => {
    const before = performance.now();
    await Promise.all(Array.from({ length: 100 }, (_, n) => putMeasures(fresh.database.handle, Array.from({ length: 1 + (n % 3) }, () => row(randomUUID(), 1, { taskCode: `T${n % 4}`, channel: n % 2 ? 'online' : 'window' })))));
    console.log(`put: 199 matters in 100 statements, six at a time, on the same places: ${((performance.now() - before) / 100).toFixed(1)} ms a statement`);
    expect((await countsOf(fresh.database.handle, ['440300'], november)).get('440300')).toMatchObject({ filed: 199, completed: 199 });
  });

  test('whatever order measures come in, alone or many at once, the counts are those of the newest', async () => {
    const step = fc.record({
      matter: fc.integer({ min: 0, max: 4 }), seq: fc.integer({ min: 1, max: 4 }), late: fc.boolean(), netDays: fc.integer({ min: 0, max: 9 }), status: fc.constantFrom('accepted', 'completed', 'withdrawn'), online: fc.boolean(),
    });
    await fc.assert(fc.asyncProperty(fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { maxLength: 6 }), async (batches) => {
      await fresh.owner.query('truncate measures.matters, measures.counts, measures.day_values, measures.daily, measures.link_counts');
      const ids = Array.from({ length: 5 }, () => randomUUID());
      const newest = new Map<string, MeasuredRow>();
      for (const batch of batches) {
        const rows = new Map<string, MeasuredRow>();
        for (const one of batch) {
          const decided = one.status === 'completed';
          const made = row(ids[one.matter] as string, one.seq, {
            status: one.status, channel: one.online ? 'online' : 'window', generalWindow: !one.online, netDays: one.netDays, late: one.late ? ['link'] : [], judged: decided || one.late, inTime: decided && !one.late, visitsJudged: decided, visitsKept: decided,
            endedOn: one.status === 'accepted' ? null : '2026-11-09',
          });
          rows.set(made.matterId, made);
        }
        for (const made of rows.values()) if (made.seq > (newest.get(made.matterId)?.seq ?? 0)) newest.set(made.matterId, made);
        await putMeasures(fresh.database.handle, [...rows.values()]);
      }
      const reached = await everything();
      await fresh.owner.query('truncate measures.matters, measures.counts, measures.day_values, measures.daily, measures.link_counts');
      for (const made of newest.values()) await putMeasures(fresh.database.handle, [made]);
      expect(reached).toEqual(await everything());
    }), { numRuns: 40 });
  });
});

describe('Medians', () => {
  test('are exact: the lower of the two in the middle', async () => {
    for (const [index, netDays] of [0, 1, 2, 2, 9, 40].entries()) await putMeasures(fresh.database.handle, [row(randomUUID(), 1, { netDays, promisedDays: 5 + (index % 2), taskCode: index < 2 ? 'A' : 'B' })]);
    expect(await mediansOf(fresh.database.handle, 'scope', ['440303'], november)).toEqual(new Map([['440303', { net: 2, promised: 5 }]]));
    expect(await mediansOf(fresh.database.handle, 'task_code', ['440303'], november)).toEqual(new Map([['A', { net: 0, promised: 5 }], ['B', { net: 2, promised: 5 }]]));
    expect([...(await countsByItem(fresh.database.handle, '440303', november))].map(([code, sums]) => [code, sums.completed])).toEqual([['A', 2], ['B', 4]]);
  });
});

describe('The lists behind the figures', () => {
  test('both sides of each figure together are its whole, page by page without a gap or a repeat', async () => {
    const rows = Array.from({ length: 23 }, (_, n) => row(randomUUID(), 1, {
      number: `n-${n}`, receivedOn: `2026-11-${String(1 + (n % 5)).padStart(2, '0')}`, channel: n % 2 ? 'online' : 'window', generalWindow: n % 2 === 0 && n % 3 > 0, oneNumber: n % 4 > 0, visitsKept: n % 3 === 0, inTime: n % 5 > 0, late: n % 5 > 0 ? [] : ['promised'],
    }));
    await putMeasures(fresh.database.handle, rows);
    const counts = (await countsOf(fresh.database.handle, ['440303'], november)).get('440303');
    const whole = { one_number: 23, one_window: 12, one_net: 23, one_visit: 23, sunshine: 23 } as const;
    const counted = { one_number: counts?.one_number, one_window: counts?.general_window, one_net: 11, one_visit: counts?.visits_kept, sunshine: counts?.in_time } as const;
    for (const figure of ['one_number', 'one_window', 'one_net', 'one_visit', 'sunshine'] as const) {
      const seen: string[] = [];
      const sizes: number[] = [];
      for (const side of ['counted', 'gap'] as const) {
        const before = seen.length;
        for (let after: { day: string; matterId: string } | null = null; ; ) {
          const page = await mattersBehind(fresh.database.handle, `${figure}.${side}`, { ...november, place: { column: 'district', code: '440303' } }, after, 4);
          seen.push(...page.map((one) => one.matterId));
          const last = page.at(-1);
          if (page.length < 4 || !last) break;
          after = { day: last.receivedOn, matterId: last.matterId };
        }
        sizes.push(seen.length - before);
      }
      expect(new Set(seen).size, figure).toBe(seen.length);
      expect(seen.length, figure).toBe(whole[figure]);
      expect(sizes[0], figure).toBe(counted[figure]);
    }
  });

  test('find only the place, item, channel and months asked for', async () => {
    const other: CountedIn = { city: '440300', district: '440304', street: '440304001', community: '440304001001' };
    await putMeasures(fresh.database.handle, [row(randomUUID(), 1), row(randomUUID(), 1, { receivedOn: '2026-10-31' }), row(randomUUID(), 1, { taskCode: 'B' }), row(randomUUID(), 1, { channel: 'online', generalWindow: false }), row(randomUUID(), 1, {}, other)]);
    const find = async (more: object): Promise<number> => (await mattersBehind(fresh.database.handle, 'sunshine.counted', { ...november, place: { column: 'district', code: '440303' }, ...more }, null, 50)).length;
    expect([await find({}), await find({ taskCode: 'B' }), await find({ channel: 'online' }), await find({ from: '2026-10' }), await find({ place: null }), await find({ areas: [] }), await find({ place: { column: 'community', code: '440304001001' }, street: '440304001' })])
      .toEqual([3, 1, 1, 4, 4, 0, 1]);
  });
});

describe('The database itself', () => {
  test('refuses counts that would fall below nought, whoever asks', async () => {
    const good = row(randomUUID(), 1);
    await putMeasures(fresh.database.handle, [good]);
    // A row whose tally was tampered with takes away what it never gave.
    await fresh.owner.query(`update measures.matters set tally = jsonb_set(tally, '{n,late_link}', '3')`);
    await expect(putMeasures(fresh.database.handle, [{ ...good, seq: 2 }])).rejects.toMatchObject({ code: 'YM009' });
  });
});
