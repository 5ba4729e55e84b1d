import type { TableClasses } from './class-words.ts';

const factor = { subject: 'resident', purpose: 'sign_in', ground: 'statutory_duty' } as const;
const looking = { subject: 'staff', purpose: 'supervision', ground: 'statutory_duty', retention: 'permanent' } as const;

/** Second factors, mandates, and records of who looked. */
export const newcomerClasses = {
  'people.factors': {
    ...factor, retention: 'with_person',
    columns: {
      internal: 'kind sign_count transports last_step made_at confirmed_at last_used_at ended_at', pseudonym: 'factor_id staff_id party_id', digest: 'credential_id public_key', secretSealed: 'sealed',
      personalPlain: { columns: 'name', because: 'The owner names his own device and reads the name again; it goes when the factor or the person goes.' },
    },
  },
  'people.recovery_codes': { ...factor, retention: 'with_person', columns: { internal: 'made_at used_at', pseudonym: 'staff_id party_id', digest: 'code_hash' } },
  'people.passkey_challenges': { ...factor, retention: 'sessions', columns: { internal: 'challenge_id purpose challenge expires_at', digest: 'token_hash' } },
  'people.sign_in_history': {
    ...factor, retention: 'sign_in_history',
    columns: {
      internal: 'entry_id at way outcome', pseudonym: 'staff_id party_id',
      personalPlain: { columns: 'address_part browser', because: 'Cut to a network and to families of browsers, so that the owner knows a sign-in as his own and nobody finds a house by it.' },
    },
  },
  'people.identities': { ...factor, retention: 'with_person', columns: { internal: 'issuer linked_at', pseudonym: 'subject party_id staff_id' } },
  'people.identity_visits': { ...factor, retention: 'sessions', columns: { internal: 'made_at expires_at', pseudonym: 'visit_id', digest: 'state_hash session_hash', secretSealed: 'sealed', wrappedKey: 'wrapped' } },
  'people.staff_identities': { subject: 'staff', purpose: 'staff_administration', ground: 'staff_management', retention: 'with_person', columns: { internal: 'issuer linked_at', pseudonym: 'subject staff_id' } },
  'people.service_sessions': { ...factor, retention: 'sessions', columns: { internal: 'issuer', pseudonym: 'subject service_session', digest: 'token_hash' } },
  'people.logout_tokens': { subject: 'nobody', purpose: 'sign_in', ground: 'not_personal', retention: 'sessions', columns: { internal: 'expires_at', digest: 'token_hash' } },
  'people.foundings': { subject: 'nobody', purpose: 'staff_administration', ground: 'not_personal', retention: 'permanent', columns: { internal: 'opened_at why over_at' } },
  'people.staff_changes': {
    subject: 'staff', purpose: 'staff_administration', ground: 'staff_management', retention: 'permanent',
    columns: {
      internal: 'seq kind status proposed_at', pseudonym: 'change_id', digest: 'head',
      personalPlain: { columns: 'state', because: 'Names and logins of staff, as on papers and plates at windows; which post was given to whom by whom must stay readable for audits.' },
    },
  },
  'platform.key_changes': {
    subject: 'staff', purpose: 'staff_administration', ground: 'staff_management', retention: 'permanent',
    columns: { internal: 'seq kind status proposed_at state', pseudonym: 'change_id', digest: 'head' },
  },
  'agency.mandates': {
    subject: 'resident', purpose: 'handling_of_matters', ground: 'statutory_duty', retention: 'permanent',
    columns: { internal: 'seq role acts task_codes from_at until_at ended_at state', pseudonym: 'mandate_id principal agent', digest: 'head' },
  },
  'access_log.likenesses': { ...looking, columns: { internal: 'same_surname colleague himself', pseudonym: 'matter_id record_id' } },
  'access_log.reading_days': { ...looking, columns: { internal: 'on_day institution role readings unlinked at_night same_surname colleague himself', pseudonym: 'staff_id' } },
  'access_log.signals': { ...looking, columns: { internal: 'kind on_day counted usual found_at state decided_at note', pseudonym: 'signal_id staff_id matter_id record_id decided_by' } },
  'access_log.delays': { ...looking, columns: { internal: 'institution ground reference from_at until_at proposed_role proposed_at state decided_at', pseudonym: 'delay_id party_id proposed_by decided_by' } },
  'access_log.exports': { ...looking, columns: { internal: 'kind from_on to_on reason counted proposed_at state decided_at', pseudonym: 'export_id staff_id proposed_by decided_by' } },
} as const satisfies TableClasses;
