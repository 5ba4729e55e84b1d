import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as matters from '../../contract/matters.ts';
import * as privacy from '../../contract/privacy.ts';
import { columnClasses, tableClasses } from '../../server/platform/privacy/data-classes.ts';
import { retentionRules } from '../../server/platform/privacy/retention-rules.ts';
import { checkLogs } from '../../server/platform/ledger/log/index.ts';
import type { Client } from '../../server/testing/app.ts';
import { scanDatabase, scanFolder } from '../../tools/privacy-scan/places.ts';
import type { Mark } from '../../tools/privacy-scan/play.ts';
import { openEverything, type OpenedCell } from './sealed-everywhere.ts';
import { endOfMatter, longOffice, shenzhen, wholeLife, type LongOffice, type WholeLife } from './whole-life.ts';

/** Of a person's own: his matters, what was said of them, the orders about them. */
const chains = `select b.matter_id from matters.by_party b where b.party_id = $1 union select v.matter_id from evaluations.feedback v where v.party_id = $1
  union select o.order_id from supervision.orders o join matters.by_party b on b.matter_id = o.matter_id where b.party_id = $1`;

/** For each personal column of residents' tables: in how many rows something of this person can still be read, looked up or recognised. $1 is his id, $2 and $3 the indexes of his number and phone as they were. */
const stillThere: Readonly<Record<string, string>> = {
  'platform.particulars.sealed': `select count(*)::int as n from platform.particulars p join platform.data_keys k on k.owner_id = p.matter_id where p.matter_id in (${chains})`,
  'people.parties.number_index': 'select count(*)::int as n from people.parties p where p.number_index = $2',
  'people.parties.phone_index': 'select count(*)::int as n from people.parties p where p.phone_index = $3',
  'people.parties.sealed': 'select count(*)::int as n from people.parties p join platform.data_keys k on k.owner_id = p.party_id where p.party_id = $1',
  'people.sign_ins.phone_index': 'select count(*)::int as n from people.sign_ins s where s.phone_index = $3',
  'people.sign_ins.sealed': 'select count(*)::int as n from people.sign_ins s where s.phone_index = $3',
  'people.sessions.address_part': 'select count(*)::int as n from people.sessions s where s.party_id = $1',
  'people.sessions.browser': 'select count(*)::int as n from people.sessions s where s.party_id = $1',
  'people.factors.name': 'select count(*)::int as n from people.factors f where f.party_id = $1',
  'people.sign_in_history.address_part': 'select count(*)::int as n from people.sign_in_history h where h.party_id = $1',
  'people.sign_in_history.browser': 'select count(*)::int as n from people.sign_in_history h where h.party_id = $1',
  'matters.drafts.sealed': 'select count(*)::int as n from matters.drafts d where d.owner_party = $1 or d.party_id = $1',
};
/** Personal columns that no erasure touches, because a rule of at most two days takes them first. */
const goSoon = ['platform.tries.subject'];

const personalColumns = columnClasses.filter((one) => (one.class === 'L3' || one.class === 'L4') && tableClasses[one.table]?.subject === 'resident').map((one) => `${one.table}.${one.column}`);

describe('somebody of whom there is something everywhere is forgotten (PIPL art. 47, P-08)', () => {
  let office: LongOffice;
  let life: WholeLife;
  let bystander: WholeLife;
  let marks: readonly Mark[];
  let agent: { readonly partyId: string; readonly client: Client };
  let indexes: readonly [Buffer, Buffer];
  let before: { cells: readonly OpenedCell[]; counts: Readonly<Record<string, number>>; facts: readonly object[] };
  let security: readonly [Client, Client];

  const asked = async (sql: string): Promise<number> => {
    // Every question knows all three, whichever it asks with.
    const all = sql.replaceAll('$1', '(select me from known)').replaceAll('$2', '(select number from known)').replaceAll('$3', '(select phone from known)');
    return (await office.fresh.owner.query<{ n: number }>(`with known as (select $1::uuid as me, $2::bytea as number, $3::bytea as phone) ${all}`, [life.partyId, ...indexes])).rows[0]?.n ?? -1;
  };
  const countAll = async (): Promise<Record<string, number>> => {
    const counts: Record<string, number> = {};
    for (const [column, sql] of Object.entries(stillThere)) counts[column] = await asked(sql);
    return counts;
  };
  const facts = async (): Promise<readonly object[]> => (await office.fresh.owner.query<object>(`select f.matter_id, f.seq, encode(f.hash, 'hex') as hash from platform.facts f where f.matter_id in (${chains}) order by 1, 2`, [life.partyId])).rows;
  const marked = (cells: readonly OpenedCell[], of: readonly Mark[]): readonly OpenedCell[] => cells.filter(({ text }) => of.some((mark) => text.includes(mark.text)));

  // Codes under way go by themselves after two days.
  const lasting = (cells: readonly OpenedCell[], of: readonly Mark[]): number => marked(cells, of).filter(({ table }) => table !== 'people.sign_ins').length;
  beforeAll(async () => {
    office = await longOffice();
    const post = [{ institution: 'YM-440303-civil_affairs', role: 'security_administrator' as const }];
    security = [(await office.staff('security-1', post)).client, (await office.staff('security-2', post)).client];
    life = await wholeLife(office, 1);
    bystander = await wholeLife(office, 2);
    const { rows } = await office.fresh.owner.query<{ number_index: Buffer; phone_index: Buffer }>('select number_index, phone_index from people.parties where party_id = $1', [life.partyId]);
    indexes = [rows[0]?.number_index ?? Buffer.alloc(0), rows[0]?.phone_index ?? Buffer.alloc(0)];
  });
  afterAll(() => office.drop());

  test('every personal column of residents is either looked for here or goes within two days by its rule: a new one cannot be forgotten', () => {
    expect([...Object.keys(stillThere), ...goSoon].sort()).toEqual([...personalColumns].sort());
    for (const column of goSoon) {
      const rule = retentionRules.get(tableClasses[column.slice(0, column.lastIndexOf('.'))]?.retention ?? 'permanent');
      expect([column, rule?.keep?.unit === 'day' && rule.keep.amount <= 2]).toEqual([column, true]);
    }
  });

  test('while a complaint about a matter is open, or an order, the matter is not over, however long ago it ended', async () => {
    expect((await life.client.good(privacy.readMyData, {})).kept).toMatchObject([{ matterId: life.matterId, reason: 'open' }]);
    marks = await endOfMatter(office, life);
    await endOfMatter(office, bystander);
    expect((await life.client.good(privacy.readMyData, {})).kept).toMatchObject([{ reason: 'duty', keptUntil: '2036-12-15' }]);
    const open = `update supervision.orders set ended_at = null, status = 'open' where matter_id = $1`;
    await office.fresh.owner.query('begin');
    expect((await office.fresh.owner.query(open, [life.matterId])).rowCount).toBe(1);
    expect((await office.fresh.owner.query('select is_open from privacy.aftermath($1)', [life.matterId])).rows).toEqual([{ is_open: true }]);
    await office.fresh.owner.query('rollback');
  });

  test('before, there is something of him in every such column, and the keys open it', async () => {
    before = { cells: marked(await openEverything(office.fresh.owner, office.keys), marks), counts: await countAll(), facts: await facts() };
    for (const [column, n] of Object.entries(before.counts)) expect([column, n > 0]).toEqual([column, true]);
    expect(new Set(before.cells.map(({ table }) => table))).toEqual(new Set(['matters.drafts', 'people.parties', 'people.sign_ins', 'platform.particulars']));
    // His matter, his evaluation, his complaint and the order are four chains with four keys.
    expect(new Set(before.cells.filter(({ table }) => table === 'platform.particulars').map(({ owner }) => owner)).size).toBe(4);
    expect(marks.filter((mark) => !before.cells.some(({ text }) => text.includes(mark.text))).map(({ what }) => what)).toEqual(['content of a file', 'name of a device']);
    expect(await scanDatabase(office.fresh.owner, marks)).toEqual([{ place: 'table people.factors', what: 'name of a device' }]);
    expect(scanFolder(office.dataFolder, marks)).toEqual([]);
  });

  test('afterwards no cell of his opens, no index finds him, no column names him; of others all is there', async () => {
    const others = lasting(await openEverything(office.fresh.owner, office.keys), bystander.marks);
    await office.leap(shenzhen('2037-01-05'), false);
    agent = await office.somebody();
    await office.app.agency.grantFor(life.partyId, agent.partyId);
    await office.app.agency.grantFor((await office.somebody()).partyId, life.partyId);
    const { erasure } = await life.client.good(privacy.askErasure, { body: { commandId: randomUUID() } });
    const params = { erasureId: erasure.erasureId };
    const proposed = (await security[0].good(privacy.proposeErasure, { params, body: { commandId: randomUUID(), seenSeq: erasure.seq } })).erasure;
    await security[1].good(privacy.approveErasure, { params, body: { commandId: randomUUID(), seenSeq: proposed.seq } });
    await office.work();
    expect((await security[0].good(privacy.listErasures, {})).erasures.find((one) => one.erasureId === erasure.erasureId)).toMatchObject({ status: 'completed', destroyedMatters: 1 });
    expect(Object.entries(await countAll()).filter(([, n]) => n > 0)).toEqual([]);
    const cells = await openEverything(office.fresh.owner, office.keys);
    expect(marked(cells, marks)).toEqual([]);
    const gone = new Set(before.cells.map(({ table, row }) => `${table} ${row}`));
    expect(cells.filter(({ table, row }) => gone.has(`${table} ${row}`))).toEqual([]);
    expect(await scanDatabase(office.fresh.owner, marks)).toEqual([]);
    expect(lasting(cells, bystander.marks)).toBe(others);
    expect(others).toBeGreaterThan(5);
  });

  test('whoever stood for him stands for him no longer, nor he for anybody: by facts of their own', async () => {
    const { rows } = await office.fresh.owner.query('select principal = $1 as his, ended_at is not null as ended, seq from agency.mandates where principal = $1 or agent = $1 order by 1', [life.partyId]);
    expect(rows).toEqual([{ his: false, ended: true, seq: 2 }, { his: true, ended: true, seq: 2 }]);
    expect((await agent.client.call(matters.getMatter, { params: { matterId: life.matterId } })).status).toBe(404);
  });

  test('facts, chains and log are as they were, and the whole ledger verifies', async () => {
    expect(await facts()).toEqual(before.facts);
    expect(before.facts.length).toBeGreaterThan(8);
    await office.app.ledger.tick();
    const open: pg.Client[] = [];
    const check = await checkLogs({
      chain: 'yimen.test/cases/v1', keys: office.keys,
      connect: async () => {
        const client = new pg.Client(office.fresh.connection);
        await client.connect();
        open.push(client);
        return client;
      },
    });
    await Promise.all(open.map((client) => client.end()));
    expect(check.faults).toEqual([]);
    expect(check.entries.cases).toBeGreaterThan(before.facts.length);
  });
});
