import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as accessLog from '../../contract/access-log.ts';
import type { Endpoint } from '../../contract/endpoint.ts';
import { endpoints } from '../../contract/endpoints.ts';
import { eventStream } from '../../contract/live.ts';
import { openDraft, saveDraft } from '../../contract/matters.ts';
import { identifyParty } from '../../contract/people.ts';
import type { Role } from '../../server/kernel/actor.ts';
import { allowanceOffice, answers, bureau, community, form, hall, item, openLink, view, type AllowanceOffice } from '../../server/testing/allowance-office.ts';
import type { Client, Sent } from '../../server/testing/app.ts';
import { inventPerson } from '../../server/testing/people.ts';
import { learningPool } from '../../tools/contract-fuzz/pool.ts';
import { valueOf, type Shape } from '../../tools/contract-fuzz/shapes.ts';

/** Everybody who has to do with the matter by his post, and the administrators of the same offices. */
const posts: readonly (readonly [string, Role])[] = [
  [hall, 'window_clerk'], [hall, 'hall_manager'], ['YM-440303005-public_service', 'officer'], ['YM-440303005-public_service', 'approver'], [bureau, 'officer'], [bureau, 'approver'], [bureau, 'supervisor'],
  [bureau, 'administrator'], [bureau, 'security_administrator'], [bureau, 'audit_administrator'],
];

describe('Masked by default (C-PR-2, P-01)', () => {
  let t: AllowanceOffice;
  let matterId: string;
  let ids: Readonly<Record<string, string>>;
  let clients: readonly (readonly [string, Client])[];
  // Areas 449900–449999 were never assigned (server/demo/people.ts).
  const person = inventPerson('masked', { today: '2026-11-23', index: 910_001, ageFrom: 81, ageTo: 90 });
  const phone = person.mobile.replace(/^\+86/, '');
  const full: Readonly<Record<string, string>> = { name: '貔麟貅', number: person.number, phone };

  beforeAll(async () => {
    t = await allowanceOffice();
    const [partyId = ''] = await t.app.people.makeParties([{ name: full.name ?? '', number: person.number, kind: person.kind, phone: person.mobile, assurance: 'verified_at_window' }]);
    matterId = await t.filedAtWindow(partyId);
    await t.accepted(matterId);
    await t.claimed(t.reviewer, matterId);
    await t.work();
    const draft = await t.clerk.good(openDraft, { body: { ...item, partyId, hall } });
    await t.clerk.good(saveDraft, { params: { draftId: draft.draftId }, body: { version: draft.version, areaUnit: community, answers, form } });
    const matter = await view(t.clerk, matterId);
    ids = { matterId, linkId: openLink(matter).linkId, draftId: draft.draftId, partyId, principalId: partyId, number: matter.number, hall, institution: hall, unit: community };
    const others = await Promise.all(posts.map(async ([institution, role], at) => [`${role} of ${institution}`, (await t.staff(`masked-${at}`, [{ institution, role }])).client] as const));
    clients = [['window_clerk who took it', t.clerk], ['officer who has it in hand', t.reviewer], ...others];
  });
  afterAll(() => t.drop());

  /** A right call of an operation that names this person's things wherever it names one. */
  const callOf = (endpoint: Endpoint): Sent<Endpoint> => {
    const pool = learningPool({});
    const part = (shape: unknown) => (shape ? valueOf(shape as Shape, pool) : fc.constant(undefined));
    const [made] = fc.sample(fc.record({ params: part(endpoint.params), query: part(endpoint.query) }), { numRuns: 1, seed: 3 });
    const named = Object.fromEntries(Object.entries(made ?? {}).filter(([, value]) => value !== undefined).map(([where, value]) => [where, Object.fromEntries(Object.entries(value as object).map(([name, one]) => [name, ids[name] ?? one]))]));
    return named as unknown as Sent<Endpoint>;
  };
  const shownIn = (text: string): readonly string[] => Object.entries(full).filter(([, value]) => text.includes(value)).map(([what]) => what);

  test('no reading of any operation shows anybody of the staff a whole name, number or telephone; only the reveal of one field does', async () => {
    const readings = endpoints.filter(({ method, produces }) => method === 'GET' && produces !== eventStream);
    const shown: string[] = [];
    const answered = new Set<string>();
    for (const endpoint of readings) {
      for (const [who, client] of clients) {
        const answer = await client.call(endpoint, callOf(endpoint));
        expect([endpoint.id, who, answer.status < 500 || answer.status === 503]).toEqual([endpoint.id, who, true]);
        if (answer.status < 300 && String(answer.headers['content-type']).includes('json')) answered.add(endpoint.id);
        for (const what of shownIn(answer.text)) shown.push(`${endpoint.id} shows ${who} the ${what}`);
      }
    }
    expect(shown).toEqual([]);
    // Were nothing answered, nothing could show.
    expect([...answered]).toEqual(expect.arrayContaining(['getMatter', 'getStanding', 'getWorklist', 'getDraft']));
    expect(answered.size).toBeGreaterThan(45);
  });

  test('acts on the matter and the search by number answer masked too', async () => {
    const clerk = clients[0]?.[1] as Client;
    const found = await clerk.call(identifyParty, { body: { number: person.number } });
    expect(found.status).toBe(200);
    expect(shownIn(found.text).filter((what) => what !== 'number')).toEqual([]);
    expect(shownIn(JSON.stringify(await view(clerk, matterId)))).toEqual([]);
    const auditor = clients.at(-1)?.[1] as Client;
    const day = new Date(t.app.clock.nowMs() + 28_800_000).toISOString().slice(0, 10);
    const records = await auditor.call(accessLog.searchAccess, { body: { number: person.number, fromOn: day, toOn: day } });
    expect([records.status, shownIn(records.text)]).toEqual([200, []]);
  });

  test('the reveal gives one field to who handles the matter, and to no other post', async () => {
    const given: Record<string, readonly number[]> = {};
    for (const [who, client] of clients) {
      const asked = await Promise.all(accessLog.revealFields.map((field) => client.call(accessLog.reveal, { params: { matterId }, body: { party: 'applicant', field, purpose: 'check_identity' } })));
      given[who] = asked.map(({ status }) => status);
      for (const [at, answer] of asked.entries()) expect([who, shownIn(answer.text)]).toEqual([who, answer.status === 200 ? [accessLog.revealFields[at]] : []]);
    }
    const may = Object.entries(given).filter(([, statuses]) => statuses.includes(200)).map(([who]) => who.split(' ')[0]);
    expect(may).toContain('window_clerk');
    for (const role of ['supervisor', 'administrator', 'security_administrator', 'audit_administrator']) expect(may).not.toContain(role);
  });
});
