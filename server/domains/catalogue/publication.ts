/** What publishing a change would write, and what can be seen wrong with it without asking the process reader. Pure. */
import type { Item } from '../../../contract/catalogue.ts';
import type { Localized } from '../../../contract/language.ts';
import { longestPath, type Graph } from '../../kernel/flow/index.ts';
import type { LocalDay } from '../../kernel/instant.ts';
import type { PublishedVersion } from './change.ts';
import { differencesOf } from './diff.ts';
import { effectiveItem } from './override.ts';
import { problem, type Problem } from './problem.ts';
import type { PublishedItem } from './published.ts';
import type { Versions } from './versions.ts';

/** A problem that names things: its sentence says them in the reader's language, `params` hold them in 简体. */
export type NamedProblem = Problem & { readonly called?: Readonly<Record<string, Localized>> };

/** Names one after another, in each language. */
export function inAll(names: readonly Localized[], between: string): Localized {
  const joined = (language: keyof Localized): string => names.map((name) => name[language]).join(between);
  return { 'zh-CN': joined('zh-CN'), 'zh-HK': joined('zh-HK'), en: joined('en') };
}

/** A next version of an item. */
export interface NextItem {
  readonly item: Item;
  readonly version: number;
  readonly process: string;
  readonly processVersion: number;
}

/** Rows of one approval. */
export interface Publication {
  readonly processes: readonly { readonly processId: string; readonly version: number; readonly bpmn: string }[];
  readonly items: readonly NextItem[];
  readonly overrides: readonly { readonly taskCode: string; readonly number: number; readonly unit: string; readonly fields: Readonly<Record<string, unknown>> }[];
}

export const nothingToPublish: Publication = { processes: [], items: [], overrides: [] };

/** The versions of a publication, as the fact names them. */
export function versionsMade({ processes, items, overrides }: Publication): readonly PublishedVersion[] {
  return [
    ...processes.map((one) => ({ what: 'process' as const, subject: one.processId, version: one.version })),
    ...items.map((one) => ({ what: 'item' as const, subject: one.item.implementation_item.task_code, version: one.version })),
    ...overrides.map((one) => ({ what: 'override' as const, subject: one.taskCode, version: one.number })),
  ];
}

/** The number the next version of an item bears. */
export const nextItemVersion = (versions: Versions, taskCode: string): number => (versions.rowsOf(taskCode)[0]?.version ?? 0) + 1;

/** The number the next own values of a district bear. */
export const nextOverride = (versions: Versions, taskCode: string): number => (versions.overridesOf(taskCode)[0]?.number ?? 0) + 1;

/** Items that stand or will stand with this process. */
export function itemsOfProcess(versions: Versions, codes: readonly string[], processId: string): readonly PublishedItem[] {
  return codes.flatMap((code) => versions.latest(code) ?? []).filter((one) => one.process === processId);
}

/** A promise in working days shorter than the longest path of the links' own limits: worth a look, no more. Over a district, its promise. */
export function pathProblems(item: Item, graph: Graph, called: (element: string) => Localized, at = '/item/implementation_item/handle_flow'): readonly NamedProblem[] {
  const { promise_day: promise, promise_type: unit, handle_flow: flow } = item.implementation_item;
  if (unit !== 'working_day') return [];
  const days = Object.fromEntries(flow.flatMap((link) => (link.working_days === undefined ? [] : [[link.element, link.working_days]])));
  const { workingDays, elements } = longestPath(graph, days);
  if (workingDays <= promise) return [];
  const path = inAll(elements.filter((element) => (days[element] ?? 0) > 0 || graph.nodes[element]?.type === 'timer').map(called), ' → ');
  return [{ ...problem(at, 'catalogue.path_longer_than_promise', { days: workingDays, promise, path: path['zh-CN'] }), called: { path } }];
}

/** Codes of an item that another one has. */
export function codeProblems(item: Item, others: readonly Item[]): readonly Problem[] {
  const handling = new Set(others.flatMap((one) => one.handling_items.map((each) => each.task_handle_item)));
  const catalogue = new Set(others.map((one) => one.catalog_item.catalog_code));
  return [
    ...(catalogue.has(item.catalog_item.catalog_code) ? [problem('/item/catalog_item/catalog_code', 'catalogue.code_taken', { code: item.catalog_item.catalog_code })] : []),
    ...item.handling_items.flatMap((one, i) => (handling.has(one.task_handle_item) ? [problem(`/item/handling_items/${i}/task_handle_item`, 'catalogue.code_taken', { code: one.task_handle_item })] : [])),
  ];
}

/** A version that will stand from a later day and then replace this one. */
export function laterVersions(versions: Versions, taskCode: string, from: LocalDay): readonly Problem[] {
  return versions.rowsOf(taskCode).filter((row) => row.effectiveOn !== null && row.effectiveOn > from).map((row) => problem('', 'catalogue.later_version_waits', { version: row.version, date: row.effectiveOn ?? '' }));
}

/** What of a bundle the screen may not change: its parts are compiled from a data file. */
export function bundleProblems(item: Item, before: Item | undefined): readonly Problem[] {
  return differencesOf(before?.bundle ?? null, item.bundle ?? null).length === 0 ? [] : [problem('/item/bundle', 'catalogue.bundle_not_by_screen')];
}

/** A district's values that no longer fit the item, each at its field. */
export function asleepProblems(item: Item, fields: Readonly<Record<string, unknown>>): readonly Problem[] {
  const applied = new Set(effectiveItem(item, fields).applied);
  return Object.keys(fields).filter((field) => !applied.has(field)).map((field) => problem(field, 'catalogue.override_asleep', { field }));
}
