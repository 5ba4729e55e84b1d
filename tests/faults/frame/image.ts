import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { allThreadsStopped, signal, until } from './processes.ts';

/** A disk of its own whose power can be cut: ext4 on a file in memory, which commits nothing by itself for five minutes. What is on it after a cut is what was synced. */
export interface Image {
  /** where it is mounted; the same after every cut */
  readonly mount: string;
  /** Writes everything out: what is there now is there for good. */
  settle(): void;
  /**
   * The power cut: stops the processes in the middle of what they do, copies the disk as it is, ends them (`end`), and mounts the copy in its place.
   * Milliseconds from the first stop to the copy.
   */
  cut(processes: () => readonly number[], end: () => Promise<void>): Promise<number>;
  remove(): void;
}

const run = (program: string, ...args: string[]): string => execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();

/**
 * Makes a disk of `mebibytes` below `folder` and mounts it at `mount`. Nothing else happens on it, and the copy is made anew if a block moved meanwhile; the file system's own
 * journal is played back at the mount, as after a real cut. Needs root.
 */
export function makeImage(folder: string, mount: string, mebibytes: number): Image {
  const medium = join(folder, 'medium');
  mkdirSync(medium);
  run('mount', '-t', 'tmpfs', '-o', `size=${mebibytes * 2 + 64}m,mode=755`, 'tmpfs', medium);
  let number = 0;
  let file = join(medium, 'disk-0.img');
  writeFileSync(file, '');
  truncateSync(file, mebibytes * 1024 * 1024);
  run('mkfs.ext4', '-q', '-F', '-m', '0', '-E', 'lazy_itable_init=0,lazy_journal_init=0,nodiscard', '-J', 'size=16', file);
  let device = '';
  const attach = (): void => {
    device = run('losetup', '-f', '--show', file);
    run('mount', '-t', 'ext4', '-o', 'commit=300,noatime', device, mount);
  };
  const detach = (): void => {
    run('umount', mount);
    run('losetup', '-d', device);
  };
  mkdirSync(mount, { recursive: true });
  attach();
  chmodSync(mount, 0o755);
  return {
    mount,
    settle: () => void run('sync', '-f', mount),
    async cut(processes, end) {
      const started = performance.now();
      await freeze(processes);
      const next = join(medium, `disk-${(number += 1)}.img`);
      await copyStill(file, next, device);
      const took = performance.now() - started;
      await end();
      detach();
      rmSync(file);
      file = next;
      attach();
      return took;
    },
    remove() {
      detach();
      run('umount', medium);
    },
  };
}

/** Stops everybody, also who was born meanwhile, and waits until no system call is under way: after that nothing new is asked of the disk. */
async function freeze(processes: () => readonly number[]): Promise<void> {
  for (const pid of processes()) signal(pid, 'SIGSTOP');
  const allStopped = (): boolean => {
    const all = processes();
    for (const pid of all) if (!allThreadsStopped(pid)) signal(pid, 'SIGSTOP');
    return all.every(allThreadsStopped);
  };
  if (!(await until(allStopped, 30_000, 2))) throw new Error('the processes could not be stopped');
}

/** A copy during which the disk took no write. */
async function copyStill(from: string, to: string, device: string): Promise<void> {
  const writes = (): string => readFileSync(`/sys/block/${basename(device)}/stat`, 'utf8').trim().split(/\s+/).slice(4, 9).join(' ');
  for (let tries = 0; tries < 20; tries += 1) {
    const before = writes();
    run('cp', '--sparse=always', from, to);
    if (writes() === before) return;
    await sleep(50);
  }
  throw new Error('the disk did not come to rest');
}
