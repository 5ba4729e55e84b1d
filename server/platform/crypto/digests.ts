import { createHash, createHmac, createPublicKey, sign, timingSafeEqual, verify } from 'node:crypto';
import canonicalize from 'canonicalize';
import { hashOf } from './cipher.ts';
import type { BlindIndexPurpose, Keys } from './keys.ts';
import { randomPart } from './random.ts';
import { isSm2Signature, signSm2 } from './sm2.ts';

/**
 * The 16 bytes under which a number is found without being readable: HMAC-SHA-256, or HMAC-SM3 in the mode `gm` (RFC 2104), cut to 128 bits, keyed per
 * purpose with a key that is not in the database (threats-and-privacy §5.1). The caller normalises the number first.
 */
export function blindIndex(keys: Keys, purpose: BlindIndexPurpose, normalisedNumber: string): Buffer {
  return createHmac(hashOf[keys.mode], keys.blindIndex[purpose]).update(normalisedNumber, 'utf8').digest().subarray(0, 16);
}

/** A new 32-byte salt for one commitment. Destroying it makes the commitment open to nothing. */
export function newSalt(): Buffer {
  return randomPart(32);
}

/** SHA-256(0x02 ‖ salt ‖ JCS(value)), 32 bytes: binds a fact to its content without showing it (ledger §3.2). A salt of another length is a bug. */
export function commit(salt: Uint8Array, value: unknown): Buffer {
  if (salt.length !== 32) throw new RangeError('commit: a salt has 32 bytes');
  return createHash('sha256').update(Buffer.of(2)).update(salt).update(canonicalJson(value), 'utf8').digest();
}

/** SHA-256(0x00 ‖ JCS(leaf)), 32 bytes: the leaf hash of RFC 9162 §2.1.1 over the ledger's leaf (ledger §3.2). */
export function leafHash(leaf: unknown): Buffer {
  return createHash('sha256').update(Buffer.of(0)).update(canonicalJson(leaf), 'utf8').digest();
}

/** The one JSON text of a value by RFC 8785. A value without one (undefined, NaN, a lone surrogate) is a bug. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('canonicalJson: the value has no JSON form');
  return text;
}

// Without 0 O, 1 I L and U, which are misread or misheard; 30 characters, about 729 million codes.
const checkAlphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The six characters that, with the matter's number, open its public progress page. Derived, so they are stored nowhere. */
export function checkCode(keys: Keys, matterId: string): string {
  let rest = createHmac(hashOf[keys.mode], keys.checkCode).update(matterId, 'utf8').digest().readBigUInt64BE(0);
  const base = BigInt(checkAlphabet.length);
  let code = '';
  for (let place = 0; place < 6; place += 1) {
    code += checkAlphabet.charAt(Number(rest % base));
    rest /= base;
  }
  return code;
}

/** Whether what somebody typed is the matter's check code; small letters and spaces are forgiven, the comparison takes the same time either way. */
export function isCheckCode(keys: Keys, matterId: string, typed: string): boolean {
  const given = Buffer.from(typed.replace(/[\s-]/g, '').toUpperCase());
  const wanted = Buffer.from(checkCode(keys, matterId));
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** 22 characters (128 bits) that prove a link with this text was made here. The text should name its use and its end. */
export function linkSignature(keys: Keys, text: string): string {
  return createHmac(hashOf[keys.mode], keys.link).update(text, 'utf8').digest().subarray(0, 16).toString('base64url');
}

/** Whether `signature` is the one of this text. */
export function isLinkSignature(keys: Keys, text: string, signature: string): boolean {
  const given = Buffer.from(signature);
  const wanted = Buffer.from(linkSignature(keys, text));
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}

/** A signature under something given out, and with whose key it is checked: SPKI in base64 for Ed25519, 130 hexadecimal digits for SM2. */
export type DocumentSignature = { readonly algorithm: 'Ed25519' | 'SM2'; readonly publicKey: string; readonly signature: string };

/**
 * Signs what leaves the house as a document: Ed25519 (RFC 8032), or SM2 with SM3 (GB/T 32918.2) in the mode `gm`. 64 bytes in base64. The log of facts and its
 * receipts are signed by its own keys, in both modes (ledger §3.3).
 */
export function signDocument(keys: Keys, message: Uint8Array): DocumentSignature {
  if (keys.documentSigning) return { algorithm: 'SM2', publicKey: keys.documentSigning.publicKey, signature: signSm2(keys.documentSigning, message).toString('base64') };
  const { privateKey, publicKey } = keys.receiptSigning;
  return { algorithm: 'Ed25519', publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'), signature: sign(null, message, privateKey).toString('base64') };
}

/** Whether the message was signed by the holder of the key that the signature names; whose key that is, the reader knows from elsewhere. Bytes that are no key or no signature are a no. */
export function isDocumentSignature(given: DocumentSignature, message: Uint8Array): boolean {
  const signature = Buffer.from(given.signature, 'base64');
  if (given.algorithm === 'SM2') return isSm2Signature(given.publicKey, message, signature);
  try {
    return verify(null, message, createPublicKey({ key: Buffer.from(given.publicKey, 'base64'), format: 'der', type: 'spki' }), signature);
  } catch {
    return false;
  }
}
