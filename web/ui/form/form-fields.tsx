import type { ReactElement } from 'react';
import type { FieldUi, Form } from '../wire.ts';
import type { Language } from '../../../contract/language.ts';
import { Checkboxes, Confirmation } from '../checkboxes/checkboxes.tsx';
import { CommunityField, type CommunityState, type CommunityWords } from '../community-field/community-field.tsx';
import { DateField, datePartsOf } from '../date-field/date-field.tsx';
import { squareMetres, yuan } from '../dates.ts';
import { Radios } from '../radios/radios.tsx';
import { Select } from '../select/select.tsx';
import { uiSpeaker } from '../speak.ts';
import { TextArea } from '../text-area/text-area.tsx';
import { TextInput } from '../text-input/text-input.tsx';
import { faultWords } from './fault-words.ts';
import { choiceValues, controlId, controlName, fieldsOf, isConfirmation, isRequired, schemaOf, whenOf } from './form-field.ts';
import type { FormFault, Posted } from './read-form.ts';

/** What the renderer needs. `posted` (what was typed, when a page comes back with faults) goes before `answers` (what is stored). */
export interface FormFieldsProps {
  readonly form: Form;
  readonly fields: readonly FieldUi[];
  readonly language: Language;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly posted?: Posted | undefined;
  readonly faults?: readonly FormFault[];
  /** state of each community picker, by field name */
  readonly communities?: Readonly<Record<string, CommunityState>>;
}

/** Words of the community picker. */
export function communityWords(language: Language): CommunityWords {
  const t = uiSpeaker(language);
  return {
    searchLabel: t('community.search'), searchHint: t('community.search_hint'), find: t('community.find'), browse: t('community.browse'), district: t('community.district'),
    street: t('community.street'), chosen: t('community.chosen'), found: t('community.found'), none: t('community.none'), show: t('community.show'), any: t('form.choose'),
  };
}

/** Fields of a form (JSON Schema + ui block) as plain controls: the same on the server and in the browser, uncontrolled, read back by readForm. */
export function FormFields(props: FormFieldsProps): ReactElement {
  return <>{props.fields.map((field) => <OneField key={field.name} {...props} field={field} />)}</>;
}

/** The stored answer as the text of its control. */
export function controlText(field: FieldUi, value: unknown): string {
  if (value === undefined || value === null) return '';
  if (field.widget === 'money' && typeof value === 'number') return yuan(value).replace(/,/g, '');
  if (field.widget === 'area' && typeof value === 'number') return squareMetres(value).replace(/,/g, '');
  return String(value);
}

function condition(form: Form, field: FieldUi, language: Language): string {
  const { when } = field;
  const asker = when ? fieldsOf(form).find((one) => one.name === when.field) : undefined;
  if (!when || !asker) return '';
  const t = uiSpeaker(language);
  const texts = when.any_of.map((value) => (typeof value === 'boolean' ? t(value ? 'form.yes' : 'form.no') : asker.options?.[value]?.[language]));
  if (texts.some((text) => text === undefined)) return t('form.only_when_filled', { question: asker.label[language] });
  return t('form.only_when', { question: asker.label[language], answer: texts.join(language === 'en' ? ' / ' : '、') });
}

type OneFieldProps = FormFieldsProps & { readonly field: FieldUi };

function wordsOf({ form, fields, field, language, faults = [] }: OneFieldProps) {
  const t = uiSpeaker(language);
  // Where the deciding question stands on another page, the server shows this field only when it is asked.
  const here = fields.some((one) => one.name === field.when?.field);
  const fault = faults.find((one) => one.field === field.name);
  const sharedBy = field.for_parts?.length ?? 0;
  const hint = [here ? condition(form, field, language) : '', field.hint?.[language] ?? (field.widget === 'date' ? t('form.date_hint') : ''), sharedBy > 1 && !isConfirmation(form, field) ? t('form.asked_once', { count: sharedBy }) : ''].filter(Boolean).join(' ');
  return {
    id: controlId(field.name), label: field.label[language], when: here ? whenOf(field) : undefined,
    ...(hint ? { hint } : {}), ...(fault ? { error: faultWords(form, fault, language) } : {}), ...(isRequired(form, field) ? {} : { note: t('form.optional') }),
  };
}

const lineKinds = {
  text: {},
  integer: { inputMode: 'numeric', width: 'short' },
  phone: { type: 'tel', inputMode: 'tel', autoComplete: 'tel' },
  identity_number: { autoCapitalize: 'characters', autoComplete: 'off', spellCheck: 'false' },
  credit_code: { autoCapitalize: 'characters', autoComplete: 'off', spellCheck: 'false' },
  bank_account: { inputMode: 'numeric', autoComplete: 'off' },
  money: { inputMode: 'decimal', width: 'short' },
  area: { inputMode: 'decimal', width: 'short' },
} as const;

function OneField(props: OneFieldProps): ReactElement {
  const { form, field, language, answers, posted, communities } = props;
  const t = uiSpeaker(language);
  const words = wordsOf(props);
  const name = controlName(field.name);
  const text = posted ? (posted[name]?.at(-1) ?? '') : controlText(field, answers[field.name]);
  const choices = () => choiceValues(form, field).map((value) => ({ value, text: field.options?.[value]?.[language] ?? value }));
  switch (field.widget) {
    case 'radio':
      return <Radios {...words} name={name} choices={choices()} value={text} />;
    case 'select':
      return <Select {...words} name={name} choices={choices()} value={text} empty={t('form.choose')} />;
    case 'checkboxes': {
      const stored = answers[field.name];
      return <Checkboxes {...words} name={name} choices={choices()} values={posted ? (posted[name] ?? []) : Array.isArray(stored) ? stored.map(String) : []} />;
    }
    case 'yes_no':
      if (isConfirmation(form, field)) return <Confirmation {...words} name={name} value="true" checked={text === 'true'} />;
      return <Radios {...words} name={name} inline value={text} choices={[{ value: 'true', text: t('form.yes') }, { value: 'false', text: t('form.no') }]} />;
    case 'date': {
      const typed = (part: string) => posted?.[`${name}.${part}`]?.at(-1) ?? '';
      const value = posted ? { year: typed('year'), month: typed('month'), day: typed('day') } : datePartsOf(text);
      return <DateField {...words} name={name} value={value} units={[t('form.year'), t('form.month'), t('form.day')]} />;
    }
    case 'community':
      return <CommunityField {...words} name={name} words={communityWords(language)} state={communities?.[field.name] ?? { districts: [] }} />;
    case 'textarea': {
      const limit = schemaOf(form, field.name).maxLength;
      const counting = limit === undefined ? {} : { maxLength: limit, limitWords: t('form.at_most', { limit }), countWords: t('form.count', { limit }) };
      return <TextArea {...words} name={name} value={text} {...counting} />;
    }
    case 'text': case 'integer': case 'phone': case 'identity_number': case 'credit_code': case 'bank_account': case 'money': case 'area': {
      const suffix = field.widget === 'money' ? t('form.yuan') : field.widget === 'area' ? t('form.square_metres') : undefined;
      const email = schemaOf(form, field.name).format === 'email' ? { type: 'email', inputMode: 'email', autoComplete: 'email' } as const : {};
      return <TextInput {...words} name={name} value={text} {...lineKinds[field.widget]} {...email} {...(suffix ? { suffix } : {})} />;
    }
  }
}
