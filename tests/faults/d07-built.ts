import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const project = fileURLToPath(new URL('../..', import.meta.url));

/**
 * One of our TypeScript programs as a file that Node.js starts at once: a fault starts dozens of processes, and each would translate the sources
 * anew. Lies below node_modules, where the packages it needs are found; `remove` takes it away.
 */
export async function builtProgram(source: string, name: string): Promise<{ file: string; remove(): void }> {
  const folder = join(project, 'node_modules', '.cache', 'yimen-faults');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${name}-${process.pid}.mjs`);
  await build({ entryPoints: [source], outfile: file, bundle: true, platform: 'node', format: 'esm', target: 'node20', packages: 'external', logLevel: 'error' });
  return { file, remove: () => rmSync(file, { force: true }) };
}
