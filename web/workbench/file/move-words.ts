import type { LimitProposalView } from '../../../contract/limits.ts';
import { say } from '../../../contract/language.ts';
import { limitMessages } from '../../../contract/messages/limits.ts';
import type { Words } from '../words/words.tsx';

/** What a proposed act would do or did, in words: "检验，停止计时 10 个工作日". */
export function moveWords(proposal: Pick<LimitProposalView, 'type' | 'ground' | 'workingDays'>, { t, language }: Pick<Words, 't' | 'language'>): string {
  const ground = proposal.ground ? say(limitMessages[`limits.procedure.${proposal.ground}`], language) : '';
  return t(`acts.${proposal.type}`, { ground, days: proposal.workingDays ?? 0 });
}
