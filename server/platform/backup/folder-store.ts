import { createReadStream } from 'node:fs';
import { copyFile, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { codeOf, ifThere, makeFolder, syncFolder } from './disk.ts';
import type { ObjectStore, SpoolFile, StoredObject } from './object-store.ts';
import { backupRefusal, reasonIn } from './refusal.ts';

/** Files on their way in; never listed. */
const incomingName = '.incoming';

/** A store in a folder, for instance another disk or a mounted share. A name appears only when the file is whole and on the disk (C-DU-3). */
export function folderStore(root: string): ObjectStore {
  const incoming = join(root, incomingName);
  async function put(name: string, file: SpoolFile): Promise<void> {
    const place = join(root, name);
    try {
      await makeFolder(dirname(place));
      const own = dirname(file.path) === incoming ? file.path : join(incoming, basename(file.path));
      if (own !== file.path) {
        await mkdir(incoming, { recursive: true, mode: 0o700 });
        await copyFile(file.path, own);
      }
      await syncFile(own);
      await rename(own, place);
      await syncFolder(dirname(place));
    } catch (error) {
      throw backupRefusal('backup.store_failed', { name, reason: reasonIn(error) }, error);
    }
  }
  async function* open_(name: string): AsyncGenerator<Uint8Array, void, void> {
    try {
      yield* createReadStream(join(root, name)) as AsyncIterable<Uint8Array>;
    } catch (error) {
      if (codeOf(error) === 'ENOENT') throw backupRefusal('backup.object_missing', { name }, error);
      throw backupRefusal('backup.store_failed', { name, reason: reasonIn(error) }, error);
    }
  }
  return { place: root, spoolFolder: incoming, put, open: open_, list: (prefix) => list(root, prefix), remove: (name) => rm(join(root, name), { force: true }) };
}

async function syncFile(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Walks only the folders that the prefix can lie in. */
async function* list(root: string, prefix: string, folder = ''): AsyncGenerator<StoredObject, void, void> {
  const entries = (await ifThere(readdir(join(root, folder), { withFileTypes: true }))) ?? [];
  // As an object store sorts: a folder counts with the slash behind its name.
  const names = entries.map((entry) => ({ isFolder: entry.isDirectory(), name: `${folder}${entry.name}${entry.isDirectory() ? '/' : ''}` })).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const { name, isFolder } of names) {
    if (name.startsWith(`${incomingName}/`)) continue;
    if (isFolder) {
      if (name.startsWith(prefix) || prefix.startsWith(name)) yield* list(root, prefix, name);
    } else if (name.startsWith(prefix)) {
      const found = await ifThere(stat(join(root, name)));
      if (found) yield { name, bytes: found.size, storedAt: found.mtime };
    }
  }
}
