import { hashBytes, hashOfNode, isHash, perfectParts, type Frontier, type NodeReader, type TreeNode } from './merkle.ts';

/** How many hashes a full tile has: subtrees of height 8 (C2SP tlog-tiles). */
export const tileWidth = 256;

/** One tile of hashes (C2SP tlog-tiles): the hashes of level `level` from `index` · 256 on; `width` is 256 for a full tile, 1–255 for a partial one. */
export interface TileId {
  readonly level: number;
  readonly index: number;
  readonly width: number;
}

/** One bundle of entries: those from `index` · 256 on, `width` of them. */
export type BundleId = Omit<TileId, 'level'>;

/** A tile with its hashes, 32 bytes each, one after the other. */
export interface Tile {
  readonly id: TileId;
  readonly hashes: Buffer;
}

/** The right edge of a log in tiles: its size and, for each level, the hashes of the tile that is not full yet (0–255 of them). */
export interface TileEdge {
  readonly size: number;
  readonly rows: readonly (readonly Uint8Array[])[];
}

/** The edge of the log without entries. */
export const emptyEdge: TileEdge = { size: 0, rows: [] };

const perLevel = 8;

/** How many hashes stand at a level of a tree of `size` leaves: the perfect subtrees of 256^level leaves. */
function hashesAt(level: number, size: number): number {
  return Math.floor(size / tileWidth ** level);
}

/** The path of a tile below the log's prefix: `tile/0/x001/x234/067.p/8`. */
export function tilePath({ level, ...place }: TileId): string {
  return `tile/${level}/${placePath(place)}`;
}

/** The path of a bundle of entries below the log's prefix: `tile/entries/x001/x234/067`. */
export function bundlePath(place: BundleId): string {
  return `tile/entries/${placePath(place)}`;
}

function placePath({ index, width }: BundleId): string {
  const digits = String(index);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0');
  const parts = padded.match(/\d{3}/g) ?? [];
  const path = parts.map((part, at) => (at < parts.length - 1 ? `x${part}` : part)).join('/');
  return width === tileWidth ? path : `${path}.p/${width}`;
}

/** The tile or bundle that a path names; undefined for any other spelling, so that each has one address only (C2SP tlog-tiles). */
export function readPath(path: string): { readonly tile: TileId } | { readonly bundle: BundleId } | undefined {
  const found = /^tile\/(entries|0|[1-9]\d?)\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/.exec(path);
  if (found === null) return undefined;
  const [, level = '', digits = '', partial] = found;
  const place = { index: Number(digits.replaceAll(/[x/]/g, '')), width: partial === undefined ? tileWidth : Number(partial) };
  if (!Number.isSafeInteger(place.index) || place.width > tileWidth || Number(level) > 63) return undefined;
  if (level === 'entries') return bundlePath(place) === path ? { bundle: place } : undefined;
  const tile = { level: Number(level), ...place };
  return tilePath(tile) === path ? { tile } : undefined;
}

/** For each level of a log of `size` entries, how many tiles are full and how wide the partial one is (0: there is none). */
export function tileCounts(size: number): readonly { readonly level: number; readonly full: number; readonly partialWidth: number }[] {
  const counts = [];
  for (let level = 0; hashesAt(level, size) > 0; level += 1) {
    const hashes = hashesAt(level, size);
    counts.push({ level, full: Math.floor(hashes / tileWidth), partialWidth: hashes % tileWidth });
  }
  return counts;
}

/** The tiles at the right edge of a log of `size` entries that are not full, one a level at most: what must be read to go on with it. */
export function edgeTiles(size: number): readonly TileId[] {
  return tileCounts(size).flatMap(({ level, full, partialWidth }) => (partialWidth === 0 ? [] : [{ level, index: full, width: partialWidth }]));
}

/** The tile, as wide as the log of `size` entries has it, where the hash of a subtree stands or out of which it is computed. */
export function tileOfNode(node: TreeNode, size: number): TileId {
  const level = Math.floor(node.height / perLevel);
  const first = node.index * 2 ** (node.height % perLevel);
  const index = Math.floor(first / tileWidth);
  const width = Math.min(hashesAt(level, size) - index * tileWidth, tileWidth);
  if (first % tileWidth + 2 ** (node.height % perLevel) > width) throw new RangeError(`tileOfNode: no such subtree in a log of ${size}`);
  return { level, index, width };
}

/** The tiles that are needed for the hashes of these subtrees, each once. */
export function tilesOfNodes(nodes: readonly TreeNode[], size: number): readonly TileId[] {
  const tiles = new Map(nodes.map((node) => tileOfNode(node, size)).map((tile) => [tilePath(tile), tile]));
  return [...tiles.values()];
}

/** Reads perfect subtrees out of tiles as a log of `size` entries has them; `hashesOf` gives a tile's bytes, a tile of another length is a bug. */
export function readerOfTiles(size: number, hashesOf: (tile: TileId) => Uint8Array): NodeReader {
  return (node) => {
    const tile = tileOfNode(node, size);
    const bytes = hashesOf(tile);
    if (bytes.length !== tile.width * hashBytes) throw new RangeError(`readerOfTiles: ${tilePath(tile)} has ${bytes.length} bytes`);
    const count = 2 ** (node.height % perLevel);
    const first = (node.index * count) % tileWidth;
    return rootOfPerfect(Array.from({ length: count }, (_, at) => bytes.subarray((first + at) * hashBytes, (first + at + 1) * hashBytes)));
  };
}

/** The root over 1, 2, 4 … 256 hashes of one level. */
function rootOfPerfect(hashes: readonly Uint8Array[]): Uint8Array {
  let row = hashes;
  while (row.length > 1) row = pairsOf(row);
  const [root] = row;
  if (root === undefined) throw new RangeError('rootOfPerfect: a tile has at least one hash');
  return root;
}

function pairsOf(row: readonly Uint8Array[]): readonly Uint8Array[] {
  const above: Uint8Array[] = [];
  for (let at = 0; at + 1 < row.length; at += 2) above.push(hashOfNode(row[at] as Uint8Array, row[at + 1] as Uint8Array));
  return above;
}

/**
 * The log with more entries at its end, and the tiles to write for it: those that became full, and the partial ones that changed, lower levels first.
 * `leafHashes` are hashes of 32 bytes, anything else is a bug. The root is rootOf(frontierOfEdge(edge)).
 */
export function grown(edge: TileEdge, leafHashes: readonly Uint8Array[]): { readonly edge: TileEdge; readonly written: readonly Tile[] } {
  const rows = edge.rows.map((row) => [...row]);
  const written: Tile[] = [];
  let incoming = leafHashes;
  for (let level = 0; incoming.length > 0; level += 1) {
    const row = (rows[level] ??= []);
    const above: Uint8Array[] = [];
    let index = Math.floor(hashesAt(level, edge.size) / tileWidth);
    for (const hash of incoming) {
      if (!isHash(hash)) throw new RangeError('grown: a hash has 32 bytes');
      if (row.push(hash) < tileWidth) continue;
      written.push({ id: { level, index, width: tileWidth }, hashes: Buffer.concat(row) });
      above.push(rootOfPerfect(row));
      row.length = 0;
      index += 1;
    }
    if (row.length > 0) written.push({ id: { level, index, width: row.length }, hashes: Buffer.concat(row) });
    incoming = above;
  }
  return { edge: { size: edge.size + leafHashes.length, rows }, written };
}

/** The edge of a stored log: `hashesOf` gives the bytes of each tile of edgeTiles(size); undefined where one has another length than it should. */
export function edgeOf(size: number, hashesOf: (tile: TileId) => Uint8Array): TileEdge | undefined {
  const rows: Uint8Array[][] = tileCounts(size).map(() => []);
  for (const tile of edgeTiles(size)) {
    const bytes = hashesOf(tile);
    if (bytes.length !== tile.width * hashBytes) return undefined;
    rows[tile.level] = Array.from({ length: tile.width }, (_, at) => bytes.subarray(at * hashBytes, (at + 1) * hashBytes));
  }
  return { size, rows };
}

/** The frontier (merkle.ts) of a log from its edge: its root, and going on without tiles. */
export function frontierOfEdge({ size, rows }: TileEdge): Frontier {
  const peaks: Uint8Array[] = [];
  for (const row of rows.toReversed()) {
    for (const { height, index } of perfectParts({ start: 0, end: row.length })) peaks.push(rootOfPerfect(row.slice(index * 2 ** height, (index + 1) * 2 ** height)));
  }
  return { size, peaks };
}

/** Entries one after the other, each with its length before it in two bytes, big-endian. 1–256 entries of at most 65,535 bytes, others are a bug. */
export function writeBundle(entries: readonly Uint8Array[]): Buffer {
  if (entries.length === 0 || entries.length > tileWidth) throw new RangeError(`writeBundle: ${entries.length} entries`);
  return Buffer.concat(entries.flatMap((entry) => {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(entry.length);
    return [length, entry];
  }));
}

/** The entries of a bundle of `width` entries; undefined where the bytes are not exactly that many entries. */
export function readBundle(bytes: Uint8Array, width: number): readonly Uint8Array[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    if (at + 2 > bytes.length) return undefined;
    const end = at + 2 + view.getUint16(at);
    if (end > bytes.length) return undefined;
    entries.push(bytes.subarray(at + 2, end));
    at = end;
  }
  return entries.length === width ? entries : undefined;
}
