import type { TableClasses } from './class-words.ts';

const duty = { subject: 'resident', purpose: 'handling_of_matters', ground: 'statutory_duty' } as const;
const signIn = { subject: 'resident', purpose: 'sign_in', ground: 'statutory_duty' } as const;
const evaluation = { subject: 'resident', purpose: 'evaluation', ground: 'statutory_duty', retention: 'matters' } as const;
const officeHolder = 'Whoever acts for the public does so under his own name; it stands on papers and plates at windows.';

/** Tables about residents, firms and the staff they meet. */
export const residentClasses = {
  'people.parties': { ...signIn, retention: 'with_person', columns: { internal: 'subject number_kind assurance made_at changed_at', pseudonym: 'party_id', keyedIndex: 'number_index phone_index', personalSealed: 'sealed' } },
  'people.sign_ins': { ...signIn, retention: 'sign_in_codes', columns: { internal: 'attempts made_at expires_at used_at', pseudonym: 'sign_in_id', keyedIndex: 'phone_index', personalSealed: 'sealed', wrappedKey: 'wrapped', digest: 'code_hash' } },
  'people.sessions': { ...signIn, retention: 'sessions', columns: { internal: 'kind csrf_token made_at seen_at expires_at stage fresh_at', pseudonym: 'party_id staff_id sign_in_id session_id', digest: 'token_hash', personalPlain: { columns: 'address_part browser', because: 'Cut to a network and to families of browsers; gone with the session.' } } },
  'people.identities': { ...signIn, retention: 'with_person', columns: { internal: 'issuer linked_at', pseudonym: 'subject party_id staff_id' } },
  'people.identity_visits': { ...signIn, retention: 'sign_in_codes', columns: { internal: 'made_at expires_at', pseudonym: 'visit_id', digest: 'state_hash session_hash', personalSealed: 'sealed', wrappedKey: 'wrapped' } },
  'agency.mandates': { ...duty, retention: 'matters', columns: { internal: 'seq role acts task_codes from_at until_at ended_at state', pseudonym: 'mandate_id principal agent', digest: 'head' } },
  'people.first_start': { subject: 'nobody', purpose: 'running_the_installation', ground: 'not_personal', retention: 'installation', columns: { internal: 'only_row used_at', digest: 'token_hash' } },
  'people.staff': {
    subject: 'staff', purpose: 'staff_administration', ground: 'staff_management', retention: 'permanent',
    columns: { internal: 'active made_at kind', pseudonym: 'staff_id', digest: 'password_hash', personalPlain: { columns: 'login name', because: officeHolder } },
  },
  'people.posts': { subject: 'staff', purpose: 'staff_administration', ground: 'staff_management', retention: 'permanent', columns: { internal: 'institution unit role from_at to_at', pseudonym: 'staff_id' } },
  'people.absences': { subject: 'staff', purpose: 'staff_administration', ground: 'staff_management', retention: 'permanent', columns: { internal: 'absence_id from_on to_on made_at ended_at', pseudonym: 'staff_id stand_in made_by ended_by' } },
  'matters.matters': {
    ...duty, retention: 'matters',
    columns: {
      internal: 'seq number status channel task_code handling_item item_version area_unit accepting_institution handling_institution received_at notice_due_on accepted_at promised_due_on completed_at outcome result_number state',
      pseudonym: 'matter_id party_id organisation_id', digest: 'head',
    },
  },
  'matters.by_party': { ...duty, retention: 'matters', columns: { internal: 'received_at', pseudonym: 'party_id matter_id' } },
  'matters.parts': { ...duty, retention: 'matters', columns: { pseudonym: 'matter_id parent_id' } },
  'matters.links': { ...duty, retention: 'matters', columns: { internal: 'link_id institution post opened_at done_at due_on', pseudonym: 'matter_id claimed_by done_by' } },
  'matters.clocks': {
    ...duty, retention: 'matters',
    columns: { internal: 'limit_id kind owner institution post claimed_at number area_unit task_code started_at warn_at due_at due_on stopped_from stopped_until warned passed', pseudonym: 'matter_id staff_id' },
  },
  'matters.timers': { ...duty, retention: 'matters', columns: { internal: 'timer_id due_on due_at rung', pseudonym: 'matter_id' } },
  'matters.open_proposals': { ...duty, retention: 'matters', columns: { internal: 'institution handling_institution proposed_at', pseudonym: 'matter_id proposal_id proposed_by' } },
  'matters.number_counters': { subject: 'nobody', purpose: 'handling_of_matters', ground: 'not_personal', retention: 'installation', columns: { internal: 'institution day last' } },
  'matters.drafts': {
    ...duty, retention: 'drafts',
    columns: { internal: 'version hall channel task_code handling_item item_version made_at saved_at', pseudonym: 'draft_id owner_party owner_staff party_id', sensitiveSealed: 'sealed' },
  },
  'matters.messages': { ...duty, purpose: 'telling_people', retention: 'messages', columns: { internal: 'at template params read_at', pseudonym: 'party_id message_id matter_id' } },
  'promises.words': {
    ...duty, retention: 'matters',
    columns: { internal: 'material_code kind outcome number task_code handling_item item_version institution settled_at repaired_at', pseudonym: 'matter_id party_id filed_by' },
  },
  'evaluations.feedback': {
    ...evaluation,
    columns: {
      internal: 'seq kind event number task_code item_version institution accepting_institution area_unit grade month given_at fixed_at struck_out case_status outcome opened_at state',
      pseudonym: 'matter_id about_matter party_id', digest: 'head',
    },
  },
  'evaluations.invitations': {
    ...evaluation,
    columns: { internal: 'event number task_code item_version institution accepting_institution area_unit event_on open_until', pseudonym: 'matter_id feedback_id party_id organisation_id', digest: 'token_hash' },
  },
  'evaluations.clocks': { ...evaluation, columns: { internal: 'limit_id institution area_unit started_at warn_at due_at due_on warned passed', pseudonym: 'matter_id' } },
  'evaluations.tablets': {
    subject: 'staff', purpose: 'evaluation', ground: 'staff_management', retention: 'sessions',
    columns: { internal: 'tablet_id institution window_name code_until ends_at ended_at ask_event ask_until', pseudonym: 'staff_id ask_id ask_matter', digest: 'code_hash token_hash' },
  },
} as const satisfies TableClasses;
