import type { TableClasses } from './class-words.ts';

const reference = { subject: 'nobody', purpose: 'reference', ground: 'not_personal', retention: 'permanent' } as const;
const measures = { subject: 'nobody', purpose: 'measures', ground: 'not_personal', retention: 'permanent' } as const;
const changes = { subject: 'staff', purpose: 'reference', ground: 'staff_management', retention: 'permanent' } as const;
const supervision = { subject: 'staff', purpose: 'supervision', ground: 'statutory_duty', retention: 'matters' } as const;
const outside = { subject: 'outside_system', purpose: 'data_exchange', ground: 'statutory_duty' } as const;

/** Public reference data, figures, supervision, and the systems of departments. */
export const referenceClasses = {
  'units.units': { ...reference, columns: { open: 'code kind name parent functional_parent valid_from valid_to position details' } },
  'units.institutions': { ...reference, columns: { open: 'code kind unit name details position valid_from valid_to' } },
  'units.department_names': { ...reference, columns: { open: 'kind level name' } },
  'units.lineage': { ...reference, columns: { open: 'from_code to_code kind on_day' } },
  'calendar.versions': { ...reference, columns: { open: 'version covers_from covers_to provisional_from source loaded_at notices', digest: 'digest' } },
  'calendar.days': { ...reference, columns: { open: 'version day kind name notice verified' } },
  'calendar.changes': { ...changes, columns: { internal: 'seq number kind status proposed_at', pseudonym: 'change_id state', digest: 'head' } },
  'law.packs': { ...reference, columns: { open: 'version kind valid_from content loaded_at', digest: 'digest' } },
  'catalogue.items': { ...reference, columns: { open: 'task_code version content process process_version loaded_at change_id effective_on', digest: 'digest' } },
  'catalogue.overrides': { ...reference, columns: { open: 'task_code number unit fields effective_on change_id loaded_at' } },
  'catalogue.processes': { ...reference, columns: { open: 'process_id version bpmn loaded_at change_id', digest: 'digest' } },
  'catalogue.release_seen': { ...reference, columns: { internal: 'kind subject', digest: 'digest' } },
  'catalogue.drafts': { ...changes, columns: { internal: 'change_id revision kind subject unit origin base_version terms content opened_at saved_at', pseudonym: 'author' } },
  'catalogue.changes': { ...changes, columns: { internal: 'seq kind subject unit status changed_at content', pseudonym: 'change_id state', digest: 'head' } },
  'measures.matters': {
    ...measures, purpose: 'measures', subject: 'resident', ground: 'statutory_duty', retention: 'matters',
    columns: {
      internal: 'seq rules number status channel task_code item_version area_unit city district street community accepting_institution handling_institution received_on accepted_on ended_on promised_days net_days visits promised_visits asked_again one_number general_window late judged in_time visits_judged visits_kept tally measured_at',
      pseudonym: 'matter_id',
    },
  },
  'measures.counts': {
    ...measures,
    columns: { internal: 'scope month task_code channel filed one_number asked_again general_window visits_judged visits_kept judged in_time completed withdrawn deemed late_notice late_statutory late_promised late_link late_service' },
  },
  'measures.daily': { ...measures, columns: { internal: 'scope day filed finished' } },
  'measures.day_values': { ...measures, columns: { internal: 'scope month task_code channel measure value n' } },
  'measures.link_counts': { ...measures, columns: { internal: 'scope month process element institution version judged late timed days' } },
  'measures.rebuild': { ...measures, columns: { internal: 'rules measured done_at', pseudonym: 'after_matter' } },
  'supervision.orders': {
    ...supervision,
    columns: {
      internal: 'seq status rule_id severity institution unit supervising_unit area_unit task_code escalations replies_in_time replies_late opened_at ended_at state', pseudonym: 'order_id matter_id staff_id', digest: 'head',
    },
  },
  'supervision.findings': {
    ...supervision,
    columns: { internal: 'rule_id rule_version severity matter_number about limit_id moment institution unit post area_unit task_code found_at', pseudonym: 'finding_id matter_id staff_id second_staff_id order_id' },
  },
  'supervision.clocks': { ...supervision, columns: { internal: 'clock institution supervising_unit area_unit warn_at due_at due_on passed', pseudonym: 'order_id' } },
  'supervision.rounds': { ...supervision, subject: 'nobody', retention: 'installation', columns: { internal: 'name round taken_at done_at' } },
  'supervision.staff_messages': { ...supervision, purpose: 'telling_people', retention: 'staff_messages', columns: { internal: 'kind at params read_at', pseudonym: 'staff_id message_id order_id' } },
  'backoffices.registrations': { ...outside, retention: 'permanent', columns: { internal: 'seq status institutions units proposed_at', pseudonym: 'backoffice_id state', digest: 'head' } },
  'backoffices.secrets': { ...outside, retention: 'permanent', columns: { internal: 'backoffice_id secret_id made_at', secretSealed: 'sealed' } },
  'backoffices.callbacks': { ...outside, retention: 'deliveries', columns: { internal: 'backoffice_id webhook_id type link_id state code answer received_at repeats', pseudonym: 'matter_id officer', digest: 'digest' } },
  'backoffices.reconciliations': { ...outside, retention: 'permanent', columns: { internal: 'backoffice_id day made_at report', pseudonym: 'made_by' } },
} as const satisfies TableClasses;
