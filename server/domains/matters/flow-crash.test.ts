import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as wire from '../../../contract/matters.ts';
import { act, allowanceOffice, answers, community, form, fromCity, paper, view, type AllowanceOffice } from '../../testing/allowance-office.ts';
import type { Client } from '../../testing/app.ts';
import { bundleOf, callingAll, corpusProcess, handlingItemOf, publishItems } from '../../testing/given-flow.ts';
import { shenzhen } from '../../testing/given-matter.ts';
import { virtualTime, type VirtualTime } from '../../testing/virtual-time.ts';
import type { Matter, MatterFact } from './matter.ts';

const bundle = 'YM-98-0030-01';
const [birth, waiting, never] = ['YM-98-0031-01', 'YM-98-0032-01', 'YM-98-0033-01'];

class PowerCut extends Error {}

/** Where the power is cut: before a command is decided, or right after it is committed; `left` is how many of these moments still pass. */
const cuts = { armed: false, left: 0, fell: 0, before: 0, after: 0 };
function mayFall(where: 'before' | 'after'): void {
  if (!cuts.armed) return;
  cuts.left -= 1;
  if (cuts.left > 0) return;
  // Each time one moment later than the last, so that every moment of every job has its turn and something is done in between.
  cuts.fell += 1;
  cuts.left = 1 + cuts.fell;
  cuts[where] += 1;
  throw new PowerCut(where);
}

const plain = virtualTime(shenzhen('2026-11-23', '09:30:00.000'));
const time: VirtualTime = { ...plain, clock: { ...plain.clock, now: () => { mayFall('before'); return plain.clock.now(); } } };

let t: AllowanceOffice;
beforeAll(async () => {
  t = await allowanceOffice({
    time,
    arrange: (fresh) => publishItems(fresh, [
      { taskCode: birth, process: 'tell-of-birth', bpmn: corpusProcess('tell-of-birth') },
      { taskCode: waiting, process: 'insurance-entry', bpmn: corpusProcess('insurance-entry') },
      { taskCode: never, process: 'household-entry', bpmn: corpusProcess('household-entry'), change: (item) => ({ ...item, implementation_item: { ...item.implementation_item, task_state: 'suspended' as const } }) },
      { taskCode: bundle, process: 'crash', bpmn: callingAll('crash', { birth: handlingItemOf(birth), waiting: handlingItemOf(waiting), never: handlingItemOf(never) }),
        change: bundleOf([{ element: 'birth', taskCode: birth, required: true }, { element: 'waiting', taskCode: waiting, required: true }, { element: 'never', taskCode: never, required: false }]) },
    ]),
  });
  // A wake-up follows every commit of a job: here the power is cut right after it, before the job is known to be done.
  const { jobs } = t.app;
  const wake = jobs.wake;
  Object.assign(jobs, { wake: () => { mayFall('after'); wake(); } });
});
afterAll(() => t.drop());

/** Runs all jobs; what the power cut off comes again at once, until nothing is left. */
async function work(): Promise<void> {
  for (let round = 0; round < 200; round += 1) {
    await t.app.jobs.drain();
    const { rowCount } = await t.fresh.owner.query(`update platform.jobs set run_at = clock_timestamp(), attempts = 0`);
    if (rowCount === 0) return;
  }
  throw new Error(`jobs that never end: ${JSON.stringify((await t.fresh.owner.query('select kind, last_error from platform.jobs')).rows)}`);
}

async function decided(client: Client, matterId: string, outcome: 'granted' | 'refused'): Promise<void> {
  const matter = await view(client, matterId);
  const params = { matterId, linkId: matter.links.find((link) => link.doneAt === null)?.linkId ?? '' };
  const { matter: mine } = await client.good(wire.claimLink, { params, body: act(matter) });
  await client.good(wire.proposeDecision, { params, body: { ...act(mine), outcome, opinion: '已核' } });
}

/** The whole story of a bundle with papers; the power is cut only while jobs run. */
async function story(cutting: boolean, ending: 'decided' | 'withdrawn'): Promise<readonly unknown[]> {
  const jobsOnly = async (): Promise<void> => {
    cuts.armed = cutting;
    await work().finally(() => (cuts.armed = false));
  };
  const { client } = await t.somebody();
  const draft = await client.good(wire.openDraft, { body: { taskCode: bundle, handlingItem: handlingItemOf(bundle) } });
  const params = { draftId: draft.draftId };
  await client.good(wire.saveDraft, { params, body: { version: draft.version, areaUnit: community, answers, form, materials: [fromCity] } });
  for (const materialCode of ['application_form', 'identity_card']) await client.upload(wire.attachFile, { ...params, materialCode }, { name: `${materialCode}.pdf`, content: paper(materialCode) });
  const { matterId } = await client.good(wire.fileDraft, { params, body: { commandId: randomUUID() } });
  await t.accepted(matterId);
  await jobsOnly();
  const part = async (element: string): Promise<string> => (await view(client, matterId)).parts.find((one) => one.element === element)?.matterId ?? '';
  if (ending === 'withdrawn') await client.good(wire.withdrawMatter, { params: { matterId }, body: act(await view(client, matterId)) });
  else {
    await decided(t.officer, await part('birth'), 'granted');
    await jobsOnly();
    await decided(t.clerk, await part('waiting'), 'refused');
  }
  await jobsOnly();
  const ids = [matterId, await part('birth'), await part('waiting')];
  const told = await Promise.all(ids.map((id) => t.app.matters.facts(id)));
  return told.map((one, at) => withoutIds(one, ids, at));
}

/** The facts without what is new in every story: ids, numbers, salted commitments, and the sizes and hashes of papers. */
function withoutIds(told: { readonly state: Matter; readonly facts: readonly MatterFact[] } | undefined, ids: readonly string[], at: number): unknown {
  let text = JSON.stringify([told?.state.status, told?.state.outcome, told?.facts.map((fact) => ({ kind: fact.kind, by: fact.by, content: fact.content }))]);
  ids.forEach((id, index) => (text = text.replaceAll(id, `matter-${index}`)));
  const same = text.replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id').replace(/[0-9a-f]{64}/g, 'hash').replace(/"\d{12}-\d{8}-\d{5}/g, '"number').replace(/"sizeBytes":\d+/g, '"sizeBytes":0');
  return { at, story: JSON.parse(same) as unknown };
}

describe('The power is cut again and again while jobs carry out what processes set going', () => {
  for (const ending of ['decided', 'withdrawn'] as const) {
    it(`a bundle that is ${ending} has the same facts as without: nothing is lost, nothing counts twice`, async () => {
      const calm = await story(false, ending);
      const seen = { before: 0, after: 0 };
      for (const first of [1, 3]) {
        Object.assign(cuts, { left: first, fell: 0, before: 0, after: 0 });
        expect(await story(true, ending)).toEqual(calm);
        seen.before += cuts.before;
        seen.after += cuts.after;
      }
      expect(seen.before, 'cut before commits').toBeGreaterThan(5);
      expect(seen.after, 'cut after commits').toBeGreaterThan(0);
    });
  }
});
