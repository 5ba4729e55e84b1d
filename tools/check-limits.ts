/**
 * Holds our due dates against the naive oracle of tools/limits-oracle in random histories: starts, stops, extensions, holidays, swapped work days,
 * calendars that change. Prints its progress, each difference with the history that shows it, and its figures as one JSON object on the last line.
 * Ends with 1 where a date differs or a limit of docs/law is not tested at its four moments.
 *   npm run check:limits                 100,000 histories, a few minutes
 *   npm run check:limits -- --quick      10,000 histories, ended within 45 s
 *   npm run check:limits -- --seed 7     other histories
 */
import { parseArgs } from 'node:util';
import * as calendar from '../server/kernel/calendar/index.ts';
import * as limits from '../server/kernel/limits/index.ts';
import { lawIds, untestedIds } from './law-ids.ts';
import { compareMany } from './limits-oracle/compare.ts';

const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false }, seed: { type: 'string', default: '20261123' } } });
const seed = Number(values.seed);
if (!Number.isSafeInteger(seed) || seed < 0) {
  console.error(`--seed takes a whole number from 0 on, not ${values.seed}`);
  process.exit(2);
}
const wanted = values.quick ? 10_000 : 100_000;
const quickMs = 36_000;

/** Compares in parts, each with a seed of its own, so that a part can be repeated alone and a quick run can end in time. */
function compareInParts(): { readonly histories: number; readonly differences: number } {
  const started = performance.now();
  const part = 1000;
  let histories = 0;
  let differences = 0;
  for (let i = 0; histories < wanted && differences < 20; i += 1) {
    if (values.quick && performance.now() - started > quickMs) break;
    const partSeed = (seed + i * 7919) % 4_294_967_296;
    const run = compareMany({ calendar, limits }, part, partSeed, 20 - differences);
    histories += run.histories;
    differences += run.differing.length;
    for (const { number, history, differences: found } of run.differing) {
      console.error(`history ${number} of seed ${partSeed} differs:\n${JSON.stringify(history)}`);
      for (const { what, kernel, oracle } of found.slice(0, 5)) console.error(`  ${what}: ours ${JSON.stringify(kernel)}, oracle ${JSON.stringify(oracle)}`);
    }
    if (histories % (wanted / 10) === 0) console.log(`${histories} histories, ${differences} differences, ${((performance.now() - started) / 1000).toFixed(0)} s`);
  }
  return { histories, differences };
}

console.log(`seed ${seed}`);
const { histories, differences } = compareInParts();
const untested = untestedIds();
for (const id of untested) console.error(`${id} is not tested at its last moment in time, its first moment late, across a holiday and across a suspension`);
console.log(JSON.stringify({ histories, differences, limits: lawIds().length, untested: untested.length }));
process.exitCode = differences > 0 || untested.length > 0 ? 1 : 0;
