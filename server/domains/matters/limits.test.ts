import { beforeAll, describe, expect, it, test } from 'vitest';
import { isLate } from '../../kernel/calendar/index.ts';
import type { Graph } from '../../kernel/flow/index.ts';
import { dayNumber, dayOfNumber, type LocalDay } from '../../kernel/instant.ts';
import { by, factsOf, filing, lawOf, processOf, provisionalCalendar, rulePack, shenzhen, statutoryCalendar, told, who } from '../../testing/given-matter.ts';
import { acceptMatter, claimLink, completeLink, file } from './decide.ts';
import { setClock } from './limits.ts';
import { findLimit, type MatterLimit } from './matter-limit.ts';
import type { Matter } from './matter.ts';

let graph: Graph;
beforeAll(async () => {
  graph = await processOf('decide');
});

/** A matter filed, accepted and decided at moments given; a calendar that is long enough unless told. */
const lived = (received: string, accepted = received, decided = accepted, calendar = statutoryCalendar): Matter => {
  const law = lawOf(graph, {}, { calendar });
  return told(
    () => file(null, filing(), law, { at: received, by: by.applicant }),
    (state) => acceptMatter(state, law, { at: accepted, by: by.clerk }),
    (state) => claimLink(state, 'decide-1', who.officer, { at: decided, by: by.officer }),
    (state) => completeLink(state, { linkId: 'decide-1', staffId: who.officer, act: 'propose_decision', action: 'granted', opinion: '' }, law, { at: decided, by: by.officer }),
  ).state;
};

/** A limit the matter must have. */
const limitIn = (matter: Matter, kind: MatterLimit['kind']): MatterLimit => {
  const found = findLimit(matter.limits, kind);
  if (!found) throw new Error(`no ${kind}`);
  return found;
};

/** The last moment in time and the first moment late, in Shenzhen, asked of the same due date. */
const expectDue = (clock: { readonly dueOn: LocalDay; readonly dueAt?: string } | null | undefined, dueOn: LocalDay): void => {
  expect(clock?.dueOn).toBe(dueOn);
  const due = { dueAt: clock?.dueAt ?? '' };
  expect(isLate(due, shenzhen(dueOn, '23:59:59.999')), 'the last moment is in time').toBe(false);
  expect(isLate(due, shenzhen(dayOfNumber(dayNumber(dueOn) + 1), '00:00:00.000')), 'the first moment after is late').toBe(true);
};

describe('the clocks of a matter around the holidays of 2026', () => {
  test.each([
    ['in a plain week', '2026-11-23', '2026-11-30'],
    ['received in the last minute of a day', '2026-11-23T23:59', '2026-11-30'],
    ['received in the first minute of a day', '2026-11-24T00:00', '2026-12-01'],
    ['received on a Saturday, online', '2026-11-21', '2026-11-27'],
    ['over the Spring Festival', '2026-02-13', '2026-02-27'],
    ['over Qingming', '2026-04-03', '2026-04-13'],
    ['over Labour Day', '2026-04-30', '2026-05-11'],
    ['over the Dragon Boat Festival', '2026-06-18', '2026-06-26'],
    ['over Mid-Autumn and National Day', '2026-09-24', '2026-10-09'],
    ['over National Day', '2026-09-30', '2026-10-13'],
    ['up to the last day of the table', '2026-12-24', '2026-12-31'],
  ])('L-012: everything that is missing is said once within 5 working days of receipt: %s', (_what, received, dueOn) => {
    const [day = '', time] = received.split('T');
    const decision = file(null, filing(), lawOf(graph), { at: shenzhen(day, time === undefined ? undefined : `${time}:00.000`), by: by.applicant });
    const fact = factsOf(decision)[0];
    expectDue(fact?.kind === 'matter_filed' ? fact.content.notice : null, dueOn);
  });

  test.each([
    ['in plain weeks', '2026-11-23', '2026-12-21'],
    ['over the Spring Festival and its two worked Saturdays', '2026-02-10', '2026-03-16'],
    ['over Labour Day', '2026-04-29', '2026-05-29'],
    ['over Mid-Autumn and National Day', '2026-09-24', '2026-10-29'],
  ])('L-001: the decision falls due 20 working days after acceptance, not after receipt: %s', (_what, accepted, dueOn) => {
    expectDue(limitIn(lived(shenzhen(dayOfNumber(dayNumber(accepted) - 1)), shenzhen(accepted)), 'statutory'), dueOn);
  });

  test('L-002: the promise runs from acceptance beside the statutory limit and is never later', () => {
    const matter = lived(shenzhen('2026-09-29'), shenzhen('2026-09-30'));
    const [promised, statutory] = [limitIn(matter, 'promised'), limitIn(matter, 'statutory')];
    expectDue(promised, '2026-10-13');
    expect(promised.dueOn < statutory.dueOn).toBe(true);
    expect(promised.clock.startedAt).toBe(shenzhen('2026-09-30'));
  });

  test('L-003: a link has its own clock from the day it is opened', () => {
    expectDue(limitIn(lived(shenzhen('2026-09-30')), 'link'), '2026-10-10');
    expectDue(limitIn(lived(shenzhen('2026-11-27')), 'link'), '2026-12-02');
  });

  test.each([
    ['in plain weeks', '2026-11-23', '2026-12-07'],
    ['over Labour Day', '2026-04-29', '2026-05-15'],
    ['over National Day', '2026-09-25', '2026-10-15'],
  ])('L-020: the result is served within 10 working days of the decision: %s', (_what, decided, dueOn) => {
    expectDue(limitIn(lived(shenzhen('2026-01-05'), shenzhen('2026-01-06'), shenzhen(decided)), 'service'), dueOn);
  });

  test('L-030: past the end of the calendar there is no date but a refusal, or one marked as provisional', () => {
    const { limits: { notice, service }, warning } = rulePack;
    expect(setClock(statutoryCalendar, notice, shenzhen('2026-12-25'), warning)).toEqual({ ok: false, code: 'calendar.past_end', params: { to: '2026-12-31' } });
    expect(setClock(provisionalCalendar, notice, shenzhen('2026-12-25'), warning)).toMatchObject({ ok: true, clock: { dueOn: '2027-01-04', provisional: true } });
    expect(setClock(provisionalCalendar, service, shenzhen('2026-12-07'), warning)).toMatchObject({ ok: true, clock: { dueOn: '2026-12-21', provisional: false } });
  });

  it('acceptance ends the notice limit in time', () => {
    expect(limitIn(lived(shenzhen('2026-11-23'), shenzhen('2026-11-24')), 'notice')).toMatchObject({ endedAt: shenzhen('2026-11-24'), ending: 'met', passedAt: null });
  });
});
