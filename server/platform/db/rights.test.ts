import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../testing/fresh-database.ts';

describe('the application’s own database role', () => {
  let fresh: FreshDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase();
    await fresh.owner.query(`insert into platform.facts (matter_id, seq, kind, at, by, content, salt, files, rule, prev, hash)
      values ('00000000-0000-7000-8000-000000000001', 1, 'x', clock_timestamp(), '{}', '{}', decode(repeat('00', 32), 'hex'), '[]', '{}', null, decode(repeat('00', 32), 'hex'))`);
    await fresh.owner.query(`insert into platform.access_records (matter_id, record_id, actor, act, outcome) values ('00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002', '{}', 'x', 'done')`);
  });
  afterAll(() => fresh.drop());

  it('is the role it claims to be, without superuser rights', async () => {
    const { rows } = await fresh.database.pool.query<{ name: string; super: boolean }>('select current_user as name, rolsuper as super from pg_roles where rolname = current_user');
    expect(rows).toEqual([{ name: 'yimen_app', super: false }]);
  });

  it.each(['platform.facts', 'platform.access_records', 'platform.commands'])('may read and add to %s and nothing else', async (table) => {
    await expect(fresh.database.pool.query(`select count(*) from ${table}`)).resolves.toBeDefined();
    for (const act of [`update ${table} set at = clock_timestamp()`, `delete from ${table}`, `truncate ${table}`, `drop table ${table}`, `alter table ${table} disable trigger all`]) {
      await expect(fresh.database.pool.query(act), act).rejects.toMatchObject({ code: '42501' });
    }
  });

  it.each(['platform.facts', 'platform.access_records'])('even the owner is stopped by the fence on %s', async (table) => {
    for (const act of [`update ${table} set at = clock_timestamp()`, `delete from ${table}`, `truncate ${table}`]) {
      await expect(fresh.owner.query(act), act).rejects.toMatchObject({ code: 'YM003' });
    }
  });

  it('cannot change what a schema is made of', async () => {
    for (const act of ['create table platform.mine (x int)', 'create schema mine', 'alter role yimen_app superuser']) {
      await expect(fresh.database.pool.query(act), act).rejects.toMatchObject({ code: expect.stringMatching(/^42501$/) as string });
    }
  });
});
