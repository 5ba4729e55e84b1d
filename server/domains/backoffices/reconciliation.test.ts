import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { writeFileSync } from 'node:fs';
import * as wire from '../../../contract/backoffices.ts';
import { addCalendarDays } from '../../kernel/calendar/index.ts';
import { localDayOf } from '../../kernel/instant.ts';
import { departmentProgram, testBackoffices, type RunningDepartment, type TestBackoffices } from './routes-for-tests.ts';

vi.setConfig({ testTimeout: 300_000 });

let t: TestBackoffices;
let program: Awaited<ReturnType<typeof departmentProgram>>;
let department: RunningDepartment;
let system: Awaited<ReturnType<TestBackoffices['register']>>;
const today = localDayOf(new Date().toISOString());
beforeAll(async () => {
  [t, program] = await Promise.all([testBackoffices(), departmentProgram()]);
  const state = `${program.folder}/state.json`;
  // What it has and we never sent: planted before it starts. The number is nobody's.
  writeFileSync(state, JSON.stringify({ taken: [{ messageId: 'msg_planted', number: '=HYPERLINK("x")', day: today, data: {}, answered: true, callbacks: [] }], told: [], refused: [] }));
  department = await program.start({ DEPARTMENT_SECRET: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', DEPARTMENT_CALLBACK_URL: 'http://127.0.0.1:9/', DEPARTMENT_MODE: 'silent', DEPARTMENT_STATE: state });
  system = await t.register({ url: department.url });
  await department.ask({ secret: system.secret, callbackUrl: system.callbackUrl });
});
afterAll(async () => {
  await program.drop();
  await t.drop();
});

const params = () => ({ backofficeId: system.backofficeId });
const filed = async () => {
  const matterId = await t.office.filedAtWindow((await t.office.somebody()).partyId);
  await t.office.accepted(matterId);
  await t.settle();
  return matterId;
};
const reconcile = async (day = today) => (await t.proposer.good(wire.reconcile, { params: params(), body: { day } })).reconciliation;

describe('both sides of a day are compared', () => {
  it('and a planted loss is found, beside what is not delivered, overdue, or strange to us', async () => {
    const known = await filed();
    await department.ask({ mode: 'loses' });
    const lost = await filed();
    await department.ask({ mode: 'failing' });
    const waiting = await filed();
    await t.office.fresh.owner.query(`update matters.links set due_on = '2026-01-05' where matter_id = $1`, [known]);
    const found = await reconcile();
    expect(found).toMatchObject({ day: today, theirs: 'read', sent: 3, acknowledged: 2, answered: 0, overdue: 1, known: 2, madeBy: { name: 'admin-one' }, more: false });
    expect(found.differences.map((one) => [one.kind, one.matterId])).toEqual([['overdue', known], ['unknown_there', lost], ['not_delivered', waiting], ['unknown_here', null]]);
    // The lost one is sent again by a person, and is there.
    await department.ask({ mode: 'silent' });
    const again = (await t.proposer.good(wire.listDeliveries, { params: params(), query: {} })).deliveries.find((one) => one.matterId === lost);
    await t.proposer.good(wire.replayDeliveries, { params: params(), body: { deliveryId: again?.deliveryId ?? '' } });
    await t.settle();
    expect((await reconcile()).differences.map((one) => one.kind)).not.toContain('unknown_there');
  });

  it('is exported as a spreadsheet in which nothing becomes a formula', async () => {
    await reconcile();
    const answer = await t.proposer.call(wire.exportReconciliation, { params: { ...params(), day: today } });
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(answer.text.replace(/^\uFEFF/, '')).toMatch(/^day,difference,message_id/);
    expect(answer.text).toContain(`"'=HYPERLINK(""x"")"`);
    expect((await t.proposer.call(wire.exportReconciliation, { params: { ...params(), day: '2020-01-01' } })).problem.code).toBe('backoffices.not_reconciled');
  });

  it('says so where the other side cannot be read or is not understood, and keeps our own side', async () => {
    await department.ask({ secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' });
    expect(await reconcile()).toMatchObject({ theirs: 'unreachable', theirsDetail: '401', known: null, sent: 3 });
    await department.ask({ secret: system.secret });
    for (const [day, code] of [['2026-13-01', 'input.malformed'], [addCalendarDays(today, 1), 'backoffices.day_not_over']] as const) expect((await t.proposer.refused(wire.reconcile, { params: params(), body: { day } })).code).toBe(code);
  });

  it('every night for the day before, once, by the job', async () => {
    const yesterday = addCalendarDays(today, -1);
    await t.office.fresh.owner.query(`update platform.webhook_deliveries set made_at = made_at - interval '1 day'`);
    await t.office.fresh.owner.query(`update backoffices.registrations set state = jsonb_set(state, '{secrets,0,madeAt}', '"2026-01-01T00:00:00.000Z"')`);
    // As a process that starts anew does: the first look of its day.
    const { reconcileYesterday } = await import('./jobs.ts');
    const around = { database: t.office.fresh.database, now: () => t.office.app.clock.now(), wakeJobs: () => undefined } as unknown as Parameters<typeof reconcileYesterday>[0];
    await reconcileYesterday(around);
    await reconcileYesterday(around);
    await t.settle();
    const made = (await t.proposer.good(wire.listReconciliations, { params: params() })).reconciliations.filter((one) => one.day === yesterday);
    expect(made).toMatchObject([{ day: yesterday, madeBy: null, sent: 3 }]);
    const before = made[0]?.madeAt;
    await reconcileYesterday(around);
    await t.settle();
    expect((await t.proposer.good(wire.listReconciliations, { params: params() })).reconciliations.find((one) => one.day === yesterday)?.madeAt).toBe(before);
  });
});
