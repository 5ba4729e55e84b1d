import { createHash } from 'node:crypto';
import { wholeOf } from './byte-reader.ts';
import { instantOf, names, readName, type NamedObject } from './object-names.ts';
import type { ObjectStore } from './object-store.ts';
import { backupRefusal } from './refusal.ts';
import { keepObject } from './seal-object.ts';

/** One file of the database's folder in a backup; `sha256` is of the bytes as they were read. */
export type ClusterFile = { readonly path: string; readonly bytes: number; readonly sha256: string };

/** One archive of a backup: its object and what lies in it, in order. */
export type BackupPart = { readonly object: string; readonly bytes: number; readonly files: readonly ClusterFile[] };

/**
 * What a backup consists of. Not encrypted, so that a store can be checked and tidied without a key: it holds names, sizes and hashes, and of the city nothing.
 * Log positions are PostgreSQL's (`X/X`); `endedAt` is when the copy of the database was whole; `checkpoint` is the newest published checkpoint of the ledger at that moment.
 */
export type Manifest = {
  readonly v: 1;
  readonly id: string;
  readonly installation: string;
  readonly program: string;
  readonly postgres: string;
  readonly timeline: number;
  readonly segmentBytes: number;
  readonly startLsn: string;
  readonly stopLsn: string;
  readonly startedAt: string;
  readonly endedAt: string;
  readonly recipients: readonly string[];
  readonly checkpoint: string | null;
  readonly parts: readonly BackupPart[];
  readonly emptyFolders: readonly string[];
  readonly vaultList: { readonly object: string; readonly files: number; readonly bytes: number };
};

/** Writes the manifest, which makes the backup one. */
export async function keepManifest(store: ObjectStore, manifest: Manifest): Promise<void> {
  const text = Buffer.from(`${JSON.stringify(manifest)}\n`);
  await keepObject(store, names.manifest(manifest.installation, manifest.id), once(text));
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer, void, void> {
  yield bytes;
}

/** A whole backup in a store, by its manifest's name alone. */
export type BackupEntry = { readonly id: string; readonly installation: string; readonly manifest: string; readonly startedAt: string };

/** Every whole backup, the oldest first. */
export async function listBackups(store: ObjectStore, installation: string): Promise<BackupEntry[]> {
  const found: BackupEntry[] = [];
  for await (const { name } of store.list(names.base(installation))) {
    const named = readName(name);
    if (named?.kind === 'manifest') found.push({ id: named.key, installation, manifest: name, startedAt: instantOf(named.key) });
  }
  return found;
}

/** Reads and checks a manifest. Throws `backup.damaged` where its hash is not that of its name. */
export async function readManifest(store: ObjectStore, entry: BackupEntry): Promise<Manifest> {
  const bytes = await wholeOf(store.open(entry.manifest));
  const named: NamedObject | null = readName(entry.manifest);
  if (createHash('sha256').update(bytes).digest('hex') !== named?.sha256) throw backupRefusal('backup.damaged', { name: entry.manifest, reason: 'its hash is not that of its name' });
  return JSON.parse(bytes.toString('utf8')) as Manifest;
}

/** The installations that a store holds anything of. */
export async function listInstallations(store: ObjectStore): Promise<string[]> {
  const found = new Set<string>();
  for await (const { name } of store.list('')) {
    const installation = readName(name)?.installation;
    if (installation !== undefined) found.add(installation);
  }
  return [...found];
}
