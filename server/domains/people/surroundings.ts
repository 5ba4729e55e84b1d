import type { Language, Localized } from '../../../contract/language.ts';
import { linkSignature, type Keys, type PasswordCost } from '../../platform/crypto/index.ts';
import type { DatabaseClock } from '../../platform/db/clock.ts';
import type { Database } from '../../platform/db/database.ts';
import { instantOfMs } from '../../kernel/instant.ts';
import { countTry, forgetOld, forgetTries } from './store.ts';
import { secondsToWait, subscriberOf, type TryLimit } from './tries.ts';

/** What every part of this domain works with. */
export interface Surroundings {
  readonly database: Database;
  readonly keys: Keys;
  readonly clock: DatabaseClock;
  /** Hands a one-time code to the phone (E.164); `retry`: not now, `refused`: not to this phone. */
  readonly sendCode: (to: string, code: string, language: Language) => Promise<'sent' | 'retry' | 'refused'>;
  readonly institution: (code: string) => { name: Localized; unit: string } | undefined;
  readonly cost: PasswordCost;
}

/** Counts a try of `who`; the seconds to wait when it is one too many, else 0. What is counted is kept as a keyed hash. */
export async function tooOften(around: Surroundings, limit: TryLimit, who: string): Promise<number> {
  const at = around.clock.now();
  return secondsToWait(limit, await countTry(around.database.handle, limit, subjectOf(around.keys, limit, who), at), at);
}

/** As tooOften, for a network address: all addresses of one subscriber count together. */
export function tooOftenFrom(around: Surroundings, limit: TryLimit, address: string): Promise<number> {
  return tooOften(around, limit, subscriberOf(address));
}

/** Takes back every try of `who`. */
export function forgive(around: Surroundings, limit: TryLimit, who: string): Promise<void> {
  return forgetTries(around.database.handle, subjectOf(around.keys, limit, who));
}

/** A newcomer's session, which may last a day, needs the sign-in that proved the phone; no count is asked for after a day. */
const keptMs = 48 * 3_600_000;

/** Forgets ended sessions, and codes and counts older than two days. */
export function sweep(around: Surroundings): Promise<void> {
  return forgetOld(around.database.handle, around.clock.now(), instantOfMs(around.clock.nowMs() - keptMs));
}

const subjectOf = (keys: Keys, limit: TryLimit, who: string): Buffer => Buffer.from(linkSignature(keys, `tries\n${limit.name}\n${who}`), 'base64url');
