/** A difference as a table to take along: one row for each field, the words of three languages in columns of their own. */
import type { QueryOf } from '../../../contract/endpoint.ts';
import * as wire from '../../../contract/catalogue-admin.ts';
import { say, type Language } from '../../../contract/language.ts';
import { catalogueExportMessages } from '../../../contract/messages/catalogue-export.ts';
import { refuse, type Refusal } from '../../kernel/decider.ts';
import { csvOf } from '../../platform/http/csv.ts';
import { route, type FileAnswer, type Route } from '../../platform/http/route.ts';
import { findChange, findDraft } from './changes-store.ts';
import { isLocalized, type Difference } from './diff.ts';
import { administerCatalogue } from './policy.ts';
import { districtDifferences, versionDifferences, type Compared } from './routes-admin.ts';
import { baseOf, differencesOfContents } from './routes-change-view.ts';
import type { Context } from './routes-context.ts';

type Query = QueryOf<typeof wire.exportCatalogueDiff>;

/** The same difference as .xlsx and as CSV. */
export function exportRoutes(context: Context): readonly Route[] {
  return [
    route(wire.exportCatalogueDiff, administerCatalogue, async ({ params, query, language }) => {
      const table = await tableOf(context, params.taskCode, query, language);
      if ('ok' in table) return table;
      const file = context.workbookOf([{ name: say(catalogueExportMessages['catalogue_export.sheet'], language), mark: table.mark, columns: table.columns, rows: table.rows }]);
      return fileOf(file, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', `${table.name}.xlsx`);
    }),
    route(wire.exportCatalogueDiffTable, administerCatalogue, async ({ params, query, language }) => {
      const table = await tableOf(context, params.taskCode, query, language);
      if ('ok' in table) return table;
      return fileOf(csvOf([table.columns, ...table.rows]), 'text/csv; charset=utf-8', `${table.name}.csv`);
    }),
  ];
}

const fileOf = (file: Buffer, mediaType: string, fileName: string): FileAnswer => ({ ok: true, file, mediaType, fileName });

interface Table {
  readonly name: string;
  readonly mark: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

async function tableOf(context: Context, taskCode: string, query: Query, language: Language): Promise<Table | Refusal> {
  const compared = await comparedOf(context, taskCode, query);
  if (!compared.ok) return compared;
  const t = (code: keyof typeof catalogueExportMessages, params: Readonly<Record<string, string>> = {}) => say(catalogueExportMessages[code], language, params);
  const { left, right, differences } = compared;
  return {
    name: `${taskCode}-${left}-${right}`.replace(/[^\w.-]+/g, '-'), mark: t('catalogue_export.mark', { code: taskCode, left, right, day: context.today() }),
    columns: [t('catalogue_export.where'), t('catalogue_export.part'), t('catalogue_export.what'), ...[left, right].flatMap((side) => ['简体', '繁體', 'English'].map((name) => `${side} · ${name}`))],
    rows: differences.map((one) => [one.keys.join(' / '), one.label?.[language] ?? '', t(`catalogue_export.${one.what}`), ...threeOf(one.before), ...threeOf(one.after)]),
  };
}

/** A text in its three languages; anything else in the first column alone. */
function threeOf(value: unknown): readonly [string, string, string] {
  if (isLocalized(value)) return [value['zh-CN'], value['zh-HK'], value.en];
  return [value === null || value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value), '', ''];
}

async function comparedOf(context: Context, taskCode: string, { from, to, left, right, changeId }: Query): Promise<Compared> {
  if (from !== undefined && to !== undefined) return versionDifferences(context, taskCode, from, to);
  if (left !== undefined && right !== undefined) return districtDifferences(context, taskCode, left, right);
  if (changeId === undefined) return refuse('catalogue.diff_of_nothing');
  const { handle } = context.database;
  const stored = await findChange(handle, changeId);
  const draft = stored ? undefined : await findDraft(handle, changeId);
  const content = stored?.content ?? draft?.content;
  if (!content) return refuse('catalogue.change_unknown');
  const baseVersion = stored ? stored.state.baseVersion : (draft?.baseVersion ?? null);
  const differences: readonly Difference[] = await differencesOfContents(context, baseOf(context, content, baseVersion), content);
  return { ok: true, left: String(baseVersion ?? 0), right: stored?.state.status ?? 'draft', differences };
}
