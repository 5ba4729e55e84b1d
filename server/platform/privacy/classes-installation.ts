import type { TableClasses } from './class-words.ts';

const proof = { subject: 'resident', purpose: 'proof', ground: 'statutory_duty', retention: 'permanent' } as const;
const log = { subject: 'nobody', purpose: 'proof', ground: 'not_personal', retention: 'permanent' } as const;
const rights = { subject: 'resident', purpose: 'rights_of_persons', ground: 'statutory_duty' } as const;

/** The ground all domains stand on: facts, keys, jobs, the log, and the rights of persons. */
export const installationClasses = {
  'platform.facts': { ...proof, columns: { internal: 'seq kind at content rule files', pseudonym: 'matter_id by', digest: 'salt prev hash' } },
  'platform.particulars': { ...proof, purpose: 'handling_of_matters', retention: 'matters', columns: { internal: 'seq', pseudonym: 'matter_id', sensitiveSealed: 'sealed' } },
  'platform.data_keys': { ...proof, purpose: 'handling_of_matters', retention: 'matters', columns: { internal: 'made_at', pseudonym: 'owner_id', wrappedKey: 'wrapped' } },
  'platform.commands': { ...proof, retention: 'matters', columns: { internal: 'at answer', pseudonym: 'matter_id command_id actor', digest: 'digest' } },
  'platform.access_records': { ...proof, retention: 'access_records', columns: { internal: 'at act fields outcome of_command', pseudonym: 'matter_id record_id actor' } },
  'platform.jobs': { subject: 'nobody', purpose: 'running_the_installation', ground: 'not_personal', retention: 'jobs', columns: { internal: 'job_id kind payload run_at attempts last_error', pseudonym: 'matter_id' } },
  'platform.settings': { subject: 'nobody', purpose: 'running_the_installation', ground: 'not_personal', retention: 'installation', columns: { internal: 'name value set_at' } },
  'platform.tries': { subject: 'resident', purpose: 'sign_in', ground: 'statutory_duty', retention: 'tries', columns: { internal: 'tries window_from', keyedIndex: 'subject' } },
  'platform.webhook_deliveries': {
    subject: 'resident', purpose: 'data_exchange', ground: 'statutory_duty', retention: 'deliveries',
    columns: { internal: 'endpoint_id delivery_id subject number event_type occurred_at made_at body state attempts next_try_at last_try_at last_status last_answer delivered_at replays', pseudonym: 'matter_id' },
  },
  'migrations.applied': { subject: 'nobody', purpose: 'running_the_installation', ground: 'not_personal', retention: 'installation', columns: { internal: 'name at', digest: 'digest' } },
  'ledger.logs': { ...log, columns: { open: 'log origin size term stopped_why stopped_at stopped_note', digest: 'root' } },
  'ledger.checkpoints': { ...log, columns: { open: 'log size note witnesses signed_at', digest: 'root' } },
  'ledger.tiles': { ...log, columns: { open: 'log level index', digest: 'hashes' } },
  'ledger.statements': { ...log, columns: { open: 'log index leaf' } },
  'ledger.entries': { ...log, columns: { internal: 'log index seq', pseudonym: 'matter_id record_id', digest: 'hash' } },
  'ledger.waiting': { ...log, columns: { internal: 'log n seq', pseudonym: 'matter_id record_id', digest: 'hash' } },
  'privacy.erasures': { ...rights, retention: 'permanent', columns: { internal: 'seq status asked_at decided_at state', pseudonym: 'erasure_id party_id', digest: 'head' } },
  'privacy.holds': { ...rights, retention: 'permanent', columns: { internal: 'seq status placed_at until_on state', pseudonym: 'hold_id subject_id', digest: 'head' } },
  'privacy.consents': { ...rights, ground: 'consent', retention: 'consents', columns: { internal: 'scope sensitive channel given_at withdrawn_at language', pseudonym: 'consent_id party_id', digest: 'text_hash' } },
  'privacy.retention_runs': { subject: 'nobody', purpose: 'rights_of_persons', ground: 'not_personal', retention: 'permanent', columns: { internal: 'run_id rules_version at counts held' } },
} as const satisfies TableClasses;
