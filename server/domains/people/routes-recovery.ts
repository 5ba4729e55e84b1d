import { randomInt } from 'node:crypto';
import { linkSignature } from '../../platform/crypto/index.ts';
import { recoveryCodeCount, type FactorOwner } from './factor.ts';
import { keepRecoveryCodes, useRecoveryCode } from './factor-store.ts';
import type { Surroundings } from './surroundings.ts';

// Without i l o 0 1, which are misread: 31 characters, 16 of them are 79 bits.
const readable = 'abcdefghjkmnpqrstuvwxyz23456789';

const hashOf = (around: Surroundings, owner: FactorOwner, code: string): Buffer => Buffer.from(linkSignature(around.keys, `recovery code\n${owner.staffId ?? owner.partyId}\n${code}`), 'base64url');

/** Ten new recovery codes in the place of those before; with `unlessSome` none where there are some to use, and null. */
export async function makeRecoveryCodes(around: Surroundings, owner: FactorOwner, unlessSome = false): Promise<string[] | null> {
  const codes = Array.from({ length: recoveryCodeCount }, () => Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => readable.charAt(randomInt(readable.length))).join('')).join('-'));
  const hashes = codes.map((code) => hashOf(around, owner, code.replaceAll('-', '')));
  return (await keepRecoveryCodes(around.database.handle, { owner, hashes, at: around.clock.now(), unlessSome })) ? codes : null;
}

/** Whether what was typed is a recovery code of the owner's, used hereby. */
export function spendRecoveryCode(around: Surroundings, owner: FactorOwner, typed: string): Promise<boolean> {
  const code = typed.normalize('NFKC').toLowerCase().replace(/[\s-]/g, '');
  return useRecoveryCode(around.database.handle, { owner, codeHash: hashOf(around, owner, code), at: around.clock.now() });
}
