/** How the installation runs: health, figures and settings, for who keeps it. */
import { getOperations } from '../../../contract/operations.ts';
import type { Language } from '../../../contract/language.ts';
import { settingMessages, settingWarnings } from '../../../contract/messages/settings.ts';
import { staff } from '../access/permission.ts';
import type { ShippingState } from '../backup/index.ts';
import type { DatabaseClock } from '../db/clock.ts';
import type { Database } from '../db/database.ts';
import { isWritable, readInstallationFacts } from '../db/installation-facts.ts';
import { reply, route, type Route } from '../http/route.ts';
import type { FactLog } from '../ledger/log/index.ts';
import type { Logger } from '../log/index.ts';
import { openMetrics, type Metrics } from '../metrics/metrics.ts';
import { shownSettings, type Environment } from '../setting-table.ts';
import { checksInWords, openHealth, type Health } from './health.ts';

export { checksInWords, openHealth, type Check, type Health } from './health.ts';

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
  readonly calendar: () => { readonly version: string; readonly lastDay: string };
  readonly unverifiedLaw: number;
  readonly installation: Installation;
}

/** Health, figures and the route of the settings page. */
export interface Operations {
  readonly health: Health;
  readonly metrics: Metrics;
  readonly routes: readonly Route[];
}

/** Opens them; nothing runs by itself. */
export function openOperations(options: OperationsOptions): Operations {
  const { database, clock, factLog, log, writerLoad, room, installation } = options;
  const clockSuspect = (): boolean => clock.suspect ?? false;
  const shared = { logs: () => factLog.health(), backup: installation.backup, clockSuspect, room, nowMs: () => clock.nowMs() };
  const facts = () => readInstallationFacts(database.pool);
  const health = openHealth({ ...shared, isWritable: () => isWritable(database.pool), quorum: factLog.readerKeys.quorum });
  const metrics = openMetrics({ ...shared, pool: database.pool, writerLoad, facts, log });
  const startedAt = clock.now();
  const settings = shownSettings(installation.env).map(({ warning, ...one }) => ({ ...one, about: settingMessages[one.name], warning: warning === null ? null : settingWarnings[warning] }));
  const look = async (language: Language) => {
    const [{ safe, checks }, counted] = await Promise.all([health.look(), facts()]);
    const state = installation.backup();
    return {
      startedAt, safe, settings, checks: checksInWords(checks, language).map(({ name, state: found, words }) => ({ name, state: found, words })),
      backup: state && { shippedUntil: state.shippedUntil, waitingFiles: state.waitingFiles, waitingBytes: state.waitingBytes, lastBackupAt: state.lastBackup?.endedAt ?? null, failure: state.failure },
      versions: { program: installation.program, node: process.versions.node, database: counted.server, migrations: installation.migrations.length, newestMigration: installation.migrations.at(-1) ?? null },
      jobs: counted.jobs, sessions: counted.sessions, databaseBytes: counted.databaseBytes, withheld: log.withheld, calendar: options.calendar(), unverifiedLaw: options.unverifiedLaw,
    };
  };
  return { health, metrics, routes: [route(getOperations, staff('operations.read', 'administrator'), async ({ language }) => reply(await look(language)))] };
}
