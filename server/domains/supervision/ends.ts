import { endOfLocalDay, type Instant, type LocalDay } from '../../kernel/instant.ts';
import { addHours, type Limit } from '../../kernel/calendar/index.ts';
import type { SeenClock, SeenFact } from './seen.ts';

/** Where a limit ended as the facts so far had it. */
export interface End {
  readonly limit: Limit;
  readonly dueOn: LocalDay;
  readonly dueAt: Instant;
}

/** A fact with the ends of the running handling limits (statutory, promised, links) just before it. */
export interface Moment<Fact extends SeenFact = SeenFact> {
  readonly fact: Fact;
  readonly ends: ReadonlyMap<string, End>;
}

/**
 * The facts in order, each with where the handling limits ended before it: what an act did is judged by the dates it met, not by those it made.
 */
export function moments(facts: readonly SeenFact[]): readonly Moment[] {
  let ends: ReadonlyMap<string, End> = new Map();
  return facts.map((fact) => {
    const moment = { fact, ends };
    ends = after(ends, fact);
    return moment;
  });
}

function after(ends: ReadonlyMap<string, End>, fact: SeenFact): ReadonlyMap<string, End> {
  switch (fact.kind) {
    case 'matter_accepted':
    case 'deemed_accepted':
      return set(ends, { promised: fact.content.promised, statutory: fact.content.statutory });
    case 'link_opened':
      return set(ends, { [`link:${fact.content.linkId}`]: fact.content.clock });
    case 'link_completed':
      return without(ends, `link:${fact.content.linkId}`);
    case 'limit_act_approved':
    case 'limits_recomputed':
      return moved(ends, fact.content.moved);
    case 'decision_made':
      return without(ends, 'statutory');
    case 'matter_completed':
      return new Map();
    case 'link_claimed':
    case 'link_released':
    case 'limit_passed':
      return ends;
  }
}

function set(ends: ReadonlyMap<string, End>, clocks: Readonly<Record<string, SeenClock | null>>): ReadonlyMap<string, End> {
  const next = new Map(ends);
  for (const [limitId, clock] of Object.entries(clocks)) if (clock) next.set(limitId, endOf(clock));
  return next;
}

/** A clock of the first release names only its day; the last moment is the end of it, or of its hour. */
function endOf({ limit, startedAt, dueOn, dueAt }: SeenClock): End {
  return { limit, dueOn, dueAt: dueAt ?? (limit.unit === 'hour' ? addHours(startedAt, limit.amount) : endOfLocalDay(dueOn)) };
}

function without(ends: ReadonlyMap<string, End>, limitId: string): ReadonlyMap<string, End> {
  const next = new Map(ends);
  next.delete(limitId);
  return next;
}

function moved(ends: ReadonlyMap<string, End>, moves: readonly { readonly limitId: string; readonly dueOn: LocalDay; readonly dueAt: Instant }[]): ReadonlyMap<string, End> {
  const next = new Map(ends);
  for (const { limitId, dueOn, dueAt } of moves) {
    const before = next.get(limitId);
    if (before) next.set(limitId, { ...before, dueOn, dueAt });
  }
  return next;
}
