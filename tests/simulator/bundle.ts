import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';
import type { Mutant } from './mutants.ts';

const root = resolve(import.meta.dirname, '../..');
const simulated = join(import.meta.dirname, 'surroundings.ts');

/** Files of ours and modules of Node in whose place the simulated surroundings stand: clocks, timers, chance, the network, the press. */
const replaced: ReadonlySet<string> = new Set(['server/platform/crypto/random.ts', 'server/platform/webhooks/send.ts', 'server/domains/matters/routes-papers.ts', 'server/platform/db/notification-line.ts'].map((path) => join(root, path)));
const replacedModules: ReadonlySet<string> = new Set(['node:perf_hooks', 'node:timers/promises']);

/** Ids of new things come from the run, so that they are the same whatever ran before it. */
const edits: readonly Mutant['edits'][number][] = [
  { file: 'server/platform/ids.ts', from: 'export function newId(): Id {', to: `export { newId } from ${JSON.stringify(simulated)};\nexport function newIdOfThisMachine(): Id {` },
  // Tiles of four hashes instead of 256: then the log of a few matters has full tiles and several levels.
  { file: 'server/platform/ledger/tiles.ts', from: 'export const tileWidth = 256;', to: 'export const tileWidth = 4;' },
  { file: 'server/platform/ledger/tiles.ts', from: 'const perLevel = 8;', to: 'const perLevel = 2;' },
];

/** The source of a file with its edits made. A place that is not there exactly once is a bug: the source has changed, and the edit must follow it. */
function edited(path: string, made: readonly Mutant['edits'][number][]): string {
  return made.reduce((text, { file, from, to }) => {
    if (text.split(from).length !== 2) throw new Error(`${file} has not exactly once: ${from}`);
    return text.replace(from, () => to);
  }, readFileSync(path, 'utf8'));
}

function surroundingsPlugin(mutant: Mutant | undefined): Plugin {
  const byFile = new Map<string, Mutant['edits'][number][]>();
  for (const one of [...edits, ...(mutant?.edits ?? [])]) byFile.set(join(root, one.file), [...(byFile.get(join(root, one.file)) ?? []), one]);
  return {
    name: 'simulated-surroundings',
    setup(made) {
      made.onResolve({ filter: /.*/ }, ({ path, resolveDir, kind }) => {
        if (replacedModules.has(path)) return { path: simulated };
        if (kind === 'entry-point' || path.startsWith('/')) return { path };
        // A module nobody uses is left out: none of ours does anything by being loaded.
        if (!path.startsWith('.')) return { path, external: true, sideEffects: false };
        const found = resolve(resolveDir, path);
        return { path: replaced.has(found) ? simulated : found, sideEffects: false };
      });
      made.onLoad({ filter: /\.ts$/ }, ({ path }) => {
        const own = byFile.get(path);
        return own ? { contents: edited(path, own), loader: 'ts' } : undefined;
      });
    },
  };
}

/** Bundles the product into a file, changed as a planted defect says. */
export async function bundleProduct(outfile: string, mutant?: Mutant): Promise<void> {
  await build({
    entryPoints: [join(import.meta.dirname, 'product.ts')], outfile, bundle: true, platform: 'node', format: 'esm', target: 'node20', logLevel: 'warning', write: true,
    inject: [simulated], plugins: [surroundingsPlugin(mutant)],
  });
}

/** The oracle of due dates reads the calendar from beside itself, also out of a bundle that lies elsewhere. */
const inItsPlace: Plugin = {
  name: 'files-in-their-place',
  setup(made) {
    made.onLoad({ filter: /limits-oracle\/oracle\.ts$/ }, ({ path }) => ({ contents: readFileSync(path, 'utf8').replaceAll('import.meta.dirname', JSON.stringify(dirname(path))), loader: 'ts' }));
  },
};

/** Bundles the program of a worker, which runs seeds against bundles of the product. */
export async function bundleWorker(outfile: string): Promise<void> {
  await build({ entryPoints: [join(import.meta.dirname, 'worker.ts')], outfile, bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external', logLevel: 'warning', plugins: [inItsPlace] });
}

/** A folder for bundles, from which they find the packages they import. */
export async function bundleFolder(name: string): Promise<string> {
  const folder = join(root, 'node_modules/.cache/simulator', name);
  await mkdir(folder, { recursive: true });
  return folder;
}
