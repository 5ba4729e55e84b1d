import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from './compile.ts';
import type { Graph } from './graph.ts';
import { answerCall, begin, complete, receive, ring } from './play.ts';
import type { FlowState, Move } from './state.ts';
import { allBlocks, blocks, drawn, pathOf, plainFeel, type Block, type Outcome } from '../../testing/random-process.ts';
import { mustHappen, type Tally } from '../../testing/expected-play.ts';
import { formerBegin, formerComplete } from '../../testing/former-token-game.ts';

const graphOf = (tree: Block): Graph => {
  const { elements, flows } = drawn(tree);
  const compiled = compile('random', elements, flows);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.faults));
  return compiled.graph;
};

const hashed = (text: string): number => [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7);

/** A loop is left after two more rounds at the latest, so that every play is finite by its outcomes, as with people. */
const outcomesFrom = (seed: number): Outcome => (node, time, path) => {
  const chance = hashed(`${seed} ${node} ${time} ${path}`);
  return { ending: time < 3 && chance & 1 ? 'a' : 'b', late: (chance & 6) === 6 };
};

interface Played extends Tally {
  readonly end: FlowState;
  readonly ids: readonly string[];
  readonly ends: number;
}

/** Plays to the end; `pick` says which of the things waited for happens next. A timer at a border rings when the outcome says late, and only then. */
function play(graph: Graph, outcome: Outcome, pick: (waiting: number, step: number) => number): Played {
  const played = { done: {} as Record<string, number>, services: 0, sent: 0 };
  const times: Record<string, number> = {};
  const ids: string[] = [];
  const rung = new Set<string>();
  let ends = 0;
  let state = begin(graph, plainFeel).state;
  const count = (key: string): void => void (played.done[key] = (played.done[key] ?? 0) + 1);
  const take = (move: Move | undefined): void => {
    if (!move) throw new Error('what waits could not happen');
    played.services += move.services.length;
    played.sent += move.sent.length;
    ends += move.state.ended ? 1 : 0;
    expect(move.unclear).toEqual([]);
    ids.push(...move.opened.map((task) => task.taskId), ...move.timers.map((timer) => timer.timerId), ...move.called.map((call) => call.callId), ...move.sent.map((message) => message.messageId));
    state = move.state;
  };
  take(begin(graph, plainFeel));
  for (let step = 0; !state.ended; step += 1) {
    if (step > 20_000) throw new Error('does not end');
    const open = [...state.waiting.map((task) => ({ task, one: undefined })), ...(state.pending ?? []).filter((one) => one.kind !== 'border').map((one) => ({ task: undefined, one }))];
    const next = open[pick(open.length, step) % open.length];
    if (!next) throw new Error(`stuck: ${JSON.stringify(state)}`);
    if (next.one) {
      const { id, node, kind } = next.one;
      // A message goes to the first that waits for it, whichever of them was picked.
      const first = kind === 'message' ? state.pending?.find((one) => one.node === node) : next.one;
      count(node + pathOf(state, first?.in));
      take(kind === 'timer' ? ring(graph, plainFeel, state, id) : kind === 'call' ? answerCall(graph, plainFeel, state, id, {}) : receive(graph, plainFeel, state, { message: `heard ${node}` }));
      continue;
    }
    const { taskId, node } = next.task;
    const key = node + pathOf(state, next.task.in);
    const time = rung.has(taskId) ? (times[key] ?? 0) : (times[key] = (times[key] ?? 0) + 1);
    const { ending, late } = outcome(node, time, key.slice(node.length));
    const border = state.pending?.find((one) => one.host === taskId);
    if (border && late && !rung.has(taskId)) {
      rung.add(taskId);
      count(`late ${key}`);
      take(ring(graph, plainFeel, state, border.id));
      expect(ring(graph, plainFeel, state, border.id), 'a timer rings once').toBeUndefined();
      continue;
    }
    count(key);
    take(complete(graph, plainFeel, state, taskId, { [node]: ending }));
  }
  return { ...played, end: state, ids, ends };
}

describe('any process built from the subset', () => {
  it('does exactly the tasks, waits, services and messages its structure asks for, none lost and none doubled, and ends once', () => {
    fc.assert(
      fc.property(allBlocks, fc.integer({ min: 0 }), fc.infiniteStream(fc.nat(1_000)), (tree, seed, picks) => {
        const outcome = outcomesFrom(seed);
        const graph = graphOf(tree);
        if (begin(graph, plainFeel).state.ended) return;
        const { done, services, sent, end, ids, ends } = play(graph, outcome, () => picks.next().value ?? 0);
        expect({ done, services, sent }).toEqual(mustHappen(tree, outcome));
        expect(end).toMatchObject({ ended: true, waiting: [], arrived: {} });
        expect([end.pending, end.scopes, end.received]).toEqual([undefined, undefined, undefined]);
        expect(ends, 'it ends exactly once').toBe(1);
        expect(new Set(ids).size, 'every task, timer, call and message has an id of its own').toBe(ids.length);
      }),
      { numRuns: 1_000 },
    );
  });

  it('ends in the same state in whatever order side-by-side tasks are done', () => {
    fc.assert(
      fc.property(allBlocks, fc.integer({ min: 0 }), fc.infiniteStream(fc.nat(1_000)), (tree, seed, picks) => {
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

  it('is plain data between two moves: written down and read again it plays on alike', () => {
    fc.assert(
      fc.property(blocks, fc.integer({ min: 0 }), (tree, seed) => {
        const graph = JSON.parse(JSON.stringify(graphOf(tree))) as Graph;
        const outcome = outcomesFrom(seed);
        let state = begin(graph, plainFeel).state;
        const times: Record<string, number> = {};
        while (state.waiting[0]) {
          const { taskId, node } = state.waiting[0];
          times[node] = (times[node] ?? 0) + 1;
          state = JSON.parse(JSON.stringify(complete(graph, plainFeel, state, taskId, { [node]: outcome(node, times[node], '').ending })?.state)) as FlowState;
        }
        expect(state).toEqual(play(graph, outcome, () => 0).end);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a process of the first release', () => {
  it('moves as it did then, from states written then', () => {
    fc.assert(
      fc.property(blocks, fc.integer({ min: 0 }), fc.infiniteStream(fc.nat(1_000)), (tree, seed, picks) => {
        const graph = graphOf(tree);
        const outcome = outcomesFrom(seed);
        const times: Record<string, number> = {};
        let then = formerBegin(graph, plainFeel.judge);
        let now = begin(graph, plainFeel.judge);
        for (;;) {
          expect({ state: now.state, opened: now.opened, services: now.services }).toEqual(then);
          const { waiting } = then.state;
          const task = waiting[(picks.next().value ?? 0) % waiting.length];
          if (!task) break;
          times[task.node] = (times[task.node] ?? 0) + 1;
          const brought = { [task.node]: outcome(task.node, times[task.node] ?? 1, '').ending };
          const written = JSON.parse(JSON.stringify(then.state)) as FlowState;
          then = formerComplete(graph, plainFeel.judge, then.state, task.taskId, brought) ?? then;
          now = complete(graph, plainFeel.judge, written, task.taskId, brought) ?? now;
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('two tasks side by side', () => {
  const graph = graphOf({ is: 'parallel', of: [{ is: 'task' }, { is: 'sequence', of: [{ is: 'task' }, { is: 'service' }] }] });

  it('both wait at once; the gateway waits for the second, whichever it is', () => {
    const { state, opened } = begin(graph, plainFeel);
    expect(opened.map((task) => task.taskId)).toEqual(['task4-1', 'task5-2']);
    const one = complete(graph, plainFeel, state, 'task5-2', {});
    expect(one).toMatchObject({ opened: [], services: ['note'], state: { waiting: [{ taskId: 'task4-1' }], ended: false } });
    expect(Object.values(one?.state.arrived ?? {})).toHaveLength(1);
    expect(complete(graph, plainFeel, one?.state ?? state, 'task4-1', {})).toMatchObject({ state: { waiting: [], arrived: {}, ended: true } });
  });

  it('a task that does not wait cannot be completed: unknown, done before, or named like its node', () => {
    const { state } = begin(graph, plainFeel);
    const after = complete(graph, plainFeel, state, 'task4-1', {})?.state ?? state;
    for (const taskId of ['task4-1', 'task4-2', 'task4', '']) expect(complete(graph, plainFeel, after, taskId, {})).toBeUndefined();
  });

  it('leaves the state it was given as it was', () => {
    const { state } = begin(graph, plainFeel);
    const before = structuredClone(state);
    complete(graph, plainFeel, state, 'task4-1', { x: 1 });
    expect(state).toEqual(before);
  });
});

describe('a decision sent back', () => {
  const graph = graphOf({ is: 'loop', of: { is: 'task' } });

  it('opens the same task anew under a new id, as often as it is sent back', () => {
    let { state } = begin(graph, plainFeel);
    const seen: string[] = [];
    for (const ending of ['a', 'a', 'b']) {
      for (let round = 0; round < 2; round += 1) {
        const task = state.waiting[0];
        seen.push(task?.taskId ?? '');
        state = complete(graph, plainFeel, state, task?.taskId ?? '', task?.node === 'task4' ? { task4: ending } : {})?.state ?? state;
      }
    }
    expect(seen).toEqual(['task5-1', 'task4-2', 'task5-3', 'task4-4', 'task5-5', 'task4-6']);
    expect(state.ended).toBe(true);
  });
});
