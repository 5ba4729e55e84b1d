import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cryptoModes, keysFromDocument, newDataKey, newKeyDocument, openJson, sealJson, unwrapKey, wrapKey } from './index.ts';
import type { CryptoMode, Keys, Place } from './index.ts';

const place: Place = { table: 'people.particulars', column: 'sealed', row: '0193-a', keyVersion: 1 };

function someKeys(mode: CryptoMode): Keys {
  const read = keysFromDocument(newKeyDocument(mode));
  if (!read.ok) throw new Error('no keys');
  return read.keys;
}

describe.each(cryptoModes)('a sealed value in the mode %s', (mode) => {
  const newKey = () => newDataKey({ mode });

  test('opens at its own place with its own key, whatever JSON it is', () => {
    const dataKey = newKey();
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const plain = JSON.parse(JSON.stringify(value)) as unknown;
        expect(openJson(dataKey, place, sealJson(dataKey, place, plain))).toEqual({ ok: true, value: plain });
      }),
    );
  });

  // P-04: 1,000 cells, each moved to another table, column, row and key version: 4,000 refusals.
  test('moved to another row, column, table or key version is refused, a thousand times of a thousand', () => {
    const dataKey = newKey();
    let refused = 0;
    for (let row = 0; row < 1000; row += 1) {
      const own: Place = { ...place, row: `row-${row}` };
      const sealed = sealJson(dataKey, own, { number: row });
      const others: Place[] = [
        { ...own, row: `row-${row + 1}` },
        { ...own, column: 'other' },
        { ...own, table: 'people.contacts' },
        { ...own, keyVersion: 2 },
      ];
      for (const other of others) refused += openJson(dataKey, other, sealed).ok ? 0 : 1;
      expect(openJson(dataKey, own, sealed).ok).toBe(true);
    }
    expect(refused).toBe(4000);
  });

  test('keeps its parts of the place apart: a letter moved from table to column is another place', () => {
    const dataKey = newKey();
    const sealed = sealJson(dataKey, { ...place, table: 'ab', column: 'c' }, 1);
    expect(openJson(dataKey, { ...place, table: 'a', column: 'bc' }, sealed).ok).toBe(false);
  });

  test('with any one bit changed, or cut short at any length, is refused', () => {
    const dataKey = newKey();
    const sealed = sealJson(dataKey, place, { name: '张三' });
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(openJson(dataKey, place, changed)).toMatchObject({ ok: false, code: 'crypto.not_authentic' });
    }
    for (let length = 0; length < sealed.length; length += 1) expect(openJson(dataKey, place, sealed.subarray(0, length)).ok).toBe(false);
  });

  test('does not open with another key, and never looks the same twice', () => {
    const dataKey = newKey();
    const sealed = sealJson(dataKey, place, 'x');
    expect(openJson(newKey(), place, sealed).ok).toBe(false);
    expect(sealJson(dataKey, place, 'x').equals(sealed)).toBe(false);
  });
});

describe.each(cryptoModes)('a wrapped data key in the mode %s', (mode) => {
  const newKey = () => newDataKey({ mode });

  test('opens for its owner and for nobody else', () => {
    const keys = someKeys(mode);
    const dataKey = newKey();
    const wrapped = wrapKey(keys, 'person-1', dataKey);
    const opened = unwrapKey(keys, 'person-1', wrapped);
    expect(opened.ok && opened.dataKey.equals(dataKey)).toBe(true);
    expect(unwrapKey(keys, 'person-2', wrapped)).toEqual({ ok: false, code: 'crypto.not_authentic', params: { owner: 'person-2' } });
    expect(unwrapKey(someKeys(mode), 'person-1', wrapped).ok).toBe(false);
  });

  test('altered in any byte, or empty, is refused', () => {
    const keys = someKeys(mode);
    const wrapped = wrapKey(keys, 'person-1', newKey());
    for (let at = 0; at < wrapped.length; at += 1) {
      const changed = Buffer.from(wrapped);
      changed.writeUInt8(changed.readUInt8(at) ^ 0x40, at);
      expect(unwrapKey(keys, 'person-1', changed).ok).toBe(false);
    }
    expect(unwrapKey(keys, 'person-1', Buffer.alloc(0)).ok).toBe(false);
  });

  test('is neither made nor opened in an installation of the other mode', () => {
    const other = someKeys(mode === 'gm' ? 'standard' : 'gm');
    expect(() => wrapKey(other, 'person-1', newKey())).toThrow('mode');
    expect(unwrapKey(other, 'person-1', wrapKey(someKeys(mode), 'person-1', newKey()))).toMatchObject({ ok: false, code: 'crypto.not_authentic' });
  });
});
