import { chmod, chown, mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { blindIndexPurposes, dropKek, keyFingerprint, loadKeys, newDataKey, rotateKek, unwrapKey, wrapKey, wrappedUnder } from './index.ts';
import type { KeyDocument, LoadedKeys } from './index.ts';

let folder: string;
beforeEach(async () => {
  folder = path.join(await mkdtemp(path.join(tmpdir(), 'yimen-keys-')), 'keys');
});
afterEach(() => rm(path.dirname(folder), { recursive: true, force: true }));

async function loaded(databaseExists = false): Promise<LoadedKeys> {
  const result = await loadKeys(folder, { databaseExists });
  if (!result.ok) throw new Error(result.code);
  return result;
}

describe('the key file', () => {
  test('is made at the first start, readable by its owner only, and found again at the second', async () => {
    const first = await loaded();
    const second = await loaded(true);
    expect([first.created, second.created]).toEqual([true, false]);
    expect((await stat(first.path)).mode & 0o777).toBe(0o600);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect(await readdir(folder)).toEqual(['keys.json']);
    expect(second.keys.checkCode.equals(first.keys.checkCode)).toBe(true);
  });

  test('is one and the same for two servers that start at the same moment', async () => {
    const both = await Promise.all([loaded(), loaded(), loaded(), loaded()]);
    expect(both.filter((one) => one.created)).toHaveLength(1);
    for (const one of both) expect(one.keys.link.equals((both[0] as LoadedKeys).keys.link)).toBe(true);
  });

  test('is never replaced where a database exists: the refusal names every missing key', async () => {
    const refusal = await loadKeys(folder, { databaseExists: true });
    expect(refusal).toEqual({
      ok: false,
      code: 'keys.missing',
      params: {
        names: [...blindIndexPurposes.map((purpose) => `blind-index/${purpose}`), 'kek/current', 'check-code', 'link', 'receipt-signing', 'log-signing'].join(', '),
        path: path.join(folder, 'keys.json'),
      },
    });
  });

  test.each([
    ['blind-index/phone', (d: KeyDocument) => { delete d.blindIndex.phone; }],
    ['kek/1', (d: KeyDocument) => { d.kek.versions = {}; }],
    ['check-code', (d: KeyDocument) => { d.checkCode = 'c2hvcnQ='; }],
    ['receipt-signing', (d: KeyDocument) => { d.receiptSigning = d.link; }],
    ['log-signing', (d: KeyDocument) => { d.logSigning = ''; }],
  ])('with one key lost, names just that one: %s', async (name, damage) => {
    const { path: file } = await loaded();
    const document = JSON.parse(await readFile(file, 'utf8')) as KeyDocument;
    damage(document);
    await writeFile(file, JSON.stringify(document));
    expect(await loadKeys(folder, { databaseExists: true })).toEqual({ ok: false, code: 'keys.missing', params: { names: name, path: file } });
  });

  test('of a release before the log gets the key of the log once, the same for all servers that start', async () => {
    const { path: file } = await loaded();
    const { logSigning: _none, ...before } = JSON.parse(await readFile(file, 'utf8')) as KeyDocument;
    await writeFile(file, JSON.stringify(before));
    const both = await Promise.all([loaded(true), loaded(true)]);
    const kept = JSON.parse(await readFile(file, 'utf8')) as KeyDocument;
    expect(kept).toEqual({ ...before, logSigning: both[0]?.keys.logSigning.export().toString('base64') });
    expect(both[1]?.keys.logSigning.equals((both[0] as LoadedKeys).keys.logSigning)).toBe(true);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await loaded(true)).keys.logSigning.equals((both[0] as LoadedKeys).keys.logSigning)).toBe(true);
  });

  test('when damaged is refused, not replaced', async () => {
    const { path: file } = await loaded();
    await writeFile(file, '{"format":"yimen-keys/1"');
    expect(await loadKeys(folder, { databaseExists: false })).toMatchObject({ ok: false, code: 'keys.unreadable' });
    expect(await readFile(file, 'utf8')).toBe('{"format":"yimen-keys/1"');
  });

  test('takes a new key-encryption key without losing what the old one wrapped', async () => {
    const before = await loaded();
    const dataKey = newDataKey();
    const old = wrapKey(before.keys, 'matter-1', dataKey);
    const after = await rotateKek(folder);
    if (!after.ok) throw new Error(after.code);
    const renewed = wrapKey(after.keys, 'matter-1', dataKey);
    expect([wrappedUnder(old), wrappedUnder(renewed)]).toEqual([1, 2]);
    for (const wrapped of [old, renewed]) {
      const opened = unwrapKey(after.keys, 'matter-1', wrapped);
      expect(opened.ok && opened.dataKey.equals(dataKey)).toBe(true);
    }
    // Whoever started before reads the file once more where a version is new to it.
    expect(before.keys.kek.current).toBe(1);
    expect(unwrapKey(before.keys, 'matter-1', renewed).ok).toBe(true);
    expect([before.keys.kek.current, ...before.keys.kek.versions()]).toEqual([2, 1, 2]);
    const gone = Buffer.from(renewed);
    gone.writeUInt32BE(3);
    expect(unwrapKey(before.keys, 'matter-1', gone)).toEqual({ ok: false, code: 'crypto.kek_missing', params: { version: 3 } });
    expect((await stat(after.path)).mode & 0o777).toBe(0o600);
    expect((await loaded(true)).keys.kek.current).toBe(2);
  });

  test('lets an older key-encryption key go, never the current one, and is the same file to its fingerprint', async () => {
    const first = await loaded();
    await rotateKek(folder, '2026-11-23T00:00:00.000Z');
    const without = await dropKek(folder, 1);
    const still = await dropKek(folder, 2);
    if (!without.ok || !still.ok) throw new Error('refused');
    expect([without.keys.kek.versions(), still.keys.kek.versions()]).toEqual([[2], [2]]);
    expect(keyFingerprint(still.keys)).toBe(keyFingerprint(first.keys));
    expect(keyFingerprint(still.keys)).toMatch(/^([0-9A-F]{4}-){7}[0-9A-F]{4}$/);
  });

  test.each(['standard', 'gm'] as const)('says its mode itself: %s', async (mode) => {
    const made = await loadKeys(folder, { databaseExists: false, mode });
    const again = await loadKeys(folder, { databaseExists: true });
    expect([made.ok && made.keys.mode, again.ok && again.keys.mode]).toEqual([mode, mode]);
  });

  test('that others on the machine may read is refused with its mode', async () => {
    const { path: file } = await loaded();
    for (const [mode, told] of [[0o640, '640'], [0o604, '604'], [0o777, '777']] as const) {
      await chmod(file, mode);
      expect(await loadKeys(folder, { databaseExists: true })).toEqual({ ok: false, code: 'keys.too_open', params: { path: file, mode: told } });
    }
    await chmod(file, 0o400);
    expect((await loaded(true)).created).toBe(false);
  });

  // Only root may give a file away; elsewhere the machine itself refuses what this guards against.
  test.runIf(process.geteuid?.() === 0)('that belongs to another account is refused with both', async () => {
    const { path: file } = await loaded();
    await chown(file, 4_999, 4_999);
    expect(await loadKeys(folder, { databaseExists: true })).toEqual({ ok: false, code: 'keys.of_another_owner', params: { path: file, owner: '4999', own: '0' } });
  });

  test('shows none of its bytes when the keys are printed by mistake', async () => {
    const { keys, path: file } = await loaded();
    const document = JSON.parse(await readFile(file, 'utf8')) as KeyDocument;
    const printed = inspect(keys, { depth: 10, showHidden: true }) + JSON.stringify(keys);
    for (const secret of [document.checkCode, document.link, ...Object.values(document.blindIndex), ...Object.values(document.kek.versions)]) {
      expect(printed).not.toContain(secret);
      expect(printed).not.toContain(Buffer.from(secret, 'base64').toString('hex').slice(0, 16));
    }
  });
});
