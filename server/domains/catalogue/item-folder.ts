/** The catalogue as it lies on disk: items, shared parts, processes. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BpmnModdle } from 'bpmn-moddle';
import type { Item } from '../../../contract/catalogue.ts';
import { checkCodes } from './item-checks.ts';
import { assembleItem, type ProcessTasks, type SharedParts } from './item-files.ts';
import { isRecord, problem, type Json, type Problem } from './problem.ts';

/** One item and the name of its file without `.json`. */
export type ItemFile = Readonly<{ slug: string; item: Item }>;

/** What a catalogue folder holds: the sound items, ordered by file name, and what is wrong with the others. */
export type ItemFolder = Readonly<{ items: readonly ItemFile[]; problems: readonly (Problem & { file: string })[] }>;

type Read = Readonly<{ ok: true; value: Json } | { ok: false; problem: Problem }>;

/** All items of `catalogueFolder`/items, whole. `processes` comes from readProcessTasks. A file that cannot be read is a problem, not an exception. */
export function readItemFolder(catalogueFolder: string, processes: ProcessTasks): ItemFolder {
  const problems: (Problem & { file: string })[] = [];
  const shared: SharedParts = { materials: readShared(catalogueFolder, 'materials.json', problems), fields: readShared(catalogueFolder, 'fields.json', problems) };
  const items: ItemFile[] = [];
  for (const name of readdirSync(join(catalogueFolder, 'items')).filter((n) => n.endsWith('.json')).sort()) {
    const file = `items/${name}`;
    const read = readJson(join(catalogueFolder, file));
    const assembled = read.ok ? assembleItem(read.value, shared, processes) : { ok: false as const, problems: [read.problem] };
    if (assembled.ok) items.push({ slug: name.replace(/\.json$/, ''), item: assembled.item });
    else problems.push(...assembled.problems.map((p) => ({ ...p, file })));
  }
  problems.push(...checkCodes(items.map((i) => i.item)).map((p) => ({ ...p, file: 'items' })));
  return { items, problems };
}

/** Process id (file name) → ids of its user tasks, in the order of the file, for every BPMN file of a folder. */
export async function readProcessTasks(processFolder: string): Promise<ProcessTasks> {
  const tasks: Record<string, readonly string[]> = {};
  const yimen = JSON.parse(readFileSync(join(processFolder, 'yimen-moddle.json'), 'utf8')) as Record<string, unknown>;
  for (const name of readdirSync(processFolder).filter((n) => n.endsWith('.bpmn')).sort()) {
    const { rootElement } = await new BpmnModdle({ yimen }).fromXML(readFileSync(join(processFolder, name), 'utf8'));
    const process = (rootElement as unknown as BpmnElement).rootElements?.find((element) => element.$type === 'bpmn:Process');
    tasks[name.replace(/\.bpmn$/, '')] = (process?.flowElements ?? []).filter((element) => element.$type === 'bpmn:UserTask').map((element) => element.id);
  }
  return tasks;
}

type BpmnElement = Readonly<{ $type: string; id: string; rootElements?: readonly BpmnElement[]; flowElements?: readonly BpmnElement[] }>;

function readShared(folder: string, file: string, problems: (Problem & { file: string })[]): Readonly<Record<string, Json>> {
  const read = readJson(join(folder, file));
  if (!read.ok) problems.push({ ...read.problem, file });
  else if (isRecord(read.value)) return read.value;
  else problems.push({ ...problem('', 'catalogue.wrong_shape', { message: 'object' }), file });
  return {};
}

function readJson(path: string): Read {
  try {
    return { ok: true, value: JSON.parse(readFileSync(path, 'utf8')) as Json };
  } catch (cause) {
    return { ok: false, problem: problem('', 'catalogue.unreadable', { message: cause instanceof Error ? cause.message : String(cause) }) };
  }
}
