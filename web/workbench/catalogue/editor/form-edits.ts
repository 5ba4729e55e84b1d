/** Changes to a form: what is asked (ui) and what is accepted (JSON Schema) always say the same, as the server checks it (server/domains/catalogue/form-checks.ts). Pure. */
import type { FieldUi as FieldUiSchema, Form } from '../../../../contract/catalogue.ts';
import type { Static } from 'typebox';

export type FieldUi = Static<typeof FieldUiSchema>;
export type Widget = FieldUi['widget'];
type Json = unknown;
type Rule = Readonly<{ if?: Readonly<{ properties?: Readonly<Record<string, Json>> }>; then?: Readonly<{ required?: readonly string[]; properties?: Readonly<Record<string, Json>> }>; else?: Readonly<{ properties?: Readonly<Record<string, Json>> }> }>;

export const isChoice = (widget: Widget): boolean => widget === 'radio' || widget === 'select' || widget === 'checkboxes';

/** What each widget accepts when it is chosen: bounded, as the catalogue's own fields are (data/catalogue/fields.json). */
export function schemaFor(widget: Widget, values: readonly string[] = []): Readonly<Record<string, Json>> {
  switch (widget) {
    case 'text': return { type: 'string', minLength: 1, maxLength: 80 };
    case 'textarea': return { type: 'string', minLength: 1, maxLength: 500 };
    case 'radio':
    case 'select': return { type: 'string', enum: values };
    case 'checkboxes': return { type: 'array', items: { type: 'string', enum: values }, minItems: 1, uniqueItems: true, maxItems: Math.max(1, values.length) };
    case 'yes_no': return { type: 'boolean' };
    case 'date': return { type: 'string', format: 'date' };
    case 'integer': return { type: 'integer', minimum: 0, maximum: 1_000_000 };
    case 'money': return { type: 'integer', minimum: 0, maximum: 10_000_000_000_000 };
    case 'area': return { type: 'integer', minimum: 1, maximum: 1_000_000_000_000 };
    case 'phone': return { type: 'string', minLength: 5, maxLength: 20 };
    case 'identity_number': return { type: 'string', minLength: 5, maxLength: 30 };
    case 'credit_code': return { type: 'string', minLength: 15, maxLength: 18 };
    case 'community': return { type: 'string', pattern: '^[0-9]{12}$' };
    case 'bank_account': return { type: 'string', pattern: '^[0-9]{8,30}$' };
  }
}

/** Every field in the order in which it is asked. */
export const fieldsIn = (form: Form): readonly FieldUi[] => form.ui.pages.flatMap((page) => page.fields);

const withPages = (form: Form, pages: readonly Form['ui']['pages'][number][]): Form => ({ ...form, ui: { ...form.ui, pages: [...pages] } });
const mapFields = (form: Form, change: (field: FieldUi) => FieldUi): Form => withPages(form, form.ui.pages.map((page) => ({ ...page, fields: page.fields.map(change) })));
const without = <T>(record: Readonly<Record<string, T>>, name: string): Record<string, T> => Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));

function schemaWith(form: Form, change: Readonly<{ properties?: Readonly<Record<string, Json>>; required?: readonly string[]; allOf?: readonly Json[] }>): Form {
  const { required: oldRequired, allOf: oldAllOf, ...rest } = form.schema;
  const required = change.required ?? oldRequired ?? [];
  const allOf = change.allOf ?? oldAllOf ?? [];
  return { ...form, schema: { ...rest, properties: { ...(change.properties ?? form.schema.properties) }, ...(required.length > 0 ? { required: [...required] } : {}), ...(allOf.length > 0 ? { allOf: [...allOf] } : {}) } };
}

/** Whether the form must have an answer to the field whenever it is asked. */
export function isFieldRequired(form: Form, name: string): boolean {
  return (form.schema.required ?? []).includes(name) || (form.schema.allOf ?? []).some((rule) => (rule as Rule).then?.required?.includes(name) === true);
}

/** A name not used in the form yet. */
export function freshName(form: Form, base = 'field'): string {
  const names = new Set(fieldsIn(form).map((field) => field.name));
  let n = names.size + 1;
  while (names.has(`${base}_${n}`)) n += 1;
  return `${base}_${n}`;
}

/** A new field at the end of a page. */
export function addField(form: Form, page: number, name: string): Form {
  const field: FieldUi = { name, widget: 'text', label: { 'zh-CN': '', 'zh-HK': '', en: '' } };
  const next = withPages(form, form.ui.pages.map((one, i) => (i === page ? { ...one, fields: [...one.fields, field] } : one)));
  return schemaWith(next, { properties: { ...form.schema.properties, [name]: schemaFor('text') }, required: [...(form.schema.required ?? []), name] });
}

/** Rules of the schema without any word of a field. */
function rulesWithout(form: Form, name: string): readonly Json[] {
  return (form.schema.allOf ?? []).flatMap((one) => {
    const rule = one as Rule;
    const condition = rule.if?.properties ?? {};
    if (Object.hasOwn(condition, name)) return [];
    const then = { ...rule.then, ...(rule.then?.required ? { required: rule.then.required.filter((other) => other !== name) } : {}), ...(rule.then?.properties ? { properties: without(rule.then.properties, name) } : {}) };
    const otherwise = rule.else?.properties ? without(rule.else.properties, name) : {};
    const says = (then.required?.length ?? 0) > 0 || Object.keys(then.properties ?? {}).length > 0;
    if (!says) return [];
    const { else: _old, ...rest } = rule;
    return [{ ...rest, then: tidy(then), ...(Object.keys(otherwise).length > 0 ? { else: { properties: otherwise } } : {}) }];
  });
}

function tidy(then: NonNullable<Rule['then']>): Json {
  const { required, properties, ...rest } = then;
  return { ...rest, ...(required && required.length > 0 ? { required } : {}), ...(properties && Object.keys(properties).length > 0 ? { properties } : {}) };
}

/** A field taken away, with every condition that hung on it. */
export function removeField(form: Form, name: string): Form {
  const hanging = fieldsIn(form).filter((field) => field.when?.field === name).map((field) => field.name);
  const freed = hanging.reduce((one, other) => setFieldWhen(one, other, undefined), form);
  const kept = withPages(freed, freed.ui.pages.map((page) => ({ ...page, fields: page.fields.filter((field) => field.name !== name) })));
  return schemaWith(kept, { properties: without(kept.schema.properties, name), required: (kept.schema.required ?? []).filter((one) => one !== name), allOf: rulesWithout(kept, name) });
}

/** A field called otherwise, in the schema and in every condition that names it. */
export function renameField(form: Form, from: string, to: string): Form {
  if (from === to || Object.hasOwn(form.schema.properties, to)) return form;
  const keyed = <T>(record: Readonly<Record<string, T>> | undefined): Record<string, T> => Object.fromEntries(Object.entries(record ?? {}).map(([key, value]) => [key === from ? to : key, value]));
  const named = (names: readonly string[] | undefined): string[] => (names ?? []).map((name) => (name === from ? to : name));
  const asked = mapFields(form, (field) => ({ ...field, ...(field.name === from ? { name: to } : {}), ...(field.when?.field === from ? { when: { ...field.when, field: to } } : {}) }));
  const rules = (form.schema.allOf ?? []).map((one) => {
    const rule = one as Rule & { if?: { required?: readonly string[] } };
    return {
      ...rule,
      ...(rule.if ? { if: { ...rule.if, ...(rule.if.properties ? { properties: keyed(rule.if.properties) } : {}), ...(rule.if.required ? { required: named(rule.if.required) } : {}) } } : {}),
      ...(rule.then ? { then: { ...rule.then, ...(rule.then.required ? { required: named(rule.then.required) } : {}), ...(rule.then.properties ? { properties: keyed(rule.then.properties) } : {}) } } : {}),
      ...(rule.else?.properties ? { else: { ...rule.else, properties: keyed(rule.else.properties) } } : {}),
    };
  });
  return schemaWith(asked, { properties: keyed(form.schema.properties), required: named(form.schema.required), allOf: rules });
}

/** Another way of asking. Options stay where the new way has some; bounds stay where the type does. */
export function setWidget(form: Form, name: string, widget: Widget): Form {
  const field = fieldsIn(form).find((one) => one.name === name);
  if (!field || field.widget === widget) return form;
  const options = isChoice(widget) ? (field.options ?? {}) : undefined;
  const asked = mapFields(form, (one) => {
    if (one.name !== name) return one;
    const { options: _old, ...rest } = one;
    return { ...rest, widget, ...(options ? { options } : {}) };
  });
  const freed = fieldsIn(asked).filter((one) => one.when?.field === name).reduce((one, other) => setFieldWhen(one, other.name, undefined), asked);
  return schemaWith(freed, { properties: { ...freed.schema.properties, [name]: schemaFor(widget, Object.keys(options ?? {})) } });
}

/** Whether a field must be answered; one asked only at times must be only then. */
export function setFieldRequired(form: Form, name: string, required: boolean): Form {
  const field = fieldsIn(form).find((one) => one.name === name);
  if (field?.when) return withRule(form, name, field.when, required);
  const others = (form.schema.required ?? []).filter((one) => one !== name);
  return schemaWith(form, { required: required ? [...others, name] : others });
}

/** Asks a field only while another has one of some values; `undefined`: always. It stays required or not, as it was. */
export function setFieldWhen(form: Form, name: string, when: FieldUi['when']): Form {
  const required = isFieldRequired(form, name);
  const asked = mapFields(form, (one) => {
    if (one.name !== name) return one;
    const { when: _old, ...rest } = one;
    return when ? { ...rest, when } : rest;
  });
  const others = (asked.schema.required ?? []).filter((one) => one !== name);
  if (!when) return schemaWith(asked, { allOf: rulesWithout(asked, name), required: required ? [...others, name] : others });
  return withRule(schemaWith(asked, { required: others }), name, when, required);
}

function withRule(form: Form, name: string, when: NonNullable<FieldUi['when']>, required: boolean): Form {
  const [only] = when.any_of;
  const accepted = when.any_of.length === 1 ? { const: only } : { enum: [...when.any_of] };
  const rule = { if: { properties: { [when.field]: accepted }, required: [when.field] }, then: required ? { required: [name] } : { properties: { [name]: true } }, else: { properties: { [name]: false } } };
  return schemaWith(form, { allOf: [...rulesWithout(keepConditions(form, name), name), ...rulesOn(form, name), rule], required: (form.schema.required ?? []).filter((one) => one !== name) });
}

/** Rules that hang on this field, which stay when its own rule is written anew. */
const rulesOn = (form: Form, name: string): readonly Json[] => (form.schema.allOf ?? []).filter((one) => Object.hasOwn((one as Rule).if?.properties ?? {}, name));
const keepConditions = (form: Form, name: string): Form => schemaWith(form, { allOf: (form.schema.allOf ?? []).filter((one) => !Object.hasOwn((one as Rule).if?.properties ?? {}, name)) });

/** The values a choice offers, in order, with their texts. */
export function setOptions(form: Form, name: string, options: NonNullable<FieldUi['options']>): Form {
  const field = fieldsIn(form).find((one) => one.name === name);
  if (!field) return form;
  const values = Object.keys(options);
  const asked = mapFields(form, (one) => (one.name === name ? { ...one, options } : one));
  const old = form.schema.properties[name] as Readonly<Record<string, Json>> | undefined;
  const schema = field.widget === 'checkboxes' ? { ...old, items: { type: 'string', enum: values }, maxItems: Math.max(1, values.length) } : { ...old, enum: values };
  return schemaWith(asked, { properties: { ...form.schema.properties, [name]: schema } });
}

/** A value of a choice called otherwise, also where a field hangs on it. */
export function renameOption(form: Form, name: string, from: string, to: string): Form {
  const field = fieldsIn(form).find((one) => one.name === name);
  if (!field?.options || from === to || Object.hasOwn(field.options, to)) return form;
  const next = setOptions(form, name, Object.fromEntries(Object.entries(field.options).map(([value, text]) => [value === from ? to : value, text])));
  return fieldsIn(next).filter((one) => one.when?.field === name && one.when.any_of.includes(from)).reduce((one, hanging) => setFieldWhen(one, hanging.name, { field: name, any_of: (hanging.when?.any_of ?? []).map((value) => (value === from ? to : value)) }), next);
}

/** A bound of what is accepted: `maxLength`, `minimum` and the like; undefined takes it away. */
export function setBound(form: Form, name: string, bound: string, value: number | undefined): Form {
  const old = (form.schema.properties[name] as Record<string, Json> | undefined) ?? {};
  return schemaWith(form, { properties: { ...form.schema.properties, [name]: value === undefined ? without(old, bound) : { ...old, [bound]: value } } });
}

/** A field before or after its neighbour; at the end of a page it goes on to the next. */
export function moveField(form: Form, name: string, by: 1 | -1): Form {
  const pages = form.ui.pages.map((page) => [...page.fields]);
  const at = pages.findIndex((fields) => fields.some((one) => one.name === name));
  const fields = pages[at];
  const index = fields?.findIndex((one) => one.name === name) ?? -1;
  const field = fields?.[index];
  if (!fields || !field) return form;
  fields.splice(index, 1);
  const to = index + by;
  if (to >= 0 && to <= fields.length) fields.splice(to, 0, field);
  else if (pages[at + by]) (by === 1 ? pages[at + 1]?.unshift(field) : pages[at - 1]?.push(field));
  else return form;
  return withPages(form, form.ui.pages.map((page, i) => ({ ...page, fields: pages[i] ?? [] })));
}
