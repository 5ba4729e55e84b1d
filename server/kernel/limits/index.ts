/** Clocks of legal limits: due dates through pauses and extensions, lights, the reason of each and its strip of days. Pure. */
export * from './clock.ts';
export * from './due.ts';
export * from './light.ts';
export * from './explain.ts';
export * from './strip.ts';
export * from './rule-pack.ts';
