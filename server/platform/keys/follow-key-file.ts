import { stat } from 'node:fs/promises';
import { keyFileIn, readKeks, type HeldKeys } from '../crypto/index.ts';
import { everySeconds, type Recurring } from '../jobs/every.ts';
import type { Owner } from '../db/owner.ts';
import { rewrapAll, type Rewrapped } from './key-changes.ts';
import { addVersion, readKeySettings } from '../db/wrapped-keys.ts';

/** What a server does with its key file while it runs. */
export interface FollowOptions {
  /** a connection of the owner's for one round of work: ended afterwards, so that a line cut months ago is no matter */
  readonly connect: () => Promise<Owner>;
  readonly folder: string;
  readonly keys: HeldKeys;
  /** told when a new key-encryption key was taken, and when data keys were moved under it */
  readonly onTaken?: (version: number) => void;
  readonly onMoved?: (moved: Rewrapped) => void;
  readonly onFault: (error: unknown) => void;
  /** every two seconds, unless told otherwise */
  readonly seconds?: number;
}

/**
 * Looks every two seconds whether the key file is another one, takes its key-encryption keys without a restart (C-CR-4), and moves what is still wrapped under
 * an older one, also what a server killed in the middle had left. A file that is not whole is not taken: the server goes on with what it has.
 */
export function followKeyFile(options: FollowOptions): Recurring {
  const { folder, keys } = options;
  const ended = new AbortController();
  let seen = '';
  const recurring = everySeconds(options.seconds ?? 2, async () => {
    const now = await markOf(folder);
    if (now === seen) return;
    const set = await readKeks(folder);
    if (set !== undefined) {
      const before = keys.kek.current;
      keys.kek.take(set);
      if (set.current !== before) options.onTaken?.(set.current);
      const moved = await moveOutdated(options, ended.signal);
      if (moved && (moved.moved > 0 || moved.unreadable.length > 0)) options.onMoved?.(moved);
    }
    seen = now;
  }, options.onFault);
  return {
    stop: () => {
      ended.abort();
      return recurring.stop();
    },
  };
}

/** Counts and moves only where an older version may still be in use: a server that starts does not read every data key. */
async function moveOutdated({ connect, keys }: FollowOptions, signal: AbortSignal): Promise<Rewrapped | undefined> {
  const connection = await connect();
  try {
    await addVersion(connection, [keys.kek.current]);
    const { versions } = await readKeySettings(connection);
    return versions?.some((version) => version !== keys.kek.current) ? await rewrapAll(connection, keys, { signal }) : undefined;
  } finally {
    await connection.end();
  }
}

/** Changes with every replacement of the file: rename gives another inode. */
async function markOf(folder: string): Promise<string> {
  const { ino, mtimeMs, size } = await stat(keyFileIn(folder));
  return `${ino}/${mtimeMs}/${size}`;
}
