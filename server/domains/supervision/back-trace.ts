/**
 * Back-trace (超时倒查): the time a matter used of its promise, and its net delay after lawful pauses, split by link, institution and person. Pure.
 *
 * The time is cut into grains: the working days of the promised clock, or minutes where it is a limit in hours. Each grain belongs to whoever held the matter at its
 * end; so the parts always add up to the whole, and handing a link over moves grains between people, never between links.
 */
import { isCalendarRefusal, outside, statusOf, type CalendarRefusal, type WorkingCalendar } from '../../kernel/calendar/index.ts';
import { dayNumber, dayOfNumber, endOfLocalDay, instantOfMs, localDayOf, msOf, type Instant, type LocalDay } from '../../kernel/instant.ts';
import { elapsedWorkingDays, pauseOfDay, stillDaysOf, stopsCountingUntil, type Clock } from '../../kernel/limits/index.ts';
import type { Grain } from './grain.ts';
import { claimantAt, heldLinks, holderAt, type HeldLink } from './held.ts';
import { lateGrains } from './late-grains.ts';
import type { History, SeenLimit, SeenMatter } from './seen.ts';

export type TraceUnit = 'working_day' | 'minute';

/** A limit as a whole: how much of it there was, was used, and by how much it was overrun, in `unit`. */
export interface TracedLimit {
  readonly limitId: string;
  readonly kind: string;
  readonly unit: TraceUnit;
  readonly allowed: number;
  readonly used: number;
  readonly late: number;
  readonly dueOn: LocalDay;
  readonly dueAt: Instant;
  readonly endedAt: Instant | null;
}

/** A link's part; used = waitedUnclaimed + worked + pausedUnlawful. `linkId` null is time between links. */
export interface LinkShare {
  readonly linkId: string | null;
  readonly element: string;
  readonly institution: string;
  readonly staffId: string | null;
  /** Its own limit, where it has one. */
  readonly allowed: number | null;
  readonly used: number;
  readonly waitedUnclaimed: number;
  readonly worked: number;
  readonly pausedLawful: number;
  readonly pausedUnlawful: number;
  readonly late: number;
  readonly openedAt: Instant | null;
  readonly doneAt: Instant | null;
}

export interface Share {
  readonly institution: string;
  readonly used: number;
  readonly late: number;
}

export interface BackTrace {
  readonly matter: TracedLimit | null;
  readonly links: readonly LinkShare[];
  readonly units: readonly Share[];
  readonly people: readonly (Share & { readonly staffId: string | null })[];
  /** Notice and service limits: one institution answers for each; no part of the sum. */
  readonly others: readonly (TracedLimit & { readonly institution: string; readonly staffId: string | null })[];
}

/** A table of days by the version a limit names; the one in force where that is gone. */
export type CalendarOf = (version: string) => WorkingCalendar;

/**
 * The back-trace of a matter as known at `now`. Amounts are whole working days; whole minutes for a promise in hours. A promise in calendar days or
 * months is measured by the working days it holds, as its links are. Refuses with `calendar.past_end` when `now` lies beyond the table.
 */
export function backTrace({ facts, state }: History, calendarOf: CalendarOf, now: Instant): BackTrace | CalendarRefusal {
  const others = othersOf(state, calendarOf, now);
  if (isCalendarRefusal(others)) return others;
  const promised = state.limits.find((one) => one.limitId === 'promised');
  if (!promised) return { matter: null, links: [], units: [], people: [], others };
  const calendar = calendarOf(promised.calendar);
  const matter = traced(promised, calendar, promised.endedAt ?? now);
  if (isCalendarRefusal(matter)) return matter;
  const links = heldLinks(facts);
  const grains = grainsOf(calendar, promised, links, state, promised.endedAt ?? now);
  if (isCalendarRefusal(grains)) return grains;
  const late = lateGrains(grains, matter.late);
  return {
    matter, others,
    links: [...links.map((link) => linkShare(link, grains, late, allowedOf(state, calendarOf, link.linkId, matter.unit))), ...betweenLinks(grains, late)],
    units: shares(grains, late, (grain) => grain.institution).map(({ institution, used, late: of }) => ({ institution, used, late: of })),
    people: shares(grains, late, (grain) => `${grain.institution} ${grain.staffId ?? ''}`),
  };
}

const unitOf = (clock: Clock): TraceUnit => (clock.limit.unit === 'hour' ? 'minute' : 'working_day');

function traced(limit: SeenLimit, calendar: WorkingCalendar, end: Instant): TracedLimit | CalendarRefusal {
  const allowed = amountOf(calendar, limit.clock, limit.dueAt);
  const used = amountOf(calendar, limit.clock, end);
  if (isCalendarRefusal(allowed)) return allowed;
  if (isCalendarRefusal(used)) return used;
  const { limitId, kind, dueOn, dueAt, endedAt } = limit;
  return { limitId, kind, unit: unitOf(limit.clock), allowed, used, late: Math.max(0, used - allowed), dueOn, dueAt, endedAt };
}

/** What a clock has counted by a moment. */
function amountOf(calendar: WorkingCalendar, clock: Clock, until: Instant): number | CalendarRefusal {
  return unitOf(clock) === 'minute' ? minuteEnds(clock, until).filter((end) => !isStill(clock, end)).length : elapsedWorkingDays(calendar, clock, until);
}

/** The ends of the minutes of a clock up to a moment, counted from its start; a minute begun counts. */
function minuteEnds(clock: Clock, until: Instant): readonly Instant[] {
  const start = msOf(clock.startedAt);
  const minutes = Math.max(0, Math.ceil((msOf(until) - start) / 60_000));
  return Array.from({ length: minutes }, (_none, index) => (index === minutes - 1 ? until : instantOfMs(start + (index + 1) * 60_000)));
}

const isStill = (clock: Clock, at: Instant): boolean => clock.pauses.some((pause) => pause.from < at && at <= stopsCountingUntil(pause));

/** Whether the office still went by a procedure whose announced length was over. */
const isOverAnnounced = (clock: Clock, at: Instant): boolean => clock.pauses.some((pause) => pause.announcedUntil < at && (pause.to === null || at <= pause.to));

function grainsOf(calendar: WorkingCalendar, promised: SeenLimit, links: readonly HeldLink[], state: SeenMatter, end: Instant): readonly Grain[] | CalendarRefusal {
  const { clock } = promised;
  const spans = unitOf(clock) === 'minute' ? minuteEnds(clock, end).map((at) => ({ at, still: isStill(clock, at) })) : dayEnds(calendar, clock, end);
  if (isCalendarRefusal(spans)) return spans;
  const firstOpened = links.reduce((first, link) => (link.openedAt < first ? link.openedAt : first), links[0]?.openedAt ?? '');
  return spans.map(({ at, still }): Grain => {
    const link = holderAt(links, at);
    const staffId = link ? claimantAt(link, at) : null;
    const own = link && state.limits.find((one) => one.limitId === `link:${link.linkId}`);
    return {
      end: at, linkId: link?.linkId ?? null, staffId,
      // Before the first link, in a matter accepted by silence, it was the hall that said nothing.
      institution: link?.institution ?? (at <= firstOpened ? state.acceptingInstitution : state.handlingInstitution),
      state: still ? 'paused_lawful' : isOverAnnounced(clock, at) ? 'paused_unlawful' : staffId === null ? 'waited' : 'worked',
      overrun: own !== undefined && at > own.dueAt,
    };
  });
}

/** The working days after the starting day up to the day of `end`, each by its last moment, and whether the clock stood still at it (as the kernel counts them). */
function dayEnds(calendar: WorkingCalendar, clock: Clock, end: Instant): readonly { at: Instant; still: boolean }[] | CalendarRefusal {
  const last = localDayOf(end);
  const beyond = outside(calendar, last);
  if (beyond) return beyond;
  const pauses = stillDaysOf(clock.pauses);
  const days: { at: Instant; still: boolean }[] = [];
  for (let number = dayNumber(localDayOf(clock.startedAt)) + 1; number <= dayNumber(last); number += 1) {
    const day = dayOfNumber(number);
    if (!statusOf(calendar, day).working) continue;
    const close = endOfLocalDay(day);
    days.push({ at: close < end ? close : end, still: pauseOfDay(pauses, number) !== undefined });
  }
  return days;
}

/** A link's own limit in the unit of the matter: its working days. Null where it has none, or where the matter is counted in hours. */
function allowedOf(state: SeenMatter, calendarOf: CalendarOf, linkId: string, unit: TraceUnit): number | null {
  const limit = state.limits.find((one) => one.limitId === `link:${linkId}`);
  if (!limit || unitOf(limit.clock) !== unit) return null;
  const allowed = amountOf(calendarOf(limit.calendar), limit.clock, limit.dueAt);
  return isCalendarRefusal(allowed) ? null : allowed;
}

const isCounted = (grain: Grain): boolean => grain.state !== 'paused_lawful';

function countsOf(grains: readonly Grain[], late: ReadonlySet<Grain>) {
  const of = (state: Grain['state']): number => grains.filter((grain) => grain.state === state).length;
  return {
    used: grains.filter(isCounted).length, waitedUnclaimed: of('waited'), worked: of('worked'), pausedLawful: of('paused_lawful'), pausedUnlawful: of('paused_unlawful'), late: grains.filter((grain) => late.has(grain)).length,
  };
}

function linkShare(link: HeldLink, grains: readonly Grain[], late: ReadonlySet<Grain>, allowed: number | null): LinkShare {
  const own = grains.filter((grain) => grain.linkId === link.linkId);
  return {
    linkId: link.linkId, element: link.element, institution: link.institution, staffId: link.doneBy ?? link.claims.findLast((claim) => claim.to === null)?.staffId ?? null,
    allowed, ...countsOf(own, late), openedAt: link.openedAt, doneAt: link.doneAt,
  };
}

/** Time in which no link was open, where there was any, by the institution that answers for it. */
function betweenLinks(grains: readonly Grain[], late: ReadonlySet<Grain>): readonly LinkShare[] {
  const own = grains.filter((grain) => grain.linkId === null);
  return [...new Set(own.map((grain) => grain.institution))].map((institution) => ({
    linkId: null, element: '', institution, staffId: null, allowed: null, ...countsOf(own.filter((grain) => grain.institution === institution), late), openedAt: null, doneAt: null,
  }));
}

/** Counted grains put together by whom they belong to, the latest first. */
function shares(grains: readonly Grain[], late: ReadonlySet<Grain>, keyOf: (grain: Grain) => string): (Share & { readonly staffId: string | null })[] {
  const found = new Map<string, { institution: string; staffId: string | null; used: number; late: number }>();
  for (const grain of grains.filter(isCounted)) {
    const key = keyOf(grain);
    const share = found.get(key) ?? { institution: grain.institution, staffId: grain.staffId, used: 0, late: 0 };
    share.used += 1;
    if (late.has(grain)) share.late += 1;
    found.set(key, share);
  }
  return [...found.values()].sort((a, b) => b.late - a.late || b.used - a.used);
}

/** Limits that are one institution's alone: telling what is missing is the accepting hall's, service is the handling department's. */
function othersOf(state: SeenMatter, calendarOf: CalendarOf, now: Instant): BackTrace['others'] | CalendarRefusal {
  const found: BackTrace['others'][number][] = [];
  for (const limit of state.limits) {
    if (limit.kind !== 'notice' && limit.kind !== 'service') continue;
    const one = traced(limit, calendarOf(limit.calendar), limit.endedAt ?? now);
    if (isCalendarRefusal(one)) return one;
    const atDoor = limit.kind === 'notice';
    const acceptedBy = atDoor && state.acceptedBy?.kind === 'staff' && limit.endedAt === state.acceptedAt ? state.acceptedBy.id : null;
    found.push({ ...one, institution: atDoor ? state.acceptingInstitution : state.handlingInstitution, staffId: acceptedBy });
  }
  return found;
}
