import { describe, expect, it, test } from 'vitest';
import type { Instant } from '../../kernel/instant.ts';
import { provisionalCalendar, rulePack, shenzhen, statutoryCalendar } from '../../testing/given-matter.ts';
import { setClock } from './limits.ts';
import { limitOf, type SetClock } from './matter-limit.ts';
import { dueView, type DueContext } from './routes-dues.ts';

/** A clock as set by the calendar of the notices. */
const clockFrom = (amount: number, unit: SetClock['limit']['unit'], startedAt: Instant): SetClock => {
  const set = setClock(statutoryCalendar, { amount, unit }, startedAt, rulePack.warning);
  if (!set.ok) throw new Error(set.code);
  return set.clock;
};

/** What anybody sees of it at a moment; a view of a clock asks its surroundings for the time and the calendar alone. */
const around = (now: Instant, calendar = statutoryCalendar): DueContext => ({ now: () => now, calendar: { calendar, byVersion: () => statutoryCalendar }, law: { packOn: () => rulePack } });
const seenAt = (clock: SetClock, now: Instant, endedAt: Instant | null = null) => dueView(around(now), { ...limitOf('promised', 'promised', clock, statutoryCalendar.version), endedAt });

describe('the light of a clock', () => {
  const clock = clockFrom(5, 'working_day', shenzhen('2026-11-23'));

  test.each([
    ['green', 2, 'with two working days left', shenzhen('2026-11-26')],
    ['yellow', 1, 'with one working day left', shenzhen('2026-11-27', '00:00:00.000')],
    ['yellow', 1, 'over the weekend before the last day', shenzhen('2026-11-29')],
    ['yellow', 0, 'on the last day, to its last moment', shenzhen('2026-11-30', '23:59:59.999')],
    ['red', -1, 'from the first moment after', shenzhen('2026-12-01', '00:00:00.000')],
  ])('L-040: is %s (%i left) %s', (light, remaining, _when, now) => {
    expect(clock.dueOn).toBe('2026-11-30');
    expect(seenAt(clock, now)).toMatchObject({ light, remaining });
  });

  test.each([
    ['met', 'in its last moment', shenzhen('2026-11-30', '23:59:59.999')],
    ['missed', 'in the first moment after', shenzhen('2026-12-01', '00:00:00.000')],
  ])('L-040: says %s for ever when it ended %s', (light, _when, metAt) => {
    expect(seenAt(clock, shenzhen('2026-12-24'), metAt)).toMatchObject({ light, remaining: null });
  });

  it('turns red with the hour where the limit is counted in hours', () => {
    const hours = clockFrom(24, 'hour', shenzhen('2026-11-23', '17:15:00.000'));
    expect(seenAt(hours, shenzhen('2026-11-24', '17:15:00.000')).light).toBe('yellow');
    expect(seenAt(hours, shenzhen('2026-11-24', '17:15:00.001')).light).toBe('red');
    expect(seenAt(hours, shenzhen('2026-11-25'), shenzhen('2026-11-24', '18:00:00.000')).light).toBe('missed');
  });
});

describe('a clock set after next year’s calendar came in', () => {
  const calendars = { calendar: provisionalCalendar, byVersion: (version: string) => [statutoryCalendar, provisionalCalendar].find((one) => one.version === version) };
  const seenBy = (clock: SetClock) => dueView({ now: () => shenzhen('2026-12-29'), calendar: calendars, law: { packOn: () => rulePack } }, limitOf('promised', 'promised', clock, statutoryCalendar.version));
  const afterTheYear = (): SetClock => {
    const set = setClock(provisionalCalendar, { amount: 5, unit: 'working_day' }, shenzhen('2026-12-28'), rulePack.warning);
    if (!set.ok) throw new Error(set.code);
    return set.clock;
  };

  it('is counted and explained by the calendar that set it, though its matter keeps an older one', () => {
    const due = seenBy(afterTheYear());
    expect(due.dueOn > statutoryCalendar.to).toBe(true);
    expect(due.remaining).toBe(4);
    expect(due.explanation['zh-CN']).not.toBe(due.dueOn);
    const own = seenBy(clockFrom(5, 'working_day', shenzhen('2026-12-18')));
    expect([own.dueOn, own.remaining]).toEqual(['2026-12-25', -2]);
  });

  it('of the first release, which does not name its calendar, is counted and explained all the same', () => {
    const { calendar: _calendar, dueAt: _dueAt, warnAt: _warnAt, ...first } = afterTheYear();
    const [now, then] = [seenBy(afterTheYear()), seenBy(first)];
    expect([then.dueOn, then.dueAt, then.remaining, then.explanation]).toEqual([now.dueOn, now.dueAt, now.remaining, now.explanation]);
  });
});
