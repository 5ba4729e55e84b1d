import { readFileSync } from 'node:fs';
import { link, mkdir, open, readFile, rename, stat, unlink } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { CryptoMode } from './cipher.ts';
import type { KekSet } from './kek-holder.ts';
import { keksOf, keysFromDocument, newKeyDocument, withLogSigning, withNewKek, withoutKek } from './keys.ts';
import type { HeldKeys, KeyDocument } from './keys.ts';

/**
 * Refused when keys are not there to be read: `params.names` lists which are missing, `params.path` says where they were looked for, `params.mode` how
 * open the file is (octal), `params.owner` whose it is.
 */
export type KeyRefusal = {
  ok: false;
  code: 'keys.missing' | 'keys.unreadable' | 'keys.too_open' | 'keys.of_another_owner';
  params: Record<string, string>;
};

/** `created` is true exactly once in the life of an installation: the caller then prints `keys.created` (contract/messages/keys.ts). */
export type LoadedKeys = { ok: true; keys: HeldKeys; created: boolean; path: string };

/** `databaseExists`: then keys are never made. `mode` is that of new keys; those that are there say their own. */
export type LoadOptions = { readonly databaseExists: boolean; readonly mode?: CryptoMode };

const fileName = 'keys.json';

/** Where the keys lie within their folder. */
export const keyFileIn = (folder: string): string => path.join(folder, fileName);

/**
 * Reads the installation's keys from `folder`, which must lie outside the database's own directory, so that a stolen
 * database backup opens nothing (threats-and-privacy §5.2). Makes them (0600 in a 0700 folder) only for a new
 * installation: where a database exists, a missing key is a refusal that names it, for a new one could not read what
 * the lost one sealed. A file that others on the machine may read or that belongs to somebody else is refused (TM-20).
 */
export async function loadKeys(folder: string, options: LoadOptions): Promise<LoadedKeys | KeyRefusal> {
  const file = keyFileIn(folder);
  const found = await readGuarded(file);
  if (typeof found === 'object') return found;
  if (found !== undefined) return parse(await withNewerKeys(found, file), file, false);
  if (options.databaseExists) {
    const nothing = keysFromDocument({});
    return { ok: false, code: 'keys.missing', params: { names: nothing.ok ? '' : nothing.missing.join(', '), path: file } };
  }
  const created = await createOnce(file, newKeyDocument(options.mode));
  return parse(await readFile(file, 'utf8'), file, created);
}

/**
 * Adds a key-encryption key and makes it the current one. Data keys wrapped before stay readable; they move when re-wrapped (C-CR-4). The caller sees to it that
 * nobody else changes the file meanwhile (key-changes.ts).
 */
export function rotateKek(folder: string, at?: string): Promise<LoadedKeys | KeyRefusal> {
  return changeDocument(folder, (document) => withNewKek(document, at));
}

/** Takes an older key-encryption key out of the file for good; the current one stays. The caller has made sure that nothing is wrapped under it. */
export function dropKek(folder: string, version: number): Promise<LoadedKeys | KeyRefusal> {
  return changeDocument(folder, (document) => withoutKek(document, version));
}

/** Puts a whole document where none is: 0600, on the disk when it answers. False where a file is there already: it is left alone. */
export function placeKeyDocument(folder: string, document: KeyDocument): Promise<boolean> {
  return createOnce(keyFileIn(folder), document);
}

/** The document as it stands in the file, guarded and whole. */
export async function readKeyDocument(folder: string): Promise<{ ok: true; document: KeyDocument } | KeyRefusal> {
  const loaded = await loadKeys(folder, { databaseExists: true });
  return loaded.ok ? { ok: true, document: JSON.parse(await readFile(loaded.path, 'utf8')) as KeyDocument } : loaded;
}

/** The key-encryption keys as they stand in the file now; undefined where it cannot be read or is not whole: whoever has keys then goes on with those. */
export async function readKeks(folder: string): Promise<KekSet | undefined> {
  return keksOf(documentOf((await readFile(keyFileIn(folder), 'utf8').catch(() => undefined)) ?? ''));
}

async function changeDocument(folder: string, change: (document: KeyDocument) => KeyDocument): Promise<LoadedKeys | KeyRefusal> {
  const read = await readKeyDocument(folder);
  if (!read.ok) return read;
  const document = change(read.document);
  const file = keyFileIn(folder);
  await replace(file, document);
  return parse(JSON.stringify(document), file, false);
}

/** The text of a key file; one of a release before the log gets the log's key, once. A file that says nothing to us is left as it is. */
async function withNewerKeys(text: string, file: string): Promise<string> {
  const document = withLogSigning(documentOf(text));
  if (document === undefined) return text;
  await replace(file, document);
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
  const read = keysFromDocument(document, () => keksNow(file));
  if (!read.ok) return { ok: false, code: 'keys.missing', params: { names: read.missing.join(', '), path: file } };
  return { ok: true, keys: read.keys, created, path: file };
}

/** Read at once, in the middle of opening a data key under a version nobody told us of. */
function keksNow(file: string): KekSet | undefined {
  try {
    return keksOf(documentOf(readFileSync(file, 'utf8')));
  } catch {
    return undefined; // the refusal then names the version
  }
}

/** The file's text; undefined where there is none; a refusal where others may read it or it is not ours (root's is as good as ours: root reads everything). */
async function readGuarded(file: string): Promise<string | undefined | KeyRefusal> {
  try {
    const { mode, uid } = await stat(file);
    const own = process.geteuid?.() ?? uid;
    if (uid !== own && uid !== 0) return { ok: false, code: 'keys.of_another_owner', params: { path: file, owner: String(uid), own: String(own) } };
    // Windows has no such bits: stat says 666 for every file there.
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) return { ok: false, code: 'keys.too_open', params: { path: file, mode: (mode & 0o777).toString(8).padStart(3, '0') } };
    return await readFile(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    if (code === 'EACCES') return { ok: false, code: 'keys.unreadable', params: { names: fileName, path: file } };
    throw error;
  }
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

/** The old file or the new one, never a half one, whenever the power fails. */
async function replace(file: string, document: KeyDocument): Promise<void> {
  const temporary = await writeTemporary(file, document);
  await rename(temporary, file);
  await syncFolder(path.dirname(file));
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
