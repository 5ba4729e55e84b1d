import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { wholeOf } from './byte-reader.ts';
import { ifThere } from './disk.ts';
import { readSegmentName, segmentAt } from './log-position.ts';
import { listBackups, readManifest, type BackupEntry, type Manifest } from './manifest.ts';
import { names, readName } from './object-names.ts';
import type { ObjectStore } from './object-store.ts';
import { gunzipped } from './seal-object.ts';
import { vaultFolders } from './vault-shipping.ts';

/** How long backups are kept: all younger than `days`, and never fewer than the newest `count`. Days are short because destroyed keys must not return (C-PR-4: at most 35). */
export type Keeping = { readonly days: number; readonly count: number };

/** Which of the backups, the oldest first, are over their time at `now`. */
export function outdated(backups: readonly BackupEntry[], keeping: Keeping, now: Date): BackupEntry[] {
  const from = new Date(now.getTime() - keeping.days * 86_400_000).toISOString();
  // The newest one before the border stays too: without it the first kept days could not be restored.
  const firstKept = backups.findIndex(({ startedAt }) => startedAt >= from);
  const byAge = firstKept < 0 ? backups.length : Math.max(0, firstKept - 1);
  return backups.slice(0, Math.max(0, Math.min(byAge, backups.length - Math.max(1, keeping.count))));
}

/**
 * Removes backups whose time is over, then the log and the vault's objects that no kept backup needs. The manifest goes first: what is half removed is no backup any
 * more. Answers how many backups were removed.
 */
export async function removeOutdated(store: ObjectStore, installation: string, vault: string, keeping: Keeping, now: Date): Promise<number> {
  const backups = await listBackups(store, installation);
  const gone = outdated(backups, keeping, now);
  if (gone.length === 0) return 0;
  for (const { id, manifest } of gone) {
    await store.remove(manifest);
    for (const name of await namesOf(store, names.base(installation, id))) await store.remove(name);
  }
  const kept = await Promise.all(backups.slice(gone.length).map((entry) => readManifest(store, entry)));
  await removeLog(store, installation, kept);
  await removeErased(store, installation, vault, kept);
  return gone.length;
}

async function namesOf(store: ObjectStore, prefix: string): Promise<string[]> {
  const found: string[] = [];
  for await (const { name } of store.list(prefix)) found.push(name);
  return found;
}

/** Segments before the first one that the oldest kept backup needs; histories of timelines stay for ever, they are a few bytes. */
async function removeLog(store: ObjectStore, installation: string, kept: readonly Manifest[]): Promise<void> {
  const needed = kept.map(({ startLsn, segmentBytes }) => ({ segmentBytes, segment: segmentAt(startLsn, segmentBytes) })).sort((a, b) => (a.segment < b.segment ? -1 : 1))[0];
  if (!needed) return;
  for (const name of await namesOf(store, names.walFolder(installation))) {
    const read = readSegmentName(readName(name)?.key ?? '', needed.segmentBytes);
    if (read && read.segment < needed.segment) await store.remove(name);
  }
}

/** Objects of files that were erased: not in the vault, in no kept list, and put there before the oldest kept backup, which would otherwise list them. */
async function removeErased(store: ObjectStore, installation: string, vault: string, kept: readonly Manifest[]): Promise<void> {
  const oldest = kept.map(({ startedAt }) => startedAt).sort()[0];
  if (oldest === undefined) return;
  const candidates = new Set<string>();
  const here = new Set<string>();
  for (const first of await vaultFolders(vault)) for (const name of (await ifThere(readdir(join(vault, first)))) ?? []) here.add(name);
  for await (const { name, storedAt } of store.list(names.vaultFolder(installation))) {
    const named = readName(name);
    if (named?.kind === 'vault' && !here.has(named.key) && storedAt.toISOString() < oldest) candidates.add(name);
  }
  for (const { vaultList } of kept) for (const { object } of await readVaultList(store, vaultList.object)) candidates.delete(object);
  for (const name of candidates) await store.remove(name);
}

/** The objects a backup's list of the vault names. */
export async function readVaultList(store: ObjectStore, object: string): Promise<{ readonly object: string; readonly bytes: number }[]> {
  const text = (await wholeOf(gunzipped(store.open(object), object))).toString('utf8');
  return text.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as { object: string; bytes: number });
}
