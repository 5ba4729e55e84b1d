import type { Refusal } from '../../kernel/decider.ts';
import type { NumbersRefusal } from './numbers/index.ts';

/** Every refusal of this domain and its HTTP status; the sentences are in contract/messages/people.ts. Refusals of the numbers (`numbers.*`) pass through. */
export const peopleRefusals = {
  'people.claim_at_window': 409,
  'people.too_many_claims': 429,
  'people.phone_taken': 409,
  'people.declare_as_person': 422,
  'people.name_needed': 422,
  'sign_in.mobile_needed': 422,
  'sign_in.wait': 429,
  'sign_in.too_many_today': 429,
  'sign_in.too_many_from_here': 429,
  'sign_in.phone_not_reachable': 422,
  'sign_in.messages_down': 503,
  'sign_in.wrong_code': 422,
  'sign_in.too_many_attempts': 422,
  'sign_in.code_expired': 422,
  'sign_in.wrong_login_or_password': 422,
  'sign_in.locked': 429,
  'staff.institution_unknown': 422,
  'staff.password_too_easy': 422,
  'city_identity.away': 503,
  'city_identity.not_confirmed': 422,
  'city_identity.declined': 422,
  'city_identity.particulars_missing': 422,
  'city_identity.another_person': 409,
  'city_identity.not_linked': 422,
  'city_identity.linked_to_another': 409,
  'city_identity.linked_already': 409,
  'city_identity.too_many': 429,
  'city_identity.not_here': 409,
  'first_start.link_not_valid': 409,
  'account.sign_in_first': 401,
  'account.show_again': 403,
  'account.old_password_wrong': 422,
  'account.session_unknown': 404,
  'factors.wrong': 422,
  'factors.way_not_open': 409,
  'factors.unknown': 404,
  'factors.last_one': 409,
  'factors.too_many': 409,
  'factors.passkeys_not_here': 409,
  'factors.passkey_not_made': 422,
  'factors.passkey_not_known': 422,
  'absence.unknown': 404,
  'absence.days_wrong': 422,
  'absence.stand_in_not_in_post': 422,
  'absence.overlaps': 409,
  'absence.stand_in_away': 409,
  'absence.over': 409,
} as const satisfies Record<string, number>;

export type PeopleRefusalCode = keyof typeof peopleRefusals;

/** A refusal of this domain or of its number readers. */
export type PeopleRefusal = Refusal<PeopleRefusalCode | NumbersRefusal['code']>;
