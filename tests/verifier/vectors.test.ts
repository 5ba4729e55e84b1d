import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { webcrypto } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { callSecondProgram, pythonIsThere } from './second-program.ts';
import { openVerifier } from './verifier-script.ts';

const folder = fileURLToPath(new URL('../ledger-vectors/', import.meta.url));
const read = <T>(path: string): T => JSON.parse(readFileSync(folder + path, 'utf8')) as T;
const loose = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'base64'));
const page = openVerifier();

interface InclusionCase {
  readonly path: string;
  readonly leafIdx: number;
  readonly treeSize: number;
  readonly leafHash: string;
  readonly root: string;
  readonly proof: readonly string[] | null;
  readonly wantErr: boolean;
}
interface ConsistencyCase {
  readonly path: string;
  readonly size1: number;
  readonly size2: number;
  readonly root1: string;
  readonly root2: string;
  readonly proof: readonly string[] | null;
  readonly wantErr: boolean;
}
interface DerivedProofs {
  readonly vkey: string;
  readonly proofs: readonly { readonly size: number; readonly index: number; readonly entryUtf8: string; readonly proofText: string }[];
}

describe('the published vectors, through the page', () => {
  it('98 inclusion proofs are judged as their authors say', () => {
    const { cases } = read<{ readonly cases: readonly InclusionCase[] }>('rfc6962/inclusion.json');
    const wrong = cases.filter((one) => (page.checkInclusion(one.leafIdx, one.treeSize, loose(one.leafHash), (one.proof ?? []).map(loose), loose(one.root)) === null) === one.wantErr);
    expect(wrong.map((one) => one.path)).toEqual([]);
    expect(cases.length).toBe(98);
  });

  it('98 consistency proofs are judged as their authors say, three from the empty tree among them', () => {
    const { cases } = read<{ readonly cases: readonly ConsistencyCase[] }>('rfc6962/consistency.json');
    const wrong = cases.filter((one) => page.isConsistent(one.size1, one.size2, loose(one.root1), loose(one.root2), (one.proof ?? []).map(loose)) === one.wantErr);
    expect(wrong.map((one) => one.path)).toEqual([]);
    expect(cases.length).toBe(98);
  });

  for (const subtle of [undefined, webcrypto.subtle]) {
    it(`36 receipts of the golden log are genuine, and none with the record of its neighbour (${subtle ? 'the browser’s Ed25519' : 'our own Ed25519'})`, async () => {
      const { vkey, proofs } = read<DerivedProofs>('tlog/derived-tlog-proofs.json');
      const ed25519 = await page.chooseEd25519(subtle);
      expect(ed25519.name).toBe(subtle ? 'webcrypto' : 'own');
      const ask = (text: string, entry: string) => page.verify(Buffer.from(text), { logs: [vkey], witnesses: [], quorum: null }, { ed25519, entry: Buffer.from(entry) });
      const answers = await Promise.all(proofs.map((proof) => ask(proof.proofText, proof.entryUtf8)));
      expect(answers.filter((answer) => answer.genuine).length).toBe(36);
      expect(answers.map((answer) => [answer.facts?.size, answer.facts?.index])).toEqual(proofs.map((proof) => [proof.size, proof.index]));
      const others = await Promise.all(proofs.map((proof) => ask(proof.proofText, `${proof.entryUtf8}s`)));
      expect(new Set(others.map((answer) => answer.code))).toEqual(new Set(['proof.wrong']));
    });
  }

  it('the checkpoint of the empty golden log proves nothing', async () => {
    const { vkey, checkpointsBySize } = read<{ readonly vkey: string; readonly checkpointsBySize: Readonly<Record<string, string>> }>('tlog/tessera-golden-log.json');
    const text = `c2sp.org/tlog-proof@v1\nindex 0\n\n${checkpointsBySize['0'] ?? ''}`;
    expect((await page.verify(Buffer.from(text), { logs: [vkey], witnesses: [], quorum: null }, { ed25519: page.ownEd25519, entry: Buffer.from('one') })).code).toBe('checkpoint.empty_tree');
  });

  it('the example of the signed-note text is signed by its key', () => {
    const { signedNote } = read<{ readonly signedNote: { readonly vkey: string; readonly note: string } }>('tlog/c2sp-examples.json');
    const key = Buffer.from(signedNote.vkey.split('+').slice(2).join('+'), 'base64').subarray(1);
    const [body = '', line = ''] = signedNote.note.split('\n\n');
    const signature = Buffer.from(line.trim().split(' ')[2] ?? '', 'base64').subarray(4);
    expect(page.verifyEd25519(key, Buffer.from(`${body}\n`), signature)).toBe(true);
    expect(page.verifyEd25519(key, Buffer.from(body), signature)).toBe(false);
  });
});

describe.skipIf(!pythonIsThere)('the published vectors, through the second program', () => {
  it('196 of 196 proofs and 36 of 36 receipts', () => {
    const { status, stdout } = callSecondProgram('--vectors', folder);
    expect(JSON.parse(stdout)).toEqual({ vectors: 196, passed: 196, proofs: 36, genuine: 36 });
    expect(status).toBe(0);
  });

  it('as a person calls it: one line of reason, and 0 for genuine, 1 for anything else, 2 for wrong use', () => {
    const { vkey, proofs } = read<DerivedProofs>('tlog/derived-tlog-proofs.json');
    const proof = proofs.at(-1);
    const folderOfReceipts = mkdtempSync(join(tmpdir(), 'second-program-'));
    const written = (name: string, text: string): string => {
      writeFileSync(join(folderOfReceipts, name), text);
      return join(folderOfReceipts, name);
    };
    const receipt = written('receipt', proof?.proofText ?? '');
    const record = written('record', proof?.entryUtf8 ?? '');
    const asked = [['--log-key', vkey, '--record', record, receipt], ['--log-key', vkey, '--record', record, written('mailed', (proof?.proofText ?? '').replaceAll('\n', '\r\n'))], ['--log-key', vkey, '--leaf', '0'.repeat(64), receipt], ['--log-key', vkey, receipt], [written('steering', (proof?.proofText ?? '').replace('\nexample.com', '\n\u009b2Jexample.com'))], [join(folderOfReceipts, 'none')], []];
    const answers = asked.map((args) => callSecondProgram(...args));
    rmSync(folderOfReceipts, { recursive: true });
    expect(answers.map(({ status }) => status)).toEqual([0, 0, 1, 1, 1, 2, 2]);
    expect(answers.map(({ stdout }) => stdout.trim().split('\n').length)).toEqual(answers.map(() => 1));
    expect(answers.map(({ stdout }) => /^(是真的|不是真的|无法判断)/.exec(stdout)?.[0])).toEqual(['是真的', '是真的', '不是真的', '无法判断', '无法判断', undefined, undefined]);
    expect(answers[4]?.stdout).toContain('\ufffd2J');
  });
});
