import { holdsPost, type Actor, type Role } from '../../kernel/actor.ts';
import { anyone, residents, residentsAnd, staff } from '../../platform/access/permission.ts';
import type { LimitProposal } from './matter-limit.ts';
import type { Link, Matter } from './matter.ts';
import { matterActs, transitions, type LinkAct, type MatterAct } from './transitions.ts';

const handlers: readonly Role[] = ['window_clerk', 'officer', 'approver'];

/** What the routes of this domain ask for. */
export const matterPermissions = {
  lookUp: anyone('matters.look_up_progress'),
  draft: residentsAnd('matters.draft', 'window_clerk'),
  file: residentsAnd('matters.file', 'window_clerk'),
  read: residentsAnd('matters.read', 'window_clerk', 'officer', 'approver', 'hall_manager', 'supervisor'),
  readStanding: staff('matters.read_standing', 'window_clerk', 'officer', 'approver', 'hall_manager', 'supervisor'),
  readOwn: residents('matters.read_own'),
  worklist: staff('matters.worklist', ...handlers),
  accept: staff('matters.accept', 'window_clerk'),
  supplement: residentsAnd('matters.supplement', 'window_clerk'),
  withdraw: residents('matters.withdraw'),
  handle: staff('matters.handle', ...handlers),
  proposeLimitAct: staff('matters.propose_limit_act', ...handlers),
  approveLimitAct: staff('matters.approve_limit_act', 'approver'),
} as const;

/** Whether `ancestor` is the unit itself or above it: asked of the unit tree. */
export type Covers = (ancestor: string, unit: string) => boolean;

/** The applicant himself; an organisation's matter is its filer's. */
export function isApplicant(actor: Actor, matter: Matter): boolean {
  return actor.kind === 'resident' && actor.partyId === matter.partyId;
}

/** Who may read the whole file: the applicant; window staff of the hall that took it; who handles it or a link of it; hall managers there; supervisors above it. */
export function mayRead(actor: Actor, matter: Matter, covers: Covers): boolean {
  if (isApplicant(actor, matter)) return true;
  if (actor.kind === 'system') return true;
  if (actor.kind !== 'staff') return false;
  return (
    holdsPost(actor, matter.acceptingInstitution, ['window_clerk', 'hall_manager']) ||
    holdsPost(actor, matter.handlingInstitution, ['officer', 'approver']) ||
    matter.links.some((link) => holdsPost(actor, link.institution, [link.post])) ||
    actor.posts.some((post) => post.role === 'supervisor' && covers(post.unit, matter.areaUnit))
  );
}

/** Who may do an act on the matter as a whole, its status left aside. */
export function mayAct(actor: Actor, matter: Matter, act: MatterAct): boolean {
  switch (act) {
    case 'accept':
    case 'request_correction':
    case 'correct_on_spot':
    case 'refuse_acceptance':
    case 'terminate':
    case 'deliver_result':
      return holdsPost(actor, matter.acceptingInstitution, ['window_clerk']);
    case 'supplement':
    case 'hand_in_deferred':
      return isApplicant(actor, matter) || holdsPost(actor, matter.acceptingInstitution, ['window_clerk']);
    case 'withdraw':
      return isApplicant(actor, matter);
    case 'propose_limit_act':
      return handlesNow(actor, matter);
    case 'approve_limit_act':
      return matter.proposals.some((one) => one.outcome === 'open' && mayApprove(actor, matter, one));
  }
}

/** Who has the matter in hand: the claimer of an open link. Only he knows why a clock should stand still. */
function handlesNow(actor: Actor, matter: Matter): boolean {
  return actor.kind === 'staff' && matter.links.some((link) => link.doneAt === null && link.claimedBy === actor.staffId && mayHandle(actor, link));
}

/** The second person of an act on limits: an approver of the department that handles the matter or of the office that proposed, never the proposer. */
export function mayApprove(actor: Actor, matter: Matter, proposal: LimitProposal): boolean {
  return actor.kind === 'staff' && actor.staffId !== proposal.proposedBy && (holdsPost(actor, matter.handlingInstitution, ['approver']) || holdsPost(actor, proposal.institution, ['approver']));
}

/** Who may do an act on a link: its post in its institution. */
export function mayHandle(actor: Actor, link: Link | undefined): boolean {
  return link !== undefined && holdsPost(actor, link.institution, [link.post]);
}

/** The acts on the matter that this actor may do now: what the buttons come from. */
export function allowedActs(actor: Actor, matter: Matter): readonly MatterAct[] {
  return matterActs.filter((act) => transitions[matter.status].includes(act) && isOpenFor(matter, act) && mayAct(actor, matter, act));
}

/** Acts that need something to act on. */
function isOpenFor(matter: Matter, act: MatterAct): boolean {
  switch (act) {
    case 'hand_in_deferred':
      return matter.materials.some((one) => one.form === 'deferred');
    case 'deliver_result':
      return matter.deliveredAt === null && matter.delivery === 'in_person';
    case 'propose_limit_act':
      return matter.proposals.every((one) => one.outcome !== 'open');
    default:
      return true;
  }
}

/** The acts on a link that this actor may do now. The second person is never the one who proposed. */
export function allowedLinkActs(actor: Actor, matter: Matter, link: Link, proposer: string | null): readonly LinkAct[] {
  if (actor.kind !== 'staff' || link.doneAt !== null || matter.status !== 'accepted' || !mayHandle(actor, link)) return [];
  if (link.claimedBy === null) return link.kind === 'approve' && proposer === actor.staffId ? [] : ['claim_link'];
  if (link.claimedBy !== actor.staffId) return [];
  switch (link.kind) {
    case 'review':
    case 'visit':
    case 'inspect':
      return ['record_finding', 'release_link'];
    case 'decide':
      return ['propose_decision', 'release_link'];
    case 'approve':
      return ['approve_decision', 'return_decision', 'release_link'];
    case 'consult':
      return ['release_link'];
  }
}
