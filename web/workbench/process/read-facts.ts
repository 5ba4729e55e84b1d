/** What stands in the model of the drawing library, read into the plain facts of element-facts.ts. */
import { languages, type Language } from '../../../contract/language.ts';
import type { ElementFacts, GivenFacts, TableFacts } from './element-facts.ts';
import type { Drawn, Model } from './drawing-types.ts';
import { kindOf, type ModelElement } from './subset.ts';

/** A list property of an element of the model. */
export const listOf = (element: Model | undefined, property: string): readonly Model[] => (element?.[property] as readonly Model[] | undefined) ?? [];
/** What lies in an element's extensions. */
export const extensionsOf = (element: Model): readonly Model[] => listOf(element['extensionElements'] as Model | undefined, 'values');
/** The extensions of one type. */
export const extensionOf = (element: Model, type: string): readonly Model[] => extensionsOf(element).filter((one) => one.$type === type);

const text = (element: Model | undefined, property: string): string => String(element?.[property] ?? '');

/** The names of an element; 简体 is its own, the others lie in its extensions. */
export function namesOf(element: Model): Readonly<Record<Language, string>> {
  const told = Object.fromEntries(extensionOf(element, 'yimen:Text').map((one) => [text(one, 'lang'), text(one, 'body')]));
  return Object.fromEntries(languages.map((language) => [language, language === 'zh-CN' ? text(element, 'name') : (told[language] ?? '')])) as Record<Language, string>;
}

function tableOf(element: Model): TableFacts | undefined {
  const table = extensionOf(element, 'yimen:Table')[0];
  if (!table) return undefined;
  const bodies = (rule: Model, property: string): readonly string[] => listOf(rule, property).map((one) => text(one, 'body'));
  const hit = text(table, 'hit');
  return {
    hit: hit === 'FIRST' || hit === 'ANY' ? hit : 'UNIQUE',
    inputs: listOf(table, 'inputs').map((one) => text(one, 'expression')),
    outputs: listOf(table, 'outputs').map((one) => ({ name: text(one, 'name'), otherwise: text(one, 'otherwise') })),
    rules: listOf(table, 'rules').map((rule) => ({ when: bodies(rule, 'whens'), then: bodies(rule, 'thens') })),
  };
}

/** The timer, message or other definition that makes an event more than a plain one. */
export const definitionOf = (element: Model): Model | undefined => listOf(element, 'eventDefinitions')[0];

function wayFacts(element: Model): Partial<ElementFacts> {
  const from = element['sourceRef'] as Model | undefined;
  const parts = from !== undefined && ['bpmn:ExclusiveGateway', 'bpmn:InclusiveGateway'].includes(from.$type) && listOf(from, 'outgoing').length > 1;
  const condition = element['conditionExpression'] as Model | undefined;
  return { from: from?.id, to: (element['targetRef'] as Model | undefined)?.id, parts, isDefault: from?.['default'] === element, ...(condition ? { condition: text(condition, 'body') } : {}) };
}

function eachFacts(element: Model): Partial<ElementFacts> {
  const loop = element['loopCharacteristics'] as Model | undefined;
  if (loop?.$type !== 'bpmn:MultiInstanceLoopCharacteristics') return {};
  const each = extensionOf(loop, 'yimen:Each')[0];
  return { each: { list: text(each, 'list'), as: text(each, 'as') } };
}

function linkFacts(element: Model): Partial<ElementFacts> {
  const link = extensionOf(element, 'yimen:Link')[0];
  return link ? { link: { kind: text(link, 'kind'), handler: text(link, 'handler'), post: text(link, 'post') } } : {};
}

/** The facts of one element of the model. */
export function factsOf(element: Model): ElementFacts {
  const kind = kindOf(element as unknown as ModelElement);
  const around = element.$parent;
  const base: ElementFacts = { id: element.id ?? '', kind, type: element.$type, names: namesOf(element), within: around?.$type === 'bpmn:SubProcess' ? around.id : undefined };
  const definition = definitionOf(element);
  switch (kind) {
    case 'way': return { ...base, ...wayFacts(element) };
    case 'process': return { ...base, given: extensionOf(element, 'yimen:Given').map((one): GivenFacts => ({ name: text(one, 'name'), kind: text(one, 'kind') })) };
    case 'user': return { ...base, ...linkFacts(element), ...eachFacts(element) };
    case 'part': return { ...base, ...eachFacts(element) };
    case 'service': return { ...base, service: text(extensionOf(element, 'yimen:Service')[0], 'name') };
    case 'rule': return { ...base, table: tableOf(element) };
    case 'call': return { ...base, called: text(element, 'calledElement') };
    case 'timer': return { ...base, workingDays: text(definition?.['timeDuration'] as Model | undefined, 'body') };
    case 'border': return { ...base, workingDays: text(definition?.['timeDuration'] as Model | undefined, 'body'), interrupts: element['cancelActivity'] !== false };
    case 'catch':
    case 'throw': return { ...base, message: text(definition?.['messageRef'] as Model | undefined, 'name') };
    case 'start':
    case 'end':
    case 'terminate':
    case 'exclusive':
    case 'inclusive':
    case 'parallel':
    case 'only_drawn':
    case 'outside': return base;
  }
}

/** The process drawn: of several in a file the first with anything in it. */
export function processOf(definitions: Model): Model | undefined {
  const processes = listOf(definitions, 'rootElements').filter((one) => one.$type === 'bpmn:Process');
  return processes.find((one) => listOf(one, 'flowElements').length > 0) ?? processes[0];
}

/** Everything drawn, the process first; labels belong to what they name. */
export function allFacts(definitions: Model, drawn: readonly Drawn[]): readonly ElementFacts[] {
  const process = processOf(definitions);
  // While a drawing opens there is a root without a model.
  const elements = drawn.filter((one) => (one.businessObject as Model | undefined) && !one.labelTarget && !['bpmn:Process', 'bpmn:Collaboration'].includes(one.businessObject.$type)).map((one) => one.businessObject);
  // A collapsed sub-process stands on the drawing twice: as itself, and as a plane of its own.
  return [...(process ? [process] : []), ...new Set(elements)].map(factsOf);
}
