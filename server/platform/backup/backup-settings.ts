import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkRecipients, type Recipients } from './age-file.ts';
import type { ObjectStore } from './object-store.ts';
import { openStore } from './open-store.ts';
import { backupRefusal } from './refusal.ts';
import type { Keeping } from './retention.ts';
import type { S3Settings } from './s3-store.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Everything the running server needs for continuous backup. */
export type BackupSettings = { readonly store: ObjectStore; readonly recipients: Recipients; readonly keeping: Keeping; readonly everyHours: number };

/**
 * Reads the backup settings; null where BACKUP_TARGET is not set.
 * BACKUP_TARGET folder or `s3://bucket/prefix` · BACKUP_RECIPIENTS at least two `age1…`, by comma or space, or `@file` with one a line · BACKUP_S3_ENDPOINT, BACKUP_S3_REGION
 * (`us-east-1`), BACKUP_S3_ACCESS_KEY_ID, BACKUP_S3_SECRET_ACCESS_KEY · BACKUP_KEEP_DAYS (35) · BACKUP_KEEP_COUNT (2) · BACKUP_EVERY_HOURS (24; 0: never by itself).
 * Throws a refusal where one of them cannot be used.
 */
export async function readBackupSettings(env: Environment, dataFolder: string): Promise<BackupSettings | null> {
  if (!env.BACKUP_TARGET) return null;
  const recipients = await checkRecipients(await listedRecipients(env.BACKUP_RECIPIENTS ?? ''));
  const keeping = { days: wholeNumber(env, 'BACKUP_KEEP_DAYS', 35), count: wholeNumber(env, 'BACKUP_KEEP_COUNT', 2) };
  return { store: storeOf(env, env.BACKUP_TARGET, dataFolder), recipients, keeping, everyHours: wholeNumber(env, 'BACKUP_EVERY_HOURS', 24) };
}

/** Opens the store of `target` with what the environment says of S3. */
export function storeOf(env: Environment, target: string, dataFolder: string): ObjectStore {
  const { BACKUP_S3_ENDPOINT: endpoint, BACKUP_S3_REGION: region, BACKUP_S3_ACCESS_KEY_ID: accessKeyId, BACKUP_S3_SECRET_ACCESS_KEY: secretAccessKey } = env;
  const s3: S3Settings | null = endpoint && accessKeyId && secretAccessKey ? { endpoint, region: region ?? 'us-east-1', accessKeyId, secretAccessKey } : null;
  if (s3 && !URL.canParse(s3.endpoint)) throw backupRefusal('backup.target_unreadable', { target, reason: 'BACKUP_S3_ENDPOINT is not an address' });
  return openStore({ target, spoolFolder: join(dataFolder, 'backup-spool'), s3 });
}

/** The recipients named in a text: by comma, space or line; `@file` reads them from a file, whose lines may have comments behind `#`. */
export async function listedRecipients(text: string): Promise<string[]> {
  if (!text.startsWith('@')) return text.split(/[\s,]+/).filter((one) => one !== '');
  const file = text.slice(1);
  const lines = await readFile(file, 'utf8').catch((error: unknown) => Promise.reject(backupRefusal('backup.recipient_unreadable', { recipient: file }, error)));
  return lines.split('\n').map((line) => line.replace(/#.*/, '').trim()).filter((one) => one !== '');
}

/** The identities of a file as `age-keygen` and `yimen keys new-recipient` write it. Refuses `backup.identity_unreadable`. */
export async function readIdentities(file: string): Promise<string[]> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => Promise.reject(backupRefusal('backup.identity_unreadable', { file }, error)));
  const identities = text.match(/^AGE-SECRET-KEY-1[0-9A-Z]+$/gm) ?? [];
  if (identities.length === 0) throw backupRefusal('backup.identity_unreadable', { file });
  return identities;
}

function wholeNumber(env: Environment, name: string, otherwise: number): number {
  const text = env[name] ?? '';
  if (text === '') return otherwise;
  if (!/^\d{1,6}$/.test(text)) throw backupRefusal('backup.target_unreadable', { target: name, reason: `${text} is not a whole number` });
  return Number(text);
}
