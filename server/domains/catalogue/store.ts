/** The catalogue in the database: every version of every item and process that was ever published. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import type pg from 'pg';
import { canonicalJson } from '../../platform/crypto/index.ts';
import type { Handle } from '../../platform/db/database.ts';
import type { FileProblem, Publishable } from './publish-folder.ts';
import { addFromRelease, readSeen, type FromRelease } from './release-store.ts';
import type { ItemRow, OverrideRow } from './versions.ts';

const settingName = 'catalogue.loaded';

/**
 * Publishes what `dataFolder` holds, in one transaction, as the owner: a changed process becomes its next version, a changed item, or one whose process
 * changed, becomes its next version; older ones stay for the matters that began with them. One query when no file changed. Publishes all or nothing:
 * with any problem in any file nothing is stored and the problems are the answer. An item whose file is gone stays in force: cancel it by `task_state`.
 * Where the version in force came from the screen, a changed file overwrites nothing: it waits as a change from the release (`waiting`), for a person to decide.
 */
export async function loadCatalogue(owner: pg.ClientBase, dataFolder: string): Promise<{ ok: true; waiting?: readonly FromRelease[] } | { ok: false; problems: readonly FileProblem[] }> {
  const digest = await folderDigest(dataFolder);
  const before = await owner.query<{ digest: string }>(`select value ->> 'digest' as digest from platform.settings where name = $1`, [settingName]);
  if (before.rows[0]?.digest === digest) return { ok: true };
  const { readCatalogueFolder } = await import('./publish-folder.ts');
  const read = await readCatalogueFolder(dataFolder);
  if (!read.ok) return read;
  let waiting: readonly FromRelease[] = [];
  await owner.query('begin');
  try {
    // Two servers starting at once publish one after the other.
    await owner.query('select pg_advisory_xact_lock(7312)');
    waiting = await publish(owner, read.catalogue);
    await addFromRelease(owner, waiting);
    await owner.query(
      `insert into platform.settings (name, value) values ($1, $2)
       on conflict (name) do update set value = excluded.value, set_at = clock_timestamp()`,
      [settingName, JSON.stringify({ digest, items: read.catalogue.items.length })],
    );
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
  return waiting.length > 0 ? { ok: true, waiting } : { ok: true };
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** One digest over every file that makes the catalogue, names included. */
async function folderDigest(dataFolder: string): Promise<string> {
  const itemFolder = join(dataFolder, 'catalogue/items');
  const processFolder = join(dataFolder, 'processes');
  const bundleFolder = join(dataFolder, 'bundles');
  const [items, processes, bundles] = await Promise.all([readdir(itemFolder), readdir(processFolder), existsSync(bundleFolder) ? readdir(bundleFolder) : []]);
  const paths = [
    ...items.filter((name) => name.endsWith('.json')).map((name) => join(itemFolder, name)),
    ...processes.filter((name) => name.endsWith('.bpmn')).map((name) => join(processFolder, name)),
    ...bundles.filter((name) => name.endsWith('.json')).map((name) => join(bundleFolder, name)),
    ...['materials.json', 'fields.json'].map((name) => join(dataFolder, 'catalogue', name)),
  ].sort();
  const texts = await Promise.all(paths.map((path) => readFile(path)));
  const hash = createHash('sha256');
  paths.forEach((path, i) => hash.update(`${path.slice(dataFolder.length)}\0`).update(texts[i] ?? '').update('\0'));
  return hash.digest('hex');
}

interface Version {
  readonly version: number;
  readonly digest: string;
  readonly fromScreen: boolean;
}

/** Publishes what is new from files, and gives what may not be published because a version from the screen stands. */
async function publish(owner: pg.ClientBase, catalogue: Publishable): Promise<readonly FromRelease[]> {
  const processes = await newest(owner, `select distinct on (process_id) process_id as id, version, digest, change_id is not null as "fromScreen" from catalogue.processes order by process_id, version desc`);
  const seen = await readSeen(owner);
  const waiting: FromRelease[] = [];
  const wait = (one: FromRelease): readonly never[] => {
    if (seen.get(`${one.kind} ${one.subject}`) !== one.digest) waiting.push(one);
    return [];
  };
  const newProcesses = Object.entries(catalogue.processes).flatMap(([id, bpmn]) => {
    const digest = sha256(bpmn);
    const known = processes.get(id);
    if (known?.digest === digest) return [];
    if (known?.fromScreen) return wait({ kind: 'process', subject: id, digest, baseVersion: known.version, content: { kind: 'process', processId: id, bpmn } });
    const version = (known?.version ?? 0) + 1;
    processes.set(id, { version, digest, fromScreen: false });
    return [{ id, version, bpmn, digest }];
  });
  await owner.query(
    `insert into catalogue.processes (process_id, version, bpmn, digest)
     select p."id", p."version", p."bpmn", p."digest" from jsonb_to_recordset($1::jsonb) as p("id" text, "version" integer, "bpmn" text, "digest" text)`,
    [JSON.stringify(newProcesses)],
  );
  const items = await newest(owner, `select distinct on (task_code) task_code as id, version, digest || process_version as digest, change_id is not null as "fromScreen" from catalogue.items order by task_code, version desc`);
  const newItems = catalogue.items.flatMap((content) => {
    const { task_code: taskCode, process } = content.implementation_item;
    const processVersion = processes.get(process)?.version ?? 1;
    const digest = sha256(canonicalJson(content));
    const known = items.get(taskCode);
    if (known?.digest === `${digest}${processVersion}`) return [];
    // Its process may stand in another version than the screen's item was published with: the content alone says whether the file brings anything.
    if (known?.fromScreen) return known.digest.startsWith(digest) ? [] : wait({ kind: 'item', subject: taskCode, digest, baseVersion: known.version, content: { kind: 'item', item: content, process: null } });
    return [{ taskCode, version: (known?.version ?? 0) + 1, content, digest, process, processVersion }];
  });
  await owner.query(
    `insert into catalogue.items (task_code, version, content, digest, process, process_version)
     select i."taskCode", i."version", i."content", i."digest", i."process", i."processVersion"
     from jsonb_to_recordset($1::jsonb) as i("taskCode" text, "version" integer, "content" jsonb, "digest" text, "process" text, "processVersion" integer)`,
    [JSON.stringify(newItems)],
  );
  return waiting;
}

async function newest(owner: pg.ClientBase, text: string): Promise<Map<string, Version>> {
  const { rows } = await owner.query<{ id: string } & Version>(text);
  return new Map(rows.map((row) => [row.id, { version: row.version, digest: row.digest, fromScreen: row.fromScreen }]));
}

const instant = (at: string) => sql.raw(`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

/** Versions of items by code and version: every one, or without those `known` already (`<code> <version>`). */
export async function readItemRows(handle: Handle, known: readonly string[] = []): Promise<readonly ItemRow[]> {
  const { rows } = await sql<ItemRow>`
    select task_code as "taskCode", version, process, process_version as "processVersion", content::text as content, effective_on::text as "effectiveOn", change_id as "changeId", ${instant('loaded_at')} as "loadedAt"
    from catalogue.items where not ((task_code || ' ' || version) = any(${[...known]}::text[])) order by task_code, version limit 100000`.execute(handle);
  return rows;
}

/** Every version of every district's own values. */
export async function readOverrideRows(handle: Handle): Promise<readonly OverrideRow[]> {
  const { rows } = await sql<OverrideRow>`
    select task_code as "taskCode", number, unit, fields, effective_on::text as "effectiveOn", change_id as "changeId" from catalogue.overrides order by task_code, number limit 100000`.execute(handle);
  return rows;
}

/** A version of a process as BPMN text. */
export interface ProcessRow {
  readonly id: string;
  readonly version: number;
  readonly bpmn: string;
  /** the change it came from; null: a file of a release */
  readonly changeId: string | null;
}

/** Versions of processes, every one or without those `known` already (`<id> <version>`). */
export async function readProcessRows(handle: Handle, known: readonly string[] = []): Promise<readonly ProcessRow[]> {
  const { rows } = await sql<ProcessRow>`
    select process_id as id, version, bpmn, change_id as "changeId" from catalogue.processes where not ((process_id || ' ' || version) = any(${[...known]}::text[]))
    order by process_id, version limit 10000`.execute(handle);
  return rows;
}
