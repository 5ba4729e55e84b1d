import { stat } from 'node:fs/promises';
import { dropKek, keyFileIn, readKeyDocument, rotateKek, type KeyRefusal, type Keys, type LoadedKeys } from '../crypto/index.ts';
import { addVersion, aloneWithKeys, countWrapped, removeVersion, rewrapBatch, wrappedTables, type Connection, type WrappedCount } from '../db/wrapped-keys.ts';

/** Adds a key-encryption key to the file and makes it the current one. Every server takes it within seconds (follow-key-file.ts); data keys move by rewrapAll. */
export function rotateKeys(connection: Connection, folder: string, at: string): Promise<LoadedKeys | KeyRefusal> {
  return aloneWithKeys(connection, async () => {
    const rotated = await rotateKek(folder, at);
    // The file first: a version that must be there and is not would keep the next start from starting.
    if (rotated.ok) await addVersion(connection, [rotated.keys.kek.current]);
    return rotated;
  });
}

/** How far re-wrapping is: `moved` of about `total`. */
export interface RewrapProgress {
  readonly table: string;
  readonly moved: number;
  readonly total: number;
}

/** What re-wrapping came to: `left` are still under an older version because somebody stopped it; `unreadable` are owners whose data key opens under none. */
export interface Rewrapped {
  readonly moved: number;
  readonly left: number;
  readonly unreadable: readonly string[];
}

/** `size` rows a statement; `onProgress` after each; `signal` ends it between two. */
export interface RewrapOptions {
  readonly size?: number;
  readonly onProgress?: (progress: RewrapProgress) => void;
  readonly signal?: AbortSignal;
}

/**
 * Wraps every data key under the current key-encryption key, in batches, while the servers work. Stopped or killed at any moment it is simply called again: what
 * is done is done. Goes round until nothing is left, for a server that has not read the new key yet may wrap under the old one meanwhile.
 */
export async function rewrapAll(connection: Connection, keys: Keys, options: RewrapOptions = {}): Promise<Rewrapped> {
  const total = outdated(await countWrapped(connection), keys.kek.current);
  let moved = 0;
  for (;;) {
    const unreadable: string[] = [];
    for (const table of wrappedTables) {
      for (let after: string | null = null, first = true; (first || after !== null) && !options.signal?.aborted; first = false) {
        const batch = await rewrapBatch(connection, keys, table, after, options.size ?? 500);
        after = batch.last;
        moved += batch.moved;
        unreadable.push(...batch.unreadable);
        if (batch.moved > 0) options.onProgress?.({ table: table.table, moved, total: Math.max(total, moved) });
      }
    }
    const left = outdated(await countWrapped(connection), keys.kek.current);
    if (options.signal?.aborted || left <= unreadable.length) return { moved, left, unreadable };
  }
}

function outdated(counts: readonly WrappedCount[], current: number): number {
  return counts.reduce((sum, { version, count }) => sum + (version === current ? 0 : count), 0);
}

/** Whether an old version may go: refused where it is the current one, is not in the file, something is still wrapped under it, or the new one is younger than a minute. */
export type RetireRefusal = {
  readonly ok: false;
  readonly code: 'keys.version_is_current' | 'keys.version_unknown' | 'keys.still_wrapped' | 'keys.too_soon';
  readonly params: Readonly<Record<string, string | number>>;
};

/** As long as no process can still be without the new key (follow-key-file.ts looks every two seconds), with room. */
export const settledMs = 60_000;

/** Why an old version cannot go now; undefined where it can. */
export async function retireFault(connection: Connection, folder: string, version: number, nowMs: number): Promise<KeyRefusal | RetireRefusal | undefined> {
  const read = await readKeyDocument(folder);
  if (!read.ok) return read;
  const { current, versions } = read.document.kek;
  if (version === current) return { ok: false, code: 'keys.version_is_current', params: { version } };
  if (versions[version] === undefined) return { ok: false, code: 'keys.version_unknown', params: { version, versions: Object.keys(versions).join(', ') } };
  const wait = settledMs - (nowMs - (await stat(keyFileIn(folder))).mtimeMs);
  if (wait > 0) return { ok: false, code: 'keys.too_soon', params: { seconds: Math.ceil(wait / 1_000) } };
  const count = (await countWrapped(connection)).reduce((sum, one) => sum + (one.version === version ? one.count : 0), 0);
  return count > 0 ? { ok: false, code: 'keys.still_wrapped', params: { version, count } } : undefined;
}

/**
 * Takes an old key-encryption key out of the file for good. Backups made while something was wrapped under it open only with a key file, or with shares, from
 * before: the words of `keys.retired` say so.
 */
export function retireKey(connection: Connection, folder: string, version: number, nowMs: number): Promise<{ ok: true } | KeyRefusal | RetireRefusal> {
  return aloneWithKeys(connection, async (): Promise<{ ok: true } | KeyRefusal | RetireRefusal> => {
    const fault = await retireFault(connection, folder, version, nowMs);
    if (fault) return fault;
    // First nobody asks for it, then it goes: between the two a start finds one key too many, which harms nothing.
    await removeVersion(connection, version);
    const dropped = await dropKek(folder, version);
    return dropped.ok ? { ok: true } : dropped;
  });
}
