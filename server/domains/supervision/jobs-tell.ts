import type { Id } from '../../kernel/ids.ts';
import { derivedId } from '../../platform/ids.ts';
import type { Job } from '../../platform/jobs/worker.ts';
import type { Order } from './order.ts';
import type { Context } from './routes-context.ts';
import { insertStaffMessages } from './store.ts';
import { findOrder } from './views.ts';

/**
 * Tells staff of what happened to an order, in the program: who is late, and those who answer for the institution, of its opening, its return and its end; the
 * supervisors of the unit where it lies of a reply and of an escalation. Staff have no telephone in this release, so no short message goes out.
 */
export async function tellOfOrder(context: Context, job: Job): Promise<void> {
  const order = await findOrder(context.database.handle, job.matterId);
  if (!order) return;
  const { fact: kind, at } = job.payload as { fact: string; at: string };
  const { matterNumber, ruleId, ruleVersion } = order.occasion;
  const clock = order.clocks.find((one) => one.startedAt === at) ?? order.clocks.find((one) => one.endedAt === null);
  const params = { number: matterNumber, ruleId, ruleVersion, date: clock?.dueOn ?? '' };
  const told = await recipients(context, order, kind);
  await insertStaffMessages(context.database.handle, told.map((staffId) => ({ staffId, messageId: derivedId(`${job.jobId} ${staffId}`), kind, at, params, orderId: job.matterId })));
}

async function recipients(context: Context, order: Order, kind: string): Promise<readonly Id[]> {
  const { institution, staffId } = order.occasion;
  if (kind === 'order_replied' || kind === 'order_escalated') return idsOf(await context.postHolders(['supervisor'], { units: [order.supervisingUnit] }));
  const holders = idsOf(await context.postHolders(['approver', 'hall_manager'], { institutions: [institution] }));
  return [...new Set([...holders, ...(staffId === null ? [] : [staffId])])];
}

const idsOf = (holders: readonly { readonly staffId: Id }[]): readonly Id[] => [...new Set(holders.map((holder) => holder.staffId))];
