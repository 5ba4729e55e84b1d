import type { Instant } from '../../kernel/instant.ts';
import { evolveFlow, moveTimers, type FlowFact } from './evolve-flow.ts';
import { evolveHandling, type HandlingFact } from './evolve-handling.ts';
import { evolvePromises, type PromiseFact } from './evolve-promises.ts';
import { clockAfter, endLimits, limitOf, moveLimits, type LimitProposal, type MatterLimit } from './matter-limit.ts';
import type { Accepted, ChangedSince, Given, Link, Matter, MatterFact } from './matter.ts';

type FactOf<Kind extends MatterFact['kind']> = Extract<MatterFact, { kind: Kind }>;

/** The matter after one more fact. Never refuses: what is a fact has happened. */
export function evolve(before: Matter | null, fact: MatterFact): Matter {
  if (fact.kind === 'matter_filed') return filed(fact);
  // A matter begins with its filing; the pipeline numbers facts, so nothing else can come first.
  const matter = before as Matter;
  switch (fact.kind) {
    case 'correction_requested':
      return correctionRequested(matter, fact);
    case 'supplemented':
      return supplemented(matter, fact);
    case 'corrected_on_spot':
      return { ...matter, materials: replaced(matter.materials, fact.content.materials), changedSinceNotice: changedWith(matter.changedSinceNotice, fact.content) };
    case 'matter_accepted':
      return accepted(matter, fact, fact.at, false);
    case 'deemed_accepted':
      return accepted(matter, fact, fact.content.acceptedFrom, true);
    case 'acceptance_refused':
      return { ...matter, status: 'not_accepted', refusalGround: fact.content.ground, limits: endAll(endKind(matter.limits, 'notice', fact.at), fact.at), endedAt: fact.at };
    case 'matter_withdrawn':
      return { ...matter, status: 'withdrawn', limits: endAll(matter.limits, fact.at), endedAt: fact.at };
    case 'terminated':
      return { ...matter, status: 'terminated', limits: endAll(matter.limits, fact.at), endedAt: fact.at };
    case 'deferred_handed_in':
      return {
        ...matter, materials: replaced(matter.materials, fact.content.materials),
        limits: endLimits(matter.limits, (one) => fact.content.materials.some((material) => one.limitId === `deferred:${material.code}` || one.limitId === `promise:${material.code}`), fact.at, 'met'),
      };
    case 'link_opened':
      return linkOpened(matter, fact);
    case 'link_claimed':
      return changeLink(matter, fact.content.linkId, { claimedBy: fact.content.staffId, claimedAt: fact.at });
    case 'link_released':
      return changeLink(matter, fact.content.linkId, { claimedBy: null, claimedAt: null });
    case 'link_completed':
      return {
        ...changeLink(matter, fact.content.linkId, { doneAt: fact.at, doneBy: fact.content.staffId, action: fact.content.action }), flow: fact.content.flow,
        limits: endLimits(matter.limits, (one) => one.limitId === `link:${fact.content.linkId}`, fact.at, 'met'),
      };
    case 'limit_act_proposed':
      return { ...matter, proposals: [...matter.proposals, proposed(fact)] };
    case 'limit_act_approved':
      return limitActApproved(matter, fact);
    case 'limit_act_rejected':
      return { ...matter, proposals: decided(matter.proposals, fact.content.proposalId, 'rejected', fact.by.id, fact.at) };
    case 'limits_recomputed':
      return moveTimers({ ...matter, calendar: fact.content.calendar, limits: moveLimits(matter.limits, fact.content.moved) }, fact.content.timers ?? []);
    case 'limit_passed':
      return { ...matter, limits: matter.limits.map((one) => (one.limitId === fact.content.limitId ? { ...one, passedAt: fact.at } : one)) };
    case 'decision_made':
      return decisionMade(matter, fact);
    case 'matter_completed':
      return completed(matter, fact);
    case 'result_paper_made':
      return { ...matter, resultFile: fact.content.fileId, ...(matter.delivery === 'electronic' ? delivered(matter, fact.at) : {}) };
    case 'result_delivered':
      return { ...matter, ...delivered(matter, fact.at) };
    default:
      // Narrowed to what is left: a new kind of fact that nobody folds does not compile.
      return evolveBeside(matter, fact);
  }
}

/** What a process does by itself, what handling adds to links, and what became of promises. */
function evolveBeside(matter: Matter, fact: FlowFact | HandlingFact | PromiseFact): Matter {
  switch (fact.kind) {
    case 'flow_moved':
    case 'link_cancelled':
    case 'timer_set':
    case 'timer_cancelled':
    case 'message_sent':
    case 'part_called':
    case 'part_cancelled':
    case 'flow_unclear':
      return evolveFlow(matter, fact);
    case 'link_handed_over':
    case 'consultation_asked':
    case 'consultation_answered':
    case 'consultation_recalled':
      return evolveHandling(matter, fact);
    case 'deferred_lapsed':
    case 'promise_checked':
    case 'revocation_proposed':
    case 'revocation_rejected':
    case 'repair_proposed':
    case 'repair_approved':
    case 'repair_rejected':
    case 'result_revoked':
      return evolvePromises(matter, fact);
  }
}

function filed(fact: FactOf<'matter_filed'>): Matter {
  const { content } = fact;
  return {
    number: content.number, status: 'received', channel: content.channel, item: content.item, areaUnit: content.areaUnit,
    acceptingInstitution: content.acceptingInstitution, handlingInstitution: content.handlingInstitution,
    partyId: content.partyId, organisationId: content.organisationId, filedBy: fact.by, receivedAt: fact.at, calendar: content.calendar, pack: content.pack ?? null, materials: content.materials,
    limits: [limitOf('notice', 'notice#1', content.notice, content.calendar)], proposals: [], corrections: 0, defects: [], changedSinceNotice: null,
    acceptedAt: null, acceptedBy: null, deemed: false, refusalGround: null, flow: null, links: [], outcome: null, decidedAt: null, resultNumber: null,
    delivery: null, deliveredAt: null, resultFile: null, completedAt: null, endedAt: null,
    ...(content.parent ? { parent: content.parent } : {}), ...(content.parts ? { chosenParts: content.parts } : {}),
    ...(content.mandateId === undefined ? {} : { mandateId: content.mandateId }),
  };
}

function correctionRequested(matter: Matter, fact: FactOf<'correction_requested'>): Matter {
  const corrections = matter.corrections + 1;
  const ended = endKind(matter.limits, 'notice', fact.at);
  return {
    ...matter, status: 'correction_requested', defects: fact.content.defects, corrections, changedSinceNotice: { materials: [], fields: [] },
    limits: fact.content.correction ? [...ended, limitOf('correction', `correction#${corrections}`, fact.content.correction, matter.calendar)] : ended,
  };
}

/** A new set of papers: the notice clock runs again (L-012). */
function supplemented(matter: Matter, fact: FactOf<'supplemented'>): Matter {
  return {
    ...matter, status: 'received', materials: replaced(matter.materials, fact.content.materials), changedSinceNotice: changedWith(matter.changedSinceNotice, fact.content),
    limits: [...endKind(matter.limits, 'correction', fact.at), limitOf('notice', `notice#${matter.corrections + 1}`, fact.content.notice, matter.calendar)],
  };
}

function changedWith(before: ChangedSince | null, content: { readonly materials: readonly Given[]; readonly changedFields?: readonly string[] }): ChangedSince | null {
  if (before === null) return null;
  return {
    materials: [...new Set([...before.materials, ...content.materials.map((one) => one.code)])],
    fields: [...new Set([...before.fields, ...(content.changedFields ?? [])])],
  };
}

function accepted(matter: Matter, fact: { readonly at: Instant; readonly by: Matter['filedBy']; readonly content: Accepted }, acceptedAt: Instant, deemed: boolean): Matter {
  const { statutory, promised, flow, deferred } = fact.content;
  const ended = endKind(endKind(matter.limits, 'notice', fact.at), 'correction', fact.at);
  return {
    ...matter, status: 'accepted', acceptedAt, acceptedBy: fact.by, deemed, flow, defects: [], calendar: promised.calendar ?? matter.calendar,
    limits: [
      ...ended,
      ...(statutory ? [limitOf('statutory', 'statutory', statutory, matter.calendar)] : []),
      limitOf('promised', 'promised', promised, matter.calendar),
      // In the order of their codes: a database that keeps the fact keeps its own order of names.
      ...Object.entries(deferred ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, set]) => limitOf('deferred', `deferred:${code}`, set, matter.calendar)),
    ],
  };
}

function linkOpened(matter: Matter, fact: FactOf<'link_opened'>): Matter {
  const { linkId, element, link, post, institution, clock, item } = fact.content;
  return {
    ...matter,
    links: [...matter.links, {
      linkId, element, kind: link, post, institution, openedAt: fact.at, claimedBy: null, claimedAt: null, doneAt: null, doneBy: null, action: null, ...(item === undefined ? {} : { item }),
    }],
    limits: clock ? [...matter.limits, limitOf('link', `link:${linkId}`, clock, matter.calendar)] : matter.limits,
  };
}

function proposed(fact: FactOf<'limit_act_proposed'>): LimitProposal {
  return {
    proposalId: fact.content.proposalId, act: fact.content.act, proposedBy: fact.by.id, institution: fact.by.institution ?? '', proposedAt: fact.at, outcome: 'open', decidedBy: null, decidedAt: null,
  };
}

function decided(proposals: readonly LimitProposal[], proposalId: string, outcome: 'approved' | 'rejected', decidedBy: string, decidedAt: Instant): readonly LimitProposal[] {
  return proposals.map((one) => (one.proposalId === proposalId ? { ...one, outcome, decidedBy, decidedAt } : one));
}

function limitActApproved(matter: Matter, fact: FactOf<'limit_act_approved'>): Matter {
  const { proposalId, act, moved, announced, announcedUntil } = fact.content;
  const proposedAt = matter.proposals.find((one) => one.proposalId === proposalId)?.proposedAt ?? fact.at;
  const limits = moveLimits(matter.limits, moved, (clock, one) => clockAfter(clock, one, act, { proposedAt, approvedAt: fact.at, announcedUntil }));
  return {
    ...matter, proposals: decided(matter.proposals, proposalId, 'approved', fact.by.id, fact.at),
    limits: act.type === 'special' && announced ? [...limits, limitOf('special', `special:${act.pauseId}`, announced, matter.calendar)]
      : act.type === 'end' ? endLimits(limits, (one) => one.limitId === `special:${act.pauseId}`, proposedAt, 'met')
      : limits,
  };
}

/** The decision stops the statutory clock (决定) and starts the one of service (L-020). */
function decisionMade(matter: Matter, fact: FactOf<'decision_made'>): Matter {
  const { outcome, resultNumber, service, checks } = fact.content;
  const ended = endKind(matter.limits, 'statutory', fact.at);
  return {
    ...matter, outcome, decidedAt: fact.at, resultNumber,
    limits: [
      ...ended,
      ...(service ? [limitOf('service', 'service', service, matter.calendar)] : []),
      ...Object.entries(checks ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, set]) => limitOf('promise_check', `promise:${code}`, set, matter.calendar)),
    ],
  };
}

/** Completion stops the promised clock (办结). In the first release it was the service too: such a fact says nothing of delivery. */
function completed(matter: Matter, fact: FactOf<'matter_completed'>): Matter {
  const { delivery } = fact.content;
  const met = endKind(matter.limits, 'promised', fact.at);
  const done = { ...matter, status: 'completed' as const, completedAt: fact.at, endedAt: fact.at, delivery: delivery ?? null, limits: endLimits(met, (one) => !outlives(one, matter), fact.at, 'void') };
  return delivery === undefined ? { ...done, ...delivered(done, fact.at) } : done;
}

/** What still runs after the end: serving the result, looking into promises, and of a grant the papers it went ahead of. */
const outlives = (one: MatterLimit, { outcome }: Matter): boolean => one.kind === 'service' || one.kind === 'promise_check' || (one.kind === 'deferred' && outcome === 'granted');

const delivered = (matter: Matter, at: Instant): Pick<Matter, 'deliveredAt' | 'limits'> => ({ deliveredAt: matter.deliveredAt ?? at, limits: endKind(matter.limits, 'service', at) });

const endKind = (limits: readonly MatterLimit[], kind: MatterLimit['kind'], at: Instant): readonly MatterLimit[] => endLimits(limits, (one) => one.kind === kind, at, 'met');
const endAll = (limits: readonly MatterLimit[], at: Instant): readonly MatterLimit[] => endLimits(limits, () => true, at, 'void');

function changeLink(matter: Matter, linkId: string, change: Partial<Link>): Matter {
  return { ...matter, links: matter.links.map((link) => (link.linkId === linkId ? { ...link, ...change } : link)) };
}

/** New materials take the place of those of the same code; the others stay. */
function replaced(before: readonly Given[], given: readonly Given[]): readonly Given[] {
  const codes = new Set(given.map((material) => material.code));
  return [...before.filter((material) => !codes.has(material.code)), ...given];
}

