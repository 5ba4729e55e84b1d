import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClientBase } from 'pg';
import { findDraft } from '../../../server/domains/matters/store.ts';
import { loadKeys, unwrapKey, type DataKey, type Keys } from '../../../server/platform/crypto/index.ts';
import { applicationRole, openDatabase, type Handle } from '../../../server/platform/db/database.ts';
import { openVault, type Vault } from '../../../server/platform/files/index.ts';
import type { City } from './city.ts';
import type { Compared } from './compare.ts';
import type { Entry } from './journal.ts';

interface Reading {
  readonly handle: Handle;
  readonly keys: Keys;
  readonly vault: Vault;
}

/**
 * INV-10, and INV-1 and INV-2 for uploads: every file that a draft or a fact names has its bytes, whole and with that hash; an acknowledged upload is in its draft exactly
 * once, a refused one not; and where an unanswered upload left a file without a row, it is a whole one. Reads through the vault itself. `seen`: files read before.
 */
export async function filesKept(city: City, owner: ClientBase, entries: readonly Entry[], seen: Set<string>): Promise<Compared & { readonly files: number }> {
  const [, , , port = '5432', host = ''] = readFileSync(join(city.cluster, 'postmaster.pid'), 'utf8').split('\n');
  const database = openDatabase({ host, port: Number(port), user: applicationRole, database: 'yimen', ssl: false }, { size: 2, viaRole: false });
  try {
    const keys = await loadKeys(join(city.folder, 'keys'), { databaseExists: true });
    if (!keys.ok) throw new Error(keys.code);
    const reading: Reading = { handle: database.handle, keys: keys.keys, vault: await openVault({ root: join(city.folder, 'vault'), leastFreeBytes: 0 }) };
    const drafts = await draftFiles(owner, reading);
    const broken = [...(await bytesOf(reading, drafts, seen)), ...(await bytesOfFacts(owner, reading, seen))];
    const uploads = entries.filter((entry) => entry.act === 'upload');
    const listed = new Map<string, number>();
    for (const { draftId, fileId } of drafts) listed.set(`${draftId} ${fileId}`, (listed.get(`${draftId} ${fileId}`) ?? 0) + 1);
    const timesOf = (entry: Entry): number => listed.get(`${entry.on ?? ''} ${entry.id}`) ?? 0;
    for (const entry of uploads) {
      if (timesOf(entry) > 1) broken.push(`INV-1: file ${entry.id} is in its draft ${timesOf(entry)} times`);
      if (entry.state === 'fail' && timesOf(entry) > 0) broken.push(`INV-2: file ${entry.id} was refused (${String(entry.answer)}) and is in its draft`);
      if (entry.state !== 'ok' && timesOf(entry) === 0) broken.push(...(await halfFile(owner, reading, entry)));
    }
    const acknowledged = uploads.filter((entry) => entry.state === 'ok');
    return { lost: acknowledged.filter((entry) => timesOf(entry) === 0).map((entry) => `upload ${entry.id}`), broken, looked: acknowledged.length, files: seen.size };
  } finally {
    await database.close();
  }
}

interface DraftFile {
  readonly draftId: string;
  readonly fileId: string;
  readonly dataKey: DataKey;
}

async function draftFiles(owner: ClientBase, { handle, keys }: Reading): Promise<DraftFile[]> {
  const { rows } = await owner.query<{ draft_id: string }>('select draft_id from matters.drafts');
  const found: DraftFile[] = [];
  for (const { draft_id: draftId } of rows) {
    const kept = await findDraft(handle, keys, draftId);
    for (const { fileId } of kept?.draft.content.materials.flatMap((material) => material.files) ?? []) found.push({ draftId, fileId, dataKey: (kept as NonNullable<typeof kept>).dataKey });
  }
  return found;
}

/** A row without bytes is the worst: the person was told that the paper is there. */
async function bytesOf({ vault }: Reading, files: readonly DraftFile[], seen: Set<string>): Promise<string[]> {
  const broken: string[] = [];
  for (const { draftId, fileId, dataKey } of files) {
    if (seen.has(`${draftId} ${fileId}`)) continue;
    seen.add(`${draftId} ${fileId}`);
    const read = await vault.read(fileId, dataKey);
    if (!read.ok) broken.push(`INV-10: ${draftId} names file ${fileId}: ${read.code}`);
    else if (createHash('sha256').update(read.bytes).digest('hex') !== fileId) broken.push(`INV-10: ${draftId} names file ${fileId}: other bytes`);
  }
  return broken;
}

async function bytesOfFacts(owner: ClientBase, reading: Reading, seen: Set<string>): Promise<string[]> {
  const { rows } = await owner.query<{ matter_id: string; file_id: string; wrapped: Buffer }>(
    `select distinct f.matter_id, x.file_id, k.wrapped from platform.facts f cross join lateral jsonb_array_elements_text(f.files) as x(file_id) join platform.data_keys k on k.owner_id = f.matter_id`);
  const files = rows.flatMap(({ matter_id: draftId, file_id: fileId, wrapped }) => {
    const opened = unwrapKey(reading.keys, draftId, wrapped);
    return opened.ok ? [{ draftId, fileId, dataKey: opened.dataKey }] : [];
  });
  return bytesOf(reading, files, seen);
}

/** What an unanswered upload left under its own name must be whole, or nothing: half a file must never have a name. */
async function halfFile(owner: ClientBase, { keys, vault }: Reading, entry: Entry): Promise<string[]> {
  const { rows } = await owner.query<{ wrapped: Buffer }>('select wrapped from platform.data_keys where owner_id = $1', [entry.on]);
  const opened = rows[0] && unwrapKey(keys, entry.on ?? '', rows[0].wrapped);
  if (!opened?.ok) return [];
  const read = await vault.read(entry.id, opened.dataKey);
  return !read.ok && read.code === 'files.not_authentic' ? [`INV-10: half a file is visible: ${entry.id}`] : [];
}
