import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { factPointers, verifiedPointers } from './item-facts.ts';
import { checkCodes } from './item-checks.ts';
import { assembleItem, type SharedParts } from './item-files.ts';
import { readItemFolder, readProcessTasks } from './item-folder.ts';

const root = join(import.meta.dirname, '../../..');
const read = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'));
const shared: SharedParts = { materials: read('data/catalogue/materials.json') as never, fields: read('data/catalogue/fields.json') as never };
const processes = await readProcessTasks(join(root, 'data/processes'));

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a file under repair has no type yet
type Raw = any;
const dogFile = (): Raw => structuredClone(read('data/catalogue/items/dog-registration.json'));

/** The problems of the dog file after one thing in it was changed, as `pointer code`. */
function problemsAfter(change: (raw: Raw) => void): readonly string[] {
  const raw = dogFile();
  change(raw);
  const assembled = assembleItem(raw, shared, processes);
  return assembled.ok ? [] : assembled.problems.map((p) => `${p.pointer} ${p.code}`);
}

describe('an item file', () => {
  it('becomes whole: shared materials and fields are copied in and overrides win', () => {
    const assembled = assembleItem(dogFile(), shared, processes);
    if (!assembled.ok) throw new Error(JSON.stringify(assembled.problems));
    const [first, , cancel] = assembled.item.handling_items;
    expect(first?.materials.find((m) => m.material_code === 'identity_card')).toMatchObject({ is_need: 'required', material_name: { 'zh-HK': '居民身份證' }, when: [{ question: 'keeper', any_of: ['person'] }] });
    expect(cancel?.materials[0]).toMatchObject({ material_code: 'identity_card', is_need: 'optional' });
    expect(first?.form.schema.properties['declaration']).toEqual({ type: 'boolean', const: true });
    expect(first?.form.ui.pages[1]?.fields.at(-1)).toMatchObject({ name: 'declaration', widget: 'yes_no' });
    expect(JSON.stringify(assembled.item)).not.toMatch(/"use"|\$ref/);
  });

  it('that is not an object, or lacks a part, is a problem and never an exception', () => {
    expect(assembleItem('nonsense', shared, processes).ok).toBe(false);
    expect(assembleItem(null, shared, processes).ok).toBe(false);
    expect(problemsAfter((raw) => delete raw.summary)).toEqual([' catalogue.wrong_shape']);
    expect(problemsAfter((raw) => (raw.handling_items[0].form = 3))).not.toEqual([]);
    expect(problemsAfter((raw) => (raw.handling_items[0].materials[0] = null))).not.toEqual([]);
  });

  it('may not use a shared part nobody knows, nor one that only objects inherit', () => {
    expect(problemsAfter((raw) => (raw.handling_items[0].materials[1] = { use: 'unicorn' }))).toEqual(['/handling_items/0/materials/1 catalogue.unknown_shared_part']);
    expect(problemsAfter((raw) => (raw.handling_items[0].materials[1] = { use: 'constructor' }))).toEqual(['/handling_items/0/materials/1 catalogue.unknown_shared_part']);
    expect(problemsAfter((raw) => (raw.handling_items[0].form.schema.properties.declaration = { $ref: 'fields.json#/nothing' }))).toEqual(['/handling_items/0/form/schema/properties/declaration catalogue.unknown_shared_part']);
  });
});

describe('conditions on the situation', () => {
  it('name questions and options that exist', () => {
    expect(problemsAfter((raw) => (raw.handling_items[0].materials[1].when = [{ question: 'colour', any_of: ['red'] }]))).toEqual(['/handling_items/0/materials/1/when/0 catalogue.unknown_question']);
    expect(problemsAfter((raw) => (raw.handling_items[0].materials[1].when = [{ question: 'keeper', any_of: ['robot'] }]))).toEqual(['/handling_items/0/materials/1/when/0/any_of catalogue.unknown_option']);
  });
  it('let a question rest only on one asked before it', () => {
    expect(problemsAfter((raw) => (raw.handling_items[0].questions[0].when = [{ question: 'keeper', any_of: ['person'] }]))).toEqual(['/handling_items/0/questions/0/when/0 catalogue.unknown_question']);
  });
  it('leave at least one answer with which the item may be had', () => {
    const why = { 'zh-CN': '否', 'zh-HK': '否', en: 'No' };
    expect(problemsAfter((raw) => raw.handling_items[0].questions[0].options.forEach((o: Raw) => (o.not_eligible = why)))).toEqual(['/handling_items/0/questions/0 catalogue.nobody_eligible']);
  });
});

describe('a form', () => {
  const form = (raw: Raw): Raw => raw.handling_items[0].form;
  it('asks each property once and only properties it has', () => {
    expect(problemsAfter((raw) => (form(raw).schema.properties.extra = { type: 'boolean' }))).toEqual(['/handling_items/0/form/schema/properties catalogue.field_not_asked']);
    expect(problemsAfter((raw) => form(raw).ui.pages[0].fields.push({ use: 'email' }))).toEqual(['/handling_items/0/form/ui/pages/0/fields/9 catalogue.field_without_schema']);
    expect(problemsAfter((raw) => form(raw).ui.pages[1].fields.push({ use: 'declaration' }))).toEqual(['/handling_items/0/form/ui catalogue.field_twice']);
    expect(problemsAfter((raw) => form(raw).schema.required.push('ghost'))).toEqual(['/handling_items/0/form/schema/required catalogue.required_unknown']);
  });
  it('has a text for every value of a choice and no text without a value', () => {
    const sex = (raw: Raw): Raw => form(raw).ui.pages[0].fields.find((f: Raw) => f.name === 'dog_sex');
    expect(problemsAfter((raw) => delete sex(raw).options.male)).toEqual(['/handling_items/0/form/ui/pages/0/fields/2 catalogue.value_without_text']);
    expect(problemsAfter((raw) => (sex(raw).options.other = sex(raw).options.male))).toEqual(['/handling_items/0/form/ui/pages/0/fields/2 catalogue.text_without_value']);
  });
  it('bounds every text and gives each widget the type it yields', () => {
    expect(problemsAfter((raw) => delete form(raw).schema.properties.breed.maxLength)).toEqual(['/handling_items/0/form/ui/pages/0/fields/1 catalogue.text_without_end']);
    expect(problemsAfter((raw) => (form(raw).schema.properties.neutered = { type: 'integer' }))).toEqual(['/handling_items/0/form/ui/pages/0/fields/5 catalogue.widget_not_as_schema']);
  });
  it('shows a field at times only where its schema says the same', () => {
    const at = '/handling_items/0/form/ui/pages/0/fields/8';
    expect(problemsAfter((raw) => (form(raw).schema.allOf = []))).toEqual([`${at}/when catalogue.condition_not_in_schema`]);
    expect(problemsAfter((raw) => (form(raw).schema.allOf[0].if.properties.chipped.const = false))).toEqual([`${at}/when catalogue.condition_not_in_schema`]);
    expect(problemsAfter((raw) => form(raw).schema.required.push('chip_number'))).toEqual([`${at} catalogue.hidden_but_required`]);
  });
});

describe('limits and steps', () => {
  it('are those of a process that exists, link by link', () => {
    expect(problemsAfter((raw) => (raw.implementation_item.process = 'by-magic'))).toEqual(['/implementation_item/process catalogue.unknown_process']);
    expect(problemsAfter((raw) => (raw.implementation_item.process = 'decide-approve'))).toEqual(['/implementation_item/handle_flow catalogue.flow_not_as_process']);
  });
  it('an item is decided on the spot wholly or not at all', () => {
    expect(problemsAfter((raw) => (raw.implementation_item.project_type = '1'))).toEqual(['/implementation_item/promise_type catalogue.on_the_spot_only_in_part']);
    expect(problemsAfter((raw) => (raw.implementation_item.promise_day = 0))).toContain('/implementation_item/promise_day catalogue.promise_not_as_type');
  });
  it('promise no more days than the law gives and share out no more than promised', () => {
    expect(problemsAfter((raw) => (raw.implementation_item.anticipate_day = 5))).toEqual([]);
    expect(problemsAfter((raw) => (raw.implementation_item.anticipate_day = 4))).toEqual(['/implementation_item/promise_day catalogue.promise_longer_than_law']);
    expect(problemsAfter((raw) => (raw.implementation_item.handle_flow[0].working_days = 6))).toEqual(['/implementation_item/handle_flow catalogue.links_longer_than_promise']);
  });
  it('ask for a visit or a fee only with its reason', () => {
    expect(problemsAfter((raw) => (raw.implementation_item.limit_scene_num = 1))).toEqual(['/implementation_item/limit_scene_num catalogue.visit_without_reason']);
    expect(problemsAfter((raw) => (raw.implementation_item.is_fee = true))).toEqual(['/implementation_item/fees catalogue.fees_not_as_said']);
  });
});

describe('evidence', () => {
  it('points at something and names a source that is listed', () => {
    expect(problemsAfter((raw) => (raw.evidence['/implementation_item/fees/3'] = { verified: false }))).toEqual(['/evidence/~1implementation_item~1fees~13 catalogue.evidence_for_nothing']);
    expect(problemsAfter((raw) => (raw.evidence['/summary'] = { verified: true }))).toEqual(['/evidence/~1summary catalogue.verified_without_source']);
    expect(problemsAfter((raw) => (raw.evidence['/summary'] = { source: 'hearsay', verified: true }))).toEqual(['/evidence/~1summary catalogue.unknown_source']);
  });
  it('counts a fact as read only where it says verified', () => {
    const assembled = assembleItem(dogFile(), shared, processes);
    if (!assembled.ok) throw new Error('the dog file is unsound');
    const verified = verifiedPointers(assembled.item);
    expect(factPointers(assembled.item)).toContain('/implementation_item/promise_day');
    expect(verified).toContain('/catalog_item/by_law/3');
    expect(verified).not.toContain('/implementation_item/promise_day');
  });
});

describe('the catalogue as a whole', () => {
  const folder = readItemFolder(join(root, 'data/catalogue'), processes);
  it('has no unsound item', () => {
    expect(folder.problems).toEqual([]);
  });
  it('gives each code to one item only', () => {
    const first = folder.items[0]?.item;
    if (first === undefined) throw new Error('no items');
    expect(checkCodes(folder.items.map((i) => i.item))).toEqual([]);
    expect(checkCodes([first, first]).map((p) => p.code)).toContain('catalogue.code_twice');
  });
});
