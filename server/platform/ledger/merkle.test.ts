import { hash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isConsistent, isIncluded } from './merkle-verify.ts';
import { appended, consistencyProof, consistencyRanges, emptyFrontier, hashOfEntry, inclusionProof, inclusionRanges, perfectParts, readerOfLeaves, rootOf, rootOfLeaves } from './merkle.ts';

const sha = (...parts: readonly Uint8Array[]): Buffer => hash('sha256', Buffer.concat(parts), 'buffer');
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const hexes = (list: readonly Uint8Array[]): readonly string[] => list.map(hex);

/** The definitions of RFC 6962 §2.1 as they are written, with nothing of ours in them: the oracle. */
const k = (n: number): number => 2 ** Math.floor(Math.log2(n - 1));
function mth(d: readonly Uint8Array[]): Buffer {
  if (d.length === 0) return sha();
  if (d.length === 1) return Buffer.from(d[0] ?? []);
  return sha(Buffer.of(1), mth(d.slice(0, k(d.length))), mth(d.slice(k(d.length))));
}
function path(m: number, d: readonly Uint8Array[]): Buffer[] {
  if (d.length <= 1) return [];
  const at = k(d.length);
  return m < at ? [...path(m, d.slice(0, at)), mth(d.slice(at))] : [...path(m - at, d.slice(at)), mth(d.slice(0, at))];
}
function subproof(m: number, d: readonly Uint8Array[], b: boolean): Buffer[] {
  if (m === d.length) return b ? [] : [mth(d)];
  const at = k(d.length);
  return m <= at ? [...subproof(m, d.slice(0, at), b), mth(d.slice(at))] : [...subproof(m - at, d.slice(at), false), mth(d.slice(0, at))];
}

const leavesOf = (count: number, word = 'entry'): Buffer[] => Array.from({ length: count }, (_, index) => hashOfEntry(Buffer.from(`${word} ${index}`)));
const size = fc.integer({ min: 1, max: 140 });

describe('the Merkle tree of the log', () => {
  it('has the root, the inclusion proofs and the consistency proofs of the definitions, for every size up to 40', () => {
    const leaves = leavesOf(40);
    const read = readerOfLeaves(leaves);
    for (let n = 0; n <= 40; n += 1) {
      const d = leaves.slice(0, n);
      expect(hex(rootOfLeaves(d))).toBe(hex(mth(d)));
      for (let m = 0; m < n; m += 1) {
        expect(hexes(inclusionProof(read, m, n))).toEqual(hexes(path(m, d)));
        expect(hexes(consistencyProof(read, m + 1, n))).toEqual(hexes(subproof(m + 1, d, true)));
      }
    }
  });

  it('proves what the example of RFC 6962 §2.1.3 proves, with the same nodes', () => {
    // Seven leaves: a–f are single leaves from 0 to 5, j is leaf 6; g, h, i are pairs; k is the first four, l the last three.
    const one = (index: number) => ({ start: index, end: index + 1 });
    const [b, c, d, e, f, j] = [one(1), one(2), one(3), one(4), one(5), one(6)];
    const [g, h, i, kk, l] = [{ start: 0, end: 2 }, { start: 2, end: 4 }, { start: 4, end: 6 }, { start: 0, end: 4 }, { start: 4, end: 7 }];
    expect(inclusionRanges(0, 7)).toEqual([b, h, l]);
    expect(inclusionRanges(3, 7)).toEqual([c, g, l]);
    expect(inclusionRanges(4, 7)).toEqual([f, j, kk]);
    expect(inclusionRanges(6, 7)).toEqual([i, kk]);
    expect(consistencyRanges(3, 7)).toEqual([c, d, g, l]);
    expect(consistencyRanges(4, 7)).toEqual([l]);
    expect(consistencyRanges(6, 7)).toEqual([i, j, kk]);
    expect(e).toEqual(inclusionRanges(5, 7)[0]);
  });

  it('is the same however its leaves came: one by one, in parts, or all at once', () => {
    fc.assert(fc.property(size, fc.array(fc.nat(140), { maxLength: 6 }), (n, cuts) => {
      const leaves = leavesOf(n);
      const places = [...new Set([0, ...cuts.map((cut) => cut % (n + 1)), n])].sort((a, b) => a - b);
      const grown = places.slice(1).reduce((frontier, end, at) => appended(frontier, leaves.slice(places[at], end)), emptyFrontier);
      expect(grown.size).toBe(n);
      expect(hexes(grown.peaks)).toEqual(hexes(appended(emptyFrontier, leaves).peaks));
      expect(hex(rootOf(grown))).toBe(hex(mth(leaves)));
    }), { numRuns: 150 });
  });

  it('takes each proof at its own place, and at no other place, size, leaf or root', () => {
    fc.assert(fc.property(size, fc.nat(), fc.nat(), fc.nat(), (n, from, otherIndex, otherSize) => {
      const leaves = leavesOf(n);
      const index = from % n;
      const claim = { leafHash: leaves[index] ?? Buffer.alloc(0), index, size: n, proof: inclusionProof(readerOfLeaves(leaves), index, n), root: mth(leaves) };
      expect(isIncluded(claim)).toBe(true);
      if (otherIndex % n !== index) {
        expect(isIncluded({ ...claim, index: otherIndex % n })).toBe(false);
        expect(isIncluded({ ...claim, leafHash: leaves[otherIndex % n] ?? Buffer.alloc(0) })).toBe(false);
      }
      const another = 1 + (otherSize % 200);
      if (another !== n && index < another && path(index, leavesOf(another)).length !== claim.proof.length) expect(isIncluded({ ...claim, size: another })).toBe(false);
      expect(isIncluded({ ...claim, root: mth(leavesOf(n, 'other')) })).toBe(false);
      expect(isIncluded({ ...claim, proof: [...claim.proof, claim.root] })).toBe(false);
      if (claim.proof.length > 0) expect(isIncluded({ ...claim, proof: claim.proof.slice(1) })).toBe(false);
      if (claim.proof.length > 0) expect(isIncluded({ ...claim, proof: claim.proof.slice(0, -1) })).toBe(false);
    }), { numRuns: 300 });
  });

  it('shows that nothing was changed, and does not where one old leaf was', () => {
    fc.assert(fc.property(size, fc.nat(), fc.nat(), (to, fromSeed, changedSeed) => {
      const from = 1 + (fromSeed % to);
      const leaves = leavesOf(to);
      const forged = leaves.with(changedSeed % from, hashOfEntry(Buffer.from('changed')));
      const honest = { from, fromRoot: mth(leaves.slice(0, from)), to, toRoot: mth(leaves), proof: consistencyProof(readerOfLeaves(leaves), from, to) };
      expect(isConsistent(honest)).toBe(true);
      expect(isConsistent({ ...honest, toRoot: mth(forged), proof: consistencyProof(readerOfLeaves(forged), from, to) })).toBe(false);
      expect(isConsistent({ ...honest, toRoot: mth(forged) })).toBe(false);
      expect(isConsistent({ ...honest, fromRoot: mth(forged.slice(0, from)) })).toBe(false);
      expect(isConsistent({ ...honest, proof: [...honest.proof, honest.toRoot] })).toBe(false);
      if (honest.proof.length > 0) expect(isConsistent({ ...honest, proof: honest.proof.slice(0, -1) })).toBe(false);
    }), { numRuns: 300 });
  });

  it('refuses a proof from the empty tree, to a smaller tree, and with sizes that are no exact counts', () => {
    const root = mth(leavesOf(4));
    const proof = [root];
    for (const from of [0, -1, 1.5, 5, Number.NaN, 2 ** 53, Number.POSITIVE_INFINITY]) {
      expect(isConsistent({ from, fromRoot: root, to: 4, toRoot: root, proof: [] })).toBe(false);
      expect(isConsistent({ from, fromRoot: root, to: 4, toRoot: root, proof })).toBe(false);
    }
    expect(isConsistent({ from: 0, fromRoot: sha(), to: 0, toRoot: sha(), proof: [] })).toBe(false);
    for (const index of [-1, 4, 0.5, Number.NaN, 2 ** 53, 18446744073709552000]) expect(isIncluded({ leafHash: root, index, size: 4, proof, root })).toBe(false);
    expect(isIncluded({ leafHash: sha(), index: 0, size: 0, proof: [], root: sha() })).toBe(false);
    expect(() => consistencyRanges(0, 4)).toThrow(RangeError);
    expect(() => consistencyRanges(5, 4)).toThrow(RangeError);
    expect(() => inclusionRanges(4, 4)).toThrow(RangeError);
  });

  it('refuses hashes of another length, in the leaf, the root and the proof', () => {
    const leaves = leavesOf(3);
    const claim = { leafHash: leaves[2] ?? Buffer.alloc(0), index: 2, size: 3, proof: inclusionProof(readerOfLeaves(leaves), 2, 3), root: mth(leaves) };
    for (const wrong of [Buffer.alloc(0), Buffer.alloc(31), Buffer.alloc(33), Buffer.concat([claim.root, Buffer.of(0)])]) {
      expect(isIncluded({ ...claim, leafHash: wrong })).toBe(false);
      expect(isIncluded({ ...claim, root: wrong })).toBe(false);
      expect(isIncluded({ ...claim, proof: [wrong] })).toBe(false);
    }
    expect(() => appended(emptyFrontier, [Buffer.alloc(31)])).toThrow(RangeError);
  });

  it('refuses a claim whose size is not the tree’s, though the hashes would lead to the root', () => {
    const [a, b] = leavesOf(2);
    const [one, two] = [a ?? Buffer.alloc(0), b ?? Buffer.alloc(0)];
    expect(isIncluded({ leafHash: one, index: 1, size: 1, proof: [], root: one })).toBe(false);
    expect(isIncluded({ leafHash: two, index: 0, size: 1, proof: [one], root: mth([one, two]) })).toBe(false);
    expect(isConsistent({ from: 1, fromRoot: one, to: 2, toRoot: mth([one, two]), proof: [two] })).toBe(true);
    for (const to of [3, 4, 5, 8]) expect(isConsistent({ from: 1, fromRoot: one, to, toRoot: mth([one, two]), proof: [two] })).toBe(false);
    // The same 64 bytes divided elsewhere.
    expect(isIncluded({ leafHash: Buffer.concat([one, two.subarray(0, 1)]), index: 0, size: 2, proof: [two.subarray(1)], root: mth([one, two]) })).toBe(false);
  });

  it('keeps an inner node from being passed off as an entry, and an entry as a node', () => {
    const leaves = leavesOf(4);
    const [a, b] = [leaves[0] ?? Buffer.alloc(0), leaves[1] ?? Buffer.alloc(0)];
    // The entry whose bytes are those of the left inner node, claimed at a tree of two.
    expect(hex(hashOfEntry(Buffer.concat([a, b])))).not.toBe(hex(mth([a, b])));
    expect(isIncluded({ leafHash: hashOfEntry(Buffer.concat([a, b])), index: 0, size: 2, proof: [mth(leaves.slice(2))], root: mth(leaves) })).toBe(false);
  });

  it('divides leaves into perfect parts from the largest to the smallest, as far as numbers are exact', () => {
    fc.assert(fc.property(fc.maxSafeNat(), (end) => {
      const parts = perfectParts({ start: 0, end });
      expect(parts.reduce((sum, { height }) => sum + 2 ** height, 0)).toBe(end);
      parts.forEach(({ height, index }, at) => expect(index * 2 ** height).toBe(parts.slice(0, at).reduce((sum, before) => sum + 2 ** before.height, 0)));
    }), { numRuns: 200 });
    expect(inclusionRanges(Number.MAX_SAFE_INTEGER - 1, Number.MAX_SAFE_INTEGER).length).toBe(52);
    expect(() => perfectParts({ start: 1, end: 3 })).toThrow(RangeError);
  });
});
