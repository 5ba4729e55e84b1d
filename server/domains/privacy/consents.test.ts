import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as wire from '../../../contract/consents.ts';
import { languages } from '../../../contract/language.ts';
import * as matters from '../../../contract/matters.ts';
import { consentMessages, consentText } from '../../../contract/messages/consents.ts';
import { exportMyData } from '../../../contract/privacy.ts';
import { consentUses, handlingOf } from '../../platform/privacy/processing.ts';
import { allowanceOffice, answers, community, form, fromCity, hall, item, seen, type AllowanceOffice } from '../../testing/allowance-office.ts';
import type { Client } from '../../testing/app.ts';
import { consentTextHash } from './routes-consents.ts';

let t: AllowanceOffice;
beforeAll(async () => {
  t = await allowanceOffice();
});
afterAll(() => t.drop());

const give = (client: Client, scope: wire.ConsentScope, language: 'zh-CN' | 'zh-HK' | 'en' = 'zh-CN') => client.good(wire.giveConsent, { body: { commandId: randomUUID(), scope, language, textHash: consentTextHash(scope, language) } });
const withdraw = (client: Client, scope: wire.ConsentScope) => client.good(wire.withdrawConsent, { body: { commandId: randomUUID(), scope } });
const opened = (client: Client) => client.good(matters.openDraft, { body: item });
/** Somebody with an earlier matter paid into a bank account. */
async function withEarlier() {
  const one = await t.somebody();
  const paid = { ...form, pay_by: 'bank', account_name: one.person.name['zh-CN'], bank: 'icbc', bank_account: '6222020000000000' };
  const { matterId } = await t.clerk.good(matters.fileMatter, { body: { commandId: randomUUID(), ...item, partyId: one.partyId, hall, areaUnit: community, answers, form: paid, materials: [...seen, fromCity] } });
  const { number } = await t.clerk.good(matters.getMatter, { params: { matterId } });
  return { ...one, number };
}

describe('By what right (PIPL art. 13)', () => {
  test('an application is handled by a duty of law, told with its source to anybody, and no form asks for consent', async () => {
    const told = await (await t.as('anonymous')).good(wire.readProcessing, { query: { taskCode: item.taskCode } });
    expect(told).toMatchObject({ ground: { id: 'statutory_duty', verified: false }, keptYears: 10, draftDays: 30 });
    expect(told.ground.source).toContain('个人信息保护法');
    for (const { item: one } of t.app.catalogue.current()) {
      expect(handlingOf(one.implementation_item.task_code).ground.id).toBe('statutory_duty');
      const asked = one.handling_items.flatMap((handling) => Object.keys(handling.form.schema.properties ?? {}));
      expect(asked.filter((name) => name.includes('consent')), one.implementation_item.task_code).toEqual([]);
    }
  });

  test('every use that rests on consent has its whole text in three languages, and what is sensitive is asked by itself', () => {
    for (const { scope } of consentUses) for (const language of languages) expect(consentText(scope, language).length).toBeGreaterThan(40);
    const sensitive = consentUses.filter((one) => one.sensitive).flatMap((one) => one.fields);
    const plain = consentUses.filter((one) => !one.sensitive).flatMap((one) => one.fields);
    expect(sensitive).toContain('bank_account');
    expect(plain.filter((name) => sensitive.includes(name))).toEqual([]);
    expect(consentUses.map((one) => one.scope)).toEqual([...wire.consentScopes]);
    for (const language of languages) expect(consentMessages['ask.bank_account'][language]).toMatch(/敏感|sensitive/);
  });
});

describe('Consent (PIPL art. 14, 15)', () => {
  test('is kept with the hash of the words shown, the language, the door and the time; once, however often it is sent; and read by nobody else', async () => {
    const [one, other] = [await t.somebody(), await t.somebody()];
    expect((await one.client.good(wire.readConsents, {})).uses.map((use) => use.standing)).toEqual([null, null, null]);
    await give(one.client, 'contact_details', 'zh-HK');
    const { uses, past } = await give(one.client, 'contact_details', 'zh-HK');
    expect(uses[0]?.standing).toMatchObject({ scope: 'contact_details', channel: 'portal', language: 'zh-HK', withdrawnAt: null, textHash: consentTextHash('contact_details', 'zh-HK') });
    expect(uses.slice(1).map((use) => use.standing)).toEqual([null, null]);
    expect(past).toEqual([]);
    expect((await t.fresh.owner.query('select 1 from privacy.consents where party_id = $1', [one.partyId])).rowCount).toBe(1);
    expect((await other.client.good(wire.readConsents, {})).uses[0]?.standing).toBeNull();
  });

  test('to words that are not the present ones is none', async () => {
    const { client } = await t.somebody();
    const refused = await client.refused(wire.giveConsent, { body: { commandId: randomUUID(), scope: 'bank_account', language: 'en', textHash: consentTextHash('bank_account', 'zh-CN') } });
    expect(refused.code).toBe('consents.text_changed');
    expect((await client.good(wire.readConsents, {})).uses.map((use) => use.standing)).toEqual([null, null, null]);
  });

  test('is not a child’s to give: under fourteen the guardian does', async () => {
    const year = new Date().getUTCFullYear();
    const child = await t.resident({ index: 9_001, ageFrom: 13, ageTo: 13 });
    const grown = await t.resident({ index: 9_002, ageFrom: 14, ageTo: 14 });
    expect(child.person.birthOn > `${year - 15}-01-01`).toBe(true);
    expect((await child.client.refused(wire.giveConsent, { body: { commandId: randomUUID(), scope: 'contact_details', language: 'en', textHash: consentTextHash('contact_details', 'en') } })).code).toBe('consents.guardian_needed');
    expect((await give(grown.client, 'contact_details')).uses[0]?.standing).not.toBeNull();
  });

  test('taken back stands as taken back, and is in the copy of everything; what was never given cannot be taken back', async () => {
    const { client } = await t.somebody();
    expect((await client.refused(wire.withdrawConsent, { body: { commandId: randomUUID(), scope: 'bank_account' } })).code).toBe('consents.none_standing');
    await give(client, 'evaluation_sms');
    const { uses, past } = await withdraw(client, 'evaluation_sms');
    expect(uses.map((use) => use.standing)).toEqual([null, null, null]);
    expect(past).toMatchObject([{ scope: 'evaluation_sms' }]);
    expect(past[0]?.withdrawnAt ?? '').not.toBe('');
    const copy = (await client.call(exportMyData, {})).bytes.toString('utf8');
    expect(copy).toContain(consentTextHash('evaluation_sms', 'zh-CN'));
  });
});

describe('The use follows the consent', () => {
  test('without one nothing is filled in; each fills in its own fields alone; from the next application on nothing any more', async () => {
    const { client, number } = await withEarlier();
    expect(await opened(client)).toMatchObject({ form: {}, prefilled: null });
    await give(client, 'contact_details');
    expect(await opened(client)).toMatchObject({ form: { address_line: form.address_line }, prefilled: { number, fields: ['address_line'] } });
    await give(client, 'bank_account');
    const both = await opened(client);
    expect(both.form).toMatchObject({ address_line: form.address_line, pay_by: 'bank', bank: 'icbc', bank_account: '6222020000000000' });
    const kept = await client.good(matters.saveDraft, { params: { draftId: both.draftId }, body: { version: both.version, form: { ...both.form, address_line: '改过的地址1号' } } });
    expect(kept).toMatchObject({ form: { address_line: '改过的地址1号' }, prefilled: { number } });
    await withdraw(client, 'contact_details');
    expect((await opened(client)).form).not.toHaveProperty('address_line');
    await withdraw(client, 'bank_account');
    expect(await opened(client)).toMatchObject({ form: {}, prefilled: null });
  });

  test('nothing comes from another person’s matter, nor does a clerk’s draft take any', async () => {
    const [one, other] = [await withEarlier(), await t.somebody()];
    await give(other.client, 'contact_details');
    expect(await opened(other.client)).toMatchObject({ form: {}, prefilled: null });
    await give(one.client, 'contact_details');
    expect(await t.clerk.good(matters.openDraft, { body: { ...item, partyId: one.partyId, hall } })).toMatchObject({ form: {}, prefilled: null });
  });
});
