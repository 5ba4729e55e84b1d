import { instantOfMs, msOf, type Instant } from '../../kernel/instant.ts';

/** How long a one-time code is good, and how often it may be typed. */
export const codeLifeSeconds = 5 * 60;
export const codeAttempts = 5;
export const codeDigits = 6;

/** The moment from which a code sent at `at` is no longer good. */
export function codeEnd(at: Instant): Instant {
  return instantOfMs(msOf(at) + codeLifeSeconds * 1_000);
}

/** The code out of what was typed: full-width digits, spaces and dashes forgiven; undefined when it is not six digits. */
export function readCode(typed: string): string | undefined {
  const digits = typed.normalize('NFKC').replace(/[\s-]/g, '');
  return /^\d{6}$/.test(digits) ? digits : undefined;
}
