import { readBase64, writeBase64 } from '../../server/platform/ledger/canonical-text.ts';
import { isNoteSignature, openCheckpoint, readPolicy, readSignedCheckpoint, signCheckpoint } from '../../server/platform/ledger/checkpoint.ts';
import { isConsistent, isIncluded } from '../../server/platform/ledger/merkle-verify.ts';
import { consistencyProof, emptyRoot, hashOfEntry, hashOfNode, readerOfLeaves, rootOf, rootOfLeaves } from '../../server/platform/ledger/merkle.ts';
import { privateKeyOfSeed, readVerifierKey, signerKey } from '../../server/platform/ledger/note-keys.ts';
import { readNote } from '../../server/platform/ledger/note.ts';
import { emptyEdge, frontierOfEdge, grown, readBundle, tileCounts, writeBundle } from '../../server/platform/ledger/tiles.ts';

interface VectorCase {
  readonly path: string;
  readonly proof: readonly string[] | null;
  readonly wantErr: boolean;
}
interface InclusionFile {
  readonly cases: readonly (VectorCase & { readonly leafHash: string; readonly leafIdx: number; readonly treeSize: number; readonly root: string })[];
}
interface ConsistencyFile {
  readonly cases: readonly (VectorCase & { readonly size1: number; readonly size2: number; readonly root1: string; readonly root2: string })[];
}

/** Bytes of a vector; a vector that is no base64 is a bug of the file. */
function bytes(base64: string): Buffer {
  const read = readBase64(base64);
  if (read === undefined) throw new Error(`not base64: ${base64}`);
  return read;
}

/** Each inclusion and consistency vector, and whether we say of it what must be said. */
export function merkleVectors(inclusion: InclusionFile, consistency: ConsistencyFile): readonly { readonly path: string; readonly passed: boolean }[] {
  const said = [
    ...inclusion.cases.map((one) => ({ one, taken: isIncluded({ leafHash: bytes(one.leafHash), index: one.leafIdx, size: one.treeSize, proof: (one.proof ?? []).map(bytes), root: bytes(one.root) }) })),
    ...consistency.cases.map((one) => ({ one, taken: isConsistent({ from: one.size1, fromRoot: bytes(one.root1), to: one.size2, toRoot: bytes(one.root2), proof: (one.proof ?? []).map(bytes) }) })),
  ];
  return said.map(({ one, taken }) => ({ path: one.path, passed: taken === !one.wantErr }));
}

/** What differs from the reference tree of 8 leaves: its nodes, its roots, single hashes. Empty where all agree. */
export function referenceTreeFaults(tree: { readonly leafInputsHex: readonly string[]; readonly nodeHashesHexByLevel: readonly (readonly string[])[]; readonly rootsHexBySize: readonly string[]; readonly hasher: readonly { readonly what: string; readonly hex: string }[] }): readonly string[] {
  const leaves = tree.leafInputsHex.map((hex) => hashOfEntry(Buffer.from(hex, 'hex')));
  const hex = (hash: Uint8Array): string => Buffer.from(hash).toString('hex');
  const read = readerOfLeaves(leaves);
  const single = [hex(emptyRoot), hex(hashOfEntry(Buffer.alloc(0))), hex(hashOfEntry(Buffer.from('L123456'))), hex(hashOfNode(Buffer.from('N123'), Buffer.from('N456')))];
  return [
    ...tree.nodeHashesHexByLevel.flatMap((row, height) => row.flatMap((wanted, index) => (hex(read({ height, index })) === wanted ? [] : [`reference tree: node ${index} at height ${height}`]))),
    ...tree.rootsHexBySize.flatMap((wanted, size) => (hex(rootOfLeaves(leaves.slice(0, size))) === wanted ? [] : [`reference tree: root of ${size}`])),
    ...tree.hasher.flatMap(({ what, hex: wanted }, at) => (single[at] === wanted ? [] : [`reference tree: ${what}`])),
  ];
}

/** What differs from the golden log: its bundle, its tile, its roots, its signatures and that each of its checkpoints follows from each before. */
export function goldenLogFaults(golden: { readonly vkey: string; readonly entriesUtf8: readonly string[]; readonly entryBundleBase64: string; readonly level0TileBase64: string; readonly checkpointsBySize: Readonly<Record<string, string>> }): readonly string[] {
  const faults: string[] = [];
  const entries = golden.entriesUtf8.map((entry) => Buffer.from(entry));
  const leaves = entries.map(hashOfEntry);
  const grownTo = (size: number) => grown(emptyEdge, leaves.slice(0, size));
  if (writeBase64(writeBundle(entries)) !== golden.entryBundleBase64) faults.push('golden log: its bundle is not the one we write');
  if (readBundle(bytes(golden.entryBundleBase64), entries.length)?.map((entry) => Buffer.from(entry).toString()).join() !== golden.entriesUtf8.join()) faults.push('golden log: its bundle is not read');
  if (writeBase64(grownTo(entries.length).written[0]?.hashes ?? Buffer.alloc(0)) !== golden.level0TileBase64) faults.push('golden log: its tile is not the one we write');
  const policy = readPolicy({ log: [golden.vkey], witnesses: [], quorum: 0 });
  if (!policy.ok) return [...faults, 'golden log: its key is not read'];
  const opened = Object.entries(golden.checkpointsBySize).map(([size, note]) => ({ size: Number(size), opened: openCheckpoint(policy.policy, note) }));
  for (const one of opened) {
    // The empty tree's signed head is a checkpoint like others; what is refused is a proof from it.
    const root = rootOf(frontierOfEdge(grownTo(one.size).edge));
    if (!one.opened.ok || one.opened.checkpoint.size !== one.size || Buffer.compare(one.opened.checkpoint.root, root) !== 0) faults.push(`golden log: checkpoint of ${one.size}`);
    for (const before of opened) {
      if (!one.opened.ok || !before.opened.ok || before.size === 0 || before.size > one.size) continue;
      const proof = consistencyProof(readerOfLeaves(leaves), before.size, one.size);
      if (!isConsistent({ from: before.size, fromRoot: before.opened.checkpoint.root, to: one.size, toRoot: one.opened.checkpoint.root, proof })) faults.push(`golden log: from ${before.size} to ${one.size}`);
    }
  }
  return faults;
}

/** What differs from the examples of the specifications: a signed note, the shape of checkpoints and cosignatures, the tiles of a tree of 70,000. */
export function noteFaults(examples: { readonly signedNote: { readonly vkey: string; readonly note: string }; readonly checkpointSyntaxOnly: string; readonly checkpointWithCosignatureSyntaxOnly: string; readonly tileWidthExample: Readonly<Record<string, number>> }): readonly string[] {
  const faults: string[] = [];
  const key = readVerifierKey(examples.signedNote.vkey);
  const note = readNote(examples.signedNote.note);
  const signature = note.ok ? note.note.signatures[0] : undefined;
  if (!key.ok || !note.ok || signature === undefined || signature.id !== key.key.id || !isNoteSignature(key.key, note.note.text, signature.signature)) faults.push('specification: the signed note');
  for (const [text, lengths] of [[examples.checkpointSyntaxOnly, '64'], [examples.checkpointWithCosignatureSyntaxOnly, '64,72']] as const) {
    const read = readSignedCheckpoint(text);
    const same = read.ok && read.checkpoint.size === 20_852_163 && read.note.signatures.map((made) => made.signature.length).join() === lengths;
    if (!same) faults.push(`specification: the checkpoint with signatures of ${lengths} bytes`);
    // Written from the same parts, the text that is signed comes out the same.
    const signer = signerKey('example.com/behind-the-sofa', 'note', privateKeyOfSeed(Buffer.alloc(32)));
    if (read.ok && !signCheckpoint([signer], read.checkpoint).startsWith(`${read.note.text}\n— `)) faults.push('specification: the checkpoint is written otherwise');
  }
  const counts = tileCounts(70_000).flatMap(({ level, full, partialWidth }) => [...(full === 0 ? [] : [[`level${level}Full`, full]]), [`level${level}PartialWidth`, partialWidth]]);
  const wanted = Object.entries(examples.tileWidthExample).filter(([name]) => name !== 'treeSize');
  if (JSON.stringify(counts) !== JSON.stringify(wanted)) faults.push('specification: the tiles of a tree of 70,000');
  return faults;
}
