import { accept, refuse, type Refusal } from '../../kernel/decider.ts';
import type { Id } from '../../kernel/ids.ts';
import { openLink, ownLink, type MatterDecision, type Meta } from './decide.ts';
import { openConsultations, standInOf } from './ending.ts';
import type { Stance } from './matter-handling.ts';
import type { Hand } from './hand.ts';
import type { Law } from './law.ts';
import { setClock } from './limits.ts';
import type { Link, Matter, MatterFact } from './matter.ts';
import { barredFrom } from './signers.ts';

/** 转办: from whoever has a link to another of its post. */
export interface HandOver {
  readonly linkId: string;
  readonly to: Id;
  readonly words: string;
  /** who holds the link's post in its institution now */
  readonly holders: readonly Id[];
  /** the actor leads that institution (its approver or hall manager), and may hand over what others have */
  readonly leads: boolean;
}

/** Hands a claimed link to another holder of the same post in the same institution, never to a person whom the rule of two persons bars; the reason is kept. */
export function handOverLink(state: Matter, over: HandOver, hand: Hand, meta: Meta): MatterDecision {
  const found = over.leads ? openLink(state, over.linkId, 'hand_over_link') : ownLink(state, over.linkId, hand.staffId, 'hand_over_link', hand.standsInFor);
  if (!found.ok) return found;
  const { link } = found;
  if (link.claimedBy === null) return refuse('matter.link_not_claimed');
  if (over.to === link.claimedBy) return refuse('matter.receiver_has_it');
  if (!over.holders.includes(over.to)) return refuse('matter.receiver_not_in_post');
  if (barredFrom(state, link).includes(over.to)) return refuse('matter.same_person');
  const standIn = isOwn(link, hand) ? standInOf(link, hand.staffId) : {};
  return accept<MatterFact>({ kind: 'link_handed_over', ...meta, content: { linkId: link.linkId, from: link.claimedBy, to: over.to, ...standIn }, sealed: { words: over.words } });
}

const isOwn = (link: Link, hand: Hand): boolean => link.claimedBy === hand.staffId || (link.claimedBy !== null && hand.standsInFor.includes(link.claimedBy));

/** 征求意见: which offices are asked what, and how many working days they have. */
export interface Question {
  readonly linkId: string;
  readonly institutions: readonly string[];
  readonly workingDays: number;
  readonly words: string;
}

/** The longest time an office may be given to answer (L-018), in working days; a pack older than the rule says nothing and has the one of the day it came. */
export const opinionDays = (law: Pick<Law, 'pack'>): number => law.pack.limits.opinion?.amount ?? firstOpinionDays;
const firstOpinionDays = 5;

/** Whoever has a link in hand asks offices for their opinion: a link for each, with its own clock. An office is not asked twice at once, nor the asking office itself. */
export function askOpinion(state: Matter, question: Question, hand: Hand, law: Law, meta: Meta): MatterDecision {
  const own = ownLink(state, question.linkId, hand.staffId, 'ask_opinion', hand.standsInFor);
  if (!own.ok) return own;
  const { link } = own;
  if (link.kind === 'consult') return refuse('matter.wrong_act_for_link', { kind: link.kind });
  const most = opinionDays(law);
  if (question.workingDays > most) return refuse('matter.opinion_too_long', { most });
  const wrong = unlawfulOffice(state, link, question.institutions);
  if (wrong) return wrong;
  const clock = setClock(law.calendar, { amount: question.workingDays, unit: 'working_day' }, meta.at, law.pack.warning);
  if (!clock.ok) return clock;
  const before = state.links.filter((one) => one.asks === link.linkId).length;
  return accept<MatterFact>(...question.institutions.map((institution, i): MatterFact => ({
    kind: 'consultation_asked', ...meta, content: { linkId: consultId(link.linkId, before + i + 1), asks: link.linkId, institution, clock: clock.clock, ...standInOf(link, hand.staffId) }, sealed: { words: question.words },
  })));
}

/** No id of the token game has this sign: BPMN ids are XML names. */
const consultId = (linkId: string, n: number): string => `${linkId}~${n}`;

function unlawfulOffice(state: Matter, link: Link, institutions: readonly string[]): Refusal | undefined {
  if (institutions.includes(link.institution)) return refuse('matter.opinion_own_office');
  const open = new Set(openConsultations(state, link.linkId).map((one) => one.institution));
  const twice = institutions.find((one, i) => open.has(one) || institutions.indexOf(one) < i);
  return twice === undefined ? undefined : refuse('matter.opinion_asked_already', { institution: twice });
}

/** An answer to a question. */
export interface Answer {
  readonly linkId: string;
  readonly stance: Stance;
  readonly words: string;
}

/** The asked office answers, in time or late; never the person who asked. */
export function giveOpinion(state: Matter, answer: Answer, hand: Hand, meta: Meta): MatterDecision {
  const own = ownLink(state, answer.linkId, hand.staffId, 'give_opinion', hand.standsInFor);
  if (!own.ok) return own;
  const { link } = own;
  if (link.kind !== 'consult') return refuse('matter.wrong_act_for_link', { kind: link.kind });
  const barred = barredFrom(state, link);
  if (barred.includes(hand.staffId) || (link.claimedBy !== null && barred.includes(link.claimedBy))) return refuse('matter.same_person');
  return accept<MatterFact>({ kind: 'consultation_answered', ...meta, content: { linkId: link.linkId, staffId: hand.staffId, stance: answer.stance, ...standInOf(link, hand.staffId) }, sealed: { words: answer.words } });
}

/** Whoever has the link it was asked for no longer asks; the reason is told to who was asked. */
export function recallOpinion(state: Matter, linkId: string, words: string, hand: Hand, meta: Meta): MatterDecision {
  const found = openLink(state, linkId, 'recall_opinion');
  if (!found.ok) return found;
  if (found.link.kind !== 'consult') return refuse('matter.wrong_act_for_link', { kind: found.link.kind });
  const asking = ownLink(state, found.link.asks ?? '', hand.staffId, 'recall_opinion', hand.standsInFor);
  if (!asking.ok) return asking;
  return accept<MatterFact>({ kind: 'consultation_recalled', ...meta, content: { linkId, ...standInOf(asking.link, hand.staffId) }, sealed: { words } });
}
