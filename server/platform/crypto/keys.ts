import { createPrivateKey, createPublicKey, createSecretKey, generateKeyPairSync, hkdfSync, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

/** What may be looked up through a blind index. Each has a key of its own, so that equal numbers under two purposes give unequal indexes (threats-and-privacy §5.1). */
export const blindIndexPurposes = ['person-number', 'organisation-number', 'phone', 'email'] as const;
export type BlindIndexPurpose = (typeof blindIndexPurposes)[number];

/**
 * Every secret of one installation, built once at start and handed on as an argument.
 * The secrets are KeyObjects, whose bytes no logger or inspector prints (C-CR-5).
 */
export type Keys = {
  /** Key-encryption keys by version; data keys are wrapped under `current`, older versions only unwrap. */
  readonly kek: { readonly current: number; readonly versions: ReadonlyMap<number, KeyObject> };
  readonly blindIndex: Readonly<Record<BlindIndexPurpose, KeyObject>>;
  /** Makes the six characters a person types beside a matter number. */
  readonly checkCode: KeyObject;
  /** Signs links that leave the house (messages, QR codes). */
  readonly link: KeyObject;
  /** Ed25519 pair (RFC 8032) that signs receipts. */
  readonly receiptSigning: { readonly privateKey: KeyObject; readonly publicKey: KeyObject };
  /** Out of which the Ed25519 key of each log of facts is made, one for each origin: see logSeed. */
  readonly logSigning: KeyObject;
};

/** The wire form of Keys: one JSON document, secrets in base64, the signing key as PKCS #8. */
export type KeyDocument = {
  format: 'yimen-keys/1';
  kek: { current: number; versions: Record<string, string> };
  blindIndex: Record<string, string>;
  checkCode: string;
  link: string;
  receiptSigning: string;
  logSigning: string;
};

const secretBytes = 32;
const newSecretText = (): string => randomBytes(secretBytes).toString('base64');

/** A complete set of new random keys. */
export function newKeyDocument(): KeyDocument {
  const pair = generateKeyPairSync('ed25519');
  return {
    format: 'yimen-keys/1',
    kek: { current: 1, versions: { 1: newSecretText() } },
    blindIndex: Object.fromEntries(blindIndexPurposes.map((purpose) => [purpose, newSecretText()])),
    checkCode: newSecretText(),
    link: newSecretText(),
    receiptSigning: pair.privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
    logSigning: newSecretText(),
  };
}

/**
 * The document of a release before the log, with the log's key; undefined where it has one, or is no key document. The key is made out of the one that
 * signs receipts (HKDF, RFC 5869), so that two servers that start at the same moment after the upgrade make the same.
 */
export function withLogSigning(document: unknown): KeyDocument | undefined {
  if (!isRecord(document) || document.logSigning !== undefined || typeof document.receiptSigning !== 'string') return undefined;
  const made = hkdfSync('sha256', Buffer.from(document.receiptSigning, 'base64'), Buffer.alloc(0), 'yimen log signing', secretBytes);
  return { ...(document as KeyDocument), logSigning: Buffer.from(made).toString('base64') };
}

/** 32 secret bytes (an Ed25519 seed, RFC 8032 §5.1.5) for the log of this origin, by HKDF (RFC 5869): a log opened under another origin signs with another key. */
export function logSeed(keys: Keys, origin: string): Buffer {
  return Buffer.from(hkdfSync('sha256', keys.logSigning, Buffer.alloc(0), `yimen log ${origin}`, secretBytes));
}

/** A document with one more key-encryption key, which becomes the current one; older ones stay, to open what they wrapped (C-CR-4). */
export function withNewKek(document: KeyDocument): KeyDocument {
  const next = Math.max(...Object.keys(document.kek.versions).map(Number)) + 1;
  return { ...document, kek: { current: next, versions: { ...document.kek.versions, [next]: newSecretText() } } };
}

/** Either the keys, or the names of those that are missing or are not 32 bytes (Ed25519 in PKCS #8 for `receipt-signing`). */
export function keysFromDocument(document: unknown): { ok: true; keys: Keys } | { ok: false; missing: readonly string[] } {
  const source = isRecord(document) ? document : {};
  const missing: string[] = [];
  const secret = (name: string, text: unknown): KeyObject => {
    const bytes = typeof text === 'string' ? Buffer.from(text, 'base64') : Buffer.alloc(0);
    if (bytes.length !== secretBytes) missing.push(name);
    return createSecretKey(bytes.length === secretBytes ? bytes : Buffer.alloc(secretBytes));
  };
  const indexes = isRecord(source.blindIndex) ? source.blindIndex : {};
  const blindIndex = Object.fromEntries(
    blindIndexPurposes.map((purpose) => [purpose, secret(`blind-index/${purpose}`, indexes[purpose])]),
  ) as Record<BlindIndexPurpose, KeyObject>;
  const kek = readKek(source.kek, secret, missing);
  const checkCode = secret('check-code', source.checkCode);
  const link = secret('link', source.link);
  const receiptSigning = readSigningKey(source.receiptSigning);
  if (receiptSigning === undefined) missing.push('receipt-signing');
  const logSigning = secret('log-signing', source.logSigning);
  if (missing.length > 0 || receiptSigning === undefined) return { ok: false, missing };
  return { ok: true, keys: { kek, blindIndex, checkCode, link, receiptSigning, logSigning } };
}

function readKek(value: unknown, secret: (name: string, text: unknown) => KeyObject, missing: string[]): Keys['kek'] {
  const source = isRecord(value) ? value : {};
  const current = typeof source.current === 'number' ? source.current : 0;
  const texts = isRecord(source.versions) ? source.versions : {};
  const versions = new Map(Object.entries(texts).map(([version, text]) => [Number(version), secret(`kek/${version}`, text)]));
  if (!versions.has(current)) missing.push(`kek/${current === 0 ? 'current' : current}`);
  return { current, versions };
}

function readSigningKey(text: unknown): Keys['receiptSigning'] | undefined {
  if (typeof text !== 'string') return undefined;
  try {
    const privateKey = createPrivateKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'pkcs8' });
    return privateKey.asymmetricKeyType === 'ed25519' ? { privateKey, publicKey: createPublicKey(privateKey) } : undefined;
  } catch {
    return undefined; // not a key at all: reported as missing
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
