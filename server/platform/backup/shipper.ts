import { statfs } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { MessageParams } from '../../../contract/language.ts';
import type { BackupNotice } from '../../../contract/messages/backup.ts';
import type { BackupSettings } from './backup-settings.ts';
import { makeBackup, type BackupSource } from './base-backup.ts';
import { askLogState } from './database-facts.ts';
import { ledgerShipping } from './ledger-shipping.ts';
import { segmentAt, segmentName } from './log-position.ts';
import { listBackups, readManifest, type Manifest } from './manifest.ts';
import { reasonIn } from './refusal.ts';
import { removeOutdated } from './retention.ts';
import { vaultShipping } from './vault-shipping.ts';
import { keptLog, shipWaiting, waitingFiles, type WaitingFile } from './wal-shipping.ts';

/** How continuous backup stands, for the health of the installation. */
export type ShippingState = {
  /** when everything that then waited had reached the store; null before the first time */
  readonly shippedUntil: string | null;
  readonly waitingFiles: number;
  readonly waitingBytes: number;
  /** seconds the oldest finished file of the log has waited */
  readonly waitingSeconds: number;
  readonly lastBackup: { readonly id: string; readonly endedAt: string } | null;
  /** why the last attempt failed; null where it did not */
  readonly failure: string | null;
};

export type ShipperOptions = {
  readonly settings: BackupSettings;
  readonly source: BackupSource;
  readonly installation: string;
  /** where the database puts finished files of its log */
  readonly archive: string;
  readonly onNotice: (code: BackupNotice, params: MessageParams) => void;
  /** milliseconds between looks into the archive */
  readonly everyMs?: number;
  /** a waiting log larger than this is told of; 512 MiB */
  readonly warnAtBytes?: number;
};

/** The running continuous backup. */
export type Shipper = {
  state(): ShippingState;
  /** Ships what waits now; for tests and for an orderly stop. Throws what the store refuses. */
  shipNow(): Promise<void>;
  /** Ends; waits for the object under way, at most five seconds. */
  stop(): Promise<void>;
};

/** A notice about a growing archive is said when it passes this, and again each time it has doubled. */
const firstWarningBytes = 512 * 1024 * 1024;
/** Above this the oldest file waits longer than the loss of data that was promised (RPO 60 s, of which the database takes up to 30). */
const lateSeconds = 60;

const stopPatienceMs = 5_000;

type Running = { waiting: readonly WaitingFile[]; shippedUntil: string | null; lastBackup: Manifest | null; failure: string | null; warnedBytes: number; lateSaid: boolean; shippedSinceFailure: number; contiguous: boolean };

/**
 * Ships finished files of the log, the vault's new files and the newest checkpoints every few seconds, and a whole backup when the newest is older than
 * `everyHours`, when it is of an earlier timeline, or when the log in the store does not reach to ours. Files of the log leave our disk only when the store has them; a store that
 * cannot be reached is tried again and again, and the operator hears of it.
 */
export function startShipping(options: ShipperOptions): Shipper {
  const { settings, source, installation, archive, onNotice } = options;
  const { store, recipients } = settings;
  const running: Running = { waiting: [], shippedUntil: null, lastBackup: null, failure: null, warnedBytes: options.warnAtBytes ?? firstWarningBytes, lateSaid: false, shippedSinceFailure: 0, contiguous: false };
  const stopped = new AbortController();
  const vault = vaultShipping(source.vault, store, installation, recipients);
  const ledger = ledgerShipping(source.ledger, store, installation, recipients);
  const shipNow = inTurn(async () => {
    const lookedAt = new Date().toISOString();
    running.waiting = await waitingFiles(archive);
    // The vault first: a row that reaches the store in this log finds its file there.
    const files = await vault.ship(stopped.signal);
    await ledger.ship();
    const shipped = await shipWaiting(archive, running.waiting, store, installation, recipients, stopped.signal);
    running.waiting = [];
    running.shippedUntil = lookedAt;
    running.shippedSinceFailure += files + shipped;
  });
  const look = async (): Promise<void> => {
    try {
      await shipNow();
      if (await backupIsDue(running, options)) await takeBackup(running, options, stopped.signal);
      if (running.failure !== null) onNotice('backup.shipping_again', { files: running.shippedSinceFailure });
      Object.assign(running, { failure: null, warnedBytes: options.warnAtBytes ?? firstWarningBytes, lateSaid: false });
    } catch (error) {
      if (stopped.signal.aborted) return;
      if (running.failure === null) onNotice('backup.shipping_failed', { reason: reasonIn(error) });
      running.failure = reasonIn(error);
      running.shippedSinceFailure = 0;
      await warnOfGrowth(running, options);
    }
  };
  const loop = repeat(look, options.everyMs ?? 5_000, stopped.signal);
  return {
    shipNow,
    state: () => stateOf(running),
    async stop() {
      stopped.abort();
      // A store that does not answer must not hold up the end of the server: what is under way is put again next time.
      await Promise.race([loop, sleep(stopPatienceMs, undefined, { ref: false })]);
    },
  };
}

async function repeat(work: () => Promise<void>, everyMs: number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await work();
    await sleep(everyMs, undefined, { signal, ref: false }).catch(() => undefined); // cut short by the signal
  }
}

function inTurn(work: () => Promise<void>): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return () => (last = last.catch(() => undefined).then(work));
}

function stateOf(running: Running): ShippingState {
  const oldest = running.waiting[0]?.finishedAt.getTime();
  return {
    shippedUntil: running.shippedUntil, waitingFiles: running.waiting.length, waitingBytes: running.waiting.reduce((sum, file) => sum + file.bytes, 0),
    waitingSeconds: oldest === undefined ? 0 : Math.max(0, Math.round((Date.now() - oldest) / 1000)),
    lastBackup: running.lastBackup && { id: running.lastBackup.id, endedAt: running.lastBackup.endedAt }, failure: running.failure,
  };
}

async function backupIsDue(running: Running, options: ShipperOptions): Promise<boolean> {
  const { settings, installation } = options;
  if (settings.everyHours === 0) return false;
  const newest = (await listBackups(settings.store, installation)).at(-1);
  if (!newest) return true;
  if (running.lastBackup?.id !== newest.id) running.lastBackup = await readManifest(settings.store, newest);
  if (Date.now() - Date.parse(newest.startedAt) > settings.everyHours * 3_600_000) return true;
  if (running.contiguous) return false;
  running.contiguous = await reachesUs(options, running.lastBackup);
  return !running.contiguous;
}

/** Whether the log goes on without a gap from the newest backup to what the database writes now: it does not where archiving was off for a while, or after a restore. */
async function reachesUs({ settings, source, installation, archive }: ShipperOptions, { startLsn, timeline, segmentBytes }: Manifest): Promise<boolean> {
  // In this order: a file goes from the first place to the second to the third, and is seen in at least one.
  const log = await askLogState(source.connection);
  const waiting = await waitingFiles(archive);
  const there = new Set([...log.toArchive, ...waiting.map(({ file }) => file), ...(await keptLog(settings.store, installation)).keys()]);
  if (log.timeline !== timeline) return false;
  for (let segment = segmentAt(startLsn, segmentBytes); segment < segmentAt(log.flushedLsn, segmentBytes); segment += 1n) {
    if (!there.has(segmentName(timeline, segment, segmentBytes))) return false;
  }
  return true;
}

async function takeBackup(running: Running, { settings, source, installation, onNotice }: ShipperOptions, signal: AbortSignal): Promise<void> {
  const startedAt = performance.now();
  const before = running.lastBackup;
  const { manifest, bytes, newVaultFiles } = await makeBackup(source, settings.store, settings.recipients, undefined, signal);
  running.lastBackup = manifest;
  running.contiguous = true;
  const files = manifest.parts.reduce((sum, part) => sum + part.files.length, 0);
  onNotice('backup.made', { id: manifest.id, files, megabytes: (bytes / 1e6).toFixed(1), vault: newVaultFiles, seconds: ((performance.now() - startedAt) / 1000).toFixed(1) });
  sayChanges(before, manifest, onNotice);
  const removed = await removeOutdated(settings.store, installation, source.vault, settings.keeping, new Date());
  if (removed > 0) onNotice('backup.removed', { count: removed });
}

/** The list of recipients decides who can read the city: a change of it is never quiet (C-CR-2). */
export function sayChanges(before: Pick<Manifest, 'recipients'> | null, now: Pick<Manifest, 'recipients'>, onNotice: ShipperOptions['onNotice']): void {
  if (!before) return;
  const added = now.recipients.filter((one) => !before.recipients.includes(one));
  const removed = before.recipients.filter((one) => !now.recipients.includes(one));
  if (added.length + removed.length > 0) onNotice('backup.recipients_changed', { added: added.join(', ') || '–', removed: removed.join(', ') || '–' });
}

/** An archive that is not emptied fills the disk, and a full disk stops the database: said early, and again as it grows. */
async function warnOfGrowth(running: Running, { archive, onNotice }: ShipperOptions): Promise<void> {
  running.waiting = await waitingFiles(archive).catch(() => running.waiting);
  const { waitingBytes, waitingSeconds, waitingFiles: files } = stateOf(running);
  const late = waitingSeconds > lateSeconds && !running.lateSaid;
  if (!late && waitingBytes < running.warnedBytes) return;
  running.lateSaid = true;
  while (running.warnedBytes <= waitingBytes) running.warnedBytes *= 2;
  const room = await statfs(archive).catch(() => null);
  onNotice('backup.archive_grows', { files, megabytes: Math.round(waitingBytes / 1e6), seconds: waitingSeconds, free: room ? Math.round((room.bavail * room.bsize) / 1e6) : '?', reason: running.failure ?? '' });
}
