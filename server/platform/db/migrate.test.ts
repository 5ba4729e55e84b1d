import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDatabase, dropDatabase, type TestConnection } from '../../testing/database-server.ts';
import { migrate } from './migrate.ts';

describe('bringing a database forward', () => {
  let name: string;
  let connection: TestConnection;
  let owner: pg.Client;
  let folder: string;

  beforeEach(async () => {
    name = `migrate_${randomBytes(6).toString('hex')}`;
    connection = await createDatabase(name);
    owner = await connected();
    folder = mkdtempSync(join(tmpdir(), 'yimen-migrate-'));
    file('0001-lamps.sql', 'create table lamps (id int primary key);');
    file('0002-poles.sql', 'create table poles (id int primary key); insert into lamps values (1);');
  });
  afterEach(async () => {
    await owner.end().catch(() => undefined);
    await dropDatabase(name);
    rmSync(folder, { recursive: true });
  });

  const file = (path: string, text: string): void => writeFileSync(join(folder, path), text);
  const connected = async (): Promise<pg.Client> => {
    const client = new pg.Client(connection);
    client.on('error', () => undefined);
    await client.connect();
    return client;
  };
  const tables = async (client: pg.Client): Promise<readonly string[]> =>
    (await client.query<{ t: string }>(`select table_name t from information_schema.tables where table_schema = 'public' order by 1`)).rows.map((row) => row.t);
  const known = async (client: pg.Client): Promise<readonly string[]> => (await client.query<{ name: string }>('select name from migrations.applied order by name')).rows.map((row) => row.name);

  it('applies the files in order, once, and those that came later the next time', async () => {
    expect(await migrate(owner, folder)).toEqual({ ok: true, applied: ['0001-lamps.sql', '0002-poles.sql'] });
    expect(await migrate(owner, folder)).toEqual({ ok: true, applied: [] });
    file('0003-wires.sql', 'create table wires (id int primary key);');
    expect(await migrate(owner, folder)).toEqual({ ok: true, applied: ['0003-wires.sql'] });
    expect(await tables(owner)).toEqual(['lamps', 'poles', 'wires']);
  });

  it('refuses a file that was changed after it was applied, and applies nothing after it', async () => {
    await migrate(owner, folder);
    file('0001-lamps.sql', 'create table lamps (id bigint primary key);');
    file('0003-wires.sql', 'create table wires (id int primary key);');
    expect(await migrate(owner, folder)).toEqual({ ok: false, code: 'db.migration_changed', params: { name: '0001-lamps.sql' } });
    expect(await tables(owner)).toEqual(['lamps', 'poles']);
  });

  it('leaves a database alone that is newer than the program', async () => {
    file('0003-wires.sql', 'create table wires (id int primary key);');
    await migrate(owner, folder);
    rmSync(join(folder, '0003-wires.sql'));
    file('0004-other.sql', 'create table other (id int primary key);');
    expect(await migrate(owner, folder)).toEqual({ ok: false, code: 'db.newer_than_program', params: { name: '0003-wires.sql' } });
    expect(await tables(owner)).toEqual(['lamps', 'poles', 'wires']);
  });

  it('leaves nothing of a file that fails half-way, keeps those before it, and goes on once it is mended', async () => {
    file('0002-poles.sql', 'create table poles (id int primary key); insert into lamps values (1); select 1 / 0;');
    await expect(migrate(owner, folder)).rejects.toMatchObject({ code: '22012' });
    expect([await tables(owner), await known(owner)]).toEqual([['lamps'], ['0001-lamps.sql']]);
    file('0002-poles.sql', 'create table poles (id int primary key);');
    expect(await migrate(owner, folder)).toEqual({ ok: true, applied: ['0002-poles.sql'] });
  });

  it('notes a file as applied in the same transaction: where that cannot be noted, nothing of the file stays', async () => {
    file('0002-poles.sql', `create table poles (id int primary key); alter table migrations.applied add constraint never check (name <> '0002-poles.sql');`);
    await expect(migrate(owner, folder)).rejects.toMatchObject({ code: '23514' });
    expect([await tables(owner), await known(owner)]).toEqual([['lamps'], ['0001-lamps.sql']]);
  });

  it('leaves nothing of a file during which it is killed, nor its lock', async () => {
    file('0002-poles.sql', 'create table poles (id int primary key); insert into lamps values (1); select pg_sleep(300);');
    const killed = migrate(owner, folder).catch((error: unknown) => error);
    const other = await connected();
    for (let tries = 0; tries < 1_500; tries += 1) {
      const { rowCount } = await other.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and wait_event = 'PgSleep'`, [name]);
      if (rowCount) break;
      await sleep(20);
    }
    expect(await killed).toBeInstanceOf(Error);
    expect([await tables(other), await known(other)]).toEqual([['lamps'], ['0001-lamps.sql']]);
    file('0002-poles.sql', 'create table poles (id int primary key);');
    expect(await migrate(other, folder)).toEqual({ ok: true, applied: ['0002-poles.sql'] });
    await other.end();
  });

  it('lets two programs that start at once apply each file once', async () => {
    const other = await connected();
    const outcomes = await Promise.all([migrate(owner, folder), migrate(other, folder)]);
    await other.end();
    expect(outcomes.map((outcome) => (outcome.ok ? outcome.applied.length : -1)).sort()).toEqual([0, 2]);
  });
});
