import { performance } from 'node:perf_hooks';

/** How long public figures are kept in memory, in milliseconds. */
export const keptMs = 60_000;
/** Most answers kept at once: whoever asks for more pushes the oldest out. */
const mostKept = 500;

/** Gives the answer that is kept under a key, or makes it. Whoever asks while one is being made waits for the same one; a failed one is not kept. */
export type Kept<T> = (key: string, make: () => Promise<T>) => Promise<T>;

/** Keeps answers for a minute. */
export function keptForAMinute<T>(nowMs: () => number): Kept<T> {
  const answers = new Map<string, { readonly at: number; readonly answer: Promise<T> }>();
  return (key, make) => {
    const known = answers.get(key);
    if (known && nowMs() - known.at < keptMs) return known.answer;
    const answer = make();
    answers.delete(key);
    answers.set(key, { at: nowMs(), answer });
    dropOldest(answers);
    answer.catch(() => answers.delete(key));
    return answer;
  };
}

/** How much longer than its making an answer is kept: however many look, making it takes no more than a fifth of the time. */
const keptPerEffort = 4;

/**
 * Keeps an answer a few times as long as it took to make: where that is quick, everybody sees the present; where it is slow, many screens share
 * one question to the database.
 */
export function keptByEffort<T>(): Kept<T> {
  const answers = new Map<string, { until: number; readonly answer: Promise<T> }>();
  return (key, make) => {
    const known = answers.get(key);
    if (known && performance.now() < known.until) return known.answer;
    const began = performance.now();
    const entry = { until: Number.POSITIVE_INFINITY, answer: make() };
    answers.delete(key);
    answers.set(key, entry);
    dropOldest(answers);
    const done = (life: number): void => {
      entry.until = performance.now() + life;
    };
    entry.answer.then(() => done((performance.now() - began) * keptPerEffort), () => done(0));
    return entry.answer;
  };
}

function dropOldest(answers: Map<string, unknown>): void {
  for (const oldest of answers.keys()) {
    if (answers.size <= mostKept) return;
    answers.delete(oldest);
  }
}
