import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readVerifierKey, writeVerifierKey, type VerifierKey } from '../../server/platform/ledger/note-keys.ts';
import { openCheckpoint } from '../../server/platform/ledger/checkpoint.ts';
import { askWitness, type WitnessAnswer } from '../../server/platform/ledger/witness-client.ts';
import { fileOfOrigin } from '../../witness/kept-heads.ts';
import type { WitnessSettings } from '../../witness/main.ts';
import { forkingLog } from './forking-log.ts';

const origin = 'city.example/cases/v1';
const log = forkingLog(origin, 3, (branch) => Number(branch));
const districts = [0, 1, 2, 3].map((at) => forkingLog(`district${at}.example/cases/v1`, 20 + at, (branch) => Number(branch)));
const folder = mkdtempSync(join(tmpdir(), 'yimen-witness-program-'));
const program = join(folder, 'witness.js');
const settingsFile = join(folder, 'witness.json');
let key: VerifierKey;
let running: ChildProcess | undefined;

const run = (...args: readonly string[]) => spawnSync(process.execPath, [program, ...args], { encoding: 'utf8', timeout: 120_000 });

async function start(): Promise<string> {
  const child = spawn(process.execPath, [program, '--settings', settingsFile], { stdio: ['ignore', 'pipe', 'inherit'] });
  running = child;
  let said = '';
  for await (const part of child.stdout) {
    said += String(part);
    const url = /listening on (\S+)/.exec(said)?.[1];
    if (url !== undefined) return url;
  }
  throw new Error(`the witness did not start: ${said}`);
}

/** Ends the witness and waits until it is gone. */
async function end(signal: NodeJS.Signals): Promise<number | null> {
  const child = running;
  running = undefined;
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
  const gone = new Promise<number | null>((resolve) => child.once('exit', resolve));
  child.kill(signal);
  return await gone;
}

const ask = (url: string, branch: string, oldSize: number, size: number, asking = log): Promise<WitnessAnswer> => {
  const proof = asking.request(branch, oldSize, size).split('\n\n', 1)[0]?.split('\n').slice(1) ?? [];
  return askWitness({ url, key }, { oldSize, proof: proof.map((one) => Buffer.from(one, 'base64')), note: asking.note(branch, size) }, 20_000);
};

beforeAll(() => {
  buildSync({ entryPoints: [fileURLToPath(new URL('../../witness/main.ts', import.meta.url))], outfile: program, bundle: true, platform: 'node', format: 'esm', target: 'node20' });
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
  const settings: Partial<WitnessSettings> = { port: 0, keyFile: 'keys/witness.key', stateFolder: 'state', logs: [log, ...districts].map((one) => writeVerifierKey(one.key.verifier)) };
  writeFileSync(settingsFile, JSON.stringify(settings));
  const made = run('--new-key', 'archive.example/witness', '--settings', settingsFile);
  const read = readVerifierKey(made.stdout.trim());
  key = read.ok ? read.key : expect.fail(made.stderr);
});
afterEach(() => end('SIGKILL'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the witness as a program', () => {
  it('makes its key once, readable by its owner only, and says what is wrong with its settings', () => {
    expect(statSync(join(folder, 'keys/witness.key')).mode & 0o777).toBe(0o600);
    expect(run('--new-key', 'again.example/w', '--settings', settingsFile)).toMatchObject({ status: 1, stdout: '' });
    expect(run().status).toBe(2);
    writeFileSync(join(folder, 'bad.json'), '{"keyFile":"k","stateFolder":"s","logs":"all"}');
    expect(run('--settings', join(folder, 'bad.json')).stderr).toContain('logs cannot be used');
  });

  it('serves, shows the checkpoint it signed and its health, and stops when told', async () => {
    const url = await start();
    expect(await ask(url, '1000', 0, 3)).toMatchObject({ name: 'archive.example/witness' });
    const shown = await (await fetch(`${url}/${fileOfOrigin(origin)}/checkpoint`)).text();
    expect(openCheckpoint({ origin, logKeys: [log.key.verifier], witnesses: [key], quorum: 1 }, shown)).toMatchObject({ ok: true, checkpoint: { size: 3 } });
    expect(await (await fetch(`${url}/health`)).json()).toMatchObject({ ok: true, logs: expect.arrayContaining([expect.objectContaining({ origin, size: 3 })]) as unknown });
    expect((await fetch(`${url}/add-checkpoint`, { method: 'POST', body: 'x'.repeat(70_000) }).catch(() => ({ status: 413 }))).status).toBe(413);
    expect((await fetch(`${url}/nothing`)).status).toBe(404);
    expect(await end('SIGTERM')).toBe(0);
  });

  it('killed at any moment between write and answer never signs two histories', async () => {
    const size = 10;
    for (const [round, city] of districts.entries()) {
      const signed = new Set<string>();
      const note = (branch: string, answer: WitnessAnswer): void => {
        if ('signature' in answer) signed.add(city.note(branch, size).split('\n')[2] ?? '');
      };
      let url = await start();
      expect(await ask(url, '1000', 0, 7, city)).toMatchObject({ name: 'archive.example/witness' });
      const asked = ask(url, '1000', 7, size, city);
      await new Promise((resolve) => setTimeout(resolve, round * 3));
      await end('SIGKILL');
      note('1000', await asked);
      // The log with its key tells another story of the same size: whatever was kept, only one of both is ever signed.
      url = await start();
      for (const branch of ['8', '1000']) for (const oldSize of [7, size]) note(branch, await ask(url, branch, oldSize, size, city));
      await end('SIGKILL');
      expect([...signed]).toHaveLength(1);
    }
  });
});
