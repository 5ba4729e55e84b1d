import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { billOf, missingFrom, withoutHash, type Lock } from './sbom-contents.ts';

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
const bill = billOf(lock);
const names = new Set(bill.components.map((one) => one.name));

describe('the list of what the server is made of (TM-19)', () => {
  it('names every package that is needed to run, with its hash, and none that only makes it', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { dependencies: object };
    expect(Object.keys(dependencies).filter((name) => !names.has(name))).toEqual([]);
    expect(missingFrom(bill, lock)).toEqual([]);
    // Parts of the word splitter for other machines, which the lock file names without a hash: told with every run, and never more than these.
    expect(withoutHash(bill).filter((one) => one.scope === 'required' || !one.name.startsWith('@node-rs/jieba-'))).toEqual([]);
    expect([names.has('vitest'), names.has('eslint')]).toEqual([false, false]);
  });

  it('names what those packages need themselves, as their own files in node_modules say', () => {
    for (const [path, one] of Object.entries(lock.packages)) {
      if (path === '' || one.dev || one.optional || !existsSync(`${path}/package.json`)) continue;
      const { dependencies } = JSON.parse(readFileSync(`${path}/package.json`, 'utf8')) as { dependencies?: object };
      for (const name of Object.keys(dependencies ?? {})) expect(names.has(name), `${name}, needed by ${path}`).toBe(true);
    }
  });

  it('is the same for the same lock file, and another for another', () => {
    expect(billOf(lock)).toEqual(bill);
    expect(billOf({ ...lock, version: '9.9.9' }).serialNumber).not.toBe(bill.serialNumber);
    expect(bill.serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('notices a package that was left out, and one without a hash', () => {
    expect(missingFrom({ components: bill.components.filter((one) => one.name !== 'fastify') }, lock)).toEqual([expect.stringMatching(/^fastify@/)]);
    expect(withoutHash({ components: bill.components.map((one) => (one.name === 'pg' ? { ...one, hashes: [] } : one)) }).map((one) => one.name)).toContain('pg');
  });
});
