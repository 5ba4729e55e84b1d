import { logSeed, type Keys } from '../../crypto/index.ts';
import { privateKeyOfSeed, signerKey, writeVerifierKey, type SignerKey } from '../note-keys.ts';
import type { LogName } from './log-store.ts';

/** The key that signs the checkpoints of the log of this origin; its name is the origin (C2SP tlog-checkpoint). */
export function logSigner(keys: Keys, origin: string): SignerKey {
  return signerKey(origin, 'note', privateKeyOfSeed(logSeed(keys, origin)));
}

/** The key that verifies the checkpoints of the log of this origin, in one line, as it is published. */
export function logKeyLine(keys: Keys, origin: string): string {
  return writeVerifierKey(logSigner(keys, origin).verifier);
}

/** The key that signs acceptance receipts, `<host>/receipts`. */
export function receiptSigner(keys: Keys, casesOrigin: string): SignerKey {
  return signerKey(`${hostOf(casesOrigin)}/receipts`, 'note', keys.receiptSigning.privateKey);
}

/** The first part of an origin: under whose name the logs of an installation are. */
export function hostOf(origin: string): string {
  return origin.slice(0, origin.indexOf('/'));
}

/** The origins at the first start: that of the facts as the installation was given it, and that of the accesses beside it. */
export function firstOrigins(casesOrigin: string): Readonly<Record<LogName, string>> {
  return { cases: casesOrigin, access: `${hostOf(casesOrigin)}/access/v1` };
}

/** The number at the end of an origin, `…/v2`: how often the log was opened. An origin without one is a bug. */
export function versionOf(origin: string): number {
  const version = /\/v([1-9]\d{0,3})$/.exec(origin)?.[1];
  if (version === undefined) throw new RangeError(`versionOf: ${origin} has no version`);
  return Number(version);
}

/** The origin of a log opened again after this one. */
export function nextOrigin(origin: string): string {
  return origin.replace(/\d+$/, String(versionOf(origin) + 1));
}
