import { createHash, createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';

/** Numbers in [0, 1) that are the same for the same seed (mulberry32). */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** SHA-256 of the parts in a row, by Node, which neither verifier uses. */
export const sha256 = (...parts: readonly (Uint8Array | string)[]): Buffer => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();

/** Somebody who signs: a name, the key text that others are given, and how to sign bytes. */
export interface Signer {
  readonly name: string;
  readonly keyText: string;
  readonly keyId: Buffer;
  readonly publicKey: Buffer;
  readonly sign: (message: Uint8Array) => Buffer;
}

/** A signer with the Ed25519 key of a seed; type 1 signs notes, type 4 cosigns checkpoints. */
export function signerOf(name: string, type: 1 | 4, seed: string): Signer {
  const secret: KeyObject = createPrivateKey({ key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), sha256(seed)]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(secret).export({ format: 'der', type: 'spki' }).subarray(-32);
  const material = Buffer.concat([Buffer.from([type]), publicKey]);
  const keyId = sha256(name, '\n', material).subarray(0, 4);
  return { name, keyId, publicKey, keyText: `${name}+${keyId.toString('hex')}+${material.toString('base64')}`, sign: (message) => sign(null, message, secret) };
}

const split = (n: number): number => 2 ** Math.ceil(Math.log2(n) - 1);

/** The Merkle tree hash of leaf hashes, by its definition (RFC 6962 §2.1). */
export function rootOf(leaves: readonly Buffer[]): Buffer {
  const [only] = leaves;
  if (!only) return sha256();
  if (leaves.length === 1) return only;
  const k = split(leaves.length);
  return sha256(Buffer.from([1]), rootOf(leaves.slice(0, k)), rootOf(leaves.slice(k)));
}

/** The inclusion proof of one leaf, by its definition (RFC 6962 §2.1.1). */
export function pathOf(index: number, leaves: readonly Buffer[]): Buffer[] {
  if (leaves.length === 1) return [];
  const k = split(leaves.length);
  return index < k ? [...pathOf(index, leaves.slice(0, k)), rootOf(leaves.slice(k))] : [...pathOf(index - k, leaves.slice(k)), rootOf(leaves.slice(0, k))];
}

/** The consistency proof of the first `m` leaves with all of them, by its definition (RFC 6962 §2.1.2); `whole` while no leaf was cut off on the left. */
export function growthOf(m: number, leaves: readonly Buffer[], whole = true): Buffer[] {
  if (m === leaves.length) return whole ? [] : [rootOf(leaves)];
  const k = split(leaves.length);
  return m <= k ? [...growthOf(m, leaves.slice(0, k), whole), rootOf(leaves.slice(k))] : [...growthOf(m - k, leaves.slice(k), false), rootOf(leaves.slice(0, k))];
}

/** One signature line of a note. */
export const signatureLine = (signer: Signer, signature: Uint8Array): string => `\u2014 ${signer.name} ${Buffer.concat([signer.keyId, signature]).toString('base64')}\n`;

/** A witness's line over a checkpoint's text, saying when (seconds since 1970). */
export function cosignatureLine(witness: Signer, note: string, seconds: bigint): string {
  const time = Buffer.alloc(8);
  time.writeBigUInt64BE(seconds);
  return signatureLine(witness, Buffer.concat([time, witness.sign(Buffer.from(`cosignature/v1\ntime ${seconds}\n${note}`))]));
}

/** The parts of a receipt before they become one text. */
export interface Parts {
  readonly extra?: Uint8Array;
  readonly index: number;
  readonly proof: readonly Buffer[];
  readonly note: string;
  readonly signatures: readonly string[];
}

/** The text of a receipt (tlog-proof@v1). */
export const receiptText = ({ extra, index, proof, note, signatures }: Parts): string =>
  `c2sp.org/tlog-proof@v1\n${extra ? `extra ${Buffer.from(extra).toString('base64')}\n` : ''}index ${index}\n${proof.map((hash) => `${hash.toString('base64')}\n`).join('')}\n${note}\n${signatures.join('')}`;

const origin = 'yimen.example/cases/v1';
/** The log and the three witnesses of every made receipt. */
export const log = signerOf(origin, 1, 'log');
/** See {@link log}. */
export const witnesses = ['archives.example/w', 'audit.example/w', 'university.example/w'].map((name) => signerOf(name, 4, name));

const commitmentOf = (salt: Uint8Array, content: string): string => sha256(Buffer.from([2]), salt, content).toString('hex');

/** The canonical JSON of a record as it travels in `extra`; content is canonical JSON already. */
export function recordOf(content: string, salt: Buffer, seq = 1, kind = 'matter_filed'): { readonly leaf: string; readonly whole: string } {
  const leaf = `{"at":"2026-11-23T07:40:05.120Z","by":"r-7","case":"3f2a","commit":"${commitmentOf(salt, content)}","kind":"${kind}","log":"${origin}","prev":"","seq":${seq},"v":1}`;
  return { leaf, whole: `{"content":${content},"leaf":${leaf},"salt":"${salt.toString('base64')}"}` };
}

/** A genuine receipt of a log of `size` records for the record given as `extra`; two of three witnesses have signed. */
export function makeReceipt(record: { readonly leaf: string; readonly whole: string }, size: number, index: number, carried: 'whole' | 'leaf' | 'hash' | 'nothing' = 'whole'): { readonly text: string; readonly parts: Parts; readonly leafHash: Buffer } {
  const leafHash = sha256(Buffer.from([0]), record.leaf);
  const leaves = Array.from({ length: size }, (_none, i) => (i === index ? leafHash : sha256(`leaf ${i}`)));
  const note = `${origin}\n${size}\n${rootOf(leaves).toString('base64')}\n`;
  const signatures = [signatureLine(log, log.sign(Buffer.from(note))), ...witnesses.slice(0, 2).map((witness, i) => cosignatureLine(witness, note, 1795419605n + BigInt(i)))];
  const extras = { whole: Buffer.from(record.whole), leaf: Buffer.from(`{"leaf":${record.leaf}}`), hash: leafHash, nothing: undefined };
  const extra = extras[carried];
  const parts = { ...(extra ? { extra } : {}), index, proof: pathOf(index, leaves), note, signatures };
  return { text: receiptText(parts), parts, leafHash };
}

/** What the made receipts are checked with. */
export const madeTrust = { logs: [log.keyText], witnesses: witnesses.map((witness) => witness.keyText), quorum: 2 };
