import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('..', import.meta.url));
const patienceMs = 900_000;

/** Where an installation is reached: the product and the stand-in SMS gateway, both without a slash at the end. */
export interface City {
  readonly baseUrl: string;
  readonly smsUrl: string;
}

/** An installation started for a test, in a folder and on ports of its own. */
export interface StartedCity extends City {
  /** what it printed while it started, line by line */
  readonly lines: readonly string[];
  /** its data */
  readonly folder: string;
  /** stops it as Ctrl-C would and starts it again on the same data, at the same addresses */
  restart(): Promise<void>;
  /** stops it as Ctrl-C would and removes its folder; refuses where it had ended by itself or left with another code than 0 */
  stop(): Promise<void>;
}

/** Starts what a newcomer starts, `npm start` (or `npm run demo`, with the small invented city), and waits until it says that it is ready. `settings`: what its operator set besides. */
export async function startCity({ demo, settings = {} }: { readonly demo: boolean; readonly settings?: Readonly<Record<string, string>> }): Promise<StartedCity> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'yimen-e2e-')));
  chmodSync(folder, 0o755); // as root, the database's own account must be able to enter
  const port = await freePort();
  const env = { ...process.env, YIMEN_DATA: folder, PORT: String(port), YIMEN_DEMO_SIZE: 'small', YIMEN_DEMO: '', PUBLIC_URL: '', SMS_ENDPOINT: '', ...settings };
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const start = () => spawn(process.execPath, ['tools/start.mjs', ...(demo ? ['--demo'] : [])], { cwd: project, env: given, stdio: ['ignore', 'pipe', 'inherit'] });
  const leave = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  let server = start();
  try {
    const lines = await linesUntilReady(server);
    const restart = async (): Promise<void> => {
      await end(server);
      server = start();
      await linesUntilReady(server);
    };
    return { baseUrl: `http://127.0.0.1:${port}`, smsUrl: `http://127.0.0.1:${port + 1}`, lines, folder, restart, stop: () => end(server).finally(leave) };
  } catch (error) {
    server.kill('SIGKILL');
    leave();
    throw error;
  }
}

async function linesUntilReady(server: ChildProcess): Promise<readonly string[]> {
  const lines: string[] = [];
  if (!server.stdout) throw new Error('the server has no output');
  const output = createInterface({ input: server.stdout });
  await new Promise<void>((ready, failed) => {
    const late = setTimeout(() => failed(new Error(`not ready after ${patienceMs} ms\n${lines.join('\n')}`)), patienceMs);
    server.once('exit', (code) => failed(new Error(`the server ended before it was ready (${code ?? 'signal'})\n${lines.join('\n')}`)));
    output.on('line', (text) => {
      lines.push(text);
      if (!/\bready\b/.test(text)) return;
      clearTimeout(late);
      // The greeting's last lines follow the word at once; a moment later all of them are there.
      setTimeout(ready, 300);
    });
  });
  return lines;
}

async function end(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) throw new Error('the server had ended by itself');
  const ended = once(server, 'exit');
  server.kill('SIGTERM');
  const [code] = (await ended) as [number | null];
  if (code !== 0) throw new Error(`after SIGTERM the server left with ${code ?? 'a signal'}`);
}

/** A free port whose neighbour is free too: the stand-in gateway listens there. */
async function freePort(): Promise<number> {
  const probe = await listenOn(0);
  const { port } = probe.address() as AddressInfo;
  const neighbour = await listenOn(port + 1).catch(() => undefined);
  for (const one of [probe, neighbour]) if (one) await new Promise((closed) => one.close(closed));
  return neighbour ? port : freePort();
}

async function listenOn(port: number) {
  const server = createServer();
  const listening = once(server, 'listening');
  server.listen(port, '127.0.0.1');
  await listening;
  return server;
}
