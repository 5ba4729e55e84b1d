import { createCipheriv, createDecipheriv, createHash, createSecretKey } from 'node:crypto';
import { sm4 } from 'sm-crypto-v2';
import { describe, expect, test } from 'vitest';
import vectors from '../../../tests/gm-vectors/gm-vectors.json' with { type: 'json' };
import { isSm2Signature, newSm2Pair, seal, signSm2, sm2PairOf, unseal } from './index.ts';

const hex = (text: string): Buffer => Buffer.from(text, 'hex');

/** The block cipher itself is not to be called: counter mode over zeroes gives its output for a counter. */
const sm4Block = (key: Buffer, block: Buffer): Buffer => createCipheriv('sm4-ctr', key, block).update(Buffer.alloc(16));

describe('the algorithms of the mode gm', () => {
  test.each(vectors.sm3)('SM3 gives what GB/T 32905-2016 says of $msgUtf8', ({ msgUtf8, hex: digest }) => {
    expect(createHash('sm3').update(msgUtf8).digest('hex')).toBe(digest);
  });

  test('SM4 gives the block of GB/T 32907-2016, once and a million times', () => {
    for (const { keyHex, plainHex, rounds, cipherHex } of vectors.sm4) {
      // A million rounds as one stream: CBC over zeroes is each block enciphered again.
      const cipher = createCipheriv('sm4-cbc', hex(keyHex), hex(plainHex)).setAutoPadding(false);
      const made = cipher.update(Buffer.alloc(16 * rounds));
      expect(made.subarray(-16).toString('hex')).toBe(cipherHex);
    }
    const [one] = vectors.sm4;
    expect(one && sm4Block(hex(one.keyHex), hex(one.plainHex)).toString('hex')).toBe(one?.cipherHex);
  });

  test('SM4 in counter mode is the keystream that the SM4-GCM of RFC 8998 A.1 uses', () => {
    for (const { keyHex, ivHex, aadHex, plainHex, cipherHex, tagHex } of vectors.sm4gcm) {
      // NIST SP 800-38D: the first counter of the text is the nonce followed by 2.
      const decipher = createDecipheriv('sm4-ctr', hex(keyHex), Buffer.concat([hex(ivHex), Buffer.from([0, 0, 0, 2])]));
      expect(decipher.update(hex(cipherHex)).toString('hex')).toBe(plainHex);
      const whole = sm4.encrypt(hex(plainHex), hex(keyHex), { mode: 'gcm', iv: hex(ivHex), associatedData: hex(aadHex), outputTag: true, output: 'string' });
      expect([whole.output, whole.tag]).toEqual([cipherHex, tagHex]);
    }
  });

  test('SM2 takes the signature of GB/T 32918.5-2017, and refuses it with any bit changed', () => {
    for (const { msgUtf8, publicKeyHex, signatureRHex, signatureSHex } of vectors.sm2) {
      const [message, signature] = [Buffer.from(msgUtf8), hex(signatureRHex + signatureSHex)];
      expect(isSm2Signature(publicKeyHex, message, signature)).toBe(true);
      for (let bit = 0; bit < 512; bit += 37) {
        const changed = Buffer.from(signature);
        changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
        expect(isSm2Signature(publicKeyHex, message, changed)).toBe(false);
      }
    }
  });

  test('SM2 signs with the identifier 1234567812345678, as other verifiers expect and node:crypto alone would not', () => {
    const { publicKeyHex, msgUtf8, standardDerHex, nodeDefaultDerHex } = vectors.sm2NodeInteropTrap;
    expect(isSm2Signature(publicKeyHex, Buffer.from(msgUtf8), fromDer(standardDerHex))).toBe(true);
    expect(isSm2Signature(publicKeyHex, Buffer.from(msgUtf8), fromDer(nodeDefaultDerHex))).toBe(false);
    const pair = newSm2Pair();
    expect(isSm2Signature(pair.publicKey, Buffer.from('收件'), signSm2(pair, Buffer.from('收件')))).toBe(true);
    expect(sm2PairOf(pair.privateKey)?.publicKey).toBe(pair.publicKey);
    expect(JSON.stringify(pair)).not.toContain(pair.privateKey);
  });

  test('a cell sealed by us is SM4-CTR and HMAC-SM3 over length, additional data, counter and text', () => {
    const bytes = Buffer.from(Array.from({ length: 48 }, (_, index) => index));
    const [key, additional, plain] = [createSecretKey(bytes), Buffer.from('place'), Buffer.from('一门')];
    const sealed = seal(key, additional, plain);
    expect([sealed[0], sealed.length]).toEqual([2, 1 + 16 + plain.length + 32]);
    const decipher = createDecipheriv('sm4-ctr', bytes.subarray(0, 16), sealed.subarray(1, 17));
    expect(decipher.update(sealed.subarray(17, -32)).toString()).toBe('一门');
    // HMAC by its definition (RFC 2104), so that the test does not lean on the call it tests.
    const pad = (byte: number): Buffer => Buffer.concat([Buffer.from(bytes.subarray(16).map((one) => one ^ byte)), Buffer.alloc(32, byte)]);
    const inner = createHash('sm3').update(pad(0x36)).update(Buffer.from([0, 0, 0, 5])).update(additional).update(sealed.subarray(1, -32)).digest();
    expect(sealed.subarray(-32).toString('hex')).toBe(createHash('sm3').update(pad(0x5c)).update(inner).digest('hex'));
    expect(unseal(key, additional, sealed)?.toString()).toBe('一门');
  });
});

/** r ‖ s of SEQUENCE { INTEGER r, INTEGER s } (ITU-T X.690), each of 32 bytes with at most one zero before it. */
function fromDer(der: string): Buffer {
  const bytes = hex(der);
  const length = bytes.readUInt8(3);
  const part = (from: number, size: number): Buffer => bytes.subarray(from + Math.max(0, size - 32), from + size);
  return Buffer.concat([part(4, length), part(6 + length, bytes.readUInt8(5 + length))]);
}
