import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HandlingItem } from '../../../../contract/catalogue.ts';
import { checklist } from '../../../../server/domains/catalogue/checklist.ts';
import { elementOf, itemFaults } from './field-faults.ts';
import { blankMaterial, blankQuestion, itemOfDraft, missingTexts, sectionOf } from './item-draft.ts';
import { describesAll, linksAs, tasksOf } from './process-tasks.ts';
import { forget, renameOption, renameQuestion, situationOf, tickOption } from './situation-edits.ts';

const text = (cn: string) => ({ 'zh-CN': cn, 'zh-HK': cn, en: cn });

describe('an item under way', () => {
  it('is shown whole however little of it there is', () => {
    const item = itemOfDraft({ catalog_item: { catalog_code: 'YM-1' }, handling_items: [{ name: text('新办') }] });
    expect(item.catalog_item).toMatchObject({ catalog_code: 'YM-1', by_law: [] });
    expect(item.handling_items[0]).toMatchObject({ name: text('新办'), questions: [], materials: [] });
    expect(itemOfDraft(undefined).handling_items).toEqual([]);
  });

  it('keeps an item of the catalogue exactly as it is', () => {
    const files = readdirSync('data/catalogue/items').slice(0, 8);
    for (const file of files) {
      const item = JSON.parse(readFileSync(`data/catalogue/items/${file}`, 'utf8')) as Record<string, unknown>;
      expect(itemOfDraft(item), file).toMatchObject(item);
    }
  });

  it('says in which language a text is missing, and nothing of texts nobody began', () => {
    expect(missingTexts({ a: { 'zh-CN': '新办', 'zh-HK': '', en: 'First' }, b: [{ hint: { 'zh-CN': '', 'zh-HK': '', en: '' } }, { hint: { 'zh-CN': '甲', 'zh-HK': '', en: '' } }], options: { 'x/y': { 'zh-CN': '', 'zh-HK': '', en: 'X' } } })).toEqual([
      { at: '/a', languages: ['zh-HK'] }, { at: '/b/1/hint', languages: ['zh-HK', 'en'] }, { at: '/options/x~1y', languages: ['zh-CN', 'zh-HK'] },
    ]);
  });

  it('has a part for every place', () => {
    expect(['/catalog_item/by_law/0', '/implementation_item/dept', '/implementation_item/promise_day', '/implementation_item/handle_flow/1/name', '/handling_items/2/materials/0', '/summary', ''].map(sectionOf)).toEqual(['basics', 'body', 'limits', 'links', 'handling-2', 'basics', 'basics']);
  });
});

describe('a problem', () => {
  const at = (pointer: string) => ({ pointer, code: 'x', params: {}, grade: 'error' as const, text: text('错') });

  it('lies in the item, or at an element of the drawing', () => {
    expect(itemFaults([at('/item/summary'), at('/process/review'), at(''), at('/item'), at('/items/x')]).map((one) => one.at)).toEqual(['/summary', '']);
    expect(elementOf(at('/process/review'))).toBe('review');
    expect(elementOf(at('/process'))).toBe('');
    expect(elementOf(at('/item/summary'))).toBeUndefined();
  });
});

const handling: HandlingItem = {
  task_handle_item: 'x', name: text('办'), form: { schema: { type: 'object', properties: {}, additionalProperties: false }, ui: { pages: [] } },
  questions: [
    { ...blankQuestion('trade'), options: [{ id: 'food', text: text('食') }, { id: 'other', text: text('他'), not_eligible: text('不办') }] },
    { ...blankQuestion('size'), when: [{ question: 'trade', any_of: ['food'] }], options: [{ id: 'small', text: text('小') }, { id: 'large', text: text('大') }] },
  ],
  materials: [blankMaterial('form'), { ...blankMaterial('plan'), when: [{ question: 'size', any_of: ['large', 'small'] }] }],
};

describe('situations', () => {
  it('follow when a question or an option is called otherwise', () => {
    const after = renameOption(renameQuestion(handling, 'size', 'area'), 'trade', 'food', 'catering');
    expect(after.questions[1]).toMatchObject({ id: 'area', when: [{ question: 'trade', any_of: ['catering'] }] });
    expect(after.materials[1]?.when).toEqual([{ question: 'area', any_of: ['large', 'small'] }]);
  });

  it('let go of what is taken away', () => {
    expect(forget(handling, 'size', 'large').materials[1]?.when).toEqual([{ question: 'size', any_of: ['small'] }]);
    expect(forget(handling, 'size').materials[1]).not.toHaveProperty('when');
  });

  it('are ticked option by option', () => {
    expect(tickOption([], 'size', 'small', true)).toEqual([{ question: 'size', any_of: ['small'] }]);
    expect(tickOption([{ question: 'size', any_of: ['small'] }], 'size', 'large', true)).toEqual([{ question: 'size', any_of: ['small', 'large'] }]);
    expect(tickOption([{ question: 'size', any_of: ['small'] }], 'size', 'small', false)).toEqual([]);
    expect(tickOption([], 'size', 'small', false)).toEqual([]);
  });

  it('come in the preview to what the server says they come to', () => {
    const answers = fc.record({ trade: fc.constantFrom('food', 'other', ''), size: fc.constantFrom('small', 'large', '') }).map((given) => Object.fromEntries(Object.entries(given).filter(([, option]) => option !== '')));
    fc.assert(fc.property(answers, (given) => {
      const server = checklist(handling, given);
      if (!server.ok) throw new Error('unknown answer');
      const here = situationOf(handling, given);
      expect(here.materials).toEqual(server.checklist.materials);
      expect(here.notEligible?.not_eligible ?? null).toEqual(server.checklist.notEligible?.reason ?? null);
      if (!here.notEligible) expect(here.asked.filter((question) => !given[question.id]).map((question) => question.id)).toEqual(server.checklist.openQuestions);
    }));
  });
});

describe('the tasks of a process', () => {
  it('are read from its drawing, those inside sub-processes too', async () => {
    const tasks = await tasksOf(readFileSync('data/processes/inspect-decide-approve.bpmn', 'utf8'));
    expect(tasks.map((one) => [one.element, one.kind])).toEqual([['review', 'review'], ['inspect', 'inspect'], ['decide', 'decide'], ['approve', 'approve']]);
    expect((await tasksOf(readFileSync('tests/flow-corpus/restaurant-in-one.bpmn', 'utf8'))).map((one) => one.element)).toContain('opinion');
  });

  it('keep what an item says of them, and are named as drawn where it says nothing', () => {
    const tasks = [{ element: 'review', name: text('审查'), kind: 'review' }, { element: 'decide', name: text('决定'), kind: 'decide' }];
    const described = [{ element: 'decide', name: text('我们的'), working_days: 2 }, { element: 'gone', name: text('旧') }];
    expect(linksAs(tasks, described)).toEqual([{ element: 'review', name: text('审查') }, described[0]]);
    expect(describesAll(tasks, described)).toBe(false);
    expect(describesAll(tasks, linksAs(tasks, described))).toBe(true);
  });
});
