import type pg from 'pg';
import type { Keys } from '../../crypto/index.ts';
import { hashOf, type FactRow } from '../chain.ts';
import { openCheckpoint } from '../checkpoint.ts';
import { appended, emptyFrontier, rootOf, type Frontier } from '../merkle.ts';
import { emptyEdge, grown, tileWidth, type TileEdge } from '../tiles.ts';
import { listEntryHashes, listFacts, listSignedSizes, listStoredTiles, listStrayEntries, listStrayFacts, listStrayRecords, readRecords, readStatementHashes, type FactPlace, type RecordEntry } from './fsck-store.ts';
import { accessHash } from './leaves.ts';
import { logSigner } from './log-keys.ts';
import { findLog, logNames, type LogName, type LogRow } from './log-store.ts';

/** Something that is not as it was written. `matterId` and `seq`, or `log` and `index`, say where. */
export interface LogFault {
  readonly fault:
    | 'chain_gap' | 'chain_prev' | 'chain_hash' | 'fact_without_entry' | 'record_without_entry' | 'entry_without_source' | 'entry_gap' | 'entry_hash' | 'tile_other' | 'tile_missing'
    | 'size_other' | 'root_other' | 'checkpoint_other' | 'checkpoint_signature' | 'log_stopped';
  readonly log?: string;
  readonly index?: number;
  readonly matterId?: string;
  readonly seq?: number;
}

/** What a check found, and over how much. At most a thousand faults are told one by one; `faultCount` counts them all. */
export interface LogCheck {
  readonly facts: number;
  readonly matters: number;
  readonly entries: Readonly<Record<LogName, number>>;
  readonly checkpoints: number;
  readonly faults: readonly LogFault[];
  readonly faultCount: number;
}

/** What a check is over. */
export interface CheckOptions {
  /** Gives connections that see one and the same moment of the database; they are closed by who gave them. */
  readonly connect: () => Promise<pg.ClientBase>;
  /** `log` in every leaf of a fact */
  readonly chain: string;
  /** to verify our own signatures under the newest thousand checkpoints */
  readonly keys?: Keys;
  readonly onProgress?: (done: { readonly what: 'facts' | LogName; readonly count: number }) => void;
}

const faultsTold = 1_000;
const page = 8_192;

/** A list of faults that counts on when it is full. */
interface Findings {
  readonly faults: LogFault[];
  count: number;
}

const found = (findings: Findings, fault: LogFault): void => {
  findings.count += 1;
  if (findings.faults.length < faultsTold) findings.faults.push(fault);
};

/**
 * Checks the whole ledger: the chain of every matter, gapless, each hash computed anew; every fact has its entry or waits for it and every entry has its source;
 * the tree over all entries computed anew and compared with every tile and every signed checkpoint. Reads in pages: what it needs does not grow with the ledger.
 */
export async function checkLogs(options: CheckOptions): Promise<LogCheck> {
  const findings: Findings = { faults: [], count: 0 };
  const [one, other] = [await options.connect(), await options.connect()];
  // Two connections, so that the database reads for one while the other is computed: both cores have work.
  const [chains, trees] = await Promise.all([checkChains(one, options, findings), checkTrees(other, options, findings)]);
  return { ...chains, ...trees, faults: findings.faults, faultCount: findings.count };
}

async function checkChains(db: pg.ClientBase, { chain, onProgress }: CheckOptions, findings: Findings): Promise<{ facts: number; matters: number }> {
  let [facts, matters] = [0, 0];
  let before: FactPlace | undefined;
  let next: Promise<readonly FactRow[]> = listFacts(db, undefined, page);
  for (;;) {
    const rows = await next;
    const last = rows.at(-1);
    if (last === undefined) return { facts, matters };
    // The next page is read while this one is computed.
    next = listFacts(db, last, page);
    for (const row of rows) {
      const earlier = before?.matter_id === row.matter_id ? before : undefined;
      if (earlier === undefined) matters += 1;
      const at = { matterId: row.matter_id, seq: row.seq };
      if (row.seq !== (earlier?.seq ?? 0) + 1) found(findings, { fault: 'chain_gap', ...at });
      if (row.prev !== (earlier?.hash ?? null)) found(findings, { fault: 'chain_prev', ...at });
      if (row.hash !== hashOf(chain, row)) found(findings, { fault: 'chain_hash', ...at });
      before = row;
    }
    facts += rows.length;
    onProgress?.({ what: 'facts', count: facts });
  }
}

async function checkTrees(db: pg.ClientBase, options: CheckOptions, findings: Findings): Promise<{ entries: Record<LogName, number>; checkpoints: number }> {
  const entries = { cases: 0, access: 0 };
  let checkpoints = 0;
  for (const [fault, stray] of [['fact_without_entry', await listStrayFacts(db, faultsTold)], ['record_without_entry', await listStrayRecords(db, faultsTold)], ['entry_without_source', await listStrayEntries(db, faultsTold)]] as const) {
    for (const one of stray) found(findings, { fault, ...one });
  }
  for (const log of logNames) {
    const row = await findLog(db, log);
    if (row === undefined) continue;
    if (row.stoppedWhy !== null) found(findings, { fault: 'log_stopped', log });
    const checked = await checkTree(db, options, row, log, findings);
    entries[log] = checked.size;
    checkpoints += checked.checkpoints;
  }
  return { entries, checkpoints };
}

/** Walks the entries from the first to the last, and with them the tiles and the checkpoints. */
async function checkTree(db: pg.ClientBase, options: CheckOptions, row: LogRow, log: LogName, findings: Findings): Promise<{ size: number; checkpoints: number }> {
  const signed = await listSignedSizes(db, log);
  let [at, edge, frontier] = [0, emptyEdge, emptyFrontier] as [number, TileEdge, Frontier];
  for (let first = 0; first < row.size; first += page) {
    const entries = await listEntryHashes(db, log, first, page);
    const hashes = entries.map((entry) => entry.hash);
    entries.forEach((entry, n) => {
      if (entry.index !== first + n) found(findings, { fault: 'entry_gap', log, index: first + n });
    });
    await compareSources(db, row, log, first, entries, findings);
    const after = grown(edge, hashes);
    await compareTiles(db, log, first, after.written, findings);
    for (let done = 0; done < hashes.length; ) {
      const checkpoint = signed[at];
      const until = checkpoint !== undefined && checkpoint.size <= first + hashes.length ? checkpoint.size - first : hashes.length;
      frontier = appended(frontier, hashes.slice(done, until));
      done = until;
      if (checkpoint?.size !== frontier.size) continue;
      if (!checkpoint.root.equals(rootOf(frontier))) found(findings, { fault: 'checkpoint_other', log, index: checkpoint.size });
      at += 1;
    }
    edge = after.edge;
    options.onProgress?.({ what: log, count: edge.size });
  }
  if (edge.size !== row.size || at < signed.length) found(findings, { fault: 'size_other', log, index: edge.size });
  if (!row.root.equals(rootOf(frontier))) found(findings, { fault: 'root_other', log, index: edge.size });
  if (options.keys) {
    const policy = { origin: row.origin, logKeys: [logSigner(options.keys, row.origin).verifier], witnesses: [], quorum: 0 };
    for (const { size, root, note } of signed.slice(-1_000)) {
      const opened = openCheckpoint(policy, note);
      if (!opened.ok || opened.checkpoint.size !== size || !root.equals(opened.checkpoint.root)) found(findings, { fault: 'checkpoint_signature', log, index: size });
    }
  }
  return { size: edge.size, checkpoints: signed.length };
}

/** Entries of facts were compared with them by the database; those of access records and statements are computed anew here. */
async function compareSources(db: pg.ClientBase, { origin }: LogRow, log: LogName, first: number, entries: readonly RecordEntry[], findings: Findings): Promise<void> {
  const said = await readStatementHashes(db, log, first, page);
  const records = log === 'access' ? await readRecords(db, first, page) : new Map<number, Parameters<typeof accessHash>[1]>();
  for (const { index, hash, isFact } of entries) {
    if (isFact) continue;
    const record = records.get(index);
    const computed = record ? accessHash(origin, record) : said.get(index);
    if (computed === undefined || !hash.equals(computed)) found(findings, { fault: computed === undefined ? 'entry_without_source' : 'entry_hash', log, index });
  }
}

async function compareTiles(db: pg.ClientBase, log: LogName, first: number, written: ReturnType<typeof grown>['written'], findings: Findings): Promise<void> {
  const stored = await listStoredTiles(db, log, written.map(({ id }) => id));
  for (const { id, hashes } of written) {
    const kept = stored.get(`${id.level}/${id.index}`);
    const index = id.index * tileWidth ** (id.level + 1);
    if (kept === undefined || kept.length < hashes.length) found(findings, { fault: 'tile_missing', log, index: Math.max(first, index) });
    else if (!kept.subarray(0, hashes.length).equals(hashes)) found(findings, { fault: 'tile_other', log, index: Math.max(first, index) });
  }
}
