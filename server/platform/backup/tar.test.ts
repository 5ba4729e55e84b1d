import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { wholeOf } from './byte-reader.ts';
import { tarOf, untar, type TarEntry } from './tar.ts';

const entry = (path: string, content: Buffer, bytes = content.length): TarEntry => ({ path, bytes, modifiedAt: new Date('2026-11-23T00:00:00Z'), async *content() { yield content; } });

async function* all(...entries: TarEntry[]): AsyncGenerator<TarEntry, void, void> {
  yield* entries;
}

async function* bytesOf(bytes: Buffer): AsyncGenerator<Buffer, void, void> {
  for (let at = 0; at < bytes.length; at += 1_111) yield bytes.subarray(at, at + 1_111);
}

async function read(archive: Buffer): Promise<Record<string, Buffer>> {
  const found: Record<string, Buffer> = {};
  for await (const file of untar(bytesOf(archive), 'archive')) found[file.path] = await wholeOf(file.content);
  return found;
}

describe('Archives as every tar reads them (ustar)', () => {
  const long = `${'folder/'.repeat(15)}file`;
  const content = randomBytes(3_000);

  it('come out as they went in, long names and empty files too, and the system’s own tar lists them', async () => {
    const archive = await wholeOf(tarOf(all(entry('a', content), entry('base/1/empty', Buffer.alloc(0)), entry(long, content.subarray(0, 512)))));
    expect(await read(archive)).toEqual({ a: content, 'base/1/empty': Buffer.alloc(0), [long]: content.subarray(0, 512) });
    const listed = spawnSync('tar', ['-tf', '-'], { input: archive, encoding: 'utf8' });
    expect([listed.status, listed.stdout.trim().split('\n')]).toEqual([0, ['a', 'base/1/empty', long]]);
  });

  it('a file that grew while it was read is cut, one that shrank is filled with zeros', async () => {
    const archive = await wholeOf(tarOf(all(entry('grew', content, 1_000), entry('shrank', content.subarray(0, 10), 700))));
    expect(await read(archive)).toEqual({ grew: content.subarray(0, 1_000), shrank: Buffer.concat([content.subarray(0, 10), Buffer.alloc(690)]) });
  });

  it('a file may be skipped or left half read', async () => {
    const archive = await wholeOf(tarOf(all(entry('skipped', content), entry('half', content), entry('read', content))));
    const seen: string[] = [];
    for await (const file of untar(bytesOf(archive), 'archive')) {
      seen.push(file.path);
      if (file.path === 'half') for await (const _ of file.content) break;
      if (file.path === 'read') expect(await wholeOf(file.content)).toEqual(content);
    }
    expect(seen).toEqual(['skipped', 'half', 'read']);
  });

  it('a wrong header and an archive that ends too early are refused', async () => {
    const archive = await wholeOf(tarOf(all(entry('a', content))));
    const wrong = Buffer.from(archive);
    wrong[3] = 1;
    await expect(read(wrong)).rejects.toMatchObject({ code: 'backup.damaged' });
    for (const length of [300, 512, 2_000, 512 + 3_072]) await expect(read(archive.subarray(0, length))).rejects.toMatchObject({ code: 'backup.damaged' });
  });
});
