/** Drafts and changes of the catalogue in the database: saved, loaded for a command, written with its facts and the versions it makes, read for people. */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type pg from 'pg';
import type { CatalogueContent, CatalogueTerms } from '../../../contract/catalogue-admin.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { ProposalStatus } from '../../kernel/two-persons.ts';
import { canonicalJson, type Keys } from '../../platform/crypto/index.ts';
import type { Entry } from '../../platform/db/batch-writer.ts';
import type { Handle } from '../../platform/db/database.ts';
import { loadState } from '../../platform/db/load-state.ts';
import type { Loaded } from '../../platform/db/run-command.ts';
import type { ChainHead } from '../../platform/ledger/chain.ts';
import type { Change, ChangeWhat } from './change.ts';
import type { Publication } from './publication.ts';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** SHA-256 of the canonical JSON (RFC 8785) of a content, hex. */
export const digestOf = (content: unknown): string => sha256(canonicalJson(content));

/** A draft: nobody but its author writes in it; one of the release has no author. */
export interface Draft {
  readonly changeId: Id;
  readonly revision: number;
  readonly kind: ChangeWhat;
  readonly subject: string;
  readonly unit: string | null;
  readonly origin: 'screen' | 'release';
  readonly author: Id | null;
  readonly baseVersion: number | null;
  readonly terms: CatalogueTerms;
  readonly content: CatalogueContent;
  readonly savedAt: Instant;
}

const instant = (at: string) => sql.raw(`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);
const draftColumns = sql`change_id as "changeId", revision, kind, subject, unit, origin, author, base_version as "baseVersion", terms`;
const draftRow = sql`${draftColumns}, content, ${instant('saved_at')} as "savedAt"`;

/** Most drafts one author may have at a time. */
export const mostDrafts = 50;

/** Begins a draft; the same id again changes nothing. False where its author has too many. */
export async function insertDraft(handle: Handle, draft: Omit<Draft, 'revision' | 'savedAt'>): Promise<boolean> {
  await sql`
    insert into catalogue.drafts (change_id, revision, kind, subject, unit, origin, author, base_version, terms, content)
    select ${draft.changeId}, 1, ${draft.kind}, ${draft.subject}, ${draft.unit}, ${draft.origin}, ${draft.author}, ${draft.baseVersion}, ${JSON.stringify(draft.terms)}::jsonb, ${JSON.stringify(draft.content)}::jsonb
    where (select count(*) from catalogue.drafts d where d.author = ${draft.author}) < ${mostDrafts} and not exists (select 1 from catalogue.changes c where c.change_id = ${draft.changeId})
    on conflict (change_id) do nothing`.execute(handle);
  const { rows } = await sql`select 1 from catalogue.drafts where change_id = ${draft.changeId} union all select 1 from catalogue.changes where change_id = ${draft.changeId}`.execute(handle);
  return rows.length === 1;
}

/** One draft. */
export async function findDraft(handle: Handle, changeId: Id): Promise<Draft | undefined> {
  const { rows } = await sql<Draft>`select ${draftRow} from catalogue.drafts where change_id = ${changeId}`.execute(handle);
  return rows[0];
}

/** Saves the next revision; false where the one seen is not the newest, or it is another's. */
export async function saveDraft(handle: Handle, draft: Pick<Draft, 'changeId' | 'subject' | 'unit' | 'baseVersion' | 'terms' | 'content'> & { readonly author: Id; readonly seen: number }): Promise<boolean> {
  const { rows } = await sql`
    update catalogue.drafts set revision = revision + 1, subject = ${draft.subject}, unit = ${draft.unit}, base_version = ${draft.baseVersion}, terms = ${JSON.stringify(draft.terms)}::jsonb, content = ${JSON.stringify(draft.content)}::jsonb,
      saved_at = clock_timestamp()
    where change_id = ${draft.changeId} and author = ${draft.author} and revision = ${draft.seen} returning 1`.execute(handle);
  return rows.length === 1;
}

/** Throws a draft away; false where the one seen is not the newest, or it is another's. */
export async function deleteDraft(handle: Handle, changeId: Id, author: Id, seen: number): Promise<boolean> {
  const { rows } = await sql`delete from catalogue.drafts where change_id = ${changeId} and author = ${author} and revision = ${seen} returning 1`.execute(handle);
  return rows.length === 1;
}

/** What a release left to be proposed, oldest first, at most 500. */
export async function releaseDrafts(handle: Handle): Promise<readonly Draft[]> {
  const { rows } = await sql<Draft>`select ${draftRow} from catalogue.drafts where origin = 'release' order by opened_at, change_id limit 500`.execute(handle);
  return rows;
}

/** A change in a list, whichever it is; a draft has no state. */
export interface ListedChange {
  readonly changeId: Id;
  readonly kind: ChangeWhat;
  readonly subject: string;
  readonly unit: string | null;
  readonly revision: number;
  readonly changedAt: Instant;
  readonly draft: Pick<Draft, 'origin' | 'author' | 'baseVersion' | 'terms'> | null;
  readonly state: Change | null;
}

/** Longest list of changes ever answered. */
export const changeListBound = 200;

/** What a list of changes is narrowed by. */
export interface ChangeQuestion {
  readonly status?: 'draft' | ProposalStatus | undefined;
  readonly subject?: string | undefined;
}

/** Drafts and changes: proposed ones first, then drafts, then settled ones, each newest first; at most 200. */
export async function listChanges(handle: Handle, { status, subject }: ChangeQuestion): Promise<{ readonly changes: readonly ListedChange[]; readonly total: number }> {
  const { rows } = await sql<ListedChange & { total: number }>`
    select "changeId", kind, subject, unit, revision, ${instant('changed_at')} as "changedAt", draft, state, count(*) over ()::integer as total
    from (
      select change_id as "changeId", kind, subject, unit, revision, saved_at as changed_at, 'draft' as status, null::jsonb as state,
        jsonb_build_object('origin', origin, 'author', author, 'baseVersion', base_version, 'terms', terms) as draft
      from catalogue.drafts
      union all
      select change_id, kind, subject, unit, seq, changed_at, status, state, null from catalogue.changes
    ) all_changes
    where (${status ?? null}::text is null or status = ${status ?? null}) and (${subject ?? null}::text is null or subject = ${subject ?? null})
    order by case status when 'proposed' then 0 when 'draft' then 1 else 2 end, changed_at desc, "changeId" limit ${changeListBound}`.execute(handle);
  return { changes: rows, total: rows[0]?.total ?? 0 };
}

/** How many drafts and open proposals there are about each subject, `<kind> <subject>`; an override counts for its item. */
export async function openCounts(handle: Handle): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ key: string; count: number }>`
    select (case kind when 'process' then 'process' else 'item' end) || ' ' || subject as key, count(*)::integer as count
    from (select kind, subject from catalogue.drafts union all select kind, subject from catalogue.changes where status = 'proposed') open
    group by 1 order by 1 limit 10000`.execute(handle);
  return new Map(rows.map((row) => [row.key, row.count]));
}

/** A proposed or decided change, read for people. */
export interface StoredChange {
  readonly changeId: Id;
  readonly seq: number;
  readonly changedAt: Instant;
  readonly state: Change;
  readonly content: CatalogueContent;
}

/** One change with its content. */
export async function findChange(handle: Handle, changeId: Id): Promise<StoredChange | undefined> {
  const { rows } = await sql<StoredChange>`select change_id as "changeId", seq, ${instant('changed_at')} as "changedAt", state, content from catalogue.changes where change_id = ${changeId}`.execute(handle);
  return rows[0];
}

/** The states of these changes: who wrote and who approved a version. */
export async function changesOf(handle: Handle, ids: readonly Id[]): Promise<ReadonlyMap<Id, Change>> {
  const { rows } = await sql<{ id: Id; state: Change }>`select change_id as id, state from catalogue.changes where change_id = any(${[...ids]}::uuid[]) order by change_id limit 10000`.execute(handle);
  return new Map(rows.map((row) => [row.id, row.state]));
}

/** The folded state of a change, its chain head and data key, and the digest of this command if it was done before: one call. */
export function loadChange(pool: pg.Pool, keys: Keys, changeId: Id, commandId: Id): Promise<Loaded<Change> | undefined> {
  return loadState(pool, keys, { table: 'catalogue.changes', key: 'change_id' }, changeId, commandId);
}

/** The rows a command writes beside its facts: the state, the versions of an approval, and the draft that is one no more. */
export function rowsOf(changeId: Id, content: CatalogueContent, state: Change, head: ChainHead, made: Publication, draft?: { readonly revision: number }): Entry {
  return {
    changes: [{ change_id: changeId, seq: head.seq, head: head.hash, kind: state.what, subject: state.subject, unit: state.unit, status: state.status, changed_at: state.decidedAt ?? state.proposedAt, state, content }],
    processes: made.processes.map((one) => ({ process_id: one.processId, version: one.version, bpmn: one.bpmn, digest: sha256(one.bpmn), change_id: changeId })),
    items: made.items.map((one) => ({
      task_code: one.item.implementation_item.task_code, version: one.version, content: one.item, digest: digestOf(one.item), process: one.process, process_version: one.processVersion, change_id: changeId, effective_on: state.standsFrom,
    })),
    overrides: made.overrides.map((one) => ({ task_code: one.taskCode, number: one.number, unit: one.unit, fields: one.fields, effective_on: state.standsFrom, change_id: changeId })),
    ...(draft ? { drafts_done: [{ change_id: changeId, revision: draft.revision }] } : {}),
  };
}

/** Whether the append was refused because the draft is not the one that was read. */
export const isDraftChanged = (error: unknown): boolean => (error as { code?: string }).code === 'YM004';
