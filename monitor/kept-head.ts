import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, statSync, writeSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { readSignedCheckpoint, type Checkpoint } from '../server/platform/ledger/checkpoint.ts';

/** The last checkpoint that this monitor verified whole, kept by itself and by nobody else. */
export interface KeptHead {
  readonly checkpoint: Checkpoint;
  readonly note: string;
  /** when it was verified, milliseconds */
  readonly at: number;
}

const pathOf = (folder: string, origin: string): string => join(folder, `${createHash('sha256').update(origin).digest('hex')}.checkpoint`);

/** What was verified last of a log; undefined where nothing was. Throws a sentence where the file is damaged. */
export function findHead(folder: string, origin: string): KeptHead | undefined {
  const path = pathOf(folder, origin);
  if (!existsSync(path)) return undefined;
  const note = readFileSync(path, 'utf8');
  const read = readSignedCheckpoint(note);
  if (!read.ok || read.checkpoint.origin !== origin) throw new Error(`${path} is damaged: the monitor does not know what it verified last`);
  return { checkpoint: read.checkpoint, note, at: statSync(path).mtimeMs };
}

/** Keeps it, in the stead of the one before; on the disk when this returns. */
export function keepHead(folder: string, origin: string, note: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = pathOf(folder, origin);
  const file = openSync(`${path}.new`, 'w', 0o600);
  try {
    writeSync(file, note);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(`${path}.new`, path);
}
