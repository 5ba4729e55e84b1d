import type { Id } from './ids.ts';

/**
 * What a post lets its holder do; read by the domains' policies. Three administrators (三员) whom nobody unites: `administrator` keeps the system (系统管理员),
 * `security_administrator` the people and keys (安全管理员), `audit_administrator` watches all others (审计管理员). None of them reads the content of a case.
 */
export type Role = 'window_clerk' | 'officer' | 'approver' | 'hall_manager' | 'supervisor' | 'administrator' | 'security_administrator' | 'audit_administrator';

/** A role held in an institution (a hall or a department) of a unit. */
export interface HeldPost {
  readonly institution: string;
  readonly unit: string;
  readonly role: Role;
}

/** What an agent may do for his principal: file, hand in what is missing, read, withdraw. */
export const agencyActs = ['file', 'supplement', 'read', 'withdraw'] as const;
export type AgencyAct = (typeof agencyActs)[number];

/** A principal for whom a resident may act now, by a standing mandate; `taskCodes` null: in every item. */
export interface ActsFor {
  readonly partyId: Id;
  readonly acts: readonly AgencyAct[];
  readonly taskCodes: readonly string[] | null;
}

/** Whether a mandate of the actor covers an act for this principal in an item. */
export function standsFor(actor: Actor, principal: Id, act: AgencyAct, taskCode: string): boolean {
  return actor.kind === 'resident' && (actor.actsFor ?? []).some((one) => one.partyId === principal && one.acts.includes(act) && (one.taskCodes === null || one.taskCodes.includes(taskCode)));
}

/** Who acts. A resident is a party of the people domain; the system acts through its jobs and is named by them. */
export type Actor =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'newcomer' }
  | { readonly kind: 'resident'; readonly partyId: Id; /** for whom this person may act today besides himself (代理授权) */ readonly actsFor?: readonly ActsFor[] }
  | { readonly kind: 'staff'; readonly staffId: Id; readonly posts: readonly HeldPost[]; /** absent colleagues whose work in hand this person does today (代理) */ readonly standsInFor?: readonly Id[] }
  | { readonly kind: 'system'; readonly job: string };

/** Who a fact says acted: never a name. `unit` is the institution a staff member acted for. */
export interface By {
  readonly kind: 'resident' | 'staff' | 'system';
  readonly id: string;
  readonly institution?: string;
}

/** The actor as facts name him. Anonymous callers and newcomers make no facts; asking for them is a bug the types rule out. */
export function byOf(actor: Extract<Actor, { kind: 'resident' | 'staff' | 'system' }>, institution?: string): By {
  switch (actor.kind) {
    case 'resident':
      return { kind: 'resident', id: actor.partyId };
    case 'staff':
      return institution === undefined ? { kind: 'staff', id: actor.staffId } : { kind: 'staff', id: actor.staffId, institution };
    case 'system':
      return { kind: 'system', id: actor.job };
  }
}

/** Whether the actor holds one of these roles in the institution. */
export function holdsPost(actor: Actor, institution: string, roles: readonly Role[]): boolean {
  return actor.kind === 'staff' && actor.posts.some((post) => post.institution === institution && roles.includes(post.role));
}

/** Whether the actor holds one of these roles anywhere. */
export function holdsRole(actor: Actor, roles: readonly Role[]): boolean {
  return actor.kind === 'staff' && actor.posts.some((post) => roles.includes(post.role));
}
