import { sql } from 'kysely';
import type pg from 'pg';
import type { Id } from '../../kernel/ids.ts';
import type { Instant, LocalDay } from '../../kernel/instant.ts';
import { stopsCountingUntil, type Pause } from '../../kernel/limits/index.ts';
import { newDataKey, openJson, sealJson, wrapKey, type DataKey, type Keys } from '../../platform/crypto/index.ts';
import type { Entry } from '../../platform/db/batch-writer.ts';
import type { Handle } from '../../platform/db/database.ts';
import { dataKeyOf, loadState } from '../../platform/db/load-state.ts';
import type { Loaded } from '../../platform/db/run-command.ts';
import type { ChainHead, FactRow } from '../../platform/ledger/chain.ts';
import { openSealed } from '../../platform/ledger/chain.ts';
import type { DraftContent, DraftState } from './draft.ts';
import { flowRows } from './flow-store.ts';
import type { Matter, MatterFact } from './matter.ts';
import { findLimit, openLimits, type MatterLimit } from './matter-limit.ts';
import { ownerOf, responsibleFor } from './responsible.ts';

/** The folded state of a matter, its chain head and data key, and the digest of this command if it was done before: one call. */
export function loadMatter(pool: pg.Pool, keys: Keys, matterId: Id, commandId: Id): Promise<Loaded<Matter> | undefined> {
  return loadState(pool, keys, { table: 'matters.matters', key: 'matter_id' }, matterId, commandId);
}

/** The rows of this domain that a command writes beside its facts: present state, links that changed, the person's list, a draft that is done, in the version that was filed. */
export function rowsOf(matterId: Id, state: Matter, before: Matter | null, head: ChainHead, draftVersion: number | undefined): Entry {
  return {
    states: [{
      matter_id: matterId, seq: head.seq, head: head.hash, number: state.number, status: state.status, channel: state.channel, task_code: state.item.taskCode,
      handling_item: state.item.handlingItem, item_version: state.item.version, area_unit: state.areaUnit, accepting_institution: state.acceptingInstitution,
      handling_institution: state.handlingInstitution, party_id: state.partyId, organisation_id: state.organisationId, received_at: state.receivedAt,
      notice_due_on: findLimit(state.limits, 'notice')?.dueOn ?? null, accepted_at: state.acceptedAt, promised_due_on: findLimit(state.limits, 'promised')?.dueOn ?? null, completed_at: state.completedAt,
      outcome: state.outcome, result_number: state.resultNumber, state,
    }],
    parties: before ? [] : [state.partyId, ...(state.organisationId ? [state.organisationId] : [])].map((party) => ({ party_id: party, matter_id: matterId, received_at: state.receivedAt })),
    ...linkRows(matterId, state, before),
    ...clockRows(matterId, state, before),
    ...proposalRows(matterId, state, before),
    ...flowRows(matterId, state, before),
    drafts_done: draftVersion !== undefined && !before ? [{ draft_id: matterId, version: draftVersion }] : [],
  };
}

/** Links that changed, or whose limit moved. */
function linkRows(matterId: Id, state: Matter, before: Matter | null): Entry {
  const dueOf = (of: Matter, linkId: string) => findLimit(of.limits, `link:${linkId}`)?.dueOn ?? findLimit(of.limits, 'promised')?.dueOn ?? null;
  return {
    links: state.links
      .filter((link) => link !== before?.links.find((one) => one.linkId === link.linkId) || (before !== null && dueOf(state, link.linkId) !== dueOf(before, link.linkId)))
      .map((link) => ({
        matter_id: matterId, link_id: link.linkId, institution: link.institution, post: link.post, opened_at: link.openedAt, claimed_by: link.claimedBy,
        done_at: link.doneAt, done_by: link.doneBy, due_on: dueOf(state, link.linkId),
      })),
  };
}

/** Proposals that began to wait, and those that wait no more: decided, or their matter ended. */
function proposalRows(matterId: Id, state: Matter, before: Matter | null): Entry {
  const waiting = (of: Matter | null) => [
    ...(of && of.endedAt === null ? of.proposals.filter((one) => one.outcome === 'open') : []),
    // Taking a result back, and what counts of a word, come after the end.
    ...(of?.revocation?.outcome === 'open' ? [of.revocation] : []),
    ...(of?.repairs ?? []).filter((one) => one.outcome === 'open'),
  ];
  const [now, then] = [waiting(state), waiting(before)];
  return {
    proposals: now.filter((one) => !then.some((other) => other.proposalId === one.proposalId))
      .map((one) => ({ matter_id: matterId, proposal_id: one.proposalId, institution: one.institution, handling_institution: state.handlingInstitution, proposed_by: one.proposedBy, proposed_at: one.proposedAt })),
    proposals_decided: then.filter((one) => !now.some((other) => other.proposalId === one.proposalId)).map((one) => ({ matter_id: matterId, proposal_id: one.proposalId })),
  };
}

/** The running clocks that changed since `before`, and those that ended. */
function clockRows(matterId: Id, state: Matter, before: Matter | null): Entry {
  const rows = openLimits(state.limits).map((limit) => clockRow(matterId, state, limit));
  const known = new Map((before ? openLimits(before.limits) : []).map((limit) => [limit.limitId, JSON.stringify(clockRow(matterId, before as Matter, limit))]));
  const running = new Set(rows.map((row) => row.limit_id));
  return {
    clocks: rows.filter((row) => known.get(row.limit_id) !== JSON.stringify(row)),
    clocks_ended: [...known.keys()].filter((limitId) => !running.has(limitId)).map((limitId) => ({ matter_id: matterId, limit_id: limitId })),
  };
}

function clockRow(matterId: Id, matter: Matter, limit: MatterLimit) {
  const { institution, post, staffId } = responsibleFor(matter, limit);
  // Pauses begin when they are approved, so of several the one that lasts longest is the one that holds last.
  const pause = limit.clock.pauses.reduce<Pause | undefined>((longest, one) => (longest && stopsCountingUntil(longest) > stopsCountingUntil(one) ? longest : one), undefined);
  // A link without a limit of its own is parked under the promise.
  const link = limit.kind === 'link' ? matter.links.find((one) => limit.limitId === `link:${one.linkId}`) : limit.kind === 'promised' ? matter.links.findLast((one) => one.doneAt === null) : undefined;
  return {
    matter_id: matterId, limit_id: limit.limitId, kind: limit.kind, owner: ownerOf(limit.kind), institution, post, staff_id: staffId, claimed_at: link?.claimedAt ?? null, number: matter.number,
    area_unit: matter.areaUnit, task_code: matter.item.taskCode, started_at: limit.clock.startedAt, warn_at: limit.warnAt, due_at: limit.dueAt, due_on: limit.dueOn,
    stopped_from: pause?.from ?? null, stopped_until: pause ? stopsCountingUntil(pause) : null, passed: limit.passedAt !== null,
  };
}

/** Whether the append found the draft saved, emptied or thrown away since it was read (migration 0004). */
export function isDraftChanged(error: unknown): boolean {
  return (error as { code?: string }).code === 'YM004';
}

/** A matter read for people: its state, head, key, facts and the opened sealed parts by fact number. */
export interface MatterFile {
  readonly matterId: Id;
  readonly state: Matter;
  readonly head: ChainHead;
  readonly dataKey: DataKey;
  readonly facts: readonly FactRow[];
  readonly sealed: ReadonlyMap<number, Record<string, unknown>>;
}

/** The leaf hash of a matter's first fact, hex. A matter without one is a bug. */
export async function firstHash(handle: Handle, matterId: Id): Promise<string> {
  const { rows } = await sql<{ hash: string }>`select encode(hash, 'hex') as hash from platform.facts where matter_id = ${matterId} and seq = 1`.execute(handle);
  if (!rows[0]) throw new Error(`matter ${matterId} has no first fact`);
  return rows[0].hash;
}

/** A sealed part that does not open where it lies: it was moved, or altered. */
export class UnopenedPart extends Error {
  readonly state: Matter;

  constructor(message: string, state: Matter) {
    super(message);
    this.state = state;
  }
}

/** The whole file of a matter: facts in order and what is sealed beside them. */
export async function readMatterFile(handle: Handle, keys: Keys, matterId: Id): Promise<MatterFile | undefined> {
  const found = await sql<{ state: Matter; seq: number; head: string; wrapped: Buffer; facts: (FactRow & { sealed: string | null })[] }>`
    select m.state, m.seq, encode(m.head, 'hex') as head, k.wrapped,
      (select jsonb_agg(jsonb_build_object('matter_id', f.matter_id, 'seq', f.seq, 'kind', f.kind,
          'at', to_char(f.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'by', f.by, 'content', f.content, 'salt', encode(f.salt, 'hex'),
          'files', f.files, 'rule', f.rule, 'prev', encode(f.prev, 'hex'), 'hash', encode(f.hash, 'hex'), 'sealed', encode(p.sealed, 'base64')) order by f.seq)
        from platform.facts f left join platform.particulars p on p.matter_id = f.matter_id and p.seq = f.seq
        where f.matter_id = m.matter_id) as facts
    from matters.matters m join platform.data_keys k on k.owner_id = m.matter_id
    where m.matter_id = ${matterId}`.execute(handle);
  const row = found.rows[0];
  if (!row) return undefined;
  const dataKey = dataKeyOf(keys, matterId, row.wrapped);
  const sealed = new Map<number, Record<string, unknown>>();
  for (const fact of row.facts) {
    if (fact.sealed === null) continue;
    const opened = openSealed<Record<string, unknown>>(dataKey, matterId, fact.seq, Buffer.from(fact.sealed, 'base64'));
    if (!opened.ok) throw new UnopenedPart(`sealed part of fact ${fact.seq} of ${matterId}: ${opened.code}`, row.state);
    sealed.set(fact.seq, opened.value);
  }
  return { matterId, state: row.state, head: { seq: row.seq, hash: row.head }, dataKey, facts: row.facts, sealed };
}

/** Whether the key of a matter was destroyed, and with it all that it sealed. */
export async function isErased(handle: Handle, matterId: Id): Promise<boolean> {
  const { rows } = await sql`select 1 from platform.data_keys k where k.owner_id = ${matterId}`.execute(handle);
  return rows.length === 0;
}

/** The fold and the facts of a matter without their sealed parts: what rules, measures and orders are made from. Opens nothing personal. */
export async function readFacts(handle: Handle, matterId: Id): Promise<{ readonly state: Matter; readonly facts: readonly MatterFact[] } | undefined> {
  const { rows } = await sql<{ state: Matter; facts: readonly MatterFact[] }>`
    select m.state,
      (select jsonb_agg(jsonb_build_object('kind', f.kind, 'at', to_char(f.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'by', f.by, 'content', f.content, 'files', f.files) order by f.seq)
        from platform.facts f where f.matter_id = m.matter_id) as facts
    from matters.matters m where m.matter_id = ${matterId}`.execute(handle);
  return rows[0];
}

/** The facts of a file as the domain's union, without their sealed parts. */
export function factsOf(file: MatterFile): readonly MatterFact[] {
  return file.facts.map((row) => ({ kind: row.kind, at: row.at, by: row.by, content: row.content, files: row.files }) as unknown as MatterFact);
}

/** Hands out matter numbers `<unit>-<day>-<sequence>`; each institution and day has a sequence of its own. */
export interface NumberSource {
  next(institution: string, unit: string, day: LocalDay): Promise<string>;
}

/** The largest block taken at once, so that a busy hall asks rarely and a quiet one leaves few gaps at a restart. */
const largestBlock = 64;

/** Numbers taken from the counter row in blocks of 1, 2, 4 … 64: the write path itself then needs no counter and no wait. */
export function numberSource(pool: pg.Pool): NumberSource {
  // One block an institution: yesterday's goes when today's first number is asked for, or the memory would grow with every day.
  const blocks = new Map<string, { day: LocalDay; next: number; end: number; size: number }>();
  const asking = new Map<string, Promise<void>>();

  async function refill(institution: string, day: LocalDay): Promise<void> {
    const before = blocks.get(institution);
    const size = Math.min((before?.day === day ? before.size : 0) * 2 || 1, largestBlock);
    const { rows } = await pool.query<{ last: number }>({
      name: 'matters.numbers',
      text: `insert into matters.number_counters as c (institution, day, last) values ($1, $2, $3)
             on conflict (institution, day) do update set last = c.last + $3 returning last`,
      values: [institution, day, size],
    });
    const last = rows[0]?.last ?? 0;
    blocks.set(institution, { day, next: last - size + 1, end: last, size });
  }

  return {
    async next(institution, unit, day) {
      const key = `${institution} ${day}`;
      for (;;) {
        const block = blocks.get(institution);
        if (block?.day === day && block.next <= block.end) {
          const number = block.next;
          block.next += 1;
          return `${unit}-${day.replaceAll('-', '')}-${String(number).padStart(5, '0')}`;
        }
        const waiting = asking.get(key) ?? refill(institution, day).finally(() => asking.delete(key));
        asking.set(key, waiting);
        await waiting;
      }
    },
  };
}

const draftPlace = (draftId: Id) => ({ table: 'matters.drafts', column: 'sealed', row: draftId, keyVersion: 1 });

/** A draft with the data key it is sealed under. */
export interface KeptDraft {
  readonly draft: DraftState;
  readonly dataKey: DataKey;
}

interface DraftRow {
  readonly draft_id: Id;
  readonly version: number;
  readonly owner_party: Id | null;
  readonly owner_staff: Id | null;
  readonly party_id: Id | null;
  readonly hall: string | null;
  readonly channel: 'online' | 'window';
  readonly task_code: string;
  readonly handling_item: string;
  readonly item_version: number;
  readonly sealed: Buffer;
  readonly saved_at: string;
  readonly wrapped: Buffer;
}

const draftColumns = sql`d.draft_id, d.version, d.owner_party, d.owner_staff, d.party_id, d.hall, d.channel, d.task_code, d.handling_item, d.item_version, d.sealed, d.saved_at, k.wrapped`;

function openDraftRow(keys: Keys, row: DraftRow): KeptDraft {
  const dataKey = dataKeyOf(keys, row.draft_id, row.wrapped);
  const content = openJson<DraftContent>(dataKey, draftPlace(row.draft_id), row.sealed);
  if (!content.ok) throw new Error(`draft ${row.draft_id}: ${content.code}`);
  return {
    dataKey,
    draft: {
      draftId: row.draft_id, version: row.version, ownerParty: row.owner_party, ownerStaff: row.owner_staff, partyId: row.party_id, hall: row.hall, channel: row.channel,
      taskCode: row.task_code, handlingItem: row.handling_item, itemVersion: row.item_version, savedAt: row.saved_at, content: content.value,
    },
  };
}

/** Keeps a new draft and its data key. */
export async function insertDraft(handle: Handle, keys: Keys, draft: Omit<DraftState, 'savedAt' | 'version'>): Promise<KeptDraft> {
  const dataKey = newDataKey(keys);
  const { rows } = await sql<{ saved_at: string }>`
    with key as (insert into platform.data_keys (owner_id, wrapped) values (${draft.draftId}, ${wrapKey(keys, draft.draftId, dataKey)}))
    insert into matters.drafts (draft_id, version, owner_party, owner_staff, party_id, hall, channel, task_code, handling_item, item_version, sealed)
    values (${draft.draftId}, 1, ${draft.ownerParty}, ${draft.ownerStaff}, ${draft.partyId}, ${draft.hall}, ${draft.channel}, ${draft.taskCode}, ${draft.handlingItem}, ${draft.itemVersion},
      ${sealJson(dataKey, draftPlace(draft.draftId), draft.content)})
    returning saved_at`.execute(handle);
  return { draft: { ...draft, version: 1, savedAt: rows[0]?.saved_at ?? '' }, dataKey };
}

/** One draft. */
export async function findDraft(handle: Handle, keys: Keys, draftId: Id): Promise<KeptDraft | undefined> {
  const { rows } = await sql<DraftRow>`select ${draftColumns} from matters.drafts d join platform.data_keys k on k.owner_id = d.draft_id where d.draft_id = ${draftId}`.execute(handle);
  return rows[0] && openDraftRow(keys, rows[0]);
}

/** Most drafts a resident or a clerk may have at once: as many as are listed. */
export const mostDrafts = 50;

/** How many drafts a resident or a clerk has. */
export async function countDrafts(handle: Handle, owner: { party: Id } | { staff: Id }): Promise<number> {
  const { rows } = await sql<{ drafts: number }>`select count(*) as drafts from matters.drafts d where ${ownedBy(owner)}`.execute(handle);
  return rows[0]?.drafts ?? 0;
}

const ownedBy = (owner: { party: Id } | { staff: Id }) => ('party' in owner ? sql`d.owner_party = ${owner.party}` : sql`d.owner_staff = ${owner.staff}`);

/** Drafts of a resident or of a clerk, newest first, at most 50. */
export async function listDrafts(handle: Handle, keys: Keys, owner: { party: Id } | { staff: Id }): Promise<readonly DraftState[]> {
  const { rows } = await sql<DraftRow>`
    select ${draftColumns} from matters.drafts d join platform.data_keys k on k.owner_id = d.draft_id where ${ownedBy(owner)} order by d.saved_at desc, d.draft_id limit ${mostDrafts}`.execute(handle);
  return rows.map((row) => openDraftRow(keys, row).draft);
}

/** Writes a draft's new content if nobody else has saved since; undefined where somebody has. */
export async function updateDraft(handle: Handle, kept: KeptDraft, content: DraftContent): Promise<KeptDraft | undefined> {
  const { draft, dataKey } = kept;
  const { rows } = await sql<{ version: number; saved_at: string }>`
    update matters.drafts set sealed = ${sealJson(dataKey, draftPlace(draft.draftId), content)}, version = version + 1, saved_at = clock_timestamp()
    where draft_id = ${draft.draftId} and version = ${draft.version} returning version, saved_at`.execute(handle);
  const row = rows[0];
  return row && { dataKey, draft: { ...draft, content, version: row.version, savedAt: row.saved_at } };
}

/** Throws a draft away with its key: what it sealed can no longer be read. False where it was saved or filed meanwhile. */
export async function deleteDraft(handle: Handle, draft: Pick<DraftState, 'draftId' | 'version'>): Promise<boolean> {
  const { rows } = await sql<{ owner_id: Id }>`
    with gone as (delete from matters.drafts where draft_id = ${draft.draftId} and version = ${draft.version} returning draft_id)
    delete from platform.data_keys where owner_id in (select draft_id from gone) returning owner_id`.execute(handle);
  return rows.length > 0;
}

/** Leaves a message for a person in the program; the same job twice leaves it once. */
export async function insertMessage(handle: Handle, message: { partyId: Id; messageId: Id; matterId: Id; at: string; template: string; params: Record<string, string> }): Promise<void> {
  await sql`
    insert into matters.messages (party_id, message_id, matter_id, at, template, params)
    values (${message.partyId}, ${message.messageId}, ${message.matterId}, ${message.at}, ${message.template}, ${JSON.stringify(message.params)}::jsonb)
    on conflict (party_id, message_id) do nothing`.execute(handle);
}

/** Queues work that goes on where a job stopped, at once or after some seconds; queued twice it is there once. */
export async function queueJob(handle: Handle, job: { jobId: Id; matterId: Id; kind: string; payload: object; afterSeconds?: number }): Promise<void> {
  await sql`
    insert into platform.jobs (job_id, matter_id, kind, payload, run_at)
    values (${job.jobId}, ${job.matterId}, ${job.kind}, ${JSON.stringify(job.payload)}::jsonb, clock_timestamp() + ${job.afterSeconds ?? 0} * interval '1 second') on conflict do nothing`.execute(handle);
}

/** One light that changed: where. */
export interface Turned {
  readonly turned: 'yellow' | 'red';
  readonly institution: string;
  readonly areaUnit: string;
}

/** Marks what turned yellow or red by a moment and queues the recording of each breach (migration 0005); at most `most` of each. */
export async function sweepClocks(handle: Handle, at: Instant, most: number): Promise<readonly Turned[]> {
  const { rows } = await sql<{ turned: 'yellow' | 'red'; institution: string; area_unit: string }>`select turned, institution, area_unit from matters.sweep(${at}, ${most})`.execute(handle);
  return rows.map((row) => ({ turned: row.turned, institution: row.institution, areaUnit: row.area_unit }));
}
