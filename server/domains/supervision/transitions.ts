import type { OrderStatus } from './order.ts';

/** The acts of people on an order. */
export const orderActs = ['reply', 'return', 'close'] as const;
export type OrderAct = (typeof orderActs)[number];

/** From which status an act is possible: documentation, the first check of each command, and what the buttons come from. Nobody closes what nobody answered. */
export const transitions: Readonly<Record<OrderStatus, readonly OrderAct[]>> = {
  open: ['reply'],
  replied: ['return', 'close'],
  closed: [],
  lapsed: [],
};
