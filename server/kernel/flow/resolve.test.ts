import { describe, expect, it } from 'vitest';
import { compile } from './compile.ts';
import type { Element, Graph, SequenceFlow } from './graph.ts';
import { checkHandlers, longestPath } from './resolve.ts';

const el = (id: string, type: string, more: Partial<Element> = {}): Element => ({ id, type: `bpmn:${type}`, name: id, ...more });
const task = (id: string, more: Partial<Element> = {}): Element => el(id, 'UserTask', { link: { kind: 'review', handler: `department:${id}`, post: 'officer' }, ...more });
const flow = (from: string, to: string, condition?: string): SequenceFlow => ({ id: `${from}_${to}`, from, to, ...(condition === undefined ? {} : { condition }) });
const graphOf = (elements: readonly Element[], flows: readonly SequenceFlow[]): Graph => {
  const compiled = compile('p', [el('start', 'StartEvent'), ...elements, el('end', 'EndEvent')], flows);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.faults));
  return compiled.graph;
};

describe('The longest path of a process', () => {
  it('counts the longer of two branches, and a choice by its longer way', () => {
    const side = graphOf([el('fork', 'ParallelGateway'), task('a'), task('b'), el('meet', 'ParallelGateway'), task('c')], [flow('start', 'fork'), flow('fork', 'a'), flow('fork', 'b'), flow('a', 'meet'), flow('b', 'meet'), flow('meet', 'c'), flow('c', 'end')]);
    expect(longestPath(side, { a: 3, b: 5, c: 2 })).toEqual({ workingDays: 7, elements: ['start', 'fork', 'b', 'meet', 'c', 'end'] });
    expect(longestPath(side, { c: 2 }).workingDays).toBe(2);
  });

  it('does not go a way back a second time', () => {
    const loop = graphOf([task('decide'), task('approve'), el('agreed', 'ExclusiveGateway', { defaultFlow: 'agreed_end' })], [flow('start', 'decide'), flow('decide', 'approve'), flow('approve', 'agreed'), flow('agreed', 'decide', 'x'), flow('agreed', 'end')]);
    expect(longestPath(loop, { decide: 4, approve: 2 }).workingDays).toBe(6);
  });

  it('counts timers, what lies in a sub-process, and an activity given up by the days until then', () => {
    const elements = [el('wait', 'IntermediateCatchEvent', { event: 'timer', workingDays: 5 }), el('part', 'SubProcess'), el('s', 'StartEvent', { within: 'part' }), task('x', { within: 'part' }), el('e', 'EndEvent', { within: 'part' }), el('late', 'BoundaryEvent', { event: 'timer', workingDays: 6, attachedTo: 'part', interrupts: true }), task('lead'), el('on', 'ExclusiveGateway')];
    const graph = graphOf(elements, [flow('start', 'wait'), flow('wait', 'part'), flow('s', 'x'), flow('x', 'e'), flow('part', 'on'), flow('late', 'lead'), flow('lead', 'on'), flow('on', 'end')]);
    expect(longestPath(graph, { x: 4, lead: 1 }).workingDays).toBe(5 + 6 + 1);
    expect(longestPath(graph, { x: 9, lead: 1 })).toEqual({ workingDays: 5 + 9, elements: ['start', 'wait', 'part', 's', 'x', 'e', 'on', 'end'] });
  });
});

describe('A handler rule', () => {
  it('that leads to nobody is told with its task', () => {
    const graph = graphOf([task('a'), task('b')], [flow('start', 'a'), flow('a', 'b'), flow('b', 'end')]);
    expect(checkHandlers(graph, (handler) => handler !== 'department:b')).toEqual([{ element: 'b', code: 'flow.handler_unresolved', params: { name: 'b', handler: 'department:b' } }]);
    expect(checkHandlers(graph, () => true)).toEqual([]);
  });
});
