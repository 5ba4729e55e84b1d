import { describe, expect, it } from 'vitest';
import type { HandlingItem } from '../../../contract/catalogue.ts';
import { workbenchMessages } from '../../../contract/messages/workbench.ts';
import { uiMessages } from '../../../contract/messages/ui.ts';
import { speaker } from '../../ui/speak.ts';
import type { Words } from '../words/words.tsx';
import { problemLines } from './problem-words.ts';

const text = (zh: string) => ({ 'zh-CN': zh, 'zh-HK': zh, en: zh });
const handling: HandlingItem = {
  task_handle_item: 'X-01', name: text('首次'), questions: [{ id: 'who', text: text('谁来办？'), options: [{ id: 'self', text: text('本人') }, { id: 'agent', text: text('代办') }] }],
  materials: [{ material_code: 'photo', material_name: text('照片'), material_type: 'photo', material_format: ['paper'], is_need: 'required', source_type: 'applicant', accept_stand: text('清晰') }],
  form: {
    schema: { type: 'object', properties: { income: { type: 'integer' }, name: { type: 'string' } }, required: ['name'], additionalProperties: false },
    ui: { pages: [{ id: 'p', title: text('表'), fields: [{ name: 'income', widget: 'money', label: text('收入') }, { name: 'name', widget: 'text', label: text('姓名') }] }] },
  },
};
const words: Words = { language: 'zh-CN', setLanguage: () => undefined, t: speaker(workbenchMessages, 'zh-CN'), ui: speaker(uiMessages, 'zh-CN'), of: (one) => one['zh-CN'], today: '2026-11-23' };
const problem = (pointer: string, code: string) => ({ pointer, code, params: {} });

describe('what still stands between a draft and its filing', () => {
  it('names the question, the place, the material and the field, each with where it is put right', () => {
    const lines = problemLines([problem('/answers/who', 'input.required'), problem('/areaUnit', 'matter.needs_area'), problem('/materials/photo', 'matter.materials_missing'), problem('/form/name', 'input.required')], handling, [], words);
    expect(lines).toEqual([
      { part: 'questions', text: '请回答：谁来办？', fieldId: 'q-who' },
      { part: 'place', text: '请选择社区', fieldId: 'area' },
      { part: 'materials', text: '材料：照片' },
      { part: 'form', text: '请填写“姓名”', fieldId: 'f-name' },
    ]);
  });

  it('tells a wrong answer from a missing one, and a material given the wrong way from a missing one', () => {
    const lines = problemLines([problem('/answers/who', 'matter.not_eligible'), problem('/materials/photo', 'matter.material_form_not_possible')], handling, [], words);
    expect(lines.map((line) => line.text)).toEqual(['按这个回答不能办：谁来办？', '换一种方式提供：照片']);
  });

  it('says what was typed but cannot be read, also in a field that may be left empty, and once only', () => {
    const unread = [{ field: 'income', reason: 'money', params: {} }, { field: 'name', reason: 'other', params: {} }];
    const lines = problemLines([problem('/form/name', 'input.required')], handling, [], words, unread);
    expect(lines.map((line) => line.fieldId)).toEqual(['f-income', 'f-name']);
    expect(lines[0]?.text).toContain('金额');
  });

  it('never hides a problem it does not know', () => {
    expect(problemLines([problem('', 'calendar.past_end')], handling, [], words)).toEqual([{ part: 'other', text: '还有一处不符合要求（calendar.past_end）' }]);
  });
});
