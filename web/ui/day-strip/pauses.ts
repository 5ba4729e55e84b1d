import { say, type Language, type Localized } from '../../../contract/language.ts';
import { limitMessages } from '../../../contract/messages/limits.ts';
import { dayOf } from '../dates.ts';

/** Ground of a special procedure (contract/limits.ts procedureKinds). */
export type PauseGround = 'hearing' | 'tender' | 'auction' | 'inspection' | 'testing' | 'quarantine' | 'appraisal' | 'expert_review' | 'public_notice' | 'other_by_law';

/** What is read of a proposed act on limits (contract/limits.ts LimitProposalView). */
export interface ProposalParts {
  readonly type: 'special' | 'prolong' | 'end' | 'extend';
  readonly ground: PauseGround | null;
  readonly document: string;
  readonly pauseId: string | null;
  readonly outcome: 'open' | 'approved' | 'rejected';
  readonly proposedAt: string;
  readonly decidedAt: string | null;
  readonly proposedByName: string;
  readonly proposedByUnit: Localized | null;
  readonly decidedByName: string;
  readonly decidedByUnit: Localized | null;
}

/** A special procedure of a matter: why the clock stands or stood still, by which document, from when until when (days), and both who asked and who agreed. */
export interface ShownPause {
  readonly pauseId: string;
  readonly ground: PauseGround;
  readonly document: string;
  /** the moment the clock stopped */
  readonly fromAt: string;
  /** the day it goes on at the latest, or went on */
  readonly untilOn: string | null;
  readonly over: boolean;
  readonly proposer: Localized;
  readonly approver: Localized;
}

/** The approved special procedures of a matter, in order. `dues` are its limits: that of the procedure itself says until when it was announced. */
export function pausesOf(proposals: readonly ProposalParts[], dues: readonly { readonly limitId: string; readonly dueOn: string; readonly dueAt: string; readonly endedAt: string | null }[], now: string): readonly ShownPause[] {
  const approved = proposals.filter((one) => one.outcome === 'approved');
  return approved.flatMap((one) => {
    if (one.type !== 'special' || one.pauseId === null || one.ground === null || one.decidedAt === null) return [];
    const end = approved.find((other) => other.type === 'end' && other.pauseId === one.pauseId);
    const announced = dues.find((due) => due.limitId === `special:${one.pauseId}`);
    return [{
      pauseId: one.pauseId, ground: one.ground, document: one.document, fromAt: one.decidedAt, untilOn: end ? dayOf(end.proposedAt) : (announced?.dueOn ?? null),
      over: end !== undefined || announced === undefined || announced.endedAt !== null || announced.dueAt < now,
      proposer: both(one.proposedByUnit, one.proposedByName), approver: both(one.decidedByUnit, one.decidedByName),
    }];
  });
}

/** Office and, inside it, the person. */
function both(unit: Localized | null, name: string): Localized {
  const words = (language: Language): string => [unit?.[language] ?? '', name].filter((part) => part !== '').join(' ');
  return { 'zh-CN': words('zh-CN'), 'zh-HK': words('zh-HK'), en: words('en') };
}

/** "检验（深检〔2026〕12 号）": the ground and the written notice. */
export function pauseGroundWords(pause: Pick<ShownPause, 'ground' | 'document'>, language: Language): string {
  const procedure = say(limitMessages[`limits.procedure.${pause.ground}`], language);
  return pause.document === '' ? procedure : say(limitMessages['limits.pause.ground'], language, { procedure, document: pause.document });
}
