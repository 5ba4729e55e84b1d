import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { ShippingState } from '../backup/index.ts';
import type { InstallationFacts } from '../db/installation-facts.ts';
import type { Answered } from '../http/server.ts';
import type { LogHealth } from '../ledger/log/index.ts';

/** Where the figures come from when they are asked for. */
export interface MetricSources {
  readonly pool: { readonly totalCount: number; readonly idleCount: number; readonly waitingCount: number };
  readonly writerLoad: () => number;
  readonly facts: () => Promise<InstallationFacts>;
  readonly logs: () => Promise<readonly LogHealth[]>;
  readonly backup: () => ShippingState | null;
  readonly clockSuspect: () => boolean;
  readonly room: () => 'enough' | 'no_uploads' | 'no_writes';
  readonly disks: () => readonly { readonly folder: string; readonly freeBytes: number; readonly bytes: number }[];
  readonly admission: { readonly underWay: number; readonly most: number };
  readonly log: { readonly withheld: number; readonly leftOut: number };
  readonly nowMs: () => number;
}

/** The figures of one process (Prometheus text format 0.0.4). No label holds anything of a person, nor of one matter: routes are patterns. */
export interface Metrics {
  answered(answer: Answered): void;
  text(): Promise<string>;
}

/** Seconds at which an answer counts as that slow. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const known = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const rooms = { enough: 0, no_uploads: 1, no_writes: 2 } as const;

/** Makes the figures. Those of the database are asked for at each reading, at most: nothing runs while nobody reads. */
export function openMetrics(sources: MetricSources): Metrics {
  const registers = [new Registry()];
  const [registry] = registers as [Registry];
  collectDefaultMetrics({ register: registry, prefix: 'yimen_' });
  const requests = new Counter({ name: 'yimen_http_requests_total', help: 'Answers by method, pattern of the route and status', labelNames: ['method', 'route', 'status'] as const, registers });
  const seconds = new Histogram({ name: 'yimen_http_request_seconds', help: 'Time from the first line of a request to the end of its answer', labelNames: ['route'] as const, buckets, registers });
  const gauge = (name: string, help: string, read: () => number): void => {
    new Gauge({ name, help, registers, collect() { this.set(read()); } });
  };
  gauge('yimen_pool_connections', 'Connections to the database that are open', () => sources.pool.totalCount);
  gauge('yimen_pool_idle', 'Connections to the database with nothing to do', () => sources.pool.idleCount);
  gauge('yimen_pool_waiting', 'Questions that wait for a connection', () => sources.pool.waitingCount);
  gauge('yimen_writer_load', 'Acts waiting to be written or being written', sources.writerLoad);
  gauge('yimen_requests_under_way', 'Requests this process is working on', () => sources.admission.underWay);
  gauge('yimen_requests_most', 'Requests this process works on at once; more are turned away with 503', () => sources.admission.most);
  gauge('yimen_clock_suspect', '1 while the clock is doubted', () => Number(sources.clockSuspect()));
  gauge('yimen_storage_room', '0 enough, 1 uploads are refused, 2 acts are refused', () => rooms[sources.room()]);
  gauge('yimen_log_withheld_total', 'Particulars that were taken out of lines of the log', () => sources.log.withheld);
  gauge('yimen_log_left_out_total', 'Lines of the log left out because too many of one kind came', () => sources.log.leftOut);
  diskGauges(registers, sources);
  backupGauges(gauge, sources);
  const ask = askedGauges(registers, sources);
  return {
    answered: ({ method, route, status, seconds: took }) => {
      // A method is whatever a stranger types: only those that exist become a label.
      requests.inc({ method: known.has(method) ? method : 'other', route, status });
      seconds.observe({ route }, took);
    },
    text: async () => {
      await ask();
      return registry.metrics();
    },
  };
}

function diskGauges(registers: Registry[], { disks }: MetricSources): void {
  const by = (name: string, help: string, read: (disk: ReturnType<typeof disks>[number]) => number): void => {
    new Gauge({ name, help, labelNames: ['folder'] as const, registers, collect() { for (const disk of disks()) this.set({ folder: disk.folder }, read(disk)); } });
  };
  by('yimen_disk_free_bytes', 'Free bytes of the disk below a folder that is written to', (disk) => disk.freeBytes);
  by('yimen_disk_bytes', 'Size of that disk', (disk) => disk.bytes);
}

function backupGauges(gauge: (name: string, help: string, read: () => number) => void, { backup, nowMs }: MetricSources): void {
  const age = (at: string | null | undefined): number => (at ? (nowMs() - Date.parse(at)) / 1_000 : Number.NaN);
  gauge('yimen_backup_configured', '1 where continuous backup runs', () => Number(backup() !== null));
  gauge('yimen_backup_age_seconds', 'Age of the newest whole backup', () => age(backup()?.lastBackup?.endedAt));
  gauge('yimen_backup_shipped_age_seconds', 'Since everything that waited had reached the store', () => age(backup()?.shippedUntil));
  gauge('yimen_backup_waiting_bytes', 'Bytes of the database’s log that wait to be shipped', () => backup()?.waitingBytes ?? Number.NaN);
  gauge('yimen_backup_failed', '1 where the last attempt failed', () => Number((backup()?.failure ?? null) !== null));
}

/** The figures that the database is asked for; read before the text is written, all in one go. */
function askedGauges(registers: Registry[], { facts, logs, nowMs }: MetricSources): () => Promise<void> {
  const one = (name: string, help: string) => new Gauge({ name, help, registers });
  const by = <Label extends string>(label: Label, name: string, help: string) => new Gauge({ name, help, labelNames: [label], registers });
  const up = one('yimen_database_up', '1 where the database answered this reading; the figures of jobs, sessions and logs are old otherwise');
  const bytes = one('yimen_database_bytes', 'Size of the database');
  const jobs = by('state', 'yimen_jobs', 'Jobs by state');
  const outbox = by('state', 'yimen_outbox', 'Messages to outside systems that wait, by state: all that wait, and those whose moment is past');
  const sessions = by('kind', 'yimen_sessions', 'Open sessions by kind');
  const entries = by('log', 'yimen_ledger_entries', 'Entries of a log');
  const waiting = by('log', 'yimen_ledger_waiting', 'Entries without a place yet');
  const age = by('log', 'yimen_ledger_checkpoint_age_seconds', 'Age of the newest signed checkpoint');
  const witnesses = by('log', 'yimen_ledger_witnesses', 'Witnesses that signed the newest checkpoint');
  const stopped = by('log', 'yimen_ledger_stopped', '1 where the log is signed no more');
  return async () => {
    const read = await Promise.all([facts(), logs()]).catch(() => undefined);
    up.set(read ? 1 : 0);
    if (!read) return;
    const [found, health] = read;
    bytes.set(found.databaseBytes);
    for (const [state, count] of Object.entries(found.jobs)) jobs.set({ state }, count);
    outbox.set({ state: 'waiting' }, found.outbox.waiting);
    outbox.set({ state: 'due' }, found.outbox.due);
    for (const [kind, count] of Object.entries(found.sessions)) sessions.set({ kind }, count);
    for (const log of health) {
      const label = { log: log.log };
      entries.set(label, log.size);
      waiting.set(label, log.waiting);
      stopped.set(label, Number(log.stoppedWhy !== null));
      witnesses.set(label, log.checkpoint?.witnesses ?? 0);
      if (log.checkpoint) age.set(label, (nowMs() - Date.parse(log.checkpoint.signedAt)) / 1_000);
    }
  };
}

/** The figures' own listener, apart from the public one, so that no proxy in front of the city can hand them out by mistake. Answers `GET /metrics` alone. */
export async function listenForMetrics(metrics: Metrics, where: { readonly host: string; readonly port: number }, onFault: (error: unknown) => void): Promise<{ readonly port: number; close(): Promise<void> }> {
  const server: Server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/metrics') return void response.writeHead(404).end();
    metrics.text().then(
      (text) => response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }).end(text),
      (error: unknown) => {
        onFault(error);
        response.writeHead(503).end();
      },
    );
  });
  server.requestTimeout = 10_000;
  server.maxConnections = 16;
  await new Promise<void>((done, failed) => server.once('error', failed).listen(where.port, where.host, done));
  return {
    port: (server.address() as AddressInfo).port,
    close: () => new Promise((done) => {
      server.close(() => done());
      server.closeAllConnections();
    }),
  };
}
