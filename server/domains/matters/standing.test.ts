import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerCall, begin, compile, complete, receive, ring, type Feel, type FlowState, type FlowValue, type Graph, type Move } from '../../kernel/flow/index.ts';
import { allBlocks, drawn, plainFeel } from '../../testing/random-process.ts';
import { by, lawOf, processOf, shenzhen, who, workingDays } from '../../testing/given-matter.ts';
import { importDrawing } from '../catalogue/process-folder.ts';
import { feel } from '../catalogue/surroundings.ts';
import { wayOf, type NumberedFact } from './standing.ts';
import type { MatterFact } from './matter.ts';

const at = (n: number): string => new Date(Date.parse(shenzhen('2026-11-23')) + n * 60_000).toISOString();
/** As a database gives it back: other order of names, nothing undefined. */
const kept = (flow: FlowState): FlowState => JSON.parse(JSON.stringify(Object.fromEntries(Object.entries(flow).reverse()))) as FlowState;

interface Run {
  readonly facts: NumberedFact[];
  readonly moves: Move[];
}

/** One matter from acceptance to its end, each time choosing among what waits by `chance`. */
function run(graph: Graph, by2: Feel, values: Readonly<Record<string, FlowValue>>, chance: (n: number) => number, most = 80): Run {
  const first = begin(graph, by2, values);
  const set = workingDays(5, at(0), '2026-11-30', '2026-11-30');
  const out: Run = { facts: [{ seq: 2, fact: { kind: 'matter_accepted', at: at(0), by: by.clerk, content: { statutory: null, promised: set, flow: kept(first.state) } } }], moves: [first] };
  let state = first.state;
  for (let n = 1; n <= most && !state.ended; n += 1) {
    const done = next(graph, by2, state, chance(n), n);
    if (!done) break;
    out.moves.push(done.move);
    out.facts.push({ seq: n + 2, fact: done.fact });
    state = done.move.state;
  }
  return out;
}

function next(graph: Graph, by2: Feel, state: FlowState, chance: number, n: number): { move: Move; fact: MatterFact } | undefined {
  const pending = state.pending ?? [];
  const all = [...state.waiting.map((task) => ({ task, one: undefined })), ...pending.map((one) => ({ task: undefined, one }))];
  const chosen = all[chance % Math.max(all.length, 1)];
  const meta = { at: at(n), by: by.officer };
  if (chosen?.task) {
    const action = (['passed', 'failed', 'granted', 'returned', 'agreed'] as const)[n > 40 ? 4 : chance % 5] ?? 'agreed';
    const move = complete(graph, by2, state, chosen.task.taskId, { [chosen.task.node]: action });
    return move && { move, fact: { kind: 'link_completed', ...meta, content: { linkId: chosen.task.taskId, staffId: who.officer, action, flow: kept(move.state) } } };
  }
  if (!chosen?.one) return undefined;
  const { one } = chosen;
  const node = graph.nodes[one.node];
  if (one.kind === 'call') {
    const outcome = (['granted', 'refused', 'stopped'] as const)[chance % 3] ?? 'granted';
    const move = answerCall(graph, by2, state, one.id, { [one.node]: outcome });
    return move && { move, fact: { kind: 'flow_moved', ...meta, content: { event: { type: 'part', callId: one.id, outcome }, flow: kept(move.state) } } };
  }
  if (one.kind === 'message') {
    const message = node?.type === 'catch' ? node.message : '';
    const move = receive(graph, by2, state, { message });
    return move && { move, fact: { kind: 'flow_moved', ...meta, content: { event: { type: 'message', messageId: `m${n}`, message, from: who.applicant }, flow: kept(move.state) } } };
  }
  const move = ring(graph, by2, state, one.id);
  return move && { move, fact: { kind: 'flow_moved', ...meta, content: { event: { type: 'timer', timerId: one.id }, flow: kept(move.state) } } };
}

function expectSameWay(graph: Graph, by2: Feel, { facts, moves }: Run): void {
  const way = wayOf(graph, by2, facts);
  expect(way.differsAt).toBeNull();
  const passed = new Map<string, { times: number; lastAt: string }>();
  moves.forEach((move, n) => move.passed.forEach((id) => passed.set(id, { times: (passed.get(id)?.times ?? 0) + 1, lastAt: at(n) })));
  expect(new Map(way.flows.map(({ id, times, lastAt }) => [id, { times, lastAt }]))).toEqual(passed);
  const ids = new Set(Object.values(graph.nodes).flatMap((node) => [node.id, ...('borders' in node ? (node.borders ?? []) : []).map((border) => border.id)]));
  for (const element of way.elements) expect(ids.has(element.id), element.id).toBe(true);
  expect(way.elements.find((one) => one.id === graph.start)?.times).toBe(1);
}

describe('The way a matter has gone', () => {
  const folder = join(import.meta.dirname, '../../../tests/flow-corpus');
  it.each(readdirSync(folder).filter((name) => name.endsWith('.bpmn')))('is told from its facts alone: %s', async (name) => {
    const { graph } = await importDrawing(name, readFileSync(join(folder, name), 'utf8'));
    if (!graph) throw new Error('refused');
    const samples: Readonly<Record<string, FlowValue>> = { text: 'normal', number: 120, yes_no: true };
    const values = Object.fromEntries((graph.given ?? []).map((one): [string, FlowValue] => [one.name, one.kind === 'list' ? ['civil_affairs', 'public_security'] : (samples[one.kind] ?? 'x')]));
    for (let seed = 1; seed <= 12; seed += 1) expectSameWay(graph, feel, run(graph, feel, values, (n) => Math.abs(Math.imul(seed * 97 + n, 2_654_435_761)) >>> 3));
  });

  it('is told of any process of the whole subset, however its tokens run', () => {
    fc.assert(
      fc.property(allBlocks, fc.nat(100_000), (tree, seed) => {
        const { elements, flows } = drawn(tree);
        const compiled = compile('random', elements, flows);
        if (!compiled.ok) throw new Error(JSON.stringify(compiled.faults));
        expectSameWay(compiled.graph, plainFeel, run(compiled.graph, plainFeel, {}, (n) => Math.abs(Math.imul(seed + n, 2_654_435_761)) >>> 3));
      }),
      { numRuns: 200 },
    );
  });

  it('ends where a fact keeps a state that the token game does not give again, and nothing after it is told', async () => {
    const graph = await processOf('decide-approve');
    const { facts, moves } = run(graph, feel, {}, (n) => [0, 2, 3, 2, 4][n % 5] ?? 0);
    expect(facts.length).toBeGreaterThan(2);
    const [first, second, ...rest] = facts as [NumberedFact, NumberedFact, ...NumberedFact[]];
    const changed = { ...second, fact: { ...second.fact, content: { ...second.fact.content, flow: { ...(second.fact.content as { flow: FlowState }).flow, opened: 99 } } } } as NumberedFact;
    const way = wayOf(graph, feel, [first, changed, ...rest]);
    expect(way.differsAt).toBe(second.seq);
    expect(way.flows.map((one) => one.id).sort()).toEqual([...(moves[0]?.passed ?? [])].sort());
  });

  it('of a link sent back and decided again shows the way back once and the link twice', async () => {
    const graph = await processOf('decide-approve');
    const law = lawOf(graph);
    const endings = ['granted', 'returned', 'refused', 'agreed'] as const;
    let state = begin(graph, law.feel).state;
    const facts: NumberedFact[] = [{ seq: 2, fact: { kind: 'matter_accepted', at: at(0), by: by.clerk, content: { statutory: null, promised: workingDays(5, at(0), '2026-11-30', '2026-11-30'), flow: state } } }];
    endings.forEach((action, n) => {
      const [task] = state.waiting;
      const move = complete(graph, law.feel, state, task?.taskId ?? '', { [task?.node ?? '']: action });
      state = move?.state ?? state;
      facts.push({ seq: n + 3, fact: { kind: 'link_completed', at: at(n + 1), by: by.officer, content: { linkId: task?.taskId ?? '', staffId: who.officer, action, flow: state } } });
    });
    const { elements, flows, differsAt } = wayOf(graph, law.feel, facts);
    expect(differsAt).toBeNull();
    expect(Object.fromEntries(elements.map((one) => [one.id, one.times]))).toMatchObject({ start: 1, decide: 2, approve: 2, end: 1 });
    const back = Object.values(graph.nodes).flatMap((node) => node.ways).find((way) => way.condition?.includes('returned'));
    expect(flows.find((one) => one.id === back?.id)?.times).toBe(1);
  });

  it('before acceptance is none, and a withdrawal takes nothing from it', async () => {
    const graph = await processOf('decide');
    expect(wayOf(graph, feel, [{ seq: 1, fact: { kind: 'matter_withdrawn', at: at(0), by: by.applicant, content: {} } }])).toEqual({ flows: [], elements: [], differsAt: null });
  });
});
