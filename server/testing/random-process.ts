import * as fc from 'fast-check';
import type { Element, Feel, FlowState, SequenceFlow } from '../kernel/flow/index.ts';

/** A process as a tree, from which both the drawn elements and, independently of them, what must happen can be read. For tests only. */
export type Block =
  /** `timer` at its border: starts a note beside it, or gives it up and notes instead */
  | { readonly is: 'task'; readonly timer?: 'beside' | 'instead' }
  | { readonly is: 'service' | 'throw' | 'wait' | 'message' | 'call' }
  | { readonly is: 'sequence' | 'parallel'; readonly of: readonly Block[] }
  /** a task, then one way if it ended with `a`, another otherwise; a missing block is a bare way */
  | { readonly is: 'choice'; readonly whenA: Block | null; readonly otherwise: Block | null }
  /** a task, then through an inclusive gateway: the first if it ended with `a`, the second always, the third if it did not */
  | { readonly is: 'some'; readonly of: readonly Block[] }
  /** a block, then a task; again while that task ends with `a` */
  | { readonly is: 'loop'; readonly of: Block }
  /** a sub-process */
  | { readonly is: 'part'; readonly of: Block }
  /** a sub-process, or without a block a task, for each of `count` entries */
  | { readonly is: 'each'; readonly count: number; readonly of: Block | null };

const simple: readonly Block['is'][] = ['task', 'service', 'sequence', 'parallel', 'choice', 'loop'];

/** Trees of up to four levels, of the given blocks. */
function trees(kinds: readonly Block['is'][]): fc.Arbitrary<Block> {
  return fc.letrec<{ block: Block }>((tie) => {
    const inner = tie('block');
    const many = fc.array(inner, { minLength: 2, maxLength: 3 });
    const task = kinds === simple ? fc.constant<Block>({ is: 'task' }) : fc.constantFrom<Block>({ is: 'task' }, { is: 'task' }, { is: 'task', timer: 'beside' }, { is: 'task', timer: 'instead' });
    const all: readonly (readonly [Block['is'], number, fc.Arbitrary<Block>])[] = [
      ['task', 3, task],
      ...(['service', 'throw', 'wait', 'message', 'call'] as const).map((is) => [is, 1, fc.constant<Block>({ is })] as const),
      ['sequence', 2, many.map((of): Block => ({ is: 'sequence', of }))],
      ['parallel', 2, many.map((of): Block => ({ is: 'parallel', of }))],
      ['some', 2, many.map((of): Block => ({ is: 'some', of }))],
      ['choice', 1, fc.tuple(fc.option(inner), fc.option(inner)).map(([whenA, otherwise]): Block => ({ is: 'choice', whenA, otherwise }))],
      ['loop', 1, inner.map((of): Block => ({ is: 'loop', of }))],
      ['part', 1, inner.map((of): Block => ({ is: 'part', of }))],
      ['each', 2, fc.tuple(fc.integer({ min: 0, max: 3 }), fc.option(inner)).map(([count, of]): Block => ({ is: 'each', count, of }))],
    ];
    const chosen = all.filter(([is]) => kinds.includes(is)).map(([, weight, arbitrary]) => ({ weight, arbitrary }));
    return { block: fc.oneof({ depthSize: 'small', maxDepth: 4 }, ...chosen) };
  }).block;
}

/** Tasks, services, choices, loops and branches side by side: what the first matters were handled with. */
export const blocks: fc.Arbitrary<Block> = trees(simple);

/** The whole subset. */
export const allBlocks: fc.Arbitrary<Block> = trees([...simple, 'throw', 'wait', 'message', 'call', 'some', 'part', 'each']);

/** How a task ends on its n-th time (from 1) for an entry, and whether the timer at its border rings before that. `path` names the entries it is done for. */
export type Outcome = (node: string, time: number, path: string) => { readonly ending: 'a' | 'b'; readonly late: boolean };

/** FEEL as far as drawn trees use it: `task = "a"`, `true`, and lists `entries 3`. */
export const plainFeel: Feel = {
  judge(condition, values) {
    const [, name = '', wanted] = /^(\w+) = "(\w+)"$/.exec(condition) ?? [];
    return condition === 'true' || (wanted !== undefined && values[name] === wanted);
  },
  value: (expression) => Array.from({ length: Number(/^entries (\d)$/.exec(expression)?.[1] ?? 0) }, (_none, at) => `e${at + 1}`),
  test: () => false,
};

/** The entries something in a state is done for, from the outermost in: `/e1/e3`. */
export function pathOf(state: FlowState, scope: string | undefined): string {
  const found = state.scopes?.find((one) => one.id === scope);
  return found ? `${pathOf(state, found.in)}${found.item === undefined ? '' : `/${String(found.item)}`}` : '';
}

interface Pen {
  readonly elements: Element[];
  readonly flows: SequenceFlow[];
  add(kind: string, type: string, more?: Partial<Element>): string;
  task(more?: Partial<Element>): string;
  change(id: string, more: Partial<Element>): void;
  join(from: string, to: string, condition?: string): string;
  byDefault(gateway: string, flow: string): void;
  inside(part: string, draw: () => void): void;
}

function pen(): Pen {
  const elements: Element[] = [];
  const flows: SequenceFlow[] = [];
  const name = names();
  let within: string | undefined;
  const add: Pen['add'] = (kind, type, more = {}) => {
    const id = name(kind);
    elements.push({ id, type: `bpmn:${type}`, name: id, ...(within === undefined ? {} : { within }), ...more });
    return id;
  };
  const change: Pen['change'] = (id, more) => {
    const at = elements.findIndex((element) => element.id === id);
    elements[at] = { ...(elements[at] as Element), ...more };
  };
  return {
    elements, flows, add,
    task: (more = {}) => add('task', 'UserTask', { link: { kind: 'review', handler: 'department', post: 'officer' }, ...more }),
    join(from, to, condition) {
      const id = `flow${flows.length + 1}`;
      flows.push({ id, from, to, ...(condition === undefined ? {} : { condition }) });
      return id;
    },
    change,
    byDefault: (gateway, flow) => change(gateway, { defaultFlow: flow }),
    inside(part, draw) {
      const outer = within;
      within = part;
      draw();
      within = outer;
    },
  };
}

/** The drawn process of a tree: ids are made in the order of the tree, the same as in `mustHappen`. */
export function drawn(tree: Block): { elements: readonly Element[]; flows: readonly SequenceFlow[] } {
  const it = pen();
  const start = it.add('start', 'StartEvent');
  const end = draw(it, tree, start);
  it.join(end, it.add('end', 'EndEvent'));
  return { elements: it.elements, flows: it.flows };
}

const single: Readonly<Record<'service' | 'throw' | 'wait' | 'message' | 'call', readonly [string, Partial<Element>]>> = {
  service: ['ServiceTask', { service: 'note' }],
  throw: ['IntermediateThrowEvent', { event: 'message', message: 'told' }],
  wait: ['IntermediateCatchEvent', { event: 'timer', workingDays: 3 }],
  message: ['IntermediateCatchEvent', { event: 'message', message: 'heard' }],
  call: ['CallActivity', { process: 'other' }],
};

/** Draws a block behind `before`; answers the element it ends with. */
function draw(it: Pen, block: Block, before: string, condition?: string): string {
  const { add, join } = it;
  switch (block.is) {
    case 'task':
      return drawTask(it, block.timer, before, condition);
    case 'service':
    case 'throw':
    case 'wait':
    case 'message':
    case 'call': {
      const id = add(block.is, ...single[block.is]);
      // Each waits for a message of its own, so that it does not matter which was there first.
      if (block.is === 'message') it.change(id, { message: `heard ${id}` });
      join(before, id, condition);
      return id;
    }
    case 'sequence':
      return block.of.reduce((end, inner, index) => draw(it, inner, end, index === 0 ? condition : undefined), before);
    case 'parallel': {
      const [fork, meet] = [add('fork', 'ParallelGateway'), add('meet', 'ParallelGateway')];
      join(before, fork, condition);
      for (const inner of block.of) join(draw(it, inner, fork), meet);
      return meet;
    }
    case 'some': {
      const [asked, fork, meet] = [it.task(), add('fork', 'InclusiveGateway'), add('meet', 'InclusiveGateway')];
      join(before, asked, condition);
      join(asked, fork);
      block.of.forEach((inner, at) => join(draw(it, inner, fork, ['true', `${asked} = "a"`, `${asked} = "b"`][[1, 0, 2][at] ?? 0]), meet));
      it.byDefault(fork, join(fork, meet));
      return meet;
    }
    case 'choice':
    case 'loop':
      return drawTurn(it, block, before, condition);
    case 'part':
    case 'each': {
      const each = block.is === 'each' ? { each: { list: `entries ${block.count}`, as: 'entry' } } : {};
      const inner = block.of;
      const id = inner === null ? it.task(each) : add('part', 'SubProcess', each);
      join(before, id, condition);
      if (inner !== null) it.inside(id, () => join(draw(it, inner, add('start', 'StartEvent')), add('end', 'EndEvent')));
      return id;
    }
  }
}

function drawTask(it: Pen, timer: 'beside' | 'instead' | undefined, before: string, condition?: string): string {
  const id = it.task();
  it.join(before, id, condition);
  if (timer === undefined) return id;
  const border = it.add('border', 'BoundaryEvent', { event: 'timer', workingDays: 2, attachedTo: id, interrupts: timer === 'instead' });
  const note = it.add('service', 'ServiceTask', { service: 'note' });
  it.join(border, note);
  const after = timer === 'instead' ? it.add('merge', 'ExclusiveGateway') : it.add('end', 'EndEvent');
  it.join(note, after);
  if (timer === 'beside') return id;
  it.join(id, after);
  return after;
}

function drawTurn(it: Pen, block: Extract<Block, { is: 'choice' | 'loop' }>, before: string, condition?: string): string {
  const { add, join } = it;
  if (block.is === 'loop') {
    const [entry, gate] = [add('entry', 'ExclusiveGateway'), add('again', 'ExclusiveGateway')];
    join(before, entry, condition);
    const asked = it.task();
    join(draw(it, block.of, entry), asked);
    join(asked, gate);
    join(gate, entry, `${asked} = "a"`);
    const out = add('out', 'ExclusiveGateway');
    it.byDefault(gate, join(gate, out));
    return out;
  }
  const [asked, gate, merge] = [it.task(), add('gate', 'ExclusiveGateway'), add('merge', 'ExclusiveGateway')];
  join(before, asked, condition);
  join(asked, gate);
  const yes = `${asked} = "a"`;
  if (block.whenA) join(draw(it, block.whenA, gate, yes), merge);
  else join(gate, merge, yes);
  const firstOfOtherwise = it.flows.length;
  if (block.otherwise) join(draw(it, block.otherwise, gate), merge);
  else join(gate, merge);
  it.byDefault(gate, (it.flows.slice(firstOfOtherwise).find((flow) => flow.from === gate) as SequenceFlow).id);
  return merge;
}

/** Numbers elements of all kinds in one row. */
function names(): (kind: string) => string {
  let last = 0;
  return (kind) => `${kind}${(last += 1)}`;
}
