import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../db/database.ts';
import { notificationLine, type Hearing, type NotificationLine } from '../db/notification-line.ts';
import { payloadsOf, readPayload } from './payload.ts';
import { subscribersByTopic, type Subscribers, type Tell } from './subscribers.ts';
import { everything, type Topic } from './topics.ts';

/** "Something changed", from whoever changed it to whoever looks at it, in every process of the installation. Nothing is kept: who was away looks again. */
export interface Live {
  /** Says that something of these topics changed. Call it after the commit; it never waits and never fails. */
  publish(topics: readonly Topic[]): void;
  /** Tells `tell` which of these topics changed, in batches, or `['*']` where something may have been missed. Gives the end of it. */
  subscribe(topics: readonly Topic[], tell: Tell): () => void;
  /** Whether changes of other processes arrive at this moment. */
  readonly isListening: boolean;
  readonly subscriberCount: number;
  close(): Promise<void>;
}

/** What it is built on. */
export interface LiveOptions {
  readonly pool: Database['pool'];
  /** a subscriber that threw, a notification that could not be sent: for the log */
  readonly onFault?: (error: unknown) => void;
  /** milliseconds; other than the defaults in tests only */
  readonly times?: Partial<LiveTimes>;
}

/** Milliseconds. */
export interface LiveTimes {
  /** between two notifications of one process */
  readonly everyMs: number;
  /** before the first new try after a lost connection; doubles up to `mostBackOffMs` */
  readonly backOffMs: number;
  readonly mostBackOffMs: number;
  /** between two signs of life asked of the listening connection */
  readonly probeMs: number;
  /** which it may take to give one */
  readonly answerMs: number;
}

const channel = 'yimen_live';
const defaults: LiveTimes = { everyMs: 300, backOffMs: 200, mostBackOffMs: 15_000, probeMs: 30_000, answerMs: 10_000 };
/** More topics than this waiting at once are told as "look at everything": memory and the database's queue stay bounded. */
const mostWaiting = 2_048;

/** Opens the line to the other processes and waits for the first connection; without one it goes on trying, and tells only its own subscribers meanwhile. */
export async function openLive({ pool, onFault = () => undefined, times }: LiveOptions): Promise<Live> {
  const time = { ...defaults, ...times };
  const from = randomUUID();
  const subscribers = subscribersByTopic(onFault);
  const line = notificationLine(pool, channel, time.answerMs);
  const ear = await keepListening(line, time, (payload) => {
    const told = readPayload(payload);
    if (told && told.from !== from) subscribers.tell(told.topics);
  }, () => subscribers.tell([everything]));
  const mouth = speakInBatches(line, from, subscribers, time, onFault);
  return {
    publish: mouth.publish,
    subscribe: subscribers.add,
    get isListening() {
      return ear.isListening();
    },
    get subscriberCount() {
      return subscribers.count;
    },
    close: async () => {
      await mouth.close();
      await ear.close();
    },
  };
}

/** A set that holds at most so many topics; one more, and it says "everything" instead. */
function take(into: Set<Topic>, topics: Iterable<Topic>): void {
  for (const topic of topics) {
    if (into.has(everything)) return;
    into.add(topic);
    if (topic !== everything && into.size <= mostWaiting) continue;
    into.clear();
    into.add(everything);
  }
}

/**
 * Own subscribers are told at once when a batch leaves, the other processes by one statement for the batch. It is a transaction of its own:
 * a NOTIFY inside a command's transaction would hold PostgreSQL's one lock for notifying commits until that commit is on disk, and so make
 * all commands commit one after another (docs/decisions/0014).
 */
function speakInBatches(line: NotificationLine, from: string, subscribers: Subscribers, time: LiveTimes, onFault: (error: unknown) => void) {
  const waiting = new Set<Topic>();
  const unsent = new Set<Topic>();
  let timer: NodeJS.Timeout | undefined;
  let sending: Promise<void> | undefined;
  let notBefore = 0;
  let backOffMs = time.backOffMs;
  let closed = false;

  async function send(): Promise<void> {
    const topics = [...unsent];
    unsent.clear();
    try {
      await line.notify(payloadsOf({ from, topics }));
      backOffMs = time.backOffMs;
    } catch (error) {
      onFault(error);
      take(unsent, topics);
      notBefore = performance.now() + backOffMs;
      backOffMs = Math.min(backOffMs * 2, time.mostBackOffMs);
    }
  }

  function leave(): void {
    timer = undefined;
    notBefore = performance.now() + time.everyMs;
    const topics = [...waiting];
    waiting.clear();
    take(unsent, topics);
    subscribers.tell(topics);
    sending = send().finally(() => {
      sending = undefined;
      schedule();
    });
  }

  function schedule(): void {
    if (timer || sending || closed || waiting.size + unsent.size === 0) return;
    timer = setTimeout(leave, Math.max(0, notBefore - performance.now()));
  }

  return {
    publish(topics: readonly Topic[]): void {
      if (closed) return;
      take(waiting, topics);
      schedule();
    },
    async close(): Promise<void> {
      closed = true;
      clearTimeout(timer);
      await sending;
      if (waiting.size + unsent.size === 0) return;
      leave();
      await sending;
    },
  };
}

/** Keeps one listening connection open for as long as the process lives; `again` is called when it came back after a time in which something may have been said. */
async function keepListening(line: NotificationLine, time: LiveTimes, heard: (payload: string) => void, again: () => void) {
  const stopped = new AbortController();
  let hearing: Hearing | undefined;
  let giveUp: () => void = () => undefined;
  let wasAway = false;
  const pause = (ms: number): Promise<unknown> => sleep(ms, undefined, { signal: stopped.signal, ref: false }).catch(() => undefined);

  /** Opens a connection; answers whether one came about, and how to wait for its loss. */
  async function open(): Promise<{ lost: Promise<void> } | undefined> {
    if (stopped.signal.aborted) return undefined;
    const lost = new Promise<void>((resolve) => {
      giveUp = resolve;
    });
    try {
      hearing = await line.listen(heard, giveUp);
    } catch {
      wasAway = true;
      return undefined;
    }
    if (wasAway) again();
    return { lost };
  }

  async function hear(lost: Promise<void>): Promise<void> {
    const probing = setInterval(() => void hearing?.probe(), time.probeMs);
    probing.unref();
    if (stopped.signal.aborted) giveUp();
    await lost;
    clearInterval(probing);
    const ended = hearing;
    hearing = undefined;
    wasAway = true;
    await ended?.end();
  }

  async function goOn(first: Awaited<ReturnType<typeof open>>): Promise<void> {
    let backOffMs = time.backOffMs;
    for (let opened = first; !stopped.signal.aborted; opened = await open()) {
      if (opened) await hear(opened.lost);
      backOffMs = opened ? time.backOffMs : Math.min(backOffMs * 2, time.mostBackOffMs);
      // Not all processes at the same moment.
      // eslint-disable-next-line no-restricted-properties -- spreads tries to connect; nothing hangs on it
      await pause(backOffMs * (0.5 + Math.random() / 2));
    }
    await hearing?.end();
  }

  const running = goOn(await open());
  return {
    isListening: () => hearing !== undefined,
    async close(): Promise<void> {
      stopped.abort();
      giveUp();
      await running;
    },
  };
}
