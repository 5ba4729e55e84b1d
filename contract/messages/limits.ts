import { languages, say, type Language, type Localized, type MessageParams, type Messages } from '../language.ts';
import { calendarMessages, sayDay, type DueSentenceParts } from './calendar.ts';

/**
 * The words of legal clocks: what a limit is called, the lights, the special procedures, the days of a strip, and the parts that extensions and
 * pauses add to the sentence of a due date (the rest of it is in calendar.ts). `….one` is said of one.
 */
export const limitMessages = {
  'limits.kind.notice': { 'zh-CN': '一次性告知期限', 'zh-HK': '一次性告知期限', en: 'Correction notice' },
  'limits.kind.correction': { 'zh-CN': '补正期限', 'zh-HK': '補正期限', en: 'Your correction' },
  'limits.kind.statutory': { 'zh-CN': '法定办结时限', 'zh-HK': '法定辦結時限', en: 'Statutory limit' },
  'limits.kind.promised': { 'zh-CN': '承诺办结时限', 'zh-HK': '承諾辦結時限', en: 'Promised limit' },
  'limits.kind.link': { 'zh-CN': '环节时限', 'zh-HK': '環節時限', en: 'Limit of the step' },
  'limits.kind.special': { 'zh-CN': '特别程序时限', 'zh-HK': '特別程序時限', en: 'Special procedure' },
  'limits.kind.deferred': { 'zh-CN': '容缺材料补交期限', 'zh-HK': '容缺材料補交期限', en: 'Deferred material' },
  'limits.kind.promise_check': { 'zh-CN': '承诺核查期限', 'zh-HK': '承諾核查期限', en: 'Check of a promise' },
  'limits.kind.service': { 'zh-CN': '颁发送达期限', 'zh-HK': '頒發送達期限', en: 'Service of the result' },
  'limits.kind.order_reply': { 'zh-CN': '督办答复期限', 'zh-HK': '督辦答覆期限', en: 'Reply to a supervision order' },
  'limits.kind.order_review': { 'zh-CN': '督办答复审核期限', 'zh-HK': '督辦答覆審核期限', en: 'Review of a reply to an order' },
  'limits.kind.complaint': { 'zh-CN': '投诉处理期限', 'zh-HK': '投訴處理期限', en: 'Decision on a complaint' },
  'limits.kind.evaluation_verify': { 'zh-CN': '差评核实期限', 'zh-HK': '差評核實期限', en: 'Checking a bad grade' },
  'limits.kind.evaluation_mend': { 'zh-CN': '差评整改期限', 'zh-HK': '差評整改期限', en: 'Mending after a bad grade' },
  'limits.kind.evaluation_call_back': { 'zh-CN': '差评回访期限', 'zh-HK': '差評回訪期限', en: 'Calling back after a bad grade' },
  'limits.kind.evaluation_appeal': { 'zh-CN': '差评申诉复核期限', 'zh-HK': '差評申訴覆核期限', en: 'Review of an appeal against a grade' },

  // Shape and word; the colour comes from the tokens and is never the only sign.
  'limits.light.green': { 'zh-CN': '● 正常', 'zh-HK': '● 正常', en: '● On time' },
  'limits.light.yellow': { 'zh-CN': '▲ 临期', 'zh-HK': '▲ 臨近到期', en: '▲ Due soon' },
  'limits.light.red': { 'zh-CN': '■ 超期', 'zh-HK': '■ 逾期', en: '■ Overdue' },
  'limits.light.paused': { 'zh-CN': '‖ 暂停', 'zh-HK': '‖ 暫停', en: '‖ Clock stopped' },
  'limits.light.met': { 'zh-CN': '✓ 按期完成', 'zh-HK': '✓ 按期完成', en: '✓ Met' },
  'limits.light.missed': { 'zh-CN': '× 未按期完成', 'zh-HK': '× 未按期完成', en: '× Not met in time' },

  'limits.procedure.hearing': { 'zh-CN': '听证', 'zh-HK': '聽證', en: 'a hearing' },
  'limits.procedure.tender': { 'zh-CN': '招标', 'zh-HK': '招標', en: 'a tender' },
  'limits.procedure.auction': { 'zh-CN': '拍卖', 'zh-HK': '拍賣', en: 'an auction' },
  'limits.procedure.inspection': { 'zh-CN': '检验', 'zh-HK': '檢驗', en: 'an inspection' },
  'limits.procedure.testing': { 'zh-CN': '检测', 'zh-HK': '檢測', en: 'testing' },
  'limits.procedure.quarantine': { 'zh-CN': '检疫', 'zh-HK': '檢疫', en: 'quarantine' },
  'limits.procedure.appraisal': { 'zh-CN': '鉴定', 'zh-HK': '鑑定', en: 'an appraisal' },
  'limits.procedure.expert_review': { 'zh-CN': '专家评审', 'zh-HK': '專家評審', en: 'an expert review' },
  'limits.procedure.public_notice': { 'zh-CN': '公示', 'zh-HK': '公示', en: 'a public notice' },
  'limits.procedure.other_by_law': { 'zh-CN': '依法不计时的其他程序', 'zh-HK': '依法不計時的其他程序', en: 'another procedure that the law leaves out' },

  'limits.extended.working_day': { 'zh-CN': '，经批准延长 {n} 个工作日', 'zh-HK': '，經批准延長 {n} 個工作日', en: ', extended by {n} working days with approval' },
  'limits.extended.working_day.one': { 'zh-CN': '，经批准延长 1 个工作日', 'zh-HK': '，經批准延長 1 個工作日', en: ', extended by 1 working day with approval' },
  'limits.extended.calendar_day': { 'zh-CN': '，经批准延长 {n} 日', 'zh-HK': '，經批准延長 {n} 日', en: ', extended by {n} calendar days with approval' },
  'limits.extended.calendar_day.one': { 'zh-CN': '，经批准延长 1 日', 'zh-HK': '，經批准延長 1 日', en: ', extended by 1 calendar day with approval' },
  'limits.extended.month': { 'zh-CN': '，经批准延长 {n} 个月', 'zh-HK': '，經批准延長 {n} 個月', en: ', extended by {n} months with approval' },
  'limits.extended.month.one': { 'zh-CN': '，经批准延长 1 个月', 'zh-HK': '，經批准延長 1 個月', en: ', extended by 1 month with approval' },
  'limits.extended.hour': { 'zh-CN': '，经批准延长 {n} 小时', 'zh-HK': '，經批准延長 {n} 小時', en: ', extended by {n} hours with approval' },
  'limits.extended.hour.one': { 'zh-CN': '，经批准延长 1 小时', 'zh-HK': '，經批准延長 1 小時', en: ', extended by 1 hour with approval' },

  'limits.pause': { 'zh-CN': '，{span}{ground}期间 {amount}不计', 'zh-HK': '，{span}{ground}期間 {amount}不計', en: ', leaving out {amount} for {ground} {span}' },
  'limits.pause.open': { 'zh-CN': '，{from}起{ground}尚未结束，最迟{goesOn}恢复计时，{amount}不计', 'zh-HK': '，{from}起{ground}尚未完結，最遲{goesOn}恢復計時，{amount}不計', en: ', leaving out {amount} for {ground} that began on {from} and leaves the clock standing until {goesOn} at the latest' },
  'limits.pause.hour': { 'zh-CN': '，{span}{ground}期间停止计时 {amount}', 'zh-HK': '，{span}{ground}期間停止計時 {amount}', en: ', the clock standing still {amount} for {ground} {span}' },
  'limits.pause.hour.open': { 'zh-CN': '，{from}起{ground}尚未结束，最迟{goesOn}恢复计时，停止计时 {amount}', 'zh-HK': '，{from}起{ground}尚未完結，最遲{goesOn}恢復計時，停止計時 {amount}', en: ', the clock standing still {amount} for {ground} that began on {from} and lasts until {goesOn} at the latest' },
  'limits.pause.none': { 'zh-CN': '，{span}{ground}未减少计入的天数', 'zh-HK': '，{span}{ground}沒有減少計入的日數', en: ', leaving out no day for {ground} {span}' },
  'limits.pause.ground': { 'zh-CN': '{procedure}（{document}）', 'zh-HK': '{procedure}（{document}）', en: '{procedure} ({document})' },
  'limits.pause.span': { 'zh-CN': '{from}至{to}', 'zh-HK': '{from}至{to}', en: 'from {from} to {to}' },
  'limits.pause.span.one': { 'zh-CN': '{from}', 'zh-HK': '{from}', en: 'on {from}' },
  'limits.amount.working_day': { 'zh-CN': '{n} 个工作日', 'zh-HK': '{n} 個工作日', en: '{n} working days' },
  'limits.amount.working_day.one': { 'zh-CN': '1 个工作日', 'zh-HK': '1 個工作日', en: '1 working day' },
  'limits.amount.calendar_day': { 'zh-CN': '{n} 日', 'zh-HK': '{n} 日', en: '{n} days' },
  'limits.amount.calendar_day.one': { 'zh-CN': '1 日', 'zh-HK': '1 日', en: '1 day' },
  'limits.amount.hour': { 'zh-CN': '{n} 小时', 'zh-HK': '{n} 小時', en: '{n} hours' },
  'limits.amount.hour.one': { 'zh-CN': '1 小时', 'zh-HK': '1 小時', en: '1 hour' },
  'limits.amount.minute': { 'zh-CN': '{n} 分钟', 'zh-HK': '{n} 分鐘', en: '{n} minutes' },
  'limits.amount.minute.one': { 'zh-CN': '1 分钟', 'zh-HK': '1 分鐘', en: '1 minute' },

  'limits.day.start': { 'zh-CN': '起算当日，不计入', 'zh-HK': '起計當日，不計入', en: 'the day it starts, not counted' },
  'limits.day.counted': { 'zh-CN': '计入', 'zh-HK': '計入', en: 'counted' },
  'limits.day.swapped_in': { 'zh-CN': '调休上班，计入', 'zh-HK': '調休上班，計入', en: 'worked by the holiday notice, counted' },
  'limits.day.weekend': { 'zh-CN': '周末，不计', 'zh-HK': '週末，不計', en: 'weekend, not counted' },
  'limits.day.holiday': { 'zh-CN': '{name}放假，不计', 'zh-HK': '{name}放假，不計', en: '{name}, not counted' },
  'limits.day.closure': { 'zh-CN': '{name}，不计', 'zh-HK': '{name}，不計', en: '{name}, not counted' },
  'limits.day.paused': { 'zh-CN': '停止计时，不计', 'zh-HK': '停止計時，不計', en: 'clock stopped, not counted' },
  'limits.day.moved': { 'zh-CN': '期限最后一日，不是工作日，顺延', 'zh-HK': '期限最後一日，並非工作日，順延', en: 'last day of the period, not a working day, so it moves on' },
  'limits.day.moved_to': { 'zh-CN': '顺延至此日', 'zh-HK': '順延至此日', en: 'the day it moves to' },
  'limits.day.due': { 'zh-CN': '，届满', 'zh-HK': '，屆滿', en: '; due' },
  'limits.day.days': { 'zh-CN': ' {n} 天', 'zh-HK': ' {n} 天', en: ', {n} days' },
  'limits.day.running': { 'zh-CN': '，累计第 {n} 日', 'zh-HK': '，累計第 {n} 日', en: ', day {n}' },
  'limits.day.weekends': { 'zh-CN': '，其间周末 {n} 天不计', 'zh-HK': '，其間週末 {n} 天不計', en: ', {n} weekend days in between not counted' },
  'limits.day.weekends.one': { 'zh-CN': '，其间周末 1 天不计', 'zh-HK': '，其間週末 1 天不計', en: ', 1 weekend day in between not counted' },
  'limits.day.line': { 'zh-CN': '{day}：{text}', 'zh-HK': '{day}：{text}', en: '{day}: {text}' },
  'limits.day.span': { 'zh-CN': '{from}至{to}', 'zh-HK': '{from}至{to}', en: '{from} to {to}' },
} as const satisfies Messages;

type Code = keyof typeof limitMessages;
type Procedure = 'hearing' | 'tender' | 'auction' | 'inspection' | 'testing' | 'quarantine' | 'appraisal' | 'expert_review' | 'public_notice' | 'other_by_law';

/** What the sentence of a clock needs; the kernel's `explainClock` gives it. Days are `YYYY-MM-DD`, instants UTC. */
export interface ClockSentenceParts extends DueSentenceParts {
  readonly extendedBy: number;
  readonly pauses: readonly {
    readonly ground: Procedure;
    readonly document: string;
    readonly fromOn: string;
    readonly toOn: string;
    readonly goesOnOn: string;
    readonly fromAt: string;
    readonly goesOnAt: string;
    readonly open: boolean;
    readonly days: number;
    readonly minutes: number;
  }[];
}

type PauseParts = ClockSentenceParts['pauses'][number];

const allMessages = { ...calendarMessages, ...limitMessages };

/** The sentence of `code` about `n` things: the form for one where it has one. */
function count(code: string, language: Language, n: number, params: MessageParams = {}): string {
  const one = `${code}.one`;
  return say(allMessages[(n === 1 && one in allMessages ? one : code) as keyof typeof allMessages], language, { n, ...params });
}

function list(parts: readonly string[], language: Language): string {
  if (language !== 'en') return parts.join('、');
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

/**
 * The reason of a due date in one sentence of `language`, with a second one when it rests on a provisional calendar: start, count, extension, days
 * left out, swaps, pauses with ground and document, move, end. Without extension and pause it is the sentence `sayDue` says.
 */
export function sayClock(clock: ClockSentenceParts, language: Language): string {
  const speak = (code: keyof typeof calendarMessages, params: MessageParams = {}): string => say(calendarMessages[code], language, params);
  const day = (text: string): string => sayDay(text, language, clock.startedOn);
  const inWorkingDays = clock.unit === 'working_day';
  const groups = clock.leftOut.map((group) => (group.name === null ? count('calendar.group.weekend', language, group.days) : count('calendar.group.named', language, group.days, { name: group.name[language] })));
  return [
    speak(`calendar.start.${clock.startEvent}`, { day: sayDay(clock.startedOn, language) }),
    count(`calendar.count.${clock.unit}`, language, clock.amount),
    clock.extendedBy === 0 ? '' : count(`limits.extended.${clock.unit}`, language, clock.extendedBy),
    groups.length === 0 || !inWorkingDays ? '' : speak('calendar.left_out', { groups: list(groups, language) }),
    clock.swappedIn.length === 0 || !inWorkingDays ? '' : speak('calendar.swapped_in', { days: list(clock.swappedIn.map(day), language) }),
    ...clock.pauses.map((pause) => sayPause(clock, pause, language)),
    clock.movedFrom === null ? '' : speak(clock.unit === 'on_the_spot' ? 'calendar.moved.on_the_spot' : 'calendar.moved', { day: day(clock.movedFrom) }),
    clock.unit === 'hour' ? speak('calendar.end.hour', { day: day(clock.dueOn), time: clock.dueTime }) : speak('calendar.end', { day: day(clock.dueOn) }),
    clock.provisional ? `${language === 'en' ? ' ' : ''}${speak('calendar.provisional')}` : '',
  ].join('');
}

/** The same reason in every shipped language, for papers and answers that carry all of them. */
export function sayClockInAll(clock: ClockSentenceParts): Localized {
  const [cn, hk, en] = languages.map((language) => sayClock(clock, language));
  return { 'zh-CN': cn ?? '', 'zh-HK': hk ?? '', en: en ?? '' };
}

/** One pause: when, on which ground, by which document, and what it left out. */
function sayPause(clock: ClockSentenceParts, pause: PauseParts, language: Language): string {
  const hourly = clock.unit === 'hour';
  const day = (text: string): string => sayDay(text, language, clock.startedOn);
  const moment = (on: string, at: string): string => (hourly ? `${day(on)} ${localTime(at)}` : day(on));
  const [from, to] = [moment(pause.fromOn, pause.fromAt), hourly ? moment(pause.goesOnOn, pause.goesOnAt) : day(pause.toOn)];
  const procedure = say(limitMessages[`limits.procedure.${pause.ground}`], language);
  const ground = pause.document === '' ? procedure : say(limitMessages['limits.pause.ground'], language, { procedure, document: pause.document });
  const span = say(limitMessages[hourly || pause.toOn > pause.fromOn ? 'limits.pause.span' : 'limits.pause.span.one'], language, { from, to });
  if (pause.days === 0 && pause.minutes === 0) return say(limitMessages['limits.pause.none'], language, { span, ground });
  const code: Code = hourly ? (pause.open ? 'limits.pause.hour.open' : 'limits.pause.hour') : pause.open ? 'limits.pause.open' : 'limits.pause';
  const amount = hourly ? sayMinutes(pause.minutes, language) : count(inDays(clock), language, pause.days);
  return say(limitMessages[code], language, { span, ground, amount, from, goesOn: moment(pause.goesOnOn, pause.goesOnAt) });
}

function inDays(clock: ClockSentenceParts): string {
  return clock.unit === 'calendar_day' || clock.unit === 'month' ? 'limits.amount.calendar_day' : 'limits.amount.working_day';
}

/** Hours and minutes: 3 小时 5 分钟, 3 hours 5 minutes. */
function sayMinutes(minutes: number, language: Language): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return [hours > 0 ? count('limits.amount.hour', language, hours) : '', rest > 0 || hours === 0 ? count('limits.amount.minute', language, rest) : ''].filter((part) => part !== '').join(' ');
}

/** `HH:MM` in Shenzhen (+08:00) of a UTC instant. */
function localTime(instant: string): string {
  const minutes = (Number(instant.slice(11, 13)) * 60 + Number(instant.slice(14, 16)) + 480) % 1440;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

/** What a cell of the strip of days is, as the kernel's `dayStrip` gives it. */
export interface StripDayParts {
  readonly day: string;
  readonly to: string;
  readonly days: number;
  readonly weekends: number;
  readonly state: 'start' | 'counted' | 'swapped_in' | 'weekend' | 'holiday' | 'closure' | 'paused' | 'moved' | 'moved_to';
  readonly name: Localized | null;
  readonly n: number | null;
  readonly due: boolean;
}

/** One cell of a strip in words, for a screen reader, a tooltip and a paper: “12月1日至12月4日：计入 4 天，累计第 9 日”. The year is left out when it is that of `beside`. */
export function sayStripDay(cell: StripDayParts, language: Language, beside?: string): string {
  const speak = (code: Code, params: MessageParams = {}): string => say(limitMessages[code], language, params);
  const from = sayDay(cell.day, language, beside);
  const day = cell.to === cell.day ? from : speak('limits.day.span', { from, to: sayDay(cell.to, language, beside) });
  const text = [
    speak(`limits.day.${cell.state}`, { name: cell.name?.[language] ?? '' }),
    cell.days > 1 ? speak('limits.day.days', { n: cell.days }) : '',
    cell.n !== null ? speak('limits.day.running', { n: cell.n }) : '',
    cell.weekends > 0 ? count('limits.day.weekends', language, cell.weekends) : '',
    cell.due ? speak('limits.day.due') : '',
  ];
  return speak('limits.day.line', { day, text: text.join('') });
}
