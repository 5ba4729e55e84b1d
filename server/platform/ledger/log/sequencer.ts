import { createHash } from 'node:crypto';
import type pg from 'pg';
import { clientBeside } from '../../db/notification-line.ts';
import { rootOf } from '../merkle.ts';
import { frontierOfEdge, grown, type TileEdge } from '../tiles.ts';
import { accessHash } from './leaves.ts';
import { findLog, listWaiting, logNames, place, takeOffice, type LogName, type Waiting } from './log-store.ts';
import { edgeAt } from './tree.ts';

/** Gives what waits its place in the logs. Of all processes of an installation one is in office at a time. */
export interface Sequencer {
  /** Everything that is seen to wait gets its place; answers how many did. Nothing where another process is in office or a log stopped. Rejects where the database cannot be asked; the next round begins anew. */
  round(): Promise<number>;
  /** Whether this process was in office in its last round. */
  readonly inOffice: boolean;
  stop(): Promise<void>;
}

/** What a sequencer knows of a log in its own term: nothing is read again between rounds, and ledger.sequence refuses who knows it wrongly. */
interface Office {
  readonly term: number;
  readonly origin: string;
  edge: TileEdge;
}

/** One number for all installations' sequencers, each in its own database; tests of two sequencers on one database compete for it as processes do. */
const lockKey = createHash('sha256').update('yimen ledger sequencer').digest().readInt32BE(0);
const mostAtOnce = 1_024;

/** A sequencer over a connection of its own beside the pool, for the advisory lock is the connection's. `most`: how many get their place in one transaction. */
export function openSequencer(pool: pg.Pool, most = mostAtOnce): Sequencer {
  let client: pg.Client | undefined;
  let offices = new Map<LogName, Office>();
  let locked = false;

  const leave = async (): Promise<void> => {
    const gone = client;
    [client, locked, offices] = [undefined, false, new Map()];
    await gone?.end().catch(() => undefined);
  };

  /** The connection that holds the lock; undefined where another process has it. */
  async function seat(): Promise<pg.Client | undefined> {
    if (client === undefined) {
      const opened = clientBeside(pool, 'yimen ledger', 30_000);
      opened.on('error', () => void leave());
      client = opened;
      await opened.connect();
    }
    if (!locked) locked = (await client.query<{ got: boolean }>('select pg_try_advisory_lock(7302, $1) as got', [lockKey])).rows[0]?.got ?? false;
    return locked ? client : undefined;
  }

  async function sequence(db: pg.Client, log: LogName): Promise<number> {
    let placed = 0;
    for (;;) {
      const waiting = await listWaiting(db, log, most);
      if (waiting.length === 0) return placed;
      const office = offices.get(log) ?? (await enter(db, log));
      if (office === undefined) return placed;
      offices.set(log, office);
      office.edge = await put(db, log, office, waiting);
      placed += waiting.length;
      if (waiting.length < most) return placed;
    }
  }

  return {
    async round() {
      try {
        const db = await seat();
        if (db === undefined) return 0;
        let placed = 0;
        for (const log of logNames) placed += await sequence(db, log);
        return placed;
      } catch (error) {
        await leave();
        if (isStopped(error)) return 0;
        throw error;
      }
    },
    get inOffice() {
      return locked;
    },
    stop: leave,
  };
}

/** Takes office for a log: a new term, and the log as it is; undefined for one that stopped. A log whose tiles do not hold it cannot go on: that is told by rejecting. */
async function enter(db: pg.Client, log: LogName): Promise<Office | undefined> {
  const before = await findLog(db, log);
  if (before === undefined || before.stoppedWhy !== null) return undefined;
  const term = await takeOffice(db, log);
  const row = (await findLog(db, log)) ?? before;
  const edge = await edgeAt(db, log, row.size);
  if (edge === undefined || Buffer.compare(rootOf(frontierOfEdge(edge)), row.root) !== 0) throw new Error(`the tiles of the log ${log} do not hold its ${row.size} entries: yimen verify says more`);
  return { term, origin: row.origin, edge };
}

async function put(db: pg.Client, log: LogName, { term, origin, edge }: Office, waiting: readonly Waiting[]): Promise<TileEdge> {
  const hashes = waiting.map((one) => ('hash' in one ? one.hash : accessHash(origin, one.record)));
  const after = grown(edge, hashes);
  await place(db, { log, term, fromSize: edge.size, numbers: waiting.map(({ n }) => n), hashes: Buffer.concat(hashes), tiles: after.written, root: rootOf(frontierOfEdge(after.edge)) });
  return after.edge;
}

/** Whether the database refused because this sequencer is not (any more) the one in office. */
export const isFenced = (error: unknown): boolean => (error as { code?: string }).code === 'YM005';
const isStopped = (error: unknown): boolean => (error as { code?: string }).code === 'YM006';
