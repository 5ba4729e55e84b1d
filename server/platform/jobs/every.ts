/** Something done again and again while the program runs. */
export interface Recurring {
  /** Ends after the round under way. */
  stop(): Promise<void>;
}

/** Does `round` every so many seconds, never two at a time; a round that fails is told and the next one comes all the same. */
export function everySeconds(seconds: number, round: () => Promise<unknown>, onFault: (error: unknown) => void): Recurring {
  let running: Promise<unknown> | undefined;
  const timer = setInterval(() => {
    running ??= round().catch(onFault).finally(() => (running = undefined));
  }, seconds * 1_000);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
