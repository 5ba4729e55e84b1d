/** Rule packs in the database: every pack that was ever in force stays, under its version. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { sql } from 'kysely';
import type pg from 'pg';
import type { Handle } from '../../platform/db/database.ts';
import { readLawFolder } from './law-folder.ts';
import type { Pack } from './pack.ts';
import type { LawProblem } from './refusals.ts';

const settingName = 'law.loaded';

/** Kept packs and the versions among them that stand now. */
export interface KeptPacks {
  readonly packs: readonly Pack[];
  readonly current: readonly string[];
}

/**
 * Adds the packs of `dataFolder`/law that are not stored yet and notes which ones stand now, in one transaction, as the owner; one query when
 * nothing changed. Nothing is loaded when any file has a fault, nor when a file's content changed under a version already stored: facts name it.
 */
export async function loadLaw(owner: pg.ClientBase, dataFolder: string): Promise<{ ok: true } | { ok: false; problems: readonly LawProblem[] }> {
  const read = await readLawFolder(join(dataFolder, 'law'));
  if (!read.ok) return read;
  const digest = createHash('sha256').update(read.packs.map((one) => one.digest).join()).digest('hex');
  const before = await owner.query<{ digest: string }>(`select value ->> 'digest' as digest from platform.settings where name = $1`, [settingName]);
  if (before.rows[0]?.digest === digest) return { ok: true };
  const stored = new Map((await owner.query<{ version: string; digest: string }>('select version, digest from law.packs')).rows.map((row) => [row.version, row.digest]));
  const problems = read.packs.flatMap(({ pack, digest: own }): LawProblem[] => {
    const known = stored.get(pack.version);
    return known === undefined || known === own ? [] : [{ file: `${pack.version}.json`, code: 'law.changed_under_its_version', params: { version: pack.version } }];
  });
  if (problems.length > 0) return { ok: false, problems };
  await owner.query('begin');
  try {
    await owner.query('select pg_advisory_xact_lock(7313)');
    await owner.query(
      `insert into law.packs (version, kind, valid_from, content, digest)
       select p.pack ->> 'version', p.pack ->> 'kind', (p.pack ->> 'from')::date, p.pack, p.digest from jsonb_to_recordset($1::jsonb) as p(pack jsonb, digest text)
       on conflict (version) do nothing`,
      [JSON.stringify(read.packs)],
    );
    await owner.query(
      `insert into platform.settings (name, value) values ($1, $2)
       on conflict (name) do update set value = excluded.value, set_at = clock_timestamp()`,
      [settingName, JSON.stringify({ digest, current: read.packs.map((one) => one.pack.version) })],
    );
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
  return { ok: true };
}

/** Every kept pack, the newest day first, and which stand now; both empty before anything was loaded. */
export async function readPacks(handle: Handle): Promise<KeptPacks> {
  const [packs, settings] = await Promise.all([
    sql<{ content: Pack }>`select content from law.packs order by valid_from desc, version desc limit 1000`.execute(handle),
    sql<{ current: string[] }>`select value -> 'current' as current from platform.settings where name = ${settingName}`.execute(handle),
  ]);
  return { packs: packs.rows.map((row) => row.content), current: settings.rows[0]?.current ?? [] };
}
