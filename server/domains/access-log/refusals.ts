/** Every refusal of this domain and its HTTP status; the sentences are in contract/messages/access-log.ts. */
export const accessLogRefusals = {
  'access_log.too_many_reveals': 429,
  'access_log.erased': 410,
  'access_log.no_such_party': 404,
  'access_log.number_unknown': 422,
  'access_log.login_unknown': 422,
  'access_log.days_wrong': 422,
  'access_log.one_of_number_or_login': 422,
  'access_log.signal_unknown': 404,
  'access_log.signal_decided': 409,
  'access_log.own_signal': 409,
  'access_log.delay_unknown': 404,
  'access_log.delay_too_long': 422,
  'access_log.institution_unknown': 422,
  'access_log.decided_already': 409,
  'access_log.other_administrator_needed': 409,
  'access_log.same_person': 409,
  'access_log.export_unknown': 404,
  'access_log.export_too_large': 422,
  'access_log.export_not_agreed': 409,
} as const satisfies Record<string, number>;

export type AccessLogRefusalCode = keyof typeof accessLogRefusals;
