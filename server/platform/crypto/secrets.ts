import { createHash, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** A new bearer secret (session, invitation): 256 random bits as 43 URL-safe characters. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a bearer secret: its SHA-256, 32 bytes. Enough for 256 random bits; never for anything a person chose. */
export function hashSecret(secret: string): Buffer {
  return createHash('sha256').update(secret, 'utf8').digest();
}

/** Cost of Argon2id: memory in KiB, passes, lanes. */
export type PasswordCost = { readonly memoryKiB: number; readonly passes: number; readonly lanes: number };

/** OWASP Password Storage Cheat Sheet, Argon2id: 19 MiB, 2 passes, 1 lane. */
export const owaspCost: PasswordCost = { memoryKiB: 19_456, passes: 2, lanes: 1 };

/** The least Argon2 takes; for tests only, where a hundred staff sign in. */
export const testCost: PasswordCost = { memoryKiB: 8, passes: 1, lanes: 1 };

/** Argon2id (RFC 9106) in PHC string form, off the main thread. The password is NFKC-normalised, so that two keyboards that write ａ and a agree. */
export function hashPassword(password: string, cost: PasswordCost): Promise<string> {
  return hash(password.normalize('NFKC'), {
    algorithm: 2, // Argon2id; the package's const enum cannot be imported under verbatimModuleSyntax
    memoryCost: cost.memoryKiB,
    timeCost: cost.passes,
    parallelism: cost.lanes,
  });
}

/** Whether the password is the one behind this PHC string; a damaged string is simply a no. */
export async function isPassword(phc: string, password: string): Promise<boolean> {
  try {
    return await verify(phc, password.normalize('NFKC'));
  } catch {
    return false;
  }
}

/** Whether a stored hash was made at another cost and should be made again at the next sign-in. */
export function isHashedAtOtherCost(phc: string, cost: PasswordCost): boolean {
  return !phc.startsWith('$argon2id$') || !phc.includes(`$m=${cost.memoryKiB},t=${cost.passes},p=${cost.lanes}$`);
}
