import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Config } from './platform/config.ts';
import { localDayOf, startOfLocalDay } from './kernel/instant.ts';
import type { Keys } from './platform/crypto/index.ts';
import { batchWriter } from './platform/db/batch-writer.ts';
import { databaseClock, type DatabaseClock } from './platform/db/clock.ts';
import type { Database } from './platform/db/database.ts';
import type { Pipeline } from './platform/db/run-command.ts';
import { triesOver } from './platform/db/tries.ts';
import { openVault } from './platform/files/index.ts';
import { httpServer } from './platform/http/server.ts';
import { everySeconds } from './platform/jobs/every.ts';
import { jobWorker, type JobWorker } from './platform/jobs/worker.ts';
import { liveStreams, myStream, openLive, topicOf, type Live, type Topic } from './platform/live/index.ts';
import type { SendSms } from './platform/messages/index.ts';
import { openPaperPress } from './platform/papers/index.ts';
import { calendarDomain } from './domains/calendar/index.ts';
import { catalogueDomain, itemRoutes } from './domains/catalogue/index.ts';
import { lawDomain, type Law } from './domains/law/index.ts';
import { hallsDomain } from './domains/halls/index.ts';
import { mattersDomain, type Matters } from './domains/matters/index.ts';
import { peopleDomain, type People } from './domains/people/index.ts';
import { lineTo, unitsDomain, type Units } from './domains/units/index.ts';
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
  /** Another clock than the database's, and the function of the database that appends at its times: for tests of days in minutes. */
  readonly clock?: DatabaseClock;
  readonly appendFunction?: string;
}

/** A whole application, not yet listening. */
export interface App {
  readonly http: FastifyInstance;
  readonly people: People;
  readonly units: Units;
  readonly catalogue: Catalogue;
  readonly calendar: Calendars;
  readonly law: Law;
  readonly matters: Matters;
  readonly live: Live;
  readonly jobs: JobWorker;
  readonly clock: DatabaseClock;
  readonly pipeline: Pipeline;
  close(): Promise<void>;
}

/** Builds and wires everything: the only place where that happens. */
export async function createApp(options: AppOptions): Promise<App> {
  const { database, keys, config } = options;
  const clock = options.clock ?? (await databaseClock(database.pool));
  const writer = batchWriter(database.pool, options.appendFunction ?? 'matters.append', clock);
  const recorder = batchWriter(database.pool, 'platform.append', clock);
  const pipeline: Pipeline = { clock, keys, log: options.log, recorder };
  const today = () => localDayOf(clock.now());
  const onFault = (what: string) => (error: unknown): void => {
    if (!options.quiet) process.stderr.write(`${what}: ${String(error)}\n`);
  };
  // The worker needs the domains' handlers and the domains wake the worker; the calendar asks the matters how many dates a change moves, and they
  // count by the calendar: late bindings, here and nowhere else.
  const late: { jobs?: JobWorker; matters?: Matters } = {};
  const wakeJobs = () => late.jobs?.wake();
  const [units, law, catalogue, vault, live] = await Promise.all([
    unitsDomain(database.handle, today),
    lawDomain(database.handle),
    catalogueDomain(database.handle),
    openVault({ root: join(config.dataFolder, 'vault') }),
    openLive({ pool: database.pool, onFault: onFault('live') }),
  ]);
  const publish = (topics: readonly Topic[]) => live.publish(topics.flatMap((topic) => (topic.startsWith('unit:') ? unitsToTell(units, topic.slice(5)).map(topicOf.unit) : [topic])));
  const people = await peopleDomain({
    database, keys, clock, institution: units.institution, ...(options.passwordCost ? { passwordCost: options.passwordCost } : {}),
    sendCode: async (to, code, language) => (await options.sendSms({ to, templateCode: 'sms.sign_in_code', params: { code, minutes: 5 }, language })).outcome,
  });
  const press = openPaperPress(options.distFolder ? { workerFile: new URL(`file://${join(options.distFolder, 'server', 'paper-worker.js')}`) } : {});
  const calendar = await calendarDomain(database.handle, {
    provisionalAllowed: config.provisionalCalendar,
    acts: {
      database, pipeline, whenApproved: ['matters.when_calendar_changed_recompute'], wakeJobs, staffNames: people.staffNames,
      affectedLimits: async (firstDay) => (await late.matters?.affectedLimits(firstDay)) ?? 0,
    },
  });
  live.subscribe([topicOf.calendar], () => void calendar.refresh().catch(onFault('calendar')));
  const matters = mattersDomain({
    database, pipeline, writer, vault, units, calendar, law, catalogue, people, press, tries: triesOver(database.handle, keys, clock), sendSms: options.sendSms, publicUrl: config.publicUrl,
    reactions: [], publish, wakeJobs,
  });
  late.matters = matters;
  const halls = hallsDomain({
    now: clock.now, institution: units.institution, itemName: (code) => catalogue.item(code)?.item.catalog_item.task_name, numbersOf: (institution, day) => matters.hallScreenOf(institution, startOfLocalDay(day)),
  });
  const worker = jobWorker(database.handle, matters.jobs, (job, error) => {
    onFault(`job ${job.kind} ${job.jobId} try ${job.attempts}`)(error);
  }, () => writer.load > 4);
  late.jobs = worker;
  const http = await httpServer({
    routes: [...units.routes, ...itemRoutes(catalogue, { departmentName: units.departmentName, today }), ...people.routes, ...calendar.routes, ...law.routes, ...matters.routes, ...halls.routes],
    problems, authenticate: people.authenticate, secure: config.publicUrl.startsWith('https:'), log: !options.quiet, load: () => writer.load,
  });
  await faces(http, { publicUrl: config.publicUrl, distFolder: options.distFolder, ready: async () => (await database.pool.query('select 1')).rowCount === 1, now: clock.now });
  await http.register(liveStreams, { live, streams: [myStream, ...halls.streams], problems, authenticate: people.authenticate });
  const sweeping = everySeconds(10, () => matters.sweep(), onFault('sweep'));
  return {
    http, people, units, catalogue, calendar, law, matters, live, jobs: worker, clock, pipeline,
    close: async () => {
      await sweeping.stop();
      await http.close();
      await live.close();
      await worker.stop();
      await press.close();
    },
  };
}

/** A unit and those above it, also the functional area that administers one of them: who watches any of these is told. */
function unitsToTell(units: Units, code: string): readonly string[] {
  return lineTo(units.tree, code).flatMap((unit) => [unit.code, ...(unit.functionalParent === null ? [] : [unit.functionalParent])]);
}
