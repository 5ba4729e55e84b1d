import { join, resolve } from 'node:path';
import { nearestLanguage, say, type Language, type MessageParams } from '../../contract/language.ts';
import { backupMessages, backupNotices, type BackupCode, type BackupNotice } from '../../contract/messages/backup.ts';
import { cliMessages, type CliMessage } from '../../contract/messages/cli.ts';
import { keysCliMessages, keysMessages, type KeysCliMessage } from '../../contract/messages/keys.ts';
import { programVersion, projectFolder } from '../project-folder.ts';

/** What every command works with: where, in which language, and how it speaks. Results go to stdout, everything else to stderr. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly dataFolder: string;
  readonly program: string;
  readonly language: Language;
  readonly signal: AbortSignal;
  /** one line of result */
  print(text: string): void;
  /** one line on the side */
  note(text: string): void;
  tell(code: CliMessage | BackupNotice | BackupCode | KeysCliMessage | keyof typeof keysMessages, params?: MessageParams): string;
  /** how far it is; overwrites itself on a screen, and is a line now and then in a log */
  progress(text: string): void;
}

/** `YIMEN_LANGUAGE` or the terminal's `LANG`; English where neither says Chinese, as the server's own lines are. */
function languageOf(env: Surroundings['env']): Language {
  const wanted = (env.YIMEN_LANGUAGE ?? env.LC_ALL ?? env.LANG ?? '').replace('_', '-').replace(/\..*/, '');
  return /^zh/i.test(wanted) ? nearestLanguage(wanted) : 'en';
}

/** Reads what is around the program. `data` is the option of that name. */
export function surroundingsOf(env: Surroundings['env'], signal: AbortSignal, data: string | undefined): Surroundings {
  const project = projectFolder();
  const language = languageOf(env);
  let saidAt = 0;
  const screen = process.stderr.isTTY;
  return {
    env, language, signal, program: programVersion(project),
    dataFolder: resolve(data ?? env.YIMEN_DATA ?? join(project, 'var')),
    print: (text) => void process.stdout.write(`${text}\n`),
    note: (text) => void process.stderr.write(`${screen ? '\r\x1b[K' : ''}${text}\n`),
    tell: (code, params) => say({ ...backupMessages, ...backupNotices, ...cliMessages, ...keysMessages, ...keysCliMessages }[code], language, params),
    progress(text) {
      const now = performance.now();
      if (now - saidAt < (screen ? 200 : 5_000)) return;
      saidAt = now;
      process.stderr.write(screen ? `\r\x1b[K${text}` : `${text}\n`);
    },
  };
}

/** Bytes for people: whole megabytes from one up. */
export const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);
