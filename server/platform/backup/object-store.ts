import { resolve } from 'node:path';
import { folderStore } from './folder-store.ts';
import { backupRefusal } from './refusal.ts';
import { s3Store, type S3Settings } from './s3-store.ts';

/** A file on our own disk that is to be put into a store. */
export type SpoolFile = { readonly path: string; readonly bytes: number; readonly sha256: string };

/** What a store lists. `storedAt` is by the store's own clock. */
export type StoredObject = { readonly name: string; readonly bytes: number; readonly storedAt: Date };

/**
 * A place where objects are put once under a name and never changed. Names are `[A-Za-z0-9._-]` with `/` between. Whatever fails is thrown as
 * `backup.store_failed`, a missing object as `backup.object_missing`.
 */
export type ObjectStore = {
  /** for people */
  readonly place: string;
  /** where files to be put are written first */
  readonly spoolFolder: string;
  /** Takes the file whole or not at all; the file itself is the caller's to remove, if it is still there. */
  put(name: string, file: SpoolFile): Promise<void>;
  open(name: string): AsyncIterable<Uint8Array>;
  /** By name, in the order of code points. */
  list(prefix: string): AsyncIterable<StoredObject>;
  /** Also when it is not there. */
  remove(name: string): Promise<void>;
};

/** Where and how; `s3` is read from the environment. */
export type StoreSettings = { readonly target: string; readonly spoolFolder: string; readonly s3: S3Settings | null };

/** Opens the store of a target: a folder, or `s3://bucket/prefix`. Refuses `backup.target_unreadable`. */
export function openStore({ target, spoolFolder, s3 }: StoreSettings): ObjectStore {
  const found = /^s3:\/\/([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:\/([A-Za-z0-9._/-]*))?$/.exec(target);
  if (!found) {
    if (/^[a-z0-9]+:\/\//i.test(target)) throw backupRefusal('backup.target_unreadable', { target, reason: 'it is neither a folder nor s3://bucket/prefix' });
    return folderStore(resolve(target));
  }
  if (s3 === null) throw backupRefusal('backup.target_unreadable', { target, reason: 'BACKUP_S3_ENDPOINT, BACKUP_S3_ACCESS_KEY_ID and BACKUP_S3_SECRET_ACCESS_KEY are not set' });
  return s3Store({ ...s3, bucket: found[1] ?? '', prefix: (found[2] ?? '').replace(/\/+$/, ''), spoolFolder });
}
