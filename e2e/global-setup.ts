import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { prepareBrowser } from './browser.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** address of the running installation, without a slash at the end */
    baseUrl: string;
    /** address of the stand-in SMS gateway */
    smsUrl: string;
    /** one-time link that makes the first administrator; empty where the invented city has staff already */
    firstStartUrl: string;
  }
}

const project = fileURLToPath(new URL('..', import.meta.url));

/** Starts what a newcomer starts: `npm start` with the invented city, small, in a folder of its own. */
export default async function setUp(vitest: TestProject): Promise<() => Promise<void>> {
  prepareBrowser();
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'yimen-e2e-')));
  chmodSync(folder, 0o755);
  const port = await freePort();
  const { server, lines } = await startServer({ YIMEN_DATA: folder, PORT: String(port), YIMEN_DEMO_SIZE: 'small' });
  vitest.provide('baseUrl', `http://127.0.0.1:${port}`);
  vitest.provide('smsUrl', `http://127.0.0.1:${port + 1}`);
  vitest.provide('firstStartUrl', /http\S+first-start\S+/.exec(lines.join('\n'))?.[0] ?? '');
  return async () => {
    server.kill('SIGTERM');
    await once(server, 'exit');
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  };
}

async function startServer(env: Record<string, string>): Promise<{ server: ChildProcess; lines: string[] }> {
  const server = spawn(process.execPath, ['tools/start.mjs', '--demo'], { cwd: project, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
  const lines: string[] = [];
  if (!server.stdout) throw new Error('no output');
  const output = createInterface({ input: server.stdout });
  await new Promise<void>((ready, failed) => {
    server.once('exit', (code) => failed(new Error(`the server ended before it was ready (${code ?? 'signal'})\n${lines.join('\n')}`)));
    output.on('line', (text) => {
      lines.push(text);
      // The greeting's last lines follow the word at once; a moment later all of them are there.
      if (/\bready\b/.test(text)) setTimeout(ready, 300);
    });
  });
  return { server, lines };
}

/** A free port whose neighbour is free too: the stand-in gateway listens there. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port > 65_000 ? freePort() : port;
}
