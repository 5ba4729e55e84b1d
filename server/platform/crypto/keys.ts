import { createHash, createPrivateKey, createPublicKey, createSecretKey, generateKeyPairSync, hkdfSync, randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { cryptoModes, sealingKeyBytes, type CryptoMode } from './cipher.ts';
import { heldKeks, type HeldKeks, type KekHolder, type KekSet } from './kek-holder.ts';
import { newSm2Pair, sm2PairOf, type Sm2Pair } from './sm2.ts';

/** What may be looked up through a blind index. Each has a key of its own, so that equal numbers under two purposes give unequal indexes (threats-and-privacy §5.1). */
export const blindIndexPurposes = ['person-number', 'organisation-number', 'phone', 'email'] as const;
export type BlindIndexPurpose = (typeof blindIndexPurposes)[number];

/**
 * Every secret of one installation, built once at start and handed on as an argument.
 * The secrets are KeyObjects, whose bytes no logger or inspector prints (C-CR-5).
 */
export type Keys = {
  /** With which algorithms this installation seals and indexes. */
  readonly mode: CryptoMode;
  /** Wraps and opens data keys; may take a new key-encryption key while the server runs (C-CR-4). */
  readonly kek: KekHolder;
  readonly blindIndex: Readonly<Record<BlindIndexPurpose, KeyObject>>;
  /** Makes the six characters a person types beside a matter number. */
  readonly checkCode: KeyObject;
  /** Signs links that leave the house (messages, QR codes). */
  readonly link: KeyObject;
  /** Ed25519 pair (RFC 8032) that signs receipts. */
  readonly receiptSigning: { readonly privateKey: KeyObject; readonly publicKey: KeyObject };
  /** SM2 pair (GB/T 32918) with which an installation in the mode `gm` signs what it gives out, beside the log, which stays Ed25519; undefined in the other. */
  readonly documentSigning: Sm2Pair | undefined;
  /** Out of which the Ed25519 key of each log of facts is made, one for each origin: see logSeed. */
  readonly logSigning: KeyObject;
};

/** The wire form of Keys: one JSON document, secrets in base64, the signing key as PKCS #8, the SM2 key as 64 hexadecimal digits. `mode` is absent in the mode `standard`. */
export type KeyDocument = {
  format: 'yimen-keys/1';
  mode?: 'gm';
  kek: { current: number; versions: Record<string, string>; madeAt?: Record<string, string> };
  blindIndex: Record<string, string>;
  checkCode: string;
  link: string;
  receiptSigning: string;
  logSigning: string;
  documentSigning?: string;
};

const secretBytes = 32;
const newSecretText = (bytes = secretBytes): string => randomBytes(bytes).toString('base64');

/** A complete set of new random keys. */
export function newKeyDocument(mode: CryptoMode = 'standard'): KeyDocument {
  const pair = generateKeyPairSync('ed25519');
  return {
    format: 'yimen-keys/1',
    ...(mode === 'gm' ? { mode, documentSigning: newSm2Pair().privateKey } : {}),
    kek: { current: 1, versions: { 1: newSecretText(sealingKeyBytes[mode]) } },
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

/** A document with one more key-encryption key, made at this instant, which becomes the current one; older ones stay, to open what they wrapped (C-CR-4). */
export function withNewKek(document: KeyDocument, at?: string): KeyDocument {
  const { versions, madeAt } = document.kek;
  const next = Math.max(...Object.keys(versions).map(Number)) + 1;
  const made = at === undefined ? {} : { madeAt: { ...madeAt, [next]: at } };
  return { ...document, kek: { ...document.kek, ...made, current: next, versions: { ...versions, [next]: newSecretText(sealingKeyBytes[document.mode ?? 'standard']) } } };
}

/** The document without one older key-encryption key; the current one stays, whatever is asked. */
export function withoutKek(document: KeyDocument, version: number): KeyDocument {
  if (version === document.kek.current) return document;
  const without = (of: Record<string, string>): Record<string, string> => Object.fromEntries(Object.entries(of).filter(([one]) => Number(one) !== version));
  const { madeAt } = document.kek;
  return { ...document, kek: { ...document.kek, versions: without(document.kek.versions), ...(madeAt === undefined ? {} : { madeAt: without(madeAt) }) } };
}

/**
 * By which name an installation knows its own key file: 32 hexadecimal digits in eight groups, out of the keys that never change, by HKDF (RFC 5869), so
 * that it tells nothing of them and stays the same when a key-encryption key is added or retired.
 */
export function keyFingerprint(keys: Keys): string {
  const lasting = [...blindIndexPurposes.map((purpose) => keys.blindIndex[purpose]), keys.checkCode, keys.link, keys.logSigning].map((key) => key.export());
  const digest = createHash('sha256').update(Buffer.concat(lasting)).digest();
  const made = Buffer.from(hkdfSync('sha256', digest, Buffer.alloc(0), 'yimen key file', 16)).toString('hex').toUpperCase();
  return made.match(/.{4}/g)?.join('-') ?? made;
}

/** The keys of one document: `kek` may be given another set later, where the file has changed. */
export type HeldKeys = Keys & { readonly kek: HeldKeks };

/** Either the keys, or the names of those that are missing or have another length (Ed25519 in PKCS #8 for `receipt-signing`). `reread` is asked where a version of the key-encryption key is unknown. */
export function keysFromDocument(document: unknown, reread?: () => KekSet | undefined): { ok: true; keys: HeldKeys } | { ok: false; missing: readonly string[] } {
  const source = isRecord(document) ? document : {};
  const mode: CryptoMode = cryptoModes.find((one) => one === source.mode) ?? 'standard';
  const missing: string[] = [];
  const secret = secretReader(missing);
  const indexes = isRecord(source.blindIndex) ? source.blindIndex : {};
  const blindIndex = Object.fromEntries(
    blindIndexPurposes.map((purpose) => [purpose, secret(`blind-index/${purpose}`, indexes[purpose])]),
  ) as Record<BlindIndexPurpose, KeyObject>;
  const kek = heldKeks(readKek(source.kek, mode, secret, missing), reread);
  const checkCode = secret('check-code', source.checkCode);
  const link = secret('link', source.link);
  const receiptSigning = readSigningKey(source.receiptSigning);
  if (receiptSigning === undefined) missing.push('receipt-signing');
  const logSigning = secret('log-signing', source.logSigning);
  const documentSigning = mode === 'gm' ? sm2PairOf(source.documentSigning) : undefined;
  if (mode === 'gm' && documentSigning === undefined) missing.push('document-signing');
  if (missing.length > 0 || receiptSigning === undefined) return { ok: false, missing };
  return { ok: true, keys: { mode, kek, blindIndex, checkCode, link, receiptSigning, documentSigning, logSigning } };
}

type SecretReader = (name: string, text: unknown, bytes?: number) => KeyObject;

/** Notes the name of each secret that is not there or has another length, and goes on. */
function secretReader(missing: string[]): SecretReader {
  return (name, text, bytes = secretBytes) => {
    const read = typeof text === 'string' ? Buffer.from(text, 'base64') : Buffer.alloc(0);
    if (read.length !== bytes) missing.push(name);
    return createSecretKey(read.length === bytes ? read : Buffer.alloc(bytes));
  };
}

/** The key-encryption keys of a document; the names of those that are no keys are added to `missing`. */
function readKek(value: unknown, mode: CryptoMode, secret: SecretReader, missing: string[]): KekSet {
  const source = isRecord(value) ? value : {};
  const current = typeof source.current === 'number' ? source.current : 0;
  const texts = isRecord(source.versions) ? source.versions : {};
  const versions = new Map(Object.entries(texts).map(([version, text]) => [Number(version), secret(`kek/${version}`, text, sealingKeyBytes[mode])]));
  if (!versions.has(current)) missing.push(`kek/${current === 0 ? 'current' : current}`);
  return { current, versions };
}

/** The key-encryption keys of a document alone; undefined where they are not whole. */
export function keksOf(document: unknown): KekSet | undefined {
  const source = isRecord(document) ? document : {};
  const missing: string[] = [];
  const set = readKek(source.kek, source.mode === 'gm' ? 'gm' : 'standard', secretReader(missing), missing);
  return missing.length === 0 ? set : undefined;
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
