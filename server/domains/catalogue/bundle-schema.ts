/** JSON Schemas of forms rewritten: fields renamed, fields settled beforehand. Only what data/catalogue uses: `properties`, `required`, and rules of `allOf` with if/then/else. */
import type { FieldUi, Form } from '../../../contract/catalogue.ts';
import { isRecord, problem, type Json, type Problem } from './problem.ts';

/** The rule with its fields under other names; what lies inside a field's own schema stays. */
export function renamed(rule: Json, name: (field: string) => string): Json {
  if (!isRecord(rule)) return rule;
  return Object.fromEntries(
    Object.entries(rule).map(([key, value]) => {
      if (key === 'properties' && isRecord(value)) return [key, Object.fromEntries(Object.entries(value).map(([field, schema]) => [name(field), schema]))];
      if (key === 'required' && Array.isArray(value)) return [key, value.map((field: Json) => name(String(field)))];
      if (['if', 'then', 'else', 'not'].includes(key)) return [key, renamed(value, name)];
      if (['allOf', 'anyOf', 'oneOf'].includes(key) && Array.isArray(value)) return [key, value.map((one: Json) => renamed(one, name))];
      return [key, value];
    }),
  );
}

type Settled = Readonly<Record<string, string | boolean | number>>;

/** The form where some fields are settled beforehand: they are not asked, what hangs on them is asked always or never. */
export function settle(form: Form, settled: Settled, notAsked: readonly string[] = []): { readonly form: Form; readonly problems: readonly Problem[] } {
  const names = Object.keys(settled);
  if (names.length + notAsked.length === 0) return { form, problems: [] };
  const problems = [
    ...[...names, ...notAsked].filter((name) => !Object.hasOwn(form.schema.properties, name)).map((name) => problem(`/${name}`, 'catalogue.bundle_field_unknown', { field: name })),
    ...notAsked.filter((name) => (form.schema.required ?? []).includes(name)).map((name) => problem(`/${name}`, 'catalogue.bundle_field_needed', { field: name })),
  ];
  const gone = new Set([...names, ...notAsked]);
  const required = new Set((form.schema.required ?? []).filter((name) => !gone.has(name)));
  const rules: Json[] = [];
  for (const rule of (form.schema.allOf ?? []) as readonly Json[]) {
    const branch = branchOf(rule, settled);
    if (branch === 'open') rules.push(rule);
    else apply(branch, gone, required);
  }
  const visible = (field: FieldUi): readonly FieldUi[] => {
    if (gone.has(field.name)) return [];
    if (!field.when || !Object.hasOwn(settled, field.when.field)) return [field];
    const { when, ...always } = field;
    return when.any_of.includes(settled[when.field] as string | boolean) ? [always] : [];
  };
  const pages = form.ui.pages.map((page) => ({ ...page, fields: page.fields.flatMap(visible) })).filter((page) => page.fields.length > 0);
  const kept = new Set(pages.flatMap((page) => page.fields.map((field) => field.name)));
  const properties = Object.fromEntries(Object.entries(form.schema.properties).filter(([name]) => kept.has(name)));
  return { form: { schema: { ...form.schema, properties, required: [...required].filter((name) => kept.has(name)), allOf: rules }, ui: { pages } }, problems };
}

/** What a rule comes to under the settled values: its `then`, its `else`, or open where it asks after other fields too. */
function branchOf(rule: Json, settled: Settled): Json | undefined | 'open' {
  if (!isRecord(rule) || !isRecord(rule['if']) || !isRecord(rule['if']['properties'])) return 'open';
  const asked = Object.entries(rule['if']['properties']);
  const holds = ([name, schema]: readonly [string, Json]): boolean => {
    if (!isRecord(schema)) return false;
    return 'const' in schema ? schema['const'] === settled[name] : Array.isArray(schema['enum']) && (schema['enum'] as readonly Json[]).includes(settled[name] ?? null);
  };
  const known = asked.filter(([name]) => Object.hasOwn(settled, name));
  if (known.some((one) => !holds(one))) return rule['else'];
  return known.length === asked.length ? rule['then'] : 'open';
}

/** What a branch demands, demanded always: fields it forbids are gone, fields it requires are required. */
function apply(branch: Json | undefined, gone: Set<string>, required: Set<string>): void {
  if (!isRecord(branch)) return;
  if (Array.isArray(branch['required'])) for (const name of branch['required'] as readonly Json[]) required.add(String(name));
  if (isRecord(branch['properties'])) for (const [name, schema] of Object.entries(branch['properties'])) if (schema === false) gone.add(name);
}
