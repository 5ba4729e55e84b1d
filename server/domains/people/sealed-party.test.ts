import { describe, expect, it } from 'vitest';
import { keysFromDocument, newKeyDocument, unwrapKey, wrapKey, type Keys } from '../../platform/crypto/index.ts';
import { openParty, openPhone, sealNewParty, sealParty, sealPhone } from './sealed-party.ts';

const newKeys = (): Keys => {
  const read = keysFromDocument(newKeyDocument());
  if (!read.ok) throw new Error('keys');
  return read.keys;
};
const [idA, idB] = ['00000000-0000-7000-8000-00000000000a', '00000000-0000-7000-8000-00000000000b'];
// Area 449900 is assigned to no place: nobody bears this number.
const particulars = { name: '某某', number: '449900199001010019', numberMasked: '449***********0019', phone: '+8615400000001' };

describe('sealed particulars', () => {
  const keys = newKeys();

  it('open with the party they belong to, also after they were changed', () => {
    const made = sealNewParty(keys, idA, particulars);
    expect(openParty(keys, { partyId: idA, ...made })).toEqual(particulars);
    const changed = sealParty(keys, idA, made.wrapped, { ...particulars, phone: null });
    expect(openParty(keys, { partyId: idA, sealed: changed, wrapped: made.wrapped })).toEqual({ ...particulars, phone: null });
  });

  it('do not open for another party even under the very same data key', () => {
    const made = sealNewParty(keys, idA, particulars);
    const dataKey = unwrapKey(keys, idA, made.wrapped);
    if (!dataKey.ok) throw new Error(dataKey.code);
    const wrappedForB = wrapKey(keys, idB, dataKey.dataKey);
    expect(() => openParty(keys, { partyId: idB, sealed: made.sealed, wrapped: wrappedForB })).toThrow('crypto.not_authentic');
    expect(() => openParty(keys, { partyId: idB, ...made })).toThrow('crypto.not_authentic');
  });

  it('do not open when a byte was altered, nor with the keys of another installation', () => {
    const made = sealNewParty(keys, idA, particulars);
    const altered = Buffer.from(made.sealed);
    altered[20] = (altered[20] ?? 0) ^ 1;
    expect(() => openParty(keys, { partyId: idA, sealed: altered, wrapped: made.wrapped })).toThrow('crypto.not_authentic');
    expect(() => openParty(newKeys(), { partyId: idA, ...made })).toThrow('crypto.not_authentic');
  });

  it('are nothing once their data key is destroyed', () => {
    expect(openParty(keys, { partyId: idA, sealed: sealNewParty(keys, idA, particulars).sealed, wrapped: null })).toBeUndefined();
  });

  it('a phone of one sign-in does not open as that of another', () => {
    const made = sealPhone(keys, idA, '+8615400000001');
    expect(openPhone(keys, idA, made)).toBe('+8615400000001');
    expect(() => openPhone(keys, idB, made)).toThrow('crypto.not_authentic');
  });
});
