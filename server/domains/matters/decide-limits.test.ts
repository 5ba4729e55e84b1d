import { beforeAll, describe, expect, it, test } from 'vitest';
import type { CalendarException } from '../../kernel/calendar/index.ts';
import { workingCalendarOf } from '../../kernel/calendar/index.ts';
import type { Instant } from '../../kernel/instant.ts';
import provisionalFile from '../../../data/calendar/provisional-2027.json' with { type: 'json' };
import statutoryFile from '../../../data/calendar/statutory-days.json' with { type: 'json' };
import { by, factsOf, filing, lawOf, place, processOf, provisionalCalendar, rulePack, shenzhen, statutoryCalendar, told, who, workingDays, type Step } from '../../testing/given-matter.ts';
import { acceptMatter, claimLink, completeLink, file, recordResultPaper, withdraw } from './decide.ts';
import { requestCorrection, supplement } from './decide-correction.ts';
import { approveLimitAct, deemAccepted, proposeLimitAct, recomputeLimits, recordPassed, rejectLimitAct } from './decide-limits.ts';
import type { Law } from './law.ts';
import { findLimit, type LimitAct, type MatterLimit } from './matter-limit.ts';
import type { Matter, MatterFact } from './matter.ts';

// Monday 2026-11-02: no holiday until the end of the year, so that days can be counted by hand.
const begun = shenzhen('2026-11-02');
const endOf = (day: string): Instant => shenzhen(day, '23:59:59.999');
const startOf = (day: string): Instant => shenzhen(day, '00:00:00.000');
const closure = (on: string): CalendarException => ({ on, kind: 'closure', name: { 'zh-CN': '台风停工', 'zh-HK': '颱風停工', en: 'Typhoon' }, notice: null });

let law: Law;
beforeAll(async () => {
  law = lawOf(await processOf('decide'), { promised: { amount: 10, unit: 'working_day' } }, { calendar: provisionalCalendar });
});

const accepted: readonly Step[] = [() => file(null, filing(), law, { at: begun, by: by.applicant }), (state) => acceptMatter(state, law, { at: begun, by: by.clerk })];
const claimed: readonly Step[] = [...accepted, (state) => claimLink(state, 'decide-1', who.officer, { at: begun, by: by.officer })];
const after = (...steps: readonly Step[]): Matter => told(...steps).state;
const limitIn = (matter: Matter, id: string): MatterLimit => {
  const found = matter.limits.find((one) => one.limitId === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};
const dues = (matter: Matter, ...ids: readonly string[]) => ids.map((id) => limitIn(matter, id).dueOn);

const special = (pauseId: string, amount: number): LimitAct => ({ type: 'special', pauseId, ground: 'expert_review', document: '深特〔2026〕1号', announced: { amount, unit: 'working_day' } });
const extend = (days: number): LimitAct => ({ type: 'extend', document: '深延〔2026〕1号', by: days, unit: 'working_day' });
const prolong = (pauseId: string, days: number): LimitAct => ({ type: 'prolong', pauseId, document: '深特〔2026〕2号', by: days });
const end = (pauseId: string): LimitAct => ({ type: 'end', pauseId, document: '深特〔2026〕3号' });
const proposed = (proposalId: string, act: LimitAct, at: Instant, under = () => law): Step => (state) => proposeLimitAct(state, proposalId, act, '需要专家评审', under(), { at, by: by.officer });
const approved = (proposalId: string, at: Instant, under = () => law, who_ = by.approver): Step => (state) => approveLimitAct(state, proposalId, '同意', under(), { at, by: who_ });
/** Proposed and approved. */
const done = (proposalId: string, act: LimitAct, at: Instant, approvedAt = at): readonly Step[] => [proposed(proposalId, act, at), approved(proposalId, approvedAt)];

describe('L-006: a special procedure stops the clocks of handling (行政许可法 45)', () => {
  const wed = shenzhen('2026-11-04');
  const thu = shenzhen('2026-11-05', '10:00:00.000');

  it('is proposed by one, approved by another; the clock stands from the approval to the announced end, all told in facts', () => {
    const { facts, state } = told(...claimed, ...done('p1', special('s1', 3), wed, thu));
    const moved = (limitId: string, dueOn: string, yellowOn: string) => ({ limitId, dueOn, dueAt: endOf(dueOn), warnAt: startOf(yellowOn), provisional: false, calendar: provisionalCalendar.version });
    expect(facts.slice(-2)).toEqual([
      { kind: 'limit_act_proposed', at: wed, by: by.officer, content: { proposalId: 'p1', act: special('s1', 3) }, sealed: { words: '需要专家评审' } },
      {
        kind: 'limit_act_approved', at: thu, by: by.approver,
        content: {
          proposalId: 'p1', act: special('s1', 3), announcedUntil: endOf('2026-11-10'), announced: workingDays(3, thu, '2026-11-10', '2026-11-09', provisionalCalendar),
          // Thursday, Friday and Monday the clock stands still at the day's end; until Tuesday, the announced end, but that day's end is the pause's own last moment.
          moved: [moved('statutory', '2026-12-03', '2026-12-02'), moved('promised', '2026-11-19', '2026-11-18'), moved('link:decide-1', '2026-11-10', '2026-11-09')],
        },
        sealed: { words: '同意' },
      },
    ] satisfies MatterFact[]);
    expect(state.proposals).toEqual([{ proposalId: 'p1', act: special('s1', 3), proposedBy: who.officer, institution: place.department, proposedAt: wed, outcome: 'approved', decidedBy: who.approver, decidedAt: thu }]);
    expect(limitIn(state, 'special:s1')).toMatchObject({ kind: 'special', dueOn: '2026-11-10', endedAt: null });
    expect(limitIn(state, 'statutory').clock.pauses).toEqual([{ pauseId: 's1', ground: 'expert_review', document: '深特〔2026〕1号', from: thu, announcedUntil: endOf('2026-11-10'), to: null }]);
  });

  it('nothing moves before the second person has agreed, and nothing when he does not', () => {
    const before = after(...claimed);
    expect(after(...claimed, proposed('p1', special('s1', 3), wed)).limits).toEqual(before.limits);
    const { facts, state } = told(...claimed, proposed('p1', special('s1', 3), wed), (now) => rejectLimitAct(now, 'p1', '不需要', { at: thu, by: by.approver }));
    expect(facts.at(-1)).toEqual({ kind: 'limit_act_rejected', at: thu, by: by.approver, content: { proposalId: 'p1' }, sealed: { words: '不需要' } });
    expect(state.limits).toEqual(before.limits);
    expect(state.proposals).toMatchObject([{ outcome: 'rejected', proposedBy: who.officer, decidedBy: who.approver, decidedAt: thu }]);
  });

  it('the proposer neither approves nor rejects', () => {
    const open = after(...claimed, proposed('p1', special('s1', 3), wed));
    expect(approveLimitAct(open, 'p1', '', law, { at: thu, by: { ...by.officer, institution: place.department } })).toEqual({ ok: false, code: 'matter.same_person', params: {} });
    expect(rejectLimitAct(open, 'p1', '', { at: thu, by: by.officer })).toEqual({ ok: false, code: 'matter.same_person', params: {} });
  });

  it('ended by two persons, it counts from the proposal: waiting for the second person stops no clock', () => {
    // Proposed on Friday, agreed on Monday; announced until Tuesday. Thursday alone was left out.
    const fri = shenzhen('2026-11-06', '16:00:00.000');
    const { facts, state } = told(...claimed, ...done('p1', special('s1', 3), thu), proposed('p2', end('s1'), fri), approved('p2', shenzhen('2026-11-09')));
    expect(facts.at(-1)).toMatchObject({ kind: 'limit_act_approved', content: { act: { type: 'end' }, announcedUntil: null, announced: null } });
    expect(limitIn(state, 'special:s1')).toMatchObject({ endedAt: fri, ending: 'met' });
    expect(limitIn(state, 'statutory').clock.pauses).toMatchObject([{ to: fri, announcedUntil: endOf('2026-11-10') }]);
    expect(dues(state, 'statutory', 'promised', 'link:decide-1')).toEqual(['2026-12-01', '2026-11-17', '2026-11-06']);
  });

  it('stopped and gone on within one day leaves out nothing; over a weekend only Friday is left out', () => {
    const sameDay = after(...claimed, ...done('p1', special('s1', 3), thu), ...done('p2', end('s1'), shenzhen('2026-11-05', '17:00:00.000')));
    expect(dues(sameDay, 'statutory', 'promised')).toEqual(['2026-11-30', '2026-11-16']);
    const overWeekend = after(...claimed, ...done('p1', special('s1', 3), shenzhen('2026-11-06')), ...done('p2', end('s1'), shenzhen('2026-11-09')));
    expect(dues(overWeekend, 'statutory', 'promised')).toEqual(['2026-12-01', '2026-11-17']);
  });

  it('the announced length binds: past it the clock has gone on by itself, ended late or not', () => {
    const late = after(...claimed, ...done('p1', special('s1', 3), thu), ...done('p2', end('s1'), shenzhen('2026-11-13')));
    expect(dues(late, 'statutory', 'promised')).toEqual(['2026-12-03', '2026-11-19']);
    expect(limitIn(late, 'special:s1')).toMatchObject({ dueOn: '2026-11-10', endedAt: shenzhen('2026-11-13') });
  });

  it('prolonged in time by two persons it lasts longer, told anew; the last moment to agree is its announced end', () => {
    const proposedInTime: readonly Step[] = [...claimed, ...done('p1', special('s1', 3), thu), proposed('p2', prolong('s1', 2), shenzhen('2026-11-09'))];
    const { facts, state } = told(...proposedInTime, approved('p2', endOf('2026-11-10')));
    expect(facts.at(-1)).toMatchObject({ kind: 'limit_act_approved', content: { announcedUntil: endOf('2026-11-12'), announced: null } });
    expect((facts.at(-1)?.content as { moved: { limitId: string }[] }).moved.map((one) => one.limitId)).toEqual(['statutory', 'promised', 'link:decide-1', 'special:s1']);
    expect(dues(state, 'special:s1', 'statutory', 'promised', 'link:decide-1')).toEqual(['2026-11-12', '2026-12-07', '2026-11-23', '2026-11-12']);
    expect(limitIn(state, 'special:s1').clock.extensions).toEqual([{ amount: 2, at: endOf('2026-11-10'), ground: '深特〔2026〕2号' }]);
    expect(approved('p2', startOf('2026-11-11'))(after(...proposedInTime))).toEqual({ ok: false, code: 'matter.announced_time_over', params: { date: '2026-11-10' } });
  });

  it('while it lasts, and until it is ended, nothing is found and nothing decided', () => {
    const steps = [...claimed, ...done('p1', special('s1', 3), thu)];
    const decide = (at: Instant): Step => (state) => completeLink(state, { linkId: 'decide-1', staffId: who.officer, act: 'propose_decision', action: 'granted', opinion: '' }, law, { at, by: by.officer });
    expect(decide(shenzhen('2026-11-06'))(after(...steps))).toEqual({ ok: false, code: 'matter.procedure_open', params: {} });
    expect(decide(shenzhen('2026-11-20'))(after(...steps))).toMatchObject({ code: 'matter.procedure_open' });
    expect(decide(shenzhen('2026-11-09'))(after(...steps, ...done('p2', end('s1'), shenzhen('2026-11-06')))).ok).toBe(true);
  });

  it('of two that overlap a day is left out once, and the clock stands until the later has ended', () => {
    const two: readonly Step[] = [...claimed, ...done('p1', special('s1', 5), shenzhen('2026-11-03')), ...done('p2', special('s2', 2), shenzhen('2026-11-05'))];
    // s1 until Tuesday the 10th, s2 until Monday the 9th: 3, 4, 5, 6 and 9 are left out once each.
    expect(dues(after(...two), 'statutory', 'promised')).toEqual(['2026-12-07', '2026-11-23']);
    const firstEnded = after(...two, ...done('p3', end('s1'), shenzhen('2026-11-06')));
    // s1 left out 3, 4, 5; s2 goes on and leaves out 5 and 6.
    expect(dues(firstEnded, 'statutory', 'promised')).toEqual(['2026-12-04', '2026-11-20']);
  });

  it('over a holiday and a worked Saturday the days left out are working days only', () => {
    const spring = lawOf(law.graph, { promised: { amount: 10, unit: 'working_day' } }, { calendar: provisionalCalendar });
    const from = shenzhen('2026-09-29');
    const state = after(
      () => file(null, filing(), spring, { at: from, by: by.applicant }), (now) => acceptMatter(now, spring, { at: from, by: by.clerk }), (now) => claimLink(now, 'decide-1', who.officer, { at: from, by: by.officer }),
      proposed('p1', special('s1', 3), shenzhen('2026-09-30')), approved('p1', shenzhen('2026-09-30', '15:00:00.000')),
    );
    // Announced: 8, 9 and the worked Saturday 10 October. Left out at their ends: 30 September, 8 and 9 October.
    expect(dues(state, 'special:s1', 'promised')).toEqual(['2026-10-10', '2026-10-22']);
  });

  test.each([
    ['a second proposal while one is open', 'matter.proposal_open', () => proposed('p2', extend(3), thu)(after(...claimed, proposed('p1', special('s1', 3), wed)))],
    ['a procedure under an id that is used', 'matter.procedure_open', () => proposed('p2', special('s1', 3), thu)(after(...claimed, ...done('p1', special('s1', 3), wed)))],
    ['ending what never began', 'matter.procedure_unknown', () => proposed('p2', end('s9'), thu)(after(...claimed))],
    ['prolonging what never began', 'matter.procedure_unknown', () => proposed('p2', prolong('s9', 3), thu)(after(...claimed))],
    ['ending twice', 'matter.procedure_over', () => proposed('p3', end('s1'), thu)(after(...claimed, ...done('p1', special('s1', 3), wed), ...done('p2', end('s1'), wed)))],
    ['approving what nobody proposed', 'matter.proposal_unknown', () => approved('p9', thu)(after(...claimed))],
    ['approving twice', 'matter.proposal_decided', () => approved('p1', thu)(after(...claimed, ...done('p1', special('s1', 3), wed)))],
    ['approving what was rejected', 'matter.proposal_decided', () => approved('p1', thu)(after(...claimed, proposed('p1', special('s1', 3), wed), (state) => rejectLimitAct(state, 'p1', '', { at: thu, by: by.approver })))],
    ['before acceptance', 'matter.not_open', () => proposed('p1', special('s1', 3), wed)(after(accepted[0] as Step))],
    ['after the matter was withdrawn', 'matter.not_open', () => approved('p1', thu)(after(...claimed, proposed('p1', special('s1', 3), wed), (state) => withdraw(state, { at: thu, by: by.applicant })))],
    ['an announced end past the calendar', 'calendar.past_end', () => approved('p1', wed)(after(...claimed, proposed('p1', special('s1', 365), wed)))],
  ] as const)('refuses %s', (_what, code, decision) => {
    expect(decision()).toMatchObject({ ok: false, code });
  });

  it('begun after a limit has passed it hides nothing: that limit stays where it was', () => {
    const state = after(...claimed, ...done('p1', special('s1', 3), shenzhen('2026-11-10')));
    expect(dues(state, 'link:decide-1', 'promised')).toEqual(['2026-11-05', '2026-11-19']);
  });
});

describe.each([
  ['L-004: 20 working days, at most 10 more', false, 20, 10, ['2026-11-30', '2026-12-14']],
  ['L-005: jointly 45 working days, at most 15 more', true, 45, 15, ['2027-01-05', '2027-01-26']],
] as const)('%s (行政许可法 42)', (_name, joint, days, most, [before, later]) => {
  const under = () => lawOf(law.graph, { joint, statutory: { amount: days, unit: 'working_day' }, promised: { amount: 10, unit: 'working_day' } }, { calendar: provisionalCalendar });
  const steps = (): readonly Step[] => [
    () => file(null, filing(), under(), { at: begun, by: by.applicant }), (state) => acceptMatter(state, under(), { at: begun, by: by.clerk }), (state) => claimLink(state, 'decide-1', who.officer, { at: begun, by: by.officer }),
  ];
  const early = shenzhen('2026-11-04');

  it('extended once, by two persons: every limit of handling that has not passed is longer', () => {
    const { facts, state } = told(...steps(), proposed('p1', extend(most), early, under), approved('p1', early, under));
    expect(dues(after(...steps()), 'statutory')).toEqual([before]);
    expect(dues(state, 'statutory')).toEqual([later]);
    expect(facts.at(-1)).toMatchObject({ kind: 'limit_act_approved', content: { act: extend(most), announcedUntil: null, announced: null, moved: [{ limitId: 'statutory' }, { limitId: 'promised' }, { limitId: 'link:decide-1' }] } });
    expect(limitIn(state, 'statutory').clock.extensions).toEqual([{ amount: most, at: early, ground: '深延〔2026〕1号' }]);
  });

  it('not longer, not twice, and not once it has passed, though it was proposed in time', () => {
    expect(proposed('p1', extend(most + 1), early, under)(after(...steps()))).toEqual({ ok: false, code: 'matter.extension_too_long', params: { most } });
    expect(proposed('p2', extend(1), early, under)(after(...steps(), proposed('p1', extend(3), early, under), approved('p1', early, under)))).toEqual({ ok: false, code: 'matter.extended_already', params: {} });
    const waiting = after(...steps(), proposed('p1', extend(3), early, under));
    expect(approved('p1', endOf(before), under)(waiting).ok).toBe(true);
    expect(approved('p1', startOf(nextDay(before)), under)(waiting)).toEqual({ ok: false, code: 'matter.extension_too_late', params: { date: before } });
  });

  it('what has passed already stays late: a broken promise is not mended by it', () => {
    const late = shenzhen('2026-11-17');
    const state = after(...steps(), proposed('p1', extend(3), late, under), approved('p1', late, under));
    expect(dues(state, 'promised', 'link:decide-1')).toEqual(['2026-11-16', '2026-11-05']);
    expect(limitIn(state, 'promised').clock.extensions).toEqual([]);
    expect(limitIn(state, 'statutory').clock.extensions).toHaveLength(1);
  });
});

const nextDay = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

it('L-004: an item without a limit by law, or with one in other units, has nothing to extend', () => {
  for (const statutory of [null, { amount: 30, unit: 'calendar_day' as const }]) {
    const under = lawOf(law.graph, { statutory }, { calendar: provisionalCalendar });
    const state = after(() => file(null, filing(), under, { at: begun, by: by.applicant }), (now) => acceptMatter(now, under, { at: begun, by: by.clerk }));
    expect(proposed('p1', extend(3), begun, () => under)(state)).toMatchObject({ code: 'matter.nothing_to_extend' });
  }
});

describe('L-013: silence accepts (视为受理)', () => {
  const filed = () => file(null, filing(), law, { at: begun, by: by.applicant });
  const late = startOf('2026-11-10');
  const deemed = (at = late): Step => (state) => deemAccepted(state, law, { at, by: by.system });

  it('not in the last moment of the five days, but from the first moment after: accepted from the day of receipt', () => {
    expect(deemed(endOf('2026-11-09'))(after(filed))).toEqual({ ok: false, code: 'matter.limit_not_passed', params: {} });
    const { facts, state } = told(filed, deemed());
    expect(facts.slice(1)).toEqual([
      {
        kind: 'deemed_accepted', at: late, by: by.system,
        content: {
          acceptedFrom: begun, statutory: workingDays(20, begun, '2026-11-30', '2026-11-27', provisionalCalendar), promised: workingDays(10, begun, '2026-11-16', '2026-11-13', provisionalCalendar), deferred: {},
          flow: { opened: 1, waiting: [{ taskId: 'decide-1', node: 'decide' }], arrived: {}, values: {}, ended: false },
        },
      },
      { kind: 'link_opened', at: late, by: by.system, content: { linkId: 'decide-1', element: 'decide', link: 'decide', post: 'officer', institution: place.department, clock: workingDays(3, late, '2026-11-13', '2026-11-12', provisionalCalendar) } },
    ] satisfies MatterFact[]);
    expect(state).toMatchObject({ status: 'accepted', deemed: true, acceptedAt: begun, acceptedBy: by.system });
  });

  it('recorded days later, because nobody looked, it says the same', () => {
    const [atOnce, threeDays] = [told(filed, deemed()), told(filed, deemed(shenzhen('2026-11-13', '08:00:00.000')))];
    expect(threeDays.facts.map((fact) => fact.content)).toEqual(atOnce.facts.map((fact) => fact.content));
    expect(threeDays.state.limits.map((one) => ({ ...one, endedAt: null }))).toEqual(atOnce.state.limits.map((one) => ({ ...one, endedAt: null })));
  });

  it('who accepts too late records the same: the limits run from receipt', () => {
    const byClerk = told(filed, (state) => acceptMatter(state, law, { at: late, by: by.clerk }));
    expect(byClerk.facts[1]).toMatchObject({ kind: 'deemed_accepted', by: by.clerk, content: (told(filed, deemed()).facts[1] as MatterFact).content });
    const inTime = told(filed, (state) => acceptMatter(state, law, { at: endOf('2026-11-09'), by: by.clerk }));
    expect(inTime.facts[1]).toMatchObject({ kind: 'matter_accepted', content: { statutory: { startedAt: endOf('2026-11-09') } } });
  });

  it('after a supplement the five days run from the answer, and so does the acceptance', () => {
    const answer = shenzhen('2026-11-12');
    const steps: readonly Step[] = [
      filed, (state) => requestCorrection(state, [{ about: 'material', code: 'id-card', fault: 'expired' }], [''], { materials: ['id-card'], fields: [] }, law, { at: shenzhen('2026-11-04'), by: by.clerk }),
      (state) => supplement(state, { handedIn: filing().handedIn, particulars: { form: {}, fileNames: {} }, changedFields: [], judgement: filing().judgement }, 'online', law, { at: answer, by: by.applicant }),
    ];
    expect(deemed(shenzhen('2026-11-11'))(after(...steps.slice(0, 2))), 'while the resident is to answer nothing is silent').toMatchObject({ code: 'matter.limit_not_passed' });
    expect(deemed(endOf('2026-11-19'))(after(...steps)).ok).toBe(false);
    const state = after(...steps, deemed(startOf('2026-11-20')));
    expect(state).toMatchObject({ acceptedAt: answer, deemed: true });
    expect(dues(state, 'statutory', 'promised')).toEqual(['2026-12-10', '2026-11-26']);
    expect(limitIn(state, 'promised').clock.startedAt).toBe(answer);
  });

  it('not after acceptance, refusal, withdrawal, and not twice', () => {
    for (const steps of [accepted, [filed, (state: Matter) => withdraw(state, { at: begun, by: by.applicant })], [filed, deemed()]]) expect(deemed()(after(...steps))).toMatchObject({ code: 'matter.limit_not_passed' });
  });
});

describe('a breach is recorded once, with who was answerable when it happened', () => {
  const passed = (limitId: string, dueAt: Instant, at: Instant): Step => (state) => recordPassed(state, limitId, dueAt, { at, by: by.system });
  const linkDue = endOf('2026-11-05');
  const late = startOf('2026-11-06');

  it('not in its last moment; from the first moment after; once for each due moment', () => {
    expect(passed('link:decide-1', linkDue, linkDue)(after(...claimed))).toMatchObject({ code: 'matter.limit_not_passed' });
    const { facts, state } = told(...claimed, passed('link:decide-1', linkDue, late));
    expect(facts.at(-1)).toEqual({
      kind: 'limit_passed', at: late, by: by.system, content: { limitId: 'link:decide-1', limit: 'link', dueOn: '2026-11-05', dueAt: linkDue, institution: place.department, post: 'officer', staffId: who.officer },
    } satisfies MatterFact);
    expect(limitIn(state, 'link:decide-1').passedAt).toBe(late);
    expect(passed('link:decide-1', linkDue, shenzhen('2026-11-09'))(state)).toMatchObject({ code: 'matter.limit_not_passed' });
  });

  it('not for another moment than it is due at, not for a limit that is none, not for one that ended in time', () => {
    for (const [limitId, dueAt] of [['link:decide-1', endOf('2026-11-04')], ['link:decide-9', linkDue], ['notice#1', endOf('2026-11-09')]] as const) {
      expect(passed(limitId, dueAt, shenzhen('2026-11-20'))(after(...claimed)), limitId).toMatchObject({ code: 'matter.limit_not_passed' });
    }
  });

  it('of what ended too late before anybody looked as well, and of a matter that is over', () => {
    const ended: readonly Step[] = [...claimed, (state) => completeLink(state, { linkId: 'decide-1', staffId: who.officer, act: 'propose_decision', action: 'granted', opinion: '' }, law, { at: late, by: by.officer })];
    expect(factsOf(passed('link:decide-1', linkDue, shenzhen('2026-11-09'))(after(...ended)))).toMatchObject([{ content: { limitId: 'link:decide-1', staffId: who.officer } }]);
    const withdrawn: readonly Step[] = [...claimed, (state) => withdraw(state, { at: late, by: by.applicant })];
    expect(passed('link:decide-1', linkDue, shenzhen('2026-11-09'))(after(...withdrawn)).ok).toBe(true);
    expect(passed('promised', endOf('2026-11-16'), shenzhen('2026-11-20'))(after(...withdrawn)), 'what had not passed by then never passes').toMatchObject({ code: 'matter.limit_not_passed' });
  });

  it('against who had it at that moment, not who took it or ended it since', () => {
    const taken: readonly Step[] = [...accepted, (state) => claimLink(state, 'decide-1', who.officer, { at: late, by: by.officer })];
    expect(factsOf(passed('link:decide-1', linkDue, late)(after(...taken)))).toMatchObject([{ content: { institution: place.department, staffId: null } }]);
    const promisedDue = endOf('2026-11-16');
    const decided: readonly Step[] = [...claimed, (state) => completeLink(state, { linkId: 'decide-1', staffId: who.officer, act: 'propose_decision', action: 'granted', opinion: '' }, law, { at: shenzhen('2026-11-17'), by: by.officer })];
    expect(factsOf(passed('promised', promisedDue, shenzhen('2026-11-18'))(after(...decided)))).toMatchObject([{ content: { limit: 'promised', post: 'officer', staffId: who.officer } }]);
  });

  it('of the notice against the window; of a special procedure against who proposed it', () => {
    const filed = () => file(null, filing({ channel: 'window' }), law, { at: begun, by: by.clerk });
    expect(factsOf(passed('notice#1', endOf('2026-11-09'), startOf('2026-11-10'))(after(filed)))).toMatchObject([{ content: { limit: 'notice', institution: place.hall, post: 'window_clerk', staffId: who.clerk } }]);
    const open = after(...claimed, ...done('p1', special('s1', 3), shenzhen('2026-11-03')));
    expect(factsOf(passed('special:s1', endOf('2026-11-06'), startOf('2026-11-07'))(open))).toMatchObject([{ content: { limit: 'special', institution: place.department, post: 'officer', staffId: who.officer } }]);
  });
});

describe('L-032: a calendar that changes counts every running limit anew that reaches the day', () => {
  const withTyphoon = (...days: readonly string[]) => ({ ...law, calendar: workingCalendarOf(statutoryFile, provisionalFile, days.map(closure)) });
  const recomputed = (under: Law, firstDay: string, at: Instant): Step => (state) => recomputeLimits(state, { changeId: 'c-1', firstDay }, under, { at, by: by.system });
  const tue = shenzhen('2026-11-03');

  it('a closure in between moves what reaches it by a day, and the fact names the calendar, the change and what moved', () => {
    const under = withTyphoon('2026-11-12');
    const { facts, state } = told(...claimed, recomputed(under, '2026-11-12', tue));
    const moved = (limitId: string, dueOn: string, yellowOn: string) => ({ limitId, dueOn, dueAt: endOf(dueOn), warnAt: startOf(yellowOn), provisional: false, calendar: under.calendar.version });
    expect(facts.at(-1)).toEqual({
      kind: 'limits_recomputed', at: tue, by: by.system,
      content: { calendar: under.calendar.version, changeId: 'c-1', firstDay: '2026-11-12', moved: [moved('statutory', '2026-12-01', '2026-11-30'), moved('promised', '2026-11-17', '2026-11-16')] },
    } satisfies MatterFact);
    expect(dues(state, 'statutory', 'promised', 'link:decide-1', 'notice#1')).toEqual(['2026-12-01', '2026-11-17', '2026-11-05', '2026-11-09']);
    expect(state.calendar).toBe(under.calendar.version);
    expect(limitIn(state, 'link:decide-1').calendar, 'what does not reach the day keeps the calendar that counted it').toBe(provisionalCalendar.version);
  });

  it('a closure of the last day moves the limit, one of the day after does not reach it', () => {
    expect(dues(after(...claimed, recomputed(withTyphoon('2026-11-16'), '2026-11-16', tue)), 'promised')).toEqual(['2026-11-17']);
    expect(dues(after(...claimed, recomputed(withTyphoon('2026-11-17'), '2026-11-17', tue)), 'promised')).toEqual(['2026-11-16']);
  });

  it('the notice for a new year takes the place of the provisional one', () => {
    const festival = Object.keys(provisionalFile.festivals)[0] ?? '';
    const days = [...provisionalFile.days.filter((day) => day.on !== '2027-01-04'), { on: '2027-01-04', kind: 'statutory_holiday', festival, notice: 'notice-2027' }];
    const arranged = { ...workingCalendarOf(statutoryFile, { ...provisionalFile, version: 'notice-2027', days }), provisionalFrom: null };
    const december = shenzhen('2026-12-14');
    const start = (): readonly Step[] => [() => file(null, filing(), law, { at: december, by: by.applicant }), (state) => acceptMatter(state, law, { at: december, by: by.clerk })];
    const [before, now] = [after(...start()), after(...start(), recomputed({ ...law, calendar: arranged }, '2027-01-01', shenzhen('2026-12-15')))];
    expect([limitIn(before, 'statutory').provisional, limitIn(now, 'statutory').provisional]).toEqual([true, false]);
    expect(limitIn(now, 'statutory').dueOn > limitIn(before, 'statutory').dueOn).toBe(true);
    expect(limitIn(now, 'promised'), 'what is due before the year is left alone').toEqual(limitIn(before, 'promised'));
  });

  it('what does not reach the day, or was counted by that calendar already, is left alone', () => {
    expect(recomputed(withTyphoon('2026-12-25'), '2026-12-25', tue)(after(...claimed))).toEqual({ ok: false, code: 'matter.limits_unchanged', params: {} });
    const under = withTyphoon('2026-11-12');
    expect(recomputed(under, '2026-11-12', tue)(after(...claimed, recomputed(under, '2026-11-12', tue)))).toMatchObject({ code: 'matter.limits_unchanged' });
    expect(recomputed(under, '2026-11-02', tue)(after(...claimed, (state) => withdraw(state, { at: tue, by: by.applicant })))).toMatchObject({ code: 'matter.limits_unchanged' });
  });

  it('a limit that had passed and ends later by the new calendar is in time again, and may pass again', () => {
    const due = endOf('2026-11-05');
    const passed: Step = (state) => recordPassed(state, 'link:decide-1', due, { at: startOf('2026-11-06'), by: by.system });
    const { facts, state } = told(...claimed, passed, recomputed(withTyphoon('2026-11-05'), '2026-11-05', shenzhen('2026-11-06')));
    expect(limitIn(state, 'link:decide-1')).toMatchObject({ dueOn: '2026-11-06', passedAt: null });
    const again = recordPassed(state, 'link:decide-1', endOf('2026-11-06'), { at: startOf('2026-11-07'), by: by.system });
    expect(factsOf(again)).toMatchObject([{ content: { dueOn: '2026-11-06' } }]);
    expect(facts.filter((fact) => fact.kind === 'limit_passed')).toHaveLength(1);
  });

  it('one that ends earlier by the new calendar stays passed', () => {
    const typhoon = withTyphoon('2026-11-05');
    const state = after(...claimed, recomputed(typhoon, '2026-11-05', tue), (now) => recordPassed(now, 'link:decide-1', endOf('2026-11-06'), { at: startOf('2026-11-07'), by: by.system }), recomputed({ ...law, calendar: { ...law.calendar, version: 'repealed' } }, '2026-11-05', shenzhen('2026-11-09')));
    expect(limitIn(state, 'link:decide-1')).toMatchObject({ dueOn: '2026-11-05', passedAt: startOf('2026-11-07') });
  });

  it('a closure while the clock stands still for it anyway moves nothing twice', () => {
    const stopped: readonly Step[] = [...claimed, ...done('p1', special('s1', 5), shenzhen('2026-11-03'))];
    const under = withTyphoon('2026-11-05');
    // Left out before: 3, 4, 5, 6, 9. The 5th is a closure now, and left out once all the same.
    expect(dues(after(...stopped, recomputed(under, '2026-11-05', shenzhen('2026-11-04'))), 'promised')).toEqual(dues(after(...stopped), 'promised'));
  });

  it('a calendar too short for a limit is refused, and nothing is moved by halves', () => {
    const short = { ...law, calendar: { ...statutoryCalendar, version: 'short', to: '2026-11-20' } };
    expect(recomputed(short, '2026-11-03', tue)(after(...claimed))).toMatchObject({ ok: false, code: 'calendar.past_end' });
  });
});

it('a result paper is nothing to the clocks of handling, and a completed matter has none', () => {
  const state = after(...claimed, (now) => completeLink(now, { linkId: 'decide-1', staffId: who.officer, act: 'propose_decision', action: 'granted', opinion: '' }, law, { at: shenzhen('2026-11-03'), by: by.officer }), (now) => recordResultPaper(now, 'f'.repeat(64), 1, { at: shenzhen('2026-11-03'), by: by.system }));
  expect(state.limits.filter((one) => one.endedAt === null)).toEqual([]);
  expect(findLimit(state.limits, 'service')?.ending).toBe('met');
  expect(rulePack.limits.extension.amount).toBe(10);
});
