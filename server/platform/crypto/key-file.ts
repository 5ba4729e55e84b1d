import { link, mkdir, open, readFile, rename, unlink } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { keysFromDocument, newKeyDocument, withLogSigning, withNewKek } from './keys.ts';
import type { KeyDocument, Keys } from './keys.ts';

/** Refused when keys are not there to be read; `params.names` lists which, `params.path` says where they were looked for. */
export type KeyRefusal = {
  ok: false;
  code: 'keys.missing' | 'keys.unreadable';
  params: { names: string; path: string };
};

/** `created` is true exactly once in the life of an installation: the caller then prints `keys.created` (contract/messages/keys.ts). */
export type LoadedKeys = { ok: true; keys: Keys; created: boolean; path: string };

const fileName = 'keys.json';

/**
 * Reads the installation's keys from `folder`, which must lie outside the database's own directory, so that a stolen
 * database backup opens nothing (threats-and-privacy §5.2). Makes them (0600 in a 0700 folder) only for a new
 * installation: where a database exists, a missing key is a refusal that names it, for a new one could not read what
 * the lost one sealed.
 */
export async function loadKeys(folder: string, options: { databaseExists: boolean }): Promise<LoadedKeys | KeyRefusal> {
  const file = path.join(folder, fileName);
  const text = await readIfThere(file);
  if (text !== undefined) return parse(await withNewerKeys(text, file), file, false);
  if (options.databaseExists) {
    const nothing = keysFromDocument({});
    return { ok: false, code: 'keys.missing', params: { names: nothing.ok ? '' : nothing.missing.join(', '), path: file } };
  }
  const created = await createOnce(file, newKeyDocument());
  return parse(await readFile(file, 'utf8'), file, created);
}

/** Adds a key-encryption key and makes it the current one. Data keys wrapped before stay readable; they move when re-wrapped (C-CR-4). */
export async function rotateKek(folder: string): Promise<LoadedKeys | KeyRefusal> {
  const file = path.join(folder, fileName);
  const text = await readIfThere(file);
  const before = text === undefined ? undefined : parse(text, file, false);
  if (text === undefined || before === undefined) {
    return { ok: false, code: 'keys.missing', params: { names: fileName, path: file } };
  }
  if (!before.ok) return before;
  const document = withNewKek(JSON.parse(text) as KeyDocument);
  const temporary = await writeTemporary(file, document);
  await rename(temporary, file);
  await syncFolder(path.dirname(file));
  return parse(JSON.stringify(document), file, false);
}

/** The text of a key file; one of a release before the log gets the log's key, once. A file that says nothing to us is left as it is. */
async function withNewerKeys(text: string, file: string): Promise<string> {
  const document = withLogSigning(documentOf(text));
  if (document === undefined) return text;
  const temporary = await writeTemporary(file, document);
  await rename(temporary, file);
  await syncFolder(path.dirname(file));
  return JSON.stringify(document);
}

function documentOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function parse(text: string, file: string, created: boolean): LoadedKeys | KeyRefusal {
  const document = documentOf(text);
  if (document === undefined) return { ok: false, code: 'keys.unreadable', params: { names: fileName, path: file } };
  const read = keysFromDocument(document);
  if (!read.ok) return { ok: false, code: 'keys.missing', params: { names: read.missing.join(', '), path: file } };
  return { ok: true, keys: read.keys, created, path: file };
}

/** False when another process was first: both then read the same keys. `link` refuses an existing name, `rename` would replace it. */
async function createOnce(file: string, document: KeyDocument): Promise<boolean> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const temporary = await writeTemporary(file, document);
  try {
    await link(temporary, file);
    await syncFolder(path.dirname(file));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    await unlink(temporary);
  }
}

async function writeTemporary(file: string, document: KeyDocument): Promise<string> {
  const temporary = `${file}.${randomUUID()}`;
  const handle = await open(temporary, 'wx', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(document, null, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return temporary;
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
