import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sayDue } from '../../../contract/messages/calendar.ts';
import { limitMessages, sayClock, sayClockInAll } from '../../../contract/messages/limits.ts';
import provisionalFile from '../../../data/calendar/provisional-2027.json' with { type: 'json' };
import statutoryFile from '../../../data/calendar/statutory-days.json' with { type: 'json' };
import { dueDate, explain, isCalendarRefusal, workingCalendarOf, type Limit } from '../calendar/index.ts';
import { procedureKinds, type Clock, type Pause, type ProcedureKind } from './clock.ts';
import { dueOfClock } from './due.ts';
import { explainClock, type ClockExplanation } from './explain.ts';
import { lights } from './light.ts';

const calendar = workingCalendarOf(statutoryFile, provisionalFile);
const at = (day: string, time = '09:30'): string => new Date(`${day}T${time}:00+08:00`).toISOString();
const pause = (from: string, to: string | null, ground: ProcedureKind = 'expert_review', announcedUntil = to ?? from, document = '深审评〔2026〕12号'): Pause => ({ pauseId: from, ground, document, from, announcedUntil, to });
const clock = (amount: number, unit: Limit['unit'], pauses: readonly Pause[], extra = 0): Clock => ({
  limit: { amount, unit },
  startedAt: at('2026-11-23'),
  pauses,
  extensions: extra === 0 ? [] : [{ amount: extra, at: at('2026-12-15'), ground: 'complex' }],
});

function reasonOf(of: Clock, startEvent: ClockExplanation['startEvent'] = 'accepted'): ClockExplanation {
  const due = dueOfClock(calendar, of, { workingDays: 1, hours: 1 });
  if (isCalendarRefusal(due)) throw new Error(due.code);
  return explainClock(due, of, startEvent);
}

describe('The reason of a clock', () => {
  test('without pause and extension is the sentence of the due date, in every unit and language', () => {
    const start = fc.integer({ min: Date.parse('2026-01-01T00:00:00Z'), max: Date.parse('2027-06-30T00:00:00Z') }).map((ms) => new Date(ms).toISOString());
    const events = fc.constantFrom('received', 'accepted', 'decided', 'notified', 'started');
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 60 }), fc.constantFrom('working_day', 'calendar_day', 'hour', 'month', 'on_the_spot'), events, (startedAt, amount, unit, event) => {
        const plain = dueDate(calendar, { amount: unit === 'month' ? (amount % 5) + 1 : amount, unit }, startedAt);
        if (isCalendarRefusal(plain)) return;
        const of: Clock = { limit: plain.limit, startedAt, pauses: [], extensions: [] };
        const reason = reasonOf(of, event);
        expect(sayClockInAll(reason)).toEqual({ 'zh-CN': sayDue(explain(plain, event), 'zh-CN'), 'zh-HK': sayDue(explain(plain, event), 'zh-HK'), en: sayDue(explain(plain, event), 'en') });
      }),
      { numRuns: 300 },
    );
  });

  test('names the extension, and each pause with its days, ground and document', () => {
    expect(sayClockInAll(reasonOf(clock(20, 'working_day', [pause(at('2026-12-01'), at('2026-12-10'))], 10)))).toEqual({
      'zh-CN': '2026年11月23日受理，次日起算 20 个工作日，经批准延长 10 个工作日，其中周末 14 天、元旦 1 天不计，12月1日至12月9日专家评审（深审评〔2026〕12号）期间 7 个工作日不计，2027年1月14日届满。按暂定日历计算，国务院办公厅通知公布后可能调整。',
      'zh-HK': '2026年11月23日受理，翌日起計 20 個工作日，經批准延長 10 個工作日，其中週末 14 天、元旦 1 天不計，12月1日至12月9日專家評審（深审评〔2026〕12号）期間 7 個工作日不計，2027年1月14日屆滿。按暫定日曆計算，國務院辦公廳公布通知後可能調整。',
      en: 'Accepted on 23 November 2026, 20 working days counted from the next day, extended by 10 working days with approval, leaving out 14 weekend days and 1 day of New Year\'s Day, leaving out 7 working days for an expert review (深审评〔2026〕12号) from 1 December to 9 December; due on 14 January 2027. Computed with a provisional calendar; it may change when the State Council’s holiday notice is published.',
    });
  });

  test('says when a pause that is going on ends at the latest, and that a pause within one day left out nothing', () => {
    const reason = reasonOf(clock(5, 'working_day', [pause(at('2026-11-25'), null, 'testing', at('2026-11-26')), pause(at('2026-11-27'), at('2026-11-27', '12:00'), 'hearing')]));
    expect(sayClock(reason, 'zh-CN')).toBe('2026年11月23日受理，次日起算 5 个工作日，其中周末 2 天不计，11月25日起检测（深审评〔2026〕12号）尚未结束，最迟11月26日恢复计时，1 个工作日不计，11月27日听证（深审评〔2026〕12号）未减少计入的天数，12月1日届满。');
    expect(sayClock(reason, 'en')).toBe('Accepted on 23 November 2026, 5 working days counted from the next day, leaving out 2 weekend days, leaving out 1 working day for testing (深审评〔2026〕12号) that began on 25 November and leaves the clock standing until 26 November at the latest, leaving out no day for a hearing (深审评〔2026〕12号) on 27 November; due on 1 December.');
  });

  test('says hours and minutes for a limit in hours, days for one in calendar days, and no document where none is known', () => {
    const hours = reasonOf(clock(24, 'hour', [pause(at('2026-11-23', '12:00'), at('2026-11-24', '09:05'), 'inspection', undefined, '')], 1));
    expect(sayClock(hours, 'zh-CN')).toBe('2026年11月23日受理，即时起算 24 小时，经批准延长 1 小时，11月23日 12:00至11月24日 09:05检验期间停止计时 21 小时 5 分钟，11月25日 07:35 届满。');
    expect(sayClock(hours, 'en')).toBe('Accepted on 23 November 2026, 24 hours counted from that moment, extended by 1 hour with approval, the clock standing still 21 hours 5 minutes for an inspection from 23 November 12:00 to 24 November 09:05; due on 25 November at 07:35.');
    const days = reasonOf(clock(10, 'calendar_day', [pause(at('2026-11-27'), at('2026-11-30'), 'public_notice')]));
    expect(sayClock(days, 'zh-CN')).toBe('2026年11月23日受理，次日起算 10 日，11月27日至11月29日公示（深审评〔2026〕12号）期间 3 日不计，最后一日12月6日不是工作日，顺延，12月7日届满。');
  });

  test('leaves out pauses that ended before the start or began after the end, and gives overlapping days to one pause only', () => {
    const reason = reasonOf(clock(5, 'working_day', [pause(at('2026-11-16'), at('2026-11-20')), pause(at('2026-11-24'), at('2026-11-26')), pause(at('2026-11-25'), at('2026-11-27'), 'hearing'), pause(at('2026-12-20'), at('2026-12-24'))]));
    expect(reason.pauses.map((p) => [p.fromOn, p.toOn, p.goesOnOn, p.days])).toEqual([['2026-11-24', '2026-11-25', '2026-11-26', 2], ['2026-11-25', '2026-11-26', '2026-11-27', 1]]);
  });

  test('has a name for every ground and every light in every language', () => {
    for (const ground of procedureKinds) expect(Object.values(limitMessages[`limits.procedure.${ground}`]).every((text) => text.length > 0)).toBe(true);
    expect(lights.map((light) => limitMessages[`limits.light.${light}`]['zh-CN'])).toEqual(['● 正常', '▲ 临期', '■ 超期', '‖ 暂停', '✓ 按期完成', '× 未按期完成']);
  });
});
