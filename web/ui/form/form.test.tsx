import fc from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import { createElement, type ReactElement } from 'react';
import { describe, expect, test } from 'vitest';
import { languages, type Language, type Localized } from '../../../contract/language.ts';
import { ErrorSummary } from '../error-summary/error-summary.tsx';
import type { FieldUi, Form } from '../wire.ts';
import { answerWords } from './answer-words.ts';
import { faultLines, faultsOf, faultWords } from './fault-words.ts';
import { FormFields } from './form-fields.tsx';
import { controlId, fieldsOf } from './form-field.ts';
import { controlsOf, htmlFaults } from './html-for-tests.ts';
import { gather, readForm } from './read-form.ts';

const words = (text: string): Localized => ({ 'zh-CN': `${text}甲`, 'zh-HK': `${text}乙`, en: `${text} label` });
const options = { a: words('选项一'), b: words('选项二') };
const field = (name: string, widget: FieldUi['widget'], more: Partial<FieldUi> = {}): FieldUi => ({ name, widget, label: words(name), ...more });

/** Every widget once, and one field asked only after a yes. */
const form: Form = {
  schema: {
    type: 'object', additionalProperties: false,
    required: ['name', 'story', 'sex', 'kinds', 'bank', 'agree', 'has_agent', 'born_on', 'people', 'income', 'floor', 'phone', 'number', 'firm', 'home', 'account'],
    properties: {
      name: { type: 'string', maxLength: 60 }, story: { type: 'string', minLength: 2, maxLength: 500 }, sex: { type: 'string', enum: ['a', 'b'] }, kinds: { type: 'array', items: { enum: ['a', 'b'] } },
      bank: { type: 'string', enum: ['a', 'b'] }, agree: { type: 'boolean', const: true }, has_agent: { type: 'boolean' }, agent_name: { type: 'string', maxLength: 60 },
      born_on: { type: 'string', format: 'date' }, people: { type: 'integer', minimum: 1, maximum: 30 }, income: { type: 'integer', minimum: 0, maximum: 1_000_000 }, floor: { type: 'integer', minimum: 1 },
      phone: { type: 'string', maxLength: 20 }, number: { type: 'string', maxLength: 30 }, firm: { type: 'string', maxLength: 18 }, home: { type: 'string', pattern: '^[0-9]{12}$' }, account: { type: 'string', pattern: '^[0-9]{8,30}$' },
    },
    allOf: [{ if: { properties: { has_agent: { const: true } } }, then: { required: ['agent_name'] } }],
  },
  ui: {
    pages: [{
      id: 'all', title: words('全部'), fields: [
        field('name', 'text'), field('story', 'textarea'), field('sex', 'radio', { options }), field('kinds', 'checkboxes', { options }), field('bank', 'select', { options }), field('agree', 'yes_no'),
        field('has_agent', 'yes_no'), field('agent_name', 'text', { when: { field: 'has_agent', any_of: [true] } }), field('born_on', 'date'), field('people', 'integer'), field('income', 'money'),
        field('floor', 'area'), field('phone', 'phone'), field('number', 'identity_number'), field('firm', 'credit_code'), field('home', 'community'), field('account', 'bank_account'),
      ],
    }],
  },
};

const html = (node: ReactElement): string => renderToString(node as Parameters<typeof renderToString>[0]);
const rendered = (more: Partial<Parameters<typeof FormFields>[0]> = {}): string =>
  html(createElement(FormFields, { form, fields: fieldsOf(form), language: 'zh-CN', answers: {}, communities: home(more.answers), ...more }));
/** The picker lists what is chosen, as the server looks it up. */
const home = (answers: Readonly<Record<string, unknown>> = {}) => ({ home: { districts: [], ...(typeof answers.home === 'string' ? { chosen: { code: answers.home, name: '莲花', within: '福田区' } } : {}) } });
const read = (typed: Record<string, string>) => readForm(form, gather(Object.entries(typed)));

const line = fc.string({ unit: fc.constantFrom('陈', '桂', 'A', 'é', '&', '<', '"', "'", ' ', '𠮷', '0'), minLength: 1, maxLength: 12 }).map((text) => text.trim()).filter((text) => text !== '');
const digits = (min: number, max: number) => fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: min, maxLength: max });
const day = fc.date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2100-12-31T00:00:00Z'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const answersOf = fc.record(
  {
    name: line, story: fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n')), sex: fc.constantFrom('a', 'b'), kinds: fc.subarray(['a', 'b'], { minLength: 1 }), bank: fc.constantFrom('a', 'b'),
    agree: fc.constant(true), born_on: day, people: fc.integer({ min: -5, max: 1_000_000 }), income: fc.integer({ min: 0, max: 10_000_000_000_000 }), floor: fc.integer({ min: 0, max: 1_000_000_000_000 }),
    phone: digits(5, 15), number: digits(17, 17), firm: digits(18, 18), home: digits(12, 12), account: digits(8, 30),
  },
  { requiredKeys: [] },
).chain((answers) => fc.oneof(fc.constant(answers), fc.constant({ ...answers, has_agent: false }), line.map((agent_name) => ({ ...answers, has_agent: true, agent_name }))));

describe('A form that is shown with its answers and sent back unchanged', () => {
  test('gives the same answers, whatever they are, in every widget', () => {
    fc.assert(fc.property(answersOf, fc.constantFrom<Language>(...languages), (answers, language) => {
      const posted = gather(controlsOf(rendered({ answers, language })));
      expect(readForm(form, posted)).toEqual({ answers, faults: [] });
    }), { numRuns: 150 });
  });

  test('gives the same answers when it comes back with what was typed instead of what is stored', () => {
    fc.assert(fc.property(answersOf, (answers) => {
      const posted = gather(controlsOf(rendered({ answers })));
      const again = gather(controlsOf(rendered({ posted, answers: { home: answers.home }, communities: home(answers) })));
      expect(readForm(form, again)).toEqual({ answers, faults: [] });
    }), { numRuns: 60 });
  });
});

describe('What people type', () => {
  test.each([
    ['1,250.5', 125_050], ['１２００', 120_000], ['￥300 元', 30_000], ['0.01', 1], ['12345678901.99', 1_234_567_890_199], ['0', 0],
  ])('%s as money is %i fen', (typed, fen) => {
    expect(read({ 'f.income': typed }).answers).toEqual({ income: fen });
  });

  test.each([['86.5', 865_000], ['0.0001', 1], ['120 平方米', 1_200_000]])('%s as an area is %i cm²', (typed, area) => {
    expect(read({ 'f.floor': typed }).answers).toEqual({ floor: area });
  });

  test.each([['1.234'], ['约五千'], ['1e5'], ['--3'], ['.'], ['99999999999999999999']])('%s as money is a fault of that field, not a guess', (typed) => {
    expect(read({ 'f.income': typed })).toEqual({ answers: {}, faults: [{ field: 'income', reason: 'money', params: {} }] });
  });

  test.each([['2026', '2', '30'], ['2025', '2', '29'], ['52', '3', '8'], ['1952', '13', '1'], ['1952', '', '1'], ['公元', '三', '八']])('%s-%s-%s is no date', (year, month, date) => {
    expect(read({ 'f.born_on.year': year, 'f.born_on.month': month, 'f.born_on.day': date })).toEqual({ answers: {}, faults: [{ field: 'born_on', reason: 'date', params: {} }] });
  });

  test('the 29th of February of a leap year and full-width digits are a date', () => {
    expect(read({ 'f.born_on.year': '１９５２', 'f.born_on.month': '2', 'f.born_on.day': '29' }).answers).toEqual({ born_on: '1952-02-29' });
  });

  test('spaces in numbers do not count, and letters of numbers are large', () => {
    expect(read({ 'f.number': ' 449901 19400308 001x ', 'f.account': '6222 0202 0011', 'f.phone': '138-0013 8000' }).answers).toEqual({ number: '44990119400308001X', account: '622202020011', phone: '13800138000' });
  });

  test('a statement to confirm is either confirmed or not answered, never denied', () => {
    expect(read({ 'f.agree': 'false' }).answers).toEqual({});
  });
});

describe('A field asked only under a condition', () => {
  test('is dropped when its condition does not hold, even if something was typed into it', () => {
    expect(read({ 'f.has_agent': 'false', 'f.agent_name': '某人' }).answers).toEqual({ has_agent: false });
  });

  test('is kept when the deciding answer was given on an earlier page', () => {
    const agent = fieldsOf(form).filter((one) => one.name === 'agent_name');
    expect(readForm(form, gather([['f.agent_name', '某人']]), agent, { has_agent: true }).answers).toEqual({ agent_name: '某人' });
  });

  test.each(languages)('is shown without script, with the condition in words (%s)', (language) => {
    const page = rendered({ language });
    expect(page).toContain('data-when="f.has_agent" data-when-any="true"');
    expect(page).toContain(`has_agent${{ 'zh-CN': '甲', 'zh-HK': '乙', en: ' label' }[language]}`);
    expect(page).not.toMatch(/ hidden[ >=]/);
  });

  test('carries no condition on a page where the deciding question is not asked', () => {
    const page = rendered({ fields: fieldsOf(form).filter((one) => one.name === 'agent_name') });
    expect(page).toContain('name="f.agent_name"');
    expect(page).not.toContain('data-when');
  });
});

describe('Faults', () => {
  const faults = fieldsOf(form).map((one) => ({ field: one.name, reason: 'required', params: {} }));

  test.each(languages)('each stand beside their field and in the summary, which leads to the field (%s)', (language) => {
    const lines = faultLines(form, faults, language);
    const page = html(createElement('div', {}, createElement(ErrorSummary, { title: '·', lines }), createElement(FormFields, { form, fields: fieldsOf(form), language, answers: {}, faults, communities: home() })));
    expect(htmlFaults(page)).toEqual([]);
    expect(lines.map((one) => one.fieldId)).toEqual(fieldsOf(form).map((one) => controlId(one.name)));
    for (const fault of faults) expect(page).toContain(`id="${controlId(fault.field)}-error"`);
  });

  test('of the server are found by their pointers; those about other things are left out', () => {
    expect(faultsOf(form, [
      { pointer: '/form/income', code: 'input.too_small', params: { limit: 0 } }, { pointer: '/form/number', code: 'numbers.check_digit', params: { position: 18 } }, { pointer: '/areaUnit', code: 'matter.needs_area', params: {} },
    ])).toEqual([{ field: 'income', reason: 'too_small', params: { limit: 0 } }, { field: 'number', reason: 'numbers.check_digit', params: { position: 18 } }]);
  });

  test('name the field, the unit people know and the limit', () => {
    expect(faultWords(form, { field: 'income', reason: 'too_large', params: { limit: 1_000_000 } }, 'zh-CN')).toBe('“income甲”不能大于 10,000');
    expect(faultWords(form, { field: 'people', reason: 'too_small', params: { limit: 1 } }, 'en')).toBe('“people label” cannot be less than 1');
    expect(faultWords(form, { field: 'number', reason: 'numbers.check_digit', params: { position: 18 } }, 'zh-CN')).toBe('“number甲”：第 18 位校验码不对，说明号码有误。请对照证件逐位核对。');
    expect(faultWords(form, { field: 'home', reason: 'wrong_form', params: {} }, 'zh-HK')).toBe('請在列表中選「home乙」');
  });

  test('of every kind have a whole sentence for every widget in every language', () => {
    const reasons = ['required', 'too_short', 'too_long', 'not_a_choice', 'wrong_type', 'too_small', 'too_large', 'wrong_form', 'invalid', 'not_asked', 'hidden_characters', 'community_not_in_force', 'day_too_early', 'day_in_future', 'date', 'integer', 'money', 'area', 'numbers.check_digit', 'something_new'];
    for (const language of languages) for (const one of fieldsOf(form)) for (const reason of reasons) {
      const sentence = faultWords(form, { field: one.name, reason, params: { position: 3, limit: 2 } }, language);
      expect(sentence, `${one.widget} ${reason} ${language}`).toContain(one.label[language]);
      expect(sentence, `${one.widget} ${reason} ${language}`).not.toMatch(/undefined|\{\w+\}/);
    }
  });
});

test.each(languages)('All widgets together are sound HTML, empty and filled (%s)', (language) => {
  expect(htmlFaults(rendered({ language }))).toEqual([]);
  expect(htmlFaults(rendered({ language, answers: { name: '<b>"&', kinds: ['a'], home: '440304008003' } }))).toEqual([]);
});

test('Answers are read back to people as they would say them', () => {
  const say = (name: string, value: unknown, language: Language) => answerWords(fieldsOf(form).find((one) => one.name === name) ?? field(name, 'text'), value, language);
  expect(say('income', 125_050, 'zh-CN')).toBe('1,250.50 元');
  expect(say('floor', 865_000, 'en')).toBe('86.5 m²');
  expect(say('born_on', '1952-03-08', 'zh-HK')).toBe('1952 年 3 月 8 日');
  expect(say('kinds', ['a', 'b'], 'zh-CN')).toBe('选项一甲、选项二甲');
  expect(say('has_agent', false, 'en')).toBe('No');
  expect(say('name', undefined, 'en')).toBe('(not answered)');
});
