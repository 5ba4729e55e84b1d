import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldWidgets, type Form } from '../../../../contract/catalogue.ts';
import { checkForm } from '../../../../server/domains/catalogue/form-checks.ts';
import { addField, fieldsIn, freshName, isFieldRequired, moveField, removeField, renameField, renameOption, setBound, setFieldRequired, setFieldWhen, setOptions, setWidget } from './form-edits.ts';

const text = (cn: string) => ({ 'zh-CN': cn, 'zh-HK': cn, en: cn });
const empty: Form = { schema: { type: 'object', properties: {}, additionalProperties: false }, ui: { pages: [{ id: 'p1', title: text('一'), fields: [] }, { id: 'p2', title: text('二'), fields: [] }] } };
const problems = (form: Form) => checkForm(form, '').map((one) => `${one.pointer} ${one.code}`);

/** A choice, and a field asked only with one of its values. */
function delivery(): Form {
  let form = addField(addField(empty, 0, 'how'), 0, 'address');
  form = setOptions(setWidget(form, 'how', 'radio'), 'how', { courier: text('快递'), window: text('窗口') });
  return setFieldWhen(form, 'address', { field: 'how', any_of: ['courier'] });
}

describe('a form being edited', () => {
  it('says the same to people and to the judge: a field asked only at times is required only then', () => {
    const form = delivery();
    expect(problems(form)).toEqual([]);
    expect(form.schema.required).toEqual(['how']);
    expect(form.schema.allOf).toEqual([{ if: { properties: { how: { const: 'courier' } }, required: ['how'] }, then: { required: ['address'] }, else: { properties: { address: false } } }]);
    const optional = setFieldRequired(form, 'address', false);
    expect(isFieldRequired(optional, 'address')).toBe(false);
    expect(problems(optional)).toEqual([]);
    const always = setFieldWhen(form, 'address', undefined);
    expect([always.schema.required, always.schema.allOf]).toEqual([['how', 'address'], undefined]);
  });

  it('keeps conditions when a field or a value is called otherwise', () => {
    const form = renameOption(renameField(renameField(delivery(), 'how', 'delivery'), 'address', 'send_to'), 'delivery', 'courier', 'post');
    expect(problems(form)).toEqual([]);
    expect(fieldsIn(form).at(1)?.when).toEqual({ field: 'delivery', any_of: ['post'] });
    expect(form.schema.allOf).toEqual([{ if: { properties: { delivery: { const: 'post' } }, required: ['delivery'] }, then: { required: ['send_to'] }, else: { properties: { send_to: false } } }]);
    expect(renameField(form, 'delivery', 'send_to')).toBe(form);
  });

  it('lets go of conditions when what they hang on is taken away or asked otherwise', () => {
    expect(problems(removeField(delivery(), 'how'))).toEqual([]);
    expect(removeField(delivery(), 'how').schema).toEqual({ type: 'object', properties: { address: { type: 'string', minLength: 1, maxLength: 80 } }, required: ['address'], additionalProperties: false });
    expect(problems(setWidget(delivery(), 'how', 'date'))).toEqual([]);
  });

  it('takes only its own field out of a rule it shares', () => {
    const married: Form = {
      schema: { type: 'object', properties: { state: { type: 'string', enum: ['a', 'b'] }, x: { type: 'string', maxLength: 5 }, y: { type: 'string', maxLength: 5 } }, required: ['state'], allOf: [{ if: { properties: { state: { enum: ['a'] } }, required: ['state'] }, then: { required: ['x', 'y'] } }], additionalProperties: false },
      ui: { pages: [{ id: 'p', title: text('页'), fields: [{ name: 'state', widget: 'radio', label: text('状态'), options: { a: text('甲'), b: text('乙') } }, { name: 'x', widget: 'text', label: text('子'), when: { field: 'state', any_of: ['a'] } }, { name: 'y', widget: 'text', label: text('丑'), when: { field: 'state', any_of: ['a'] } }] }] },
    };
    expect(problems(married)).toEqual([]);
    const form = removeField(married, 'x');
    expect(problems(form)).toEqual([]);
    expect(form.schema.allOf).toEqual([{ if: { properties: { state: { enum: ['a'] } }, required: ['state'] }, then: { required: ['y'] } }]);
  });

  it('moves a field within its page, then on to the next, and no further', () => {
    const order = (form: Form) => form.ui.pages.map((page) => page.fields.map((field) => field.name).join(' '));
    let form = addField(addField(empty, 0, 'a'), 0, 'b');
    form = moveField(form, 'a', 1);
    expect(order(form)).toEqual(['b a', '']);
    form = moveField(form, 'a', 1);
    expect(order(form)).toEqual(['b', 'a']);
    expect(moveField(form, 'a', 1)).toBe(form);
    expect(order(moveField(form, 'a', -1))).toEqual(['b a', '']);
  });

  it('stays bounded whatever widget is chosen, and takes bounds of its own', () => {
    for (const widget of fieldWidgets) {
      const form = setWidget(addField(empty, 0, 'a'), 'a', widget);
      const choice = ['radio', 'select', 'checkboxes'].includes(widget);
      expect(problems(choice ? setOptions(form, 'a', { x: text('甲') }) : form), widget).toEqual([]);
    }
    expect(setBound(addField(empty, 0, 'a'), 'a', 'maxLength', 12).schema.properties['a']).toEqual({ type: 'string', minLength: 1, maxLength: 12 });
  });

  it('has nothing wrong after any row of changes that leaves each choice its values', () => {
    const step = fc.record({ act: fc.nat(7), at: fc.nat(30), widget: fc.constantFrom(...fieldWidgets), on: fc.boolean() });
    fc.assert(fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      let form = delivery();
      for (const { act, at, widget, on } of steps) {
        const fields = fieldsIn(form);
        const field = fields[at % Math.max(1, fields.length)];
        if (act === 0 || !field) form = addField(form, at % 2, freshName(form));
        else if (act === 1) form = removeField(form, field.name);
        else if (act === 2) form = renameField(form, field.name, freshName(form, 'other'));
        else if (act === 3) form = setOptionsIfNone(setWidget(form, field.name, widget), field.name);
        else if (act === 4) form = setFieldRequired(form, field.name, on);
        else if (act === 5) {
          const before = fields.slice(0, fields.indexOf(field)).find((one) => one.options && Object.keys(one.options).length > 0 && one.widget !== 'checkboxes');
          if (before?.options) form = setFieldWhen(form, field.name, on ? { field: before.name, any_of: Object.keys(before.options).slice(0, 1) } : undefined);
        } else if (act === 6 && field.options) form = renameOption(form, field.name, Object.keys(field.options)[0] ?? '', freshName(form, 'value'));
      }
      expect(problems(form)).toEqual([]);
    }), { numRuns: 300 });
  });
});

const setOptionsIfNone = (form: Form, name: string): Form => {
  const field = fieldsIn(form).find((one) => one.name === name);
  return field?.options && Object.keys(field.options).length === 0 ? setOptions(form, name, { x: text('甲'), y: text('乙') }) : form;
};

