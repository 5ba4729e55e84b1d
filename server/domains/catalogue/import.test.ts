import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BpmnModdle } from 'bpmn-moddle';
import { describe, expect, test } from 'vitest';
import yimen from '../../../data/processes/yimen-moddle.json' with { type: 'json' };
import { bpmnText, checkSound } from '../../kernel/flow/index.ts';
import { importDrawing } from './process-folder.ts';

const root = join(import.meta.dirname, '../../..');
const files = ['tests/flow-corpus', 'data/processes'].flatMap((folder) => readdirSync(join(root, folder)).filter((name) => name.endsWith('.bpmn')).map((name) => `${folder}/${name}`));
const idOf = (path: string): string => path.replace(/^.*\/|\.bpmn$/g, '');
const read = (path: string) => importDrawing(idOf(path), readFileSync(join(root, path), 'utf8'));

describe('The corpus', () => {
  test('is thirty processes and those in use, with every element of the subset', () => {
    expect(files.length).toBeGreaterThanOrEqual(30 + 7);
    const texts = files.map((path) => readFileSync(join(root, path), 'utf8')).join('\n');
    const words = ['parallelGateway', 'inclusiveGateway', 'exclusiveGateway', 'multiInstanceLoopCharacteristics', 'boundaryEvent', 'cancelActivity="false"', 'timerEventDefinition', 'intermediateCatchEvent', 'intermediateThrowEvent', 'messageEventDefinition', 'terminateEventDefinition', 'subProcess', 'callActivity', 'businessRuleTask', 'serviceTask', 'userTask'];
    for (const word of words) expect(texts, word).toContain(word);
  });

  test.each(files)('%s is finished and sound', async (path) => {
    const { accepted, graph, refused, unfinished } = await read(path);
    expect({ accepted, refused, unfinished }).toEqual({ accepted: true, refused: [], unfinished: [] });
    expect(graph && checkSound(graph)).toMatchObject({ faults: [], proven: true });
  });

  test.each(files)('%s, written out and read again, is the same graph and the same drawing', async (path) => {
    const { graph, drawing } = await read(path);
    if (!graph) throw new Error('refused');
    const text = bpmnText(graph, drawing);
    expect((await new BpmnModdle({ yimen }).fromXML(text)).warnings).toEqual([]);
    const again = await importDrawing(idOf(path), text);
    expect(again.graph).toEqual(graph);
    expect(again.drawing).toEqual(drawing);
    expect(again.graph && bpmnText(again.graph, again.drawing)).toBe(text);
  });
});

/** A file as other editors write it: their own prefix, no extensions of ours, tasks that do not say who does them. */
const foreign = (content: string, more = ''): string => `<?xml version="1.0" encoding="UTF-8"?>
<semantic:definitions xmlns:semantic="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d" targetNamespace="http://example.org/drawn-elsewhere">
  <semantic:process id="P" isExecutable="false">${content}</semantic:process>${more}
</semantic:definitions>`;
const node = (type: string, id: string, inner = '', attributes = ''): string => `<semantic:${type} id="${id}" name="${id} &amp; co" ${attributes}>${inner}</semantic:${type}>`;
const flows = (...pairs: readonly string[]): string => pairs.map((pair) => `<semantic:sequenceFlow id="${pair.replace(' ', '-')}" sourceRef="${pair.split(' ')[0] ?? ''}" targetRef="${pair.split(' ')[1] ?? ''}" />`).join('');
const refused = async (xml: string): Promise<readonly string[]> => (await importDrawing('x', xml)).refused.map((one) => `${one.pointer} ${String(one.params['type'] ?? one.code)}`);

describe('A drawing made elsewhere', () => {
  test('of plain tasks and a choice without conditions is accepted, and told what it lacks', async () => {
    const xml = foreign(node('startEvent', 's') + node('task', 'a') + node('exclusiveGateway', 'g') + node('task', 'b') + node('task', 'c') + node('endEvent', 'e') + flows('s a', 'a g', 'g b', 'g c', 'b e', 'c e'));
    const read = await importDrawing('x', xml);
    expect([read.accepted, read.refused]).toEqual([true, []]);
    const lacks = read.unfinished.map((one) => `${one.pointer} ${one.code}`);
    for (const one of ['/a flow.user_task_without_link', '/g-b flow.way_without_condition', '/a catalogue.element_name_incomplete']) expect(lacks).toContain(one);
    expect(read.graph && (await importDrawing('x', bpmnText(read.graph, read.drawing))).graph).toEqual(read.graph);
  });

  test('with pools around it, data and notes is read as the process it is', async () => {
    const xml = foreign('<semantic:laneSet id="l"><semantic:lane id="l1"><semantic:flowNodeRef>a</semantic:flowNodeRef></semantic:lane></semantic:laneSet>' + node('startEvent', 's') + node('task', 'a') + node('endEvent', 'e') + '<semantic:dataObject id="o" /><semantic:dataObjectReference id="r" dataObjectRef="o" />' + flows('s a', 'a e') + '<semantic:textAnnotation id="t"><semantic:text>note</semantic:text></semantic:textAnnotation>', '<semantic:collaboration id="c"><semantic:participant id="p1" processRef="P" /><semantic:participant id="p2" name="applicant" /></semantic:collaboration>');
    const read = await importDrawing('x', xml);
    expect([read.accepted, Object.keys(read.graph?.nodes ?? {})]).toEqual([true, ['s', 'a', 'e']]);
  });

  const around = (inside: string, ...more: readonly string[]): string => foreign(node('startEvent', 's') + node('task', 'a') + inside + node('endEvent', 'e') + flows('s a', 'a e', ...more));
  const outside: readonly (readonly [string, string, readonly string[]])[] = [
    ['a start by message', foreign(node('startEvent', 's', '<semantic:messageEventDefinition />') + node('task', 'a') + node('endEvent', 'e') + flows('s a', 'a e')), ['/s bpmn:MessageEventDefinition']],
    ['an end that throws an error', foreign(node('startEvent', 's') + node('task', 'a') + node('endEvent', 'e', '<semantic:errorEventDefinition />') + flows('s a', 'a e')), ['/e bpmn:ErrorEventDefinition']],
    ['escalation and messages at a border', around(node('boundaryEvent', 'x', '<semantic:escalationEventDefinition />', 'attachedToRef="a"') + node('boundaryEvent', 'y', '<semantic:messageEventDefinition />', 'attachedToRef="a" cancelActivity="false"'), 'x e', 'y e'), ['/x bpmn:EscalationEventDefinition', '/y bpmn:MessageEventDefinition']],
    ['a task repeated in a row', foreign(node('startEvent', 's') + node('task', 'a', '<semantic:multiInstanceLoopCharacteristics isSequential="true" />') + node('endEvent', 'e') + flows('s a', 'a e')), ['/a bpmn:MultiInstanceLoopCharacteristics isSequential']],
    ['the standard loop marker', foreign(node('startEvent', 's') + node('task', 'a', '<semantic:standardLoopCharacteristics />') + node('endEvent', 'e') + flows('s a', 'a e')), ['/a bpmn:StandardLoopCharacteristics']],
    ['scripts, receive tasks and event gateways', foreign(node('startEvent', 's') + node('scriptTask', 'a') + node('receiveTask', 'b') + node('eventBasedGateway', 'g') + node('endEvent', 'e') + flows('s a', 'a b', 'b g', 'g e')), ['/a bpmn:ScriptTask', '/b bpmn:ReceiveTask', '/g bpmn:EventBasedGateway']],
    ['an event sub-process and compensation', around(node('subProcess', 'x', '', 'triggeredByEvent="true"') + node('task', 'u', '', 'isForCompensation="true"')), ['/x bpmn:SubProcess triggeredByEvent', '/u bpmn:Task isForCompensation']],
    ['a timer at a date', around(node('intermediateCatchEvent', 't', '<semantic:timerEventDefinition><semantic:timeDate>2026-11-23</semantic:timeDate></semantic:timerEventDefinition>'), 'a t', 't e'), ['/t bpmn:timeDate']],
    ['a second process', foreign(node('startEvent', 's') + node('task', 'a') + node('endEvent', 'e') + flows('s a', 'a e'), `<semantic:process id="Q">${node('startEvent', 'qs')}</semantic:process>`), ['/Q bpmn:Process']],
    ['a condition on a way out of a task', foreign(node('startEvent', 's') + node('task', 'a') + node('endEvent', 'e') + flows('s a') + '<semantic:sequenceFlow id="c" sourceRef="a" targetRef="e"><semantic:conditionExpression>true</semantic:conditionExpression></semantic:sequenceFlow>'), ['/c flow.condition_outside_gateway']],
    ['a way taken by default behind a task', foreign(node('startEvent', 's') + node('task', 'a', '', 'default="a-e"') + node('endEvent', 'e') + flows('s a', 'a e')), ['/a bpmn:Task default']],
    ['no end, and text that is no XML', 'not xml', [' catalogue.not_bpmn']],
  ];

  test.each(outside)('with %s is refused, with each element', async (_what, xml, elements) => {
    expect(await refused(xml)).toEqual(elements);
  });

  test('whose timer counts calendar days is accepted, and told to say working days', async () => {
    const xml = around(node('intermediateCatchEvent', 't', '<semantic:timerEventDefinition><semantic:timeDuration>P5D</semantic:timeDuration></semantic:timerEventDefinition>'), 'a t', 't e').replace(flows('a e'), '');
    const read = await importDrawing('x', xml);
    expect([read.accepted, read.unfinished.some((one) => one.pointer === '/t' && one.code === 'flow.timer_without_working_days')]).toEqual([true, true]);
  });

  test('that can come to a standstill is refused where it would stand', async () => {
    const xml = foreign(node('startEvent', 's') + node('exclusiveGateway', 'g') + node('task', 'a') + node('task', 'b') + node('parallelGateway', 'j') + node('endEvent', 'e') + flows('s g', 'g a', 'g b', 'a j', 'b j', 'j e'));
    expect(await refused(xml)).toEqual(['/j flow.stuck', '/e flow.never_done']);
  });
});
