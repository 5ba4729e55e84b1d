import { newDataKey, openJson, sealJson, unwrapKey, wrapKey, type DataKey, type Keys } from '../../platform/crypto/index.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Sealed } from './party-view.ts';

const partyPlace = (partyId: Id) => ({ table: 'people.parties', column: 'sealed', row: partyId, keyVersion: 1 });
const phonePlace = (signInId: Id) => ({ table: 'people.sign_ins', column: 'sealed', row: signInId, keyVersion: 1 });

/** A party's particulars under a data key of its own, and that key wrapped for this party alone. */
export function sealNewParty(keys: Keys, partyId: Id, particulars: Sealed): { sealed: Buffer; wrapped: Buffer } {
  const dataKey = newDataKey(keys);
  return { sealed: sealJson(dataKey, partyPlace(partyId), particulars), wrapped: wrapKey(keys, partyId, dataKey) };
}

/** The party's particulars again, under the data key it has. */
export function sealParty(keys: Keys, partyId: Id, wrapped: Uint8Array, particulars: Sealed): Buffer {
  return sealJson(keyOf(keys, partyId, wrapped), partyPlace(partyId), particulars);
}

/** What is sealed of a party; undefined where its data key was destroyed, which is how a person is erased (C-PR-4). Altered bytes are a fault. */
export function openParty(keys: Keys, row: { partyId: Id; sealed: Uint8Array; wrapped: Uint8Array | null }): Sealed | undefined {
  if (row.wrapped === null) return undefined;
  return opened(openJson<Sealed>(keyOf(keys, row.partyId, row.wrapped), partyPlace(row.partyId), row.sealed), row.partyId);
}

/** The phone of a sign-in, under a key that lies wrapped beside it and goes with it. */
export function sealPhone(keys: Keys, signInId: Id, phone: string): { sealed: Buffer; wrapped: Buffer } {
  const dataKey = newDataKey(keys);
  return { sealed: sealJson(dataKey, phonePlace(signInId), phone), wrapped: wrapKey(keys, signInId, dataKey) };
}

/** The phone of a sign-in in E.164. */
export function openPhone(keys: Keys, signInId: Id, row: { sealed: Uint8Array; wrapped: Uint8Array }): string {
  return opened(openJson<string>(keyOf(keys, signInId, row.wrapped), phonePlace(signInId), row.sealed), signInId);
}

function keyOf(keys: Keys, owner: Id, wrapped: Uint8Array): DataKey {
  const read = unwrapKey(keys, owner, wrapped);
  if (!read.ok) throw new Error(`data key of ${owner}: ${read.code}`);
  return read.dataKey;
}

function opened<T>(read: { ok: true; value: T } | { ok: false; code: string }, owner: Id): T {
  if (!read.ok) throw new Error(`sealed particulars of ${owner}: ${read.code}`);
  return read.value;
}
