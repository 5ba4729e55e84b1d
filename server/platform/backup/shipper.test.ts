import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { startEmbedded } from '../db/embedded/index.ts';
import { connectOwner } from '../db/owner.ts';
import type { Recipients } from './age-file.ts';
import { makeBackup } from './base-backup.ts';
import { askRestored, factsUntil, newKeeper, recipientsOf, removeFolder, shipEverything, smallCity, testFolder, type Keeper, type SmallCity } from './city-for-tests.ts';
import { listBackups } from './manifest.ts';
import type { ObjectStore } from './object-store.ts';
import { openStore } from './open-store.ts';
import { restore } from './restore.ts';
import { removeOutdated } from './retention.ts';
import { startShipping } from './shipper.ts';
import { verifyStore } from './verify.ts';

const patience = 300_000;
const waiting = { timeout: 120_000, interval: 50 };
const standIn = fileURLToPath(new URL('../../../tools/stand-ins/fake-object-store-server.ts', import.meta.url));

async function startStandIn(secret: string): Promise<{ child: ChildProcess; url: string }> {
  const env = { ...process.env, OBJECT_STORE_PORT: '0', OBJECT_STORE_SECRET_ACCESS_KEY: secret };
  const child = spawn(process.execPath, ['--import', 'tsx', standIn], { env, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  let text = '';
  for await (const piece of child.stdout ?? []) {
    text += String(piece);
    if (text.includes('\n')) break;
  }
  return { child, url: /http:\S+/.exec(text)?.[0] ?? '' };
}

describe('A running city ships its backup to an object store by itself', () => {
  const folder = testFolder();
  const secret = randomBytes(16).toString('hex');
  let city: SmallCity;
  let keepers: Keeper[];
  let recipients: Recipients;
  let store: ObjectStore;
  let program: { child: ChildProcess; url: string };

  beforeAll(async () => {
    keepers = [await newKeeper(), await newKeeper(), await newKeeper()];
    recipients = await recipientsOf(keepers.slice(0, 2));
    [program, city] = await Promise.all([startStandIn(secret), smallCity(folder)]);
    const s3 = { endpoint: program.url, region: 'us-east-1', accessKeyId: 'stand-in', secretAccessKey: secret };
    store = openStore({ target: 's3://yimen-backups/city', spoolFolder: join(folder, 'spool'), s3 });
  }, patience);

  afterAll(async () => {
    program.child.kill();
    await city.stop();
    removeFolder(folder);
  });

  it('the first look takes a backup, what is written later follows, and the archive is emptied', async () => {
    const notices: string[] = [];
    const settings = { store, recipients, keeping: { days: 35, count: 2 }, everyHours: 24 };
    const shipper = startShipping({ settings, source: city.source, installation: city.installation, archive: city.database.archiveFolder ?? '', everyMs: 50, onNotice: (code) => notices.push(code) });
    await vi.waitFor(() => expect(shipper.state().lastBackup).not.toBeNull(), waiting);
    const moment = await city.addFacts(300);
    const file = city.addFile();
    await shipEverything(city, shipper);
    await shipper.stop();
    expect([notices, shipper.state().failure, readdirSync(city.database.archiveFolder ?? '')]).toEqual([['backup.made'], null, []]);
    const into = join(folder, 'restored');
    await restore({ store, identities: [keepers[1]?.identity ?? ''], to: null, into, program: '0.1.0', forTests: true });
    expect(await askRestored(into, (owner) => factsUntil(owner, moment))).toEqual(await factsUntil(city.owner, moment));
    expect(existsSync(join(into, 'vault', file.slice(0, 2), file))).toBe(true);
    expect((await verifyStore(store, city.installation, [keepers[0]?.identity ?? ''])).faults).toEqual([]);
  }, patience);

  it('a restored city that goes on in the same store is backed up anew, and restored on its own branch', async () => {
    const data = join(folder, 'restored');
    const database = await startEmbedded({ dataFolder: join(data, 'database'), forTests: true, archive: true });
    const owner = await connectOwner(database.connection);
    const source = { connection: database.connection, vault: join(data, 'vault'), ledger: join(data, 'ledger'), program: '0.1.0' };
    const branch: SmallCity = { ...city, data, source, owner, database };
    const earlier = await listBackups(store, city.installation);
    const shipper = startShipping({ settings: { store, recipients, keeping: { days: 35, count: 2 }, everyHours: 24 }, source, installation: city.installation, archive: database.archiveFolder ?? '', everyMs: 50, onNotice: () => undefined });
    await vi.waitFor(async () => expect((await listBackups(store, city.installation)).length).toBe(earlier.length + 1), waiting);
    await owner.query('create table public.only_here (n int)');
    await shipEverything(branch, shipper);
    await shipper.stop();
    await owner.end();
    await database.stop();
    const into = join(folder, 'again');
    const restored = await restore({ store, identities: [keepers[0]?.identity ?? ''], to: null, into, program: '0.1.0', forTests: true });
    expect(restored.backup.timeline).toBe(2);
    expect(await askRestored(into, async (asked) => (await asked.query(`select to_regclass('public.only_here')::text as name`)).rows)).toEqual([{ name: 'only_here' }]);
    expect((await verifyStore(store, city.installation, [keepers[0]?.identity ?? ''])).faults).toEqual([]);
  }, patience);
});

describe('A city whose place for backups fails', () => {
  const folder = testFolder();
  let city: SmallCity;
  let keepers: Keeper[];
  let recipients: Recipients;
  let store: ObjectStore;
  const target = join(folder, 'store');

  beforeAll(async () => {
    keepers = [await newKeeper(), await newKeeper(), await newKeeper()];
    recipients = await recipientsOf(keepers.slice(0, 2));
    city = await smallCity(folder);
    store = openStore({ target, spoolFolder: '', s3: null });
  }, patience);

  afterAll(async () => {
    await city.stop();
    removeFolder(folder);
  });

  const start = (notices: string[], more: object = {}) =>
    startShipping({ settings: { store, recipients, keeping: { days: 35, count: 2 }, everyHours: 24, ...more }, source: city.source, installation: city.installation, archive: city.database.archiveFolder ?? '', everyMs: 20, onNotice: (code) => notices.push(code) });

  it('says so once, keeps what it could not ship, and makes up for it when the place is back', async () => {
    writeFileSync(target, 'a file where the folder should be');
    const notices: string[] = [];
    const shipper = start(notices);
    await vi.waitFor(() => expect(shipper.state().failure).not.toBeNull(), waiting);
    await city.addFacts(100);
    await expect(shipEverything(city, shipper)).rejects.toThrow(/store|ENOTDIR/);
    expect(readdirSync(city.database.archiveFolder ?? '').length).toBeGreaterThan(0);
    rmSync(target);
    await vi.waitFor(() => expect(shipper.state().failure).toBeNull(), waiting);
    await vi.waitFor(() => expect(readdirSync(city.database.archiveFolder ?? '')).toEqual([]), waiting);
    await shipper.stop();
    expect(notices.filter((code) => code === 'backup.shipping_failed')).toHaveLength(1);
    expect(notices).toEqual(expect.arrayContaining(['backup.made', 'backup.shipping_again']));
  }, patience);

  it('an archive that grows is told of, early and again when it has doubled, and never thrown away', async () => {
    mkdirSync(join(folder, 'full'), { recursive: true });
    writeFileSync(target + '-file', '');
    const archive = join(folder, 'full');
    const sparse = (number: number): void => {
      writeFileSync(join(archive, `0000000100000000000000${number.toString(16).toUpperCase().padStart(2, '0')}`), Buffer.alloc(1024 * 1024));
    };
    for (let number = 1; number <= 3; number += 1) sparse(number);
    const told: Record<string, unknown>[] = [];
    const shipper = startShipping({
      settings: { store: openStore({ target: `${target}-file`, spoolFolder: '', s3: null }), recipients, keeping: { days: 35, count: 2 }, everyHours: 0 }, source: city.source, installation: city.installation, archive, everyMs: 20, warnAtBytes: 2 * 1024 * 1024,
      onNotice: (code, params) => void (code === 'backup.archive_grows' && told.push(params)),
    });
    await vi.waitFor(() => expect(told).toHaveLength(1), waiting);
    for (let number = 4; number <= 9; number += 1) sparse(number);
    await vi.waitFor(() => expect(told).toHaveLength(2), waiting);
    await shipper.stop();
    expect([told.map(({ files }) => files), readdirSync(archive).length]).toEqual([[3, 9], 9]);
  }, patience);

  it('a gap in the shipped log brings a new backup by itself, and a changed list of recipients is never quiet (C-CR-2)', async () => {
    const notices: string[] = [];
    const before = await listBackups(store, city.installation);
    const shipper = start(notices, { everyHours: 0 });
    await shipEverything(city, shipper);
    await shipEverything(city, shipper);
    await shipper.stop();
    const folderOfLog = join(target, city.installation, 'wal');
    renameSync(join(folderOfLog, readdirSync(folderOfLog).sort().at(-2) ?? ''), join(folder, 'lost'));
    expect((await verifyStore(store, city.installation, [])).faults.map(({ reason }) => reason)).toEqual([expect.stringContaining('the log has a gap')]);
    await expect(restore({ store, identities: [keepers[0]?.identity ?? ''], to: null, into: join(folder, 'refused'), program: '0.1.0', forTests: true })).rejects.toMatchObject({ code: 'backup.wal_gap' });
    const second = start(notices, { recipients: await recipientsOf(keepers.slice(1)) });
    await vi.waitFor(() => expect(notices).toContain('backup.recipients_changed'), waiting);
    await second.stop();
    expect((await listBackups(store, city.installation)).length).toBe(before.length + 1);
  }, patience);

  it('an interrupted backup is none, and the next one clears away what it left', async () => {
    const fresh = openStore({ target: join(folder, 'fresh'), spoolFolder: '', s3: null });
    const interrupted = new AbortController();
    const onProgress = (what: string): void => void (what === 'log' && interrupted.abort());
    await expect(makeBackup(city.source, fresh, recipients, onProgress, interrupted.signal)).rejects.toThrow();
    expect(await listBackups(fresh, city.installation)).toEqual([]);
    const left = readdirSync(join(folder, 'fresh', city.installation, 'base'));
    const [killed, underWay] = ['killed.part', 'under-way.part'].map((name) => join(fresh.spoolFolder, name)) as [string, string];
    for (const path of [killed, underWay]) writeFileSync(path, 'half');
    utimesSync(killed, new Date(Date.now() - 7_200_000), new Date(Date.now() - 7_200_000));
    await makeBackup(city.source, fresh, recipients);
    expect((await listBackups(fresh, city.installation)).length).toBe(1);
    expect([existsSync(killed), existsSync(underWay)]).toEqual([false, true]);
    expect(readdirSync(join(folder, 'fresh', city.installation, 'base')).filter((id) => left.includes(id) && readdirSync(join(folder, 'fresh', city.installation, 'base', id)).length > 0)).toEqual([]);
  }, patience);

  it('backups whose time is over go, with their log and the files erased since', async () => {
    const fresh = openStore({ target: join(folder, 'fresh'), spoolFolder: '', s3: null });
    const erased = city.addFile();
    await makeBackup(city.source, fresh, recipients);
    expect((await listBackups(fresh, city.installation)).length).toBe(2);
    rmSync(join(city.source.vault, erased.slice(0, 2), erased));
    const kept = city.addFile();
    await city.owner.query('select pg_switch_wal()');
    await makeBackup(city.source, fresh, recipients);
    const names = async (): Promise<string[]> => {
      const found: string[] = [];
      for await (const { name } of fresh.list('')) found.push(name);
      return found;
    };
    expect((await names()).filter((name) => name.includes(erased))).toHaveLength(1);
    const removed = await removeOutdated(fresh, city.installation, city.source.vault, { days: 0, count: 1 }, new Date(Date.now() + 86_400_000));
    const left = await names();
    expect([removed, left.filter((name) => name.includes(erased)).length, left.filter((name) => name.includes(kept)).length]).toEqual([2, 0, 1]);
    expect(await verifyStore(fresh, city.installation, [keepers[0]?.identity ?? ''])).toMatchObject({ faults: [], bases: 1 });
  }, patience);
});
