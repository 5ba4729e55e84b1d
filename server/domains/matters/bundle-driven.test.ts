import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Item } from '../../../contract/catalogue.ts';
import * as wire from '../../../contract/matters.ts';
import type { MatterView, PartView } from '../../../contract/matters.ts';
import { act, allowanceOffice, answers, bureau, community, form, fromCity, hall, paper, seen, view, type AllowanceOffice } from '../../testing/allowance-office.ts';
import type { Client } from '../../testing/app.ts';
import { bundleOf, callingAll, corpusProcess, handlingItemOf, publishItems } from '../../testing/given-flow.ts';

const newborn = 'YM-98-0010-01';
const atOnce = 'YM-98-0011-01';
const faulty = 'YM-98-0012-01';
const [birth, household, insurance, never] = ['YM-98-0021-01', 'YM-98-0022-01', 'YM-98-0023-01', 'YM-98-0024-01'];
const three = [{ element: 'birth', taskCode: birth, required: true }, { element: 'household', taskCode: household, required: true, after: ['birth'] }, { element: 'insurance', taskCode: insurance, required: false, after: ['birth'] }];
const oneAfterOther = corpusProcess('newborn-together')
  .replace('process-tell-of-birth', `item:${handlingItemOf(birth)}`).replace('process-household-entry', `item:${handlingItemOf(household)}`).replace('process-insurance-entry', `item:${handlingItemOf(insurance)}`);

const [later, laterBirth] = ['YM-98-0013-01', 'YM-98-0025-01'];
const cardMayComeLater = (item: Item): Item => ({
  ...item,
  handling_items: item.handling_items.map((one) => ({ ...one, materials: one.materials.map((material) => (material.material_code === 'identity_card' ? { ...material, is_need: 'deferrable' as const } : material)) })),
});

// Each is a story of many commands and jobs.
vi.setConfig({ testTimeout: 300_000 });

let t: AllowanceOffice;
beforeAll(async () => {
  t = await allowanceOffice({
    arrange: (fresh) => publishItems(fresh, [
      { taskCode: birth, process: 'tell-of-birth', bpmn: corpusProcess('tell-of-birth') },
      { taskCode: household, process: 'household-entry', bpmn: corpusProcess('household-entry') },
      { taskCode: insurance, process: 'insurance-entry', bpmn: corpusProcess('insurance-entry') },
      { taskCode: never, process: 'household-entry', bpmn: corpusProcess('household-entry'), change: (item) => ({ ...item, implementation_item: { ...item.implementation_item, task_state: 'suspended' as const } }) },
      { taskCode: newborn, process: 'newborn-together', bpmn: oneAfterOther, change: bundleOf(three) },
      { taskCode: atOnce, process: 'at-once', bpmn: callingAll('at-once', { birth: handlingItemOf(birth), insurance: handlingItemOf(insurance) }), change: bundleOf([three[0] ?? never0, three[2] ?? never0]) },
      { taskCode: laterBirth, process: 'tell-of-birth', bpmn: corpusProcess('tell-of-birth'), change: cardMayComeLater },
      { taskCode: later, process: 'later', bpmn: callingAll('later', { birth: handlingItemOf(laterBirth) }), change: (item) => bundleOf([{ element: 'birth', taskCode: laterBirth, required: true }])(cardMayComeLater(item)) },
      { taskCode: faulty, process: 'with-never', bpmn: callingAll('with-never', { household: handlingItemOf(household), never: handlingItemOf(never) }), change: bundleOf([three[1] ?? never0, { element: 'never', taskCode: never, required: true }]) },
    ]),
  });
});
const never0 = { element: 'never', taskCode: never, required: true };
afterAll(() => t.drop());

const part = (matter: MatterView, element: string): PartView & { readonly matterId: string } => {
  const found = matter.parts.find((one) => one.element === element);
  if (!found) throw new Error(`no part ${element}`);
  return { ...found, matterId: found.matterId ?? '' };
};
/** Filed at the window and accepted, its calls carried out. */
async function accepted(taskCode: string): Promise<{ readonly matterId: string; readonly client: Client; readonly partyId: string }> {
  const { partyId, client } = await t.somebody();
  const body = { commandId: randomUUID(), taskCode, handlingItem: handlingItemOf(taskCode), partyId, hall, areaUnit: community, answers, form, materials: [...seen, fromCity] };
  const { matterId } = await t.clerk.good(wire.fileMatter, { body });
  await t.accepted(matterId);
  await t.work();
  return { matterId, client, partyId };
}
/** Claims the open link of a part and ends it. */
async function ended(client: Client, matterId: string, ending: { readonly finding: 'passed' } | { readonly outcome: 'granted' | 'refused' }): Promise<void> {
  const matter = await view(client, matterId);
  const params = { matterId, linkId: matter.links.find((link) => link.doneAt === null)?.linkId ?? '' };
  const { matter: mine } = await client.good(wire.claimLink, { params, body: act(matter) });
  if ('finding' in ending) await client.good(wire.recordFinding, { params, body: { ...act(mine), ...ending, opinion: '已核' } });
  else await client.good(wire.proposeDecision, { params, body: { ...act(mine), ...ending, opinion: '已核' } });
  await t.work();
}
const kindsOf = async (matterId: string): Promise<readonly string[]> => ((await t.app.matters.facts(matterId))?.facts ?? []).map((fact) => fact.kind);
const unfinished = async () => (await t.fresh.owner.query('select kind, last_error from platform.jobs')).rows;

describe('A bundle of three items, the second and third after the first', () => {
  let bundle: Awaited<ReturnType<typeof accepted>>;
  let birthId = '';

  it('is accepted once; its first item is then a matter of its own office, filed and accepted in one, with a number behind the bundle’s', async () => {
    bundle = await accepted(newborn);
    const matter = await view(t.clerk, bundle.matterId);
    expect(matter.parts.map((one) => [one.element, one.status, one.outcome])).toEqual([['birth', 'accepted', null], ['household', 'not_begun', null], ['insurance', 'not_begun', null]]);
    birthId = part(matter, 'birth').matterId;
    expect(await kindsOf(birthId)).toEqual(['matter_filed', 'matter_accepted', 'link_opened']);
    const own = await view(t.officer, birthId);
    expect(own).toMatchObject({ number: `${matter.number}-1`, parent: { matterId: bundle.matterId, number: matter.number, itemName: { en: newborn } }, form, answers, parts: [] });
    expect(own.links.map((link) => link.institution)).toEqual([bureau]);
    expect(own.dues.every((due) => due.limit !== 'service')).toBe(true);
  });

  it('stands in the office’s list with the bundle’s name and number; the applicant’s list and the public look-up know the bundle alone', async () => {
    const { rows } = await t.officer.good(wire.getWorklist, { query: {} });
    expect(rows.filter((row) => row.matterId === birthId).map((row) => row.parent?.number)).toEqual([(await view(t.clerk, bundle.matterId)).number]);
    const mine = await bundle.client.good(wire.myMatters, {});
    expect(mine.matters.map((row) => row.matterId)).toEqual([bundle.matterId]);
    const own = await view(bundle.client, birthId);
    expect((await (await t.as('anonymous')).refused(wire.getProgress, { query: { number: own.number, code: own.checkCode ?? '' } })).code).toBe('progress.unknown');
  });

  it('goes on when the first is granted: the others begin, and one that waits for its message hears what was said before it was there', async () => {
    await ended(t.officer, birthId, { outcome: 'granted' });
    expect((await kindsOf(birthId)).slice(4)).toEqual(['link_completed', 'message_sent', 'decision_made', 'matter_completed', 'result_paper_made']);
    const matter = await view(t.clerk, bundle.matterId);
    expect(matter.parts.map((one) => [one.element, one.status, one.outcome])).toEqual([['birth', 'completed', 'granted'], ['household', 'accepted', null], ['insurance', 'accepted', null]]);
    expect(await kindsOf(part(matter, 'insurance').matterId)).toEqual(['matter_filed', 'matter_accepted', 'flow_moved', 'link_opened']);
  });

  it('is refused when a required item was, has one outcome as each item has, and tells and delivers once', async () => {
    const before = await view(t.clerk, bundle.matterId);
    await ended(t.clerk, part(before, 'insurance').matterId, { outcome: 'granted' });
    expect((await view(t.clerk, bundle.matterId)).status).toBe('accepted');
    await ended(t.reviewer, part(before, 'household').matterId, { finding: 'passed' });
    await ended(t.officer, part(before, 'household').matterId, { outcome: 'refused' });
    const after = await view(t.clerk, bundle.matterId);
    expect(after).toMatchObject({ status: 'completed', outcome: 'refused', delivery: 'in_person' });
    expect(after.parts.map((one) => one.outcome)).toEqual(['granted', 'refused', 'granted']);
    for (const matterId of [bundle.matterId, ...after.parts.map((one) => one.matterId ?? '')]) expect((await kindsOf(matterId)).filter((kind) => kind === 'decision_made')).toEqual(['decision_made']);
    const parts = await Promise.all(after.parts.map((one) => view(t.clerk, one.matterId ?? '')));
    expect(parts.map((one) => [one.delivery, one.deliveredAt !== null])).toEqual([[null, true], [null, true], [null, true]]);
    const { messages } = await bundle.client.good(wire.myMessages, {});
    expect(messages.map((one) => [one.template, one.matterId]).reverse()).toEqual([['sms.filed', bundle.matterId], ['sms.accepted', bundle.matterId], ['sms.result_ready', bundle.matterId]]);
    expect((await t.fresh.owner.query('select 1 from evaluations.invitations where matter_id = any($1)', [after.parts.map((one) => one.matterId)])).rowCount).toBe(0);
    expect(await unfinished()).toEqual([]);
  });
});

describe('Two items of a bundle at once', () => {
  it('send each other messages: one waits for what the other has done', async () => {
    const { matterId } = await accepted(atOnce);
    const matter = await view(t.clerk, matterId);
    const waiting = part(matter, 'insurance').matterId;
    expect((await view(t.clerk, waiting)).links).toEqual([]);
    await ended(t.officer, part(matter, 'birth').matterId, { outcome: 'granted' });
    expect((await view(t.clerk, waiting)).links.map((link) => link.element)).toEqual(['decide']);
    await ended(t.clerk, waiting, { outcome: 'refused' });
    // Only the birth is required.
    expect(await view(t.clerk, matterId)).toMatchObject({ status: 'completed', outcome: 'granted' });
  });

  it('are withdrawn with their bundle', async () => {
    const { matterId, client } = await accepted(atOnce);
    await client.good(wire.withdrawMatter, { params: { matterId }, body: act(await view(client, matterId)) });
    await t.work();
    expect((await view(client, matterId)).parts.map((one) => one.status)).toEqual(['withdrawn', 'withdrawn']);
    expect(await unfinished()).toEqual([]);
  });

  it('one of them withdrawn by the applicant alone counts as stopped, and the bundle goes on', async () => {
    const { matterId, client } = await accepted(atOnce);
    const insured = part(await view(client, matterId), 'insurance').matterId;
    await client.good(wire.withdrawMatter, { params: { matterId: insured }, body: act(await view(client, insured)) });
    await t.work();
    await ended(t.officer, part(await view(client, matterId), 'birth').matterId, { outcome: 'granted' });
    const after = await view(client, matterId);
    expect(after).toMatchObject({ status: 'completed', outcome: 'granted' });
    expect(after.parts.map((one) => [one.status, one.outcome])).toEqual([['completed', 'granted'], ['withdrawn', 'stopped']]);
  });
});

describe('An item that cannot be filed', () => {
  it('stops at once, says why to the office, and the bundle does not wait for it', async () => {
    const { matterId, client } = await accepted(faulty);
    const matter = await view(t.clerk, matterId);
    expect(part(matter, 'never')).toMatchObject({ matterId: '', status: 'stopped', outcome: 'stopped', why: { code: 'matter.item_not_in_force', pointers: [] } });
    expect(part(await view(client, matterId), 'never').why).toBeNull();
    await ended(t.reviewer, part(matter, 'household').matterId, { finding: 'passed' });
    await ended(t.officer, part(matter, 'household').matterId, { outcome: 'granted' });
    expect(await view(t.clerk, matterId)).toMatchObject({ status: 'completed', outcome: 'refused' });
    expect(await unfinished()).toEqual([]);
  });
});

describe('Papers of a bundle', () => {
  it('go to each item under a key of its own: its office opens them there, and not in the bundle', async () => {
    const { client } = await t.somebody();
    const draft = await client.good(wire.openDraft, { body: { taskCode: newborn, handlingItem: handlingItemOf(newborn) } });
    const params = { draftId: draft.draftId };
    await client.good(wire.saveDraft, { params, body: { version: draft.version, areaUnit: community, answers, form, materials: [fromCity] } });
    for (const materialCode of ['application_form', 'identity_card']) {
      const kept = await client.upload(wire.attachFile, { ...params, materialCode }, { name: `${materialCode}.pdf`, content: paper(materialCode) });
      expect(kept.status).toBe(201);
    }
    const { matterId } = await client.good(wire.fileDraft, { params, body: { commandId: randomUUID() } });
    await t.accepted(matterId);
    await t.work();
    const whole = await view(client, matterId);
    const own = await view(t.officer, part(whole, 'birth').matterId);
    expect(own.materials.map((one) => [one.materialCode, one.form, one.grade])).toEqual(whole.materials.map((one) => [one.materialCode, one.form, one.grade]));
    const file = own.materials.flatMap((one) => one.files).find((one) => one.name === 'identity_card.pdf');
    const fileId = file?.fileId ?? '';
    const opened = await t.officer.call(wire.getMatterFile, { params: { matterId: own.matterId, fileId } });
    expect([opened.status, opened.bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
    // Where the part is another department's, as here for the street of another office, the bundle itself stays shut.
    expect((await t.reviewer.call(wire.getMatterFile, { params: { matterId, fileId } })).status).toBe(404);
    const { rows } = await t.fresh.owner.query<{ keys: number }>('select count(distinct wrapped)::int as keys from platform.data_keys where owner_id = any($1)', [[matterId, own.matterId]]);
    expect(rows[0]?.keys).toBe(2);
  });

  it('that were to come later are handed in once, on the bundle, and go on to the item that waits for them', async () => {
    const { partyId, client } = await t.somebody();
    const body = { commandId: randomUUID(), taskCode: later, handlingItem: handlingItemOf(later), partyId, hall, areaUnit: community, answers, form, materials: [...seen.filter((one) => one.materialCode !== 'identity_card'), fromCity] };
    const { matterId } = await t.clerk.good(wire.fileMatter, { body });
    await t.accepted(matterId);
    await t.work();
    const partId = part(await view(client, matterId), 'birth').matterId;
    const cardOf = async (id: string) => (await view(client, id)).materials.find((one) => one.materialCode === 'identity_card');
    expect([(await cardOf(matterId))?.form, (await cardOf(partId))?.form]).toEqual(['deferred', 'deferred']);
    const { reply: file } = await client.upload(wire.supplementFile, { matterId }, { name: 'card.pdf', content: paper('card') });
    await client.good(wire.handInDeferred, { params: { matterId }, body: { ...act(await view(client, matterId)), materials: [{ materialCode: 'identity_card', form: 'uploaded', files: [file] }] } });
    await t.work();
    expect(await cardOf(partId)).toMatchObject({ form: 'uploaded', files: [{ fileId: file.fileId, name: 'card.pdf' }] });
    expect((await t.officer.call(wire.getMatterFile, { params: { matterId: partId, fileId: file.fileId } })).status).toBe(200);
    await ended(t.officer, partId, { outcome: 'granted' });
    expect(await view(client, matterId)).toMatchObject({ status: 'completed', outcome: 'granted' });
    expect(await unfinished()).toEqual([]);
  });
});
