import { say, type MessageParams } from '../../../contract/language.ts';
import { backupMessages, type BackupCode } from '../../../contract/messages/backup.ts';

/**
 * A backup, restore or check cannot go on. Thrown through streams and files, and printed as a sentence where the command or the running
 * server handles it; `message` is the English one.
 */
export type BackupRefusal = Error & { readonly code: BackupCode; readonly params: MessageParams };

/** Makes a refusal from a code of `backupMessages`. */
export function backupRefusal(code: BackupCode, params: MessageParams = {}, cause?: unknown): BackupRefusal {
  return Object.assign(new Error(say(backupMessages[code], 'en', params), { cause }), { name: 'BackupRefusal', code, params });
}

/** Whether an error is one of ours, whose sentence may be shown as it is. */
export function isBackupRefusal(error: unknown): error is BackupRefusal {
  return error instanceof Error && error.name === 'BackupRefusal' && 'code' in error && String(error.code) in backupMessages;
}

/** The shortest true reason in an error. */
export function reasonIn(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonIn(error.errors[0]);
  return error instanceof Error ? (error.message.split('\n')[0] ?? error.name) : String(error);
}
