/**
 * `npm run check:tamper`: the drill of a database administrator (L-03). A small city writes its facts through the program; log, witness and monitor run. Then
 * somebody with all rights over the database alters it in eight ways, each as well as it can be done, one of them with the log's own key. Printed: who found
 * it, and after how long. `--quick` and without anything: once; `--full`: five times, on other matters. Last line: one JSON object; exit 1 where one is not found.
 */
import { performance } from 'node:perf_hooks';
import { useTestDatabaseServer } from '../server/testing/database-server.ts';
import { attacks, keepTables } from './tamper/attacks.ts';
import { chain, watchedCity } from './tamper/city.ts';
import { whoFinds, type Found } from './tamper/checkers.ts';
import { rewriteWithKey } from './tamper/with-key.ts';

const rounds = process.argv.includes('--full') ? 5 : 1;

async function main(): Promise<void> {
  const server = await useTestDatabaseServer();
  const results: { attack: string; found: readonly Found[] }[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) results.push(...(await drill(round)));
  } finally {
    await server.stop();
  }
  const found = results.filter((one) => one.found.length > 0).length;
  console.log(JSON.stringify({ attacks: results.length, found }));
  if (found !== results.length || results.length === 0) process.exitCode = 1;
}

async function drill(round: number): Promise<readonly { attack: string; found: readonly Found[] }[]> {
  const city = await watchedCity(5);
  try {
    await city.log().tick();
    const before = await whoFinds(city);
    if (before.length > 0) throw new Error(`the city is not whole before anything was done: ${JSON.stringify(before)}`);
    const putBack = await keepTables(city.dba);
    const results: { attack: string; found: Found[] }[] = [];
    const targetOf = (at: number) => ({ chain, matterId: city.matters[at % city.matters.length] ?? '', otherId: city.matters[(at + 1) % city.matters.length] ?? '' });
    for (const { name, run } of attacks) {
      const startedAt = performance.now();
      await run(city.dba, targetOf(round + results.length));
      results.push({ attack: name, found: [...(await whoFinds(city, startedAt))] });
      await putBack();
      const left = await whoFinds(city);
      if (left.length > 0) throw new Error(`not put back after: ${name}: ${JSON.stringify(left)}`);
    }
    // The rewritten case once more, with what only the program has: the log's key. Nobody inside can see that any more; witness and monitor stand outside.
    const rewritten = results.find((one) => one.attack.startsWith('rewrite'));
    const outside = (await rewriteWithKey(city, targetOf(round))).map((one) => ({ ...one, by: `${one.by} (signed with the log’s key)` }));
    if (rewritten) rewritten.found = outside.length > 1 && rewritten.found.length > 0 ? [...rewritten.found, ...outside] : [];
    for (const one of results) print(one.attack, one.found);
    return results;
  } catch (error) {
    console.error(error);
    throw error;
  } finally {
    await city.close();
  }
}

function print(name: string, found: readonly Found[]): void {
  console.log(`${found.length > 0 ? 'found    ' : 'NOT FOUND'} ${name}`);
  for (const { by, what, seconds } of found) console.log(`            ${seconds.toFixed(2).padStart(6)} s  ${by}: ${what}`);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
