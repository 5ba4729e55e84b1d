import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as wire from '../../../contract/matters.ts';
import { allowanceOffice, view, type AllowanceOffice } from '../../testing/allowance-office.ts';

let t: AllowanceOffice;
beforeAll(async () => {
  t = await allowanceOffice();
});
afterAll(() => t.drop());

/** Holds back every write of a matter until `meanwhile` is done: the moment between reading a draft and filing it, made long. */
async function whileFiling<T>(filing: () => Promise<T>, meanwhile: () => Promise<unknown>): Promise<T> {
  const { owner } = t.fresh;
  await owner.query('begin');
  await owner.query('lock table platform.commands in exclusive mode');
  try {
    const filed = filing();
    await untilWaiting();
    await meanwhile();
    await owner.query('commit');
    return await filed;
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}

async function untilWaiting(): Promise<void> {
  for (let n = 0; n < 1_000; n += 1) {
    const { rows } = await t.fresh.owner.query<{ waiting: number }>(`select count(*)::int as waiting from pg_locks where not granted and relation = 'platform.commands'::regclass`);
    if ((rows[0]?.waiting ?? 0) > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('no filing waits');
}

describe('a draft is filed as it was read', () => {
  it('saved in the same moment it is not filed: what was saved is still there, and files as it then stands', async () => {
    const { client } = await t.somebody();
    const draft = await t.completeDraft(client);
    const params = { draftId: draft.draftId };
    const commandId = randomUUID();
    const answer = await whileFiling(
      () => client.call(wire.fileDraft, { params, body: { commandId } }),
      () => t.fresh.owner.query('update matters.drafts set version = version + 1 where draft_id = $1', [draft.draftId]),
    );
    expect(answer.problem).toMatchObject({ code: 'drafts.changed_elsewhere', status: 409 });
    expect((await client.refused(wire.getMatter, { params: { matterId: draft.draftId } })).code).toBe('matter.unknown');
    const receipt = await client.good(wire.fileDraft, { params, body: { commandId } });
    expect((await view(client, receipt.matterId)).status).toBe('received');
  });

  it('thrown away in the same moment it is not filed either: no matter stands there without its files', async () => {
    const { client } = await t.somebody();
    const draft = await t.completeDraft(client);
    const answer = await whileFiling(
      () => client.call(wire.fileDraft, { params: { draftId: draft.draftId }, body: { commandId: randomUUID() } }),
      async () => {
        await t.fresh.owner.query('delete from matters.drafts where draft_id = $1', [draft.draftId]);
        await t.fresh.owner.query('delete from platform.data_keys where owner_id = $1', [draft.draftId]);
      },
    );
    expect(answer.problem.code).toBe('drafts.changed_elsewhere');
    const { rows } = await t.fresh.owner.query('select 1 from platform.facts where matter_id = $1 union all select 1 from platform.data_keys where owner_id = $1', [draft.draftId]);
    expect(rows).toEqual([]);
  });

  it('filing and throwing away at once: one of them is done, and where it was filed every file is there', async () => {
    const { client } = await t.somebody();
    for (let n = 0; n < 4; n += 1) {
      const draft = await t.completeDraft(client);
      const params = { draftId: draft.draftId };
      const [filed, gone] = await Promise.all([client.call(wire.fileDraft, { params, body: { commandId: randomUUID() } }), client.call(wire.discardDraft, { params })]);
      expect([filed.status === 201, gone.status === 204].filter(Boolean), `${filed.text} ${gone.text}`).toHaveLength(1);
      if (filed.status !== 201) continue;
      for (const file of (await view(client, draft.draftId)).materials.flatMap((material) => material.files)) {
        expect((await client.call(wire.getMatterFile, { params: { matterId: draft.draftId, fileId: file.fileId } })).status).toBe(200);
      }
    }
  });

  it('two clicks with two command ids make one matter', async () => {
    const { client } = await t.somebody();
    const { draftId } = await t.completeDraft(client);
    const answers = await Promise.all([1, 2].map(() => client.call(wire.fileDraft, { params: { draftId }, body: { commandId: randomUUID() } })));
    expect(answers.map((answer) => answer.status)).toEqual([201, 201]);
    expect(answers[0]?.reply.number).toBe(answers[1]?.reply.number);
  });
});
