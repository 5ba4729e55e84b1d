import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { compile, type Feel, type Graph } from '../../kernel/flow/index.ts';
import { instantOfMs, msOf, type Instant } from '../../kernel/instant.ts';
import { by, factsOf, filing, lawOf, place, processOf, provisionalCalendar, shenzhen } from '../../testing/given-matter.ts';
import { allBlocks, drawn, pathOf, plainFeel, type Block } from '../../testing/random-process.ts';
import { publishableProcess } from '../catalogue/process-folder.ts';
import { acceptMatter, claimLink, completeLink, file, type Completion } from './decide.ts';
import { partEnded, receiveMessage, ringTimer } from './decide-flow.ts';
import { evolve } from './evolve.ts';
import { partsOf, timersOf } from './evolve-flow.ts';
import type { Law } from './law.ts';
import type { Link, Matter, MatterFact } from './matter.ts';
import type { PartOutcome } from './matter-flow.ts';

const from = shenzhen('2026-01-05', '09:00:00.000');

/** A matter being told. */
interface Telling {
  readonly law: Law;
  readonly facts: MatterFact[];
  readonly done: Record<string, number>;
  state: Matter;
  at: Instant;
}

const hashed = (text: string): number => [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) | 0, 7) >>> 1;

/** What people and parts come to, told by what they do and how often, never by when: so that every order of doing it must come to the same. */
interface Fate {
  ending(link: Link, key: string, time: number): { readonly act: Completion['act']; readonly action: Completion['action']; readonly late: boolean };
  part(element: string): PartOutcome;
}

const fateOf = (seed: number): Fate => ({
  ending(link, key, time) {
    const chance = hashed(`${seed} ${key} ${time}`);
    // After two rounds now one, now the other, so that every way back is left, whichever it is.
    const yes = time < 3 ? (chance & 1) === 1 : time % 2 === 0;
    const late = (chance & 6) === 6;
    if (link.kind === 'decide') return { act: 'propose_decision', action: yes ? 'granted' : 'refused', late };
    if (link.kind === 'approve') return yes ? { act: 'return_decision', action: 'returned', late } : { act: 'approve_decision', action: 'agreed', late };
    return { act: 'record_finding', action: yes ? 'passed' : 'failed', late };
  },
  part: (element) => (['granted', 'refused', 'stopped'] as const)[hashed(`${seed} ${element}`) % 3] ?? 'stopped',
});

function take(telling: Telling, facts: readonly MatterFact[]): void {
  telling.facts.push(...facts);
  telling.state = facts.reduce<Matter>((matter, fact) => evolve(matter, fact), telling.state);
  check(telling);
}

/** At every moment: the links, timers and parts that are open are those the process waits for, each opened once. Nothing is lost, nothing doubled. */
function check({ state, facts }: Telling): void {
  if (state.status !== 'accepted' || !state.flow) return;
  const pending = (kinds: readonly string[]): readonly string[] => (state.flow?.pending ?? []).filter((one) => kinds.includes(one.kind)).map((one) => one.id).sort();
  expect(state.links.filter((link) => link.doneAt === null).map((link) => link.linkId).sort()).toEqual(state.flow.waiting.map((task) => task.taskId).sort());
  expect(timersOf(state).filter((timer) => timer.state === 'running').map((timer) => timer.timerId).sort()).toEqual(pending(['timer', 'border']));
  expect(partsOf(state).filter((part) => part.endedAt === null).map((part) => part.callId).sort()).toEqual(pending(['call']));
  const opened = facts.flatMap((fact) => (fact.kind === 'link_opened' ? [fact.content.linkId] : fact.kind === 'timer_set' ? [fact.content.timerId] : fact.kind === 'part_called' ? [fact.content.callId] : []));
  expect(new Set(opened).size).toBe(opened.length);
}

/** One thing that can happen next, done when it is chosen. */
type Next = () => void;

function nextThings(telling: Telling, fate: Fate, rung: Set<string>): readonly Next[] {
  const { state, law } = telling;
  const flow = state.flow;
  if (!flow) return [];
  const count = (key: string): number => (telling.done[key] = (telling.done[key] ?? 0) + 1);
  const system = (): { at: Instant; by: typeof by.system } => ({ at: telling.at, by: by.system });
  const ring = (timerId: string): void => {
    const due = timersOf(telling.state).find((timer) => timer.timerId === timerId)?.clock.dueAt ?? telling.at;
    if (telling.at <= due) telling.at = instantOfMs(msOf(due) + 1);
    take(telling, factsOf(ringTimer(telling.state, timerId, law, system())));
    expect(ringTimer(telling.state, timerId, law, system()), 'a timer rings once').toMatchObject({ ok: false });
  };
  return [
    ...flow.waiting.map((task): Next => () => {
      const link = telling.state.links.find((one) => one.linkId === task.taskId) as Link;
      const key = `${task.node}${pathOf(flow, task.in)}`;
      const { act, action, late } = fate.ending(link, key, (telling.done[key] ?? 0) + 1);
      const border = flow.pending?.find((one) => one.host === task.taskId);
      if (border && late && !rung.has(task.taskId)) {
        rung.add(task.taskId);
        count(`late ${key} ${telling.done[key] ?? 0}`);
        return ring(border.id);
      }
      count(key);
      // Each link another person, so that nobody signs twice.
      const staffId = `staff-${task.taskId}`;
      take(telling, factsOf(claimLink(telling.state, task.taskId, staffId, { at: telling.at, by: by.officer })));
      take(telling, factsOf(completeLink(telling.state, { linkId: task.taskId, staffId, act, action, opinion: '已看' }, law, { at: telling.at, by: by.officer })));
      expect(completeLink(telling.state, { linkId: task.taskId, staffId, act, action, opinion: '已看' }, law, { at: telling.at, by: by.officer }), 'a link ends once').toMatchObject({ ok: false });
    }),
    ...(flow.pending ?? []).flatMap((one): readonly Next[] => {
      if (one.kind === 'timer') return [() => { count(`${one.node}${pathOf(flow, one.in)}`); ring(one.id); }];
      if (one.kind === 'call') return [() => {
        count(`${one.node}${pathOf(flow, one.in)}`);
        take(telling, factsOf(partEnded(telling.state, one.id, { outcome: fate.part(one.node) }, law, system())));
        expect(partEnded(telling.state, one.id, { outcome: 'granted' }, law, system()), 'a part ends once').toMatchObject({ ok: false });
      }];
      const node = law.graph.nodes[one.node];
      if (one.kind !== 'message' || node?.type !== 'catch') return [];
      return [() => {
        // To the first that waits for it, whichever was picked.
        const first = flow.pending?.find((other) => other.kind === 'message' && other.node === one.node);
        const event = { type: 'message' as const, messageId: `m-${telling.facts.length}`, message: node.message, from: 'another' };
        count(`${one.node}${pathOf(flow, first?.in)}`);
        take(telling, factsOf(receiveMessage(telling.state, event, law, system())));
        expect(receiveMessage(telling.state, event, law, system()), 'a message counts once').toMatchObject({ ok: false });
      }];
    }),
  ];
}

/** Tells a matter to its end; `pick` says which of the things that can happen is next. */
function told(law: Law, fate: Fate, pick: (things: number, step: number) => number): Telling {
  const chosen = law.item.parts ? { parts: Object.keys(law.item.parts) } : {};
  const filed = factsOf(file(null, filing(chosen), law, { at: from, by: by.applicant }));
  const telling: Telling = { law, facts: [...filed], done: {}, state: filed.reduce<Matter | null>((matter, fact) => evolve(matter, fact), null) as Matter, at: from };
  take(telling, factsOf(acceptMatter(telling.state, law, { at: from, by: by.clerk })));
  const rung = new Set<string>();
  for (let step = 0; telling.state.status === 'accepted'; step += 1) {
    if (step > 1_000) throw new Error('does not end');
    const things = nextThings(telling, fate, rung);
    expect(things.length, 'a matter never stands still').toBeGreaterThan(0);
    telling.at = instantOfMs(msOf(telling.at) + 60_000);
    things[pick(things.length, step) % things.length]?.();
  }
  return telling;
}

/** What every order must come to. Ids are numbered by the order, so they are left out. */
const comesTo = ({ state, done }: Telling) => ({
  done, outcome: state.outcome, values: state.flow?.values,
  links: state.links.map((link) => `${link.element} ${String(link.item ?? '')} ${link.action ?? ''}`).sort(),
  parts: partsOf(state).map((part) => `${part.element} ${part.outcome ?? ''}`).sort(),
});

function expectWhole(telling: Telling): void {
  const { state, facts } = telling;
  expect(state).toMatchObject({ status: 'completed', flow: { ended: true } });
  expect(facts.filter((fact) => fact.kind === 'decision_made')).toHaveLength(1);
  expect(facts.filter((fact) => fact.kind === 'matter_completed')).toHaveLength(1);
  expect(['granted', 'refused']).toContain(state.outcome);
  expect(state.links.every((link) => link.doneAt !== null)).toBe(true);
  expect(timersOf(state).every((timer) => timer.state !== 'running')).toBe(true);
  expect(partsOf(state).every((part) => part.outcome !== null)).toBe(true);
  expect(facts.reduce<Matter | null>((matter, fact) => evolve(matter, fact), null)).toEqual(state);
}

/** A matter of a process: every office is there, every called item is known, every other one of them required. */
function lawWith(graph: Graph, feel: Feel): Law {
  const calls = Object.values(graph.nodes).filter((node) => node.type === 'call').map((node) => node.id);
  const parts = Object.fromEntries(calls.map((element, at) => [element, { taskCode: element, handlingItem: `${element}-1`, required: at % 2 === 0 }]));
  return lawOf(graph, { linkDays: {}, departments: ['housing', 'police'], ...(calls.length > 0 ? { parts } : {}) }, { calendar: provisionalCalendar, feel, institutionFor: (handler) => ({ ok: true, institution: `${place.department} ${handler}` }) });
}

const graphOf = (tree: Block): Graph => {
  const { elements, flows } = drawn(tree);
  const compiled = compile('random', elements, flows);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.faults));
  return compiled.graph;
};
/** Random processes are drawn over the outcome `a`: a finding that passed. */
const randomFeel: Feel = { ...plainFeel, judge: (condition, values) => plainFeel.judge(condition.replaceAll('"a"', '"passed"'), values) };
const orders = fc.nat();
const picking = (order: number) => (_things: number, step: number): number => hashed(`${order} ${step}`);

describe('A matter over a random process of the whole subset', () => {
  it('comes to an end with one outcome, nothing lost and nothing doubled, and to the same in whatever order its offices work', () => {
    fc.assert(fc.property(allBlocks, fc.integer(), orders, orders, (tree, seed, one, other) => {
      const law = lawWith(graphOf(tree), randomFeel);
      const first = told(law, fateOf(seed), picking(one));
      expectWhole(first);
      expect(comesTo(told(law, fateOf(seed), picking(other)))).toEqual(comesTo(first));
    }), { numRuns: 150 });
  });
});

describe('A matter over a process that may be published', () => {
  const corpus = join(import.meta.dirname, '../../../tests/flow-corpus');
  const seven = readdirSync(join(import.meta.dirname, '../../../data/processes')).filter((name) => name.endsWith('.bpmn')).map((name) => name.replace('.bpmn', ''));
  const laws: { readonly id: string; readonly law: Law }[] = [];
  beforeAll(async () => {
    const { feel } = lawOf(await processOf('decide'));
    for (const id of seven) laws.push({ id, law: lawWith(await processOf(id), feel) });
    for (const name of readdirSync(corpus)) {
      const read = await publishableProcess(name, readFileSync(join(corpus, name), 'utf8').replaceAll('calledElement="', 'calledElement="item:'));
      if (read.ok) laws.push({ id: name, law: lawWith(read.process.graph, feel) });
    }
  });

  it('ends with one outcome, and with the same in whatever order its offices work', () => {
    expect(laws.length).toBeGreaterThan(20);
    // Where an end ends everything, or an opinion is cut off by it, who is first decides: there only the invariants hold.
    const racing = ['objection-ends-all.bpmn'];
    for (const { id, law } of laws) {
      fc.assert(fc.property(fc.integer(), orders, orders, (seed, one, other) => {
        const first = told(law, fateOf(seed), picking(one));
        expectWhole(first);
        if (!racing.includes(id)) expect(comesTo(told(law, fateOf(seed), picking(other)))).toEqual(comesTo(first));
      }), { numRuns: 12 });
    }
  });

  it('is decided as it was last proposed; one that ends without issuing a result has granted nothing', () => {
    const law = laws.find((one) => one.id === 'objection-ends-all.bpmn')?.law;
    if (!law) throw new Error('not there');
    let [issued, ended] = [0, 0];
    fc.assert(fc.property(fc.integer(), orders, (seed, order) => {
      const { state, facts } = told(law, fateOf(seed), picking(order));
      const proposed = state.links.findLast((link) => link.kind === 'decide' && link.action !== 'cancelled')?.action;
      const byEnd = facts.some((fact) => fact.kind === 'link_cancelled');
      if (byEnd) ended += 1;
      else issued += 1;
      if (state.outcome === 'granted') expect(proposed).toBe('granted');
      if (byEnd) expect(state.outcome).toBe('refused');
    }), { numRuns: 60 });
    expect(Math.min(issued, ended)).toBeGreaterThan(0);
  });
});

describe('What matters give their processes', () => {
  it('is what the catalogue lets processes ask for, and nothing of the application', async () => {
    const { givenByMatters } = await import('../catalogue/process-folder.ts');
    const { givenTo } = await import('./decide-flow.ts');
    const given = Object.entries(givenByMatters).map(([name, kind]) => ({ name, kind }));
    const law = lawOf({ ...(await processOf('decide')), given: [...given, { name: 'form', kind: 'text' }, { name: 'answers', kind: 'list' }] }, { departments: ['housing'] });
    const filed = factsOf(file(null, filing({ parts: ['birth'] }), law, { at: from, by: by.applicant }));
    const state = filed.reduce<Matter | null>((matter, fact) => evolve(matter, fact), null) as Matter;
    expect(givenTo(state, law)).toEqual({ parts: ['birth'], departments: ['housing'], channel: 'online', applicant: 'person' });
  });
});
