import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import * as wire from '../../../contract/matters.ts';
import { allowanceOffice, type AllowanceOffice } from '../../testing/allowance-office.ts';
import type { Client } from '../../testing/app.ts';
import { driftedMatters } from './wholeness-store.ts';

// Invented people: areas 4499xx and phones +86 154… are given to nobody (server/demo/people.ts).

let t: AllowanceOffice;
let resident: Client;
let matterId: string;
let others: readonly string[];
beforeAll(async () => {
  t = await allowanceOffice();
  const { client } = await t.somebody();
  resident = client;
  const ids: string[] = [];
  for (let count = 0; count < 2; count += 1) {
    const draft = await t.completeDraft(client);
    ids.push((await client.good(wire.fileDraft, { params: { draftId: draft.draftId }, body: { commandId: randomUUID() } })).matterId);
    await t.accepted(ids[count] ?? '');
  }
  [matterId = '', ...others] = ids;
});
afterAll(() => t.drop());
beforeEach(async () => {
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  await t.fresh.owner.query('set session_replication_role = replica');
});
afterEach(() => vi.restoreAllMocks());

/** Somebody with all rights over the database does this, the file is read, and it is put back as it was. */
async function whileAltered(statement: string, look: () => Promise<void>): Promise<void> {
  const { owner } = t.fresh;
  await owner.query(`create table kept_facts as select * from platform.facts; create table kept_particulars as select * from platform.particulars; create table kept_matters as select * from matters.matters`);
  try {
    await owner.query(statement.replaceAll(':matter', `'${matterId}'`).replaceAll(':other', `'${others[0]}'`));
    await look();
  } finally {
    await owner.query(`delete from platform.facts; insert into platform.facts select * from kept_facts; delete from platform.particulars; insert into platform.particulars select * from kept_particulars;
      delete from matters.matters; insert into matters.matters select * from kept_matters; drop table kept_facts, kept_particulars, kept_matters`);
  }
}

const refused = async (): Promise<void> => {
  expect((await resident.refused(wire.getMatter, { params: { matterId } })).code).toBe('matter.record_broken');
  const told = vi.mocked(process.stdout.write).mock.calls.flat().join('');
  expect(told).toContain('ALARM: the record was altered');
  expect(told).toContain(matterId);
  const { rows } = await t.fresh.owner.query<{ outcome: string }>(`select outcome from platform.access_records where matter_id = $1 order by record_id desc limit 1`, [matterId]);
  expect(rows[0]?.outcome).toBe('matter.record_broken');
};

describe('a matter that was altered behind the program is noticed when it is read', () => {
  it.each([
    ['a field of a fact', `update platform.facts set content = content || '{"channel":"window"}' where matter_id = :matter and seq = 1`],
    ['a fact taken out', `delete from platform.facts where matter_id = :matter and seq = 1`],
    ['the tail cut off', `delete from platform.facts where matter_id = :matter and seq = (select max(seq) from platform.facts where matter_id = :matter)`],
    ['another date', `update platform.facts set at = at - interval '5 days' where matter_id = :matter and seq = 1`],
    ['two facts exchanged', `update platform.facts set seq = seq + 1000 where matter_id = :matter and seq > 1; update platform.facts set seq = 1005 - seq where matter_id = :matter and seq > 1`],
    ['a present state that the facts do not give', `update matters.matters set state = state || '{"outcome":"granted"}' where matter_id = :matter`],
    ['the sealed parts of two facts exchanged', `update platform.particulars p set sealed = o.sealed from platform.particulars o where p.seq = 1 and o.seq = 1 and p.matter_id in (:matter, :other) and o.matter_id in (:matter, :other) and p.matter_id <> o.matter_id`],
  ])('%s', async (_what, statement) => {
    await whileAltered(statement, refused);
    expect((await resident.good(wire.getMatter, { params: { matterId } })).matterId).toBe(matterId);
  });

  it('a stranger learns nothing of it', async () => {
    const { client } = await t.somebody();
    await whileAltered(`delete from platform.facts where matter_id = :matter and seq = 1`, async () => expect((await client.refused(wire.getMatter, { params: { matterId } })).code).toBe('matter.unknown'));
  });

  it('every column that follows from the facts is compared with their fold, without any key', async () => {
    const nil = '00000000-0000-0000-0000-000000000000';
    expect(await driftedMatters(t.fresh.owner, nil, 100)).toEqual({ checked: 2, last: null, drifted: [] });
    for (const set of [`status = 'completed', completed_at = now()`, `promised_due_on = promised_due_on + 1`, `accepted_at = accepted_at - interval '1 day'`, `handling_institution = 'MZ.440305'`, `state = state || '{"areaUnit":"440305"}'`, 'head = sha256(head)']) {
      await whileAltered(`update matters.matters set ${set} where matter_id = :matter`, async () => {
        const first = await driftedMatters(t.fresh.owner, nil, 1);
        const rest = await driftedMatters(t.fresh.owner, first.last ?? nil, 100);
        expect([...first.drifted, ...rest.drifted]).toEqual([matterId]);
      });
    }
    await whileAltered(`delete from platform.facts where matter_id = :matter`, async () => expect((await driftedMatters(t.fresh.owner, nil, 100)).drifted).toEqual([matterId]));
  });
});
