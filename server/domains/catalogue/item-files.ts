/**
 * An item file made whole: shared materials and form fields are copied in, the shape is checked against contract/catalogue.ts,
 * then its inner references. Problems are values, each with the JSON Pointer (RFC 6901) of where it lies; nothing throws.
 */
import { Compile } from 'typebox/compile';
import { Item } from '../../../contract/catalogue.ts';
import { checkItem } from './item-checks.ts';
import { isRecord, pointer, problem, type Json, type Problem } from './problem.ts';

/** What items share: data/catalogue/materials.json and fields.json, as read. */
export type SharedParts = Readonly<{
  materials: Readonly<Record<string, Json>>;
  fields: Readonly<Record<string, Json>>;
}>;

/** Process id → the ids of its user tasks, for every process that may be named. */
export type ProcessTasks = Readonly<Record<string, readonly string[]>>;

/** A whole item, or everything that is wrong with its file. */
export type Assembled = Readonly<{ ok: true; item: Item } | { ok: false; problems: readonly Problem[] }>;

const itemShape = Compile(Item);
const fieldReference = /^fields\.json#\/(.+)$/;

/** The whole item of one file's content. Refuses with problems: unknown shared parts, wrong shape, broken inner references. */
export function assembleItem(raw: unknown, shared: SharedParts, processes: ProcessTasks): Assembled {
  const problems: Problem[] = [];
  const whole = fillItem(raw, shared, problems);
  if (problems.length > 0) return { ok: false, problems };
  if (!itemShape.Check(whole)) {
    const wrong = itemShape.Errors(whole).map((e) => problem(e.instancePath, 'catalogue.wrong_shape', { message: e.message, keyword: e.keyword, detail: JSON.stringify(e.params) }));
    return { ok: false, problems: wrong };
  }
  const broken = checkItem(whole, processes);
  return broken.length > 0 ? { ok: false, problems: broken } : { ok: true, item: whole };
}

function fillItem(raw: unknown, shared: SharedParts, problems: Problem[]): unknown {
  if (!isRecord(raw) || !Array.isArray(raw['handling_items'])) return raw;
  const handling_items = raw['handling_items'].map((handling: Json, i: number) => {
    if (!isRecord(handling)) return handling;
    const at = pointer('handling_items', i);
    return { ...handling, materials: fillMaterials(handling['materials'], shared, at, problems), form: fillForm(handling['form'], shared, at, problems) };
  });
  return { ...raw, handling_items };
}

function fillMaterials(materials: Json | undefined, shared: SharedParts, at: string, problems: Problem[]): unknown {
  if (!Array.isArray(materials)) return materials;
  return materials.map((material, i) => fillUse(material, shared.materials, `${at}/materials/${i}`, problems));
}

/** `{ "use": id, …overrides }` → the shared part with the overrides laid over it. */
function fillUse(entry: Json, parts: Readonly<Record<string, Json>>, at: string, problems: Problem[]): Json {
  if (!isRecord(entry) || typeof entry['use'] !== 'string') return entry;
  const { use, ...overrides } = entry;
  const part = Object.hasOwn(parts, use as string) ? parts[use as string] : undefined;
  if (!isRecord(part)) {
    problems.push(problem(at, 'catalogue.unknown_shared_part', { id: use as string }));
    return entry;
  }
  return { ...part, ...overrides };
}

function fillForm(form: Json | undefined, shared: SharedParts, at: string, problems: Problem[]): unknown {
  if (!isRecord(form) || !isRecord(form['schema']) || !isRecord(form['ui'])) return form;
  const schema = { ...form['schema'], ...(isRecord(form['schema']['properties']) ? { properties: fillProperties(form['schema']['properties'], shared, at, problems) } : {}) };
  const uiParts = Object.fromEntries(Object.entries(shared.fields).map(([id, field]) => [id, isRecord(field) ? (field['ui'] ?? null) : null]));
  const pages = form['ui']['pages'];
  if (!Array.isArray(pages)) return { ...form, schema };
  const filled = pages.map((page, p) => {
    if (!isRecord(page) || !Array.isArray(page['fields'])) return page;
    return { ...page, fields: page['fields'].map((entry, f) => fillUse(entry, uiParts, `${at}/form/ui/pages/${p}/fields/${f}`, problems)) };
  });
  return { ...form, schema, ui: { ...form['ui'], pages: filled } };
}

function fillProperties(properties: Readonly<Record<string, Json>>, shared: SharedParts, at: string, problems: Problem[]): Record<string, Json> {
  return Object.fromEntries(
    Object.entries(properties).map(([name, property]) => {
      const reference = isRecord(property) && typeof property['$ref'] === 'string' ? property['$ref'] : undefined;
      if (reference === undefined) return [name, property];
      const id = fieldReference.exec(reference)?.[1] ?? reference;
      const field = Object.hasOwn(shared.fields, id) ? shared.fields[id] : undefined;
      if (isRecord(field) && field['schema'] !== undefined) return [name, field['schema']];
      problems.push(problem(`${at}/form/schema/properties/${name}`, 'catalogue.unknown_shared_part', { id }));
      return [name, property];
    }),
  );
}
