import { holdsPost, type Actor, type Role } from '../../kernel/actor.ts';
import { residentsAnd, staff } from '../../platform/access/permission.ts';
import { runningClock, type Order } from './order.ts';
import { transitions, type OrderAct } from './transitions.ts';

/** Who answers for an institution: not the window clerk, whose manager does. */
export const answerers: readonly Role[] = ['officer', 'approver', 'hall_manager'];
const readers: readonly Role[] = [...answerers, 'window_clerk', 'supervisor'];

/** What the routes of this domain ask for. */
export const supervisionPermissions = {
  listOrders: staff('supervision.list_orders', ...answerers, 'supervisor'),
  readOrder: staff('supervision.read_order', ...answerers, 'supervisor'),
  reply: staff('supervision.reply', ...answerers),
  judge: staff('supervision.judge', 'supervisor'),
  findings: staff('supervision.findings', ...answerers, 'supervisor'),
  backTrace: staff('supervision.back_trace', ...answerers, 'supervisor'),
  ordersOfMatter: residentsAnd('supervision.orders_of_matter', ...readers),
  own: staff('supervision.own_messages', ...readers),
} as const;

/** Whether `ancestor` is the unit itself or above it: asked of the unit tree. */
export type Covers = (ancestor: string, unit: string) => boolean;

const supervises = (actor: Actor, covers: Covers, ...units: readonly string[]): boolean =>
  actor.kind === 'staff' && actor.posts.some((post) => post.role === 'supervisor' && units.some((unit) => covers(post.unit, unit)));

/** Who may read an order: those who answer for the institution, and supervisors above the matter's area or above the institution. */
export function mayReadOrder(actor: Actor, { occasion }: Order, covers: Covers): boolean {
  return holdsPost(actor, occasion.institution, answerers) || supervises(actor, covers, occasion.areaUnit, occasion.unit);
}

/** Who may do an act on an order, its status left aside: the institution replies; the supervisors of the unit where it lies now, and those above, judge. */
export function mayActOnOrder(actor: Actor, order: Order, act: OrderAct, covers: Covers): boolean {
  return act === 'reply' ? holdsPost(actor, order.occasion.institution, answerers) : supervises(actor, covers, order.supervisingUnit);
}

/** The acts this actor may do now: what the buttons come from. Nobody judges his own reply. */
export function allowedOrderActs(actor: Actor, order: Order, covers: Covers): readonly OrderAct[] {
  if (!runningClock(order) || actor.kind !== 'staff') return [];
  return transitions[order.status].filter((act) => mayActOnOrder(actor, order, act, covers) && (act === 'reply' || order.repliedBy !== actor.staffId));
}

/** Where a matter lies: as much of it as says who of the staff may look. */
export interface MatterPlace {
  readonly areaUnit: string;
  readonly acceptingInstitution: string;
  readonly handlingInstitution: string;
  readonly partyId: string;
  readonly links: readonly { readonly institution: string; readonly post: string }[];
}

/** Who may see that there are orders on a matter: the applicant, the hall that took it, who handles it or answers for an institution that does, and supervisors above. */
export function maySeeOrdersOf(actor: Actor, matter: MatterPlace, covers: Covers): boolean {
  if (actor.kind === 'resident') return actor.partyId === matter.partyId;
  const holdsLink = actor.kind === 'staff' && matter.links.some((link) => actor.posts.some((post) => post.institution === link.institution && post.role === link.post));
  return holdsLink || holdsPost(actor, matter.acceptingInstitution, ['window_clerk']) || maySeeBackTrace(actor, matter, covers);
}

/** Who may see whose days they were: the departments concerned, the hall's manager, and supervisors above. */
export function maySeeBackTrace(actor: Actor, matter: MatterPlace, covers: Covers): boolean {
  return (
    holdsPost(actor, matter.acceptingInstitution, ['hall_manager']) || holdsPost(actor, matter.handlingInstitution, ['officer', 'approver']) ||
    matter.links.some((link) => holdsPost(actor, link.institution, ['officer', 'approver', 'hall_manager'])) || supervises(actor, covers, matter.areaUnit)
  );
}
