import { newDataKey, openJson, sealJson, unwrapKey, wrapKey, type Keys } from '../../platform/crypto/index.ts';
import type { Id } from '../../kernel/ids.ts';

const place = (factorId: Id) => ({ table: 'people.factors', column: 'sealed', row: factorId, keyVersion: 1 });

/** The secret of a code generator (base32) under a data key of its own, wrapped for this factor alone. */
export function sealTotpSecret(keys: Keys, factorId: Id, secret: string): { sealed: Buffer; wrapped: Buffer } {
  const dataKey = newDataKey(keys);
  return { sealed: sealJson(dataKey, place(factorId), secret), wrapped: wrapKey(keys, factorId, dataKey) };
}

/** The secret again; undefined where it was erased. Altered bytes, or those of another factor, are a fault. */
export function openTotpSecret(keys: Keys, factor: { readonly factorId: Id; readonly sealed: Uint8Array | null; readonly wrapped: Uint8Array | null }): string | undefined {
  if (factor.sealed === null || factor.wrapped === null) return undefined;
  const key = unwrapKey(keys, factor.factorId, factor.wrapped);
  if (!key.ok) throw new Error(`data key of factor ${factor.factorId}: ${key.code}`);
  const read = openJson<string>(key.dataKey, place(factor.factorId), factor.sealed);
  if (!read.ok) throw new Error(`secret of factor ${factor.factorId}: ${read.code}`);
  return read.value;
}
