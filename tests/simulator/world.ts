import { createHash } from 'node:crypto';
import type { Chance } from './chance.ts';

/** One process of the city: a server. What it does goes on only while it is alive and not stopped. */
export interface Process {
  readonly name: string;
  alive: boolean;
  stopped: boolean;
  /** How far its monotonic clock is behind the true time: it stood still while the machine slept. */
  behindMs: number;
}

/** Something that can happen next. */
interface Event {
  readonly owner: Process | null;
  readonly what: string;
  readonly run: () => void;
}

/** How likely each fault is, as one in so many; 0 is never. */
export interface Faults {
  connectionRefused: number;
  answerLost: number;
  aborted: number;
  deadlock: number;
  slowCommit: number;
  netFails: number;
  netAnswerLost: number;
}

/** No faults at all. */
export const calm: Faults = { connectionRefused: 0, answerLost: 0, aborted: 0, deadlock: 0, slowCommit: 0, netFails: 0, netAnswerLost: 0 };

/** Time, order and chance of one run. */
export interface World {
  readonly chance: Chance;
  readonly counts: Record<string, number>;
  faults: Faults;
  /** True time in milliseconds; the clocks of the database and of processes are read off it, each with its own fault. */
  ms: number;
  databaseAheadMs: number;
  current: Process | null;
  later(owner: Process | null, what: string, run: () => void): void;
  /** Lets one of the things that can happen next happen, and everything that follows from it at once. False where nothing can. */
  step(): Promise<boolean>;
  /** Everything a dead process was about to do is forgotten. */
  forget(owner: Process): void;
  readonly waiting: () => number;
  note(line: string): void;
  count(what: string): void;
  trace(): string;
}

// Node's own, whatever the product was given: it fires after every promise that can settle has settled.
const settled = (): Promise<void> => new Promise((resume) => setImmediate(resume));

/** A world at a moment; `tell` hears everything that happens in it. */
export function worldOf(chance: Chance, ms: number, tell?: (line: string) => void): World {
  let events: Event[] = [];
  const hash = createHash('sha256');
  let lines = '';
  const world: World = {
    chance, counts: {}, faults: { ...calm }, ms, databaseAheadMs: 0, current: null,
    later: (owner, what, run) => void events.push({ owner, what, run }),
    async step() {
      const runnable = events.some((event) => event.owner?.stopped === true) ? events.flatMap((event, at) => (event.owner?.stopped === true ? [] : [at])) : null;
      const count = runnable ? runnable.length : events.length;
      if (count === 0) return false;
      const drawn = chance.below(count);
      const at = runnable ? (runnable[drawn] ?? 0) : drawn;
      const event = events[at] as Event;
      const last = events.pop() as Event;
      if (last !== event) events[at] = last;
      world.ms += chance.below(12);
      world.current = event.owner;
      world.note(event.what);
      event.run();
      await settled();
      world.current = null;
      return true;
    },
    forget: (owner) => void (events = events.filter((event) => event.owner !== owner)),
    waiting: () => events.length,
    note(line) {
      tell?.(`${new Date(world.ms).toISOString()} ${world.current?.name ?? '-'}: ${line}`);
      lines += `${line}\n`;
      if (lines.length < 16_384) return;
      hash.update(lines);
      lines = '';
    },
    count: (what) => void (world.counts[what] = (world.counts[what] ?? 0) + 1),
    trace: () => hash.copy().update(lines).digest('hex').slice(0, 16),
  };
  return world;
}
