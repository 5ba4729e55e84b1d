import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { HandlingItem, Item } from '../../../contract/catalogue.ts';
import { compileBundle } from './bundle-compile.ts';
import type { BundleDefinition, PartDefinition } from './bundle-definition.ts';
import { askedForm } from './asked-form.ts';
import { applicationOfPart } from './bundle-filing.ts';
import { checklist, chosenParts } from './checklist.ts';
import { readItemFolder, readProcessTasks } from './item-folder.ts';

const data = join(import.meta.dirname, '../../../data');
const said = (text: string) => ({ 'zh-CN': text, 'zh-HK': text, en: text });

/** Items are the city's own with other questions, papers and fields, so that each rule is seen alone. */
let model: Item;
beforeAll(async () => {
  const { items } = readItemFolder(join(data, 'catalogue'), await readProcessTasks(join(data, 'processes')));
  model = items.find((one) => one.item.implementation_item.task_code === 'YM-05-0001-01')?.item as Item;
});

type Asks = Partial<Pick<HandlingItem, 'questions' | 'materials'>> & { readonly fields?: Readonly<Record<string, { label?: string; required?: boolean; maxLength?: number }>>; readonly promise?: number };

function itemOf(name: string, asks: Asks): Item {
  const fields = Object.entries(asks.fields ?? { remark: {} });
  const handling: HandlingItem = {
    task_handle_item: `H-${name}`, name: said(name), questions: asks.questions ?? [], materials: asks.materials ?? [],
    form: {
      schema: { type: 'object', properties: Object.fromEntries(fields.map(([field, one]) => [field, { type: 'string', minLength: 1, maxLength: one.maxLength ?? 40 }])), required: fields.filter(([, one]) => one.required).map(([field]) => field), additionalProperties: false },
      ui: { pages: [{ id: 'page', title: said('page'), fields: fields.map(([field, one]) => ({ name: field, widget: 'text', label: said(one.label ?? field) })) }] },
    },
  };
  const { implementation_item: implementation } = model;
  return { ...model, catalog_item: { ...model.catalog_item, catalog_code: `C-${name}` }, implementation_item: { ...implementation, task_code: `T-${name}`, promise_day: asks.promise ?? 5 }, handling_items: [handling], evidence: {} };
}

const partOf = (name: string, more: Partial<PartDefinition> = {}): PartDefinition => ({ element: name, task_handle_item: `H-${name}`, after: [], required: false, on_refused: 'go_on', prefix: name, ...more });

function definition(parts: PartDefinition[], questions: BundleDefinition['questions'] = []): BundleDefinition {
  const { catalog_item, implementation_item: at } = model;
  return {
    catalog_item: { ...catalog_item, catalog_code: 'C-bundle', task_name: said('bundle') },
    implementation_item: { task_code: 'T-bundle', code_is_ours: true, plan_effective_date: at.plan_effective_date, dept: at.dept, use_level: at.use_level, server_type: at.server_type, area_basis: at.area_basis, accept_condition: at.accept_condition, result_name: at.result_name, result_type: at.result_type },
    handling_item: { task_handle_item: 'H-bundle', name: said('bundle') }, questions, parts, plain_words: [], summary: said('bundle'), life_events: ['old_age'], sources: {}, evidence: {},
  };
}

const question = (id: string, options: readonly string[], more: { text?: string; out?: readonly string[]; when?: HandlingItem['questions'][number]['when'] } = {}): HandlingItem['questions'][number] => ({
  id, text: said(more.text ?? id), ...(more.when ? { when: more.when } : {}), options: options.map((option) => ({ id: option, text: said(option), ...(more.out?.includes(option) ? { not_eligible: said('not this way') } : {}) })),
});
const paper = (code: string, name: string, more: Partial<HandlingItem['materials'][number]> = {}): HandlingItem['materials'][number] => ({
  material_code: code, material_name: said(name), material_type: 'copy', material_format: ['paper'], is_need: 'required', source_type: 'applicant', accept_stand: said(`${name} is whole`), ...more,
});

function compiled(parts: PartDefinition[], items: readonly Item[], questions: BundleDefinition['questions'] = []): { item: Item; handling: HandlingItem } {
  const answer = compileBundle('test', definition(parts, questions), items);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  const [handling] = answer.bundle.item.handling_items;
  return { item: answer.bundle.item, handling: handling as HandlingItem };
}
function problems(parts: PartDefinition[], items: readonly Item[], questions: BundleDefinition['questions'] = []): readonly string[] {
  const answer = compileBundle('test', definition(parts, questions), items);
  return answer.ok ? [] : answer.problems.map((one) => `${one.pointer} ${one.code}`);
}

describe('Questions of a bundle', () => {
  it('asked by two parts in the same words are asked once; the same name with another meaning gets the prefix of its part', () => {
    const { handling, item } = compiled([partOf('a'), partOf('b'), partOf('c')], [itemOf('a', { questions: [question('who', ['self', 'agent'])] }), itemOf('b', { questions: [question('who', ['self', 'agent'])] }), itemOf('c', { questions: [question('who', ['owner', 'tenant'])] })]);
    expect(handling.questions.map((one) => [one.id, one.for_parts])).toEqual([['who', ['a', 'b']], ['c_who', ['c']]]);
    expect(item.bundle?.parts.map((part) => part.answers)).toEqual([{ who: 'who' }, { who: 'who' }, { c_who: 'who' }]);
  });

  it('in other words are joined by the definition, where the part offers every option', () => {
    const items = [itemOf('a', { questions: [question('who', ['self', 'agent'])] }), itemOf('b', { questions: [question('applicant', ['self', 'guardian', 'agent'])] })];
    expect(compiled([partOf('a'), partOf('b', { answers: { who: 'applicant' } })], items).item.bundle?.parts[1]?.answers).toEqual({ who: 'applicant' });
    expect(problems([partOf('b'), partOf('a', { answers: { applicant: 'who' } })], items)).toEqual(['/parts/1/answers/applicant catalogue.bundle_answer_unknown']);
  });

  it('that rule out a required part rule out the bundle; a part that is not required is left out of the case, with its later questions', () => {
    const items = [itemOf('a', { questions: [question('local', ['yes', 'no'], { out: ['no'] })] }), itemOf('b', { questions: [question('old', ['yes', 'no'], { out: ['no'] }), question('bank', ['one', 'other'])] })];
    const { handling, item } = compiled([partOf('a', { required: true }), partOf('b')], items);
    expect(checklist(handling, { local: 'no' })).toMatchObject({ ok: true, checklist: { notEligible: { question: 'local' } } });
    expect(checklist(handling, { local: 'yes', old: 'no' })).toMatchObject({ ok: true, checklist: { notEligible: null, openQuestions: [] } });
    expect(chosenParts(item.bundle as NonNullable<Item['bundle']>, handling.questions, { local: 'yes', old: 'no' })).toEqual(['a']);
    expect(checklist(handling, { local: 'yes', old: 'yes' })).toMatchObject({ checklist: { openQuestions: ['bank'] } });
    expect(chosenParts(item.bundle as NonNullable<Item['bundle']>, handling.questions, { local: 'yes', old: 'yes' })).toEqual(['a', 'b']);
  });

  it('that leave a part out count only when they are asked', () => {
    const items = [itemOf('a', {}), itemOf('b', { questions: [question('hukou', ['here', 'there']), question('registered', ['yes', 'no'], { out: ['no'], when: [{ question: 'hukou', any_of: ['there'] }] })] })];
    const { handling, item } = compiled([partOf('a'), partOf('b')], items);
    const inCase = (answers: Readonly<Record<string, string>>) => chosenParts(item.bundle as NonNullable<Item['bundle']>, handling.questions, answers);
    expect([inCase({ hukou: 'here' }), inCase({ hukou: 'there', registered: 'no' }), inCase({ hukou: 'there', registered: 'yes' })]).toEqual([['a', 'b'], ['a'], ['a', 'b']]);
  });

  it('that the bundle settles are not asked, and a settled answer that rules the part out is refused', () => {
    const items = [itemOf('a', {}), itemOf('b', { questions: [question('age', ['over', 'under'], { out: ['under'] }), question('more', ['yes', 'no'], { when: [{ question: 'age', any_of: ['under'] }] })] })];
    expect(compiled([partOf('a'), partOf('b', { fixed_answers: { age: 'over' } })], items).handling.questions).toEqual([]);
    expect(problems([partOf('a'), partOf('b', { fixed_answers: { age: 'under' } })], items)).toEqual(['/parts/1/fixed_answers/age catalogue.bundle_answer_rules_out']);
  });
});

describe('Papers of a bundle', () => {
  const items = (): Item[] => [
    itemOf('a', { materials: [paper('card', 'Card', { is_need: 'optional' })] }),
    itemOf('b', { questions: [question('who', ['self', 'agent'])], materials: [paper('card', 'Card', { accept_stand: said('Card is in date') }), paper('letter', 'Letter', { when: [{ question: 'who', any_of: ['agent'] }] })] }),
  ];
  it('are asked for once, as strictly as the parts in the case ask, with what each looks for', () => {
    const wanted = question('want', ['yes', 'no']);
    const { handling } = compiled([partOf('a'), partOf('b', { when: [{ question: 'want', any_of: ['yes'] }] })], items(), [wanted]);
    expect(handling.materials.map((one) => [one.material_code, one.is_need, one.accept_stand.en, one.for_parts?.map((part) => part.element)])).toEqual([['card', 'required', 'Card is whole Card is in date', ['a', 'b']], ['letter', 'required', 'Letter is whole', ['b']]]);
    const needed = (answers: Readonly<Record<string, string>>) => {
      const read = checklist(handling, answers);
      return read.ok ? read.checklist.materials.map((one) => [one.material_code, one.is_need]) : [];
    };
    expect(needed({ want: 'no' })).toEqual([['card', 'optional']]);
    const alone = checklist(handling, { want: 'no' });
    expect(alone.ok && alone.checklist.materials[0]?.accept_stand.en).toBe('Card is whole');
    expect(needed({ want: 'yes', who: 'agent' })).toEqual([['card', 'required'], ['letter', 'required']]);
  });

  it('of one code and different names are refused, unless the definition says that they are one or two', () => {
    const two = [itemOf('a', { materials: [paper('card', 'Card of the child')] }), itemOf('b', { materials: [paper('card', 'Card of the parent')] })];
    expect(problems([partOf('a'), partOf('b')], two)).toEqual(['/parts/1/materials catalogue.bundle_material_conflict']);
    expect(compiled([partOf('a'), partOf('b', { materials: { parent_card: ['card'] } })], two).item.bundle?.parts[1]?.materials).toEqual({ parent_card: ['card'] });
    expect(compiled([partOf('a'), partOf('b', { materials: { card: ['card'] } })], two).handling.materials).toHaveLength(1);
  });

  it('that the city holds for one part are not asked of the applicant for another, and forms filled in here are one form', () => {
    const three = [itemOf('a', { materials: [paper('card', 'Card'), paper('form_a', 'Form A', { filled_by_form: true })] }), itemOf('b', { materials: [paper('card', 'Card', { source_type: 'government' }), paper('form_b', 'Form B', { filled_by_form: true })] })];
    const { handling, item } = compiled([partOf('a'), partOf('b')], three);
    expect(handling.materials.map((one) => [one.material_code, one.source_type, one.material_name.en])).toEqual([['card', 'government', 'Card'], ['application_form', 'applicant', 'Application form: bundle']]);
    expect(item.bundle?.parts.map((part) => part.materials)).toEqual([{ card: ['card'], application_form: ['form_a'] }, { card: ['card'], application_form: ['form_b'] }]);
  });
});

describe('The form of a bundle', () => {
  it('asks equal fields once and refuses the same name for something else', () => {
    const items = [itemOf('a', { fields: { name: { label: 'Name', required: true } } }), itemOf('b', { fields: { name: { label: 'Name' }, note: {} } }), itemOf('c', { fields: { name: { label: 'Name of the shop' } } }), itemOf('d', { fields: { name: { label: 'Name', maxLength: 10 } } })];
    expect(compiled([partOf('a'), partOf('b')], items).handling.form.ui.pages.flatMap((page) => page.fields.map((field) => [field.name, field.for_parts]))).toEqual([
      ['name', [{ element: 'a', required: true }, { element: 'b', required: false }]], ['note', [{ element: 'b', required: false }]],
    ]);
    expect(problems([partOf('a'), partOf('c')], items)).toEqual(['/parts/1/fields catalogue.bundle_field_conflict']);
    expect(problems([partOf('a'), partOf('d', { fields: { name: 'name' } })], items)).toEqual(['/parts/1/fields catalogue.bundle_field_conflict']);
    expect(compiled([partOf('a'), partOf('c', { fields: { shop_name: 'name' } })], items).item.bundle?.parts[1]?.fields).toEqual({ shop_name: 'name' });
  });

  it('asks in a case only for what its parts need', () => {
    const { handling } = compiled([partOf('a'), partOf('b', { when: [{ question: 'want', any_of: ['yes'] }] })], [itemOf('a', { fields: { name: {} } }), itemOf('b', { fields: { name: { required: true }, account: { required: true } } })], [question('want', ['yes', 'no'])]);
    expect(askedForm(handling, { want: 'no' }).schema).toEqual({ type: 'object', properties: { name: { type: 'string', minLength: 1, maxLength: 40 } }, required: [], additionalProperties: false });
    expect(askedForm(handling, { want: 'yes' }).schema.required).toEqual(['name', 'account']);
  });

  it('goes to each part under the names of the part, and nothing that the part would not ask', () => {
    const items = [itemOf('a', { fields: { name: {} } }), itemOf('b', { questions: [question('age', ['over', 'under'])], fields: { owner: { label: 'name' } } })];
    const { item } = compiled([partOf('a'), partOf('b', { fields: { name: 'owner' }, fixed_answers: { age: 'over' } })], items);
    const [, second] = item.bundle?.parts ?? [];
    const handling = items[1]?.handling_items[0] as HandlingItem;
    expect(second && applicationOfPart(second, handling, { answers: {}, form: { name: 'Chan', other: 'x' } })).toEqual({ answers: { age: 'over' }, form: { owner: 'Chan' }, materials: {} });
  });
});

describe('A definition that cannot be a bundle', () => {
  it('names a part nobody knows, waits in a circle, or has an element twice', () => {
    const items = [itemOf('a', {}), itemOf('b', {})];
    expect(problems([partOf('a'), partOf('nobody')], items)).toEqual(['/parts/1/task_handle_item catalogue.bundle_item_unknown']);
    expect(problems([partOf('a', { after: ['b'] }), partOf('b', { after: ['a'] })], items)).toEqual(['/parts catalogue.bundle_circle']);
    expect(problems([partOf('a', { after: ['x'] }), partOf('b')], items)).toEqual(['/parts/0/after catalogue.bundle_part_unknown']);
    expect(problems([partOf('a'), partOf('b', { element: 'a' })], items)).toEqual(['/parts catalogue.bundle_part_twice']);
  });
});

describe('The promise of a bundle', () => {
  it('is the longest line, and its explanation names the items on it', () => {
    const { item } = compiled([partOf('a'), partOf('b', { after: ['a'] }), partOf('c')], [itemOf('a', { promise: 3 }), itemOf('b', { promise: 4 }), itemOf('c', { promise: 6 })]);
    expect([item.implementation_item.promise_day, item.bundle?.critical_path]).toEqual([7, ['a', 'b']]);
    expect(item.implementation_item.promise_explain?.en).toContain('7 working days together');
  });
});
