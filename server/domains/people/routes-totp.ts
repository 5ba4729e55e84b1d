import { Secret, TOTP } from 'otpauth';

/** Seconds of one step, and digits of a code: what every generator on a telephone does without being told (RFC 6238 §4.1, RFC 4226 §5.3). */
export const totpPeriod = 30;
export const totpDigits = 6;
/** Steps before and after the present one that are taken too: a telephone's clock may be half a minute off (RFC 6238 §5.2). */
const stepsAround = 1;

/** A new secret of 160 bits (RFC 4226 §4 R6), base32. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32;

/** The address a generator reads from a QR code: otpauth://totp/… (the key URI format). */
export function totpAddress(secret: string, issuer: string, label: string): string {
  return new TOTP({ issuer, label, algorithm: 'SHA1', digits: totpDigits, period: totpPeriod, secret: Secret.fromBase32(secret) }).toString();
}

/** The code of a moment; for tests and for whoever is a generator. */
export function totpCode(secret: string, atMs: number, digits = totpDigits): string {
  return TOTP.generate({ secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits, period: totpPeriod, timestamp: atMs });
}

/** The step whose code this is, within one step of the moment; undefined where it is none. Full-width digits, spaces and dashes are forgiven. */
export function totpStep(secret: string, typed: string, atMs: number): number | undefined {
  const token = typed.normalize('NFKC').replace(/[\s-]/g, '');
  if (!/^\d{6}$/.test(token)) return undefined;
  const delta = TOTP.validate({ token, secret: Secret.fromBase32(secret), algorithm: 'SHA1', digits: totpDigits, period: totpPeriod, timestamp: atMs, window: stepsAround });
  return delta === null ? undefined : Math.floor(atMs / 1_000 / totpPeriod) + delta;
}
