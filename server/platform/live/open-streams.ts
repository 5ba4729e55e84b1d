import { refuse, type Refusal } from '../../kernel/decider.ts';
import type { Live } from './live.ts';
import type { LiveRefusalCode } from './refusals.ts';
import type { EventStream, StreamTimes } from './stream.ts';
import type { Topic } from './topics.ts';

/** How long, how often, how many. */
export interface StreamBounds extends StreamTimes {
  /** milliseconds between two looks at the session of an open stream */
  readonly sessionEveryMs: number;
  /** milliseconds between two rounds over all streams */
  readonly roundMs: number;
  /** open in this process at once */
  readonly mostOpen: number;
}

/** A stream about to be opened. */
export interface Entering {
  /** under which name it is counted: a session or an address */
  readonly owner: string;
  readonly stream: EventStream;
  readonly topics: readonly Topic[];
  /** What the caller may hear now; undefined when nothing any more. */
  readonly ask: () => Promise<readonly Topic[] | undefined>;
}

/** The streams open in this process. */
export interface OpenStreams {
  /** Why this owner may open no further one; undefined when he may. */
  refusal(owner: string, most: number): Refusal<LiveRefusalCode> | undefined;
  /** Gives what to call when the connection is closed. */
  add(entering: Entering): () => void;
  /** Ends all of them and lets nobody in. */
  close(): void;
}

/** Looks at the session that may fail one after the other before the stream ends: a database away for a moment ends nobody's. */
const failuresBorne = 3;

interface Open extends Entering {
  isOpen: boolean;
  heard: readonly Topic[];
  leave: () => void;
  lookAt: number;
  failures: number;
}

/** Counts the streams, keeps them alive with one clock for all, and ends those whose session ended. */
export function openStreams(live: Live, bounds: StreamBounds): OpenStreams {
  const open = new Set<Open>();
  const held = new Map<string, number>();
  let closing = false;
  const rounds = setInterval(() => {
    const now = performance.now();
    for (const one of open) {
      one.stream.beat(now);
      if (now < one.lookAt) continue;
      one.lookAt = now + bounds.sessionEveryMs;
      void lookAgain(live, one);
    }
  }, bounds.roundMs);
  rounds.unref();

  return {
    refusal(owner, most) {
      if (closing || open.size >= bounds.mostOpen) return refuse('live.full');
      if ((held.get(owner) ?? 0) >= most) return refuse('live.too_many_of_one', { most });
      return undefined;
    },
    add(entering) {
      const { owner, topics, stream } = entering;
      const one: Open = { ...entering, isOpen: true, heard: topics, leave: live.subscribe(topics, stream.tell), lookAt: performance.now() + bounds.sessionEveryMs, failures: 0 };
      open.add(one);
      held.set(owner, (held.get(owner) ?? 0) + 1);
      return () => {
        if (!one.isOpen) return;
        one.isOpen = false;
        one.leave();
        open.delete(one);
        const left = (held.get(owner) ?? 1) - 1;
        if (left > 0) held.set(owner, left);
        else held.delete(owner);
      };
    },
    close() {
      closing = true;
      clearInterval(rounds);
      for (const one of open) one.stream.end();
    },
  };
}

/** Ends the stream of a session that ended; follows the topics of posts that changed. */
async function lookAgain(live: Live, one: Open): Promise<void> {
  try {
    const topics = await one.ask();
    one.failures = 0;
    if (!one.isOpen) return;
    if (!topics) {
      one.stream.end();
      return;
    }
    if (topics.length === one.heard.length && topics.every((topic, i) => topic === one.heard[i])) return;
    one.leave();
    one.heard = topics;
    one.leave = live.subscribe(topics, one.stream.tell);
  } catch {
    one.failures += 1;
    if (one.failures >= failuresBorne) one.stream.end();
  }
}
