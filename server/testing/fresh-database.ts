import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { applicationRole, openDatabase, type Database } from '../platform/db/database.ts';
import { migrate } from '../platform/db/migrate.ts';
import { createDatabase, dropDatabase, testConnection, type TestConnection } from './database-server.ts';

/** A database of a test's own: migrated, empty, opened as the application's role, with the owner at hand. */
export interface FreshDatabase {
  readonly name: string;
  readonly connection: TestConnection;
  /** As the application: its own role, its own rights. */
  readonly database: Database;
  /** As the owner: for arranging and for looking. */
  readonly owner: pg.Client;
  drop(): Promise<void>;
}

const migrations = fileURLToPath(new URL('../migrations', import.meta.url));
const templateName = 'yimen_template';

/** A clone of the migrated template (about 70 ms); the first caller of a run makes the template, the others wait for it. */
export function freshDatabase(): Promise<FreshDatabase> {
  return cloneOf(templateName, makeTemplate);
}

/**
 * A clone of a template that `make` brings about when nobody has yet. Test files run in several processes, and both making and cloning need the
 * template to themselves: one lock for each template.
 */
export async function cloneOf(template: string, make: (client: pg.Client) => Promise<void>): Promise<FreshDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const connection = await withLockOn(template, async (client) => {
    const { rows } = await client.query('select 1 from pg_database where datname = $1', [template]);
    if (rows.length === 0) await make(client);
    return createDatabase(name, template);
  });
  const owner = new pg.Client(connection);
  await owner.connect();
  const database = openDatabase({ ...connection, user: applicationRole }, { size: 6, viaRole: false, connectMs: 100_000 });
  // On a machine that does everything at once an answer is slow, not lost.
  Object.assign(database.pool.options, { query_timeout: 100_000 });
  return {
    name, connection, database, owner,
    drop: async () => {
      await database.close();
      await owner.end();
      await dropDatabase(name);
    },
  };
}

/** Made under another name and renamed when whole, so that a half-made template is never cloned. */
async function makeTemplate(client: pg.Client): Promise<void> {
  const making = await createDatabase('yimen_template_making');
  const owner = new pg.Client(making);
  await owner.connect();
  const migrated = await migrate(owner, migrations);
  await owner.end();
  if (!migrated.ok) throw new Error(`migration refused: ${migrated.code} ${JSON.stringify(migrated.params)}`);
  await client.query(`alter database yimen_template_making rename to ${templateName}`);
}

async function withLockOn<T>(template: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(testConnection('postgres'));
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(hashtext($1))', [template]);
    return await work(client);
  } finally {
    await client.end();
  }
}
