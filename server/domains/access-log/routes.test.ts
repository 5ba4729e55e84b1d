import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as wire from '../../../contract/access-log.ts';
import type { AccessEntry } from '../../../contract/access-log.ts';
import { getMatter, getMatterFile, getPaper } from '../../../contract/matters.ts';
import { identifyParty } from '../../../contract/people.ts';
import { getHistoryCsv, getStanding } from '../../../contract/standing.ts';
import { allowanceOffice, bureau, hall, type AllowanceOffice } from '../../testing/allowance-office.ts';
import type { Client } from '../../testing/app.ts';
import { addCalendarDays, addMonths } from '../../kernel/calendar/index.ts';
import { localDayOf } from '../../kernel/instant.ts';

let t: AllowanceOffice;
let auditor: Client;
let secondAuditor: Client;
let security: Client;
beforeAll(async () => {
  t = await allowanceOffice();
  auditor = (await t.staff('auditor', [{ institution: bureau, role: 'audit_administrator' }])).client;
  secondAuditor = (await t.staff('second-auditor', [{ institution: bureau, role: 'audit_administrator' }])).client;
  security = (await t.staff('security', [{ institution: bureau, role: 'security_administrator' }])).client;
});
afterAll(() => t.drop());

const todayIs = (): string => localDayOf(t.app.clock.now());
const logOf = async (client: Client): Promise<AccessEntry[]> => (await client.good(wire.myAccessLog, { query: {} })).entries;
const numberOf = { party: 'applicant', field: 'number', purpose: 'check_identity' } as const;

describe('Revealing one field (C-PR-3)', () => {
  it('gives the field to who handles the matter, with its record, and the person reads office, post, field and purpose', async () => {
    const { person, partyId, client } = await t.somebody();
    const matterId = await t.filedAtWindow(partyId);
    expect((await t.clerk.good(getMatter, { params: { matterId } })).party.numberMasked).not.toBe(person.number);
    const shown = await t.clerk.good(wire.reveal, { params: { matterId }, body: numberOf });
    expect(shown.value).toBe(person.number);
    const [newest] = await logOf(client);
    expect(newest).toMatchObject({ recordId: shown.recordId, by: 'staff', role: 'window_clerk', what: 'field', field: 'number', purpose: 'check_identity', matterId });
    expect(newest?.officeName?.['zh-CN']).toContain('渔民村');
    expect(JSON.stringify(newest)).not.toContain(':"clerk"');
  });

  it('is refused to who only looks on and to other offices, as if there were no such matter, and the try is recorded', async () => {
    const { partyId } = await t.somebody();
    const matterId = await t.filedAtWindow(partyId);
    const supervisor = (await t.staff('watching', [{ institution: bureau, role: 'supervisor' }])).client;
    expect((await supervisor.call(wire.reveal, { params: { matterId }, body: numberOf })).status).toBe(404);
    const elsewhere = (await t.staff('far', [{ institution: 'YM-440304-civil_affairs', role: 'officer' }])).client;
    expect((await elsewhere.refused(wire.reveal, { params: { matterId }, body: numberOf })).code).toBe('matter.unknown');
    const { rows } = await t.fresh.owner.query(`select 1 from platform.access_records where matter_id = $1 and act like 'access_log.reveal%' and outcome = 'matter.unknown'`, [matterId]);
    expect(rows.length).toBe(1);
    expect((await auditor.call(wire.reveal, { params: { matterId }, body: numberOf })).status).toBeGreaterThanOrEqual(403);
  });

  it('ends after thirty in an hour', async () => {
    const { partyId } = await t.somebody();
    const matterId = await t.filedAtWindow(partyId);
    const { client } = await t.staff('eager', [{ institution: hall, role: 'window_clerk' }]);
    for (let n = 0; n < 30; n += 1) await client.good(wire.reveal, { params: { matterId }, body: { ...numberOf, field: 'phone' } });
    expect(await client.call(wire.reveal, { params: { matterId }, body: numberOf })).toMatchObject({ status: 429, problem: { code: 'access_log.too_many_reveals' } });
  });

  it('gives nothing where its record cannot be written', async () => {
    const { person, partyId } = await t.somebody();
    const matterId = await t.filedAtWindow(partyId);
    await t.fresh.owner.query('revoke insert on platform.access_records from yimen_app');
    try {
      const [revealed, read] = [await t.clerk.call(wire.reveal, { params: { matterId }, body: numberOf }), await t.clerk.call(getMatter, { params: { matterId } })];
      expect([revealed.status, read.status]).toEqual([500, 500]);
      expect(revealed.text + read.text).not.toContain(person.number);
    } finally {
      await t.fresh.owner.query('grant insert on platform.access_records to yimen_app');
    }
    expect((await t.clerk.call(wire.reveal, { params: { matterId }, body: numberOf })).status).toBe(200);
  });
});

describe('Who looked at my information (C-PR-7, P-06)', () => {
  it('lists every reading that the reading routes let through, and not one’s own', async () => {
    const { person, partyId, client } = await t.somebody();
    const matterId = await t.filedAtWindow(partyId);
    const params = { matterId };
    const before = (await logOf(client)).length;
    const readings: (() => Promise<{ readonly status: number }>)[] = [
      () => t.clerk.call(getMatter, { params }),
      () => t.reviewer.call(getMatter, { params }),
      () => t.clerk.call(getPaper, { params: { matterId, paper: 'receipt' }, query: {} }),
      () => t.clerk.call(getStanding, { params }),
      () => t.clerk.call(getHistoryCsv, { params, query: {} }),
      () => t.clerk.call(identifyParty, { body: { number: person.number } }),
      () => t.clerk.call(getMatterFile, { params: { matterId, fileId: '0'.repeat(64) } }),
      () => t.clerk.call(wire.reveal, { params, body: { ...numberOf, field: 'name', purpose: 'contact' } }),
      () => client.call(getMatter, { params }),
    ];
    for (const read of readings) await read();
    const { rows } = await t.fresh.owner.query<{ record_id: string }>(
      `select record_id from platform.access_records where matter_id in ($1, $2) and not of_command and outcome in ('done', 'found', 'made', 'verified') and not (actor ->> 'kind' = 'resident' and actor ->> 'id' = $2::text)`, [matterId, partyId]);
    const entries = await logOf(client);
    expect(entries.map((one) => one.recordId).sort()).toEqual(rows.map((row) => row.record_id).sort());
    expect(entries.length - before).toBeGreaterThanOrEqual(6);
    expect(new Set(entries.map((one) => one.what))).toEqual(new Set(['file', 'paper', 'standing', 'history', 'search_by_number', 'material', 'field']));
    const [, ...older] = entries;
    const moments = entries.map((one) => one.at);
    expect([...moments].sort().reverse()).toEqual(moments);
    expect(older.length).toBeGreaterThan(0);
    const csv = await client.call(wire.myAccessLogCsv, {});
    expect(csv.headers['content-type']).toContain('text/csv');
    expect(csv.text.split('\r\n').length - 2).toBe(entries.length);
    expect(csv.text).not.toContain('clerk');
    // A cursor somebody wrote himself, with a moment that no calendar has.
    expect(await client.refused(wire.myAccessLog, { query: { before: `2026-02-30T00:00:00.000Z_${partyId}` } })).toMatchObject({ status: 400, code: 'input.malformed', errors: [{ pointer: '/before' }] });
  });

  it('tells nobody of another person’s readings', async () => {
    const [one, other] = [await t.somebody(), await t.somebody()];
    await t.clerk.good(getMatter, { params: { matterId: await t.filedAtWindow(one.partyId) } });
    expect(await logOf(other.client)).toEqual([]);
  });

  it('shows entries later only by two administrators, never longer than twelve months, and tells everybody how many', async () => {
    const { person, partyId, client } = await t.somebody();
    const matterId = await t.filedAtWindow(partyId);
    const body = { number: person.number, institution: hall, ground: 'discipline' as const, reference: '深纪查〔2026〕7号', untilOn: addCalendarDays(todayIs(), 30) };
    expect((await auditor.refused(wire.proposeDelay, { body: { ...body, untilOn: addCalendarDays(addMonths(todayIs(), 12), 1) } })).code).toBe('access_log.delay_too_long');
    const delay = await auditor.good(wire.proposeDelay, { body });
    await t.clerk.good(getMatter, { params: { matterId } });
    const open = (await logOf(client)).length;
    expect((await secondAuditor.refused(wire.decideDelay, { params: { delayId: delay.delayId }, body: { agree: true } })).code).toBe('access_log.other_administrator_needed');
    const anonymous = await t.as('anonymous');
    expect((await anonymous.good(wire.countDelayed, {})).entries).toBe(0);
    await security.good(wire.decideDelay, { params: { delayId: delay.delayId }, body: { agree: true } });
    const hidden = open - (await logOf(client)).length;
    expect(hidden).toBeGreaterThan(0);
    expect(await anonymous.good(wire.countDelayed, {})).toMatchObject({ entries: hidden, delays: 1 });
    expect(JSON.stringify(await security.good(wire.listDelays, {}))).not.toContain(partyId);
    await expect(t.fresh.owner.query(`update access_log.delays set until_at = from_at + interval '13 months'`)).rejects.toThrow('delays_at_most_a_year');
    await t.fresh.owner.query(`update access_log.delays set from_at = from_at - interval '60 days', until_at = now() - interval '1 second'`);
    expect((await logOf(client)).length).toBe(open);
    expect((await anonymous.good(wire.countDelayed, {})).entries).toBe(0);
  });
});

describe('What the audit administrator takes out', () => {
  it('is found by the exact number or a login, with the reader’s name and never a word of the file, and the person sees the search', async () => {
    const { person, partyId, client } = await t.somebody();
    const matterId = await t.filedAtWindow(partyId);
    await t.reviewer.call(getMatter, { params: { matterId } });
    await t.clerk.good(getMatter, { params: { matterId } });
    const today = todayIs();
    const found = await auditor.good(wire.searchAccess, { body: { number: person.number, fromOn: today, toOn: today } });
    expect(found.records.some((one) => one.byName === 'clerk' && one.act === 'matters.read')).toBe(true);
    expect(JSON.stringify(found)).not.toContain(person.name['zh-CN']);
    expect(JSON.stringify(found)).not.toContain(person.number);
    expect((await logOf(client))[0]).toMatchObject({ by: 'audit', role: 'audit_administrator', what: 'access_records' });
    const staff = await auditor.good(wire.searchAccess, { body: { login: 'clerk', fromOn: today, toOn: today } });
    expect(staff.records.every((one) => one.byName === 'clerk')).toBe(true);
    expect(await auditor.good(wire.searchAccess, { body: { login: 'nobody', fromOn: today, toOn: today } })).toMatchObject({ found: false });
    expect((await t.clerk.call(wire.searchAccess, { body: { login: 'clerk', fromOn: today, toOn: today } })).status).toBeGreaterThanOrEqual(403);
  });

  it('above a hundred rows goes out only when a second person agreed, with a first line that says who, when and why', async () => {
    const { partyId } = await t.somebody();
    const matterId = await t.filedAtWindow(partyId);
    const today = todayIs();
    const small = await auditor.good(wire.proposeExport, { body: { kind: 'readings', fromOn: today, toOn: today, login: 'reviewer', reason: '=抽查本日' } });
    expect(small).toMatchObject({ state: 'approved', mayTake: true });
    for (let n = 0; n < 101; n += 1) await t.clerk.good(getMatter, { params: { matterId } });
    const large = await auditor.good(wire.proposeExport, { body: { kind: 'readings', fromOn: today, toOn: today, reason: '=月度审计' } });
    expect(large).toMatchObject({ state: 'proposed', mayTake: false });
    expect((await auditor.refused(wire.takeExportCsv, { params: { exportId: large.exportId } })).code).toBe('access_log.export_not_agreed');
    expect((await auditor.refused(wire.decideExport, { params: { exportId: large.exportId }, body: { agree: true } })).code).toBe('access_log.same_person');
    await security.good(wire.decideExport, { params: { exportId: large.exportId }, body: { agree: true } });
    expect((await secondAuditor.refused(wire.takeExportCsv, { params: { exportId: large.exportId } })).code).toBe('access_log.export_unknown');
    const csv = await auditor.call(wire.takeExportCsv, { params: { exportId: large.exportId } });
    const [mark = '', head = '', ...rows] = csv.text.trim().split('\r\n');
    expect(mark).toContain(large.exportId);
    expect(mark).toContain('auditor,security');
    expect(mark).toContain(`'=月度审计`);
    expect(head).toContain('at,record,by_kind');
    expect(rows.length).toBe(large.counted);
    const lines = (await auditor.call(wire.takeExportLines, { params: { exportId: large.exportId } })).text.trim().split('\n');
    expect(JSON.parse(lines[0] ?? '')).toHaveProperty('watermark');
    expect(lines.length - 1).toBe(large.counted);
    const { rows: taken } = await t.fresh.owner.query(`select 1 from platform.access_records where act = 'audit.take_export' and matter_id = $1`, [large.exportId]);
    expect(taken.length).toBe(2);
  });
});

describe('A signal', () => {
  it('is decided by another than it is about, once, with words', async () => {
    const { rows: [own] } = await t.fresh.owner.query<{ staff_id: string }>(`select staff_id from people.staff where login = 'auditor'`);
    const { rows: [other] } = await t.fresh.owner.query<{ staff_id: string }>(`select staff_id from people.staff where login = 'reviewer'`);
    const add = async (staffId: string | undefined): Promise<string> => (await t.fresh.owner.query<{ signal_id: string }>(
      `insert into access_log.signals (signal_id, kind, staff_id, on_day, counted, found_at) values (gen_random_uuid(), 'at_night', $1, '2026-11-20', 4, now()) returning signal_id`, [staffId])).rows[0]?.signal_id ?? '';
    const [mine, theirs] = [await add(own?.staff_id), await add(other?.staff_id)];
    const body = { state: 'explained' as const, note: '当晚值班，已核对排班表' };
    expect((await auditor.refused(wire.decideSignal, { params: { signalId: mine }, body })).code).toBe('access_log.own_signal');
    expect(await auditor.good(wire.decideSignal, { params: { signalId: theirs }, body })).toMatchObject({ state: 'explained', decidedByName: 'auditor', staffName: 'reviewer' });
    expect((await secondAuditor.refused(wire.decideSignal, { params: { signalId: theirs }, body })).code).toBe('access_log.signal_decided');
    expect((await security.call(wire.listSignals, { query: {} })).status).toBeGreaterThanOrEqual(403);
    expect((await auditor.good(wire.listSignals, { query: { state: 'open' } })).signals.map((one) => one.signalId)).toContain(mine);
  });
});
