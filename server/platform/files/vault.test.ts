import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newDataKey } from '../crypto/index.ts';
import { openVault } from './index.ts';
import type { StoredFile, Vault } from './index.ts';
import { exif, jpeg, jpegSegment, pdf, png, pngWith, streamObject, webp } from './odd-files.ts';

let root: string;
let vault: Vault;
const dataKey = newDataKey();
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'yimen-vault-'));
  vault = await openVault({ root, leastFreeBytes: 0 });
});
afterEach(() => rm(root, { recursive: true, force: true }));

async function stored(content: Buffer | Readable, declaredName = 'scan.pdf'): Promise<StoredFile> {
  const result = await vault.put(content, { dataKey, declaredName });
  if (!result.ok) throw new Error(`${result.code} ${JSON.stringify(result.params)}`);
  return result.file;
}

/** Everything in the vault that is a file. */
async function allFiles(): Promise<string[]> {
  const found = await readdir(root, { recursive: true, withFileTypes: true });
  return found.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

const bigPdf = (megabytes: number): Buffer => pdf('', streamObject('/Subtype /Image /Filter /DCTDecode', Buffer.alloc(megabytes * 1_048_576, 0x61)));

describe('a file that was put into the vault', () => {
  test.each([
    ['scan.pdf', pdf(), { mediaType: 'application/pdf', pages: 1 }],
    ['photo.JPG', jpeg({ width: 4000, height: 3000 }), { mediaType: 'image/jpeg', width: 4000, height: 3000 }],
    ['id.png', png(12, 34), { mediaType: 'image/png', width: 12, height: 34 }],
    ['id.webp', webp({}, 320, 200), { mediaType: 'image/webp', width: 320, height: 200 }],
  ])('is described by its content: %s', async (name, content, found) => {
    expect(await stored(content, name)).toEqual({
      fileId: createHash('sha256').update(content).digest('hex'), sizeBytes: content.length, name, ...found,
    });
  });

  test.each([1, 65_535, 65_536, 65_537, 131_072, 200_000])('comes back byte for byte, as a whole and as a stream, also %i bytes around the border of a sealed piece', async (extra) => {
    const base = pdf('', streamObject('/X 1', Buffer.alloc(0)));
    const content = pdf('', streamObject('/X 1', Buffer.alloc(Math.max(0, extra - base.length), 0x20)));
    const { fileId } = await stored(Readable.from([content.subarray(0, 5), content.subarray(5, 70_000), content.subarray(70_000)]));
    expect(await vault.read(fileId, dataKey)).toEqual({ ok: true, bytes: content });
    const opened = await vault.open(fileId, dataKey);
    if (!opened.ok) throw new Error(opened.code);
    expect(opened.sizeBytes).toBe(content.length);
    expect(Buffer.concat(await opened.stream.toArray() as Buffer[]).equals(content)).toBe(true);
  });

  test('reveals nothing on the disk: neither its content nor its hash nor its name', async () => {
    const content = pdf('', '% Zhang San 449900199001011237\n');
    const { fileId } = await stored(content, '张三身份证.pdf');
    const [file, ...others] = await allFiles();
    expect(others).toEqual([]);
    expect(file).not.toContain(fileId);
    expect((await stat(file ?? '')).mode & 0o777).toBe(0o600);
    const raw = await readFile(file ?? '');
    expect(raw.includes('Zhang')).toBe(false);
    expect(raw.includes('%PDF')).toBe(false);
    expect(raw.includes(Buffer.from(fileId, 'hex'))).toBe(false);
  });

  test('is not there for another owner, though the content be the same', async () => {
    const { fileId } = await stored(pdf());
    expect(await vault.read(fileId, newDataKey())).toMatchObject({ ok: false, code: 'files.not_found' });
    const other = newDataKey();
    await vault.put(pdf(), { dataKey: other, declaredName: 'a.pdf' });
    expect(await allFiles()).toHaveLength(2);
    expect(await vault.remove(fileId, dataKey)).toBe(true);
    expect(await vault.remove(fileId, dataKey)).toBe(false);
    expect(await vault.read(fileId, dataKey)).toMatchObject({ ok: false, code: 'files.not_found' });
    expect((await vault.read(fileId, other)).ok).toBe(true);
  });

  test('put twice by one owner is kept once', async () => {
    await stored(pdf());
    await stored(pdf(), 'again.pdf');
    expect(await allFiles()).toHaveLength(1);
  });

  test('with one byte changed anywhere, cut short, or put in the place of another is refused', async () => {
    const content = bigPdf(0.2);
    const { fileId } = await stored(content);
    const [file = ''] = await allFiles();
    const raw = await readFile(file);
    for (const at of [0, 3, 4, 19, 20, 51, 52, 52 + 65_552, raw.length - 17, raw.length - 1]) {
      const changed = Buffer.from(raw);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      await writeFile(file, changed);
      expect(await vault.read(fileId, dataKey), `byte ${at}`).toMatchObject({ ok: false, code: 'files.not_authentic' });
    }
    for (const length of [0, 51, 52, 52 + 65_552, 52 + 2 * 65_552, raw.length - 1]) {
      await writeFile(file, raw.subarray(0, length));
      expect(await vault.read(fileId, dataKey), `cut at ${length}`).toMatchObject({ ok: false, code: 'files.not_authentic' });
    }
    const other = await stored(pdf(), 'other.pdf');
    const otherFile = (await allFiles()).find((one) => one !== file) ?? '';
    await writeFile(file, await readFile(otherFile));
    expect(await vault.open(fileId, dataKey)).toMatchObject({ ok: false, code: 'files.not_authentic' });
    expect((await vault.read(other.fileId, dataKey)).ok).toBe(true);
  });

  test('changed behind its first piece, ends its stream with an error and not silently', async () => {
    const { fileId } = await stored(bigPdf(0.2));
    const [file = ''] = await allFiles();
    const raw = await readFile(file);
    raw.writeUInt8(raw.readUInt8(raw.length - 1) ^ 1, raw.length - 1);
    await writeFile(file, raw);
    const opened = await vault.open(fileId, dataKey);
    if (!opened.ok) throw new Error(opened.code);
    await expect(opened.stream.toArray()).rejects.toThrow('files.not_authentic');
  });
});

describe('the copy that is shown', () => {
  test.each([1, 3, 6, 8])('of a photograph keeps its orientation %i and loses place, device, comments and what hangs behind it', async (orientation) => {
    const content = jpeg({ extra: [exif(orientation), jpegSegment(0xe1, 'http://ns.adobe.com/xap/1.0/\0 GPS place'), jpegSegment(0xed, 'Photoshop GPS'), jpegSegment(0xfe, 'GPS in a comment'), jpegSegment(0xe2, 'MPF\0 GPS'), jpegSegment(0xe2, 'ICC_PROFILE\0\x01\x01colours')], tail: Buffer.from('MotionPhoto GPS') });
    const { fileId, mediaType } = await stored(content, 'photo.jpg');
    const shown = await vault.readForDisplay(fileId, dataKey, mediaType);
    if (!shown.ok) throw new Error(shown.code);
    expect(shown.bytes.includes('GPS')).toBe(false);
    expect(shown.bytes.includes('Phone')).toBe(false);
    expect(shown.bytes.includes('ICC_PROFILE')).toBe(true);
    expect(shown.bytes.subarray(-2).toString('hex')).toBe('ffd9');
    const tag = Buffer.from('011200030000000100', 'hex');
    expect(shown.bytes.includes(tag)).toBe(orientation !== 1);
    if (orientation !== 1) expect(shown.bytes[shown.bytes.indexOf(tag) + tag.length]).toBe(orientation);
    expect(await vault.put(shown.bytes, { dataKey, declaredName: 'copy.jpg' })).toMatchObject({ ok: true, file: { width: 40, height: 30 } });
    expect((await vault.read(fileId, dataKey))).toEqual({ ok: true, bytes: content });
  });

  test.each([
    ['text.png', pngWith('tEXt', 'Author\0GPS')], ['exif.png', pngWith('eXIf', 'MM\0*GPS')], ['itxt.png', pngWith('iTXt', 'GPS')],
    ['meta.webp', webp({ EXIF: 'GPS here', 'XMP ': '<x>GPS</x>' })],
  ])('of a picture carries no metadata either: %s', async (name, content) => {
    const { fileId, mediaType, width } = await stored(content, name);
    const shown = await vault.readForDisplay(fileId, dataKey, mediaType);
    if (!shown.ok) throw new Error(shown.code);
    expect(shown.bytes.includes('GPS')).toBe(false);
    expect(await vault.put(shown.bytes, { dataKey, declaredName: name })).toMatchObject({ ok: true, file: { width } });
  });
});

describe('a file that is too much', () => {
  test('of 200 MB is refused as soon as the limit is passed, without being held in memory', async () => {
    let produced = 0;
    const piece = Buffer.alloc(1_048_576, 0x20);
    const endless = Readable.from((function* () {
      yield pdf().subarray(0, 300);
      for (; produced < 200; produced += 1) yield piece;
    })());
    global.gc?.();
    const before = process.memoryUsage().rss;
    let peak = before;
    const watch = setInterval(() => { peak = Math.max(peak, process.memoryUsage().rss); }, 5);
    const result = await vault.put(endless, { dataKey, declaredName: 'film.pdf' });
    clearInterval(watch);
    expect(result).toEqual({ ok: false, code: 'files.too_large', params: { limitMegabytes: 50 } });
    expect(produced).toBeLessThan(80); // a stream reads a little ahead
    expect((peak - before) / 1_048_576).toBeLessThan(64);
    expect(await allFiles()).toEqual([]);
    expect(endless.destroyed).toBe(false);
    endless.destroy();
  });

  test('by a single byte is refused, and exactly at the limit is taken', async () => {
    const content = pdf();
    expect(await vault.put(content, { dataKey, declaredName: 'a.pdf', limitBytes: content.length - 1 })).toMatchObject({ ok: false, code: 'files.too_large' });
    expect(await vault.put(content, { dataKey, declaredName: 'a.pdf', limitBytes: content.length })).toMatchObject({ ok: true });
  });

  test('for the disk is refused before a byte is read', async () => {
    const full = await openVault({ root, leastFreeBytes: Number.MAX_SAFE_INTEGER });
    expect(await full.put(pdf(), { dataKey, declaredName: 'a.pdf' })).toEqual({ ok: false, code: 'files.storage_low', params: {} });
  });

  test('or many at once do not fill the memory: eight of 20 MB are looked into one after the other', async () => {
    const content = bigPdf(20);
    const before = process.memoryUsage().rss;
    let peak = before;
    const watch = setInterval(() => { peak = Math.max(peak, process.memoryUsage().rss); }, 5);
    const results = await Promise.all(Array.from({ length: 8 }, () => vault.put(Readable.from([content]), { dataKey: newDataKey(), declaredName: 'a.pdf' })));
    clearInterval(watch);
    expect(results.every((result) => result.ok)).toBe(true);
    expect((peak - before) / 1_048_576).toBeLessThan(220);
  });
});

describe('an upload that breaks off', () => {
  test('because the sender goes away leaves nothing, and the error is the sender’s', async () => {
    const content = bigPdf(1);
    const broken = Readable.from((async function* () {
      yield content.subarray(0, 500_000);
      await pause(5);
      throw new Error('connection lost');
    })());
    await expect(vault.put(broken, { dataKey, declaredName: 'a.pdf' })).rejects.toThrow('connection lost');
    expect(await allFiles()).toEqual([]);
  });

  test('because the server is killed leaves no visible file, and the next start sweeps what was coming in', async () => {
    const program = `
      import { createSecretKey } from 'node:crypto';
      import { Readable } from 'node:stream';
      import { openVault } from ${JSON.stringify(new URL('./index.ts', import.meta.url).href)};
      const vault = await openVault({ root: ${JSON.stringify(root)}, leastFreeBytes: 0 });
      async function* slow() { yield Buffer.from('%PDF-1.7\\n'); for (;;) { yield Buffer.alloc(100_000, 32); await new Promise((r) => setTimeout(r, 5)); } }
      await vault.put(Readable.from(slow()), { dataKey: createSecretKey(Buffer.alloc(32)), declaredName: 'a.pdf' });
    `;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], { stdio: 'inherit' });
    const died = new Promise((resolve) => child.once('exit', resolve));
    for (let tries = 0; tries < 1_200 && !(await halfFileOf(200_000)); tries += 1) await pause(25);
    child.kill('SIGKILL');
    await died;
    expect((await allFiles()).map((file) => path.basename(path.dirname(file)))).toEqual(['incoming']);
    await openVault({ root, staleAfterMs: 3_600_000 });
    expect(await allFiles()).toHaveLength(1); // another process might still be writing it
    await openVault({ root, staleAfterMs: 0 });
    expect(await allFiles()).toEqual([]);
  });

  async function halfFileOf(length: number): Promise<boolean> {
    for (const file of await allFiles()) if ((await stat(file)).size >= length) return true;
    return false;
  }
});
