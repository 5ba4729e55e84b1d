import { describe, expect, test } from 'vitest';
import { instantOfMs, msOf } from '../../kernel/instant.ts';
import { lightAt } from '../../kernel/limits/index.ts';
import { lawOf, processOf, provisionalCalendar, shenzhen } from '../../testing/given-matter.ts';
import type { CaseLimitId } from './feedback.ts';
import { packLimitOf, startLimit } from './limits.ts';

const { pack } = lawOf(await processOf('street-decide-approve'));
const law = { calendar: provisionalCalendar, pack };

/** The worked examples of docs/law L-051 and L-060. */
const examples: readonly (readonly [law: string, limitId: CaseLimitId, from: string, dueOn: string])[] = [
  ['L-060', 'verify', '2026-11-23', '2026-11-26'], ['L-060', 'verify', '2026-09-30', '2026-10-10'],
  ['L-060', 'mend', '2026-11-23', '2026-12-14'], ['L-060', 'mend', '2026-09-21', '2026-10-19'],
  ['L-060', 'call_back', '2026-11-23', '2026-11-26'], ['L-060', 'call_back', '2026-09-30', '2026-10-10'],
  ['L-060', 'appeal', '2026-11-23', '2026-11-30'],
  ['L-051', 'complaint', '2026-11-23', '2026-11-30'], ['L-051', 'complaint', '2026-09-28', '2026-10-10'],
];

describe.each(examples)('%s: %s from %s', (id, limitId, from, dueOn) => {
  const started = startLimit(law, limitId, shenzhen(from));
  if (!started.ok) throw new Error(started.code);
  const { clock } = started;

  test(`ends with ${dueOn}, by the limit of the rule pack that names it`, () => {
    expect([pack.limits[packLimitOf[limitId]].id, clock.dueOn, clock.dueAt]).toEqual([id, dueOn, shenzhen(dueOn, '23:59:59.999')]);
  });

  test('its last moment is in time, the next millisecond is late; yellow from the working day before', () => {
    const plain = { limit: clock.limit, startedAt: clock.startedAt, pauses: [], extensions: [] };
    const light = (now: string, endedAt: string | null = null) => lightAt(plain, clock, now, endedAt);
    const late = instantOfMs(msOf(clock.dueAt) + 1);
    expect([light(clock.dueAt), light(late), light(late, clock.dueAt), light(late, late)]).toEqual(['yellow', 'red', 'met', 'missed']);
    expect([light(instantOfMs(msOf(clock.warnAt) - 1)), light(clock.warnAt)]).toEqual(['green', 'yellow']);
  });
});
