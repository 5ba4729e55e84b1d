import { describe, expect, it } from 'vitest';
import { compile } from './compile.ts';
import type { Element, SequenceFlow } from './graph.ts';

const link = { kind: 'review', handler: 'department', post: 'officer' } as const;
const el = (id: string, type: string, more: Partial<Element> = {}): Element => ({ id, type: `bpmn:${type}`, name: id.toUpperCase(), ...more });
const flow = (from: string, to: string, condition?: string): SequenceFlow => ({ id: `${from}_${to}`, from, to, ...(condition === undefined ? {} : { condition }) });

const start = el('start', 'StartEvent');
const end = el('end', 'EndEvent');
const task = el('task', 'UserTask', { link });
const straight = [flow('start', 'task'), flow('task', 'end')];

describe('publishing a process', () => {
  it('compiles what is inside the subset', () => {
    expect(compile('straight', [start, task, end], straight)).toEqual({
      ok: true,
      graph: {
        id: 'straight', start: 'start',
        nodes: {
          start: { type: 'start', id: 'start', ways: [{ id: 'start_task', to: 'task', isDefault: false }] },
          task: { type: 'user', id: 'task', name: 'TASK', link, ways: [{ id: 'task_end', to: 'end', isDefault: false }] },
          end: { type: 'end', id: 'end', ways: [] },
        },
      },
    });
  });

  const gate = el('gate', 'ExclusiveGateway', { defaultFlow: 'gate_end' });
  const refused: readonly (readonly [string, readonly Element[], readonly SequenceFlow[], readonly object[]])[] = [
    ['nothing starts it', [task, end], [flow('task', 'end')], [{ element: 'p', code: 'flow.no_start', params: {} }]],
    ['it starts at two places', [start, el('other', 'StartEvent'), task, end], [...straight, flow('other', 'task')], [{ element: 'p', code: 'flow.several_starts', params: {} }]],
    ['nothing ends it', [start, task], [flow('start', 'task')], [{ element: 'p', code: 'flow.no_end', params: {} }]],
    ['an element is outside the subset', [start, task, el('mail', 'SendTask'), end], [flow('start', 'mail'), flow('mail', 'task'), flow('task', 'end')], [{ element: 'mail', code: 'flow.element_outside_subset', params: { type: 'bpmn:SendTask', name: 'MAIL' } }]],
    ['a way leads to nothing', [start, task, end], [...straight, flow('task', 'gone')], [{ element: 'task_gone', code: 'flow.unknown_target', params: { to: 'gone' } }]],
    ['a way comes from nothing', [start, task, end], [...straight, flow('gone', 'task')], [{ element: 'gone_task', code: 'flow.unknown_target', params: { to: 'task' } }]],
    ['nobody handles a user task', [start, el('task', 'UserTask'), end], straight, [{ element: 'task', code: 'flow.user_task_without_link', params: { name: 'TASK' } }]],
    ['a service task names no service', [start, el('task', 'ServiceTask'), end], straight, [{ element: 'task', code: 'flow.service_task_without_name', params: { name: 'TASK' } }]],
    ['a way out of a choice has no condition and is not the default', [start, task, gate, end], [flow('start', 'task'), flow('task', 'gate'), flow('gate', 'end'), flow('gate', 'task')], [{ element: 'gate_task', code: 'flow.way_without_condition', params: { gateway: 'gate' } }]],
    ['an element is never reached', [start, task, el('lost', 'UserTask', { link }), end], [...straight, flow('lost', 'end')], [{ element: 'lost', code: 'flow.unreachable', params: {} }]],
    ['an element leads to no end', [start, el('fork', 'ParallelGateway'), task, el('trap', 'UserTask', { link }), end], [flow('start', 'fork'), flow('fork', 'task'), flow('fork', 'trap'), flow('task', 'end')], [{ element: 'trap', code: 'flow.dead_end', params: {} }]],
    ['it could run in a circle without a person', [start, el('note', 'ServiceTask', { service: 'x' }), gate, end], [flow('start', 'note'), flow('note', 'gate'), flow('gate', 'end'), flow('gate', 'note', 'a = 1')], [{ element: 'note', code: 'flow.endless_without_task', params: {} }, { element: 'gate', code: 'flow.endless_without_task', params: {} }]],
  ];

  it.each(refused)('is refused, with the element, when %s', (_what, elements, flows, faults) => {
    expect(compile('p', elements, flows)).toEqual({ ok: false, faults });
  });

  it('says everything that is wrong at once', () => {
    const compiled = compile('p', [task, el('mail', 'SendTask')], [flow('task', 'gone')]);
    expect(compiled.ok ? [] : compiled.faults.map((fault) => fault.code).sort()).toEqual(['flow.element_outside_subset', 'flow.no_end', 'flow.no_start', 'flow.unknown_target']);
  });
});
