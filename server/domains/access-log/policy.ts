import type { Actor, Role } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/ids.ts';
import { actsOfPerson } from '../../kernel/two-persons.ts';
import { anyone, fresh, residents, staff } from '../../platform/access/permission.ts';

/** What the routes of this domain ask for. A field is revealed, and what others looked at is taken out, only with a second factor shown just now. */
export const accessLogPermissions = {
  reveal: fresh(staff('people.reveal', 'window_clerk', 'officer', 'approver')),
  readOwn: residents('access_log.read_own'),
  countDelayed: anyone('access_log.count_delayed'),
  signals: staff('audit.signals', 'audit_administrator'),
  decideSignal: staff('audit.decide_signal', 'audit_administrator'),
  search: fresh(staff('audit.search', 'audit_administrator')),
  delays: staff('audit.delays', 'audit_administrator', 'security_administrator'),
  proposeDelay: fresh(staff('audit.propose_delay', 'audit_administrator', 'security_administrator')),
  decideDelay: fresh(staff('audit.decide_delay', 'audit_administrator', 'security_administrator')),
  exports: staff('audit.exports', 'audit_administrator', 'security_administrator'),
  proposeExport: fresh(staff('audit.propose_export', 'audit_administrator')),
  decideExport: fresh(staff('audit.decide_export', 'audit_administrator', 'security_administrator')),
  takeExport: fresh(staff('audit.take_export', 'audit_administrator')),
} as const;

/** Which of the two administrators somebody acts as; of both at once, which no appointment allows, as the auditor. */
export function watcherRole(actor: Actor): 'audit_administrator' | 'security_administrator' | undefined {
  const holds = (role: Role): boolean => actor.kind === 'staff' && actor.posts.some((post) => post.role === role);
  if (holds('audit_administrator')) return 'audit_administrator';
  return holds('security_administrator') ? 'security_administrator' : undefined;
}

/** What one administrator asked for and another decides. */
interface Asked {
  readonly proposedBy: Id;
  readonly state: string;
}

const isSecond = (actor: Actor, { state, proposedBy }: Asked): boolean => actor.kind === 'staff' && actsOfPerson({ status: state, proposedBy: { id: proposedBy } }, actor.staffId).includes('approve');

/** Who decides a delay: the administrator of the other kind, so that neither the people's office nor the auditors can hide a reading alone. */
export function mayDecideDelay(actor: Actor, delay: Asked & { readonly proposedRole: string }): boolean {
  const role = watcherRole(actor);
  return role !== undefined && role !== delay.proposedRole && isSecond(actor, delay);
}

/** Who decides an export: another person than asked for it. */
export function mayDecideExport(actor: Actor, asked: Asked): boolean {
  return watcherRole(actor) !== undefined && isSecond(actor, asked);
}
