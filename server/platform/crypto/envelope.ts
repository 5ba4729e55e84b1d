import { createSecretKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { modeOf, seal, sealingKeyBytes, unseal, type CryptoMode } from './cipher.ts';
import type { Keys } from './keys.ts';
import { randomPart } from './random.ts';

/** The key of one person, matter or draft. Destroying its wrapped form erases everything sealed with it (C-PR-4). */
export type DataKey = KeyObject;

/** Where a sealed value lives. It is authenticated with the value, so a cell moved to another place does not open (P-04). */
export type Place = { readonly table: string; readonly column: string; readonly row: string; readonly keyVersion: number };

/** Refused: the bytes were altered, belong to another place, or were sealed with another key. Which of these cannot be told apart. */
export type NotAuthentic = { ok: false; code: 'crypto.not_authentic'; params: Record<string, string | number> };

/** Refused: the key-encryption key of this version is not in the key file. */
export type KekMissing = { ok: false; code: 'crypto.kek_missing'; params: { version: number } };

/** A new random data key, of the mode of the installation whose keys are given. */
export function newDataKey(keys: { readonly mode: CryptoMode } = { mode: 'standard' }): DataKey {
  return createSecretKey(randomPart(sealingKeyBytes[keys.mode]));
}

/** Seals a JSON value to its place (cipher.ts). `undefined` is not JSON and is a bug. */
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

/** Wraps a data key under the current key-encryption key, for `owner` (an id) only: version (4 bytes) ‖ sealed key. A data key of the other mode is a bug. */
export function wrapKey(keys: Keys, owner: string, dataKey: DataKey): Buffer {
  if (modeOf(dataKey) !== keys.mode) throw new Error(`a data key of the mode ${modeOf(dataKey)} in an installation of the mode ${keys.mode}`);
  const wrapped = keys.kek.wrap((version) => wrapBytes(owner, version), dataKey.export());
  const version = Buffer.alloc(4);
  version.writeUInt32BE(wrapped.version);
  return Buffer.concat([version, wrapped.sealed]);
}

/** Opens a wrapped data key of `owner`; refuses another owner's, an altered one, or one under a key-encryption key that is not here. */
export function unwrapKey(keys: Keys, owner: string, wrapped: Uint8Array): { ok: true; dataKey: DataKey } | NotAuthentic | KekMissing {
  const bytes = Buffer.from(wrapped.buffer, wrapped.byteOffset, wrapped.byteLength);
  if (bytes.length < 4) return { ok: false, code: 'crypto.not_authentic', params: { owner } };
  const version = bytes.readUInt32BE(0);
  const plain = keys.kek.unwrap(version, wrapBytes(owner, version), bytes.subarray(4));
  if (plain === 'missing') return { ok: false, code: 'crypto.kek_missing', params: { version } };
  if (plain === 'not_authentic' || plain.length !== sealingKeyBytes[keys.mode]) return { ok: false, code: 'crypto.not_authentic', params: { owner } };
  const dataKey = createSecretKey(plain);
  plain.fill(0);
  return { ok: true, dataKey };
}

/** The version of the key-encryption key a data key is wrapped under: what a re-wrapping job selects by. */
export function wrappedUnder(wrapped: Uint8Array): number {
  return Buffer.from(wrapped.buffer, wrapped.byteOffset, wrapped.byteLength).readUInt32BE(0);
}

// A JSON array delimits its parts, so that ('ab','c') and ('a','bc') are different places.
const placeBytes = (place: Place): Buffer => Buffer.from(JSON.stringify(['cell', place.table, place.column, place.row, place.keyVersion]));
const wrapBytes = (owner: string, version: number): Buffer => Buffer.from(JSON.stringify(['data-key', owner, version]));
