import { hashOfNode, isCount, isHash } from './merkle.ts';

/** What is claimed of one leaf: that it stands at `index` (from 0) in the tree of `size` leaves with this `root`. Hashes of 32 bytes. */
export interface InclusionClaim {
  readonly leafHash: Uint8Array;
  readonly index: number;
  readonly size: number;
  readonly proof: readonly Uint8Array[];
  readonly root: Uint8Array;
}

/** What is claimed of two trees: that the one of `to` leaves begins with the one of `from` leaves. Hashes of 32 bytes. */
export interface ConsistencyClaim {
  readonly from: number;
  readonly fromRoot: Uint8Array;
  readonly to: number;
  readonly toRoot: Uint8Array;
  readonly proof: readonly Uint8Array[];
}

const half = (value: number): number => Math.floor(value / 2);
const isOdd = (value: number): boolean => value % 2 === 1;
const equal = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;

/** Whether the proof leads from the leaf to the root, with exactly as many hashes as the place needs (RFC 9162 §2.1.3.2). Never throws. */
export function isIncluded({ leafHash, index, size, proof, root }: InclusionClaim): boolean {
  if (!isCount(index) || !isCount(size) || index >= size) return false;
  if (![leafHash, root, ...proof].every(isHash)) return false;
  let place = index;
  let last = size - 1;
  let hash = leafHash;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (isOdd(place) || place === last) {
      hash = hashOfNode(sibling, hash);
      // The last leaf of an incomplete level has no sibling there: it rises until it has one on its left.
      while (!isOdd(place) && place !== 0) {
        place = half(place);
        last = half(last);
      }
    } else {
      hash = hashOfNode(hash, sibling);
    }
    place = half(place);
    last = half(last);
  }
  return last === 0 && equal(hash, root);
}

/**
 * Whether the proof shows that nothing of the smaller tree was changed in the larger one (RFC 9162 §2.1.4.2). A claim from the empty tree is
 * refused: it would say nothing, and who accepts it takes any log for any other. Never throws.
 */
export function isConsistent({ from, fromRoot, to, toRoot, proof }: ConsistencyClaim): boolean {
  if (!isCount(from) || !isCount(to) || from === 0 || from > to) return false;
  // The same tree twice: nothing is hashed, so the roots need only be equal; that they are hashes is seen where a checkpoint is read.
  if (from === to) return proof.length === 0 && equal(fromRoot, toRoot);
  if (![fromRoot, toRoot, ...proof].every(isHash)) return false;
  // A whole power of two is itself a node of the larger tree, so the proof leaves it out.
  const [first, ...rest] = isPowerOfTwo(from) ? [fromRoot, ...proof] : proof;
  if (first === undefined || proof.length === 0) return false;
  let place = from - 1;
  let last = to - 1;
  while (isOdd(place)) {
    place = half(place);
    last = half(last);
  }
  let smaller = first;
  let larger = first;
  for (const sibling of rest) {
    if (last === 0) return false;
    if (isOdd(place) || place === last) {
      smaller = hashOfNode(sibling, smaller);
      larger = hashOfNode(sibling, larger);
      while (!isOdd(place) && place !== 0) {
        place = half(place);
        last = half(last);
      }
    } else {
      larger = hashOfNode(larger, sibling);
    }
    place = half(place);
    last = half(last);
  }
  return last === 0 && equal(smaller, fromRoot) && equal(larger, toRoot);
}

function isPowerOfTwo(count: number): boolean {
  let rest = count;
  while (!isOdd(rest)) rest /= 2;
  return rest === 1;
}
