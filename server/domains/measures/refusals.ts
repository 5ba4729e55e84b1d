/** Every refusal of this domain and its HTTP status; the sentences are in contract/messages/measures.ts. */
export const measureRefusals = {
  'measures.unknown_place': 404,
  'measures.unknown_item': 404,
  'measures.months_reversed': 422,
  'measures.too_many_months': 422,
  'measures.no_items_behind': 404,
} as const satisfies Record<string, number>;

export type MeasureRefusalCode = keyof typeof measureRefusals;
