import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { loadCalendar } from '../domains/calendar/index.ts';
import { loadCatalogue } from '../domains/catalogue/index.ts';
import { loadUnits } from '../domains/units/index.ts';
import { applicationRole, openDatabase } from '../platform/db/database.ts';
import { projectFolder } from '../project-folder.ts';
import { createDatabase, dropDatabase, testConnection } from './database-server.ts';
import { freshDatabase, type FreshDatabase } from './fresh-database.ts';

const templateName = 'yimen_reference_template';

/** As freshDatabase, with the real units, calendar and catalogue loaded: the first caller of a run loads them, the others clone (about 100 ms). */
export async function referenceDatabase(): Promise<FreshDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const connection = await locked(async (client) => {
    const { rows } = await client.query('select 1 from pg_database where datname = $1', [templateName]);
    if (rows.length === 0) await makeTemplate(client);
    return createDatabase(name, templateName);
  });
  const owner = new pg.Client(connection);
  await owner.connect();
  const database = openDatabase({ ...connection, user: applicationRole }, { size: 6, viaRole: false });
  return {
    name, connection, database, owner,
    drop: async () => {
      await database.close();
      await owner.end();
      await dropDatabase(name);
    },
  };
}

/** Loaded under the name of a test's own database and renamed when whole, so that a half-loaded template is never cloned. */
async function makeTemplate(client: pg.Client): Promise<void> {
  const fresh = await freshDatabase();
  const data = join(projectFolder(), 'data');
  await loadUnits(fresh.owner, data);
  const calendar = await loadCalendar(fresh.owner, data);
  const catalogue = await loadCatalogue(fresh.owner, data);
  if (!calendar.ok || !catalogue.ok) throw new Error(`reference data: ${JSON.stringify([calendar, catalogue])}`);
  await fresh.database.close();
  await fresh.owner.end();
  await client.query(`alter database ${fresh.name} rename to ${templateName}`);
}

/** Test files run in several processes; cloning needs the template to itself. */
async function locked<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(testConnection('postgres'));
  await client.connect();
  try {
    await client.query('select pg_advisory_lock(7303)');
    return await work(client);
  } finally {
    await client.end();
  }
}
