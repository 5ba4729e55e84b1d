import type { FieldUi, Form } from '../wire.ts';
import { controlName, fieldsOf, isAsked, isConfirmation } from './form-field.ts';

/** A fault found while reading an answer, or sent by the server: field, reason (last part of a `fault.…` code), parameters. */
export interface FormFault {
  readonly field: string;
  readonly reason: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** What was posted: control name → values in order. */
export type Posted = Readonly<Record<string, readonly string[]>>;

/** Typed answers, and what could not be read. Empty fields are absent; fields not asked are left out. */
export interface ReadForm {
  readonly answers: Readonly<Record<string, unknown>>;
  readonly faults: readonly FormFault[];
}

type Read = { readonly value?: unknown; readonly reason?: string };

/** Gathers name–value pairs (FormData, URLSearchParams) by name. */
export function gather(entries: Iterable<readonly [string, unknown]>): Posted {
  const posted: Record<string, string[]> = Object.create(null) as Record<string, string[]>;
  for (const [name, value] of entries) if (typeof value === 'string') (posted[name] ??= []).push(value);
  return posted;
}

/** Reads the answers of `fields` (all fields of the form unless given) back from a posted body; the inverse of FormFields. */
export function readForm(form: Form, posted: Posted, fields: readonly FieldUi[] = fieldsOf(form), known: Readonly<Record<string, unknown>> = {}): ReadForm {
  const all: Record<string, unknown> = {};
  const faults: FormFault[] = [];
  for (const field of fields) {
    const { value, reason } = readField(form, field, posted);
    if (reason) faults.push({ field: field.name, reason, params: {} });
    else if (value !== undefined) all[field.name] = value;
  }
  const asked = new Set(fields.filter((field) => isAsked(field, { ...known, ...all })).map((field) => field.name));
  return {
    answers: Object.fromEntries(Object.entries(all).filter(([name]) => asked.has(name))),
    faults: faults.filter((fault) => asked.has(fault.field)),
  };
}

function readField(form: Form, field: FieldUi, posted: Posted): Read {
  const name = controlName(field.name);
  const text = plain(posted[name]?.at(-1));
  switch (field.widget) {
    case 'yes_no':
      if (text === 'true') return { value: true };
      return text === 'false' && !isConfirmation(form, field) ? { value: false } : {};
    case 'checkboxes': {
      const chosen = (posted[name] ?? []).filter((value) => value !== '');
      return chosen.length > 0 ? { value: chosen } : {};
    }
    case 'date':
      return readDate(name, posted);
    case 'integer':
      return readNumber(text, 0, 'integer');
    case 'money':
      return readNumber(text, 2, 'money');
    case 'area':
      return readNumber(text, 4, 'area');
    case 'phone':
    case 'bank_account':
      return present(text.normalize('NFKC').replace(/[\s-]/g, ''));
    case 'identity_number':
    case 'credit_code':
      return present(text.normalize('NFKC').replace(/\s/g, '').toUpperCase());
    case 'text':
    case 'textarea':
    case 'radio':
    case 'select':
    case 'community':
      return present(text);
  }
}

const plain = (text: string | undefined) => (text ?? '').replace(/\r\n?/g, '\n').trim();
const present = (text: string): Read => (text === '' ? {} : { value: text });

function readDate(name: string, posted: Posted): Read {
  const parts = ['year', 'month', 'day'].map((part) => plain(posted[`${name}.${part}`]?.at(-1)).normalize('NFKC'));
  if (parts.every((part) => part === '')) return {};
  const [year = '', month = '', day = ''] = parts;
  if (!/^\d{4}$/.test(year) || !/^\d{1,2}$/.test(month) || !/^\d{1,2}$/.test(day)) return { reason: 'date' };
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const instant = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().slice(0, 10) === text ? { value: text } : { reason: 'date' };
}

/** A decimal number with at most `decimals` places, as a whole number of the smallest unit: yuan → fen (2), m² → cm² (4). No floating point is involved. */
function readNumber(text: string, decimals: number, reason: string): Read {
  const digits = text.normalize('NFKC').replace(/[\s,，元¥$]|平方米|m²|m2/g, '');
  if (digits === '') return text === '' ? {} : { reason };
  const [, sign = '', whole = '', rest = ''] = /^(-?)(\d{1,13})(?:\.(\d*))?$/.exec(digits) ?? [];
  if (whole === '' || rest.length > decimals) return { reason };
  const value = Number(whole + rest.padEnd(decimals, '0'));
  return Number.isSafeInteger(value) ? { value: sign ? -value : value } : { reason };
}
