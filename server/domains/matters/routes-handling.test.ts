import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as absences from '../../../contract/absences.ts';
import * as handling from '../../../contract/handling.ts';
import * as wire from '../../../contract/matters.ts';
import type { MatterView } from '../../../contract/matters.ts';
import { faultsOfChain } from '../../platform/ledger/chain.ts';
import { act, allowanceOffice, bureau, openLink, streetOffice, view, type AllowanceOffice } from '../../testing/allowance-office.ts';
import type { Client } from '../../testing/app.ts';
import { shenzhen } from '../../testing/given-matter.ts';
import { virtualTime } from '../../testing/virtual-time.ts';
import { readMatterFile } from './store.ts';

// Invented people: areas 4499xx and phones +86 154… are given to nobody (server/demo/people.ts).

const police = 'YM-440303-police';
const time = virtualTime(shenzhen('2026-11-23'));

let t: AllowanceOffice;
let second: { staffId: string; client: Client };
let constable: { staffId: string; client: Client };
let leader: { staffId: string; client: Client };
beforeAll(async () => {
  t = await allowanceOffice({ time });
  second = await t.staff('second', [{ institution: streetOffice, role: 'officer' }]);
  constable = await t.staff('constable', [{ institution: police, role: 'officer' }]);
  leader = await t.staff('leader', [{ institution: streetOffice, role: 'approver' }]);
  // The first filing compiles what every later one shares.
  await underReview();
});
afterAll(() => t.drop());

/** Accepted and claimed by the street's reviewer. */
async function underReview(): Promise<MatterView> {
  const matterId = await t.filedAtWindow((await t.somebody()).partyId);
  await t.accepted(matterId);
  return t.claimed(t.reviewer, matterId);
}
const mine = async (client: Client, number: string, viewed: 'open' | 'mine' | 'held' = 'mine') => (await client.good(wire.getWorklist, { query: { view: viewed, text: number } })).rows;
const chain = async (matterId: string) => faultsOfChain('yimen.test/cases/v1', (await readMatterFile(t.fresh.database.handle, t.keys, matterId))?.facts ?? []);

describe('a link is handed over', () => {
  it('to a colleague of the post, who then has it; both names and the reason stay in the history', async () => {
    const matter = await underReview();
    const params = openLink(matter);
    const choices = await t.reviewer.good(handling.getHandlingChoices, { params });
    expect(choices.colleagues).toEqual([{ staffId: second.staffId, name: 'second', standInName: null, away: false }]);
    const { matter: after } = await t.reviewer.good(handling.handOverLink, { params, body: { ...act(matter), to: second.staffId, words: '明天出差' } });
    expect(after.links[0]).toMatchObject({ claimedBy: { name: 'second' }, allowed: [] });
    expect(after.history.at(-1)).toMatchObject({ kind: 'link_handed_over', words: '明天出差', byName: 'reviewer' });
    expect([await mine(t.reviewer, matter.number), (await mine(second.client, matter.number)).map((row) => row.claimedByMe)]).toEqual([[], [true]]);
    expect(await chain(matter.matterId)).toEqual([]);
  });

  it('by who leads the office, who finds what others have under “held”; not by a stranger, who does not learn that it is there', async () => {
    const matter = await underReview();
    const params = openLink(matter);
    expect((await mine(leader.client, matter.number, 'held')).map((row) => [row.linkId, row.bulk])).toEqual([[params.linkId, ['hand_over_link']]]);
    expect((await constable.client.refused(handling.handOverLink, { params, body: { ...act(matter), to: second.staffId, words: '?' } })).code).toBe('matter.unknown');
    expect((await constable.client.refused(handling.getHandlingChoices, { params })).code).toBe('matter.unknown');
    await leader.client.good(handling.handOverLink, { params, body: { ...act(matter), to: second.staffId, words: '均衡件数' } });
    expect((await leader.client.refused(handling.handOverLink, { params, body: { ...act(await view(leader.client, matter.matterId)), to: constable.staffId, words: '?' } })).code).toBe('matter.receiver_not_in_post');
  });
});

describe('another office is asked for its opinion', () => {
  it('it waits in that office’s list with a clock that turns red, is answered late, and the two offices disagree before who decides', async () => {
    const matter = await underReview();
    const params = openLink(matter);
    const choices = await t.reviewer.good(handling.getHandlingChoices, { params });
    expect(choices.dues.slice(0, 2)).toEqual([{ workingDays: 1, dueOn: '2026-11-24' }, { workingDays: 2, dueOn: '2026-11-25' }]);
    expect(choices.offices.find((one) => one.institution === police)).toMatchObject({ level: 'district', asked: false });
    const { matter: asked } = await t.reviewer.good(handling.askOpinion, { params, body: { ...act(matter), institutions: [police], workingDays: 2, words: '户籍是否属实？' } });
    const consult = asked.links.find((link) => link.kind === 'consult');
    expect(consult).toMatchObject({ institution: police, asks: params.linkId, question: '户籍是否属实？', allowed: ['recall_opinion'], due: { dueOn: '2026-11-25', light: 'green' } });
    expect((await t.reviewer.refused(wire.recordFinding, { params, body: { ...act(asked), finding: 'passed', opinion: '齐全' } })).code).toBe('matter.opinions_awaited');

    const asking = { matterId: matter.matterId, linkId: consult?.linkId ?? '' };
    expect(await mine(constable.client, matter.number, 'open')).toMatchObject([{ linkId: asking.linkId, linkName: { 'zh-CN': expect.stringMatching(/^征求意见（/) }, due: { light: 'green' } }]);
    expect((await constable.client.good(wire.getMatter, { params: { matterId: matter.matterId } })).links.find((link) => link.linkId === asking.linkId)?.allowed).toEqual(['claim_link']);
    time.goTo(shenzhen('2026-11-26'));
    expect((await mine(constable.client, matter.number, 'open'))[0]?.due).toMatchObject({ light: 'red', remaining: -1 });
    await t.app.matters.sweep();
    await t.work();
    const { matter: taken } = await constable.client.good(wire.claimLink, { params: asking, body: act(await view(constable.client, matter.matterId)) });
    const { matter: answered } = await constable.client.good(handling.giveOpinion, { params: asking, body: { ...act(taken), stance: 'disagree', words: '户籍已迁出' } });
    expect(answered.history.map((entry) => entry.kind)).toEqual(expect.arrayContaining(['consultation_asked', 'limit_passed', 'consultation_answered']));

    time.goTo(shenzhen('2026-11-26', '09:30:00.500'));
    const ready = await view(t.reviewer, matter.matterId);
    const { matter: reviewed } = await t.reviewer.good(wire.recordFinding, { params, body: { ...act(ready), finding: 'passed', opinion: '材料齐全' } });
    expect(reviewed.disagreement).toBe(true);
    expect(reviewed.opinions).toMatchObject([
      { kind: 'consult', answer: 'disagree', words: '户籍已迁出', byName: 'constable', superseded: false }, { kind: 'review', answer: 'passed', words: '材料齐全', byName: 'reviewer' },
    ]);
    expect((await view(t.colleague, matter.matterId)).opinions).toHaveLength(2);
    expect(await chain(matter.matterId)).toEqual([]);
  });

  it('is not the applicant’s to see, and a resident’s steps say nothing of it', async () => {
    const { client, partyId } = await t.somebody();
    const matterId = await t.filedAtWindow(partyId);
    await t.accepted(matterId);
    const matter = await t.claimed(t.reviewer, matterId);
    await t.reviewer.good(handling.askOpinion, { params: openLink(matter), body: { ...act(matter), institutions: [police], workingDays: 1, words: '?' } });
    const seen = await view(client, matterId);
    expect([seen.opinions, seen.disagreement, seen.links]).toEqual([[], false, []]);
    expect(seen.steps.filter((step) => step.state === 'now').map((step) => step.unitName?.['zh-CN'])).toEqual([expect.stringContaining('南湖')]);
  });

  it('refuses an office there is not, and a hall', async () => {
    const matter = await underReview();
    for (const institution of ['YM-440303-nothing', 'YM-440303-hall']) {
      const body = { ...act(matter), institutions: [institution], workingDays: 1, words: '?' };
      expect((await t.reviewer.refused(handling.askOpinion, { params: openLink(matter), body })).code, institution).toBe('matter.opinion_office_unknown');
    }
  });

  it('recalled, it leaves the other office’s list and the link may end', async () => {
    const matter = await underReview();
    const params = openLink(matter);
    const { matter: asked } = await t.reviewer.good(handling.askOpinion, { params, body: { ...act(matter), institutions: [police], workingDays: 1, words: '?' } });
    const consult = { ...params, linkId: asked.links.find((link) => link.kind === 'consult')?.linkId ?? '' };
    expect((await constable.client.refused(handling.recallOpinion, { params: consult, body: { ...act(asked), words: '?' } })).code).toBe('matter.unknown');
    const { matter: recalled } = await t.reviewer.good(handling.recallOpinion, { params: consult, body: { ...act(asked), words: '已查明' } });
    expect(await mine(constable.client, matter.number, 'open')).toEqual([]);
    await t.reviewer.good(wire.recordFinding, { params, body: { ...act(recalled), finding: 'passed', opinion: '齐全' } });
  });
});

describe('somebody stands in', () => {
  it('within a second of its entry: sees what the absent colleague has, does it in his name, and stops when the absence ends', async () => {
    const matter = await underReview();
    const params = openLink(matter);
    expect(await mine(second.client, matter.number)).toEqual([]);
    const reviewerId = matter.links[0]?.claimedBy?.staffId ?? '';
    const entered = await t.reviewer.good(absences.enterAbsence, { body: { staffId: reviewerId, standInId: second.staffId, fromOn: '2026-11-26', toOn: '2026-11-27' } });
    expect(entered).toMatchObject({ staffName: 'reviewer', standInName: 'second', covered: [{ institution: streetOffice, role: 'officer' }], uncovered: [], mayEnd: true });
    time.goTo(shenzhen('2026-11-26', '09:30:01.500'));
    expect(await mine(second.client, matter.number)).toMatchObject([{ standIn: true, claimedByMe: false, claimedByName: 'reviewer' }]);
    const shown = await view(second.client, matter.matterId);
    expect(shown.links[0]).toMatchObject({ forName: 'reviewer', allowed: ['record_finding', 'release_link', 'hand_over_link', 'ask_opinion'] });
    const other = await underReview();
    const { matter: done } = await second.client.good(wire.recordFinding, { params, body: { ...act(shown), finding: 'passed', opinion: '代办' } });
    expect(done.links[0]).toMatchObject({ claimedBy: { name: 'second' }, forName: 'reviewer' });
    expect(done.opinions).toMatchObject([{ byName: 'second', forName: 'reviewer' }]);
    expect(done.history.find((entry) => entry.kind === 'link_completed')).toMatchObject({ byName: 'second', otherName: 'reviewer' });

    await t.reviewer.good(absences.endAbsence, { params: { absenceId: entered.absenceId } });
    time.goTo(shenzhen('2026-11-26', '09:30:02.500'));
    expect(await mine(second.client, other.number)).toEqual([]);
    expect((await second.client.refused(wire.recordFinding, { params: openLink(other), body: { ...act(other), finding: 'passed', opinion: '?' } })).code).toBe('matter.link_claimed_by_other');
  });
});

describe('several links at once', () => {
  const rowOf = (matter: MatterView) => ({ ...openLink(matter), seenSeq: matter.seq });
  const waiting = async (): Promise<MatterView> => {
    const matterId = await t.filedAtWindow((await t.somebody()).partyId);
    await t.accepted(matterId);
    return view(t.reviewer, matterId);
  };

  it('each row is done or refused by itself, with its reason; sent again it counts once', async () => {
    const [free, taken, stale] = [await waiting(), await underReview(), await waiting()];
    const body = { commandId: randomUUID(), act: 'claim_link' as const, words: '', rows: [rowOf(free), rowOf(taken), { ...rowOf(stale), seenSeq: stale.seq - 1 }, { matterId: randomUUID(), linkId: 'x', seenSeq: 1 }] };
    const { rows } = await second.client.good(handling.actInBulk, { body });
    expect(rows.map((row) => [row.ok, row.problem?.code])).toEqual([[true, undefined], [false, 'matter.link_claimed_by_other'], [false, 'matter.changed_meanwhile'], [false, 'matter.unknown']]);
    expect(rows[1]?.problem?.title).toMatch(/[\u4e00-\u9fff]/);
    const again = await second.client.good(handling.actInBulk, { body });
    expect(again.rows[0]?.ok).toBe(true);
    expect((await view(second.client, free.matterId)).history.filter((entry) => entry.kind === 'link_claimed')).toHaveLength(1);
  });

  it('findings go as passed, and approvals where the item allows it; a proposed refusal is looked at by itself', async () => {
    const reviews = [await underReview(), await underReview()];
    const found = await t.reviewer.good(handling.actInBulk, { body: { commandId: randomUUID(), act: 'record_finding', words: '批量核对无误', rows: reviews.map(rowOf) } });
    expect(found.rows.map((row) => row.ok)).toEqual([true, true]);
    const approvals: MatterView[] = [];
    for (const [i, { matterId }] of reviews.entries()) {
      const held = await t.claimed(t.colleague, matterId);
      await t.colleague.good(wire.proposeDecision, { params: openLink(held), body: { ...act(held), outcome: i === 0 ? 'granted' : 'refused', opinion: '如是' } });
      approvals.push(await t.claimed(t.approver, matterId));
    }
    const [first, refusal] = approvals as [MatterView, MatterView];
    expect((await mine(t.approver, first.number))[0]?.bulk).toContain('approve_decision');
    expect((await mine(t.approver, refusal.number))[0]?.bulk).not.toContain('approve_decision');
    const agreed = await t.approver.good(handling.actInBulk, { body: { commandId: randomUUID(), act: 'approve_decision', words: '同意', rows: [rowOf(first), rowOf(refusal)] } });
    expect(agreed.rows.map((row) => row.problem?.code)).toEqual([undefined, 'matter.bulk_not_granted']);
    expect([(await view(t.approver, first.matterId)).status, (await view(t.approver, refusal.matterId)).status]).toEqual(['completed', 'accepted']);
  });

  it('takes no more than fifty', async () => {
    const rows = Array.from({ length: 51 }, () => ({ matterId: randomUUID(), linkId: 'x', seenSeq: 1 }));
    expect((await second.client.refused(handling.actInBulk, { body: { commandId: randomUUID(), act: 'claim_link', words: '', rows } })).status).toBe(400);
  });
});

it('every office and person above is invented but the institutions: they stand in the unit tree', () => {
  for (const code of [bureau, streetOffice, police]) expect(t.app.units.institution(code), code).toBeDefined();
});
