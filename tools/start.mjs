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
  if (process.argv.includes('--demo')) await standInForCityIdentity(root);
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
 * In the demonstration a separate program plays the identity service of the city, in OpenID Connect itself: the server cannot tell. Its people are invented and have no
 * passwords; it ends with us. OIDC_STAND_IN=no leaves it out, a service of one's own (OIDC_ISSUER) takes its place. Nothing waits for it: it is asked at the first sign-in.
 */
async function standInForCityIdentity(root) {
  const { existsSync } = await import('node:fs');
  const { join } = await import('node:path');
  if (process.env.OIDC_ISSUER || process.env.OIDC_STAND_IN === 'no' || !existsSync(join(root, 'node_modules', 'oidc-provider'))) return;
  const { spawn } = await import('node:child_process');
  const { randomBytes } = await import('node:crypto');
  // The address stays the same from start to start where it can: whoever linked his account to it stays linked.
  const port = process.env.OIDC_STAND_IN_PORT || (await freePort(Number(process.env.PORT) + 2));
  const people = join(process.env.YIMEN_DATA, 'demo-city-people.json');
  const env = {
    OIDC_CLIENT_ID: 'yimen', OIDC_CLIENT_SECRET: randomBytes(16).toString('hex'), OIDC_STAND_IN_PORT: String(port), OIDC_STAND_IN_PEOPLE: people,
    PUBLIC_URL: process.env.PUBLIC_URL || `http://${process.env.HOST || '127.0.0.1'}:${process.env.PORT}`,
  };
  const child = spawn(process.execPath, ['--no-warnings', join(root, 'dist', 'stand-ins', 'city-identity.js')], { env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  child.unref();
  child.channel?.unref();
  process.on('exit', function () {
    child.kill();
  });
  const issuer = `http://127.0.0.1:${port}`;
  Object.assign(process.env, env, { OIDC_ISSUER: issuer, OIDC_STAND_IN_URL: `${issuer}/`, OIDC_STAFF_SECOND_FACTOR: process.env.OIDC_STAFF_SECOND_FACTOR || 'amr:mfa' });
}

/** The wished port of this machine where nobody listens on it, else any that is free. */
async function freePort(wished) {
  const { createServer } = await import('node:net');
  const tried = function (port) {
    return new Promise(function (resolve) {
      const server = createServer();
      server.once('error', function () {
        resolve(undefined);
      });
      server.listen(port, '127.0.0.1', function () {
        const found = server.address().port;
        server.close(function () {
          resolve(found);
        });
      });
    });
  };
  return (await tried(wished)) ?? tried(0);
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
