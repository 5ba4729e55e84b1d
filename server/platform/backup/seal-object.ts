import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { sealed, type Recipients } from './age-file.ts';
import { ifThere } from './disk.ts';
import type { ObjectStore, SpoolFile } from './object-store.ts';
import { backupRefusal } from './refusal.ts';

/** An object as it lies in a store. Its name holds the SHA-256 of its bytes, so that anybody can check it without a key. */
export type KeptObject = { readonly name: string; readonly bytes: number; readonly sha256: string };

/**
 * Puts a stream into the store under a name made from the hash of what is stored: written to the spool first, put, and read back. Throws what the source
 * and the store throw, and `backup.not_verified`; then nothing is kept under that name, or it is removed again.
 */
export async function keepObject(store: ObjectStore, nameFor: (sha256: string) => string, source: AsyncIterable<Uint8Array>, signal?: AbortSignal): Promise<KeptObject> {
  const file = await spool(store.spoolFolder, source, signal);
  try {
    const name = nameFor(file.sha256);
    await store.put(name, file);
    if ((await hashOf(store.open(name))) !== file.sha256) {
      await store.remove(name);
      throw backupRefusal('backup.not_verified', { name });
    }
    return { name, bytes: file.bytes, sha256: file.sha256 };
  } finally {
    await rm(file.path, { force: true });
  }
}

/** As `keepObject`, encrypted to the recipients. */
export function sealObject(store: ObjectStore, recipients: Recipients, nameFor: (sha256: string) => string, source: AsyncIterable<Uint8Array>, signal?: AbortSignal): Promise<KeptObject> {
  return keepObject(store, nameFor, sealed(source, recipients), signal);
}

async function spool(folder: string, source: AsyncIterable<Uint8Array>, signal: AbortSignal | undefined): Promise<SpoolFile> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, `${randomUUID()}.part`);
  const hash = createHash('sha256');
  let bytes = 0;
  const handle = await open(path, 'wx', 0o600);
  try {
    for await (const piece of source) {
      signal?.throwIfAborted();
      hash.update(piece);
      bytes += piece.byteLength;
      await handle.writeFile(piece); // goes on where the last one ended, and writes all of it
    }
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
  return { path, bytes, sha256: hash.digest('hex') };
}

/** Removes files that a killed process left in the spool: nothing is written to one for an hour and still wanted. */
export async function sweepSpool(folder: string): Promise<void> {
  for (const name of (await ifThere(readdir(folder))) ?? []) {
    const found = await ifThere(stat(join(folder, name)));
    if (found && Date.now() - found.mtimeMs > 3_600_000) await rm(join(folder, name), { force: true });
  }
}

/** SHA-256 of a stream, in hex. */
export async function hashOf(source: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of source) hash.update(piece);
  return hash.digest('hex');
}

/** Passes a stream through and hashes what passes; `hex()` when it has ended. */
export function hashing(source: AsyncIterable<Uint8Array>): { readonly stream: AsyncIterable<Uint8Array>; hex(): string; bytes(): number } {
  const hash = createHash('sha256');
  let bytes = 0;
  const stream = (async function* () {
    for await (const piece of source) {
      hash.update(piece);
      bytes += piece.byteLength;
      yield piece;
    }
  })();
  return { stream, hex: () => hash.digest('hex'), bytes: () => bytes };
}

/** Compressed as gzip (RFC 1952), at the level that a disk keeps up with. */
export async function* gzipped(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer, void, void> {
  yield* through(source, createGzip({ level: 1 }));
}

/** Uncompressed again; a stream that is not gzip, or is cut off, throws `backup.damaged` with that name. */
export async function* gunzipped(source: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Buffer, void, void> {
  try {
    yield* through(source, createGunzip());
  } catch (error) {
    if (error instanceof Error && /^Z_/.test(String((error as NodeJS.ErrnoException).code ?? ''))) throw backupRefusal('backup.damaged', { name, reason: error.message }, error);
    throw error;
  }
}

async function* through(source: AsyncIterable<Uint8Array>, transform: NodeJS.ReadWriteStream & AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, void> {
  const running = pipeline(Readable.from(source, { objectMode: false }), transform);
  running.catch(() => undefined); // the reader below gets the same error
  yield* transform as AsyncIterable<Buffer>;
  await running;
}
