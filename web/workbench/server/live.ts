import { useEffect, useSyncExternalStore } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { liveLine, type LiveLine, type LiveState, type Source } from './live-line.ts';
import { useSessionEnded } from './session-end.ts';

export type { LiveState } from './live-line.ts';

/** What a page does when something changed. */
type Listener = (topics: readonly string[]) => void;

const listeners = new Set<Listener>();
/** A page that goes to another screen lets go and takes hold again in the same moment: the line outlasts it. */
const letGoMs = 1_000;
let letGo: ReturnType<typeof setTimeout> | undefined;
let holders = 0;
let line: LiveLine | undefined;

/** The one line of this page, made when first needed. */
function theLine(): LiveLine {
  if (line) return line;
  const made = liveLine({
    open: () => ('EventSource' in window ? (new EventSource('/api/v1/live') as Source) : undefined),
    changed: (topics) => {
      for (const listener of listeners) listener(topics);
    },
    chance: Math.random,
  });
  document.addEventListener('visibilitychange', () => made.seen(document.visibilityState === 'visible'));
  line = made;
  return made;
}

function hold(): () => void {
  clearTimeout(letGo);
  holders += 1;
  theLine().start();
  return () => {
    holders -= 1;
    if (holders === 0) letGo = setTimeout(() => theLine().stop(), letGoMs);
  };
}

/** Calls `act` for the first change at once and then at most every `everyMs`; what came in between counts as one. Gives the end of it. */
export function atMostEvery(everyMs: number, act: () => void): { readonly call: () => void; readonly end: () => void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let calledAt = Number.NEGATIVE_INFINITY;
  const run = (): void => {
    timer = undefined;
    calledAt = performance.now();
    act();
  };
  return {
    call: () => {
      timer ??= setTimeout(run, Math.max(0, calledAt + everyMs - performance.now()));
    },
    end: () => clearTimeout(timer),
  };
}

/** What a screen shows, by the first words of its query keys, and how often it is worth asking for again. */
export interface LiveScreen {
  /** milliseconds, 2,000 unless said; a screen whose question is dear takes more */
  readonly everyMs?: number;
  /** kinds of topics it is about (`institution`, `unit`, `party`, `calendar`, `orders`); all unless said */
  readonly kinds?: readonly string[];
}

/**
 * Keeps what a screen shows as it is on the server: queries whose key begins with one of `heads` are asked for again when something changed that the person
 * may see. All screens of the page share one line; without one they are asked for every minute. With no head it only holds the line open.
 */
export function useLive(heads: readonly string[], { everyMs = 2_000, kinds }: LiveScreen = {}): void {
  const client = useQueryClient();
  const ended = useSessionEnded();
  const wanted = heads.join(' ');
  const about = kinds?.join(' ');
  useEffect(() => {
    if (ended) return undefined;
    const ask = atMostEvery(everyMs, () => void client.invalidateQueries({ predicate: ({ queryKey: [head] }) => typeof head === 'string' && wanted.split(' ').includes(head) }));
    const listener: Listener = (topics) => {
      if (wanted !== '' && (about === undefined || topics.some((topic) => topic === '*' || about.split(' ').includes(topic.split(':')[0] ?? '')))) ask.call();
    };
    listeners.add(listener);
    const release = hold();
    return () => {
      listeners.delete(listener);
      ask.end();
      release();
    };
  }, [client, ended, wanted, about, everyMs]);
}

/** For a quiet mark in the top bar: whether this page is kept up to date by itself. */
export function useLiveState(): LiveState {
  return useSyncExternalStore((listener) => theLine().onState(listener), () => theLine().state);
}
