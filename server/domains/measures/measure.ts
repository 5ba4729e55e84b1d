import { isCalendarRefusal, type WorkingCalendar } from '../../kernel/calendar/index.ts';
import { localDayOf, type Instant, type LocalDay } from '../../kernel/instant.ts';
import { dueOfClock, elapsedWorkingDays, type Clock } from '../../kernel/limits/index.ts';

/** Version of the definitions below. Raise it when one of them changes: matters measured by an older version are then measured again. */
export const measureRules = 1;

/** Limits that bind the office; the others (`correction`, `deferred`) bind the resident, and `special` is an announced length, watched by supervision. */
export const officeLimits = ['notice', 'statutory', 'promised', 'link', 'service'] as const;
export type OfficeLimit = (typeof officeLimits)[number];

/** A material as a fact hands it in; `form` as the matter's facts name it. */
interface HandedIn {
  readonly code: string;
  readonly form: string;
}

/** What is read of a limit of the matter. */
interface MeasuredLimit {
  readonly limitId: string;
  readonly kind: string;
  readonly clock: Clock;
  readonly calendar: string;
  readonly dueAt: Instant;
  readonly endedAt: Instant | null;
  readonly passedAt: Instant | null;
}

interface MeasuredLink {
  readonly linkId: string;
  readonly element: string;
  readonly institution: string;
  readonly doneAt: Instant | null;
}

/** What is read of a matter's folded state: a part of the matter as its own domain gives it. */
export interface MatterToMeasure {
  readonly number: string;
  readonly status: string;
  readonly channel: 'online' | 'window';
  readonly item: { readonly taskCode: string; readonly version: number; readonly process: string; readonly processVersion: number };
  readonly areaUnit: string;
  readonly acceptingInstitution: string;
  readonly handlingInstitution: string;
  readonly receivedAt: Instant;
  readonly acceptedAt: Instant | null;
  readonly completedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly deemed: boolean;
  readonly limits: readonly MeasuredLimit[];
  readonly links: readonly MeasuredLink[];
}

/** What is read of a fact: when, by whom, and of its content only codes. */
export interface FactToMeasure {
  readonly kind: string;
  readonly at: Instant;
  readonly by: { readonly kind: 'resident' | 'staff' | 'system' };
  readonly content: {
    readonly materials?: readonly HandedIn[];
    readonly defects?: readonly { readonly about: string; readonly code: string }[];
    readonly how?: string;
  };
}

/** What the measure needs from outside the matter. */
export interface MeasuredBy {
  readonly item: {
    /** 到办事现场次数: visits the item promises, 0 to 3 */
    readonly visits: number;
    /** codes of the materials a government department holds (`source_type` government) */
    readonly held: ReadonlySet<string>;
  };
  /** windows of the accepting institution that take any item */
  readonly generalWindows: number;
  /** the applicant stands in the register under an identity number or credit code */
  readonly numbered: boolean;
  /** the calendar a limit was counted with; the present one where that version is not known any more */
  readonly calendarOf: (version: string) => WorkingCalendar;
}

/** How long one link took and whether it was late. */
export interface LinkMeasure {
  readonly linkId: string;
  readonly element: string;
  readonly institution: string;
  readonly done: boolean;
  readonly late: boolean;
  /** working days used, pauses taken off; null while it is open or where it has no clock */
  readonly netDays: number | null;
}

/** A matter, measured from its facts. */
export interface Measure {
  readonly number: string;
  readonly status: string;
  readonly channel: 'online' | 'window';
  readonly taskCode: string;
  readonly itemVersion: number;
  readonly process: string;
  readonly processVersion: number;
  readonly areaUnit: string;
  readonly acceptingInstitution: string;
  readonly handlingInstitution: string;
  readonly receivedOn: LocalDay;
  readonly acceptedOn: LocalDay | null;
  readonly endedOn: LocalDay | null;
  /** promised working days from acceptance; a promise in hours or months as the working days it comes to */
  readonly promisedDays: number | null;
  /** working days from acceptance to completion, lawful pauses taken off; null before completion */
  readonly netDays: number | null;
  readonly visits: number;
  readonly promisedVisits: number;
  readonly askedAgain: boolean;
  readonly oneNumber: boolean;
  readonly generalWindow: boolean;
  readonly deemed: boolean;
  /** kinds of limits of the office that were missed, each once, in the order of `officeLimits` */
  readonly late: readonly OfficeLimit[];
  /** whether it can be said to be in time or late: decided by the office, or already late */
  readonly judged: boolean;
  readonly inTime: boolean;
  /** whether the visits can be judged: the office has decided */
  readonly visitsJudged: boolean;
  readonly visitsKept: boolean;
  readonly links: readonly LinkMeasure[];
}

/** Measures a matter from its state and facts. Pure: the same facts give the same measure. */
export function measureOf(matter: MatterToMeasure, facts: readonly FactToMeasure[], by: MeasuredBy): Measure {
  const late = officeLimits.filter((kind) => matter.limits.some((limit) => limit.kind === kind && isLate(limit)));
  const decided = ['completed', 'not_accepted', 'terminated'].includes(matter.status);
  const visits = windowDays(facts).size;
  const askedAgain = facts.some((fact) => asksForHeld(fact, by.item.held));
  const promised = matter.limits.findLast((limit) => limit.kind === 'promised');
  return {
    number: matter.number, status: matter.status, channel: matter.channel, taskCode: matter.item.taskCode, itemVersion: matter.item.version, process: matter.item.process, processVersion: matter.item.processVersion,
    areaUnit: matter.areaUnit, acceptingInstitution: matter.acceptingInstitution, handlingInstitution: matter.handlingInstitution,
    receivedOn: localDayOf(matter.receivedAt), acceptedOn: dayOrNull(matter.acceptedAt), endedOn: dayOrNull(matter.endedAt),
    promisedDays: promised ? promisedDaysOf(promised, by) : null, netDays: promised && matter.completedAt ? usedDays(promised, matter.completedAt, by) : null,
    visits, promisedVisits: by.item.visits, askedAgain, oneNumber: by.numbered && !askedAgain,
    generalWindow: matter.channel === 'window' && by.generalWindows > 0, deemed: matter.deemed,
    late, judged: decided || late.length > 0, inTime: decided && late.length === 0,
    visitsJudged: decided, visitsKept: decided && visits <= visitsOf(by.item.visits, matter.channel),
    links: matter.links.map((link) => linkMeasureOf(link, matter.limits, by)),
  };
}

/**
 * Visits that keep the promise "at most one": none for an item that promises none, one for one that promises one. Who chooses the window has
 * made one visit by his own choice; what is promised then is that no second one follows. An item that promises two never keeps it.
 */
export function visitsOf(promisedVisits: number, channel: 'online' | 'window'): number {
  return Math.min(1, Math.max(promisedVisits, channel === 'window' ? 1 : 0));
}

/** A limit was missed when it ended after its last moment, or when its breach was recorded and nothing moved it since. */
function isLate(limit: MeasuredLimit): boolean {
  return limit.endedAt === null ? limit.passedAt !== null : limit.endedAt > limit.dueAt;
}

/** Days on which the applicant stood at a window: two acts on one day are one visit. What staff enter for him he brought; what he sends himself costs no way. */
function windowDays(facts: readonly FactToMeasure[]): ReadonlySet<LocalDay> {
  return new Set(facts.filter(atWindow).map((fact) => localDayOf(fact.at)));
}

function atWindow(fact: FactToMeasure): boolean {
  switch (fact.kind) {
    case 'matter_filed':
    case 'supplemented':
    case 'corrected_on_spot':
    case 'deferred_handed_in':
      return fact.by.kind === 'staff';
    case 'result_delivered':
      return fact.content.how === 'counter';
    default:
      return false;
  }
}

/** A paper that a department of the city holds was taken from the applicant, or asked of him in a correction notice. */
function asksForHeld(fact: FactToMeasure, held: ReadonlySet<string>): boolean {
  const given = fact.content.materials?.some((material) => held.has(material.code) && (material.form === 'uploaded' || material.form === 'seen_at_window')) ?? false;
  return given || (fact.content.defects?.some((defect) => defect.about === 'material' && held.has(defect.code)) ?? false);
}

function linkMeasureOf(link: MeasuredLink, limits: readonly MeasuredLimit[], by: MeasuredBy): LinkMeasure {
  const limit = limits.find((one) => one.limitId === `link:${link.linkId}`);
  return {
    linkId: link.linkId, element: link.element, institution: link.institution, done: link.doneAt !== null, late: limit !== undefined && isLate(limit),
    netDays: limit && link.doneAt ? usedDays(limit, link.doneAt, by) : null,
  };
}

function usedDays(limit: MeasuredLimit, until: Instant, by: MeasuredBy): number | null {
  const days = elapsedWorkingDays(by.calendarOf(limit.calendar), limit.clock, until);
  return isCalendarRefusal(days) ? null : days;
}

function promisedDaysOf(limit: MeasuredLimit, by: MeasuredBy): number | null {
  const { limit: length, startedAt } = limit.clock;
  if (length.unit === 'working_day') return length.amount;
  if (length.unit === 'on_the_spot') return 0;
  const calendar = by.calendarOf(limit.calendar);
  const clock: Clock = { limit: length, startedAt, pauses: [], extensions: [] };
  const due = dueOfClock(calendar, clock, { workingDays: 1, hours: 1 });
  const days = 'code' in due ? due : elapsedWorkingDays(calendar, clock, due.dueAt);
  return typeof days === 'number' ? days : null;
}

const dayOrNull = (at: Instant | null): LocalDay | null => (at === null ? null : localDayOf(at));
