import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as matters from '../../../contract/matters.ts';
import * as wire from '../../../contract/privacy.ts';
import { applyEraseList, eraseListFile } from '../../platform/db/erase-list.ts';
import { driftedMatters } from '../matters/index.ts';
import { batchWriter } from '../../platform/db/batch-writer.ts';
import { allowanceOffice, type AllowanceOffice } from '../../testing/allowance-office.ts';
import type { Client } from '../../testing/app.ts';

let t: AllowanceOffice;
let first: Client;
let second: Client;
beforeAll(async () => {
  t = await allowanceOffice();
  const post = [{ institution: 'YM-440303-civil_affairs', role: 'security_administrator' as const }];
  first = (await t.staff('security-1', post)).client;
  second = (await t.staff('security-2', post)).client;
});
afterAll(() => t.drop());

const ask = async (client: Client) => (await client.good(wire.askErasure, { body: { commandId: randomUUID() } })).erasure;
const seen = (of: { seq: number }) => ({ commandId: randomUUID(), seenSeq: of.seq });
const proposed = async (asked: { erasureId: string; seq: number }) => (await first.good(wire.proposeErasure, { params: { erasureId: asked.erasureId }, body: seen(asked) })).erasure;
const approved = async (asked: { erasureId: string; seq: number }) => {
  const { erasure } = await second.good(wire.approveErasure, { params: { erasureId: asked.erasureId }, body: seen(await proposed(asked)) });
  await t.work();
  return erasure;
};
const keysOf = async (id: string): Promise<number> => (await t.fresh.owner.query('select 1 from platform.data_keys where owner_id = $1', [id])).rowCount ?? 0;
/** A matter that ended so long ago that no rule keeps it: the fact cannot be made older, so the row of its newest fact is set back with the guard of facts put aside. */
const endedLongAgo = async (matterId: string): Promise<void> => {
  await t.fresh.owner.query('alter table platform.facts disable trigger user');
  await t.fresh.owner.query(`update platform.facts set at = '2010-01-01T00:00:00.000Z' where matter_id = $1`, [matterId]);
  await t.fresh.owner.query('alter table platform.facts enable trigger user');
  await t.fresh.owner.query(`update matters.matters set status = 'withdrawn', received_at = '2010-01-01' where matter_id = $1`, [matterId]);
};

describe('to be forgotten (PIPL art. 47)', () => {
  test('a person without matters is forgotten whole, by two administrators who see no name', async () => {
    const { partyId, client, person } = await t.somebody();
    const draft = await t.completeDraft(client);
    expect(await client.good(wire.readMyData, {})).toMatchObject({ matters: 0, drafts: 1, whole: true, kept: [] });
    const asked = await ask(client);
    expect((await client.refused(wire.askErasure, { body: { commandId: randomUUID() } })).code).toBe('privacy.erasure_open');
    const list = await first.call(wire.listErasures, {});
    expect(list.text).not.toContain(person.name['zh-CN']);
    expect(list.text).not.toContain(partyId);
    const erasure = await proposed(asked);
    expect((await first.refused(wire.approveErasure, { params: { erasureId: asked.erasureId }, body: seen(erasure) })).code).toBe('privacy.same_person');
    await second.good(wire.approveErasure, { params: { erasureId: asked.erasureId }, body: seen(erasure) });
    await t.work();
    expect(await keysOf(partyId)).toBe(0);
    expect(await keysOf(draft.draftId)).toBe(0);
    expect(await t.app.people.particulars(partyId)).toBeUndefined();
    expect((await first.good(wire.listErasures, {})).erasures.find((one) => one.erasureId === asked.erasureId)).toMatchObject({ status: 'completed', acts: [] });
    const { rows } = await t.fresh.owner.query('select phone_index, octet_length(sealed) as sealed from people.parties where party_id = $1', [partyId]);
    expect(rows).toEqual([{ phone_index: null, sealed: 0 }]);
    expect(readFileSync(eraseListFile(t.dataFolder), 'utf8')).toContain(partyId);
    // The same number comes again as somebody new.
    const [again] = await t.app.people.makeParties([{ name: person.name['zh-CN'], number: person.number, kind: person.kind, phone: person.mobile, assurance: 'verified_at_window' }]);
    expect(again).not.toBe(partyId);
  });

  test('what a duty keeps stays until its day and is named with it; what is past its day goes; facts and chain stay whole', async () => {
    const { partyId, client } = await t.somebody();
    const old = await t.filedAtWindow(partyId);
    const open = await t.filedAtWindow(partyId);
    await endedLongAgo(old);
    const mine = await client.good(wire.readMyData, {});
    expect(mine).toMatchObject({ erasableMatters: 1, whole: false, kept: [{ matterId: open, reason: 'open', keptUntil: null }] });
    const before = await t.fresh.owner.query('select seq, encode(hash, \'hex\') as hash from platform.facts where matter_id = $1 order by seq', [old]);
    await approved(await ask(client));
    expect([await keysOf(old), await keysOf(open), await keysOf(partyId)]).toEqual([0, 1, 1]);
    expect((await client.call(matters.getMatter, { params: { matterId: open } })).status).toBe(200);
    const after = await t.fresh.owner.query('select seq, encode(hash, \'hex\') as hash from platform.facts where matter_id = $1 order by seq', [old]);
    expect(after.rows).toEqual(before.rows);
    expect((await t.fresh.owner.query('select 1 from platform.particulars where matter_id = $1', [old])).rowCount).toBe(0);
    expect((await client.good(wire.readMyData, {})).erasure).toMatchObject({ status: 'approved', mayWithdraw: false });
  });

  test('a matter whose key is destroyed is one that does not exist, for everybody; its facts still agree with their chain', async () => {
    const { partyId, client } = await t.somebody();
    const matterId = await t.filedAtWindow(partyId);
    await t.fresh.owner.query('select privacy.destroy_matters(array[$1]::uuid[])', [matterId]);
    for (const reader of [client, t.clerk]) expect((await reader.call(matters.getMatter, { params: { matterId } })).status).toBe(404);
    expect((await client.call(matters.myMatters, {})).status).toBe(200);
    expect((await t.clerk.call(matters.acceptMatter, { params: { matterId }, body: { commandId: randomUUID(), seenSeq: 1 } })).status).toBe(404);
    expect((await driftedMatters(t.fresh.owner, '00000000-0000-0000-0000-000000000000', 1_000)).drifted).not.toContain(matterId);
  });

  test('a legal hold wins, and is released by two persons; the person learns of a duty, not of the hold', async () => {
    const { partyId, client, person } = await t.somebody();
    const matterId = await t.filedAtWindow(partyId);
    await endedLongAgo(matterId);
    const placed = await first.good(wire.placeHold, { body: { commandId: randomUUID(), kind: 'person', number: person.number, ground: 'investigation', document: '深纪调〔2026〕7号', untilOn: null } });
    expect((await client.good(wire.readMyData, {})).kept).toMatchObject([{ reason: 'duty' }]);
    await approved(await ask(client));
    expect([await keysOf(matterId), await keysOf(partyId)]).toEqual([1, 1]);
    const params = { holdId: placed.hold.holdId };
    const { hold } = await first.good(wire.proposeHoldRelease, { params, body: seen(placed.hold) });
    expect((await first.refused(wire.releaseHold, { params, body: seen(hold) })).code).toBe('privacy.same_person');
    await second.good(wire.releaseHold, { params, body: seen(hold) });
    await t.work();
    expect([await keysOf(matterId), await keysOf(partyId)]).toEqual([0, 0]);
  });

  test('refused on a ground that the person reads; taken back by the person alone', async () => {
    const { client } = await t.somebody();
    const asked = await ask(client);
    await second.good(wire.rejectErasure, { params: { erasureId: asked.erasureId }, body: { ...seen(asked), ground: 'identity_in_doubt' } });
    expect((await client.good(wire.readMyData, {})).erasure).toMatchObject({ status: 'rejected', ground: 'identity_in_doubt' });
    const again = await ask(client);
    expect((await client.good(wire.withdrawErasure, { body: seen(again) })).erasure.status).toBe('withdrawn');
    expect((await first.refused(wire.proposeErasure, { params: { erasureId: again.erasureId }, body: { commandId: randomUUID(), seenSeq: again.seq + 1 } })).code).toBe('privacy.not_now');
  });

  test('a restored database that has the keys again loses them before it opens (TM-24)', async () => {
    const { partyId, client } = await t.somebody();
    const { rows: [kept] } = await t.fresh.owner.query<{ wrapped: Buffer; sealed: Buffer }>('select k.wrapped, p.sealed from platform.data_keys k join people.parties p on p.party_id = k.owner_id where k.owner_id = $1', [partyId]);
    await approved(await ask(client));
    await t.fresh.owner.query('insert into platform.data_keys (owner_id, wrapped) values ($1, $2)', [partyId, kept?.wrapped]);
    await t.fresh.owner.query('update people.parties set sealed = $2 where party_id = $1', [partyId, kept?.sealed]);
    expect(await t.app.people.particulars(partyId)).toBeDefined();
    expect(await applyEraseList(t.fresh.owner, eraseListFile(t.dataFolder))).toBe(1);
    expect(await t.app.people.particulars(partyId)).toBeUndefined();
    // A line cut off by a power cut names nobody; the others still count.
    writeFileSync(eraseListFile(t.dataFolder), `${readFileSync(eraseListFile(t.dataFolder), 'utf8')}{"erasureId":"`);
    expect(await applyEraseList(t.fresh.owner, eraseListFile(t.dataFolder))).toBe(0);
  });
});

describe('retention (C-PR-6)', () => {
  test('a round takes away exactly what is due, once a day, and a hold keeps what is held', async () => {
    const { partyId, client } = await t.somebody();
    const other = await t.somebody();
    const [due, young, held] = [await t.completeDraft(client), await t.completeDraft(client), await t.completeDraft(other.client)];
    await first.good(wire.placeHold, { body: { commandId: randomUUID(), kind: 'person', number: other.person.number, ground: 'audit', document: '审〔2026〕3号', untilOn: null } });
    await t.fresh.owner.query(`update matters.drafts set saved_at = now() - interval '31 days' where draft_id = any($1)`, [[due.draftId, held.draftId]]);
    await t.fresh.owner.query(`update matters.drafts set saved_at = now() - interval '29 days' where draft_id = $1`, [young.draftId]);
    const matterId = await t.filedAtWindow(partyId);
    await endedLongAgo(matterId);
    await t.fresh.owner.query('delete from privacy.retention_runs');
    const { retentionRound } = await import('./jobs.ts');
    const around = { database: t.fresh.database, pipeline: t.app.pipeline, eraseList: eraseListFile(t.dataFolder), wakeJobs: () => undefined, writer: batchWriter(t.fresh.database.pool, 'privacy.append', t.app.clock) } as unknown as Parameters<typeof retentionRound>[0];
    expect(await retentionRound(around)).toBe(true);
    expect(await retentionRound(around)).toBe(false);
    expect([await keysOf(due.draftId), await keysOf(young.draftId), await keysOf(held.draftId), await keysOf(matterId)]).toEqual([0, 1, 1, 0]);
    const { runs, rules } = await first.good(wire.readRetention, {});
    expect(runs).toMatchObject([{ counts: { drafts: 1, matters: 1 }, held: 1 }]);
    expect(rules.every((rule) => rule.source !== '')).toBe(true);
  });
});

describe('a copy of everything (PIPL art. 45)', () => {
  test('holds every matter, paper and file of the person and of nobody else, and is recorded', async () => {
    const { partyId, client, person } = await t.somebody();
    const other = await t.somebody();
    const mine = await t.filedAtWindow(partyId);
    const theirs = await t.filedAtWindow(other.partyId);
    await t.completeDraft(client);
    const copy = await client.call(wire.exportMyData, {});
    expect(copy.status).toBe(200);
    expect(copy.bytes.subarray(0, 2).toString()).toBe('PK');
    const text = copy.bytes.toString('utf8');
    for (const wanted of [person.name['zh-CN'], person.number, mine, 'data.json', 'index.html', 'receipt.pdf']) expect(text, wanted).toContain(wanted);
    expect(text).not.toContain(theirs);
    const { rows } = await t.fresh.owner.query(`select outcome from platform.access_records where matter_id = $1 and act = 'privacy.export_mine'`, [partyId]);
    expect(rows).toHaveLength(1);
    expect((await first.call(wire.exportMyData, {})).status).toBe(404);
  });
});
