import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  blindIndex, canonicalJson, checkCode, commit, hashPassword, hashSecret, cryptoModes, isCheckCode, isDocumentSignature,
  isHashedAtOtherCost, isLinkSignature, isPassword, keysFromDocument, leafHash, linkSignature, newKeyDocument, newSalt, newSecret, owaspCost, signDocument, testCost,
} from './index.ts';
import type { CryptoMode, Keys } from './index.ts';

function someKeys(mode: CryptoMode): Keys {
  const read = keysFromDocument(newKeyDocument(mode));
  if (!read.ok) throw new Error('no keys');
  return read.keys;
}

// Area 449900 is never assigned: nobody can hold this number.
const number = '449900199001011237';

describe.each(cryptoModes)('a blind index in the mode %s', (mode) => {
  const keys = someKeys(mode);

  test('is equal for equal numbers under one purpose, and unequal under two purposes or two installations', () => {
    expect(blindIndex(keys, 'person-number', number)).toEqual(blindIndex(keys, 'person-number', number));
    expect(blindIndex(keys, 'person-number', number)).toHaveLength(16);
    expect(blindIndex(keys, 'phone', number)).not.toEqual(blindIndex(keys, 'person-number', number));
    expect(blindIndex(someKeys(mode), 'person-number', number)).not.toEqual(blindIndex(keys, 'person-number', number));
  });

  // P-02: whoever has the database but not the key learns nothing by hashing every candidate.
  test('is none of the hashes that somebody without the key can make', () => {
    const found = blindIndex(keys, 'person-number', number).toString('hex');
    for (const guess of ['sha256', 'sha1', 'md5', 'sha512', 'sm3']) expect(createHash(guess).update(number).digest('hex')).not.toContain(found);
  });
});

describe('a commitment', () => {
  test('is SHA-256 of 0x02, the salt and the canonical content (ledger §3.2)', () => {
    const salt = Buffer.alloc(32, 7);
    const expected = createHash('sha256').update(Buffer.concat([Buffer.of(2), salt, Buffer.from('{"a":1,"b":"岁"}')])).digest();
    expect(commit(salt, { b: '岁', a: 1 })).toEqual(expected);
  });

  test('under another salt or over other content is another one; a short salt is a bug', () => {
    const salt = newSalt();
    expect(commit(salt, { a: 1 })).not.toEqual(commit(newSalt(), { a: 1 }));
    expect(commit(salt, { a: 1 })).not.toEqual(commit(salt, { a: 2 }));
    expect(() => commit(Buffer.alloc(16), {})).toThrow(RangeError);
  });

  test('never equals a leaf hash of the same content, for their first byte differs (RFC 9162 §2.1.1)', () => {
    expect(leafHash({ a: 1 })).toEqual(createHash('sha256').update(Buffer.from('\0{"a":1}')).digest());
  });

  test('of a value without a canonical form is a bug, not a hash', () => {
    for (const value of [undefined, Number.NaN, Number.POSITIVE_INFINITY, '\ud800', { a: '\udfff' }]) expect(() => canonicalJson(value)).toThrow();
  });

  // RFC 8785 §3.2.3, the sorting example: keys in order of their UTF-16 code units.
  test('sorts its keys as RFC 8785 says', () => {
    const sample = { '€': 1, '\r': 2, '\ufb33': 3, '1': 4, '😀': 5, '\u0080': 6, 'ö': 7 };
    expect(canonicalJson(sample)).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}');
  });
});

describe.each(cryptoModes)('a check code in the mode %s', (mode) => {
  const keys = someKeys(mode);

  test('is six characters without look-alikes, the same each time, and forgiving to the typist', () => {
    const code = checkCode(keys, 'matter-1');
    expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{6}$/);
    expect(checkCode(keys, 'matter-1')).toBe(code);
    expect(isCheckCode(keys, 'matter-1', ` ${code.slice(0, 3).toLowerCase()} ${code.slice(3)}`)).toBe(true);
    expect(isCheckCode(keys, 'matter-2', code)).toBe(false);
    expect(isCheckCode(keys, 'matter-1', `${code}A`)).toBe(false);
    expect(isCheckCode(keys, 'matter-1', '')).toBe(false);
  });

  test('uses all its characters about equally', () => {
    const counts = new Map<string, number>();
    for (let index = 0; index < 5000; index += 1) for (const letter of checkCode(keys, `m${index}`)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
    expect(counts.size).toBe(30);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(200);
  });
});

describe.each(cryptoModes)('signatures in the mode %s', (mode) => {
  const keys = someKeys(mode);

  test('of documents hold for the message and the key they were made with, and for no other', () => {
    const message = Buffer.from('leaf');
    const made = signDocument(keys, message);
    expect([made.algorithm, Buffer.from(made.signature, 'base64').length]).toEqual([mode === 'gm' ? 'SM2' : 'Ed25519', 64]);
    expect(isDocumentSignature(made, message)).toBe(true);
    expect(isDocumentSignature(made, Buffer.from('leag'))).toBe(false);
    expect(isDocumentSignature({ ...made, publicKey: signDocument(someKeys(mode), message).publicKey }, message)).toBe(false);
    for (const nothing of ['', 'AAAA', made.signature.slice(0, 40)]) {
      expect(isDocumentSignature({ ...made, signature: nothing }, message)).toBe(false);
      expect(isDocumentSignature({ ...made, publicKey: nothing }, message)).toBe(false);
    }
  });

  test('of links hold for their text only', () => {
    const signature = linkSignature(keys, 'progress/42/2026-12-31');
    expect(isLinkSignature(keys, 'progress/42/2026-12-31', signature)).toBe(true);
    expect(isLinkSignature(keys, 'progress/43/2026-12-31', signature)).toBe(false);
    expect(isLinkSignature(keys, 'progress/42/2026-12-31', '')).toBe(false);
  });
});

describe('secrets of sign-in', () => {
  test('sessions are random and stored as a hash', () => {
    expect(newSecret()).not.toBe(newSecret());
    expect(newSecret()).toMatch(/^[\w-]{43}$/);
    expect(hashSecret('abc').toString('hex')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });

  test('passwords are kept as Argon2id, at the OWASP cost unless told otherwise', async () => {
    const phc = await hashPassword('梧桐山的早晨', owaspCost);
    expect(phc).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await isPassword(phc, '梧桐山的早晨')).toBe(true);
    expect(await isPassword(phc, '梧桐山的早晨 ')).toBe(false);
    expect(isHashedAtOtherCost(phc, owaspCost)).toBe(false);
    expect(isHashedAtOtherCost(await hashPassword('a', testCost), owaspCost)).toBe(true);
  });

  test('passwords typed in full-width letters are the same password; a damaged hash lets nobody in', async () => {
    const phc = await hashPassword('Ｐａｓｓ１２３', testCost);
    expect(await isPassword(phc, 'Pass123')).toBe(true);
    expect(await isPassword('not a hash', 'Pass123')).toBe(false);
  });
});
