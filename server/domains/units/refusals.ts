/** Every refusal of this domain and its HTTP status; the sentences are in contract/messages/units.ts and reference.ts. */
export const unitRefusals = {
  'units.unknown': 422,
  'units.not_found': 404,
  'units.not_yet_in_force': 422,
  'units.no_longer_exists': 422,
  'units.no_such_department': 422,
  'units.no_hall': 422,
  'units.unknown_institution': 422,
  'units.unknown_handler_rule': 422,
} as const satisfies Record<string, number>;

export type UnitRefusalCode = keyof typeof unitRefusals;
