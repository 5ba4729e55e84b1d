import { createHash } from 'node:crypto';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { giveFileToDatabase, giveToDatabase, type RecoveryPlace } from '../db/embedded/index.ts';
import { opened } from './age-file.ts';
import { ifThere, writeFrom } from './disk.ts';
import { readSegmentName, segmentName } from './log-position.ts';
import { readName } from './object-names.ts';
import type { ObjectStore } from './object-store.ts';
import { backupRefusal, isBackupRefusal } from './refusal.ts';
import { gunzipped } from './seal-object.ts';
import type { KeptLogFile } from './wal-shipping.ts';

/** Gives a recovering database one file of its log after the other, so that the disk holds a handful of them however long the log is. */
export type LogFeeder = {
  /** for PostgreSQL's `restore_command` */
  readonly command: string;
  /** Ends; throws what went wrong with an object of the store, which the database only saw as a missing file. */
  stop(): Promise<void>;
};

/** How many files are fetched ahead of what is asked for. */
const ahead = 3;

/**
 * Asked by a file in `want/`, answers in `have/` or `lacking/`. The database's account sees this folder only and neither the store nor an identity. A damaged object is fetched
 * from its twin, if the store holds one; otherwise the recovery is ended, never carried on without it.
 */
export async function startFeeding(place: RecoveryPlace, store: ObjectStore, identities: readonly string[], kept: ReadonlyMap<string, readonly KeptLogFile[]>, segmentBytes: number, onFile: (count: number) => void = () => undefined): Promise<LogFeeder> {
  const folder = join(place.home, 'wal-restore');
  for (const name of ['want', 'have', 'lacking']) await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, 'fetch.sh'), script);
  giveToDatabase(place, folder);
  const running = { over: false, fault: null as Error | null, count: 0 };
  const fetching = new Map<string, Promise<void>>();
  const fetchOnce = (file: string): Promise<void> => {
    const known = fetching.get(file);
    if (known) return known;
    const made = fetchFile(place, folder, store, identities, file, kept.get(file) ?? []);
    made.catch(() => undefined);
    fetching.set(file, made);
    return made;
  };
  async function answer(file: string): Promise<void> {
    if (!kept.has(file)) return writeFile(join(folder, 'lacking', file), '');
    for (const next of following(file, segmentBytes)) if (kept.has(next)) void fetchOnce(next);
    await fetchOnce(file);
    fetching.delete(file); // it goes to whoever asked; asked again, it is fetched again
    onFile((running.count += 1));
  }
  const loop = (async () => {
    while (!running.over) {
      for (const file of await readdir(join(folder, 'want'))) {
        await rm(join(folder, 'want', file), { force: true });
        try {
          await answer(file);
        } catch (error) {
          running.fault = error instanceof Error ? error : new Error(String(error));
          await writeFile(join(folder, 'broken'), '');
        }
      }
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  })();
  return {
    command: `/bin/sh ${quoted(join(folder, 'fetch.sh'))} ${quoted(folder)} ${process.pid} "%f" "%p"`,
    async stop() {
      running.over = true;
      await loop;
      await Promise.allSettled(fetching.values());
      await rm(folder, { recursive: true, force: true });
      if (running.fault) throw running.fault;
    },
  };
}

/**
 * Moves the answer to where PostgreSQL wants it. Anything above 125 ends the recovery at once instead of passing for the end of the log
 * (PostgreSQL manual, restore_command); so does a feeder that is gone.
 */
const script = `folder="$1"; feeder="$2"; file="$3"; to="$4"
rm -f "$folder/lacking/$file"
: > "$folder/want/$file"
while :; do
  if [ -f "$folder/have/$file" ]; then mv "$folder/have/$file" "$to" && exit 0; exit 200; fi
  if [ -f "$folder/lacking/$file" ]; then exit 1; fi
  if [ -f "$folder/broken" ]; then exit 201; fi
  if [ -d /proc/self ] && [ ! -d "/proc/$feeder" ]; then exit 202; fi
  sleep 0.01
done
`;

/** For the shell, and for PostgreSQL, to which a percent sign means something. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`).replaceAll('%', '%%')}'`;

function following(file: string, segmentBytes: number): string[] {
  const read = readSegmentName(file, segmentBytes);
  return read === null ? [] : Array.from({ length: ahead }, (_, at) => segmentName(read.timeline, read.segment + BigInt(at + 1), segmentBytes));
}

async function fetchFile(place: RecoveryPlace, folder: string, store: ObjectStore, identities: readonly string[], file: string, copies: readonly KeptLogFile[]): Promise<void> {
  let fault: unknown = backupRefusal('backup.object_missing', { name: file });
  for (const { object } of copies) {
    const draft = join(folder, `${file}.draft`);
    try {
      await writeFrom(draft, openWhole(store, object, identities), false);
      giveFileToDatabase(place, draft);
      return await rename(draft, join(folder, 'have', file));
    } catch (error) {
      await ifThere(rm(draft, { force: true }));
      fault = error;
      if (!isBackupRefusal(error)) break;
    }
  }
  throw fault;
}

/** An object's content: its hash compared with its name, decrypted and unpacked as it streams by. The hash is known at the end, and then throws. */
export async function* openWhole(store: ObjectStore, object: string, identities: readonly string[]): AsyncGenerator<Buffer, void, void> {
  const named = readName(object);
  const stored = checked(store.open(object), object, named?.sha256 ?? '');
  const plain = object.endsWith('.age') ? opened(stored, identities, object) : (stored as AsyncIterable<Buffer>);
  yield* /\.gz(\.age)?$/.test(object) ? gunzipped(plain, object) : plain;
}

/** Passes a stream through; throws at its end where its hash is not the one of its name. */
export async function* checked(source: AsyncIterable<Uint8Array>, name: string, sha256: string): AsyncGenerator<Buffer, void, void> {
  const hash = createHash('sha256');
  for await (const piece of source) {
    hash.update(piece);
    yield Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
  }
  if (hash.digest('hex') !== sha256) throw backupRefusal('backup.damaged', { name, reason: 'its hash is not that of its name' });
}
