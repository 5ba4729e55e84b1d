import type { Localized } from '../../../contract/language.ts';
import type { Step, StepBranch, StepNote } from '../../../contract/matters.ts';
import type { Graph } from '../../kernel/flow/index.ts';
import type { Id } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import { partsOf, timersOf } from './evolve-flow.ts';
import type { FlowTimer } from './matter-flow.ts';
import { findLimit } from './matter-limit.ts';
import type { Link, Matter } from './matter.ts';
import { dueView } from './routes-dues.ts';
import { findItem, institutionName, type Context, type FoundItem } from './routes-context.ts';
import { sideBySide } from './side-by-side.ts';

/** What the steps of one matter are told from. */
interface Telling {
  readonly context: Context;
  readonly matter: Matter;
  readonly found: FoundItem | undefined;
  readonly graph: Graph | undefined;
  /** the parts of a bundle as they stand */
  readonly parts: ReadonlyMap<Id, Matter>;
}

const noParts: ReadonlyMap<Id, Matter> = new Map();

/**
 * Steps as residents see them: received, accepted, each link of the item in its order (those side by side as one step with its offices), each part of
 * a bundle, days on which the office looks again, result. Every step under way names a unit.
 */
export function stepsOf(context: Context, matter: Matter, parts: ReadonlyMap<Id, Matter> = noParts): Step[] {
  const found = findItem(context, matter.item.taskCode, matter.item.handlingItem, matter.item.version, matter.item);
  const it: Telling = { context, matter, found, graph: found && context.catalogue.graphOf(found.ref.process, found.ref.processVersion), parts };
  const handled = withWaits(it, [...linkSteps(it), ...partSteps(it)]);
  return [
    step(it, 'received', stepNames.received, matter.acceptingInstitution, 'done', { startedAt: matter.receivedAt, doneAt: matter.receivedAt }),
    acceptanceStep(it),
    ...handled,
    resultStep(it, handled),
  ];
}

const stepNames = {
  received: { 'zh-CN': '收件', 'zh-HK': '收件', en: 'Received' },
  accepted: { 'zh-CN': '受理', 'zh-HK': '受理', en: 'Acceptance' },
  correction: { 'zh-CN': '等待补正', 'zh-HK': '等待補正', en: 'Waiting for your correction' },
  result: { 'zh-CN': '办结', 'zh-HK': '辦結', en: 'Result' },
} as const satisfies Record<string, Localized>;

type More = Partial<Pick<StepBranch, 'startedAt' | 'doneAt' | 'due' | 'outcome'>>;

const step = ({ context }: Telling, code: string, name: Localized, institution: string | null, state: Step['state'], more: More = {}): StepBranch => ({
  code, name, unitName: institution === null ? null : institutionName(context, institution), state, startedAt: null, doneAt: null, due: null, outcome: null, ...more,
});

function acceptanceStep(it: Telling): Step {
  const { context, matter: of } = it;
  const notice = findLimit(of.limits, 'notice');
  const due = notice ? dueView(context, notice) : null;
  const correction = findLimit(of.limits, 'correction');
  const startedAt = of.receivedAt;
  if (of.acceptedAt) return step(it, 'accepted', stepNames.accepted, of.acceptingInstitution, 'done', { startedAt, doneAt: of.acceptedAt, due });
  if (of.endedAt) return step(it, 'accepted', stepNames.accepted, of.acceptingInstitution, 'stopped', { startedAt, doneAt: of.endedAt, due, outcome: of.status });
  const isCorrected = of.status === 'correction_requested';
  return step(it, 'accepted', isCorrected ? stepNames.correction : stepNames.accepted, of.acceptingInstitution, 'now', { startedAt, due: of.status === 'received' ? due : correction ? dueView(context, correction) : null, outcome: of.status });
}

/** The result; where the process does not know its way, it is the department's turn to say how it goes on. */
function resultStep(it: Telling, handled: readonly Step[]): Step {
  const { matter } = it;
  const isLost = matter.status === 'accepted' && (matter.unclear ?? []).length > 0 && handled.every((one) => one.state !== 'now');
  return step(it, 'result', stepNames.result, matter.handlingInstitution, matter.completedAt ? 'done' : matter.endedAt ? 'stopped' : isLost ? 'now' : 'next', { startedAt: matter.decidedAt, doneAt: matter.completedAt });
}

/** The links of the item in its order; those that run side by side together, where the first of them stands. */
function linkSteps(it: Telling): Step[] {
  const described = describedLinks(it);
  const names = new Map(described.map((one) => [one.element, one.name]));
  const groups = it.graph ? sideBySide(it.graph) : [];
  const told = new Set<string>();
  return described.flatMap(({ element }) => {
    if (told.has(element)) return [];
    const group = described.map((one) => one.element).filter((one) => one === element || groups.some((other) => other.includes(element) && other.includes(one)));
    for (const one of group) told.add(one);
    return [withNotes(it, group, together(group.flatMap((one) => branchesOf(it, one, names.get(one) ?? nameIn(it, one)))))];
  });
}

/** The links as the item describes them, and behind them any that its process opened besides: nothing under way is left untold. */
function describedLinks(it: Telling): readonly { readonly element: string; readonly name: Localized }[] {
  // What a bundle describes are its items: told as such (partSteps).
  const described = it.found?.item.bundle ? [] : (it.found?.item.implementation_item.handle_flow ?? []);
  const others = new Set(it.matter.links.map((link) => link.element).filter((element) => element !== '' && described.every((one) => one.element !== element)));
  return [...described, ...[...others].map((element) => ({ element, name: nameIn(it, element) }))];
}

const nameIn = ({ context, found }: Telling, element: string): Localized =>
  found ? context.catalogue.elementName(found.ref.process, found.ref.processVersion, element) : { 'zh-CN': element, 'zh-HK': element, en: element };

/** A link for each of a list is one branch for each entry: the newest of each counts. What was given up is no failure: where something else of the same took place, it is not told. */
function branchesOf(it: Telling, element: string, name: Localized): StepBranch[] {
  const newest = new Map(it.matter.links.filter((link) => link.element === element && link.kind !== 'consult').map((link) => [String(link.item ?? ''), link]));
  const links = [...newest.values()];
  const told = links.filter((link) => link.action !== 'cancelled');
  if (links.length === 0) return [step(it, element, name, null, unopened(it.matter))];
  return (told.length > 0 ? told : links.slice(-1)).map((link) => branch(it, link, element, name));
}

/** What became of a step that was never begun: still to come, not necessary after all, or cut off. */
const unopened = (matter: Matter): Step['state'] => (matter.completedAt ? 'skipped' : matter.endedAt ? 'stopped' : 'next');

function branch(it: Telling, link: Link, element: string, name: Localized): StepBranch {
  const { context, matter: of } = it;
  // Before the decision a proposal is nobody's answer yet: what it says, and that it was sent back, stays inside.
  if (link.action === 'returned' && !of.decidedAt) return step(it, element, name, null, of.endedAt ? 'stopped' : 'next');
  if (link.action === 'cancelled') return step(it, element, name, link.institution, 'skipped');
  const limit = findLimit(of.limits, `link:${link.linkId}`);
  return step(it, element, name, link.institution, link.doneAt ? 'done' : of.endedAt ? 'stopped' : 'now', {
    startedAt: link.openedAt, doneAt: link.doneAt, due: limit ? dueView(context, limit) : null, outcome: of.decidedAt || link.kind !== 'decide' ? link.action : null,
  });
}

/** Several offices side by side as one step: under way while one of them is, done when all are. */
function together(branches: readonly StepBranch[]): Step {
  const [first] = branches as readonly [StepBranch];
  if (branches.length === 1) return first;
  const states = new Set(branches.map((one) => one.state));
  const units = new Set(branches.map((one) => one.unitName?.['zh-CN']));
  const state: Step['state'] = states.has('now') ? 'now' : states.has('stopped') ? 'stopped' : states.has('next') ? (states.has('done') ? 'now' : 'next') : states.has('done') ? 'done' : 'skipped';
  const begun = branches.flatMap((one) => one.startedAt ?? []).sort();
  const done = branches.flatMap((one) => one.doneAt ?? []).sort();
  const running = branches.filter((one) => one.state === 'now').flatMap((one) => one.due ?? []).sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
  return {
    code: [...new Set(branches.map((one) => one.code))].join('+'), name: namesTogether(branches.map((one) => one.name)), unitName: units.size === 1 ? first.unitName : null, state,
    startedAt: begun[0] ?? null, doneAt: state === 'done' ? (done.at(-1) ?? null) : null, due: running[0] ?? null, outcome: null, branches: [...branches],
  };
}

function namesTogether(names: readonly Localized[]): Localized {
  const said = (language: keyof Localized, between: string): string => [...new Set(names.map((one) => one[language]))].join(between);
  return { 'zh-CN': said('zh-CN', '、'), 'zh-HK': said('zh-HK', '、'), en: said('en', ', ') };
}

/** Opinions asked for on behalf of these links, and days on which the office looks again while they are open. Whether somebody agreed is the inside of the office. */
function withNotes(it: Telling, elements: readonly string[], told: Step): Step {
  const { matter } = it;
  const own = new Set(matter.links.filter((link) => elements.includes(link.element)).map((link) => link.linkId));
  const asked = matter.links
    .filter((link) => link.asks !== undefined && own.has(link.asks) && link.action !== 'recalled' && link.action !== 'unanswered')
    .map((link): StepNote => ({
      kind: link.doneAt ? 'answered' : 'asked', unitName: institutionName(it.context, link.institution), at: link.doneAt ?? link.openedAt, dueOn: link.doneAt ? null : (findLimit(matter.limits, `link:${link.linkId}`)?.dueOn ?? null),
    }));
  const looks = matter.endedAt ? [] : timersOf(matter).filter((timer) => timer.state === 'running' && elements.some((element) => hasBorder(it.graph, element, timer.element))).map(looksAgain);
  return asked.length + looks.length > 0 ? { ...told, notes: [...asked, ...looks] } : told;
}

const looksAgain = (timer: FlowTimer): StepNote => ({ kind: 'looks_again', unitName: null, at: timer.clock.startedAt, dueOn: timer.clock.dueOn });

/** Whether a timer hangs at the border of a task, or of a sub-process the task lies in. */
function hasBorder(graph: Graph | undefined, element: string, border: string): boolean {
  const node = graph?.nodes[element];
  if (!node) return false;
  return ('borders' in node && (node.borders ?? []).some((one) => one.id === border)) || (node.within !== undefined && hasBorder(graph, node.within, border));
}

/** Each item of a bundle that this case has, with its own dates and, while it is under way, whose turn it is there. */
function partSteps(it: Telling): Step[] {
  const { context, matter } = it;
  const chosen = (it.found?.item.bundle?.parts ?? []).filter((one) => matter.chosenParts === undefined || matter.chosenParts.includes(one.element));
  return chosen.map((described): Step => {
    const name = context.catalogue.item(described.task_code)?.item.catalog_item.task_name ?? nameIn(it, described.element);
    const opened = partsOf(matter).findLast((one) => one.element === described.element);
    if (!opened) return step(it, described.element, name, null, unopened(matter));
    const own = it.parts.get(opened.matterId);
    const promised = own && findLimit(own.limits, 'promised');
    const state: Step['state'] = opened.outcome === 'stopped' ? 'stopped' : opened.endedAt ? 'done' : matter.endedAt ? 'stopped' : 'now';
    const told = step(it, described.element, name, own?.handlingInstitution ?? matter.handlingInstitution, state, {
      startedAt: opened.openedAt, doneAt: opened.endedAt, due: promised ? dueView(context, promised) : null, outcome: opened.outcome === 'stopped' ? null : opened.outcome,
    });
    const inside = own && state === 'now' ? underWay(stepsOf(context, own)) : [];
    return { ...told, ...(own ? { number: own.number } : {}), ...(inside.length > 0 ? { branches: inside } : {}) };
  });
}

/** What is under way, office by office: of a step done side by side each branch. */
const underWay = (steps: readonly Step[]): StepBranch[] =>
  steps.filter((one) => one.state === 'now').flatMap(({ branches, notes: _notes, number: _number, ...plain }) => branches?.filter((one) => one.state === 'now') ?? [plain]);

/** The steps with what the process waits for in between: a day on which it goes on, news of another matter. Each stands behind what had begun before it. */
function withWaits(it: Telling, steps: readonly Step[]): Step[] {
  const { matter, graph } = it;
  const all = [...steps];
  const insert = (wait: Step, since: Instant | null): void => {
    const at = since === null ? all.findLastIndex((one) => one.startedAt !== null) : all.findLastIndex((one) => one.startedAt !== null && one.startedAt <= since);
    all.splice(at + 1, 0, wait);
  };
  const newest = new Map(timersOf(matter).filter((timer) => timer.state !== 'cancelled' && graph?.nodes[timer.element]?.type === 'timer').map((timer) => [timer.element, timer]));
  for (const timer of newest.values()) insert(timerStep(it, timer), timer.clock.startedAt);
  for (const wait of matter.endedAt ? [] : (matter.flow?.pending ?? [])) if (wait.kind === 'message') insert(step(it, wait.node, nameIn(it, wait.node), matter.handlingInstitution, 'now'), null);
  return all;
}

function timerStep(it: Telling, timer: FlowTimer): Step {
  const runs = timer.state === 'running';
  const { startedAt, dueAt } = timer.clock;
  const told = step(it, timer.element, nameIn(it, timer.element), it.matter.handlingInstitution, runs ? (it.matter.endedAt ? 'stopped' : 'now') : 'done', { startedAt, doneAt: runs ? null : (dueAt ?? null) });
  return runs && !it.matter.endedAt ? { ...told, notes: [looksAgain(timer)] } : told;
}
