import { chanceOf } from './chance.ts';
import { mutations } from './mutations.ts';
import { isTaken, type Sample } from './samples.ts';

/** A changed receipt that was taken for a genuine one, and how it came about. */
export interface Taken {
  readonly number: number;
  readonly mutation: string;
  readonly receipt: string;
}

/** What a run saw: how many changed receipts, how many of each kind, and those that were taken. */
export interface MutationRun {
  readonly mutated: number;
  readonly perMutation: ReadonlyMap<string, number>;
  readonly taken: readonly Taken[];
}

/** How a run goes: its seed, how many changed receipts it makes, when it stops early, and the verifier asked (ours, unless a test plants another). */
export interface RunPlan {
  readonly seed: number;
  readonly wanted: number;
  readonly isOver?: () => boolean;
  readonly takes?: (sample: Sample, receipt: string | Uint8Array) => boolean;
  readonly progress?: (mutated: number) => void;
}

const names = Object.keys(mutations);
// A verifier that takes this many has shown what it is.
const mostTaken = 20;

/** Changes receipts in every way in turn and asks the verifier each time. A change that leaves a genuine receipt of the same log is none. */
export function mutateMany(samples: readonly Sample[], { seed, wanted, isOver = () => false, takes = isTaken, progress = () => undefined }: RunPlan): MutationRun {
  const chance = chanceOf(seed);
  const perMutation = new Map(names.map((name) => [name, 0]));
  const taken: Taken[] = [];
  const genuine = new Set(samples.flatMap(({ log }) => log.receipts));
  let mutated = 0;
  for (let turn = 0; mutated < wanted && taken.length < mostTaken; turn += 1) {
    if (turn % 256 === 0 && isOver()) break;
    const name = names[turn % names.length] ?? '';
    const sample = chance.pick(samples);
    const changed = mutations[name]?.(sample, chance);
    if (changed === undefined || isGenuine(changed, genuine)) continue;
    mutated += 1;
    perMutation.set(name, (perMutation.get(name) ?? 0) + 1);
    if (takes(sample, changed)) taken.push({ number: mutated, mutation: name, receipt: Buffer.from(changed).toString('utf8') });
    if (mutated % 100_000 === 0) progress(mutated);
  }
  return { mutated, perMutation, taken };
}

/** Whether this is, byte for byte, a genuine receipt: bytes that are no UTF-8 are none, whatever text a lenient reader makes of them. */
function isGenuine(changed: string | Uint8Array, genuine: ReadonlySet<string>): boolean {
  const text = typeof changed === 'string' ? changed : Buffer.from(changed).toString('utf8');
  return genuine.has(text) && (typeof changed === 'string' || Buffer.from(text).equals(changed));
}
