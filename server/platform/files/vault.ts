import { randomUUID } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { mkdir, open, readdir, rename, stat, statfs, unlink } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { detectType, isAlsoSomethingElse } from './detect.ts';
import type { AcceptedType } from './detect.ts';
import { displayCopy } from './display-copy.ts';
import { isNamedAs, safeName } from './file-name.ts';
import { needOf } from './free-space.ts';
import { inspectImage } from './inspect-image.ts';
import { inspectPdf } from './inspect-pdf.ts';
import { refuseFile } from './refusals.ts';
import type { FileRefusal } from './refusals.ts';
import { contentLength, inChunks, readSealed, storedName, writeSealed } from './sealed-file.ts';

/** 50 MB: a phone's photographs and a hundred scanned pages, not a film. */
export const defaultLimitBytes = 50 * 1024 * 1024;

/** `declaredName` is what the sender calls the file; only its extension is compared, with what the content is. */
export type PutOptions = { dataKey: KeyObject; declaredName: string; limitBytes?: number };

/** A file that is in the vault: `fileId` is the SHA-256 of its content in hex, `name` a harmless form of the declared name. */
export type StoredFile = {
  fileId: string;
  sizeBytes: number;
  mediaType: AcceptedType;
  name: string;
  pages?: number;
  width?: number;
  height?: number;
};

/**
 * The encrypted store of files (C-DU-3, C-IN-2, C-IN-4). A file belongs to a data key; destroying the key erases it.
 * `put` takes at most the limit and refuses what is not plainly a PDF or a picture; it leaves a refused source unread to its end,
 * so an HTTP handler resumes or destroys it. When `put` has answered, the file survives a power cut. An error of the source or
 * the disk is thrown, and nothing is kept.
 */
export type Vault = {
  put(source: Readable | Buffer, options: PutOptions): Promise<{ ok: true; file: StoredFile } | FileRefusal>;
  /** The content as a stream; each 64 KiB is verified before it is given out. A broken file ends the stream with an error. */
  open(fileId: string, dataKey: KeyObject): Promise<{ ok: true; sizeBytes: number; stream: Readable } | FileRefusal>;
  /** What a file is, read from the file itself: never from what somebody says of it. */
  describe(fileId: string, dataKey: KeyObject): Promise<{ ok: true; sizeBytes: number; mediaType: AcceptedType } | FileRefusal>;
  /** The whole content, verified; at most what `put` took. */
  read(fileId: string, dataKey: KeyObject): Promise<{ ok: true; bytes: Buffer } | FileRefusal>;
  /** The copy to show: pictures without place, time and device (C-IN-4). */
  readForDisplay(fileId: string, dataKey: KeyObject, mediaType: AcceptedType): Promise<{ ok: true; bytes: Buffer } | FileRefusal>;
  /** False if it was not there. */
  remove(fileId: string, dataKey: KeyObject): Promise<boolean>;
};

/** Where the vault lives; below `leastFreeBytes` of free disk (without it what free-space.ts says of a disk of this size) it takes nothing more (C-DU-6); unfinished uploads older than `staleAfterMs` are swept away. */
export type VaultOptions = { root: string; leastFreeBytes?: number; staleAfterMs?: number };

/** Opens (and at first makes) a vault. Several processes may use one vault. */
export async function openVault(options: VaultOptions): Promise<Vault> {
  const incoming = path.join(options.root, 'incoming');
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  await sweep(incoming, options.staleAfterMs ?? 3_600_000);
  const inTurn = oneAtATime();
  const placeOf = (fileId: string, dataKey: KeyObject): string => {
    const name = storedName(fileId, dataKey);
    return path.join(options.root, name.slice(0, 2), name);
  };
  const read: Vault['read'] = async (fileId, dataKey) => collect(placeOf(fileId, dataKey), fileId, dataKey);
  return {
    read,
    put: async (source, put) => {
      const room = await statfs(options.root);
      if (room.bavail * room.bsize < (options.leastFreeBytes ?? needOf(room.blocks * room.bsize).uploads)) return refuseFile('files.storage_low');
      return store(source, put, path.join(incoming, randomUUID()), placeOf, inTurn);
    },
    open: (fileId, dataKey) => stream(placeOf(fileId, dataKey), fileId, dataKey),
    describe: (fileId, dataKey) => describe(placeOf(fileId, dataKey), fileId, dataKey),
    readForDisplay: async (fileId, dataKey, mediaType) => {
      const original = await read(fileId, dataKey);
      return original.ok ? { ok: true, bytes: displayCopy(original.bytes, mediaType) } : original;
    },
    remove: async (fileId, dataKey) => {
      const place = placeOf(fileId, dataKey);
      const removed = await unlinkIfThere(place);
      if (removed) await syncFolder(path.dirname(place));
      return removed;
    },
  };
}

type InTurn = <T>(work: () => Promise<T>) => Promise<T>;
type PlaceOf = (fileId: string, dataKey: KeyObject) => string;

/** Sealed to a temporary name while it comes in, looked into, and only then given its own name: a half file is never visible. */
async function store(source: Readable | Buffer, put: PutOptions, temporary: string, placeOf: PlaceOf, inTurn: InTurn): Promise<{ ok: true; file: StoredFile } | FileRefusal> {
  try {
    const received = await receive(source, put, temporary);
    if (!received.ok) return received;
    const { fileId, sizeBytes } = received;
    // One at a time: looking into a file needs it whole, and memory must not grow with the number of senders.
    const looked = await inTurn(async () => {
      const content = await collect(temporary, fileId, put.dataKey);
      return content.ok ? inspect(content.bytes, received.mediaType, put.declaredName) : content;
    });
    if (!looked.ok) return looked;
    await publish(temporary, placeOf(fileId, put.dataKey));
    const { ok: _, ...found } = looked;
    return { ok: true, file: { fileId, sizeBytes, mediaType: received.mediaType, name: safeName(put.declaredName), ...found } };
  } finally {
    await unlinkIfThere(temporary);
  }
}

type Received = { ok: true; fileId: string; sizeBytes: number; mediaType: AcceptedType };

/** Stops at the first 64 KiB if the type is not accepted, and at the first piece over the limit. */
async function receive(source: Readable | Buffer, put: PutOptions, temporary: string): Promise<Received | FileRefusal> {
  const limit = put.limitBytes ?? defaultLimitBytes;
  const pieces = Buffer.isBuffer(source) ? [source] : (source.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>);
  const state: { refusal?: FileRefusal; mediaType?: AcceptedType } = {};
  async function* within(): AsyncGenerator<Buffer, void, void> {
    let size = 0;
    for await (const piece of pieces) {
      size += piece.length;
      if (size > limit) { state.refusal = refuseFile('files.too_large', { limitMegabytes: Math.floor(limit / 1_048_576) }); return; }
      yield piece;
    }
  }
  async function* typed(): AsyncGenerator<Buffer, void, void> {
    for await (const chunk of inChunks(within())) {
      if (state.mediaType === undefined) {
        const detected = detectType(chunk.subarray(0, 1024));
        if (!detected.accepted) { state.refusal = refuseFile('files.type_not_accepted', { found: detected.found }); return; }
        state.mediaType = detected.mediaType;
      }
      yield chunk;
    }
  }
  const handle = await open(temporary, 'wx', 0o600);
  try {
    const sealed = await writeSealed(handle, put.dataKey, typed());
    if (state.refusal !== undefined) return state.refusal;
    if (state.mediaType === undefined) return refuseFile('files.empty');
    await handle.sync();
    return { ok: true, mediaType: state.mediaType, ...sealed };
  } finally {
    await handle.close();
  }
}

type Looked = { ok: true; pages?: number; width?: number; height?: number } | FileRefusal;

async function inspect(bytes: Buffer, mediaType: AcceptedType, declaredName: string): Promise<Looked> {
  if (!isNamedAs(declaredName, mediaType)) return refuseFile('files.name_mismatch', { name: safeName(declaredName), found: mediaType });
  if (isAlsoSomethingElse(bytes, mediaType)) return refuseFile('files.ambiguous_content');
  return mediaType === 'application/pdf' ? inspectPdf(bytes) : inspectImage(bytes, mediaType);
}

/** rename is atomic; the folder is synced so that the name survives a power cut, and its parent in case the folder is new. */
async function publish(temporary: string, place: string): Promise<void> {
  const folder = path.dirname(place);
  const made = await mkdir(folder, { recursive: true, mode: 0o700 });
  await rename(temporary, place);
  await syncFolder(folder);
  if (made !== undefined) await syncFolder(path.dirname(folder));
}

async function stream(place: string, fileId: string, dataKey: KeyObject): Promise<{ ok: true; sizeBytes: number; stream: Readable } | FileRefusal> {
  const handle = await openIfThere(place);
  if (handle === undefined) return refuseFile('files.not_found');
  const chunks = readSealed(handle, dataKey, fileId);
  const first = await chunks.next();
  if (first.done === true || first.value === undefined) {
    await handle.close();
    return refuseFile('files.not_authentic');
  }
  const { size } = await handle.stat();
  const start = first.value;
  async function* content(): AsyncGenerator<Buffer, void, void> {
    yield start;
    for await (const chunk of chunks) {
      if (chunk === undefined) throw new Error('files.not_authentic');
      yield chunk;
    }
  }
  const readable = Readable.from(content(), { objectMode: false });
  readable.once('close', () => void handle.close()); // also when nobody ever read from it
  return { ok: true, sizeBytes: contentLength(size, dataKey), stream: readable };
}

async function describe(place: string, fileId: string, dataKey: KeyObject): Promise<{ ok: true; sizeBytes: number; mediaType: AcceptedType } | FileRefusal> {
  const handle = await openIfThere(place);
  if (handle === undefined) return refuseFile('files.not_found');
  try {
    const { value } = await readSealed(handle, dataKey, fileId).next();
    const detected = value && detectType(value.subarray(0, 1024));
    if (!detected?.accepted) return refuseFile('files.not_authentic');
    return { ok: true, sizeBytes: contentLength((await handle.stat()).size, dataKey), mediaType: detected.mediaType };
  } finally {
    await handle.close();
  }
}

async function collect(place: string, fileId: string, dataKey: KeyObject): Promise<{ ok: true; bytes: Buffer } | FileRefusal> {
  const handle = await openIfThere(place);
  if (handle === undefined) return refuseFile('files.not_found');
  try {
    const parts: Buffer[] = [];
    for await (const chunk of readSealed(handle, dataKey, fileId)) {
      if (chunk === undefined) return refuseFile('files.not_authentic');
      parts.push(chunk);
    }
    return { ok: true, bytes: Buffer.concat(parts) };
  } finally {
    await handle.close();
  }
}

async function sweep(incoming: string, staleAfterMs: number): Promise<void> {
  for (const name of await readdir(incoming)) {
    const found = await stat(path.join(incoming, name)).catch(() => undefined); // another process may have finished it meanwhile
    if (found !== undefined && Date.now() - found.mtimeMs >= staleAfterMs) await unlinkIfThere(path.join(incoming, name));
  }
}

function oneAtATime(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const run = last.then(work, work);
    last = run.catch(() => undefined);
    return run;
  };
}

async function openIfThere(place: string): Promise<Awaited<ReturnType<typeof open>> | undefined> {
  try {
    return await open(place, 'r');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

async function unlinkIfThere(place: string): Promise<boolean> {
  try {
    await unlink(place);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
