import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from './compile.ts';
import type { Element, Graph, SequenceFlow } from './graph.ts';
import { checkSound } from './sound.ts';
import { allBlocks, drawn } from '../../testing/random-process.ts';

const graphOf = (elements: readonly Element[], flows: readonly SequenceFlow[]): Graph => {
  const compiled = compile('p', elements, flows);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.faults));
  return compiled.graph;
};
const el = (id: string, type: string, more: Partial<Element> = {}): Element => ({ id, type: `bpmn:${type}`, name: id, ...more });
const task = (id: string, more: Partial<Element> = {}): Element => el(id, 'UserTask', { link: { kind: 'review', handler: 'department', post: 'officer' }, ...more });
const flow = (from: string, to: string, condition?: string): SequenceFlow => ({ id: `${from}_${to}`, from, to, ...(condition === undefined ? {} : { condition }) });
const [start, end] = [el('start', 'StartEvent'), el('end', 'EndEvent')];
const found = (elements: readonly Element[], flows: readonly SequenceFlow[]) => checkSound(graphOf([start, ...elements, end], flows)).faults.map((fault) => `${fault.element} ${fault.code}`);

describe('Trying a process in every way', () => {
  it('finds nothing wrong with any process whose branches part and meet in pairs', () => {
    fc.assert(
      fc.property(allBlocks, (tree) => {
        const { elements, flows } = drawn(tree);
        const sound = checkSound(graphOf(elements, flows), 1_000);
        expect(sound.faults).toEqual([]);
      }),
      { numRuns: 120 },
    );
  });

  it('finds a gateway that waits for a branch not taken', () => {
    const elements = [el('choose', 'ExclusiveGateway', { defaultFlow: 'choose_b' }), task('a'), task('b'), el('meet', 'ParallelGateway')];
    expect(found(elements, [flow('start', 'choose'), flow('choose', 'a', 'x'), flow('choose', 'b'), flow('a', 'meet'), flow('b', 'meet'), flow('meet', 'end')])).toEqual(['meet flow.stuck', 'end flow.never_done']);
  });

  it('finds a task opened twice because branches side by side never met', () => {
    const elements = [el('fork', 'ParallelGateway'), task('a'), task('b'), el('merge', 'ExclusiveGateway'), task('decide')];
    expect(found(elements, [flow('start', 'fork'), flow('fork', 'a'), flow('fork', 'b'), flow('a', 'merge'), flow('b', 'merge'), flow('merge', 'decide'), flow('decide', 'end')])).toEqual(['decide flow.token_doubled']);
  });

  it('finds a process that fills with ever more tokens, and ends looking', () => {
    const elements = [el('entry', 'ExclusiveGateway'), task('a'), el('fork', 'ParallelGateway'), task('b')];
    const flows = [flow('start', 'entry'), flow('entry', 'a'), flow('a', 'fork'), flow('fork', 'entry'), flow('fork', 'b'), flow('b', 'end')];
    expect(found(elements, flows)).toEqual(['b flow.token_doubled']);
  });

  it('finds a gateway that waits for what can only come after it, and all that is never done behind it', () => {
    const elements = [el('meet', 'ParallelGateway'), task('late'), el('round', 'ExclusiveGateway', { defaultFlow: 'round_end' })];
    const flows = [flow('start', 'meet'), flow('meet', 'late'), flow('late', 'round'), flow('round', 'end'), flow('round', 'meet', 'x')];
    expect(found(elements, flows)).toEqual(['meet flow.stuck', 'late flow.never_done', 'round flow.never_done', 'end flow.never_done']);
  });

  it('an inclusive gateway waits for what was begun and for nothing else', () => {
    const elements = [el('which', 'InclusiveGateway', { defaultFlow: 'which_c' }), task('a'), task('b'), task('c'), el('met', 'InclusiveGateway')];
    expect(found(elements, [flow('start', 'which'), flow('which', 'a', 'x'), flow('which', 'b', 'y'), flow('which', 'c'), flow('a', 'met'), flow('b', 'met'), flow('c', 'met'), flow('met', 'end')])).toEqual([]);
  });

  it('says when there was too much to try', () => {
    const many = Array.from({ length: 12 }, (_none, at) => `t${at}`);
    const elements = [el('fork', 'ParallelGateway'), ...many.map((id) => task(id)), el('meet', 'ParallelGateway')];
    const graph = graphOf([start, ...elements, end], [flow('start', 'fork'), ...many.flatMap((id) => [flow('fork', id), flow(id, 'meet')]), flow('meet', 'end')]);
    expect(checkSound(graph, 500)).toMatchObject({ faults: [], proven: false });
    expect(checkSound(graph)).toEqual({ faults: [], proven: true, places: 2 ** 12 });
  });

  it('a timer that gives an activity up leaves nothing of it behind', () => {
    const inner = [el('s', 'StartEvent', { within: 'part' }), el('f', 'ParallelGateway', { within: 'part' }), task('x', { within: 'part' }), task('y', { within: 'part' }), el('m', 'ParallelGateway', { within: 'part' }), el('e', 'EndEvent', { within: 'part' })];
    const elements = [el('part', 'SubProcess'), ...inner, el('late', 'BoundaryEvent', { event: 'timer', workingDays: 5, attachedTo: 'part', interrupts: true }), el('on', 'ExclusiveGateway'), task('after')];
    const flows = [flow('start', 'part'), flow('s', 'f'), flow('f', 'x'), flow('f', 'y'), flow('x', 'm'), flow('y', 'm'), flow('m', 'e'), flow('part', 'on'), flow('late', 'on'), flow('on', 'after'), flow('after', 'end')];
    expect(found(elements, flows)).toEqual([]);
    // Beside it, the second token comes where the first may still be.
    expect(found(elements.map((one) => (one.id === 'late' ? { ...one, interrupts: false } : one)), flows)).toEqual(['after flow.token_doubled']);
  });
});
