import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Recipients } from './age-file.ts';
import { codeOf, ifThere } from './disk.ts';
import { names, readName } from './object-names.ts';
import type { ObjectStore } from './object-store.ts';
import { sealObject } from './seal-object.ts';

/** Ships files of the vault that the store does not have yet. Files there never change, so a name is enough to know one. */
export type VaultShipping = {
  /** Looks into every folder that changed since the last time, and ships what is new; answers how many. */
  ship(signal?: AbortSignal): Promise<number>;
};

/** For the vault in `root`; remembers names between calls (about 100 bytes for each file). */
export function vaultShipping(root: string, store: ObjectStore, installation: string, recipients: Recipients, onFile: (bytes: number) => void = () => undefined): VaultShipping {
  const seen = new Map<string, number>();
  let kept: Set<string> | null = null;
  async function shipOne(folder: string, name: string, signal: AbortSignal | undefined): Promise<boolean> {
    try {
      const object = await sealObject(store, recipients, names.vault(installation, name), createReadStream(join(folder, name)) as AsyncIterable<Uint8Array>, signal);
      onFile(object.bytes);
      return true;
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return false; // erased in this moment: nothing to keep
      throw error;
    }
  }
  return {
    async ship(signal) {
      kept ??= await keptNames(store, installation);
      let shipped = 0;
      for (const first of await vaultFolders(root)) {
        const folder = join(root, first);
        const changed = (await ifThere(stat(folder)))?.mtimeMs ?? 0;
        if (seen.get(first) === changed) continue;
        for (const name of await readdir(folder)) {
          if (kept.has(name)) continue;
          signal?.throwIfAborted();
          if (await shipOne(folder, name, signal)) {
            kept.add(name);
            shipped += 1;
          }
        }
        // A folder changed within the clock's own step may change again without showing it: it is looked into once more.
        if (Date.now() - changed > 2_000) seen.set(first, changed);
      }
      return shipped;
    },
  };
}

/** The two-letter folders of a vault; none where nothing was ever uploaded. */
export async function vaultFolders(root: string): Promise<string[]> {
  return ((await ifThere(readdir(root))) ?? []).filter((name) => /^[0-9a-f]{2}$/.test(name)).sort();
}

async function keptNames(store: ObjectStore, installation: string): Promise<Set<string>> {
  const kept = new Set<string>();
  for await (const { name } of store.list(names.vaultFolder(installation))) {
    const named = readName(name);
    if (named?.kind === 'vault') kept.add(named.key);
  }
  return kept;
}
