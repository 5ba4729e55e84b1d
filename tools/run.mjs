/**
 * Runs one of our TypeScript programs, after installing what is missing: `node tools/run.mjs bench/filing.ts --quick`. So every script of
 * package.json works on a fresh clone.
 */
import { checkNode } from './check-node.mjs';

checkNode();
main().catch(function (error) {
  console.error(error);
  process.exit(1);
});

async function main() {
  const { installMissing } = await import('./install.mjs');
  installMissing();
  const { spawnSync } = await import('node:child_process');
  const { fileURLToPath } = await import('node:url');
  const root = fileURLToPath(new URL('..', import.meta.url));
  const { status } = spawnSync(process.execPath, ['node_modules/tsx/dist/cli.mjs', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
  process.exit(status ?? 1);
}
