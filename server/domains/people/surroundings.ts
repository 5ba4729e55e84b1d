import type { Language, Localized } from '../../../contract/language.ts';
import type { Keys, PasswordCost } from '../../platform/crypto/index.ts';
import type { DatabaseClock } from '../../platform/db/clock.ts';
import type { Database } from '../../platform/db/database.ts';
import { instantOfMs } from '../../kernel/instant.ts';
import { forgetTriesBefore, type Tries } from '../../platform/db/tries.ts';
import type { SecondFactorRule } from './factor.ts';
import { forgetOldFactors } from './factor-store.ts';
import { forgetOld } from './store.ts';

/** What every part of this domain works with. */
export interface Surroundings {
  readonly database: Database;
  readonly keys: Keys;
  readonly clock: DatabaseClock;
  /** Hands a one-time code to the phone (E.164); `retry`: not now, `refused`: not to this phone. */
  readonly sendCode: (to: string, code: string, language: Language) => Promise<'sent' | 'retry' | 'refused'>;
  readonly institution: (code: string) => { name: Localized; unit: string } | undefined;
  readonly cost: PasswordCost;
  readonly tries: Tries;
  /** whether every member of staff must have a second factor */
  readonly secondFactor: SecondFactorRule;
  /** how browsers reach us: passkeys are bound to its host */
  readonly publicUrl: string;
}

/** A newcomer's session, which may last a day, needs the sign-in that proved the phone; no count is asked for after a day. */
const keptMs = 48 * 3_600_000;

/** Forgets ended sessions, and codes and counts older than two days. */
export async function sweep(around: Surroundings): Promise<void> {
  const before = instantOfMs(around.clock.nowMs() - keptMs);
  await forgetOld(around.database.handle, around.clock.now(), before);
  await forgetOldFactors(around.database.handle, around.clock.now());
  await forgetTriesBefore(around.database.handle, before);
}
