import type { Fault } from './frame/fault.ts';

/** Every fault of the programme, in the order of the report. Each is loaded when it runs. */
export const faults: readonly (() => Promise<{ readonly fault: Fault }>)[] = [
  () => import('./d01-server-killed.ts'),
  () => import('./d02-database-killed.ts'),
  () => import('./d03-power-cut.ts'),
  () => import('./d04-uploads-power-cut.ts'),
  () => import('./d05-system-calls.ts'),
  () => import('./d06-full-disk.ts'),
  () => import('./d07-leftovers.ts'),
  () => import('./d08-restore.ts'),
  () => import('./d09-bit-flips.ts'),
  () => import('./d09-backup-flips.ts'),
  () => import('./x01-isolation.ts'),
  () => import('./x02-races.ts'),
  () => import('./x03-same-key.ts'),
  () => import('./x04-two-handlers.ts'),
  () => import('./r02-overload.ts'),
  () => import('./r03-lines.ts'),
  () => import('./r04-frozen-database.ts'),
  () => import('./r05-slow-clients.ts'),
  () => import('./k02-clock-jumps.ts'),
  () => import('./k03-asleep.ts'),
  () => import('./l04-back-dating.ts'),
  () => import('./l06-split-view.ts'),
  () => import('./l07-settings.ts'),
  () => import('./l08-hammer.ts'),
];
