import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Endpoint } from '../../../contract/endpoint.ts';
import * as wire from '../../../contract/matters.ts';
import type { Client } from '../../testing/app.ts';
import { allowanceOffice, answers, form, hall, openLink, paper, view, type AllowanceOffice } from '../../testing/allowance-office.ts';

let t: AllowanceOffice;
let strangers: readonly (readonly [string, Client])[];
let params: Record<string, string>;
let draftId: string;
beforeAll(async () => {
  t = await allowanceOffice();
  const owner = await t.somebody();
  const draft = await t.completeDraft(owner.client);
  const { matterId } = await owner.client.good(wire.fileDraft, { params: { draftId: draft.draftId }, body: { commandId: randomUUID() } });
  await t.accepted(matterId);
  const matter = await view(t.clerk, matterId);
  ({ draftId } = await t.completeDraft(owner.client));
  const own = await owner.client.good(wire.getDraft, { params: { draftId } });
  params = {
    ...openLink(matter), draftId, proposalId: randomUUID(), paper: 'receipt', materialCode: 'identity_card',
    fileId: own.materials.flatMap((one) => one.files)[0]?.fileId ?? '', matterFileId: matter.materials.flatMap((one) => one.files)[0]?.fileId ?? '',
  };
  strangers = [
    ['another resident', (await t.somebody()).client],
    ['a clerk of another hall', (await t.staff('elsewhere', [{ institution: 'YM-440304-hall', role: 'window_clerk' }])).client],
    ['an officer of another bureau', (await t.staff('other', [{ institution: 'YM-440304-civil_affairs', role: 'officer' }, { institution: 'YM-440304-civil_affairs', role: 'approver' }])).client],
    ['a supervisor of another district', (await t.staff('watching', [{ institution: 'YM-440304-civil_affairs', role: 'supervisor' }])).client],
    ['an administrator', (await t.staff('admin', [{ institution: hall, role: 'administrator' }])).client],
  ];
});
afterAll(() => t.drop());

const isEndpoint = (value: unknown): value is Endpoint => typeof value === 'object' && value !== null && 'method' in value && 'path' in value;
const shapes: readonly unknown[] = Object.values(wire);
const ofObjects = shapes.filter(isEndpoint).filter((one) => /:(draftId|matterId)/.test(one.path));

const body = {
  commandId: randomUUID(), seenSeq: 1, version: 1, ground: 'not_required', words: '好', opinion: '好', finding: 'passed', outcome: 'granted', form, answers, materials: [], how: 'counter',
  act: { type: 'extend', document: '延〔2026〕1号', byWorkingDays: 3 },
  defects: [{ about: 'material', code: 'identity_card', fault: 'missing', words: '' }],
} as const;
/** What was deferred is handed in with at least one paper. */
const handedIn = { ...body, materials: [{ materialCode: 'identity_card', form: 'seen_at_window', files: [] }] };

describe('by an id alone nobody reads or does anything (TM-01)', () => {
  it('every address with a matter or a draft in it answers a stranger as it answers for an id that nobody has', async () => {
    expect(ofObjects.length).toBeGreaterThan(20);
    for (const endpoint of ofObjects) {
      const names = Object.keys((endpoint.body as { properties?: object } | undefined)?.properties ?? {});
      const sent = endpoint.body ? { body: Object.fromEntries(Object.entries(endpoint === wire.handInDeferred ? handedIn : body).filter(([name]) => names.includes(name))) } : {};
      const known = endpoint.path.includes(':matterId') ? { ...params, fileId: params.matterFileId } : params;
      const unknown = { ...known, matterId: randomUUID(), draftId: randomUUID() };
      for (const [who, client] of strangers) {
        const ask = async (of: object) => {
          const answer = endpoint.upload ? await client.upload(endpoint, of as never, { name: 'a.pdf', content: paper() }) : await client.call(endpoint, { params: of, ...sent } as never);
          return [answer.status, answer.problem?.code, answer.problem?.title];
        };
        const [theirs, nobodys] = [await ask(known), await ask(unknown)];
        expect(theirs, `${endpoint.id} by ${who}`).toEqual(nobodys);
        expect(theirs[0], `${endpoint.id} by ${who}`).toBe(404);
      }
    }
  });

  it('and the draft and the matter stand as they stood', async () => {
    const { rows } = await t.fresh.owner.query<{ seq: number; version: number }>('select m.seq, d.version from matters.matters m, matters.drafts d where m.matter_id = $1 and d.draft_id = $2', [params.matterId, draftId]);
    expect(rows).toEqual([{ seq: 3, version: 4 }]);
  });
});
