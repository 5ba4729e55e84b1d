import type { By } from '../../kernel/actor.ts';
import { refuse, type Refusal } from '../../kernel/decider.ts';
import type { Instant } from '../../kernel/instant.ts';
import { partsOf } from './evolve-flow.ts';
import { checksFromGrant } from './grant.ts';
import type { Law, PartLaw } from './law.ts';
import { setClock } from './limits.ts';
import type { Matter, MatterFact, Outcome } from './matter.ts';

/** The decision as the newest proposal has it; null where nothing was proposed. */
export function newestProposal(state: Matter): Outcome | null {
  const action = state.links.findLast((link) => link.kind === 'decide' && link.doneAt !== null && link.action !== 'cancelled')?.action;
  return action === 'granted' || action === 'refused' ? action : null;
}

/**
 * What a matter whose process is over comes to (rules of this product). A bundle is granted when every required item of this case was granted, and where none is
 * required when one was; else it is refused, and each item's own outcome is shown beside. Any other matter is as was last proposed. A process that ended without
 * issuing a result, or without anybody having proposed one, has granted nothing.
 */
export function outcomeOf(state: Matter, law: Law, issued: boolean): Outcome {
  if (law.item.parts) return bundleOutcome(state, law.item.parts);
  return (issued ? newestProposal(state) : null) ?? 'refused';
}

function bundleOutcome(state: Matter, known: Readonly<Record<string, PartLaw>>): Outcome {
  const chosen = state.chosenParts ?? Object.keys(known);
  const granted = (element: string): boolean => partsOf(state).findLast((part) => part.element === element)?.outcome === 'granted';
  const required = chosen.filter((element) => known[element]?.required);
  return (required.length > 0 ? required.every(granted) : chosen.some(granted)) ? 'granted' : 'refused';
}

/** When and by whom. */
interface Meta {
  readonly at: Instant;
  readonly by: By;
}
type Ended = { readonly ok: true; readonly facts: readonly MatterFact[] } | Refusal;
type Decided = Extract<MatterFact, { kind: 'decision_made' }>['content'];

/** The decision and the end of a matter whose process is over: as its outcome says, and with it the limits within which what was vouched for is looked into. */
export function conclude(state: Matter, law: Law, issued: boolean, meta: Meta): Ended {
  const outcome = outcomeOf(state, law, issued);
  const looked = outcome === 'granted' ? checksFromGrant(state, law, meta) : { ok: true as const, checks: {} };
  if (!looked.ok) return looked;
  return served(state, law, { outcome, ...(Object.keys(looked.checks).length > 0 ? { checks: looked.checks } : {}) }, meta);
}

/**
 * A decision and the end. On the spot there is nothing left to serve, else the ten days of service run (L-020). A part of a bundle is not served by itself:
 * the bundle delivers, once, so a part's result counts as delivered with it.
 */
export function served(state: Matter, law: Law, decided: Omit<Decided, 'resultNumber' | 'service'>, meta: Meta): Ended {
  const service = law.item.onTheSpot || state.parent ? null : setClock(law.calendar, law.pack.limits.service, meta.at, law.pack.warning);
  if (service && !service.ok) return refuse(service.code, service.params);
  // Whoever applied online reads it there; whoever stood at a window is handed it, on the spot where it is decided on the spot.
  const delivery = state.parent ? {} : { delivery: state.channel === 'online' || law.item.onTheSpot ? ('electronic' as const) : ('in_person' as const) };
  return {
    ok: true,
    facts: [
      { kind: 'decision_made', ...meta, content: { ...decided, resultNumber: `${state.number}-J`, service: service ? service.clock : null } },
      { kind: 'matter_completed', ...meta, content: delivery },
    ],
  };
}
