/** The form of a bundle as it stands in one case: only what the parts in the case ask for. Pure. */
import type { Form, HandlingItem } from '../../../contract/catalogue.ts';
import { holds, standingAnswers, type Answers } from './checklist.ts';

/** The form with the fields that these situation answers bring in, required where a part in the case must have them. The form of an item that is no bundle is itself. */
export function askedForm({ form, questions }: Pick<HandlingItem, 'form' | 'questions'>, answers: Answers): Form {
  if (!form.ui.pages.some((page) => page.fields.some((field) => field.for_parts))) return form;
  const standing = new Map(Object.entries(standingAnswers(questions, answers)));
  const pages = form.ui.pages
    .map((page) => ({
      ...page,
      fields: page.fields.flatMap((field) => {
        if (!field.for_parts) return [field];
        const parts = field.for_parts.filter((part) => holds(part.when, standing));
        return parts.length > 0 ? [{ ...field, for_parts: parts }] : [];
      }),
    }))
    .filter((page) => page.fields.length > 0);
  const fields = new Map(pages.flatMap((page) => page.fields).map((field) => [field.name, field]));
  const required = (form.schema.required ?? []).filter((name) => fields.get(name)?.for_parts?.some((part) => part.required) ?? fields.has(name));
  const properties = Object.fromEntries(Object.entries(form.schema.properties).filter(([name]) => fields.has(name)));
  const rules = (form.schema.allOf ?? []).filter((rule) => named(rule).every((name) => fields.has(name)));
  const { allOf: _, ...schema } = form.schema;
  return { schema: { ...schema, properties, required, ...(rules.length > 0 ? { allOf: rules } : {}) }, ui: { pages } };
}

/** The fields a rule speaks of. */
function named(rule: unknown): readonly string[] {
  if (typeof rule !== 'object' || rule === null) return [];
  return Object.entries(rule).flatMap(([key, value]: readonly [string, unknown]) => {
    if (key === 'properties' && typeof value === 'object' && value !== null) return Object.keys(value);
    if (key === 'required' && Array.isArray(value)) return value.map(String);
    return ['if', 'then', 'else', 'not'].includes(key) ? named(value) : [];
  });
}
