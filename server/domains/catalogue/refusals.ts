/** Every refusal of this domain and its HTTP status; the sentences are in contract/messages/reference.ts. What is wrong with a catalogue's files are problems (catalogue.*, flow.*), told at start. */
export const itemRefusals = {
  'items.unknown': 404,
  'items.unknown_handling_item': 404,
  'items.unknown_answer': 422,
} as const satisfies Record<string, number>;

export type ItemRefusalCode = keyof typeof itemRefusals;
