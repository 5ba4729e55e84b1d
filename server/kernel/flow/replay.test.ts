import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importDrawing } from '../../domains/catalogue/process-folder.ts';
import { feel } from '../../domains/catalogue/surroundings.ts';
import { allBlocks, drawn, plainFeel } from '../../testing/random-process.ts';
import { compile } from './compile.ts';
import type { Feel, FlowValue } from './feel.ts';
import type { Graph } from './graph.ts';
import { answerCall, begin, complete, receive, ring } from './play.ts';
import type { FlowState, Move } from './state.ts';

/** What happened to a matter: enough to play it again. */
type Happening =
  | { readonly is: 'begun'; readonly values: Readonly<Record<string, FlowValue>> }
  | { readonly is: 'completed' | 'rung' | 'answered'; readonly id: string; readonly brought: Readonly<Record<string, FlowValue>> }
  | { readonly is: 'received'; readonly message: string };

interface Process {
  readonly graph: Graph;
  readonly feel: Feel;
  readonly values: Readonly<Record<string, FlowValue>>;
}

function apply({ graph, feel: by }: Process, state: FlowState | undefined, what: Happening): Move | undefined {
  if (what.is === 'begun') return state === undefined ? begin(graph, by, what.values) : undefined;
  if (!state) return undefined;
  switch (what.is) {
    case 'completed':
      return complete(graph, by, state, what.id, what.brought);
    case 'rung':
      return ring(graph, by, state, what.id);
    case 'answered':
      return answerCall(graph, by, state, what.id, what.brought);
    case 'received':
      return receive(graph, by, state, { message: what.message });
  }
}

/** A store as the database keeps it: what is committed together survives together, and an effect waits in the outbox until it is known to be done. */
interface Store {
  readonly facts: { readonly command: string; readonly happening: Happening; readonly after: FlowState }[];
  readonly outbox: Set<string>;
  /** the world outside: an effect with an id it knows changes nothing */
  readonly world: Set<string>;
}

class PowerCut extends Error {}

const effectsOf = (move: Move): readonly string[] => [
  ...move.opened.map((task) => `task ${task.taskId}`), ...move.timers.map((timer) => `timer ${timer.timerId}`), ...move.sent.map((message) => `message ${message.messageId}`),
  ...move.called.map((call) => `call ${call.callId}`), ...move.cancelled.map((id) => `cancelled ${id}`), ...move.services.map((service, at) => `service ${service} ${move.state.opened} ${at}`),
];

/** What happens next, told by where the matter stands alone. */
function nextOf(process: Process, state: FlowState | undefined, seed: number, count: number): Happening | undefined {
  if (!state) return { is: 'begun', values: process.values };
  const chance = Math.abs(Math.imul(seed + count, 2_654_435_761)) >>> 3;
  const open: Happening[] = [
    ...state.waiting.map((task): Happening => ({ is: 'completed', id: task.taskId, brought: { [task.node]: ['a', 'passed', 'failed', 'returned', 'agreed'][count > 60 ? 4 : chance % 5] ?? '' } })),
    ...(state.pending ?? []).map((one): Happening => {
      const node = process.graph.nodes[one.node];
      if (one.kind === 'message') return { is: 'received', message: node?.type === 'catch' ? node.message : '' };
      return { is: one.kind === 'call' ? 'answered' : 'rung', id: one.id, brought: {} };
    }),
  ];
  return open[chance % Math.max(open.length, 1)];
}

/** Runs a matter to its end in one installation whose power may be cut between any two effects; after a cut it starts from what is stored. */
function runThrough(process: Process, seed: number, cut: () => boolean): Store {
  const store: Store = { facts: [], outbox: new Set(), world: new Set() };
  const point = (): void => {
    if (cut()) throw new PowerCut();
  };
  const once = (state: FlowState | undefined): FlowState | undefined => {
    for (const effect of store.outbox) {
      point();
      store.world.add(effect);
      point();
      store.outbox.delete(effect);
    }
    const happening = nextOf(process, state, seed, store.facts.length);
    if (!happening || state?.ended) return undefined;
    const move = apply(process, state, happening);
    if (!move) throw new Error(`what waits could not happen: ${JSON.stringify(happening)}`);
    point();
    // One transaction: the fact, the state after it, and its effects.
    store.facts.push({ command: `${seed}-${store.facts.length}`, happening, after: move.state });
    for (const effect of effectsOf(move)) store.outbox.add(effect);
    point();
    return move.state;
  };
  let state: FlowState | undefined;
  for (let steps = 0; steps < 5_000; steps += 1) {
    try {
      const after = once(state);
      if (!after) return store;
      state = after;
    } catch (error) {
      if (!(error instanceof PowerCut)) throw error;
      state = replayed(process, store);
      // Whoever asked last does not know whether it was heard, and asks again.
      const last = store.facts.at(-1);
      if (last && last.happening.is !== 'received') expect(apply(process, state, last.happening), 'what was done is not done twice').toBeUndefined();
    }
  }
  throw new Error('does not end');
}

function replayed(process: Process, store: Store): FlowState | undefined {
  let state: FlowState | undefined;
  for (const { happening, after } of store.facts) {
    state = apply(process, state, happening)?.state;
    expect(state).toEqual(after);
  }
  return state;
}

function sameWithCuts(process: Process, seed: number, cuts: Iterator<number>): void {
  const calm = runThrough(process, seed, () => false);
  let left = 40;
  const stormy = runThrough(process, seed, () => left > 0 && (cuts.next().value ?? 0) === 0 && (left -= 1) >= 0);
  expect(stormy.facts).toEqual(calm.facts);
  expect([...stormy.world].sort()).toEqual([...calm.world].sort());
  expect(stormy.outbox.size).toBe(0);
  expect(calm.facts.at(-1)?.after.ended).toBe(true);
}

describe('Power cut between any two effects, then started again from what is stored', () => {
  it('any process comes to the same facts and the same effects, each once', () => {
    fc.assert(
      fc.property(allBlocks, fc.nat(100_000), fc.infiniteStream(fc.nat(6)), (tree, seed, cuts) => {
        const { elements, flows } = drawn(tree);
        const compiled = compile('random', elements, flows);
        if (!compiled.ok) throw new Error(JSON.stringify(compiled.faults));
        sameWithCuts({ graph: compiled.graph, feel: plainFeel, values: {} }, seed, cuts);
      }),
      { numRuns: 250 },
    );
  });

  const folder = join(import.meta.dirname, '../../../tests/flow-corpus');
  const values = { departments: ['fire', 'health', 'housing'], households: ['h1', 'h2'], stages: ['s1', 's2'], bidders: ['b1', 'b2'], area: 500, rent: 20_000_000, age: 91, use: 'shop', serves_food: true, simple: false, builds: true, digs: true, lives_alone: true, signboard: true };

  it.each(readdirSync(folder).filter((name) => name.endsWith('.bpmn')))('so does %s', async (name) => {
    const { graph } = await importDrawing(name.replace('.bpmn', ''), readFileSync(join(folder, name), 'utf8'));
    if (!graph) throw new Error(`${name} is refused`);
    for (let seed = 1; seed <= 5; seed += 1) sameWithCuts({ graph, feel, values }, seed * 977, fc.sample(fc.infiniteStream(fc.nat(6)), { numRuns: 1, seed })[0] as Iterator<number>);
  });
});
