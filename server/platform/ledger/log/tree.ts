import { consistencyProof, consistencyRanges, emptyRoot, inclusionProof, inclusionRanges, perfectParts, rootOf, type LeafRange, type NodeReader } from '../merkle.ts';
import { isConsistent } from '../merkle-verify.ts';
import { edgeOf, edgeTiles, emptyEdge, frontierOfEdge, readerOfTiles, tilePath, tilesOfNodes, type TileEdge } from '../tiles.ts';
import { readTiles, type Asked } from './log-store.ts';

/** The right edge of a log as it was with `size` entries; undefined where the tiles do not hold it. */
export async function edgeAt(db: Asked, log: string, size: number): Promise<TileEdge | undefined> {
  if (size === 0) return emptyEdge;
  const tiles = await readTiles(db, log, edgeTiles(size));
  return edgeOf(size, (id) => tiles.get(tilePath(id)) ?? Buffer.alloc(0));
}

/** The root of a log as it was with `size` entries, from its tiles; undefined where the tiles do not hold it. */
export async function rootAt(db: Asked, log: string, size: number): Promise<Uint8Array | undefined> {
  if (size === 0) return emptyRoot;
  const edge = await edgeAt(db, log, size);
  return edge && rootOf(frontierOfEdge(edge));
}

/** Reads what the ranges need in one question, then makes the proof; undefined where tiles are missing. */
async function proven(db: Asked, log: string, size: number, ranges: readonly LeafRange[], prove: (read: NodeReader) => readonly Uint8Array[]): Promise<readonly Uint8Array[] | undefined> {
  const ids = tilesOfNodes(ranges.flatMap(perfectParts), size);
  const tiles = await readTiles(db, log, ids);
  if (tiles.size < ids.length) return undefined;
  return prove(readerOfTiles(size, (id) => tiles.get(tilePath(id)) ?? Buffer.alloc(0)));
}

/** The proof that entry `index` is in the log as it was with `size` entries; undefined where tiles are missing. */
export async function inclusionIn(db: Asked, log: string, index: number, size: number): Promise<readonly Uint8Array[] | undefined> {
  return proven(db, log, size, inclusionRanges(index, size), (read) => inclusionProof(read, index, size));
}

/** The proof that the log with `to` entries begins with what it was with `from` entries; empty from nothing, as witnesses ask for it. */
export async function consistencyIn(db: Asked, log: string, from: number, to: number): Promise<readonly Uint8Array[] | undefined> {
  return from === 0 || from === to ? [] : proven(db, log, to, consistencyRanges(from, to), (read) => consistencyProof(read, from, to));
}

/** Whether the log with `to` entries and this root goes on from an earlier state of it, by its own tiles. */
export async function goesOnFrom(db: Asked, log: string, earlier: { readonly size: number; readonly root: Uint8Array }, now: { readonly size: number; readonly root: Uint8Array }): Promise<boolean> {
  if (earlier.size === 0) return Buffer.compare(earlier.root, emptyRoot) === 0;
  if (earlier.size > now.size) return false;
  const proof = await consistencyIn(db, log, earlier.size, now.size);
  return proof !== undefined && isConsistent({ from: earlier.size, fromRoot: earlier.root, to: now.size, toRoot: now.root, proof });
}
