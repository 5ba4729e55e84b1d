import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import type { StartedCity } from './start-city.ts';

/** A city's time, moved on at will: the product asks the database what time it is, and here the database is told to say another. */
export interface OwnTime {
  /** Makes it this moment; time runs on from there. */
  jumpTo(instant: string): Promise<void>;
  /** Now, as the city knows it. */
  now(): Promise<string>;
  end(): Promise<void>;
}

/**
 * Gives a started city a time of its own: the application's role finds another `clock_timestamp()` before PostgreSQL's, which adds a shift. Nothing of
 * the product knows of it; what was connected before is cut off and connects again.
 */
export async function ownTime(city: StartedCity): Promise<OwnTime> {
  const owner = new pg.Client(connectionOf(city.folder));
  await owner.connect();
  await owner.query(`
    create schema own_time;
    create table own_time.shift (by interval not null);
    insert into own_time.shift values (interval '0');
    create function own_time.clock_timestamp() returns timestamptz language sql volatile as 'select pg_catalog.clock_timestamp() + s.by from own_time.shift s';
    grant usage on schema own_time to yimen_app;
    grant select on own_time.shift to yimen_app;
    grant execute on function own_time.clock_timestamp() to yimen_app;
    alter role yimen_app set search_path = own_time, pg_catalog, public`);
  const cutOff = () => owner.query(`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'yimen_app'`);
  await cutOff();
  return {
    jumpTo: async (instant) => {
      await owner.query('update own_time.shift set by = $1::timestamptz - pg_catalog.clock_timestamp()', [instant]);
    },
    now: async () => {
      const { rows } = await owner.query<{ now: Date }>('select own_time.clock_timestamp() as now');
      return rows[0]?.now.toISOString() ?? '';
    },
    end: () => owner.end(),
  };
}

/** Where the embedded database listens: its postmaster.pid says so (line 4 the port, line 5 the folder of the socket). */
function connectionOf(folder: string): pg.ClientConfig {
  const found = readdirSync(join(folder, 'database'), { recursive: true, encoding: 'utf8' }).find((name) => name.endsWith('postmaster.pid'));
  if (found === undefined) throw new Error('no database runs in the city');
  const lines = readFileSync(join(folder, 'database', found), 'utf8').split('\n');
  return { host: lines[4] ?? '', port: Number(lines[3]), user: 'yimen_owner', database: 'yimen' };
}
