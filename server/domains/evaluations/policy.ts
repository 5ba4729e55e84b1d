import type { Actor, Role } from '../../kernel/actor.ts';
import { holdsPost } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/ids.ts';
import { anyone, residents, staff } from '../../platform/access/permission.ts';
import type { About, Feedback } from './feedback.ts';
import { caseActs, transitions, type CaseAct } from './transitions.ts';

const everyStaffRole: readonly Role[] = ['window_clerk', 'officer', 'approver', 'hall_manager', 'supervisor', 'administrator', 'security_administrator', 'audit_administrator'];

/** What the routes of this domain ask for. */
export const evaluationPermissions = {
  evaluateByLink: anyone('evaluations.by_link'),
  tablet: anyone('evaluations.at_tablet'),
  own: residents('evaluations.own'),
  complain: residents('complaints.make'),
  takeDown: staff('evaluations.take_down', 'hall_manager'),
  pairTablet: staff('evaluations.pair_tablet', 'window_clerk', 'hall_manager'),
  handle: staff('evaluations.handle', 'hall_manager', 'supervisor'),
  decideAppeal: staff('evaluations.decide_appeal', 'supervisor'),
  figures: staff('evaluations.figures', ...everyStaffRole),
} as const;

/** Whether `ancestor` is the unit itself or above it: asked of the unit tree. */
export type Covers = (ancestor: string, unit: string) => boolean;

/** Whose matter it is: he alone sees what he said. */
export function isAuthor(actor: Actor, about: Pick<About, 'partyId'>): boolean {
  return actor.kind === 'resident' && actor.partyId === about.partyId;
}

/** Of a service, what decides who may see what was said of it. */
export type Place = Pick<About, 'institution' | 'acceptingInstitution' | 'areaUnit'>;

const aboveTheWork: readonly Role[] = ['hall_manager', 'supervisor'];

/** Somebody whose colleagues were spoken of: holds a post where the service was given that is below its manager's, and not the manager's. */
function worksThere(actor: Extract<Actor, { kind: 'staff' }>, place: Place): boolean {
  return [place.institution, place.acceptingInstitution].some(
    (institution) => actor.posts.some((post) => post.institution === institution && !aboveTheWork.includes(post.role)) && !holdsPost(actor, institution, ['hall_manager']),
  );
}

const supervises = (actor: Actor, place: Place, covers: Covers): boolean => actor.kind === 'staff' && actor.posts.some((post) => post.role === 'supervisor' && covers(post.unit, place.areaUnit));
const manages = (actor: Actor, place: Place): boolean => holdsPost(actor, place.institution, ['hall_manager']) || holdsPost(actor, place.acceptingInstitution, ['hall_manager']);

/**
 * Who may see who said what, and handle it: the managers of the office that served and of the hall that took the matter in, and supervisors above
 * its area. Never anybody who acted on the matter (`involved`), and nobody who works there below its manager. Everybody else sees figures.
 */
export function mayHandle(actor: Actor, place: Place, involved: readonly Id[], covers: Covers): boolean {
  if (actor.kind !== 'staff' || involved.includes(actor.staffId) || worksThere(actor, place)) return false;
  return manages(actor, place) || supervises(actor, place, covers);
}

/** Who may do an act: an appeal is raised for the office by its manager and decided by a supervisor. */
export function mayAct(actor: Actor, place: Place, act: CaseAct, involved: readonly Id[], covers: Covers): boolean {
  if (!mayHandle(actor, place, involved, covers)) return false;
  if (act === 'raise_appeal') return manages(actor, place);
  if (act === 'decide_appeal') return supervises(actor, place, covers);
  return true;
}

/** The acts this actor may do now: what the buttons come from. */
export function allowedActs(actor: Actor, feedback: Feedback, involved: readonly Id[], covers: Covers): readonly CaseAct[] {
  const { case: open } = feedback;
  if (actor.kind !== 'staff' || !open) return [];
  const now = transitions[feedback.kind][open.status];
  return caseActs.filter((act) => {
    if (!now.includes(act) || !mayAct(actor, feedback.about, act, involved, covers)) return false;
    if (act === 'raise_appeal') return open.appeal === null;
    if (act === 'decide_appeal') return open.appeal !== null && open.appeal.decision === null && open.appeal.by !== actor.staffId;
    if (act === 'call_back') return open.limits.some((one) => one.limitId === 'call_back' && one.endedAt === null);
    return true;
  });
}

/** Fewer answers than this tell who gave them: nobody but the handlers sees figures of fewer. */
export const fewestShown = 10;
