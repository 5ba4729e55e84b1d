/** Every refusal of this domain and its HTTP status; the sentences are in contract/messages/privacy.ts. */
export const privacyRefusals = {
  'privacy.erasure_unknown': 404,
  'privacy.erasure_open': 409,
  'privacy.not_now': 409,
  'privacy.same_person': 409,
  'privacy.changed_meanwhile': 409,
  'privacy.hold_unknown': 404,
  'privacy.held_matter_unknown': 422,
  'privacy.held_person_unknown': 422,
  'privacy.hold_day_past': 422,
  'privacy.export_too_large': 413,
  'consents.text_changed': 409,
  'consents.guardian_needed': 409,
  'consents.none_standing': 409,
} as const satisfies Record<string, number>;

export type PrivacyRefusalCode = keyof typeof privacyRefusals;
