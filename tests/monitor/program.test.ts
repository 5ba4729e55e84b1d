import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MonitorSettings } from '../../monitor/main.ts';
import { entriesOfCases, playedLog, type PlayedLog } from './played-log.ts';

const folder = mkdtempSync(join(tmpdir(), 'yimen-monitor-program-'));
const settingsFile = join(folder, 'monitor.json');
const program = join(folder, 'monitor.cjs');
let log: PlayedLog;

const settle = (settings: Partial<MonitorSettings>): void => writeFileSync(settingsFile, JSON.stringify({ policyFile: 'policy.txt', stateFolder: 'state', ...settings }));

/** Runs it to its end; the report is the last line. */
async function run(...args: readonly string[]): Promise<{ code: number | null; out: string; report: string }> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let out = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part: Buffer) => (out += part.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, out, report: out.trimEnd().split('\n').at(-1) ?? '' };
}

beforeAll(async () => {
  await build({
    entryPoints: [join(import.meta.dirname, '../../monitor/main.ts')], outfile: program, bundle: true, platform: 'node', format: 'cjs', target: 'node20', external: ['pg-native'], logLevel: 'warning',
    plugins: [{ name: 'without-natives', setup: (of) => of.onResolve({ filter: /^@node-rs\// }, ({ path }) => ({ path, external: true, sideEffects: false })) }],
  });
  log = await playedLog();
  log.entries = entriesOfCases(20, 3);
  log.sign();
  writeFileSync(join(folder, 'policy.txt'), log.policyText);
});
afterAll(async () => {
  await log.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the monitor as a program', () => {
  it('ends with 0 where it found nothing, with 1 and a line for each finding where it did, and tells whoever is on duty', async () => {
    const told: string[] = [];
    const duty = createServer((request, response) => void request.on('data', (part: Buffer) => told.push(part.toString())).on('end', () => response.end()));
    await new Promise<void>((resolve) => duty.listen(0, '127.0.0.1', resolve));
    try {
      settle({ webhook: `http://127.0.0.1:${(duty.address() as AddressInfo).port}` });
      const whole = await run('--settings', settingsFile, '--once');
      expect([whole.code, JSON.parse(whole.report)]).toMatchObject([0, { findings: [], logs: [{ size: 20 }] }]);
      log.entries = entriesOfCases(12, 3);
      log.sign();
      const shrunk = await run('--settings', settingsFile, '--once');
      expect([shrunk.code, JSON.parse(shrunk.report)]).toMatchObject([1, { findings: [{ code: 'log_shrank' }] }]);
      expect(shrunk.out).toMatch(/^\S+ log_shrank city\.example\/cases\/v1: 20 entries were verified/m);
      expect(told.join('')).toContain('log_shrank');
    } finally {
      duty.closeAllConnections();
      duty.close();
    }
  });

  it('says what is wrong with its settings', async () => {
    expect((await run()).code).toBe(2);
    settle({ policyFile: 'none.txt' });
    expect((await run('--settings', settingsFile, '--once')).code).toBe(2);
    settle({ everySeconds: 0 });
    expect((await run('--settings', settingsFile)).out).toContain('everySeconds cannot be used');
  });
});
