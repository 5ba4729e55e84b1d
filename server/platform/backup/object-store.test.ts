import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startFakeObjectStore, type FakeObjectStore } from '../../../tools/stand-ins/fake-object-store.ts';
import { wholeOf } from './byte-reader.ts';
import { removeFolder, testFolder } from './city-for-tests.ts';
import type { ObjectStore, SpoolFile } from './object-store.ts';
import { openStore } from './open-store.ts';
import { keepObject } from './seal-object.ts';

const folder = testFolder();
const signing = { region: 'cn-shenzhen', accessKeyId: 'a key', secretAccessKey: 'the secret/+=' };
let standIn: FakeObjectStore;

beforeAll(async () => {
  standIn = await startFakeObjectStore({ port: 0, bucket: 'yimen-backups', ...signing, pageSize: 2 });
});

afterAll(async () => {
  await standIn.close();
  removeFolder(folder);
});

const s3At = (secretAccessKey = signing.secretAccessKey, target = 's3://yimen-backups/city/one'): ObjectStore =>
  openStore({ target, spoolFolder: join(folder, 'spool'), s3: { ...signing, secretAccessKey, endpoint: standIn.url } });

function fileWith(content: Buffer): SpoolFile {
  mkdirSync(join(folder, 'files'), { recursive: true });
  const path = join(folder, 'files', randomBytes(6).toString('hex'));
  writeFileSync(path, content);
  return { path, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') };
}

async function listed(store: ObjectStore, prefix: string): Promise<string[]> {
  const found: string[] = [];
  for await (const { name, bytes } of store.list(prefix)) found.push(`${name} ${bytes}`);
  return found;
}

describe.each([['a folder', () => openStore({ target: join(folder, 'store'), spoolFolder: '', s3: null })], ['an object store', () => s3At()]])('%s as a place for backups', (_, open) => {
  it('gives back what it took, lists by name in order, page after page, and forgets what is removed', async () => {
    const store = open();
    const content = randomBytes(300_000);
    for (const name of ['1/wal/b', '1/wal/a', '1/base/x/m.json', '2/wal/c', '1/wal.d']) await store.put(name, fileWith(content));
    expect((await wholeOf(store.open('1/wal/b'))).equals(content)).toBe(true);
    expect(await listed(store, '')).toEqual(['1/base/x/m.json 300000', '1/wal.d 300000', '1/wal/a 300000', '1/wal/b 300000', '2/wal/c 300000']);
    expect(await listed(store, '1/wal/')).toEqual(['1/wal/a 300000', '1/wal/b 300000']);
    await store.remove('1/wal/a');
    await store.remove('1/wal/never-there');
    expect(await listed(store, '1/wal/')).toEqual(['1/wal/b 300000']);
    await expect(wholeOf(store.open('1/wal/a'))).rejects.toMatchObject({ code: 'backup.object_missing' });
  });

  it('an object whose source breaks off is not there, and leaves nothing behind', async () => {
    const store = open();
    const breaking = (async function* () {
      yield randomBytes(100_000);
      throw new Error('the disk is gone');
    })();
    await expect(keepObject(store, () => '3/half', breaking)).rejects.toThrow('the disk is gone');
    expect([await listed(store, '3/'), readdirSync(store.spoolFolder)]).toEqual([[], []]);
  });
});

describe('An object store over the network', () => {
  it('is asked again after a fault of its own and after a cut line', async () => {
    const store = s3At();
    standIn.fail('PUT', 1, 500);
    standIn.fail('PUT', 1, 0);
    standIn.fail('GET', 1, 503);
    await store.put('4/a', fileWith(Buffer.from('well')));
    expect(String(await wholeOf(store.open('4/a')))).toBe('well');
  });

  it('that goes on failing is a refusal with its own reason', async () => {
    standIn.fail('PUT', 4, 503);
    await expect(s3At().put('4/b', fileWith(Buffer.from('x')))).rejects.toMatchObject({ code: 'backup.store_failed', params: { reason: '503 InternalError' } });
  });

  it('refuses a wrong secret, another bucket, and bytes that are not those of their hash', async () => {
    await expect(s3At('another secret').put('5/a', fileWith(Buffer.from('x')))).rejects.toMatchObject({ params: { reason: '403 SignatureDoesNotMatch' } });
    await expect(s3At(undefined, 's3://another-bucket').put('5/a', fileWith(Buffer.from('x')))).rejects.toMatchObject({ params: { reason: '404 NoSuchBucket' } });
    const file = fileWith(Buffer.from('as hashed'));
    writeFileSync(file.path, 'otherwise');
    await expect(s3At().put('5/b', file)).rejects.toMatchObject({ params: { reason: '400 XAmzContentSHA256Mismatch' } });
  });

  it('an object changed in the store right after it was written is found by reading it back', async () => {
    const store = s3At();
    const changing: ObjectStore = {
      ...store,
      async put(name, file) {
        await store.put(name, file);
        standIn.objects.set(`city/one/${name}`, { bytes: Buffer.from('something else'), at: new Date() });
      },
    };
    const source = (async function* () { yield Buffer.from('what was meant'); })();
    await expect(keepObject(changing, () => '6/a', source)).rejects.toMatchObject({ code: 'backup.not_verified' });
    expect(await listed(store, '6/')).toEqual([]);
  });

  it('without its settings, or at an address that is neither, is refused in words', () => {
    const openAt = (target: string) => () => openStore({ target, spoolFolder: folder, s3: null });
    expect(openAt('s3://yimen-backups')).toThrow('BACKUP_S3_ENDPOINT');
    expect(openAt('ftp://somewhere/x')).toThrow('neither a folder nor');
  });
});
