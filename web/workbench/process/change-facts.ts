/** How the properties of one element are changed in the model of the drawing library, each change one step to undo. */
import type { Language } from '../../../contract/language.ts';
import type { Drawn, Model, Moddle, Modeling } from './drawing-types.ts';
import { renamed, type ElementFacts, type GivenFacts, type TableFacts } from './element-facts.ts';
import { definitionOf, extensionsOf, factsOf, listOf } from './read-facts.ts';

/** One change of an element's properties. */
export type FactsChange =
  | { readonly kind: 'name'; readonly language: Language; readonly text: string }
  | { readonly kind: 'id'; readonly id: string }
  | { readonly kind: 'link'; readonly link: NonNullable<ElementFacts['link']> }
  | { readonly kind: 'service' | 'days' | 'message' | 'called' | 'condition'; readonly text: string }
  | { readonly kind: 'interrupts' | 'default'; readonly value: boolean }
  | { readonly kind: 'each'; readonly each: ElementFacts['each'] }
  | { readonly kind: 'table'; readonly table: TableFacts }
  | { readonly kind: 'given'; readonly given: readonly GivenFacts[] };

/** What a change is made with. `element` is what stands on the drawing, `of` its model: for the process the two may differ. */
export interface Changing {
  readonly moddle: Moddle;
  readonly modeling: Modeling;
  readonly definitions: Model;
  readonly element: Drawn;
  readonly of: Model;
  /** every element drawn, for what names this one */
  readonly all: readonly Drawn[];
}

/** A timer's expression is a number of working days (data/processes/README.md). */
const workingDaysLanguage = 'urn:yimen:working-days:1';

/** Makes a change. */
export function changeFacts(on: Changing, change: FactsChange): void {
  const { moddle, modeling, element, of } = on;
  const set = (properties: Readonly<Record<string, unknown>>, target: Model = of): void => modeling.updateModdleProperties(element, target, properties);
  switch (change.kind) {
    case 'name':
      if (change.language === 'zh-CN') modeling.updateProperties(element, { name: change.text });
      else setExtensions(on, (values) => [...values.filter((one) => !(one.$type === 'yimen:Text' && one['lang'] === change.language)), ...(change.text === '' ? [] : [moddle.create('yimen:Text', { lang: change.language, body: change.text })])]);
      return;
    case 'id': return rename(on, change.id);
    case 'link': return setExtensions(on, (values) => [moddle.create('yimen:Link', change.link), ...values.filter((one) => one.$type !== 'yimen:Link')]);
    case 'service': return setExtensions(on, (values) => [...(change.text === '' ? [] : [moddle.create('yimen:Service', { name: change.text })]), ...values.filter((one) => one.$type !== 'yimen:Service')]);
    case 'days': {
      const definition = definitionOf(of);
      if (definition) set({ timeDuration: change.text === '' ? undefined : moddle.create('bpmn:FormalExpression', { body: change.text, language: workingDaysLanguage }), timeDate: undefined, timeCycle: undefined }, definition);
      return;
    }
    case 'message': return setMessage(on, change.text);
    case 'called': return set({ calledElement: change.text === '' ? undefined : change.text });
    case 'condition': return set({ conditionExpression: change.text.trim() === '' ? undefined : moddle.create('bpmn:FormalExpression', { body: change.text }) });
    case 'interrupts': return modeling.updateProperties(element, { cancelActivity: change.value });
    case 'default': return setDefault(on, change.value);
    case 'each': return modeling.updateProperties(element, { loopCharacteristics: change.each ? eachModel(moddle, change.each) : undefined });
    case 'table': return setExtensions(on, (values) => [tableModel(moddle, change.table), ...values.filter((one) => one.$type !== 'yimen:Table')]);
    case 'given': return setExtensions(on, (values) => [...change.given.map((one) => moddle.create('yimen:Given', { ...one })), ...values.filter((one) => one.$type !== 'yimen:Given')]);
  }
}

function setExtensions({ moddle, modeling, element, of }: Changing, change: (values: readonly Model[]) => readonly Model[]): void {
  const values = change(extensionsOf(of));
  const extensionElements = values.length === 0 ? undefined : moddle.create('bpmn:ExtensionElements', { values: [...values] });
  if (extensionElements) {
    extensionElements.$parent = of;
    for (const one of values) one.$parent = extensionElements;
  }
  // Drawn anew as its own property, so that markers and names follow.
  if (element.businessObject === of) modeling.updateProperties(element, { extensionElements });
  else modeling.updateModdleProperties(element, of, { extensionElements });
}

function setDefault({ modeling, element, of }: Changing, value: boolean): void {
  if (!element.source) return;
  modeling.updateProperties(element.source, { default: value ? of : undefined });
  if (value && of['conditionExpression']) modeling.updateProperties(element, { conditionExpression: undefined });
}

/** Messages are named by what they say: one for each name in the file. */
function setMessage({ moddle, modeling, definitions, element, of }: Changing, name: string): void {
  const definition = definitionOf(of);
  if (!definition) return;
  const roots = listOf(definitions, 'rootElements');
  const known = roots.find((one) => one.$type === 'bpmn:Message' && one.name === name);
  const made = known ?? (name === '' ? undefined : moddle.create('bpmn:Message', { id: messageId(moddle), name }));
  if (made && !known) {
    made.$parent = definitions;
    modeling.updateModdleProperties(element, definitions, { rootElements: [made, ...roots] });
  }
  modeling.updateModdleProperties(element, definition, { messageRef: made });
}

function messageId(moddle: Moddle): string {
  for (let n = 1; ; n += 1) if (!moddle.ids.assigned(`message_${n}`)) return `message_${n}`;
}

function eachModel(moddle: Moddle, each: NonNullable<ElementFacts['each']>): Model {
  const extensionElements = moddle.create('bpmn:ExtensionElements', { values: [moddle.create('yimen:Each', each)] });
  return moddle.create('bpmn:MultiInstanceLoopCharacteristics', { extensionElements });
}

function tableModel(moddle: Moddle, table: TableFacts): Model {
  return moddle.create('yimen:Table', {
    hit: table.hit,
    inputs: table.inputs.map((expression) => moddle.create('yimen:Input', { expression })),
    outputs: table.outputs.map(({ name, otherwise }) => moddle.create('yimen:Output', { name, ...(otherwise.trim() === '' ? {} : { otherwise }) })),
    rules: table.rules.map((rule) => moddle.create('yimen:Rule', { whens: rule.when.map((body) => moddle.create('yimen:When', { body })), thens: rule.then.map((body) => moddle.create('yimen:Then', { body })) })),
  });
}

/** A new code for an element; conditions, lists and tables that name it follow. */
function rename(on: Changing, id: string): void {
  const from = on.of.id ?? '';
  on.modeling.updateProperties(on.element, { id });
  for (const element of on.all) {
    if (element.labelTarget) continue;
    const facts = factsOf(element.businessObject);
    const here: Changing = { ...on, element, of: element.businessObject };
    const after = (text: string): string => renamed(text, from, id);
    if (facts.condition !== undefined && after(facts.condition) !== facts.condition) changeFacts(here, { kind: 'condition', text: after(facts.condition) });
    if (facts.each && after(facts.each.list) !== facts.each.list) changeFacts(here, { kind: 'each', each: { ...facts.each, list: after(facts.each.list) } });
    const table = facts.table && renamedTable(facts.table, after);
    if (table && JSON.stringify(table) !== JSON.stringify(facts.table)) changeFacts(here, { kind: 'table', table });
  }
}

const renamedTable = (table: TableFacts, after: (text: string) => string): TableFacts => ({
  ...table,
  inputs: table.inputs.map(after),
  outputs: table.outputs.map(({ name, otherwise }) => ({ name, otherwise: after(otherwise) })),
  rules: table.rules.map((rule) => ({ when: rule.when.map(after), then: rule.then.map(after) })),
});
