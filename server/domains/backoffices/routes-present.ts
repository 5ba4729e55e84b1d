import type * as wire from '../../../contract/backoffices.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/ids.ts';
import { countDeliveries, type DeliveryState, type StoredDelivery } from '../../platform/db/webhook-queue.ts';
import { messageIdOf } from '../../platform/webhooks/index.ts';
import type { Backoffice, Terms } from './backoffice.ts';
import { allowedActs } from './policy.ts';
import { newestReconciliations } from './reconciliation-store.ts';
import type { Context } from './routes-context.ts';
import { institutionsOf, type StoredBackoffice } from './store.ts';

const none: Readonly<Record<DeliveryState, number>> = { pending: 0, delivered: 0, failed: 0 };

const nameOf = (state: Backoffice): Terms['name'] => state.terms?.name ?? (state.proposal?.change.kind === 'terms' ? state.proposal.change.terms.name : { 'zh-CN': '', 'zh-HK': '', en: '' });

/** Rows of the list. */
export async function backofficeRows(context: Context, list: readonly StoredBackoffice[]): Promise<wire.BackofficeRow[]> {
  const ids = list.map((one) => one.backofficeId);
  const [counts, reconciled] = await Promise.all([countDeliveries(context.database.handle, ids), newestReconciliations(context.database.handle, ids)]);
  return list.map(({ backofficeId, state }) => ({
    backofficeId, name: nameOf(state), status: state.status, institutionNames: institutionsOf(state).map((code) => institutionName(context, code)), waiting: state.proposal?.change.kind ?? null, proposedAt: state.proposedAt,
    deliveries: { ...(counts.get(backofficeId) ?? none) }, lastReconciledOn: reconciled.get(backofficeId)?.day ?? null, differences: reconciled.get(backofficeId)?.differences ?? null,
  }));
}

const institutionName = (context: Context, code: string) => context.units.institution(code)?.name ?? { 'zh-CN': code, 'zh-HK': code, en: code };

const mutable = (terms: Terms): wire.BackofficeTerms => ({ ...terms, name: { ...terms.name }, institutions: [...terms.institutions], posts: [...terms.posts], events: [...terms.events], particulars: [...terms.particulars] });

/** A registration for who may see it, with what he may do now. */
export async function backofficeView(context: Context, actor: Actor, { backofficeId, seq, state }: StoredBackoffice): Promise<wire.Backoffice> {
  const { proposal } = state;
  const [names, counts] = await Promise.all([
    context.people.staffNames([proposal?.proposedBy, state.approvedBy].flatMap((by) => (by?.kind === 'staff' ? [by.id] : []))),
    countDeliveries(context.database.handle, [backofficeId]),
  ]);
  const person = (id: Id) => ({ staffId: id, name: names.get(id) ?? '' });
  return {
    backofficeId, status: state.status, terms: state.terms && mutable(state.terms), institutions: institutionsOf(state).map((code) => ({ code, name: institutionName(context, code) })),
    proposal: proposal && {
      proposalId: proposal.proposalId, change: proposal.change.kind, terms: proposal.change.kind === 'terms' ? mutable(proposal.change.terms) : null, keepOldHours: proposal.change.kind === 'secret' ? proposal.change.keepOldHours : null,
      reason: proposal.reason, proposedBy: person(proposal.proposedBy.id), proposedAt: proposal.proposedAt,
    },
    approvedBy: state.approvedBy && person(state.approvedBy.id), approvedAt: state.approvedAt, secrets: state.secrets.map((one) => ({ ...one })),
    suspendedAt: state.suspension?.at ?? null, suspendedBy: state.suspension?.by ?? null, words: state.suspension?.words ?? state.words,
    deliveries: { ...(counts.get(backofficeId) ?? none) }, callbackPath: `${context.publicUrl}/api/v1/backoffices/${backofficeId}/callbacks`, allowed: [...allowedActs(actor, state)], seq,
  };
}

/** A delivery as people see it. */
export const deliveryView = ({ endpointId: _, subject, ...delivery }: StoredDelivery): wire.Delivery => ({ ...delivery, messageId: messageIdOf(delivery.deliveryId), linkId: subject });
