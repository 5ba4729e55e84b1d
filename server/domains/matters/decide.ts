import { accept, refuse, type Decision, type InputFault, type Refusal } from '../../kernel/decider.ts';
import { begin, complete, type Move } from '../../kernel/flow/index.ts';
import type { Id } from '../../kernel/ids.ts';
import type { By } from '../../kernel/actor.ts';
import { instantOfMs, msOf, type Instant } from '../../kernel/instant.ts';
import { givenTo, moved } from './decide-flow.ts';
import { missingForGrant } from './grant.ts';
import type { FilingJudgement, Law } from './law.ts';
import { setClock } from './limits.ts';
import { findLimit, openLimits, type MatterLimit, type SetClock } from './matter-limit.ts';
import { judgeMaterials, refuseMaterials, type HandedIn } from './materials.ts';
import type { Accepted, Channel, FiledParticulars, Handover, Link, LinkAction, Matter, MatterFact, RefusalGround } from './matter.ts';
import { beforeEnding, standInOf } from './ending.ts';
import type { ParentMatter } from './matter-flow.ts';
import { newestProposal } from './outcome.ts';
import { barredFrom } from './signers.ts';
import { transitions, type LinkAct, type MatterAct } from './transitions.ts';

/** Facts of a matter, or a refusal of this domain or of the calendar and the unit tree it asked. */
export type MatterDecision = Decision<MatterFact>;

/** When and by whom. */
export interface Meta {
  readonly at: Instant;
  readonly by: By;
}

/** 收件: files an application. */
export interface Filing {
  readonly number: string;
  readonly channel: Channel;
  readonly areaUnit: string;
  readonly acceptingInstitution: string;
  readonly handlingInstitution: string;
  readonly partyId: Id;
  readonly organisationId: Id | null;
  readonly handedIn: readonly HandedIn[];
  readonly particulars: FiledParticulars;
  readonly judgement: FilingJudgement;
  /** of a bundle: which of its items this case has, by their elements */
  readonly parts?: readonly string[];
  /** of an item of a bundle: the bundle */
  readonly parent?: ParentMatter;
  /** the mandate under which it is filed for another */
  readonly mandateId?: Id;
}

/** Receives an application; it is complete in form, or refused with everything that is wrong at once. */
export function file(state: Matter | null, filing: Filing, law: Law, meta: Meta): MatterDecision {
  if (state) return refuse('matter.already_filed', { number: state.number });
  if (!law.item.inForce) return refuse('matter.item_not_in_force');
  const { judgement } = filing;
  if (judgement.notEligible) return refuse('matter.not_eligible', { question: judgement.notEligible });
  if (judgement.openQuestions.length > 0) return refuse('matter.situation_open', { question: judgement.openQuestions[0] ?? '' }, faultsOf(judgement.openQuestions));
  if (judgement.formFaults.length > 0) return refuse('matter.form_faulty', { count: judgement.formFaults.length }, judgement.formFaults);
  const materials = judgeMaterials(judgement.asked, filing.handedIn, filing.channel);
  if (materials.faults.length > 0) return refuseMaterials(materials.faults);
  const notice = setClock(law.calendar, law.pack.limits.notice, meta.at, law.pack.warning);
  if (!notice.ok) return notice;
  const { number, channel, areaUnit, acceptingInstitution, handlingInstitution, partyId, organisationId, parts, parent, mandateId } = filing;
  return accept<MatterFact>({
    kind: 'matter_filed', ...meta,
    content: {
      number, channel, item: law.item.ref, areaUnit, acceptingInstitution, handlingInstitution, partyId, organisationId,
      materials: materials.given, calendar: law.calendar.version, notice: notice.clock, pack: law.pack.version,
      ...(parts ? { parts } : {}), ...(parent ? { parent } : {}), ...(mandateId === undefined ? {} : { mandateId }),
    },
    sealed: filing.particulars,
    files: materials.given.flatMap((material) => material.files.map((one) => one.fileId)),
  });
}

const faultsOf = (questions: readonly string[]): readonly InputFault[] => questions.map((question) => ({ pointer: `/answers/${question}`, code: 'input.required', params: {} }));

/**
 * 受理: the file is complete; the statutory and promised clocks start now and the process begins. Once the notice limit has passed in silence
 * the law has accepted already (L-013): who accepts then records that, from the day of receipt.
 */
export function acceptMatter(state: Matter, law: Law, meta: Meta): MatterDecision {
  const wrong = notNow(state, 'accept');
  if (wrong) return wrong;
  const silence = silenceOf(state, meta.at);
  if (silence) return acceptBySilence(state, silence, law, meta);
  const begun = beginHandling(state, law, meta, meta.at);
  return begun.ok ? moved(state, [{ kind: 'matter_accepted', ...meta, content: begun.accepted }], begun.move, law, meta) : begun;
}

/** The notice limit that has passed with nothing said; undefined while there is time, and once something was said. */
export function silenceOf(state: Matter, at: Instant): MatterLimit | undefined {
  const notice = state.status === 'received' ? findLimit(state.limits, 'notice') : undefined;
  return notice && at > notice.dueAt ? notice : undefined;
}

/** 视为受理 (行政许可法 32, L-013): accepted from the day the papers were received. The first links' clocks run from the moment the silence was over, whenever it is recorded. */
export function acceptBySilence(state: Matter, notice: MatterLimit, law: Law, meta: Meta): MatterDecision {
  const acceptedFrom = notice.clock.startedAt;
  const begun = beginHandling(state, law, meta, acceptedFrom);
  return begun.ok ? moved(state, [{ kind: 'deemed_accepted', ...meta, content: { ...begun.accepted, acceptedFrom } }], begun.move, law, meta, instantOfMs(msOf(notice.dueAt) + 1)) : begun;
}

/** The limits of handling from the day that counts as acceptance, those of materials to come, and the first move of the process. */
export function beginHandling(state: Matter, law: Law, meta: Meta, acceptedFrom: Instant): { ok: true; accepted: Accepted; move: Move } | Refusal {
  const { calendar, pack } = law;
  const promised = setClock(calendar, law.item.promised, acceptedFrom, pack.warning);
  if (!promised.ok) return promised;
  const statutory = law.item.statutory && setClock(calendar, law.item.statutory, acceptedFrom, pack.warning);
  if (statutory && !statutory.ok) return statutory;
  const deferred: Record<string, SetClock> = {};
  for (const material of state.materials.filter((one) => one.form === 'deferred')) {
    const days = law.item.deferrals?.[material.code]?.workingDays;
    const clock = setClock(calendar, days === undefined ? pack.limits.deferred : { amount: days, unit: 'working_day' }, meta.at, pack.warning);
    if (!clock.ok) return clock;
    deferred[material.code] = clock.clock;
  }
  const move = begin(law.graph, law.feel, givenTo(state, law));
  return { ok: true, accepted: { statutory: statutory ? statutory.clock : null, promised: promised.clock, flow: move.state, deferred }, move };
}

/** 不予受理, with its ground; the words are the clerk's. */
export function refuseAcceptance(state: Matter, ground: RefusalGround, words: string, meta: Meta): MatterDecision {
  return notNow(state, 'refuse_acceptance') ?? acceptedByLaw(state, meta.at) ?? accept<MatterFact>({ kind: 'acceptance_refused', ...meta, content: { ground }, sealed: { words } });
}

/** 撤回 by the applicant, before the decision. */
export function withdraw(state: Matter, meta: Meta): MatterDecision {
  return notNow(state, 'withdraw') ?? accept<MatterFact>({ kind: 'matter_withdrawn', ...meta, content: {} });
}

/** 退件: the applicant did not answer the correction notice within its deadline (L-014); he may file again at any time. */
export function terminate(state: Matter, words: string, meta: Meta): MatterDecision {
  const wrong = notNow(state, 'terminate');
  if (wrong) return wrong;
  const correction = findLimit(state.limits, 'correction');
  if (!correction || meta.at <= correction.dueAt) return refuse('matter.correction_time_left', { date: correction?.dueOn ?? '' });
  return accept<MatterFact>({ kind: 'terminated', ...meta, content: { ground: 'not_corrected' }, sealed: { words } });
}

/** 送达: the result was handed over at a counter or by courier; the words say to whom or under which tracking number. */
export function deliverResult(state: Matter, how: Handover, words: string, meta: Meta): MatterDecision {
  const wrong = notNow(state, 'deliver_result');
  if (wrong) return wrong;
  if (state.deliveredAt !== null) return refuse('matter.delivered_already');
  return accept<MatterFact>({ kind: 'result_delivered', ...meta, content: { how }, sealed: { words } });
}

/** An officer takes a link; the second person must be another than the one who proposed. */
export function claimLink(state: Matter, linkId: string, staffId: Id, meta: Meta): MatterDecision {
  const link = openLink(state, linkId, 'claim_link');
  if (!link.ok) return link;
  if (link.link.claimedBy !== null) return refuse('matter.link_claimed_by_other');
  if (barredFrom(state, link.link).includes(staffId)) return refuse('matter.same_person');
  return accept<MatterFact>({ kind: 'link_claimed', ...meta, content: { linkId, staffId } });
}

/** Gives a claimed link back to its post; `standsInFor` are the absent colleagues whose links the person may do as well. */
export function releaseLink(state: Matter, linkId: string, staffId: Id, meta: Meta, standsInFor: readonly Id[] = []): MatterDecision {
  const link = ownLink(state, linkId, staffId, 'release_link', standsInFor);
  return link.ok ? accept<MatterFact>({ kind: 'link_released', ...meta, content: { linkId, ...standInOf(link.link, staffId) } }) : link;
}

/** What ends a link: an act, the kinds of link it fits, and the action it records. */
export interface Completion {
  readonly linkId: string;
  readonly staffId: Id;
  readonly act: Extract<LinkAct, 'record_finding' | 'propose_decision' | 'approve_decision' | 'return_decision'>;
  readonly action: LinkAction;
  readonly opinion: string;
  /** the absent colleagues whose links the person may do as well */
  readonly standsInFor?: readonly Id[];
}

const kindsFor: Readonly<Record<Completion['act'], readonly Link['kind'][]>> = {
  record_finding: ['review', 'visit', 'inspect'],
  propose_decision: ['decide'],
  approve_decision: ['approve'],
  return_decision: ['approve'],
};

/** Ends a claimed link; the process moves on, opens the next links, and where it has ended the matter is decided and completed. */
export function completeLink(state: Matter, done: Completion, law: Law, meta: Meta): MatterDecision {
  const own = ownLink(state, done.linkId, done.staffId, done.act, done.standsInFor);
  if (!own.ok) return own;
  if (!kindsFor[done.act].includes(own.link.kind)) return refuse('matter.wrong_act_for_link', { kind: own.link.kind });
  const asked = beforeEnding(state, own.link, done.staffId, meta);
  if (!asked.ok) return asked;
  const obstacle = obstacleTo(state, done, law);
  if (obstacle) return obstacle;
  const move = state.flow && complete(law.graph, law.feel, state.flow, done.linkId, { [own.link.element]: done.action });
  if (!move) return refuse('matter.link_done');
  const content = { linkId: done.linkId, staffId: done.staffId, action: done.action, flow: move.state, ...standInOf(own.link, done.staffId) };
  return moved(state, [...asked.facts, { kind: 'link_completed', ...meta, content, sealed: { opinion: done.opinion } }], move, law, meta);
}

/** Handling waits for the special procedure it rests on, and a grant for every material that was to come later (容缺). */
function obstacleTo(state: Matter, done: Completion, law: Law): Refusal | undefined {
  if (openLimits(state.limits).some((one) => one.kind === 'special')) return refuse('matter.procedure_open');
  if (done.act !== 'propose_decision' && done.act !== 'approve_decision') return undefined;
  const outcome = done.act === 'propose_decision' ? done.action : newestProposal(state);
  const missing = missingForGrant(state, law);
  return outcome === 'granted' && missing.length > 0 ? refuse('matter.deferred_missing', { count: missing.length }) : undefined;
}

/** The result paper was made and kept. */
export function recordResultPaper(state: Matter, fileId: string, sizeBytes: number, meta: Meta): MatterDecision {
  if (state.status !== 'completed') return refuse('matter.not_open');
  if (state.resultFile !== null) return refuse('matter.changed_meanwhile');
  return accept<MatterFact>({ kind: 'result_paper_made', ...meta, content: { fileId, sizeBytes }, files: [fileId] });
}

/** Who proposed the decision now before the second person. */
export function proposerOf(state: Matter): Id | null {
  return state.links.findLast((link) => link.kind === 'decide' && link.doneAt !== null)?.doneBy ?? null;
}

/** What the law has accepted by the authority's silence can neither be sent back for correction nor refused any more, recorded or not (L-013). */
export function acceptedByLaw(state: Matter, at: Instant): Refusal | undefined {
  return silenceOf(state, at) ? refuse('matter.already_accepted') : undefined;
}

/** Why an act does not fit the matter's status; undefined where it does. */
export function notNow(state: Matter, act: MatterAct | LinkAct): Refusal | undefined {
  if (transitions[state.status].includes(act)) return undefined;
  if (act === 'request_correction' && state.status === 'correction_requested') return refuse('matter.correction_said_already');
  if (act === 'supplement' && state.status === 'received') return refuse('matter.not_waiting_for_correction');
  if (act === 'accept' && state.status === 'accepted') return refuse('matter.already_accepted');
  return refuse('matter.not_open', { status: state.status });
}

/** An open link under an act its matter's status allows. */
export function openLink(state: Matter, linkId: string, act: LinkAct): { ok: true; link: Link } | Refusal {
  const wrong = notNow(state, act);
  if (wrong) return wrong;
  const link = state.links.find((one) => one.linkId === linkId);
  if (!link) return refuse('matter.link_unknown');
  return link.doneAt === null ? { ok: true, link } : refuse('matter.link_done');
}

/** An open link that the person has in hand, or one of those he stands in for. */
export function ownLink(state: Matter, linkId: string, staffId: Id, act: LinkAct, standsInFor: readonly Id[] = []): { ok: true; link: Link } | Refusal {
  const found = openLink(state, linkId, act);
  if (!found.ok) return found;
  if (found.link.claimedBy === null) return refuse('matter.link_not_claimed');
  return found.link.claimedBy === staffId || standsInFor.includes(found.link.claimedBy) ? found : refuse('matter.link_claimed_by_other');
}
