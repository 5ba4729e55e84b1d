import { randomInt } from 'node:crypto';
import { hashPassword, testCost, type PasswordCost } from '../../platform/crypto/index.ts';

// Without i l o 0 1, which are misread: 31 characters, 16 of them are 79 bits.
const readable = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A first password that can be read out and typed: four groups of four. */
function readablePassword(): string {
  const group = (): string => Array.from({ length: 4 }, () => readable.charAt(randomInt(readable.length))).join('');
  return [group(), group(), group(), group()].join('-');
}

/** More than this many at once are hashed at the least cost: 79 random bits need no slow hash, and the first sign-in makes it again at today's cost. */
const slowAtMost = 5;

/** New passwords with their hashes, in the order asked for. */
export async function newPasswords(count: number, cost: PasswordCost): Promise<readonly { readonly password: string; readonly hash: string }[]> {
  return Promise.all(Array.from({ length: count }, async () => {
    const password = readablePassword();
    return { password, hash: await hashPassword(password, count > slowAtMost ? testCost : cost) };
  }));
}
