import { holdsPost, standsFor, type Actor, type AgencyAct, type Role } from '../../kernel/actor.ts';
import { anyone, residents, residentsAnd, staff } from '../../platform/access/permission.ts';
import { countingWords } from './decide-repair.ts';
import type { LimitProposal } from './matter-limit.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Link, Matter } from './matter.ts';
import { barredFrom } from './signers.ts';
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
  worklist: staff('matters.worklist', ...handlers, 'hall_manager'),
  handOver: staff('matters.hand_over', ...handlers, 'hall_manager'),
  accept: staff('matters.accept', 'window_clerk'),
  supplement: residentsAnd('matters.supplement', 'window_clerk'),
  withdraw: residents('matters.withdraw'),
  handle: staff('matters.handle', ...handlers),
  proposeLimitAct: staff('matters.propose_limit_act', ...handlers),
  approveLimitAct: staff('matters.approve_limit_act', 'approver'),
  checkPromise: staff('matters.check_promise', 'officer'),
  approveRevocation: staff('matters.approve_revocation', 'approver'),
} as const;

/** Whether `ancestor` is the unit itself or above it: asked of the unit tree. */
export type Covers = (ancestor: string, unit: string) => boolean;

/** Whose matter it is: the organisation's, else the person's. */
export const principalOf = (matter: Matter): Id => matter.organisationId ?? matter.partyId;

/**
 * The applicant himself, or who stands for him by a mandate that covers this act (C-ID-5). Having filed for an organisation gives no right once the mandate is over;
 * matters filed before mandates were kept stay their filer's. Parts of a bundle are read through it; a mandate covers one by its own item.
 */
export function isApplicant(actor: Actor, matter: Matter, act: AgencyAct = 'read'): boolean {
  if (actor.kind !== 'resident') return false;
  if (actor.partyId === matter.partyId && (matter.organisationId === null || matter.mandateId === undefined)) return true;
  return standsFor(actor, principalOf(matter), act, matter.item.taskCode);
}

/** A link that somebody has in hand. */
const isHeld = (link: Link): boolean => link.claimedBy !== null && link.doneAt === null;

/** Who may read the whole file: the applicant; window staff of the hall that took it; who handles it or a link of it; who leads an office whose people have it in hand; hall managers there; supervisors above it. */
export function mayRead(actor: Actor, matter: Matter, covers: Covers): boolean {
  if (isApplicant(actor, matter)) return true;
  if (actor.kind === 'system') return true;
  if (actor.kind !== 'staff') return false;
  return (
    holdsPost(actor, matter.acceptingInstitution, ['window_clerk', 'hall_manager']) ||
    holdsPost(actor, matter.handlingInstitution, ['officer', 'approver']) ||
    matter.links.some((link) => holdsPost(actor, link.institution, [link.post]) || (isHeld(link) && leadsOffice(actor, link))) ||
    actor.posts.some((post) => post.role === 'supervisor' && covers(post.unit, matter.areaUnit))
  );
}

/** The institution in whose name a member of staff reads a file: the first of his posts that lets him. */
export function readsFor(actor: Actor, matter: Matter, covers: Covers): string | undefined {
  return actor.kind === 'staff' ? actor.posts.find((post) => mayRead({ ...actor, posts: [post] }, matter, covers))?.institution : undefined;
}

/** Who may see a masked field of the person: whoever handles the matter by one of his posts, not who only looks on (C-PR-3). Answers the institution he does it for. */
export function mayReveal(actor: Actor, matter: Matter): string | undefined {
  return actor.kind === 'staff' ? readsFor({ ...actor, posts: actor.posts.filter((post) => handlers.includes(post.role)) }, matter, () => false) : undefined;
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
      return isApplicant(actor, matter, 'supplement') || holdsPost(actor, matter.acceptingInstitution, ['window_clerk']);
    case 'withdraw':
      return isApplicant(actor, matter, 'withdraw');
    case 'propose_limit_act':
      return handlesNow(actor, matter);
    case 'approve_limit_act':
      return matter.proposals.some((one) => one.outcome === 'open' && mayApprove(actor, matter, one));
    case 'check_promise':
    case 'revoke_result':
    case 'propose_repair':
      return holdsPost(actor, matter.handlingInstitution, ['officer']);
    case 'approve_revocation':
      return actor.kind === 'staff' && actor.staffId !== matter.revocation?.proposedBy && holdsPost(actor, matter.handlingInstitution, ['approver']);
    case 'decide_repair':
      return actor.kind === 'staff' && (matter.repairs ?? []).some((one) => one.outcome === 'open' && one.proposedBy !== actor.staffId) && holdsPost(actor, matter.handlingInstitution, ['approver']);
  }
}

/** Who has the matter in hand: the claimer of an open link. Only he knows why a clock should stand still. */
function handlesNow(actor: Actor, matter: Matter): boolean {
  return actor.kind === 'staff' && matter.links.some((link) => link.doneAt === null && link.kind !== 'consult' && hasInHand(actor, link));
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
      return matter.materials.some((one) => one.form === 'deferred') && (matter.status === 'accepted' || (matter.outcome === 'granted' && matter.revokedAt === undefined));
    case 'check_promise':
      return standsGranted(matter) && matter.materials.some((one) => one.form === 'promised' && matter.promises?.[one.code] === undefined);
    case 'revoke_result':
      return standsGranted(matter) && matter.revocation?.outcome !== 'open' && (Object.values(matter.promises ?? {}).includes(false) || mayTakeBack(matter));
    case 'approve_revocation':
      return standsGranted(matter) && matter.revocation?.outcome === 'open';
    case 'propose_repair':
      return countingWords(matter).length > 0 && (matter.repairs ?? []).every((one) => one.outcome !== 'open');
    case 'decide_repair':
      return (matter.repairs ?? []).some((one) => one.outcome === 'open');
    case 'deliver_result':
      return matter.deliveredAt === null && matter.delivery === 'in_person';
    case 'propose_limit_act':
      return matter.proposals.every((one) => one.outcome !== 'open');
    default:
      return true;
  }
}

const standsGranted = (matter: Matter): boolean => matter.outcome === 'granted' && matter.revokedAt === undefined;

/** A grant that went ahead of a material whose day has passed: only where the item says so can it have done that. */
const mayTakeBack = (matter: Matter): boolean => matter.materials.some((one) => one.form === 'deferred' && (matter.lapsed ?? []).includes(one.code));

/** Whether the actor leads the institution of a link (部门负责人): its approver or hall manager, who may hand over what others there have. */
export function leadsOffice(actor: Actor, link: Link | undefined): boolean {
  return link !== undefined && holdsPost(actor, link.institution, ['approver', 'hall_manager']);
}

/** Who may hand a link to another person: whoever handles it, and who leads its institution. */
export function mayHandOver(actor: Actor, link: Link | undefined): boolean {
  return mayHandle(actor, link) || leadsOffice(actor, link);
}

/** Absent colleagues whose links in hand the actor may do as well (代理), named by the session; nobody for others. */
export const standsInFor = (actor: Actor): readonly Id[] => (actor.kind === 'staff' ? (actor.standsInFor ?? []) : []);

/** Whether an open link lies in the actor's hand: his own, or one of somebody he stands in for. */
export function hasInHand(actor: Actor, link: Link | undefined): boolean {
  return actor.kind === 'staff' && link !== undefined && link.claimedBy !== null && mayHandle(actor, link) && (link.claimedBy === actor.staffId || standsInFor(actor).includes(link.claimedBy));
}

/** The acts on a link that this actor may do now. Two persons: whoever proposed or signed before is shown no button, nor is his stand-in in his name. */
export function allowedLinkActs(actor: Actor, matter: Matter, link: Link): readonly LinkAct[] {
  if (actor.kind !== 'staff' || link.doneAt !== null || matter.status !== 'accepted') return [];
  const asking = link.kind === 'consult' ? matter.links.find((one) => one.linkId === link.asks) : undefined;
  const recalling: readonly LinkAct[] = hasInHand(actor, asking) ? ['recall_opinion'] : [];
  if (link.claimedBy === null) return mayHandle(actor, link) && !barredFrom(matter, link).includes(actor.staffId) ? ['claim_link', ...recalling] : recalling;
  if (hasInHand(actor, link)) return [...actsInHand(actor.staffId, matter, link), ...recalling];
  return leadsOffice(actor, link) ? ['hand_over_link', ...recalling] : recalling;
}

/** What a person may do with a link in hand; where the rule of two persons bars him from ending it, he may still give it away. */
function actsInHand(staffId: Id, matter: Matter, link: Link): readonly LinkAct[] {
  const barred = barredFrom(matter, link);
  const mayEnd = !barred.includes(staffId) && (link.claimedBy === null || !barred.includes(link.claimedBy));
  const asking: readonly LinkAct[] = link.kind === 'consult' ? [] : ['ask_opinion'];
  return [...(mayEnd ? endings[link.kind] : []), 'release_link', 'hand_over_link', ...asking];
}

/** The acts that end a link of each kind. */
const endings: Readonly<Record<Link['kind'], readonly LinkAct[]>> = {
  review: ['record_finding'], visit: ['record_finding'], inspect: ['record_finding'], decide: ['propose_decision'], approve: ['approve_decision', 'return_decision'], consult: ['give_opinion'],
};
