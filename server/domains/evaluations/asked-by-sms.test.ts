import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { giveConsent, withdrawConsent } from '../../../contract/consents.ts';
import { evaluateByLink } from '../../../contract/evaluations.ts';
import * as matters from '../../../contract/matters.ts';
import { allowanceOffice, act, openLink, type AllowanceOffice } from '../../testing/allowance-office.ts';
import type { Client } from '../../testing/app.ts';
import { consentTextHash } from '../privacy/routes-consents.ts';
import { tokenOf } from './store.ts';
import { answer } from './routes-for-tests.ts';

let t: AllowanceOffice;
beforeAll(async () => {
  t = await allowanceOffice();
});
afterAll(() => t.drop());

const scope = 'evaluation_sms' as const;
const agrees = (client: Client) => client.good(giveConsent, { body: { commandId: randomUUID(), scope, language: 'zh-CN', textHash: consentTextHash(scope, 'zh-CN') } });
const takesBack = (client: Client) => client.good(withdrawConsent, { body: { commandId: randomUUID(), scope } });

/** A matter of this person from the window to the approved decision. */
async function decided(partyId: string): Promise<string> {
  const matterId = await t.filedAtWindow(partyId);
  await t.accepted(matterId);
  const review = await t.claimed(t.reviewer, matterId);
  await t.reviewer.good(matters.recordFinding, { params: openLink(review), body: { ...act(review), finding: 'passed', opinion: '材料齐全' } });
  const decision = await t.claimed(t.colleague, matterId);
  await t.colleague.good(matters.proposeDecision, { params: openLink(decision), body: { ...act(decision), outcome: 'granted', opinion: '拟准予' } });
  const approval = await t.claimed(t.approver, matterId);
  await t.approver.good(matters.approveDecision, { params: openLink(approval), body: { ...act(approval), opinion: '同意' } });
  return matterId;
}

/** How often somebody was asked how it went, by SMS. */
const asked = (phone: string): readonly unknown[] => t.sms.filter((one) => one.to === phone && one.templateCode === 'sms.evaluation_asked').map((one) => one.params);

/** The work of asking as the database holds it, put there once more: as if it had come late. */
async function askedOnceMore(matterId: string): Promise<void> {
  const { rowCount } = await t.fresh.owner.query(
    `insert into platform.jobs (job_id, matter_id, kind, payload) values (gen_random_uuid(), $1, 'evaluations.when_invited_ask_by_sms', '{"event": "result"}')`, [matterId],
  );
  expect(rowCount).toBe(1);
  await t.work();
}

describe('How it went is asked by SMS (PIPL art. 14 and 15)', () => {
  it('once for a matter, when it is done, of who agreed; of who did not, never', async () => {
    const [willing, silent] = [await t.somebody(), await t.somebody()];
    await agrees(willing.client);
    const matterId = await decided(willing.partyId);
    await decided(silent.partyId);
    await t.work();
    const { number } = await t.clerk.good(matters.getMatter, { params: { matterId } });
    expect(asked(willing.person.mobile)).toEqual([{ number }]);
    expect(asked(silent.person.mobile)).toEqual([]);
    // Handed over at the counter: the same event, so nobody is asked again.
    await t.clerk.good(matters.deliverResult, { params: { matterId }, body: { ...act(await t.clerk.good(matters.getMatter, { params: { matterId } })), how: 'counter', words: '本人' } });
    await t.work();
    expect(asked(willing.person.mobile)).toHaveLength(1);
  });

  it('not of who took the consent back between the invitation and the sending, and not of who has answered', async () => {
    const { client, partyId, person } = await t.somebody();
    await agrees(client);
    const matterId = await decided(partyId);
    await t.work();
    expect(asked(person.mobile)).toHaveLength(1);
    await askedOnceMore(matterId);
    expect(asked(person.mobile), 'work that is there is done while the consent stands').toHaveLength(2);
    await takesBack(client);
    await askedOnceMore(matterId);
    expect(asked(person.mobile)).toHaveLength(2);
    await agrees(client);
    await (await t.as('anonymous')).good(evaluateByLink, { params: { token: tokenOf(t.keys, matterId, 'result') }, body: answer(5) });
    await askedOnceMore(matterId);
    expect(asked(person.mobile)).toHaveLength(2);
  });
});
