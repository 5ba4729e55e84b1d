import { join } from 'node:path';
import type pg from 'pg';
import { loadCalendar } from '../domains/calendar/index.ts';
import { loadCatalogue } from '../domains/catalogue/index.ts';
import { loadLaw } from '../domains/law/index.ts';
import { loadUnits } from '../domains/units/index.ts';
import { projectFolder } from '../project-folder.ts';
import { cloneOf, freshDatabase, type FreshDatabase } from './fresh-database.ts';

const templateName = 'yimen_reference_template';

/** As freshDatabase, with the real units, calendar, catalogue and rule packs loaded: the first caller of a run loads them, the others clone (about 100 ms). */
export function referenceDatabase(): Promise<FreshDatabase> {
  return cloneOf(templateName, makeTemplate);
}

/** Loaded under the name of a test's own database and renamed when whole, so that a half-loaded template is never cloned. */
async function makeTemplate(client: pg.Client): Promise<void> {
  const fresh = await freshDatabase();
  const data = join(projectFolder(), 'data');
  await loadUnits(fresh.owner, data);
  const calendar = await loadCalendar(fresh.owner, data);
  const catalogue = await loadCatalogue(fresh.owner, data);
  const law = await loadLaw(fresh.owner, data);
  if (!calendar.ok || !catalogue.ok || !law.ok) throw new Error(`reference data: ${JSON.stringify([calendar, catalogue, law])}`);
  await fresh.database.close();
  await fresh.owner.end();
  await client.query(`alter database ${fresh.name} rename to ${templateName}`);
}
