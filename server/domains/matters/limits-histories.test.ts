import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import provisionalFile from '../../../data/calendar/provisional-2027.json' with { type: 'json' };
import statutoryFile from '../../../data/calendar/statutory-days.json' with { type: 'json' };
import { workingCalendarOf, type WorkingCalendar } from '../../kernel/calendar/index.ts';
import type { Graph } from '../../kernel/flow/index.ts';
import { instantOfMs, msOf, type Instant } from '../../kernel/instant.ts';
import { dueOfClock, procedureKinds } from '../../kernel/limits/index.ts';
import { by, filing, lawOf, processOf, rulePack, shenzhen, who } from '../../testing/given-matter.ts';
import { acceptMatter, claimLink, completeLink, deliverResult, file, recordResultPaper, refuseAcceptance, releaseLink, terminate, withdraw, type MatterDecision } from './decide.ts';
import { correctOnSpot, handInDeferred, requestCorrection, supplement } from './decide-correction.ts';
import { approveLimitAct, deemAccepted, proposeLimitAct, recomputeLimits, recordPassed, rejectLimitAct } from './decide-limits.ts';
import { evolve } from './evolve.ts';
import type { Law } from './law.ts';
import { openLimits, type LimitAct } from './matter-limit.ts';
import type { Link, Matter, MatterFact } from './matter.ts';

const asked = [
  { code: 'id-card', need: 'required', source: 'applicant', ownPromise: false, filledByForm: false }, { code: 'lease', need: 'deferrable', source: 'applicant', ownPromise: false, filledByForm: false },
] as const;
const { judgement } = filing({}, { asked });
const lease = { code: 'lease', form: 'uploaded', files: [{ fileId: 'e'.repeat(64), mediaType: 'application/pdf', sizeBytes: 1 }] } as const;
const brought = { handedIn: filing().handedIn, particulars: { form: {}, fileNames: {} }, changedFields: ['name'], judgement };

/** One step of a history: how much time passes, which act is tried, and what it draws its details from. */
const step = fc.record({ hours: fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 0, max: 30 }) }, { weight: 1, arbitrary: fc.integer({ min: 31, max: 300 }) }), act: fc.nat({ max: 99 }), a: fc.nat({ max: 999 }), b: fc.nat({ max: 999 }) });
type Drawn = { readonly hours: number; readonly act: number; readonly a: number; readonly b: number };

interface History {
  readonly law: (calendar: WorkingCalendar) => Law;
  calendar: WorkingCalendar;
  readonly calendars: Map<string, WorkingCalendar>;
  readonly closures: string[];
  state: Matter | null;
  readonly facts: MatterFact[];
  at: Instant;
}

let graphs: readonly Graph[];
beforeAll(async () => {
  graphs = await Promise.all(['decide', 'decide-approve', 'inspect-decide-approve'].map(processOf));
});

const officers = [by.officer, by.secondOfficer] as const;

/** The acts that may be tried; whether one is lawful at its moment is the domain's to say. */
function tried(history: History, { act, a, b }: Drawn): MatterDecision {
  const { state, at } = history;
  const law = history.law(history.calendar);
  if (state === null) return file(null, filing({ handedIn: filing().handedIn, channel: a % 2 ? 'online' : 'window' }, { asked }), law, { at, by: by.applicant });
  const meta = { at, by: officers[a % 2] ?? by.officer };
  const open = state.links.filter((link) => link.doneAt === null);
  const link = open[b % Math.max(open.length, 1)] as Link | undefined;
  const linkId = link?.linkId ?? 'none';
  const limit = state.limits[b % state.limits.length];
  const proposal = state.proposals.at(-1)?.proposalId ?? 'none';
  switch (Math.floor(act / 4)) {
    case 0: return requestCorrection(state, [{ about: 'material', code: 'id-card', fault: 'missing' }], [''], { materials: ['id-card'], fields: [] }, law, { at, by: by.clerk });
    case 1: return a % 3 === 0 ? terminate(state, '', { at, by: by.clerk }) : supplement(state, brought, 'online', law, { at, by: by.applicant });
    case 2: return a % 20 === 0 ? withdraw(state, { at, by: by.applicant }) : correctOnSpot(state, brought, { at, by: by.clerk });
    case 3: return a % 10 === 0 ? refuseAcceptance(state, 'not_required', '', { at, by: by.clerk }) : terminate(state, '', { at, by: by.clerk });
    case 4: case 5: case 6: return acceptMatter(state, law, { at, by: by.clerk });
    case 7: return deemAccepted(state, law, { at, by: by.system });
    case 8: return handInDeferred(state, [lease], {}, judgement, 'online', { at, by: by.applicant });
    case 9: case 10: return claimLink(state, linkId, link?.kind === 'approve' ? who.approver : (officers[a % 2] ?? by.officer).id, meta);
    case 11: return releaseLink(state, linkId, link?.claimedBy ?? '', meta);
    case 12: case 13: return ended(state, link, law, meta, a);
    case 14: case 15: case 16: return proposeLimitAct(state, `p-${String(history.facts.length)}`, drawnAct(state, history, a, b), '', law, meta);
    case 17: case 18: case 19: return approveLimitAct(state, proposal, '', law, a % 3 ? { at, by: by.approver } : meta);
    case 20: return a % 3 === 0 ? rejectLimitAct(state, proposal, '', { at, by: by.approver }) : approveLimitAct(state, proposal, '', law, { at, by: by.approver });
    case 21: case 22: return recordPassed(state, limit?.limitId ?? '', limit?.dueAt ?? at, { at, by: by.system });
    case 23: return recomputed(history, state, a, b);
    default: return a % 2 ? recordResultPaper(state, 'f'.repeat(64), 1, { at, by: by.system }) : deliverResult(state, 'counter', '', { at, by: by.clerk });
  }
}

function ended(state: Matter, link: Link | undefined, law: Law, meta: { at: Instant; by: typeof by.officer }, a: number): MatterDecision {
  const staffId = link?.claimedBy ?? '';
  const how = link?.kind === 'approve' ? (['approve_decision', a % 4 ? 'agreed' : 'returned'] as const) : link?.kind === 'decide' ? (['propose_decision', a % 4 ? 'granted' : 'refused'] as const) : (['record_finding', 'passed'] as const);
  const act = how[1] === 'returned' ? ('return_decision' as const) : how[0];
  return completeLink(state, { linkId: link?.linkId ?? '', staffId, act, action: how[1], opinion: '' }, law, meta);
}

function drawnAct(state: Matter, history: History, a: number, b: number): LimitAct {
  const pauses = state.limits.flatMap((one) => (one.kind === 'special' ? [one.limitId.slice('special:'.length)] : []));
  const pauseId = pauses[b % Math.max(pauses.length, 1)] ?? 'none';
  switch (a % 5) {
    case 0: case 1: return { type: 'special', pauseId: `s-${String(history.facts.length)}`, ground: procedureKinds[b % procedureKinds.length] ?? 'hearing', document: 'd', announced: { amount: 1 + (b % 12), unit: b % 3 ? 'working_day' : 'calendar_day' } };
    case 2: return { type: 'prolong', pauseId, document: 'd', by: 1 + (b % 6) };
    case 3: return { type: 'end', pauseId, document: 'd' };
    default: return { type: 'extend', document: 'd', by: 1 + (b % 12), unit: 'working_day' };
  }
}

/** A closure is ordered, from some days ago to some weeks ahead; every limit that reaches it is counted anew. */
function recomputed(history: History, state: Matter, a: number, b: number): MatterDecision {
  const firstDay = instantOfMs(msOf(history.at) + ((a % 40) - 5) * 86_400_000).slice(0, 10);
  if (!history.closures.includes(firstDay)) history.closures.push(firstDay);
  history.calendar = { ...workingCalendarOf(statutoryFile, provisionalFile, history.closures.map((on) => ({ on, kind: 'closure', name: { 'zh-CN': '停工', 'zh-HK': '停工', en: 'Closure' }, notice: null }))), version: `v${String(history.facts.length)}-${String(b)}` };
  history.calendars.set(history.calendar.version, history.calendar);
  return recomputeLimits(state, { changeId: `c-${String(b)}`, firstDay }, history.law(history.calendar), { at: history.at, by: by.system });
}

function begin(seed: number, startedOn: Instant): History {
  const graph = graphs[seed % graphs.length] as Graph;
  const calendar = workingCalendarOf(statutoryFile, provisionalFile);
  const statutory = [{ amount: 20, unit: 'working_day' }, { amount: 45, unit: 'working_day' }, { amount: 30, unit: 'calendar_day' }, { amount: 1, unit: 'month' }, null][seed % 5] as Law['item']['statutory'];
  const promised = [{ amount: 5, unit: 'working_day' }, { amount: 12, unit: 'calendar_day' }, { amount: 48, unit: 'hour' }, { amount: 0, unit: 'on_the_spot' }][seed % 4] as Law['item']['promised'];
  return {
    law: (by_) => lawOf(graph, { statutory, promised, joint: seed % 5 === 1, linkDays: { decide: 3, review: 2, inspect: 5, approve: 1 } }, { calendar: by_ }),
    calendar, calendars: new Map([[calendar.version, calendar]]), closures: [], state: null, facts: [], at: startedOn,
  };
}

/** INV-6 and what goes with it: every limit of the state is what its own clock says by the calendar it names. */
function expectCounted(history: History, state: Matter): void {
  for (const one of state.limits) {
    const calendar = history.calendars.get(one.calendar);
    if (!calendar) throw new Error(`${one.limitId} names ${one.calendar}`);
    const due = dueOfClock(calendar, one.clock, rulePack.warning);
    if ('code' in due) throw new Error(`${one.limitId}: ${due.code}`);
    expect({ limitId: one.limitId, dueOn: one.dueOn, dueAt: one.dueAt, warnAt: one.warnAt, provisional: one.provisional }).toEqual({ limitId: one.limitId, dueOn: due.dueOn, dueAt: due.dueAt, warnAt: due.warnAt, provisional: due.provisional });
    expect(one.endedAt === null, 'ended and how go together').toBe(one.ending === null);
  }
  const running = openLimits(state.limits).map((one) => one.kind);
  if (state.endedAt !== null) expect(running.filter((kind) => kind !== 'service')).toEqual([]);
  if (state.status === 'correction_requested') expect(running).toEqual(['correction']);
  if (state.status === 'received') expect(running).toEqual(['notice']);
  expect(new Set(state.limits.map((one) => one.limitId)).size, 'an id names one limit').toBe(state.limits.length);
}

/** What facts must say of themselves, whoever reads them later. */
function expectTold(history: History): void {
  const proposers = new Map<string, string>();
  const breaches = new Set<string>();
  for (const fact of history.facts) {
    if (fact.kind === 'limit_act_proposed') proposers.set(fact.content.proposalId, fact.by.id);
    if (fact.kind === 'limit_act_approved' || fact.kind === 'limit_act_rejected') {
      expect(proposers.has(fact.content.proposalId)).toBe(true);
      expect(fact.by.id, 'two persons, always two different ones').not.toBe(proposers.get(fact.content.proposalId));
    }
    if (fact.kind === 'limit_act_approved' || fact.kind === 'limits_recomputed') {
      expect(fact.content.moved.every((one) => history.calendars.has(one.calendar))).toBe(true);
      expect(fact.kind === 'limits_recomputed' ? fact.content.moved.every((one) => one.calendar === fact.content.calendar) : true).toBe(true);
    }
    if (fact.kind === 'limit_passed') {
      const key = `${fact.content.limitId} ${fact.content.dueAt}`;
      expect(fact.at > fact.content.dueAt).toBe(true);
      expect(breaches.has(key), `${key} is recorded once`).toBe(false);
      breaches.add(key);
    }
  }
}

describe('any history of lawful acts', () => {
  const seen = new Map<MatterFact['kind'] | LimitAct['type'] | 'overlapping', number>();
  const count = (what: MatterFact['kind'] | LimitAct['type'] | 'overlapping'): void => void seen.set(what, (seen.get(what) ?? 0) + 1);

  it('INV-6: leaves each limit where its own clock puts it, by the calendar it names; only service outlives the matter; each act has two persons; each breach is told once', () => {
    fc.assert(
      fc.property(fc.nat({ max: 999 }), fc.nat({ max: 330 }), fc.array(step, { minLength: 20, maxLength: 90 }), (seed, day, steps) => {
        const history = begin(seed, instantOfMs(msOf(shenzhen('2026-01-05')) + day * 86_400_000));
        for (const one of steps) {
          history.at = instantOfMs(msOf(history.at) + one.hours * 3_600_000 + one.a);
          const decision = tried(history, one);
          if (!decision.ok) continue;
          for (const fact of decision.facts) {
            history.state = evolve(history.state, fact);
            history.facts.push(fact);
            count(fact.kind);
            if (fact.kind === 'limit_act_approved') count(fact.content.act.type);
          }
          const state = history.state as Matter;
          if (openLimits(state.limits).filter((limit) => limit.kind === 'special').length > 1) count('overlapping');
          expectCounted(history, state);
        }
        expectTold(history);
        expect(history.facts.reduce<Matter | null>(evolve, null), 'the facts alone tell the state').toEqual(history.state);
      }),
      { numRuns: 1_200, seed: 20_261_123 },
    );
  });

  it('that were drawn did all that can be done with limits', () => {
    const kinds: readonly (Parameters<typeof count>[0])[] = [
      'matter_filed', 'correction_requested', 'supplemented', 'corrected_on_spot', 'matter_accepted', 'deemed_accepted', 'acceptance_refused', 'matter_withdrawn', 'terminated', 'deferred_handed_in',
      'limit_act_proposed', 'limit_act_approved', 'limit_act_rejected', 'limits_recomputed', 'limit_passed', 'decision_made', 'matter_completed', 'result_paper_made', 'result_delivered', 'special', 'prolong', 'end', 'extend', 'overlapping',
    ];
    expect(kinds.filter((kind) => (seen.get(kind) ?? 0) < 5)).toEqual([]);
  });
});
