import type { Instant } from '../../kernel/instant.ts';
import { endLimits } from './matter-limit.ts';
import type { FlowEvent, FlowFacts, FlowTimer, MatterPart, MovedTimer } from './matter-flow.ts';
import type { Matter } from './matter.ts';

type FlowKind = keyof FlowFacts;
/** A fact of the process itself, as `MatterFact` has it. */
export type FlowFact = { readonly [Kind in FlowKind]: { readonly kind: Kind; readonly at: Instant; readonly content: FlowFacts[Kind] } }[FlowKind];

/** The matter after its process moved by itself. */
export function evolveFlow(matter: Matter, fact: FlowFact): Matter {
  switch (fact.kind) {
    case 'flow_moved':
      return moved(matter, fact);
    case 'link_cancelled':
      return {
        // An opinion asked for on behalf of a link that is given up is not needed any more.
        ...matter, links: matter.links.map((link) => (link.linkId === fact.content.linkId || (link.asks === fact.content.linkId && link.doneAt === null) ? { ...link, doneAt: fact.at, action: 'cancelled' as const } : link)),
        limits: endLimits(matter.limits, (one) => one.limitId === `link:${fact.content.linkId}` || one.limitId.startsWith(`link:${fact.content.linkId}~`), fact.at, 'void'),
      };
    case 'timer_set':
      return { ...matter, timers: [...timersOf(matter), { ...fact.content, state: 'running' }] };
    case 'timer_cancelled':
      return { ...matter, timers: timersNow(matter, fact.content.timerId, 'cancelled') };
    case 'message_sent':
      return matter;
    case 'part_called':
      return { ...matter, parts: [...partsOf(matter), { ...fact.content, openedAt: fact.at, endedAt: null, outcome: null }] };
    case 'part_cancelled':
      return { ...matter, parts: partsNow(matter, fact.content.callId, { endedAt: fact.at, outcome: 'stopped' }) };
    case 'flow_unclear':
      return { ...matter, unclear: [...new Set([...(matter.unclear ?? []), ...fact.content.elements])] };
  }
}

function moved(matter: Matter, fact: Extract<FlowFact, { kind: 'flow_moved' }>): Matter {
  const { event, flow } = fact.content;
  switch (event.type) {
    case 'timer':
      return { ...matter, flow, timers: timersNow(matter, event.timerId, 'rung') };
    case 'part':
      return { ...matter, flow, parts: partsNow(matter, event.callId, { endedAt: fact.at, outcome: event.outcome, ...(event.why ? { why: event.why } : {}) }) };
    case 'message':
      return { ...matter, flow, messagesReceived: [...(matter.messagesReceived ?? []), messageKey(event)] };
  }
}

/** The matter whose running timers a calendar moved. */
export function moveTimers(matter: Matter, moves: readonly MovedTimer[]): Matter {
  if (moves.length === 0) return matter;
  const clocks = new Map(moves.map((one) => [one.timerId, one.clock]));
  return { ...matter, timers: timersOf(matter).map((one) => (one.state === 'running' ? { ...one, clock: clocks.get(one.timerId) ?? one.clock } : one)) };
}

/** By what a message is known again: its id is unique in the matter that sent it. */
export const messageKey = (event: Extract<FlowEvent, { type: 'message' }>): string => `${event.from} ${event.messageId}`;
/** Timers of the process; a matter whose process has none says nothing of them. */
export const timersOf = (matter: Matter): readonly FlowTimer[] => matter.timers ?? [];
/** Parts of a bundle; none in every other matter. */
export const partsOf = (matter: Matter): readonly MatterPart[] => matter.parts ?? [];

const timersNow = (matter: Matter, timerId: string, state: FlowTimer['state']): readonly FlowTimer[] => timersOf(matter).map((one) => (one.timerId === timerId ? { ...one, state } : one));
const partsNow = (matter: Matter, callId: string, change: Pick<MatterPart, 'endedAt' | 'outcome' | 'why'>): readonly MatterPart[] => partsOf(matter).map((one) => (one.callId === callId ? { ...one, ...change } : one));
