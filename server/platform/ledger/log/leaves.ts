import { leafHash } from '../../crypto/index.ts';
import { roleOf } from '../chain.ts';
import type { AccessRecord } from './log-store.ts';

/** The leaf of an access record in the log of this origin: who did what to whose record, by ids; `at` in UTC with milliseconds. The record's id keeps it from being guessed. */
export function accessLeaf(origin: string, { matterId, recordId, at, actor, act, fields, outcome }: AccessRecord): object {
  return { v: 1, log: origin, case: matterId, record: recordId, at, by: roleOf(actor), act, fields, outcome };
}

/** SHA-256(0x00 ‖ JCS(leaf)) of an access record (RFC 9162 §2.1.1). */
export function accessHash(origin: string, record: AccessRecord): Buffer {
  return leafHash(accessLeaf(origin, record));
}
