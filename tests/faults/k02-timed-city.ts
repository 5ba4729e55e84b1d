import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { peopleDomain } from '../../server/domains/people/index.ts';
import { loadKeys } from '../../server/platform/crypto/index.ts';
import { databaseClock } from '../../server/platform/db/clock.ts';
import { applicationRole, openDatabase } from '../../server/platform/db/database.ts';
import { prepareBinaries } from '../../server/platform/db/embedded/binaries.ts';
import { programEnvironment } from '../../server/platform/db/embedded/cluster.ts';
import { launchArguments } from '../../server/platform/db/embedded/launch-settings.ts';
import { ownerOf, type City, type Clerk } from './frame/city.ts';
import type { FaultTools } from './frame/fault.ts';
import { faketimeLibrary } from './frame/needs.ts';
import { familyOf, killForGood, until } from './frame/processes.ts';

/** Whose clock is told. */
export type Whose = 'server' | 'database' | 'both';

/**
 * A city whose clocks are told: server and database each in a process of its own under libfaketime, monotonic time left alone (without that a jump
 * back hangs Node.js). The clocks are told by a file that each process reads at every question, so they move while it runs.
 */
export interface TimedCity {
  readonly city: City;
  /** Both clocks, from now on: '+0', '+3600', '-86400', '+0 x1.01' in libfaketime's own words. */
  tell(whose: Whose, words: string): void;
  start(): Promise<void>;
  stop(): Promise<void>;
  owner(): Promise<pg.Client>;
  /** A clerk's session, opened by what the clocks say now. */
  session(clerk: Clerk): Promise<Clerk>;
}

/** Makes it on a copy of the template; not started yet. */
export async function timedCity(tools: FaultTools): Promise<TimedCity> {
  if (faketimeLibrary === undefined) throw new Error('no libfaketime');
  const library = faketimeLibrary;
  const clocks = tools.folder('clocks');
  const tell = (whose: Whose, words: string): void => {
    for (const one of whose === 'both' ? (['server', 'database'] as const) : [whose]) {
      writeFileSync(join(clocks, `${one}.making`), `${words}\n`);
      renameSync(join(clocks, `${one}.making`), join(clocks, one));
    }
  };
  tell('both', '+0');
  const faked = (whose: 'server' | 'database') => ({
    LD_PRELOAD: library, FAKETIME_TIMESTAMP_FILE: join(clocks, whose), FAKETIME_NO_CACHE: '1', FAKETIME_DONT_FAKE_MONOTONIC: '1', DONT_FAKE_MONOTONIC: '1', FAKETIME_DONT_RESET: '1',
  });
  const socket = tools.folder('socket');
  const url = `postgresql:///yimen?host=${encodeURIComponent(socket)}&port=5432&user=yimen_owner`;
  const city = await tools.city({ env: { ...faked('server'), DATABASE_URL: url, TZ: 'Asia/Shanghai' } });
  const { cluster } = city;
  const { uid, gid } = statSync(cluster);
  const runAs = process.getuid?.() === 0 ? { uid, gid } : null;
  let database: ChildProcess | undefined;
  tools.atEnd(async () => {
    if (database?.pid !== undefined && database.exitCode === null) await killForGood(familyOf(database.pid));
  });
  const startDatabase = async (): Promise<void> => {
    const binaries = prepareBinaries(runAs, join(city.folder, 'database'));
    rmSync(socket, { recursive: true, force: true });
    mkdirSync(socket, { mode: 0o700 });
    if (runAs !== null) chownSync(socket, uid, gid);
    const log = openSync(join(city.folder, 'database.log'), 'a');
    database = spawn(binaries.postgres, launchArguments(cluster, socket, {}, false), {
      ...runAs, cwd: '/', stdio: ['ignore', log, log], env: { ...programEnvironment, ...faked('database') },
    });
    const ready = async (): Promise<boolean> => ownerOf(cluster).then((client) => client.end().then(() => true), () => false);
    if (!(await until(ready, 30_000, 20))) throw new Error('the database did not start');
  };
  return {
    city, tell,
    async start() {
      await startDatabase();
      // Every question of the time reads a file: on a busy machine the start takes longer than without.
      await city.start({ readyWithinMs: 180_000 });
    },
    async stop() {
      await city.stop();
      if (!database) return;
      const ended = once(database, 'exit');
      database.kill('SIGINT');
      await ended;
    },
    owner: () => ownerOf(cluster),
    async session(clerk) {
      const reached = openDatabase({ host: socket, port: 5432, user: applicationRole, database: 'yimen', ssl: false }, { size: 2, viaRole: false });
      try {
        const keys = await loadKeys(join(city.folder, 'keys'), { databaseExists: true });
        if (!keys.ok) throw new Error(keys.code);
        const people = await peopleDomain({
          database: reached, keys: keys.keys, clock: await databaseClock(reached.pool), passwordCost: 'test', sendCode: async () => 'refused', institution: (code) => ({ name: { 'zh-CN': code, 'zh-HK': code, en: code }, unit: code.split('-')[1] ?? '' }),
        });
        const { rows } = await reached.pool.query<{ staff_id: string }>('select staff_id from people.staff where login = $1', [clerk.login]);
        return { ...clerk, ...(await people.openSessionFor({ kind: 'staff', staffId: rows[0]?.staff_id ?? '' })) };
      } finally {
        await reached.close();
      }
    },
  };
}
