import { msOf, type Instant } from './instant.ts';

/**
 * A bound on how often something may be tried in a window of time. The window begins with the first try; with `restartsAtMost` it begins
 * anew with the last try allowed, so that a lock always lasts a whole window. Refused tries never make it longer, or a stranger could keep
 * somebody out for ever.
 */
export interface TryLimit {
  readonly name: string;
  readonly most: number;
  readonly seconds: number;
  readonly restartsAtMost: boolean;
}

/** How often something was tried in its window, this try included. */
export interface Tried {
  readonly tries: number;
  readonly windowFrom: Instant;
}

/** Whole seconds until it may be tried again: 0 when this try is within the bound. */
export function secondsToWait(limit: TryLimit, tried: Tried, at: Instant): number {
  if (tried.tries <= limit.most) return 0;
  return Math.max(1, Math.ceil((msOf(tried.windowFrom) + limit.seconds * 1_000 - msOf(at)) / 1_000));
}

/** Minutes as a sentence says them: never "0 minutes". */
export function wholeMinutes(seconds: number): number {
  return Math.max(1, Math.ceil(seconds / 60));
}

/** Hours as a sentence says them: never "0 hours". */
export function wholeHours(seconds: number): number {
  return Math.max(1, Math.ceil(seconds / 3_600));
}

/**
 * What of a network address one subscriber shares: an IPv4 address whole; of an IPv6 address the first 64 bits, of which a subscriber
 * holds at least all addresses (RFC 6177), else one person could count as any number.
 */
export function subscriberOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined || !address.includes(':')) return mapped ?? address;
  const [head = '', tail] = (address.split('%')[0] ?? '').toLowerCase().split('::');
  const groups = head === '' ? [] : head.split(':');
  const missing = tail === undefined ? 0 : 8 - groups.length - (tail === '' ? 0 : tail.split(':').length);
  const all = [...groups, ...Array.from({ length: Math.max(0, missing) }, () => '0'), ...(tail ?? '').split(':').filter((group) => group !== '')];
  return `${all.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`;
}
