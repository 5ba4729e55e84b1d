/** Units and institutions in the database: loaded from data/units when those files changed, read into memory once at start. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import type pg from 'pg';
import type { Handle } from '../../platform/db/database.ts';
import { departmentNamesOf, type DepartmentName } from './department-names.ts';
import { institutionsOf, type DepartmentFile, type Institution } from './institution.ts';
import { unitsOf, type Unit, type UnitFile } from './unit.ts';

/** Everything the domain keeps in memory. */
export interface UnitRows {
  readonly units: readonly Unit[];
  readonly institutions: readonly Institution[];
  readonly departmentNames: readonly DepartmentName[];
}

const settingName = 'units.loaded';

/**
 * Brings units.* to what `dataFolder`/units holds, in one transaction, as the owner. Costs one query when the files are those loaded before.
 * Codes and life spans come from the files alone: what is not in them any more is taken away (a unit that ended stays in them, with its last day).
 */
export async function loadUnits(owner: pg.ClientBase, dataFolder: string): Promise<void> {
  const [units, departments] = await Promise.all(['shenzhen.json', 'departments.json'].map((name) => readFile(join(dataFolder, 'units', name), 'utf8')));
  if (units === undefined || departments === undefined) return;
  const digest = createHash('sha256').update(units).update('\0').update(departments).digest('hex');
  const before = await owner.query<{ digest: string }>(`select value ->> 'digest' as digest from platform.settings where name = $1`, [settingName]);
  if (before.rows[0]?.digest === digest) return;
  const unitFile = JSON.parse(units) as UnitFile;
  const departmentFile = JSON.parse(departments) as DepartmentFile;
  await owner.query('begin');
  try {
    await replaceAll(owner, unitsOf(unitFile), departmentFile);
    await owner.query(
      `insert into platform.settings (name, value) values ($1, $2)
       on conflict (name) do update set value = excluded.value, set_at = clock_timestamp()`,
      [settingName, JSON.stringify({ digest, version: unitFile.version })],
    );
    await owner.query('commit');
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}

async function replaceAll(owner: pg.ClientBase, units: readonly Unit[], file: DepartmentFile): Promise<void> {
  // Two servers starting at once load one after the other.
  await owner.query(`select pg_advisory_xact_lock(7310); delete from units.lineage; delete from units.institutions; delete from units.units; delete from units.department_names`);
  await owner.query(
    `insert into units.units (code, kind, name, parent, functional_parent, valid_from, valid_to, position, details)
     select u."code", u."kind", u."name", u."parent", u."functionalParent", u."validFrom", u."validTo", u."position", u."details"
     from jsonb_to_recordset($1::jsonb)
       as u("code" text, "kind" text, "name" jsonb, "parent" text, "functionalParent" text, "validFrom" date, "validTo" date, "position" integer, "details" jsonb)`,
    [JSON.stringify(units.map((unit, position) => ({ ...unit, position, details: unit })))],
  );
  await owner.query(
    `insert into units.lineage (from_code, to_code, kind, on_day)
     select distinct l."from", l."to", l."kind", l."on" from jsonb_to_recordset($1::jsonb) as l("from" text, "to" text, "kind" text, "on" date)`,
    [JSON.stringify(units.flatMap((unit) => unit.lineage.flatMap((change) => change.from.flatMap((from) => change.to.map((to) => ({ from, to, kind: change.kind, on: change.on }))))))],
  );
  await insertInstitutions(owner, units, file);
  const city = units.find((unit) => unit.kind === 'city');
  await owner.query(
    `insert into units.department_names (kind, level, name)
     select d."kind", d."level", d."name" from jsonb_to_recordset($1::jsonb) as d("kind" text, "level" text, "name" jsonb)`,
    [JSON.stringify(city ? departmentNamesOf(file, city.shortName) : [])],
  );
}

async function insertInstitutions(owner: pg.ClientBase, units: readonly Unit[], file: DepartmentFile): Promise<void> {
  const lives = new Map(units.map((unit) => [unit.code, { validFrom: unit.validFrom, validTo: unit.validTo }]));
  await owner.query(
    `insert into units.institutions (code, kind, unit, name, details, position, valid_from, valid_to)
     select i."code", i."kind", i."unit", i."name", i."details", i."position", i."validFrom", i."validTo"
     from jsonb_to_recordset($1::jsonb)
       as i("code" text, "kind" text, "unit" text, "name" jsonb, "details" jsonb, "position" integer, "validFrom" date, "validTo" date)`,
    [JSON.stringify(institutionsOf(units, file).map((institution, position) => ({ ...institution, ...lives.get(institution.unit), position, details: institution })))],
  );
}

/** All units, institutions and generic department names, in their order. */
export async function readUnitRows(handle: Handle): Promise<UnitRows> {
  const [units, institutions, departmentNames] = await Promise.all([
    sql<{ details: Unit }>`select details from units.units order by position limit 100000`.execute(handle),
    sql<{ details: Institution }>`select details from units.institutions order by position limit 1000000`.execute(handle),
    sql<DepartmentName>`select kind, level, name from units.department_names order by kind, level limit 10000`.execute(handle),
  ]);
  return { units: units.rows.map((row) => row.details), institutions: institutions.rows.map((row) => row.details), departmentNames: departmentNames.rows };
}
