import { createHash, createPublicKey, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { chanceOf, signerOf } from './made-receipts.ts';
import { askSecondProgramForSignatures, pythonIsThere } from './second-program.ts';
import { openVerifier } from './verifier-script.ts';

const page = openVerifier();
const hex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'hex'));

/** RFC 8032 §7.1, tests 1 to 3. */
const published = [
  ['d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', '', 'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b'],
  ['3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c', '72', '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00'],
  ['fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025', 'af82', '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a'],
] as const;

const groupOrder = 2n ** 252n + 27742317777372353535851937790883648493n;
const littleEndian = (bytes: Uint8Array): bigint => [...bytes].reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n);
const bytesOf = (number: bigint): Uint8Array => Uint8Array.from({ length: 32 }, (_none, i) => Number((number >> BigInt(8 * i)) & 255n));

/** Node's own view (OpenSSL); a key it cannot read signs nothing. */
function byNode(key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), key]);
  return verify(null, message, createPublicKey({ key: der, format: 'der', type: 'spki' }), signature);
}

interface Signed {
  readonly key: Uint8Array;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
}

/** Right signatures, each with eight ways to be wrong: a bit anywhere, S + L, S = L, R not reduced, another key, another message. */
function signedThings(count: number): Signed[] {
  const chance = chanceOf(8032);
  const random = (n: number): Buffer => Buffer.from(Array.from({ length: n }, () => Math.floor(chance() * 256)));
  const turned = (bytes: Uint8Array): Buffer => {
    const copy = Buffer.from(bytes);
    const at = Math.floor(chance() * copy.length);
    copy[at] = (copy[at] ?? 0) ^ (1 << Math.floor(chance() * 8));
    return copy;
  };
  return Array.from({ length: count }, (_none, i) => {
    const signer = signerOf(`signer ${i}`, 1, `signer ${i}`);
    const message = random(1 + (i % 200));
    const signature = signer.sign(message);
    const [r, s] = [signature.subarray(0, 32), signature.subarray(32)];
    const things = [signature, turned(signature), Buffer.concat([r, bytesOf(littleEndian(s) + groupOrder)]), Buffer.concat([r, bytesOf(groupOrder)]), Buffer.concat([Buffer.alloc(31, 255), Buffer.from([127]), s]), Buffer.concat([random(32), s])];
    return [
      ...things.map((one) => ({ key: signer.publicKey, message, signature: one })),
      { key: signer.publicKey, message: turned(message), signature },
      { key: turned(signer.publicKey), message, signature },
      { key: random(32), message, signature },
    ];
  }).flat();
}

const things = signedThings(25);
const expected = things.map(({ key, message, signature }) => byNode(key, message, signature));

describe('our own Ed25519', () => {
  it('accepts the signatures published in RFC 8032 and none of them with one bit turned', () => {
    for (const [key, message, signature] of published) {
      expect(page.verifyEd25519(hex(key), hex(message), hex(signature))).toBe(true);
      const bad = hex(signature);
      bad[63 - (message.length % 3)] = (bad[63 - (message.length % 3)] ?? 0) ^ 1;
      expect(page.verifyEd25519(hex(key), hex(message), bad)).toBe(false);
    }
  });

  it('judges right and wrong signatures as Node does', () => {
    expect(expected.filter((good) => good).length).toBe(25);
    expect(things.map(({ key, message, signature }) => page.verifyEd25519(key, message, signature))).toEqual(expected);
  });

  it.skipIf(!pythonIsThere)('of the second program judges them as Node does', () => {
    expect(askSecondProgramForSignatures(things)).toEqual(expected);
  });

  it('hashes every length around two blocks as Node does', () => {
    const sizes = [...Array.from({ length: 300 }, (_none, i) => i), 4095, 65537];
    const bytes = sizes.map((size) => Uint8Array.from({ length: size }, (_none, i) => (i * 7 + size) & 255));
    for (const name of ['sha256', 'sha512'] as const) {
      expect(bytes.map((one) => Buffer.from(page[name](one)).toString('hex'))).toEqual(bytes.map((one) => createHash(name).update(one).digest('hex')));
    }
  });
});
