import type { Id } from '../../kernel/ids.ts';
import { derivedId } from '../../platform/ids.ts';
import { openOrder, type OrderDecision } from './decide.ts';
import type { Occasion, Order } from './order.ts';
import { lawToday, runOrder, unitOfInstitution, type Context } from './routes-context.ts';
import type { Finding } from './rule.ts';
import { recordFindings, type FoundOn } from './store.ts';
import { knownOrders } from './views.ts';

/** The matter a finding lies on. */
export interface MatterPlace {
  readonly matterId: Id;
  readonly matterNumber: string;
  readonly areaUnit: string;
  readonly taskCode: string;
}

/** A finding with its id, which follows from what was found: the same breach has the same id, whoever finds it, however often and in which order. */
export function foundOn(context: Context, place: MatterPlace, finding: Finding, orderId: Id | null = null): FoundOn {
  const findingId = derivedId(`supervision ${finding.ruleId} ${place.matterId} ${finding.about} ${finding.moment}`);
  return { ...place, findingId, finding, unit: unitOfInstitution(context, finding.institution, place.areaUnit), orderId };
}

/** Records what was found: orders for rules that open one, findings for the others. What is known already costs one look. */
export async function record(context: Context, found: readonly FoundOn[]): Promise<void> {
  const { handle } = context.database;
  const fresh = await recordFindings(handle, found.filter(({ finding }) => !finding.opensOrder), context.now());
  if (fresh.length > 0) context.publish([...new Set(fresh.flatMap((one) => ['orders', `institution:${one.finding.institution}`, `unit:${one.areaUnit}`]))]);
  const orders = found.filter(({ finding }) => finding.opensOrder);
  const known = await knownOrders(handle, orders.map((one) => one.findingId));
  for (const order of orders) if (!known.has(order.findingId)) await open(context, order);
}

async function open(context: Context, one: FoundOn): Promise<void> {
  const { matterId, matterNumber, unit, areaUnit, taskCode } = one;
  const { ruleId, ruleVersion, severity, about, limitId, moment, institution, post, staffId, secondStaffId } = one.finding;
  const occasion: Occasion = { ruleId, ruleVersion, severity, matterId, matterNumber, about, limitId, moment, institution, unit, post, staffId, secondStaffId, areaUnit, taskCode };
  await bySystem(context, { orderId: one.findingId, commandId: one.findingId, name: 'open_order', body: { ruleId, matterId, about, moment }, creates: true, decide: (order, meta) => openOrder(order, occasion, lawToday(context), meta) });
}

/** Refusals that say: nothing left to do. */
export const doneAlready: readonly string[] = ['order.nothing_to_change', 'order.over', 'order.unknown'];

/** A command of the system; refused because somebody else wrote in the same moment, the job comes again. */
export async function bySystem(
  context: Context, command: { readonly orderId: Id; readonly commandId: Id; readonly name: string; readonly body: object; readonly creates?: boolean; readonly decide: (order: Order | null, meta: Parameters<typeof openOrder>[3]) => OrderDecision },
): Promise<void> {
  const done = await runOrder(context, { ...command, actor: { kind: 'system', job: `supervision.${command.name}` }, may: () => true });
  if (!done.ok && !doneAlready.includes(done.code)) throw new Error(`${command.name} of ${command.orderId}: ${done.code}`);
}
