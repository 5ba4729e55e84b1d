/** Seconds before each try, as the example schedule of Standard Webhooks 1.0.0: at once, then later and later over three days. */
export const triesAfterSeconds: readonly number[] = [0, 5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400];

/** How much a pause may be longer or shorter, so that a department that comes back is not met by everything at once. */
const jitter = 0.1;

/** Milliseconds until the next try after so many; undefined once all were made: then a person decides. `chance` is in [0, 1). */
export function nextTryAfterMs(triesMade: number, chance: number): number | undefined {
  const seconds = triesAfterSeconds[triesMade];
  return seconds === undefined ? undefined : Math.round(seconds * 1_000 * (1 - jitter + 2 * jitter * chance));
}

/** At most so long is a receiver believed that asks for patience. */
const longestPatienceMs = 86_400_000;

/** The `Retry-After` header (RFC 9110 §10.2.3) in milliseconds from `nowMs`: seconds or a date; undefined where it says neither. */
export function retryAfterMs(header: string | undefined, nowMs: number): number | undefined {
  if (header === undefined) return undefined;
  const wait = /^\d{1,9}$/.test(header.trim()) ? Number(header) * 1_000 : Date.parse(header) - nowMs;
  return Number.isFinite(wait) && wait > 0 ? Math.min(wait, longestPatienceMs) : undefined;
}
