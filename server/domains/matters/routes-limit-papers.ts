import { say, type Language } from '../../../contract/language.ts';
import { limitMessages } from '../../../contract/messages/limits.ts';
import { matterPaperMessages as words } from '../../../contract/messages/matters.ts';
import { papersMessages } from '../../../contract/messages/papers.ts';
import { localDayOf } from '../../kernel/instant.ts';
import type { Limit } from '../../kernel/calendar/index.ts';
import type { ProcedureKind } from '../../kernel/limits/index.ts';
import type { LimitPaper, TerminationPaper } from '../../platform/papers/index.ts';
import type { LimitAct } from './matter-limit.ts';
import { findLimit } from './matter-limit.ts';
import type { Matter } from './matter.ts';
import { dayOf, defectsOf, nameOf, paperDay, remediesIn, sourceAt, type PaperSource } from './routes-paper-source.ts';

/** The written notice of an approved act on limits (行政许可法 42, 45): as things stood when it was approved; both offices, the ground, the length, the day before and the day now. */
export function limitNoticeOf(whole: PaperSource, proposalId: string | undefined): LimitPaper | undefined {
  const source = sourceAt(whole, (fact) => fact.kind === 'limit_act_approved' && (proposalId === undefined || fact.content.proposalId === proposalId));
  if (source?.fact.kind !== 'limit_act_approved') return undefined;
  const { file, language, sheet, complaint, before, at } = source;
  const { act, proposalId: decided } = source.fact.content;
  const { state: matter } = file;
  const proposal = matter.proposals.find((one) => one.proposalId === decided);
  const promised = dayOf(source, 'promised');
  if (!proposal || !promised) return undefined;
  const statutory = dayOf(source, 'statutory');
  const special = 'pauseId' in act && act.type !== 'end' ? findLimit(matter.limits, `special:${act.pauseId}`) : undefined;
  const ground = groundOf(matter, act);
  return {
    ...sheet, kind: 'limit-notice', issuedAt: at, unit: nameOf(source, source.fact.by.institution ?? matter.handlingInstitution), documentNumber: act.document, act: act.type,
    ground: ground ? say(limitMessages[`limits.procedure.${ground}`], language) : '', reason: proposedWords(whole, decided), length: lengthIn(lengthOf(matter, act), language),
    ...(special ? { announced: paperDay(source, special) } : {}), before: findLimit(before?.limits ?? [], 'promised')?.dueOn ?? promised.on, promised, ...(statutory ? { statutory } : {}),
    proposed: { by: nameOf(source, proposal.institution), on: localDayOf(proposal.proposedAt) }, approved: { by: nameOf(source, source.fact.by.institution ?? proposal.institution), on: localDayOf(at) },
    questions: words['papers.questions'][language], complaint,
  };
}

/** The ground of the procedure an act begins, prolongs or ends; none for an extension. */
function groundOf(matter: Matter, act: LimitAct): ProcedureKind | undefined {
  if (act.type === 'special') return act.ground;
  if (act.type === 'extend') return undefined;
  return matter.limits.flatMap((one) => one.clock.pauses).find((pause) => pause.pauseId === act.pauseId)?.ground;
}

/** The length an act adds, in the unit it is told in; nothing for the end of a procedure. */
function lengthOf(matter: Matter, act: LimitAct): Limit | undefined {
  switch (act.type) {
    case 'special':
      return act.announced;
    case 'prolong':
      return { amount: act.by, unit: findLimit(matter.limits, `special:${act.pauseId}`)?.clock.limit.unit ?? 'working_day' };
    case 'extend':
      return { amount: act.by, unit: act.unit };
    case 'end':
      return undefined;
  }
}

function lengthIn(length: Limit | undefined, language: Language): string {
  if (!length) return '';
  const unit = length.unit === 'calendar_day' || length.unit === 'hour' ? length.unit : 'working_day';
  const one = length.amount === 1 ? ('.one' as const) : ('' as const);
  return say(limitMessages[`limits.amount.${unit}${one}`], language, { n: length.amount });
}

/** What the office wrote when it proposed: the reason that article 42 has told to the applicant. */
function proposedWords({ file }: PaperSource, proposalId: string): string {
  const fact = file.facts.find((one) => one.kind === 'limit_act_proposed' && (one.content as { proposalId: string }).proposalId === proposalId);
  return (fact && (file.sealed.get(fact.seq)?.words as string | undefined)) ?? '';
}

/** 退件告知书: what was asked and by when, with the clerk's words to the applicant. */
export function terminationOf(whole: PaperSource): TerminationPaper | undefined {
  const source = sourceAt(whole, (fact) => fact.kind === 'terminated');
  const told = sourceAt(whole, (fact) => fact.kind === 'correction_requested');
  if (!source || !told) return undefined;
  const { file, found, language, sheet, complaint, at } = source;
  const { state: matter } = file;
  const answerBy = dayOf(source, 'correction');
  return {
    ...sheet, kind: 'termination-notice', unit: nameOf(source, matter.acceptingInstitution), issuedAt: at, documentNumber: `${matter.number}-T`, receivedOn: localDayOf(matter.receivedAt),
    told: { on: localDayOf(told.at), documentNumber: `${matter.number}-B${matter.corrections}`, materials: defectsOf(found, told.file, language).map(({ material, defect }) => `${material} · ${defect}`) },
    ...(answerBy ? { answerBy } : {}), reason: String(file.sealed.get(file.facts.at(-1)?.seq ?? 0)?.words ?? ''),
    advice: [papersMessages['paper.termination_advice_again'][language], papersMessages['paper.termination_advice_help'][language]],
    remedies: remediesIn(language), questions: words['papers.questions'][language], complaint,
  };
}
