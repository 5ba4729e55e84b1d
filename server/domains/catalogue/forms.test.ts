import { describe, expect, test } from 'vitest';
import type { FieldUi, Form } from '../../../contract/catalogue.ts';
import { inventPerson } from '../../testing/people.ts';
import { identify, readPhone } from '../people/numbers/index.ts';
import { formJudgeOf, type Filled, type FormPorts } from './forms.ts';
import { compileSchema } from './surroundings.ts';

const label = { 'zh-CN': '项', 'zh-HK': '項', en: 'field' };
const ui = (name: string, widget: FieldUi['widget'], more: Partial<FieldUi> = {}): FieldUi => ({ name, widget, label, ...more });
const form: Form = {
  schema: {
    type: 'object',
    properties: {
      for_other: { type: 'boolean' },
      person_name: { type: 'string', minLength: 1, maxLength: 10 },
      person_number: { type: 'string', minLength: 5, maxLength: 30 },
      contact_phone: { type: 'string', minLength: 5, maxLength: 20 },
      community: { type: 'string', pattern: '^[0-9]{12}$' },
      child_born_on: { type: 'string', format: 'date' },
      end_on: { type: 'string', format: 'date' },
      credit_code: { type: 'string', minLength: 15, maxLength: 18 },
      income: { type: 'integer', minimum: 0, maximum: 1000 },
      pay_by: { type: 'string', enum: ['card', 'bank'] },
      reason: { type: 'string', minLength: 1, maxLength: 50 },
      declaration: { type: 'boolean', const: true },
    },
    required: ['for_other', 'declaration'],
    allOf: [{ if: { properties: { for_other: { const: true } }, required: ['for_other'] }, then: { required: ['person_name'] }, else: { properties: { person_name: false } } }],
    additionalProperties: false,
  },
  ui: {
    pages: [
      {
        id: 'all', title: label,
        fields: [
          ui('for_other', 'yes_no'), ui('person_name', 'text', { when: { field: 'for_other', any_of: [true] } }), ui('person_number', 'identity_number'), ui('contact_phone', 'phone'), ui('community', 'community'),
          ui('child_born_on', 'date'), ui('end_on', 'date'), ui('credit_code', 'credit_code'), ui('income', 'money'), ui('pay_by', 'radio'), ui('reason', 'textarea'), ui('declaration', 'yes_no'),
        ],
      },
    ],
  },
};
const today = '2026-11-23';
const ports: FormPorts = {
  today,
  identify: (number, subject) => {
    const read = identify(number, { today, subject });
    return read.ok ? read : { ok: false, ...read.refusal };
  },
  phone: (text) => readPhone(text).ok,
  communityInForce: (code) => code === '440307013015',
};
const judgeIt = formJudgeOf(form, compileSchema(form.schema));
const good: Filled = { for_other: false, declaration: true };
const faults = (more: Filled): unknown => judgeIt({ ...good, ...more }, ports).map((fault) => [fault.pointer, fault.code]);

describe('A form filled in', () => {
  test('is taken when every field is as asked', () => {
    const person = inventPerson(1, { index: 0, today });
    expect(
      faults({
        for_other: true, person_name: '林小梅', person_number: person.number, contact_phone: '13800138000', community: '440307013015', child_born_on: today, end_on: '2027-06-30', income: 0, pay_by: 'bank', reason: '第一行\n第二行',
      }),
    ).toEqual([]);
  });

  test('lacks what is required', () => {
    expect(judgeIt({}, ports)).toEqual([
      { pointer: '/form/for_other', code: 'input.required', params: {} },
      { pointer: '/form/declaration', code: 'input.required', params: {} },
    ]);
    expect(faults({ for_other: true })).toEqual([['/form/person_name', 'input.required']]);
    expect(faults({ for_other: true, person_name: '   ' })).toEqual([['/form/person_name', 'input.required']]);
  });

  test('holds nothing that was not asked', () => {
    expect(faults({ salary: 5 })).toEqual([['/form/salary', 'input.unknown_field']]);
    expect(faults({ ['a/b~c']: 5 })).toEqual([['/form/a~1b~0c', 'input.unknown_field']]);
    expect(faults(JSON.parse('{"__proto__":1,"constructor":2}') as Filled)).toEqual(expect.arrayContaining([['/form/constructor', 'input.unknown_field']]));
    expect(faults({ person_name: '林小梅' })).toEqual([['/form/person_name', 'form.not_asked']]);
  });

  test('has values of the right kind and size', () => {
    expect(faults({ income: 1001 })).toEqual([['/form/income', 'input.too_large']]);
    expect(faults({ income: '7' })).toEqual([['/form/income', 'input.wrong_type']]);
    expect(faults({ pay_by: 'gold' })).toEqual([['/form/pay_by', 'input.not_a_choice']]);
    expect(faults({ declaration: false })).toEqual([['/form/declaration', 'input.not_a_choice']]);
    expect(faults({ for_other: true, person_name: '一二三四五六七八九十一' })).toEqual([['/form/person_name', 'input.too_long']]);
  });
});

describe('A day', () => {
  test('is a real one', () => {
    expect(faults({ end_on: '2026-02-30' })).toEqual([['/form/end_on', 'input.wrong_form']]);
    expect(faults({ end_on: '1899-12-31' })).toEqual([['/form/end_on', 'form.day_too_early']]);
  });

  test('of birth is not in the future; the end of a lease may be', () => {
    expect(faults({ child_born_on: '2026-11-24' })).toEqual([['/form/child_born_on', 'form.day_in_future']]);
    expect(faults({ child_born_on: today, end_on: '2030-01-01' })).toEqual([]);
  });
});

describe('What a widget promises beyond the schema', () => {
  test('a person’s number has its check digit and a real birthday', () => {
    // 449900 is inside Guangdong's prefix and was never assigned: no real person has such a number.
    expect(faults({ person_number: '449900199002301239' })).toEqual([['/form/person_number', 'numbers.impossible_date']]);
    const number = inventPerson(1, { index: 0, today }).number;
    const wrong = `${number.slice(0, 17)}${number.endsWith('1') ? '2' : '1'}`;
    expect(faults({ person_number: wrong })).toEqual([['/form/person_number', 'numbers.check_digit']]);
  });

  test('a credit code is read as one, even where a person’s number is given', () => {
    const number = inventPerson(1, { index: 0, today }).number;
    expect(judgeIt({ ...good, credit_code: number }, ports).map((fault) => fault.pointer)).toEqual(['/form/credit_code']);
  });

  test('a telephone number can be called, a community stands', () => {
    expect(faults({ contact_phone: '12345' })).toEqual([['/form/contact_phone', 'numbers.phone_shape']]);
    expect(judgeIt({ ...good, community: '440307013999' }, ports)).toEqual([{ pointer: '/form/community', code: 'form.community_not_in_force', params: { unit: '440307013999' } }]);
  });

  test('texts hide nothing', () => {
    expect(faults({ reason: 'a\u0000b' })).toEqual([['/form/reason', 'form.hidden_characters']]);
    expect(faults({ reason: 'a\u202eb' })).toEqual([['/form/reason', 'form.hidden_characters']]);
    expect(faults({ for_other: true, person_name: '林\n梅' })).toEqual([['/form/person_name', 'form.hidden_characters']]);
  });
});
