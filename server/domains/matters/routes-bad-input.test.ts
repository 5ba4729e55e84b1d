import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as wire from '../../../contract/matters.ts';
import { identifyParty, registerParty } from '../../../contract/people.ts';
import { pdf } from '../../platform/files/odd-files.ts';
import { sessionCookie } from '../../platform/http/server.ts';
import { allowanceOffice, answers, community, form, fromCity, hall, item, seen, view, type AllowanceOffice } from '../../testing/allowance-office.ts';
import { addressOf, testApp, type Client, type TestApp } from '../../testing/app.ts';
import { citizenCheckDigit } from '../people/index.ts';

// Invented people: areas 4499xx and phones +86 154… are given to nobody (server/demo/people.ts).

let t: AllowanceOffice;
let clerk: Client;
beforeAll(async () => {
  t = await allowanceOffice();
  ({ clerk } = t);
});
afterAll(() => t.drop());

describe('bad input', () => {
  const filing = (partyId: string, changes: object) => ({ commandId: randomUUID(), ...item, partyId, hall, areaUnit: community, answers, form, materials: [...seen, fromCity], ...changes });

  it('a field the form does not have is refused, in a draft and in a filing', async () => {
    const { client, partyId } = await t.somebody();
    const draft = await client.good(wire.openDraft, { body: item });
    const saved = await client.refused(wire.saveDraft, { params: { draftId: draft.draftId }, body: { version: draft.version, form: { ...form, is_admin: true } } });
    expect(saved).toMatchObject({ status: 400, code: 'input.malformed', errors: [{ pointer: '/form/is_admin', code: 'input.unknown_field' }] });
    const filed = await clerk.refused(wire.fileMatter, { body: filing(partyId, { form: { ...form, is_admin: true } }) });
    expect(filed).toMatchObject({ status: 422, code: 'matter.form_faulty', errors: [{ pointer: '/form/is_admin', code: 'input.unknown_field' }] });
  });

  it('missing fields, materials and answers are all named at once', async () => {
    const { partyId } = await t.somebody();
    const { address_line: _left, ...rest } = form;
    expect(await clerk.refused(wire.fileMatter, { body: filing(partyId, { form: rest }) })).toMatchObject({ code: 'matter.form_faulty', errors: [{ pointer: '/form/address_line', code: 'input.required' }] });
    const bare = await clerk.refused(wire.fileMatter, { body: filing(partyId, { materials: [] }) });
    expect(bare.errors?.map((one) => one.pointer).sort()).toEqual(['/materials/household_register', '/materials/identity_card']);
    expect(await clerk.refused(wire.fileMatter, { body: filing(partyId, { answers: {} }) })).toMatchObject({ code: 'matter.situation_open', errors: [{ pointer: '/answers/who_applies' }, { pointer: '/answers/hukou' }, { pointer: '/answers/age' }] });
  });

  it('an answer that rules the item out is refused with its question, in plain words', async () => {
    const { partyId } = await t.somebody();
    const refused = await clerk.call(wire.fileMatter, { body: filing(partyId, { answers: { ...answers, hukou: 'elsewhere' } }) }, { 'accept-language': 'en' });
    expect(refused.problem).toMatchObject({ status: 422, code: 'matter.not_eligible', params: { question: 'hukou' } });
    expect(refused.problem.title).not.toMatch(/[{}]|matter\./);
  });

  it('30 February, a birthday to come and a wrong check digit are named where they stand in a form', async () => {
    const { client, partyId } = await t.somebody();
    const birth = { taskCode: 'YM-20-0008-01', handlingItem: 'YM-20-0008-01-01', answers: { parents: 'married', who: 'mainland' }, materials: [] };
    const whole = { you_are: 'mother', both: true, other_parent_name: '陈一门', other_parent_number: '449900199001010019', order: 1, born: 'born', child_name: '陈小门', child_sex: 'female', child_born_on: '2026-02-30', declaration: true };
    const faults = (await clerk.refused(wire.fileMatter, { body: filing(partyId, { ...birth, form: whole }) })).errors?.map((one) => [one.pointer, one.code]);
    expect(faults).toContainEqual(['/form/child_born_on', 'input.wrong_form']);
    expect(faults).toContainEqual(['/form/other_parent_number', expect.stringMatching(/^numbers\./)]);
    const tomorrow = await clerk.refused(wire.fileMatter, { body: filing(partyId, { ...birth, form: { ...whole, child_born_on: '2999-01-01' } }) });
    expect(tomorrow.errors?.map((one) => [one.pointer, one.code])).toContainEqual(['/form/child_born_on', 'form.day_in_future']);
    const draft = await client.good(wire.openDraft, { body: { taskCode: birth.taskCode, handlingItem: birth.handlingItem } });
    await client.good(wire.saveDraft, { params: { draftId: draft.draftId }, body: { version: draft.version, form: whole, answers: birth.answers } });
    expect((await client.good(wire.checkDraft, { params: { draftId: draft.draftId } })).problems.map((one) => one.pointer)).toContain('/form/child_born_on');
  });

  it('and the same three at the registration of a person', async () => {
    const numbered = (body: string): string => body + citizenCheckDigit(body);
    const right = numbered('44990019900101001');
    const wrongDigit = right.slice(0, 17) + (right.endsWith('1') ? '2' : '1');
    for (const number of [numbered('44990019900230001'), numbered('44990029990101001'), wrongDigit]) {
      expect((await clerk.refused(registerParty, { body: { number, name: '陈一门', documentSeen: true } })).code).toMatch(/^numbers\./);
      expect((await clerk.refused(identifyParty, { body: { number } })).code).toMatch(/^numbers\./);
    }
    expect((await t.fresh.owner.query(`select 1 from people.parties where made_at > clock_timestamp() + interval '1 hour'`)).rowCount).toBe(0);
    expect(await clerk.good(registerParty, { body: { number: right, name: '陈一门', documentSeen: true } })).toMatchObject({ assurance: 'verified_at_window' });
  });

  it('a script that calls itself a PDF, and a PDF that carries one, are refused and not kept', async () => {
    const { client } = await t.somebody();
    const draft = await client.good(wire.openDraft, { body: item });
    const params = { draftId: draft.draftId, materialCode: 'identity_card' };
    const script = await client.upload(wire.attachFile, params, { name: '身份证.pdf', content: Buffer.from('#!/bin/sh\nrm -rf /\n') });
    expect(script.problem.code).toBe('files.type_not_accepted');
    const acting = await client.upload(wire.attachFile, params, { name: '身份证.pdf', content: pdf('/OpenAction << /S /JavaScript /JS (app.alert(1)) >>') });
    expect(acting.problem.code).toBe('files.active_content');
    for (const refused of [script, acting]) expect(refused.problem.title).toMatch(/\p{Script=Han}/u);
    expect((await client.good(wire.getDraft, { params: { draftId: draft.draftId } })).materials).toEqual([]);
  });

  it('a picture of 200 MB is refused as it streams by: memory does not grow with it', async () => {
    const { partyId } = await t.somebody();
    const { token, csrfToken } = await t.app.people.openSessionFor({ kind: 'resident', partyId });
    const client = await t.as({ partyId });
    const draft = await client.good(wire.openDraft, { body: item });
    if (!t.app.http.server.listening) await t.app.http.listen({ host: '127.0.0.1', port: 0 });
    const { port } = t.app.http.server.address() as AddressInfo;
    const path = addressOf(wire.attachFile, { params: { draftId: draft.draftId, materialCode: 'identity_card' } });
    const before = process.memoryUsage().rss;
    const answer = await sendLarge({ port, path, cookie: `${sessionCookie}=${token}`, csrfToken, megabytes: 200 });
    expect(answer.body).toMatchObject({ code: 'files.too_large' });
    expect((answer.peak - before) / 1_048_576).toBeLessThan(120);
    expect((await client.good(wire.getDraft, { params: { draftId: draft.draftId } })).materials).toEqual([]);
  });
});

/** Sends so many megabytes of a PDF that has no end over a real socket, holding one of them in memory; answers what came back and the largest resident size meanwhile. */
function sendLarge(to: { port: number; path: string; cookie: string; csrfToken: string; megabytes: number }): Promise<{ body: unknown; peak: number }> {
  return new Promise((done, failed) => {
    const [boundary, piece] = ['yimen-large', Buffer.alloc(1_048_576, 0x20)];
    let peak = 0;
    const outgoing = request({
      host: '127.0.0.1', port: to.port, path: to.path, method: 'POST',
      headers: { cookie: to.cookie, 'x-csrf-token': to.csrfToken, 'content-type': `multipart/form-data; boundary=${boundary}` },
    }, (incoming) => {
      let text = '';
      incoming.setEncoding('utf8').on('data', (part: string) => (text += part)).on('end', () => {
        outgoing.destroy();
        done({ body: JSON.parse(text) as unknown, peak });
      });
    });
    outgoing.on('error', failed);
    outgoing.write(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="scan.pdf"\r\ncontent-type: application/pdf\r\n\r\n%PDF-1.7\n`);
    let left = to.megabytes;
    const more = (): void => {
      peak = Math.max(peak, process.memoryUsage().rss);
      if (outgoing.destroyed) return;
      if (left === 0) return void outgoing.end(`\r\n--${boundary}--\r\n`);
      left -= 1;
      if (outgoing.write(piece)) setImmediate(more);
      else outgoing.once('drain', more);
    };
    more();
  });
}

describe('the city changes under an application', () => {
  it('a community that no longer exists is said to be gone, with where its people belong now, and the draft stays', async () => {
    const gone = '440303005015';
    const changed = await testApp({
      arrange: async ({ owner }) => {
        const merged = { validTo: '2026-01-01', lineage: [{ kind: 'merge', on: '2026-01-01', from: [gone, community], to: [community] }] };
        await owner.query(`update units.units set valid_to = '2026-01-01', details = details || $2::jsonb where code = $1`, [gone, JSON.stringify(merged)]);
      },
    });
    try {
      const { client } = await changed.resident({ index: 900 });
      const draft = await client.good(wire.openDraft, { body: item });
      await client.good(wire.saveDraft, { params: { draftId: draft.draftId }, body: { version: draft.version, areaUnit: gone, answers, form, materials: [fromCity] } });
      expect((await client.good(wire.checkDraft, { params: { draftId: draft.draftId } })).problems).toContainEqual(expect.objectContaining({ pointer: '/areaUnit', code: 'units.no_longer_exists' }));
      const refused = await client.refused(wire.fileDraft, { params: { draftId: draft.draftId }, body: { commandId: randomUUID() } });
      expect(refused).toMatchObject({ code: 'units.no_longer_exists', params: { unit: gone, successors: community } });
      expect(refused.title).toMatch(/\p{Script=Han}/u);
      expect((await client.good(wire.getDraft, { params: { draftId: draft.draftId } })).form).toEqual(form);
    } finally {
      await changed.drop();
    }
  });

  it('a due date past the end of the calendar is refused with that end, never guessed, and the matter stays as it was', async () => {
    // 30 working days reach further than a calendar that ends in twenty days.
    const short = await testApp({
      provisionalCalendar: false,
      arrange: async ({ owner }) => {
        await owner.query(`update calendar.versions set covers_to = current_date + 20 where provisional_from is null`);
      },
    });
    try {
      const district = 'YM-440303-hall';
      const window = (await short.staff('clerk', [{ institution: district, role: 'window_clerk' }])).client;
      const { partyId } = await short.resident({ index: 901 });
      const school = short.app.catalogue.current().find((one) => one.item.implementation_item.promise_day === 30)?.item;
      const handling = school?.handling_items[0];
      if (!school || !handling) throw new Error('no item of thirty days');
      const filing = await filingOf(short, school.implementation_item.task_code, handling.task_handle_item);
      const receipt = await window.good(wire.fileMatter, { body: { commandId: randomUUID(), partyId, hall: district, areaUnit: community, ...filing } });
      const refused = await window.refused(wire.acceptMatter, { params: { matterId: receipt.matterId }, body: { commandId: randomUUID(), seenSeq: 1 } });
      expect(refused).toMatchObject({ code: 'calendar.past_end' });
      expect(refused.title).toContain(String(refused.params.to));
      expect(await view(window, receipt.matterId)).toMatchObject({ status: 'received', seq: 1 });
    } finally {
      await short.drop();
    }
  });
});

/** A faultless application for any item, drawn as the invented city draws them. */
async function filingOf(testing: TestApp, taskCode: string, handlingItem: string) {
  const { formAnswers } = await import('../../demo/form-answers.ts');
  const { inventFirms, inventResidents } = await import('../../demo/residents.ts');
  const { situationAnswers } = await import('../../demo/situation-answers.ts');
  const { contextAt, worldOf } = await import('../../demo/world.ts');
  const { chanceFrom } = await import('../../testing/people.ts');
  const { findItem, judgeApplication, judgeFormOf } = await import('./routes-context.ts');
  const now = testing.app.clock.now();
  const city = { seed: 1, day: now.slice(0, 10) };
  const residents = inventResidents(city, testing.app.units.tree, 200);
  const world = worldOf({ city, now, app: testing.app, residents, firms: inventFirms(city, residents, 3), staff: () => [] });
  const [context, chance] = [contextAt(world, now), chanceFrom('school')];
  const found = findItem(context, taskCode, handlingItem);
  const chosen = found && situationAnswers(found.handling, 'mainland', chance);
  if (!found || !chosen) throw new Error(`${handlingItem} cannot be filed`);
  const about = { applicant: residents[0] ?? world.children[0], firm: undefined, others: world.candidates(found, false), children: world.children, otherFirms: world.firms, areaUnit: community, areaName: '渔民村社区', day: city.day };
  const filled = formAnswers(found.handling, about, (one) => judgeFormOf(context, found, one), chance);
  const judged = judgeApplication(context, found, chosen, filled);
  if ('code' in judged) throw new Error(judged.code);
  const materials = judged.asked.flatMap((one) => (one.need === 'required' ? [{ materialCode: one.code, form: one.source === 'government' ? ('from_city' as const) : ('seen_at_window' as const) }] : []));
  return { taskCode, handlingItem, answers: { ...chosen }, form: { ...filled }, materials };
}
