import type { Matter, MatterFact } from '../../server/domains/matters/matter.ts';
import { hashOf, type FactRow } from '../../server/platform/ledger/chain.ts';
import type { Product } from './bundle-load.ts';
import { readerOf, type Reader } from './reader.ts';
import { isSame, type Tables } from './tables.ts';
import type { World } from './world.ts';

/** What is looked at after every commit, and what was learnt by it. */
export interface StepChecker {
  committed(matterIds: readonly string[]): void;
  hindered(matterIds: readonly string[]): void;
  /** how often somebody writing to the matter was faster, or a clock or a lock was in the way */
  reasonsOf(matterId: string): number;
  readonly readers: ReadonlyMap<string, Reader>;
  /** Heads of the log of facts as somebody outside saw them, each with its size. */
  readonly heads: { readonly size: number; readonly root: string }[];
}

interface Seen {
  facts: number;
  commits: number;
  state: Matter | null;
  readonly reader: Reader;
}

/** Looks after every commit: chain, order of times, state against the facts read back, by the product's fold and by a plain reader. */
export function stepChecker(product: Product, faults: string[], tables: () => Tables, world: World): StepChecker {
  const seen = new Map<string, Seen>();
  const readers = new Map<string, Reader>();
  const hindrances = new Map<string, number>();
  const heads: StepChecker['heads'] = [];
  const broken = (matterId: string, what: string): void => void faults.push(`${what} (matter ${matterId.slice(0, 8)})`);

  function look(matterId: string): void {
    const here = seen.get(matterId) ?? { facts: 0, commits: 0, state: null, reader: readerOf() };
    seen.set(matterId, here);
    readers.set(matterId, here.reader);
    here.commits += 1;
    const facts = tables().facts.get(matterId) ?? [];
    for (; here.facts < facts.length; here.facts += 1) {
      const row = facts[here.facts];
      if (!row) return broken(matterId, 'INV-3: a number of a fact is left out');
      for (const what of chainFaults(row, facts[here.facts - 1])) broken(matterId, what);
      const fact = factOf(row);
      here.state = product.evolve(here.state, fact);
      for (const what of here.reader.read(fact)) broken(matterId, what);
      world.note(`${row.kind} ${row.hash.slice(0, 8)}`);
    }
    const row = tables().states.get(matterId);
    if (row?.seq !== facts.length || row.head !== facts.at(-1)?.hash) return broken(matterId, 'INV-5: the row of the present state names another head than the chain has');
    const state = JSON.parse(row.state) as Matter;
    if (!isSame(state, here.state)) return broken(matterId, 'INV-5: the present state is not the fold of the facts');
    for (const what of here.reader.differences(state)) broken(matterId, what);
  }

  return {
    readers, heads,
    committed: (matterIds) => {
      for (const matterId of matterIds) look(matterId);
      const { log } = tables();
      if (log.entries.length !== (heads.at(-1)?.size ?? 0)) heads.push({ size: log.entries.length, root: log.root.toString('hex') });
    },
    hindered: (matterIds) => {
      for (const matterId of matterIds) hindrances.set(matterId, (hindrances.get(matterId) ?? 0) + 1);
    },
    reasonsOf: (matterId) => (seen.get(matterId)?.commits ?? 0) + (hindrances.get(matterId) ?? 0),
  };
}

function* chainFaults(row: FactRow, before: FactRow | undefined): Generator<string> {
  if (row.prev !== (before?.hash ?? null)) yield 'INV-3: a fact does not name the one before it';
  if (row.hash !== hashOf('simulated/cases', row)) yield 'INV-3: the hash of a fact is not its own';
  if (before && row.at < before.at) yield `INV-5: a fact is dated before its predecessor (${row.at} after ${before.at})`;
}

/** A row read back, as the domain's fact. */
export const factOf = (row: FactRow): MatterFact => ({ kind: row.kind, at: row.at, by: row.by, content: row.content, files: row.files }) as unknown as MatterFact;
