import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as wire from '../../../contract/supervision.ts';
import { localDayOf } from '../../kernel/instant.ts';
import type { Client } from '../../testing/app.ts';
import { shenzhen } from '../../testing/given-matter.ts';
import { supervisedOffice, type SupervisedOffice } from './routes-for-tests.ts';

let t: SupervisedOffice;
/** Accepted on Monday 2026-11-23: the review is due on 11-30, yellow from 11-27; the promise is due on 12-14, yellow from 12-11. */
let matterId: string;
beforeAll(async () => {
  t = await supervisedOffice(shenzhen('2026-11-23'));
  matterId = await t.underReview();
});
afterAll(() => t.drop());

const digestsOf = async (who: Client) => (await who.good(wire.myStaffMessages, {})).messages.filter((one) => one.kind === 'digest');
const digestOn = async (who: Client, day: string) => (await digestsOf(who)).filter((one) => localDayOf(one.at) === day);
const findings = async (ruleId: string) => (await t.people.citySupervisor.client.good(wire.listFindings, { query: { rule: ruleId } })).findings;

describe('The look of every ten minutes', () => {
  test('finds a link claimed and not touched from the first moment after three working days, once, however many servers look', async () => {
    await t.at(shenzhen('2026-11-26', '23:59:59.999'));
    expect(await findings('S-10')).toEqual([]);
    await Promise.all([t.at(shenzhen('2026-11-27', '00:00:00.000')), t.another().tick(shenzhen('2026-11-27', '00:00:00.000'))]);
    expect(await findings('S-10')).toMatchObject([{ matterId, staff: { name: 'reviewer' }, moment: shenzhen('2026-11-26', '23:59:59.999'), severity: 'yellow', linkName: expect.anything() as object }]);
    await t.at(shenzhen('2026-11-27', '00:10:00.000'));
    expect(await findings('S-10')).toHaveLength(1);
  });

  test('does not look twice in the same ten minutes, nor on two servers', async () => {
    const taken = await Promise.all([t.another(), t.another(), t.another()].map((server) => server.tick(shenzhen('2026-11-27', '00:21:00.000'))));
    expect(taken.filter((tick) => tick.looked > 0).length).toBeLessThanOrEqual(1);
    expect((await t.another().tick(shenzhen('2026-11-27', '00:29:00.000'))).looked).toBe(0);
  });
});

describe('The digest', () => {
  test('comes at half past eight and not before, once, however many servers there are, and not again on the same day', async () => {
    await t.at(shenzhen('2026-11-27', '08:29:59.999'));
    expect(await digestsOf(t.reviewer)).toEqual([]);
    const half = shenzhen('2026-11-27', '08:30:00.000');
    await Promise.all([t.at(half), t.another().tick(half), t.another().tick(half)]);
    expect(await digestOn(t.reviewer, '2026-11-27')).toMatchObject([{ params: { yellow: 1, red: 0 }, readAt: null, text: { en: 'Limits today: 0 red, 1 yellow. Red ones first.' } }]);
    await t.at(shenzhen('2026-11-27', '12:00:00.000'));
    expect((await t.another().tick(shenzhen('2026-11-27', '13:00:00.000'))).digests).toBe(0);
    expect(await digestOn(t.reviewer, '2026-11-27')).toHaveLength(1);
  });

  test('goes to who has it in hand and to the approvers of the institution; the others of the post and other offices are not told', async () => {
    expect(await digestOn(t.people.streetApprover.client, '2026-11-27')).toHaveLength(1);
    for (const who of [t.people.secondReviewer.client, t.officer, t.people.otherOfficer.client, t.people.streetSupervisor.client]) expect(await digestsOf(who)).toEqual([]);
  });

  test('does not come on a Sunday, and after a server slept over the hour comes late on the same day', async () => {
    await t.at(shenzhen('2026-11-29', '09:00:00.000'));
    expect(await digestOn(t.reviewer, '2026-11-29')).toEqual([]);
    // Asleep over Monday's half past eight, awake at three.
    await t.at(shenzhen('2026-11-30', '15:00:00.000'));
    expect(await digestOn(t.reviewer, '2026-11-30')).toHaveLength(1);
    // Asleep all Tuesday: its digest is not sent on Wednesday, which has its own; the review is red by now.
    await t.at(shenzhen('2026-12-02', '08:31:00.000'));
    expect((await digestsOf(t.reviewer)).map((one) => [localDayOf(one.at), one.params.red])).toEqual([['2026-12-02', 1], ['2026-11-30', 0], ['2026-11-27', 0]]);
  });

  test('is followed up by another server when the one that began it died, and nobody is told twice', async () => {
    await t.fresh.owner.query(`update supervision.rounds set done_at = null where name = 'digests'`);
    expect((await t.another().tick(shenzhen('2026-12-02', '08:35:59.000'))).digests).toBe(0);
    await t.fresh.owner.query(`delete from supervision.staff_messages where staff_id = $1 and kind = 'digest' and at > $2`, [t.people.streetApprover.staffId, shenzhen('2026-12-02', '00:00:00.000')]);
    expect((await t.another().tick(shenzhen('2026-12-02', '08:36:01.000'))).digests).toBe(1);
    expect(await digestOn(t.people.streetApprover.client, '2026-12-02')).toHaveLength(1);
    expect(await digestOn(t.reviewer, '2026-12-02')).toHaveLength(1);
  });

  test('is shown as it stands now, the most urgent first', async () => {
    const digest = await t.reviewer.good(wire.myDigest, {});
    expect(digest).toMatchObject({ red: 1, yellow: 0, ordersToReply: 0, ordersToJudge: 0 });
    expect(digest.lines).toMatchObject([{ matterId, limitId: 'link:review-1', light: 'red', dueOn: '2026-11-30', mine: true, staff: { name: 'reviewer' } }]);
    expect((await t.people.streetApprover.client.good(wire.myDigest, {})).lines).toMatchObject([{ matterId, mine: false }]);
    expect(await t.people.otherOfficer.client.good(wire.myDigest, {})).toMatchObject({ red: 0, yellow: 0, lines: [] });
  });

  test('and every message is read by its owner alone', async () => {
    const before = await t.reviewer.good(wire.myStaffMessages, {});
    expect(before.unread).toBe(3);
    const marked = { params: { messageId: before.messages[0]?.messageId ?? '' } };
    await t.people.otherOfficer.client.good(wire.markStaffMessageRead, marked);
    expect((await t.reviewer.good(wire.myStaffMessages, {})).unread).toBe(3);
    await t.reviewer.good(wire.markStaffMessageRead, marked);
    await t.reviewer.good(wire.markStaffMessageRead, marked);
    expect((await t.reviewer.good(wire.myStaffMessages, {})).unread).toBe(2);
  });
});

describe('A promise near its end', () => {
  test('is found from the warning line on, once, and the digest counts the matter once, as red', async () => {
    await t.at(shenzhen('2026-12-10', '23:50:00.000'));
    expect(await findings('S-05')).toEqual([]);
    await t.at(shenzhen('2026-12-11', '00:00:00.000'));
    await t.at(shenzhen('2026-12-11', '09:00:00.000'));
    expect(await findings('S-05')).toMatchObject([{ matterId, limitId: 'promised', moment: shenzhen('2026-12-14', '23:59:59.999') }]);
    expect((await digestOn(t.reviewer, '2026-12-11'))[0]?.params).toEqual({ yellow: 0, red: 1 });
  });
});

describe('An order whose reply does not come', () => {
  test('is told to those who answer for the institution, raised once by however many servers sweep at once, and told to the supervisors above', async () => {
    await t.at(shenzhen('2026-12-15', '08:00:00.000'));
    const [order] = await t.orders(matterId);
    expect(order).toMatchObject({ status: 'open', clock: { dueOn: '2026-12-18' } });
    const opened = async (who: Client) => (await who.good(wire.myStaffMessages, {})).messages.filter((one) => one.kind === 'order_opened' && one.orderId === order?.orderId);
    expect((await opened(t.reviewer))[0]?.text['zh-CN']).toBe(`督办：办件 ${order?.matterNumber ?? ''}，超过承诺时限。请在 12月18日 前答复。`);
    expect(await opened(t.people.streetApprover.client)).toHaveLength(1);
    expect(await opened(t.people.secondReviewer.client)).toEqual([]);
    const late = shenzhen('2026-12-19', '00:00:00.000');
    await Promise.all([t.at(late), ...[1, 2, 3].map(() => t.another().tick(late))]);
    await t.at(shenzhen('2026-12-19', '00:00:10.000'));
    const raised = await t.people.citySupervisor.client.good(wire.getOrder, { params: { orderId: order?.orderId ?? '' } });
    expect(raised.history.map((line) => line.kind)).toEqual(['order_opened', 'order_escalated']);
    expect(await findings('S-12')).toHaveLength(1);
    const { messages } = await t.people.districtSupervisor.client.good(wire.myStaffMessages, {});
    expect(messages.filter((one) => one.kind === 'order_escalated')).toMatchObject([{ orderId: order?.orderId }]);
    // And one unit higher again where the district does not judge what is replied at last: at the city it stays.
    await t.reviewer.good(wire.replyToOrder, { params: { orderId: raised.orderId }, body: { commandId: '0190b000-0000-7000-8000-00000000d001', seenSeq: raised.seq, words: '迟复' } });
    await t.at(shenzhen('2026-12-25', '08:00:00.000'));
    expect(await t.people.citySupervisor.client.good(wire.getOrder, { params: { orderId: raised.orderId } })).toMatchObject({ status: 'replied', supervisingUnit: '440300', clock: { clock: 'review', light: 'red' } });
    expect(await findings('S-12')).toHaveLength(1);
  });
});
