import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { StartedCity } from './start-city.ts';

/** A city's time, moved on at will: the product asks the database what time it is, and here the database is told to say another. */
export interface OwnTime {
  /** Makes it this moment; time runs on from there. The server is not running meanwhile: one that sees its clock leap rightly doubts it (C-CK-2). */
  jumpTo(instant: string): Promise<void>;
  /** Now, as the city knows it. */
  now(): Promise<string>;
}

/**
 * Gives a started city a time of its own: the application's role finds another `clock_timestamp()` before PostgreSQL's, which adds a shift. Nothing of
 * the product knows of it; the server is started again and finds it so.
 */
export async function ownTime(city: StartedCity): Promise<OwnTime> {
  const asOwner = <T extends pg.QueryResultRow>(statement: string, values?: unknown[]) => asOwnerOf<T>(city.folder, statement, values);
  await asOwner(`
    create schema own_time;
    create table own_time.shift (by interval not null);
    insert into own_time.shift values (interval '0');
    create function own_time.clock_timestamp() returns timestamptz language sql volatile as 'select pg_catalog.clock_timestamp() + s.by from own_time.shift s';
    grant usage on schema own_time to yimen_app;
    grant select on own_time.shift to yimen_app;
    grant execute on function own_time.clock_timestamp() to yimen_app;
    alter role yimen_app set search_path = own_time, pg_catalog, public`);
  await city.restart();
  return {
    jumpTo: async (instant) => {
      await asOwner('update own_time.shift set by = $1::timestamptz - pg_catalog.clock_timestamp()', [instant]);
      await city.restart();
    },
    now: async () => {
      const { rows } = await asOwner<{ now: Date }>('select own_time.clock_timestamp() as now');
      return rows[0]?.now.toISOString() ?? '';
    },
  };
}

/** Asks the database of an installation as its owner, the way no part of the product may. `folder`: the installation's data. */
export async function asOwnerOf<T extends pg.QueryResultRow>(folder: string, statement: string, values?: unknown[]): Promise<pg.QueryResult<T>> {
  const owner = new pg.Client(connectionOf(folder));
  await owner.connect();
  try {
    return await owner.query<T>(statement, values);
  } finally {
    await owner.end();
  }
}

/** Where the embedded database listens: its postmaster.pid says so (line 4 the port, line 5 the folder of the socket). */
function connectionOf(folder: string): pg.ClientConfig {
  const found = readdirSync(join(folder, 'database'), { recursive: true, encoding: 'utf8' }).find((name) => name.endsWith('postmaster.pid'));
  if (found === undefined) throw new Error('no database runs in the city');
  const lines = readFileSync(join(folder, 'database', found), 'utf8').split('\n');
  return { host: lines[4] ?? '', port: Number(lines[3]), user: 'yimen_owner', database: 'yimen' };
}
