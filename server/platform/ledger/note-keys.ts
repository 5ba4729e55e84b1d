import { createPrivateKey, createPublicKey, hash, type KeyObject } from 'node:crypto';
import { readBase64, writeBase64 } from './canonical-text.ts';
import { refusedBy, type LedgerRefusal } from './ledger-refusal.ts';

/** What a key signs: a note as it stands (C2SP signed-note, type 0x01) or, as a witness, a checkpoint with the time (C2SP tlog-cosignature, type 0x04). */
export type KeyUse = 'note' | 'cosignature';

/** A key that signatures are verified with. `id` is its key id, 4 bytes in hex; name and id together say which key signed. */
export interface VerifierKey {
  readonly name: string;
  readonly use: KeyUse;
  readonly id: string;
  readonly bytes: Buffer;
  readonly key: KeyObject;
}

/** A key that signs, with the key that its signatures are verified with. */
export interface SignerKey {
  readonly verifier: VerifierKey;
  readonly privateKey: KeyObject;
}

const typeByte: Readonly<Record<KeyUse, number>> = { note: 1, cosignature: 4 };
const keyLength = 32;

// The fixed beginnings of Ed25519 keys in DER (RFC 8410 §4, §7); 32 bytes of key follow.
const publicHead = Buffer.from('302a300506032b6570032100', 'hex');
const privateHead = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Whether a text can name a key: not empty, no space of any kind, no plus sign, no control character (C2SP signed-note, Format). */
export function isKeyName(name: string): boolean {
  return name !== '' && !/[\p{White_Space}+\p{Surrogate}\u0000-\u001f]/u.test(name);
}

/** SHA-256(name ‖ newline ‖ type ‖ public key), its first 4 bytes in hex (C2SP signed-note, Signatures). */
function keyId(name: string, use: KeyUse, bytes: Uint8Array): string {
  return hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(typeByte[use]), bytes]), 'buffer').toString('hex', 0, 4);
}

/** The verifying key over an Ed25519 public key of 32 bytes (RFC 8032). A name that cannot name a key, or another length, is a bug. */
export function verifierKey(name: string, use: KeyUse, bytes: Uint8Array): VerifierKey {
  if (!isKeyName(name) || bytes.length !== keyLength) throw new RangeError('verifierKey: a key has a name and 32 bytes');
  return { name, use, id: keyId(name, use, bytes), bytes: Buffer.from(bytes), key: createPublicKey({ key: Buffer.concat([publicHead, bytes]), format: 'der', type: 'spki' }) };
}

/** The signing key over an Ed25519 private key. A private key of another kind is a bug. */
export function signerKey(name: string, use: KeyUse, privateKey: KeyObject): SignerKey {
  if (privateKey.asymmetricKeyType !== 'ed25519') throw new RangeError('signerKey: an Ed25519 private key is needed');
  const der = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return { verifier: verifierKey(name, use, der.subarray(publicHead.length)), privateKey };
}

/** The Ed25519 private key of a seed of 32 secret bytes (RFC 8032 §5.1.5). */
export function privateKeyOfSeed(seed: Uint8Array): KeyObject {
  if (seed.length !== keyLength) throw new RangeError('privateKeyOfSeed: a seed has 32 bytes');
  return createPrivateKey({ key: Buffer.concat([privateHead, seed]), format: 'der', type: 'pkcs8' });
}

/** The key in one line, `<name>+<key id>+<base64 of type and key>` (C2SP signed-note, Verifier keys). */
export function writeVerifierKey({ name, use, id, bytes }: VerifierKey): string {
  return `${name}+${id}+${writeBase64(Buffer.concat([Buffer.of(typeByte[use]), bytes]))}`;
}

/** Reads a key written in one line. Refused: any other spelling, a key id that is not this key's, another kind of key. */
export function readVerifierKey(line: string): { readonly ok: true; readonly key: VerifierKey } | LedgerRefusal {
  const [, name = '', id = '', base64 = ''] = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/u.exec(line) ?? [];
  const bytes = readBase64(base64);
  const use = bytes?.[0] === typeByte.note ? 'note' : bytes?.[0] === typeByte.cosignature ? 'cosignature' : undefined;
  if (!isKeyName(name) || bytes?.length !== 1 + keyLength || use === undefined) return refusedBy('ledger.key_malformed', { name });
  const key = verifierKey(name, use, bytes.subarray(1));
  return key.id === id ? { ok: true, key } : refusedBy('ledger.key_malformed', { name });
}
