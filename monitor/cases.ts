import type { Findings } from './finding.ts';

/** What the entries of a log say of each case: the leaf hash (hex) of each of its facts. */
export interface Cases {
  /** Reads one entry, canonical JSON whose hash is proven; `notBefore` (milliseconds): the log was read whole then and this entry was not in it. Finds a number used twice, and times of the past. */
  take(origin: string, index: number, hash: Buffer, entry: Uint8Array, found: Findings, notBefore?: number): void;
  /** The leaf hash of a fact; undefined where the log has none. */
  hashOf(caseId: string, seq: number): string | undefined;
  /** Finds gaps, and facts that do not follow the one before. */
  check(origin: string, found: Findings): void;
  /** Leaf hashes (hex) of what the log says of itself: no fact stands behind them. */
  statements(): ReadonlySet<string>;
  /** Each case with the hashes of its facts, by number − 1. */
  all(): ReadonlyMap<string, readonly (string | undefined)[]>;
}

interface Leaf {
  /** absent in statements of the log */
  readonly case: string | undefined;
  /** absent in access records */
  readonly seq: number | undefined;
  readonly prev: string | null;
  readonly at: string;
}

/** Keeps nothing yet. Entries without a case (statements of the log) and access records (which have no number) are passed over. */
export function newCases(): Cases {
  const hashes = new Map<string, (string | undefined)[]>();
  const prevs = new Map<string, (string | null | undefined)[]>();
  const statements = new Set<string>();
  return {
    take(origin, index, hash, entry, found, notBefore) {
      const leaf = leafOf(entry);
      const at = typeof leaf === 'object' ? Date.parse(leaf.at) : Number.NaN;
      // 60 s is what the log promises (architecture: acceptance receipt); as much again for the clocks of two machines.
      if (notBefore !== undefined && at < notBefore - 120_000) found.add('entry_back_dated', origin, `entry ${index} says ${new Date(at).toISOString()} and was not in the log at ${new Date(notBefore).toISOString()}`);
      if (leaf === undefined) found.add('entry_malformed', origin, `entry ${index}`);
      if (leaf !== undefined && leaf.case === undefined) statements.add(hash.toString('hex'));
      if (leaf === undefined || leaf.case === undefined || leaf.seq === undefined) return;
      const known = hashes.get(leaf.case) ?? [];
      if (known[leaf.seq - 1] !== undefined) found.add('case_seq_repeated', leaf.case, `fact ${leaf.seq} is at ${index} a second time`);
      known[leaf.seq - 1] = hash.toString('hex');
      hashes.set(leaf.case, known);
      const before = prevs.get(leaf.case) ?? [];
      before[leaf.seq - 1] = leaf.prev;
      prevs.set(leaf.case, before);
    },
    hashOf: (caseId, seq) => hashes.get(caseId)?.[seq - 1],
    check(_origin, found) {
      for (const [caseId, known] of hashes) {
        for (let at = 0; at < known.length; at += 1) {
          if (known[at] === undefined) found.add('case_seq_gap', caseId, `fact ${at + 1} is not in the log`);
          else if ((known[at - 1] ?? null) !== prevs.get(caseId)?.[at] && (at === 0 || known[at - 1] !== undefined)) found.add('case_chain_broken', caseId, `fact ${at + 1} does not follow fact ${at}`);
        }
      }
    },
    statements: () => statements,
    all: () => hashes,
  };
}

function leafOf(entry: Uint8Array): Leaf | undefined {
  try {
    const read = JSON.parse(Buffer.from(entry).toString('utf8')) as Partial<Record<keyof Leaf, unknown>> | null;
    if (typeof read !== 'object' || read === null) return undefined;
    const { case: caseId, seq, prev = null, at = '' } = read;
    const isNumber = seq === undefined || (Number.isSafeInteger(seq) && (seq as number) >= 1 && (seq as number) < 1_000_000);
    const fits = (caseId === undefined || typeof caseId === 'string') && isNumber && (prev === null || typeof prev === 'string') && typeof at === 'string';
    return fits ? { case: caseId, seq: seq as number | undefined, prev, at } : undefined;
  } catch {
    return undefined;
  }
}
