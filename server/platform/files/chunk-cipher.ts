import { createCipheriv, createDecipheriv, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { hashOf, modeOf, type CryptoMode } from '../crypto/index.ts';

/** How the pieces of one stored file are sealed: the number of a piece and whether it is the last go into it, so that none can be moved or cut off. */
export interface ChunkCipher {
  readonly tagLength: number;
  seal(plain: Buffer, index: number, last: boolean): Buffer;
  /** undefined where the piece was altered, cut or moved */
  open(sealed: Buffer, index: number, last: boolean): Buffer | undefined;
  /** binds the file to its content, by the content's SHA-256 (hex): 32 bytes */
  bind(fileId: string): Buffer;
}

/** Bytes of the tag behind each piece. */
export const tagLengths: Readonly<Record<CryptoMode, number>> = { standard: 16, gm: 32 };

/** The cipher of one file, under keys made for it alone out of its owner's data key and the file's salt (HKDF, RFC 5869). */
export function chunkCipher(dataKey: KeyObject, salt: Buffer): ChunkCipher {
  const mode = modeOf(dataKey);
  const make = (bytes: number): Buffer => Buffer.from(hkdfSync(hashOf[mode], dataKey, salt, 'yimen file', bytes));
  const binder = (key: Buffer) => (fileId: string) => createHmac(hashOf[mode], key).update(fileId, 'hex').digest();
  if (mode === 'standard') {
    const keys = make(64);
    return { ...aesGcm(keys.subarray(0, 32)), bind: binder(keys.subarray(32)) };
  }
  const keys = make(80);
  return { ...sm4WithSm3(keys.subarray(0, 16), keys.subarray(16, 48)), bind: binder(keys.subarray(48)) };
}

function aesGcm(key: Buffer): Omit<ChunkCipher, 'bind'> {
  const tagLength = tagLengths.standard;
  const nonceOf = (index: number, last: boolean): Buffer => {
    const nonce = Buffer.alloc(12);
    nonce.writeUInt32BE(index, 7);
    nonce.writeUInt8(last ? 1 : 0, 11);
    return nonce;
  };
  return {
    tagLength,
    seal(plain, index, last) {
      const cipher = createCipheriv('aes-256-gcm', key, nonceOf(index, last));
      return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
    },
    open(sealed, index, last) {
      if (sealed.length < tagLength) return undefined;
      const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(index, last), { authTagLength: tagLength });
      decipher.setAuthTag(sealed.subarray(sealed.length - tagLength));
      try {
        return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - tagLength)), decipher.final()]);
      } catch {
        return undefined;
      }
    },
  };
}

/** SM4-CTR, then HMAC-SM3 over the piece's number and its ciphertext. The number stands above the 32 bits that count the 4,096 blocks of a piece. */
function sm4WithSm3(key: Buffer, macKey: Buffer): Omit<ChunkCipher, 'bind'> {
  const tagLength = tagLengths.gm;
  const counterOf = (index: number, last: boolean): Buffer => {
    const counter = Buffer.alloc(16);
    counter.writeUInt8(last ? 1 : 0, 0);
    counter.writeUInt32BE(index, 8);
    return counter;
  };
  const tagOf = (counter: Buffer, body: Buffer): Buffer => createHmac('sm3', macKey).update(counter).update(body).digest();
  return {
    tagLength,
    seal(plain, index, last) {
      const counter = counterOf(index, last);
      const cipher = createCipheriv('sm4-ctr', key, counter);
      const body = Buffer.concat([cipher.update(plain), cipher.final()]);
      return Buffer.concat([body, tagOf(counter, body)]);
    },
    open(sealed, index, last) {
      if (sealed.length < tagLength) return undefined;
      const counter = counterOf(index, last);
      const body = sealed.subarray(0, sealed.length - tagLength);
      if (!timingSafeEqual(tagOf(counter, body), sealed.subarray(sealed.length - tagLength))) return undefined;
      const decipher = createDecipheriv('sm4-ctr', key, counter);
      return Buffer.concat([decipher.update(body), decipher.final()]);
    },
  };
}
