import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { By } from '../../kernel/actor.ts';
import { instantOfMs, msOf } from '../../kernel/instant.ts';
import { provisionalCalendar, shenzhen, statutoryCalendar, lawOf } from '../../testing/given-matter.ts';
import { processOf } from '../../testing/given-matter.ts';
import { callBack, change, complain, decideAppeal, decideComplaint, give, mend, openCase, raiseAppeal, recompute, recordPassed, verify, type FeedbackDecision } from './decide.ts';
import { evolve } from './evolve.ts';
import type { About, CaseLimitId, Feedback, FeedbackFact, Grade } from './feedback.ts';
import type { CaseLaw } from './limits.ts';
import { allowedActs } from './policy.ts';
import { transitions } from './transitions.ts';

const about: About = {
  matterId: '0190b000-0000-7000-8000-0000000000aa', number: '440304-20261123-00001', taskCode: '440104', itemVersion: 1, institution: 'HALL.440304', acceptingInstitution: 'HALL.440304', areaUnit: '440304001',
  partyId: '0190b000-0000-7000-8000-000000000001',
};
const person: By = { kind: 'resident', id: about.partyId };
const program: By = { kind: 'system', id: 'evaluations.when_fixed_open_case' };
const clerk: By = { kind: 'staff', id: '0190b000-0000-7000-8000-0000000000c1', institution: about.institution };
const manager: By = { kind: 'staff', id: '0190b000-0000-7000-8000-0000000000d1', institution: about.institution };
const supervisor: By = { kind: 'staff', id: '0190b000-0000-7000-8000-0000000000e1', institution: 'JW.440304' };
const involved = [clerk.id];
const { pack } = lawOf(await processOf('street-decide-approve'));
const law: CaseLaw = { calendar: provisionalCalendar, pack };

const at = (day: string, by: By, time = '09:30:00.000') => ({ at: shenzhen(day, time), by });
const event = { about, event: 'acceptance', openUntil: shenzhen('2026-12-23', '23:59:59.999') } as const;
const answer = (grade: Grade, tags: readonly string[] = [], words = '') => ({ grade, tags, words });

type Step = (state: Feedback) => FeedbackDecision;
function told(...steps: readonly Step[]): { state: Feedback; facts: readonly FeedbackFact[] } {
  const facts: FeedbackFact[] = [];
  let state: Feedback | null = null;
  for (const step of steps) {
    const decision = step(state as unknown as Feedback);
    if (!decision.ok) throw new Error(`refused: ${decision.code}`);
    for (const fact of decision.facts) {
      facts.push(fact);
      state = evolve(state, fact);
    }
  }
  return { state: state as unknown as Feedback, facts };
}
const code = (decision: FeedbackDecision): string => (decision.ok ? 'ok' : decision.code);

const bad: Step = () => give(null, event, answer(5, ['slow'], '等了两小时'), 'link', at('2026-11-23', person));
const opens: Step = (state) => openCase(state, law, at('2026-11-23', program, '09:46:00.000'));
const found = (real: boolean, day = '2026-11-24'): Step => (state) => verify(state, real, '经查', involved, law, at(day, manager));
const mends: Step = (state) => mend(state, '增开窗口', involved, law, at('2026-11-30', manager));
const reached: Step = (state) => callBack(state, { reached: true, satisfied: true, words: '' }, involved, at('2026-12-01', manager));
const missed = (day: string): Step => (state) => callBack(state, { reached: false, satisfied: null, words: '' }, involved, at(day, manager));
const appeals: Step = (state) => raiseAppeal(state, 'malicious', '当日无此人', involved, law, at('2026-11-24', manager, '10:00:00.000'));
const decides = (strikeOut: boolean, by = supervisor): Step => (state) => decideAppeal(state, strikeOut, '复核', involved, at('2026-11-26', by));
const limit = (state: Feedback, limitId: CaseLimitId) => state.case?.limits.find((one) => one.limitId === limitId);

describe('An event is evaluated once', () => {
  test('in five grades, with the reasons that fit the grade; the words lie sealed', () => {
    const { facts, state } = told(bad);
    expect(facts).toEqual([{
      kind: 'evaluation_given', ...at('2026-11-23', person), sealed: { words: '等了两小时' },
      content: { about, event: 'acceptance', grade: 5, tags: ['slow'], channel: 'link', changeableUntil: shenzhen('2026-11-23', '09:45:00.000') },
    }]);
    expect(state.case).toBeNull();
    expect(code(give(null, event, answer(5, ['quick']), 'link', at('2026-11-23', person)))).toBe('evaluations.tags_do_not_fit');
    expect(code(give(null, event, answer(3, ['slow']), 'link', at('2026-11-23', person)))).toBe('evaluations.tags_do_not_fit');
    expect(code(give(null, event, answer(3, ['quick', 'clear']), 'link', at('2026-11-23', person)))).toBe('ok');
  });

  test('and never again; until the last moment of its thirtieth day and not a millisecond later', () => {
    expect(code(give(told(bad).state, event, answer(1), 'link', at('2026-11-23', person)))).toBe('evaluations.given_already');
    expect(code(give(null, event, answer(1), 'link', { by: person, at: event.openUntil }))).toBe('ok');
    expect(code(give(null, event, answer(1), 'link', { by: person, at: instantOfMs(msOf(event.openUntil) + 1) }))).toBe('evaluations.too_late');
  });

  test('the answer is altered within fifteen minutes, by the same door, and then stands', () => {
    const { state } = told(bad);
    const altered = (time: string, channel: 'link' | 'tablet' = 'link') => code(change(state, answer(2), channel, at('2026-11-23', person, time)));
    expect([altered('09:45:00.000'), altered('09:45:00.001'), altered('09:31:00.000', 'tablet')]).toEqual(['ok', 'evaluations.not_changeable', 'evaluations.not_changeable']);
    const after = told(bad, (one) => change(one, answer(2, ['clear']), 'link', at('2026-11-23', person, '09:40:00.000')));
    expect(after.state).toMatchObject({ grade: 2, tags: ['clear'], changeableUntil: shenzhen('2026-11-23', '09:45:00.000') });
    expect(code(openCase(after.state, law, at('2026-11-23', program, '09:46:00.000')))).toBe('evaluations.nothing_to_open');
  });
});

describe('A bad evaluation opens a case', () => {
  test('once it stands, with its clocks from the grade on however late it is opened (L-060)', () => {
    expect(code(openCase(told(bad).state, law, at('2026-11-23', program, '09:45:00.000')))).toBe('evaluations.nothing_to_open');
    const asleep = told(bad, (state) => openCase(state, law, at('2026-11-26', program)));
    expect(limit(asleep.state, 'verify')).toMatchObject({ startedAt: shenzhen('2026-11-23'), dueOn: '2026-11-26', endedAt: null });
    expect(limit(asleep.state, 'mend')).toMatchObject({ startedAt: shenzhen('2026-11-23'), dueOn: '2026-12-14', endedAt: null });
    expect(asleep.state.case).toMatchObject({ status: 'verifying', pack: pack.version, openedAt: shenzhen('2026-11-23') });
    expect(code(openCase(asleep.state, law, at('2026-11-26', program)))).toBe('evaluations.nothing_to_open');
    expect(code(openCase(told(() => give(null, event, answer(3), 'link', at('2026-11-23', person))).state, law, at('2026-11-24', program)))).toBe('evaluations.nothing_to_open');
  });

  test('what is so is mended within fifteen working days and called back', () => {
    const { facts, state } = told(bad, opens, found(true), mends, reached);
    expect(facts.map((fact) => fact.kind)).toEqual(['evaluation_given', 'case_opened', 'evaluation_verified', 'mended', 'called_back', 'case_closed']);
    expect(limit(state, 'mend')).toMatchObject({ limit: { amount: 15, unit: 'working_day' }, startedAt: shenzhen('2026-11-23'), dueOn: '2026-12-14', ending: 'met' });
    expect(state.case).toMatchObject({ status: 'closed', outcome: 'mended', closedAt: shenzhen('2026-12-01') });
  });

  test('what is not so is called back all the same, and stands', () => {
    expect(told(bad, opens, found(false), reached).state.case).toMatchObject({ status: 'closed', outcome: 'not_so' });
    expect(limit(told(bad, opens, found(false)).state, 'mend')).toMatchObject({ ending: 'void' });
    expect(code(mend(told(bad, opens, found(false)).state, '无', involved, law, at('2026-11-30', manager)))).toBe('evaluations.not_this_step');
  });

  test('nobody reached is tried on three different days before the case may end', () => {
    const once = told(bad, opens, found(false), missed('2026-11-25'));
    expect([once.state.case?.status, code(missed('2026-11-25')(once.state))]).toEqual(['calling_back', 'evaluations.called_today']);
    const thrice = told(bad, opens, found(false), missed('2026-11-25'), missed('2026-11-26'), missed('2026-11-27'));
    expect(thrice.state.case).toMatchObject({ status: 'closed', outcome: 'not_so', calls: [{ on: '2026-11-25' }, { on: '2026-11-26' }, { on: '2026-11-27' }] });
    expect(code(callBack(once.state, { reached: true, satisfied: null, words: '' }, involved, at('2026-11-26', manager)))).toBe('evaluations.satisfaction_missing');
    expect(code(callBack(once.state, { reached: false, satisfied: true, words: '' }, involved, at('2026-11-26', manager)))).toBe('evaluations.satisfaction_missing');
  });

  test('whoever acted on the matter decides nothing about it, whatever post he holds', () => {
    const state = told(bad, opens).state;
    expect(code(verify(state, false, '没有的事', involved, law, at('2026-11-24', clerk)))).toBe('evaluations.involved');
    expect(code(raiseAppeal(state, 'malicious', '恶意', involved, law, at('2026-11-24', clerk)))).toBe('evaluations.involved');
  });
});

describe('An appeal', () => {
  test('is decided by another than who raised it, once', () => {
    const { state } = told(bad, opens, appeals);
    expect([code(decides(true, manager)(state)), code(appeals(state))]).toEqual(['evaluations.same_person', 'evaluations.appealed_already']);
    const after = told(bad, opens, appeals, decides(false)).state;
    expect([code(decides(true)(after)), code(appeals(after))]).toEqual(['evaluations.no_appeal', 'evaluations.appealed_already']);
    expect(after.case).toMatchObject({ status: 'verifying', appeal: { decision: 'upheld', decidedBy: supervisor.id } });
  });

  test('struck out ends everything, its other clocks void', () => {
    const { state, facts } = told(bad, opens, appeals, decides(true));
    expect(facts.slice(-2).map((fact) => fact.kind)).toEqual(['appeal_decided', 'case_closed']);
    expect(state.case).toMatchObject({ status: 'closed', outcome: 'struck_out' });
    expect([limit(state, 'verify')?.ending, limit(state, 'appeal')?.ending]).toEqual(['void', 'met']);
  });

  test('stops no clock: the days of mending go on beside it, and the case ends when both are done', () => {
    const before = told(bad, opens, found(true)).state;
    const during = told(bad, opens, found(true), appeals).state;
    expect(limit(during, 'mend')).toEqual(limit(before, 'mend'));
    const called = told(bad, opens, found(true), appeals, mends, reached);
    expect(called.state.case?.status).toBe('calling_back');
    expect(code(reached(called.state))).toBe('evaluations.called_back_already');
    expect(told(bad, opens, found(true), appeals, mends, reached, decides(false)).state.case).toMatchObject({ status: 'closed', outcome: 'mended' });
  });
});

describe('A complaint', () => {
  const made: Step = () => complain(null, about, 'late', '超过承诺日期', law, at('2026-11-23', person));
  const decided = (founded: boolean): Step => (state) => decideComplaint(state, founded, '答复', involved, law, at('2026-11-25', supervisor));

  test('opens with its making and is decided within five working days (L-051)', () => {
    const { facts, state } = told(made);
    expect(facts.map((fact) => fact.kind)).toEqual(['complaint_made', 'case_opened']);
    expect(limit(state, 'complaint')).toMatchObject({ limit: { amount: 5, unit: 'working_day' }, dueOn: '2026-11-30', dueAt: shenzhen('2026-11-30', '23:59:59.999') });
    expect(code(complain(state, about, 'late', '再次', law, at('2026-11-24', person)))).toBe('complaints.open_already');
  });

  test('without ground it ends with the answer; with ground it is mended and called back', () => {
    expect(told(made, decided(false)).state.case).toMatchObject({ status: 'closed', outcome: 'unfounded', finding: { real: false } });
    expect(told(made, decided(true), mends, reached).state.case).toMatchObject({ status: 'closed', outcome: 'mended' });
    expect(code(appeals(told(made).state))).toBe('evaluations.not_this_step');
  });
});

describe('The clocks of a case', () => {
  const inTime = (state: Feedback, limitId: CaseLimitId) => limit(state, limitId)?.dueAt ?? '';
  const after = (instant: string) => instantOfMs(msOf(instant) + 1);

  test('L-060: the last moment of the third working day is in time, the next millisecond is a breach, recorded once', () => {
    const { state } = told(bad, opens);
    expect(inTime(state, 'verify')).toBe(shenzhen('2026-11-26', '23:59:59.999'));
    expect(code(recordPassed(state, 'verify', { at: inTime(state, 'verify'), by: program }))).toBe('evaluations.limit_not_passed');
    const late: Step = (one) => recordPassed(one, 'verify', { at: after(inTime(one, 'verify')), by: program });
    const passed = told(bad, opens, late);
    expect(passed.facts.at(-1)).toEqual({ kind: 'limit_passed', at: after(inTime(state, 'verify')), by: program, content: { limitId: 'verify', dueOn: '2026-11-26', dueAt: inTime(state, 'verify'), institution: about.institution } });
    expect(code(late(passed.state))).toBe('evaluations.limit_not_passed');
  });

  test('L-060: what was done at the last moment is no breach though looked at later; done a millisecond late it is', () => {
    const doneAt = (instant: string) => told(bad, opens, (state) => verify(state, true, '属实', involved, law, { at: instant, by: manager })).state;
    const due = inTime(told(bad, opens).state, 'verify');
    const looked = { at: shenzhen('2026-12-30'), by: program };
    expect(code(recordPassed(doneAt(due), 'verify', looked))).toBe('evaluations.limit_not_passed');
    expect(code(recordPassed(doneAt(after(due)), 'verify', looked))).toBe('ok');
    expect(code(recordPassed(told(bad, opens, appeals, decides(true)).state, 'verify', looked))).toBe('evaluations.limit_not_passed');
  });

  test('L-060: the fifteen days of mending pass over the National Day holiday and count the Saturday worked for it', () => {
    const early = told(
      () => give(null, { ...event, openUntil: shenzhen('2026-10-20') }, answer(4), 'link', at('2026-09-21', person)), (state) => openCase(state, law, at('2026-09-21', program, '09:46:00.000')), found(true, '2026-09-22'),
    ).state;
    const mending = limit(early, 'mend');
    expect([mending?.dueOn, mending?.dueAt]).toEqual(['2026-10-19', shenzhen('2026-10-19', '23:59:59.999')]);
  });

  test('L-051: a complaint made on the eve of a holiday, at its last moment and the first one late', () => {
    const state = told(() => complain(null, about, 'late', '超期', law, at('2026-09-30', person))).state;
    const due = inTime(state, 'complaint');
    expect(due).toBe(shenzhen('2026-10-13', '23:59:59.999'));
    expect([code(recordPassed(state, 'complaint', { at: due, by: program })), code(recordPassed(state, 'complaint', { at: after(due), by: program }))]).toEqual(['evaluations.limit_not_passed', 'ok']);
  });

  test('past the end of the calendar no clock starts, and nothing is guessed', () => {
    const short: CaseLaw = { ...law, calendar: statutoryCalendar };
    expect(code(complain(null, about, 'late', '超期', short, at('2026-12-30', person)))).toBe('calendar.past_end');
  });

  test('a calendar that changes moves the running clocks as a recorded fact, and a breach it took back may come again', () => {
    const closed: CaseLaw = { ...law, calendar: { ...law.calendar, version: 'changed', exceptions: new Map([...law.calendar.exceptions, ['2026-11-25', { on: '2026-11-25', kind: 'closure' as const, name: { 'zh-CN': '台风', 'zh-HK': '颱風', en: 'Typhoon' }, notice: null }]]) } };
    const late = told(bad, opens, (state) => recordPassed(state, 'verify', { at: shenzhen('2026-11-27'), by: program }), (state) => recompute(state, 'c1', closed, at('2026-11-27', program)));
    expect(limit(late.state, 'verify')).toMatchObject({ dueOn: '2026-11-27', calendar: 'changed', passedAt: null });
    expect(limit(late.state, 'mend')).toMatchObject({ dueOn: '2026-12-15' });
    expect(code(recompute(late.state, 'c1', closed, at('2026-11-27', program)))).toBe('evaluations.limits_unchanged');
  });
});

test('of random acts only those of the table lead on, and a case never leaves its end', () => {
  const acts: readonly (readonly [keyof typeof transitions | string, Step])[] = [
    ['verify', found(true)], ['verify', found(false)], ['mend', mends], ['call_back', reached], ['call_back', missed('2026-12-02')], ['raise_appeal', appeals], ['decide_appeal', decides(true)], ['decide_appeal', decides(false)],
    ['decide_complaint', (state) => decideComplaint(state, true, '答复', involved, law, at('2026-11-25', supervisor))],
  ];
  const start = told(bad, opens).state;
  fc.assert(fc.property(fc.array(fc.nat(acts.length - 1), { maxLength: 12 }), (picks) => {
    let state = start;
    for (const pick of picks) {
      const [act, step] = acts[pick] ?? acts[0] ?? ['', found(true)];
      const decision = step(state);
      const status = state.case?.status ?? 'closed';
      if (decision.ok) expect((transitions.evaluation[status] as readonly string[]).includes(act)).toBe(true);
      else expect(decision.code).toMatch(/^evaluations\./);
      if (decision.ok) state = decision.facts.reduce<Feedback>((one, fact) => evolve(one, fact), state);
      const open = (state.case?.limits ?? []).filter((one) => one.endedAt === null);
      // A case that is open always has a clock that runs; one that is closed never has.
      expect(state.case?.status === 'closed' ? open.length === 0 : open.length > 0).toBe(true);
    }
    expect(allowedActs({ kind: 'system', job: 'x' }, state, [], () => true)).toEqual([]);
  }), { numRuns: 500 });
});
