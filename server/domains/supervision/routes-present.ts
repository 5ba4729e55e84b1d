import { say, languages, type Localized } from '../../../contract/language.ts';
import { sayClockInAll } from '../../../contract/messages/limits.ts';
import { sayDay } from '../../../contract/messages/calendar.ts';
import { supervisionMessages } from '../../../contract/messages/supervision.ts';
import type * as wire from '../../../contract/supervision.ts';
import type { Actor } from '../../kernel/actor.ts';
import { isCalendarRefusal, remainingWorkingDays } from '../../kernel/calendar/index.ts';
import type { Refusal } from '../../kernel/decider.ts';
import type { Id } from '../../kernel/ids.ts';
import { localDayOf } from '../../kernel/instant.ts';
import { dayStrip, dueOfClock, explainClock, lightAt } from '../../kernel/limits/index.ts';
import { mayRead, type Matter, type MatterFact } from '../matters/index.ts';
import type { SupervisionRuleId } from '../law/index.ts';
import { backTrace } from './back-trace.ts';
import { clockOf } from './limits.ts';
import { runningClock, type Occasion, type Order, type OrderClock } from './order.ts';
import { allowedOrderActs } from './policy.ts';
import { historyOf, institutionName, itemName, type Context } from './routes-context.ts';
import { orderFactsOf, type OrderFile } from './store.ts';
import type { ListedFinding, ListedOrder } from './views.ts';

type Names = ReadonlyMap<Id, string>;

/** A matter with its facts, as its domain's door gives it. */
export interface MatterRead {
  readonly matterId: Id;
  readonly state: Matter;
  readonly facts: readonly MatterFact[];
}

const person = (names: Names, staffId: Id | null): wire.Person | null => (staffId === null ? null : { staffId, name: names.get(staffId) ?? '' });
const bare = (text: string): Localized => ({ 'zh-CN': text, 'zh-HK': text, en: text });

function ruleShown(context: Context, ruleId: string, version: string) {
  return context.law.supervisionRule(ruleId as SupervisionRuleId, version);
}

/** What an order and a finding have in common. */
type Common = Pick<Occasion, 'ruleId' | 'ruleVersion' | 'severity' | 'matterId' | 'matterNumber' | 'limitId' | 'moment' | 'institution' | 'post' | 'staffId' | 'secondStaffId' | 'areaUnit' | 'taskCode'> & { readonly about: string };

function occasionView(context: Context, of: Common, names: Names) {
  return {
    ruleId: of.ruleId, ruleVersion: of.ruleVersion, ruleName: ruleShown(context, of.ruleId, of.ruleVersion)?.name ?? bare(of.ruleId), severity: of.severity, matterId: of.matterId, matterNumber: of.matterNumber,
    taskCode: of.taskCode, itemName: itemName(context, of.taskCode), areaUnit: of.areaUnit, areaName: context.units.unitName(of.areaUnit), institution: of.institution, institutionName: institutionName(context, of.institution),
    post: of.post, staff: person(names, of.staffId), second: person(names, of.secondStaffId), limitId: of.limitId, linkName: linkNameOf(context, of), moment: of.moment,
  };
}

/** The element stands in a link's id (`<element>-<n>`, kernel/flow); its name is the process's. */
function linkNameOf(context: Context, of: Common): Localized | null {
  const element = /^(?:link|claim):(.+)-\d+$/.exec(of.limitId ?? of.about)?.[1];
  const item = context.catalogue.item(of.taskCode);
  return element && item ? (item.item.implementation_item.handle_flow.find((link) => link.element === element)?.name ?? context.catalogue.elementName(item.process, item.processVersion, element)) : null;
}

/** A clock of an order as everybody sees it: its date, its light, and the one sentence that explains it. */
export function clockView(context: Context, clock: OrderClock): wire.OrderClock {
  const now = context.now();
  const calendar = context.calendar.byVersion(clock.calendar) ?? context.calendar.calendar;
  const left = clock.endedAt === null ? remainingWorkingDays(calendar, now, clock.dueOn) : null;
  const due = dueOfClock(calendar, clockOf(clock), { workingDays: 0, hours: 0 });
  return {
    clock: clock.kind, amount: clock.limit.amount, unit: clock.limit.unit, startedAt: clock.startedAt, dueOn: clock.dueOn, dueAt: clock.dueAt, remaining: typeof left === 'number' ? left : null,
    light: lightAt(clockOf(clock), clock, now, clock.endedAt), endedAt: clock.endedAt, provisional: clock.provisional,
    explanation: isCalendarRefusal(due) ? bare(clock.dueOn) : sayClockInAll(explainClock(due, clockOf(clock), 'started')),
  };
}

/** The days of a clock one by one. */
function stripOf(context: Context, clock: OrderClock): wire.ExplainedOrderClock['strip'] {
  const calendar = context.calendar.byVersion(clock.calendar) ?? context.calendar.calendar;
  const due = dueOfClock(calendar, clockOf(clock), { workingDays: 0, hours: 0 });
  return isCalendarRefusal(due) ? [] : dayStrip(calendar, clockOf(clock), due).map((day) => ({ ...day, name: day.name ? { ...day.name } : null }));
}

const staffInOrders = (orders: readonly Order[]): readonly Id[] => [...new Set(orders.flatMap((order) => [order.occasion.staffId, order.occasion.secondStaffId]).filter((id): id is Id => id !== null))];

/** Rows of a list of orders. */
export async function orderRows(context: Context, orders: readonly ListedOrder[]): Promise<wire.OrderRow[]> {
  const names = await context.people.staffNames(staffInOrders(orders.map((one) => one.state)));
  return orders.map((one) => orderRow(context, one, names));
}

function orderRow(context: Context, { orderId, state }: ListedOrder, names: Names): wire.OrderRow {
  const clock = runningClock(state);
  return {
    orderId, ...occasionView(context, state.occasion, names), status: state.status, openedAt: state.openedAt, clock: clock ? clockView(context, clock) : null, returns: state.returns, escalated: state.escalations > 0,
    supervisingUnit: state.supervisingUnit, supervisingUnitName: context.units.unitName(state.supervisingUnit), closedAt: state.endedAt, ground: state.ground,
  };
}

/** Rows of findings. */
export async function findingRows(context: Context, findings: readonly ListedFinding[]): Promise<wire.FindingRow[]> {
  const names = await context.people.staffNames([...new Set(findings.flatMap((one) => [one.staffId, one.secondStaffId]).filter((id): id is Id => id !== null))]);
  return findings.map((one) => ({ findingId: one.findingId, ...occasionView(context, one, names), foundAt: one.foundAt, orderId: one.orderId }));
}

/** The whole order for who may read it: its words, the matter's dates, who moved its limits, and whose days they were. */
export async function orderView(context: Context, actor: Actor, file: OrderFile, matter: MatterRead): Promise<wire.OrderView | Refusal> {
  const { state } = file;
  const facts = orderFactsOf(file);
  const inHistory = facts.flatMap((fact) => (fact.by.kind === 'staff' ? [fact.by.id] : []));
  const inMatter = matter.state.proposals.flatMap((one) => [one.proposedBy, ...(one.decidedBy ? [one.decidedBy] : [])]);
  const names = await context.people.staffNames([...new Set([...staffInOrders([state]), ...inHistory, ...inMatter])]);
  const trace = await backTraceView(context, matter);
  if ('code' in trace) return trace;
  const rule = ruleShown(context, state.occasion.ruleId, state.occasion.ruleVersion);
  return {
    ...orderRow(context, { orderId: file.orderId, state }, names), ruleDescription: rule?.description ?? bare(state.occasion.ruleId), ruleSource: rule?.source ?? bare(''), ruleVerified: rule?.verified ?? false,
    clocks: state.clocks.map((clock) => ({ ...clockView(context, clock), strip: stripOf(context, clock) })),
    history: facts.map((fact, index): wire.OrderEvent => ({
      seq: index + 1, kind: fact.kind, at: fact.at, by: fact.by.kind === 'staff' ? person(names, fact.by.id) : null, byUnitName: fact.by.institution ? institutionName(context, fact.by.institution) : null,
      words: file.words.get(index + 1) ?? null, params: paramsOf(fact.content), hash: file.facts[index]?.hash ?? '',
    })),
    matterStatus: matter.state.status, dues: matter.state.limits.map((limit) => context.dueView(limit)), limitActs: matter.state.proposals.map((one) => limitActView(context, one, names)), backTrace: trace,
    allowed: [...allowedOrderActs(actor, state, context.covers)], mayOpenMatter: mayRead(actor, matter.state, context.covers), seq: file.head.seq,
  };
}

/** What of a fact's content a sentence may show. */
function paramsOf(content: object): Record<string, string> {
  return Object.fromEntries(Object.entries(content).filter((entry): entry is [string, string] => ['ground', 'clock', 'from', 'to', 'calendar'].includes(entry[0]) && typeof entry[1] === 'string'));
}

function limitActView(context: Context, one: Matter['proposals'][number], names: Names): wire.LimitActView {
  return {
    proposalId: one.proposalId, type: one.act.type, ground: one.act.type === 'special' ? one.act.ground : null, document: one.act.document, outcome: one.outcome, institutionName: institutionName(context, one.institution),
    proposedBy: person(names, one.proposedBy), proposedAt: one.proposedAt, decidedBy: person(names, one.decidedBy), decidedAt: one.decidedAt,
  };
}

/** The back-trace with names. */
export async function backTraceView(context: Context, matter: MatterRead): Promise<wire.BackTrace | Refusal> {
  const { state } = matter;
  const trace = backTrace(historyOf(matter), (version) => context.calendar.byVersion(version) ?? context.calendar.calendar, context.now());
  if (isCalendarRefusal(trace)) return trace;
  const names = await context.people.staffNames([...new Set([...trace.links, ...trace.people, ...trace.others].flatMap((one) => (one.staffId === null ? [] : [one.staffId])))]);
  const place = (institution: string) => ({ institution, institutionName: institutionName(context, institution) });
  const { process, processVersion } = state.item;
  return {
    matterId: matter.matterId, matterNumber: state.number, matter: trace.matter,
    links: trace.links.map(({ staffId, institution, ...link }) => ({
      ...link, ...place(institution), staff: person(names, staffId), linkName: link.linkId === null ? supervisionMessages['back_trace.between'] : context.catalogue.elementName(process, processVersion, link.element),
    })),
    units: trace.units.map(({ institution, used, late }) => ({ ...place(institution), used, late })),
    people: trace.people.map(({ institution, staffId, used, late }) => ({ ...place(institution), staff: person(names, staffId), used, late })),
    others: trace.others.map(({ institution, staffId, ...limit }) => ({ ...limit, ...place(institution), staff: person(names, staffId) })),
  };
}

/** Orders on a matter: the applicant learns how many are open and nothing more. */
export function ordersOfMatterView(context: Context, actor: Actor, orders: readonly ListedOrder[], mayOpen: (order: Order) => boolean) {
  const open = orders.filter((one) => one.state.endedAt === null).length;
  if (actor.kind !== 'staff') return { open, orders: [] };
  return {
    open,
    orders: orders.map(({ orderId, state }) => {
      const clock = runningClock(state);
      const view = clock && clockView(context, clock);
      const { ruleId, ruleVersion, severity } = state.occasion;
      return {
        orderId, ruleId, ruleName: ruleShown(context, ruleId, ruleVersion)?.name ?? bare(ruleId), severity, status: state.status, openedAt: state.openedAt, dueOn: view?.dueOn ?? null, light: view?.light ?? null, mayOpen: mayOpen(state),
      };
    }),
  };
}

/** What somebody was told, as a sentence in every language. */
export function messageText(context: Context, kind: wire.StaffMessage['kind'], params: Readonly<Record<string, string | number>>): Localized {
  const text: Localized = supervisionMessages[`staff_message.${kind}`];
  const rule = ruleShown(context, String(params.ruleId ?? ''), String(params.ruleVersion ?? ''))?.name;
  const [cn, hk, en] = languages.map((language) => say(text, language, {
    ...params, rule: rule?.[language] ?? String(params.ruleId ?? ''), date: typeof params.date === 'string' && params.date !== '' ? sayDay(params.date, language, localDayOf(context.now())) : '',
  }));
  return { 'zh-CN': cn ?? '', 'zh-HK': hk ?? '', en: en ?? '' };
}
