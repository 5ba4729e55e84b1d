/**
 * `npm run check:policy`: who may do and see what of a matter, asked of our policy (server/domains/matters/policy.ts) and of an oracle that was written apart from
 * it (tools/policy-oracle), on random actors, matters and acts: 10,000 triples, no difference. Then the comparison itself is tried: with each rule and condition of
 * the oracle left out, and with slips written into our policy, each must be found. `--seed 7` asks about others, `--quick` tries the mutants on fewer triples.
 * Last line: one JSON object; exit 1 where something differs or a mutant is not found.
 */
import { parseArgs } from 'node:util';
import * as policy from '../server/domains/matters/policy.ts';
import { compare, oracle, triplesOf } from './policy-oracle/compare.ts';
import { isFound, oracleMutants, policyMutants } from './policy-oracle/mutants.ts';

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false }, seed: { type: 'string', default: '20261123' } } });
const seed = Number(values.seed);
if (!Number.isSafeInteger(seed) || seed < 0) {
  console.error(`--seed takes a whole number from 0 on, not ${values.seed}`);
  process.exit(2);
}

const triples = triplesOf(seed, 10_000);
const { differences, allowed } = compare(policy, oracle, triples);
for (const one of differences.slice(0, 10)) console.error(`${one.act} (${one.about}): ours ${one.policy}, oracle ${one.oracle}\n  ${JSON.stringify(one.actor)}\n  ${JSON.stringify(one.matter)}`);
console.log(`seed ${seed}: ${triples.length} triples, let in ${allowed} times, ${differences.length} differences`);

const mutants = [...oracleMutants(policy), ...(await policyMutants())];
// A condition that decides rarely needs more questions than ten thousand before one of them tells.
const many = [...triples, ...triplesOf(seed + 1, values.quick ? 150_000 : 400_000)];
const missed = mutants.filter((one) => !isFound(one, many));
for (const { name } of missed) console.error(`not found: ${name}`);
console.log(JSON.stringify({ triples: triples.length, differences: differences.length, mutants: mutants.length, mutantsFound: mutants.length - missed.length }));
process.exitCode = differences.length + missed.length === 0 ? 0 : 1;
