import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { prepareBinaries, type Binaries } from '../../../server/platform/db/embedded/binaries.ts';
import { openCluster, programEnvironment } from '../../../server/platform/db/embedded/cluster.ts';
import { chooseRunAs, giveTo } from '../../../server/platform/db/embedded/run-as.ts';
import { familyOf, killForGood, postmasterOf, until } from './processes.ts';
import { newFolder } from './run-folder.ts';

/**
 * A bare PostgreSQL that the programme itself runs, with settings that the product refuses: what a planted defect of durability needs. The same program files, the
 * same initdb; nothing of the product stands between.
 */
export interface BareDatabase {
  readonly cluster: string;
  /** all its processes */
  family(): readonly number[];
  connect(): Promise<pg.Client>;
  killAll(): Promise<void>;
}

/** A planted defect: commits are acknowledged before they are written out. Its writer comes round seldom, as on a disk that is busy, so that each kill shows it. */
export const acknowledgesFirst: Readonly<Record<string, string>> = { synchronous_commit: 'off', wal_writer_delay: '10s' };

let made: { readonly folder: string; readonly binaries: Binaries } | undefined;

/** A folder whose `cluster` is freshly made, never started; made once a run and copied. */
export function bareTemplate(): { readonly folder: string; readonly binaries: Binaries } {
  if (made) return made;
  const folder = newFolder('bare');
  const runAs = chooseRunAs(join(folder, 'cluster'));
  giveTo(folder, runAs);
  const binaries = prepareBinaries(runAs, folder);
  openCluster(folder, binaries, runAs, true);
  made = { folder, binaries };
  return made;
}

/** Starts PostgreSQL on `<folder>/cluster` (a copy of the template, on whatever medium) and waits for it. Undefined where it does not come up: a torn cluster does not. */
export async function startBare(folder: string, settings: Readonly<Record<string, string>>): Promise<BareDatabase | undefined> {
  const { binaries } = bareTemplate();
  const cluster = join(folder, 'cluster');
  const socket = join(folder, 'socket');
  mkdirSync(socket, { recursive: true });
  const runAs = chooseRunAs(cluster);
  giveTo(socket, runAs);
  const all = { listen_addresses: '', unix_socket_directories: socket, max_connections: '20', shared_buffers: '16MB', max_wal_size: '128MB', autovacuum: 'off', ...settings };
  const log = openSync(join(newFolder('bare-log'), 'postgres.log'), 'a');
  const child: ChildProcess = spawn(binaries.postgres, ['-D', cluster, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])], { ...runAs, cwd: '/', env: programEnvironment, stdio: ['ignore', log, log] });
  closeSync(log);
  const connect = async (): Promise<pg.Client> => {
    const client = new pg.Client({ host: socket, port: 5432, user: 'yimen_owner', database: 'postgres', ssl: false });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  };
  const family = (): readonly number[] => {
    const main = postmasterOf(cluster);
    return main === undefined ? [] : familyOf(main);
  };
  const answers = async (): Promise<boolean> => {
    if (child.exitCode !== null || child.signalCode !== null) return true;
    return connect().then((client) => client.end().then(() => true), () => false);
  };
  const up = (await until(answers, 20_000, 20)) && child.exitCode === null && child.signalCode === null;
  if (!up && child.pid !== undefined) await killForGood([child.pid]);
  return up ? { cluster, family, connect, killAll: () => killForGood(family()) } : undefined;
}

/** Clients that insert one row after the other and note what was acknowledged. */
export interface BareWriters {
  /** numbers of rows whose commit was acknowledged */
  readonly acknowledged: readonly number[];
  /** Ends them; statements without an answer stay without. */
  end(): Promise<void>;
}

/** Table `kept (n bigint primary key)`, and `clients` that write it; `client` numbers go up by one each, clients apart by millions. `from`: above every number used before. */
export async function bareWriters(database: BareDatabase, clients: number, from: number): Promise<BareWriters> {
  const acknowledged: number[] = [];
  const state = { running: true };
  const first = await database.connect();
  await first.query('create table if not exists kept (n bigint primary key)');
  await first.end();
  const connections = await Promise.all(Array.from({ length: clients }, () => database.connect()));
  const everybody = connections.map(async (connection, client) => {
    for (let n = from + client * 1_000_000; state.running; n += 1) {
      try {
        await connection.query('insert into kept values ($1)', [n]);
        acknowledged.push(n);
      } catch {
        return;
      }
    }
  });
  return {
    acknowledged,
    async end() {
      state.running = false;
      for (const connection of connections) void connection.end().catch(() => undefined);
      await Promise.race([Promise.all(everybody), until(() => false, 500)]);
    },
  };
}

/** How many acknowledged rows the database lacks. */
export async function missingRows(database: BareDatabase, acknowledged: readonly number[]): Promise<number> {
  const client = await database.connect();
  try {
    const { rows } = await client.query<{ n: string }>('select count(*) as n from unnest($1::bigint[]) as a(n) where not exists (select 1 from kept k where k.n = a.n)', [acknowledged]);
    return Number(rows[0]?.n);
  } catch {
    return acknowledged.length; // the table itself is gone
  } finally {
    await client.end().catch(() => undefined);
  }
}
