import type { By } from '../../kernel/actor.ts';
import { accept, refuse, type Decision, type Refusal } from '../../kernel/decider.ts';
import type { Instant } from '../../kernel/instant.ts';
import { reckon, setClock, type OrderLaw } from './limits.ts';
import { runningClock, type ClosingGround, type Occasion, type Order, type OrderFact } from './order.ts';
import { transitions, type OrderAct } from './transitions.ts';

export type OrderDecision = Decision<OrderFact>;

/** When and by whom. */
interface Meta {
  readonly at: Instant;
  readonly by: By;
}

/** 开出督办单: once for each occasion, whoever finds it first; the time to reply starts now (L-050). */
export function openOrder(state: Order | null, occasion: Occasion, law: OrderLaw, meta: Meta): OrderDecision {
  if (state) return refuse('order.nothing_to_change');
  const reply = setClock(law, 'order_reply', meta.at);
  if (!reply.ok) return reply;
  return accept<OrderFact>({ kind: 'order_opened', ...meta, content: { occasion, reply: reply.clock, pack: law.pack.version } });
}

/** 答复 by the institution; the supervisor's time to judge it starts. A late reply is taken too. */
export function replyTo(state: Order, words: string, law: OrderLaw, meta: Meta): OrderDecision {
  const wrong = notNow(state, 'reply');
  if (wrong) return wrong;
  const review = setClock(law, 'order_review', meta.at);
  return review.ok ? accept<OrderFact>({ kind: 'order_replied', ...meta, content: { review: review.clock }, sealed: { words } }) : review;
}

/** 退回: the reply does not do; the time to reply starts again. */
export function returnOrder(state: Order, words: string, law: OrderLaw, meta: Meta): OrderDecision {
  const wrong = notNow(state, 'return') ?? own(state, meta);
  if (wrong) return wrong;
  const reply = setClock(law, 'order_reply', meta.at);
  return reply.ok ? accept<OrderFact>({ kind: 'order_returned', ...meta, content: { reply: reply.clock }, sealed: { words } }) : reply;
}

/** 办结: the supervisor accepts the reply. */
export function closeOrder(state: Order, ground: ClosingGround, words: string, meta: Meta): OrderDecision {
  return notNow(state, 'close') ?? own(state, meta) ?? accept<OrderFact>({ kind: 'order_closed', ...meta, content: { ground }, sealed: { words } });
}

/** 撤销: by the calendar that holds now there was no breach. What people have closed stays closed. */
export function lapse(state: Order, calendar: string, meta: Meta): OrderDecision {
  return isOver(state) ? refuse('order.over') : accept<OrderFact>({ kind: 'order_lapsed', ...meta, content: { calendar } });
}

/**
 * 逾期上报: nobody replied, or nobody judged the reply, in time: one unit higher from now on; at the top it stays, and is recorded all the same.
 * Reckoned again first by the calendar in force: a day off that was announced meanwhile moves the clock and raises nothing.
 */
export function escalate(state: Order, unitAbove: string, law: OrderLaw, meta: Meta): OrderDecision {
  const clock = runningClock(state);
  if (!clock || clock.escalated) return refuse('order.nothing_to_change');
  const moved = recompute(state, law, meta);
  if (moved.ok) return moved;
  if (meta.at <= clock.dueAt) return refuse('order.nothing_to_change');
  return accept<OrderFact>({ kind: 'order_escalated', ...meta, content: { clock: clock.kind, dueAt: clock.dueAt, from: state.supervisingUnit, to: unitAbove } });
}

/** The running clock by the calendar in force. A recorded breach is not taken back: it was raised to people. */
export function recompute(state: Order, law: OrderLaw, meta: Meta): OrderDecision {
  const clock = runningClock(state);
  if (!clock || clock.escalated) return refuse('order.nothing_to_change');
  const moved = reckon(law, clock.limit, clock.startedAt);
  if (!moved.ok) return moved;
  if (moved.clock.dueAt === clock.dueAt) return refuse('order.nothing_to_change');
  return accept<OrderFact>({ kind: 'order_recomputed', ...meta, content: { clock: clock.kind, moved: moved.clock } });
}

const isOver = (state: Order): boolean => state.status === 'closed' || state.status === 'lapsed';

function notNow(state: Order, act: OrderAct): Refusal | undefined {
  if (transitions[state.status].includes(act)) return undefined;
  if (isOver(state)) return refuse('order.over');
  return refuse(act === 'reply' ? 'order.not_waiting_for_reply' : 'order.not_replied');
}

/** Nobody judges his own reply, whatever posts he holds. */
const own = (state: Order, meta: Meta): Refusal | undefined => (state.repliedBy === meta.by.id ? refuse('order.same_person') : undefined);
