/** The form of a bundle: the fields of its parts, each asked once. */
import type { FieldUi, Form } from '../../../contract/catalogue.ts';
import type { Localized } from '../../../contract/language.ts';
import { settle, renamed } from './bundle-schema.ts';
import { inverted, same, type Part, type Situation } from './bundle-parts.ts';
import { both, whenOf } from './bundle-when.ts';
import { isRecord, problem, type Json, type Problem } from './problem.ts';

type Page = Form['ui']['pages'][number];

interface Gathered {
  readonly properties: Record<string, Json>;
  readonly fields: Map<string, FieldUi>;
  readonly required: Set<string>;
  readonly rules: Json[];
  readonly pages: Page[];
  readonly problems: Problem[];
}

/**
 * Merges forms. Fields equal by name, schema and words are asked once; the same name for something else is refused unless the definition names it apart. What the
 * bundle itself settles (`fixed_fields`) is not asked. Confirmations come last, on a page of their own. `names` gives, for each part, bundle field → part field.
 */
export function mergeForms(parts: readonly Part[], situations: ReadonlyMap<string, Situation>, confirm: Localized): { readonly form: Form; readonly names: ReadonlyMap<string, Readonly<Record<string, string>>>; readonly problems: readonly Problem[] } {
  const gathered: Gathered = { properties: {}, fields: new Map(), required: new Set(), rules: [], pages: [], problems: [] };
  const names = new Map<string, Readonly<Record<string, string>>>();
  for (const part of parts) names.set(part.definition.element, partForm(part, situations.get(part.definition.element), gathered));
  const asked = (page: Page): readonly FieldUi[] => page.fields.flatMap((field) => gathered.fields.get(field.name) ?? []);
  const isConfirmation = (field: FieldUi): boolean => isRecord(gathered.properties[field.name]) && (gathered.properties[field.name] as { const?: Json }).const === true;
  const pages = gathered.pages.map((page) => ({ ...page, fields: asked(page).filter((field) => !isConfirmation(field)) })).filter((page) => page.fields.length > 0);
  const confirmations = gathered.pages.flatMap(asked).filter(isConfirmation);
  const last = confirmations.length > 0 ? [{ id: 'confirm', title: confirm, fields: confirmations }] : [];
  const rules = gathered.rules.filter((rule, i) => gathered.rules.findIndex((one) => same(one, rule)) === i);
  const form: Form = {
    schema: { type: 'object', properties: gathered.properties, required: [...gathered.required], ...(rules.length > 0 ? { allOf: rules } : {}), additionalProperties: false },
    ui: { pages: [...pages, ...last] },
  };
  return { form, names, problems: gathered.problems };
}

/** Adds one part's fields; answers bundle field → part field. */
function partForm(part: Part, situation: Situation | undefined, all: Gathered): Readonly<Record<string, string>> {
  const { definition, handling, at } = part;
  const answered = definition.answer_fields ?? {};
  const settled = settle(handling.form, { ...definition.fixed_fields, ...Object.fromEntries(Object.keys(answered).map((field) => [field, true])) }, definition.not_asked);
  all.problems.push(...settled.problems.map((one) => ({ ...one, pointer: `${at}/fixed_fields${one.pointer}` })));
  const explicit = inverted(definition.fields);
  const name = (field: string): string => explicit[field] ?? field;
  for (const [field, bundleName] of Object.entries(explicit)) if (!Object.hasOwn(handling.form.schema.properties, field)) all.problems.push(problem(`${at}/fields/${bundleName}`, 'catalogue.bundle_field_unknown', { field }));
  const before = new Map(handling.form.ui.pages.flatMap((page) => page.fields).map((field) => [field.name, field.when]));
  const mapped: Record<string, string> = {};
  for (const page of settled.form.ui.pages) {
    const fresh: FieldUi[] = [];
    for (const field of page.fields) {
      const own = name(field.name);
      mapped[own] = field.name;
      const isRequired = (settled.form.schema.required ?? []).includes(field.name);
      const hangsOn = answered[before.get(field.name)?.field ?? ''];
      const when = whenOf(both(situation?.condition ?? [], hangsOn ? [[hangsOn]] : []));
      const entry = { element: definition.element, required: isRequired, ...(when ? { when } : {}) };
      const ui: FieldUi = { ...field, name: own, ...(field.when ? { when: { ...field.when, field: name(field.when.field) } } : {}) };
      const schema = settled.form.schema.properties[field.name] as Json;
      if (isRequired) all.required.add(own);
      const known = all.fields.get(own);
      if (!known) {
        all.properties[own] = schema;
        fresh.push(ui);
        all.fields.set(own, { ...ui, for_parts: [entry] });
        continue;
      }
      const differs = difference(known, all.properties[own] ?? null, ui, schema, explicit[field.name] !== undefined);
      if (differs) all.problems.push(problem(`${at}/fields`, 'catalogue.bundle_field_conflict', { field: field.name, part: definition.element, differs }));
      all.fields.set(own, { ...known, for_parts: [...(known.for_parts ?? []), entry] });
    }
    if (fresh.length > 0) placeOn(all.pages, { ...page, id: `${definition.element}_${page.id}`, fields: fresh });
  }
  for (const rule of settled.form.schema.allOf ?? []) all.rules.push(renamed(rule as Json, name));
  return mapped;
}

/** What several parts ask under one heading is one page, as long as every field still comes after the one it hangs on. */
function placeOn(pages: Page[], page: Page): void {
  const at = pages.findIndex((one) => one.title['zh-CN'] === page.title['zh-CN']);
  const known = new Set([...pages.slice(0, at + 1), page].flatMap((one) => one.fields.map((field) => field.name)));
  const there = pages[at];
  if (there && page.fields.every((field) => !field.when || known.has(field.when.field))) pages[at] = { ...there, fields: [...there.fields, ...page.fields] };
  else pages.push(page);
}

/** In what two fields of one name differ; undefined where they are the same question. Where the definition joins them, only what may be answered counts. */
function difference(known: FieldUi, knownSchema: Json, other: FieldUi, schema: Json, joined: boolean): string | undefined {
  if (known.widget !== other.widget) return 'widget';
  if (!same(knownSchema, schema)) return 'schema';
  if (!same(known.when ?? null, other.when ?? null)) return 'when';
  if (joined) return undefined;
  if (known.label['zh-CN'] !== other.label['zh-CN']) return 'label';
  return same(optionWords(known), optionWords(other)) ? undefined : 'options';
}

const optionWords = (field: FieldUi): Readonly<Record<string, string>> => Object.fromEntries(Object.entries(field.options ?? {}).map(([value, text]) => [value, text['zh-CN']]));
