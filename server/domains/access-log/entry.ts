/** The words of an entry, out of the act it was recorded under. Acts this release has no word for are still shown, as `other`. */
export interface ReadAct {
  readonly what: 'file' | 'material' | 'paper' | 'standing' | 'history' | 'proof' | 'search_by_number' | 'registration' | 'evaluation' | 'contact' | 'back_trace' | 'field' | 'access_records' | 'other';
  readonly field: 'name' | 'number' | 'phone' | null;
  readonly purpose: 'check_identity' | 'contact' | 'compare_material' | 'deliver' | 'verify_with_department' | null;
}

const whats: Readonly<Record<string, ReadAct['what']>> = {
  'matters.read': 'file', 'matters.read_by_system': 'file', 'matters.read_file': 'material', 'matters.read_file_by_system': 'material', 'matters.read_standing': 'standing', 'matters.take_history': 'history', 'matters.read_proof': 'proof',
  'people.identify_party': 'search_by_number', 'people.register_party': 'registration', 'evaluations.read_case': 'evaluation', 'evaluations.show_contact': 'contact', 'supervision.back_trace': 'back_trace',
};

/** What comes before the purpose in the act of a reveal. */
export const revealAct = 'access_log.reveal.';

/** Reads an act and its fields: `access_log.reveal.<purpose>` with `<whose>.<field>`, or one of the acts above. */
export function readAct(act: string, fields: string): ReadAct {
  if (act.startsWith(revealAct)) return { what: 'field', field: (fields.split('.')[1] ?? null) as ReadAct['field'], purpose: act.slice(revealAct.length) as ReadAct['purpose'] };
  const what = whats[act] ?? (act.startsWith('matters.read_') ? 'paper' : act.startsWith('audit.') ? 'access_records' : 'other');
  return { what, field: null, purpose: null };
}
