import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../testing/fresh-database.ts';
import { newId } from '../ids.ts';
import { jobRows } from './several.ts';
import { jobWorker, type Job, type JobHandler, type JobWorker } from './worker.ts';

describe('the worker of jobs', () => {
  let fresh: FreshDatabase;
  const workers: JobWorker[] = [];
  const matterId = newId();

  beforeAll(async () => {
    fresh = await freshDatabase();
  });
  afterAll(() => fresh.drop());
  beforeEach(() => fresh.owner.query('delete from platform.jobs'));
  afterEach(async () => {
    for (const worker of workers.splice(0)) await worker.stop();
  });

  const worker = (handlers: Readonly<Record<string, JobHandler>>, onFault: (job: Job, error: unknown) => void = () => undefined): JobWorker => {
    const made = jobWorker(fresh.database.handle, handlers, onFault);
    workers.push(made);
    return made;
  };
  const add = async (kind: string, payload: object = {}, runAt = 'clock_timestamp()'): Promise<string> => {
    const jobId = newId();
    await fresh.owner.query(`insert into platform.jobs (job_id, matter_id, kind, payload, run_at) values ($1, $2, $3, $4, ${runAt})`, [jobId, matterId, kind, JSON.stringify(payload)]);
    return jobId;
  };
  const left = async () => (await fresh.owner.query<{ job_id: string; attempts: number; last_error: string | null; wait: number }>(
    'select job_id, attempts, last_error, extract(epoch from run_at - clock_timestamp())::float8 as wait from platform.jobs order by job_id')).rows;

  it('does what is due, each job once, and takes it away', async () => {
    const seen: Job[] = [];
    const ids = [await add('greet', { name: 'An' }), await add('greet', { name: 'Bo' })];
    expect(await worker({ greet: async (job) => void seen.push(job) }).drain()).toBe(2);
    expect(seen.map((job) => [job.jobId, job.matterId, job.kind, job.payload, job.attempts]).sort()).toEqual([[ids[0], matterId, 'greet', { name: 'An' }, 1], [ids[1], matterId, 'greet', { name: 'Bo' }, 1]].sort());
    expect(await left()).toEqual([]);
  });

  it('leaves what is not due yet, and kinds it does not know', async () => {
    const later = await add('greet', {}, `clock_timestamp() + interval '1 minute'`);
    const strange = await add('sing');
    expect(await worker({ greet: async () => undefined }).drain()).toBe(0);
    expect((await left()).map((row) => [row.job_id, row.attempts])).toEqual([[later, 0], [strange, 0]]);
  });

  it('tries a failed job again later and later, tells of each failure, and keeps the last error', async () => {
    await add('greet');
    const faults: string[] = [];
    const failing = worker({ greet: async () => Promise.reject(new Error('no voice')) }, (job, error) => faults.push(`${job.attempts} ${String(error)}`));
    const waits: number[] = [];
    for (let round = 0; round < 14; round += 1) {
      await failing.drain();
      waits.push((await left())[0]?.wait ?? -1);
      await fresh.owner.query('update platform.jobs set run_at = clock_timestamp()');
    }
    expect(faults).toHaveLength(12);
    expect(faults[0]).toBe('1 Error: no voice');
    expect(waits.slice(0, 4).map(Math.round)).toEqual([5, 10, 20, 40]);
    expect(Math.max(...waits)).toBeLessThanOrEqual(3_600);
    expect(await left()).toMatchObject([{ attempts: 12, last_error: 'Error: no voice' }]);
  });

  it('goes on with the others when one fails', async () => {
    const done: unknown[] = [];
    for (const name of ['a', 'bad', 'c']) await add('greet', { name });
    await worker({ greet: async (job) => (job.payload.name === 'bad' ? Promise.reject(new Error('bad')) : void done.push(job.payload.name)) }).drain();
    expect(done.sort()).toEqual(['a', 'c']);
    expect(await left()).toHaveLength(1);
  });

  it('does several jobs of one row each by its own id, and only those again that failed', async () => {
    const [row] = jobRows(matterId, [{ kind: 'greet', payload: { name: 'a' } }, { kind: 'sing', payload: {} }, { kind: 'greet', payload: { name: 'c' } }]);
    const parts = (row?.payload as { jobs: { jobId: string }[] }).jobs;
    await fresh.owner.query('insert into platform.jobs (job_id, matter_id, kind, payload) values ($1, $2, $3, $4)', [row?.job_id, matterId, row?.kind, JSON.stringify(row?.payload)]);
    const seen: string[] = [];
    let voice = false;
    const choir = worker({
      greet: async (job) => void seen.push(job.jobId),
      sing: async (job) => (voice ? void seen.push(job.jobId) : Promise.reject(new Error('no voice'))),
    });
    await choir.drain();
    expect(seen).toEqual([parts[0]?.jobId, parts[2]?.jobId]);
    expect(await left()).toMatchObject([{ job_id: row?.job_id, attempts: 1, last_error: 'Error: no voice' }]);
    voice = true;
    await fresh.owner.query('update platform.jobs set run_at = clock_timestamp()');
    await choir.drain();
    expect(seen).toEqual([parts[0]?.jobId, parts[2]?.jobId, parts[1]?.jobId]);
    expect(await left()).toEqual([]);
  });

  it('keeps a row with a part that nobody does, and says so', async () => {
    const [row] = jobRows(matterId, [{ kind: 'greet', payload: {} }, { kind: 'dance', payload: {} }]);
    await fresh.owner.query('insert into platform.jobs (job_id, matter_id, kind, payload) values ($1, $2, $3, $4)', [row?.job_id, matterId, row?.kind, JSON.stringify(row?.payload)]);
    await worker({ greet: async () => undefined }).drain();
    expect(await left()).toMatchObject([{ attempts: 1, last_error: 'Error: nobody does dance' }]);
  });

  it('gives one job, and a job with a moment of its own, a row of its own', () => {
    expect(jobRows(matterId, [{ kind: 'greet', payload: {} }]).map((row) => row.kind)).toEqual(['greet']);
    expect(jobRows(matterId, [{ kind: 'greet', payload: {} }, { kind: 'wake', payload: {}, run_at: '2026-12-01T00:00:00.000Z' }, { kind: 'sing', payload: {} }]).map((row) => [row.kind, row.run_at])).toEqual([
      ['platform.several', undefined], ['wake', '2026-12-01T00:00:00.000Z'],
    ]);
    expect(jobRows(matterId, [])).toEqual([]);
  });

  it('never lets two workers do the same job at the same time', async () => {
    await fresh.owner.query(`insert into platform.jobs (job_id, matter_id, kind, payload) select gen_random_uuid(), $1, 'greet', jsonb_build_object('index', i) from generate_series(1, 400) i`, [matterId]);
    const seen: unknown[] = [];
    const handlers = { greet: async (job: Job) => void seen.push(job.payload.index) };
    const counts = await Promise.all(Array.from({ length: 5 }, () => worker(handlers).drain()));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(400);
    expect(new Set(seen).size).toBe(400);
    expect(seen).toHaveLength(400);
  });

  it('keeps a job that waits for a slow gateway to itself for a minute, so that another process does not send the same message again', async () => {
    await add('greet');
    let answer: () => void = () => undefined;
    const slow = worker({ greet: () => new Promise<void>((done) => (answer = done)) });
    slow.wake();
    while ((await left())[0]?.attempts !== 1) await sleep(1);
    expect((await left())[0]?.wait).toBeGreaterThan(50);
    await fresh.owner.query(`update platform.jobs set run_at = run_at - interval '30 seconds'`);
    expect(await worker({ greet: async () => undefined }).drain()).toBe(0);
    answer();
    while ((await left()).length > 0) await sleep(1);
  });

  it('gets back a job whose worker died in it, once its lease has run out', async () => {
    const jobId = await add('greet');
    await fresh.owner.query(`update platform.jobs set attempts = 1, run_at = clock_timestamp() + interval '50 seconds' where job_id = $1`, [jobId]);
    const seen: number[] = [];
    const second = worker({ greet: async (job) => void seen.push(job.attempts) });
    expect(await second.drain()).toBe(0);
    await fresh.owner.query('update platform.jobs set run_at = clock_timestamp()');
    expect(await second.drain()).toBe(1);
    expect(seen).toEqual([2]);
  });

  it('does at once what is written while it works, when it is woken', async () => {
    const seen: unknown[] = [];
    const woken: JobWorker = worker({ greet: async (job) => {
      seen.push(job.payload.name);
      if (job.payload.name === 'first') { await add('greet', { name: 'second' }); woken.wake(); }
    } });
    await add('greet', { name: 'first' });
    woken.wake();
    for (let tries = 0; tries < 3_000 && seen.length < 2; tries += 1) await sleep(10);
    expect(seen).toEqual(['first', 'second']);
  });

  it('ends what it has begun before it stops, and begins nothing more', async () => {
    let ended = 0;
    for (let index = 0; index < 45; index += 1) await add('greet');
    let goOn: () => void = () => undefined;
    const held = new Promise<void>((done) => (goOn = done));
    const stopping = worker({ greet: async () => { await held; ended += 1; } });
    stopping.wake();
    while ((await left()).every((row) => row.attempts === 0)) await sleep(1);
    const stop = stopping.stop();
    goOn();
    await stop;
    const atStop = ended;
    expect(atStop).toBeGreaterThan(0);
    expect(atStop).toBeLessThan(45);
    await sleep(60);
    expect(ended).toBe(atStop);
    expect((await left()).filter((row) => row.attempts === 0)).toHaveLength(45 - atStop);
  });
});
