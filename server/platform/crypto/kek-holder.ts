import type { KeyObject } from 'node:crypto';
import { seal, unseal } from './cipher.ts';

/** The key-encryption keys of one moment by version; data keys are wrapped under `current`, older versions only unwrap. */
export type KekSet = { readonly current: number; readonly versions: ReadonlyMap<number, KeyObject> };

/**
 * Whoever holds the key-encryption keys: the key file here, a security module (PKCS #11 v3.1) elsewhere. Only this interface touches them, so a module
 * that never gives a key out can stand behind it. The calls answer at once: a data key is opened in the middle of reading rows, and C_Encrypt and
 * C_Decrypt of PKCS #11 are such calls too.
 */
export interface KekHolder {
  /** the version under which data keys are wrapped now */
  readonly current: number;
  /** the versions that can be opened, oldest first */
  versions(): readonly number[];
  /** seals a data key under the current version, bound to `additional` of that version */
  wrap(additional: (version: number) => Buffer, plain: Buffer): { readonly version: number; readonly sealed: Buffer };
  /** opens what was wrapped under `version`: `missing` where that version is not here, `not_authentic` where the bytes or the additional data are others */
  unwrap(version: number, additional: Buffer, sealed: Uint8Array): Buffer | 'missing' | 'not_authentic';
}

/** A holder in memory whose keys may be exchanged while it is used. */
export interface HeldKeks extends KekHolder {
  /** takes another set of keys from now on */
  take(next: KekSet): void;
}

/** How often an unknown version may send us to the file: a version that is in no file must not make every reading of a row a reading of the disk. */
const askAgainMs = 1_000;

/**
 * Keys held in memory. `reread` is asked once where a version is unknown, because another process may have made it a moment ago; what it answers is taken.
 * A set without its own current key is a bug.
 */
export function heldKeks(first: KekSet, reread?: () => KekSet | undefined): HeldKeks {
  let held = first;
  let askedAt = -Infinity;
  const find = (version: number): KeyObject | undefined => {
    const here = held.versions.get(version);
    if (here !== undefined || reread === undefined || performance.now() - askedAt < askAgainMs) return here;
    askedAt = performance.now();
    held = reread() ?? held;
    return held.versions.get(version);
  };
  return {
    get current() {
      return held.current;
    },
    versions: () => [...held.versions.keys()].sort((a, b) => a - b),
    take(next) {
      held = next;
    },
    wrap(additional, plain) {
      const kek = held.versions.get(held.current);
      if (kek === undefined) throw new Error('keys without a current key-encryption key');
      return { version: held.current, sealed: seal(kek, additional(held.current), plain) };
    },
    unwrap(version, additional, sealed) {
      const kek = find(version);
      return kek === undefined ? 'missing' : (unseal(kek, additional, sealed) ?? 'not_authentic');
    },
  };
}
