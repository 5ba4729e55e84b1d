/** Registrations and their secrets in the database. */
import { sql } from 'kysely';
import type pg from 'pg';
import type { Id } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import { openJson, sealJson, type DataKey, type Keys } from '../../platform/crypto/index.ts';
import type { Entry } from '../../platform/db/batch-writer.ts';
import type { Handle } from '../../platform/db/database.ts';
import { dataKeyOf, loadState } from '../../platform/db/load-state.ts';
import type { Loaded } from '../../platform/db/run-command.ts';
import type { ChainHead } from '../../platform/ledger/chain.ts';
import { standingSecrets, type Backoffice } from './backoffice.ts';

/** The folded registration, its chain head and data key, and the digest of this command if it was done before: one call. */
export function loadRegistration(pool: pg.Pool, keys: Keys, backofficeId: Id, commandId: Id): Promise<Loaded<Backoffice> | undefined> {
  return loadState(pool, keys, { table: 'backoffices.registrations', key: 'backoffice_id' }, backofficeId, commandId);
}

/** The institutions a registration is about: those approved, before that those asked for. */
export function institutionsOf(state: Backoffice): readonly string[] {
  const asked = state.proposal?.change.kind === 'terms' ? state.proposal.change.terms.institutions : [];
  return [...new Set([...(state.terms?.institutions ?? []), ...asked])].sort();
}

/** A new secret, sealed to its place. */
export function sealedSecret(dataKey: DataKey, backofficeId: Id, secretId: Id, secret: string): string {
  return sealJson(dataKey, placeOf(backofficeId, secretId), secret).toString('base64');
}

const placeOf = (backofficeId: Id, secretId: Id) => ({ table: 'backoffices.secrets', column: 'sealed', row: `${backofficeId}/${secretId}`, keyVersion: 1 });

/** The rows that a command writes beside its facts. `units`: those of its institutions and all above them. */
export function rowsOf(backofficeId: Id, state: Backoffice, head: ChainHead, units: readonly string[], secret: { readonly secretId: Id; readonly sealed: string; readonly madeAt: Instant } | null): Entry {
  return {
    registrations: [{ backoffice_id: backofficeId, seq: head.seq, head: head.hash, status: state.status, institutions: institutionsOf(state), units, proposed_at: state.proposedAt, state }],
    secrets: secret ? [{ backoffice_id: backofficeId, secret_id: secret.secretId, sealed: secret.sealed, made_at: secret.madeAt }] : [],
  };
}

/** A registration as read. */
export interface StoredBackoffice {
  readonly backofficeId: Id;
  readonly seq: number;
  readonly state: Backoffice;
}

interface Row {
  readonly backoffice_id: Id;
  readonly seq: number;
  readonly state: Backoffice;
}

const stored = (row: Row): StoredBackoffice => ({ backofficeId: row.backoffice_id, seq: row.seq, state: row.state });

/** Longest list of registrations ever answered; a city has a few dozen. */
export const listBound = 200;

/** Registrations, those in force first, at most 200: all (`units` null), or those about these units or units below them. */
export async function listRegistrations(handle: Handle, units: readonly string[] | null): Promise<{ rows: readonly StoredBackoffice[]; total: number }> {
  const { rows } = await sql<Row & { total: number }>`
    select r.backoffice_id, r.seq, r.state, count(*) over () as total from backoffices.registrations r
    where ${units}::text[] is null or r.units && ${units}::text[]
    order by array_position(array['suspended', 'proposed', 'active', 'dropped'], r.status), r.proposed_at desc, r.backoffice_id limit ${listBound}`.execute(handle);
  return { rows: rows.map(stored), total: Number(rows[0]?.total ?? 0) };
}

/** One registration that may be seen by who sees these units; `units` null: by anybody. */
export async function findRegistration(handle: Handle, backofficeId: Id, units: readonly string[] | null = null): Promise<StoredBackoffice | undefined> {
  const { rows } = await sql<Row>`
    select r.backoffice_id, r.seq, r.state from backoffices.registrations r where r.backoffice_id = ${backofficeId} and (${units}::text[] is null or r.units && ${units}::text[])`.execute(handle);
  return rows[0] && stored(rows[0]);
}

/** Every registration with terms in force, suspended ones too: their messages are kept. At most 200. */
export async function readServing(handle: Handle): Promise<readonly StoredBackoffice[]> {
  const { rows } = await sql<Row>`
    select r.backoffice_id, r.seq, r.state from backoffices.registrations r where r.status in ('active', 'suspended') order by r.backoffice_id limit ${listBound}`.execute(handle);
  return rows.map(stored);
}

/** The secrets of a registration that stand at a moment, opened, the newest first. One that does not open is a fault of the installation. */
export async function openSecrets(handle: Handle, keys: Keys, backofficeId: Id, state: Backoffice, at: Instant): Promise<readonly string[]> {
  const standing = standingSecrets(state, at).map((one) => one.secretId);
  if (standing.length === 0) return [];
  const { rows } = await sql<{ secret_id: Id; sealed: Buffer; wrapped: Buffer }>`
    select s.secret_id, s.sealed, k.wrapped from backoffices.secrets s join platform.data_keys k on k.owner_id = s.backoffice_id
    where s.backoffice_id = ${backofficeId} and s.secret_id = any(${standing}::uuid[]) order by array_position(${standing}::uuid[], s.secret_id) limit ${standing.length}`.execute(handle);
  return rows.map((row) => {
    const opened = openJson<string>(dataKeyOf(keys, backofficeId, row.wrapped), placeOf(backofficeId, row.secret_id), row.sealed);
    if (!opened.ok) throw new Error(`secret ${row.secret_id} of ${backofficeId}: ${opened.code}`);
    return opened.value;
  });
}

/** Queues work of a registration; queued twice it is there once. */
export async function queueJob(handle: Handle, job: { readonly jobId: Id; readonly matterId: Id; readonly kind: string; readonly payload: object }): Promise<void> {
  await sql`insert into platform.jobs (job_id, matter_id, kind, payload) values (${job.jobId}, ${job.matterId}, ${job.kind}, ${JSON.stringify(job.payload)}::jsonb) on conflict do nothing`.execute(handle);
}
