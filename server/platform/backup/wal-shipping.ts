import { createReadStream } from 'node:fs';
import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Recipients } from './age-file.ts';
import { ifThere } from './disk.ts';
import { names, readName } from './object-names.ts';
import type { ObjectStore } from './object-store.ts';
import { gzipped, sealObject } from './seal-object.ts';

/** A finished file of the database's log that waits in the archive folder. */
export type WaitingFile = { readonly file: string; readonly bytes: number; readonly finishedAt: Date };

/** What waits in the archive folder, the oldest first. Files that the archiver is still writing have other names. */
export async function waitingFiles(archive: string): Promise<WaitingFile[]> {
  const waiting: WaitingFile[] = [];
  for (const file of (await ifThere(readdir(archive))) ?? []) {
    if (/^[0-9A-F]{24}\.([0-9A-F]{8}\.backup|partial)$/.test(file)) await rm(join(archive, file), { force: true }); // what our manifest says better, and a stretch of a branch that was left
    if (!/^[0-9A-F]{24}$|^[0-9A-F]{8}\.history$/.test(file)) continue;
    const found = await ifThere(stat(join(archive, file)));
    if (found) waiting.push({ file, bytes: found.size, finishedAt: found.mtime });
  }
  return waiting.sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** Ships one finished file of the log from `folder`. */
export async function shipLogFile(folder: string, { file, finishedAt }: WaitingFile, store: ObjectStore, installation: string, recipients: Recipients, signal?: AbortSignal): Promise<void> {
  await sealObject(store, recipients, names.wal(installation, file, finishedAt), gzipped(createReadStream(join(folder, file)) as AsyncIterable<Uint8Array>), signal);
}

/** Ships what waits and takes each file out of the archive once the store has it and gave it back unchanged. */
export async function shipWaiting(archive: string, waiting: readonly WaitingFile[], store: ObjectStore, installation: string, recipients: Recipients, signal?: AbortSignal): Promise<number> {
  for (const one of waiting) {
    signal?.throwIfAborted();
    await shipLogFile(archive, one, store, installation, recipients, signal);
    await rm(join(archive, one.file), { force: true });
  }
  return waiting.length;
}

/** An object of the log in a store. */
export type KeptLogFile = { readonly object: string; readonly file: string; readonly finishedAt: string };

/** Every kept file of the log by its name; where two objects hold the same file, both. */
export async function keptLog(store: ObjectStore, installation: string): Promise<Map<string, KeptLogFile[]>> {
  const kept = new Map<string, KeptLogFile[]>();
  for await (const { name } of store.list(names.walFolder(installation))) {
    const named = readName(name);
    if (named?.kind !== 'wal') continue;
    kept.set(named.key, [...(kept.get(named.key) ?? []), { object: name, file: named.key, finishedAt: named.stamp }]);
  }
  return kept;
}
