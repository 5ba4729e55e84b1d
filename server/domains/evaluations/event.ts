import type { By } from '../../kernel/actor.ts';
import { dayNumber, dayOfNumber, endOfLocalDay, localDayOf, type Instant, type LocalDay } from '../../kernel/instant.ts';

/** What of a matter is evaluated: its kind, a correction with its number. */
export type EventId = 'filing' | 'acceptance' | 'result' | `correction-${number}`;
export type EventKind = 'filing' | 'acceptance' | 'correction' | 'result';

/** The kind of an event. */
export const kindOfEvent = (event: EventId): EventKind => (event.startsWith('correction-') ? 'correction' : (event as EventKind));

/** Of a matter, what decides about its events. */
export interface ServedMatter {
  readonly channel: 'online' | 'window';
  readonly receivedAt: Instant;
  /** there where it is an item of a bundle */
  readonly parent?: object;
}

/** Of its facts, what decides about them. */
export interface ServiceFact {
  readonly kind: string;
  readonly at: Instant;
  readonly by: By;
}

/** Facts of a matter by which a service was given; the others ask nobody anything. */
const served = ['matter_filed', 'matter_accepted', 'deemed_accepted', 'acceptance_refused', 'supplemented', 'matter_completed', 'result_delivered'];

/** Whether a fact of a matter may be a service event: cheap, asked of every fact. */
export const maybeServed = (fact: { readonly kind: string }): boolean => served.includes(fact.kind);

/**
 * The service event that fact number `seq` (from 1) ends, or null. 国办发〔2019〕51号: at a window each visit is one event (一次一评), so what is
 * filed and accepted there on one day is one; online what a person does alone is none, what the office does for him is (一事一评). A result
 * that is ready and then handed over is one event. Of a bundle the applicant meets the bundle alone: its items ask nobody anything.
 */
export function eventOf(matter: ServedMatter, facts: readonly ServiceFact[], seq: number): EventId | null {
  if (matter.parent) return null;
  const fact = facts[seq - 1];
  switch (fact?.kind) {
    case 'matter_filed':
      return fact.by.kind === 'staff' ? 'filing' : null;
    case 'matter_accepted':
    case 'acceptance_refused':
      return isSameVisit(matter, facts, fact) ? 'filing' : 'acceptance';
    case 'deemed_accepted':
      return 'acceptance';
    case 'supplemented':
      return fact.by.kind === 'staff' ? `correction-${facts.slice(0, seq).filter((one) => one.kind === 'supplemented').length}` : null;
    case 'matter_completed':
    case 'result_delivered':
      return 'result';
    default:
      return null;
  }
}

function isSameVisit(matter: ServedMatter, facts: readonly ServiceFact[], fact: ServiceFact): boolean {
  return matter.channel === 'window' && facts[0]?.by.kind === 'staff' && localDayOf(matter.receivedAt) === localDayOf(fact.at);
}

/** How long an event may be evaluated, in calendar days after its day (rule of this product: while the visit is still remembered). */
const openDays = 30;

/** The last moment an event of this day may be evaluated. */
export const openUntilOf = (on: LocalDay): Instant => endOfLocalDay(dayOfNumber(dayNumber(on) + openDays));

/** An answer may be changed for a quarter of an hour by whoever gave it (rule of this product: slips of the finger); then it stands. */
export const changeMinutes = 15;

/** How long a tablet shows an event to the person at the window, in milliseconds. */
export const tabletAskMs = 90_000;

/** What can still be done about an event. */
export type EventState = 'open' | 'changeable' | 'given' | 'expired';

/** The state of an event at a moment: `answer` is what was said of it, if anything was. */
export function eventStateAt(openUntil: Instant, answer: { readonly changeableUntil: Instant; readonly closed: boolean } | null, now: Instant): EventState {
  if (answer !== null) return !answer.closed && now <= answer.changeableUntil ? 'changeable' : 'given';
  return now <= openUntil ? 'open' : 'expired';
}
