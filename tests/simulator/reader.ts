import type { Limit } from '../../server/kernel/calendar/index.ts';
import type { SetClock } from '../../server/domains/matters/matter-limit.ts';
import type { Matter, MatterFact } from '../../server/domains/matters/matter.ts';

/** A limit as a plain reader of the facts sees it. */
export interface ReadLimit {
  readonly kind: string;
  readonly limit: Limit;
  readonly startedAt: string;
  readonly pauses: { readonly pauseId: string; readonly from: string; announcedUntil: string; to: string | null }[];
  readonly extensions: number[];
  endedAt: string | null;
  calendar: string;
  dueAt: string;
  /** ended as of a moment before it was agreed on: whether its breach was recorded in between is a matter of time */
  endedBefore?: boolean;
}

interface ReadLink {
  claimedBy: string | null;
  done: string | null;
}

/**
 * Reads a matter's facts one after the other, in the plainest way, and knows what follows from them: status, links, clocks, breaches. It shares nothing with the
 * product's own fold, so that a mistake there is not made here too.
 */
export interface Reader {
  /** Takes one more fact; what cannot be, in words. */
  read(fact: MatterFact): readonly string[];
  /** Where a folded state says otherwise. */
  differences(state: Matter): readonly string[];
  readonly limits: ReadonlyMap<string, ReadLimit>;
  /** `<limit> <due moment>` → how often its breach was recorded */
  readonly breaches: ReadonlyMap<string, number>;
  readonly facts: readonly MatterFact[];
  status(): string;
}

interface Book {
  status: string;
  calendar: string;
  outcome: string | null;
  deliveredAt: string | null;
  resultFile: string | null;
  delivery: string | null;
  corrections: number;
  accepted: string | null;
  readonly links: Map<string, ReadLink>;
  readonly limits: Map<string, ReadLimit>;
  readonly breaches: Map<string, number>;
  readonly proposals: Map<string, { by: string; at: string; open: boolean }>;
  readonly timers: Map<string, string>;
  readonly deferred: Set<string>;
}

/** A reader who has read nothing. */
export function readerOf(): Reader {
  const facts: MatterFact[] = [];
  const book: Book = {
    status: '', calendar: '', outcome: null, deliveredAt: null, resultFile: null, delivery: null, corrections: 0, accepted: null,
    links: new Map(), limits: new Map(), breaches: new Map(), proposals: new Map(), timers: new Map(), deferred: new Set(),
  };
  return {
    limits: book.limits, breaches: book.breaches, facts,
    status: () => book.status,
    read(fact) {
      facts.push(fact);
      return [...readLife(book, fact), ...readLinks(book, fact), ...readClocks(book, fact)];
    },
    differences: (state) => [...differencesOf(book, state)],
  };
}

function set(book: Book, id: string, kind: string, clock: SetClock): void {
  book.limits.set(id, { kind, limit: clock.limit, startedAt: clock.startedAt, pauses: [], extensions: [], endedAt: null, calendar: clock.calendar ?? book.calendar, dueAt: clock.dueAt ?? '' });
}

function end(book: Book, at: string, which: (id: string, limit: ReadLimit) => boolean): void {
  for (const [id, limit] of book.limits) if (limit.endedAt === null && which(id, limit)) limit.endedAt = at;
}
const endKind = (book: Book, at: string, ...kinds: readonly string[]): void => end(book, at, (_id, limit) => kinds.includes(limit.kind));

/** Whether the notice limit had passed at this moment with nothing said. */
const isSilent = (book: Book, at: string): boolean => [...book.limits.values()].some((limit) => limit.kind === 'notice' && limit.endedAt === null && limit.dueAt < at);

function* readLife(book: Book, fact: MatterFact): Generator<string> {
  switch (fact.kind) {
    case 'matter_filed':
      if (book.status !== '') yield 'INV-1: a matter is filed twice';
      Object.assign(book, { status: 'received', calendar: fact.content.calendar });
      for (const material of fact.content.materials) if (material.form === 'deferred') book.deferred.add(material.code);
      return set(book, 'notice#1', 'notice', fact.content.notice);
    case 'correction_requested':
      if (isSilent(book, fact.at)) yield 'INV-6: more is asked for after silence had accepted';
      book.status = 'correction_requested';
      book.corrections += 1;
      endKind(book, fact.at, 'notice');
      if (fact.content.correction) set(book, `correction#${String(book.corrections)}`, 'correction', fact.content.correction);
      return;
    case 'supplemented':
      book.status = 'received';
      endKind(book, fact.at, 'correction');
      return set(book, `notice#${String(book.corrections + 1)}`, 'notice', fact.content.notice);
    case 'matter_accepted':
    case 'deemed_accepted':
      if (book.accepted !== null) yield 'INV-4: a matter is accepted twice';
      Object.assign(book, { status: 'accepted', accepted: fact.at, calendar: fact.content.promised.calendar ?? book.calendar });
      endKind(book, fact.at, 'notice', 'correction');
      if (fact.content.statutory) set(book, 'statutory', 'statutory', fact.content.statutory);
      set(book, 'promised', 'promised', fact.content.promised);
      for (const [code, clock] of Object.entries(fact.content.deferred ?? {})) set(book, `deferred:${code}`, 'deferred', clock);
      return;
    case 'acceptance_refused':
      if (isSilent(book, fact.at)) yield 'INV-6: acceptance is refused after silence had given it';
      book.status = 'not_accepted';
      return end(book, fact.at, () => true);
    case 'matter_withdrawn':
    case 'terminated':
      book.status = fact.kind === 'terminated' ? 'terminated' : 'withdrawn';
      return end(book, fact.at, () => true);
    case 'decision_made':
      if (book.outcome !== null) yield 'INV-4: a matter is decided twice';
      book.outcome = fact.content.outcome;
      endKind(book, fact.at, 'statutory');
      if (fact.content.service) set(book, 'service', 'service', fact.content.service);
      return;
    case 'matter_completed':
      if (book.status === 'completed') yield 'INV-4: a matter is completed twice';
      Object.assign(book, { status: 'completed', delivery: fact.content.delivery ?? null });
      return end(book, fact.at, (_id, limit) => limit.kind !== 'service' && limit.kind !== 'promise_check' && !(limit.kind === 'deferred' && book.outcome === 'granted'));
    case 'result_paper_made':
      if (book.resultFile !== null) yield 'INV-11: a result paper is recorded twice';
      book.resultFile = fact.content.fileId;
      return book.delivery === 'electronic' ? deliver(book, fact.at) : undefined;
    case 'result_delivered':
      return deliver(book, fact.at);
    case 'deferred_handed_in':
      return end(book, fact.at, (id) => fact.content.materials.some((one) => id === `deferred:${one.code}` || id === `promise:${one.code}`));
    case 'deferred_lapsed':
      end(book, fact.at, (id) => id === `deferred:${fact.content.material}`);
      if (fact.content.check) set(book, `promise:${fact.content.material}`, 'promise_check', fact.content.check);
      return;
    default:
  }
}

function deliver(book: Book, at: string): void {
  book.deliveredAt ??= at;
  endKind(book, at, 'service');
}

function* readLinks(book: Book, fact: MatterFact): Generator<string> {
  switch (fact.kind) {
    case 'link_opened':
      if (book.links.has(fact.content.linkId)) yield 'INV-4: a link is opened twice';
      book.links.set(fact.content.linkId, { claimedBy: null, done: null });
      return fact.content.clock ? set(book, `link:${fact.content.linkId}`, 'link', fact.content.clock) : undefined;
    case 'link_claimed':
    case 'link_released':
    case 'link_completed':
    case 'link_cancelled': {
      const link = book.links.get(fact.content.linkId);
      if (!link) return void (yield 'INV-4: something happens to a link that was never opened');
      if (link.done !== null) yield `INV-4: a link has two outcomes (${link.done} and ${fact.kind})`;
      if (fact.kind === 'link_claimed') {
        if (link.claimedBy !== null) yield 'INV-4: two people take one link';
        link.claimedBy = fact.content.staffId;
      } else if (fact.kind === 'link_released') link.claimedBy = null;
      else {
        if (fact.kind === 'link_completed' && link.claimedBy !== fact.content.staffId) yield 'INV-4: a link is ended by somebody who does not have it';
        link.done = fact.kind === 'link_cancelled' ? 'cancelled' : fact.content.action;
        end(book, fact.at, (id) => id === `link:${fact.content.linkId}`);
      }
      return;
    }
    case 'timer_set':
      book.timers.set(fact.content.timerId, 'running');
      return;
    case 'timer_cancelled':
    case 'flow_moved': {
      const timerId = fact.kind === 'timer_cancelled' ? fact.content.timerId : fact.content.event.type === 'timer' ? fact.content.event.timerId : undefined;
      if (timerId === undefined) return;
      if (book.timers.get(timerId) !== 'running') yield 'INV-6: a timer rings twice';
      book.timers.set(timerId, fact.kind === 'flow_moved' ? 'rung' : 'cancelled');
      return;
    }
    default:
  }
}

const isHandling = (limit: ReadLimit): boolean => limit.kind === 'statutory' || limit.kind === 'promised' || limit.kind === 'link';

function* readClocks(book: Book, fact: MatterFact): Generator<string> {
  switch (fact.kind) {
    case 'limit_act_proposed':
      book.proposals.set(fact.content.proposalId, { by: fact.by.id, at: fact.at, open: true });
      return;
    case 'limit_act_rejected':
    case 'limit_act_approved': {
      const proposal = book.proposals.get(fact.content.proposalId);
      if (!proposal?.open) yield 'INV-4: a proposal is decided twice';
      if (proposal?.by === fact.by.id) yield 'two persons: one person proposes and agrees';
      if (proposal) proposal.open = false;
      if (fact.kind === 'limit_act_approved') approve(book, fact, proposal?.at ?? fact.at);
      return;
    }
    case 'limits_recomputed':
      book.calendar = fact.content.calendar;
      return move(book, fact.content.moved);
    case 'limit_passed': {
      const { limitId, dueAt } = fact.content;
      const key = `${limitId} ${dueAt}`;
      book.breaches.set(key, (book.breaches.get(key) ?? 0) + 1);
      if ((book.breaches.get(key) ?? 0) > 1) yield 'INV-6: a breach is recorded twice';
      if (fact.at <= dueAt) yield 'INV-6: a breach is recorded before its moment';
      return;
    }
    default:
  }
}

function move(book: Book, moved: readonly { readonly limitId: string; readonly dueAt: string; readonly calendar: string }[]): void {
  for (const { limitId, dueAt, calendar } of moved) {
    const limit = book.limits.get(limitId);
    if (limit?.endedAt === null) Object.assign(limit, { dueAt, calendar });
  }
}

function approve(book: Book, fact: Extract<MatterFact, { kind: 'limit_act_approved' }>, proposedAt: string): void {
  const { act, announcedUntil, announced, moved } = fact.content;
  const running = [...book.limits].filter(([, limit]) => limit.endedAt === null);
  for (const [id, limit] of running) {
    const pause = act.type === 'extend' ? undefined : limit.pauses.find((one) => one.pauseId === act.pauseId);
    if (act.type === 'special' && isHandling(limit)) limit.pauses.push({ pauseId: act.pauseId, from: fact.at, announcedUntil: announcedUntil ?? fact.at, to: null });
    if (act.type === 'prolong' && id === `special:${act.pauseId}`) limit.extensions.push(act.by);
    else if (act.type === 'prolong' && pause) pause.announcedUntil = announcedUntil ?? pause.announcedUntil;
    if (act.type === 'end' && pause) pause.to = proposedAt;
    if (act.type === 'extend' && isHandling(limit) && limit.limit.unit === act.unit && fact.at <= limit.dueAt) limit.extensions.push(act.by);
  }
  move(book, moved);
  if (act.type === 'special' && announced) set(book, `special:${act.pauseId}`, 'special', announced);
  const special = act.type === 'end' ? book.limits.get(`special:${act.pauseId}`) : undefined;
  if (special) special.endedBefore = proposedAt <= special.dueAt && fact.at > special.dueAt;
  if (act.type === 'end') end(book, proposedAt, (id) => id === `special:${act.pauseId}`);
}

function* differencesOf(book: Book, state: Matter): Generator<string> {
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ['status', state.status, book.status], ['outcome', state.outcome, book.outcome], ['moment of delivery', state.deliveredAt, book.deliveredAt], ['calendar', state.calendar, book.calendar],
    ['result paper', state.resultFile, book.resultFile], ['number of corrections', state.corrections, book.corrections], ['number of links', state.links.length, book.links.size],
    ['number of limits', state.limits.length, book.limits.size], ['number of proposals', state.proposals.length, book.proposals.size],
  ];
  for (const [what, folded, read] of pairs) if (folded !== read) yield `INV-5: the ${what} of the state (${String(folded)}) is not what the facts say (${String(read)})`;
  for (const link of state.links) {
    const read = book.links.get(link.linkId);
    if ((link.doneAt === null ? null : link.action) !== (read?.done ?? null) || (link.doneAt === null && link.claimedBy !== (read?.claimedBy ?? null))) yield 'INV-5: a link of the state is not as the facts tell it';
  }
  for (const one of state.limits) {
    const read = book.limits.get(one.limitId);
    const same = read && one.endedAt === read.endedAt && one.dueAt === read.dueAt && one.clock.startedAt === read.startedAt && one.calendar === read.calendar;
    if (!same) yield `INV-5: the limit ${one.limitId} of the state is not as the facts tell it`;
    else if (one.clock.pauses.length !== read.pauses.length || one.clock.extensions.length !== read.extensions.length) yield `INV-5: the stops of ${one.limitId} are not those of the facts`;
    else if (read.pauses.some((pause, at) => one.clock.pauses[at]?.to !== pause.to || one.clock.pauses[at]?.announcedUntil !== pause.announcedUntil)) yield `INV-5: a stop of ${one.limitId} ends otherwise than the facts say`;
  }
}
