import { createCipheriv, createDecipheriv, createSecretKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import type { Keys } from './keys.ts';
import { randomPart } from './random.ts';

/** The 256-bit key of one person, matter or draft. Destroying its wrapped form erases everything sealed with it (C-PR-4). */
export type DataKey = KeyObject;

/** Where a sealed value lives. It is authenticated with the value, so a cell moved to another place does not open (P-04). */
export type Place = { readonly table: string; readonly column: string; readonly row: string; readonly keyVersion: number };

/** Refused: the bytes were altered, belong to another place, or were sealed with another key. Which of these cannot be told apart. */
export type NotAuthentic = { ok: false; code: 'crypto.not_authentic'; params: Record<string, string | number> };

/** Refused: the key-encryption key of this version is not in the key file. */
export type KekMissing = { ok: false; code: 'crypto.kek_missing'; params: { version: number } };

// Layout of every sealed text: format (1 byte) ‖ nonce (12) ‖ ciphertext ‖ tag (16). AES-256-GCM, NIST SP 800-38D, random nonces:
// a data key seals far fewer than the 2^32 values up to which those are safe.
const format = 1;
const nonceLength = 12;
const tagLength = 16;

/** A new random data key. */
export function newDataKey(): DataKey {
  return createSecretKey(randomPart(32));
}

/** Seals a JSON value to its place with AES-256-GCM. `undefined` is not JSON and is a bug. */
export function sealJson(dataKey: DataKey, place: Place, value: unknown): Buffer {
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) throw new TypeError('sealJson: the value has no JSON form');
  return seal(dataKey, placeBytes(place), Buffer.from(text, 'utf8'));
}

/** Opens what sealJson sealed at exactly this place with exactly this key. The caller names the type it stored. */
export function openJson<T>(dataKey: DataKey, place: Place, sealed: Uint8Array): { ok: true; value: T } | NotAuthentic {
  const plain = unseal(dataKey, placeBytes(place), sealed);
  if (plain === undefined) return { ok: false, code: 'crypto.not_authentic', params: { ...place } };
  return { ok: true, value: JSON.parse(plain.toString('utf8')) as T };
}

/** Wraps a data key under the current key-encryption key, for `owner` (an id) only: version (4 bytes) ‖ sealed key. */
export function wrapKey(keys: Keys, owner: string, dataKey: DataKey): Buffer {
  const kek = keys.kek.versions.get(keys.kek.current);
  if (kek === undefined) throw new Error('wrapKey: keys without a current key-encryption key');
  const version = Buffer.alloc(4);
  version.writeUInt32BE(keys.kek.current);
  return Buffer.concat([version, seal(kek, wrapBytes(owner, keys.kek.current), dataKey.export())]);
}

/** Opens a wrapped data key of `owner`; refuses another owner's, an altered one, or one under a key-encryption key that is not here. */
export function unwrapKey(keys: Keys, owner: string, wrapped: Uint8Array): { ok: true; dataKey: DataKey } | NotAuthentic | KekMissing {
  const bytes = Buffer.from(wrapped.buffer, wrapped.byteOffset, wrapped.byteLength);
  if (bytes.length < 4) return { ok: false, code: 'crypto.not_authentic', params: { owner } };
  const version = bytes.readUInt32BE(0);
  const kek = keys.kek.versions.get(version);
  if (kek === undefined) return { ok: false, code: 'crypto.kek_missing', params: { version } };
  const plain = unseal(kek, wrapBytes(owner, version), bytes.subarray(4));
  if (plain?.length !== 32) return { ok: false, code: 'crypto.not_authentic', params: { owner } };
  return { ok: true, dataKey: createSecretKey(plain) };
}

/** The version of the key-encryption key a data key is wrapped under: what a re-wrapping job selects by. */
export function wrappedUnder(wrapped: Uint8Array): number {
  return Buffer.from(wrapped.buffer, wrapped.byteOffset, wrapped.byteLength).readUInt32BE(0);
}

function seal(key: KeyObject, additional: Buffer, plain: Buffer): Buffer {
  const nonce = randomPart(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(additional);
  return Buffer.concat([Buffer.of(format), nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function unseal(key: KeyObject, additional: Buffer, sealed: Uint8Array): Buffer | undefined {
  if (sealed.length < 1 + nonceLength + tagLength || sealed[0] !== format) return undefined;
  const nonce = sealed.subarray(1, 1 + nonceLength);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength }).setAAD(additional);
  decipher.setAuthTag(sealed.subarray(sealed.length - tagLength));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(1 + nonceLength, sealed.length - tagLength)), decipher.final()]);
  } catch {
    return undefined; // the tag does not fit
  }
}

// A JSON array delimits its parts, so that ('ab','c') and ('a','bc') are different places.
const placeBytes = (place: Place): Buffer => Buffer.from(JSON.stringify(['cell', place.table, place.column, place.row, place.keyVersion]));
const wrapBytes = (owner: string, version: number): Buffer => Buffer.from(JSON.stringify(['data-key', owner, version]));
