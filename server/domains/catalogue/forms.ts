/** Filled forms judged: by the form's JSON Schema (2020-12), then field by field by what a widget promises beyond it. Pure. */
import type { FieldUi, Form } from '../../../contract/catalogue.ts';
import type { InputFault, RefusalParams } from '../../kernel/decider.ts';
import type { LocalDay } from '../../kernel/instant.ts';
import { pointer } from './problem.ts';

/** What judging needs from other domains, read before. */
export interface FormPorts {
  /** The day in Shenzhen. */
  readonly today: LocalDay;
  /** Whether a number of a person or of an organisation is well made; the code is a `numbers.*`. */
  readonly identify: (number: string, subject: 'person' | 'organisation') => { readonly ok: boolean; readonly code?: string; readonly params?: RefusalParams };
  /** Whether a text is a telephone number. */
  readonly phone: (text: string) => boolean;
  /** Whether a community of this code stands today. */
  readonly communityInForce: (code: string) => boolean;
}

/** What was filled in: field → value. */
export type Filled = Readonly<Record<string, unknown>>;

/** Judges what was filled in; no faults means it may be taken. Pointers are `/form/<field>`; codes `input.*`, `form.*`, `numbers.*`. */
export type FormJudge = (filled: Filled, ports: FormPorts) => readonly InputFault[];

/** The faults of a filled form by its schema alone, pointers from the form's root; a field that its form asks only at other times is `form.not_asked`. */
export type SchemaJudge = (filled: Filled) => readonly InputFault[];

/** The judge of a form, its schema compiled before. */
export function formJudgeOf(form: Form, bySchema: SchemaJudge): FormJudge {
  const fields = form.ui.pages.flatMap((page) => page.fields);
  return (filled, ports) => {
    const seen = new Set<string>();
    const isNew = (fault: InputFault): boolean => !seen.has(`${fault.pointer} ${fault.code}`) && seen.add(`${fault.pointer} ${fault.code}`) !== undefined;
    const faults = bySchema(filled).map((fault): InputFault => ({ ...fault, pointer: `/form${fault.pointer}` })).filter(isNew);
    const faulty = new Set(faults.map((fault) => fault.pointer));
    const own = fields.filter((field) => Object.hasOwn(filled, field.name) && !faulty.has(pointerOf(field.name))).flatMap((field) => fieldFaults(field, filled[field.name], ports));
    return [...faults, ...own];
  };
}

const pointerOf = (name: string): string => `/form${pointer(name)}`;

/** Days that have happened when somebody writes them down: births, deaths, moves and the like. The rest may lie ahead. */
const pastDays = /(^|_)(born|died|buried|cremated|happened|joined|moved_in|vaccinated|unemployed)_on$|(^|_)since$/;
/** Nobody's life reaches further back, so an older day is a slip of the pen. */
const earliestDay = '1900-01-01';
// Everything below a space, and what hides or turns text; a textarea may break lines.
const hiddenCharacters = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/;
const brokenLine = /[\t\n\r]/;

function fieldFaults(field: FieldUi, value: unknown, ports: FormPorts): readonly InputFault[] {
  if (typeof value !== 'string') return [];
  const fault = (code: string, params: RefusalParams = {}): readonly InputFault[] => [{ pointer: pointerOf(field.name), code, params }];
  if (hiddenCharacters.test(value) || (field.widget !== 'textarea' && brokenLine.test(value))) return fault('form.hidden_characters');
  if (value.trim() === '') return fault('input.required');
  switch (field.widget) {
    case 'identity_number':
    case 'credit_code': {
      const read = ports.identify(value, field.widget === 'credit_code' ? 'organisation' : 'person');
      return read.ok ? [] : fault(read.code ?? 'numbers.unknown_kind', read.params ?? {});
    }
    case 'phone':
      return ports.phone(value) ? [] : fault('numbers.phone_shape');
    case 'community':
      return ports.communityInForce(value) ? [] : fault('form.community_not_in_force', { unit: value });
    case 'date':
      if (value < earliestDay) return fault('form.day_too_early', { earliest: earliestDay });
      return value > ports.today && pastDays.test(field.name) ? fault('form.day_in_future', { today: ports.today }) : [];
    case 'text':
    case 'textarea':
    case 'radio':
    case 'checkboxes':
    case 'select':
    case 'yes_no':
    case 'integer':
    case 'money':
    case 'area':
    case 'bank_account':
      return [];
  }
}
