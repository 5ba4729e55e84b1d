import { instantOfMs, msOf, type Instant } from '../../kernel/instant.ts';

/** A moment as clocks in Shenzhen show it: `2026-11-23 09:05:00`. */
export const localClock = (at: Instant): string => instantOfMs(msOf(at) + 8 * 3_600_000).slice(0, 19).replace('T', ' ');
