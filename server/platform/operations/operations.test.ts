import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { exportOperations, getOperations, listStuckJobs, tryJobAgain } from '../../../contract/operations.ts';
import { testApp, type Client, type TestApp } from '../../testing/app.ts';
import { namedFiles } from './named-files.ts';
import { listenForMetrics } from '../metrics/metrics.ts';

describe('how an installation runs', () => {
  let test: TestApp;
  let admin: Client;
  beforeAll(async () => {
    test = await testApp();
    admin = (await test.staff('operations.admin', [{ institution: 'YM-440300-government_services', role: 'administrator' }])).client;
  });
  afterAll(() => test.drop());

  it('is told to the system administrator and to who audits, and to nobody else', async () => {
    const told = await admin.good(getOperations, {});
    expect(told.checks.map((check) => [check.name, check.state])).toEqual([['database', 'good'], ['clock', 'good'], ['storage', expect.any(String)], ['ledger', 'good'], ['witnesses', 'off'], ['backup', 'off']]);
    expect(told.versions).toMatchObject({ node: process.versions.node, database: expect.stringMatching(/^\d+/) as string });
    expect(told.sessions.staff).toBeGreaterThanOrEqual(1);
    expect(told.settings.find((one) => one.name === 'DATABASE_URL')).toMatchObject({ isSecret: true, value: null });
    expect(told.unverifiedLaw).toBeGreaterThanOrEqual(0);
    expect(told.calendar.lastDay).toMatch(/^20\d\d-12-31$/);
    const { client: resident } = await test.resident({ index: 61 });
    const { client: security } = await test.staff('operations.security', [{ institution: 'YM-440300-government_services', role: 'security_administrator' }]);
    const { client: audit } = await test.staff('operations.audit', [{ institution: 'YM-440300-government_services', role: 'audit_administrator' }]);
    expect([(await resident.call(getOperations, {})).status, (await security.call(getOperations, {})).status, (await audit.call(getOperations, {})).status, (await (await test.as('anonymous')).call(getOperations, {})).status]).toEqual([404, 404, 200, 401]);
    expect(told.disks.map((disk) => disk.folder)).toContain(test.dataFolder);
    expect(told.disks.every((disk) => disk.freeBytes > 0 && disk.bytes >= disk.freeBytes)).toBe(true);
    expect(told.logs.map((log) => log.log)).toEqual(expect.arrayContaining(['cases', 'access']));
    expect(told).toMatchObject({ outbox: { waiting: 0, due: 0, oldestAt: null }, admission: { underWay: 1, most: 256 } });
    const table = await audit.call(exportOperations, {});
    expect(table.headers['content-type']).toContain('text/csv');
    for (const word of ['DATABASE_URL', 'PORT', test.dataFolder]) expect(table.text).toContain(word);
    expect([(await resident.call(exportOperations, {})).status, (await security.call(exportOperations, {})).status]).toEqual([404, 404]);
    const taken = await test.fresh.owner.query<{ who: string; subject: string }>(`select actor ->> 'id' as who, matter_id::text as subject from platform.access_records where act = 'operations.export' and outcome = 'done'`);
    expect(taken.rows).toHaveLength(1);
    expect(taken.rows[0]?.who).toBe(taken.rows[0]?.subject);
  });

  it('names jobs out of tries, without particulars, and has one tried again by the system administrator alone, which is recorded', async () => {
    const { owner } = test.fresh;
    const [jobId, matterId] = [randomUUID(), randomUUID()];
    await owner.query(`insert into platform.jobs (job_id, matter_id, kind, payload, attempts, last_error, run_at) values ($1, $2, 'nobody.does_this', '{}', 12, 'no answer for 13800138000', clock_timestamp() + interval '1 hour')`, [jobId, matterId]);
    expect(await admin.good(listStuckJobs, {})).toEqual({ total: 1, mayTryAgain: true, jobs: [{ jobId, kinds: ['nobody.does_this'], attempts: 12, lastTryAt: expect.any(String) as string, fault: 'no answer for [withheld]' }] });
    expect((await admin.good(getOperations, {})).jobs.givenUp).toBe(1);
    const { client: audit } = await test.staff('operations.auditor', [{ institution: 'YM-440300-government_services', role: 'audit_administrator' }]);
    expect(await audit.good(listStuckJobs, {})).toMatchObject({ total: 1, mayTryAgain: false });
    expect((await audit.refused(tryJobAgain, { params: { jobId } })).status).toBe(404);
    await admin.good(tryJobAgain, { params: { jobId } });
    expect((await admin.refused(tryJobAgain, { params: { jobId } })).code).toBe('operations.no_such_job');
    const { rows } = await owner.query<{ attempts: number; due: boolean }>('select attempts, run_at <= clock_timestamp() as due from platform.jobs where job_id = $1', [jobId]);
    expect(rows).toEqual([{ attempts: 0, due: true }]);
    const records = await owner.query<{ fields: string }>(`select fields from platform.access_records where act = 'operations.try_again' and outcome = 'done'`);
    expect(records.rows).toEqual([{ fields: `nobody.does_this ${jobId}` }]);
    await owner.query('delete from platform.jobs where job_id = $1', [jobId]);
  });

  it('has no job tried again that is unknown or still has tries, nor without a second factor shown a moment ago', async () => {
    const { owner } = test.fresh;
    const [stopped, underWay] = [randomUUID(), randomUUID()];
    for (const [jobId, attempts] of [[stopped, 12], [underWay, 11]] as const) {
      await owner.query(`insert into platform.jobs (job_id, matter_id, kind, payload, attempts, run_at) values ($1, $2, 'nobody.does_this', '{"jobs":[{"kind":"two.parts"},{"kind":"one.part"}]}', $3, clock_timestamp() + interval '1 hour')`, [jobId, randomUUID(), attempts]);
    }
    expect((await admin.good(listStuckJobs, {})).jobs.map((job) => [job.jobId, job.kinds, job.fault])).toEqual([[stopped, ['one.part', 'two.parts'], '']]);
    for (const jobId of [underWay, randomUUID()]) expect(await admin.refused(tryJobAgain, { params: { jobId } })).toMatchObject({ status: 404, code: 'operations.no_such_job' });
    const { client: stale, staffId } = await test.staff('operations.stale', [{ institution: 'YM-440300-government_services', role: 'administrator' }]);
    await owner.query(`update people.sessions set fresh_at = clock_timestamp() - interval '1 hour' where staff_id = $1`, [staffId]);
    await vi.waitFor(async () => expect(await stale.refused(tryJobAgain, { params: { jobId: randomUUID() } })).toMatchObject({ status: 403, code: 'session.second_factor_needed' }), { timeout: 20_000 });
    expect(await stale.refused(tryJobAgain, { params: { jobId: stopped } })).toMatchObject({ status: 403, code: 'session.second_factor_needed' });
    expect((await stale.good(listStuckJobs, {})).total).toBe(1);
    expect((await owner.query('select 1 from platform.jobs where job_id = $1 and attempts = 12', [stopped])).rowCount).toBe(1);
    await owner.query('delete from platform.jobs where job_id = any ($1)', [[stopped, underWay]]);
  });

  it('says of a file that a setting names whether it is still the one that was read', async () => {
    const file = join(test.dataFolder, 'policy');
    writeFileSync(file, 'one');
    const files = namedFiles({ LEDGER_POLICY: file, LEDGER_AUDITOR_TOKENS: undefined, PORT: '4010' });
    expect([...(await files.look())]).toEqual([['LEDGER_POLICY', 'as_at_start']]);
    writeFileSync(file, 'two');
    expect((await files.look()).get('LEDGER_POLICY')).toBe('changed');
    rmSync(file);
    expect((await files.look()).get('LEDGER_POLICY')).toBe('missing');
  });

  it('is told at /health in plain words of the asked language, and safe to accept names the log that stopped', async () => {
    const ask = (path: string, language: string) => test.app.http.inject({ url: path, headers: { 'accept-language': language } });
    const well = await ask('/health/safe-to-accept', 'en');
    expect([well.statusCode, well.json<{ safe: boolean }>().safe]).toEqual([200, true]);
    expect((await ask('/health', 'zh-HK')).body).toContain('數據庫可以寫入');
    const { owner } = test.fresh;
    await owner.query(`update ledger.logs set stopped_why = 'inconsistent', stopped_at = clock_timestamp() where log = 'access'`);
    await new Promise((later) => setTimeout(later, 1_100));
    const stopped = await ask('/health/safe-to-accept', 'en');
    expect(stopped.statusCode).toBe(503);
    expect(stopped.body).toContain('access/v1 has stopped (inconsistent)');
    expect((await ask('/health', 'en')).statusCode).toBe(200);
    await owner.query(`update ledger.logs set stopped_why = null, stopped_at = null where log = 'access'`);
  });

  it('is told to Prometheus on a listener of its own, without anything of a person or of one matter', async () => {
    const { person, client } = await test.resident({ index: 62 });
    await client.call(getOperations, {});
    await test.app.http.inject({ method: 'PROPFIND' as 'GET', url: `/nothing/${person.number}?phone=${person.mobile}` });
    const listener = await listenForMetrics(test.app.operations.metrics, { host: '127.0.0.1', port: 0 }, () => undefined);
    const answer = await fetch(`http://127.0.0.1:${listener.port}/metrics`);
    const text = await answer.text();
    for (const name of ['yimen_http_requests_total', 'yimen_http_request_seconds_bucket', 'yimen_pool_connections', 'yimen_jobs{state="due"}', 'yimen_sessions{kind="resident"}', 'yimen_ledger_entries{log="cases"}', 'yimen_ledger_stopped{log="access"} 0', 'yimen_clock_suspect 0', 'yimen_backup_configured 0', 'yimen_nodejs_eventloop_lag_seconds', 'yimen_database_bytes', 'yimen_disk_free_bytes{folder=', 'yimen_requests_under_way', 'yimen_requests_most 256', 'yimen_outbox{state="waiting"} 0']) expect(text).toContain(name);
    expect(text).toContain('route="/api/v1/operations",status="404"');
    for (const secret of [person.number, person.mobile, person.name['zh-CN'], 'PROPFIND']) expect(text).not.toContain(secret);
    expect((await fetch(`http://127.0.0.1:${listener.port}/`)).status).toBe(404);
    expect((await test.app.http.inject('/metrics')).statusCode).toBe(404);
    await listener.close();
  });
});
