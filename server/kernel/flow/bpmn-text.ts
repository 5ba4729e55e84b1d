/** A graph written as a BPMN 2.0 file that any editor opens. What a graph does not hold (lanes, notes, data objects) is not written. */
import type { Border, DecisionTable, Given, Graph, Node, Way } from './graph.ts';

/** A place in the diagram, in its own units (BPMN DI: pixels, from the upper left). */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where an element is drawn. */
export interface Shape extends Point {
  readonly width: number;
  readonly height: number;
  readonly isExpanded?: boolean;
}

/** What a drawing holds beside the graph: names by language (`zh-CN` is the element's own), shapes and edges, all by element id; the process under the id of the graph. */
export interface Drawing {
  readonly names: Readonly<Record<string, Readonly<Partial<Record<string, string>>>>>;
  readonly shapes: Readonly<Record<string, Shape>>;
  readonly edges: Readonly<Record<string, readonly Point[]>>;
}

/** Language of a timer's expression: a whole number of working days by the calendar in force. */
export const workingDaysLanguage = 'urn:yimen:working-days:1';

const namespaces = [
  'xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"',
  'xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"',
  'xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"',
  'xmlns:di="http://www.omg.org/spec/DD/20100524/DI"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  'xmlns:yimen="urn:yimen:bpmn:1"',
].join(' ');

type Lines = readonly string[];
type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll('\r', '&#13;').replaceAll('\n', '&#10;');

/** One element of the file, its content a step further in; attributes without a value are left out. */
function xml(name: string, attributes: Attributes, content: Lines = []): Lines {
  const head = Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${escaped(String(value))}"`])).join('');
  return content.length === 0 ? [`<${name}${head} />`] : [`<${name}${head}>`, ...content.map((line) => `  ${line}`), `</${name}>`];
}

const body = (name: string, attributes: Attributes, text: string): Lines => {
  const [line = ''] = xml(name, attributes);
  return [`${line.slice(0, -3)}>${escaped(text)}</${name}>`];
};

const wrapped = (name: string, content: Lines): Lines => (content.length === 0 ? [] : xml(name, {}, content));

/** The file of a graph and its drawing. Read again it gives the same graph; elements without a shape stay undrawn. */
export function bpmnText(graph: Graph, drawing: Drawing): string {
  const process = `process-${graph.id}`;
  const content = [...extensions(graph.id, drawing, (graph.given ?? []).flatMap(given)), ...level(graph, undefined, drawing)];
  const file = xml('bpmn:definitions', { id: 'definitions', targetNamespace: 'urn:yimen:processes:1' }, [
    ...messages(graph),
    ...xml('bpmn:process', { id: process, name: drawing.names[graph.id]?.['zh-CN'], isExecutable: true }, content),
    ...diagram(process, graph, drawing),
  ]);
  return ['<?xml version="1.0" encoding="UTF-8"?>', ...file].join('\n').replace('<bpmn:definitions ', `<bpmn:definitions ${namespaces} `) + '\n';
}

const given = (one: Given): Lines => xml('yimen:given', { name: one.name, kind: one.kind });

/** Messages are named by what they say; their ids only tie the file together. */
const messageId = (name: string, all: readonly string[]): string => `message-${all.indexOf(name) + 1}`;
const messageNames = (graph: Graph): readonly string[] => [...new Set(Object.values(graph.nodes).flatMap((node) => (node.type === 'catch' || node.type === 'throw' ? [node.message] : [])))].filter((name) => name !== '');
const messages = (graph: Graph): Lines => messageNames(graph).flatMap((name, _at, all) => xml('bpmn:message', { id: messageId(name, all), name }));

function extensions(id: string, drawing: Drawing, more: Lines = []): Lines {
  const texts = Object.entries(drawing.names[id] ?? {}).flatMap(([lang, text]) => (lang === 'zh-CN' || text === undefined ? [] : body('yimen:text', { lang }, text)));
  return wrapped('bpmn:extensionElements', [...more, ...texts]);
}

/** The elements of one level, and the flows between them. */
function level(graph: Graph, within: string | undefined, drawing: Drawing): Lines {
  const nodes = Object.values(graph.nodes).filter((node) => node.within === within);
  const into = (id: string): Lines => nodes.flatMap(allWays).filter((way) => way.to === id).flatMap((way) => body('bpmn:incoming', {}, way.id));
  const out = (ways: readonly Way[]): Lines => ways.flatMap((way) => body('bpmn:outgoing', {}, way.id));
  const elements = nodes.flatMap((node) => {
    const { tag, attributes, extension, content } = written(graph, node, drawing);
    const byDefault = node.ways.find((way) => way.isDefault)?.id;
    const own = xml(`bpmn:${tag}`, { id: node.id, name: nameOf(node, drawing), ...attributes, default: byDefault }, [...extensions(node.id, drawing, extension), ...into(node.id), ...out(node.ways), ...content]);
    return [...own, ...bordersOf(node).flatMap((border) => borderLines(node.id, border, drawing, out(border.ways)))];
  });
  return [...elements, ...nodes.flatMap((node) => [...node.ways.map((way) => [node.id, way] as const), ...bordersOf(node).flatMap((border) => border.ways.map((way) => [border.id, way] as const))]).flatMap(([from, way]) => flowLines(from, way, drawing))];
}

const bordersOf = (node: Node): readonly Border[] => ('borders' in node ? (node.borders ?? []) : []);
const allWays = (node: Node): readonly Way[] => [...node.ways, ...bordersOf(node).flatMap((border) => border.ways)];
const nameOf = (node: Node, drawing: Drawing): string | undefined => drawing.names[node.id]?.['zh-CN'] ?? (node.type === 'user' && node.name !== '' ? node.name : undefined);

function flowLines(from: string, way: Way, drawing: Drawing): Lines {
  const condition = way.condition === undefined ? [] : body('bpmn:conditionExpression', { 'xsi:type': 'bpmn:tFormalExpression' }, way.condition);
  return xml('bpmn:sequenceFlow', { id: way.id, name: drawing.names[way.id]?.['zh-CN'], sourceRef: from, targetRef: way.to }, [...extensions(way.id, drawing), ...condition]);
}

const timer = (workingDays: number): Lines => xml('bpmn:timerEventDefinition', {}, workingDays > 0 ? body('bpmn:timeDuration', { 'xsi:type': 'bpmn:tFormalExpression', language: workingDaysLanguage }, String(workingDays)) : []);

const borderLines = (host: string, border: Border, drawing: Drawing, out: Lines): Lines =>
  xml('bpmn:boundaryEvent', { id: border.id, name: drawing.names[border.id]?.['zh-CN'], attachedToRef: host, cancelActivity: border.interrupts }, [...extensions(border.id, drawing), ...out, ...timer(border.workingDays)]);

interface Written {
  readonly tag: string;
  readonly attributes?: Attributes;
  readonly extension?: Lines;
  readonly content: Lines;
}

/** How a node is said in BPMN, besides its name and its ways. */
function written(graph: Graph, node: Node, drawing: Drawing): Written {
  switch (node.type) {
    case 'start':
      return { tag: 'startEvent', content: [] };
    case 'end':
      return { tag: 'endEvent', content: node.terminates ? xml('bpmn:terminateEventDefinition', {}) : [] };
    case 'exclusive':
    case 'parallel':
    case 'inclusive':
      return { tag: `${node.type}Gateway`, content: [] };
    case 'user':
      return { tag: 'userTask', extension: node.link.handler === '' ? [] : xml('yimen:link', { ...node.link }), content: each(node) };
    case 'service':
      return { tag: 'serviceTask', extension: node.service === '' ? [] : xml('yimen:service', { name: node.service }), content: [] };
    case 'rule':
      return { tag: 'businessRuleTask', extension: table(node.table), content: [] };
    case 'timer':
      return { tag: 'intermediateCatchEvent', content: timer(node.workingDays) };
    case 'catch':
    case 'throw':
      return { tag: node.type === 'catch' ? 'intermediateCatchEvent' : 'intermediateThrowEvent', content: xml('bpmn:messageEventDefinition', { messageRef: node.message === '' ? undefined : messageId(node.message, messageNames(graph)) }) };
    case 'part':
      return { tag: 'subProcess', content: [...each(node), ...level(graph, node.id, drawing)] };
    case 'call':
      return { tag: 'callActivity', attributes: { calledElement: node.process === '' ? undefined : `process-${node.process}` }, content: [] };
  }
}

const each = (node: Extract<Node, { type: 'user' | 'part' }>): Lines =>
  node.each ? xml('bpmn:multiInstanceLoopCharacteristics', {}, wrapped('bpmn:extensionElements', xml('yimen:each', { list: node.each.list, as: node.each.as }))) : [];

function table({ hit, inputs, outputs, rules }: DecisionTable): Lines {
  if (inputs.length + outputs.length + rules.length === 0) return [];
  return xml('yimen:table', { hit }, [
    ...inputs.flatMap((expression) => xml('yimen:input', { expression })),
    ...outputs.flatMap((output) => xml('yimen:output', { name: output.name, otherwise: output.otherwise })),
    ...rules.flatMap((rule) => xml('yimen:rule', {}, [...rule.when.flatMap((test) => body('yimen:when', {}, test)), ...rule.then.flatMap((one) => body('yimen:then', {}, one))])),
  ]);
}

function diagram(process: string, graph: Graph, { shapes, edges }: Drawing): Lines {
  const nodes = Object.values(graph.nodes);
  const drawn = nodes.flatMap((node) => [node.id, ...bordersOf(node).map((border) => border.id)]).flatMap((id) => (shapes[id] ? shapeLines(id, shapes[id], graph.nodes[id]?.type) : []));
  const lines = nodes.flatMap(allWays).flatMap((way) => (edges[way.id] ? xml('bpmndi:BPMNEdge', { id: `${way.id}_di`, bpmnElement: way.id }, edges[way.id]?.flatMap((point) => xml('di:waypoint', { ...point }))) : []));
  if (drawn.length + lines.length === 0) return [];
  return xml('bpmndi:BPMNDiagram', { id: `BPMNDiagram_${process}` }, xml('bpmndi:BPMNPlane', { id: `BPMNPlane_${process}`, bpmnElement: process }, [...drawn, ...lines]));
}

function shapeLines(id: string, { x, y, width, height, isExpanded }: Shape, type: Node['type'] | undefined): Lines {
  const attributes = { id: `${id}_di`, bpmnElement: id, isMarkerVisible: type === 'exclusive' ? true : undefined, isExpanded };
  return xml('bpmndi:BPMNShape', attributes, xml('dc:Bounds', { x, y, width, height }));
}
