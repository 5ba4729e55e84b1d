import { readFileSync } from 'node:fs';
import { webcrypto } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { chanceOf, growthOf, rootOf, sha256 } from './made-receipts.ts';
import { mutations, spoiled } from './mutations.ts';
import { openVerifier, scriptOf, type Verifier } from './verifier-script.ts';

const read = <T>(path: string): T => JSON.parse(readFileSync(new URL(`../ledger-vectors/${path}`, import.meta.url), 'utf8')) as T;
const golden = read<{ readonly vkey: string; readonly proofs: readonly { readonly entryUtf8: string; readonly proofText: string }[] }>('tlog/derived-tlog-proofs.json');
/** Pieces of two receipts can make a third one that is genuine too. */
const genuine = new Set(golden.proofs.map((proof) => proof.proofText));
const { cases: inclusions } = read<{ readonly cases: readonly { readonly leafIdx: number; readonly treeSize: number; readonly leafHash: string; readonly root: string; readonly proof: readonly string[] | null; readonly wantErr: boolean }[] }>('rfc6962/inclusion.json');
const { cases: consistencies } = read<{ readonly cases: readonly { readonly size1: number; readonly size2: number; readonly root1: string; readonly root2: string; readonly proof: readonly string[] | null; readonly wantErr: boolean }[] }>('rfc6962/consistency.json');
const loose = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));

const leaves = Array.from({ length: 18 }, (_none, i) => sha256(`leaf ${i}`));

/** Every pair of sizes up to 18: the proof by definition must hold, and must not with another root on either side or one hash more or less. */
function faultsOfGrowth(page: Verifier): number {
  const stranger = sha256('another tree');
  let faults = 0;
  for (let n = 1; n <= leaves.length; n++) {
    for (let m = 1; m <= n; m++) {
      const [first, second, proof] = [rootOf(leaves.slice(0, m)), rootOf(leaves.slice(0, n)), growthOf(m, leaves.slice(0, n))];
      if (!page.isConsistent(m, n, first, second, proof)) faults += 1;
      const wrong = [[stranger, second, proof], [first, stranger, proof], [first, second, [...proof, stranger]], ...(proof.length > 0 ? [[first, second, proof.slice(1)]] : [])] as [Buffer, Buffer, Buffer[]][];
      for (const [before, after, path] of wrong) if (page.isConsistent(m, n, before, after, path)) faults += 1;
    }
  }
  return faults;
}

/** How many of the golden receipts' mutations of each kind are accepted, and how many vectors are judged wrongly. */
async function faultsOf(page: Verifier): Promise<number> {
  const ed25519 = await page.chooseEd25519(webcrypto.subtle);
  const chance = chanceOf(7);
  let faults = 0;
  for (const kind of Object.keys(mutations)) {
    for (const proof of [...golden.proofs, ...golden.proofs, ...golden.proofs]) {
      const { bytes } = spoiled(proof.proofText, golden.proofs[3]?.proofText ?? '', chance, kind);
      if (genuine.has(bytes.toString('utf8'))) continue;
      const answer = await page.verify(bytes, { logs: [golden.vkey], witnesses: [], quorum: null }, { ed25519, entry: Buffer.from(proof.entryUtf8) });
      if (answer.genuine) faults += 1;
    }
  }
  for (const one of inclusions) if ((page.checkInclusion(one.leafIdx, one.treeSize, loose(one.leafHash), (one.proof ?? []).map(loose), loose(one.root)) === null) === one.wantErr) faults += 1;
  for (const one of consistencies) if (page.isConsistent(one.size1, one.size2, loose(one.root1), loose(one.root2), (one.proof ?? []).map(loose)) === one.wantErr) faults += 1;
  return faults + faultsOfGrowth(page);
}

/** Each by the piece of the page it replaces: the mistakes that verifiers are known to make. */
const defects: readonly (readonly [name: string, from: string, to: string])[] = [
  ['base64 may be written in another way', 'return base64Of(bytes) === text ? bytes : null;', 'return bytes;'],
  ['the key id is not compared', 'candidate.name === signature.name && candidate.id === signature.id', 'candidate.name === signature.name'],
  ['a wrong signature is overlooked', 'answers.findIndex((answer) => answer !== true)', 'answers.findIndex(() => false)'],
  ['a second signature is overlooked', "if (known.some((before) => before.key === key)) return Promise.resolve({ code: 'signature.twice', params: { name: key.name } });", ''],
  ['a proof may be too short', "if (sn !== 0) return 'proof.length';\n    return", 'return'],
  ['the root is not compared', "return equal(hash, root) ? null : 'proof.wrong';", 'return null;'],
  ['the index may lie beyond the tree', 'index >= size) return', 'false) return'],
  ['a proof from the empty tree says something', 'size1 === 0 || size1 > size2', 'size1 > size2'],
  ['the old root is not compared', 'equal(first, root1) && equal(second, root2)', 'equal(second, root2)'],
  ['numbers may be written in another way', '/^(?:0|[1-9][0-9]{0,15})$/.test(text)', '/^[ +0-9.e]+$/.test(text)'],
  ['hashes may have any length', 'if (leafHash.length !== 32 || proof.some((hash) => hash.length !== 32))', 'if (false)'],
];

describe('the vectors and the spoiled receipts find', () => {
  it('nothing in the page as it is', async () => {
    expect(await faultsOf(openVerifier())).toBe(0);
  });

  it.each(defects)('the planted defect: %s', async (_name, from, to) => {
    const source = scriptOf('verifier');
    expect(source.split(from).length).toBe(2);
    expect(await faultsOf(openVerifier(source.replace(from, () => to)))).toBeGreaterThan(0);
  });
});
