import { addCheckpointBody } from '../../server/platform/ledger/witness-client.ts';
import { signCheckpoint } from '../../server/platform/ledger/checkpoint.ts';
import { appended, consistencyProof, emptyFrontier, hashOfEntry, readerOfLeaves, rootOf } from '../../server/platform/ledger/merkle.ts';
import { generateKeyPairSync } from 'node:crypto';
import { signerKey, type SignerKey } from '../../server/platform/ledger/note-keys.ts';
import { makeFolder, openKeptHeads, type KeptHeads } from '../../witness/kept-heads.ts';
import { newKeyLine, readKeyLine } from '../../witness/witness-keys.ts';
import { witnessOver, type Witness } from '../../witness/witness.ts';
import type { Fault, FaultTools } from './frame/fault.ts';

const forksOf = { quick: 40, gate: 60, full: 1_000 } as const;
const origin = 'city.invalid/cases/v1';

/** Two copies of a server with one key: each a history of its own, the same up to some entry. Leaf hashes. */
interface Copies {
  readonly honest: readonly Buffer[];
  readonly other: readonly Buffer[];
}

const leavesOf = (from: number, to: number, story: string): readonly Buffer[] => Array.from({ length: to - from }, (_, at) => hashOfEntry(Buffer.from(`${story} ${from + at}`)));

function copiesFrom(tools: FaultTools, witnessed: number): Copies {
  const common = tools.whole(0, witnessed - 1);
  const honest = leavesOf(0, witnessed + tools.whole(1, 40), 'honest');
  return { honest, other: [...honest.slice(0, common), ...leavesOf(common, witnessed + tools.whole(1, 40), `fork ${tools.whole(0, 1_000_000_000)}`)] };
}

/** What a copy asks a witness who knows `oldSize` entries of the other one: as honestly as it can, or with the other copy's proof, or as if nobody knew it. */
function request(key: SignerKey, leaves: readonly Buffer[], oldSize: number, size: number, proofFrom = leaves): string {
  const note = signCheckpoint([key], { origin, size, root: rootOf(appended(emptyFrontier, leaves.slice(0, size))), extensions: [] });
  return addCheckpointBody({ oldSize, note, proof: oldSize === 0 || oldSize === size ? [] : consistencyProof(readerOfLeaves(proofFrom.slice(0, size)), oldSize, size) });
}

/** Tries to have a second history signed, in four ways; answers how many of them were. */
async function fork(tools: FaultTools, witness: Witness, key: SignerKey, witnessed: number, copies: Copies): Promise<number> {
  const { honest, other } = copies;
  const larger = Math.min(other.length, honest.length);
  const tried = [
    request(key, other, witnessed, witnessed), request(key, other, witnessed, other.length), request(key, other, witnessed, larger, honest), request(key, other, 0, other.length),
    request(key, other, tools.whole(1, witnessed), witnessed),
  ];
  let signed = 0;
  for (const body of tried) if ((await witness.addCheckpoint(body)).status === 200) signed += 1;
  return signed;
}

/** A witness over a memory, and a log of one key that it has signed up to some size. */
async function forksSigned(tools: FaultTools, forks: number, goesOn: () => boolean, spoil: (heads: KeptHeads) => KeptHeads): Promise<{ readonly forks: number; readonly signed: number; readonly honestRefused: number; readonly secondHistories: number }> {
  const own = readKeyLine(newKeyLine('archive.invalid/witness'));
  if (own === undefined) throw new Error('a new key cannot be read');
  const key = signerKey(origin, 'note', generateKeyPairSync('ed25519').privateKey);
  const folder = tools.folder('witness');
  makeFolder(folder, own.verifier);
  const heads = openKeptHeads(folder, own.verifier);
  const witness = witnessOver(own, spoil(heads), [key.verifier], Date.now, () => undefined);
  let done = 0;
  let signed = 0;
  let honestRefused = 0;
  const honest = leavesOf(0, 40, 'honest');
  let witnessed = 40;
  if ((await witness.addCheckpoint(request(key, honest, 0, witnessed))).status !== 200) honestRefused += 1;
  for (; done < forks && goesOn(); done += 1) {
    const copies = copiesFrom(tools, witnessed);
    signed += await fork(tools, witness, key, witnessed, copies);
    // The honest copy goes on: who refuses everybody would refuse forks too.
    const next = witnessed + (done % 8 === 0 ? 1 : 0);
    if ((await witness.addCheckpoint(request(key, copies.honest, witnessed, next))).status !== 200) honestRefused += 1;
    witnessed = next;
  }
  const kept = heads.find(origin);
  const root = Buffer.from(rootOf(appended(emptyFrontier, leavesOf(0, witnessed, 'honest'))));
  heads.close();
  return { forks: done, signed, honestRefused, secondHistories: kept && root.equals(kept.checkpoint.root) ? 0 : 1 };
}

/** Witnesses that would let a split view pass: one that forgets, and one that believes whatever root it is shown. */
const mutants: readonly ((heads: KeptHeads) => KeptHeads)[] = [
  (heads) => ({ ...heads, find: () => undefined }),
  (heads) => {
    let first: string | undefined;
    return { ...heads, keep: (of, note) => heads.keep(of, (first ??= note)) };
  },
];

/** L-06: one key, two histories. A witness that has signed one of them signs nothing of any other. */
export const fault: Fault = {
  id: 'L-06',
  title: 'Split view: two copies of a server with one key tell two histories',
  needs: [],
  seconds: { quick: 0, gate: 4, full: 120 },
  async run(size, tools) {
    const result = await forksSigned(tools, forksOf[size], () => tools.timeLeftMs() > 0, (heads) => heads);
    let caught = 0;
    for (const mutant of mutants) {
      const spoiled = await forksSigned(tools, 12, () => true, mutant);
      if (spoiled.signed > 0 || spoiled.honestRefused > 0) caught += 1;
    }
    const broken = [
      ...(result.signed > 0 ? [`a witness signed ${result.signed} of the second histories`] : []),
      ...(result.honestRefused > 0 ? [`a witness refused the honest history ${result.honestRefused} times`] : []),
      ...(result.secondHistories > 0 ? ['what the witness remembers is not the honest history'] : []),
    ];
    return { faults: result.forks, lost: 0, broken, mutantsPlanted: mutants.length, mutantsCaught: caught, figures: { forks: result.forks, requestsOfForks: result.forks * 5, signed: result.signed }, seed: tools.seed };
  },
};
