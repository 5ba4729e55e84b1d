import type { Given, Link, Matter, MatterFact } from './matter.ts';

/** The matter after one more fact. Never refuses: what is a fact has happened. */
export function evolve(before: Matter | null, fact: MatterFact): Matter {
  if (fact.kind === 'matter_filed') return filed(fact);
  // A matter begins with its filing; the pipeline numbers facts, so nothing else can come first.
  const matter = before as Matter;
  switch (fact.kind) {
    case 'correction_requested':
      return { ...matter, status: 'correction_requested', defects: fact.content.defects, corrections: matter.corrections + 1, noticeMetAt: fact.at };
    case 'supplemented':
      return { ...matter, status: 'received', materials: replaced(matter.materials, fact.content.materials), notice: fact.content.notice, noticeMetAt: null };
    case 'matter_accepted':
      return {
        ...matter, status: 'accepted', acceptedAt: fact.at, acceptedBy: fact.by, noticeMetAt: matter.noticeMetAt ?? fact.at,
        statutory: fact.content.statutory, promised: fact.content.promised, flow: fact.content.flow, defects: [],
      };
    case 'acceptance_refused':
      return { ...matter, status: 'not_accepted', refusalGround: fact.content.ground, noticeMetAt: fact.at, endedAt: fact.at };
    case 'matter_withdrawn':
      return { ...matter, status: 'withdrawn', endedAt: fact.at };
    case 'link_opened':
      return { ...matter, links: [...matter.links, opened(fact)] };
    case 'link_claimed':
      return changeLink(matter, fact.content.linkId, { claimedBy: fact.content.staffId });
    case 'link_released':
      return changeLink(matter, fact.content.linkId, { claimedBy: null });
    case 'link_completed':
      return { ...changeLink(matter, fact.content.linkId, { doneAt: fact.at, doneBy: fact.content.staffId, action: fact.content.action }), flow: fact.content.flow };
    case 'decision_made':
      return { ...matter, outcome: fact.content.outcome, decidedAt: fact.at, resultNumber: fact.content.resultNumber, service: fact.content.service };
    case 'matter_completed':
      return { ...matter, status: 'completed', completedAt: fact.at, endedAt: fact.at };
    case 'result_paper_made':
      return { ...matter, resultFile: fact.content.fileId };
  }
}

function filed(fact: Extract<MatterFact, { kind: 'matter_filed' }>): Matter {
  const { content } = fact;
  return {
    number: content.number, status: 'received', channel: content.channel, item: content.item, areaUnit: content.areaUnit,
    acceptingInstitution: content.acceptingInstitution, handlingInstitution: content.handlingInstitution,
    partyId: content.partyId, organisationId: content.organisationId, filedBy: fact.by, receivedAt: fact.at, calendar: content.calendar, materials: content.materials,
    notice: content.notice, noticeMetAt: null, corrections: 0, defects: [], acceptedAt: null, acceptedBy: null, refusalGround: null, statutory: null, promised: null,
    flow: null, links: [], outcome: null, decidedAt: null, resultNumber: null, service: null, resultFile: null, completedAt: null, endedAt: null,
  };
}

function opened(fact: Extract<MatterFact, { kind: 'link_opened' }>): Link {
  const { linkId, element, link, post, institution, clock } = fact.content;
  return { linkId, element, kind: link, post, institution, openedAt: fact.at, clock, claimedBy: null, doneAt: null, doneBy: null, action: null };
}

function changeLink(matter: Matter, linkId: string, change: Partial<Link>): Matter {
  return { ...matter, links: matter.links.map((link) => (link.linkId === linkId ? { ...link, ...change } : link)) };
}

/** New materials take the place of those of the same code; the others stay. */
function replaced(before: readonly Given[], given: readonly Given[]): readonly Given[] {
  const codes = new Set(given.map((material) => material.code));
  return [...before.filter((material) => !codes.has(material.code)), ...given];
}
