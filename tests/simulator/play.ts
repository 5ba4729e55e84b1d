import { act, filing, stolen } from './acts.ts';
import type { Product } from './bundle-load.ts';
import { chanceOf } from './chance.ts';
import { endpoint, matterNow, startServer, type City, type Ground, type Server } from './city.ts';
import { simulatedDatabase } from './database.ts';
import { finalFaults } from './final-invariants.ts';
import { journalOf, type Entry } from './journal.ts';
import type { WeakDatabase } from './tables.ts';
import type { Play } from './played.ts';
import { simulatedNet } from './net.ts';
import { stepChecker } from './step-invariants.ts';
import { calm, worldOf, type Process } from './world.ts';

/** What came of one seed. `faults` are invariants that did not hold, in words; none in a product without defects. */
export interface Run {
  readonly seed: number;
  readonly faults: readonly string[];
  /** the same for the same seed and product, whatever ran before */
  readonly trace: string;
  readonly events: number;
  readonly counts: Readonly<Record<string, number>>;
}

const hour = 3_600_000;
const day = 24 * hour;
const mostEvents = 12_000;

/** Plays one seed: a city of two servers over one database, its people, its faults; then peace, until nothing is left to do; and what must be true then. */
export async function play(product: Product, ground: Ground, seed: number, weak: WeakDatabase = {}, tell?: (line: string) => void): Promise<Run> {
  const chance = chanceOf(seed);
  // From January to November: the calendar of the ground reaches into the year after.
  const world = worldOf(chance, Date.UTC(2026, 0, 4) + chance.below(300) * day + chance.below(day), tell);
  const faults: string[] = [];
  const checker = stepChecker(product, faults, () => database.tables, world);
  const database = simulatedDatabase(world, checker, weak);
  const city: City = { product, ground, world, database, net: simulatedNet(world), onFault: (error) => void faults.push(`the product failed: ${String((error as Error).stack ?? error)}`), tellCalendar: (from) => tellCalendar(run, from) };
  const run: Play = { city, journal: journalOf(city, checker.reasonsOf), servers: [], matters: [], faults, starting: 0, serial: 0, changes: 0, hearing: 0 };
  product.enter(surroundingsOf(city));
  for (const name of ['one', 'two']) start(run, name);
  const events = { count: 0 };
  await troubledTimes(run, events);
  const rested = await peace(run, events);
  if (!rested) faults.push('the city does not come to rest');
  else if (faults.length === 0) faults.push(...(await finalFaults(run, checker)));
  return { seed, faults, trace: world.trace(), events: events.count, counts: world.counts };
}

function surroundingsOf({ world, net, database }: City): Parameters<Product['enter']>[0] {
  let serial = 0;
  const running = (): Process => world.current ?? { name: 'nobody', alive: true, stopped: false, behindMs: 0 };
  return {
    monotonicMs: () => world.ms - running().behindMs,
    wallMs: () => database.nowMs(),
    bytes: (length) => world.chance.bytes(length),
    newId() {
      serial += 1;
      const bytes = world.chance.bytes(10).toString('hex');
      return `${Math.floor(world.ms).toString(16).padStart(12, '0').replace(/^(.{8})/, '$1-')}-7${(serial % 4096).toString(16).padStart(3, '0')}-8${bytes.slice(0, 3)}-${bytes.slice(3, 15)}`;
    },
    soon: (then) => world.later(world.current, 'soon', then),
    send: (outgoing) => net.call(running(), outgoing),
  };
}

/** Starts a server; it is there when it has asked the database for its time. */
function start(run: Play, name: string): void {
  const process: Process = { name, alive: true, stopped: false, behindMs: 0 };
  run.starting += 1;
  run.city.world.later(process, `start ${name}`, () => {
    startServer(run.city, process).then(
      (server) => {
        run.starting -= 1;
        run.servers.push(server);
      },
      () => {
        run.starting -= 1;
        start(run, name);
      },
    );
  });
}

function tellCalendar(run: Play, from: Process): void {
  for (const server of run.servers.filter((one) => one.name !== from.name)) {
    run.hearing += 1;
    run.city.world.later(null, 'hear of the calendar', () => {
      run.hearing -= 1;
      if (server.alive) void server.context.calendar.refresh();
    });
  }
}

/** Something of the product done beside the commands; what the database or the net did to it, it may say. */
function quietly(run: Play, doing: () => Promise<unknown>): void {
  doing().catch((error: unknown) => {
    if ((error as { code?: string }).code === undefined && !/^(Connection terminated|Query read timeout)/.test(String((error as Error).message))) run.city.onFault(error);
  });
}

async function troubledTimes(run: Play, events: { count: number }): Promise<void> {
  const { world } = run.city;
  const { chance } = world;
  const rate = (...rates: readonly number[]): number => chance.pick(rates);
  // Each run has faults of its own choice: where everything fails at once, nothing deep is ever reached.
  world.faults = { connectionRefused: rate(0, 0, 0, 50, 15), answerLost: rate(0, 0, 0, 40, 15), aborted: rate(0, 0, 0, 30, 12), deadlock: rate(0, 4), slowCommit: rate(0, 0, 2), netFails: rate(0, 0, 6, 3), netAnswerLost: rate(0, 0, 8, 4) };
  const mishaps = (['crash', 'jump', 'sleep', 'restart', 'lock', 'calendar'] as const).filter(() => chance.oneIn(3));
  // Mostly a few acts, for most mistakes need no more; now and then a long run.
  const wanted = chance.oneIn(25) ? 12 + chance.below(20) : 2 + chance.below(5);
  const mostMatters = 1 + chance.below(3);
  // Some runs are leisurely, one thing after the other; in others everybody comes at once.
  const haste = rate(12, 9, 5, 2);
  for (let sent = 0; sent < wanted && run.faults.length === 0 && events.count < mostEvents / 2;) {
    if (run.servers.length > 0 && (world.waiting() === 0 || chance.oneIn(haste))) {
      const drawn = chance.below(100);
      if (drawn < 56) sent += client(run, mostMatters);
      else if (drawn < 80) tick(run, chance.pick(run.servers));
      else if (drawn < 91) leap(run);
      else if (mishaps.length > 0) mishap(run, chance.pick(mishaps));
      continue;
    }
    await world.step();
    events.count += 1;
  }
}

/** A client does something: files, acts, asks again after silence, clicks twice, takes another's id. */
function client(run: Play, mostMatters: number): number {
  const { city, journal } = run;
  const { chance } = city.world;
  const server = chance.pick(run.servers);
  const unanswered = journal.entries.filter((entry) => entry.tries.at(-1)?.answer === 'unknown');
  if (unanswered.length > 0 && chance.oneIn(2)) return journal.send(server, chance.pick(unanswered)), 0;
  if (journal.entries.length > 0 && chance.oneIn(14)) return journal.send(server, chance.pick(journal.entries)), 0;
  if (journal.entries.length > 0 && chance.oneIn(16)) return takeId(run, server);
  let command;
  if (run.matters.length < mostMatters && (run.matters.length === 0 || chance.oneIn(5))) {
    run.serial += 1;
    command = filing(city, chance.oneIn(3) ? 7 * chance.below(6) : chance.below(40), run.serial);
    run.matters.push(command.matterId);
  } else {
    const matterId = chance.pick(run.matters);
    const row = city.database.tables.states.get(matterId);
    const matter = matterNow(city.database, matterId);
    command = row && matter ? act(city, matterId, matter, row.seq) : undefined;
  }
  if (!command) return 1;
  const entry: Entry = { command, stolen: false, tries: [] };
  journal.entries.push(entry);
  journal.send(server, entry);
  if (chance.oneIn(7)) journal.send(chance.pick(run.servers), entry);
  return 1;
}

function takeId(run: Play, server: Server): number {
  const done = run.journal.entries.filter((entry) => !entry.stolen && run.city.database.tables.commands.has(`${entry.command.matterId} ${entry.command.commandId}`));
  const from = done.length > 0 ? run.city.world.chance.pick(done) : undefined;
  const matter = from && matterNow(run.city.database, from.command.matterId);
  if (!from || !matter) return 0;
  const entry: Entry = { command: stolen(run.city, from.command), stolen: true, tries: [] };
  run.journal.entries.push(entry);
  run.journal.send(server, entry);
  return 0;
}

/** What comes with time, on one server: clocks that turned, timers, jobs, deliveries, places in the log. */
function tick(run: Play, server: Server): void {
  const { product, world } = run.city;
  // The sequencer looks every second and after every write: more often than anything else.
  const drawn = world.chance.below(5);
  world.later(server, `tick ${String(drawn)}`, () => {
    if (drawn === 0) quietly(run, () => product.sweepClocks(server.handle, server.context.now(), 1 + world.chance.below(20)).then(() => server.worker.wake()));
    if (drawn === 1) quietly(run, () => product.ringTimers(server.handle, server.context.now(), 20).then(() => server.worker.wake()));
    if (drawn === 2) {
      server.worker.wake();
      server.deliverer.wake();
    }
    if (drawn > 2) quietly(run, () => server.sequencer.round());
  });
}

/** Time goes on: some minutes, a night, a holiday. */
function leap(run: Play): void {
  const { world } = run.city;
  const { chance } = world;
  // A message between the servers takes no hours.
  if (run.hearing > 0) return;
  world.ms += chance.pick([chance.below(10 * 60_000), chance.below(20 * hour), chance.below(4 * day), chance.below(12 * day)]);
  world.note('leap');
}

type Mishap = 'crash' | 'jump' | 'sleep' | 'restart' | 'lock' | 'calendar';

function mishap(run: Play, what: Mishap): void {
  const { world, database } = run.city;
  const { chance } = world;
  const server = chance.pick(run.servers);
  switch (what) {
    case 'crash':
      return crash(run, server);
    case 'sleep':
      return sleep(run, server);
    case 'restart':
      world.count('database killed');
      return database.restart();
    case 'lock':
      world.count('locks lost');
      return database.breakLock();
    case 'jump':
      world.count('clock of the database jumped');
      world.databaseAheadMs += chance.pick([-500, 700, 1_500, -5_000, 40_000, hour, -hour]);
      return;
    case 'calendar':
      return closure(run);
  }
}

/** A server is killed: what it was about to do never happens, and it is started again. */
function crash(run: Play, server: Server): void {
  const { world, database } = run.city;
  world.count('servers killed');
  world.note(`kill ${server.name}`);
  server.alive = false;
  world.forget(server);
  database.endSessionsOf(server);
  run.journal.lost(server);
  run.servers.splice(run.servers.indexOf(server), 1);
  start(run, server.name);
}

/** A server stops for a while and goes on as if nothing had been: its clock may have stood still (a suspended machine) or run on (a stopped process). */
function sleep(run: Play, server: Server): void {
  const { world, database } = run.city;
  const { chance } = world;
  world.count('servers asleep');
  server.stopped = true;
  const length = chance.pick([2_000, 45_000, 3 * hour, 3 * day]);
  const suspended = chance.oneIn(2);
  if (chance.oneIn(2)) database.endSessionsOf(server);
  world.later(null, 'wake up', function wake() {
    // Others go on meanwhile.
    if (!chance.oneIn(6) && world.waiting() > 1) return world.later(null, 'sleep on', wake);
    world.ms += length;
    if (suspended) server.behindMs += length;
    server.stopped = false;
    // What comes every so many seconds is overdue.
    world.later(server, 'after sleep', () => server.worker.wake());
  });
}

/** The city orders a closure: a working day somewhere ahead is none any more, and every limit that reaches it is counted anew. */
function closure(run: Play): void {
  const { city } = run;
  const { world, database } = city;
  const on = new Date(world.ms + (1 + world.chance.below(20)) * day).toISOString().slice(0, 10);
  if (database.tables.closures.includes(on)) return;
  world.count('closures ordered');
  run.changes += 1;
  database.tables.closures = [...database.tables.closures, on];
  const server = world.chance.pick(run.servers);
  const changeId = `change-${String(run.changes)}`;
  // As the calendar domain does: the change and its job are committed together.
  database.tables.jobs.set(changeId, { job_id: changeId, matter_id: endpoint, kind: 'matters.when_calendar_changed_recompute', payload: JSON.stringify({ changeId, firstDay: on }), runAtMs: database.nowMs(), attempts: 0, lastError: null });
  world.later(server, 'calendar changed', () => void server.context.calendar.refresh());
}

/** Everything works again: both servers are up, jobs and deliveries wait for their time, until nothing is left to do. False where that does not come about. */
async function peace(run: Play, events: { count: number }): Promise<boolean> {
  const { world, database, product } = run.city;
  world.faults = { ...calm };
  const settle = async (): Promise<boolean> => {
    while (events.count < mostEvents && run.faults.length === 0) {
      if (!(await world.step())) return true;
      events.count += 1;
    }
    return false;
  };
  if (!(await settle())) return false;
  if (world.databaseAheadMs < 0) {
    world.ms -= world.databaseAheadMs;
    world.databaseAheadMs = 0;
  }
  for (const server of [...run.servers]) if (world.chance.oneIn(6)) crash(run, server);
  if (!(await settle())) return false;
  for (const job of database.tables.jobs.values()) if (job.attempts >= 12) job.attempts = 0;
  for (let round = 0; round < 80; round += 1) {
    const server = world.chance.pick(run.servers);
    world.later(server, 'peace', () => {
      quietly(run, async () => {
        // As the guard of the clocks does every two seconds (server/platform/db/clock-guard.ts): a database that was set forward in troubled times is believed.
        await server.context.pipeline.clock.sample();
        await product.ringTimers(server.handle, server.context.now(), 100);
        while ((await product.sweepClocks(server.handle, server.context.now(), 100)).length > 0);
        await server.worker.drain();
        await server.deliverer.drain();
        for (const one of run.servers) await one.sequencer.round();
      });
    });
    if (!(await settle())) return false;
    if (isAtRest(run)) return true;
    world.ms += nextMs(run);
  }
  return false;
}

function isAtRest({ city: { database } }: Play): boolean {
  const { tables } = database;
  const now = new Date(database.nowMs()).toISOString();
  const isDue = [...tables.clocks.values()].some((clock) => !clock.passed && clock.due_at < now) || [...tables.timers.values()].some((timer) => !timer.rung && timer.due_at < now);
  return !isDue && tables.jobs.size === 0 && [...tables.deliveries.values()].every((one) => one.state !== 'pending') && tables.log.waiting.length === 0 && tables.access.waiting.length === 0;
}

/** Milliseconds until the next job or delivery may be tried. */
function nextMs({ city: { database } }: Play): number {
  const { tables } = database;
  const moments = [...[...tables.jobs.values()].map((job) => job.runAtMs), ...[...tables.deliveries.values()].flatMap((one) => (one.state === 'pending' && one.next_try_at !== null ? [Date.parse(one.next_try_at)] : []))];
  return moments.length === 0 ? 1_000 : Math.max(1_000, Math.min(...moments) - database.nowMs() + 1);
}
