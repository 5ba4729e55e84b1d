import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { connectOwner, type Owner, type OwnerConnection } from '../db/owner.ts';
import type { Recipients } from './age-file.ts';
import { controlFile, listCluster } from './cluster-files.ts';
import { factsOf, type DatabaseFacts } from './database-facts.ts';
import { codeOf, ifThere } from './disk.ts';
import { ledgerShipping, newestCheckpoint } from './ledger-shipping.ts';
import { segmentAt, segmentBefore, segmentName } from './log-position.ts';
import { keepManifest, listBackups, type BackupPart, type ClusterFile, type Manifest } from './manifest.ts';
import { names, readName, stampOf } from './object-names.ts';
import type { ObjectStore } from './object-store.ts';
import { backupRefusal } from './refusal.ts';
import { gzipped, keepObject, sealObject, sweepSpool } from './seal-object.ts';
import { tarOf, type TarEntry } from './tar.ts';
import { vaultFolders, vaultShipping } from './vault-shipping.ts';
import { keptLog, shipLogFile } from './wal-shipping.ts';

/** What is backed up. `connection` is the owner's, to the running embedded database; `vault` and `ledger` are folders that need not exist. */
export type BackupSource = { readonly connection: OwnerConnection; readonly vault: string; readonly ledger: string; readonly program: string };

/** How far it is: bytes read of those known to come. */
export type BackupProgress = (what: 'database' | 'log' | 'vault', done: number, total: number) => void;

/** What a backup came to. */
export type MadeBackup = { readonly manifest: Manifest; readonly bytes: number; readonly newVaultFiles: number };

/** One archive is closed when it holds this much; a single file of the database is at most 1 GiB. */
const partBytes = 256 * 1024 * 1024;

/**
 * Takes a base backup while everything runs: pg_backup_start, every file, pg_backup_stop, the log between, what is new in the vault, and at the very end
 * the manifest, without which nothing of it counts as a backup. Nothing passes through memory whole. Refuses `backup.already_running`, `backup.tablespaces`, and what the store refuses.
 */
export async function makeBackup(source: BackupSource, store: ObjectStore, recipients: Recipients, onProgress: BackupProgress = () => undefined, signal?: AbortSignal): Promise<MadeBackup> {
  const owner = await connectOwner(source.connection);
  try {
    const { rows } = await owner.query<{ free: boolean }>(`select pg_try_advisory_lock(hashtext('yimen.backup')) as free`);
    if (rows[0]?.free !== true) throw backupRefusal('backup.already_running');
    return await take(owner, source, store, recipients, onProgress, signal);
  } finally {
    await owner.end(); // gives the lock and the slot free, and ends a backup that was begun
  }
}

async function take(owner: Owner, source: BackupSource, store: ObjectStore, recipients: Recipients, onProgress: BackupProgress, signal?: AbortSignal): Promise<MadeBackup> {
  const facts = await factsOf(owner);
  const { installation } = facts;
  const startedAt = new Date();
  const id = stampOf(startedAt);
  await sweepUnfinished(store, installation);
  // The log of the backup must not be recycled before it is copied.
  await owner.query(`select pg_create_physical_replication_slot('yimen_backup_' || pg_backend_pid(), true, true)`);
  const started = await owner.query<{ lsn: string }>(`select pg_backup_start($1, true) as lsn`, [`yimen ${id}`]);
  const startLsn = started.rows[0]?.lsn ?? '';
  const { parts, emptyFolders } = await shipCluster(facts, id, store, recipients, onProgress, signal);
  const control = await readControl(join(facts.folder, controlFile));
  const stopped = await owner.query<{ lsn: string; label: string; spaces: string }>(`select lsn::text as lsn, labelfile as label, spcmapfile as spaces from pg_backup_stop(false)`);
  const endedAt = new Date().toISOString(); // from here on it can be restored to any moment, however long the vault still takes
  const { lsn: stopLsn, label, spaces } = stopped.rows[0] ?? { lsn: '', label: '', spaces: '' };
  if (spaces.trim() !== '') throw backupRefusal('backup.tablespaces');
  parts.push(await shipPart(store, recipients, installation, id, parts.length + 1, memoryEntries({ [controlFile]: control, backup_label: Buffer.from(label) }), signal));
  await shipLog(facts, startLsn, stopLsn, store, recipients, onProgress, signal);
  // After the database: then every row of it finds its file.
  let vaultBytes = 0;
  const newVaultFiles = await vaultShipping(source.vault, store, installation, recipients, (bytes) => onProgress('vault', (vaultBytes += bytes), 0)).ship(signal);
  await ledgerShipping(source.ledger, store, installation, recipients).ship();
  const manifest: Manifest = {
    v: 1, id, installation, program: source.program, postgres: facts.postgres, timeline: facts.timeline, segmentBytes: facts.segmentBytes, startLsn, stopLsn,
    startedAt: startedAt.toISOString(), endedAt, recipients, checkpoint: await newestCheckpoint(source.ledger), parts, emptyFolders,
    vaultList: await keepVaultList(store, installation, id, source.vault),
  };
  signal?.throwIfAborted();
  await keepManifest(store, manifest);
  return { manifest, bytes: parts.reduce((sum, part) => sum + part.bytes, 0), newVaultFiles };
}

/** What an interrupted backup left: it has no manifest, and since we hold the lock nobody is writing it. */
async function sweepUnfinished(store: ObjectStore, installation: string): Promise<void> {
  const whole = new Set((await listBackups(store, installation)).map((entry) => entry.id));
  const dead: string[] = [];
  for await (const { name } of store.list(names.base(installation))) {
    const id = readName(name)?.key;
    if (id !== undefined && !whole.has(id)) dead.push(name);
  }
  for (const name of dead) await store.remove(name);
  await sweepSpool(store.spoolFolder);
}

async function shipCluster(facts: DatabaseFacts, id: string, store: ObjectStore, recipients: Recipients, onProgress: BackupProgress, signal?: AbortSignal): Promise<{ parts: BackupPart[]; emptyFolders: readonly string[] }> {
  const { files, emptyFolders } = await listCluster(facts.folder);
  const total = files.reduce((sum, file) => sum + file.bytes, 0);
  const parts: BackupPart[] = [];
  let done = 0;
  for (let from = 0; from < files.length; ) {
    let to = from;
    for (let bytes = 0; to < files.length && (to === from || bytes + (files[to]?.bytes ?? 0) <= partBytes); to += 1) bytes += files[to]?.bytes ?? 0;
    const entries = diskEntries(facts.folder, files.slice(from, to), (bytes) => onProgress('database', (done += bytes), total));
    parts.push(await shipPart(store, recipients, facts.installation, id, parts.length + 1, entries, signal));
    from = to;
  }
  return { parts, emptyFolders };
}

async function shipPart(store: ObjectStore, recipients: Recipients, installation: string, id: string, number: number, entries: AsyncIterable<TarEntry>, signal?: AbortSignal): Promise<BackupPart> {
  const files: ClusterFile[] = [];
  const object = await sealObject(store, recipients, names.part(installation, id, number), gzipped(tarOf(recorded(entries, files))), signal);
  return { object: object.name, bytes: object.bytes, files };
}

/** Notes of each file the hash of exactly what goes into the archive: cut and filled up as the archive does it. */
async function* recorded(entries: AsyncIterable<TarEntry>, files: ClusterFile[]): AsyncGenerator<TarEntry, void, void> {
  for await (const entry of entries) {
    const hash = createHash('sha256');
    yield {
      ...entry,
      async *content() {
        let left = entry.bytes;
        for await (const piece of entry.content()) {
          if (left === 0) break;
          const kept = piece.subarray(0, left);
          left -= kept.byteLength;
          hash.update(kept);
          yield kept;
        }
        for (; left > 0; left -= 65_536) {
          const zeros = Buffer.alloc(Math.min(left, 65_536));
          hash.update(zeros);
          yield zeros;
        }
        files.push({ path: entry.path, bytes: entry.bytes, sha256: hash.digest('hex') });
      },
    };
  }
}

async function* diskEntries(folder: string, files: readonly { readonly path: string; readonly bytes: number; readonly modifiedAt: Date }[], onBytes: (bytes: number) => void): AsyncGenerator<TarEntry, void, void> {
  for (const file of files) {
    yield {
      ...file,
      async *content() {
        if (file.bytes === 0) return;
        try {
          for await (const piece of createReadStream(join(folder, file.path), { end: file.bytes - 1, highWaterMark: 262_144 }) as AsyncIterable<Buffer>) {
            onBytes(piece.length);
            yield piece;
          }
        } catch (error) {
          if (codeOf(error) !== 'ENOENT') throw error; // dropped meanwhile; the log drops it again
        }
      },
    };
  }
}

async function* memoryEntries(files: Readonly<Record<string, Buffer>>): AsyncGenerator<TarEntry, void, void> {
  for (const [path, bytes] of Object.entries(files)) {
    yield { path, bytes: bytes.length, modifiedAt: new Date(), async *content() { yield bytes; } };
  }
}

/** The control file is written in one piece of one sector; two equal readings are not torn. */
async function readControl(path: string): Promise<Buffer> {
  const read = async (): Promise<Buffer> => {
    const handle = await open(path, 'r');
    try {
      return await handle.readFile();
    } finally {
      await handle.close();
    }
  };
  for (let before = await read(); ; ) {
    const now = await read();
    if (now.equals(before)) return now;
    before = now;
  }
}

async function shipLog(facts: DatabaseFacts, startLsn: string, stopLsn: string, store: ObjectStore, recipients: Recipients, onProgress: BackupProgress, signal?: AbortSignal): Promise<void> {
  const { segmentBytes, timeline, installation } = facts;
  const [first, last] = [segmentAt(startLsn, segmentBytes), segmentBefore(stopLsn, segmentBytes)];
  const folder = join(facts.folder, 'pg_wal');
  const kept = await keptLog(store, installation);
  for (let segment = first; segment <= last; segment += 1n) {
    const file = segmentName(timeline, segment, segmentBytes);
    if (!kept.has(file)) {
      const found = await stat(join(folder, file));
      await shipLogFile(folder, { file, bytes: found.size, finishedAt: found.mtime }, store, installation, recipients, signal);
    }
    onProgress('log', Number(segment - first) + 1, Number(last - first) + 1);
  }
  const history = `${segmentName(timeline, 0n, segmentBytes).slice(0, 8)}.history`;
  const branched = kept.has(history) ? null : await ifThere(stat(join(folder, history)));
  if (branched) await shipLogFile(folder, { file: history, bytes: branched.size, finishedAt: branched.mtime }, store, installation, recipients, signal);
}

/** Writes down which objects hold the vault as it is now: those of the store whose file is still there. */
async function keepVaultList(store: ObjectStore, installation: string, id: string, vault: string): Promise<Manifest['vaultList']> {
  let [files, bytes] = [0, 0];
  async function* lines(): AsyncGenerator<Buffer, void, void> {
    for (const first of await vaultFolders(vault)) {
      const there = new Set((await ifThere(readdir(join(vault, first)))) ?? []);
      for await (const object of store.list(names.vaultFolder(installation, first))) {
        if (!there.has(readName(object.name)?.key ?? '')) continue;
        files += 1;
        bytes += object.bytes;
        yield Buffer.from(`${JSON.stringify({ object: object.name, bytes: object.bytes })}\n`);
      }
    }
  }
  const kept = await keepObject(store, names.vaultList(installation, id), gzipped(lines()));
  return { object: kept.name, files, bytes };
}
