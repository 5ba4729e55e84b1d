/** Whether a form's questions and its JSON Schema say the same thing. */
import type { FieldUi, Form } from '../../../contract/catalogue.ts';
import { isRecord, problem, repeated, type Json, type Problem } from './problem.ts';

type Properties = Readonly<Record<string, Json>>;

/** Everything wrong between the ui block and the schema of one form; empty where they agree. */
export function checkForm(form: Form, at: string): readonly Problem[] {
  const properties = form.schema.properties as Properties;
  const fields = form.ui.pages.flatMap((page, p) => page.fields.map((ui, f) => ({ ui, at: `${at}/ui/pages/${p}/fields/${f}` })));
  const names = fields.map((field) => field.ui.name);
  return [
    ...repeated(names).map((name) => problem(`${at}/ui`, 'catalogue.field_twice', { name })),
    ...repeated(form.ui.pages.map((page) => page.id)).map((id) => problem(`${at}/ui`, 'catalogue.page_twice', { id })),
    ...Object.keys(properties).filter((name) => !names.includes(name)).map((name) => problem(`${at}/schema/properties`, 'catalogue.field_not_asked', { name })),
    ...(form.schema.required ?? []).filter((name) => !Object.hasOwn(properties, name)).map((name) => problem(`${at}/schema/required`, 'catalogue.required_unknown', { name })),
    ...fields.flatMap((field) => checkField(field.ui, form, field.at)),
  ];
}

function checkField(ui: FieldUi, form: Form, at: string): readonly Problem[] {
  const properties = form.schema.properties as Properties;
  const schema = Object.hasOwn(properties, ui.name) ? properties[ui.name] : undefined;
  if (!isRecord(schema)) return [problem(at, 'catalogue.field_without_schema', { name: ui.name })];
  return [...checkWidget(ui, schema, at), ...checkOptions(ui, schema, at), ...checkFieldWhen(ui, form, at)];
}

/** JSON Schema `type` (and format) that each widget yields. */
const yields: Readonly<Record<string, readonly [type: string, format?: string]>> = {
  text: ['string'], textarea: ['string'], radio: ['string'], select: ['string'], checkboxes: ['array'], yes_no: ['boolean'], date: ['string', 'date'],
  integer: ['integer'], money: ['integer'], area: ['integer'], phone: ['string'], identity_number: ['string'], credit_code: ['string'], community: ['string'], bank_account: ['string'],
};

function checkWidget(ui: FieldUi, schema: Properties, at: string): readonly Problem[] {
  const [type, format] = yields[ui.widget] ?? ['string'];
  const problems: Problem[] = [];
  if (schema['type'] !== type || (format !== undefined && schema['format'] !== format)) problems.push(problem(at, 'catalogue.widget_not_as_schema', { name: ui.name, widget: ui.widget }));
  // A text without an end is an open door for whoever wants to fill the database.
  const bounded = ['maxLength', 'enum', 'const', 'pattern'].some((key) => key in schema) || schema['format'] === 'date';
  if (type === 'string' && !bounded) problems.push(problem(at, 'catalogue.text_without_end', { name: ui.name }));
  return problems;
}

function checkOptions(ui: FieldUi, schema: Properties, at: string): readonly Problem[] {
  const choice = ui.widget === 'radio' || ui.widget === 'select' || ui.widget === 'checkboxes';
  const of = ui.widget === 'checkboxes' && isRecord(schema['items']) ? schema['items'] : schema;
  const values = Array.isArray(of['enum']) ? (of['enum'] as readonly Json[]).map(String) : [];
  if (!choice) return values.length > 0 && ui.options === undefined ? [problem(at, 'catalogue.choice_without_texts', { name: ui.name })] : [];
  const texts = Object.keys(ui.options ?? {});
  if (values.length === 0) return [problem(at, 'catalogue.choice_without_values', { name: ui.name })];
  const missing = values.filter((value) => !texts.includes(value));
  const extra = texts.filter((text) => !values.includes(text));
  return [
    ...missing.map((value) => problem(at, 'catalogue.value_without_text', { name: ui.name, value })),
    ...extra.map((value) => problem(at, 'catalogue.text_without_value', { name: ui.name, value })),
  ];
}

/** A field shown only at times: the field it hangs on exists before it, its values exist, and the schema has the same if/then. */
function checkFieldWhen(ui: FieldUi, form: Form, at: string): readonly Problem[] {
  if (ui.when === undefined) return [];
  const problems: Problem[] = [];
  const { field, any_of: anyOf } = ui.when;
  const order = form.ui.pages.flatMap((page) => page.fields.map((f) => f.name));
  if (!order.slice(0, order.indexOf(ui.name)).includes(field)) problems.push(problem(`${at}/when`, 'catalogue.depends_on_later_field', { name: ui.name, field }));
  const known = possibleValues((form.schema.properties as Properties)[field]);
  for (const value of anyOf) if (known !== undefined && !known.includes(value)) problems.push(problem(`${at}/when`, 'catalogue.depends_on_unknown_value', { name: ui.name, value: String(value) }));
  if ((form.schema.required ?? []).includes(ui.name)) problems.push(problem(at, 'catalogue.hidden_but_required', { name: ui.name }));
  if (!(form.schema.allOf ?? []).some((rule) => saysSame(rule as Json, ui.name, field, anyOf))) problems.push(problem(`${at}/when`, 'catalogue.condition_not_in_schema', { name: ui.name, field }));
  return problems;
}

function possibleValues(schema: Json | undefined): readonly Json[] | undefined {
  if (!isRecord(schema)) return [];
  if (schema['type'] === 'boolean') return [true, false];
  return Array.isArray(schema['enum']) ? (schema['enum'] as readonly Json[]) : undefined;
}

/** `{ if: { properties: { field: const|enum = anyOf } }, then: { required or properties: name } }`, in whichever order. */
function saysSame(rule: Json, name: string, field: string, anyOf: readonly (string | boolean)[]): boolean {
  if (!isRecord(rule) || !isRecord(rule['if']) || !isRecord(rule['then']) || !isRecord(rule['if']['properties'])) return false;
  const condition = rule['if']['properties'][field];
  if (!isRecord(condition)) return false;
  const values = 'const' in condition ? [condition['const']] : Array.isArray(condition['enum']) ? (condition['enum'] as readonly Json[]) : [];
  const sameValues = values.length === anyOf.length && anyOf.every((value) => values.includes(value));
  const { required, properties } = rule['then'];
  const named = (Array.isArray(required) && (required as readonly Json[]).includes(name)) || (isRecord(properties) && Object.hasOwn(properties, name));
  return sameValues && named;
}
