import type { Finding } from './wapiti.ts';

/** Something a scanner says that was looked at and is right as it is. */
export interface Reviewed {
  readonly what: string;
  /** fits the scanner's own words */
  readonly told: RegExp;
  /** fits method and address */
  readonly where: RegExp;
  readonly reason: string;
}

/** Each with its reason. An entry that fits nothing any more fails the full run: it might hide something new. */
export const reviewed: readonly Reviewed[] = [
  {
    what: 'HTTP Secure Headers', told: /^X-XSS-Protection is not set$/, where: /^GET \/$/,
    reason: 'The filter that this header spoke to is gone from every browser, and where it was it could be turned against the page; OWASP (HTTP Headers Cheat Sheet) says to leave the header out and to have a content security policy, which every answer has.',
  },
  {
    what: 'Backup file', told: /^Backup file http:\/\/127\.0\.0\.1:\d+\/sign-in\/[^/ ]+ found for /, where: /^GET \/sign-in\/[^/]+$/,
    reason: 'What follows /sign-in/ is the number of somebody who signs in: the page that asks for the code is shown for every number alike, so that nobody learns which there are. No file is served there.',
  },
];

/** The findings that are none of the reviewed, and the reviewed that fitted none. */
export function withoutReviewed(findings: readonly Finding[], list: readonly Reviewed[] = reviewed): { readonly left: readonly Finding[]; readonly unused: readonly Reviewed[] } {
  const fits = (one: Reviewed, finding: Finding): boolean => one.what === finding.what && one.told.test(finding.told) && one.where.test(finding.where);
  return { left: findings.filter((finding) => !list.some((one) => fits(one, finding))), unused: list.filter((one) => !findings.some((finding) => fits(one, finding))) };
}
