import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createApp, type App } from './app.ts';
import { calendarAlarm, loadCalendar } from './domains/calendar/index.ts';
import { localDayOf } from './kernel/instant.ts';
import { loadCatalogue } from './domains/catalogue/index.ts';
import { loadLaw } from './domains/law/index.ts';
import { refoldMatters } from './domains/matters/index.ts';
import { loadUnits } from './domains/units/index.ts';
import { isBackupRefusal, keepBackups, readBackupSettings, type Shipper } from './platform/backup/index.ts';
import { readConfig, type Config } from './platform/config.ts';
import { applicationRole, openDatabase } from './platform/db/database.ts';
import { assertSafeSettings, databaseMessages, isStartRefusal, startEmbedded } from './platform/db/embedded/index.ts';
import { migrate } from './platform/db/migrate.ts';
import { connectOwner, type Owner, type OwnerConnection } from './platform/db/owner.ts';
import { followKeyFile, keepMemoryOutOfCoreFiles, ownKeys } from './platform/keys/index.ts';
import { readLedgerSettings } from './platform/ledger/log/index.ts';
import { code, processLog } from './platform/log/index.ts';
import { listenForMetrics } from './platform/metrics/metrics.ts';
import type { Environment } from './platform/setting-table.ts';
import { startTracing } from './platform/tracing/index.ts';
import { applyEraseList, eraseListFile } from './platform/db/erase-list.ts';
import { alibabaSms, standInTemplateCodes, type SendSms, type TemplateCodes } from './platform/messages/index.ts';
import { distFolderOf, programVersion, projectFolder } from './project-folder.ts';
import { languages, say } from '../contract/language.ts';
import { calendarActMessages } from '../contract/messages/calendar-acts.ts';
import { catalogueAdminMessages } from '../contract/messages/catalogue-admin.ts';
import { smsMessages } from '../contract/messages/sms.ts';
import { ledgerStartMessages } from '../contract/messages/ledger.ts';
import { keysMessages, keysNotices } from '../contract/messages/keys.ts';

/** Something the operator must mend: printed as one line, without a stack. */
class Stop extends Error {}

const line = (text: string): void => void process.stdout.write(`${text}\n`);

/** Reads the configuration, brings up database, keys and application, listens, and stops in order on a signal. */
async function main(): Promise<void> {
  const startedAt = performance.now();
  keepMemoryOutOfCoreFiles();
  const project = projectFolder();
  const read = readConfig(process.env as Environment, project);
  if (!read.ok) throw new Stop(`Setting ${read.setting} cannot be used: ${JSON.stringify(read.value)}`);
  const { config } = read;
  // What was opened, newest last; closed in the other order, on a signal as on a failed start, so that the reason of a failure stays the last word.
  const opened: (() => Promise<unknown>)[] = [];
  const closeAll = async (): Promise<void> => {
    for (let close = opened.pop(); close; close = opened.pop()) await close();
  };
  onStopSignal(closeAll);
  try {
    opened.push(await traces(config, project));
    const backup = await readBackupSettings(process.env, config.dataFolder);
    const cluster = await openCluster(config, backup !== null);
    opened.push(cluster.stop);
    const owner = await connectOwner(cluster.owner);
    opened.push(() => owner.end());
    const keys = await prepare(owner, config, project);
    const database = openDatabase(cluster.application, { size: config.poolSize, viaRole: cluster.viaRole });
    opened.push(database.close);
    // Each role may have settings of its own: what the owner is promised must hold for the role that writes.
    await assertSafeSettings(database.pool);
    const log = await originOf(owner, config);
    const ledger = await readLedgerSettings(config);
    if (!ledger.ok) throw new Stop(ledger.problem);
    if (ledger.policy === undefined) line(say(ledgerStartMessages['ledger.no_witnesses'], 'en', {}));
    const late: { shipping?: Shipper | null } = {};
    const installation = { ...(await ownFacts(owner, project)), backup: () => late.shipping?.state() ?? null };
    const app = await createApp({ config, installation, database, keys, secondFactor: config.staffSecondFactor, ledger: { ...ledger, timers: true }, sendSms: await smsOf(config), cityIdentity: config.cityIdentity, distFolder: distFolderOf(project), log, ...(cluster.folder === undefined ? {} : { databaseFolder: cluster.folder }) });
    opened.push(app.close);
    if (config.demo) await fillDemo({ app, config, owner, keys, log });
    opened.push(followKeyFile({
      connect: () => connectOwner(cluster.owner), folder: join(config.dataFolder, 'keys'), keys,
      onTaken: (version) => line(say(keysNotices['keys.taken'], 'en', { version })),
      onMoved: ({ moved, unreadable }) => line(say(keysNotices['keys.moved'], 'en', { moved, unreadable: unreadable.length })),
      onFault: toldOf('keys'),
    }).stop);
    if (config.staffSecondFactor === 'offered') line('Staff may sign in with a password alone (STAFF_SECOND_FACTOR=offered).');
    const firstStart = await app.people.firstStartLink(config.publicUrl);
    const shipping = config.databaseUrl === undefined ? await keepBackups(backup, { dataFolder: config.dataFolder, owner: cluster.owner, archive: cluster.archive, program: programVersion(project), say: line }) : null;
    if ((late.shipping = shipping)) opened.push(shipping.stop);
    if (config.metrics) opened.push((await listenForMetrics(app.operations.metrics, config.metrics, toldOf('metrics'))).close);
    await app.http.listen({ host: config.host, port: config.port });
    app.jobs.wake();
    // What fell due while nobody was here is found now, not at the first round of the timer.
    void app.tick().catch(toldOf('tick'));
    void app.measures.rebuild().catch(toldOf('measures'));
    await tellAlarms(app);
    greet(config, firstStart, performance.now() - startedAt);
  } catch (error) {
    await closeAll();
    throw error;
  }
}

interface Cluster {
  readonly owner: OwnerConnection;
  readonly application: OwnerConnection;
  readonly viaRole: boolean;
  readonly folder?: string;
  /** where the embedded database puts finished files of its log for backups */
  readonly archive: string | null;
  stop(): Promise<void>;
}

/** The embedded database, or the external one of DATABASE_URL; both with settings under which a commit is a commit. */
async function openCluster(config: Config, archive: boolean): Promise<Cluster> {
  if (config.databaseUrl !== undefined) {
    const client = await connectOwner({ connectionString: config.databaseUrl });
    await assertSafeSettings(client).finally(() => client.end());
    return { owner: { connectionString: config.databaseUrl }, application: { connectionString: config.databaseUrl }, viaRole: true, archive: null, stop: async () => undefined };
  }
  const embedded = await startEmbedded({
    dataFolder: join(config.dataFolder, 'database'),
    archive,
    onNotice: (code, params) => line(say(databaseMessages[code], 'en', params)),
    onUnexpectedExit: () => {
      process.stderr.write('The database ended unexpectedly; stopping, so that the next start can recover it.\n');
      process.exit(1);
    },
  });
  return { owner: embedded.connection, application: { ...embedded.connection, user: applicationRole }, viaRole: false, folder: embedded.home, archive: embedded.archiveFolder, stop: embedded.stop };
}

/** Migrations, keys, and the real data. */
async function prepare(owner: Owner, config: Config, project: string) {
  const migrated = await migrate(owner, join(project, 'server', 'migrations'));
  if (!migrated.ok) throw new Stop(`${migrated.code}: ${migrated.params.name}`);
  const keys = await ownKeys(owner, join(config.dataFolder, 'keys'), config.crypto);
  if (!keys.ok) throw new Stop(say(keysMessages[keys.code], 'en', keys.params));
  if (keys.created) line(say(keysMessages['keys.created'], 'en', { path: keys.path }));
  const data = join(project, 'data');
  await loadUnits(owner, data);
  const catalogue = await loadCatalogue(owner, data);
  for (const [what, loaded] of [['calendar', await loadCalendar(owner, data)], ['catalogue', catalogue], ['law', await loadLaw(owner, data)]] as const) {
    if (!loaded.ok) throw new Stop(`The ${what} has faults, nothing of it was loaded:\n${loaded.problems.map((one) => `  ${JSON.stringify(one)}`).join('\n')}`);
  }
  for (const { subject } of (catalogue.ok && catalogue.waiting) || []) line(say(catalogueAdminMessages['catalogue.release_waits'], 'en', { subject }));
  const forgotten = await applyEraseList(owner, eraseListFile(config.dataFolder));
  if (forgotten > 0) line(`${forgotten} keys came back with a restored database and were destroyed again (erase list).`);
  await refoldMatters(owner, line);
  return keys.keys;
}

/** What the settings page tells of this process; the names of the migrations that were done, the newest last, only the owner may read. */
async function ownFacts(owner: Owner, project: string) {
  const { rows } = await owner.query<{ name: string }>('select name from migrations.applied order by name limit 10000');
  return { env: process.env as Environment, program: programVersion(project), migrations: rows.map((row) => row.name) };
}

const toldOf = (round: string) => (fault: unknown): void => processLog.tell('error', 'round.failed', { round: code(round), fault });

/** The origin of the ledger is fixed at the first start: every leaf names it for ever (C2SP tlog-checkpoint: origin). */
async function originOf(owner: Owner, config: Config): Promise<string> {
  const origin = `${new URL(config.publicUrl).host}/cases/v1`;
  await owner.query(`insert into platform.settings (name, value) values ('ledger.origin', to_jsonb($1::text)) on conflict (name) do nothing`, [origin]);
  const { rows } = await owner.query<{ value: string }>(`select value #>> '{}' as value from platform.settings where name = 'ledger.origin'`);
  return rows[0]?.value ?? origin;
}

/** The gateway of the configuration; the codes of our texts there come from a file of the operator's, or are the stand-in's. */
async function smsOf(config: Config): Promise<SendSms> {
  if (config.sms) return alibabaSms({ ...config.sms, templateCodes: config.sms.templateFile === undefined ? standInTemplateCodes : await templateCodesOf(config.sms.templateFile) });
  line('No SMS gateway is configured (SMS_ENDPOINT): residents cannot receive sign-in codes.');
  return async () => ({ outcome: 'refused', code: 'messages.provider_misconfigured', params: { providerCode: 'SMS_ENDPOINT' } });
}

/** `{ "sms.filed": { "zh-CN": "SMS_1…", "zh-HK": …, "en": … }, … }`: every text in every language, or the start is refused with what is missing. */
async function templateCodesOf(file: string): Promise<TemplateCodes> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw new Stop(`SMS_TEMPLATES: ${String(error)}`);
  });
  const codes = JSON.parse(text) as Partial<Record<string, Partial<Record<string, unknown>>>>;
  const missing = Object.keys(smsMessages).flatMap((template) => languages.filter((language) => typeof codes[template]?.[language] !== 'string').map((language) => `${template} ${language}`));
  if (missing.length > 0) throw new Stop(`SMS_TEMPLATES ${file} lacks: ${missing.join(', ')}`);
  return codes as TemplateCodes;
}

/** The invented city, and the people of the stand-in for the city's identity service. */
async function fillDemo({ app, config, owner, keys, log }: { readonly app: App; readonly config: Config; readonly owner: Owner; readonly keys: Awaited<ReturnType<typeof prepare>>; readonly log: string }): Promise<void> {
  const [{ fillDemoCity }, { smallCity, wholeCity }] = await Promise.all([import('./demo/fill.ts'), import('./demo/city.ts')]);
  await fillDemoCity({ app, owner, keys, log, seed: config.demoSeed, say: line, size: config.demoSize === 'small' ? smallCity : wholeCity });
  const { OIDC_STAND_IN_PEOPLE: file } = process.env;
  if (file) await (await import('./demo/city-people.ts')).tellCityPeople({ app, owner, file });
}

/** Before anything that is traced is built. Off, there is nothing to stop. */
async function traces({ traces: to }: Config, project: string): Promise<() => Promise<void>> {
  const onFault = (): void => processLog.tell('warn', 'tracing.fault', { code: code('traces.not_taken') });
  return to ? (await startTracing({ ...to, program: programVersion(project), onFault })).stop : async () => undefined;
}

/** What an operator should see at every start: logs that stopped, and a calendar that comes to its end. */
async function tellAlarms(app: App): Promise<void> {
  for (const one of await app.ledger.health()) if (one.stoppedWhy !== null) line(say(ledgerStartMessages['ledger.stopped'], 'en', { origin: one.origin, why: one.stoppedWhy }));
  for (const alarm of calendarAlarm(app.calendar.calendar, localDayOf(app.clock.now()))) line(say(calendarActMessages[alarm.code], 'en', alarm.params));
}

function greet(config: Config, firstStart: string | null, milliseconds: number): void {
  line('');
  line(`Yimen 一门 is ready (${(milliseconds / 1000).toFixed(1)} s)`);
  line(`  Residents   ${config.publicUrl}/`);
  line(`  Staff       ${config.publicUrl}/workbench/`);
  line(`  API         ${config.publicUrl}/api/docs`);
  if (process.env.SMS_STAND_IN_URL) line(`  SMS         ${process.env.SMS_STAND_IN_URL} (stand-in: sign-in codes are shown there, nothing is really sent)`);
  if (process.env.OIDC_STAND_IN_URL) line(`  Identity    ${process.env.OIDC_STAND_IN_URL} (stand-in for the city's identity service: invented people, no passwords)`);
  if (firstStart) line(`  First start ${firstStart}  (makes the administrator; works once)`);
}

function onStopSignal(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      line('Stopping …');
      stop().then(() => process.exit(0), fail);
    });
  }
}

function fail(error: unknown): void {
  if (error instanceof Stop || isStartRefusal(error) || isBackupRefusal(error)) process.stderr.write(`${error.message}\n`);
  else process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
}

main().catch(fail);
