/** Every refusal of this domain and its HTTP status; the sentences are in contract/messages/supervision.ts. */
export const supervisionRefusals = {
  'order.unknown': 404,
  'order.changed_meanwhile': 409,
  'order.not_waiting_for_reply': 409,
  'order.not_replied': 409,
  'order.over': 409,
  'order.same_person': 409,
  'order.nothing_to_change': 409,
} as const satisfies Record<string, number>;

export type SupervisionRefusalCode = keyof typeof supervisionRefusals;
