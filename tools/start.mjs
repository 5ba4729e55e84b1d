/**
 * `npm start`: installs and builds what is missing, then becomes the server. The server runs in this very process: signals, exit code and
 * `kill -9` mean what they say, and no second Node.js waits beside it. Written so that an old Node.js can read it and say that it is too old.
 */
import { checkNode } from './check-node.mjs';

checkNode();
prepare().catch(function (error) {
  console.error(error);
  process.exit(1);
});

async function prepare() {
  const { join } = await import('node:path');
  const { fileURLToPath, pathToFileURL } = await import('node:url');
  const root = fileURLToPath(new URL('..', import.meta.url));
  const { installMissing } = await import('./install.mjs');
  installMissing();
  await buildWhenChanged(root);
  process.env.YIMEN_DATA = process.env.YIMEN_DATA || join(root, 'var');
  process.env.PORT = process.env.PORT || '4010';
  if (process.argv.includes('--demo')) process.env.YIMEN_DEMO = '1';
  keepFromDyingTwice();
  process.setSourceMapsEnabled(true);
  await import(pathToFileURL(join(root, 'dist', 'server', 'main.js')).href);
}

/** In a process of its own: the bundlers' memory must not stay with the server. */
async function buildWhenChanged(root) {
  const { isBuilt } = await import('./build-stamp.mjs');
  if (isBuilt() && !process.argv.includes('--rebuild')) return;
  const { spawnSync } = await import('node:child_process');
  const built = spawnSync(process.execPath, ['tools/build.mjs'], { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] });
  if (built.status !== 0) process.exit(1);
}

/**
 * Ctrl-C reaches us twice, from the terminal and from npm, which passes it on; the second must not cut the orderly stop short. Somebody who
 * still presses it after five seconds means it.
 */
function keepFromDyingTwice() {
  let firstAt = 0;
  const onSignal = function () {
    if (firstAt === 0) firstAt = performance.now();
    else if (performance.now() - firstAt > 5000) process.exit(130);
  };
  process.on('SIGINT', onSignal);
  process.on('SIGTERM', onSignal);
}
