import { createHash } from 'node:crypto';
import { openCheckpoint, type CheckpointPolicy, type OpenedCheckpoint } from '../server/platform/ledger/checkpoint.ts';
import type { VerifierKey } from '../server/platform/ledger/note-keys.ts';
import type { PolicyWitness, ReadPolicy } from '../server/platform/ledger/policy.ts';
import { checkReceipts, readReceipts } from './acceptance-receipts.ts';
import { checkFacts, checkFences, checkStates, openDatabase } from './database-store.ts';
import { findings, type Finding, type Findings } from './finding.ts';
import { findHead, keepHead } from './kept-head.ts';
import { nothingRead, readCheckpoint, readUpTo, rootAtSize, type LogMemory } from './read-log.ts';
import { servedLog } from './served-log.ts';

/** What is watched, and with what. */
export interface Watch {
  readonly policy: ReadPolicy;
  readonly stateFolder: string;
  readonly token: string | undefined;
  readonly receipts: { readonly folder: string; readonly key: VerifierKey } | undefined;
  readonly databaseUrl: string | undefined;
  /** a checkpoint whose newest witness's time is older than this is a finding; a log without witnesses has no time that could be believed */
  readonly staleAfterSeconds: number;
  readonly now: () => number;
}

/** What a round looked at. */
export interface Report {
  readonly at: string;
  readonly logs: readonly { readonly origin: string; readonly size: number; readonly witnesses: number; readonly entries: boolean }[];
  readonly receipts: number;
  readonly facts: number | null;
  readonly matters: number | null;
  readonly findings: readonly Finding[];
  readonly milliseconds: number;
}

/** What was read of each log, by origin; emptied, everything is read again. */
export type Memories = Map<string, LogMemory>;

const seconds = 1_000;

/** One round: every log, the receipts, and where there is an address the database. Never throws: what cannot be looked at is a finding. */
export async function monitorRound(watch: Watch, memories: Memories): Promise<Report> {
  const startedAt = watch.now();
  const found = findings();
  const receipts = watch.receipts ? await readReceipts(watch.receipts.folder, watch.receipts.key, found).catch((error: unknown) => (found.add('receipt_malformed', watch.receipts?.folder ?? '', String(error)), [])) : [];
  const logs: Report['logs'][number][] = [];
  for (const { key, url } of watch.policy.logs) {
    if (url === undefined) continue;
    const readAt = watch.now();
    const memory = memories.get(key.name) ?? nothingRead();
    const opened = await checkLog(watch, watch.policy.policyFor(key.name), url, memory, found);
    if (!opened) {
      // What was read of a log that is not whole is no ground to go on from.
      memories.delete(key.name);
      continue;
    }
    memories.set(key.name, memory);
    checkReceipts(receipts, key.name, memory, readAt, found);
    logs.push({ origin: key.name, size: opened.checkpoint.size, witnesses: opened.witnesses.length, entries: memory.hasEntries });
  }
  const database = watch.databaseUrl === undefined ? undefined : await checkDatabase(watch.databaseUrl, watch.policy, memories, found);
  return {
    at: new Date(startedAt).toISOString(), logs, receipts: receipts.length, facts: database?.facts ?? null, matters: database?.matters ?? null, findings: found.list(), milliseconds: Math.round(watch.now() - startedAt),
  };
}

async function checkLog(watch: Watch, policy: CheckpointPolicy, url: string, memory: LogMemory, found: Findings): Promise<OpenedCheckpoint | undefined> {
  const served = servedLog(url, watch.token);
  const opened = await readCheckpoint(served, policy, found);
  if (!opened) return undefined;
  const { checkpoint, witnesses, note } = opened;
  const newest = Math.max(...witnesses.map((one) => one.atSeconds));
  if (witnesses.length > 0 && watch.now() / seconds - newest > watch.staleAfterSeconds) found.add('checkpoint_stale', policy.origin, `no witness signed since ${new Date(newest * seconds).toISOString()}`);
  const kept = findHead(watch.stateFolder, policy.origin);
  if (kept && checkpoint.size < kept.checkpoint.size) {
    found.add('log_shrank', policy.origin, `${kept.checkpoint.size} entries were verified, now there are ${checkpoint.size}`);
    return undefined;
  }
  if (memory.leaves.length > checkpoint.size || !(await readUpTo(served, memory, checkpoint, found, kept && { size: kept.checkpoint.size, at: kept.at }))) return undefined;
  if (kept && Buffer.compare(rootAtSize(memory, kept.checkpoint.size), kept.checkpoint.root) !== 0) {
    found.add('log_forked', policy.origin, `its first ${kept.checkpoint.size} entries are not those that were verified before`);
    return undefined;
  }
  memory.cases.check(policy.origin, found);
  await checkWitnesses(watch.policy.witnesses, policy, memory, found);
  keepHead(watch.stateFolder, policy.origin, note);
  return opened;
}

/** What each witness signed last must be a beginning of the log as it was read: a log that told the witness another story is seen here. */
async function checkWitnesses(witnesses: readonly PolicyWitness[], policy: CheckpointPolicy, memory: LogMemory, found: Findings): Promise<void> {
  const path = `${createHash('sha256').update(policy.origin).digest('hex')}/checkpoint`;
  for (const { name, key, url } of witnesses) {
    if (url === undefined) continue;
    const note = await servedLog(url, undefined).get(path, 512 * 1024).catch(() => undefined);
    const opened = note && openCheckpoint({ origin: policy.origin, logKeys: policy.logKeys, witnesses: [key], quorum: 1 }, note.toString('utf8'));
    if (!opened || !opened.ok || opened.checkpoint.size > memory.leaves.length) continue;
    const { size, root } = opened.checkpoint;
    if (Buffer.compare(rootAtSize(memory, size), root) !== 0) found.add('log_witnessed_otherwise', policy.origin, `witness ${name} was shown another log of ${size} entries`);
  }
}

async function checkDatabase(address: string, policy: ReadPolicy, memories: Memories, found: Findings): Promise<{ readonly facts: number; readonly matters: number } | undefined> {
  try {
    const db = await openDatabase(address);
    try {
      await checkFences(db, found);
      const origins = policy.logs.map((one) => one.key.name);
      const read = origins.flatMap((origin) => (/\/cases\/v\d+$/.test(origin) ? (memories.get(origin) ?? []) : []));
      const facts = read.length > 0 ? await checkFacts(db, origins, read, found) : 0;
      if (read.length === 0) found.add('database_unreadable', 'log', 'no log of facts could be read whole, so facts were not compared');
      return { facts, matters: await checkStates(db, found) };
    } finally {
      await db.end();
    }
  } catch (error) {
    found.add('database_unreadable', 'database', String(error));
    return undefined;
  }
}
