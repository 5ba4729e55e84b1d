/** What a release brings beside versions from the screen: kept as drafts without an author until the start proposes them. */
import type pg from 'pg';
import type { CatalogueContent } from '../../../contract/catalogue-admin.ts';
import { newId } from '../../platform/ids.ts';

/** A file of the release that would have overwritten a version from the screen. */
export interface FromRelease {
  readonly kind: 'item' | 'process';
  /** task code or process id */
  readonly subject: string;
  /** SHA-256 of the file's content */
  readonly digest: string;
  /** the version that stands */
  readonly baseVersion: number;
  readonly content: CatalogueContent;
}

/** `<kind> <subject>` → digest of the newest file that was already kept from publishing. */
export async function readSeen(owner: pg.ClientBase): Promise<ReadonlyMap<string, string>> {
  const { rows } = await owner.query<{ key: string; digest: string }>(`
    select kind || ' ' || subject as key, digest from catalogue.release_seen
    union all
    select 'item ' || l.task_code, l.digest from (select distinct on (task_code) task_code, digest from catalogue.items where change_id is null order by task_code, version desc) l
      where not exists (select 1 from catalogue.release_seen s where s.kind = 'item' and s.subject = l.task_code)
    union all
    select 'process ' || l.process_id, l.digest from (select distinct on (process_id) process_id, digest from catalogue.processes where change_id is null order by process_id, version desc) l
      where not exists (select 1 from catalogue.release_seen s where s.kind = 'process' and s.subject = l.process_id)`);
  return new Map(rows.map((row) => [row.key, row.digest]));
}

/** Keeps them as drafts of the release, one for each subject: what an earlier release left waiting is replaced. Part of the loading's transaction. */
export async function addFromRelease(owner: pg.ClientBase, waiting: readonly FromRelease[]): Promise<void> {
  for (const one of waiting) {
    await owner.query(`delete from catalogue.drafts where origin = 'release' and kind = $1 and subject = $2`, [one.kind, one.subject]);
    await owner.query(
      `insert into catalogue.drafts (change_id, revision, kind, subject, origin, base_version, terms, content) values ($1, 1, $2, $3, 'release', $4, $5, $6)`,
      [newId(), one.kind, one.subject, one.baseVersion, JSON.stringify({ title: '', reason: '', effectiveOn: null, lawChange: null }), JSON.stringify(one.content)],
    );
    await owner.query(`insert into catalogue.release_seen (kind, subject, digest) values ($1, $2, $3) on conflict (kind, subject) do update set digest = excluded.digest`, [one.kind, one.subject, one.digest]);
  }
}
