import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Config } from './platform/config.ts';
import { localDayOf } from './kernel/instant.ts';
import type { Keys } from './platform/crypto/index.ts';
import { batchWriter } from './platform/db/batch-writer.ts';
import { databaseClock, type DatabaseClock } from './platform/db/clock.ts';
import type { Database } from './platform/db/database.ts';
import type { Pipeline } from './platform/db/run-command.ts';
import { triesOver } from './platform/db/tries.ts';
import { openVault } from './platform/files/index.ts';
import { httpServer } from './platform/http/server.ts';
import { jobWorker, type JobWorker } from './platform/jobs/worker.ts';
import type { SendSms } from './platform/messages/index.ts';
import { openPaperPress } from './platform/papers/index.ts';
import { calendarDomain } from './domains/calendar/index.ts';
import { catalogueDomain, itemRoutes } from './domains/catalogue/index.ts';
import { mattersDomain } from './domains/matters/index.ts';
import { peopleDomain, type People } from './domains/people/index.ts';
import { unitsDomain, type Units } from './domains/units/index.ts';
import type { Catalogue } from './domains/catalogue/index.ts';
import type { Calendars } from './domains/calendar/index.ts';
import { faces } from './faces.ts';
import { problems } from './problems.ts';

/** What an application is built on; main.ts and the tests give it. */
export interface AppOptions {
  readonly config: Pick<Config, 'dataFolder' | 'publicUrl' | 'provisionalCalendar'>;
  readonly database: Database;
  readonly keys: Keys;
  readonly sendSms: SendSms;
  /** built files of the portal and the workbench; without them only the API is served */
  readonly distFolder: string | undefined;
  /** origin of this installation's ledger */
  readonly log: string;
  readonly quiet?: boolean;
  readonly passwordCost?: 'test';
}

/** A whole application, not yet listening. */
export interface App {
  readonly http: FastifyInstance;
  readonly people: People;
  readonly units: Units;
  readonly catalogue: Catalogue;
  readonly calendar: Calendars;
  readonly jobs: JobWorker;
  readonly clock: DatabaseClock;
  readonly pipeline: Pipeline;
  close(): Promise<void>;
}

/** Builds and wires everything: the only place where that happens. */
export async function createApp(options: AppOptions): Promise<App> {
  const { database, keys, config } = options;
  const clock = await databaseClock(database.pool);
  const writer = batchWriter(database.pool, 'matters.append', clock);
  const recorder = batchWriter(database.pool, 'platform.append', clock);
  const pipeline: Pipeline = { clock, keys, log: options.log, recorder };
  const today = () => localDayOf(clock.now());
  const [units, calendar, catalogue, vault] = await Promise.all([
    unitsDomain(database.handle, today),
    calendarDomain(database.handle, { provisionalAllowed: config.provisionalCalendar }),
    catalogueDomain(database.handle),
    openVault({ root: join(config.dataFolder, 'vault') }),
  ]);
  const people = await peopleDomain({
    database, keys, clock, institution: units.institution, ...(options.passwordCost ? { passwordCost: options.passwordCost } : {}),
    sendCode: async (to, code, language) => (await options.sendSms({ to, templateCode: 'sms.sign_in_code', params: { code, minutes: 5 }, language })).outcome,
  });
  const press = openPaperPress(options.distFolder ? { workerFile: new URL(`file://${join(options.distFolder, 'server', 'paper-worker.js')}`) } : {});
  // The worker needs the domain's handlers and the domain wakes the worker: a late binding, once, here.
  const late: { jobs?: JobWorker } = {};
  const matters = mattersDomain({ database, pipeline, writer, vault, units, calendar, catalogue, people, press, tries: triesOver(database.handle, keys, clock), sendSms: options.sendSms, publicUrl: config.publicUrl, wakeJobs: () => late.jobs?.wake() });
  const worker = jobWorker(database.handle, matters.jobs, (job, error) => {
    if (!options.quiet) process.stderr.write(`job ${job.kind} ${job.jobId} try ${job.attempts}: ${String(error)}\n`);
  }, () => writer.load > 4);
  late.jobs = worker;
  const http = await httpServer({
    routes: [...units.routes, ...itemRoutes(catalogue, { departmentName: units.departmentName, today }), ...people.routes, ...matters.routes],
    problems, authenticate: people.authenticate, secure: config.publicUrl.startsWith('https:'), log: !options.quiet, load: () => writer.load,
  });
  await faces(http, { publicUrl: config.publicUrl, distFolder: options.distFolder, ready: async () => (await database.pool.query('select 1')).rowCount === 1, now: clock.now });
  return {
    http, people, units, catalogue, calendar, jobs: worker, clock, pipeline,
    close: async () => {
      await http.close();
      await worker.stop();
      await press.close();
    },
  };
}
