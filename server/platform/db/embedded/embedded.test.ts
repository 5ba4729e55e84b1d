import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { assertSafeSettings, startEmbedded, type EmbeddedDatabase } from './index.ts';
import { isAlive, postgresWorkingIn } from './process-facts.ts';
import { canEnter } from './run-as.ts';

const asRoot = process.getuid?.() === 0;
const nobody = { uid: 65534, gid: 65534 };
/** The account PostgreSQL's processes belong to here; a stranger of another account would not even be mistaken for it. */
const databaseAccount = asRoot ? nobody : {};
const folders: string[] = [];
const processes: ChildProcess[] = [];

function newFolder(mode = 0o755): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'yimen-test-')));
  chmodSync(folder, mode);
  folders.push(folder);
  return folder;
}

type Answer = { pid: number; adopted: boolean; connection: ClientConfig; notices: string[]; refused?: string };

async function plantServer(folder: string, settings: object = {}, account: object = {}): Promise<{ server: ChildProcess; answer: Answer }> {
  const program = join(import.meta.dirname, 'planted-server.ts');
  const { LANG: _, LC_ALL: __, ...env } = process.env;
  const server = spawn(process.execPath, ['--import', 'tsx', program, folder, JSON.stringify(settings)], { stdio: ['pipe', 'pipe', 'inherit'], env, ...account });
  processes.push(server);
  let text = '';
  for await (const chunk of server.stdout) {
    text += String(chunk);
    if (text.includes('\n')) break;
  }
  return { server, answer: JSON.parse(text) as Answer };
}

async function endServer(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const ended = once(server, 'exit');
  server.kill(signal);
  await ended;
}

function stranger(): ChildProcess {
  const child = spawn('sleep', ['60'], { stdio: 'ignore', cwd: '/', ...databaseAccount });
  processes.push(child);
  return child;
}

async function ask<T extends object>(connection: ClientConfig, sql: string): Promise<T[]> {
  const client = new Client(connection);
  await client.connect();
  try {
    return (await client.query<T>(sql)).rows;
  } finally {
    await client.end();
  }
}

async function start(dataFolder: string): Promise<{ database: EmbeddedDatabase; notices: string[] }> {
  const notices: string[] = [];
  const database = await startEmbedded({ dataFolder, forTests: true, onNotice: (code) => notices.push(code) });
  return { database, notices };
}

async function expectServed(database: EmbeddedDatabase): Promise<void> {
  expect(await ask(database.connection, 'select n from kept order by n')).toEqual([{ n: 1 }]);
  expect(postgresWorkingIn(database.clusterFolder)).toContain(database.pid);
}

function writeLock(cluster: string, pid: number): void {
  const started = Math.floor(Date.now() / 1000) - 86_400;
  writeFileSync(join(cluster, 'postmaster.pid'), `${pid}\n${cluster}\n${started}\n5432\n/nowhere\n\n  1 1\nready   \n`);
}

afterAll(async () => {
  for (const child of processes) child.kill('SIGKILL');
  for (const folder of folders) {
    for (const pid of postgresWorkingIn(join(folder, 'cluster'))) process.kill(pid, 'SIGKILL');
  }
  await sleep(50);
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

describe('One data folder through everything an earlier run can leave behind', () => {
  const folder = newFolder();
  const cluster = join(folder, 'cluster');

  beforeAll(async () => {
    const { database } = await start(folder);
    await ask(database.connection, 'create table kept (n int)');
    await ask(database.connection, 'insert into kept values (1)');
    await database.stop();
  });

  it('A database whose server was killed is taken over with all its rows', async () => {
    const { server, answer } = await plantServer(folder);
    await endServer(server, 'SIGKILL');
    expect(isAlive(answer.pid)).toBe(true);
    const { database, notices } = await start(folder);
    expect([database.adopted, database.pid, notices]).toEqual([true, answer.pid, ['database.adopted']]);
    await expectServed(database);
    await database.stop();
    expect(isAlive(answer.pid)).toBe(false);
  });

  it('A paused database of a killed server is woken and taken over', async () => {
    const { server, answer } = await plantServer(folder);
    await endServer(server, 'SIGKILL');
    process.kill(answer.pid, 'SIGSTOP');
    const { database } = await start(folder);
    expect([database.adopted, database.pid]).toEqual([true, answer.pid]);
    await expectServed(database);
    await database.stop();
  });

  it('A database of a killed server that was started with other settings is stopped and started anew', async () => {
    const { server, answer } = await plantServer(folder, { work_mem: '5MB' });
    await endServer(server, 'SIGKILL');
    const { database, notices } = await start(folder);
    expect([database.adopted, notices]).toEqual([false, ['database.leftover_stopped']]);
    expect(isAlive(answer.pid)).toBe(false);
    await expectServed(database);
    await database.stop();
  });

  it('A database killed together with its server recovers from its stale lock file', async () => {
    const { server, answer } = await plantServer(folder);
    process.kill(answer.pid, 'SIGKILL');
    await endServer(server, 'SIGKILL');
    expect(existsSync(join(cluster, 'postmaster.pid'))).toBe(true);
    const { database } = await start(folder);
    expect(database.adopted).toBe(false);
    await expectServed(database);
    await database.stop();
  });

  it('A zombie does not count as a running database', async () => {
    // The child outlives the shell, which might collect it: when it ends its parent is `sleep`, which collects nobody.
    const parent = spawn('sh', ['-c', 'sleep 0.3 & echo $!; exec sleep 60'], { stdio: ['ignore', 'pipe', 'ignore'], cwd: '/', ...databaseAccount });
    processes.push(parent);
    const [line] = (await once(parent.stdout, 'data')) as [Buffer];
    const zombie = Number(String(line));
    if (process.platform === 'linux') await vi.waitFor(() => expect(readFileSync(`/proc/${zombie}/stat`, 'utf8')).toContain(') Z '), { timeout: 30_000, interval: 50 });
    else await sleep(1_000);
    writeLock(cluster, zombie);
    const { database, notices } = await start(folder);
    expect([database.adopted, notices]).toEqual([false, ['database.stale_lock_removed']]);
    await expectServed(database);
    await database.stop();
  });

  it("A process number now carried by a stranger's process leaves the stranger alone", async () => {
    const other = stranger();
    writeLock(cluster, other.pid ?? 0);
    const { database, notices } = await start(folder);
    expect(notices).toEqual(['database.stale_lock_removed']);
    await expectServed(database);
    await database.stop();
    expect([other.exitCode, other.signalCode, isAlive(other.pid ?? 0)]).toEqual([null, null, true]);
  });

  it("A process number now carried by another folder's PostgreSQL leaves that one alone", async () => {
    const other = await start(newFolder());
    writeLock(cluster, other.database.pid);
    const { database } = await start(folder);
    expect(database.pid).not.toBe(other.database.pid);
    await expectServed(database);
    await database.stop();
    expect(await ask(other.database.connection, 'select 1 as n')).toEqual([{ n: 1 }]);
    await other.database.stop();
  });

  it('A stale socket lock that names a stranger does not stop the start and does not harm the stranger', async () => {
    const other = stranger();
    mkdirSync(join(folder, 'socket'), { recursive: true });
    writeFileSync(join(folder, 'socket', '.s.PGSQL.5432.lock'), `${other.pid}\n${cluster}\n1\n5432\n${folder}/socket\n`);
    writeFileSync(join(folder, 'socket', '.s.PGSQL.5432'), '');
    const { database } = await start(folder);
    await expectServed(database);
    await database.stop();
    expect(isAlive(other.pid ?? 0)).toBe(true);
  });

  it('An empty lock file, as a power cut leaves it, does not stop the start', async () => {
    writeFileSync(join(cluster, 'postmaster.pid'), '');
    writeFileSync(join(folder, 'server.lock'), '');
    const { database, notices } = await start(folder);
    expect(notices).toEqual(['database.stale_lock_removed']);
    await expectServed(database);
    await database.stop();
  });

  it('A living database whose recorded start does not fit is neither ended nor doubled', async () => {
    const { server, answer } = await plantServer(folder);
    await endServer(server, 'SIGKILL');
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    writeFileSync(join(cluster, 'postmaster.pid'), lines.with(2, String(Number(lines[2]) - 3600)).join('\n'));
    await expect(start(folder)).rejects.toMatchObject({ code: 'database.process_unclear', params: { pid: answer.pid } });
    expect(isAlive(answer.pid)).toBe(true);
    writeFileSync(join(cluster, 'postmaster.pid'), lines.join('\n'));
    await (await start(folder)).database.stop();
  });

  it('A second server on the same folder refuses and says who has it, and the first goes on', async () => {
    const { server, answer } = await plantServer(folder);
    await expect(start(folder)).rejects.toMatchObject({ code: 'database.folder_in_use', params: { pid: server.pid } });
    expect((await plantServer(folder)).answer).toEqual({ refused: 'database.folder_in_use' });
    expect(await ask(answer.connection, 'select n from kept')).toEqual([{ n: 1 }]);
    await endServer(server, 'SIGTERM');
    expect([server.exitCode, isAlive(answer.pid), existsSync(join(folder, 'server.lock'))]).toEqual([0, false, false]);
  });

  it('A server that leaves without a word takes its database along', async () => {
    const { server, answer } = await plantServer(folder);
    const ended = once(server, 'exit');
    server.stdin?.write('exit\n');
    await ended;
    for (let triesLeft = 1_500; isAlive(answer.pid) && triesLeft > 0; triesLeft -= 1) await sleep(20);
    expect(isAlive(answer.pid)).toBe(false);
  });

  it('The end of the database is reported once to its server', async () => {
    let reports = 0;
    const database = await startEmbedded({ dataFolder: folder, forTests: true, onUnexpectedExit: () => (reports += 1) });
    process.kill(database.pid, 'SIGQUIT');
    await vi.waitFor(() => expect(reports).toBe(1), { timeout: 30_000, interval: 20 });
    // Its looks come every so often: two of them later it is still one.
    await sleep(2_500);
    expect(reports).toBe(1);
    await database.stop();
  });

  it('A database whose owner does not wait for the disk is refused and not left running (C-DU-1)', async () => {
    const first = await startEmbedded({ dataFolder: folder });
    await ask(first.connection, 'alter role yimen_owner set synchronous_commit = off');
    await first.stop();
    const refused = startEmbedded({ dataFolder: folder });
    await expect(refused).rejects.toMatchObject({ code: 'database.unsafe_setting', params: { setting: 'synchronous_commit', found: 'off' } });
    expect(postgresWorkingIn(cluster)).toEqual([]);
    const { database } = await start(folder);
    await ask(database.connection, 'alter role yimen_owner reset synchronous_commit');
    await database.stop();
  });

  it('The settings of the role that the server works as are looked at too: what was set for it alone is refused (C-DU-1)', async () => {
    const database = await startEmbedded({ dataFolder: folder });
    await ask(database.connection, 'create role hasty login; alter role hasty set synchronous_commit = off');
    const client = new Client({ ...database.connection, user: 'hasty' });
    await client.connect();
    await expect(assertSafeSettings(client)).rejects.toMatchObject({ code: 'database.unsafe_setting', params: { setting: 'synchronous_commit', found: 'off' } });
    await client.end();
    await ask(database.connection, 'drop role hasty');
    await database.stop();
  });

  it('Data last served by another minor version is served, and the start says so once', async () => {
    const ours = readFileSync(join(folder, 'served-by'), 'utf8');
    writeFileSync(join(folder, 'served-by'), '18.0\n');
    const { database, notices } = await start(folder);
    expect([notices, readFileSync(join(folder, 'served-by'), 'utf8')]).toEqual([['database.other_minor'], ours]);
    await expectServed(database);
    await database.stop();
    const again = await start(folder);
    expect(again.notices).toEqual([]);
    await again.database.stop();
  });

  it('A database of a killed server that is another minor version is stopped and served by ours', async () => {
    const { server, answer } = await plantServer(folder);
    await endServer(server, 'SIGKILL');
    writeFileSync(join(folder, 'served-by'), '18.0\n');
    const { database, notices } = await start(folder);
    expect([database.adopted, isAlive(answer.pid), notices]).toEqual([false, false, ['database.leftover_stopped', 'database.other_minor']]);
    await expectServed(database);
    await database.stop();
  });

  it('Data written by another major version is refused and named', async () => {
    const version = readFileSync(join(cluster, 'PG_VERSION'), 'utf8');
    writeFileSync(join(cluster, 'PG_VERSION'), '17\n');
    await expect(start(folder)).rejects.toMatchObject({ code: 'database.other_major', params: { found: 17, ours: 18 } });
    writeFileSync(join(cluster, 'PG_VERSION'), version);
    await (await start(folder)).database.stop();
  });
});

describe('A new data folder', () => {
  it('holds UTF-8 text in the built-in locale with checksums, also when no language is set', async () => {
    const { server, answer } = await plantServer(newFolder());
    const [row] = await ask<{ collate: string }>(
      answer.connection,
      `select pg_encoding_to_char(encoding) as encoding, datlocprovider as provider, datlocale as locale, datctype as ctype,
              current_setting('data_checksums') as checksums, current_setting('listen_addresses') as addresses, upper('é门') as upper
         from pg_database where datname = current_database()`,
    );
    const ctype = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
    expect(row).toEqual({ encoding: 'UTF8', provider: 'b', locale: 'C.UTF-8', ctype, checksums: 'on', addresses: '', upper: 'É门' });
    await endServer(server, 'SIGINT');
  });

  it('that a killed first start left half-made is made anew', async () => {
    const folder = newFolder();
    mkdirSync(join(folder, 'cluster.making', 'base'), { recursive: true });
    const { database } = await start(folder);
    expect(existsSync(join(folder, 'cluster.making'))).toBe(false);
    await database.stop();
  });

  it('with a long Chinese name gets a short private socket folder, gone after the stop', async () => {
    const folder = join(newFolder(), '数据'.repeat(15));
    const { database } = await start(folder);
    const { host } = database.connection;
    expect(Buffer.byteLength(host)).toBeLessThan(90);
    expect(host.startsWith(folder)).toBe(false);
    expect(await ask(database.connection, 'select 1 as n')).toEqual([{ n: 1 }]);
    await database.stop();
    expect(existsSync(host)).toBe(false);
  });

  it.runIf(asRoot)("that PostgreSQL's account cannot enter is kept elsewhere, found again, and said so", async () => {
    const folder = newFolder(0o700);
    const first = await start(folder);
    folders.push(first.database.home);
    expect(first.notices).toContain('database.elsewhere');
    expect(first.database.home.startsWith(folder)).toBe(false);
    await first.database.stop();
    const second = await start(folder);
    expect(second.database.home).toBe(first.database.home);
    await second.database.stop();
  });

  it.runIf(asRoot && canEnter(process.cwd(), nobody) && spawnSync(process.execPath, ['-v'], nobody).status === 0)('serves an ordinary user as that user', async () => {
    const folder = newFolder(0o777);
    const { server, answer } = await plantServer(folder, {}, nobody);
    expect(answer).toMatchObject({ adopted: false });
    expect(await ask(answer.connection, 'select 1 as n')).toEqual([{ n: 1 }]);
    await endServer(server, 'SIGTERM');
    // What that user made, root serves as that user.
    const { database } = await start(folder);
    await database.stop();
  });
});
