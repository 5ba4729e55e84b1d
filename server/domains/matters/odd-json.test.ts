import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as items from '../../../contract/items.ts';
import * as matters from '../../../contract/matters.ts';
import * as people from '../../../contract/people.ts';
import * as units from '../../../contract/units.ts';
import type { Endpoint } from '../../../contract/endpoint.ts';
import { faultsOfChain } from '../../platform/ledger/chain.ts';
import { addressOf, type Client } from '../../testing/app.ts';
import { allowanceOffice, answers, community, form, fromCity, hall, item, seen, view, type AllowanceOffice } from '../../testing/allowance-office.ts';
import { readMatterFile } from './store.ts';

let t: AllowanceOffice;
let resident: Client;
let partyId: string;
let matterId: string;
let draftId: string;
beforeAll(async () => {
  t = await allowanceOffice();
  ({ client: resident, partyId } = await t.somebody());
  matterId = await t.filedAtWindow(partyId);
  draftId = (await resident.good(matters.openDraft, { body: item })).draftId;
});
afterAll(() => t.drop());

const isEndpoint = (value: unknown): value is Endpoint => typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'id' in value;
const endpoints = [matters, people, items, units].flatMap((module) => Object.values(module).filter(isEndpoint));

/** Values that nobody means: of the wrong type, absurdly large or deep, turned, hidden, or with names that mean something to a program. */
const deep = (levels: number): unknown => (levels === 0 ? 'x' : { a: deep(levels - 1) });
const odd: readonly unknown[] = [null, true, 0, -1, 1e308, 9_007_199_254_740_993, '', ' ', '\u202e文', '😀'.repeat(30), "'; drop table platform.facts; --", '%_\\', '𠀀', [], [[]], {}, { constructor: 1, toString: 'x', hasOwnProperty: 2 }, deep(200), 'a'.repeat(5_000), '2026-02-30', '00000000-0000-0000-0000-000000000000'];

const good = (name: string): unknown =>
  ({
    commandId: randomUUID(), seenSeq: 1, version: 1, ...item, partyId, hall, areaUnit: community, answers, form, materials: [...seen, fromCity], organisation: null, ground: 'not_required', words: '好',
    opinion: '好', finding: 'passed', outcome: 'granted', defects: [{ about: 'material', code: 'identity_card', fault: 'missing', words: '' }], code: '123456', number: '1', phone: '+8615400000001', language: 'en',
    name: '某', login: 'somebody', password: 'a long test password', token: 'x'.repeat(43), posts: [{ institution: hall, role: 'officer' }],
  })[name];

const paramsOf = (endpoint: Endpoint): Record<string, string> =>
  Object.fromEntries([...endpoint.path.matchAll(/:(\w+)/g)].map(([, name = '']) => [name, { matterId, draftId, linkId: 'review-1', taskCode: item.taskCode, handlingItem: item.handlingItem, fileId: '0'.repeat(64), paper: 'receipt', code: community, signInId: randomUUID(), materialCode: 'identity_card', resultNumber: 'x' }[name] ?? 'x']));

describe('input that nobody means', () => {
  it('is refused with a code and a sentence, never with a fault of ours: each field of each act', async () => {
    const nobody = await t.as('anonymous');
    const faults: string[] = [];
    for (const endpoint of endpoints.filter((one) => one.body !== undefined)) {
      const names = Object.keys((endpoint.body as { properties?: object } | undefined)?.properties ?? {});
      for (const name of names) {
        for (const value of odd) {
          const body = { ...Object.fromEntries(names.map((one) => [one, good(one)])), [name]: value };
          for (const client of endpoint.tag === 'staff' ? [nobody] : [resident, t.clerk]) {
            const answer = await client.call(endpoint, { params: paramsOf(endpoint), body } as never);
            if (answer.status >= 500 && answer.problem.code !== 'sign_in.messages_down') faults.push(`${endpoint.id} ${name} ${JSON.stringify(value).slice(0, 60)} ${answer.text}`);
          }
        }
      }
    }
    expect(faults).toEqual([]);
  });

  it('in maps too: names and values of answers and form fields', async () => {
    const faults: string[] = [];
    for (const value of odd) {
      for (const [place, name] of [['form', 'address_line'], ['form', 'for_other'], ['form', 'constructor'], ['form', 'toString'], ['answers', 'age'], ['answers', 'constructor'], ['form', 'nobody']] as const) {
        const filled = { form: { ...form }, answers: { ...answers } } as { form: Record<string, unknown>; answers: Record<string, unknown> };
        filled[place][name] = value;
        const bodies = { commandId: randomUUID(), ...item, partyId, hall, areaUnit: community, ...filled, materials: [...seen, fromCity] };
        const now = (await resident.call(matters.getDraft, { params: { draftId } })).reply;
        for (const answer of [
          await t.clerk.call(matters.fileMatter, { body: bodies as never }),
          await resident.call(matters.saveDraft, { params: { draftId }, body: { version: now.version, ...filled } as never }),
          await resident.call(matters.checkDraft, { params: { draftId } }),
          await resident.call(items.checkSituation, { params: item, query: {}, body: { answers: filled.answers } as never }),
        ]) if (answer.status >= 500) faults.push(`${place}.${name} ${JSON.stringify(value).slice(0, 60)} ${answer.text}`);
      }
    }
    expect(faults).toEqual([]);
  });

  it('in addresses: each parameter and each question of each look', async () => {
    const faults: string[] = [];
    const texts = ['', '%00', '%ff', '..%2f..', '%F0%9F%98%80', 'constructor', '__proto__', "'", '%25', 'a'.repeat(190), '-1', '1e9', '%20', '%E2%80%AE'];
    for (const endpoint of endpoints.filter((one) => one.method === 'GET')) {
      const names = [...endpoint.path.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
      const asked = Object.keys((endpoint.query as { properties?: object } | undefined)?.properties ?? {});
      for (const text of texts) {
        const urls = [
          ...names.map((name) => addressOf(endpoint, { params: paramsOf(endpoint) }).replace(encodeURIComponent(paramsOf(endpoint)[name] ?? ''), text)),
          ...asked.map((name) => `${addressOf(endpoint, { params: paramsOf(endpoint) })}?${asked.filter((one) => one !== name).map((one) => `${one}=x&`).join('')}${name}=${text}`),
          ...asked.map((name) => `${addressOf(endpoint, { params: paramsOf(endpoint) })}?${name}=${text}&${name}=${text}`),
        ];
        for (const url of urls) {
          const answer = await resident.call({ ...endpoint, path: url }, {} as never);
          if (answer.status >= 500) faults.push(`${url} ${answer.text}`);
        }
      }
    }
    expect(faults).toEqual([]);
  });

  it('and leaves the matter it was tried on readable, its chain whole', async () => {
    expect(await view(t.clerk, matterId)).toMatchObject({ matterId });
    const file = await readMatterFile(t.fresh.database.handle, t.keys, matterId);
    expect(faultsOfChain('yimen.test/cases/v1', file?.facts ?? [])).toEqual([]);
  });
});
