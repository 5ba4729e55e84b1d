import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeLock } from './lock-file.ts';

/** Waits for a common moment, takes the lock, prints the outcome and keeps it until its input closes. */
const contender = `
  import { takeLock } from ${JSON.stringify(join(import.meta.dirname, 'lock-file.ts'))};
  while (Date.now() < Number(process.argv[2])) {}
  const lock = takeLock(process.argv[1]);
  console.log('heldBy' in lock ? 'held' : 'won');
  process.stdin.resume();
`;

describe('The lock of a data folder', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'yimen-lock-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is given to one, refused to the next with the holder named, and free after release', () => {
    const path = join(folder, 'server.lock');
    const lock = takeLock(path);
    expect('release' in lock).toBe(true);
    expect(takeLock(path)).toEqual({ heldBy: process.pid });
    if ('release' in lock) lock.release();
    expect(readdirSync(folder)).toEqual([]);
    expect('release' in takeLock(path)).toBe(true);
  });

  it('of a living process number with another start is taken over', () => {
    const path = join(folder, 'server.lock');
    writeFileSync(path, JSON.stringify({ pid: process.ppid, identity: 'long ago', nonce: 'n1' }));
    expect('release' in takeLock(path)).toBe(true);
    expect(readdirSync(folder)).toEqual(['server.lock']);
  });

  it('is taken over also when an earlier taker-over died half-way', () => {
    const path = join(folder, 'server.lock');
    writeFileSync(path, JSON.stringify({ pid: process.ppid, identity: 'long ago', nonce: 'n1' }));
    writeFileSync(`${path}.after-n1`, JSON.stringify({ pid: process.ppid, identity: 'also gone', nonce: 'n2' }));
    expect('release' in takeLock(path)).toBe(true);
    expect(takeLock(path)).toEqual({ heldBy: process.pid });
    expect(readdirSync(folder)).toEqual(['server.lock']);
  });

  it('Of twelve servers that take over a dead lock at once exactly one wins', async () => {
    const path = join(folder, 'server.lock');
    writeFileSync(path, JSON.stringify({ pid: process.ppid, identity: 'long ago', nonce: 'n1' }));
    const moment = Date.now() + 4_000;
    const contenders = Array.from({ length: 12 }, () =>
      spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', contender, path, String(moment)], { stdio: ['pipe', 'pipe', 'inherit'] }),
    );
    const outcomes = await Promise.all(contenders.map(async (child) => String((await once(child.stdout, 'data'))[0]).trim()));
    expect(outcomes.toSorted()).toEqual([...Array.from({ length: 11 }, () => 'held'), 'won']);
    await Promise.all(contenders.map((child) => (child.stdin.end(), child.kill('SIGKILL'), once(child, 'exit'))));
  });
});
