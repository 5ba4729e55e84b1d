#!/usr/bin/env node
/**
 * `yimen backup`, `restore`, `verify` and what else the operator does beside the running server (server/cli/main.ts). Installs and builds what is missing, as `npm start`
 * does, then becomes the program.
 */
import { checkNode } from './check-node.mjs';

checkNode();
run().catch(function (error) {
  console.error(error);
  process.exit(1);
});

async function run() {
  const { join } = await import('node:path');
  const { fileURLToPath, pathToFileURL } = await import('node:url');
  const root = fileURLToPath(new URL('..', import.meta.url));
  const { installMissing } = await import('./install.mjs');
  installMissing();
  const { existsSync } = await import('node:fs');
  const { isBuilt } = await import('./build-stamp.mjs');
  const program = join(root, 'dist', 'server', 'cli.js');
  if (!isBuilt() || !existsSync(program)) {
    const { spawnSync } = await import('node:child_process');
    const built = spawnSync(process.execPath, ['tools/build.mjs'], { cwd: root, stdio: ['ignore', 2, 2] });
    if (built.status !== 0) process.exit(1);
  }
  process.env.YIMEN_DATA = process.env.YIMEN_DATA || join(root, 'var');
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(program).href);
}
