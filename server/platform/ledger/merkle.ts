import { hash } from 'node:crypto';

/**
 * A perfect subtree of the log's tree: the Merkle tree hash of the leaves from `index` · 2^`height` up to, not including, (`index` + 1) · 2^`height`.
 * Its hash never changes once its leaves are in the log, so every hash that is stored or sent is one of these or made of them.
 */
export interface TreeNode {
  readonly height: number;
  readonly index: number;
}

/** Leaves from `start` up to, not including, `end`, as RFC 6962 writes D[start:end]. */
export interface LeafRange {
  readonly start: number;
  readonly end: number;
}

/** The hash of a perfect subtree, 32 bytes. Asked only for subtrees that are inside the tree. */
export type NodeReader = (node: TreeNode) => Uint8Array;

/** What is needed to go on with a tree without reading it again: its size and the roots of its perfect parts, from left (largest) to right. */
export interface Frontier {
  readonly size: number;
  readonly peaks: readonly Uint8Array[];
}

/** Bytes of each hash of the tree (SHA-256). */
export const hashBytes = 32;

/** The hash of the tree without leaves: SHA-256 of nothing (RFC 9162 §2.1.1). */
export const emptyRoot: Buffer = hash('sha256', Buffer.alloc(0), 'buffer');

/** The tree without leaves. */
export const emptyFrontier: Frontier = { size: 0, peaks: [] };

/** SHA-256(0x00 ‖ entry): the leaf hash of an entry (RFC 9162 §2.1.1). The 0x00 keeps a node from being passed off as an entry. */
export function hashOfEntry(entry: Uint8Array): Buffer {
  return hash('sha256', Buffer.concat([Buffer.of(0), entry]), 'buffer');
}

/** SHA-256(0x01 ‖ left ‖ right): the hash of an inner node (RFC 9162 §2.1.1). */
export function hashOfNode(left: Uint8Array, right: Uint8Array): Buffer {
  const bytes = Buffer.allocUnsafe(1 + left.length + right.length);
  bytes[0] = 1;
  bytes.set(left, 1);
  bytes.set(right, 1 + left.length);
  return hash('sha256', bytes, 'buffer');
}

/** The perfect subtrees that make up D[start:end], from left to right. `start` is a place where a subtree of that many leaves may begin. */
export function perfectParts({ start, end }: LeafRange): readonly TreeNode[] {
  const parts: TreeNode[] = [];
  for (let at = start; at < end; ) {
    let height = 0;
    let leaves = 1;
    while (leaves * 2 <= end - at) {
      leaves *= 2;
      height += 1;
    }
    if (at % leaves !== 0) throw new RangeError(`perfectParts: no subtree begins at ${at} with ${leaves} leaves`);
    parts.push({ height, index: at / leaves });
    at += leaves;
  }
  return parts;
}

/** The hash of perfect parts put together: each part is the left side of what follows it. No part at all is a bug. */
function joined(parts: readonly Uint8Array[]): Uint8Array {
  const last = parts.at(-1);
  if (last === undefined) throw new RangeError('joined: a tree has at least one part');
  return parts.slice(0, -1).reduceRight((right, left) => hashOfNode(left, right), last);
}

/** The largest power of two that is smaller than `count` (count ≥ 2): where RFC 6962 §2.1 divides a tree. */
function split(count: number): number {
  let k = 1;
  while (k * 2 < count) k *= 2;
  return k;
}

/**
 * The ranges of leaves whose hashes prove that leaf `index` is in the tree of `size` leaves, from the leaf's sibling up: PATH(m, D[n]) of
 * RFC 6962 §2.1.1. An index outside the tree is a bug of the caller.
 */
export function inclusionRanges(index: number, size: number): readonly LeafRange[] {
  if (!isCount(index) || !isCount(size) || index >= size) throw new RangeError(`inclusionRanges: leaf ${index} is not in a tree of ${size}`);
  const ranges: LeafRange[] = [];
  for (let start = 0, end = size; end - start > 1; ) {
    const middle = start + split(end - start);
    ranges.unshift(index < middle ? { start: middle, end } : { start, end: middle });
    if (index < middle) end = middle;
    else start = middle;
  }
  return ranges;
}

/**
 * The ranges of leaves whose hashes prove that the tree of `to` leaves begins with the tree of `from` leaves: PROOF(m, D[n]) of RFC 6962 §2.1.2.
 * From nothing there is nothing to prove: a `from` of 0, or one past `to`, is a bug of the caller.
 */
export function consistencyRanges(from: number, to: number): readonly LeafRange[] {
  if (!isCount(from) || !isCount(to) || from === 0 || from > to) throw new RangeError(`consistencyRanges: nothing to prove from ${from} to ${to}`);
  const ranges: LeafRange[] = [];
  let start = 0;
  let end = to;
  while (end !== from) {
    const middle = start + split(end - start);
    ranges.unshift(from <= middle ? { start: middle, end } : { start, end: middle });
    if (from <= middle) end = middle;
    else start = middle;
  }
  return start === 0 ? ranges : [{ start, end }, ...ranges];
}

/** The hashes of ranges, in their order; `read` is asked for each perfect part. */
export function hashesOfRanges(ranges: readonly LeafRange[], read: NodeReader): readonly Uint8Array[] {
  return ranges.map((range) => joined(perfectParts(range).map(read)));
}

/** The proof that leaf `index` is in the tree of `size` leaves: hashes from the leaf's sibling up (RFC 9162 §2.1.3.1). */
export function inclusionProof(read: NodeReader, index: number, size: number): readonly Uint8Array[] {
  return hashesOfRanges(inclusionRanges(index, size), read);
}

/** The proof that the tree of `to` leaves begins with the tree of `from` leaves, 1 ≤ from ≤ to (RFC 9162 §2.1.4.1). Empty where they are equal. */
export function consistencyProof(read: NodeReader, from: number, to: number): readonly Uint8Array[] {
  return hashesOfRanges(consistencyRanges(from, to), read);
}

/** Reads perfect subtrees out of leaf hashes held in memory; each is computed anew. For checks and small trees: a log reads its tiles (tiles.ts). */
export function readerOfLeaves(leafHashes: readonly Uint8Array[]): NodeReader {
  const read = ({ height, index }: TreeNode): Uint8Array => {
    if (height > 0) return hashOfNode(read({ height: height - 1, index: index * 2 }), read({ height: height - 1, index: index * 2 + 1 }));
    const leaf = leafHashes[index];
    if (leaf === undefined) throw new RangeError(`readerOfLeaves: no leaf ${index}`);
    return leaf;
  };
  return read;
}

/** The tree with more leaves at its end; `leafHashes` are hashes (hashOfEntry), 32 bytes each, anything else is a bug. */
export function appended(frontier: Frontier, leafHashes: readonly Uint8Array[]): Frontier {
  const peaks = [...frontier.peaks];
  let size = frontier.size;
  for (const leafHash of leafHashes) {
    if (!isHash(leafHash)) throw new RangeError('appended: a leaf hash has 32 bytes');
    let peak = leafHash;
    for (let rest = size; rest % 2 === 1; rest = Math.floor(rest / 2)) peak = hashOfNode(peaks.pop() ?? peak, peak);
    peaks.push(peak);
    size += 1;
  }
  return { size, peaks };
}

/** The root of the tree, 32 bytes: MTH(D[n]) of RFC 9162 §2.1.1. */
export function rootOf(frontier: Frontier): Uint8Array {
  return frontier.size === 0 ? emptyRoot : joined(frontier.peaks);
}

/** The root over leaf hashes held in memory. */
export function rootOfLeaves(leafHashes: readonly Uint8Array[]): Uint8Array {
  return rootOf(appended(emptyFrontier, leafHashes));
}

/** Whether this is a count of leaves that a number holds exactly: whole, from 0 to 2^53 − 1. */
export function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

/** Whether these are the bytes of one hash of the tree. */
export function isHash(bytes: Uint8Array): boolean {
  return bytes.length === hashBytes;
}
