import { segmentAt } from './log-position.ts';
import { newestTimeline, reachOf } from './log-check.ts';
import { checked, openWhole } from './log-feeder.ts';
import { listBackups, readManifest, type Manifest } from './manifest.ts';
import { names, readName } from './object-names.ts';
import type { ObjectStore } from './object-store.ts';
import { isBackupRefusal, reasonIn } from './refusal.ts';
import { readVaultList } from './retention.ts';
import { hashing } from './seal-object.ts';
import { untar } from './tar.ts';
import { pathOf } from './timeline-path.ts';
import { keptLog } from './wal-shipping.ts';

/** One thing that is wrong: the object, and what about it. */
export type BackupFault = { readonly name: string; readonly reason: string };

/** What a check of a store found. `bases` counts backups that are whole. */
export type BackupCheck = { readonly objects: number; readonly bytes: number; readonly bases: number; readonly decrypted: boolean; readonly faults: readonly BackupFault[] };

/**
 * Reads every object of an installation: its hash must be the one of its name; with identities it must also decrypt and unpack, and every file of the database be what its
 * manifest says. Looks too for what is missing: parts and vault objects that a manifest names, and gaps in the log after the oldest backup. Throws nothing but a store that cannot be read.
 */
export async function verifyStore(store: ObjectStore, installation: string, identities: readonly string[], onProgress: (done: number, name: string) => void = () => undefined, signal?: AbortSignal): Promise<BackupCheck> {
  const faults: BackupFault[] = [];
  const present = new Set<string>();
  const note = (name: string, error: unknown): void => void faults.push({ name, reason: isBackupRefusal(error) && 'reason' in error.params ? String(error.params.reason) : reasonIn(error) });
  let bytes = 0;
  const parts = new Map<string, Manifest['parts'][number]>();
  const manifests: Manifest[] = [];
  for (const entry of await listBackups(store, installation)) {
    const manifest = await readManifest(store, entry).catch((error: unknown) => note(entry.manifest, error));
    if (!manifest) continue;
    manifests.push(manifest);
    for (const part of manifest.parts) parts.set(part.object, part);
  }
  for await (const object of store.list(`${installation}/`)) {
    signal?.throwIfAborted();
    present.add(object.name);
    bytes += object.bytes;
    const named = readName(object.name);
    if (named === null) note(object.name, new Error('it is none of a backup'));
    else if (named.kind !== 'manifest') await verifyObject(store, object.name, named.sha256, identities, parts.get(object.name)).catch((error: unknown) => note(object.name, error));
    onProgress(bytes, object.name);
  }
  for (const manifest of manifests) await findMissing(store, manifest, present, note);
  await findGaps(store, installation, manifests, identities, note);
  return { objects: present.size, bytes, bases: manifests.length, decrypted: identities.length > 0, faults };
}

async function verifyObject(store: ObjectStore, name: string, sha256: string, identities: readonly string[], part: Manifest['parts'][number] | undefined): Promise<void> {
  if (identities.length === 0 && name.endsWith('.age')) {
    for await (const _ of checked(store.open(name), name, sha256)) continue;
    return;
  }
  const content = openWhole(store, name, identities);
  if (!part) {
    for await (const _ of content) continue;
    return;
  }
  const expected = new Map(part.files.map((file) => [file.path, file.sha256]));
  for await (const file of untar(content, name)) {
    const hashed = hashing(file.content);
    for await (const _ of hashed.stream) continue;
    if (expected.get(file.path) !== hashed.hex()) throw new Error(`${file.path} is not what the manifest says`);
    expected.delete(file.path);
  }
  const [absent] = expected.keys();
  if (absent !== undefined) throw new Error(`${absent} is not in it`);
}

type Note = (name: string, error: unknown) => void;

async function findMissing(store: ObjectStore, manifest: Manifest, present: ReadonlySet<string>, note: Note): Promise<void> {
  const missing = (name: string): void => note(name, new Error('it is missing'));
  for (const { object } of manifest.parts) if (!present.has(object)) missing(object);
  if (!present.has(manifest.vaultList.object)) return missing(manifest.vaultList.object);
  const listed = await readVaultList(store, manifest.vaultList.object).catch(() => []); // its damage is noted already
  for (const { object } of listed) if (!present.has(object)) missing(object);
}

/** From each backup the log must go on without a gap, at least to the end of that backup. */
async function findGaps(store: ObjectStore, installation: string, manifests: readonly Manifest[], identities: readonly string[], note: Note): Promise<void> {
  const kept = await keptLog(store, installation);
  const newest = newestTimeline(kept);
  const history = kept.get(`${newest.toString(16).toUpperCase().padStart(8, '0')}.history`)?.[0]?.object;
  let text = '';
  // Without an identity the way over several timelines cannot be read; each backup is then followed on its own.
  if (history !== undefined && identities.length > 0) for await (const piece of openWhole(store, history, identities)) text += piece.toString('utf8');
  const said = new Set<string>();
  for (const manifest of manifests) {
    const path = text !== '' && pathOf(newest, text).some(({ timeline }) => timeline === manifest.timeline) ? pathOf(newest, text) : pathOf(manifest.timeline, '');
    const reach = reachOf(manifest, kept, path);
    const stop = segmentAt(manifest.stopLsn, manifest.segmentBytes);
    const where = `${names.walFolder(installation)}${reach.lastFile || `(segment ${stop})`}`;
    if ((reach.resumes !== null || reach.lastFile === '') && !said.has(where)) {
      said.add(where);
      note(where, new Error(reach.resumes === null ? 'the log of the backup is missing' : `after it the log has a gap; it resumes at ${reach.resumes}`));
    }
  }
}
