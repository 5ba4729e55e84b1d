import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import rulesFile from '../../../data/law/supervision-rules-2026-1.json' with { type: 'json' };
import { by, filing, lawOf, place, processOf, provisionalCalendar, shenzhen, told, who, type Step } from '../../testing/given-matter.ts';
import type { By } from '../../kernel/actor.ts';
import { instantOfMs, msOf, type Instant } from '../../kernel/instant.ts';
import { elapsedWorkingDays } from '../../kernel/limits/index.ts';
import { acceptMatter, claimLink, completeLink, file, releaseLink, type Completion } from '../matters/decide.ts';
import { approveLimitAct, deemAccepted, proposeLimitAct, recordPassed } from '../matters/decide-limits.ts';
import { evolve } from '../matters/evolve.ts';
import type { Law } from '../matters/law.ts';
import type { LimitAct } from '../matters/matter-limit.ts';
import type { Matter, MatterFact } from '../matters/matter.ts';
import { rulesOf, type SupervisionPack } from '../law/pack.ts';
import { backTrace, type BackTrace } from './back-trace.ts';
import { detect } from './detect.ts';
import { heldLinks, holderAt } from './held.ts';
import { historyOf } from './routes-context.ts';
import type { SeenFact } from './seen.ts';

const calendar = provisionalCalendar;
let law: Law;
let hourly: Law;
beforeAll(async () => {
  law = lawOf(await processOf('decide-approve'), { linkDays: { decide: 3, approve: 2 } }, { calendar });
  hourly = lawOf(await processOf('decide-approve'), { promised: { amount: 8, unit: 'hour' }, statutory: null, linkDays: {} }, { calendar });
});

const start = shenzhen('2026-11-23');
const accepted = (of: () => Law = () => law): Step[] => [() => file(null, filing(), of(), { at: start, by: by.clerk }), (state) => acceptMatter(state, of(), { at: start, by: by.clerk })];
const open = (state: Matter) => state.links.find((link) => link.doneAt === null)?.linkId ?? '';
const claimed = (at: Instant, staffId: string = who.officer, actor: By = by.officer): Step => (state) => claimLink(state, open(state), staffId, { at, by: actor });
const released = (at: Instant, staffId: string = who.officer, actor: By = by.officer): Step => (state) => releaseLink(state, open(state), staffId, { at, by: actor });
const done = (at: Instant, act: Completion['act'], action: Completion['action'], staffId: string = who.officer, actor: By = by.officer, of: () => Law = () => law): Step => (state) =>
  completeLink(state, { linkId: open(state), staffId, act, action, opinion: '意见' }, of(), { at, by: actor });
const acted = (act: LimitAct, proposedAt: Instant, approvedAt: Instant): Step[] => {
  const id = `${act.type} ${proposedAt}`;
  return [(state) => proposeLimitAct(state, id, act, '事由', law, { at: proposedAt, by: by.officer }), (state) => approveLimitAct(state, id, '同意', law, { at: approvedAt, by: by.approver })];
};

function traced(history: { state: Matter; facts: readonly MatterFact[] }, now: Instant): BackTrace {
  const found = backTrace(historyOf(history), () => calendar, now);
  if ('code' in found) throw new Error(found.code);
  return found;
}

const parts = (trace: BackTrace) => trace.links.map((link) => [link.element, link.allowed, link.used, link.waitedUnclaimed, link.worked, link.pausedLawful, link.pausedUnlawful, link.late]);

describe('The back-trace of a late matter', () => {
  test('gives the delay to the link that overran its own limit, not to the one that had it at the end', () => {
    // Promised 5 days to 11-30. The officer has it until 12-03 (8 working days, 3 allowed), the approver takes one day: 9 used, 4 late.
    const history = told(...accepted(), claimed(shenzhen('2026-11-25', '17:00:00.000')), done(shenzhen('2026-12-03', '12:00:00.000'), 'propose_decision', 'granted'),
      claimed(shenzhen('2026-12-03', '15:00:00.000'), who.approver, by.approver), done(shenzhen('2026-12-04', '10:00:00.000'), 'approve_decision', 'agreed', who.approver, by.approver));
    const trace = traced(history, shenzhen('2027-01-05'));
    expect(trace.matter).toMatchObject({ allowed: 5, used: 9, late: 4, unit: 'working_day', dueOn: '2026-11-30' });
    // On 12-03 the approval was open at the day's end: that day is its.
    expect(parts(trace)).toEqual([['decide', 3, 7, 1, 6, 0, 0, 4], ['approve', 2, 2, 0, 2, 0, 0, 0]]);
    expect(trace.units).toEqual([{ institution: place.department, used: 9, late: 4 }]);
    expect(trace.people).toEqual([
      { institution: place.department, staffId: who.officer, used: 6, late: 4 }, { institution: place.department, staffId: who.approver, used: 2, late: 0 }, { institution: place.department, staffId: null, used: 1, late: 0 },
    ]);
  });

  test('splits it in proportion where two links overran, as whole days that add up', () => {
    // decide: 6 days (3 over), approve: 4 days (2 over); 10 used, 5 late.
    const history = told(...accepted(), claimed(start), done(shenzhen('2026-12-02', '12:00:00.000'), 'propose_decision', 'granted'), claimed(shenzhen('2026-12-02', '13:00:00.000'), who.approver, by.approver),
      done(shenzhen('2026-12-07', '10:00:00.000'), 'approve_decision', 'agreed', who.approver, by.approver));
    const trace = traced(history, shenzhen('2027-01-05'));
    expect(trace.matter?.late).toBe(5);
    expect(trace.links.map((link) => [link.used, link.late])).toEqual([[6, 3], [4, 2]]);
  });

  test('is nothing while it is in time, and grows with every working day after', () => {
    const history = told(...accepted());
    expect(traced(history, shenzhen('2026-11-30', '23:59:59.999')).matter).toMatchObject({ used: 5, late: 0 });
    expect(traced(history, shenzhen('2026-12-01', '00:00:00.000')).matter).toMatchObject({ used: 6, late: 1 });
    expect(traced(history, shenzhen('2026-12-06')).matter).toMatchObject({ used: 9, late: 4 });
    expect(traced(history, shenzhen('2026-12-06')).people).toEqual([{ institution: place.department, staffId: null, used: 9, late: 4 }]);
  });

  test('takes lawful pauses off, and counts what a procedure lasted beyond what was announced', () => {
    // Announced 2 working days on Tuesday 11-24 (to the end of 11-26), really over on 12-02.
    const pause: LimitAct = { type: 'special', pauseId: 'p', ground: 'testing', document: '深检1号', announced: { amount: 2, unit: 'working_day' } };
    const history = told(...accepted(), claimed(start), ...acted(pause, shenzhen('2026-11-24'), shenzhen('2026-11-24', '10:00:00.000')), ...acted({ type: 'end', pauseId: 'p', document: '完' }, shenzhen('2026-12-02'), shenzhen('2026-12-02', '10:00:00.000')));
    const trace = traced(history, shenzhen('2026-12-03', '18:00:00.000'));
    expect(trace.matter).toMatchObject({ dueOn: '2026-12-02', allowed: 5, used: 6, late: 1 });
    // Left out: 11-24 and 11-25. Beyond the announced end: 11-27, 11-30, 12-01. In hand: 11-26, 12-02, 12-03.
    expect(parts(trace)).toEqual([['decide', 3, 6, 0, 3, 2, 3, 1]]);
  });

  test('counts a limit in hours by the minute', () => {
    const history = told(...accepted(() => hourly), claimed(shenzhen('2026-11-23', '13:00:00.000')), done(shenzhen('2026-11-23', '18:30:00.000'), 'propose_decision', 'granted', who.officer, by.officer, () => hourly));
    const trace = traced(history, shenzhen('2026-11-23', '19:00:00.000'));
    expect(trace.matter).toMatchObject({ unit: 'minute', allowed: 480, used: 570, late: 90 });
    expect(parts(trace)).toEqual([['decide', null, 540, 210, 330, 0, 0, 60], ['approve', null, 30, 30, 0, 0, 0, 30]]);
  });

  test('gives a day on which several links were open to the one that ended last, or that still is open', () => {
    const opened = (linkId: string): SeenFact => ({ kind: 'link_opened', at: start, by: by.system, content: { linkId, element: linkId, institution: place.department, post: 'officer', clock: null } });
    const ended = (linkId: string, at: Instant): SeenFact => ({ kind: 'link_completed', at, by: by.officer, content: { linkId, staffId: who.officer, action: 'passed' } });
    const day = shenzhen('2026-11-24', '23:59:59.999');
    const held = (...more: SeenFact[]) => holderAt(heldLinks([opened('a'), opened('b'), opened('c'), ...more]), day)?.linkId;
    expect(held(ended('a', shenzhen('2026-11-25')), ended('b', shenzhen('2026-11-27')), ended('c', shenzhen('2026-11-26')))).toBe('b');
    expect(held(ended('a', shenzhen('2026-11-25')), ended('b', shenzhen('2026-11-27')))).toBe('c');
    expect(held()).toBe('a');
    expect(held(ended('a', shenzhen('2026-11-24', '12:00:00.000')), ended('b', shenzhen('2026-11-24', '13:00:00.000')), ended('c', shenzhen('2026-11-24', '14:00:00.000')))).toBeUndefined();
  });

  test('of a matter accepted by silence gives the days of silence to the hall', () => {
    const silent = told(() => file(null, filing(), law, { at: start, by: by.clerk }), (state) => recordPassed(state, 'notice#1', state.limits[0]?.dueAt ?? '', { at: shenzhen('2026-12-01', '00:00:05.000'), by: by.system }),
      (state) => deemAccepted(state, law, { at: shenzhen('2026-12-01', '00:00:06.000'), by: by.system }));
    const trace = traced(silent, shenzhen('2026-12-02', '18:00:00.000'));
    expect(trace.matter).toMatchObject({ allowed: 5, used: 7, late: 2 });
    expect(trace.units).toEqual([{ institution: place.department, used: 2, late: 2 }, { institution: place.hall, used: 5, late: 0 }]);
    expect(trace.others).toMatchObject([{ limitId: 'notice#1', institution: place.hall, allowed: 5 }]);
  });

  test('before acceptance knows the notice limit alone', () => {
    const trace = traced(told(() => file(null, filing(), law, { at: start, by: by.clerk })), shenzhen('2026-12-02'));
    expect(trace).toMatchObject({ matter: null, links: [], units: [], people: [] });
    expect(trace.others).toMatchObject([{ kind: 'notice', allowed: 5, used: 7, late: 2, institution: place.hall }]);
  });

  test('beyond the end of the calendar is refused, never guessed', () => {
    expect(backTrace(historyOf(told(...accepted())), () => calendar, shenzhen('2028-01-05'))).toMatchObject({ ok: false, code: 'calendar.past_end' });
  });
});

/** A history of random handling: claims, releases, hand-overs, returns, lawful and unlawful pauses, at random moments. */
interface Drawn {
  readonly history: { state: Matter; facts: readonly MatterFact[] };
  readonly now: Instant;
}

const steps = ['claim', 'release', 'hand_over', 'propose', 'approve', 'return', 'pause', 'end_pause'] as const;
const drawn = fc.tuple(fc.array(fc.tuple(fc.constantFrom(...steps), fc.integer({ min: 1, max: 90 * 60 })), { maxLength: 24 }), fc.integer({ min: 1, max: 6_000 })).map(([plan, more]): Drawn => {
  let at = msOf(start);
  const facts: MatterFact[] = [];
  let state: Matter | null = null;
  const take = (step: Step): void => {
    const decision = step(state as Matter);
    if (!decision.ok) return;
    for (const fact of decision.facts) state = evolve(state, fact);
    facts.push(...decision.facts);
  };
  for (const step of accepted()) take(step);
  plan.forEach(([what, minutes], index) => {
    at += minutes * 60_000 + 17;
    const now = instantOfMs(at);
    const moving = state as unknown as Matter;
    const link = moving.links.find((one) => one.doneAt === null);
    const holder = link?.claimedBy ?? who.officer;
    const actor: By = { kind: 'staff', id: holder, institution: place.department };
    if (what === 'claim') take(claimed(now, link?.post === 'approver' ? who.approver : who.officer, link?.post === 'approver' ? by.approver : by.officer));
    if (what === 'release') take(released(now, holder, actor));
    if (what === 'hand_over' && link?.post === 'officer') {
      take(released(now, holder, actor));
      take(claimed(instantOfMs(at + 1), holder === who.officer ? who.secondOfficer : who.officer, by.officer));
    }
    if (what === 'propose') take(done(now, 'propose_decision', 'granted', holder, actor));
    if (what === 'approve') take(done(now, 'approve_decision', 'agreed', holder, actor));
    if (what === 'return') take(done(now, 'return_decision', 'returned', holder, actor));
    if (what === 'pause') acted({ type: 'special', pauseId: `p${index}`, ground: 'testing', document: '号', announced: { amount: 1 + (minutes % 4), unit: 'working_day' } }, now, instantOfMs(at + 5)).forEach(take);
    const running = moving.limits.find((one) => one.kind === 'special' && one.endedAt === null)?.limitId.slice('special:'.length);
    if (what === 'end_pause' && running !== undefined) acted({ type: 'end', pauseId: running, document: '完' }, now, instantOfMs(at + 5)).forEach(take);
  });
  return { history: { state: state as unknown as Matter, facts }, now: instantOfMs(at + more * 60_000) };
});

const sum = (list: readonly { readonly [Key in 'used' | 'late']: number }[], key: 'used' | 'late'): number => list.reduce((total, one) => total + one[key], 0);

describe('Whatever happened to a matter', () => {
  test('the parts of its back-trace add to the whole, by link, by unit and by person', () => {
    fc.assert(fc.property(drawn, ({ history, now }) => {
      const trace = traced(history, now);
      const promised = history.state.limits.find((one) => one.limitId === 'promised');
      if (!trace.matter || !promised) throw new Error('accepted');
      expect(trace.matter.used).toBe(elapsedWorkingDays(calendar, promised.clock, promised.endedAt ?? now));
      for (const key of ['used', 'late'] as const) {
        expect(sum(trace.links, key)).toBe(trace.matter[key]);
        expect(sum(trace.units, key)).toBe(trace.matter[key]);
        expect(sum(trace.people, key)).toBe(trace.matter[key]);
      }
      for (const link of trace.links) {
        expect(link.waitedUnclaimed + link.worked + link.pausedUnlawful).toBe(link.used);
        expect(link.late).toBeLessThanOrEqual(link.used);
      }
      expect(trace.matter.late > 0).toBe((promised.endedAt ?? now) > promised.dueAt && trace.matter.used > trace.matter.allowed);
    }), { numRuns: 400 });
  });

  test('handing a link over changes whose days they are and nothing else', () => {
    fc.assert(fc.property(drawn, ({ history, now }) => {
      const handed = { ...history, facts: history.facts.map((fact): MatterFact => (fact.kind === 'link_claimed' ? { ...fact, content: { ...fact.content, staffId: who.secondOfficer } } : fact)) };
      const [before, after] = [traced(history, now), traced(handed, now)];
      const shared = (trace: BackTrace) => ({ matter: trace.matter, units: trace.units, links: trace.links.map(({ staffId: _staffId, ...link }) => link) });
      expect(shared(after)).toEqual(shared(before));
      expect([sum(after.people, 'used'), sum(after.people, 'late')]).toEqual([sum(before.people, 'used'), sum(before.people, 'late')]);
    }), { numRuns: 150 });
  });
});

describe('The rules, whatever happened', () => {
  const found = (history: Drawn['history'], now: Instant) => detect(rulesOf(rulesFile as unknown as SupervisionPack), historyOf(history), calendar, now);
  const key = (one: ReturnType<typeof found>[number]) => `${one.ruleId} ${one.about} ${one.moment}`;

  test('find each thing once, and what they found of an act stays found when more happens', () => {
    fc.assert(fc.property(drawn, fc.nat(30), ({ history, now }, cut) => {
      const all = found(history, now).map(key);
      expect(new Set(all).size).toBe(all.length);
      const facts = history.facts.slice(0, Math.max(1, history.facts.length - cut));
      const state = facts.reduce<Matter | null>(evolve, null) as Matter;
      const acts = found({ state, facts }, facts.at(-1)?.at ?? now).filter((one) => ['S-08', 'S-09', 'S-11', 'S-13'].includes(one.ruleId)).map(key);
      expect(all).toEqual(expect.arrayContaining(acts));
    }), { numRuns: 200 });
  });

  test('find a promise let pass if and only if the matter was completed late', () => {
    fc.assert(fc.property(drawn, ({ history, now }) => {
      const promised = history.state.limits.find((one) => one.limitId === 'promised');
      const isLate = promised !== undefined && promised.endedAt !== null && promised.endedAt > promised.dueAt;
      expect(found(history, now).some((one) => one.ruleId === 'S-02')).toBe(isLate);
    }), { numRuns: 200 });
  });
});
