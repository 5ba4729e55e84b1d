import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { startEmbedded } from '../../server/platform/db/embedded/index.ts';
import { isAlive, postgresWorkingIn } from '../../server/platform/db/embedded/process-facts.ts';
import { builtProgram } from './d07-built.ts';
import type { SupervisorAnswer } from './d07-supervisor.ts';
import { copyFolder } from './frame/city.ts';
import type { Fault, FaultTools } from './frame/fault.ts';
import { killForGood, until } from './frame/processes.ts';

type Kind = 'real' | 'pid-only' | 'blind-lock';

interface Started {
  readonly child: ChildProcess;
  readonly answer: SupervisorAnswer;
}

/** What a state needs: processes that are ended with it, and a data folder with one row in it. */
interface Scene {
  readonly folder: string;
  readonly cluster: string;
  serve(kind: Kind, folder?: string): Promise<Started>;
  /** a process of the database's account that has nothing to do with us */
  stranger(command?: readonly string[]): ChildProcess;
  anotherFolder(): string;
}

/** A state that an earlier run left behind, the start after it, and what was not right (nothing: right). */
interface State {
  readonly name: string;
  plant(scene: Scene): Promise<(started: Started) => string[]>;
}

const account = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
const source = fileURLToPath(new URL('d07-supervisor.ts', import.meta.url));

const check = (right: boolean, words: string): string[] => (right ? [] : [words]);

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill(signal);
  await ended;
}

/** The lock file as a database writes it, with this number in it. */
function plantLock(cluster: string, pid: number): void {
  writeFileSync(join(cluster, 'postmaster.pid'), `${pid}\n${cluster}\n${Math.floor(Date.now() / 1000) - 86_400}\n5432\n/nowhere\n\n  1 1\nready   \n`);
}

const lives = (child: ChildProcess): boolean => child.exitCode === null && child.signalCode === null && isAlive(child.pid ?? 0);

/** The six states of D-07. */
const states: readonly State[] = [
  {
    name: 'orphaned database',
    async plant(scene) {
      const { child, answer } = await scene.serve('real');
      await end(child, 'SIGKILL');
      return (started) => check(started.answer.adopted === true && started.answer.pid === answer.pid, 'the orphaned database was not taken over');
    },
  },
  {
    name: 'stale lock of a database killed with its server',
    async plant(scene) {
      const { child, answer } = await scene.serve('real');
      process.kill(answer.pid ?? 0, 'SIGKILL');
      await end(child, 'SIGKILL');
      return (started) => check(started.answer.adopted === false, 'a dead database was taken over');
    },
  },
  {
    name: 'zombie',
    async plant(scene) {
      // The child outlives the shell, which might collect it: when it ends its parent is `sleep`, which collects nobody.
      const parent = scene.stranger(['sh', '-c', 'sleep 0.1 & echo $!; exec sleep 60']);
      if (!parent.stdout) throw new Error('no output');
      const [line] = (await once(createInterface({ input: parent.stdout }), 'line')) as [string];
      const zombie = Number(line);
      await until(() => readFileSync(`/proc/${zombie}/stat`, 'utf8').includes(') Z '));
      plantLock(scene.cluster, zombie);
      return (started) => check(started.answer.notices?.includes('database.stale_lock_removed') === true, 'a zombie was taken for a database');
    },
  },
  {
    name: 'number now carried by a stranger',
    async plant(scene) {
      const other = scene.stranger();
      plantLock(scene.cluster, other.pid ?? 0);
      // The server's own lock names the same stranger, as after a restart of the machine.
      writeFileSync(join(scene.folder, 'server.lock'), JSON.stringify({ pid: other.pid, identity: 'former boot:1', nonce: 'former' }));
      return () => check(lives(other), 'a stranger’s process was ended');
    },
  },
  {
    name: 'number now carried by another folder’s database',
    async plant(scene) {
      const other = await scene.serve('real', scene.anotherFolder());
      plantLock(scene.cluster, other.answer.pid ?? 0);
      return (started) => [...check(isAlive(other.answer.pid ?? 0), 'another installation’s database was ended'), ...check(started.answer.pid !== other.answer.pid, 'another installation’s database was taken over')];
    },
  },
  {
    name: 'second server while the first serves',
    async plant(scene) {
      const first = await scene.serve('real');
      return (started) => [
        ...check(started.answer.refused === 'database.folder_in_use', 'the second server was not refused'),
        ...check(lives(first.child) && isAlive(first.answer.pid ?? 0), 'the first server or its database was ended'),
        ...check(existsSync(join(scene.folder, 'server.lock')) && existsSync(join(scene.cluster, 'postmaster.pid')), 'a lock of the living was taken away'),
      ];
    },
  },
];

/** Main processes of PostgreSQL on this folder: those whose parent is none of them. */
function serversOn(cluster: string): number[] {
  const all = postgresWorkingIn(cluster);
  const parentOf = (pid: number): number => {
    try {
      return Number(readFileSync(`/proc/${pid}/stat`, 'latin1').replace(/^.*\) /s, '').split(' ')[1]);
    } catch {
      return all[0] ?? 0; // it ended while we looked
    }
  };
  return all.filter((pid) => !all.includes(parentOf(pid)));
}

async function rowThere(host: string | undefined): Promise<boolean> {
  const client = new pg.Client({ host: host ?? '', port: 5432, user: 'yimen_owner', database: 'yimen' });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query<{ n: number }>('select n from kept')).rows[0]?.n === 1;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The folders of one series of states, and the program that starts databases on them. */
interface Ground {
  readonly program: string;
  readonly folder: string;
  /** another installation's data folder */
  another(): string;
}

function groundOf(tools: FaultTools, base: string, program: string): Ground {
  const copy = (): string => {
    const folder = tools.folder('data');
    copyFolder(base, folder);
    return folder;
  };
  let other: string | undefined;
  return { program, folder: copy(), another: () => (other ??= copy()) };
}

/** Plants one state, starts that supervisor over it, says what was not right, and ends everything by force: the next state begins on what that leaves. */
async function judge({ program, folder, another }: Ground, state: State, kind: Kind): Promise<string[]> {
  const children: ChildProcess[] = [];
  const folders = [folder];
  const started = (child: ChildProcess): ChildProcess => {
    children.push(child);
    return child;
  };
  const scene: Scene = {
    folder, cluster: join(folder, 'cluster'),
    anotherFolder: () => {
      folders.push(another());
      return another();
    },
    async serve(which, where = folder) {
      const child = started(spawn(process.execPath, [program, which, where], { stdio: ['ignore', 'pipe', 'inherit'] }));
      if (!child.stdout) throw new Error('no output');
      const [line] = (await Promise.race([once(createInterface({ input: child.stdout }), 'line'), once(child, 'exit').then(() => ['{"refused":"ended without a word"}'])])) as [string];
      return { child, answer: JSON.parse(line) as SupervisorAnswer };
    },
    stranger: ([command = 'sleep', ...args] = ['sleep', '60']) => started(spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'], cwd: '/', ...account })),
  };
  try {
    const wrongs = await state.plant(scene);
    const second = await scene.serve(kind);
    const servers = serversOn(scene.cluster);
    const serving = second.answer.refused === undefined;
    return [
      ...wrongs(second),
      ...check(servers.length <= 1, `${servers.length} servers on one folder`),
      ...check(!serving || (await rowThere(second.answer.host)), 'what was stored is not served'),
      ...check(serving || state.name.startsWith('second'), `the start was refused (${second.answer.refused ?? ''})`),
    ];
  } finally {
    for (const child of children.reverse()) await end(child, 'SIGKILL');
    const left = (): number[] => folders.flatMap((one) => postgresWorkingIn(join(one, 'cluster')));
    await killForGood(left());
    await until(() => left().length === 0);
  }
}

/** A stopped data folder with one row in it. */
async function stoppedFolder(folder: string): Promise<void> {
  const database = await startEmbedded({ dataFolder: folder, forTests: true });
  const client = new pg.Client(database.connection);
  client.on('error', () => undefined);
  await client.connect();
  await client.query('create table kept (n int)');
  await client.query('insert into kept values (1)');
  await client.end();
  await database.stop();
}

/** Each planted supervisor with the state that must show it. */
const mutants: readonly (readonly [Kind, number])[] = [['pid-only', 3], ['blind-lock', 0]];

/** D-07: six states that an earlier run can leave behind, each started over by the real supervisor in a process of its own. */
export const fault: Fault = {
  id: 'D-07',
  title: 'orphaned database, zombie, stale and recycled process number, second server',
  needs: [],
  seconds: { quick: 3, gate: 8, full: 60 },
  async run(size, tools) {
    const base = tools.folder('d07-base');
    await stoppedFolder(base);
    const program = await builtProgram(source, 'd07-supervisor');
    tools.atEnd(program.remove);
    const broken: string[] = [];
    const rounds = size === 'full' ? 10 : 1;
    const chosen = size === 'quick' ? [states[0], states[3]] : states;
    const ground = groundOf(tools, base, program.file);
    let right = 0;
    let done = 0;
    for (let round = 0; round < rounds; round += 1) {
      for (const state of chosen) {
        if (!state) continue;
        const wrongs = await judge(ground, state, 'real');
        done += 1;
        right += wrongs.length === 0 ? 1 : 0;
        broken.push(...wrongs.map((words) => `${state.name}: ${words}`));
      }
    }
    let caught = 0;
    for (const [kind, at] of mutants) {
      const state = states[at];
      if (!state) continue;
      const wrongs = await judge(groundOf(tools, base, program.file), state, kind);
      if (wrongs.length > 0) caught += 1;
      tools.say(`planted supervisor "${kind}", ${state.name}: ${wrongs.length > 0 ? wrongs.join('; ') : 'NOT CAUGHT'}`);
    }
    program.remove();
    return { faults: done, lost: 0, broken, mutantsPlanted: mutants.length, mutantsCaught: caught, figures: { states: chosen.length, startedRight: `${right}/${done}` }, seed: tools.seed };
  },
};
