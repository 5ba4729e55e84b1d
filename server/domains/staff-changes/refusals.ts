/** Every refusal of this domain and its HTTP status; the sentences are in contract/messages/staff-changes.ts. */
export const staffChangeRefusals = {
  'staff.change_unknown': 404,
  'staff.unknown': 404,
  'staff.changed_meanwhile': 409,
  'staff.proposed_already': 409,
  'staff.not_proposed': 409,
  'staff.same_person': 409,
  'staff.not_own_proposal': 409,
  'staff.reason_needed': 422,
  'staff.name_needed': 422,
  'staff.login_twice': 422,
  'staff.login_taken': 409,
  'staff.institution_unknown': 422,
  'staff.posts_apart': 422,
  'staff.post_held_already': 409,
  'staff.post_not_held': 409,
  'staff.not_active': 409,
  'staff.active_already': 409,
  'staff.security_administrators_stay': 409,
  'staff.founding_over': 409,
  'staff.about_oneself': 409,
} as const satisfies Record<string, number>;

export type StaffChangeRefusalCode = keyof typeof staffChangeRefusals;
