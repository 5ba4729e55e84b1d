import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeBackup } from './base-backup.ts';
import { askRestored, factsUntil, newKeeper, recipientsOf, removeFolder, shipEverything, smallCity, testFolder, type Keeper, type SmallCity } from './city-for-tests.ts';
import { readName } from './object-names.ts';
import type { ObjectStore } from './object-store.ts';
import { openStore } from './open-store.ts';
import { restore, type RestoreOptions } from './restore.ts';
import { verifyStore } from './verify.ts';

/** A drill starts several databases, on a machine that may be busy with others. */
const patience = 300_000;

describe('A small city is backed up while it works, a table is dropped, and it is restored to the moment before (D-08, C-DU-5)', () => {
  const folder = testFolder();
  let city: SmallCity;
  let keepers: Keeper[];
  let store: ObjectStore;
  let before: { moment: string; facts: string[]; file: string; laterFile: string };

  beforeAll(async () => {
    keepers = [await newKeeper(), await newKeeper()];
    const recipients = await recipientsOf(keepers);
    store = openStore({ target: join(folder, 'store'), spoolFolder: join(folder, 'spool'), s3: null });
    city = await smallCity(folder);
    const file = city.addFile();
    await city.addFacts(1_000);
    await makeBackup(city.source, store, recipients);
    const shipper = city.ship(store, recipients);
    await city.addFacts(1_000);
    const laterFile = city.addFile(200_000);
    const moment = await city.addFacts(100);
    before = { moment, facts: await factsUntil(city.owner, moment), file, laterFile };
    await city.addFacts(100);
    await city.owner.query('drop table platform.facts cascade');
    await shipEverything(city, shipper);
    await shipper.stop();
    await city.stop();
  }, patience);

  afterAll(() => removeFolder(folder));

  const restoring = (name: string, more: Partial<RestoreOptions> = {}): RestoreOptions => ({ store, identities: [keepers[0]?.identity ?? ''], to: null, into: join(folder, name), program: '0.1.0', forTests: true, ...more });
  const left = (): string[] => readdirSync(folder).filter((name) => !['data', 'store', 'spool'].includes(name)).sort();
  const objects = (): string[] => readdirSync(join(folder, 'store'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));

  it('every fact of before is there, none of after, and every file has its bytes', async () => {
    const into = join(folder, 'restored');
    const restored = await restore(restoring('restored', { to: before.moment }));
    expect(before.facts).toHaveLength(2_100);
    expect(await askRestored(into, (owner) => factsUntil(owner, '2100-01-01'))).toEqual(before.facts);
    expect([restored.endedBefore, restored.vaultFiles]).toEqual([false, 2]);
    for (const name of [before.file, before.laterFile]) expect(readFileSync(join(into, 'vault', name.slice(0, 2), name))).toEqual(readFileSync(join(city.data, 'vault', name.slice(0, 2), name)));
    expect(readFileSync(join(into, 'ledger', 'cases-v1.checkpoint'), 'utf8')).toContain('yimen.test/cases/v1');
    expect([existsSync(join(into, 'keys')), left()]).toEqual([false, ['restored']]);
  }, patience);

  it('the second keeper alone can restore everything there is, and a moment after the end is the end', async () => {
    const restored = await restore(restoring('latest', { identities: [keepers[1]?.identity ?? ''], to: '2100-01-01T00:00:00.000Z' }));
    expect([restored.endedBefore, (restored.lastTransactionAt ?? '') > before.moment]).toEqual([true, true]);
    const asked = await askRestored(join(folder, 'latest'), async (owner) => (await owner.query<{ there: boolean }>(`select to_regclass('platform.facts') is not null as there`)).rows);
    expect(asked).toEqual([{ there: false }]);
  }, patience);

  it('what cannot be restored is refused before anything is written', async () => {
    const stranger = await newKeeper();
    const early = '2020-01-01T00:00:00.000Z';
    const refusals: [Partial<RestoreOptions>, object][] = [
      [{ identities: [stranger.identity] }, { code: 'backup.wrong_identity' }],
      [{ to: early }, { code: 'backup.none_before', params: { to: early } }],
      [{ postgresMajor: 17 }, { code: 'backup.other_major', params: { found: 18, ours: 17 } }],
      [{ program: '0.0.9' }, { code: 'backup.newer_program', params: { found: '0.1.0', ours: '0.0.9' } }],
      [{ installation: '42' }, { code: 'backup.none_there' }],
      [{ into: join(folder, 'store') }, { code: 'backup.folder_not_empty' }],
    ];
    for (const [more, refusal] of refusals) await expect(restore(restoring('refused', more))).rejects.toMatchObject(refusal);
    expect(left()).toEqual(['latest', 'restored']);
  }, patience);

  it('an interrupted restore leaves nothing that looks like an installation', async () => {
    const interrupted = new AbortController();
    const onProgress = (what: string): void => void (what === 'database' && interrupted.abort());
    await expect(restore(restoring('interrupted', { signal: interrupted.signal, onProgress }))).rejects.toMatchObject({ code: 'backup.interrupted' });
    expect(left()).toEqual(['latest', 'restored']);
  }, patience);

  it('a check of the store finds nothing wrong, with an identity and without', async () => {
    const closed = await verifyStore(store, city.installation, []);
    const opened = await verifyStore(store, city.installation, [keepers[1]?.identity ?? '']);
    expect([closed.faults, opened.faults, closed.objects, opened.bases, opened.decrypted]).toEqual([[], [], opened.objects, 1, true]);
  }, patience);

  it('one bit turned round in any object is reported, and what is missing too; a restore refuses it', async () => {
    const whole = objects().map((path) => ({ path, bytes: readFileSync(path) }));
    expect(new Set(whole.map(({ path }) => readName(path.slice(path.indexOf('store/') + 6))?.kind))).toEqual(new Set(['part', 'vaultList', 'manifest', 'wal', 'vault', 'ledger']));
    const identities = [keepers[0]?.identity ?? ''];
    // Hashes alone, at both ends; then in the middle, with a key.
    for (const [share, keys] of [[0, []], [1, []], [0.5, identities]] as const) {
      for (const { path, bytes } of whole) {
        const at = Math.min(bytes.length - 1, Math.floor(bytes.length * share));
        writeFileSync(path, Buffer.concat([bytes.subarray(0, at), Buffer.from([(bytes[at] ?? 0) ^ 4]), bytes.subarray(at + 1)]));
      }
      const { faults } = await verifyStore(store, city.installation, keys);
      expect(whole.filter(({ path }) => !faults.some(({ name }) => path.endsWith(name))).map(({ path }) => path)).toEqual([]);
      if (share === 0.5) for (const { path, bytes } of whole) if (path.includes('/manifest.') || path.includes('/vault.')) writeFileSync(path, bytes);
      if (share === 0.5) await expect(restore(restoring('refused'))).rejects.toMatchObject({ code: 'backup.damaged' });
      for (const { path, bytes } of whole) writeFileSync(path, bytes);
    }
    const [gone] = whole.filter(({ path }) => path.includes('/cluster-'));
    removeFolder(gone?.path ?? '');
    const { faults } = await verifyStore(store, city.installation, []);
    expect(faults.map(({ name, reason }) => [(gone?.path ?? '').endsWith(name), reason])).toEqual([[true, 'it is missing']]);
    writeFileSync(gone?.path ?? '', gone?.bytes ?? '');
    expect(left()).toEqual(['latest', 'restored']);
  }, patience);

  it('a damaged file of the log ends the recovery with its name, instead of passing for the end of the log', async () => {
    const last = objects().filter((path) => /\/wal\/[0-9A-F]{24}\./.test(path)).sort().at(-1) ?? '';
    const bytes = readFileSync(last);
    writeFileSync(last, Buffer.concat([bytes.subarray(0, -1), Buffer.from([(bytes.at(-1) ?? 0) ^ 1])]));
    await expect(restore(restoring('refused'))).rejects.toMatchObject({ code: 'backup.damaged', params: { name: expect.stringContaining('/wal/') as string } });
    writeFileSync(last, bytes);
    expect(left()).toEqual(['latest', 'restored']);
  }, patience);
});
