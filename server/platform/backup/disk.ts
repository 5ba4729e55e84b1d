import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Writes the folder's list of names to the disk, so that a new or renamed file survives a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes a folder and those above it, closed to others, each new one safe from a power cut. */
export async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true, mode: 0o700 });
  for (let made = folder; first !== undefined && made.length >= first.length; made = dirname(made)) await syncFolder(dirname(made));
}

/** The code of an operating system's error, or an empty text. */
export function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException | null)?.code ?? '';
}

/** Null where there is no such file. */
export async function ifThere<T>(work: Promise<T>): Promise<T | null> {
  return work.catch((error: unknown) => (codeOf(error) === 'ENOENT' ? null : Promise.reject(error instanceof Error ? error : new Error(String(error)))));
}

/** Writes a stream into a new file (0600); with `flush` it is on the disk when this resolves. Cheaper than a stream of Node's for the thousand small files of a database. */
export async function writeFrom(path: string, source: AsyncIterable<Uint8Array>, flush = true): Promise<void> {
  const handle = await open(path, 'wx', 0o600);
  try {
    for await (const piece of source) await handle.writeFile(piece);
    if (flush) await handle.sync();
  } finally {
    await handle.close();
  }
}
