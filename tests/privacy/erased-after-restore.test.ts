import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as matters from '../../contract/matters.ts';
import * as privacy from '../../contract/privacy.ts';
import { createApp, type App } from '../../server/app.ts';
import { loadCalendar } from '../../server/domains/calendar/index.ts';
import { loadCatalogue } from '../../server/domains/catalogue/index.ts';
import { loadLaw } from '../../server/domains/law/index.ts';
import { loadUnits } from '../../server/domains/units/index.ts';
import { makeBackup } from '../../server/platform/backup/base-backup.ts';
import { newKeeper, recipientsOf, removeFolder, shipEverything, smallCity, testFolder, type Keeper, type SmallCity } from '../../server/platform/backup/city-for-tests.ts';
import type { ObjectStore } from '../../server/platform/backup/object-store.ts';
import { openStore } from '../../server/platform/backup/open-store.ts';
import { restore } from '../../server/platform/backup/restore.ts';
import { removeOutdated } from '../../server/platform/backup/retention.ts';
import type { Shipper } from '../../server/platform/backup/shipper.ts';
import { keysFromDocument, newKeyDocument, type Keys } from '../../server/platform/crypto/index.ts';
import { openDatabase, type Database } from '../../server/platform/db/database.ts';
import { startEmbedded } from '../../server/platform/db/embedded/index.ts';
import { applyEraseList, eraseListFile } from '../../server/platform/db/erase-list.ts';
import { connectOwner, type Owner, type OwnerConnection } from '../../server/platform/db/owner.ts';
import { sessionCookie } from '../../server/platform/http/server.ts';
import { checkLogs } from '../../server/platform/ledger/log/index.ts';
import { projectFolder } from '../../server/project-folder.ts';
import { act, answers, community, form, fromCity, hall, item, seen } from '../../server/testing/allowance-office.ts';
import { addressOf, type Sent } from '../../server/testing/app.ts';
import type { Endpoint, ReplyOf } from '../../contract/endpoint.ts';
import { shenzhen } from '../../server/testing/given-matter.ts';
import { inventPerson } from '../../server/testing/people.ts';
import { allowAnyTime, virtualTime, type VirtualTime } from '../../server/testing/virtual-time.ts';
import { openEverything } from './sealed-everywhere.ts';

// Invented people: areas 4499xx and phones +86 154… are given to nobody (server/demo/people.ts).

/** The city's log, as every copy of the city has it. */
const chain = 'yimen.test/cases/v1';

/** The program on a database that runs, in a time of its own. */
async function opened(dataFolder: string, connection: OwnerConnection, keys: Keys, time: VirtualTime): Promise<{ app: App; database: Database; close(): Promise<void> }> {
  const database = openDatabase({ ...connection, user: 'yimen_app' }, { size: 6, viaRole: false });
  const app = await createApp({
    config: { dataFolder, publicUrl: 'http://127.0.0.1:4010', provisionalCalendar: true }, database, keys, sendSms: () => Promise.resolve({ outcome: 'sent', providerId: '1' }), distFolder: undefined, log: chain, passwordCost: 'test',
    clock: time.clock, ticksByHand: true,
  });
  return { app, database, close: async () => (await app.close(), await database.close()) };
}

type Who = { readonly partyId: string } | { readonly staffId: string };

async function call<E extends Endpoint>(app: App, who: Who, endpoint: E, sent: Sent<E>): Promise<{ status: number; reply: ReplyOf<E> }> {
  const session = await app.people.openSessionFor('partyId' in who ? { kind: 'resident', ...who } : { kind: 'staff', ...who });
  const answer = await app.http.inject({
    method: endpoint.method, url: addressOf(endpoint, sent), headers: { cookie: `${sessionCookie}=${session.token}`, 'x-csrf-token': session.csrfToken }, ...(sent.body === undefined ? {} : { payload: sent.body as object }),
  });
  return { status: answer.statusCode, reply: (answer.body === '' ? undefined : JSON.parse(answer.body)) as ReplyOf<E> };
}

async function good<E extends Endpoint>(app: App, who: Who, endpoint: E, sent: Sent<E>): Promise<ReplyOf<E>> {
  const { status, reply } = await call(app, who, endpoint, sent);
  if (status >= 300) throw new Error(`${endpoint.id} ${status}: ${JSON.stringify(reply)}`);
  return reply;
}

interface Person {
  readonly partyId: string;
  readonly matterId: string;
  readonly name: string;
  readonly number: string;
  /** as they lie in the database */
  readonly wrapped: readonly Buffer[];
}

describe('a city is restored to the moment before somebody was forgotten (TM-24, P-05, P-08)', () => {
  const folder = testFolder();
  const time = virtualTime(shenzhen('2026-11-23'));
  let city: SmallCity;
  let keys: Keys;
  let keepers: readonly Keeper[];
  let store: ObjectStore;
  let shipper: Shipper;
  let app: App;
  let close: () => Promise<void>;
  let forgotten: Person;
  let held: Person;
  let moment: string;
  const security: Who[] = [];

  const source = { clerk: { staffId: '' } as Who };
  const personWith = async (index: number): Promise<Person> => {
    const person = inventPerson(`restore/${index}`, { today: '2026-11-23', index: 810_000 + index, ageFrom: 30, ageTo: 60 });
    const name = `貔${String.fromCodePoint(0x9e00 + index)}貅`;
    const [partyId = ''] = await app.people.makeParties([{ name, number: person.number, kind: person.kind, phone: person.mobile, assurance: 'verified_at_window' }]);
    const { matterId } = await good(app, source.clerk, matters.fileMatter, { body: { commandId: randomUUID(), ...item, partyId, hall, areaUnit: community, answers, form: { ...form, address_line: `饕餮路${index}号` }, materials: [...seen, fromCity] } });
    await app.jobs.drain();
    const { seq } = await good(app, { partyId }, matters.getMatter, { params: { matterId } });
    await good(app, { partyId }, matters.withdrawMatter, { params: { matterId }, body: act({ seq }) });
    await app.jobs.drain();
    const { rows } = await city.owner.query<{ wrapped: Buffer }>('select wrapped from platform.data_keys where owner_id = any($1)', [[partyId, matterId]]);
    return { partyId, matterId, name, number: person.number, wrapped: rows.map((row) => row.wrapped) };
  };
  const erase = async ({ partyId }: Person): Promise<void> => {
    const { erasure } = await good(app, { partyId }, privacy.askErasure, { body: { commandId: randomUUID() } });
    const params = { erasureId: erasure.erasureId };
    const proposed = (await good(app, security[0] as Who, privacy.proposeErasure, { params, body: { commandId: randomUUID(), seenSeq: erasure.seq } })).erasure;
    await good(app, security[1] as Who, privacy.approveErasure, { params, body: { commandId: randomUUID(), seenSeq: proposed.seq } });
    await app.jobs.drain();
  };
  const now = async (): Promise<string> => (await city.owner.query<{ now: string }>(`select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as now`)).rows[0]?.now ?? '';

  beforeAll(async () => {
    keepers = [await newKeeper(), await newKeeper()];
    store = openStore({ target: join(folder, 'store'), spoolFolder: join(folder, 'spool'), s3: null });
    city = await smallCity(folder);
    const data = join(projectFolder(), 'data');
    await loadUnits(city.owner, data);
    for (const loaded of [await loadCalendar(city.owner, data), await loadCatalogue(city.owner, data), await loadLaw(city.owner, data)]) if (!loaded.ok) throw new Error('reference data');
    await allowAnyTime(city);
    const read = keysFromDocument(newKeyDocument());
    if (!read.ok) throw new Error('keys');
    keys = read.keys;
    ({ app, close } = await opened(city.data, city.database.connection, keys, time));
    const made = await app.people.makeStaff([['clerk', hall, 'window_clerk'], ['security-1', 'YM-440303-civil_affairs', 'security_administrator'], ['security-2', 'YM-440303-civil_affairs', 'security_administrator']].map(([login = '', institution = '', role]) => ({
      name: login, login, password: 'a long test password', posts: [{ institution, role: role as 'window_clerk' | 'security_administrator' }] })), { quickPasswords: true });
    source.clerk = { staffId: made[0] ?? '' };
    security.push({ staffId: made[1] ?? '' }, { staffId: made[2] ?? '' });
    const recipients = await recipientsOf([...keepers]);
    await makeBackup(city.source, store, recipients);
    shipper = city.ship(store, recipients);
    forgotten = await personWith(1);
    held = await personWith(2);
    await good(app, security[0] as Who, privacy.placeHold, { body: { commandId: randomUUID(), kind: 'person', number: held.number, ground: 'investigation', document: '深纪调〔2026〕9号', untilOn: null } });
    await app.ledger.tick();
    time.goTo(shenzhen('2037-01-05'));
    moment = await now();
    await erase(forgotten);
    await erase(held);
    await app.ledger.tick();
    await shipEverything(city, shipper);
  });

  afterAll(async () => {
    await close();
    await shipper.stop();
    await city.stop();
    removeFolder(folder);
  });

  /** Which of the two the keys still open anything of. */
  const opens = async (owner: Owner): Promise<readonly boolean[]> => {
    const cells = await openEverything(owner, keys);
    return [forgotten, held].map(({ name }) => cells.some(({ text }) => text.includes(name)));
  };
  const files = (under: string): readonly Buffer[] => readdirSync(under, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => readFileSync(join(entry.parentPath, entry.name)));
  const restored = async <T>(name: string, to: string | null, ask: (data: string, owner: Owner, connection: OwnerConnection) => Promise<T>): Promise<T> => {
    const into = join(folder, name);
    await restore({ store, identities: [keepers[0]?.identity ?? ''], to, into, program: '0.1.0', forTests: true });
    const database = await startEmbedded({ dataFolder: join(into, 'database'), forTests: true });
    const owner = await connectOwner(database.connection);
    try {
      return await ask(into, owner, database.connection);
    } finally {
      await owner.end();
      await database.stop();
    }
  };

  test('in the city itself nothing of him opens; of whom a hold keeps everything does', async () => {
    expect(await opens(city.owner)).toEqual([false, true]);
    expect(await call(app, { partyId: held.partyId }, matters.getMatter, { params: { matterId: held.matterId } })).toMatchObject({ status: 200 });
  });

  test('the restored database has his keys again and loses them before it opens; the hold is respected and the ledger verifies', async () => {
    await restored('restored', moment, async (data, owner, connection) => {
      expect(await opens(owner)).toEqual([true, true]);
      expect(await applyEraseList(owner, eraseListFile(data))).toBe(2);
      expect(await opens(owner)).toEqual([false, true]);
      const open: pg.Client[] = [];
      const check = await checkLogs({ chain, keys, connect: async () => {
        const client = new pg.Client(connection);
        await client.connect();
        open.push(client);
        return client;
      } });
      await Promise.all(open.map((client) => client.end()));
      expect([check.faults, check.facts > 3]).toEqual([[], true]);
      const again = await opened(data, connection, keys, time);
      try {
        expect((await call(again.app, { partyId: forgotten.partyId }, matters.getMatter, { params: { matterId: forgotten.matterId } })).status).not.toBe(200);
        expect((await call(again.app, source.clerk, matters.getMatter, { params: { matterId: forgotten.matterId } })).status).toBe(404);
        expect((await call(again.app, source.clerk, matters.getMatter, { params: { matterId: held.matterId } })).status).toBe(200);
      } finally {
        await again.close();
      }
    });
  });

  test('whoever steals the store, or the restored folder without the keys, finds no name and no number in it (P-05)', () => {
    const stolen = [...files(join(folder, 'store')), ...files(join(folder, 'restored'))];
    expect(stolen.length).toBeGreaterThan(100);
    for (const text of [forgotten.name, forgotten.number, held.name, held.number]) expect(stolen.some((bytes) => bytes.includes(text)), text).toBe(false);
    // The search finds what is there: the number of a file's matter is no secret.
    expect(stolen.some((bytes) => bytes.includes(held.matterId.replaceAll('-', '')) || bytes.includes(Buffer.from(held.matterId.replaceAll('-', ''), 'hex')))).toBe(true);
  });

  test('past the time that backups are kept no backup has his keys, and the moment before cannot be restored', async () => {
    const withRests = (data: string): number => files(join(data, 'database')).filter((bytes) => forgotten.wrapped.some((key) => bytes.includes(key))).length;
    expect(withRests(join(folder, 'restored'))).toBeGreaterThan(0);
    // As the database does by itself within a minute of a single row (migration 0034): what was deleted leaves its pages.
    const { rows } = await city.owner.query<{ reloptions: string[] }>(`select reloptions from pg_class where oid = 'platform.data_keys'::regclass`);
    expect(rows[0]?.reloptions).toEqual(['autovacuum_vacuum_threshold=0', 'autovacuum_vacuum_scale_factor=0']);
    await city.owner.query('vacuum platform.data_keys');
    await city.owner.query('checkpoint');
    const recipients = await recipientsOf([...keepers]);
    for (let n = 0; n < 2; n += 1) await makeBackup(city.source, store, recipients);
    await shipEverything(city, shipper);
    expect(await removeOutdated(store, city.installation, city.source.vault, { days: 35, count: 2 }, new Date(Date.now() + 36 * 86_400_000))).toBe(1);
    await expect(restored('too-early', moment, () => Promise.resolve())).rejects.toMatchObject({ code: 'backup.none_before' });
    const rests = await restored('later', null, async (data, owner) => {
      expect(await opens(owner)).toEqual([false, true]);
      return withRests(data);
    });
    expect(forgotten.wrapped).toHaveLength(2);
    expect(rests).toBe(0);
  });
});
