/** Every refusal of this domain and its HTTP status; the sentences are in contract/messages/agency.ts. */
export const agencyRefusals = {
  'agency.unknown': 404,
  'agency.changed_meanwhile': 409,
  'agency.given_already': 409,
  'agency.over': 409,
  'agency.mandate_needed': 422,
  'agency.same_party': 422,
  'agency.agent_must_be_person': 422,
  'agency.agent_unknown': 422,
  'agency.too_many_looks': 429,
  'agency.role_of_organisations': 422,
  'agency.evidence_needed': 422,
  'agency.acts_needed': 422,
  'agency.items_needed': 422,
  'agency.item_unknown': 422,
  'agency.until_past': 422,
  'agency.until_too_late': 422,
  'agency.may_not_give': 422,
  'agency.too_many': 409,
} as const satisfies Record<string, number>;

export type AgencyRefusalCode = keyof typeof agencyRefusals;
