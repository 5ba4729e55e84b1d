import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CalendarFile } from '../../kernel/calendar/index.ts';
import { readNoticeText } from './notice-text.ts';

const table = JSON.parse(readFileSync(join(import.meta.dirname, '../../../data/calendar/statutory-days.json'), 'utf8')) as CalendarFile;
/** The days of a year as the table has them, from a source of its own. */
const daysOf = (year: number) => table.days.filter((day) => day.notice === String(year)).map(({ on, kind, festival }) => ({ on, kind, festival }));
const listed = (text: string, year: number) => readNoticeText(text, year).days.filter((day) => day.kind !== 'weekend');

/** 国办发明电〔2025〕7号, as published on 4 November 2025. */
const notice2026 = `各省、自治区、直辖市人民政府，国务院各部委、各直属机构：
经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
国务院办公厅
2025年11月4日`;

describe('A notice pasted as text', () => {
  test('is read into the very days that the table of data/calendar has for 2026', () => {
    const read = readNoticeText(notice2026, 2026);
    expect(read.days.filter((day) => day.kind !== 'weekend')).toEqual(daysOf(2026));
    expect(read.faults).toEqual([]);
    expect(read.unread).toEqual(['2025年11月4日']);
    expect(read.days.filter((day) => day.kind === 'weekend').map((day) => day.on)).toEqual([
      '2026-01-03', '2026-02-15', '2026-02-21', '2026-02-22', '2026-04-04', '2026-04-05', '2026-05-02', '2026-05-03', '2026-06-20', '2026-06-21', '2026-09-26', '2026-09-27', '2026-10-03', '2026-10-04',
    ]);
  });

  test('may begin in the December before, with its year or without', () => {
    const wanted = daysOf(2019).filter((day) => day.festival === 'new_year');
    expect(wanted.map((day) => day.on)).toEqual(['2018-12-29', '2018-12-31', '2019-01-01']);
    expect(listed('一、元旦：2018年12月30日至2019年1月1日放假调休，共3天。2018年12月29日（星期六）上班。', 2019)).toEqual(wanted);
    expect(listed('元旦：12月30日至1月1日放假，12月29日上班', 2019)).toEqual(wanted);
  });

  test('may be one line without brackets, and one holiday of two festivals bears the name of the first', () => {
    expect(listed('国庆节、中秋节：10月1日至8日放假调休，9月28日、10月11日上班', 2025).map((day) => `${day.on} ${day.kind} ${day.festival ?? ''}`)).toEqual([
      '2025-09-28 makeup_workday national_day', '2025-10-01 statutory_holiday national_day', '2025-10-02 statutory_holiday national_day', '2025-10-03 statutory_holiday national_day',
      '2025-10-06 statutory_holiday national_day', '2025-10-07 statutory_holiday national_day', '2025-10-08 statutory_holiday national_day', '2025-10-11 makeup_workday national_day',
    ]);
  });

  test('may name several festivals in one sentence', () => {
    expect(listed('元旦1月1日放假，清明节4月6日放假，端午节6月19日放假', 2026).map((day) => day.festival)).toEqual(['new_year', 'tomb_sweeping_day', 'dragon_boat_festival']);
  });

  test('may be written in traditional characters and full width', () => {
    expect(listed('春節：２月１６日（週一）至１８日（週三）放假調休，共３天。２月１４日（週六）上班。', 2026)).toEqual([
      { on: '2026-02-14', kind: 'makeup_workday', festival: 'spring_festival' },
      ...['2026-02-16', '2026-02-17', '2026-02-18'].map((on) => ({ on, kind: 'statutory_holiday', festival: 'spring_festival' })),
    ]);
  });

  test.each([
    ['another weekday than it is', '1月1日（周五）放假', { code: 'calendar.text_weekday', params: { day: '2026-01-01', said: '周五', is: '周四' } }],
    ['another number of days than there are', '10月1日至8日放假，共7天', { code: 'calendar.text_total', params: { day: '2026-10-01', said: 7, counted: 8 } }],
    ['a day that is none', '2月30日放假', { code: 'calendar.text_no_day', params: { day: '2026-02-30' } }],
    ['a span that runs backwards', '10月8日至1日放假', { code: 'calendar.text_range', params: { from: '2026-10-08', to: '2026-10-01' } }],
    ['a span of half a year', '1月1日至7月1日放假', { code: 'calendar.text_range', params: { from: '2026-01-01', to: '2026-07-01' } }],
  ])('that says %s is told so', (_what, text, fault) => {
    expect(readNoticeText(text, 2026).faults).toEqual([fault]);
  });

  test('that orders nothing gives no days, and a day without an order is shown as not understood', () => {
    expect(readNoticeText('', 2026)).toEqual({ days: [], faults: [], unread: [] });
    expect(readNoticeText('10月1日举行升旗仪式', 2026)).toEqual({ days: [], faults: [], unread: ['10月1日举行升旗仪式'] });
  });

  test('takes no time however long and odd it is', () => {
    const started = process.cpuUsage();
    for (const odd of ['1月1日至'.repeat(1_500), '('.repeat(6_000), '日'.repeat(6_000), '9999年99月99日放假'.repeat(400), '1日('.repeat(2_000)]) readNoticeText(odd, 2026);
    expect(process.cpuUsage(started).user / 1_000).toBeLessThan(2_000);
  });
});
