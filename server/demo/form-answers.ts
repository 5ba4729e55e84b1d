import type { FieldUi, HandlingItem } from '../../contract/catalogue.ts';
import { addCalendarDays } from '../kernel/calendar/index.ts';
import type { InputFault } from '../kernel/decider.ts';
import type { LocalDay } from '../kernel/instant.ts';
import type { Chance } from './chance.ts';
import { addresses, countOf, fieldWords, firmNames, personNames, yuanOf } from './form-words.ts';
import { nameOf, type Firm, type Resident } from './residents.ts';

/** Who and what a form is filled in about. */
export interface FormAbout {
  readonly applicant: Resident;
  readonly firm: Firm | undefined;
  /** Others who may be named: family, neighbours, owners. */
  readonly others: readonly [Resident, ...Resident[]];
  readonly children: readonly [Resident, ...Resident[]];
  readonly otherFirms: readonly [Firm, ...Firm[]];
  readonly areaUnit: string;
  readonly areaName: string;
  readonly day: LocalDay;
}

/** The item's own judge of a filled form. */
export type JudgeForm = (form: Readonly<Record<string, unknown>>) => readonly InputFault[];

type Schema = Readonly<{ type?: string; const?: unknown; enum?: readonly string[]; items?: { enum?: readonly string[] }; minimum?: number; maximum?: number; pattern?: string; format?: string; maxLength?: number; minItems?: number; maxItems?: number }>;

/**
 * A form filled in as a person would: every field that is asked for, some that may be left out. What the form's conditions ask or forbid besides
 * is learnt from its own judge. Throws where a form cannot be filled in: that is a fault of the item or of this file, and a test fills in each of them.
 */
export function formAnswers(handling: HandlingItem, about: FormAbout, judge: JudgeForm, chance: Chance): Readonly<Record<string, unknown>> {
  const { schema, ui } = handling.form;
  const fields = ui.pages.flatMap((page) => page.fields);
  const form: Record<string, unknown> = {};
  const fill = (field: FieldUi): void => {
    form[field.name] = fieldAnswer(field, schema.properties[field.name] as Schema, form, about, chance);
  };
  for (const field of fields) {
    const asked = field.when === undefined || field.when.any_of.includes(form[field.when.field] as string | boolean);
    if (asked && (schema.required?.includes(field.name) || chance.happens(0.5))) fill(field);
  }
  for (let round = 0; round < 8; round += 1) {
    const faults = judge(form);
    if (faults.length === 0) return form;
    for (const fault of faults) {
      const field = fields.find((one) => `/form/${one.name}` === fault.pointer);
      if (field && fault.code !== 'form.not_asked') fill(field);
      else Reflect.deleteProperty(form, fault.pointer.slice('/form/'.length));
    }
  }
  throw new Error(`formAnswers: ${handling.task_handle_item} ${JSON.stringify(judge(form))} ${JSON.stringify(form)}`);
}

function fieldAnswer(field: FieldUi, schema: Schema, form: Readonly<Record<string, unknown>>, about: FormAbout, chance: Chance): unknown {
  switch (field.widget) {
    case 'radio':
    case 'select':
      return choice(field.name, schema.enum ?? [], about, chance);
    case 'checkboxes': {
      const options = schema.items?.enum ?? [];
      const picked = options.filter(() => chance.happens(0.35)).slice(0, schema.maxItems ?? 3);
      return picked.length >= (schema.minItems ?? 1) ? picked : options.slice(0, Math.max(1, schema.minItems ?? 1));
    }
    case 'yes_no':
      return typeof schema.const === 'boolean' ? schema.const : chance.happens(field.name === 'for_other' ? 0.12 : 0.4);
    case 'integer':
      return within(schema, chance.whole(...(countOf[field.name] ?? [1, 6])));
    case 'money': {
      const [from, to] = yuanOf[field.name] ?? [500, 6_000];
      return within(schema, chance.whole(from / 100, to / 100) * 100 * 100);
    }
    case 'area':
      return within(schema, chance.whole(12, 160) * 10_000);
    case 'date':
      return dateFor(field.name, form, about, chance);
    case 'phone':
      return chance.oneOf(about.others).person.mobile.replace('+86', '');
    case 'identity_number':
      return (field.name.startsWith('child') ? chance.oneOf(about.children) : otherThan(about.applicant, about.others, chance)).person.number;
    case 'credit_code':
      return (field.name === 'credit_code' && about.firm ? about.firm : chance.oneOf(about.otherFirms)).firm.creditCode;
    case 'community':
      return about.areaUnit;
    case 'bank_account':
      // No bank's numbers begin with zeros (ISO/IEC 7812-1 leaves the first digit 0 to others), so this account is nobody's.
      return `000000${digits(chance, 13)}`;
    case 'text':
    case 'textarea':
      return words(field.name, schema, about, chance);
  }
}

function choice(name: string, options: readonly string[], about: FormAbout, chance: Chance): string {
  const sex = name === 'sex' ? about.applicant.person.sex : name === 'you_are' ? (about.applicant.person.sex === 'female' ? 'mother' : 'father') : undefined;
  if (sex !== undefined && options.includes(sex)) return sex;
  const [first = ''] = options;
  return chance.happens(0.45) ? first : (options[chance.whole(0, options.length - 1)] ?? first);
}

const within = (schema: Schema, value: number): number => Math.min(Math.max(value, schema.minimum ?? value), schema.maximum ?? value);

const digits = (chance: Chance, count: number): string => Array.from({ length: count }, () => chance.whole(0, 9)).join('');

const otherThan = (applicant: Resident, others: readonly [Resident, ...Resident[]], chance: Chance): Resident => {
  const drawn = chance.oneOf(others);
  return drawn === applicant ? (others.find((one) => one !== applicant) ?? drawn) : drawn;
};

/** Days that lie behind when somebody writes them down; the rest lie ahead, ends after beginnings. */
const behind = /(^|_)(born|died|buried|cremated|happened|joined|moved_in|moved|left|vaccinated|unemployed|changed|stopped)_on$|(^|_)since$/;
const ends = /^(end_on|ended_on|to_on|contract_to|expires_on|works_end_on)$/;

function dateFor(name: string, form: Readonly<Record<string, unknown>>, about: FormAbout, chance: Chance): LocalDay {
  if (name === 'child_born_on') return addCalendarDays(about.day, -chance.whole(4, 60));
  if (name === 'dog_born_on') return addCalendarDays(about.day, -chance.whole(200, 3_000));
  if (/(^|_)since$/.test(name)) return addCalendarDays(about.day, -chance.whole(400, 4_000));
  if (behind.test(name)) return addCalendarDays(about.day, -chance.whole(2, 80));
  const begin = [form.start_on, form.from_on, form.visit_from].find((day): day is string => typeof day === 'string');
  return ends.test(name) ? addCalendarDays(begin ?? about.day, chance.whole(30, 360)) : addCalendarDays(about.day, chance.whole(4, 25));
}

function words(name: string, schema: Schema, about: FormAbout, chance: Chance): string {
  if (schema.format === 'email') return `resident${about.applicant.person.index}@example.com`; // RFC 2606: a domain kept free for examples
  if (schema.pattern !== undefined) return shaped(schema.pattern, name, about, chance);
  if (name === 'account_name') return nameOf(about.applicant.person);
  if (name === 'legal_representative' && about.firm) return nameOf(about.firm.representative.person);
  if (personNames.test(name)) return nameOf((name.startsWith('child') ? chance.oneOf(about.children) : otherThan(about.applicant, about.others, chance)).person);
  if (/^(landlord|tenant)_number$/.test(name)) return otherThan(about.applicant, about.others, chance).person.number;
  if (firmNames.test(name)) return (name === 'business_name' && about.firm ? about.firm : chance.oneOf(about.otherFirms)).firm.name['zh-CN'];
  if (addresses.test(name)) return `${about.areaName}一门路${chance.whole(1, 188)}号${chance.whole(1, 12)}栋${chance.whole(1, 32)}0${chance.whole(1, 8)}室`;
  if (/_number$|^old_number$/.test(name)) return `YM${about.day.slice(0, 4)}${digits(chance, 8)}`;
  const known = fieldWords[name];
  return (known ? chance.oneOf(known) : '（演示内容）').slice(0, schema.maxLength ?? 200);
}

/** The few shapes the catalogue asks for. Each is filled with a number that is given to nobody: 999 is the code of test transponders in ISO 11784. */
function shaped(pattern: string, name: string, about: FormAbout, chance: Chance): string {
  switch (pattern) {
    case '^[A-Z][0-9]{9}$':
      return `Z000${digits(chance, 6)}`;
    case '^[0-9]{15}$':
      return `999${digits(chance, 12)}`;
    case '^20[0-9]{2}-(0[1-9]|1[0-2])$':
      return addCalendarDays(about.day, name.startsWith('to') ? -20 : -chance.whole(60, 150)).slice(0, 7);
    case '^[0-9]{6,12}$':
      return `0000${digits(chance, 6)}`;
    case '^[0-9A-Za-z-]{6,30}$':
      return `YM-${digits(chance, 10)}`;
    default:
      throw new Error(`formAnswers: no answer is known for the shape ${pattern} of ${name}`);
  }
}
