import { mkdir, open, readFile, readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { readSignedCheckpoint } from '../checkpoint.ts';
import { versionOf } from './log-keys.ts';
import type { LogName } from './log-store.ts';

/** A checkpoint that was signed here, as it lies outside the database. */
export interface Held {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  readonly note: string;
}

/** What was signed last under each origin, in a folder outside the database: a database that was put back shows there that it fell behind. */
export interface Mirror {
  /** The newest one of a log, of its highest version; undefined where none was ever kept. `{ unreadable }` names a file that cannot be read: nothing may be signed until that is mended. */
  newest(log: LogName): Promise<Held | undefined | { readonly unreadable: string }>;
  /** Keeps it in the stead of an earlier one of the same origin. It is on the disk when this resolves. */
  keep(log: LogName, held: Held): Promise<void>;
}

/** The mirror in `<dataFolder>/ledger`, one file for each origin. */
export function openMirror(dataFolder: string): Mirror {
  const folder = join(dataFolder, 'ledger');
  return {
    async newest(log) {
      const versions = (await namesIn(folder)).flatMap((name) => {
        // eslint-disable-next-line security/detect-non-literal-regexp -- the name of one of the two logs
        const version = new RegExp(`^${log}-v([1-9]\\d{0,3})\\.checkpoint$`).exec(name)?.[1];
        return version === undefined ? [] : [Number(version)];
      });
      if (versions.length === 0) return undefined;
      const file = join(folder, `${log}-v${Math.max(...versions)}.checkpoint`);
      const note = await readFile(file, 'utf8').catch(() => '');
      const read = readSignedCheckpoint(note);
      return read.ok ? { origin: read.checkpoint.origin, size: read.checkpoint.size, root: read.checkpoint.root, note } : { unreadable: file };
    },
    async keep(log, held) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeWhole(folder, `${log}-v${versionOf(held.origin)}.checkpoint`, held.note);
    },
  };
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** A reader finds the file as it was or as it is, never half of it, also after a power cut. */
async function writeWhole(folder: string, name: string, text: string): Promise<void> {
  const temporary = join(folder, `${name}.new`);
  const file = await open(temporary, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, join(folder, name));
  const directory = await open(folder, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}
