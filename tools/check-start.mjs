/**
 * `npm run check:start`: a fresh data folder; cold and warm start; memory at rest; a killed server and its recovery. With `--quick` without
 * the demo city. The last line is one JSON object; the process fails when a start does, or when something is left running.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { installMissing } from './install.mjs';
import { memoryOf, postgresBelow, postgresServing } from './process-memory.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const quick = process.argv.includes('--quick');
const patienceMs = quick ? 40_000 : 300_000;

async function freePort() {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  return port;
}

/** Starts the server as `npm start` does and waits for its ready line and for its own health answer. */
async function startServer(place, ...args) {
  const started = performance.now();
  const env = { ...process.env, YIMEN_DATA: place.data, PORT: String(place.port) };
  const server = spawn(process.execPath, ['tools/start.mjs', ...args], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
  place.servers.push(server);
  const lines = createInterface({ input: server.stdout });
  await new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`not ready after ${patienceMs} ms`)), patienceMs);
    server.once('exit', (code, signal) => reject(new Error(`the server ended before it was ready (${code ?? signal})`)));
    lines.on('line', (line) => {
      console.log(`  | ${line}`);
      if (!/\bready\b/.test(line)) return;
      clearTimeout(late);
      resolve();
    });
  });
  const answer = await fetch(`http://127.0.0.1:${place.port}/health/ready`);
  if (answer.status !== 200) throw new Error(`/health/ready answers ${answer.status}`);
  return { server, ms: Math.round(performance.now() - started) };
}

async function endServer(server, signal) {
  if (server.exitCode !== null || server.signalCode !== null) throw new Error('the server had ended by itself');
  const ended = once(server, 'exit');
  server.kill(signal);
  const [code] = await ended;
  if (signal === 'SIGTERM' && code !== 0) throw new Error(`after SIGTERM the server left with ${code}`);
}

async function measure(place) {
  const cold = await startServer(place, '--rebuild');
  console.log(`cold start ${cold.ms} ms`);
  await endServer(cold.server, 'SIGTERM');
  const warm = await startServer(place);
  console.log(`warm start ${warm.ms} ms`);
  if (!quick) {
    await endServer(warm.server, 'SIGTERM');
    warm.server = (await startServer(place, '--demo')).server;
  }
  await sleep(quick ? 2_000 : 15_000);
  const databases = postgresBelow(warm.server.pid);
  const memoryMiB = Math.round(memoryOf([warm.server.pid, ...databases]) / 1024);
  console.log(`memory at rest ${memoryMiB} MiB in ${databases.length + 1} processes`);
  await endServer(warm.server, 'SIGKILL');
  const again = await startServer(place);
  console.log(`after kill -9 ready in ${again.ms} ms`);
  await endServer(again.server, 'SIGTERM');
  return { coldMs: cold.ms, warmMs: warm.ms, memoryMiB, recovered: true, recoveryMs: again.ms, demoCity: !quick };
}

async function main() {
  installMissing();
  const data = realpathSync(mkdtempSync(join(tmpdir(), 'yimen-start-')));
  chmodSync(data, 0o755); // as root, the database's own account must be able to enter
  const place = { data, port: await freePort(), servers: [] };
  try {
    console.log(JSON.stringify(await measure(place)));
  } finally {
    for (const server of place.servers) server.kill('SIGKILL');
    const left = postgresServing(data);
    for (const pid of left) process.kill(pid, 'SIGQUIT');
    if (left.length > 0) await sleep(2_000);
    rmSync(data, { recursive: true, force: true, maxRetries: 3 });
  }
}

main().catch((error) => {
  console.error(error.message);
  console.log(JSON.stringify({ recovered: false, problem: error.message }));
  process.exit(1);
});
