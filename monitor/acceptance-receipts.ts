import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readBase64, readDecimal } from '../server/platform/ledger/canonical-text.ts';
import { isNoteSignature } from '../server/platform/ledger/checkpoint.ts';
import type { VerifierKey } from '../server/platform/ledger/note-keys.ts';
import { readNote } from '../server/platform/ledger/note.ts';
import type { Findings } from './finding.ts';
import type { LogMemory } from './read-log.ts';

/** A receipt that somebody was given when the act was done: what must be in the log, and by when (milliseconds since 1970-01-01 UTC). */
export interface AcceptanceReceipt {
  readonly file: string;
  readonly origin: string;
  readonly caseId: string;
  readonly seq: number;
  readonly leafHash: string;
  readonly includedBy: number;
}

const firstLine = 'yimen acceptance receipt v1';
const mostFiles = 100_000;

/**
 * Reads a receipt: a signed note of `yimen acceptance receipt v1`, origin, matter, number of the fact, leaf hash in base64, time of the fact, time by which it
 * is in the log. Undefined where it is spelled otherwise or not signed by this key.
 */
export function readReceipt(key: VerifierKey, file: string, text: string): AcceptanceReceipt | undefined {
  const read = readNote(text);
  if (!read.ok) return undefined;
  const signed = read.note.signatures.some(({ name, id, signature }) => name === key.name && id === key.id && isNoteSignature(key, read.note.text, signature));
  const [first, origin = '', caseId = '', seqText = '', hashText = '', at = '', by = '', end, ...more] = read.note.text.split('\n');
  const seq = readDecimal(seqText);
  const hash = readBase64(hashText);
  const includedBy = Date.parse(by.replace(/^included by /, ''));
  if (!signed || first !== firstLine || end !== '' || more.length > 0 || seq === undefined || hash?.length !== 32 || Number.isNaN(Date.parse(at)) || Number.isNaN(includedBy)) return undefined;
  return { file, origin, caseId, seq, leafHash: hash.toString('hex'), includedBy };
}

/** Every receipt of a folder, in the order of names; what is none is a finding. */
export async function readReceipts(folder: string, key: VerifierKey, found: Findings): Promise<readonly AcceptanceReceipt[]> {
  const names = (await readdir(folder)).filter((name) => !name.startsWith('.')).sort().slice(0, mostFiles);
  const receipts: AcceptanceReceipt[] = [];
  for (const name of names) {
    const receipt = readReceipt(key, name, await readFile(join(folder, name), 'utf8').catch(() => ''));
    if (receipt) receipts.push(receipt);
    else found.add('receipt_malformed', name);
  }
  return receipts;
}

/** Finds receipts of a log whose time has come and whose entry is not in the log as it was read after that time, and those that the log contradicts. */
export function checkReceipts(receipts: readonly AcceptanceReceipt[], origin: string, memory: LogMemory, readAt: number, found: Findings): void {
  const mine = receipts.filter((one) => one.origin === origin);
  if (mine.length === 0) return;
  const leaves = new Set(memory.leaves.map((hash) => hash.toString('hex')));
  for (const { file, caseId, seq, leafHash, includedBy } of mine) {
    if (memory.hasEntries) {
      const hash = memory.cases.hashOf(caseId, seq);
      if (hash !== undefined && hash !== leafHash) found.add('receipt_contradicted', file, `fact ${seq} of ${caseId} has another hash in the log`);
    }
    if (!leaves.has(leafHash) && readAt >= includedBy) found.add('receipt_not_included', file, `fact ${seq} of ${caseId} should be in the log since ${new Date(includedBy).toISOString()}`);
  }
}
