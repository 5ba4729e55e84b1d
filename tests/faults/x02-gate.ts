import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { hashOf, type FactRow } from '../../server/platform/ledger/chain.ts';
import type { Database } from '../../server/platform/db/database.ts';

/** Holds back every question of the commands in a race to the database, and lets one after the other through, in a chosen order. */
export interface Gate {
  /** Runs everything at once; `order` chooses who goes on next, as often as it is asked. `patienceMs`: how long it waits for those who are not at the gate yet. */
  race<T>(works: readonly (() => Promise<T>)[], order: () => number, patienceMs?: number): Promise<T[]>;
  /** Put between a server and its database. */
  around(database: Database): Database;
  /** which planted defect stands in between */
  planted: 'none' | 'careless' | 'forgetful';
}

type Ask = (...args: never[]) => Promise<unknown>;

interface Race {
  isOpen: boolean;
  readonly waiting: (() => Promise<void>)[];
}

/** How long a race waits for one more to come to the gate before it goes on with those who stand there, where nothing else is told: they are at work in this process, or read over lines that are not held. */
const usualPatienceMs = 8;

/** Opens it. */
export function newGate(): Gate {
  const races = new AsyncLocalStorage<Race>();
  const held = (ask: Ask) => (...args: never[]): Promise<unknown> => {
    const race = races.getStore();
    if (race === undefined || !race.isOpen) return ask(...args);
    return new Promise((resolve, reject) => {
      race.waiting.push(() => ask(...args).then(resolve, reject));
    });
  };
  const gate: Gate = {
    planted: 'none',
    around(database) {
      const ways = { none: database.pool.query.bind(database.pool) as Ask, careless: withoutDecidingAgain(database.pool), forgetful: withoutCommandIds(database.pool) };
      const query = held((...args) => ways[gate.planted](...args));
      const pool = new Proxy(database.pool, {
        get: (target, name): unknown => {
          if (name === 'query') return query;
          const value = Reflect.get(target, name) as unknown;
          return typeof value === 'function' ? (value as (...args: unknown[]) => unknown).bind(target) : value;
        },
      });
      return { ...database, pool };
    },
    async race(works, order, patienceMs = usualPatienceMs) {
      const race: Race = { isOpen: true, waiting: [] };
      let left = works.length;
      const all = Promise.all(works.map((work) => races.run(race, work).finally(() => (left -= 1))));
      // A failure is told by `all`; the race itself goes on to its end.
      all.catch(() => undefined);
      while (left > 0) {
        for (const until = performance.now() + patienceMs; race.waiting.length < left && performance.now() < until; ) await sleep(1);
        const [next] = race.waiting.splice(race.waiting.length === 0 ? 0 : order() % race.waiting.length, 1);
        await next?.();
      }
      race.isOpen = false;
      // Work that follows began inside the race; it goes on outside.
      for (const next of race.waiting.splice(0)) void next();
      return all;
    },
  };
  return gate;
}

/**
 * The planted defect: a writer that on a collision puts the same facts behind whatever is there now, instead of having them decided again. It writes what a
 * careless retry would write: rightly numbered, rightly hashed, unlawful.
 */
function withoutDecidingAgain(pool: pg.Pool): Ask {
  const query = pool.query.bind(pool) as (config: Question) => Promise<unknown>;
  const careless = async (config: Question): Promise<unknown> => {
    try {
      return await query(config);
    } catch (error) {
      const { code, constraint } = error as { code?: string; constraint?: string };
      if (!(code === 'YM002' || (code === '23505' && constraint === 'facts_pkey')) || !config.text?.includes('matters.append')) throw error;
      const batch = JSON.parse(config.values?.[0] ?? '{}') as Batch;
      const matterId = batch.facts[0]?.matter_id;
      const { rows } = await pool.query<{ seq: number; hash: string; log: string }>(
        `select seq, encode(hash, 'hex') as hash, (select value #>> '{}' from platform.settings where name = 'ledger.origin') as log from platform.facts where matter_id = $1 order by seq desc limit 1`, [matterId]);
      const [head] = rows;
      if (!head || batch.facts.some((fact) => fact.matter_id !== matterId)) throw error;
      return query({ ...config, values: [JSON.stringify(behind(head, batch))] });
    }
  };
  return careless as unknown as Ask;
}

/** The planted defect: a writer that does not keep under which id an act came. */
function withoutCommandIds(pool: pg.Pool): Ask {
  const query = pool.query.bind(pool) as (config: Question) => Promise<unknown>;
  const forgetful = (config: Question): Promise<unknown> =>
    query(config.text?.includes('matters.append') ? { ...config, values: [JSON.stringify({ ...(JSON.parse(config.values?.[0] ?? '{}') as object), commands: [] })] } : config);
  return forgetful as unknown as Ask;
}

interface Question {
  readonly text?: string;
  readonly values?: [string];
}

interface Batch {
  readonly facts: readonly FactRow[];
  readonly states: readonly { readonly seq: number; readonly head: string }[];
}

function behind(head: { readonly seq: number; readonly hash: string; readonly log: string }, batch: Batch): object {
  let { seq, hash: prev } = head;
  const facts = batch.facts.map((fact) => {
    const row = { ...fact, seq: (seq += 1), prev };
    prev = hashOf(head.log, row);
    return { ...row, hash: prev };
  });
  return { ...batch, facts, sealed: [], states: batch.states.map((state) => ({ ...state, seq, head: prev })) };
}
