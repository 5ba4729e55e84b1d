import { mkdtempSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { layReserve, needOf, roomOf, watchFreeSpace } from './free-space.ts';

const [mebibyte, gibibyte] = [1_048_576, 1_073_741_824];

describe('C-DU-6: what a disk that fills still takes', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'yimen-space-')));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('takes no files below 2 GiB or a tenth, whichever is less, and no acts below a quarter of that', () => {
    expect(needOf(1_000 * gibibyte)).toEqual({ uploads: 2 * gibibyte, writes: gibibyte / 2 });
    expect(needOf(10 * gibibyte)).toEqual({ uploads: gibibyte, writes: gibibyte / 4 });
  });

  it('keeps room for three segments of the database’s log on however small a disk', () => {
    expect(needOf(400 * mebibyte)).toEqual({ uploads: 96 * mebibyte, writes: 48 * mebibyte });
  });

  it('refuses files first and acts after', () => {
    const disk = 100 * gibibyte;
    expect(roomOf(2 * gibibyte, disk, 'enough')).toBe('enough');
    expect(roomOf(2 * gibibyte - 1, disk, 'enough')).toBe('no_uploads');
    expect(roomOf(gibibyte / 2, disk, 'no_uploads')).toBe('no_uploads');
    expect(roomOf(gibibyte / 2 - 1, disk, 'no_uploads')).toBe('no_writes');
  });

  it('takes them again only with a tenth more than the bound', () => {
    const disk = 100 * gibibyte;
    expect(roomOf(0.54 * gibibyte, disk, 'no_writes')).toBe('no_writes');
    expect(roomOf(0.56 * gibibyte, disk, 'no_writes')).toBe('no_uploads');
    expect(roomOf(2.1 * gibibyte, disk, 'no_uploads')).toBe('no_uploads');
    expect(roomOf(2.3 * gibibyte, disk, 'no_uploads')).toBe('enough');
  });

  it('says nothing about a disk with room', async () => {
    const told: string[] = [];
    const watch = await watchFreeSpace({ folders: [join(folder, 'new')], onAlarm: (code) => told.push(code), onFault: (error) => told.push(String(error)) });
    await watch.look();
    await watch.stop();
    const { free, total } = await import('node:fs/promises').then(async ({ statfs }) => statfs(folder)).then((disk) => ({ free: disk.bavail * disk.bsize, total: disk.blocks * disk.bsize }));
    expect(watch.room()).toBe(roomOf(free, total, 'enough'));
    expect(told).toEqual(watch.room() === 'enough' ? [] : [`storage.${watch.room()}`]);
  });

  it('lays a reserve down once, whole, with blocks behind it', async () => {
    const laid = await layReserve(folder, mebibyte);
    expect(laid).toBe(true);
    const file = statSync(join(folder, 'reserve'));
    expect(file.size).toBe(mebibyte);
    expect(file.blocks * 512).toBeGreaterThanOrEqual(mebibyte);
    expect(await layReserve(folder, mebibyte)).toBe(false);
  });

  it('lays none down where one is half made, but makes that one whole', async () => {
    rmSync(join(folder, 'reserve'));
    writeFileSync(join(folder, 'reserve.making'), 'half');
    expect(await layReserve(folder, mebibyte)).toBe(true);
    expect(statSync(join(folder, 'reserve')).size).toBe(mebibyte);
  });
});
