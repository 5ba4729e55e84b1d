import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clearSocket, socketIsTaken } from './leftover.ts';
import { startRefusal } from './refusal.ts';
import { canEnter, type RunAs } from './run-as.ts';

// unix(7): sun_path holds 108 bytes with the closing zero; BSD and macOS hold 104.
const longestPath = process.platform === 'linux' ? 107 : 103;
const socketName = '/.s.PGSQL.5432';

/** Whether a socket in this folder has a name the operating system can still hold. Bytes count, not characters: a folder may be named 数据. */
export function fitsSocket(folder: string): boolean {
  return Buffer.byteLength(folder + socketName) <= longestPath;
}

/**
 * A folder, closed to everybody else (0700), for the database's socket: `<home>/socket`, or where that name is too long or occupied a
 * short private folder below the system's temporary folder, which `remove` clears away after the stop.
 */
export function makeSocketFolder(home: string, runAs: RunAs): { folder: string; remove(): void } {
  const beside = join(home, 'socket');
  if (fitsSocket(beside) && !socketIsTaken(beside)) {
    mkdirSync(beside, { recursive: true, mode: 0o700 });
    close(beside, runAs);
    clearSocket(beside);
    return { folder: beside, remove: () => undefined };
  }
  for (const parent of new Set([tmpdir(), '/tmp'])) {
    if (!fitsSocket(join(parent, 'yimen-XXXXXX'))) continue;
    const folder = mkdtempSync(join(parent, 'yimen-'));
    close(folder, runAs);
    if (canEnter(folder, runAs)) return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
    rmSync(folder, { recursive: true });
  }
  throw startRefusal('database.not_created', { folder: home, reason: 'no folder with a name short enough for a socket' });
}

function close(folder: string, runAs: RunAs): void {
  chmodSync(folder, 0o700);
  if (runAs !== null) chownSync(folder, runAs.uid, runAs.gid);
}
