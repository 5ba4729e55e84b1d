import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from './compile.ts';
import type { Graph } from './graph.ts';
import type { Judge } from './feel.ts';
import { begin, complete } from './play.ts';
import type { FlowState, Move } from './state.ts';
import { blocks, drawn, mustHappen, type Block, type Outcome } from '../../testing/random-process.ts';

/** Reads the one form of condition that the processes here use. */
const judge: Judge = (condition, values) => {
  const [, name = '', wanted] = /^(\w+) = "(\w+)"$/.exec(condition) ?? [];
  return values[name] === wanted;
};

const graphOf = (tree: Block): Graph => {
  const { elements, flows } = drawn(tree);
  const compiled = compile('random', elements, flows);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.faults));
  return compiled.graph;
};

/** A loop is left after two more rounds at the latest, so that every play is finite by its outcomes, as with people. */
const outcomesFrom = (seed: number): Outcome => (node, time) => (time < 3 && (seed >> (Number(node.slice(4)) + time) % 31) & 1 ? 'a' : 'b');

interface Played {
  readonly end: FlowState;
  readonly tasks: Readonly<Record<string, number>>;
  readonly services: number;
  readonly taskIds: readonly string[];
}

/** Plays to the end; `pick` says which of the waiting tasks is done next. */
function play(graph: Graph, outcome: Outcome, pick: (waiting: number, step: number) => number): Played {
  const tasks: Record<string, number> = {};
  const taskIds: string[] = [];
  let move: Move | undefined = begin(graph, judge);
  let services = move.services.length;
  for (let step = 0; move.state.waiting.length > 0; step += 1) {
    if (step > 5_000) throw new Error('does not end');
    const { waiting } = move.state;
    const task = waiting[pick(waiting.length, step) % waiting.length];
    if (!task) throw new Error('nothing picked');
    taskIds.push(task.taskId);
    tasks[task.node] = (tasks[task.node] ?? 0) + 1;
    move = complete(graph, judge, move.state, task.taskId, { [task.node]: outcome(task.node, tasks[task.node] ?? 0) });
    if (!move) throw new Error('a waiting task could not be completed');
    services += move.services.length;
  }
  return { end: move.state, tasks, services, taskIds };
}

describe('any process built from the subset', () => {
  it('does exactly the tasks and services its structure asks for, none lost and none doubled, and ends', () => {
    fc.assert(
      fc.property(blocks, fc.integer({ min: 0 }), fc.infiniteStream(fc.nat(1_000)), (tree, seed, picks) => {
        const outcome = outcomesFrom(seed);
        const played = play(graphOf(tree), outcome, () => picks.next().value ?? 0);
        expect({ tasks: played.tasks, services: played.services }).toEqual(mustHappen(tree, outcome));
        expect(played.end).toMatchObject({ ended: true, waiting: [], arrived: {} });
        expect(played.end.opened).toBe(played.taskIds.length);
        expect(new Set(played.taskIds).size, 'every task has an id of its own').toBe(played.taskIds.length);
      }),
      { numRuns: 1_000 },
    );
  });

  it('ends in the same state in whatever order side-by-side tasks are done', () => {
    fc.assert(
      fc.property(blocks, fc.integer({ min: 0 }), fc.infiniteStream(fc.nat(1_000)), (tree, seed, picks) => {
        const graph = graphOf(tree);
        const outcome = outcomesFrom(seed);
        const first = play(graph, outcome, () => 0);
        const last = play(graph, outcome, (waiting) => waiting - 1);
        const mixed = play(graph, outcome, () => picks.next().value ?? 0);
        expect(last.end).toEqual(first.end);
        expect(mixed.end).toEqual(first.end);
      }),
      { numRuns: 500 },
    );
  });

  it('is over only when nothing waits any more', () => {
    fc.assert(
      fc.property(blocks, (tree) => {
        const { state } = begin(graphOf(tree), judge);
        expect(state.ended).toBe(state.waiting.length === 0);
      }),
      { numRuns: 300 },
    );
  });

  it('is plain data between two moves: written down and read again it plays on alike', () => {
    fc.assert(
      fc.property(blocks, fc.integer({ min: 0 }), (tree, seed) => {
        const graph = JSON.parse(JSON.stringify(graphOf(tree))) as Graph;
        const outcome = outcomesFrom(seed);
        let state = begin(graph, judge).state;
        const times: Record<string, number> = {};
        while (state.waiting[0]) {
          const { taskId, node } = state.waiting[0];
          times[node] = (times[node] ?? 0) + 1;
          state = JSON.parse(JSON.stringify(complete(graph, judge, state, taskId, { [node]: outcome(node, times[node]) })?.state)) as FlowState;
        }
        expect(state).toEqual(play(graph, outcome, () => 0).end);
      }),
      { numRuns: 200 },
    );
  });
});

describe('two tasks side by side', () => {
  const graph = graphOf({ is: 'parallel', of: [{ is: 'task' }, { is: 'sequence', of: [{ is: 'task' }, { is: 'service' }] }] });

  it('both wait at once; the gateway waits for the second, whichever it is', () => {
    const { state, opened } = begin(graph, judge);
    expect(opened.map((task) => task.taskId)).toEqual(['task4-1', 'task5-2']);
    const one = complete(graph, judge, state, 'task5-2', {});
    expect(one).toMatchObject({ opened: [], services: ['note'], state: { waiting: [{ taskId: 'task4-1' }], ended: false } });
    expect(Object.values(one?.state.arrived ?? {})).toHaveLength(1);
    expect(complete(graph, judge, one?.state ?? state, 'task4-1', {})).toMatchObject({ state: { waiting: [], arrived: {}, ended: true } });
  });

  it('a task that does not wait cannot be completed: unknown, done before, or named like its node', () => {
    const { state } = begin(graph, judge);
    const after = complete(graph, judge, state, 'task4-1', {})?.state ?? state;
    for (const taskId of ['task4-1', 'task4-2', 'task4', '']) expect(complete(graph, judge, after, taskId, {})).toBeUndefined();
  });

  it('leaves the state it was given as it was', () => {
    const { state } = begin(graph, judge);
    const before = structuredClone(state);
    complete(graph, judge, state, 'task4-1', { x: 1 });
    expect(state).toEqual(before);
  });
});

describe('a decision sent back', () => {
  const graph = graphOf({ is: 'loop', of: { is: 'task' } });

  it('opens the same task anew under a new id, as often as it is sent back', () => {
    let { state } = begin(graph, judge);
    const seen: string[] = [];
    for (const ending of ['a', 'a', 'b']) {
      for (let round = 0; round < 2; round += 1) {
        const task = state.waiting[0];
        seen.push(task?.taskId ?? '');
        state = complete(graph, judge, state, task?.taskId ?? '', task?.node === 'task4' ? { task4: ending } : {})?.state ?? state;
      }
    }
    expect(seen).toEqual(['task5-1', 'task4-2', 'task5-3', 'task4-4', 'task5-5', 'task4-6']);
    expect(state.ended).toBe(true);
  });
});
