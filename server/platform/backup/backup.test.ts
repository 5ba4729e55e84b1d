import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeBackup } from './base-backup.ts';
import { askRestored, factsUntil, newKeeper, recipientsOf, removeFolder, shipEverything, smallCity, testFolder, type Keeper, type SmallCity } from './city-for-tests.ts';
import { openStore, type ObjectStore } from './object-store.ts';
import { restore } from './restore.ts';
import { verifyStore } from './verify.ts';

describe('A small city is backed up while it works, a table is dropped, and it is restored to the moment before (D-08, C-DU-5)', () => {
  const folder = testFolder();
  let city: SmallCity;
  let keepers: Keeper[];
  let store: ObjectStore;
  let before: { moment: string; facts: string[]; file: string; laterFile: string };
  const program = '0.1.0';

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
  });

  afterAll(() => removeFolder(folder));

  it('every fact of before is there, none of after, and every file has its bytes', async () => {
    const into = join(folder, 'restored');
    const restored = await restore({ store, identities: [keepers[0]?.identity ?? ''], to: before.moment, into, program, forTests: true });
    expect(before.facts).toHaveLength(2_100);
    expect(await askRestored(into, (owner) => factsUntil(owner, '2100-01-01'))).toEqual(before.facts);
    expect([restored.endedBefore, restored.vaultFiles]).toEqual([false, 2]);
    for (const name of [before.file, before.laterFile]) expect(readFileSync(join(into, 'vault', name.slice(0, 2), name))).toEqual(readFileSync(join(city.data, 'vault', name.slice(0, 2), name)));
    expect(readFileSync(join(into, 'ledger', 'cases.checkpoint'), 'utf8')).toContain('yimen.test/cases/v1');
    expect(existsSync(join(into, 'keys'))).toBe(false);
    expect(readdirSync(folder).filter((name) => name.includes('restoring'))).toEqual([]);
  });

  it('the second keeper alone can restore everything there is, and finds the table dropped', async () => {
    const into = join(folder, 'latest');
    await restore({ store, identities: [keepers[1]?.identity ?? ''], to: null, into, program, forTests: true });
    expect(await askRestored(into, async (owner) => (await owner.query<{ there: boolean }>(`select to_regclass('platform.facts') is not null as there`)).rows)).toEqual([{ there: false }]);
  });

  it('a check of the store finds nothing wrong, with an identity and without', async () => {
    const closed = await verifyStore(store, city.installation, []);
    const opened = await verifyStore(store, city.installation, [keepers[1]?.identity ?? '']);
    expect([closed.faults, opened.faults, closed.objects, opened.bases, opened.decrypted]).toEqual([[], [], opened.objects, 1, true]);
  });
});
