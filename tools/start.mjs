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
  await standInForSms(root);
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
 * Without a gateway of an operator's own, a separate program plays it on this machine, in the gateway's own protocol: the server cannot tell. It
 * shows what would have been sent on a page of its own and ends with us. SMS_STAND_IN=no leaves it out.
 */
async function standInForSms(root) {
  if (process.env.SMS_ENDPOINT || process.env.SMS_STAND_IN === 'no') return;
  const { join } = await import('node:path');
  const { spawn } = await import('node:child_process');
  const { randomBytes } = await import('node:crypto');
  const port = process.env.SMS_STAND_IN_PORT || String(Number(process.env.PORT) + 1);
  const env = { SMS_STAND_IN_PORT: port, SMS_ACCESS_KEY_ID: 'stand-in', SMS_ACCESS_KEY_SECRET: randomBytes(16).toString('hex'), SMS_SIGN_NAME: '一门' };
  const child = spawn(process.execPath, [join(root, 'dist', 'stand-ins', 'sms-gateway.js')], { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  child.unref();
  child.channel?.unref();
  process.on('exit', function () {
    child.kill();
  });
  Object.assign(process.env, env, { SMS_ENDPOINT: `http://127.0.0.1:${port}`, SMS_STAND_IN_URL: `http://127.0.0.1:${port}/` });
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
