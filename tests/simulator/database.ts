import type pg from 'pg';
import { execute, mattersOf, locksOf, type Batch } from './append.ts';
import { databaseError } from './database-error.ts';
import { carryOutForLogs } from './log-statements.ts';
import { carryOut } from './statements.ts';
import { emptyTables, type Tables, type WeakDatabase } from './tables.ts';
import type { Process, World } from './world.ts';

/** The port Store: a database with transactions, whose answers, and whose being there, chance decides on. */
export interface SimulatedDatabase {
  readonly tables: Tables;
  nowMs(): number;
  /** The pool of a process, as `pg` gives it. */
  poolOf(owner: Process): pg.Pool;
  /** The database is killed and comes back: what was not committed is gone, every connection is cut. */
  restart(): void;
  /** A session of a process ends: the locks it held are free. */
  endSessionsOf(owner: Process): void;
  /** The lock of the sequencer is lost, by a failover or a pooler, and its holder does not know. */
  breakLock(): void;
}

/** What the database says of matters it was to write to: that it did, or that it could not, for another reason than that somebody was faster. */
export interface Told {
  committed(matterIds: readonly string[]): void;
  hindered(matterIds: readonly string[]): void;
}

interface Session {
  readonly owner: Process;
  open: boolean;
}

interface Request {
  readonly session: Session;
  readonly text: string;
  readonly values: readonly unknown[];
  readonly done: (rows: readonly object[]) => void;
  readonly failed: (error: unknown) => void;
  readonly askedMs: number;
  answered: boolean;
}

/** An answer that takes longer is given up: the product's pool is built so (server/platform/db/database.ts). */
const patienceMs = 10_000;

const cut = (): Error => Object.assign(databaseError('ECONNRESET'), { message: 'Connection terminated unexpectedly' });
const isAppend = (text: string): boolean => text.startsWith('select matters.append($1') || text.startsWith('select platform.append($1');

/** A database over a world. */
export function simulatedDatabase(world: World, told: Told, weak: WeakDatabase): SimulatedDatabase {
  const tables = emptyTables();
  const locked = new Set<string>();
  let blocked: Request[] = [];
  let lockedBy: Session | undefined;
  let drawn = 0;
  let life = 0;
  const { chance } = world;
  const nowMs = (): number => Math.floor(world.ms + world.databaseAheadMs);
  const draw = (): number => (drawn += 1);

  function answer(request: Request, settle: () => void): void {
    if (request.answered || !request.session.owner.alive) return;
    request.answered = true;
    world.later(request.session.owner, 'answer', () => (world.ms - request.askedMs > patienceMs ? request.failed(new Error('Query read timeout')) : settle()));
  }
  const refuse = (request: Request, error: unknown): void => answer(request, () => request.failed(error));
  function reply(request: Request, rows: readonly object[]): void {
    const lost = chance.oneIn(world.faults.answerLost);
    if (lost) world.count('answers lost');
    answer(request, () => (lost ? request.failed(cut()) : request.done(rows)));
  }

  function arrive(request: Request): void {
    // A statement on its way from a process that died meanwhile arrives or not; nobody hears its answer.
    if (!request.session.owner.alive && chance.oneIn(2)) return;
    if (!request.session.open) return refuse(request, cut());
    if (chance.oneIn(world.faults.connectionRefused)) {
      world.count('statements that never came');
      return refuse(request, cut());
    }
    if (chance.oneIn(world.faults.answerLost * 2)) {
      // The client has waited long enough; the statement is carried out all the same, later.
      world.count('statements given up that came late');
      refuse(request, new Error('Query read timeout'));
      return world.later(null, 'late', () => arrive(request));
    }
    if (isAppend(request.text)) return begin(request);
    try {
      reply(request, statement(request));
    } catch (error) {
      if ((error as { code?: string }).code === undefined) throw error;
      refuse(request, error);
    }
  }

  function statement({ session, text, values }: Request): readonly object[] {
    const asked = { values, nowMs: nowMs(), isLocked: (matterId: string) => locked.has(matterId) };
    const take = (): boolean => {
      if (lockedBy !== undefined && lockedBy !== session && lockedBy.open) return false;
      lockedBy = session;
      return true;
    };
    return carryOutForLogs(tables, text, asked, take, weak) ?? carryOut(tables, text, asked);
  }

  /** Waits for whoever writes to the same matters, carries the batch out, and leaves its commit to chance and time. */
  function begin(request: Request): void {
    const batch = JSON.parse(request.values[0] as string) as Batch;
    const matterIds = mattersOf(batch);
    if (locksOf(batch).some((id) => locked.has(id))) {
      // Whoever holds nothing yet deadlocks with nobody: only a batch over several matters can.
      if (matterIds.length > 1 && chance.oneIn(world.faults.deadlock)) {
        world.count('deadlocks');
        told.hindered(matterIds);
        return refuse(request, databaseError('40P01'));
      }
      blocked.push(request);
      return;
    }
    try {
      const executed = execute(tables, batch, nowMs(), draw, weak);
      for (const id of executed.locks) locked.add(id);
      const begun = life;
      world.later(null, 'commit', function commit() {
        if (begun !== life) return refuse(request, cut());
        // Some transactions take their time: others that began later are seen before them.
        if (chance.oneIn(world.faults.slowCommit)) return world.later(null, 'commit later', commit);
        end(request, executed);
      });
    } catch (error) {
      const { code } = error as { code?: string };
      if (code === undefined) throw error;
      if (code === 'YM001') told.hindered(matterIds);
      refuse(request, error);
    }
  }

  function end(request: Request, executed: ReturnType<typeof execute>): void {
    for (const id of executed.locks) locked.delete(id);
    const waiting = blocked;
    blocked = [];
    for (const one of waiting) world.later(null, 'unblocked', () => arrive(one));
    if (chance.oneIn(world.faults.aborted)) {
      world.count('transactions aborted');
      return refuse(request, cut());
    }
    executed.commit();
    told.committed(executed.matterIds);
    reply(request, [{ ms: String(nowMs()) }]);
  }

  function ask(session: Session, text: string, values: readonly unknown[]): Promise<{ rows: readonly object[]; rowCount: number; command: string }> {
    return new Promise((resolve, failed) => {
      const request: Request = { session, text, values, failed, answered: false, askedMs: world.ms, done: (rows) => resolve({ rows, rowCount: rows.length, command: 'SELECT' }) };
      world.later(null, 'ask', () => arrive(request));
    });
  }

  type Query = string | { readonly text: string; readonly values?: readonly unknown[] };
  const asking = (session: Session) => (query: Query, values: readonly unknown[] = []) => (typeof query === 'string' ? ask(session, query, values) : ask(session, query.text, query.values ?? []));
  const sessions = new Set<Session>();
  const clientOf = (owner: Process): pg.Client => {
    const session: Session = { owner, open: true };
    sessions.add(session);
    const end = (): Promise<void> => {
      session.open = false;
      return Promise.resolve();
    };
    return { query: asking(session), connect: () => Promise.resolve(), end, on: () => undefined } as unknown as pg.Client;
  };
  return {
    tables, nowMs,
    restart() {
      life += 1;
      locked.clear();
      for (const request of blocked.splice(0)) refuse(request, cut());
      for (const session of sessions) session.open = false;
    },
    poolOf(owner) {
      const session: Session = { owner, open: true };
      const query = asking(session);
      return { query, connect: () => Promise.resolve({ query, release: () => undefined }), end: () => Promise.resolve(), beside: () => clientOf(owner) } as unknown as pg.Pool;
    },
    endSessionsOf: (owner) => sessions.forEach((session) => void (session.owner === owner && (session.open = false))),
    breakLock: () => void (lockedBy = undefined),
  };
}
