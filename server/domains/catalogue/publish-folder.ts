/** A whole catalogue folder read and judged before any of it is published. Loaded only when the files changed: its shape checks cost half a second to start. */
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Item } from '../../../contract/catalogue.ts';
import { readBundleFolder } from './bundle-folder.ts';
import { readItemFolder, readProcessTasks } from './item-folder.ts';
import { pointer, problem, type Problem } from './problem.ts';
import { publishableProcess } from './process-folder.ts';
import { compileSchema } from './surroundings.ts';

/** A problem and the file it is in. */
export type FileProblem = Problem & { readonly file: string };

/** What may be published. */
export interface Publishable {
  readonly items: readonly Item[];
  /** process id → BPMN text */
  readonly processes: Readonly<Record<string, string>>;
}

/** Everything of `dataFolder`/catalogue, `dataFolder`/bundles and `dataFolder`/processes, or every problem in it. */
export async function readCatalogueFolder(dataFolder: string): Promise<{ ok: true; catalogue: Publishable } | { ok: false; problems: readonly FileProblem[] }> {
  const { processes, problems } = await readProcesses(join(dataFolder, 'processes'));
  // Files that are no BPMN at all would stop the reader of tasks; the items are then judged next time.
  if (problems.length > 0) return { ok: false, problems };
  const folder = readItemFolder(join(dataFolder, 'catalogue'), await readProcessTasks(join(dataFolder, 'processes')));
  const bundles = await readBundleFolder(join(dataFolder, 'bundles'), folder.items.map((one) => one.item));
  const files = [...folder.items.map((one) => ({ ...one, file: `items/${one.slug}.json` })), ...bundles.items.map((one) => ({ ...one, file: `bundles/${one.slug}.json` }))];
  const wrong = [...folder.problems, ...bundles.problems, ...files.flatMap(({ file, item }) => schemaProblems(item).map((one) => ({ ...one, file })))];
  return wrong.length > 0 ? { ok: false, problems: wrong } : { ok: true, catalogue: { items: files.map((one) => one.item), processes: { ...processes, ...bundles.processes } } };
}

async function readProcesses(folder: string): Promise<{ processes: Readonly<Record<string, string>>; problems: readonly FileProblem[] }> {
  const processes: Record<string, string> = {};
  const problems: FileProblem[] = [];
  for (const name of (await readdir(folder)).filter((one) => one.endsWith('.bpmn')).sort()) {
    const id = name.replace(/\.bpmn$/, '');
    const xml = await readFile(join(folder, name), 'utf8');
    const read = await publishableProcess(id, xml);
    processes[id] = xml;
    if (!read.ok) problems.push(...read.problems.map((one) => ({ ...one, file: `processes/${name}` })));
  }
  return { processes, problems };
}

/** Forms whose schema is no JSON Schema 2020-12. */
function schemaProblems(item: Item): readonly Problem[] {
  return item.handling_items.flatMap((handling, i) => {
    try {
      compileSchema(handling.form.schema);
      return [];
    } catch (cause) {
      return [problem(pointer('handling_items', i, 'form', 'schema'), 'catalogue.schema_unsound', { message: cause instanceof Error ? cause.message : String(cause) })];
    }
  });
}
