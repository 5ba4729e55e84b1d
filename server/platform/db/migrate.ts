import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { applicationRole } from './database.ts';
import { readerRole } from './second-fence.ts';

/** Why a database cannot be brought to this version. */
export type MigrationRefusal = { ok: false; code: 'db.migration_changed' | 'db.newer_than_program'; params: { name: string } };

/**
 * Brings the database forward, one transaction for each file of `folder`, in order of name. A file applied before must not have changed
 * (its digest is kept); a database that knows a file we do not is newer than the program and is left alone. Runs as the owner.
 */
export async function migrate(owner: pg.ClientBase, folder: string): Promise<{ ok: true; applied: readonly string[] } | MigrationRefusal> {
  await owner.query(`select pg_advisory_lock(7301)`);
  try {
    await owner.query(`
      do $$ begin
        if not exists (select 1 from pg_roles where rolname = '${applicationRole}') then create role ${applicationRole} login; end if;
        if not exists (select 1 from pg_roles where rolname = '${readerRole}') then create role ${readerRole} login; end if;
        -- An owner who is not a superuser may act as the application, or as the reader, only when he says so himself.
        if not pg_has_role(current_user, '${applicationRole}', 'SET') then execute format('grant ${applicationRole} to %I with inherit false, set true', current_user); end if;
        if not pg_has_role(current_user, '${readerRole}', 'SET') then execute format('grant ${readerRole} to %I with inherit false, set true', current_user); end if;
      end $$;
      create schema if not exists migrations;
      create table if not exists migrations.applied (name text primary key, digest text not null, at timestamptz not null default clock_timestamp());
    `);
    const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
    const done = new Map((await owner.query<{ name: string; digest: string }>('select name, digest from migrations.applied')).rows.map((row) => [row.name, row.digest]));
    const unknown = [...done.keys()].find((name) => !names.includes(name));
    if (unknown) return { ok: false, code: 'db.newer_than_program', params: { name: unknown } };
    const applied: string[] = [];
    for (const name of names) {
      const text = await readFile(join(folder, name), 'utf8');
      const digest = createHash('sha256').update(text).digest('hex');
      const before = done.get(name);
      if (before === digest) continue;
      if (before !== undefined) return { ok: false, code: 'db.migration_changed', params: { name } };
      await apply(owner, name, text, digest);
      applied.push(name);
    }
    return { ok: true, applied };
  } finally {
    await owner.query(`select pg_advisory_unlock(7301)`);
  }
}

async function apply(owner: pg.ClientBase, name: string, text: string, digest: string): Promise<void> {
  await owner.query('begin');
  try {
    await owner.query(text);
    await owner.query('insert into migrations.applied (name, digest) values ($1, $2)', [name, digest]);
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}
