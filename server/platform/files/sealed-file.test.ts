import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cryptoModes, newDataKey } from '../crypto/index.ts';
import { openVault, type Vault } from './index.ts';
import { pdf, streamObject } from './odd-files.ts';

let root: string;
let vault: Vault;
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'yimen-sealed-'));
  vault = await openVault({ root, leastFreeBytes: 0 });
});
afterEach(() => rm(root, { recursive: true, force: true }));

/** Four pieces of 64 KiB and one shorter. */
const content = pdf('', streamObject('/Subtype /Image /Filter /DCTDecode', Buffer.from(Array.from({ length: 280_000 }, (_, index) => (index * 7) & 0xff))));

describe.each(cryptoModes)('a stored file in the mode %s', (mode) => {
  const dataKey = newDataKey({ mode });
  const put = async (): Promise<{ fileId: string; sizeBytes: number; place: string }> => {
    const kept = await vault.put(content, { dataKey, declaredName: 'a.pdf' });
    if (!kept.ok) throw new Error(kept.code);
    const [found] = (await readdir(root, { recursive: true, withFileTypes: true })).filter((one) => one.isFile());
    if (!found) throw new Error('no file');
    return { ...kept.file, place: path.join(found.parentPath, found.name) };
  };

  test('comes back as it was, with its length, and shows nothing of its content', async () => {
    const { fileId, place } = await put();
    const back = await vault.read(fileId, dataKey);
    expect(back.ok && back.bytes.equals(content)).toBe(true);
    expect(await vault.describe(fileId, dataKey)).toMatchObject({ ok: true, sizeBytes: content.length });
    const stored = await readFile(place);
    expect([stored.includes(Buffer.from('%PDF')), stored.subarray(0, 4).toString()]).toEqual([false, mode === 'gm' ? 'YMF2' : 'YMF1']);
  });

  test('with a bit changed anywhere, a piece lost, or two pieces exchanged is refused', async () => {
    const { fileId, place } = await put();
    const stored = await readFile(place);
    const piece = 65_536 + (mode === 'gm' ? 32 : 16);
    const at = (index: number): Buffer => stored.subarray(52 + index * piece, 52 + (index + 1) * piece);
    const changed = [3, 10, 40, 60, 52 + piece - 1, 52 + piece + 5, stored.length - 1].map((place) => {
      const copy = Buffer.from(stored);
      copy.writeUInt8(copy.readUInt8(place) ^ 1, place);
      return copy;
    });
    const head = stored.subarray(0, 52);
    const moved = [Buffer.concat([head, at(1), at(0), at(2), at(3), at(4)]), Buffer.concat([head, at(0), at(1), at(2), at(3)]), Buffer.concat([head, at(0), at(1), at(3), at(4)]), stored.subarray(0, -1), head];
    for (const other of [...changed, ...moved]) {
      await writeFile(place, other);
      expect(await vault.read(fileId, dataKey)).toMatchObject({ ok: false, code: 'files.not_authentic' });
    }
  });

  test('is found under another name for each owner, and under none in the other mode', async () => {
    const { fileId } = await put();
    for (const other of [newDataKey({ mode }), newDataKey({ mode: mode === 'gm' ? 'standard' : 'gm' })]) expect(await vault.read(fileId, other)).toMatchObject({ ok: false, code: 'files.not_found' });
  });
});
