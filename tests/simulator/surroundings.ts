/**
 * What a process finds around it, simulated. The bundle of the product (bundle.ts) has this file in the place of Node's clock and timers, of the system's
 * random generator, of the network and of the press for papers; everything else in it is the product's own code.
 */
import type { Outgoing, SendResult } from '../../server/platform/webhooks/send.ts';

/** The ports Clock, Chance and Net of whichever process is running now. */
export interface Surroundings {
  monotonicMs(): number;
  wallMs(): number;
  bytes(length: number): Buffer;
  newId(): string;
  soon(run: () => void): void;
  send(outgoing: Outgoing): Promise<SendResult>;
}

let around: Surroundings | undefined;
const here = (): Surroundings => {
  if (!around) throw new Error('the simulated product was called outside of a run');
  return around;
};

/** Sets what the product finds around it, until the next run. */
export function enter(surroundings: Surroundings): void {
  around = surroundings;
}

export const performance = { now: (): number => here().monotonicMs() };
export const wallMs = (): number => here().wallMs();
export const randomPart = (length: number): Buffer => here().bytes(length);
export const newId = (): string => here().newId();
export const send = (outgoing: Outgoing): Promise<SendResult> => here().send(outgoing);
/** The result paper, whose making is no part of the core. */
export const renderMatterPaper = (): Promise<{ pdf: Uint8Array }> => Promise.resolve({ pdf: Buffer.from('%PDF-1.7') });

/** A connection beside the pool, which the simulated pool gives. */
export const clientBeside = (pool: { beside(): unknown }): unknown => pool.beside();

// In the place of Node's own (esbuild `inject`): one thing that happens later is an event of the run; nothing happens by itself every so many seconds.
const immediately = (run: () => void): void => here().soon(run);
const never = (): { unref(): void } => ({ unref: () => undefined });
const nothing = (): void => undefined;
export { immediately as setImmediate, never as setInterval, nothing as clearInterval };
/** In the place of `node:timers/promises`. */
export const setTimeout = (): Promise<void> => Promise.reject(new Error('the simulated product waits for no fixed time'));
