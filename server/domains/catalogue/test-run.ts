/** A process played with invented outcomes, day by day: what opens when, by whom it would be done and until when. Pure; nothing is written. */
import { dueDate, isCalendarRefusal, type Limit, type WorkingCalendar } from '../../kernel/calendar/index.ts';
import { answerCall, begin, complete, receive, ring, type Feel, type FlowScalar, type FlowValue, type Graph, type Move } from '../../kernel/flow/index.ts';
import { startOfLocalDay, type LocalDay } from '../../kernel/instant.ts';
import { problem, type Problem } from './problem.ts';

/** What somebody does: with the first that waits at the element. Days pass since it opened. */
export interface PlayedStep {
  readonly element: string;
  readonly outcome: string;
  readonly afterWorkingDays?: number;
}

/** One thing that waited or was done. */
export interface RunStep {
  readonly id: string;
  readonly element: string;
  readonly what: 'task' | 'timer' | 'message' | 'call' | 'service';
  readonly entry: FlowScalar | null;
  readonly openedOn: LocalDay;
  /** working days it may take; null where nothing is said */
  readonly workingDays: number | null;
  readonly doneOn: LocalDay | null;
  readonly outcome: string | null;
  readonly choices: readonly string[];
}

/** Everything that is played with. */
export interface RunGround {
  readonly graph: Graph;
  readonly feel: Feel;
  readonly calendar: WorkingCalendar;
  /** element → its own limit */
  readonly linkDays: Readonly<Record<string, number>>;
  readonly values: Readonly<Record<string, FlowValue>>;
  readonly acceptedOn: LocalDay;
}

/** A run so far. */
export interface Run {
  readonly steps: readonly RunStep[];
  readonly ended: boolean;
  readonly endedOn: LocalDay | null;
  readonly problems: readonly Problem[];
}

const outcomes: Readonly<Record<string, readonly string[]>> = {
  visit: ['passed', 'failed'], review: ['passed', 'failed'], inspect: ['passed', 'failed'], decide: ['granted', 'refused'], approve: ['agreed', 'returned'],
};
/** What a timer does, a message brings, and a called item ends with. */
const timerChoices = ['rings'] as const;
const messageChoices = ['comes'] as const;
const callChoices = ['granted', 'refused', 'stopped'] as const;

interface Board {
  steps: RunStep[];
  state: Move['state'];
  problems: Problem[];
  endedOn: LocalDay | null;
}

/** Plays the steps in their order; the first that cannot be is a problem, and the run stops there. */
export function playRun(ground: RunGround, played: readonly PlayedStep[]): Run {
  const first = begin(ground.graph, ground.feel, ground.values);
  const board: Board = { steps: [], state: first.state, problems: [], endedOn: null };
  carry(board, ground, first, ground.acceptedOn);
  for (const [i, one] of played.entries()) {
    const wrong = play(board, ground, one, i);
    if (!wrong) continue;
    board.problems.push(wrong);
    break;
  }
  return { steps: board.steps, ended: board.state.ended, endedOn: board.endedOn, problems: board.problems };
}

function play(board: Board, ground: RunGround, one: PlayedStep, i: number): Problem | undefined {
  const step = board.steps.find((open) => open.element === one.element && open.doneOn === null && open.choices.includes(one.outcome));
  const move = step && moveOf(board, ground, step, one.outcome);
  if (!step || !move) return problem(`/steps/${i}`, 'catalogue.test_step_unknown', { element: one.element, outcome: one.outcome });
  const days = step.what === 'timer' ? (step.workingDays ?? 0) : (one.afterWorkingDays ?? 0);
  const on = later(ground.calendar, step.openedOn, days);
  if (on === undefined) return problem(`/steps/${i}`, 'catalogue.test_calendar_ends', { to: ground.calendar.to });
  board.steps = board.steps.map((each) => (each === step ? { ...each, doneOn: on, outcome: one.outcome, choices: [] } : each));
  carry(board, ground, move, on);
  return undefined;
}

function moveOf(board: Board, ground: RunGround, step: RunStep, outcome: string): Move | undefined {
  const { graph, feel } = ground;
  switch (step.what) {
    case 'task':
      return complete(graph, feel, board.state, step.id, { [step.element]: outcome });
    case 'timer':
      return ring(graph, feel, board.state, step.id);
    case 'call':
      return answerCall(graph, feel, board.state, step.id, { [step.element]: outcome });
    case 'message': {
      const node = graph.nodes[step.element];
      return node?.type === 'catch' ? receive(graph, feel, board.state, { message: node.message, values: { [step.element]: outcome } }) : undefined;
    }
    case 'service':
      return undefined;
  }
}

/** What a move set going and gave up, on its day. */
function carry(board: Board, ground: RunGround, move: Move, on: LocalDay): void {
  const { graph } = ground;
  const gone = new Set(move.cancelled);
  board.state = move.state;
  board.steps = board.steps.map((step) => (gone.has(step.id) && step.doneOn === null ? { ...step, doneOn: on, outcome: 'cancelled', choices: [] } : step));
  const open = (step: Pick<RunStep, 'id' | 'element' | 'what' | 'choices'> & Partial<RunStep>): RunStep => ({ entry: null, openedOn: on, workingDays: null, doneOn: null, outcome: null, ...step });
  const waiting = (move.state.pending ?? []).filter((one) => one.kind === 'message' && !board.steps.some((step) => step.id === one.id));
  board.steps.push(
    ...move.services.map((element, i) => open({ id: `${element} ${board.steps.length} ${i}`, element, what: 'service', choices: [], doneOn: on, outcome: 'done' })),
    ...move.opened.map((task) => {
      const node = graph.nodes[task.node];
      return open({ id: task.taskId, element: task.node, what: 'task', choices: (node?.type === 'user' ? outcomes[node.link.kind] : undefined) ?? [], entry: task.item ?? null, workingDays: ground.linkDays[task.node] ?? null });
    }),
    ...move.timers.map((timer) => open({ id: timer.timerId, element: timer.node, what: 'timer', choices: timerChoices, workingDays: timer.workingDays })),
    ...move.called.map((call) => open({ id: call.callId, element: call.node, what: 'call', choices: callChoices })),
    ...waiting.map((one) => open({ id: one.id, element: one.node, what: 'message', choices: messageChoices })),
  );
  board.problems.push(...move.unclear.map((element) => problem(`/process/${element}`, 'catalogue.test_unclear', { name: element })));
  if (move.state.ended) board.endedOn = on;
}

/** So many working days on; undefined past the end of the calendar. */
export function later(calendar: WorkingCalendar, from: LocalDay, days: number): LocalDay | undefined {
  if (days === 0) return from;
  const due = dueDate(calendar, { amount: days, unit: 'working_day' } satisfies Limit, startOfLocalDay(from));
  return isCalendarRefusal(due) ? undefined : due.dueOn;
}

/** How a run that ended came out: by the newest decision of a person, else by its called items: refused where one that ended was not granted. */
export function outcomeOf(graph: Graph, steps: readonly RunStep[]): 'granted' | 'refused' | 'ended' {
  const decision = steps.findLast((step) => {
    const node = graph.nodes[step.element];
    return node?.type === 'user' && node.link.kind === 'decide' && step.doneOn !== null;
  });
  if (decision) return decision.outcome === 'granted' ? 'granted' : 'refused';
  const calls = steps.filter((step) => step.what === 'call');
  if (calls.length > 0) return calls.every((step) => step.outcome === 'granted') ? 'granted' : 'refused';
  return 'ended';
}
