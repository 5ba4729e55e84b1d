/** An item under way: what it begins with, what is missing in a language, and where a problem belongs. Pure. */
import type { HandlingItem, Item, Material, SituationQuestion } from '../../../../contract/catalogue.ts';
import { languages, type Language, type Localized } from '../../../../contract/language.ts';
import type { FieldFaults } from './field-faults.ts';

export const noText: Localized = { 'zh-CN': '', 'zh-HK': '', en: '' };

export const blankOption = (id: string): SituationQuestion['options'][number] => ({ id, text: { ...noText } });
export const blankQuestion = (id: string): SituationQuestion => ({ id, text: { ...noText }, options: [blankOption('yes'), blankOption('no')] });
export const blankMaterial = (code: string): Material => ({ material_code: code, material_name: { ...noText }, material_type: 'original', material_format: ['paper', 'electronic'], is_need: 'required', source_type: 'applicant', accept_stand: { ...noText } });
export const blankHandling = (code: string): HandlingItem => ({
  task_handle_item: code, name: { ...noText }, questions: [], materials: [], form: { schema: { type: 'object', properties: {}, additionalProperties: false }, ui: { pages: [{ id: 'page_1', title: { ...noText }, fields: [] }] } },
});

/** An item with everything in it that is always there, and nothing said yet. */
export const blankItem: Item = {
  catalog_item: { catalog_code: '', code_is_ours: true, task_name: noText, task_type: '20', by_law: [] },
  implementation_item: {
    task_code: '', code_is_ours: true, task_version: 1, task_state: 'in_force', plan_effective_date: '', dept: { kind: '', level: 'district' }, dept_type: '1', use_level: '4', other_dept: [], server_type: ['1'], project_type: '2', handle_type: ['1'],
    limit_scene_num: 0, is_online: false, is_schedule: false, is_pay_online: false, is_express: false, is_service_terminals: false, is_entry_center: true, accept_at: ['district', 'street', 'community'], area_basis: 'residence',
    anticipate_type: 'working_day', promise_day: 1, promise_type: 'working_day', accept_condition: [], process: '', handle_flow: [], special_procedure: [], result_name: noText, result_type: 'certificate', is_fee: false, fees: [],
  },
  handling_items: [], plain_words: [], summary: noText, life_events: [], sources: {}, evidence: {},
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a draft holds laid over what is always there: a draft may lack anything, the editor shows everything. */
function laidOver(base: unknown, own: unknown): unknown {
  if (own === undefined || own === null) return base;
  if (!isRecord(base)) return own;
  if (!isRecord(own)) return base;
  return { ...base, ...Object.fromEntries(Object.entries(own).map(([key, value]) => [key, laidOver(base[key], value)])) };
}

/** The item of a draft, whole enough to be shown. */
export function itemOfDraft(own: unknown): Item {
  const item = laidOver(blankItem, own) as Item;
  const handling = Array.isArray(item.handling_items) ? item.handling_items.map((one, i) => laidOver(blankHandling(`${item.implementation_item.task_code}-${String(i + 1).padStart(2, '0')}`), one) as HandlingItem) : [];
  return { ...item, handling_items: handling };
}

/** Whether a value is a text in languages. */
export function isText(value: unknown): value is Localized {
  return isRecord(value) && Object.keys(value).length > 0 && Object.keys(value).every((key) => (languages as readonly string[]).includes(key)) && 'zh-CN' in value;
}

/** Languages in which a text is begun but not said: none where it is said in all or in none. */
export function missingIn(text: Localized): readonly Language[] {
  const said = languages.filter((language) => (text[language] ?? '').trim() !== '');
  return said.length === 0 ? [] : languages.filter((language) => !said.includes(language));
}

/** Every place of a value where a text is missing in some language. */
export function missingTexts(value: unknown, at = ''): readonly { readonly at: string; readonly languages: readonly Language[] }[] {
  if (isText(value)) {
    const missing = missingIn(value);
    return missing.length > 0 ? [{ at, languages: missing }] : [];
  }
  if (Array.isArray(value)) return value.flatMap((one, i) => missingTexts(one, `${at}/${i}`));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([key, one]) => missingTexts(one, `${at}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`));
}

/** A part of the editor. */
export type SectionId = 'basics' | 'body' | 'limits' | 'links' | 'process' | 'terms' | `handling-${number}`;

/** Parts of the implementing item that stand under limits and links. */
const limitKeys = ['anticipate_day', 'anticipate_type', 'anticipate_explain', 'promise_day', 'promise_type', 'promise_explain', 'limit_explain', 'special_procedure', 'project_type', 'is_fee', 'fees', 'result_name', 'result_type', 'result_valid_months'];
const linkKeys = ['process', 'handle_flow'];

/** The part of the editor where the fact at a pointer into the item is written. */
export function sectionOf(at: string): SectionId {
  const [, first, second] = at.split('/');
  if (first === 'handling_items') return `handling-${Number(second ?? 0) || 0}`;
  if (first !== 'implementation_item') return 'basics';
  if (limitKeys.includes(second ?? '')) return 'limits';
  return linkKeys.includes(second ?? '') ? 'links' : 'body';
}

/** Problems at a place and below it. */
export function faultsUnder(faults: readonly FieldFaults[], at: string): readonly FieldFaults[] {
  return faults.filter((one) => one.at === at || one.at.startsWith(`${at}/`));
}
