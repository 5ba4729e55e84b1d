import { say, type MessageParams } from '../../../../contract/language.ts';
import { databaseMessages, type DatabaseCode } from './messages.ts';

/**
 * The server cannot go on without its database. Thrown, not returned: it ends the start, and `server/main.ts` is the one place that
 * prints it and leaves. `message` is the English sentence; `code` and `params` let main print it in another language.
 */
export type StartRefusal = Error & { readonly code: DatabaseCode; readonly params: MessageParams };

/** Makes a refusal to start from a code of `databaseMessages`. */
export function startRefusal(code: DatabaseCode, params: MessageParams, cause?: unknown): StartRefusal {
  const refusal = new Error(say(databaseMessages[code], 'en', params), { cause });
  return Object.assign(refusal, { name: 'StartRefusal', code, params });
}

/** Whether an error caught at start is one of ours, whose sentence may be shown as it is. */
export function isStartRefusal(error: unknown): error is StartRefusal {
  return error instanceof Error && error.name === 'StartRefusal' && 'code' in error && String(error.code) in databaseMessages;
}

/** The shortest true reason in an error: its system code (EACCES …) or else its first line. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && typeof error.code === 'string' && error.code !== '') return `${error.code}: ${firstLine(error.message)}`;
  return firstLine(error.message);
}

function firstLine(text: string): string {
  return text.split('\n')[0] ?? text;
}
