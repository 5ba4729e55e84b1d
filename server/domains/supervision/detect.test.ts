import { beforeAll, describe, expect, test } from 'vitest';
import rulesFile from '../../../data/law/supervision-rules-2026-1.json' with { type: 'json' };
import { by, filing, lawOf, place, processOf, provisionalCalendar, shenzhen, told, who, type Step } from '../../testing/given-matter.ts';
import type { By } from '../../kernel/actor.ts';
import type { Instant } from '../../kernel/instant.ts';
import { acceptMatter, claimLink, completeLink, file, releaseLink, withdraw, type Completion } from '../matters/decide.ts';
import { requestCorrection } from '../matters/decide-correction.ts';
import { approveLimitAct, deemAccepted, proposeLimitAct, recomputeLimits, recordPassed, rejectLimitAct } from '../matters/decide-limits.ts';
import type { Law } from '../matters/law.ts';
import { rulesOf, type SupervisionPack } from '../law/pack.ts';
import type { LimitAct } from '../matters/matter-limit.ts';
import type { Matter, MatterFact } from '../matters/matter.ts';
import { detect, detectParked, detectRefiling, type Previous } from './detect.ts';
import { historyOf } from './routes-context.ts';

const rules = rulesOf(rulesFile as unknown as SupervisionPack);
const calendar = provisionalCalendar;
let law: Law;
beforeAll(async () => {
  law = lawOf(await processOf('decide-approve'), {}, { calendar });
});

// Monday 2026-11-23: promised 5 working days to Monday 11-30, 3 days for each proposal of a decision.
const filed = (who: By = by.clerk): Step => () => file(null, filing({ channel: who.kind === 'staff' ? 'window' : 'online' }), law, { at: shenzhen('2026-11-20'), by: who });
const accepted = (at = shenzhen('2026-11-23')): Step => (state) => acceptMatter(state, law, { at, by: by.clerk });
const passed = (limitId: string): Step => (state) => {
  const dueAt = state.limits.find((one) => one.limitId === limitId)?.dueAt ?? '';
  return recordPassed(state, limitId, dueAt, { at: new Date(Date.parse(dueAt) + 5_000).toISOString(), by: by.system });
};
const open = (state: Matter) => state.links.find((link) => link.doneAt === null)?.linkId ?? '';
const claimed = (at: Instant, staffId: string = who.officer, actor: By = by.officer): Step => (state) => claimLink(state, open(state), staffId, { at, by: actor });
const done = (at: Instant, act: Completion['act'], action: Completion['action'], staffId: string = who.officer, actor: By = by.officer): Step => (state) =>
  completeLink(state, { linkId: open(state), staffId, act, action, opinion: '意见' }, law, { at, by: actor });
let proposals = 0;
const acted = (act: LimitAct, proposedAt: Instant, approvedAt: Instant | null, reject = false): Step[] => {
  const id = `0190b000-0000-7000-8000-0000000a${String((proposals += 1)).padStart(4, '0')}`;
  return [
    (state) => proposeLimitAct(state, id, act, '事由', law, { at: proposedAt, by: by.officer }),
    ...(approvedAt === null ? [] : [((state) => (reject ? rejectLimitAct(state, id, '不同意', { at: approvedAt, by: by.approver }) : approveLimitAct(state, id, '同意', law, { at: approvedAt, by: by.approver }))) as Step]),
  ];
};
const special = (pauseId: string, days = 5): LimitAct => ({ type: 'special', pauseId, ground: 'inspection', document: '深检〔2026〕1号', announced: { amount: days, unit: 'working_day' } });
const found = (history: { state: Matter; facts: readonly MatterFact[] }, now: Instant = shenzhen('2027-01-20')) => detect(rules, historyOf(history), calendar, now);
const ids = (history: { state: Matter; facts: readonly MatterFact[] }, now?: Instant) => found(history, now).map((one) => one.ruleId).sort();

describe('S-01: nothing was said within the notice limit', () => {
  test('is found once, at the last moment in time, against the window that took the application', () => {
    const history = told(filed(), passed('notice#1'), (state) => deemAccepted(state, law, { at: shenzhen('2026-11-28'), by: by.system }));
    const one = found(history, shenzhen('2026-11-28')).filter((finding) => finding.ruleId === 'S-01');
    expect(one).toMatchObject([{ limitId: 'notice#1', moment: shenzhen('2026-11-27', '23:59:59.999'), institution: place.hall, post: 'window_clerk', staffId: who.clerk, severity: 'red', opensOrder: true }]);
  });
  test('is found also where the window was late and its acceptance came before the breach was recorded', () => {
    expect(ids(told(filed(), accepted(shenzhen('2026-11-28'))), shenzhen('2026-11-28'))).toContain('S-01');
  });
  test('is not found where the window said something on the last day', () => {
    const history = told(filed(), (state) => requestCorrection(state, [{ about: 'material', code: 'id-card', fault: 'unreadable' }], ['看不清'], { materials: ['id-card'], fields: [] }, law, { at: shenzhen('2026-11-27', '23:59:59.999'), by: by.clerk }));
    expect(ids(history)).toEqual([]);
  });
  test('is no breach of the office where the resident lets his own time to correct pass', () => {
    const history = told(filed(), (state) => requestCorrection(state, [{ about: 'material', code: 'id-card', fault: 'unreadable' }], ['看不清'], { materials: ['id-card'], fields: [] }, law, { at: shenzhen('2026-11-24'), by: by.clerk }), passed('correction#1'));
    expect(ids(history)).toEqual([]);
  });
});

describe('S-02, S-03: promised and statutory limits', () => {
  test('let pass are found each for itself, against whoever had it then', () => {
    const history = told(filed(), accepted(), claimed(shenzhen('2026-11-24')), passed('promised'), passed('statutory'));
    expect(found(history).filter((one) => ['S-02', 'S-03'].includes(one.ruleId)).map((one) => [one.ruleId, one.limitId, one.moment, one.institution, one.staffId])).toEqual([
      ['S-02', 'promised', shenzhen('2026-11-30', '23:59:59.999'), place.department, who.officer], ['S-03', 'statutory', shenzhen('2026-12-21', '23:59:59.999'), place.department, who.officer],
    ]);
  });
  test('are not found where the matter is completed in the last moment in time', () => {
    const end = shenzhen('2026-11-30', '23:59:59.999');
    const history = told(filed(), accepted(), claimed(shenzhen('2026-11-24')), done(shenzhen('2026-11-24', '10:00:00.000'), 'propose_decision', 'granted'), claimed(shenzhen('2026-11-25'), who.approver, by.approver), done(end, 'approve_decision', 'agreed', who.approver, by.approver));
    expect(history.state.status).toBe('completed');
    expect(ids(history)).toEqual([]);
  });
  test('are found where it was completed a moment late and no breach had been recorded', () => {
    const late = shenzhen('2026-12-01', '00:00:00.000');
    const history = told(filed(), accepted(), claimed(shenzhen('2026-11-24')), done(shenzhen('2026-11-24', '10:00:00.000'), 'propose_decision', 'granted'), claimed(shenzhen('2026-11-25'), who.approver, by.approver), done(late, 'approve_decision', 'agreed', who.approver, by.approver));
    expect(found(history)).toMatchObject([{ ruleId: 'S-02', limitId: 'promised', moment: shenzhen('2026-11-30', '23:59:59.999'), staffId: who.approver }]);
  });
  test('are not found where a lawful special procedure stood over them', () => {
    const history = told(filed(), accepted(), ...acted(special('p1', 10), shenzhen('2026-11-24'), shenzhen('2026-11-24', '11:00:00.000')));
    expect(ids(history, shenzhen('2026-12-01'))).toEqual([]);
  });
  test('let pass stay found when an extension comes afterwards, and are undone when a later calendar says that there was no breach', () => {
    const breached = [filed(), accepted(), passed('promised')];
    const later = { ...calendar, version: 'later', exceptions: new Map([...calendar.exceptions, ['2026-11-30', { on: '2026-11-30', kind: 'closure' as const, name: { 'zh-CN': '台风', 'zh-HK': '颱風', en: 'Typhoon' }, notice: null }]]) };
    const recomputed: Step = (state) => recomputeLimits(state, { changeId: 'c', firstDay: '2026-11-30' }, { ...law, calendar: later }, { at: shenzhen('2026-12-01', '09:00:00.000'), by: by.system });
    expect(ids(told(...breached))).toContain('S-02');
    const extension = acted({ type: 'extend', document: '延', by: 10, unit: 'working_day' }, shenzhen('2026-12-02'), shenzhen('2026-12-02', '10:00:00.000'));
    expect(ids(told(...breached, ...extension), shenzhen('2026-12-03'))).toContain('S-02');
    expect(ids(told(...breached, recomputed), shenzhen('2026-12-01', '10:00:00.000')).includes('S-02')).toBe(false);
    expect(found(told(...breached, recomputed, passed('promised'))).filter((one) => one.ruleId === 'S-02').map((one) => one.moment)).toEqual([shenzhen('2026-12-01', '23:59:59.999')]);
  });
});

describe('S-04: a link late while the matter is in time', () => {
  test('is found; once the promise has passed too, the link is no finding of its own', () => {
    const history = told(filed(), accepted(), passed('link:decide-1'));
    expect(found(history, shenzhen('2026-11-26', '23:59:59.999')).filter((one) => one.ruleId !== 'S-05')).toMatchObject([{ ruleId: 'S-04', limitId: 'link:decide-1', moment: shenzhen('2026-11-26', '23:59:59.999'), severity: 'warning', opensOrder: false }]);
    const slow = told(filed(), accepted(), claimed(shenzhen('2026-11-24')), done(shenzhen('2026-11-26'), 'propose_decision', 'granted'), claimed(shenzhen('2026-11-27'), who.approver, by.approver),
      done(shenzhen('2026-11-30'), 'return_decision', 'returned', who.approver, by.approver), passed('promised'), passed('link:decide-3'));
    expect(ids(slow)).toEqual(['S-02']);
  });
  test('is not found where both were due at the same moment: then the matter is late, and S-02 says it', async () => {
    const slack = lawOf(await processOf('decide-approve'), { linkDays: { decide: 5 } }, { calendar });
    const history = told(() => file(null, filing(), slack, { at: shenzhen('2026-11-20'), by: by.clerk }), (state) => acceptMatter(state, slack, { at: shenzhen('2026-11-23'), by: by.clerk }), passed('link:decide-1'), passed('promised'));
    expect(ids(history)).toEqual(['S-02']);
  });
  test('is not found where the link ended in its last moment', () => {
    expect(ids(told(filed(), accepted(), claimed(shenzhen('2026-11-24')), done(shenzhen('2026-11-26', '23:59:59.999'), 'propose_decision', 'granted')), shenzhen('2026-11-26', '23:59:59.999'))).toEqual([]);
  });
});

describe('S-05: the promise near its end', () => {
  const history = () => told(filed(), accepted());
  test('is found from the warning line to the last moment', () => {
    expect(ids(history(), shenzhen('2026-11-27', '00:00:00.000'))).toEqual(['S-05']);
    expect(ids(history(), shenzhen('2026-11-30', '23:59:59.999'))).toEqual(['S-05']);
  });
  test('is not found a moment before, nor after, nor while a procedure holds the clock', () => {
    expect(ids(history(), shenzhen('2026-11-26', '23:59:59.999'))).toEqual([]);
    expect(ids(history(), shenzhen('2026-12-01', '00:00:00.000'))).toEqual([]);
    expect(ids(told(filed(), accepted(), ...acted(special('p1', 3), shenzhen('2026-11-24'), shenzhen('2026-11-24', '11:00:00.000'))), shenzhen('2026-11-26'))).toEqual([]);
  });
});

describe('S-06: the result served late', () => {
  const decided = (delivery: Step[] = []) => told(() => file(null, filing({ channel: 'window' }), law, { at: shenzhen('2026-11-20'), by: by.clerk }), accepted(), claimed(shenzhen('2026-11-24')), done(shenzhen('2026-11-24', '10:00:00.000'), 'propose_decision', 'granted'),
    claimed(shenzhen('2026-11-25'), who.approver, by.approver), done(shenzhen('2026-11-25', '11:00:00.000'), 'approve_decision', 'agreed', who.approver, by.approver), ...delivery);
  test('is found ten working days after the decision, and not while there is time', () => {
    const service = decided().state.limits.find((one) => one.kind === 'service');
    expect(service?.dueOn).toBe('2026-12-09');
    expect(ids(decided([passed('service')]))).toEqual(['S-06']);
    expect(ids(decided(), shenzhen('2026-12-09'))).toEqual([]);
  });
});

describe('S-07: a special procedure longer than announced', () => {
  const begun = [filed(), accepted(), ...acted(special('p7', 3), shenzhen('2026-11-24'), shenzhen('2026-11-24', '11:00:00.000'))];
  const ended = (proposedAt: Instant, approvedAt: Instant | null, reject = false) => acted({ type: 'end', pauseId: 'p7', document: '深检〔2026〕2号' }, proposedAt, approvedAt, reject);
  test('is found when the announced length is over and nobody has ended it', () => {
    expect(found(told(...begun, passed('special:p7')))).toMatchObject([{ ruleId: 'S-07', limitId: 'special:p7', moment: shenzhen('2026-11-27', '23:59:59.999'), staffId: who.officer }]);
  });
  test('is not found where it was ended in time, also when the second person agreed later', () => {
    expect(ids(told(...begun, ...ended(shenzhen('2026-11-27', '18:00:00.000'), shenzhen('2026-11-27', '19:00:00.000'))), shenzhen('2026-11-28'))).toEqual([]);
    const waiting = told(...begun, ...ended(shenzhen('2026-11-27', '23:59:59.999'), null), passed('special:p7'));
    expect(ids(waiting, shenzhen('2026-11-28'))).toEqual([]);
    const agreed = told(...begun, ...ended(shenzhen('2026-11-27', '18:00:00.000'), null), passed('special:p7'), (state) => approveLimitAct(state, state.proposals.at(-1)?.proposalId ?? '', '同意', law, { at: shenzhen('2026-11-30'), by: by.approver }));
    expect(ids(agreed, shenzhen('2026-11-30')).includes('S-07')).toBe(false);
  });
  test('is found when the end proposed in time is rejected, and when it was proposed too late', () => {
    const rejected = told(...begun, ...ended(shenzhen('2026-11-27', '18:00:00.000'), null), passed('special:p7'), (state) => rejectLimitAct(state, state.proposals.at(-1)?.proposalId ?? '', '还没有完', { at: shenzhen('2026-11-30'), by: by.approver }));
    expect(ids(rejected, shenzhen('2026-11-30'))).toEqual(['S-07']);
    expect(ids(told(...begun, ...ended(shenzhen('2026-11-28'), shenzhen('2026-11-28', '10:00:00.000'))), shenzhen('2026-11-28'))).toContain('S-07');
  });
});

describe('S-08: a special procedure started at the end of a limit', () => {
  const startedOn = (day: string) => ids(told(filed(), accepted(), ...acted(special('p8', 10), shenzhen(day, '15:00:00.000'), shenzhen(day, '16:00:00.000'))), shenzhen(day, '17:00:00.000'));
  test('is found on the last day and on the working day before, judged by the dates it met, with both persons', () => {
    expect(startedOn('2026-11-30')).toEqual(['S-08']);
    const [one] = found(told(filed(), accepted(), ...acted(special('p8', 10), shenzhen('2026-11-26'), shenzhen('2026-11-27'))), shenzhen('2026-11-27'));
    expect(one).toMatchObject({ ruleId: 'S-08', about: 'p8', limitId: 'promised', moment: shenzhen('2026-11-27'), staffId: who.officer, secondStaffId: who.approver, institution: place.department });
  });
  test('is not found earlier, though it ends on the last day of the moved limit', () => {
    expect(startedOn('2026-11-24')).toEqual([]);
  });
  test('is judged by the dates of its day: not found near a date that an extension had moved, nor on a limit that was over already', () => {
    const extension = acted({ type: 'extend', document: '延', by: 10, unit: 'working_day' }, shenzhen('2026-11-24'), shenzhen('2026-11-24', '10:00:00.000'));
    const begun = acted(special('p8', 10), shenzhen('2026-11-30', '15:00:00.000'), shenzhen('2026-11-30', '16:00:00.000'));
    expect(ids(told(filed(), accepted(), ...extension, ...begun), shenzhen('2026-11-30', '17:00:00.000'))).toEqual([]);
    const overdue = acted(special('p8', 10), shenzhen('2026-12-02', '15:00:00.000'), shenzhen('2026-12-02', '16:00:00.000'));
    expect(ids(told(filed(), accepted(), passed('promised'), ...overdue), shenzhen('2026-12-02', '17:00:00.000'))).toEqual(['S-02']);
  });
  test('is not found on a limit so short that every day of it is near its end', async () => {
    const short = lawOf(await processOf('decide'), { promised: { amount: 2, unit: 'working_day' }, statutory: null, linkDays: {} }, { calendar });
    const history = told(() => file(null, filing(), short, { at: shenzhen('2026-11-23'), by: by.clerk }), (state) => acceptMatter(state, short, { at: shenzhen('2026-11-23'), by: by.clerk }),
      (state) => proposeLimitAct(state, 'x', special('p9'), '事由', short, { at: shenzhen('2026-11-24'), by: by.officer }), (state) => approveLimitAct(state, 'x', '', short, { at: shenzhen('2026-11-24', '10:00:00.000'), by: by.approver }));
    expect(ids(history, shenzhen('2026-11-24', '10:00:00.000'))).toEqual([]);
  });
});

describe('S-09: special procedures repeated', () => {
  const ending = (pauseId: string, at: Instant, then: Instant) => acted({ type: 'end', pauseId, document: '完' }, at, then);
  test('is found at the second one on a matter, and names it', () => {
    const history = told(filed(), accepted(), ...acted(special('a', 2), shenzhen('2026-11-24'), shenzhen('2026-11-24', '10:00:00.000')), ...ending('a', shenzhen('2026-11-24', '11:00:00.000'), shenzhen('2026-11-24', '12:00:00.000')),
      ...acted(special('b', 2), shenzhen('2026-11-24', '13:00:00.000'), shenzhen('2026-11-24', '14:00:00.000')));
    expect(found(history, shenzhen('2026-11-24', '15:00:00.000'))).toMatchObject([{ ruleId: 'S-09', about: 'b' }]);
  });
  test('is not found for one that was prolonged, nor where the other was rejected', () => {
    const one = acted(special('a', 2), shenzhen('2026-11-24'), shenzhen('2026-11-24', '10:00:00.000'));
    expect(ids(told(filed(), accepted(), ...one, ...acted({ type: 'prolong', pauseId: 'a', document: '续', by: 2 }, shenzhen('2026-11-25'), shenzhen('2026-11-25', '10:00:00.000'))), shenzhen('2026-11-25', '11:00:00.000'))).toEqual([]);
    expect(ids(told(filed(), accepted(), ...one, ...acted(special('b', 2), shenzhen('2026-11-25'), shenzhen('2026-11-25', '10:00:00.000'), true)), shenzhen('2026-11-25', '11:00:00.000'))).toEqual([]);
  });
});

describe('S-10: claimed and not touched for three working days', () => {
  const parked = (history: { state: Matter; facts: readonly MatterFact[] }, now: Instant) =>
    detectParked(rules, historyOf(history), history.facts.flatMap((fact) => (fact.by.kind === 'staff' ? [{ by: fact.by.id, at: fact.at }] : [])), calendar, now);
  const on = [filed(), accepted(), claimed(shenzhen('2026-11-24'))];
  test('is found from the first moment after the third working day', () => {
    expect(parked(told(...on), shenzhen('2026-11-27', '23:59:59.999'))).toEqual([]);
    expect(parked(told(...on), shenzhen('2026-11-28', '00:00:00.000'))).toMatchObject([{ ruleId: 'S-10', about: 'claim:decide-1', moment: shenzhen('2026-11-27', '23:59:59.999'), staffId: who.officer, institution: place.department }]);
  });
  test('is not found for a link nobody has claimed, one given back, or one that was done', () => {
    expect(parked(told(filed(), accepted()), shenzhen('2026-12-20'))).toEqual([]);
    expect(parked(told(...on, (state) => releaseLink(state, 'decide-1', who.officer, { at: shenzhen('2026-11-25'), by: by.officer })), shenzhen('2026-12-20'))).toEqual([]);
    expect(parked(told(...on, done(shenzhen('2026-11-25'), 'propose_decision', 'granted')), shenzhen('2026-12-20'))).toEqual([]);
  });
  test('is not found while a lawful procedure holds the clock, nor while the second person is waited for, and counts anew from the last touch', () => {
    const stopped = told(...on, ...acted(special('p', 10), shenzhen('2026-11-25'), shenzhen('2026-11-25', '10:00:00.000')));
    expect(parked(stopped, shenzhen('2026-12-08'))).toEqual([]);
    expect(parked(stopped, shenzhen('2026-12-13'))).toHaveLength(1);
    expect(parked(told(...on, ...acted(special('p', 10), shenzhen('2026-11-25'), null)), shenzhen('2026-12-20'))).toEqual([]);
    expect(parked(told(...on, ...acted(special('p', 10), shenzhen('2026-11-27'), shenzhen('2026-11-27', '10:00:00.000'), true)), shenzhen('2026-12-02'))).toEqual([]);
  });
});

describe('S-11: started again to reset the clock', () => {
  const round = (day: string): Step[] => [claimed(shenzhen(day, '09:00:00.000')), done(shenzhen(day, '10:00:00.000'), 'propose_decision', 'granted'), claimed(shenzhen(day, '11:00:00.000'), who.approver, by.approver), done(shenzhen(day, '12:00:00.000'), 'return_decision', 'returned', who.approver, by.approver)];
  test('is found when the same step was sent back a second time, and not the first', () => {
    expect(ids(told(filed(), accepted(), ...round('2026-11-24')), shenzhen('2026-11-25'))).toEqual([]);
    expect(found(told(filed(), accepted(), ...round('2026-11-24'), ...round('2026-11-25')), shenzhen('2026-11-26'))).toMatchObject([{ ruleId: 'S-11', moment: shenzhen('2026-11-25', '12:00:00.000'), staffId: who.approver, opensOrder: true }]);
  });

  const before = (more: Partial<Previous> = {}): Previous => ({ matterId: '0190b000-0000-7000-8000-00000000beef', endedAt: shenzhen('2026-11-13', '17:00:00.000'), status: 'withdrawn', institution: place.hall, ...more });
  const again = (who: By, previous: readonly Previous[]) => detectRefiling(rules, told(filed(who)).state, previous, calendar).map((one) => [one.ruleId, one.about]);
  test('is found when staff file for the same person and item within five working days of an end without decision', () => {
    expect(again(by.clerk, [before()])).toEqual([['S-11', 'again:0190b000-0000-7000-8000-00000000beef']]);
    expect(again(by.clerk, [before({ status: 'terminated', endedAt: shenzhen('2026-11-20', '09:00:00.000') })])).toHaveLength(1);
  });
  test('is not found a working day later, after a decision, elsewhere, nor when the resident files himself', () => {
    expect(again(by.clerk, [before({ endedAt: shenzhen('2026-11-12', '17:00:00.000') })])).toEqual([]);
    expect(again(by.clerk, [before({ status: 'completed' })])).toEqual([]);
    expect(again(by.clerk, [before({ endedAt: shenzhen('2026-11-20', '10:00:00.000') })])).toEqual([]);
    expect(again(by.clerk, [before({ institution: 'HALL.440305' })])).toEqual([]);
    expect(again(by.applicant, [before()])).toEqual([]);
  });
});

describe('S-13: extended on the last day', () => {
  const extendedOn = (day: string) => ids(told(filed(), accepted(), ...acted({ type: 'extend', document: '延', by: 10, unit: 'working_day' }, shenzhen(day, '09:00:00.000'), shenzhen(day, '10:00:00.000'))), shenzhen(day, '11:00:00.000'));
  test('is found on the last day of a limit it lengthens, and not the working day before', async () => {
    expect(extendedOn('2026-11-30')).toContain('S-13');
    expect(extendedOn('2026-11-27')).not.toContain('S-13');
  });
});

describe('Any history', () => {
  test('gives the same findings however often it is looked at, and none of a rule that the pack leaves out', () => {
    const history = told(filed(), accepted(), claimed(shenzhen('2026-11-24')), passed('link:decide-1'), passed('promised'), passed('statutory'));
    expect(found(history)).toEqual(found(history));
    expect(detect(rules.filter((rule) => rule.id !== 'S-02'), historyOf(history), calendar, shenzhen('2027-01-20')).map((one) => one.ruleId)).not.toContain('S-02');
    expect(detect([], historyOf(history), calendar, shenzhen('2027-01-20'))).toEqual([]);
  });
  test('that its applicant ended in time gives nothing', () => {
    expect(ids(told(filed(by.applicant), accepted(), (state) => withdraw(state, { at: shenzhen('2026-11-25'), by: by.applicant })))).toEqual([]);
  });
});
