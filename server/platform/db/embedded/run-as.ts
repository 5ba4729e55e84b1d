import { spawnSync } from 'node:child_process';
import { chownSync, lchownSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reasonOf, startRefusal } from './refusal.ts';

/** The account PostgreSQL runs under; null means our own. PostgreSQL refuses to run as root. */
export type RunAs = { readonly uid: number; readonly gid: number } | null;

/**
 * Started as root, PostgreSQL runs as whoever owns the data already, or else as `nobody` (65534, which needs an entry in the account
 * list: PostgreSQL looks its own name up). Started as anybody else it runs as that user.
 */
export function chooseRunAs(clusterFolder: string): RunAs {
  if (process.getuid?.() !== 0) return null;
  const owner = statSync(clusterFolder, { throwIfNoEntry: false });
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return nobody();
}

function nobody(): { uid: number; gid: number } {
  const accounts = readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':'));
  const account = accounts.find((fields) => fields[2] === '65534') ?? accounts.find((fields) => fields[0] === 'nobody');
  // macOS writes nobody's number as -2; the kernel counts it unsigned.
  return { uid: Number(account?.[2] ?? 65534) >>> 0, gid: Number(account?.[3] ?? 65534) >>> 0 };
}

/** Whether that account can really enter the folder: asked of the operating system by trying, so that access lists and mounts count too. */
export function canEnter(folder: string, runAs: RunAs): boolean {
  if (runAs === null) return true;
  const tried = spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], { ...runAs, cwd: '/', stdio: 'ignore', env: {} });
  if (tried.error !== undefined) throw startRefusal('database.cannot_change_user', { uid: runAs.uid, reason: reasonOf(tried.error) }, tried.error);
  return tried.status === 0;
}

/** Gives the folder and all in it to the account. Symbolic links are given, not followed. */
export function giveTo(folder: string, runAs: RunAs): void {
  if (runAs === null) return;
  chownSync(folder, runAs.uid, runAs.gid);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    lchownSync(join(entry.parentPath, entry.name), runAs.uid, runAs.gid);
  }
}

const noteName = 'elsewhere.json';

/**
 * The folder that really holds the database. It is `dataFolder`, unless root started us in a place the database's account cannot enter
 * (a checkout below a closed home folder): then a folder of its own below /var/lib/yimen, found again through `elsewhere.json`.
 */
export function chooseHome(dataFolder: string, parents: readonly string[]): { folder: string; runAs: RunAs } {
  const noted = readNote(join(dataFolder, noteName));
  if (noted !== null) return { folder: noted, runAs: chooseRunAs(join(noted, 'cluster')) };
  const runAs = chooseRunAs(join(dataFolder, 'cluster'));
  if (canEnter(dataFolder, runAs)) return { folder: dataFolder, runAs };
  for (const parent of parents) {
    const folder = tryMakeBelow(parent, runAs);
    if (folder === null) continue;
    writeFileSync(join(dataFolder, noteName), `${JSON.stringify({ folder })}\n`);
    return { folder, runAs };
  }
  throw startRefusal('database.folder_not_ours', { folder: dataFolder, reason: `user ${runAs?.uid ?? ''} cannot enter it` });
}

function tryMakeBelow(parent: string, runAs: RunAs): string | null {
  try {
    mkdirSync(parent, { recursive: true, mode: 0o755 });
    const folder = mkdtempSync(join(parent, 'yimen-'));
    giveTo(folder, runAs);
    return canEnter(folder, runAs) ? folder : null;
  } catch (error) {
    if (error instanceof Error && error.name === 'StartRefusal') throw error;
    return null;
  }
}

/** The folder that `chooseHome` noted at an earlier start; null where the database lies in `dataFolder` itself. */
export function notedHome(dataFolder: string): string | null {
  return readNote(join(dataFolder, noteName));
}

function readNote(path: string): string | null {
  try {
    const { folder } = JSON.parse(readFileSync(path, 'utf8')) as { folder?: unknown };
    return typeof folder === 'string' ? folder : null;
  } catch {
    return null;
  }
}
