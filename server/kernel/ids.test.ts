import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatId, idFromDigest, idMilliseconds } from './ids.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const moments = fc.integer({ min: 0, max: 2 ** 48 - 1 });
const digests = fc.uint8Array({ minLength: 32, maxLength: 32 });

describe('the id of what a command creates', () => {
  it('is a UUID of version 8 and the RFC variant that carries its moment', () => {
    fc.assert(
      fc.property(digests, moments, (digest, ms) => {
        const id = idFromDigest(digest, ms);
        expect(id).toMatch(uuid);
        expect(id.charAt(14)).toBe('8');
        expect('89ab').toContain(id.charAt(19));
        expect(idMilliseconds(id)).toBe(ms);
      }),
    );
  });

  it('is the same for the same digest and moment, and leaves the digest as it was', () => {
    const digest = Uint8Array.from({ length: 32 }, (_, index) => index);
    expect(idFromDigest(digest, 0x019ab6993c00)).toBe('019ab699-3c00-8607-8809-0a0b0c0d0e0f');
    expect(idFromDigest(digest, 1_764_000_000_000)).toBe(idFromDigest(digest, 1_764_000_000_000));
    expect(digest[0]).toBe(0);
  });

  it('sorts by its moment', () => {
    fc.assert(
      fc.property(digests, digests, moments, moments, (one, two, early, late) => {
        fc.pre(early < late);
        expect(idFromDigest(one, early) < idFromDigest(two, late)).toBe(true);
      }),
    );
  });

  it('differs when any of the kept bits of the digest differ', () => {
    const base = new Uint8Array(32);
    const seen = new Set<string>([idFromDigest(base, 0)]);
    for (let bit = 64 + 2; bit < 128; bit += 1) {
      const other = new Uint8Array(32);
      other[bit >> 3] = 0x80 >> (bit & 7);
      seen.add(idFromDigest(other, 0));
    }
    expect(seen.size).toBe(63);
  });
});

describe('a UUID', () => {
  it('is written in lower case with its four hyphens, from sixteen bytes', () => {
    expect(formatId(Uint8Array.from({ length: 16 }, (_, index) => index * 17))).toBe('00112233-4455-6677-8899-aabbccddeeff');
  });

  it('tells its moment only in versions 7 and 8 (RFC 9562)', () => {
    expect(idMilliseconds('017f22e2-79b0-7cc3-98c4-dc0c0c07398f')).toBe(1_645_557_742_000); // the example of RFC 9562, A.6
    expect(idMilliseconds('919108f7-52d1-4320-9bac-f847db4148a8')).toBeUndefined();
  });
});
