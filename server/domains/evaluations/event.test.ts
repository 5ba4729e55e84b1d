import { describe, expect, test } from 'vitest';
import type { By } from '../../kernel/actor.ts';
import { shenzhen } from '../../testing/given-matter.ts';
import { eventOf, eventStateAt, maybeServed, openUntilOf, type ServiceFact } from './event.ts';

const clerk: By = { kind: 'staff', id: 'c', institution: 'HALL' };
const resident: By = { kind: 'resident', id: 'r' };
const program: By = { kind: 'system', id: 'p' };
const fact = (kind: string, day: string, by: By): ServiceFact => ({ kind, at: shenzhen(day), by });
const events = (channel: 'online' | 'window', ...facts: readonly ServiceFact[]) => facts.map((_one, index) => eventOf({ channel, receivedAt: facts[0]?.at ?? '' }, facts, index + 1));

describe('At a window each visit is one event (一次一评)', () => {
  test('what is filed and accepted on one day is one; accepted on another day it is two', () => {
    expect(events('window', fact('matter_filed', '2026-11-23', clerk), fact('matter_accepted', '2026-11-23', clerk))).toEqual(['filing', 'filing']);
    expect(events('window', fact('matter_filed', '2026-11-23', clerk), fact('matter_accepted', '2026-11-24', clerk))).toEqual(['filing', 'acceptance']);
    expect(events('window', fact('matter_filed', '2026-11-23', clerk), fact('acceptance_refused', '2026-11-23', clerk))).toEqual(['filing', 'filing']);
  });

  test('each visit with a correction is one of its own; a correction sent from home is none', () => {
    expect(events('window', fact('matter_filed', '2026-11-23', clerk), fact('correction_requested', '2026-11-24', clerk), fact('supplemented', '2026-11-25', resident), fact('correction_requested', '2026-11-26', clerk), fact('supplemented', '2026-11-27', clerk)))
      .toEqual(['filing', null, null, null, 'correction-2']);
  });
});

describe('Online what the office does is evaluated (一事一评)', () => {
  test('filing from home is no service; acceptance, its refusal and the result are', () => {
    expect(events('online', fact('matter_filed', '2026-11-23', resident), fact('matter_accepted', '2026-11-23', clerk), fact('link_claimed', '2026-11-23', clerk), fact('matter_completed', '2026-11-24', clerk), fact('result_delivered', '2026-11-25', clerk)))
      .toEqual([null, 'acceptance', null, 'result', 'result']);
    expect(events('online', fact('matter_filed', '2026-11-23', resident), fact('acceptance_refused', '2026-11-24', clerk))).toEqual([null, 'acceptance']);
    expect(events('online', fact('matter_filed', '2026-11-16', resident), fact('deemed_accepted', '2026-11-24', program))).toEqual([null, 'acceptance']);
  });

  test('a fact that is not there is no event, and only facts of service are asked about at all', () => {
    expect(eventOf({ channel: 'online', receivedAt: shenzhen('2026-11-23') }, [], 1)).toBeNull();
    expect(['matter_accepted', 'limit_passed', 'link_claimed'].map((kind) => maybeServed({ kind }))).toEqual([true, false, false]);
  });
});

describe('An event stays open for thirty days', () => {
  test('until the last moment of the thirtieth, over the end of the month', () => {
    expect(openUntilOf('2026-11-23')).toBe(shenzhen('2026-12-23', '23:59:59.999'));
  });

  test('open, changeable, given, expired', () => {
    const until = shenzhen('2026-12-23', '23:59:59.999');
    const answer = (closed: boolean) => ({ changeableUntil: shenzhen('2026-11-23', '09:45:00.000'), closed });
    expect([
      eventStateAt(until, null, until), eventStateAt(until, null, shenzhen('2026-12-24', '00:00:00.000')),
      eventStateAt(until, answer(false), shenzhen('2026-11-23', '09:45:00.000')), eventStateAt(until, answer(false), shenzhen('2026-11-23', '09:45:00.001')), eventStateAt(until, answer(true), shenzhen('2026-11-23', '09:40:00.000')),
    ]).toEqual(['open', 'expired', 'changeable', 'given', 'given']);
  });
});
