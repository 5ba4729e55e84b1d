import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshDatabase, type FreshDatabase } from '../../testing/fresh-database.ts';
import { openDatabase, type Handle } from './database.ts';
import { readerRole, type Reach } from './second-fence.ts';

const nothing: Reach = { parties: [], principals: [], staff: [], posts: [], areas: null };
const party = '0190b000-0000-7000-8000-000000000001';
const messages = (handle: Handle) => sql<{ party_id: string }>`select m.party_id from matters.messages m`.execute(handle).then(({ rows }) => rows);

describe('the role that reads what answers a person', () => {
  let fresh: FreshDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase();
    await fresh.owner.query(`insert into matters.messages (party_id, message_id, at, template, params) values ($1, gen_random_uuid(), now(), 'sms.filed', '{}'), (gen_random_uuid(), gen_random_uuid(), now(), 'sms.filed', '{}')`, [party]);
  });
  afterAll(() => fresh.drop());

  it('sees nothing of any fenced table as long as no reach was told', async () => {
    const reader = new pg.Client({ ...fresh.connection, user: readerRole });
    await reader.connect();
    try {
      for (const table of ['matters.matters', 'matters.links', 'matters.by_party', 'matters.clocks', 'matters.open_proposals', 'matters.messages', 'matters.drafts', 'platform.facts', 'platform.particulars', 'platform.data_keys',
        'measures.matters', 'supervision.orders', 'supervision.findings', 'evaluations.feedback', 'evaluations.invitations', 'evaluations.clocks']) {
        expect((await reader.query(`select 1 from ${table}`)).rows, table).toEqual([]);
        await expect(reader.query(`delete from ${table}`), table).rejects.toMatchObject({ code: '42501' });
      }
      await expect(reader.query('select 1 from people.parties')).rejects.toMatchObject({ code: '42501' });
      await expect(reader.query('alter table matters.messages disable row level security')).rejects.toMatchObject({ code: '42501' });
    } finally {
      await reader.end();
    }
  });

  it('sees what is within the reach told, and the next borrower of the same connection nothing of it', async () => {
    const one = openDatabase({ ...fresh.connection, user: 'yimen_app' }, { size: 1, viaRole: false });
    try {
      expect(await one.readAs({ ...nothing, parties: [party] }, messages)).toEqual([{ party_id: party }]);
      expect(await one.readAs(nothing, messages)).toEqual([]);
    } finally {
      await one.close();
    }
  });

  it('while the application, which decides and writes, sees them all', async () => {
    expect(await messages(fresh.database.handle)).toHaveLength(2);
  });

  it('every table of matters that has a person, an institution or a matter in it is fenced, or is known not to be read by people', async () => {
    const { rows } = await fresh.owner.query<{ name: string }>(`select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'matters' and c.relkind = 'r' and not c.relrowsecurity order by 1`);
    const readers = await fresh.owner.query<{ name: string }>(`select table_schema || '.' || table_name as name from information_schema.role_table_grants where grantee = '${readerRole}' order by 1`);
    // Numbers of counters and timers of processes are read by nobody but the program; which matter is a part of which says nothing of either.
    expect(rows.map((row) => row.name)).toEqual(['matters.number_counters', 'matters.parts', 'matters.timers']);
    expect(readers.rows.map((row) => row.name)).not.toContain('matters.timers');
  });
});
