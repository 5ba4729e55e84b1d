import type { FieldUi, Form } from '../wire.ts';
import type { FieldWhen } from '../field/field.tsx';

/** The part of a JSON Schema property the renderer reads; the server judges by the whole schema. */
export interface FieldSchema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly items?: { readonly enum?: readonly unknown[] };
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
}

/** Name under which a field's control is posted. */
export const controlName = (field: string): string => `f.${field}`;
/** Id of a field's (first) control: where the error summary leads. */
export const controlId = (field: string): string => `f-${field}`;

/** The schema of one field; empty where the form has none. */
export function schemaOf(form: Form, field: string): FieldSchema {
  return (form.schema.properties[field] as FieldSchema | undefined) ?? {};
}

/** All fields in the order in which they are asked. */
export function fieldsOf(form: Form): readonly FieldUi[] {
  return form.ui.pages.flatMap((page) => page.fields);
}

/** Values a choice field offers, in the order of the schema. */
export function choiceValues(form: Form, field: FieldUi): readonly string[] {
  const schema = schemaOf(form, field.name);
  const values = schema.enum ?? schema.items?.enum ?? Object.keys(field.options ?? {});
  return values.map(String);
}

/** A statement to be confirmed (`const: true`), asked as one check box. */
export function isConfirmation(form: Form, field: FieldUi): boolean {
  return field.widget === 'yes_no' && schemaOf(form, field.name).const === true;
}

/** Whether the schema always asks for the field. A field asked only under a condition counts as required while the condition holds and some if/then requires it. */
export function isRequired(form: Form, field: FieldUi): boolean {
  if (form.schema.required?.includes(field.name)) return true;
  if (!field.when) return false;
  return (form.schema.allOf ?? []).some((rule) => {
    const then = (rule as { then?: { required?: readonly string[] } }).then;
    return then?.required?.includes(field.name) === true;
  });
}

/** Whether a field is asked with these answers. */
export function isAsked(field: FieldUi, answers: Readonly<Record<string, unknown>>): boolean {
  if (!field.when) return true;
  const given = answers[field.when.field];
  const values = Array.isArray(given) ? given : [given];
  return field.when.any_of.some((wanted) => values.includes(wanted));
}

/** The condition as the controls carry it, for the island that hides fields not asked. */
export function whenOf(field: FieldUi): FieldWhen | undefined {
  return field.when ? { name: controlName(field.when.field), anyOf: field.when.any_of.map(String) } : undefined;
}
