/** Erasures and holds: loaded for a command, written with its facts; the destroying itself; the rounds of retention. */
import { sql } from 'kysely';
import type pg from 'pg';
import type { Id } from '../../kernel/ids.ts';
import type { Instant, LocalDay } from '../../kernel/instant.ts';
import type { Keys } from '../../platform/crypto/index.ts';
import type { Entry } from '../../platform/db/batch-writer.ts';
import type { Handle } from '../../platform/db/database.ts';
import { loadState } from '../../platform/db/load-state.ts';
import type { Loaded } from '../../platform/db/run-command.ts';
import type { ChainHead } from '../../platform/ledger/chain.ts';
import type { Erasure } from './erasure.ts';
import type { Hold } from './hold.ts';

/** The folded state of a request, or of a hold, with its chain head and data key. */
export const loadErasure = (pool: pg.Pool, keys: Keys, id: Id, commandId: Id): Promise<Loaded<Erasure> | undefined> => loadState(pool, keys, { table: 'privacy.erasures', key: 'erasure_id' }, id, commandId);
export const loadHold = (pool: pg.Pool, keys: Keys, id: Id, commandId: Id): Promise<Loaded<Hold> | undefined> => loadState(pool, keys, { table: 'privacy.holds', key: 'hold_id' }, id, commandId);

/** The row of a request that a command writes beside its facts. */
export const erasureRow = (id: Id, state: Erasure, head: ChainHead): Entry => ({
  erasures: [{ erasure_id: id, seq: head.seq, head: head.hash, party_id: state.partyId, status: state.status, asked_at: state.askedAt, decided_at: state.decidedAt, state }],
});
/** The row of a hold. */
export const holdRow = (id: Id, state: Hold, head: ChainHead): Entry => ({
  holds: [{ hold_id: id, seq: head.seq, head: head.hash, subject_id: state.subjectId, status: state.status, placed_at: state.placedAt, until_on: state.untilOn, state }],
});

/** Whether an error says that the person has an open request already: two of them at once would be one too many. */
export const isSecondRequest = (error: unknown): boolean => typeof error === 'object' && error !== null && 'constraint' in error && error.constraint === 'erasures_one_open';

/** Destroys the keys of matters, and of the person where `whole`; nothing that a hold placed meanwhile keeps. Answers how many matters and keys went. */
export async function destroy(handle: Handle, partyId: Id, matters: readonly Id[], whole: boolean, today: LocalDay): Promise<{ matters: number; keys: number }> {
  return handle.transaction().execute(async (transaction) => {
    const subjects = [...matters, partyId];
    const { rows: held } = await sql<{ subject_id: Id }>`select h.subject_id from privacy.held(${subjects}::uuid[], ${today}::date) h order by h.subject_id limit ${subjects.length * 10}`.execute(transaction);
    const kept = new Set(held.map((row) => row.subject_id));
    if (kept.has(partyId)) return { matters: 0, keys: 0 };
    const going = matters.filter((id) => !kept.has(id));
    const { rows: [gone] } = await sql<{ n: number }>`select privacy.destroy_matters(${going}::uuid[]) as n`.execute(transaction);
    const withParty = whole && going.length === matters.length;
    const { rows: [person] } = await sql<{ n: number }>`select case when ${withParty} then privacy.destroy_party(${partyId}::uuid) else 0 end as n`.execute(transaction);
    return { matters: gone?.n ?? 0, keys: (gone?.n ?? 0) + (person?.n ?? 0) };
  });
}

/** Days before which each rule takes away; null: for good. */
export interface RetentionDays {
  readonly drafts: Instant;
  readonly messages: Instant;
  readonly staffMessages: Instant;
  readonly deliveries: Instant;
  readonly signInHistory: Instant;
  readonly consents: Instant;
  readonly matters: Instant;
}

/** Most matters whose keys go in one round: the next day goes on. */
const mattersAtOnce = 5_000;

/** One round of the retention rules, each a single statement; a hold wins over every rule. A round whose id is there already is another process's. */
export async function runRetention(handle: Handle, run: { runId: Id; version: string; at: Instant; today: LocalDay; before: RetentionDays }): Promise<Readonly<Record<string, number>> | undefined> {
  const { before, today } = run;
  return handle.transaction().execute(async (transaction) => {
    const { rows: mine } = await sql`insert into privacy.retention_runs (run_id, rules_version, at, counts, held) values (${run.runId}, ${run.version}, ${run.at}, '{}'::jsonb, 0) on conflict do nothing returning run_id`.execute(transaction);
    if (mine.length === 0) return undefined;
    const held = sql`(select h.subject_id from privacy.holds h where h.status <> 'released' and (h.until_on is null or h.until_on >= ${today}::date))`;
    const count = async (statement: ReturnType<typeof sql<{ n: number }>>): Promise<number> => Number((await statement.execute(transaction)).rows[0]?.n ?? 0);
    const counts = {
      drafts: await count(sql`
        with gone as (delete from matters.drafts d where d.saved_at < ${before.drafts} and coalesce(d.owner_party, d.party_id, d.draft_id) not in ${held} returning d.draft_id),
        keys as (delete from platform.data_keys k using gone where k.owner_id = gone.draft_id) select count(*) as n from gone`),
      messages: await count(sql`with gone as (delete from matters.messages m where m.at < ${before.messages} and m.party_id not in ${held} returning 1) select count(*) as n from gone`),
      staff_messages: await count(sql`with gone as (delete from supervision.staff_messages m where m.at < ${before.staffMessages} returning 1) select count(*) as n from gone`),
      deliveries: await count(sql`
        with sent as (delete from platform.webhook_deliveries w where w.made_at < ${before.deliveries} and w.state <> 'pending' and w.matter_id not in ${held} returning 1),
        answered as (delete from backoffices.callbacks c where c.received_at < ${before.deliveries} and (c.matter_id is null or c.matter_id not in ${held}) returning 1)
        select (select count(*) from sent) + (select count(*) from answered) as n`),
      sign_in_history: await count(sql`with gone as (delete from people.sign_in_history h where h.at < ${before.signInHistory} and (h.party_id is null or h.party_id not in ${held}) returning 1) select count(*) as n from gone`),
      consents: await count(sql`with gone as (delete from privacy.consents c where c.withdrawn_at < ${before.consents} and c.party_id not in ${held} returning 1) select count(*) as n from gone`),
      matters: await count(sql`
        with due as (
          select m.matter_id from matters.matters m join platform.facts f on f.matter_id = m.matter_id and f.seq = m.seq join platform.data_keys k on k.owner_id = m.matter_id cross join lateral privacy.aftermath(m.matter_id) a
          where m.status in ('completed', 'not_accepted', 'withdrawn', 'terminated') and f.at < ${before.matters} and m.received_at < ${before.matters}
            and not a.is_open and (a.last_at is null or a.last_at < ${before.matters})
            and m.matter_id not in ${held} and m.party_id not in ${held} and (m.organisation_id is null or m.organisation_id not in ${held})
          order by m.received_at, m.matter_id limit ${mattersAtOnce}
        ) select privacy.destroy_matters(array(select d.matter_id from due d)) as n`),
    };
    await sql`
      update privacy.retention_runs set counts = ${JSON.stringify(counts)}::jsonb, held = (select count(*)::int from ${held} as h) where run_id = ${run.runId}`.execute(transaction);
    return counts;
  });
}

/** Records that a person took a copy of everything: his own access log shows it. */
export async function recordExport(handle: Handle, copy: { recordId: Id; partyId: Id; files: number }): Promise<void> {
  await sql`
    insert into platform.access_records (matter_id, record_id, actor, act, fields, outcome)
    values (${copy.partyId}::uuid, ${copy.recordId}::uuid, ${JSON.stringify({ kind: 'resident', id: copy.partyId })}::jsonb, 'privacy.export_mine', 'all', ${`files ${copy.files}`})`.execute(handle);
}
