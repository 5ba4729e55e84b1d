/** How much work is under way in this process: more than it can do at once is turned away at the door, before it costs anything (C-AV-2). */
export interface Admission {
  /** Whether one more may come in now. */
  hasRoom(): boolean;
  /** Does `work` and counts it until it has really ended, also where nobody waits for its answer any more. */
  during<T>(work: () => Promise<T>): Promise<T>;
  readonly underWay: number;
  /** how many may be inside at once */
  readonly most: number;
}

/** How many requests one process works on at once: more than fill its batches and its connections. Twice as many would gain nothing, and on a slow day all would wait past their time instead of some being told to come again. */
export const mostUnderWay = 256;

/** What came in time; `undefined` where the time was up first, and then nobody listens to what comes after, good or bad. */
export function inTime<T>(work: Promise<T>, milliseconds: number): Promise<T | undefined> {
  return new Promise<T | undefined>((resolve, reject) => {
    const timer = setTimeout(() => resolve(undefined), milliseconds);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/** Counts work; `most` at once. What is let in is bounded, so nothing behind it can queue without end. */
export function admission(most: number): Admission {
  let underWay = 0;
  return {
    hasRoom: () => underWay < most,
    async during(work) {
      underWay += 1;
      try {
        return await work();
      } finally {
        underWay -= 1;
      }
    },
    most,
    get underWay() {
      return underWay;
    },
  };
}
