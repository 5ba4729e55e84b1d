import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Config } from './platform/config.ts';
import { addCalendarDays, addMonths } from './kernel/calendar/index.ts';
import type { Id } from './kernel/ids.ts';
import { localDayOf, startOfLocalDay } from './kernel/instant.ts';
import type { Keys } from './platform/crypto/index.ts';
import { batchWriter } from './platform/db/batch-writer.ts';
import { databaseClock, type DatabaseClock } from './platform/db/clock.ts';
import type { Database } from './platform/db/database.ts';
import type { Pipeline } from './platform/db/run-command.ts';
import { triesOver } from './platform/db/tries.ts';
import { openVault } from './platform/files/index.ts';
import { admission, mostUnderWay } from './platform/http/admission.ts';
import { httpServer, sessionCookie } from './platform/http/server.ts';
import { everySeconds } from './platform/jobs/every.ts';
import { jobWorker, type JobWorker } from './platform/jobs/worker.ts';
import { processLog, silentLogger, words, type Logger } from './platform/log/index.ts';
import { ledgerRoutes, logAddresses, openFactLog, type FactLog, type FactLogOptions } from './platform/ledger/log/index.ts';
import { liveStreams, myStream, openLive, topicOf, type Live, type Topic } from './platform/live/index.ts';
import { watchMachine, type MachineWatch } from './platform/machine-watch.ts';
import type { SendSms } from './platform/messages/index.ts';
import { openOperations, type Installation, type Operations, type OperationsOptions } from './platform/operations/index.ts';
import { openPaperPress } from './platform/papers/index.ts';
import { agencyDomain, type Agency } from './domains/agency/index.ts';
import { accessLogDomain, type AccessLog } from './domains/access-log/index.ts';
import { backofficesDomain, servedLinks, type Backoffices } from './domains/backoffices/index.ts';
import { calendarDomain } from './domains/calendar/index.ts';
import { catalogueAdmin, catalogueDomain, itemRoutes } from './domains/catalogue/index.ts';
import { keyChangesDomain } from './domains/key-changes/index.ts';
import { lawDomain, type Law } from './domains/law/index.ts';
import { evaluationCalendarReactions, evaluationReactions, evaluationsDomain, type Evaluations } from './domains/evaluations/index.ts';
import { hallsDomain } from './domains/halls/index.ts';
import { inHandOf, mattersDomain, openMattersOf, type Matters } from './domains/matters/index.ts';
import { measuresDomain, measuresReactions, workbookOf, type Measures } from './domains/measures/index.ts';
import { promiseReactions, promisesDomain, type Promises } from './domains/promises/index.ts';
import { staffChangesDomain } from './domains/staff-changes/index.ts';
import { supervisionDomain, supervisionReactions, type Supervision } from './domains/supervision/index.ts';
import { privacyDomain, standingScopes } from './domains/privacy/index.ts';
import { peopleDomain, type CityIdentitySettings, type People } from './domains/people/index.ts';
import { administeringUnit, lineTo, unitsDomain, type Units } from './domains/units/index.ts';
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
  /** Who witnesses the log, who may read its entries, and whether it works by itself: without `timers` whoever wants something to happen calls `ledger.tick`. */
  readonly ledger?: Pick<FactLogOptions, 'policy' | 'timers'> & { readonly auditorTokens?: readonly string[] };
  /** where the embedded database lies; its disk is watched as that of the data folder is */
  readonly databaseFolder?: string;
  readonly quiet?: boolean | undefined;
  /** what the process knows of itself, for the settings page; a test knows nothing */
  readonly installation?: Installation;
  /** where it tells what happens to it; the process's own without it */
  readonly logger?: Logger | undefined;
  readonly passwordCost?: 'test';
  /** Must every member of staff have a second factor? Without it: where passwords are real, yes. */
  readonly secondFactor?: 'required' | 'offered';
  /** Another clock than the database's: for tests of days in minutes. */
  readonly clock?: DatabaseClock;
  /** The city identity service, where there is one. */
  readonly cityIdentity?: CityIdentitySettings | undefined;
  /** No round of its own every ten seconds: whoever moves the time says when it is looked at. */
  readonly ticksByHand?: boolean;
}

/** A whole application, not yet listening. */
export interface App {
  readonly http: FastifyInstance;
  readonly people: People;
  readonly agency: Agency;
  readonly units: Units;
  readonly catalogue: Catalogue;
  readonly calendar: Calendars;
  readonly law: Law;
  readonly matters: Matters;
  readonly supervision: Supervision;
  readonly measures: Measures;
  readonly evaluations: Evaluations;
  readonly backoffices: Backoffices;
  readonly accessLog: AccessLog;
  readonly live: Live;
  readonly ledger: FactLog;
  readonly operations: Operations;
  /** One round of what comes with time: clocks that turned, orders, digests. A timer does it every ten seconds. */
  tick(): Promise<void>;
  readonly jobs: JobWorker;
  readonly clock: DatabaseClock;
  readonly pipeline: Pipeline;
  close(): Promise<void>;
}

/** What is bound later than it is needed: the worker wants the domains' handlers and the domains wake the worker; the calendar asks the matters how many dates a change moves, and they count by the calendar. */
interface Late {
  http?: FastifyInstance;
  accessLog?: AccessLog;
  jobs?: JobWorker;
  agency?: Agency;
  matters?: Matters;
  units?: Units;
}

const logOf = ({ quiet, logger }: Pick<AppOptions, 'quiet' | 'logger'>): Logger => (quiet ? silentLogger : (logger ?? processLog));

const unknownInstallation: Installation = { env: {}, program: '', migrations: [], backup: () => null };

type Told = (what: string) => (error: unknown) => void;

/** Builds and wires everything: the only place where that happens. */
export async function createApp(options: AppOptions): Promise<App> {
  const { database, config } = options;
  const onFault: Told = (what) => (fault) => logOf(options).tell('error', 'round.failed', { words: words(what), fault });
  const late: Late = {};
  const ground = await groundOf(options, late, onFault);
  const { clock, pipeline, writer, live, factLog, press, units, law, catalogue, people, calendar } = ground;
  const domains = domainsOver(options, ground, late, onFault);
  const { matters, promises, halls, supervision, evaluations, measures, backoffices, catalogueChanges, accessLog } = domains;
  late.matters = matters;
  const worker = jobWorker(database.handle, { ...matters.jobs, ...promises.jobs, ...supervision.jobs, ...evaluations.jobs, ...measures.jobs, ...backoffices.jobs, ...catalogueChanges.jobs, ...domains.privacy.jobs }, (job, error) => onFault(`job ${job.kind} ${job.jobId} try ${job.attempts}`)(error), () => writer.load > 4);
  late.jobs = worker;
  await catalogueChanges.proposeFromRelease();
  const watch = await watchOver(options, clock, onFault);
  // Who acts for whom is asked with each request, so that a mandate that was ended is gone for the next one.
  const authenticate: People['authenticate'] = async (...asked) => {
    const found = await people.authenticate(...asked);
    return { ...found, actor: await ground.agency.asActor(found.actor) };
  };
  const room = () => watch?.room() ?? 'enough';
  const inside = admission(mostUnderWay);
  const operations = operationsOver(options, ground, { room, disks: () => watch?.disks() ?? [], admission: inside });
  const http = await httpServer({
    routes: [
      ...units.routes, ...itemRoutes(catalogue, { departmentName: units.departmentName, today: ground.today }), ...people.routes, ...ground.agency.routes, ...domains.staffChanges.routes, ...domains.keyChanges.routes, ...calendar.routes, ...law.routes, ...matters.routes, ...promises.routes, ...halls.routes, ...supervision.routes,
      ...measures.routes, ...evaluations.routes, ...backoffices.routes, ...catalogueChanges.routes, ...domains.privacy.routes, ...accessLog.routes, ...ledgerRoutes(factLog), ...operations.routes,
    ],
    problems, authenticate, secure: config.publicUrl.startsWith('https:'), log: logOf(options), load: () => writer.load, room, admission: inside, onAnswered: operations.metrics.answered,
    // On a machine that runs all tests at once ten seconds say nothing about an answer.
    ...(options.passwordCost === 'test' ? { answerWithinMs: 60_000 } : {}),
  });
  late.http = http;
  await faces(http, { publicUrl: config.publicUrl, distFolder: options.distFolder, ready: async () => (await database.pool.query('select 1')).rowCount === 1, now: clock.now, warnings: () => watch?.warnings() ?? [], health: operations.health });
  if (people.cityAddresses) await people.cityAddresses(http, { secure: config.publicUrl.startsWith('https:') });
  await http.register(logAddresses, { db: database.pool, factLog, auditorTokens: options.ledger?.auditorTokens ?? [] });
  await http.register(liveStreams, { live, streams: [myStream, ...halls.streams], problems, authenticate });
  const tick = async (): Promise<void> => {
    // C-CK-2: a breach that a wrong clock made would stand for ever; a right one is no less found ten minutes later, with its own due moment.
    if (clock.suspect) return;
    await matters.sweep();
    await evaluations.sweep();
    await supervision.tick();
    await backoffices.sweep();
    await domains.privacy.sweep();
    await accessLog.sweep();
  };
  const ticking = options.ticksByHand ? undefined : everySeconds(10, tick, onFault('tick'));
  return {
    http, people, agency: ground.agency, units, catalogue, calendar, law, matters, supervision, measures, evaluations, backoffices, accessLog, live, ledger: factLog, operations, tick, jobs: worker, clock, pipeline,
    close: async () => {
      await ticking?.stop();
      await watch?.stop();
      await http.close();
      await factLog.close();
      await live.close();
      await backoffices.stop();
      await worker.stop();
      await press.close();
    },
  };
}

function operationsOver(options: AppOptions, { clock, factLog, writer, law, calendar, pipeline, wakeJobs }: Awaited<ReturnType<typeof groundOf>>, machine: Pick<OperationsOptions, 'room' | 'disks' | 'admission'>): Operations {
  return openOperations({
    database: options.database, clock, factLog, log: logOf(options), writerLoad: () => writer.load, ...machine, recorder: pipeline.recorder, wakeJobs, unverifiedLaw: law.unverified, installation: options.installation ?? unknownInstallation,
    calendar: () => ({ version: calendar.calendar.version, lastDay: calendar.calendar.to }),
  });
}

/** Clocks and disks are watched, but where a test tells the time. */
function watchOver({ database, config, databaseFolder, ticksByHand, quiet, logger }: AppOptions, clock: DatabaseClock, onFault: Told): Promise<MachineWatch> | undefined {
  if (ticksByHand) return undefined;
  const tell = (line: string): void => logOf({ quiet, logger }).tell('alarm', 'machine.alarm', { words: words(line) });
  // Each may lie on a disk of its own: files, database, and the database's log, without which no act can be written.
  const ofDatabase = databaseFolder === undefined ? [] : [databaseFolder, join(databaseFolder, 'cluster', 'pg_wal')];
  return watchMachine({ database, clock, folders: [config.dataFolder, join(config.dataFolder, 'vault'), ...ofDatabase], tell, onFault: onFault('watch') });
}

/** What every domain of matters stands on: time, the pipeline, the reference domains, people, the calendar, and the lines to screens and printers. */
async function groundOf(options: AppOptions, late: Late, onFault: Told) {
  const { database, keys, config } = options;
  const clock = options.clock ?? (await databaseClock(database.pool));
  const pipeline: Pipeline = { clock, keys, log: options.log, recorder: batchWriter(database.pool, 'platform.append', clock) };
  const today = () => localDayOf(clock.now());
  const wakeJobs = () => late.jobs?.wake();
  const [units, law, catalogue, vault, live, factLog] = await Promise.all([
    unitsDomain(database.handle, today),
    lawDomain(database.handle),
    catalogueDomain(database.handle, { today, districtOf: (areaUnit, day) => late.units && administeringUnit(late.units.tree, areaUnit, 'district', day)?.code }),
    openVault({ root: join(config.dataFolder, 'vault') }),
    openLive({ pool: database.pool, onFault: onFault('live') }),
    openFactLog({ pool: database.pool, keys, dataFolder: config.dataFolder, origin: options.log, ...options.ledger, onFault: onFault('ledger') }),
  ]);
  late.units = units;
  const people = await peopleDomain({
    database, keys, clock, institution: units.institution, publicUrl: config.publicUrl, ...(options.secondFactor ? { secondFactor: options.secondFactor } : {}), cityIdentity: options.cityIdentity && { ...options.cityIdentity, redirectUri: `${config.publicUrl}/sign-in/city/back`, representedBy: async (organisation, person) => late.agency?.representedByCity(organisation, person) }, ...(options.passwordCost ? { passwordCost: options.passwordCost } : {}),
    sendCode: async (to, code, language) => (await options.sendSms({ to, templateCode: 'sms.sign_in_code', params: { code, minutes: 5 }, language })).outcome,
  });
  const tries = triesOver(database.handle, keys, clock);
  const agency = agencyDomain({ database, pipeline, tries, people, itemName: (code) => catalogue.item(code)?.item.catalog_item.task_name, institutionName: (code) => units.institution(code)?.name });
  late.agency = agency;
  const calendar = await calendarDomain(database.handle, {
    provisionalAllowed: config.provisionalCalendar,
    acts: {
      database, pipeline, whenApproved: ['matters.when_calendar_changed_recompute', 'supervision.when_calendar_changed_recompute', ...evaluationCalendarReactions], wakeJobs, staffNames: people.staffNames,
      affectedLimits: async (firstDay) => (await late.matters?.affectedLimits(firstDay)) ?? 0,
    },
  });
  live.subscribe([topicOf.catalogue], () => void catalogue.refresh().catch(onFault('catalogue')));
  live.subscribe([topicOf.calendar], () => void calendar.refresh().catch(onFault('calendar')));
  return {
    clock, pipeline, today, wakeJobs, units, law, catalogue, vault, live, factLog, people, calendar,
    writer: batchWriter(database.pool, 'matters.append', clock),
    tries, agency,
    press: openPaperPress(options.distFolder ? { workerFile: new URL(`file://${join(options.distFolder, 'server', 'paper-worker.js')}`) } : {}),
    publish: (topics: readonly Topic[]) => live.publish(topics.flatMap((topic) => (topic.startsWith('unit:') ? unitsToTell(units, topic.slice(5)).map(topicOf.unit) : [topic]))),
  };
}

/** Matters, and what follows their facts. */
function domainsOver({ database, sendSms, config, passwordCost }: AppOptions, ground: Awaited<ReturnType<typeof groundOf>>, late: Late, onFault: Told) {
  const served = servedLinks(database.handle);
  const consentsOf = (partyId: Id) => standingScopes(database.handle, partyId);
  const { clock, pipeline, writer, factLog, tries, press, vault, units, law, catalogue, people, agency, calendar, publish, wakeJobs } = ground;
  const promises: Promises = promisesDomain({
    database, now: clock.now, law, catalogue, institutionName: (code) => units.institution(code)?.name ?? { 'zh-CN': code, 'zh-HK': code, en: code }, matter: async (matterId) => late.matters?.facts(matterId),
  });
  const matters = mattersDomain({
    standingOf: promises.standingOf, mandateFor: agency.covering, consentsOf, database, pipeline, writer, factLog, vault, units, calendar, law, catalogue, people, press, tries, sendSms, publicUrl: config.publicUrl,
    reactions: [supervisionReactions, measuresReactions, evaluationReactions, promiseReactions, served.reactions], publish, wakeJobs,
    noticeReading: async (reading) => await late.accessLog?.notice(reading),
  });
  const halls = hallsDomain({
    now: clock.now, institution: units.institution, itemName: (code) => catalogue.item(code)?.item.catalog_item.task_name, numbersOf: (institution, day) => matters.hallScreenOf(institution, startOfLocalDay(day)),
  });
  const supervision = supervisionDomain({
    database, pipeline, units, calendar, catalogue, law, people, postHolders: people.postHolders, matters, dueView: matters.dueView, publish, wakeJobs,
  });
  const evaluations = evaluationsDomain({ database, pipeline, writer: batchWriter(database.pool, 'evaluations.append', clock), units, people, catalogue, calendar, law, matters, tries, consentsOf, sendSms, publish, wakeJobs });
  const measures = measuresDomain({
    database, now: clock.now, units, calendar, catalogue, people, matters, wakeJobs, grades: evaluations,
    orders: { openNow: supervision.openNow, answered: ({ from, to }) => supervision.answered(`${from}-01`, addCalendarDays(addMonths(`${to}-01`, 1), -1)) },
  });
  const backoffices = backofficesDomain({
    database, pipeline, writer: batchWriter(database.pool, 'backoffices.append', clock), units, people, catalogue, matters, served, publicUrl: config.publicUrl, wakeJobs, onFault: onFault('backoffices'),
  });
  const staffChanges = staffChangesDomain({ database, pipeline, institution: units.institution, staffNames: people.staffNames, inHand: (staffId) => inHandOf(database.handle, staffId), passwordCost });
  const keyChanges = keyChangesDomain({ database, pipeline, staffNames: people.staffNames });
  const accessLog = accessLogDomain({ database, now: clock.now, tries, people, matters, evaluations, institutionName: (code) => units.institution(code)?.name });
  late.accessLog = accessLog;
  const catalogueChanges = catalogueAdmin({
    database, pipeline, standing: catalogue.standing, units, calendar: () => calendar.calendar, packOn: law.packOn, workbookOf, openMatters: (taskCode) => openMattersOf(database.handle, taskCode),
    staffNames: people.staffNames, today: ground.today, tellPublished: () => publish([topicOf.catalogue]), wakeJobs,
  });
  const privacy = privacyDomain({
    database, pipeline, dataFolder: config.dataFolder, staffNames: people.staffNames, partyByNumber: people.partyIdByNumber, particulars: people.particulars, wakeJobs, endMandatesOf: agency.endAllOf,
    readAs: async (token, path) => {
      const answer = await late.http?.inject({ method: 'GET', url: path, headers: { cookie: `${sessionCookie}=${token}` } });
      return { status: answer?.statusCode ?? 503, bytes: answer?.rawPayload ?? Buffer.alloc(0) };
    },
  });
  return { privacy, matters, promises, halls, supervision, evaluations, measures, backoffices, catalogueChanges, accessLog, staffChanges, keyChanges };
}

/** A unit and those above it, also the functional area that administers one of them: who watches any of these is told. */
function unitsToTell(units: Units, code: string): readonly string[] {
  return lineTo(units.tree, code).flatMap((unit) => [unit.code, ...(unit.functionalParent === null ? [] : [unit.functionalParent])]);
}
