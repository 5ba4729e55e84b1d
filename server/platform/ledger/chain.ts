import type { By } from '../../kernel/actor.ts';
import type { Instant } from '../../kernel/instant.ts';
import { commit, leafHash, newSalt, openJson, sealJson, type DataKey, type NotAuthentic } from '../crypto/index.ts';

/** A fact as a domain decides it: `content` holds codes, ids and dates only; `sealed` holds words and particulars; `files` are SHA-256 hex of what it brings. */
export interface DomainFact {
  readonly kind: string;
  readonly at: Instant;
  readonly by: By;
  readonly content: object;
  readonly sealed?: object;
  readonly files?: readonly string[];
}

/** The newest link of a matter's chain: the number of its newest fact and that fact's hash (32 bytes, hex). */
export interface ChainHead {
  readonly seq: number;
  readonly hash: string;
}

/** A row of platform.facts, as it is written. */
export interface FactRow {
  readonly matter_id: string;
  readonly seq: number;
  readonly kind: string;
  readonly at: Instant;
  readonly by: By;
  readonly content: object;
  readonly salt: string;
  readonly files: readonly string[];
  readonly rule: object;
  readonly prev: string | null;
  readonly hash: string;
}

/** A row of platform.particulars, as it is written. */
export interface SealedRow {
  readonly matter_id: string;
  readonly seq: number;
  readonly sealed: string;
}

/** What is fixed over a chain: the log's origin, the matter, its data key and the versions that decide. */
export interface ChainGround {
  readonly log: string;
  readonly matterId: string;
  readonly dataKey: DataKey;
  readonly rule: object;
}

const placeOf = (matterId: string, seq: number) => ({ table: 'platform.particulars', column: 'sealed', row: `${matterId}/${seq}`, keyVersion: 1 });

/**
 * Facts as rows of the matter's hash chain, from `head` on (null for the first). Each fact's leaf is
 * JCS{v, log, case, seq, prev, kind, at, by, commit, files, rule} and its hash SHA-256(0x00 ‖ leaf); `commit` is salted over the content,
 * and the content carries a salted commitment to the sealed part, so that erasing the sealed part leaves the chain whole.
 */
export function chainFacts(ground: ChainGround, head: ChainHead | null, facts: readonly DomainFact[]): { rows: readonly FactRow[]; sealed: readonly SealedRow[]; head: ChainHead | null } {
  const rows: FactRow[] = [];
  const sealed: SealedRow[] = [];
  let at = head;
  for (const fact of facts) {
    const seq = (at?.seq ?? 0) + 1;
    let content = fact.content;
    if (fact.sealed !== undefined) {
      const salt = newSalt();
      content = { ...content, particulars: commit(salt, fact.sealed).toString('hex') };
      sealed.push({ matter_id: ground.matterId, seq, sealed: sealJson(ground.dataKey, placeOf(ground.matterId, seq), { salt: salt.toString('hex'), value: fact.sealed }).toString('base64') });
    }
    const salt = newSalt();
    const row = { matter_id: ground.matterId, seq, kind: fact.kind, at: fact.at, by: fact.by, content, salt: salt.toString('hex'), files: fact.files ?? [], rule: ground.rule, prev: at?.hash ?? null };
    const hash = hashOf(ground.log, row);
    rows.push({ ...row, hash });
    at = { seq, hash };
  }
  return { rows, sealed, head: at };
}

/** The leaf of a fact: what its hash is over, and what an auditor or the resident himself is given to make the hash again. Holds no personal data. */
export function leafOf(log: string, row: Omit<FactRow, 'hash'>): object {
  return {
    v: 1, log, case: row.matter_id, seq: row.seq, prev: row.prev, kind: row.kind, at: row.at, by: roleOf(row.by),
    commit: commit(Buffer.from(row.salt, 'hex'), row.content).toString('hex'), files: row.files, rule: row.rule,
  };
}

/** Who acted, in one text, as leaves name him: kind, id and institution, never a name. */
export function roleOf(by: By): string {
  return `${by.kind}:${by.id}${by.institution === undefined ? '' : `@${by.institution}`}`;
}

/** The hash that a fact row must have, recomputed from what the row says. */
export function hashOf(log: string, row: Omit<FactRow, 'hash'>): string {
  return leafHash(leafOf(log, row)).toString('hex');
}

/** What is wrong with a chain read back; empty for a whole one. `at` is the number of the first fact concerned. */
export function faultsOfChain(log: string, rows: readonly FactRow[]): readonly { at: number; fault: 'gap' | 'prev' | 'hash' }[] {
  const faults: { at: number; fault: 'gap' | 'prev' | 'hash' }[] = [];
  rows.forEach((row, index) => {
    if (row.seq !== index + 1) faults.push({ at: index + 1, fault: 'gap' });
    if (row.prev !== (rows[index - 1]?.hash ?? null)) faults.push({ at: row.seq, fault: 'prev' });
    if (row.hash !== hashOf(log, row)) faults.push({ at: row.seq, fault: 'hash' });
  });
  return faults;
}

/** Opens the sealed part of a fact; refused when it was moved or altered. */
export function openSealed<T>(dataKey: DataKey, matterId: string, seq: number, sealed: Uint8Array): { ok: true; value: T } | NotAuthentic {
  const opened = openJson<{ salt: string; value: T }>(dataKey, placeOf(matterId, seq), sealed);
  return opened.ok ? { ok: true, value: opened.value.value } : opened;
}
