import { createCipheriv, createDecipheriv, createHmac, createSecretKey, timingSafeEqual } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { randomPart } from './random.ts';

/**
 * With which algorithms an installation seals: `standard` is AES-256-GCM (NIST SP 800-38D) and SHA-256, `gm` is SM4 (GB/T 32907) and SM3 (GB/T 32905).
 * Fixed at the first start, for what one sealed the other does not open.
 */
export const cryptoModes = ['standard', 'gm'] as const;
export type CryptoMode = (typeof cryptoModes)[number];

/** Bytes of a sealing key: 32 for AES-256; 16 for SM4 and 32 for its HMAC-SM3. The length says to which mode a key belongs, so no key is used with the other algorithm. */
export const sealingKeyBytes: Readonly<Record<CryptoMode, number>> = { standard: 32, gm: 48 };

/** To which mode a sealing key belongs; a key of another length is a bug. */
export function modeOf(key: KeyObject): CryptoMode {
  const mode = cryptoModes.find((one) => sealingKeyBytes[one] === key.symmetricKeySize);
  if (mode === undefined) throw new RangeError(`a sealing key of ${key.symmetricKeySize ?? 0} bytes`);
  return mode;
}

/** The hash function of a mode by its name in node:crypto. */
export const hashOf: Readonly<Record<CryptoMode, 'sha256' | 'sm3'>> = { standard: 'sha256', gm: 'sm3' };

/**
 * Seals `plain` with `additional` data that must be given again to open it. Layout, format byte first:
 * 1 ‖ nonce (12) ‖ AES-256-GCM ‖ tag (16): random nonces, safe up to 2^32 values of one key, and a data key seals far fewer;
 * 2 ‖ counter (16) ‖ SM4-CTR ‖ HMAC-SM3 (32), encrypted first and then authenticated. Node has no SM4-GCM; the one in JavaScript is eight times as slow (decision 0035).
 */
export function seal(key: KeyObject, additional: Buffer, plain: Buffer): Buffer {
  return modeOf(key) === 'gm' ? sealGm(key, additional, plain) : sealStandard(key, additional, plain);
}

/** Opens what seal made with this key and this additional data; undefined for anything else. */
export function unseal(key: KeyObject, additional: Buffer, sealed: Uint8Array): Buffer | undefined {
  return modeOf(key) === 'gm' ? unsealGm(key, additional, sealed) : unsealStandard(key, additional, sealed);
}

const formats: Readonly<Record<CryptoMode, number>> = { standard: 1, gm: 2 };
const nonceLength = 12;
const tagLength = 16;
const counterLength = 16;
const macLength = 32;

function sealStandard(key: KeyObject, additional: Buffer, plain: Buffer): Buffer {
  const nonce = randomPart(nonceLength);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(additional);
  return Buffer.concat([Buffer.of(formats.standard), nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function unsealStandard(key: KeyObject, additional: Buffer, sealed: Uint8Array): Buffer | undefined {
  if (sealed.length < 1 + nonceLength + tagLength || sealed[0] !== formats.standard) return undefined;
  const nonce = sealed.subarray(1, 1 + nonceLength);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagLength }).setAAD(additional);
  decipher.setAuthTag(sealed.subarray(sealed.length - tagLength));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(1 + nonceLength, sealed.length - tagLength)), decipher.final()]);
  } catch {
    return undefined; // the tag does not fit
  }
}

function sealGm(key: KeyObject, additional: Buffer, plain: Buffer): Buffer {
  const { cipherKey, macKey } = partsOf(key);
  const counter = randomPart(counterLength);
  const cipher = createCipheriv('sm4-ctr', cipherKey, counter);
  const body = Buffer.concat([counter, cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(formats.gm), body, macOf(macKey, additional, body)]);
}

function unsealGm(key: KeyObject, additional: Buffer, sealed: Uint8Array): Buffer | undefined {
  if (sealed.length < 1 + counterLength + macLength || sealed[0] !== formats.gm) return undefined;
  const { cipherKey, macKey } = partsOf(key);
  const body = sealed.subarray(1, sealed.length - macLength);
  if (!timingSafeEqual(macOf(macKey, additional, body), sealed.subarray(sealed.length - macLength))) return undefined;
  const decipher = createDecipheriv('sm4-ctr', cipherKey, body.subarray(0, counterLength));
  return Buffer.concat([decipher.update(body.subarray(counterLength)), decipher.final()]);
}

/** The length of the additional data comes first, so that none of its bytes can pass for the ciphertext's. */
function macOf(macKey: KeyObject, additional: Buffer, body: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(additional.length);
  return createHmac('sm3', macKey).update(length).update(additional).update(body).digest();
}

interface GmParts {
  readonly cipherKey: KeyObject;
  readonly macKey: KeyObject;
}

const partsByKey = new WeakMap<KeyObject, GmParts>();

function partsOf(key: KeyObject): GmParts {
  const known = partsByKey.get(key);
  if (known !== undefined) return known;
  const bytes = key.export();
  const parts = { cipherKey: createSecretKey(bytes.subarray(0, 16)), macKey: createSecretKey(bytes.subarray(16)) };
  bytes.fill(0);
  partsByKey.set(key, parts);
  return parts;
}
