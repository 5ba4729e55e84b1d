import { describe, expect, test } from 'vitest';
import { provisionalCalendar, rulePack, shenzhen, statutoryCalendar, who } from '../../testing/given-matter.ts';
import type { By } from '../../kernel/actor.ts';
import type { Instant } from '../../kernel/instant.ts';
import { closeOrder, escalate, lapse, openOrder, recompute, replyTo, returnOrder, type OrderDecision } from './decide.ts';
import { evolve } from './evolve.ts';
import type { OrderLaw } from './limits.ts';
import { runningClock, type Occasion, type Order, type OrderFact } from './order.ts';
import { orderActs, transitions, type OrderAct } from './transitions.ts';

const law: OrderLaw = { calendar: provisionalCalendar, pack: rulePack };
const district = '440304';
const institution = 'MZ.440304';
const system: By = { kind: 'system', id: 'supervision.open_order' };
const officer: By = { kind: 'staff', id: who.officer, institution };
const supervisor: By = { kind: 'staff', id: who.approver, institution: 'JW.440304' };
const occasion: Occasion = {
  ruleId: 'S-02', ruleVersion: 'supervision-rules-2026-1', severity: 'red', matterId: '0190b000-0000-7000-8000-00000000aaaa', matterNumber: '440304-20261123-00001', about: 'promised', limitId: 'promised',
  moment: shenzhen('2026-11-30', '23:59:59.999'), institution, unit: district, post: 'officer', staffId: who.officer, secondStaffId: null, areaUnit: '440304001', taskCode: '440104',
};

type Step = (state: Order) => OrderDecision;
function told(...steps: readonly Step[]): { state: Order; facts: readonly OrderFact[] } {
  const facts: OrderFact[] = [];
  let state: Order | null = null;
  for (const step of steps) {
    const decision = step(state as unknown as Order);
    if (!decision.ok) throw new Error(`refused: ${decision.code}`);
    for (const fact of decision.facts) {
      facts.push(fact);
      state = evolve(state, fact);
    }
  }
  return { state: state as unknown as Order, facts };
}

// Tuesday 2026-12-01: three working days to Friday 12-04.
const opened: Step = () => openOrder(null, occasion, law, { at: shenzhen('2026-12-01', '00:00:10.000'), by: system });
const replied = (at: Instant): Step => (state) => replyTo(state, '已经补办', law, { at, by: officer });
const returned = (at: Instant): Step => (state) => returnOrder(state, '没有说明原因', law, { at, by: supervisor });
const closed = (at: Instant): Step => (state) => closeOrder(state, 'put_right', '同意', { at, by: supervisor });
const escalated = (at: Instant, to = '440300'): Step => (state) => escalate(state, to, law, { at, by: system });

describe('An order', () => {
  test('gives the institution three working days to reply and the supervisor two to judge (L-050), and keeps the words apart', () => {
    const { state, facts } = told(opened, replied(shenzhen('2026-12-03')), closed(shenzhen('2026-12-04')));
    expect(facts.map((fact) => fact.kind)).toEqual(['order_opened', 'order_replied', 'order_closed']);
    expect(facts[0]?.content).toMatchObject({ occasion, reply: { dueOn: '2026-12-04', dueAt: shenzhen('2026-12-04', '23:59:59.999'), warnAt: shenzhen('2026-12-03', '00:00:00.000') }, pack: rulePack.version });
    expect(facts[1]).toMatchObject({ content: { review: { dueOn: '2026-12-07' } }, sealed: { words: '已经补办' } });
    expect(JSON.stringify(facts[1]?.content)).not.toContain('已经补办');
    expect(state).toMatchObject({ status: 'closed', ground: 'put_right', closedBy: who.approver, repliesInTime: 1, repliesLate: 0, endedAt: shenzhen('2026-12-04') });
    expect(runningClock(state)).toBeUndefined();
  });

  test('sent back asks again, with a new time to reply', () => {
    const { state } = told(opened, replied(shenzhen('2026-12-03')), returned(shenzhen('2026-12-04')));
    expect(state).toMatchObject({ status: 'open', returns: 1 });
    expect(runningClock(state)).toMatchObject({ kind: 'reply', dueOn: '2026-12-09' });
    expect(told(opened, replied(shenzhen('2026-12-03')), returned(shenzhen('2026-12-04')), replied(shenzhen('2026-12-10'))).state).toMatchObject({ repliesInTime: 1, repliesLate: 1 });
  });

  test('replied to in the last moment is in time, a moment later late, once', () => {
    expect(told(opened, replied(shenzhen('2026-12-04', '23:59:59.999'))).state).toMatchObject({ repliesInTime: 1, repliesLate: 0 });
    expect(told(opened, replied(shenzhen('2026-12-05', '00:00:00.000'))).state).toMatchObject({ repliesInTime: 0, repliesLate: 1 });
    expect(told(opened, escalated(shenzhen('2026-12-05', '00:00:05.000')), replied(shenzhen('2026-12-07'))).state).toMatchObject({ repliesInTime: 0, repliesLate: 1 });
  });

  test('is opened once', () => {
    expect(openOrder(told(opened).state, occasion, law, { at: shenzhen('2026-12-02'), by: system })).toMatchObject({ ok: false, code: 'order.nothing_to_change' });
  });

  test('past the end of the calendar is refused, never guessed', () => {
    expect(openOrder(null, occasion, { ...law, calendar: statutoryCalendar }, { at: shenzhen('2026-12-31'), by: system })).toMatchObject({ ok: false, code: 'calendar.past_end' });
  });
});

describe('An escalation', () => {
  test('comes from the first moment after the last, lifts the order one unit, and comes once for a clock', () => {
    expect(escalate(told(opened).state, '440300', law, { at: shenzhen('2026-12-04', '23:59:59.999'), by: system })).toMatchObject({ ok: false, code: 'order.nothing_to_change' });
    const { state, facts } = told(opened, escalated(shenzhen('2026-12-05', '00:00:00.000')));
    expect(facts.at(-1)?.content).toEqual({ clock: 'reply', dueAt: shenzhen('2026-12-04', '23:59:59.999'), from: district, to: '440300' });
    expect(state).toMatchObject({ supervisingUnit: '440300', escalations: 1, status: 'open' });
    expect(escalate(state, '440300', law, { at: shenzhen('2026-12-06'), by: system })).toMatchObject({ ok: false, code: 'order.nothing_to_change' });
  });

  test('comes also for a reply that nobody judged, and does not count as a late reply', () => {
    expect(told(opened, replied(shenzhen('2026-12-03')), escalated(shenzhen('2026-12-08'))).state).toMatchObject({ escalations: 1, repliesInTime: 1, repliesLate: 0, status: 'replied' });
  });

  test('does not come where the calendar in force gives more time: the clock moves', () => {
    const later = { ...law, calendar: { ...provisionalCalendar, version: 'later', exceptions: new Map([...provisionalCalendar.exceptions, ['2026-12-04', { on: '2026-12-04', kind: 'closure' as const, name: { 'zh-CN': '台风', 'zh-HK': '颱風', en: 'Typhoon' }, notice: null }]]) } };
    const { state } = told(opened, (before) => escalate(before, '440300', later, { at: shenzhen('2026-12-05'), by: system }));
    expect(state).toMatchObject({ escalations: 0, supervisingUnit: district });
    expect(runningClock(state)).toMatchObject({ dueOn: '2026-12-07', calendar: 'later', startedAt: shenzhen('2026-12-01', '00:00:10.000') });
    expect(recompute(state, later, { at: shenzhen('2026-12-05'), by: system })).toMatchObject({ ok: false, code: 'order.nothing_to_change' });
  });
});

describe('Who and when', () => {
  test('nobody judges his own reply', () => {
    const both: By = { ...officer, institution: 'JW.440304' };
    const { state } = told(opened, replied(shenzhen('2026-12-03')));
    expect(closeOrder(state, 'excused', '自己', { at: shenzhen('2026-12-04'), by: both })).toMatchObject({ code: 'order.same_person' });
    expect(returnOrder(state, '自己', law, { at: shenzhen('2026-12-04'), by: both })).toMatchObject({ code: 'order.same_person' });
  });

  test('every act is refused from every status the table does not name, with a reason of its own', () => {
    const at = shenzhen('2026-12-03');
    const states: Readonly<Record<Order['status'], Order>> = {
      open: told(opened).state, replied: told(opened, replied(at)).state, closed: told(opened, replied(at), closed(at)).state, lapsed: told(opened, (state) => lapse(state, 'later', { at, by: system })).state,
    };
    const act = (which: OrderAct, state: Order): OrderDecision =>
      which === 'reply' ? replyTo(state, '答复', law, { at, by: officer }) : which === 'return' ? returnOrder(state, '退回', law, { at, by: supervisor }) : closeOrder(state, 'excused', '办结', { at, by: supervisor });
    for (const [status, state] of Object.entries(states) as [Order['status'], Order][]) {
      for (const which of orderActs) expect([status, which, act(which, state).ok]).toEqual([status, which, transitions[status].includes(which)]);
    }
    expect(act('close', states.open)).toMatchObject({ code: 'order.not_replied' });
    expect(act('reply', states.replied)).toMatchObject({ code: 'order.not_waiting_for_reply' });
    expect(act('reply', states.closed)).toMatchObject({ code: 'order.over' });
    expect(lapse(states.closed, 'later', { at, by: system })).toMatchObject({ code: 'order.over' });
    expect(states.lapsed).toMatchObject({ status: 'lapsed', endedAt: at, repliesInTime: 0, repliesLate: 0 });
  });
});
