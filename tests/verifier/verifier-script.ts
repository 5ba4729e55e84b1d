import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';

/** Where the page that a resident keeps lies. */
export const pagePath = fileURLToPath(new URL('../../verifier/verify.html', import.meta.url));

/** Whose keys are believed, and how many witnesses must have signed (null: more than half). */
export interface Trust {
  readonly logs: readonly string[];
  readonly witnesses: readonly string[];
  readonly quorum: number | null;
}

/** What a receipt says; proved only when the answer is `genuine`. Hashes are hexadecimal. */
export interface Facts {
  readonly origin: string;
  readonly index: number;
  readonly size: number;
  readonly root: string;
  readonly leafHash: string | null;
  readonly leaf: unknown;
  readonly content: unknown;
  readonly witnesses: readonly { readonly name: string; readonly seconds: number }[];
  readonly quorum: number;
}

/** The answer of the page's check. */
export interface Answer {
  readonly genuine: boolean;
  readonly code: string;
  readonly facts: Facts | null;
}

/** A way to check Ed25519 signatures: the browser's, or the page's own. */
export interface Ed25519 {
  readonly name: 'webcrypto' | 'own';
}

/** The doors of the page's check that the tests use. */
export interface Verifier {
  verify(bytes: Uint8Array, trust: Trust, options: { readonly ed25519: Ed25519; readonly entry?: Uint8Array; readonly leafHash?: Uint8Array | null }): Promise<Answer>;
  tidied(bytes: Uint8Array): Uint8Array;
  chooseEd25519(subtle: unknown): Promise<Ed25519>;
  readonly ownEd25519: Ed25519;
  verifyEd25519(key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean;
  sha256(bytes: Uint8Array): Uint8Array;
  sha512(bytes: Uint8Array): Uint8Array;
  checkInclusion(index: number, size: number, leafHash: Uint8Array, proof: readonly Uint8Array[], root: Uint8Array): string | null;
  isConsistent(size1: number, size2: number, root1: Uint8Array, root2: Uint8Array, proof: readonly Uint8Array[]): boolean;
  bytesOfBase64(text: string): Uint8Array | null;
  canonicalJson(value: unknown, depth: number): string | null;
}

/** The text of one script element of the page. */
export function scriptOf(id: string): string {
  const found = new RegExp(`<script(?: type="application/json")? id="${id}">([\\s\\S]*?)</script>`).exec(readFileSync(pagePath, 'utf8'));
  if (!found?.[1]) throw new Error(`the page has no script ${id}`);
  return found[1];
}

/** The page's check (or a source given, to plant a defect) in a bare context: beside the language it finds only the two text coders that every browser has. */
export function openVerifier(source: string = scriptOf('verifier')): Verifier {
  const context = createContext({ TextEncoder, TextDecoder });
  runInContext(source, context);
  return (context as { readonly yimenVerifier: Verifier }).yimenVerifier;
}
