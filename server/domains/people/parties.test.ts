import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inventFirm, inventPeople, inventPerson } from '../../testing/people.ts';
import { keysFromDocument, newKeyDocument } from '../../platform/crypto/index.ts';
import { databaseClock } from '../../platform/db/clock.ts';
import { peopleDomain } from './index.ts';
import { hall, letMinutePass, signInByPhone, testPeople, type Browser, type TestPeople } from './routes-for-tests.ts';

const today = '2026-11-23';
const person = (index: number) => inventPerson('parties', { index, today, ageFrom: 18, ageTo: 70 });
interface Told { code: string; errors?: { pointer: string }[] }
interface View { partyId: string; nameMasked: string; numberMasked: string; phoneMasked: string | null; assurance: string }

let t: TestPeople;
let window: Browser;
let clerkId = '';
beforeAll(async () => {
  t = await testPeople();
  [clerkId = ''] = await t.people.makeStaff([{ name: '某窗口', login: 'window', password: 'four blue chairs', posts: [{ institution: hall, role: 'window_clerk' }] }]);
  const session = await t.people.openSessionFor({ kind: 'staff', staffId: clerkId });
  window = Object.assign(t.browser(), { token: session.token, csrf: session.csrfToken });
});
afterAll(() => t.close());

const register = (body: object) => window.post('/api/v1/parties', { documentSeen: true, ...body });
const identifyAt = (number: string) => window.post('/api/v1/parties/identify', { number });

describe('at the window', () => {
  it('a person is registered from the document and found again by the number, masked', async () => {
    const who = person(1);
    const unknown = await identifyAt(who.number);
    expect(unknown.json()).toMatchObject({ numberKind: 'citizen_id', subject: 'person', party: null });
    const made = await register({ number: who.number, name: who.name['zh-CN'], phone: who.mobile });
    expect(made.statusCode, made.body).toBe(201);
    expect(made.json<View>()).toMatchObject({ assurance: 'verified_at_window', phoneMasked: '154****0001' });
    // As scanners and people write it: blanks, full-width digits, a small x.
    const spelt = `${who.number.slice(0, 6)} ${who.number.slice(6).toLowerCase()}`.replace(/^4/, '４');
    const found = await identifyAt(spelt);
    expect(found.json<{ party: View }>().party).toEqual(made.json<View>());
    for (const answer of [unknown, made, found]) for (const secret of [who.number, who.name['zh-CN'], who.mobile.slice(3)]) expect(answer.body).not.toContain(secret);
  });

  it('a person who declared himself online is verified: name from the document, the phone he says at the window kept, session kept', async () => {
    const [who, online] = [person(2), t.browser()];
    await signInByPhone(t, online, who.mobile);
    await online.post('/api/v1/me/identity', { name: '错名字', number: who.number });
    const verified = (await register({ number: who.number, name: who.name['zh-CN'], phone: who.mobile })).json<View>();
    expect(verified).toMatchObject({ assurance: 'verified_at_window', phoneMasked: '154****0002' });
    expect((await online.get('/api/v1/me')).json()).toMatchObject({ kind: 'resident', name: who.name['zh-CN'], party: { partyId: verified.partyId, assurance: 'verified_at_window' } });
  });

  it('a phone that somebody only declared does not outlive the verification, unless it is said at the window; one verified before does', async () => {
    const [who, stranger, online] = [person(19), person(20), t.browser()];
    await signInByPhone(t, online, stranger.mobile);
    await online.post('/api/v1/me/identity', { name: who.name['zh-CN'], number: who.number });
    expect((await register({ number: who.number, name: who.name['zh-CN'] })).json<View>()).toMatchObject({ assurance: 'verified_at_window', phoneMasked: null });
    await new Promise((done) => setTimeout(done, 1_000));
    expect((await online.get('/api/v1/me')).json<{ kind: string }>().kind).toBe('anonymous');
    await register({ number: who.number, name: who.name['zh-CN'], phone: who.mobile });
    expect((await register({ number: who.number, name: who.name['zh-CN'] })).json<View>().phoneMasked).not.toBeNull();
  });

  it('a new phone is bound and the sessions of the old one end, so that a stranger’s claim is over', async () => {
    const [who, stranger, online] = [person(3), person(4), t.browser()];
    await signInByPhone(t, online, stranger.mobile);
    await online.post('/api/v1/me/identity', { name: who.name['zh-CN'], number: who.number });
    expect((await register({ number: who.number, name: who.name['zh-CN'], phone: who.mobile })).json<View>().phoneMasked).toBe('154****0003');
    // Its memory of less than a second over, the old session is gone (sessions.ts).
    await new Promise((done) => setTimeout(done, 1_000));
    expect((await online.get('/api/v1/me')).json<{ kind: string }>().kind).toBe('anonymous');
    await letMinutePass(t);
    expect((await signInByPhone(t, t.browser(), stranger.mobile)).json<{ kind: string }>().kind).toBe('newcomer');
    expect((await signInByPhone(t, t.browser(), who.mobile)).json()).toMatchObject({ kind: 'resident', name: who.name['zh-CN'] });
  });

  it('a phone bound to somebody else is refused, for new and for known people', async () => {
    const [holder, fresh, known] = [person(5), person(6), person(7)];
    await register({ number: holder.number, name: holder.name['zh-CN'], phone: holder.mobile });
    await register({ number: known.number, name: known.name['zh-CN'] });
    for (const who of [fresh, known]) {
      const taken = await register({ number: who.number, name: who.name['zh-CN'], phone: holder.mobile });
      expect([taken.statusCode, taken.json<Told>().code, taken.json<Told>().errors?.[0]?.pointer]).toEqual([409, 'people.phone_taken', '/phone']);
    }
    expect((await identifyAt(fresh.number)).json<{ party: View | null }>().party).toBeNull();
    expect((await register({ number: fresh.number, name: fresh.name['zh-CN'] })).json<View>().phoneMasked).toBeNull();
  });

  it('two windows registering one person at the same moment make one party', async () => {
    const who = person(8);
    const answers = await Promise.all(Array.from({ length: 6 }, () => register({ number: who.number, name: who.name['zh-CN'], phone: who.mobile })));
    expect(answers.map((answer) => answer.statusCode)).toEqual([201, 201, 201, 201, 201, 201]);
    expect(new Set(answers.map((answer) => answer.json<View>().partyId)).size).toBe(1);
  });

  it('two people given one phone at the same moment: one gets it', async () => {
    const [a, b, phone] = [person(9), person(10), person(11).mobile];
    const answers = await Promise.all([a, b].map((who) => register({ number: who.number, name: who.name['zh-CN'], phone })));
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([201, 409]);
  });

  it('a firm is known by its credit code, its name readable as the law publishes it', async () => {
    const firm = inventFirm('parties', { index: 1 });
    expect((await register({ number: firm.creditCode, name: firm.name['zh-CN'] })).json()).toMatchObject({ subject: 'organisation', numberKind: 'credit_code', nameMasked: firm.name['zh-CN'], numberMasked: firm.creditCode });
  });

  it.each([['numbers.check_digit', 'number', { number: '449900199001010010', name: '某某' }], ['people.name_needed', 'name', { number: person(12).number, name: '\u200b' }], ['numbers.phone_area_missing', 'phone', { number: person(12).number, name: '某某', phone: '82000000' }]])(
    'is told %s at the field %s', async (code, field, body) => {
      const answer = await register(body);
      expect(answer.statusCode).toBe(422);
      expect(answer.json<Told>()).toMatchObject({ code, errors: [{ pointer: `/${field}` }] });
    },
  );

  it('nothing is registered without the document seen', async () => {
    expect((await window.post('/api/v1/parties', { number: person(13).number, name: '某某', documentSeen: false })).statusCode).toBe(400);
  });

  it('every look and every registration is recorded with the person concerned', async () => {
    const who = person(14);
    await identifyAt(who.number);
    const { partyId } = (await register({ number: who.number, name: who.name['zh-CN'] })).json<View>();
    await identifyAt(who.number);
    await register({ number: who.number, name: who.name['zh-CN'], phone: who.mobile });
    const { rows } = await t.fresh.owner.query('select actor, act, fields, outcome from platform.access_records where matter_id = $1 order by record_id', [partyId]);
    const actor = { kind: 'staff', id: clerkId, institution: hall };
    expect(rows).toEqual([
      { actor, act: 'people.register_party', fields: 'name,number,phone', outcome: 'made' },
      { actor, act: 'people.identify_party', fields: 'masked', outcome: 'found' },
      { actor, act: 'people.register_party', fields: 'name,phone', outcome: 'verified' },
    ]);
    const looked = await t.fresh.owner.query<{ n: string }>(`select count(*) as n from platform.access_records where matter_id = $1 and outcome = 'unknown'`, [clerkId]);
    expect(Number(looked.rows[0]?.n)).toBeGreaterThan(0);
  });

  it('residents and strangers find nobody', async () => {
    const who = person(15);
    const [partyId = ''] = await t.people.makeParties([{ name: who.name['zh-CN'], number: who.number, phone: who.mobile, assurance: 'self_declared' }]);
    const session = await t.people.openSessionFor({ kind: 'resident', partyId });
    const resident = Object.assign(t.browser(), { token: session.token, csrf: session.csrfToken });
    expect((await resident.post('/api/v1/parties/identify', { number: who.number })).statusCode).toBe(404);
    expect((await t.browser().post('/api/v1/parties/identify', { number: who.number })).statusCode).toBe(401);
  });
});

describe('for other domains', () => {
  it('parties come masked and particulars come whole', async () => {
    const who = person(20);
    const [partyId = ''] = await t.people.makeParties([{ name: who.name['zh-CN'], number: who.number, phone: who.mobile, assurance: 'verified_at_window' }]);
    const views = await t.people.parties([partyId, partyId, '00000000-0000-7000-8000-000000000009']);
    expect([...views.keys()]).toEqual([partyId]);
    expect(JSON.stringify([...views])).not.toContain(who.number);
    expect(await t.people.particulars(partyId)).toEqual({ name: who.name['zh-CN'], number: who.number, numberKind: 'citizen_id', phone: who.mobile });
    expect(await t.people.particulars('00000000-0000-7000-8000-000000000009')).toBeUndefined();
  });

  it('an organisation is found or made, once, however often and however many ask', async () => {
    const firm = inventFirm('parties', { index: 2 });
    const answers = await Promise.all(Array.from({ length: 8 }, () => t.people.findOrMakeOrganisation(firm.creditCode, firm.name['zh-CN'])));
    expect(new Set(answers.map((answer) => (answer.ok ? answer.partyId : answer.code))).size).toBe(1);
    expect(await t.people.findOrMakeOrganisation(firm.creditCode, '别的名称')).toEqual(answers[0]);
    expect(await t.people.findOrMakeOrganisation(person(21).number, '某某')).toMatchObject({ ok: false, errors: [{ pointer: '/number' }] });
    expect(await t.people.findOrMakeOrganisation(inventFirm('parties', { index: 3 }).creditCode, ' ')).toMatchObject({ ok: false, code: 'people.name_needed' });
  });

  it('a thousand parties are made in bulk, in order, and making them again makes none', async () => {
    const list = inventPeople('bulk', 1_100, today).slice(100).map((who) => ({ name: who.name['zh-CN'], number: who.number, phone: who.mobile, assurance: 'self_declared' as const }));
    const began = process.cpuUsage();
    const ids = await t.people.makeParties(list);
    expect(process.cpuUsage(began).user / 1_000).toBeLessThan(5_000);
    expect(new Set(ids).size).toBe(1_000);
    expect((await t.people.particulars(ids[700] ?? ''))?.number).toBe(list[700]?.number);
    expect(await t.people.makeParties(list)).toEqual(ids);
    const keys = await t.fresh.owner.query<{ n: string }>('select count(*) as n from platform.data_keys k where not exists (select 1 from people.parties p where p.party_id = k.owner_id)');
    expect(keys.rows).toEqual([{ n: '0' }]);
  });
});

describe('in the tables', () => {
  const cells = async (): Promise<string> => {
    const tables = ['people.parties', 'people.sign_ins', 'people.sessions', 'platform.tries', 'people.first_start', 'people.posts', 'people.staff', 'platform.data_keys', 'platform.access_records'];
    const rows: string[] = [];
    for (const table of tables) rows.push(...(await t.fresh.owner.query<{ row: string }>(`select row_to_json(x)::text as row from ${table} x`)).rows.map((one) => one.row));
    return rows.join('\n');
  };

  it('there is neither number nor name nor phone, as text, hex or base64, nor a hash that can be guessed', async () => {
    const [who, newcomer, online] = [person(30), person(31), t.browser()];
    await register({ number: who.number, name: who.name['zh-CN'], phone: who.mobile });
    await signInByPhone(t, online, newcomer.mobile);
    const dump = (await cells()).toLowerCase();
    expect(dump.length).toBeGreaterThan(2_000);
    for (const secret of [who.number, who.name['zh-CN'], who.mobile, who.mobile.slice(3), newcomer.mobile, newcomer.mobile.slice(3)]) {
      expect(dump).not.toContain(secret.toLowerCase());
      expect(dump).not.toContain(Buffer.from(secret).toString('hex'));
      expect(dump).not.toContain(Buffer.from(secret).toString('base64').toLowerCase());
      expect(dump).not.toContain(createHash('sha256').update(secret).digest('hex').slice(0, 32));
    }
    const code = t.sent.get(newcomer.mobile)?.at(-1) ?? '';
    expect(dump).not.toContain(createHash('sha256').update(code).digest('hex'));
  });

  it('a sealed cell moved to another row does not open', async () => {
    const [a, b] = [person(32), person(33)];
    const [idA = '', idB = ''] = await t.people.makeParties([a, b].map((who) => ({ name: who.name['zh-CN'], number: who.number, phone: null, assurance: 'self_declared' as const })));
    await t.fresh.owner.query('update people.parties set sealed = (select sealed from people.parties where party_id = $1) where party_id = $2', [idA, idB]);
    await expect(t.people.particulars(idB)).rejects.toThrow('crypto.not_authentic');
    await t.fresh.owner.query('update platform.data_keys set wrapped = (select wrapped from platform.data_keys where owner_id = $1) where owner_id = $2', [idA, idB]);
    await expect(t.people.particulars(idB)).rejects.toThrow('crypto.not_authentic');
    expect((await t.people.particulars(idA))?.number).toBe(a.number);
    await t.fresh.owner.query('delete from people.parties where party_id = $1', [idB]);
    await t.fresh.owner.query('delete from platform.data_keys where owner_id = $1', [idB]);
  });

  it('a person whose data key is destroyed is stars to others and nothing to papers', async () => {
    const who = person(34);
    const [partyId = ''] = await t.people.makeParties([{ name: who.name['zh-CN'], number: who.number, phone: null, assurance: 'self_declared' }]);
    await t.fresh.owner.query('delete from platform.data_keys where owner_id = $1', [partyId]);
    expect(await t.people.particulars(partyId)).toBeUndefined();
    expect((await t.people.parties([partyId])).get(partyId)).toMatchObject({ nameMasked: '***', numberMasked: '***' });
  });

  it('nobody is found with another installation’s keys', async () => {
    const who = person(35);
    await t.people.makeParties([{ name: who.name['zh-CN'], number: who.number, phone: null, assurance: 'self_declared' }]);
    const other = keysFromDocument(newKeyDocument());
    if (!other.ok) throw new Error('keys');
    const thief = await peopleDomain({
      database: t.fresh.database, keys: other.keys, clock: await databaseClock(t.fresh.database.pool), institution: () => undefined, sendCode: async () => 'sent', passwordCost: 'test',
    });
    const [made] = await thief.makeParties([{ name: 'x', number: who.number, phone: null, assurance: 'self_declared' }]);
    const [known] = await t.people.makeParties([{ name: 'x', number: who.number, phone: null, assurance: 'self_declared' }]);
    expect(made).not.toBe(known);
  });
});
