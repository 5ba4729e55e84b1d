import * as fc from 'fast-check';
import type { Element, SequenceFlow } from '../kernel/flow/index.ts';

/** A process as a tree, from which both the drawn elements and, independently of them, what must happen can be read. For tests only. */
export type Block =
  | { readonly is: 'task' }
  | { readonly is: 'service' }
  | { readonly is: 'sequence' | 'parallel'; readonly of: readonly Block[] }
  /** a task, then one way if it ended with `a`, another otherwise; a missing block is a bare way */
  | { readonly is: 'choice'; readonly whenA: Block | null; readonly otherwise: Block | null }
  /** a block, then a task; again while that task ends with `a` */
  | { readonly is: 'loop'; readonly of: Block };

/** Trees of up to four levels. */
export const blocks: fc.Arbitrary<Block> = fc.letrec<{ block: Block; some: Block }>((tie) => ({
  block: fc.oneof(
    { depthSize: 'small', maxDepth: 4 },
    { weight: 3, arbitrary: fc.constant<Block>({ is: 'task' }) },
    { weight: 1, arbitrary: fc.constant<Block>({ is: 'service' }) },
    { weight: 2, arbitrary: fc.record<Block>({ is: fc.constant('sequence'), of: fc.array(tie('some'), { minLength: 2, maxLength: 3 }) }) },
    { weight: 2, arbitrary: fc.record<Block>({ is: fc.constant('parallel'), of: fc.array(tie('some'), { minLength: 2, maxLength: 3 }) }) },
    { weight: 1, arbitrary: fc.record<Block>({ is: fc.constant('choice'), whenA: fc.option(tie('some')), otherwise: fc.option(tie('some')) }) },
    { weight: 1, arbitrary: fc.record<Block>({ is: fc.constant('loop'), of: tie('some') }) },
  ) as fc.Arbitrary<Block>,
  some: tie('block') as fc.Arbitrary<Block>,
})).block;

/** How a task ends on its n-th time (from 1). */
export type Outcome = (node: string, time: number) => 'a' | 'b';

/** The drawn process of a tree: ids are made in the order of the tree, the same as in `mustHappen`. */
export function drawn(tree: Block): { elements: readonly Element[]; flows: readonly SequenceFlow[] } {
  const elements: Element[] = [];
  const flows: SequenceFlow[] = [];
  const name = names();
  const add = (kind: string, type: string, more: Partial<Element> = {}): string => {
    const id = name(kind);
    elements.push({ id, type: `bpmn:${type}`, name: id, ...more });
    return id;
  };
  const task = (): string => add('task', 'UserTask', { link: { kind: 'review', handler: 'department', post: 'officer' } });
  const join = (from: string, to: string, condition?: string): string => {
    const id = `flow${flows.length + 1}`;
    flows.push({ id, from, to, ...(condition === undefined ? {} : { condition }) });
    return id;
  };
  const byDefault = (gateway: string, flow: string): void => {
    const at = elements.findIndex((element) => element.id === gateway);
    elements[at] = { ...(elements[at] as Element), defaultFlow: flow };
  };
  /** Draws a block behind `before`; answers the element it ends with. */
  const draw = (block: Block, before: string, condition?: string): string => {
    switch (block.is) {
      case 'task':
      case 'service': {
        const id = block.is === 'task' ? task() : add('service', 'ServiceTask', { service: 'note' });
        join(before, id, condition);
        return id;
      }
      case 'sequence':
        return block.of.reduce((end, inner, index) => draw(inner, end, index === 0 ? condition : undefined), before);
      case 'parallel': {
        const [fork, meet] = [add('fork', 'ParallelGateway'), add('meet', 'ParallelGateway')];
        join(before, fork, condition);
        for (const inner of block.of) join(draw(inner, fork), meet);
        return meet;
      }
      case 'choice': {
        const [asked, gate, merge] = [task(), add('gate', 'ExclusiveGateway'), add('merge', 'ExclusiveGateway')];
        join(before, asked, condition);
        join(asked, gate);
        const yes = `${asked} = "a"`;
        if (block.whenA) join(draw(block.whenA, gate, yes), merge);
        else join(gate, merge, yes);
        const firstOfOtherwise = flows.length;
        if (block.otherwise) join(draw(block.otherwise, gate), merge);
        else join(gate, merge);
        byDefault(gate, (flows.slice(firstOfOtherwise).find((flow) => flow.from === gate) as SequenceFlow).id);
        return merge;
      }
      case 'loop': {
        const [entry, gate] = [add('entry', 'ExclusiveGateway'), add('again', 'ExclusiveGateway')];
        join(before, entry, condition);
        const asked = task();
        join(draw(block.of, entry), asked);
        join(asked, gate);
        join(gate, entry, `${asked} = "a"`);
        const out = add('out', 'ExclusiveGateway');
        byDefault(gate, join(gate, out));
        return out;
      }
    }
  };
  const start = add('start', 'StartEvent');
  const end = draw(tree, start);
  join(end, add('end', 'EndEvent'));
  return { elements, flows };
}

/** What must happen when tasks end as told, read from the tree alone: how often each task is done and each service passed. */
export function mustHappen(tree: Block, outcome: Outcome): { tasks: Readonly<Record<string, number>>; services: number } {
  const tasks: Record<string, number> = {};
  const ids = new Map<Block, readonly string[]>();
  const name = names();
  const label = (block: Block): void => {
    switch (block.is) {
      case 'task':
        ids.set(block, [name('task')]);
        break;
      case 'service':
        name('service');
        break;
      case 'sequence':
      case 'parallel':
        if (block.is === 'parallel') ['fork', 'meet'].forEach(name);
        block.of.forEach(label);
        break;
      case 'choice':
        ids.set(block, [name('task'), ...['gate', 'merge'].map(name)]);
        if (block.whenA) label(block.whenA);
        if (block.otherwise) label(block.otherwise);
        break;
      case 'loop':
        ['entry', 'again'].forEach(name);
        ids.set(block, [name('task')]);
        label(block.of);
        name('out');
        break;
    }
  };
  let services = 0;
  const done = (block: Block): 'a' | 'b' => {
    const id = ids.get(block)?.[0] ?? '';
    tasks[id] = (tasks[id] ?? 0) + 1;
    return outcome(id, tasks[id]);
  };
  const happen = (block: Block): void => {
    switch (block.is) {
      case 'task':
        done(block);
        break;
      case 'service':
        services += 1;
        break;
      case 'sequence':
      case 'parallel':
        block.of.forEach(happen);
        break;
      case 'choice': {
        const next = done(block) === 'a' ? block.whenA : block.otherwise;
        if (next) happen(next);
        break;
      }
      case 'loop':
        do happen(block.of);
        while (done(block) === 'a');
        break;
    }
  };
  name('start');
  const own = unshared(tree);
  label(own);
  happen(own);
  return { tasks, services };
}

/** Numbers elements of all kinds in one row. */
function names(): (kind: string) => string {
  let last = 0;
  return (kind) => `${kind}${(last += 1)}`;
}

/** The same tree in which every block is an object of its own, so that each can carry its id. */
const unshared = (block: Block): Block => JSON.parse(JSON.stringify(block)) as Block;
