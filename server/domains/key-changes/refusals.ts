/** Every refusal of this domain and its HTTP status; the sentences are in contract/messages/key-changes.ts. */
export const keyChangeRefusals = {
  'key_change.unknown': 404,
  'key_change.changed_meanwhile': 409,
  'key_change.proposed_already': 409,
  'key_change.not_proposed': 409,
  'key_change.same_person': 409,
  'key_change.not_own_proposal': 409,
  'key_change.reason_needed': 422,
  'key_change.version_is_current': 422,
  'key_change.version_unknown': 422,
  'key_change.share_numbers': 422,
  'key_change.founding_over': 409,
  'key_change.not_approved': 409,
  'key_change.expired': 409,
} as const satisfies Record<string, number>;

export type KeyChangeRefusalCode = keyof typeof keyChangeRefusals;
