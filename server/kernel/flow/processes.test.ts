import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { judge } from '../../domains/catalogue/surroundings.ts';
import { readProcess } from '../../domains/catalogue/process-folder.ts';
import type { Graph } from './graph.ts';
import { formerBegin, formerComplete } from '../../testing/former-token-game.ts';
import { begin, complete } from './play.ts';
import type { FlowState, Move } from './state.ts';

const folder = join(import.meta.dirname, '../../../data/processes');
const ids = readdirSync(folder).filter((name) => name.endsWith('.bpmn')).map((name) => name.replace('.bpmn', ''));

/** Those of the first release, whose matters may still be under way. */
const first = ['decide', 'decide-approve', 'inspect-decide-approve', 'instant', 'street-decide-approve', 'street-review-district-decide', 'visit-street-review-district-decide'];

/** How each kind of link may end (data/processes/README.md). */
const endings = { review: ['passed', 'failed'], visit: ['passed', 'failed'], inspect: ['passed', 'failed'], decide: ['granted', 'refused'], approve: ['agreed', 'returned'] } as const;

/** Where a process stands, whatever numbers its tasks have by now. */
const placeOf = (state: FlowState): string => JSON.stringify([state.waiting.map((task) => task.node).sort(), Object.entries(state.arrived).sort(), Object.entries(state.values).sort()]);

describe('the processes in data/processes', () => {
  it('are the nine ways in which a matter is handled, those of the first release among them', () => {
    expect(ids).toHaveLength(9);
    expect(ids).toEqual(expect.arrayContaining(first));
  });

  describe.each(ids)('%s', (id) => {
    let graph: Graph;
    beforeAll(async () => {
      const read = await readProcess(id, readFileSync(join(folder, `${id}.bpmn`), 'utf8'));
      if (!read.ok) throw new Error(JSON.stringify(read.problems));
      graph = read.process.graph;
    });

    /** Every move from a state: each waiting task with each of its endings. */
    const movesFrom = (state: FlowState): readonly Move[] =>
      state.waiting.flatMap((task) => {
        const node = graph.nodes[task.node];
        if (node?.type !== 'user') throw new Error(`${task.node} is no user task`);
        return endings[node.link.kind].map((ending) => complete(graph, judge, state, task.taskId, { [task.node]: ending }) as Move);
      });

    /** The tasks at which somebody else than the proposer agrees or returns. */
    const secondPersons = (): readonly string[] => Object.values(graph.nodes).flatMap((node) => (node.type === 'user' && node.link.kind === 'approve' ? [node.id] : []));

    it('comes to its end from wherever it can get, and issues the result once, with the last move', () => {
      const seen = new Map<string, Move[]>();
      const open = [begin(graph, judge).state];
      for (let state = open.pop(); state; state = open.pop()) {
        if (seen.has(placeOf(state))) continue;
        const moves = state.ended ? [] : [...movesFrom(state)];
        expect(state.ended || moves.length > 0, `stuck at ${placeOf(state)}`).toBe(true);
        for (const move of moves) expect(move.services).toEqual(move.state.ended ? ['issue_result'] : []);
        seen.set(placeOf(state), moves);
        open.push(...moves.map((move) => move.state));
        expect(seen.size).toBeLessThan(1_000);
      }
      const ending = new Set([...seen].filter(([, moves]) => moves.length === 0).map(([place]) => place));
      for (let grown = true; grown; ) {
        const before = ending.size;
        for (const [place, moves] of seen) if (moves.some((move) => ending.has(placeOf(move.state)))) ending.add(place);
        grown = ending.size > before;
      }
      expect(ending.size, 'from every place an end is reached').toBe(seen.size);
    });

    it('never has one task open twice, and sends only a proposed decision back', () => {
      const seen = new Set<string>();
      const open = [begin(graph, judge).state];
      for (let state = open.pop(); state; state = open.pop()) {
        if (seen.has(placeOf(state))) continue;
        seen.add(placeOf(state));
        const nodes = state.waiting.map((task) => task.node);
        expect(new Set(nodes).size).toBe(nodes.length);
        for (const move of movesFrom(state)) {
          if (state.values['decide'] !== undefined && move.opened.some((task) => task.node === 'decide')) expect(secondPersons().map((id) => move.state.values[id])).toContain('returned');
          open.push(move.state);
        }
      }
    });

    if (first.includes(id)) it('moves from every place as it did when the first matters were accepted', () => {
      const seen = new Set<string>();
      const former = formerBegin(graph, judge);
      expect(begin(graph, judge)).toMatchObject({ ...former });
      const open = [former.state];
      for (let state = open.pop(); state; state = open.pop()) {
        if (seen.has(placeOf(state))) continue;
        seen.add(placeOf(state));
        const stored = JSON.parse(JSON.stringify(state)) as FlowState;
        for (const task of state.waiting) {
          const node = graph.nodes[task.node];
          for (const ending of node?.type === 'user' ? endings[node.link.kind] : []) {
            const then = formerComplete(graph, judge, state, task.taskId, { [task.node]: ending });
            const now = complete(graph, judge, stored, task.taskId, { [task.node]: ending });
            expect({ state: now?.state, opened: now?.opened, services: now?.services }).toEqual(then);
            if (then) open.push(then.state);
          }
        }
      }
      expect(seen.size).toBeGreaterThan(1);
    });

    it('hands every proposed decision to a second person before it ends, where the process has one', () => {
      const hasSecond = Object.values(graph.nodes).some((node) => node.type === 'user' && node.link.kind === 'approve');
      expect(hasSecond).toBe(!['instant', 'decide'].includes(id));
      if (!hasSecond) return;
      let { state } = begin(graph, judge);
      while (state.waiting[0]) {
        const { node, taskId } = state.waiting[0];
        const move = complete(graph, judge, state, taskId, { [node]: node === 'approve' ? 'agreed' : node === 'decide' ? 'granted' : 'passed' }) as Move;
        expect(move.state.ended).toBe(node === 'approve');
        state = move.state;
      }
    });
  });

  it('a matter whose documents were reviewed before this release is inspected, decided and approved after it', async () => {
    const read = await readProcess('inspect-decide-approve', readFileSync(join(folder, 'inspect-decide-approve.bpmn'), 'utf8'));
    if (!read.ok) throw new Error(JSON.stringify(read.problems));
    const { graph } = read.process;
    // As it lies in a fact of the first release.
    const stored = '{"opened":2,"waiting":[{"taskId":"inspect-2","node":"inspect"}],"arrived":{"join":["review_to_join"]},"values":{"review":"passed"},"ended":false}';
    const steps = [['inspect-2', { inspect: 'passed' }], ['decide-3', { decide: 'granted' }], ['approve-4', { approve: 'returned' }], ['decide-5', { decide: 'refused' }], ['approve-6', { approve: 'agreed' }]] as const;
    let state = JSON.parse(stored) as FlowState;
    for (const [taskId, brought] of steps) state = complete(graph, judge, state, taskId, brought)?.state ?? state;
    expect(JSON.stringify(state)).toBe('{"opened":6,"waiting":[],"arrived":{},"values":{"review":"passed","inspect":"passed","decide":"refused","approve":"agreed"},"ended":true}');
  });
});
