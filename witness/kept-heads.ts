import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, unlinkSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { cosignedAt, readSignedCheckpoint, type Checkpoint } from '../server/platform/ledger/checkpoint.ts';
import type { VerifierKey } from '../server/platform/ledger/note-keys.ts';

/** The newest checkpoint that this witness signed for a log: read, as it was signed (with our own signature), and when (whole seconds). */
export interface KeptHead {
  readonly checkpoint: Checkpoint;
  readonly note: string;
  readonly atSeconds: number;
}

/** What the witness remembers, in a folder; nothing of it is held in memory, so that what is answered is what would be there after a crash. */
export interface KeptHeads {
  /** Undefined: never signed for this log. Throws where the file is there and is not what we signed. */
  find(origin: string): KeptHead | undefined;
  /** Returns when the head would survive a power cut: new file, fsync, rename, fsync of the folder. */
  keep(origin: string, note: string): void;
  close(): void;
}

const markName = 'witness';
const lockName = 'lock';

/** The name of a log's file: SHA-256 of its origin, hex. */
export function fileOfOrigin(origin: string): string {
  return createHash('sha256').update(origin).digest('hex');
}

/** Makes the folder for a new key. Refused (throws a sentence) where one is there: a witness that forgets must not go on under the same key. */
export function makeFolder(folder: string, key: VerifierKey): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (existsSync(join(folder, markName))) throw new Error(`${folder} belongs to a key already`);
  writeSafely(folder, markName, `${key.name}+${key.id}\n`);
}

/** Opens the folder of a key. Refused (throws a sentence): no folder or another key's; another process that has it open. */
export function openKeptHeads(folder: string, key: VerifierKey): KeptHeads {
  const mark = join(folder, markName);
  if (!existsSync(mark)) throw new Error(`${folder} is not the memory of ${key.name}: it was lost or never made. A witness without its memory could sign a second history; make a new key`);
  if (readFileSync(mark, 'utf8') !== `${key.name}+${key.id}\n`) throw new Error(`${folder} is the memory of another key`);
  takeLock(folder);
  return {
    find: (origin) => readHead(join(folder, fileOfOrigin(origin)), origin, key),
    keep: (origin, note) => writeSafely(folder, fileOfOrigin(origin), note),
    close: () => unlinkSync(join(folder, lockName)),
  };
}

function readHead(path: string, origin: string, key: VerifierKey): KeptHead | undefined {
  if (!existsSync(path)) return undefined;
  const note = readFileSync(path, 'utf8');
  const read = readSignedCheckpoint(note);
  const own = read.ok ? read.note.signatures.find(({ name, id }) => name === key.name && id === key.id) : undefined;
  const atSeconds = read.ok && own ? cosignedAt(key, read.note.text, own.signature) : undefined;
  if (!read.ok || atSeconds === undefined || read.checkpoint.origin !== origin) throw new Error(`${path} is not what this witness signed: it is damaged`);
  return { checkpoint: read.checkpoint, note, atSeconds };
}

/** Two processes over one memory would each check against what the other is about to replace. */
function takeLock(folder: string): void {
  const path = join(folder, lockName);
  const holder = existsSync(path) ? Number(readFileSync(path, 'utf8')) : 0;
  if (holder > 0 && holder !== process.pid && isAlive(holder)) throw new Error(`${folder} is in use by process ${holder}`);
  if (holder > 0) unlinkSync(path);
  writeFileSync(path, String(process.pid), { flag: 'wx' });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM';
  }
}

function writeSafely(folder: string, name: string, text: string): void {
  const path = join(folder, name);
  const file = openSync(`${path}.new`, 'w', 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(`${path}.new`, path);
  const entry = openSync(folder, 'r');
  try {
    fsyncSync(entry);
  } finally {
    closeSync(entry);
  }
}
