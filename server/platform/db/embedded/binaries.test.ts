import { mkdirSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { linkLibraries, prepareBinaries } from './binaries.ts';

describe('The program files of the embedded PostgreSQL', () => {
  const folder = mkdtempSync(join(tmpdir(), 'yimen-programs-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('get the library links that npm cannot pack, once', () => {
    mkdirSync(join(folder, 'native', 'lib'), { recursive: true });
    const list = ['libpq.so', 'libpq.so.5'].map((name) => ({ source: 'native/lib/libpq.so.5.18', target: `native/lib/${name}` }));
    writeFileSync(join(folder, 'native', 'pg-symlinks.json'), JSON.stringify(list));
    expect(linkLibraries(folder)).toBe(2);
    expect(readlinkSync(join(folder, 'native', 'lib', 'libpq.so'))).toBe('libpq.so.5.18');
    expect(linkLibraries(folder)).toBe(0);
  });

  it('load where they are for our own account', () => {
    expect(prepareBinaries(null, folder)).toMatchObject({ major: 18, copied: null });
  });
});
