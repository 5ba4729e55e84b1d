import type { Instant } from '../../kernel/instant.ts';
import type { Order, OrderClock, OrderClockKind, OrderFact, OrderSetClock } from './order.ts';

/** The order after one more fact. Never refuses: what is a fact has happened. */
export function evolve(before: Order | null, fact: OrderFact): Order {
  if (fact.kind === 'order_opened') return opened(fact);
  // An order begins with its opening; the pipeline numbers facts, so nothing else can come first.
  const order = before as Order;
  switch (fact.kind) {
    case 'order_replied':
      return { ...order, ...counted(order, fact.at), status: 'replied', repliedBy: fact.by.id, clocks: [...ended(order.clocks, fact.at), running('review', fact.content.review)] };
    case 'order_returned':
      return { ...order, status: 'open', returns: order.returns + 1, clocks: [...ended(order.clocks, fact.at), running('reply', fact.content.reply)] };
    case 'order_closed':
      return { ...order, status: 'closed', ground: fact.content.ground, closedBy: fact.by.id, endedAt: fact.at, clocks: ended(order.clocks, fact.at) };
    case 'order_lapsed':
      return { ...order, status: 'lapsed', endedAt: fact.at, clocks: ended(order.clocks, fact.at) };
    case 'order_escalated':
      return {
        ...order, supervisingUnit: fact.content.to, escalations: order.escalations + 1, repliesLate: order.repliesLate + (fact.content.clock === 'reply' ? 1 : 0),
        clocks: order.clocks.map((clock) => (clock.endedAt === null && clock.kind === fact.content.clock ? { ...clock, escalated: true } : clock)),
      };
    case 'order_recomputed':
      return { ...order, clocks: order.clocks.map((clock) => (clock.endedAt === null && clock.kind === fact.content.clock ? { ...clock, ...fact.content.moved } : clock)) };
  }
}

function opened(fact: Extract<OrderFact, { kind: 'order_opened' }>): Order {
  const { occasion, reply, pack } = fact.content;
  return {
    occasion, pack, status: 'open', openedAt: fact.at, clocks: [running('reply', reply)], supervisingUnit: occasion.unit, escalations: 0, returns: 0,
    repliedBy: null, repliesInTime: 0, repliesLate: 0, endedAt: null, closedBy: null, ground: null,
  };
}

const running = (kind: OrderClockKind, set: OrderSetClock): OrderClock => ({ ...set, kind, endedAt: null, escalated: false });
const ended = (clocks: readonly OrderClock[], at: Instant): readonly OrderClock[] => clocks.map((clock) => (clock.endedAt === null ? { ...clock, endedAt: at } : clock));

/** Each asked reply counts once: late from its recorded breach on, else by the moment it is given. */
function counted(order: Order, at: Instant): Pick<Order, 'repliesInTime' | 'repliesLate'> {
  const asked = order.clocks.find((clock) => clock.endedAt === null && clock.kind === 'reply');
  if (!asked || asked.escalated) return { repliesInTime: order.repliesInTime, repliesLate: order.repliesLate };
  const inTime = at <= asked.dueAt;
  return { repliesInTime: order.repliesInTime + (inTime ? 1 : 0), repliesLate: order.repliesLate + (inTime ? 0 : 1) };
}
