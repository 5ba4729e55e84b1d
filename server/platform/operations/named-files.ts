import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import type { Operations } from '../../../contract/operations.ts';
import { settings, type Environment, type SettingName } from '../setting-table.ts';

type FileState = NonNullable<Operations['settings'][number]['file']>;

/** A file larger than this is none that a setting names; it is told by its size and time alone. */
const mostBytes = 1_048_576;

/** Files that settings name, as they are now against how they were when this was opened: they are read at the start and not again. */
export interface NamedFiles {
  look(): Promise<ReadonlyMap<SettingName, FileState>>;
}

/** Takes the fingerprints of all files that the environment names. */
export function namedFiles(env: Environment): NamedFiles {
  const named = (Object.keys(settings) as SettingName[]).flatMap((name) => (settings[name].isFile && env[name] ? [[name, env[name]] as const] : []));
  const atStart = Promise.all(named.map(([, file]) => fingerprint(file)));
  return {
    look: async () => {
      const [before, now] = await Promise.all([atStart, Promise.all(named.map(([, file]) => fingerprint(file)))]);
      return new Map(named.map(([name], at) => [name, now[at] === undefined ? 'missing' : now[at] === before[at] ? 'as_at_start' : 'changed']));
    },
  };
}

async function fingerprint(file: string): Promise<string | undefined> {
  try {
    const { size, mtimeMs } = await stat(file);
    return size > mostBytes ? `${size} ${mtimeMs}` : createHash('sha256').update(await readFile(file)).digest('hex');
  } catch {
    return undefined;
  }
}
