import { performance } from 'node:perf_hooks';
import { attacks, keepTables } from './attacks.ts';
import { whoFinds, type Found } from './checkers.ts';
import { chain, watchedCity } from './city.ts';
import { rewriteWithKey } from './with-key.ts';

/** An alteration and who found it; nobody: it was not. */
export interface Drilled {
  readonly attack: string;
  readonly found: readonly Found[];
}

/** All eight alterations on a city of its own, one after the other, each put back before the next; `round` chooses the matters. */
export async function drill(round: number): Promise<readonly Drilled[]> {
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
    return results;
  } catch (error) {
    console.error(error);
    throw error;
  } finally {
    await city.close();
  }
}
