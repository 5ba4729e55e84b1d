import type { FieldUi, Form } from '../wire.ts';
import type { Language, MessageParams, Messages } from '../../../contract/language.ts';
import { say } from '../../../contract/language.ts';
import { numbersMessages } from '../../../contract/messages/numbers.ts';
import { uiMessages } from '../../../contract/messages/ui.ts';
import { squareMetres, yuan } from '../dates.ts';
import type { ErrorLine } from '../error-summary/error-summary.tsx';
import { controlId, fieldsOf, isConfirmation, schemaOf } from './form-field.ts';
import type { FormFault } from './read-form.ts';

/** A problem as the server sends it (contract/common.ts FieldProblem). */
export interface ServerProblem {
  readonly pointer: string;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Server problems that are about fields of this form, as faults of those fields; the others are left out. */
export function faultsOf(form: Form, problems: readonly ServerProblem[]): readonly FormFault[] {
  const names = new Set(Object.keys(form.schema.properties));
  return problems.flatMap((problem) => {
    const field = problem.pointer.split('/').map((part) => part.replace(/~1/g, '/').replace(/~0/g, '~')).find((part) => names.has(part));
    return field === undefined ? [] : [{ field, reason: problem.code.startsWith('numbers.') ? problem.code : (problem.code.split('.').at(-1) ?? 'other'), params: problem.params }];
  });
}

const choiceWidgets: readonly string[] = ['radio', 'select', 'checkboxes', 'yes_no'];
const patternWidgets: readonly string[] = ['phone', 'identity_number', 'credit_code', 'bank_account', 'community'];
const synonyms: Readonly<Record<string, string>> = { not_a_choice: 'enum', wrong_type: 'type', wrong_form: 'pattern', minLength: 'min_length', too_short: 'min_length', maxLength: 'max_length', too_long: 'max_length', too_small: 'minimum', too_large: 'maximum', exclusiveMinimum: 'minimum', exclusiveMaximum: 'maximum', missing: 'required' };

function reasonFor(form: Form, field: FieldUi, reason: string): string {
  const plain = synonyms[reason] ?? reason;
  if (isConfirmation(form, field)) return 'confirm';
  if (plain === 'required' || plain === 'enum' || plain === 'minItems') {
    if (field.widget === 'community') return 'community';
    return choiceWidgets.includes(field.widget) ? 'choose' : 'required';
  }
  if (patternWidgets.includes(field.widget) && ['pattern', 'format', 'type', 'min_length', 'max_length'].includes(plain)) return field.widget;
  if (field.widget === 'date') return ['day_too_early', 'day_in_future', 'not_asked'].includes(plain) ? plain : 'date';
  if (plain === 'type' || plain === 'multipleOf') return ['integer', 'money', 'area'].includes(field.widget) ? field.widget : 'other';
  if ((plain === 'format' || plain === 'pattern') && schemaOf(form, field.name).format === 'email') return 'email';
  return plain;
}

function limitOf(form: Form, field: FieldUi, reason: string): MessageParams {
  const schema = schemaOf(form, field.name);
  const limits: Readonly<Record<string, number | undefined>> = { minimum: schema.minimum, maximum: schema.maximum, min_length: schema.minLength, max_length: schema.maxLength };
  const limit = limits[reason];
  if (limit === undefined) return {};
  if (field.widget === 'money') return { limit: yuan(limit) };
  return { limit: field.widget === 'area' ? squareMetres(limit) : limit };
}

/** The sentence of one fault, naming the field by its label. */
export function faultWords(form: Form, fault: FormFault, language: Language): string {
  const field = fieldsOf(form).find((one) => one.name === fault.field);
  const messages: Messages = uiMessages;
  if (!field) return say(uiMessages['fault.other'], language, { field: fault.field });
  const sentence = (numbersMessages as Messages)[fault.reason];
  if (sentence) return say(uiMessages['fault.named'], language, { field: field.label[language], sentence: say(sentence, language, fault.params) });
  const reason = reasonFor(form, field, fault.reason);
  const text = messages[`fault.${reason}`] ?? uiMessages['fault.other'];
  return say(text, language, { ...fault.params, ...limitOf(form, field, reason), field: field.label[language] });
}

/** The lines of the error summary, in the order of the fields, one for each faulty field. */
export function faultLines(form: Form, faults: readonly FormFault[], language: Language): readonly ErrorLine[] {
  return fieldsOf(form).flatMap((field) => {
    const fault = faults.find((one) => one.field === field.name);
    return fault ? [{ text: faultWords(form, fault, language), fieldId: controlId(field.name) }] : [];
  });
}
