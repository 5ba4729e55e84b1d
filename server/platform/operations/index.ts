/** How the installation runs: health, figures, settings and what gave up, for who keeps it. */
import * as wire from '../../../contract/operations.ts';
import type { Language } from '../../../contract/language.ts';
import { settingMessages, settingWarnings } from '../../../contract/messages/settings.ts';
import { holdsRole } from '../../kernel/actor.ts';
import { refuse } from '../../kernel/decider.ts';
import { localDayOf } from '../../kernel/instant.ts';
import { fresh, staff } from '../access/permission.ts';
import type { ShippingState } from '../backup/index.ts';
import type { BatchWriter } from '../db/batch-writer.ts';
import type { DatabaseClock } from '../db/clock.ts';
import type { Database } from '../db/database.ts';
import { isWritable, readInstallationFacts } from '../db/installation-facts.ts';
import { readStuckJobs, renewStuckJob } from '../db/stuck-jobs.ts';
import type { Disk } from '../files/free-space.ts';
import type { Admission } from '../http/admission.ts';
import { csvOf } from '../http/csv.ts';
import { reply, route, type Route } from '../http/route.ts';
import { newId } from '../ids.ts';
import type { FactLog } from '../ledger/log/index.ts';
import { code, loggedId, withoutParticulars, type Logger } from '../log/index.ts';
import { openMetrics, type Metrics } from '../metrics/metrics.ts';
import { shownSettings, type Environment } from '../setting-table.ts';
import { checksInWords, openHealth, type Health } from './health.ts';
import { namedFiles } from './named-files.ts';
import { operationsTable } from './table.ts';

export { checksInWords, openHealth, type Check, type Health } from './health.ts';
export { operationsRefusals } from './refusals.ts';

/** What the process knows of itself. */
export interface Installation {
  readonly env: Environment;
  readonly program: string;
  /** names of the migrations that were done, the newest last */
  readonly migrations: readonly string[];
  /** continuous backup; null where there is none */
  readonly backup: () => ShippingState | null;
}

/** What operations look at. */
export interface OperationsOptions {
  readonly database: Database;
  readonly clock: DatabaseClock;
  readonly factLog: FactLog;
  readonly log: Logger;
  readonly writerLoad: () => number;
  readonly room: () => 'enough' | 'no_uploads' | 'no_writes';
  readonly disks: () => readonly Disk[];
  readonly admission: Admission;
  readonly calendar: () => { readonly version: string; readonly lastDay: string };
  readonly unverifiedLaw: number;
  readonly installation: Installation;
  /** writes access records */
  readonly recorder: BatchWriter;
  readonly wakeJobs: () => void;
}

/** Health, figures and the routes of the settings page. */
export interface Operations {
  readonly health: Health;
  readonly metrics: Metrics;
  readonly routes: readonly Route[];
}

/** Opens them; nothing runs by itself. */
export function openOperations(options: OperationsOptions): Operations {
  const { database, clock, factLog, log, writerLoad, room, disks, admission, installation } = options;
  const clockSuspect = (): boolean => clock.suspect ?? false;
  const shared = { logs: () => factLog.health(), backup: installation.backup, clockSuspect, room, nowMs: () => clock.nowMs() };
  const facts = () => readInstallationFacts(database.pool);
  const health = openHealth({ ...shared, isWritable: () => isWritable(database.pool), quorum: factLog.readerKeys.quorum });
  const metrics = openMetrics({ ...shared, pool: database.pool, writerLoad, facts, log, disks, admission });
  return { health, metrics, routes: routesOver(options, lookOver(options, health)) };
}

type Look = (language: Language) => Promise<wire.Operations>;

function lookOver({ database, clock, factLog, log, disks, admission, installation, calendar, unverifiedLaw }: OperationsOptions, health: Health): Look {
  const startedAt = clock.now();
  const shown = shownSettings(installation.env);
  const files = namedFiles(installation.env);
  return async (language) => {
    const [{ safe, checks }, counted, logs, named] = await Promise.all([health.look(), readInstallationFacts(database.pool), factLog.health(), files.look()]);
    const state = installation.backup();
    return {
      startedAt, safe, checks: checksInWords(checks, language),
      settings: shown.map(({ warning, ...one }) => ({ ...one, about: settingMessages[one.name], file: named.get(one.name) ?? null, warning: warning === null ? null : settingWarnings[warning] })),
      backup: state && { shippedUntil: state.shippedUntil, waitingFiles: state.waitingFiles, waitingBytes: state.waitingBytes, lastBackupAt: state.lastBackup?.endedAt ?? null, failure: state.failure && withoutParticulars(state.failure).text },
      versions: { program: installation.program, node: process.versions.node, database: counted.server, migrations: installation.migrations.length, newestMigration: installation.migrations.at(-1) ?? null },
      jobs: counted.jobs, outbox: counted.outbox, sessions: counted.sessions, admission: { underWay: admission.underWay, most: admission.most }, disks: [...disks()],
      logs: logs.map((one) => ({ log: one.log, size: one.size, waiting: one.waiting, signedAt: one.checkpoint?.signedAt ?? null, witnesses: one.checkpoint?.witnesses ?? 0, witnessesAsked: one.witnessesAsked, stoppedWhy: one.stoppedWhy })),
      databaseBytes: counted.databaseBytes, withheld: log.withheld, calendar: calendar(), unverifiedLaw,
    };
  };
}

/** Who keeps the installation reads and acts, who audits it reads. */
const mayRead = staff('operations.read', 'administrator', 'audit_administrator');
const actingRoles = ['administrator'] as const;
const mayAct = fresh(staff('operations.try_again', ...actingRoles));
const mostStuck = 200;
const faultLength = 300;

function routesOver({ database, clock, log, recorder, wakeJobs }: OperationsOptions, look: Look): readonly Route[] {
  return [
    route(wire.getOperations, mayRead, async ({ language }) => reply(await look(language))),
    route(wire.exportOperations, mayRead, async ({ actor, language }) => {
      if (actor.kind !== 'staff') return refuse('session.needed');
      const file = csvOf(operationsTable(await look(language), language));
      // In the log of accesses, among what he did himself: no matter is concerned.
      await recorder.write({ facts: [], access: [{ matter_id: actor.staffId, record_id: newId(), actor: { kind: 'staff', id: actor.staffId }, act: 'operations.export', outcome: 'done' }] });
      return { ok: true, file, mediaType: 'text/csv; charset=utf-8', fileName: `operations-${localDayOf(clock.now())}.csv` };
    }),
    route(wire.listStuckJobs, mayRead, async ({ actor }) => {
      const { jobs, total } = await readStuckJobs(database.pool, mostStuck);
      return reply({ total, mayTryAgain: holdsRole(actor, actingRoles), jobs: jobs.map(({ jobId, kind, parts, attempts, lastTryAt, lastError }) => ({ jobId, kinds: parts.length > 0 ? [...parts] : [kind], attempts, lastTryAt, fault: withoutParticulars(lastError).text.slice(0, faultLength) })) });
    }),
    route(wire.tryJobAgain, mayAct, async ({ actor, params }) => {
      if (actor.kind !== 'staff') return refuse('session.needed');
      const kind = await renewStuckJob(database.pool, params.jobId, { staffId: actor.staffId, recordId: newId() });
      if (kind === undefined) return refuse('operations.no_such_job');
      log.tell('info', 'job.tried_again', { jobId: loggedId(params.jobId), job: code(kind) });
      wakeJobs();
      return { ok: true };
    }),
  ];
}
