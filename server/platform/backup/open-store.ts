import { resolve } from 'node:path';
import { folderStore } from './folder-store.ts';
import type { ObjectStore } from './object-store.ts';
import { backupRefusal } from './refusal.ts';
import { s3Store, type S3Settings } from './s3-store.ts';

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
