import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type pg from 'pg';
import { idFromDigest, idMilliseconds, type Id } from '../../kernel/ids.ts';
import { localDayOf, type Instant, type LocalDay } from '../../kernel/instant.ts';
import { hashSecret, linkSignature, type Keys } from '../../platform/crypto/index.ts';
import type { Entry } from '../../platform/db/batch-writer.ts';
import type { Handle } from '../../platform/db/database.ts';
import { dataKeyOf, loadState } from '../../platform/db/load-state.ts';
import type { Loaded } from '../../platform/db/run-command.ts';
import { openSealed, type ChainHead, type FactRow } from '../../platform/ledger/chain.ts';
import type { EventId } from './event.ts';
import { isBad, isStruckOut, type About, type CaseLimit, type Feedback } from './feedback.ts';

/** The id of what is said of one thing of a matter, made from both: two sayings at once are two tries to write the same row. */
export function feedbackIdOf(matterId: Id, what: EventId | `complaint-${number}`): Id {
  return idFromDigest(createHash('sha256').update(`feedback\n${matterId}\n${what}`).digest(), idMilliseconds(matterId) ?? 0);
}

/** The token in the link on a paper: 128 bits of a keyed hash, so that the paper can print it before the service was given and it is kept nowhere. */
export const tokenOf = (keys: Keys, matterId: Id, event: EventId): string => linkSignature(keys, `evaluation\n${matterId}\n${event}`);

/** The folded state, its chain head and data key, and the digest of this command if it was done before: one call. */
export function loadFeedback(pool: pg.Pool, keys: Keys, feedbackId: Id, commandId: Id): Promise<Loaded<Feedback> | undefined> {
  return loadState(pool, keys, { table: 'evaluations.feedback', key: 'matter_id' }, feedbackId, commandId);
}

/** The rows of this domain that a command writes beside its facts: present state, and the clocks that began, moved or ended. */
export function rowsOf(feedbackId: Id, state: Feedback, before: Feedback | null, head: ChainHead): Entry {
  const { about } = state;
  const place = { matter_id: feedbackId, institution: about.institution, area_unit: about.areaUnit };
  const clocks = runningClocks(state);
  const ended = runningClocks(before).filter((one) => !clocks.some((each) => each.limitId === one.limitId));
  return {
    states: [{
      matter_id: feedbackId, seq: head.seq, head: head.hash, kind: state.kind, about_matter: about.matterId, event: state.kind === 'evaluation' ? state.event : null, number: about.number, task_code: about.taskCode,
      item_version: about.itemVersion, institution: about.institution, accepting_institution: about.acceptingInstitution, area_unit: about.areaUnit, party_id: about.partyId,
      grade: state.kind === 'evaluation' ? state.grade : null, month: localDayOf(state.givenAt).slice(0, 7), given_at: state.givenAt,
      fixed_at: state.kind === 'evaluation' ? state.changeableUntil : state.givenAt, struck_out: isStruckOut(state), case_status: state.case?.status ?? null, outcome: state.case?.outcome ?? null,
      opened_at: state.case?.openedAt ?? null, state,
    }],
    clocks: clocks.map((one) => ({ ...place, limit_id: one.limitId, started_at: one.startedAt, warn_at: one.warnAt, due_at: one.dueAt, due_on: one.dueOn, passed: one.passed })),
    clocks_ended: ended.map((one) => ({ matter_id: feedbackId, limit_id: one.limitId })),
  };
}

interface RunningClock extends Pick<CaseLimit, 'startedAt' | 'warnAt' | 'dueAt' | 'dueOn'> {
  readonly limitId: CaseLimit['limitId'] | 'fixing';
  readonly passed: boolean;
}

/** The limits of the case that run; before it, of a bad evaluation, the quarter of an hour after which it opens. */
function runningClocks(state: Feedback | null): readonly RunningClock[] {
  if (state?.kind === 'evaluation' && state.case === null) {
    const { givenAt, changeableUntil } = state;
    return isBad(state.grade) ? [{ limitId: 'fixing', startedAt: givenAt, warnAt: changeableUntil, dueAt: changeableUntil, dueOn: localDayOf(changeableUntil), passed: false }] : [];
  }
  return (state?.case?.limits ?? []).filter((one) => one.endedAt === null).map((one) => ({ ...one, passed: one.passedAt !== null }));
}

/** A case read for people: state, head, facts and the opened sealed parts by fact number. */
export interface FeedbackFile {
  readonly feedbackId: Id;
  readonly state: Feedback;
  readonly head: ChainHead;
  readonly facts: readonly FactRow[];
  readonly words: ReadonlyMap<number, string>;
}

/** Whole files: facts in order and what is sealed beside them, in the order of the ids; at most as many as there are ids. */
export async function readFiles(handle: Handle, keys: Keys, ids: readonly Id[]): Promise<readonly FeedbackFile[]> {
  if (ids.length === 0) return [];
  const found = await sql<{ matter_id: Id; state: Feedback; seq: number; head: string; wrapped: Buffer; facts: (FactRow & { sealed: string | null })[] }>`
    select v.matter_id, v.state, v.seq, encode(v.head, 'hex') as head, k.wrapped,
      (select jsonb_agg(jsonb_build_object('matter_id', f.matter_id, 'seq', f.seq, 'kind', f.kind,
          'at', to_char(f.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'by', f.by, 'content', f.content, 'salt', encode(f.salt, 'hex'),
          'files', f.files, 'rule', f.rule, 'prev', encode(f.prev, 'hex'), 'hash', encode(f.hash, 'hex'), 'sealed', encode(p.sealed, 'base64')) order by f.seq)
        from platform.facts f left join platform.particulars p on p.matter_id = f.matter_id and p.seq = f.seq
        where f.matter_id = v.matter_id) as facts
    from evaluations.feedback v join platform.data_keys k on k.owner_id = v.matter_id
    where v.matter_id = any(${ids}::uuid[]) order by array_position(${ids}::uuid[], v.matter_id) limit ${ids.length}`.execute(handle);
  return found.rows.map((row) => {
    const dataKey = dataKeyOf(keys, row.matter_id, row.wrapped);
    const words = new Map<number, string>();
    for (const fact of row.facts) {
      if (fact.sealed === null) continue;
      const opened = openSealed<{ words: string }>(dataKey, row.matter_id, fact.seq, Buffer.from(fact.sealed, 'base64'));
      if (!opened.ok) throw new Error(`sealed part of fact ${fact.seq} of ${row.matter_id}: ${opened.code}`);
      words.set(fact.seq, opened.value.words);
    }
    return { feedbackId: row.matter_id, state: row.state, head: { seq: row.seq, hash: row.head }, facts: row.facts, words };
  });
}

/** An event that may be evaluated. */
export interface Invitation extends About {
  readonly event: EventId;
  readonly feedbackId: Id;
  readonly on: LocalDay;
  readonly openUntil: Instant;
}

/** Keeps an invitation; the same event again keeps the first. `next`: what follows from it, queued in the same statement and so once for an event. */
export async function insertInvitation(handle: Handle, keys: Keys, invitation: Omit<Invitation, 'feedbackId'> & { readonly organisationId: Id | null }, next?: { readonly jobId: Id; readonly kind: string }): Promise<void> {
  const { matterId, event } = invitation;
  const made = sql`
    insert into evaluations.invitations (matter_id, event, feedback_id, token_hash, number, party_id, organisation_id, task_code, item_version, institution, accepting_institution, area_unit, event_on, open_until)
    values (${matterId}, ${event}, ${feedbackIdOf(matterId, event)}, ${hashSecret(tokenOf(keys, matterId, event))}, ${invitation.number}, ${invitation.partyId}, ${invitation.organisationId}, ${invitation.taskCode},
      ${invitation.itemVersion}, ${invitation.institution}, ${invitation.acceptingInstitution}, ${invitation.areaUnit}, ${invitation.on}, ${invitation.openUntil})
    on conflict (matter_id, event) do nothing`;
  if (!next) await made.execute(handle);
  else await sql`with made as (${made} returning matter_id) insert into platform.jobs (job_id, matter_id, kind, payload) select ${next.jobId}, matter_id, ${next.kind}, ${JSON.stringify({ event })}::jsonb from made`.execute(handle);
}

/** Queues work that follows from a job; the same id again queues it once. */
export async function queueJob(handle: Handle, job: { readonly jobId: Id; readonly matterId: Id; readonly kind: string; readonly payload: object }): Promise<void> {
  await sql`insert into platform.jobs (job_id, matter_id, kind, payload) values (${job.jobId}, ${job.matterId}, ${job.kind}, ${JSON.stringify(job.payload)}::jsonb) on conflict do nothing`.execute(handle);
}
