import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keysMessages } from '../../../contract/messages/keys.ts';
import { freshDatabase, type FreshDatabase } from '../../testing/fresh-database.ts';
import { cryptoModes, keyFileIn, loadKeys, newDataKey, openJson, readKeks, sealJson, unwrapKey, wrapKey, type HeldKeys, type KeyDocument } from '../crypto/index.ts';
import { connectOwner } from '../db/owner.ts';
import { countWrapped, followKeyFile, ownKeys, retireKey, rewrapAll, rotateKeys, settledMs, wrappedTables } from './index.ts';

let fresh: FreshDatabase;
let folder: string;
beforeEach(async () => {
  fresh = await freshDatabase();
  folder = path.join(await mkdtemp(path.join(tmpdir(), 'yimen-keys-')), 'keys');
});
afterEach(async () => {
  await fresh.drop();
  await rm(path.dirname(folder), { recursive: true, force: true });
});

const at = '2026-11-23T00:00:00.000Z';
const placeOf = (row: string) => ({ table: 'x', column: 'y', row, keyVersion: 1 });

async function begun(mode?: 'standard' | 'gm'): Promise<HeldKeys> {
  const own = await ownKeys(fresh.owner, folder, mode);
  if (!own.ok) throw new Error(own.code);
  return own.keys;
}

/** What an office would have: so many owners, each with a data key and something sealed under it. */
async function office(keys: HeldKeys, count: number): Promise<Map<string, Buffer>> {
  const sealed = new Map<string, Buffer>();
  const rows = Array.from({ length: count }, () => {
    const [owner, dataKey] = [randomUUID(), newDataKey(keys)];
    sealed.set(owner, sealJson(dataKey, placeOf(owner), { owner }));
    return { owner, wrapped: wrapKey(keys, owner, dataKey) };
  });
  await fresh.owner.query('insert into platform.data_keys (owner_id, wrapped) select * from unnest($1::uuid[], $2::bytea[])', [rows.map(({ owner }) => owner), rows.map(({ wrapped }) => wrapped)]);
  return sealed;
}

/** How many of the sealed things do not open with what the database holds now. */
async function unreadable(keys: HeldKeys, sealed: ReadonlyMap<string, Buffer>): Promise<number> {
  const asked = [...sealed]; // before the question: others file meanwhile
  const { rows } = await fresh.database.pool.query<{ owner_id: string; wrapped: Buffer }>('select owner_id, wrapped from platform.data_keys order by owner_id');
  const wrapped = new Map(rows.map((row) => [row.owner_id, row.wrapped]));
  return asked.filter(([owner, bytes]) => {
    const opened = unwrapKey(keys, owner, wrapped.get(owner) ?? Buffer.alloc(0));
    return !opened.ok || !openJson(opened.dataKey, placeOf(owner), bytes).ok;
  }).length;
}

describe('the tables with data keys', () => {
  test('are all those with a column of that name: one that were left out would lose its keys at the next change', async () => {
    const { rows } = await fresh.owner.query<{ table: string }>(
      `select table_schema || '.' || table_name as table from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
       where c.column_name like '%wrapped%' and c.data_type = 'bytea' and t.table_type = 'BASE TABLE' order by 1`,
    );
    expect(rows.map(({ table }) => table).sort()).toEqual(wrappedTables.map(({ table }) => table).sort());
  });
});

describe.each(cryptoModes)('a new key-encryption key in the mode %s', (mode) => {
  // P-07: load while it rotates, killed in the middle, gone on with: nothing unreadable.
  test('is taken while others file and read; a server killed in the middle loses nothing, and the next goes on', async () => {
    const keys = await begun(mode);
    const sealed = await office(keys, 3_000);
    const other = await loadKeys(folder, { databaseExists: true });
    if (!other.ok) throw new Error(other.code);
    // An office at work: a process that learns of the new key only by itself.
    const working = new AbortController();
    const work = (async () => {
      let [filed, failed] = [0, 0];
      for (; !working.signal.aborted; filed += 1) {
        for (const [owner, bytes] of await office(other.keys, 2)) sealed.set(owner, bytes);
        failed += await unreadable(other.keys, new Map([...sealed].slice(-200)));
      }
      return { filed, failed };
    })();
    const rotated = await rotateKeys(fresh.owner, folder, at);
    expect(rotated.ok && rotated.keys.kek.current).toBe(2);
    await killedInTheMiddle();
    const between = await countWrapped(fresh.owner);
    expect(between.map(({ version }) => version)).toEqual([1, 2]);
    expect(await unreadable(keys, sealed)).toBe(0);
    // The next server: takes the file by itself and goes on.
    const moved = await new Promise<{ moved: number }>((resolve, reject) => {
      const following = followKeyFile({
        connect: () => connectOwner(fresh.connection), folder, keys, seconds: 0.05, onFault: reject,
        onMoved: (done) => void following.stop().then(() => resolve(done)),
      });
    });
    other.keys.kek.take({ current: 2, versions: (await kekSet()) });
    working.abort();
    const { filed, failed } = await work;
    await rewrapAll(fresh.owner, keys);
    expect(filed).toBeGreaterThan(0);
    expect([failed, moved.moved > 0, await unreadable(keys, sealed)]).toEqual([0, true, 0]);
    expect((await countWrapped(fresh.owner)).map(({ version }) => version)).toEqual([2]);
    // And then the old one can go, and a new start needs it no more.
    expect(await retireKey(fresh.owner, folder, 1, Date.now() + settledMs)).toEqual({ ok: true });
    const again = await begun(mode);
    expect([again.kek.versions(), await unreadable(again, sealed)]).toEqual([[2], 0]);
  });

  async function kekSet() {
    return (await readKeks(folder))?.versions ?? new Map();
  }

  /** A process of its own that re-wraps in small steps, killed after some of them. */
  async function killedInTheMiddle(): Promise<void> {
    const program = `
      import { loadKeys } from './server/platform/crypto/index.ts';
      import { connectOwner } from './server/platform/db/owner.ts';
      import { rewrapAll } from './server/platform/keys/index.ts';
      const loaded = await loadKeys(${JSON.stringify(folder)}, { databaseExists: true });
      await rewrapAll(await connectOwner(${JSON.stringify(fresh.connection)}), loaded.keys, { size: 5, onProgress: ({ moved }) => process.stdout.write(moved + '\\n') });
    `;
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] });
    const died = new Promise((resolve) => child.once('exit', resolve));
    await new Promise<void>((resolve) => child.stdout.on('data', (text: Buffer) => void (Number(text.toString().trim().split('\n').at(-1)) >= 100 && resolve())));
    child.kill('SIGKILL');
    await died;
  }
});

describe('an old key-encryption key', () => {
  test('stays while anything is wrapped under it, while it is the current one, and for a minute after the change', async () => {
    const keys = await begun();
    await office(keys, 3);
    expect(await retireKey(fresh.owner, folder, 1, Date.now() + settledMs)).toEqual({ ok: false, code: 'keys.version_is_current', params: { version: 1 } });
    await rotateKeys(fresh.owner, folder, at);
    expect(await retireKey(fresh.owner, folder, 1, Date.now())).toMatchObject({ ok: false, code: 'keys.too_soon', params: { seconds: 60 } });
    expect(await retireKey(fresh.owner, folder, 1, Date.now() + settledMs)).toEqual({ ok: false, code: 'keys.still_wrapped', params: { version: 1, count: 3 } });
    expect(await retireKey(fresh.owner, folder, 7, Date.now() + settledMs)).toEqual({ ok: false, code: 'keys.version_unknown', params: { version: 7, versions: '1, 2' } });
    const document = JSON.parse(await readFile(keyFileIn(folder), 'utf8')) as KeyDocument;
    expect([Object.keys(document.kek.versions), document.kek.madeAt]).toEqual([['1', '2'], { 2: at }]);
  });

  test('is not given to a data key that was destroyed meanwhile: what is erased stays erased', async () => {
    const keys = await begun();
    const sealed = await office(keys, 20);
    await rotateKeys(fresh.owner, folder, at);
    const [erased = ''] = sealed.keys();
    await fresh.owner.query('delete from platform.data_keys where owner_id = $1', [erased]);
    const after = await begun();
    expect((await rewrapAll(fresh.owner, after)).moved).toBe(19);
    expect(await unreadable(after, sealed)).toBe(1);
  });

  test('two who change the key at the same moment make two keys, and both are kept', async () => {
    await begun();
    const [one, two] = await Promise.all([connectOwner(fresh.connection), connectOwner(fresh.connection)]);
    await Promise.all([rotateKeys(one, folder, at), rotateKeys(two, folder, at)]);
    await Promise.all([one.end(), two.end()]);
    expect((await begun()).kek.versions()).toEqual([1, 2, 3]);
  });

  test('one data key that opens under nothing is told by its owner and does not keep the others', async () => {
    const keys = await begun();
    const sealed = await office(keys, 30);
    const [broken = ''] = sealed.keys();
    await fresh.owner.query(`update platform.data_keys set wrapped = set_byte(wrapped, 20, get_byte(wrapped, 20) # 1) where owner_id = $1`, [broken]);
    await rotateKeys(fresh.owner, folder, at);
    expect(await rewrapAll(fresh.owner, await begun(), { size: 7 })).toEqual({ moved: 29, left: 1, unreadable: [broken] });
  });
});

describe('a start', () => {
  const refusal = async (wanted?: 'standard' | 'gm') => {
    const own = await ownKeys(fresh.owner, folder, wanted);
    if (own.ok) throw new Error('not refused');
    for (const language of ['zh-CN', 'zh-HK', 'en'] as const) expect(keysMessages[own.code][language]).toMatch(/./);
    return { code: own.code, params: own.params };
  };

  test('makes keys once, for a database that never had any; afterwards their absence is refused', async () => {
    await begun();
    await rm(folder, { recursive: true });
    expect(await refusal()).toMatchObject({ code: 'keys.missing', params: { path: keyFileIn(folder) } });
  });

  test('with the key file of another installation is refused with both fingerprints', async () => {
    await begun();
    const elsewhere = `${folder}-2`;
    await loadKeys(elsewhere, { databaseExists: false });
    await cp(elsewhere, folder, { recursive: true });
    const told = await refusal();
    expect(told.code).toBe('keys.of_another_installation');
    expect(told.params).toMatchObject({ found: expect.stringMatching(/^[0-9A-F-]{39}$/) as string, expected: expect.stringMatching(/^[0-9A-F-]{39}$/) as string });
  });

  test('of a release that kept no fingerprint finds a foreign file by a data key it cannot open, and keeps the fingerprint of a right one', async () => {
    await office(await begun(), 2);
    await fresh.owner.query(`delete from platform.settings where name like 'keys.%' or name = 'crypto.mode'`);
    const elsewhere = `${folder}-2`;
    await loadKeys(elsewhere, { databaseExists: false });
    await cp(folder, `${folder}-own`, { recursive: true });
    await cp(elsewhere, folder, { recursive: true });
    expect((await refusal()).code).toBe('keys.of_another_installation');
    await cp(`${folder}-own`, folder, { recursive: true });
    await begun();
    const { rows } = await fresh.owner.query<{ name: string }>(`select name from platform.settings where name like 'keys.%' or name = 'crypto.mode' order by 1`);
    expect(rows.map(({ name }) => name)).toEqual(['crypto.mode', 'keys.fingerprint', 'keys.versions']);
  });

  test('with a key file from before the last change is refused with the version that is missing', async () => {
    await begun();
    const before = await readFile(keyFileIn(folder));
    await rotateKeys(fresh.owner, folder, at);
    await writeFile(keyFileIn(folder), before);
    await utimes(keyFileIn(folder), new Date(), new Date());
    expect(await refusal()).toEqual({ code: 'keys.versions_missing', params: { path: keyFileIn(folder), names: 'kek/2' } });
  });

  test('in another mode than the first one is refused, whichever was first', async () => {
    await begun('gm');
    expect(await refusal('standard')).toEqual({ code: 'keys.other_mode', params: { fixed: 'gm', wanted: 'standard' } });
    expect((await begun()).mode).toBe('gm');
    await fresh.owner.query('delete from platform.settings');
    await rm(folder, { recursive: true });
    await begun();
    expect(await refusal('gm')).toEqual({ code: 'keys.other_mode', params: { fixed: 'standard', wanted: 'gm' } });
  });

  test('of a database from before the modes is one of the mode standard', async () => {
    await office(await begun(), 1);
    await fresh.owner.query('delete from platform.settings');
    expect(await refusal('gm')).toMatchObject({ code: 'keys.other_mode' });
  });

  test('is long past when the key file is spoiled: the running server goes on with the keys it has', async () => {
    const keys = await begun();
    const faults: unknown[] = [];
    const following = followKeyFile({ connect: () => connectOwner(fresh.connection), folder, keys, seconds: 0.02, onFault: (error) => faults.push(error) });
    await writeFile(keyFileIn(folder), '{"format":');
    await pause(150);
    await following.stop();
    expect([keys.kek.current, keys.kek.versions(), faults]).toEqual([1, [1], []]);
  });
});
