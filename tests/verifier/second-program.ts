import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Facts, type Trust } from './verifier-script.ts';

/** Where the second program lies. */
export const programPath = fileURLToPath(new URL('../../verifier/verify.py', import.meta.url));
const batchPath = fileURLToPath(new URL('batch.py', import.meta.url));

/** Whether this machine can run the second program at all; the tests say so loudly when it cannot. */
export const pythonIsThere = spawnSync('python3', ['-c', 'import sys; sys.exit(sys.version_info < (3, 8))']).status === 0;
if (!pythonIsThere) console.warn('SKIPPED: no python3 (3.8 or newer) here. The second verifier, verifier/verify.py, is NOT tested in this run.');

/** One receipt to be checked: its bytes, under whose trust (a place in the list of trusts), with the record or its hash if known. */
export interface Question {
  readonly receipt: Uint8Array;
  readonly trust: number;
  readonly entry?: Uint8Array;
  readonly leafHash?: Uint8Array;
}

/** The second program's answer. */
export interface SecondAnswer {
  readonly code: string;
  readonly facts: Facts | null;
}

const base64 = (bytes: Uint8Array | undefined): string | null => (bytes ? Buffer.from(bytes).toString('base64') : null);

function runBatch(lines: readonly unknown[]): unknown[] {
  const input = lines.map((line) => JSON.stringify(line)).join('\n');
  const { status, stdout, stderr } = spawnSync('python3', [batchPath], { input, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`the second program broke: ${stderr}`);
  return stdout.trim().split('\n').map((line) => JSON.parse(line) as unknown);
}

/** The second program's answers to many questions in one run. */
export function askSecondProgram(trusts: readonly Trust[], questions: readonly Question[]): SecondAnswer[] {
  const asked = questions.map(({ receipt, trust, entry, leafHash }) => ({ receipt: base64(receipt), trust, entry: base64(entry), leafHash: base64(leafHash) }));
  return runBatch([{ trusts }, ...asked]) as SecondAnswer[];
}

/** The second program's view of bare Ed25519 signatures. */
export function askSecondProgramForSignatures(signatures: readonly { readonly key: Uint8Array; readonly message: Uint8Array; readonly signature: Uint8Array }[]): boolean[] {
  return runBatch([{ trusts: [] }, ...signatures.map(({ key, message, signature }) => ({ key: base64(key), message: base64(message), signature: base64(signature) }))]) as boolean[];
}

/** The second program as a person calls it. */
export function callSecondProgram(...args: string[]): { readonly status: number | null; readonly stdout: string } {
  const { status, stdout } = spawnSync('python3', [programPath, ...args], { encoding: 'utf8' });
  return { status, stdout };
}
