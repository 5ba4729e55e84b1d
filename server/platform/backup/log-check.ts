import { segmentAt, segmentBefore, segmentName, readSegmentName } from './log-position.ts';
import { listBackups, readManifest, type Manifest } from './manifest.ts';
import { instantOf } from './object-names.ts';
import type { ObjectStore } from './object-store.ts';
import { pathOf, type Stretch } from './timeline-path.ts';
import { keptLog, type KeptLogFile } from './wal-shipping.ts';

/** The log that follows a backup: the last file in an unbroken row, when it was finished, and where the row goes on after a gap. */
export type LogReach = { readonly lastFile: string; readonly finishedAt: string; readonly resumes: string | null };

/** The newest timeline that the kept log knows of; 1 where nothing is kept. */
export function newestTimeline(kept: ReadonlyMap<string, unknown>): number {
  return Math.max(1, ...[...kept.keys()].map((file) => Number.parseInt(file.slice(0, 8), 16)));
}

/** Follows the log from a backup along the timelines to where it breaks off. `history` is of the newest timeline. */
export function reachOf(manifest: Manifest, kept: ReadonlyMap<string, readonly KeptLogFile[]>, path: readonly Stretch[] = pathOf(manifest.timeline, '')): LogReach {
  const { segmentBytes } = manifest;
  let segment = segmentAt(manifest.startLsn, segmentBytes);
  let last = { file: '', finishedAt: manifest.startedAt };
  const missing = (): string | null => {
    // A gap matters only where something comes after it: anything later on the way we follow.
    const later = [...kept.keys()].filter((file) => {
      const read = readSegmentName(file, segmentBytes);
      return read !== null && read.segment > segment && path.some(({ timeline }) => timeline === read.timeline);
    });
    return later.sort((a, b) => (a.slice(8) < b.slice(8) ? -1 : 1))[0] ?? null;
  };
  for (const stretch of path.slice(path.findIndex(({ timeline }) => timeline === manifest.timeline))) {
    const end = stretch.untilLsn === null ? null : segmentBefore(stretch.untilLsn, segmentBytes);
    for (; end === null || segment <= end; segment += 1n) {
      // Where a timeline was left in the middle of a segment, its successor has that segment again, whole.
      const file = [stretch, ...path.slice(path.indexOf(stretch) + 1)].map(({ timeline }) => segmentName(timeline, segment, segmentBytes)).find((name) => kept.has(name));
      const one = file === undefined ? undefined : kept.get(file)?.[0];
      if (!one) return { lastFile: last.file, finishedAt: last.finishedAt, resumes: missing() };
      last = { file: one.file, finishedAt: instantOf(one.finishedAt) };
    }
  }
  return { lastFile: last.file, finishedAt: last.finishedAt, resumes: null };
}

/** Until when the newest backup can be rolled forward: when the last file of the unbroken log was finished; null where there is no backup. */
export async function keptUntil(store: ObjectStore, installation: string): Promise<string | null> {
  const newest = (await listBackups(store, installation)).at(-1);
  if (!newest) return null;
  const manifest = await readManifest(store, newest);
  return [reachOf(manifest, await keptLog(store, installation)).finishedAt, manifest.endedAt].sort()[1] ?? null;
}
