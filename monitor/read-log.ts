import { openCheckpoint, type CheckpointPolicy, type OpenedCheckpoint } from '../server/platform/ledger/checkpoint.ts';
import { hashBytes, hashOfEntry, rootOf, appended, emptyFrontier } from '../server/platform/ledger/merkle.ts';
import { bundlePath, emptyEdge, frontierOfEdge, grown, readBundle, tileCounts, tilePath, tileWidth, type BundleId, type TileEdge, type TileId } from '../server/platform/ledger/tiles.ts';
import { newCases, type Cases } from './cases.ts';
import type { Findings } from './finding.ts';
import { inTurns, type ServedLog } from './served-log.ts';

/** A log as the monitor has read it: every leaf hash in order, what the entries say, and the tiles that must stand over them. */
export interface LogMemory {
  edge: TileEdge;
  readonly leaves: Buffer[];
  readonly cases: Cases;
  /** whether entries could be read, or only their hashes */
  hasEntries: boolean;
  /** of the checkpoint that was read up to */
  root: Uint8Array | undefined;
}

/** The memory of a log of which nothing was read yet. */
export const nothingRead = (): LogMemory => ({ edge: emptyEdge, leaves: [], cases: newCases(), hasEntries: false, root: undefined });

const atOnce = 8;
const mostCheckpointBytes = 512 * 1024;
const mostEntryBytes = 65_537;

/** The log's checkpoint under the policy; undefined, with a finding, where it cannot be had or is refused. */
export async function readCheckpoint(served: ServedLog, policy: CheckpointPolicy, found: Findings): Promise<(OpenedCheckpoint & { readonly note: string }) | undefined> {
  const note = await served.get('checkpoint', mostCheckpointBytes).catch((error: unknown) => void found.add('log_unreachable', policy.origin, String(error)));
  if (note === undefined) {
    found.add('log_unreachable', policy.origin, 'no checkpoint');
    return undefined;
  }
  const opened = openCheckpoint(policy, note.toString('utf8'));
  if (opened.ok) return { ...opened, note: note.toString('utf8') };
  found.add('checkpoint_refused', policy.origin, `${opened.code} ${JSON.stringify(opened.params)}`);
  return undefined;
}

/**
 * Goes on reading up to a checkpoint's size: hashes, entries where they are given out, each entry hashed anew; then the root over all of it, and each
 * tile above, recomputed and compared. `earlier` is what was verified whole before: entries after its size must not be older. False where the log as served is not the one that was signed.
 */
export async function readUpTo(served: ServedLog, memory: LogMemory, checkpoint: { readonly origin: string; readonly size: number; readonly root: Uint8Array }, found: Findings, earlier?: { readonly size: number; readonly at: number }): Promise<boolean> {
  const { origin, size, root } = checkpoint;
  const fresh: Buffer[] = [];
  const places = placesBetween(memory.leaves.length, size);
  const read = await inTurns(places, atOnce, async (place) => ({ place, hashes: await hashesAt(served, { level: 0, ...place }, origin, found), entries: await entriesAt(served, place) }));
  for (const { place, hashes, entries } of read) {
    if (hashes === undefined) return false;
    const first = place.index * tileWidth;
    if (entries === 'unreadable') found.add('entry_other', origin, `${bundlePath(place)} is not served, or not whole`);
    // The tile at the old edge is read again, now wider: what was read of it before must stand there still.
    for (let at = 0; at < place.width; at += 1) {
      const hash = hashes.subarray(at * hashBytes, (at + 1) * hashBytes);
      const known = memory.leaves[first + at];
      if (known !== undefined && !known.equals(hash)) found.add('tile_other', origin, `leaf ${first + at} was another before`);
      if (known !== undefined) continue;
      fresh.push(hash);
      const index = first + at;
      takeEntry(memory, { origin, index, hash, entry: entries === 'unreadable' ? undefined : entries?.[at], notBefore: earlier && index >= earlier.size ? earlier.at : undefined }, found);
    }
    memory.hasEntries = Array.isArray(entries);
  }
  const next = grown(memory.edge, fresh);
  const whole = Buffer.compare(rootOf(frontierOfEdge(next.edge)), root) === 0;
  if (!whole) found.add('root_other', origin, `the tiles of ${size} entries have another root than was signed`);
  for (const hash of fresh) memory.leaves.push(hash);
  memory.edge = next.edge;
  memory.root = root;
  const above = next.written.filter(({ id }) => id.level > 0);
  const same = await inTurns(above, atOnce, async ({ id, hashes }) => (await hashesAt(served, id, origin, found))?.equals(hashes) ?? false);
  above.forEach(({ id }, at) => {
    if (same[at] === false) found.add('tile_other', origin, tilePath(id));
  });
  return whole && !same.includes(false);
}

/** Level-0 places that are not read yet, the last one as wide as the log of `size` entries has it. */
function placesBetween(from: number, size: number): readonly BundleId[] {
  const places: BundleId[] = [];
  for (let index = Math.floor(from / tileWidth); index * tileWidth < size; index += 1) places.push({ index, width: Math.min(tileWidth, size - index * tileWidth) });
  return places;
}

async function hashesAt(served: ServedLog, id: TileId, origin: string, found: Findings): Promise<Buffer | undefined> {
  const path = tilePath(id);
  const bytes = await served.get(path, tileWidth * hashBytes).catch(() => undefined);
  if (bytes?.length === id.width * hashBytes) return bytes;
  found.add('tile_malformed', origin, `${path} ${bytes === undefined ? 'is not served' : `has ${bytes.length} bytes`}`);
  return undefined;
}

/** The entries of a bundle; undefined where they are not given out to us and need not be. */
async function entriesAt(served: ServedLog, place: BundleId): Promise<readonly Uint8Array[] | 'unreadable' | undefined> {
  try {
    const bytes = await served.get(bundlePath(place), mostEntryBytes * tileWidth);
    if (bytes === undefined) return served.isAuditor ? 'unreadable' : undefined;
    return readBundle(bytes, place.width) ?? 'unreadable';
  } catch {
    return 'unreadable';
  }
}

function takeEntry(memory: LogMemory, { origin, index, hash, entry, notBefore }: { origin: string; index: number; hash: Buffer; entry: Uint8Array | undefined; notBefore: number | undefined }, found: Findings): void {
  if (entry === undefined) return;
  if (!hashOfEntry(entry).equals(hash)) {
    found.add('entry_other', origin, `entry ${index} as served is not the one whose hash was signed`);
    return;
  }
  memory.cases.take(origin, index, hash, entry, found, notBefore);
}

/** The root that the log as read had at a smaller size. */
export function rootAtSize({ leaves }: LogMemory, size: number): Uint8Array {
  return rootOf(appended(emptyFrontier, leaves.slice(0, size)));
}

/** How many tiles a log of this size has; for the report. */
export const tilesIn = (size: number): number => tileCounts(size).reduce((sum, { full, partialWidth }) => sum + full + (partialWidth > 0 ? 1 : 0), 0);
