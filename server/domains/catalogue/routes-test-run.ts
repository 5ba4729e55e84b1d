/** The test run of a change: file, accept and handle an invented application on it, by the same rules as a real one. Nothing is written. */
import * as wire from '../../../contract/catalogue-admin.ts';
import type { Item } from '../../../contract/catalogue.ts';
import { sayClockInAll } from '../../../contract/messages/limits.ts';
import { refuse, type Refusal } from '../../kernel/decider.ts';
import type { Limit, StartEvent } from '../../kernel/calendar/index.ts';
import { startOfLocalDay, type LocalDay } from '../../kernel/instant.ts';
import { dueOfClock, explainClock, type Clock } from '../../kernel/limits/index.ts';
import { reply, route, type Route } from '../../platform/http/route.ts';
import { administeringUnit } from '../units/index.ts';
import { askedForm } from './asked-form.ts';
import { checklist, chosenParts } from './checklist.ts';
import { findChange, findDraft } from './changes-store.ts';
import { formJudgeOf } from './forms.ts';
import { effectiveItem } from './override.ts';
import { administerCatalogue } from './policy.ts';
import { problem, type Problem } from './problem.ts';
import { readProcess, type ReadProcess } from './process-folder.ts';
import type { NamedProblem } from './publication.ts';
import { problemView, sentenceOf, taskCodeOf } from './routes-change-view.ts';
import { formPorts, type Context } from './routes-context.ts';
import { judgeContent } from './routes-judge.ts';
import { compileSchema, feel } from './surroundings.ts';
import { outcomeOf, playRun, type Run, type RunStep } from './test-run.ts';

type Body = wire.TestRunBody;

/** What is played: an item with its process and, over the area, the district's own values. */
interface Subject {
  readonly item: Item;
  readonly read: ReadProcess;
  readonly overridden: readonly string[];
}

/** The one route of the test run. */
export function testRunRoutes(context: Context): readonly Route[] {
  return [
    route(wire.testRunCatalogueChange, administerCatalogue, async ({ params, body }) => {
      const content = (await findChange(context.database.handle, params.changeId))?.content ?? (await findDraft(context.database.handle, params.changeId))?.content;
      if (!content) return refuse('catalogue.change_unknown');
      const subject = await subjectOf(context, content, body);
      return 'ok' in subject ? subject : reply(runOf(context, subject, body));
    }),
  ];
}

const nothing: wire.TestRun = { checklist: { openQuestions: [], notEligible: null, materials: [] }, formFaults: [], accepting: null, handling: null, dues: [], steps: [], overridden: [], outcome: null, endedOn: null, problems: [] };

async function subjectOf(context: Context, content: wire.CatalogueContent, body: Body): Promise<Subject | Refusal | { ok: true; reply: wire.TestRun }> {
  const judged = await judgeContent(context, content);
  const unsound = judged.errors.filter((one) => one.code !== 'catalogue.handler_unresolved_in');
  if (unsound.length > 0) return reply({ ...nothing, problems: unsound.map(problemView('error')) });
  const versions = context.standing.versions();
  const code = content.kind === 'process' ? body.handlingItem : taskCodeOf(content);
  const made = judged.publication.items.find((one) => (content.kind === 'process' ? one.item.handling_items.some((each) => each.task_handle_item === code) : one.item.implementation_item.task_code === code));
  const base = made?.item ?? versions.latest(code)?.item;
  const bpmn = judged.publication.processes.find((one) => one.processId === base?.implementation_item.process)?.bpmn;
  const standing = base && context.standing.process(base.implementation_item.process);
  if (!base || (!bpmn && !standing)) return refuse('items.unknown_handling_item', { taskCode: code, handlingItem: body.handlingItem });
  const read = bpmn === undefined ? undefined : await readProcess(base.implementation_item.process, bpmn);
  const playable = read?.ok ? read.process : standing;
  if (!playable) return refuse('catalogue.process_unknown', { process: base.implementation_item.process });
  const own = content.kind === 'override' ? content.fields : overrideOver(context, base, body.areaUnit);
  const { item, applied } = effectiveItem(base, own);
  return { item, read: playable, overridden: applied };
}

/** The district's own values over the area, as they stand today. */
function overrideOver(context: Context, item: Item, areaUnit: string): Readonly<Record<string, unknown>> {
  const district = administeringUnit(context.units.tree, areaUnit, 'district', context.today())?.code;
  return (district === undefined ? undefined : context.standing.versions().overrideAt(item.implementation_item.task_code, district, context.today())?.fields) ?? {};
}

function runOf(context: Context, { item, read, overridden }: Subject, body: Body): wire.TestRun {
  const filedOn = body.filedOn ?? context.today();
  const handling = item.handling_items.find((one) => one.task_handle_item === body.handlingItem) ?? item.handling_items[0];
  if (!handling) return nothing;
  const answered = checklist(handling, body.answers);
  const list = answered.ok ? answered.checklist : nothing.checklist;
  const form = askedForm(handling, body.answers);
  const faults = formJudgeOf(form, compileSchema(form.schema))(body.form, formPorts(context, filedOn));
  const places = placesOf(context, item, body, filedOn);
  const problems: Problem[] = [...(answered.ok ? [] : [problem('/answers', answered.code, answered.params)]), ...places.problems];
  const start: wire.TestRun = {
    ...nothing, overridden: [...overridden], checklist: list, formFaults: faults.map((one) => ({ pointer: one.pointer, code: one.code, params: { ...one.params }, text: sentenceOf(one.code, one.params) })),
    accepting: places.accepting === null ? null : named(context, places.accepting), handling: places.handling === null ? null : named(context, places.handling), problems: problems.map(problemView('error')),
  };
  const dues = duesOf(context, item, filedOn);
  if (list.notEligible || problems.length > 0) return { ...start, dues: [...dues] };
  const run = playRun({
    graph: read.graph, feel, calendar: context.calendar(), acceptedOn: filedOn,
    linkDays: Object.fromEntries(item.implementation_item.handle_flow.flatMap((link) => (link.working_days === undefined ? [] : [[link.element, link.working_days]]))),
    values: { departments: [...item.implementation_item.other_dept], channel: body.channel, applicant: body.applicant, ...(item.bundle ? { parts: [...chosenParts(item.bundle, handling.questions, body.answers)] } : {}) },
  }, body.steps);
  return { ...start, dues: [...dues], ...stepsOf(context, item, read, places.accepting ?? '', body, run) };
}

const named = (context: Context, institution: string) => ({ institution, name: context.units.institution(institution)?.name ?? { 'zh-CN': institution, 'zh-HK': institution, en: institution } });

function placesOf(context: Context, item: Item, body: Body, day: LocalDay): { accepting: string | null; handling: string | null; problems: readonly Problem[] } {
  const { dept, accept_at: levels } = item.implementation_item;
  const hall = context.units.acceptingHall(body.areaUnit, levels, day);
  if (!hall.ok) return { accepting: null, handling: null, problems: [problem('/areaUnit', 'catalogue.test_area_unknown', { unit: body.areaUnit })] };
  const handling = context.units.handlerOf('department', { areaUnit: body.areaUnit, deptKind: dept.kind, deptLevel: dept.level, acceptingInstitution: hall.institution, day });
  return { accepting: hall.institution, handling: handling.ok ? handling.institution : null, problems: handling.ok ? [] : [problem('/areaUnit', handling.code, handling.params)] };
}

type Due = wire.TestRun['dues'][number];

function dueFor(context: Context, kind: Due['limit'], limit: Limit, startedOn: LocalDay, event: StartEvent): Due | undefined {
  const clock: Clock = { limit: { amount: limit.amount, unit: limit.unit }, startedAt: startOfLocalDay(startedOn), pauses: [], extensions: [] };
  const due = dueOfClock(context.calendar(), clock, context.packOn(startedOn).warning);
  return 'code' in due ? undefined : { limit: kind, amount: limit.amount, unit: limit.unit, startedOn, dueOn: due.dueOn, explanation: sayClockInAll(explainClock(due, clock, event)) };
}

/** The clocks of a matter filed and accepted on the day: notice (L-012), statutory (L-001), promised (L-002). */
function duesOf(context: Context, item: Item, day: LocalDay): readonly Due[] {
  const at = item.implementation_item;
  const statutory = at.anticipate_day === undefined || at.anticipate_type === 'on_the_spot' ? [] : [dueFor(context, 'statutory', { amount: at.anticipate_day, unit: at.anticipate_type }, day, 'accepted')];
  return [dueFor(context, 'notice', context.packOn(day).limits.notice, day, 'received'), ...statutory, dueFor(context, 'promised', { amount: at.promise_day, unit: at.promise_type }, day, 'accepted')].flatMap((due) => due ?? []);
}

function stepsOf(context: Context, item: Item, read: ReadProcess, accepting: string, body: Body, run: Run): Pick<wire.TestRun, 'steps' | 'outcome' | 'endedOn' | 'problems'> {
  const { dept } = item.implementation_item;
  const problems: NamedProblem[] = run.problems.map((one) => (one.code === 'catalogue.test_unclear' ? { ...one, called: { name: nameOf(read, String(one.params['name'] ?? '')) } } : one));
  const steps = run.steps.map((step): wire.TestRunStep => {
    const node = read.graph.nodes[step.element];
    const link = node?.type === 'user' ? node.link : undefined;
    const handler = link?.handler.replace(/\{\w+\}/, String(step.entry ?? ''));
    const placed = handler === undefined ? undefined : context.units.handlerOf(handler, { areaUnit: body.areaUnit, deptKind: dept.kind, deptLevel: dept.level, acceptingInstitution: accepting, day: step.openedOn });
    if (placed && !placed.ok) problems.push({ ...problem(`/process/${step.element}`, 'catalogue.test_no_handler', { name: nameOf(read, step.element)['zh-CN'], handler: handler ?? '' }), called: { name: nameOf(read, step.element) } });
    const due = step.workingDays === null ? undefined : dueFor(context, 'link', { amount: step.workingDays, unit: 'working_day' }, step.openedOn, 'started');
    return {
      element: step.element, name: nameOf(read, step.element), what: step.what, kind: link?.kind ?? null, entry: step.entry === null ? null : String(step.entry), institution: placed?.ok ? placed.institution : null,
      institutionName: placed?.ok ? named(context, placed.institution).name : null, post: link?.post ?? null, openedOn: step.openedOn, due: due ?? null, doneOn: step.doneOn, outcome: step.outcome, choices: [...step.choices], late: isLate(step, due),
    };
  });
  return { steps, outcome: run.ended ? outcomeOf(read.graph, run.steps) : null, endedOn: run.endedOn, problems: problems.map(problemView('error')) };
}

const isLate = (step: RunStep, due: Due | undefined): boolean => step.what === 'task' && due !== undefined && step.doneOn !== null && step.doneOn > due.dueOn;
const nameOf = (read: ReadProcess, element: string) => read.names[element] ?? { 'zh-CN': element, 'zh-HK': element, en: element };
