/**
 * `npm run bench:flow`: time of one step of the token game and size of what it leaves, for a process of thirty elements with branches, an inclusive gateway,
 * a decision table, a list, timers and a way back. A step is what a command does: the stored state is parsed, one waiting thing ends, and the new state is
 * written down. FEEL is judged as in the server, which remembers what it was asked before. `--quick` plays for two seconds instead of ten. Last line: one JSON
 * object; stepUs is the median over all steps, stateBytes the median length of the state.
 */
import { performance } from 'node:perf_hooks';
import { feel } from '../server/domains/catalogue/surroundings.ts';
import { answerCall, begin, compile, complete, receive, ring, type Element, type FlowState, type Graph, type Move, type SequenceFlow } from '../server/kernel/flow/index.ts';

const seconds = process.argv.includes('--quick') ? 2 : 10;
const el = (id: string, type: string, more: Partial<Element> = {}): Element => ({ id, type: `bpmn:${type}`, name: id, ...more });
const task = (id: string, more: Partial<Element> = {}): Element => el(id, 'UserTask', { link: { kind: 'review', handler: 'department', post: 'officer' }, ...more });
const flow = (from: string, to: string, condition?: string): SequenceFlow => ({ id: `${from}_to_${to}`, from, to, ...(condition === undefined ? {} : { condition }) });

const elements: readonly Element[] = [
  el('start', 'StartEvent'), task('review'), el('complete', 'ExclusiveGateway', { defaultFlow: 'complete_to_grade' }), el('ask', 'IntermediateThrowEvent', { event: 'message', message: 'asked' }), el('given', 'IntermediateCatchEvent', { event: 'message', message: 'given' }),
  el('grade', 'BusinessRuleTask', { table: { hit: 'FIRST', inputs: ['area', 'urgent'], outputs: [{ name: 'risk' }], rules: [{ when: ['>= 1000', '-'], then: ['"high"'] }, { when: ['-', 'true'], then: ['"high"'] }, { when: ['-', '-'], then: ['"normal"'] }] } }),
  el('split', 'ParallelGateway'), task('legal'), task('technical'), el('late', 'BoundaryEvent', { event: 'timer', workingDays: 5, attachedTo: 'technical', interrupts: false }), el('remind', 'ServiceTask', { service: 'remind' }), el('reminded', 'EndEvent'),
  el('which', 'InclusiveGateway', { defaultFlow: 'which_to_note' }), task('fire'), task('health'), el('note', 'ServiceTask', { service: 'note' }), el('met', 'InclusiveGateway'), el('join', 'ParallelGateway'),
  task('opinion', { each: { list: 'departments', as: 'department' } }), el('public', 'IntermediateCatchEvent', { event: 'timer', workingDays: 3 }), el('outside', 'CallActivity', { process: 'other' }),
  task('decide'), el('second', 'ExclusiveGateway', { defaultFlow: 'second_to_sign' }), task('sign'), task('approve'), el('agreed', 'ExclusiveGateway', { defaultFlow: 'agreed_to_issue' }), el('issue', 'ServiceTask', { service: 'issue_result' }), task('deliver'), task('file'), el('end', 'EndEvent'),
];
const flows: readonly SequenceFlow[] = [
  flow('start', 'review'), flow('review', 'complete'), flow('complete', 'ask', 'review = "failed"'), flow('complete', 'grade'), flow('ask', 'given'), flow('given', 'review'), flow('grade', 'split'), flow('split', 'legal'), flow('split', 'technical'), flow('split', 'which'),
  flow('late', 'remind'), flow('remind', 'reminded'), flow('which', 'fire', 'area >= 300'), flow('which', 'health', 'serves_food'), flow('which', 'note'), flow('fire', 'met'), flow('health', 'met'), flow('note', 'met'), flow('legal', 'join'), flow('technical', 'join'), flow('met', 'join'),
  flow('join', 'opinion'), flow('opinion', 'public'), flow('public', 'outside'), flow('outside', 'decide'), flow('decide', 'second'), flow('second', 'approve', 'risk = "normal"'), flow('second', 'sign'), flow('sign', 'approve'), flow('approve', 'agreed'),
  flow('agreed', 'decide', 'approve = "returned"'), flow('agreed', 'issue'), flow('issue', 'deliver'), flow('deliver', 'file'), flow('file', 'end'),
];

const values = { area: 500, urgent: false, serves_food: true, departments: ['fire', 'health', 'housing'] };

/** Plays a matter from its start to its end; `measure` gets each step's time in µs and the length of the state it left. */
function playThrough(graph: Graph, turn: number, measure: (us: number, bytes: number) => void): void {
  let stored = JSON.stringify(begin(graph, feel, { ...values, urgent: turn % 2 === 1 }).state);
  // In every play the first review fails and the first approval is sent back.
  const sentBack = new Set<string>();
  for (;;) {
    const began = performance.now();
    const state = JSON.parse(stored) as FlowState;
    if (state.ended) return;
    const move = next(graph, state, sentBack);
    if (!move) throw new Error(`stuck: ${stored}`);
    stored = JSON.stringify(move.state);
    measure((performance.now() - began) * 1_000, stored.length);
  }
}

function next(graph: Graph, state: FlowState, sentBack: Set<string>): Move | undefined {
  const task = state.waiting[0];
  if (task) {
    const first = (task.node === 'review' || task.node === 'approve') && sentBack.size < sentBack.add(task.node).size;
    return complete(graph, feel, state, task.taskId, { [task.node]: task.node === 'review' ? (first ? 'failed' : 'passed') : first ? 'returned' : 'agreed' });
  }
  const one = state.pending?.[0];
  if (one?.kind === 'message') return receive(graph, feel, state, { message: 'given' });
  return one && (one.kind === 'call' ? answerCall(graph, feel, state, one.id, { outside: 'agreed' }) : ring(graph, feel, state, one.id));
}

const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;

function main(): void {
  const compiled = compile('bench', elements, flows, [{ name: 'area', kind: 'number' }, { name: 'urgent', kind: 'yes_no' }, { name: 'serves_food', kind: 'yes_no' }, { name: 'departments', kind: 'list' }]);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.faults));
  for (let turn = 0; turn < 200; turn += 1) playThrough(compiled.graph, turn, () => undefined);
  const [times, sizes]: [number[], number[]] = [[], []];
  const stop = performance.now() + seconds * 1_000;
  let matters = 0;
  for (; performance.now() < stop && times.length < 2_000_000; matters += 1) {
    playThrough(compiled.graph, matters, (us, bytes) => {
      times.push(us);
      sizes.push(bytes);
    });
  }
  const p99 = [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.99)] ?? 0;
  console.log(`${elements.length} elements, ${matters} matters, ${times.length} steps; 99 of 100 steps within ${p99.toFixed(1)} µs`);
  console.log(JSON.stringify({ elements: elements.length, stepUs: Math.round(median(times) * 10) / 10, stateBytes: median(sizes) }));
}

main();
