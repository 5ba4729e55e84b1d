import { sql } from 'kysely';
import type { By } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Handle } from '../../platform/db/database.ts';
import type { StoredDelay, StoredExport } from './views.ts';

/** A reading as its access record is written. */
export interface Reading {
  readonly recordId: Id;
  /** whose record: a matter, a party, or a member of staff */
  readonly subjectId: Id;
  readonly by: By;
  readonly act: string;
  readonly fields: string;
  readonly outcome: string;
}

/** Writes that somebody reads; who cannot be written down is not answered. */
export async function recordReading(handle: Handle, reading: Reading): Promise<void> {
  await sql`
    insert into platform.access_records (matter_id, record_id, actor, act, fields, outcome)
    values (${reading.subjectId}::uuid, ${reading.recordId}::uuid, ${JSON.stringify(reading.by)}::jsonb, ${reading.act}, ${reading.fields}, ${reading.outcome})`.execute(handle);
}

/** Keeps whom of the reader's own the person of a reading is like. */
export async function keepLikeness(handle: Handle, reading: { readonly matterId: Id; readonly recordId: Id }, likeness: { readonly sameSurname: boolean; readonly colleague: boolean; readonly himself: boolean }): Promise<void> {
  await sql`
    insert into access_log.likenesses (matter_id, record_id, same_surname, colleague, himself)
    values (${reading.matterId}::uuid, ${reading.recordId}::uuid, ${likeness.sameSurname}, ${likeness.colleague}, ${likeness.himself}) on conflict do nothing`.execute(handle);
}

/** Says what came of an open signal; false where there is none that is open. */
export async function keepDecision(handle: Handle, decision: { readonly signalId: Id; readonly state: 'explained' | 'handed_on'; readonly note: string; readonly by: Id; readonly at: Instant }): Promise<boolean> {
  const { rows } = await sql<{ signal_id: Id }>`
    update access_log.signals set state = ${decision.state}, note = ${decision.note}, decided_by = ${decision.by}, decided_at = ${decision.at}
    where signal_id = ${decision.signalId} and state = 'open' returning signal_id`.execute(handle);
  return rows.length > 0;
}

/** A delay as it is asked for. */
export type DelayAsked = Omit<StoredDelay, 'state' | 'decidedBy' | 'decidedAt'>;

/** Keeps a delay that waits for the second administrator. */
export async function addDelay(handle: Handle, asked: DelayAsked): Promise<void> {
  await sql`
    insert into access_log.delays (delay_id, party_id, institution, ground, reference, from_at, until_at, proposed_by, proposed_role, proposed_at)
    values (${asked.delayId}, ${asked.partyId}, ${asked.institution}, ${asked.ground}, ${asked.reference}, ${asked.fromAt}, ${asked.untilAt}, ${asked.proposedBy}, ${asked.proposedRole}, ${asked.proposedAt})`.execute(handle);
}

/** An export as it is asked for; `counted` rows at that moment. A small one stands approved at once. */
export type ExportAsked = Omit<StoredExport, 'state' | 'decidedBy' | 'decidedAt'> & { readonly state: 'proposed' | 'approved' };

/** Keeps an export that was asked for. */
export async function addExport(handle: Handle, asked: ExportAsked): Promise<void> {
  await sql`
    insert into access_log.exports (export_id, kind, from_on, to_on, staff_id, reason, counted, proposed_by, proposed_at, state)
    values (${asked.exportId}, ${asked.kind}, ${asked.fromOn}, ${asked.toOn}, ${asked.staffId}, ${asked.reason}, ${asked.counted}, ${asked.proposedBy}, ${asked.proposedAt}, ${asked.state})`.execute(handle);
}

/** The second person's word on a delay or an export that waits for it; false where nothing waits. */
export async function decideProposal(handle: Handle, of: 'delays' | 'exports', id: Id, decision: { readonly agree: boolean; readonly by: Id; readonly at: Instant }): Promise<boolean> {
  const state = decision.agree ? 'approved' : 'refused';
  const { rows } = of === 'delays'
    ? await sql`update access_log.delays set state = ${state}, decided_by = ${decision.by}, decided_at = ${decision.at} where delay_id = ${id} and state = 'proposed' and proposed_by <> ${decision.by} returning 1 as one`.execute(handle)
    : await sql`update access_log.exports set state = ${state}, decided_by = ${decision.by}, decided_at = ${decision.at} where export_id = ${id} and state = 'proposed' and proposed_by <> ${decision.by} returning 1 as one`.execute(handle);
  return rows.length > 0;
}
