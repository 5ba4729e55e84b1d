import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { replay } from '../kernel/decider.ts';
import { faultsOfChain } from '../platform/ledger/chain.ts';
import { evolve } from '../domains/matters/evolve.ts';
import type { Matter, MatterFact } from '../domains/matters/matter.ts';
import { factsOf, readMatterFile, type MatterFile } from '../domains/matters/store.ts';
import { testApp, type TestApp } from '../testing/app.ts';
import { demoPassword } from './city.ts';
import { fillDemoCity, type FillOptions } from './fill.ts';
import * as agency from '../../contract/agency.ts';
import * as matters from '../../contract/matters.ts';
import * as people from '../../contract/people.ts';

const log = 'yimen.test/cases/v1';
const size = { residents: 400, firms: 12, matters: 150 };
const lines: string[] = [];

const optionsFor = (t: TestApp): FillOptions => ({
  app: t.app, owner: t.fresh.owner, keys: t.keys, log, seed: 7, size, dataFolder: t.dataFolder, now: '2026-11-23T08:10:00.000Z', say: (line) => void lines.push(line),
});

let t: TestApp;
beforeAll(async () => {
  t = await testApp();
  expect(await fillDemoCity(optionsFor(t))).toMatchObject({ ok: true, filled: true, counts: { residents: 400, firms: 12, matters: 150 } });
});
afterAll(() => t.drop());

async function allFiles(testing: TestApp): Promise<readonly MatterFile[]> {
  const { rows } = await testing.fresh.owner.query<{ matter_id: string }>('select matter_id from matters.matters order by number, matter_id');
  const files = await Promise.all(rows.map((row) => readMatterFile(testing.fresh.database.handle, testing.keys, row.matter_id)));
  return files.flatMap((file) => file ?? []);
}

describe('the invented city', () => {
  it('has whole chains, and each present state is what its facts come to', async () => {
    const files = await allFiles(t);
    expect(files).toHaveLength(size.matters);
    for (const file of files) {
      expect(faultsOfChain(log, file.facts), file.state.number).toEqual([]);
      expect(replay<Matter | null, MatterFact>(evolve, factsOf(file), null), file.state.number).toEqual(file.state);
      expect(file.facts.map((fact) => fact.at), file.state.number).toEqual(file.facts.map((fact) => fact.at).toSorted());
      expect((file.facts.at(-1)?.at ?? '') <= '2026-11-23T08:10:00.000Z').toBe(true);
    }
  });

  it('has matters in every status, by both doors, of every item', async () => {
    const { rows } = await t.fresh.owner.query<{ status: string; n: number }>('select status, count(*)::int as n from matters.matters group by status');
    expect(Object.keys(Object.fromEntries(rows.map((row) => [row.status, row.n]))).sort()).toEqual([...matters.matterStatuses].sort());
    const { rows: doors } = await t.fresh.owner.query<{ channel: string; n: number }>('select channel, count(*)::int as n from matters.matters group by channel');
    for (const door of doors) expect(door.n).toBeGreaterThan(size.matters / 4);
    expect(doors).toHaveLength(2);
    const { rows: items } = await t.fresh.owner.query('select distinct task_code from matters.matters');
    expect(items).toHaveLength(t.app.catalogue.current().length);
  });

  it('numbers the matters of each hall and day from one on, and the next number is a new one', async () => {
    const { rows } = await t.fresh.owner.query<{ numbers: string[]; last: number }>(
      `select array_agg(m.number order by m.number) as numbers, min(c.last) as last from matters.matters m
       join matters.number_counters c on c.institution = m.accepting_institution and c.day = (m.received_at at time zone 'Asia/Shanghai')::date group by m.accepting_institution, c.day`,
    );
    expect(rows.flatMap((row) => row.numbers)).toHaveLength(size.matters);
    for (const row of rows) {
      expect(row.numbers.map((number) => Number(number.slice(-5)))).toEqual(row.numbers.map((_, index) => index + 1));
      expect(row.last).toBe(row.numbers.length);
    }
  });

  it('lets the printed accounts sign in and find work', async () => {
    const anonymous = await t.as('anonymous');
    for (const login of ['clerk', 'officer', 'approver', 'manager', 'supervisor', 'admin', 'admin2', 'security', 'security2', 'audit']) {
      const me = await anonymous.good(people.staffSignIn, { body: { login, password: demoPassword } });
      expect(me.posts.length, login).toBeGreaterThan(0);
    }
    const { rows } = await t.fresh.owner.query<{ staff_id: string }>(`select staff_id from people.staff where login in ('clerk', 'officer') order by login`);
    for (const { staff_id } of rows) {
      const list = await (await t.as({ staffId: staff_id })).good(matters.getWorklist, { query: { view: 'open' } });
      expect(list.rows.length).toBeGreaterThan(0);
    }
  });

  it('lets the printed telephones sign in as residents who are known already', async () => {
    const anonymous = await t.as('anonymous');
    for (const [phone, numberKind] of [['15400000000', 'citizen_id'], ['15400000001', 'hk_macau_taiwan_residence_permit']] as const) {
      const { signInId } = await anonymous.good(people.requestSignInCode, { body: { phone, language: 'zh-HK' } });
      const code = String(t.sms.findLast((one) => one.to === `+86${phone}`)?.params.code);
      const me = await anonymous.good(people.confirmSignIn, { params: { signInId }, body: { code } });
      expect(me).toMatchObject({ kind: 'resident', party: { numberKind } });
      const { principals } = await (await t.as({ partyId: me.party?.partyId ?? '' })).good(agency.myMandates, {});
      expect(principals.filter((one) => one.party.subject === 'organisation' && one.mayFile), phone).not.toEqual([]);
    }
  });

  it('names each firm’s representative once, though the filling is done again', async () => {
    const { rows } = await t.fresh.owner.query<{ n: number; pairs: number }>('select count(*)::int as n, count(distinct (m.principal, m.agent))::int as pairs from agency.mandates m');
    expect(rows).toEqual([{ n: 14, pairs: 14 }]);
  });

  it('gives its demonstration residents matters they can read, files and papers included', async () => {
    const { rows } = await t.fresh.owner.query<{ party_id: string; n: number }>('select party_id, count(*)::int as n from matters.by_party group by party_id order by n desc, party_id limit 1');
    const resident = await t.as({ partyId: rows[0]?.party_id ?? '' });
    const mine = await resident.good(matters.myMatters, {});
    expect(new Set(mine.matters.map((row) => row.status)).size).toBeGreaterThanOrEqual(4);
    for (const row of mine.matters) {
      const view = await resident.good(matters.getMatter, { params: { matterId: row.matterId } });
      for (const paper of view.papers) expect((await resident.call(matters.getPaper, { params: { matterId: row.matterId, paper }, query: {} })).bytes.subarray(0, 5).toString(), `${view.number} ${paper}`).toBe('%PDF-');
      for (const file of view.materials.flatMap((material) => material.files)) expect((await resident.call(matters.getMatterFile, { params: { matterId: row.matterId, fileId: file.fileId } })).status).toBe(200);
    }
    expect((await resident.good(matters.myMessages, {})).messages.length).toBeGreaterThan(5);
  });

  it('says in plain words that nobody in it is real', () => {
    expect(lines.join('\n')).toContain('never enter anything about real people');
    expect(lines.join('\n')).toContain(demoPassword);
    expect(lines.join('\n')).toContain('15400000000');
  });

  it('is filled once: a second start leaves it as it is', async () => {
    expect(await fillDemoCity(optionsFor(t))).toMatchObject({ ok: true, filled: false, counts: { matters: 150 } });
    expect((await t.fresh.owner.query("select 1 from matters.matters where received_at <= '2026-11-23T08:10:00.000Z'")).rowCount).toBe(size.matters);
  });

  it('makes the papers of the newest results by the usual job, without a failed try', async () => {
    while ((await t.work()) > 0);
    const { rows } = await t.fresh.owner.query<{ waiting: number; papers: number }>(
      `select (select count(*)::int from platform.jobs) as waiting, (select count(*)::int from platform.facts where kind = 'result_paper_made') as papers`,
    );
    expect(rows[0]?.waiting).toBe(0);
    expect(rows[0]?.papers).toBeGreaterThanOrEqual(20);
    expect(t.sms.filter((one) => one.templateCode === 'sms.result_ready')).toHaveLength(rows[0]?.papers ?? 0);
    for (const sent of t.sms) expect(sent.to.startsWith('+86154')).toBe(true);
  });
});

describe('the same seed on the same day', () => {
  it('gives the same city, ids included', async () => {
    const other = await testApp();
    try {
      await fillDemoCity(optionsFor(other));
      // What was told of them, not what jobs did after the start: results' papers, items of bundles; and of matters alone: the orders that supervision opened over them when the jobs ran are made at their own moments.
      const look = async (testing: TestApp): Promise<unknown> =>
        (await testing.fresh.owner.query(`select f.matter_id, f.seq, f.kind, f.at, f.by, f.content - 'particulars' as content from platform.facts f join matters.matters m on m.matter_id = f.matter_id where f.kind <> 'result_paper_made' and f.at <= '2026-11-23T08:10:00.000Z' order by f.matter_id, f.seq`)).rows;
      expect(await look(other)).toEqual(await look(t));
      const logins = async (testing: TestApp): Promise<unknown> => (await testing.fresh.owner.query('select staff_id, login, name from people.staff order by login')).rows;
      expect(await logins(other)).toEqual(await logins(t));
    } finally {
      await other.drop();
    }
  });
});

describe('an installation with people of its own', () => {
  it('is refused, and nothing is written into it', async () => {
    const real = await testApp();
    try {
      await real.resident({ index: 40_000 });
      lines.length = 0;
      expect(await fillDemoCity(optionsFor(real))).toMatchObject({ ok: false, code: 'demo.not_empty' });
      expect(lines).toHaveLength(1);
      expect((await real.fresh.owner.query('select 1 from people.parties')).rowCount).toBe(1);
      expect((await real.fresh.owner.query('select 1 from people.staff')).rowCount).toBe(0);
    } finally {
      await real.drop();
    }
  });

  it('but a filling that was cut off is finished at the next start', async () => {
    const cut = await testApp();
    try {
      const failing: FillOptions = { ...optionsFor(cut), owner: { query: (text, values) => (text.includes('matters.append_rows') ? Promise.reject(new Error('cut off')) : cut.fresh.owner.query(text, values)) } };
      await expect(fillDemoCity(failing)).rejects.toThrow('cut off');
      expect((await cut.fresh.owner.query("select 1 from matters.matters where received_at <= '2026-11-23T08:10:00.000Z'")).rowCount).toBe(0);
      expect(await fillDemoCity(optionsFor(cut))).toMatchObject({ ok: true, filled: true, counts: { matters: 150 } });
      expect((await cut.fresh.owner.query('select 1 from people.parties')).rowCount).toBe(412);
    } finally {
      await cut.drop();
    }
  });
});
