/** The catalogue as administrators look at it: items with their versions, districts' own values, processes, differences. */
import * as wire from '../../../contract/catalogue-admin.ts';
import { refuse, type Refusal } from '../../kernel/decider.ts';
import { reply, route, type Route } from '../../platform/http/route.ts';
import { inForceOn, levelOf } from '../units/index.ts';
import { changesOf, listChanges, openCounts } from './changes-store.ts';
import type { Change } from './change.ts';
import { differencesOf, type Difference } from './diff.ts';
import { overridableFields } from './override.ts';
import { administerCatalogue } from './policy.ts';
import { type problem } from './problem.ts';
import { importDrawing } from './process-folder.ts';
import { asleepProblems } from './publication.ts';
import { changeRow, differenceView, namedBy, personsOf, problemView } from './routes-change-view.ts';
import { codeAsName, itemName, type Context } from './routes-context.ts';
import type { PublishedItem } from './published.ts';
import type { OverrideRow } from './versions.ts';

/** Lists, versions and differences. */
export function catalogueListRoutes(context: Context): readonly Route[] {
  return [...listRoutes(context), ...versionRoutes(context), ...differenceRoutes(context), ...processRoutes(context)];
}

const originOf = (changeId: string | null): 'screen' | 'release' => (changeId === null ? 'release' : 'screen');

function listRoutes(context: Context): readonly Route[] {
  const { standing, database } = context;
  return [
    route(wire.listCatalogueItems, administerCatalogue, async () => {
      const versions = standing.versions();
      const open = await openCounts(database.handle);
      const items = versions.current('9999-12-31').map(({ item, version, process, processVersion }): wire.CatalogueItemRow => {
        const { task_code: taskCode, task_state: state, dept } = item.implementation_item;
        return {
          taskCode, name: item.catalog_item.task_name, state, version, process, processVersion, origin: originOf(versions.rowsOf(taskCode).find((row) => row.version === version)?.changeId ?? null),
          bundle: item.bundle !== undefined, deptKind: dept.kind, openChanges: open.get(`item ${taskCode}`) ?? 0, overrides: standingOverrides(context, taskCode).length,
        };
      });
      return reply({ items });
    }),
    route(wire.listOverridableFields, administerCatalogue, async ({ params }) => {
      const found = standing.versions().latest(params.taskCode);
      if (!found) return refuse('items.unknown', { taskCode: params.taskCode });
      return reply({ fields: overridableFields(found.item).map(({ at: _at, ...field }) => ({ ...field, value: field.value ?? null })) });
    }),
  ];
}

/** The newest own values of each district, those that are or will be in force; a district without any is left out. */
function standingOverrides(context: Context, taskCode: string): readonly OverrideRow[] {
  const rows = context.standing.versions().overridesOf(taskCode);
  return rows.filter((row, i) => rows.findIndex((one) => one.unit === row.unit) === i && Object.keys(row.fields).length > 0);
}

function versionRoutes(context: Context): readonly Route[] {
  const { standing, database } = context;
  return [
    route(wire.listCatalogueVersions, administerCatalogue, async ({ params: { taskCode } }) => {
      const rows = standing.versions().rowsOf(taskCode);
      const { changes } = await listChanges(database.handle, { subject: taskCode });
      if (rows.length === 0 && changes.length === 0) return refuse('items.unknown', { taskCode });
      const made = await changesOf(database.handle, rows.flatMap((row) => row.changeId ?? []));
      const [persons, open] = await Promise.all([
        personsOf(context, [...changes.flatMap((one) => namedBy(one.state, one.draft?.author)), ...[...made.values()].flatMap((one) => namedBy(one, null))]), context.openMatters(taskCode),
      ]);
      const now = standing.versions().at(taskCode, context.today());
      const versions = rows.map((row): wire.CatalogueVersion => {
        const change = row.changeId === null ? undefined : made.get(row.changeId);
        const { author, decidedBy } = personsBehind(change, persons);
        return {
          version: row.version, process: row.process, processVersion: row.processVersion, loadedAt: row.loadedAt, effectiveOn: row.effectiveOn, origin: originOf(row.changeId), changeId: row.changeId, title: change?.title ?? null,
          author, decidedBy, current: now?.version === row.version, openMatters: open.filter((one) => one.version === row.version).reduce((sum, one) => sum + one.count, 0),
        };
      });
      const overrides = overrideViews(context, taskCode, (number) => open.filter((one) => one.override === number).reduce((sum, one) => sum + one.count, 0));
      return reply({ name: itemName(context, taskCode), versions, overrides: [...overrides], changes: changes.map((one) => changeRow(context, one, persons)), districts: [...districts(context)] });
    }),
    route(wire.getCatalogueVersion, administerCatalogue, async ({ params: { taskCode, version } }) => {
      const found = standing.versions().get(taskCode, version);
      return found ? reply({ version: found.version, process: found.process, processVersion: found.processVersion, item: found.item }) : refuse('catalogue.version_unknown', { version });
    }),
  ];
}

function personsBehind(change: Change | undefined, persons: ReadonlyMap<string, string>): Pick<wire.CatalogueVersion, 'author' | 'decidedBy'> {
  if (!change) return { author: null, decidedBy: null };
  const named = (by: Change['proposedBy'] | null) => (by === null ? null : by.kind === 'staff' ? { staffId: by.id, name: persons.get(by.id) ?? '' } : { staffId: null, name: '' });
  return { author: named(change.proposedBy), decidedBy: named(change.decidedBy) };
}

function overrideViews(context: Context, taskCode: string, openMatters: (number: number) => number): readonly wire.CatalogueOverride[] {
  const versions = context.standing.versions();
  const today = context.today();
  const item = versions.at(taskCode, today)?.item;
  return versions.overridesOf(taskCode).map((row) => ({
    unit: row.unit, unitName: context.units.unitName(row.unit), number: row.number, effectiveOn: row.effectiveOn, changeId: row.changeId, fields: { ...row.fields },
    asleep: item ? asleepProblems(item, row.fields).map(problemView('warning')) : [], openMatters: openMatters(row.number), current: versions.overrideAt(taskCode, row.unit, today)?.number === row.number,
  }));
}

/** The districts that stand today, functional areas among them. */
export function districts(context: Context): readonly { unit: string; name: ReturnType<Context['units']['unitName']> }[] {
  const today = context.today();
  return [...context.units.tree.units.values()].filter((unit) => levelOf(unit.kind) === 'district' && inForceOn(unit, today)).map((unit) => ({ unit: unit.code, name: context.units.unitName(unit.code) }));
}

function differenceRoutes(context: Context): readonly Route[] {
  return [
    route(wire.diffCatalogueVersions, administerCatalogue, async ({ params, query }) => {
      const found = versionDifferences(context, params.taskCode, query.from, query.to);
      return found.ok ? reply({ left: found.left, right: found.right, differences: found.differences.map(differenceView) }) : found;
    }),
    route(wire.diffCatalogueDistricts, administerCatalogue, async ({ params, query }) => {
      const found = districtDifferences(context, params.taskCode, query.left, query.right);
      return found.ok ? reply({ left: found.left, right: found.right, differences: found.differences.map(differenceView) }) : found;
    }),
  ];
}

/** Two sides by their names, and what is other between them. */
export type Compared = { readonly ok: true; readonly left: string; readonly right: string; readonly differences: readonly Difference[] } | Refusal;

/** Between two versions; the process beside them by its version alone. */
export function versionDifferences(context: Context, taskCode: string, from: number, to: number): Compared {
  const versions = context.standing.versions();
  const [before, after] = [versions.get(taskCode, from), versions.get(taskCode, to)];
  if (!before || !after) return refuse('catalogue.version_unknown', { version: before ? to : from });
  const whole = ({ item, process, processVersion }: PublishedItem) => ({ ...item, process: `${process} ${processVersion}` });
  return { ok: true, left: String(from), right: String(to), differences: differencesOf(whole(before), whole(after)) };
}

/** Between the item over two districts, as it stands today. */
export function districtDifferences(context: Context, taskCode: string, left: string, right: string): Compared {
  const versions = context.standing.versions();
  const today = context.today();
  const found = versions.at(taskCode, today);
  if (!found) return refuse('items.unknown', { taskCode });
  const known = new Set(districts(context).map((one) => one.unit));
  const unknown = [left, right].find((unit) => !known.has(unit));
  if (unknown !== undefined) return refuse('catalogue.not_a_district', { unit: unknown });
  const over = (unit: string) => {
    const number = versions.overrideAt(taskCode, unit, today)?.number;
    return number === undefined ? found.item : versions.over(found, number).item;
  };
  return { ok: true, left, right, differences: differencesOf(over(left), over(right)) };
}

function processRoutes(context: Context): readonly Route[] {
  const { standing, database } = context;
  return [
    route(wire.listCatalogueProcesses, administerCatalogue, async () => {
      const open = await openCounts(database.handle);
      const current = standing.versions().current('9999-12-31');
      return reply({
        processes: standing.processes().map((one) => ({
          processId: one.id, version: one.version, name: one.names[one.id] ?? codeAsName(one.id), origin: originOf(one.changeId), openChanges: open.get(`process ${one.id}`) ?? 0,
          items: current.filter(({ process }) => process === one.id).map(({ item }) => ({ taskCode: item.implementation_item.task_code, name: item.catalog_item.task_name })),
        })),
      });
    }),
    route(wire.getCatalogueProcess, administerCatalogue, async ({ params: { processId, version } }) => {
      const found = standing.process(processId, version);
      if (!found) return refuse('catalogue.process_unknown', { process: processId });
      return reply({ processId, version: found.version, newest: standing.process(processId)?.version ?? version, bpmn: found.bpmn });
    }),
    route(wire.checkCatalogueProcess, administerCatalogue, async ({ body }) => {
      const drawing = await importDrawing(body.processId, body.bpmn);
      const at = (one: ReturnType<typeof problem>) => ({ ...one, pointer: `/process${one.pointer}` });
      return reply({
        accepted: drawing.accepted, problems: drawing.refused.map(at).map(problemView('error')), unfinished: drawing.unfinished.map(at).map(problemView('error')), drawn: Object.keys(drawing.drawing.shapes).length > 0,
      });
    }),
  ];
}
