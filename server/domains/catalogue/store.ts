/** The catalogue in the database: every version of every item and process that was ever published. */
import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import type pg from 'pg';
import type { Item } from '../../../contract/catalogue.ts';
import { canonicalJson } from '../../platform/crypto/index.ts';
import type { Handle } from '../../platform/db/database.ts';
import type { FileProblem, Publishable } from './publish-folder.ts';

const settingName = 'catalogue.loaded';

/**
 * Publishes what `dataFolder` holds, in one transaction, as the owner: a changed process becomes its next version, a changed item, or one whose process
 * changed, becomes its next version; older ones stay for the matters that began with them. One query when no file changed. Publishes all or nothing:
 * with any problem in any file nothing is stored and the problems are the answer. An item whose file is gone stays in force: cancel it by `task_state`.
 */
export async function loadCatalogue(owner: pg.ClientBase, dataFolder: string): Promise<{ ok: true } | { ok: false; problems: readonly FileProblem[] }> {
  const digest = await folderDigest(dataFolder);
  const before = await owner.query<{ digest: string }>(`select value ->> 'digest' as digest from platform.settings where name = $1`, [settingName]);
  if (before.rows[0]?.digest === digest) return { ok: true };
  const { readCatalogueFolder } = await import('./publish-folder.ts');
  const read = await readCatalogueFolder(dataFolder);
  if (!read.ok) return read;
  await owner.query('begin');
  try {
    // Two servers starting at once publish one after the other.
    await owner.query('select pg_advisory_xact_lock(7312)');
    await publish(owner, read.catalogue);
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
  return { ok: true };
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** One digest over every file that makes the catalogue, names included. */
async function folderDigest(dataFolder: string): Promise<string> {
  const itemFolder = join(dataFolder, 'catalogue/items');
  const processFolder = join(dataFolder, 'processes');
  const [items, processes] = await Promise.all([readdir(itemFolder), readdir(processFolder)]);
  const paths = [
    ...items.filter((name) => name.endsWith('.json')).map((name) => join(itemFolder, name)),
    ...processes.filter((name) => name.endsWith('.bpmn')).map((name) => join(processFolder, name)),
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
}

async function publish(owner: pg.ClientBase, catalogue: Publishable): Promise<void> {
  const processes = await newest(owner, `select distinct on (process_id) process_id as id, version, digest from catalogue.processes order by process_id, version desc`);
  const newProcesses = Object.entries(catalogue.processes).flatMap(([id, bpmn]) => {
    const digest = sha256(bpmn);
    const known = processes.get(id);
    if (known?.digest === digest) return [];
    const version = (known?.version ?? 0) + 1;
    processes.set(id, { version, digest });
    return [{ id, version, bpmn, digest }];
  });
  await owner.query(
    `insert into catalogue.processes (process_id, version, bpmn, digest)
     select p."id", p."version", p."bpmn", p."digest" from jsonb_to_recordset($1::jsonb) as p("id" text, "version" integer, "bpmn" text, "digest" text)`,
    [JSON.stringify(newProcesses)],
  );
  const items = await newest(owner, `select distinct on (task_code) task_code as id, version, digest || process_version as digest from catalogue.items order by task_code, version desc`);
  const newItems = catalogue.items.flatMap((content) => {
    const { task_code: taskCode, process } = content.implementation_item;
    const processVersion = processes.get(process)?.version ?? 1;
    const digest = sha256(canonicalJson(content));
    const known = items.get(taskCode);
    return known?.digest === `${digest}${processVersion}` ? [] : [{ taskCode, version: (known?.version ?? 0) + 1, content, digest, process, processVersion }];
  });
  await owner.query(
    `insert into catalogue.items (task_code, version, content, digest, process, process_version)
     select i."taskCode", i."version", i."content", i."digest", i."process", i."processVersion"
     from jsonb_to_recordset($1::jsonb) as i("taskCode" text, "version" integer, "content" jsonb, "digest" text, "process" text, "processVersion" integer)`,
    [JSON.stringify(newItems)],
  );
}

async function newest(owner: pg.ClientBase, text: string): Promise<Map<string, Version>> {
  const { rows } = await owner.query<{ id: string } & Version>(text);
  return new Map(rows.map((row) => [row.id, { version: row.version, digest: row.digest }]));
}

/** A stored version of an item; its content as JSON text, because old versions are seldom looked at. */
export interface ItemRow {
  readonly taskCode: string;
  readonly version: number;
  readonly process: string;
  readonly processVersion: number;
  readonly content: string;
}

/** Every version of every item, by code and version. */
export async function readItemRows(handle: Handle): Promise<readonly ItemRow[]> {
  const { rows } = await sql<ItemRow>`
    select task_code as "taskCode", version, process, process_version as "processVersion", content::text as content
    from catalogue.items order by task_code, version limit 100000`.execute(handle);
  return rows;
}

/** Every version of every process as BPMN text. */
export async function readProcessRows(handle: Handle): Promise<readonly { readonly id: string; readonly version: number; readonly bpmn: string }[]> {
  const { rows } = await sql<{ id: string; version: number; bpmn: string }>`
    select process_id as id, version, bpmn from catalogue.processes order by process_id, version limit 10000`.execute(handle);
  return rows;
}

/** The item of a row. */
export const itemOf = (row: ItemRow): Item => JSON.parse(row.content) as Item;
