import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { findings } from '../../monitor/finding.ts';
import { nothingRead, readCheckpoint, readUpTo, type LogMemory } from '../../monitor/read-log.ts';
import { servedLog, type ServedLog } from '../../monitor/served-log.ts';
import { loadKeys, newDataKey } from '../../server/platform/crypto/index.ts';
import { newId } from '../../server/platform/ids.ts';
import { chainFacts, type ChainHead, type DomainFact } from '../../server/platform/ledger/chain.ts';
import type { CheckpointPolicy } from '../../server/platform/ledger/checkpoint.ts';
import { logSigner } from '../../server/platform/ledger/log/log-keys.ts';
import { consistencyRanges, hashBytes, hashesOfRanges, inclusionRanges, perfectParts, type LeafRange } from '../../server/platform/ledger/merkle.ts';
import { isConsistent, isIncluded } from '../../server/platform/ledger/merkle-verify.ts';
import { readerOfTiles, tilePath, tilesOfNodes } from '../../server/platform/ledger/tiles.ts';
import type { City } from './frame/city.ts';
import type { Fault, FaultTools, Size } from './frame/fault.ts';

const load = { quick: { perSecond: 50, seconds: 6 }, gate: { perSecond: 100, seconds: 6 }, full: { perSecond: 200, seconds: 600 } } as const;
const writers = 4;
/** facts of one transaction */
const atOnce = 5;
const longest = 60_000;
const asked = 15_000;

/** Facts that were committed and when (milliseconds), by leaf hash (hex); taken out when a reader has seen them under a signed checkpoint. */
interface Committed {
  readonly waiting: Map<string, number>;
  readonly delays: number[];
  written: number;
}

/** Writes facts of matters of its own, a share of the rate, each transaction durable before it counts. */
async function write(db: pg.Client, log: string, rate: number, until: number, committed: Committed): Promise<void> {
  const pause = (atOnce / rate) * 1_000;
  let ground = { log, matterId: newId(), dataKey: newDataKey(), rule: { item: 1 } };
  let head: ChainHead | null = null;
  for (let next = Date.now(); Date.now() < until; next += pause) {
    if (head !== null && head.seq >= 20) [ground, head] = [{ ...ground, matterId: newId() }, null];
    const at = new Date(Date.now() - 20).toISOString();
    const chained = chainFacts(ground, head, Array.from({ length: atOnce }, (_, n): DomainFact => ({ kind: 'noted', at, by: { kind: 'system', id: 'hammer' }, content: { n } })));
    head = chained.head;
    await db.query('select platform.append($1::jsonb)', [JSON.stringify({ facts: chained.rows })]);
    const now = Date.now();
    for (const row of chained.rows) committed.waiting.set(row.hash, now);
    committed.written += chained.rows.length;
    await sleep(Math.max(0, next + pause - Date.now()));
  }
}

/** Reads checkpoint after checkpoint as anybody can, notes what each one covers, and asks for proofs: of inclusion of the newest, of consistency with the one before. */
async function read(served: ServedLog, policy: CheckpointPolicy, memory: LogMemory, committed: Committed, tools: FaultTools): Promise<{ readonly proofs: number; readonly bad: readonly string[] }> {
  const found = findings();
  const opened = await readCheckpoint(served, policy, found);
  // Before its first checkpoint a log has none to show.
  if (!opened) return { proofs: 0, bad: memory.leaves.length === 0 ? [] : found.list().map((one) => one.code) };
  const { size, root } = opened.checkpoint;
  const before = { size: memory.leaves.length, root: memory.root };
  if (size === before.size) return { proofs: 0, bad: [] };
  const whole = await readUpTo(served, memory, opened.checkpoint, found);
  const bad = found.list().map((one) => `${one.code} ${one.detail}`);
  if (!whole) return { proofs: 0, bad };
  const now = Date.now();
  for (const hash of memory.leaves.slice(before.size)) {
    const at = committed.waiting.get(hash.toString('hex'));
    if (at !== undefined) committed.delays.push(now - at);
    committed.waiting.delete(hash.toString('hex'));
  }
  const proofs = await prove(served, memory, size, root, tools);
  bad.push(...proofs.bad);
  if (before.size > 0 && before.root) {
    const proof = await hashesOver(served, consistencyRanges(before.size, size), size);
    if (!proof || !isConsistent({ from: before.size, fromRoot: before.root, to: size, toRoot: root, proof })) bad.push(`no proof that ${size} goes on from ${before.size}`);
  }
  return { proofs: proofs.count + 1, bad };
}

async function prove(served: ServedLog, { leaves }: LogMemory, size: number, root: Uint8Array, tools: FaultTools): Promise<{ readonly count: number; readonly bad: readonly string[] }> {
  const bad: string[] = [];
  const indexes = [size - 1, ...Array.from({ length: 8 }, () => tools.whole(0, size - 1))];
  for (const index of indexes) {
    const proof = await hashesOver(served, inclusionRanges(index, size), size);
    if (!proof || !isIncluded({ leafHash: leaves[index] ?? Buffer.alloc(hashBytes), index, size, proof, root })) bad.push(`no proof for entry ${index} of ${size}`);
  }
  return { count: indexes.length, bad };
}

async function hashesOver(served: ServedLog, ranges: readonly LeafRange[], size: number): Promise<readonly Uint8Array[] | undefined> {
  const tiles = new Map<string, Buffer>();
  for (const id of tilesOfNodes(ranges.flatMap(perfectParts), size)) {
    const bytes = await served.get(tilePath(id), 8_192).catch(() => undefined);
    if (bytes?.length !== id.width * hashBytes) return undefined;
    tiles.set(tilePath(id), bytes);
  }
  return hashesOfRanges(ranges, readerOfTiles(size, (id) => tiles.get(tilePath(id)) ?? Buffer.alloc(0)));
}

/** A planted defect: a log that serves each byte of its tiles a bit otherwise. */
const lying = (served: ServedLog): ServedLog => ({
  ...served,
  async get(path, mostBytes) {
    const bytes = await served.get(path, mostBytes);
    return bytes && Buffer.from(bytes.map((byte) => byte ^ 1));
  },
});

/** The policy of a city without witnesses: the key of its log is made of its own key file. */
async function policyOf(city: City): Promise<CheckpointPolicy> {
  const keys = await loadKeys(join(city.folder, 'keys'), { databaseExists: true });
  if (!keys.ok) throw new Error(keys.code);
  const origin = 'city.invalid/cases/v1';
  return { origin, logKeys: [logSigner(keys.keys, origin).verifier], witnesses: [], quorum: 0 };
}

async function hammer(city: City, size: Size, tools: FaultTools) {
  const { perSecond, seconds } = load[size];
  const policy = await policyOf(city);
  const committed: Committed = { waiting: new Map(), delays: [], written: 0 };
  const clients = await Promise.all(Array.from({ length: writers }, () => city.owner()));
  const served = servedLog(`${city.baseUrl}/cases/v1`, undefined);
  const memory = nothingRead();
  const bad: string[] = [];
  let proofs = 0;
  const until = Date.now() + seconds * 1_000;
  try {
    const writing = Promise.all(clients.map((db) => write(db, policy.origin, perSecond / writers, until, committed)));
    writing.catch(() => undefined);
    // Afterwards the readers go on until everything is in the log, or its minute is over.
    while (Date.now() < until || (committed.waiting.size > 0 && Date.now() < until + longest)) {
      const round = await read(served, policy, memory, committed, tools);
      proofs += round.proofs;
      bad.push(...round.bad);
      await sleep(250);
    }
    await writing;
  } finally {
    await Promise.all(clients.map((db) => db.end()));
  }
  const { root, leaves } = memory;
  const spoiled = root ? await prove(lying(served), memory, leaves.length, root, tools) : { bad: [] };
  return { committed, bad, proofs, size: leaves.length, isLiarCaught: spoiled.bad.length > 0 };
}

/** L-08: everything that is committed stands under a signed checkpoint within 15 s (99 %), within a minute at the latest; every proof that is asked for holds. */
export const fault: Fault = {
  id: 'L-08',
  title: 'Load on the log: writers, and readers who verify what they read',
  needs: [],
  seconds: { quick: 0, gate: 0, full: 700 },
  async run(size, tools) {
    const city = await tools.city();
    await city.start();
    const { committed, bad, proofs, size: entries, isLiarCaught } = await hammer(city, size, tools);
    const delays = committed.delays.toSorted((one, other) => one - other);
    const p99 = delays[Math.floor(delays.length * 0.99)] ?? Number.POSITIVE_INFINITY;
    const slowest = delays.at(-1) ?? Number.POSITIVE_INFINITY;
    const broken = [
      ...(committed.waiting.size > 0 ? [`${committed.waiting.size} facts were not in the log a minute after the last was written`] : []),
      ...(slowest > longest ? [`one fact was in the log only after ${slowest} ms`] : []), ...(p99 > asked ? [`99 % were in the log only after ${p99} ms`] : []),
      ...new Set(bad.slice(0, 5)), ...(proofs === 0 ? ['no proof was asked for'] : []),
    ];
    return {
      faults: committed.written, lost: committed.waiting.size, broken, mutantsPlanted: 1, mutantsCaught: isLiarCaught ? 1 : 0, seed: tools.seed,
      figures: { facts: committed.written, factsPerSecond: Math.round(committed.written / load[size].seconds), inclusionP50Ms: delays[Math.floor(delays.length / 2)] ?? -1, inclusionP99Ms: p99, inclusionMaxMs: slowest, proofs, badProofs: bad.length, entries },
    };
  },
};
