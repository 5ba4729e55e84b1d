import { describe, expect, it } from 'vitest';
import type { LinkView } from '../../../contract/matters.ts';
import { workbenchMessages } from '../../../contract/messages/workbench.ts';
import { speaker } from '../../ui/speak.ts';
import { linkInHand } from './opinion-panel.tsx';

const t = speaker(workbenchMessages, 'zh-CN');
const words = { t, of: (text: { 'zh-CN': string }) => text['zh-CN'] };
const named = (cn: string) => ({ 'zh-CN': cn, 'zh-HK': cn, en: cn });
const link = (more: Partial<LinkView>): LinkView => ({
  linkId: 'decide-1~1', element: 'decide', kind: 'consult', name: named('征求罗湖区教育局意见'), standard: null, institution: 'YM-440303-education', institutionName: named('罗湖区教育局'), post: 'officer', openedAt: '2026-11-23T01:30:00.000Z', doneAt: null,
  claimedBy: null, action: null, opinion: null, due: null, forName: null, asks: 'decide-1', question: '学位是否充足？', allowed: ['give_opinion', 'release_link'], ...more,
});

describe('what an asked office may answer', () => {
  it('is for, for on conditions, against, or nothing to say; against and conditions must be said in words', () => {
    expect(linkInHand(link({}), words).choices.map((one) => [one.value, one.good, one.needsWords])).toEqual([
      ['agree', true, false], ['agree_on_conditions', true, true], ['disagree', false, true], ['no_remark', true, false],
    ]);
  });

  it('is sent as a stance with its words', () => {
    const [agree] = linkInHand(link({}), words).choices;
    expect(agree?.make('decide-1~1', '充足')).toEqual({ kind: 'give_opinion', linkId: 'decide-1~1', stance: 'agree', opinion: '充足' });
  });

  it('stands beside the question and, for a stand-in, in whose place', () => {
    expect(linkInHand(link({ forName: '韩悦宇' }), words).note).toBe('代韩悦宇 · 问：学位是否充足？');
  });

  it('offers nothing that the server does not allow', () => {
    expect(linkInHand(link({ allowed: ['claim_link'] }), words).choices).toEqual([]);
  });
});
