import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantOfMs, msOf, type Instant } from '../../kernel/instant.ts';
import { allowanceOffice, type AllowanceOffice } from '../../testing/allowance-office.ts';
import { shenzhen } from '../../testing/given-matter.ts';
import { virtualTime, type VirtualTime } from '../../testing/virtual-time.ts';

let time: VirtualTime;
let t: AllowanceOffice;
beforeAll(async () => {
  time = virtualTime(shenzhen('2026-11-16', '09:00:00.000'));
  t = await allowanceOffice({ time });
});
afterAll(() => t.drop());

const queue = async (matterId: string, kind: string, payload: object): Promise<string> => {
  const jobId = randomUUID();
  await t.fresh.owner.query('insert into platform.jobs (job_id, matter_id, kind, payload) values ($1, $2, $3, $4)', [jobId, matterId, kind, JSON.stringify(payload)]);
  return jobId;
};
interface Left { readonly kind: string; readonly payload: { readonly again?: boolean }; readonly attempts: number; readonly last_error: string | null; readonly wait: number }
const left = async (matterId: string): Promise<Left[]> =>
  (await t.fresh.owner.query<Left>('select kind, payload, attempts, last_error, extract(epoch from run_at - clock_timestamp())::float8 as wait from platform.jobs where matter_id = $1 order by run_at', [matterId])).rows;
const kindsOf = async (matterId: string): Promise<readonly string[]> => ((await t.app.matters.facts(matterId))?.facts ?? []).map((fact) => fact.kind);

describe('a breach that another server has seen', () => {
  it('is not dropped by a server whose clock stood still: it comes again until that clock has reached its moment', async () => {
    const matterId = await t.filedAtWindow((await t.somebody()).partyId);
    const state = (await t.app.matters.facts(matterId))?.state;
    const dueAt: Instant = state?.limits[0]?.dueAt ?? '';
    await queue(matterId, 'matters.when_limit_passed_record', { limitId: 'notice#1', dueMs: msOf(dueAt) });
    time.goTo(dueAt);
    await t.app.jobs.drain();
    expect(await kindsOf(matterId)).toEqual(['matter_filed']);
    expect((await left(matterId)).filter((job) => job.kind === 'matters.when_limit_passed_record')).toMatchObject([{ attempts: 1, last_error: `Error: our clock has not reached ${dueAt}` }]);
    time.goTo(instantOfMs(msOf(dueAt) + 1));
    await t.fresh.owner.query('update platform.jobs set run_at = clock_timestamp()');
    await t.app.jobs.drain();
    expect((await kindsOf(matterId)).slice(0, 3)).toEqual(['matter_filed', 'limit_passed', 'deemed_accepted']);
  });
});

describe('L-032: a change of the calendar', () => {
  it('is carried out once more a minute later, for what a server began to count that had not heard of it; the second time is the last', async () => {
    const changeId = randomUUID();
    await queue(changeId, 'matters.when_calendar_changed_recompute', { changeId, firstDay: '2026-12-01' });
    await t.app.jobs.drain();
    const [again, ...others] = await left(changeId);
    expect(others).toEqual([]);
    expect(again).toMatchObject({ kind: 'matters.when_calendar_changed_recompute', payload: { changeId, firstDay: '2026-12-01', again: true }, attempts: 0 });
    expect(again?.wait).toBeGreaterThan(30);
    await t.fresh.owner.query('update platform.jobs set run_at = clock_timestamp() where matter_id = $1', [changeId]);
    await t.app.jobs.drain();
    expect(await left(changeId)).toEqual([]);
  });
});
