import type { FastifyInstance } from 'fastify';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { liveMessages } from '../../../contract/messages/live.ts';
import { serverMessages } from '../../../contract/messages/server.ts';
import { eventSource, type TestEventSource } from '../../../server/platform/live/event-source-for-tests.ts';
import { liveRefusals, liveStreams, myStream, openLive, type Live } from '../../../server/platform/live/index.ts';
import { httpServer, type Session } from '../../../server/platform/http/server.ts';
import { freshDatabase, type FreshDatabase } from '../../../server/testing/fresh-database.ts';
import { atMostEvery } from './live.ts';
import { liveLine, type LiveLine, type LiveState, type Source } from './live-line.ts';

const hall = 'institution:YM-440304-hall';
let fresh: FreshDatabase;
let live: Live;
let http: FastifyInstance;
let base = '';
let signedIn = true;
const lines: LiveLine[] = [];
const sources: TestEventSource[] = [];

async function serve(port = 0): Promise<void> {
  const problems = { sentences: { ...serverMessages, ...liveMessages }, statuses: { ...liveRefusals, 'session.needed': 401 } };
  const authenticate = async (): Promise<Session> => ({
    actor: signedIn ? { kind: 'staff', staffId: 's1', posts: [{ institution: 'YM-440304-hall', unit: '440304', role: 'officer' }] } : { kind: 'anonymous' }, csrfToken: null,
  });
  http = await httpServer({ routes: [], problems, authenticate, secure: false, log: false, load: () => 0 });
  await http.register(liveStreams, { live, streams: [myStream], problems, authenticate, bounds: { eventEveryMs: 20, roundMs: 10, sessionEveryMs: 40 } });
  base = await http.listen({ port, host: '127.0.0.1' });
}

/** The browser's EventSource over a real connection, its pause before coming back cut short. */
function browserSource(): Source {
  const real = eventSource(`${base}/api/v1/live`, {}, 30);
  sources.push(real);
  const source: Source = {
    get readyState() {
      return { connecting: 0, open: 1, closed: 2 }[real.state];
    },
    onopen: null, onerror: null,
    addEventListener: (_event, heard) => {
      real.onEvent = ({ topics }) => heard({ data: JSON.stringify({ topics }) });
    },
    close: () => real.close(),
  };
  real.onState = () => (real.state === 'open' ? source.onopen?.() : source.onerror?.());
  return source;
}

function aLine(open: () => Source | undefined = browserSource): { line: LiveLine; told: string[][]; states: LiveState[] } {
  const told: string[][] = [];
  const states: LiveState[] = [];
  const line = liveLine({ open, chance: () => 0.5, changed: (topics) => void told.push([...topics]), times: { pollMs: 150, spreadMs: 4, spreadAllMs: 20, hiddenMs: 50 } });
  line.onState(() => void states.push(line.state));
  lines.push(line);
  return { line, told, states };
}
const soon = <T>(look: () => T): Promise<T> => vi.waitFor(look, { timeout: 120_000, interval: 5 });
/** Waits until it is open and everything was asked for, as often as it took to open: where that is slow it asks meanwhile as it does without a line. */
async function opened(line: LiveLine, told: readonly string[][]): Promise<void> {
  await soon(() => expect(line.state).toBe('live'));
  await soon(() => expect(told.length).toBeGreaterThan(0));
  // What it asks upon opening is spread over twenty milliseconds.
  for (let last = -1; last !== told.length;) {
    last = told.length;
    await pause(200);
  }
  expect(new Set(told.flat())).toEqual(new Set(['*']));
}
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

beforeAll(async () => {
  fresh = await freshDatabase();
  live = await openLive({ pool: fresh.database.pool, times: { everyMs: 5 } });
});
afterAll(async () => {
  await live.close();
  await fresh.drop();
});
beforeEach(async () => {
  signedIn = true;
  await serve();
});
afterEach(async () => {
  for (const line of lines.splice(0)) line.stop();
  for (const source of sources.splice(0)) source.close();
  await http.close();
});

describe('The line of a desk', () => {
  it('asks for everything once when it opens, then for what changed, and not every minute besides', async () => {
    const { line, told, states } = aLine();
    line.start();
    await opened(line, told);
    const before = told.length;
    live.publish([hall, 'unit:440304', 'calendar']);
    await soon(() => expect(told.at(-1)?.sort()).toEqual(['calendar', hall]));
    await pause(400);
    expect(told).toHaveLength(before + 1);
    expect([line.state, states]).toEqual(['live', ['reconnecting', 'live']]);
  });

  it('comes back after the server did, asks for everything once, and says meanwhile that it is away', async () => {
    const { line, told, states } = aLine();
    line.start();
    await soon(() => expect(line.state).toBe('live'));
    live.publish([hall]);
    await soon(() => expect(told.at(-1)).toEqual([hall]));
    const port = Number(new URL(base).port);
    await http.close();
    await soon(() => expect(line.state).toBe('reconnecting'));
    await serve(port);
    await soon(() => expect(line.state).toBe('live'));
    await soon(() => expect(told.at(-1)).toEqual(['*']));
    live.publish(['calendar']);
    await soon(() => expect(told.at(-1)).toEqual(['calendar']));
    expect(states).toEqual(['reconnecting', 'live', 'reconnecting', 'live']);
  });

  it('is off when the session ended; everything is asked for now and then, and it opens again with a new session', async () => {
    const { line, told } = aLine();
    line.start();
    await soon(() => expect(line.state).toBe('live'));
    signedIn = false;
    await soon(() => expect(line.state).toBe('off'));
    const before = told.length;
    await soon(() => expect(told.length).toBeGreaterThan(before));
    signedIn = true;
    await soon(() => expect(line.state).toBe('live'));
  });

  it('works without server-sent events by asking every minute', async () => {
    const { line, told } = aLine(() => undefined);
    const from = performance.now();
    line.start();
    await soon(() => expect(told.length).toBeGreaterThanOrEqual(2));
    expect(told.length).toBeLessThanOrEqual(1 + (performance.now() - from) / 150);
    expect(new Set(told.flat())).toEqual(new Set(['*']));
    expect(line.state).toBe('off');
  });

  it('is let go by a page nobody sees, and taken up again with everything asked for', async () => {
    const { line, told } = aLine();
    line.start();
    await opened(line, told);
    const before = told.length;
    line.seen(false);
    line.seen(true);
    await pause(100);
    expect(line.state).toBe('live');
    line.seen(false);
    await soon(() => expect([line.state, live.subscriberCount]).toEqual(['off', 0]));
    await pause(300);
    expect(told).toHaveLength(before);
    line.seen(true);
    await soon(() => expect([line.state, told.length > before, told.at(-1)]).toEqual(['live', true, ['*']]));
  });

  it('stays closed when it was stopped, seen or not', async () => {
    const { line } = aLine();
    line.start();
    await soon(() => expect(line.state).toBe('live'));
    line.stop();
    line.seen(true);
    await soon(() => expect(live.subscriberCount).toBe(0));
    await pause(300);
    expect([line.state, live.subscriberCount]).toEqual(['off', 0]);
  });
});

describe('A dear question', () => {
  it('is asked at once and then at most as often as it is worth, the last change included', async () => {
    let asked = 0;
    const from = performance.now();
    const { call, end } = atMostEvery(100, () => void (asked += 1));
    for (let i = 0; i < 50; i += 1) {
      call();
      await pause(5);
    }
    await soon(() => expect(asked).toBeGreaterThanOrEqual(3));
    expect(asked).toBeLessThanOrEqual(2 + (performance.now() - from) / 100);
    call();
    end();
    const before = asked;
    await pause(150);
    expect(asked).toBe(before);
  });
});
