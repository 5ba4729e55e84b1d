import { languages, say, type Language, type Localized, type MessageParams, type Messages } from '../language.ts';

/**
 * The sentences of due dates and of the calendar's refusals. A due date is put together from parts:
 * start + counted + left out (groups joined) + swapped in + moved + end, then the mark of a provisional calendar.
 */
export const calendarMessages = {
  'calendar.past_end': {
    'zh-CN': '办理期限超出工作日历的截止日（{to}），无法计算到期日。请联系管理员导入新一年的节假日安排。',
    'zh-HK': '辦理期限超出工作日曆的截止日（{to}），無法計算到期日。請聯絡管理員匯入新一年的節假日安排。',
    en: 'The limit runs past the end of the working calendar ({to}), so no due date can be computed. Ask the administrator to load the next year’s holidays.',
  },
  'calendar.before_start': {
    'zh-CN': '日期早于工作日历的起始日（{from}），无法计算。',
    'zh-HK': '日期早於工作日曆的起始日（{from}），無法計算。',
    en: 'The date is before the start of the working calendar ({from}), so nothing can be computed.',
  },
  'calendar.provisional': {
    'zh-CN': '按暂定日历计算，国务院办公厅通知公布后可能调整。',
    'zh-HK': '按暫定日曆計算，國務院辦公廳公布通知後可能調整。',
    en: 'Computed with a provisional calendar; it may change when the State Council’s holiday notice is published.',
  },
  'calendar.start.received': { 'zh-CN': '{day}收件', 'zh-HK': '{day}收件', en: 'Received on {day}' },
  'calendar.start.accepted': { 'zh-CN': '{day}受理', 'zh-HK': '{day}受理', en: 'Accepted on {day}' },
  'calendar.start.decided': { 'zh-CN': '{day}作出决定', 'zh-HK': '{day}作出決定', en: 'Decided on {day}' },
  'calendar.start.notified': { 'zh-CN': '{day}告知', 'zh-HK': '{day}告知', en: 'Notified on {day}' },
  'calendar.start.started': { 'zh-CN': '{day}开始', 'zh-HK': '{day}開始', en: 'Started on {day}' },
  'calendar.count.working_day': { 'zh-CN': '，次日起算 {n} 个工作日', 'zh-HK': '，翌日起計 {n} 個工作日', en: ', {n} working days counted from the next day' },
  'calendar.count.calendar_day': { 'zh-CN': '，次日起算 {n} 日', 'zh-HK': '，翌日起計 {n} 日', en: ', {n} calendar days counted from the next day' },
  'calendar.count.month': { 'zh-CN': '，期限 {n} 个月', 'zh-HK': '，期限 {n} 個月', en: ', {n} months' },
  'calendar.count.hour': { 'zh-CN': '，即时起算 {n} 小时', 'zh-HK': '，即時起計 {n} 小時', en: ', {n} hours counted from that moment' },
  'calendar.count.on_the_spot': { 'zh-CN': '，当场办结', 'zh-HK': '，即場辦妥', en: ', to be done on the spot' },
  'calendar.count.working_day.one': { 'zh-CN': '，次日起算 1 个工作日', 'zh-HK': '，翌日起計 1 個工作日', en: ', 1 working day counted from the next day' },
  'calendar.count.calendar_day.one': { 'zh-CN': '，次日起算 1 日', 'zh-HK': '，翌日起計 1 日', en: ', 1 calendar day counted from the next day' },
  'calendar.count.month.one': { 'zh-CN': '，期限 1 个月', 'zh-HK': '，期限 1 個月', en: ', 1 month' },
  'calendar.count.hour.one': { 'zh-CN': '，即时起算 1 小时', 'zh-HK': '，即時起計 1 小時', en: ', 1 hour counted from that moment' },
  'calendar.left_out': { 'zh-CN': '，其中{groups}不计', 'zh-HK': '，其中{groups}不計', en: ', leaving out {groups}' },
  'calendar.group.weekend': { 'zh-CN': '周末 {n} 天', 'zh-HK': '週末 {n} 天', en: '{n} weekend days' },
  'calendar.group.weekend.one': { 'zh-CN': '周末 1 天', 'zh-HK': '週末 1 天', en: '1 weekend day' },
  'calendar.group.named': { 'zh-CN': '{name} {n} 天', 'zh-HK': '{name} {n} 天', en: '{n} days of {name}' },
  'calendar.group.named.one': { 'zh-CN': '{name} 1 天', 'zh-HK': '{name} 1 天', en: '1 day of {name}' },
  'calendar.swapped_in': { 'zh-CN': '，{days}调休上班计入', 'zh-HK': '，{days}調休上班計入', en: ', counting {days} as worked by the holiday notice' },
  'calendar.moved': { 'zh-CN': '，最后一日{day}不是工作日，顺延', 'zh-HK': '，最後一日{day}並非工作日，順延', en: '; the last day {day} is not a working day, so it moves on' },
  'calendar.moved.on_the_spot': { 'zh-CN': '，当日不是工作日，顺延', 'zh-HK': '，當日並非工作日，順延', en: '; that day is not a working day, so it moves on' },
  'calendar.end': { 'zh-CN': '，{day}届满。', 'zh-HK': '，{day}屆滿。', en: '; due on {day}.' },
  'calendar.end.hour': { 'zh-CN': '，{day} {time} 届满。', 'zh-HK': '，{day} {time} 屆滿。', en: '; due on {day} at {time}.' },
} as const satisfies Messages;

type Code = keyof typeof calendarMessages;

/** What a sentence needs; the kernel's `explain` gives it. Days are `YYYY-MM-DD`. */
export interface DueSentenceParts {
  readonly startEvent: 'received' | 'accepted' | 'decided' | 'notified' | 'started';
  readonly startedOn: string;
  readonly amount: number;
  readonly unit: 'working_day' | 'calendar_day' | 'hour' | 'month' | 'on_the_spot';
  readonly dueOn: string;
  readonly dueTime: string;
  readonly leftOut: readonly { readonly why: 'weekend' | 'statutory_holiday' | 'closure'; readonly name: Localized | null; readonly days: number }[];
  readonly swappedIn: readonly string[];
  readonly movedFrom: string | null;
  readonly provisional: boolean;
}

const englishMonths = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

/** A day as people write it: 2026年11月23日 or 23 November 2026; without the year when it is the year of `beside`. */
export function sayDay(day: string, language: Language, beside?: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const sameYear = beside !== undefined && beside.slice(0, 4) === year;
  if (language === 'en') return `${Number(date)} ${englishMonths[Number(month) - 1] ?? ''}${sameYear ? '' : ` ${year}`}`;
  return `${sameYear ? '' : `${year}年`}${Number(month)}月${Number(date)}日`;
}

/** The reason of a due date in one sentence of `language`, with a second one when it rests on a provisional calendar. */
export function sayDue(due: DueSentenceParts, language: Language): string {
  const speak = (code: Code, params: MessageParams = {}): string => say(calendarMessages[code], language, params);
  const day = (text: string): string => sayDay(text, language, due.startedOn);
  const counted = (code: string, n: number, params: MessageParams = {}): string => {
    const one = `${code}.one`;
    return speak((n === 1 && one in calendarMessages ? one : code) as Code, { n, ...params });
  };
  const join = (parts: string[]): string =>
    language !== 'en' ? parts.join('、') : parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
  const groups = due.leftOut.map((group) =>
    group.name === null ? counted('calendar.group.weekend', group.days) : counted('calendar.group.named', group.days, { name: group.name[language] }),
  );
  return [
    speak(`calendar.start.${due.startEvent}`, { day: sayDay(due.startedOn, language) }),
    counted(`calendar.count.${due.unit}`, due.amount),
    due.movedFrom === null ? '' : speak(due.unit === 'on_the_spot' ? 'calendar.moved.on_the_spot' : 'calendar.moved', { day: day(due.movedFrom) }),
    groups.length === 0 || due.unit !== 'working_day' ? '' : speak('calendar.left_out', { groups: join(groups) }),
    due.swappedIn.length === 0 || due.unit !== 'working_day' ? '' : speak('calendar.swapped_in', { days: join(due.swappedIn.map(day)) }),
    due.unit === 'hour' ? speak('calendar.end.hour', { day: day(due.dueOn), time: due.dueTime }) : speak('calendar.end', { day: day(due.dueOn) }),
    due.provisional ? `${language === 'en' ? ' ' : ''}${speak('calendar.provisional')}` : '',
  ].join('');
}

/** The same reason in every shipped language, for papers and answers that carry all of them. */
export function sayDueInAll(due: DueSentenceParts): Localized {
  const [cn, hk, en] = languages.map((language) => sayDue(due, language));
  return { 'zh-CN': cn ?? '', 'zh-HK': hk ?? '', en: en ?? '' };
}
