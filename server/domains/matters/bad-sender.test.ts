import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as wire from '../../../contract/matters.ts';
import { act, allowanceOffice, answers, community, form, fromCity, hall, item, paper, seen, view, type AllowanceOffice } from '../../testing/allowance-office.ts';

let t: AllowanceOffice;
beforeAll(async () => {
  t = await allowanceOffice();
});
afterAll(() => t.drop());

describe('what the sender says of himself and of his files is not believed', () => {
  it('a file of a supplement has the type and size it has in the vault, whatever the sender calls it', async () => {
    const { partyId, client } = await t.somebody();
    const matterId = await t.filedAtWindow(partyId);
    const first = await view(t.clerk, matterId);
    await t.clerk.good(wire.requestCorrection, { params: { matterId }, body: { ...act(first), defects: [{ about: 'material', code: 'identity_card', fault: 'unreadable', words: '' }] } });
    const { reply: kept } = await client.upload(wire.supplementFile, { matterId }, { name: '身份证.pdf', content: paper('真') });
    const asked = await view(client, matterId);
    const disguised = { ...kept, mediaType: 'text/html', sizeBytes: 1, name: '../../证件\u202efdp.html' };
    await client.good(wire.supplementMatter, { params: { matterId }, body: { ...act(asked), form, materials: [{ materialCode: 'identity_card', form: 'uploaded', files: [disguised] }] } });
    const file = (await view(t.clerk, matterId)).materials.find((one) => one.materialCode === 'identity_card')?.files[0];
    expect(file).toEqual({ ...kept, name: '证件fdp.html' });
    const shown = await t.clerk.call(wire.getMatterFile, { params: { matterId, fileId: kept.fileId } });
    expect([shown.status, shown.headers['content-type']]).toEqual([200, 'application/pdf']);
  });

  it('more files than anybody hands in, and files of somebody else, are refused before anything is looked for', async () => {
    const { partyId, client } = await t.somebody();
    const matterId = await t.filedAtWindow(partyId);
    await t.clerk.good(wire.requestCorrection, { params: { matterId }, body: { ...act(await view(t.clerk, matterId)), defects: [{ about: 'material', code: 'identity_card', fault: 'missing', words: '' }] } });
    const file = (n: number) => ({ fileId: n.toString(16).padStart(64, '0'), name: 'x', mediaType: 'application/pdf', sizeBytes: 1 });
    const send = async (files: ReturnType<typeof file>[]) => client.refused(wire.supplementMatter, { params: { matterId }, body: { ...act(await view(client, matterId)), form, materials: [{ materialCode: 'identity_card', form: 'uploaded', files }] } });
    expect(await send(Array.from({ length: 61 }, (_, n) => file(n)))).toMatchObject({ code: 'matter.too_many_files', params: { most: 60 } });
    expect((await send([file(1)])).code).toBe('matter.file_unknown');
  });

  it('an applicant whom nobody registered is refused, in a draft and in a filing, and leaves no matter', async () => {
    const partyId = randomUUID();
    expect((await t.clerk.refused(wire.openDraft, { body: { ...item, hall, partyId } })).code).toBe('matter.applicant_unknown');
    const filed = await t.clerk.refused(wire.fileMatter, { body: { commandId: randomUUID(), ...item, partyId, hall, areaUnit: community, answers, form, materials: [...seen, fromCity] } });
    expect(filed).toMatchObject({ code: 'matter.applicant_unknown', errors: [{ pointer: '/partyId' }] });
  });

  it('a material named twice is given once, as said last', async () => {
    const { partyId } = await t.somebody();
    const { matterId } = await t.clerk.good(wire.fileMatter, { body: { commandId: randomUUID(), ...item, partyId, hall, areaUnit: community, answers, form, materials: [...seen, ...seen, fromCity] } });
    expect((await view(t.clerk, matterId)).materials.map((one) => one.materialCode)).toEqual(['application_form', 'identity_card', 'household_register']);
    const { rows } = await t.fresh.owner.query<{ given: number }>(`select jsonb_array_length(state -> 'materials')::int as given from matters.matters where matter_id = $1`, [matterId]);
    expect(rows).toEqual([{ given: 3 }]);
  });

  it('a resident has at most fifty drafts, and may begin another once one is gone', async () => {
    const { client } = await t.somebody();
    const open = () => client.call(wire.openDraft, { body: item });
    const drafts = await Promise.all(Array.from({ length: 50 }, open));
    expect(drafts.map((one) => one.status)).toEqual(Array.from({ length: 50 }, () => 201));
    expect((await open()).problem).toMatchObject({ code: 'drafts.too_many', status: 429, params: { most: 50 } });
    await client.good(wire.discardDraft, { params: { draftId: drafts[0]?.reply.draftId ?? '' } });
    expect((await open()).status).toBe(201);
  });

  it('a clerk who no longer holds the post at a hall does not file what he began there', async () => {
    const { partyId } = await t.somebody();
    const leaving = await t.staff('leaving', [{ institution: hall, role: 'window_clerk' }, { institution: 'YM-440303-hall', role: 'window_clerk' }]);
    const draft = await leaving.client.good(wire.openDraft, { body: { ...item, hall, partyId } });
    await t.fresh.owner.query('update people.posts set to_at = clock_timestamp() where staff_id = $1 and institution = $2', [leaving.staffId, hall]);
    const after = await t.as({ staffId: leaving.staffId });
    expect((await after.refused(wire.fileDraft, { params: { draftId: draft.draftId }, body: { commandId: randomUUID() } })).code).toBe('drafts.unknown');
  });
});
