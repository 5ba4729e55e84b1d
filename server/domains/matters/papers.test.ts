import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Language } from '../../../contract/language.ts';
import type { LimitActBody } from '../../../contract/limits.ts';
import * as wire from '../../../contract/matters.ts';
import type { MatterView } from '../../../contract/matters.ts';
import { squeezed, textOf } from '../../platform/papers/paper-text.ts';
import { act, allowanceOffice, openLink, view, type AllowanceOffice } from '../../testing/allowance-office.ts';
import type { Client } from '../../testing/app.ts';
import { shenzhen } from '../../testing/given-matter.ts';
import { virtualTime, type VirtualTime } from '../../testing/virtual-time.ts';

let t: AllowanceOffice;
let time: VirtualTime;
beforeAll(async () => {
  time = virtualTime(shenzhen('2026-11-02'));
  t = await allowanceOffice({ time });
});
afterAll(() => t.drop());

/** Laying out Chinese takes a while on a busy machine. */
const patient = { timeout: 300_000 };

type Kind = MatterView['papers'][number];

async function drawn(client: Client, matterId: string, paper: Kind, language: Language = 'zh-CN', proposal?: string): Promise<{ bytes: Buffer; shown: string }> {
  const made = await client.call(wire.getPaper, { params: { matterId, paper }, query: { language, ...(proposal === undefined ? {} : { proposal }) } });
  if (made.status !== 200) throw new Error(`${paper}: ${made.text}`);
  return { bytes: made.bytes, shown: squeezed(textOf(made.bytes)) };
}

const sentence = (matter: MatterView, limit: string, language: Language = 'zh-CN'): string => squeezed(matter.dues.find((due) => due.limit === limit)?.explanation[language] ?? `no ${limit}`);

async function filed(): Promise<{ client: Client; matterId: string }> {
  const { client, partyId } = await t.somebody();
  return { client, matterId: await t.filedAtWindow(partyId) };
}

/** Proposed by who has the link, approved by the second person; answers the matter and the id of the act. */
async function moved(matterId: string, body: LimitActBody, words: string): Promise<{ matter: MatterView; proposalId: string }> {
  const before = await view(t.reviewer, matterId);
  const { matter: open } = await t.reviewer.good(wire.proposeLimitAct, { params: { matterId }, body: { ...act(before), act: body, words } });
  const proposalId = open.proposals.find((one) => one.outcome === 'open')?.proposalId ?? '';
  const { matter } = await t.approver.good(wire.approveLimitAct, { params: { matterId, proposalId }, body: { ...act(open), words: '同意' } });
  return { matter, proposalId };
}

describe('papers before acceptance', patient, () => {
  it('receipt and roll say the sentence that the screen says, and where the visit is rated', async () => {
    const { client, matterId } = await filed();
    const matter = await view(client, matterId);
    for (const kind of ['receipt', 'ticket'] as const) {
      const { shown } = await drawn(client, matterId, kind);
      expect(shown).toContain(sentence(matter, 'notice'));
      expect(shown).toContain('扫码评价');
    }
  });

  it.each(['zh-CN', 'zh-HK', 'en'] as const)('a correction notice names each defect with the standard it fails, and the day by which it is answered with its sentence (%s)', async (language) => {
    const { client, matterId } = await filed();
    const defects = [{ about: 'material' as const, code: 'identity_card', fault: 'unreadable' as const, words: '反面看不清。' }, { about: 'field' as const, code: 'address_line', fault: 'inconsistent' as const, words: '与户口簿不一致。' }];
    const { matter } = await t.clerk.good(wire.requestCorrection, { params: { matterId }, body: { ...act(await view(t.clerk, matterId)), defects } });
    const { shown } = await drawn(client, matterId, 'correction_notice', language);
    expect(shown).toContain(sentence(matter, 'correction', language));
    for (const defect of matter.defects) {
      expect(shown).toContain(squeezed(defect.name[language]));
      expect(shown).toContain(squeezed(defect.words));
    }
    expect(shown).toContain(squeezed(matter.materials.find((one) => one.materialCode === 'identity_card')?.acceptStand[language] ?? 'none'));
  });
});

describe('a notice says for ever what was the case when it was issued', patient, () => {
  it('acceptance, a special procedure, its prolongation and its end each keep their bytes, and the newest one says the day everybody sees', async () => {
    const { client, matterId } = await filed();
    const accepted = await t.accepted(matterId);
    const first = await drawn(client, matterId, 'acceptance_notice');
    expect(first.shown).toContain(sentence(accepted, 'promised'));
    expect(first.shown, 'the office of the step that the acceptance opened').toContain(squeezed(accepted.links[0]?.institutionName['zh-CN'] ?? 'none'));
    await t.claimed(t.reviewer, matterId);
    time.goTo(shenzhen('2026-11-04'));
    const stopped = await moved(matterId, { type: 'special', ground: 'expert_review', document: '深特〔2026〕1号', announcedWorkingDays: 5 }, '需要专家评审材料真实性。');
    const notice = await drawn(client, matterId, 'limit_notice');
    for (const text of ['深特〔2026〕1号', '专家评审', '5个工作日', '需要专家评审材料真实性。', sentence(stopped.matter, 'promised'), sentence(stopped.matter, 'special')]) expect(notice.shown).toContain(squeezed(text));
    const offices = stopped.matter.proposals.flatMap((one) => [one.proposedByUnit, one.decidedByUnit]);
    expect(offices).toHaveLength(2);
    for (const office of offices) expect(notice.shown).toContain(squeezed(office?.['zh-CN'] ?? 'nobody'));
    time.goTo(shenzhen('2026-11-06'));
    const pauseId = stopped.matter.proposals.at(-1)?.pauseId ?? '';
    const longer = await moved(matterId, { type: 'prolong', pauseId, document: '深特〔2026〕2号', byWorkingDays: 4 }, '专家尚未到齐。');
    const prolonged = await drawn(client, matterId, 'limit_notice');
    for (const text of ['再用4个工作日', '专家尚未到齐。', sentence(longer.matter, 'promised'), sentence(longer.matter, 'special')]) expect(prolonged.shown).toContain(squeezed(text));
    time.goTo(shenzhen('2026-11-09'));
    const ended = await moved(matterId, { type: 'end', pauseId, document: '深特〔2026〕3号' }, '评审已完成。');
    const newest = await drawn(client, matterId, 'limit_notice');
    for (const text of ['恢复计时告知书', '评审已完成。', sentence(ended.matter, 'promised')]) expect(newest.shown).toContain(squeezed(text));
    expect(sentence(ended.matter, 'promised')).not.toBe(sentence(longer.matter, 'promised'));
    for (const [one, before] of [[ended, newest], [longer, prolonged], [stopped, notice]] as const) {
      const named = await drawn(client, matterId, 'limit_notice', 'zh-CN', one.proposalId);
      expect(named.bytes.equals(before.bytes)).toBe(true);
    }
    expect((await drawn(client, matterId, 'acceptance_notice')).bytes.equals(first.bytes)).toBe(true);
    expect((await drawn(client, matterId, 'receipt')).shown).toContain(sentence(ended.matter, 'promised'));
    expect((await client.refused(wire.getPaper, { params: { matterId, paper: 'limit_notice' }, query: { proposal: matterId } })).code).toBe('matter.paper_not_there');
  });

  it('a proposal that was only made or was rejected has no notice', async () => {
    const { client, matterId } = await filed();
    await t.accepted(matterId);
    const mine = await t.claimed(t.reviewer, matterId);
    const { matter: open } = await t.reviewer.good(wire.proposeLimitAct, { params: { matterId }, body: { ...act(mine), act: { type: 'special', ground: 'hearing', document: '深听〔2026〕9号', announcedWorkingDays: 3 }, words: '需要' } });
    expect(open.papers).not.toContain('limit_notice');
    const proposalId = open.proposals[0]?.proposalId ?? '';
    const { matter } = await t.approver.good(wire.rejectLimitAct, { params: { matterId, proposalId }, body: { ...act(open), words: '理由不足' } });
    expect(matter.papers).not.toContain('limit_notice');
    expect((await client.refused(wire.getPaper, { params: { matterId, paper: 'limit_notice' }, query: { proposal: proposalId } })).code).toBe('matter.paper_not_there');
  });
});

describe('papers of silence and of return', patient, () => {
  it('what the law accepted has a notice that says so, with the days counted from receipt', async () => {
    time.goTo(shenzhen('2026-11-10'));
    const { client, matterId } = await filed();
    const received = await view(client, matterId);
    time.goTo(shenzhen('2026-11-20'));
    await t.app.matters.sweep();
    while ((await t.work()) > 0);
    const matter = await view(client, matterId);
    expect(matter).toMatchObject({ status: 'accepted', deemed: true });
    expect(matter.papers).toContain('deemed_acceptance_notice');
    expect(matter.papers).not.toContain('acceptance_notice');
    const { shown } = await drawn(client, matterId, 'deemed_acceptance_notice');
    expect(shown).toContain(sentence(matter, 'promised'));
    expect(shown).toContain('视为受理告知书');
    expect(received.dues[0]?.dueOn).toBe('2026-11-17');
    expect(shown).toContain('2026年11月17日届满');
    expect(shown).toContain('2026年11月10日收到');
  });

  it('a file returned for want of an answer says what was asked, by when, and that the way stays open', async () => {
    const { client, matterId } = await filed();
    const defects = [{ about: 'material' as const, code: 'identity_card', fault: 'expired' as const, words: '证件已过期。' }];
    const { matter: asked } = await t.clerk.good(wire.requestCorrection, { params: { matterId }, body: { ...act(await view(t.clerk, matterId)), defects } });
    time.goTo(shenzhen('2026-12-20'));
    const { matter } = await t.clerk.good(wire.terminateMatter, { params: { matterId }, body: { ...act(await view(t.clerk, matterId)), words: '没有收到您的补正。' } });
    expect(matter.papers).toContain('termination_notice');
    const { shown } = await drawn(client, matterId, 'termination_notice');
    for (const text of [sentence(asked, 'correction'), '证件已过期。', '没有收到您的补正。', `${matter.number}-B1`, '可以随时重新申请']) expect(shown).toContain(squeezed(text));
    expect(openLink(matter).linkId).toBe('');
  });
});
