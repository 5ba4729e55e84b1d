import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadProduct, type Product } from './bundle-load.ts';
import { bundleFolder, bundleProduct } from './bundle.ts';
import type { Ground } from './city.ts';
import { readGround } from './ground.ts';
import { mutants } from './mutants.ts';
import { play } from './play.ts';

describe('the simulator of the core', () => {
  let folder: string;
  let ground: Ground;
  let product: Product;

  beforeAll(async () => {
    folder = await bundleFolder(`test-${String(process.pid)}`);
    ground = await readGround();
    await bundleProduct(join(folder, 'product.mjs'));
    product = await loadProduct(join(folder, 'product.mjs'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('plays the same seed the same way, whatever was played before', async () => {
    const first = await play(product, ground, 7);
    await play(product, ground, 8);
    const again = await play(product, ground, 7);
    expect(again).toEqual(first);
    expect(first.events).toBeGreaterThan(10);
    expect((await play(product, ground, 9)).trace).not.toBe(first.trace);
  });

  it('finds no invariant broken in the product, in runs in which commands were done, refused, cut off and asked again', async () => {
    const seen: Record<string, number> = {};
    for (let seed = 1_000_001; seed <= 1_000_200; seed += 1) {
      const run = await play(product, ground, seed);
      expect(run.faults, `seed ${String(seed)}`).toEqual([]);
      for (const [what, times] of Object.entries(run.counts)) seen[what] = (seen[what] ?? 0) + times;
    }
    for (const what of ['answers: ok', 'answers: refused', 'answers: unknown', 'servers killed', 'answers lost', 'jobs that failed', 'database killed']) expect(seen[what] ?? 0, what).toBeGreaterThan(0);
  });

  it.each(['acknowledged-before-commit', 'command-not-kept', 'only-the-first-fact-is-followed'])('finds the planted defect %s', async (name) => {
    const mutant = mutants.find((one) => one.name === name);
    if (!mutant) throw new Error(`no planted defect ${name}`);
    const outfile = join(folder, `${name}.mjs`);
    await bundleProduct(outfile, mutant);
    const changed = await loadProduct(outfile);
    let found = 0;
    for (let seed = 1; seed <= 60 && found === 0; seed += 1) found = (await play(changed, ground, seed, mutant.database)).faults.length;
    expect(found).toBeGreaterThan(0);
  });

  it('has at least twenty-five defects to plant, each named once', () => {
    expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
    expect(mutants.length).toBeGreaterThanOrEqual(25);
  });
});
