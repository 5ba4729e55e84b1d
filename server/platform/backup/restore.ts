import { chmod, mkdir, mkdtemp, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { giveToDatabase, makeRecoveryPlace, recoverCluster, type RecoveryPlace } from '../db/embedded/index.ts';
import { makeFolder, syncFolder, writeFrom } from './disk.ts';
import { newestTimeline, reachOf } from './log-check.ts';
import { openWhole, startFeeding } from './log-feeder.ts';
import { listBackups, listInstallations, readManifest, type Manifest } from './manifest.ts';
import { names, readName } from './object-names.ts';
import type { ObjectStore } from './object-store.ts';
import { backupRefusal } from './refusal.ts';
import { readVaultList } from './retention.ts';
import { hashing } from './seal-object.ts';
import { untar } from './tar.ts';
import { liesOn, pathOf, type Stretch } from './timeline-path.ts';
import { keptLog, type KeptLogFile } from './wal-shipping.ts';

/** What to restore, and where to. `to` is an instant (ISO text), null for everything there is. */
export type RestoreOptions = {
  readonly store: ObjectStore;
  readonly installation?: string;
  readonly identities: readonly string[];
  readonly to: string | null;
  /** the data folder to be; empty, or not there yet */
  readonly into: string;
  /** version of this program */
  readonly program: string;
  readonly postgresMajor?: number;
  readonly forTests?: boolean;
  readonly onProgress?: (what: 'database' | 'log' | 'vault', done: number, total: number) => void;
  readonly signal?: AbortSignal;
};

/** What came of it. `endedBefore`: the log ends before the moment that was asked for, and all of it was replayed. */
export type Restored = { readonly backup: Manifest; readonly lastTransactionAt: string | null; readonly endedBefore: boolean; readonly vaultFiles: number; readonly bytes: number };

/**
 * Restores an installation without its keys: the newest backup complete before the moment, the log up to it, the vault, and the newest published checkpoints of the
 * ledger. Everything is put together beside `into` under another name, checked against the manifest, recovered, stopped, and only then renamed: an interrupted restore leaves
 * nothing that looks like an installation. Refuses with the codes of contract/messages/backup.ts.
 */
export async function restore(options: RestoreOptions): Promise<Restored> {
  const { signal } = options;
  const into = resolve(options.into);
  await refuseUnlessEmpty(into);
  const chosen = await chooseBackup(options);
  await makeFolder(dirname(into));
  const draft = await mkdtemp(join(dirname(into), `.${basename(into)}-restoring-`));
  const made: string[] = [draft];
  try {
    // PostgreSQL's account must be able to pass through, as through the data folder of an ordinary start.
    await mkdir(join(draft, 'data'), { mode: 0o755 });
    await chmod(draft, 0o755);
    const data = join(draft, 'data');
    const place = makeRecoveryPlace(join(data, 'database'), options.forTests === true);
    if (!place.home.startsWith(draft)) made.push(place.home);
    const bytes = await unpackCluster(options, chosen.manifest, place);
    const vaultFiles = await unpackVault(options, chosen.manifest, join(data, 'vault'));
    await unpackLedger(options, chosen.manifest.installation, join(data, 'ledger'));
    const recovered = await recover(options, chosen, place);
    signal?.throwIfAborted();
    await rmdir(into).catch(() => undefined); // empty, as we saw; rename replaces it where this fails
    await rename(data, into);
    await syncFolder(dirname(into));
    made.splice(0, made.length, draft);
    return { backup: chosen.manifest, ...recovered, vaultFiles, bytes };
  } catch (error) {
    if (signal?.aborted) throw backupRefusal('backup.interrupted', {}, error);
    throw error;
  } finally {
    for (const folder of made) await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function refuseUnlessEmpty(folder: string): Promise<void> {
  const found = await readdir(folder).catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? [] : [String(error.code)]));
  if (found.length > 0) throw backupRefusal('backup.folder_not_empty', { folder });
}

type Chosen = { readonly manifest: Manifest; readonly kept: ReadonlyMap<string, readonly KeptLogFile[]>; readonly path: readonly Stretch[] };

/** The installation asked for, or the only one there is. */
export async function chooseInstallation(store: ObjectStore, wanted: string | undefined): Promise<string> {
  if (wanted !== undefined) return wanted;
  const found = await listInstallations(store);
  if (found.length > 1) throw backupRefusal('backup.several_installations', { target: store.place, installations: found.join(', ') });
  const [only] = found;
  if (only === undefined) throw backupRefusal('backup.none_there', { target: store.place });
  return only;
}

async function chooseBackup(options: RestoreOptions): Promise<Chosen> {
  const { store, to, identities } = options;
  const installation = await chooseInstallation(store, options.installation);
  const kept = await keptLog(store, installation);
  const path = await readPath(store, kept, identities);
  const entries = await listBackups(store, installation);
  if (entries.length === 0) throw backupRefusal('backup.none_there', { target: store.place });
  let oldest = '';
  for (const entry of entries.toReversed()) {
    const manifest = await readManifest(store, entry);
    if (!liesOn(path, manifest.timeline, manifest.stopLsn)) continue;
    oldest = manifest.endedAt;
    if (to !== null && manifest.endedAt > to) continue;
    refuseOthers(manifest, options);
    const reach = reachOf(manifest, kept, path);
    if (reach.resumes !== null && (to === null || to > reach.finishedAt)) throw backupRefusal('backup.wal_gap', { after: reach.finishedAt, resumes: reach.resumes });
    return { manifest, kept, path };
  }
  throw backupRefusal('backup.none_before', { to: to ?? '', oldest });
}

async function readPath(store: ObjectStore, kept: ReadonlyMap<string, readonly KeptLogFile[]>, identities: readonly string[]): Promise<Stretch[]> {
  const newest = newestTimeline(kept);
  const object = kept.get(`${newest.toString(16).toUpperCase().padStart(8, '0')}.history`)?.[0]?.object;
  if (object === undefined) return pathOf(newest, '');
  const parts: Buffer[] = [];
  for await (const piece of openWhole(store, object, identities)) parts.push(piece);
  return pathOf(newest, Buffer.concat(parts).toString('utf8'));
}

function refuseOthers(manifest: Manifest, { program, postgresMajor }: RestoreOptions): void {
  const found = Number.parseInt(manifest.postgres, 10);
  if (postgresMajor !== undefined && found !== postgresMajor) throw backupRefusal('backup.other_major', { found, ours: postgresMajor });
  if (isNewer(manifest.program, program)) throw backupRefusal('backup.newer_program', { found: manifest.program, ours: program });
}

/** Whether the first of two versions `1.2.3` is newer in what may change the shape of data: major and minor. */
export function isNewer(found: string, ours: string): boolean {
  const [a = [], b = []] = [found, ours].map((version) => version.split('.').map((part) => Number.parseInt(part, 10) || 0));
  return (a[0] ?? 0) !== (b[0] ?? 0) ? (a[0] ?? 0) > (b[0] ?? 0) : (a[1] ?? 0) > (b[1] ?? 0);
}

/** Every archive of the backup, each file compared with the manifest as it is written. */
async function unpackCluster({ store, identities, onProgress, signal }: RestoreOptions, manifest: Manifest, place: RecoveryPlace): Promise<number> {
  if (place.binaries.major !== Number.parseInt(manifest.postgres, 10)) throw backupRefusal('backup.other_major', { found: Number.parseInt(manifest.postgres, 10), ours: place.binaries.major });
  const total = manifest.parts.reduce((sum, part) => sum + part.files.reduce((bytes, file) => bytes + file.bytes, 0), 0);
  let done = 0;
  const folders = new Set<string>();
  for (const folder of manifest.emptyFolders) await mkdir(join(place.cluster, safePath(folder)), { recursive: true, mode: 0o700 });
  for (const part of manifest.parts) {
    const expected = new Map(part.files.map((file) => [file.path, file]));
    for await (const file of untar(openWhole(store, part.object, identities), part.object)) {
      signal?.throwIfAborted();
      const known = expected.get(file.path);
      const target = join(place.cluster, safePath(file.path));
      if (!folders.has(dirname(target))) folders.add(await madeFolder(dirname(target)));
      const hashed = hashing(file.content);
      await writeFrom(target, hashed.stream, false); // PostgreSQL syncs them all before it recovers (recovery_init_sync_method)
      if (known?.sha256 !== hashed.hex()) throw backupRefusal('backup.damaged', { name: part.object, reason: `${file.path} is not what the manifest says` });
      expected.delete(file.path);
      onProgress?.('database', (done += file.bytes), total);
    }
    const [absent] = expected.keys();
    if (absent !== undefined) throw backupRefusal('backup.damaged', { name: part.object, reason: `${absent} is not in it` });
  }
  giveToDatabase(place, place.cluster);
  return done;
}

async function madeFolder(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/** An archive says where its files go: never outside of the folder. */
function safePath(path: string): string {
  if (path.startsWith('/') || path.split('/').some((part) => part === '..' || part === '')) throw backupRefusal('backup.damaged', { name: path, reason: 'it leads out of the folder' });
  return path;
}

/** Everything the store has of the vault: a file without its row does no harm, a row without its file would. What the backup names must be there. */
async function unpackVault({ store, identities, onProgress, signal }: RestoreOptions, manifest: Manifest, vault: string): Promise<number> {
  const needed = new Set((await readVaultList(store, manifest.vaultList.object)).map(({ object }) => object));
  let [count, bytes] = [0, 0];
  await mkdir(vault, { recursive: true, mode: 0o700 });
  for await (const object of store.list(names.vaultFolder(manifest.installation))) {
    const named = readName(object.name);
    if (named?.kind !== 'vault') continue;
    signal?.throwIfAborted();
    const folder = join(vault, named.key.slice(0, 2));
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFrom(join(folder, named.key), openWhole(store, object.name, identities));
    needed.delete(object.name);
    count += 1;
    onProgress?.('vault', (bytes += object.bytes), Math.max(bytes, manifest.vaultList.bytes));
  }
  const [absent] = needed;
  if (absent !== undefined) throw backupRefusal('backup.object_missing', { name: absent });
  return count;
}

/** The newest published checkpoints, not those of the moment: by them the restored server sees that its log fell behind. */
async function unpackLedger({ store, identities }: RestoreOptions, installation: string, ledger: string): Promise<void> {
  let newest: string | null = null;
  for await (const { name } of store.list(names.ledgerFolder(installation))) if (readName(name)?.kind === 'ledger') newest = name;
  if (newest === null) return;
  await mkdir(ledger, { recursive: true, mode: 0o700 });
  for await (const file of untar(openWhole(store, newest, identities), newest)) {
    const target = join(ledger, safePath(file.path));
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await writeFrom(target, file.content);
  }
}

async function recover(options: RestoreOptions, { manifest, kept }: Chosen, place: RecoveryPlace): Promise<{ lastTransactionAt: string | null; endedBefore: boolean }> {
  const { store, identities, to, signal } = options;
  const feeder = await startFeeding(place, store, identities, kept, manifest.segmentBytes, (count) => options.onProgress?.('log', count, 0));
  try {
    const recovery = { place, restoreCommand: feeder.command, forTests: options.forTests === true, ...(signal ? { signal } : {}) };
    const first = await recoverCluster({ ...recovery, until: to });
    if (first.ok) return { lastTransactionAt: first.lastTransactionAt, endedBefore: false };
    // The log ends before the moment: everything that it holds is older than it, and belongs to what was asked for.
    const second = first.endedBefore ? await recoverCluster({ ...recovery, until: null }) : first;
    if (second.ok) return { lastTransactionAt: second.lastTransactionAt, endedBefore: true };
    await feeder.stop(); // throws the true reason, if it was an object of the store
    throw backupRefusal('backup.not_recovered', { reason: second.reason, log: place.log });
  } finally {
    await feeder.stop();
  }
}
