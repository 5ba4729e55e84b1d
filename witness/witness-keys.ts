import { generateKeyPairSync } from 'node:crypto';
import { openSync, closeSync, fsyncSync, readFileSync, writeSync } from 'node:fs';
import { readBase64, writeBase64 } from '../server/platform/ledger/canonical-text.ts';
import { isKeyName, privateKeyOfSeed, signerKey, type SignerKey } from '../server/platform/ledger/note-keys.ts';

/** The type byte of a witness's key (C2SP tlog-cosignature). */
const typeByte = 4;
const seedOffset = 16;

/** A new secret key in one line, `PRIVATE+KEY+<name>+<id>+<base64 of type and seed>`: the spelling of the Go package `note`. */
export function newKeyLine(name: string): string {
  if (!isKeyName(name)) throw new RangeError('a key name has no space, no plus sign and no control character');
  const { privateKey } = generateKeyPairSync('ed25519');
  const seed = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(seedOffset);
  return `PRIVATE+KEY+${name}+${signerKey(name, 'cosignature', privateKey).verifier.id}+${writeBase64(Buffer.concat([Buffer.of(typeByte), seed]))}\n`;
}

/** Reads a secret key; undefined for any other spelling of one. */
export function readKeyLine(text: string): SignerKey | undefined {
  const [, name = '', id = '', base64 = ''] = /^PRIVATE\+KEY\+([^+\n]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)\n?$/u.exec(text) ?? [];
  const bytes = readBase64(base64);
  if (!isKeyName(name) || bytes?.length !== 33 || bytes[0] !== typeByte) return undefined;
  const key = signerKey(name, 'cosignature', privateKeyOfSeed(bytes.subarray(1)));
  return key.verifier.id === id ? key : undefined;
}

/** Writes a new secret key into a file of its owner's alone; an existing file is never written over. */
export function makeKeyFile(path: string, name: string): SignerKey {
  const line = newKeyLine(name);
  const file = openSync(path, 'wx', 0o600);
  try {
    writeSync(file, line);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  return readKeyFile(path);
}

/** The key of a file. Throws a sentence for the operator where it is none. */
export function readKeyFile(path: string): SignerKey {
  const key = readKeyLine(readFileSync(path, 'utf8'));
  if (key === undefined) throw new Error(`${path} holds no key of a witness`);
  return key;
}
