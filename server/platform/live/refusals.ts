/** Code → status of what the streams refuse; `retry-after` goes with both. */
export const liveRefusals = { 'live.full': 503, 'live.too_many_of_one': 503 } as const;
export type LiveRefusalCode = keyof typeof liveRefusals;
