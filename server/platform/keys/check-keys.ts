import { keyFingerprint, loadKeys, unwrapKey, type CryptoMode, type HeldKeys, type KeyRefusal } from '../crypto/index.ts';
import { addVersion, anyWrapped, countWrapped, fixKeySettings, readKeySettings, type Connection } from '../db/wrapped-keys.ts';

/** Refused at start: the key file is whole, but not this installation's, or not for this mode. Each has its sentence in contract/messages/keys.ts. */
export type StartRefusal =
  | KeyRefusal
  | { readonly ok: false; readonly code: 'keys.other_mode' | 'keys.of_another_installation' | 'keys.versions_missing'; readonly params: Readonly<Record<string, string>> };

/** The keys of this installation, checked; `created` is true once in its life. */
export type OwnKeys = { readonly ok: true; readonly keys: HeldKeys; readonly created: boolean; readonly path: string };

/**
 * Loads the keys and makes sure that they are those of this database: the mode is the one of the first start, the fingerprint is the one kept, every
 * version of the key-encryption key that may be in use is there, and one data key opens. New keys are made only for a database that never had any.
 */
export async function ownKeys(connection: Connection, folder: string, wanted: CryptoMode | undefined): Promise<OwnKeys | StartRefusal> {
  const [kept, sample] = [await readKeySettings(connection), await anyWrapped(connection)];
  const used = kept.fingerprint !== undefined || sample !== undefined;
  const fixed = kept.mode ?? (sample === undefined ? undefined : 'standard');
  if (fixed !== undefined && wanted !== undefined && wanted !== fixed) return { ok: false, code: 'keys.other_mode', params: { fixed, wanted } };
  const loaded = await loadKeys(folder, { databaseExists: used, mode: wanted ?? 'standard' });
  if (!loaded.ok) return loaded;
  const { keys, path } = loaded;
  const expected = fixed ?? wanted;
  if (expected !== undefined && keys.mode !== expected) return { ok: false, code: 'keys.other_mode', params: { fixed: keys.mode, wanted: expected } };
  const fingerprint = keyFingerprint(keys);
  if (kept.fingerprint !== undefined && kept.fingerprint !== fingerprint) return { ok: false, code: 'keys.of_another_installation', params: { path, found: fingerprint, expected: kept.fingerprint } };
  const inUse = kept.versions ?? [...new Set((await countWrapped(connection)).map(({ version }) => version))];
  const missing = inUse.filter((version) => !keys.kek.versions().includes(version));
  if (missing.length > 0) return { ok: false, code: 'keys.versions_missing', params: { path, names: missing.map((version) => `kek/${version}`).join(', ') } };
  const opened = sample && unwrapKey(keys, sample.owner, sample.wrapped);
  if (opened && !opened.ok) return { ok: false, code: 'keys.of_another_installation', params: { path, found: fingerprint, expected: kept.fingerprint ?? '—' } };
  await fixKeySettings(connection, { fingerprint, mode: keys.mode });
  await addVersion(connection, [...new Set([...inUse, keys.kek.current])]);
  return loaded;
}
