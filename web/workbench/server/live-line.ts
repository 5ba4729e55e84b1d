/** Whether changes arrive as they happen, are about to again, or are asked for every minute instead. */
export type LiveState = 'live' | 'reconnecting' | 'off';

/** What of the browser's EventSource the line uses. */
export interface Source {
  readonly readyState: number;
  onopen: (() => void) | null;
  onerror: (() => void) | null;
  addEventListener(event: 'changed', heard: (event: { readonly data: string }) => void): void;
  close(): void;
}

/** What the line is given. */
export interface LiveLineOptions {
  /** Opens the stream; undefined in a browser without server-sent events. */
  readonly open: () => Source | undefined;
  /** Something of these topics changed, or, with `*`, anything may have. */
  readonly changed: (topics: readonly string[]) => void;
  /** A share of chance, 0 to 1, so that thousands of desks do not ask in the same moment. */
  readonly chance: () => number;
  readonly times?: Partial<LiveLineTimes>;
}

/** Milliseconds. */
export interface LiveLineTimes {
  /** between two askings while nothing arrives by itself, and between two tries after a refusal */
  readonly pollMs: number;
  /** over which desks spread their asking after a change, and after a line that came back */
  readonly spreadMs: number;
  readonly spreadAllMs: number;
  /** that a page nobody sees keeps its line: a browser opens only six connections to one place over HTTP/1.1 */
  readonly hiddenMs: number;
}

/** The line of one page to the server. */
export interface LiveLine {
  readonly state: LiveState;
  onState(listener: () => void): () => void;
  start(): void;
  stop(): void;
  /** Whether somebody sees the page: seen again, it asks for everything. */
  seen(visible: boolean): void;
}

const defaults: LiveLineTimes = { pollMs: 60_000, spreadMs: 300, spreadAllMs: 5_000, hiddenMs: 30_000 };
const everything = '*';
/** EventSource.CLOSED (HTML standard §9.2.2): the browser gives up after any answer but 200. */
const closed = 2;

/** Gathers what is told and passes it on at once, a moment later; what was told meanwhile goes along. */
function gathering(pass: (topics: readonly string[]) => void) {
  const waiting = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let dueAt = 0;
  const leave = (): void => {
    timer = undefined;
    const topics = waiting.has(everything) ? [everything] : [...waiting];
    waiting.clear();
    pass(topics);
  };
  return {
    tell(topics: readonly string[], withinMs: number): void {
      for (const topic of topics) waiting.add(topic);
      const at = performance.now() + withinMs;
      if (timer !== undefined && dueAt <= at) return;
      clearTimeout(timer);
      dueAt = at;
      timer = setTimeout(leave, withinMs);
    },
    forget(): void {
      clearTimeout(timer);
      timer = undefined;
      waiting.clear();
    },
  };
}

interface Ears {
  readonly turn: (state: LiveState) => void;
  readonly tell: (topics: readonly string[], withinMs: number) => void;
}

/** One stream after the other: what the present one says is passed on, what an older one still says is not. */
function streams({ open, chance }: LiveLineOptions, time: LiveLineTimes, { turn, tell }: Ears) {
  let source: Source | undefined;
  let opened = 0;
  const disconnect = (): void => {
    source?.close();
    source = undefined;
    turn('off');
  };
  return {
    disconnect,
    connect(): void {
      disconnect();
      const one = open();
      if (!one) return;
      source = one;
      turn('reconnecting');
      one.onopen = () => {
        if (one !== source) return;
        turn('live');
        opened += 1;
        tell([everything], opened === 1 ? 0 : chance() * time.spreadAllMs);
      };
      one.onerror = () => {
        if (one === source) turn(one.readyState === closed ? 'off' : 'reconnecting');
      };
      one.addEventListener('changed', ({ data }) => {
        const { topics } = JSON.parse(data) as { topics: readonly string[] };
        if (one === source) tell(topics, chance() * (topics.includes(everything) ? time.spreadAllMs : time.spreadMs));
      });
    },
  };
}

/**
 * Keeps one stream open while the page is looked at. Each time it opens, everything is asked for once, for what happened before; while it is not open, once a
 * minute. A broken connection the browser opens again by itself; after a refusal (session ended, too many pages) the line tries with the next minute.
 */
export function liveLine(options: LiveLineOptions): LiveLine {
  const time = { ...defaults, ...options.times };
  const listeners = new Set<() => void>();
  const gathered = gathering(options.changed);
  let state: LiveState = 'off';
  let started = false;
  let polling: ReturnType<typeof setInterval> | undefined;
  let hiding: ReturnType<typeof setTimeout> | undefined;

  const turn = (next: LiveState): void => {
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener();
  };
  const { connect, disconnect } = streams(options, time, { turn, tell: gathered.tell });
  const poll = (): void => {
    if (state === 'live') return;
    gathered.tell([everything], options.chance() * time.spreadMs);
    if (state === 'off') connect();
  };
  const run = (): void => {
    started = true;
    if (polling !== undefined) return;
    polling = setInterval(poll, time.pollMs);
    connect();
  };
  const rest = (): void => {
    clearInterval(polling);
    polling = undefined;
    gathered.forget();
    disconnect();
  };

  return {
    get state() {
      return state;
    },
    onState(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    start: run,
    stop() {
      started = false;
      clearTimeout(hiding);
      rest();
    },
    seen(visible) {
      clearTimeout(hiding);
      if (!started) return;
      if (visible) run();
      else hiding = setTimeout(rest, time.hiddenMs);
    },
  };
}
