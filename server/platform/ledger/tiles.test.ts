import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consistencyProof, consistencyRanges, hashOfEntry, inclusionProof, inclusionRanges, perfectParts, readerOfLeaves, rootOf, rootOfLeaves } from './merkle.ts';
import { bundlePath, edgeOf, edgeTiles, emptyEdge, frontierOfEdge, grown, readBundle, readPath, readerOfTiles, tileCounts, tileOfNode, tilePath, tilesOfNodes, writeBundle, type TileId } from './tiles.ts';

const leavesOf = (count: number): Buffer[] => Array.from({ length: count }, (_, index) => hashOfEntry(Buffer.from(`entry ${index}`)));
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
const leaves = leavesOf(1_200);

/** A store of tiles as the log keeps them: each by its path, never written twice with other bytes. */
function storeOf(sizes: readonly number[]) {
  const tiles = new Map<string, Buffer>();
  let edge = emptyEdge;
  for (const size of sizes) {
    const step = grown(edge, leaves.slice(edge.size, size));
    for (const { id, hashes } of step.written) {
      expect(hashes.length).toBe(id.width * 32);
      expect(hex(tiles.get(tilePath(id)) ?? hashes)).toBe(hex(hashes));
      tiles.set(tilePath(id), hashes);
    }
    edge = step.edge;
  }
  const read = (tile: TileId): Buffer => {
    const found = tiles.get(tilePath(tile));
    if (found === undefined) throw new Error(`${tilePath(tile)} was not written`);
    return found;
  };
  return { edge, read, tiles };
}

describe('the tiles of the log', () => {
  it('have the paths of the specification', () => {
    expect(tilePath({ level: 0, index: 0, width: 256 })).toBe('tile/0/000');
    expect(tilePath({ level: 3, index: 1_234_067, width: 256 })).toBe('tile/3/x001/x234/067');
    expect(tilePath({ level: 0, index: 273, width: 112 })).toBe('tile/0/273.p/112');
    expect(bundlePath({ index: 1_000, width: 1 })).toBe('tile/entries/x001/000.p/1');
  });

  it('are read from their own path only, and every path leads back to its tile', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 63 }), fc.nat(2 ** 45), fc.integer({ min: 1, max: 256 }), (level, index, width) => {
      expect(readPath(tilePath({ level, index, width }))).toEqual({ tile: { level, index, width } });
      expect(readPath(bundlePath({ index, width }))).toEqual({ bundle: { index, width } });
    }), { numRuns: 300 });
    for (const path of ['tile/00/000', 'tile/64/000', 'tile/0/00', 'tile/0/0000', 'tile/0/x000/001', 'tile/0/001/002', 'tile/0/000.p/0', 'tile/0/000.p/256', 'tile/0/000.p/01', 'tile/0/000.p/257', 'tile/0/000.p/', 'tile/0/000/', '/tile/0/000', 'tile/-1/000', 'tile/entries/x000/000', 'tile/0/x001/x2/067', 'tile/0/000\n', 'tile/entry/000', 'tile/0/../000', 'tile/0/X001/000']) {
      expect(readPath(path), path).toBeUndefined();
    }
  });

  it('are counted as in the example of 70,000 entries', () => {
    expect(tileCounts(70_000)).toEqual([{ level: 0, full: 273, partialWidth: 112 }, { level: 1, full: 1, partialWidth: 17 }, { level: 2, full: 0, partialWidth: 1 }]);
    expect(tileCounts(256)).toEqual([{ level: 0, full: 1, partialWidth: 0 }, { level: 1, full: 0, partialWidth: 1 }]);
    expect(tileCounts(0)).toEqual([]);
  });

  it('hold exactly the subtrees of the definition, at every level', () => {
    const { tiles } = storeOf([1_200]);
    const read = readerOfLeaves(leaves);
    expect([...tiles.keys()].sort()).toEqual(['tile/0/000', 'tile/0/001', 'tile/0/002', 'tile/0/003', 'tile/0/004.p/176', 'tile/1/000.p/4']);
    expect(hex(tiles.get('tile/0/004.p/176') ?? Buffer.alloc(0))).toBe(hex(Buffer.concat(leaves.slice(1_024))));
    expect(hex(tiles.get('tile/1/000.p/4') ?? Buffer.alloc(0))).toBe(hex(Buffer.concat([0, 1, 2, 3].map((index) => read({ height: 8, index })))));
  });

  it('give the same root, edge and proofs however the log grew', () => {
    const step = fc.integer({ min: 0, max: 300 });
    fc.assert(fc.property(fc.array(step, { minLength: 1, maxLength: 8 }), fc.nat(), fc.nat(), (steps, first, second) => {
      const sizes = steps.map((_, at) => Math.min(steps.slice(0, at + 1).reduce((sum, one) => sum + one, 0), leaves.length));
      const { edge, read } = storeOf(sizes);
      const size = edge.size;
      expect(hex(rootOf(frontierOfEdge(edge)))).toBe(hex(rootOfLeaves(leaves.slice(0, size))));
      expect(edgeOf(size, read)).toEqual({ size, rows: edge.rows.map((row) => row.map((hash) => Buffer.from(hash))) });
      if (size === 0) return;
      const node = readerOfTiles(size, read);
      const [index, from] = [first % size, 1 + (second % size)];
      expect(inclusionProof(node, index, size).map(hex)).toEqual(inclusionProof(readerOfLeaves(leaves), index, size).map(hex));
      expect(consistencyProof(node, from, size).map(hex)).toEqual(consistencyProof(readerOfLeaves(leaves), from, size).map(hex));
    }), { numRuns: 60 });
  });

  it('can be named before they are read: a proof needs those tiles and no other', () => {
    const size = 1_200;
    const { read } = storeOf([700, size]);
    for (const ranges of [inclusionRanges(3, size), inclusionRanges(1_199, size), consistencyRanges(700, size), consistencyRanges(1, size)]) {
      const wanted = tilesOfNodes(ranges.flatMap(perfectParts), size).map(tilePath);
      const asked = new Set<string>();
      for (const node of ranges.flatMap(perfectParts)) readerOfTiles(size, (tile) => (asked.add(tilePath(tile)), read(tile)))(node);
      expect([...asked].sort()).toEqual([...wanted].sort());
      expect(new Set(wanted).size).toBe(wanted.length);
    }
  });

  it('are written again only where they changed', () => {
    const before = grown(emptyEdge, leaves.slice(0, 300)).edge;
    expect(grown(before, leaves.slice(300, 302)).written.map(({ id }) => tilePath(id))).toEqual(['tile/0/001.p/46']);
    expect(grown(before, leaves.slice(300, 512)).written.map(({ id }) => tilePath(id))).toEqual(['tile/0/001', 'tile/1/000.p/2']);
    expect(grown(before, []).written).toEqual([]);
    expect(edgeTiles(300).map(tilePath)).toEqual(['tile/0/001.p/44', 'tile/1/000.p/1']);
  });

  it('carry to the third level at 65,536 entries', () => {
    const same = Buffer.alloc(32, 7);
    const { edge, written } = grown(emptyEdge, Array.from({ length: 65_537 }, () => same));
    expect(edgeTiles(edge.size).map(tilePath)).toEqual(['tile/0/256.p/1', 'tile/2/000.p/1']);
    expect(written.filter(({ id }) => id.level === 1).map(({ id }) => tilePath(id))).toEqual(['tile/1/000']);
    let root: Uint8Array = same;
    for (let height = 0; height < 16; height += 1) root = rootOfLeaves([root, root]);
    expect(hex(written.find(({ id }) => id.level === 2)?.hashes ?? Buffer.alloc(0))).toBe(hex(root));
  });

  it('refuse bytes of another length and subtrees outside the tree', () => {
    expect(() => readerOfTiles(3, () => Buffer.alloc(95))({ height: 0, index: 0 })).toThrow(RangeError);
    expect(() => tileOfNode({ height: 1, index: 1 }, 3)).toThrow(RangeError);
    expect(() => tileOfNode({ height: 8, index: 0 }, 255)).toThrow(RangeError);
    expect(edgeOf(3, () => Buffer.alloc(95))).toBeUndefined();
    expect(() => grown(emptyEdge, [Buffer.alloc(31)])).toThrow(RangeError);
  });

  it('bundle entries with their lengths, and bundles are read only where they are exactly so many entries', () => {
    fc.assert(fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { minLength: 1, maxLength: 256 }), (entries) => {
      const bundle = writeBundle(entries);
      expect(readBundle(bundle, entries.length)?.map(hex)).toEqual(entries.map(hex));
      for (const width of [entries.length - 1, entries.length + 1]) expect(readBundle(bundle, width)).toBeUndefined();
      expect(readBundle(bundle.subarray(0, -1), entries.length)).toBeUndefined();
      expect(readBundle(Buffer.concat([bundle, Buffer.of(0)]), entries.length)).toBeUndefined();
    }), { numRuns: 60 });
    expect(() => writeBundle([])).toThrow(RangeError);
    expect(() => writeBundle([Buffer.alloc(65_536)])).toThrow(RangeError);
  });
});
