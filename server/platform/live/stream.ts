import type { ServerResponse } from 'node:http';
import { everything, type Topic } from './topics.ts';

/** Milliseconds and bytes of one stream. */
export interface StreamTimes {
  /** between two events to one subscriber; what comes between goes with the next */
  readonly eventEveryMs: number;
  /** after which a comment shows that the line is alive, to the browser and to every proxy between */
  readonly heartbeatMs: number;
  /** the browser's pause before it comes back */
  readonly retryMs: number;
  /** what may wait for a slow subscriber; more, and he is dropped: he comes back and looks again */
  readonly mostUnsentBytes: number;
}

/** One open response that carries events. */
export interface EventStream {
  tell(topics: readonly Topic[]): void;
  /** Sends the sign of life when it is due at `now` (milliseconds); a subscriber who has not taken the one before is dropped. */
  beat(now: number): void;
  end(): void;
}

/** More topics than this in one event say no more than "everything"; so an event stays far below what may wait for a subscriber. */
const mostTopics = 200;

/** Numbers of events in this process: that a browser sends one back says that it has been here before, and nothing else. */
let events = 0;

/**
 * Writes the head of a stream and carries its events. `comesBack`: the browser sent Last-Event-ID, so it may have missed something and is told to
 * look at everything. Proxies are asked neither to keep nor to hold back (`X-Accel-Buffering` is nginx's header for that).
 */
export function openEventStream(response: ServerResponse, times: StreamTimes, comesBack: boolean): EventStream {
  const waiting = new Set<Topic>();
  let timer: NodeJS.Timeout | undefined;
  let sentAt = Number.NEGATIVE_INFINITY;
  let beatAt = performance.now() + times.heartbeatMs;

  const write = (text: string): void => {
    response.write(text);
    if (response.writableLength > times.mostUnsentBytes) response.destroy();
  };
  const send = (): void => {
    timer = undefined;
    if (waiting.size === 0 || response.writableEnded || response.destroyed) return;
    sentAt = performance.now();
    const topics = waiting.has(everything) || waiting.size > mostTopics ? [everything] : [...waiting];
    waiting.clear();
    events += 1;
    write(`event: changed\nid: ${events}\ndata: ${JSON.stringify({ topics })}\n\n`);
  };
  const tell: EventStream['tell'] = (topics) => {
    for (const topic of topics) waiting.add(topic);
    timer ??= setTimeout(send, Math.max(0, sentAt + times.eventEveryMs - performance.now()));
  };

  response.once('close', () => clearTimeout(timer));
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store', 'x-accel-buffering': 'no', 'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'", 'referrer-policy': 'same-origin', 'cross-origin-opener-policy': 'same-origin',
  });
  write(`retry: ${times.retryMs}\nid: ${events}\n\n`);
  if (comesBack) tell([everything]);
  return {
    tell,
    beat(now) {
      if (now < beatAt || response.destroyed) return;
      beatAt = now + times.heartbeatMs;
      if (response.writableLength > 0) response.destroy();
      else write(': here\n\n');
    },
    end: () => {
      clearTimeout(timer);
      response.end();
    },
  };
}
