import { describe, expect, it } from 'vitest';
import { feel } from '../../domains/catalogue/surroundings.ts';
import { compile } from './compile.ts';
import type { Element, Graph, SequenceFlow } from './graph.ts';
import { answerCall, begin, complete, receive, ring } from './play.ts';
import type { FlowState, Move } from './state.ts';

const el = (id: string, type: string, more: Partial<Element> = {}): Element => ({ id, type: `bpmn:${type}`, name: id, ...more });
const task = (id: string, more: Partial<Element> = {}): Element => el(id, 'UserTask', { link: { kind: 'review', handler: 'department', post: 'officer' }, ...more });
const border = (id: string, attachedTo: string, interrupts: boolean): Element => el(id, 'BoundaryEvent', { event: 'timer', workingDays: 5, attachedTo, interrupts });
const flow = (from: string, to: string, condition?: string): SequenceFlow => ({ id: `${from}_${to}`, from, to, ...(condition === undefined ? {} : { condition }) });
const graphOf = (elements: readonly Element[], flows: readonly SequenceFlow[]): Graph => {
  const compiled = compile('p', [el('start', 'StartEvent'), ...elements, el('end', 'EndEvent')], flows);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.faults));
  return compiled.graph;
};
/** Elements one after the other. */
const inRow = (...elements: readonly Element[]): Graph => graphOf(elements, ['start', ...elements.map((one) => one.id)].map((from, at) => flow(from, elements[at]?.id ?? 'end')));
const sure = (move: Move | undefined): Move => {
  if (!move) throw new Error('nothing moved');
  return move;
};
const done = (graph: Graph, state: FlowState, taskId: string, outcome = 'passed'): Move => sure(complete(graph, feel, state, taskId, { [taskId.replace(/-\d+$/, '')]: outcome }));

describe('A task for each department of a list', () => {
  const graph = inRow(task('opinion', { each: { list: 'departments', as: 'department' } }), task('decide'));
  const departments = ['fire', 'health', 'housing'];

  it('opens one for each, goes on after the last, and keeps the outcomes in the order of the list, whoever was first', () => {
    const first = begin(graph, feel, { departments });
    expect(first.opened.map((one) => [one.node, one.item])).toEqual([['opinion', 'fire'], ['opinion', 'health'], ['opinion', 'housing']]);
    const [fire = '', health = '', housing = ''] = first.opened.map((one) => one.taskId);
    const two = done(graph, done(graph, first.state, housing, 'c').state, fire, 'a');
    expect(two.opened).toEqual([]);
    const last = done(graph, two.state, health, 'b');
    expect([last.opened.map((one) => one.node), last.state.values['opinion'], last.state.scopes]).toEqual([['decide'], ['a', 'b', 'c'], undefined]);
  });

  it('goes straight on where the list is empty', () => {
    const { state } = begin(graph, feel, { departments: [] });
    expect([state.waiting.map((one) => one.node), state.values['opinion']]).toEqual([['decide'], []]);
  });

  it('opens one for nobody in particular where the list cannot be read, and says so', () => {
    const move = begin(graph, feel);
    expect([move.opened.map((one) => [one.node, 'item' in one]), move.unclear]).toEqual([[['opinion', false]], ['opinion']]);
  });

  it('sees the department it is for in its conditions', () => {
    const inside: readonly Element[] = [el('s', 'StartEvent', { within: 'part' }), el('g', 'ExclusiveGateway', { within: 'part', defaultFlow: 'g_short' }), task('long', { within: 'part' }), task('short', { within: 'part' }), el('e', 'EndEvent', { within: 'part' })];
    const parts = graphOf([el('part', 'SubProcess', { each: { list: 'departments', as: 'department' } }), ...inside], [flow('start', 'part'), flow('s', 'g'), flow('g', 'long', 'department = "fire"'), flow('g', 'short'), flow('long', 'e'), flow('short', 'e'), flow('part', 'end')]);
    expect(begin(parts, feel, { departments }).opened.map((one) => one.node)).toEqual(['long', 'short', 'short']);
  });
});

describe('A timer at the border of a task', () => {
  const with_ = (interrupts: boolean): Graph => graphOf([task('review'), border('late', 'review', interrupts), task('lead')], [flow('start', 'review'), flow('review', 'end'), flow('late', 'lead'), flow('lead', 'end')]);

  it('is set when the task opens, and cancelled when it is done', () => {
    const first = begin(with_(true), feel);
    expect(first.timers).toEqual([{ timerId: 'late-2', node: 'late', workingDays: 5 }]);
    const after = done(with_(true), first.state, 'review-1');
    expect([after.cancelled, after.state.ended, ring(with_(true), feel, after.state, 'late-2')]).toEqual([['late-2'], true, undefined]);
  });

  it('gives the task up when it interrupts: nobody can complete it any more', () => {
    const rung = sure(ring(with_(true), feel, begin(with_(true), feel).state, 'late-2'));
    expect([rung.cancelled, rung.opened.map((one) => one.node), complete(with_(true), feel, rung.state, 'review-1', {})]).toEqual([['review-1'], ['lead'], undefined]);
  });

  it('leaves it open when it does not: both must be done', () => {
    const rung = sure(ring(with_(false), feel, begin(with_(false), feel).state, 'late-2'));
    expect([rung.cancelled, rung.state.waiting.map((one) => one.node)]).toEqual([[], ['review', 'lead']]);
    const one = done(with_(false), rung.state, 'review-1');
    expect([one.cancelled, one.state.ended]).toEqual([[], false]);
    expect(done(with_(false), one.state, 'lead-3').state.ended).toBe(true);
  });

  it('gives up everything in a sub-process, tasks, timers and calls, and the other timers at its border', () => {
    const inside: readonly Element[] = [el('s', 'StartEvent', { within: 'part' }), el('f', 'ParallelGateway', { within: 'part' }), task('x', { within: 'part' }), el('w', 'IntermediateCatchEvent', { within: 'part', event: 'timer', workingDays: 9 }), el('c', 'CallActivity', { within: 'part', process: 'other' }), el('m', 'ParallelGateway', { within: 'part' }), el('e', 'EndEvent', { within: 'part' })];
    const graph = graphOf([el('part', 'SubProcess'), ...inside, border('late', 'part', true), border('soon', 'part', false)], [flow('start', 'part'), flow('s', 'f'), flow('f', 'x'), flow('f', 'w'), flow('f', 'c'), flow('x', 'm'), flow('w', 'm'), flow('c', 'm'), flow('m', 'e'), flow('part', 'end'), flow('late', 'end'), flow('soon', 'end')]);
    const first = begin(graph, feel);
    const late = first.timers.find((one) => one.node === 'late')?.timerId ?? '';
    const rung = sure(ring(graph, feel, done(graph, first.state, first.opened[0]?.taskId ?? '').state, late));
    expect(rung.cancelled.map((id) => id.replace(/-\d+$/, '')).sort()).toEqual(['c', 'soon', 'w']);
    expect(rung.state).toMatchObject({ waiting: [], arrived: {}, ended: true });
  });
});

describe('A message between matters', () => {
  const graph = inRow(task('review'), el('heard', 'IntermediateCatchEvent', { event: 'message', message: 'licence_issued' }), task('decide'));
  const message = { message: 'licence_issued', values: { licence: 'LC-1' } };

  it('counts the same whether it comes before or after it is waited for', () => {
    const { state } = begin(graph, feel);
    const early = done(graph, sure(receive(graph, feel, state, message)).state, 'review-1');
    const late = sure(receive(graph, feel, done(graph, state, 'review-1').state, message));
    expect(early.state).toEqual(late.state);
    expect([late.opened.map((one) => one.node), late.state.values['licence']]).toEqual([['decide'], 'LC-1']);
  });

  it('goes to one that waits, not to all, and no other message does', () => {
    const twice = graphOf([el('fork', 'ParallelGateway'), ...['a', 'b'].map((id) => el(id, 'IntermediateCatchEvent', { event: 'message', message: 'told' })), el('meet', 'ParallelGateway')], [flow('start', 'fork'), flow('fork', 'a'), flow('fork', 'b'), flow('a', 'meet'), flow('b', 'meet'), flow('meet', 'end')]);
    const one = sure(receive(twice, feel, begin(twice, feel).state, { message: 'told' }));
    expect(one.state.pending?.map((waiting) => waiting.node)).toEqual(['b']);
    expect(sure(receive(twice, feel, one.state, { message: 'other' })).state).toMatchObject({ pending: one.state.pending, received: [{ message: 'other' }] });
    expect(receive(twice, feel, sure(receive(twice, feel, one.state, { message: 'told' })).state, { message: 'told' }), 'an ended matter hears nothing').toBeUndefined();
  });

  it('is sent with an id of its own, and the flow goes on at once', () => {
    const sending = inRow(el('tell', 'IntermediateThrowEvent', { event: 'message', message: 'told' }), task('decide'));
    expect(begin(sending, feel)).toMatchObject({ sent: [{ messageId: 'tell-1', node: 'tell', message: 'told' }], opened: [{ node: 'decide' }] });
  });
});

describe('A called process', () => {
  const graph = graphOf([el('other', 'CallActivity', { process: 'inspection' }), border('late', 'other', true), task('decide')], [flow('start', 'other'), flow('other', 'decide'), flow('late', 'decide'), flow('decide', 'end')]);

  it('is started with what conditions see here, and goes on with what it brought', () => {
    const first = begin(graph, feel, { area: 5 });
    expect(first.called).toEqual([{ callId: 'other-1', node: 'other', process: 'inspection', values: { area: 5 } }]);
    const after = sure(answerCall(graph, feel, first.state, 'other-1', { other: 'passed' }));
    expect([after.opened.map((one) => one.node), after.state.values, after.cancelled]).toEqual([['decide'], { area: 5, other: 'passed' }, ['late-2']]);
    expect(answerCall(graph, feel, after.state, 'other-1', {}), 'it ends once').toBeUndefined();
  });

  it('is given up when the timer at its border interrupts', () => {
    expect(sure(ring(graph, feel, begin(graph, feel).state, 'late-2'))).toMatchObject({ cancelled: ['other-1'], opened: [{ node: 'decide' }] });
  });
});

describe('A terminate end', () => {
  it('gives up whatever else is open, and the process is over', () => {
    const graph = graphOf([el('fork', 'ParallelGateway'), task('a'), task('b'), el('stop', 'EndEvent', { event: 'terminate' })], [flow('start', 'fork'), flow('fork', 'a'), flow('fork', 'b'), flow('a', 'stop'), flow('b', 'end')]);
    expect(done(graph, begin(graph, feel).state, 'a-1')).toMatchObject({ cancelled: ['b-2'], state: { waiting: [], ended: true } });
  });
});

describe('What is passed and what is unclear', () => {
  it('every sequence flow is told in order, so that the way can be drawn', () => {
    const graph = inRow(task('a'), el('note', 'ServiceTask', { service: 'note' }), task('b'));
    expect([begin(graph, feel).passed, done(graph, begin(graph, feel).state, 'a-1').passed]).toEqual([['start_a'], ['a_note', 'note_b']]);
  });

  it('a choice none of whose ways is open keeps its token and says so: nothing is lost', () => {
    const graph = inRow(task('a'));
    // As a graph stored before every choice had to have a default.
    const open: Graph = { ...graph, nodes: { ...graph.nodes, a: { type: 'exclusive', id: 'a', ways: [{ id: 'x', to: 'end', condition: 'a = "b"', isDefault: false }, { id: 'y', to: 'end', condition: 'a = "c"', isDefault: false }] } } };
    expect(begin(open, feel)).toMatchObject({ unclear: ['a'], state: { arrived: { a: ['start_a'] }, ended: false } });
  });
});
