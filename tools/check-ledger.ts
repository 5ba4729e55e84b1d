/**
 * Holds the ledger's readers against vectors of others (tests/ledger-vectors) and against receipts changed in every way we know, none of which may be
 * taken. Prints its figures as one JSON object on the last line; ends with 1 where a vector fails, a genuine receipt is refused or a changed one is taken.
 *   npm run check:ledger                 1,000,000 changed receipts, a few minutes
 *   npm run check:ledger -- --quick      as many as fit, ended within 40 s
 *   npm run check:ledger -- --seed 7     other changes
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { goldenLogFaults, merkleVectors, noteFaults, referenceTreeFaults } from './ledger-mutants/vectors.ts';
import { mutateMany } from './ledger-mutants/run.ts';
import { goldenSamples, harmlessChanges, isTaken, witnessedSamples } from './ledger-mutants/samples.ts';

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false }, seed: { type: 'string', default: '20261123' } } });
const seed = Number(values.seed);
if (!Number.isSafeInteger(seed) || seed < 0 || seed > 4_294_967_295) {
  console.error(`--seed takes a whole number from 0 to 4294967295, not ${values.seed}`);
  process.exit(2);
}
// Counted from the start of the process, so that a slow start is inside.
const quickMs = 36_000;

const read = (name: string) => JSON.parse(readFileSync(new URL(`../tests/ledger-vectors/${name}`, import.meta.url), 'utf8'));
const golden = read('tlog/tessera-golden-log.json');

console.log(`seed ${seed}`);
const vectors = merkleVectors(read('rfc6962/inclusion.json'), read('rfc6962/consistency.json'));
const failed = vectors.filter(({ passed }) => !passed);
const faults = [...failed.map(({ path }) => `vector ${path}`), ...referenceTreeFaults(read('rfc6962/reference-tree.json')), ...goldenLogFaults(golden), ...noteFaults(read('tlog/c2sp-examples.json'))];

const proofs = goldenSamples(golden, read('tlog/derived-tlog-proofs.json'));
const samples = [...proofs, ...witnessedSamples()];
const refused = samples.filter((sample) => !isTaken(sample, sample.receipt));
const harmless = samples.flatMap((sample) => harmlessChanges(sample).filter((receipt) => !isTaken(sample, receipt)));
faults.push(...refused.map(({ receipt }) => `a genuine receipt is refused:\n${receipt}`), ...harmless.map((receipt) => `a receipt is refused after a change that means nothing:\n${receipt}`));
for (const fault of faults) console.error(fault);

const run = mutateMany(samples, {
  seed,
  wanted: 1_000_000,
  isOver: () => values.quick && performance.now() > quickMs,
  progress: (mutated) => console.log(`${mutated} changed receipts, ${(performance.now() / 1000).toFixed(0)} s`),
});
for (const { number, mutation, receipt } of run.taken) console.error(`changed receipt ${number} of seed ${seed} is taken (${mutation}):\n${JSON.stringify(receipt)}`);
const fewest = Math.min(...run.perMutation.values());
console.log(`${run.perMutation.size} kinds of change, at least ${fewest} of each, on ${samples.length} receipts`);
console.log(JSON.stringify({ vectors: vectors.length, passed: vectors.length - failed.length, proofs: proofs.filter((sample) => isTaken(sample, sample.receipt)).length, mutated: run.mutated, accepted: run.taken.length }));
process.exitCode = faults.length > 0 || run.taken.length > 0 || fewest === 0 ? 1 : 0;
