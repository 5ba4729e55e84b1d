import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { newIdentity } from '../platform/backup/index.ts';
import { keyFingerprint, loadKeys, readKeyDocument, type HeldKeys } from '../platform/crypto/index.ts';
import { connectOwner, type Owner, type OwnerConnection } from '../platform/db/owner.ts';
import { aloneWithKeys, countWrapped, ownKeys, retireFault, retireKey, rewrapAll, rotateKeys } from '../platform/keys/index.ts';
import { reachDatabase } from './backup-command.ts';
import { workApproved } from './keys-approval.ts';
import type { Surroundings } from './surroundings.ts';

/** `yimen keys new-recipient`: an age identity into a file of its own, as `age-keygen` would write it, and its public key on the screen. */
export async function newRecipientCommand(around: Surroundings, options: ReadonlyMap<string, string>): Promise<number> {
  const { identity, recipient } = await newIdentity();
  const file = resolve(options.get('to') ?? `yimen-identity-${recipient.slice(-8)}.txt`);
  const text = `# created: ${new Date().toISOString()}\n# public key: ${recipient}\n${identity}\n`;
  await writeFile(file, text, { flag: 'wx', mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? new Error(around.tell('cli.file_exists', { file })) : error;
  });
  around.print(around.tell('cli.recipient_made', { recipient, file }));
  return 0;
}

/** Where the keys of this installation lie. */
export const keysFolder = (around: Surroundings): string => join(around.dataFolder, 'keys');

/** Runs `act` with the owner's connection, to the running database or to one started for the time being, and with the keys of this installation, checked as a start checks them. */
export async function withKeys(around: Surroundings, act: (owner: Owner, keys: HeldKeys, connection: OwnerConnection) => Promise<number>): Promise<number> {
  const database = around.env.DATABASE_URL ? { connection: { connectionString: around.env.DATABASE_URL }, release: async () => undefined } : await reachDatabase(around);
  try {
    const owner = await connectOwner(database.connection);
    try {
      const own = await ownKeys(owner, keysFolder(around), undefined);
      if (own.ok) return await act(owner, own.keys, database.connection);
      around.note(around.tell(own.code, own.params));
      return 1;
    } finally {
      await owner.end();
    }
  } finally {
    await database.release();
  }
}

/** `yimen keys status`: the key file, and how many data keys are wrapped under which version. Shows no key. */
export function statusCommand(around: Surroundings): Promise<number> {
  return withKeys(around, async (owner, keys) => {
    const { current } = keys.kek;
    around.print(around.tell('keys.status_file', { path: join(keysFolder(around), 'keys.json'), fingerprint: keyFingerprint(keys), mode: keys.mode, current, versions: keys.kek.versions().join(', ') }));
    for (const { table, version, count } of await countWrapped(owner)) around.print(around.tell('keys.status_count', { table, version, count }));
    return 0;
  });
}

/**
 * `yimen keys rotate`: makes a new key-encryption key the current one, also while the server runs, as two persons approved, and wraps every data key under it. Killed
 * before the new key is in the file, `rotate` goes on under the same approval; afterwards `rewrap` does.
 */
export function rotateCommand(around: Surroundings): Promise<number> {
  return withKeys(around, async (owner, keys, connection) => {
    const folder = keysFolder(around);
    const rotated = await aloneWithKeys(owner, async () => {
      const read = await readKeyDocument(folder);
      if (!read.ok) return said(around, read);
      const versions = Object.keys(read.document.kek.versions).map(Number);
      return workApproved<HeldKeys>(around, owner, connection, keys, {
        task: { kind: 'rotate' }, target: Math.max(...versions) + 1, keysAfter: (after) => after,
        work: async ({ target, resumed }) => {
          const isThere = resumed && target !== null && versions.includes(target);
          const made = isThere ? await loadKeys(folder, { databaseExists: true }) : await rotateKeys(owner, folder, new Date().toISOString());
          return made.ok ? { done: made.keys, version: made.keys.kek.current, fingerprint: keyFingerprint(made.keys), set: null } : said(around, made);
        },
      });
    });
    if (!rotated) return 1;
    around.print(around.tell('keys.rotated', { version: rotated.kek.current }));
    return rewrap(around, owner, rotated);
  });
}

/** Tells a refusal. */
function said(around: Surroundings, { code, params }: { readonly code: Parameters<Surroundings['tell']>[0]; readonly params: Readonly<Record<string, string | number>> }): undefined {
  around.note(around.tell(code, params));
  return undefined;
}

/** `yimen keys rewrap`: goes on wrapping data keys under the current key-encryption key. */
export function rewrapCommand(around: Surroundings): Promise<number> {
  return withKeys(around, (owner, keys) => rewrap(around, owner, keys));
}

async function rewrap(around: Surroundings, owner: Owner, keys: HeldKeys): Promise<number> {
  const done = await rewrapAll(owner, keys, { signal: around.signal, onProgress: ({ moved, total }) => around.progress(around.tell('keys.progress', { moved, total })) });
  around.note('');
  around.print(around.tell('keys.rewrapped', { moved: done.moved, left: done.left, version: keys.kek.current }));
  if (done.unreadable.length > 0) around.print(around.tell('keys.unreadable_rows', { count: done.unreadable.length, owners: done.unreadable.slice(0, 10).join(', ') }));
  else if (done.left > 0) around.print(around.tell('keys.continue'));
  return done.left > 0 ? 1 : 0;
}

/** `yimen keys retire --version N`: takes an old version out of the key file, once nothing is wrapped under it and two persons approved. */
export function retireCommand(around: Surroundings, options: ReadonlyMap<string, string>): Promise<number> {
  const text = options.get('version');
  if (text === undefined || !/^\d{1,9}$/.test(text)) throw new Error(around.tell('cli.option_missing', { option: '--version' }));
  const version = Number(text);
  return withKeys(around, async (owner, keys, connection) => {
    const folder = keysFolder(around);
    const retired = await aloneWithKeys(owner, async () => {
      const fault = await retireFault(owner, folder, version, Date.now());
      // Gone already: a run before was cut after it had taken the key away, and only what came of it is left to write.
      if (fault && fault.code !== 'keys.version_unknown') return said(around, fault);
      return workApproved<true>(around, owner, connection, keys, {
        task: { kind: 'retire', version }, target: version, wrong: fault,
        work: async () => {
          const gone = fault ? { ok: true as const } : await retireKey(owner, folder, version, Date.now());
          return gone.ok ? { done: true, version, fingerprint: keyFingerprint(keys), set: null } : said(around, gone);
        },
      });
    });
    if (retired) around.print(around.tell('keys.retired', { version }));
    return retired ? 0 : 1;
  });
}
