import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Recipients } from './age-file.ts';
import { ifThere } from './disk.ts';
import { names } from './object-names.ts';
import type { ObjectStore } from './object-store.ts';
import { gzipped, sealObject } from './seal-object.ts';
import { tarOf, type TarEntry } from './tar.ts';

/** How many of them a store keeps: the newest counts, the others are for a store that loses one. */
const keptCopies = 3;

/**
 * Ships the folder of published checkpoints as often as it changes. A restored database is older than what was published; with the newest checkpoint beside it the
 * server sees that, and signs nothing (restore rule, facts/ledger §3.5).
 */
export function ledgerShipping(folder: string, store: ObjectStore, installation: string, recipients: Recipients): { ship(): Promise<boolean> } {
  let shippedState = '';
  return {
    async ship() {
      const files = await filesBelow(folder);
      const state = JSON.stringify(files);
      if (files.length === 0 || state === shippedState) return false;
      await sealObject(store, recipients, names.ledger(installation, new Date()), gzipped(tarOf(entriesOf(folder, files))));
      shippedState = state;
      const all: string[] = [];
      for await (const { name } of store.list(names.ledgerFolder(installation))) all.push(name);
      for (const name of all.slice(0, -keptCopies)) await store.remove(name);
      return true;
    },
  };
}

type Found = { readonly path: string; readonly bytes: number; readonly modifiedAt: number };

async function filesBelow(folder: string): Promise<Found[]> {
  const found: Found[] = [];
  for (const entry of (await ifThere(readdir(folder, { recursive: true, withFileTypes: true }))) ?? []) {
    if (!entry.isFile()) continue;
    const place = join(entry.parentPath, entry.name);
    const state = await ifThere(stat(place));
    if (state) found.push({ path: relative(folder, place), bytes: state.size, modifiedAt: state.mtimeMs });
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

async function* entriesOf(folder: string, files: readonly Found[]): AsyncGenerator<TarEntry, void, void> {
  for (const { path, modifiedAt } of files) {
    // Whole, and counted as read: a checkpoint is replaced by a newer one at any moment, and half of two is none.
    const content = await ifThere(readFile(join(folder, path)));
    if (content) yield { path, bytes: content.length, modifiedAt: new Date(modifiedAt), async *content() { yield content; } };
  }
}

/** Text of the newest published checkpoint of the log of facts, for the manifest; null where none was published. */
export async function newestCheckpoint(folder: string): Promise<string | null> {
  const files = await filesBelow(folder);
  const newest = files.filter(({ path, bytes }) => /^cases.*\.checkpoint$/.test(path) && bytes < 65_536).sort((a, b) => b.modifiedAt - a.modifiedAt)[0];
  return newest ? ((await ifThere(readFile(join(folder, newest.path), 'utf8'))) ?? null) : null;
}
