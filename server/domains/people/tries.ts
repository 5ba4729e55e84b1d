import type { TryLimit } from '../../kernel/tries.ts';

/** Every bound of this domain. A hall or a mobile network shares one address among many people, so addresses are bound widely and phones tightly. */
export const tryLimits = {
  /** A code again only after a minute: the first usually just has not arrived yet. */
  codeAgain: { name: 'code-again', most: 1, seconds: 60, restartsAtMost: true },
  codesOfPhone: { name: 'codes-of-phone', most: 10, seconds: 86_400, restartsAtMost: false },
  codesFromAddress: { name: 'codes-from-address', most: 120, seconds: 3_600, restartsAtMost: false },
  confirmationsFromAddress: { name: 'confirmations-from-address', most: 240, seconds: 3_600, restartsAtMost: false },
  /** Numbers that belong to another phone: more would be asking who is registered. */
  claimsOfPhone: { name: 'claims-of-phone', most: 5, seconds: 86_400, restartsAtMost: false },
  /** C-ID-2: ten failures of one login in fifteen minutes. */
  staffSignIn: { name: 'staff-sign-in', most: 10, seconds: 900, restartsAtMost: true },
  staffSignInFromAddress: { name: 'staff-sign-in-from-address', most: 300, seconds: 900, restartsAtMost: false },
  /** C-ID-2: ten tries of a second factor in fifteen minutes, whatever the way. */
  secondFactor: { name: 'second-factor', most: 10, seconds: 900, restartsAtMost: true },
  challengesFromAddress: { name: 'passkey-challenges-from-address', most: 600, seconds: 3_600, restartsAtMost: false },
  cityVisitsFromAddress: { name: 'city-visits-from-address', most: 600, seconds: 3_600, restartsAtMost: false },
  firstStartFromAddress: { name: 'first-start-from-address', most: 20, seconds: 3_600, restartsAtMost: false },
} as const satisfies Record<string, TryLimit>;
