/** A State Council notice pasted as text, read into days with a check of each. Pure; it only proposes: people look at the table it makes. */
import { dayNumber, dayOfNumber, isLocalDay, weekdayOf, type LocalDay } from '../../kernel/instant.ts';
import { festivals } from './festivals.ts';

/** One day as the text orders it. `weekend`: inside a holiday, but no working day anyway, so the table does not list it. */
export interface ReadDay {
  readonly on: LocalDay;
  readonly kind: 'statutory_holiday' | 'makeup_workday' | 'weekend';
  readonly festival: string | null;
}

/** Something the text says of itself that is not so. */
export interface TextFault {
  readonly code: 'calendar.text_weekday' | 'calendar.text_total' | 'calendar.text_no_day' | 'calendar.text_range';
  readonly params: Readonly<Record<string, string | number>>;
}

/** What was read; `unread` are parts that name a day but neither 放假 nor 上班. */
export interface ReadNotice {
  readonly days: readonly ReadDay[];
  readonly faults: readonly TextFault[];
  readonly unread: readonly string[];
}

const festivalWords = festivals.flatMap((festival) => festival.spoken.map((word) => ({ word, code: festival.code })));
/** A day with what stands in brackets behind it, the sign of a span, a verb, a total, a festival; everything else is passed over. */
// eslint-disable-next-line security/detect-non-literal-regexp -- made of the festival words of this file
const token = new RegExp(String.raw`(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:\(([^)]*)\))?|(至|到|-|—|–|~)|(放假)|(上班)|共(\d{1,2})天|(${festivalWords.map(({ word }) => word).join('|')})`, 'g');
const weekdayWord = /(?:周|星期|週|礼拜)([日天一二三四五六])/;
const weekdays = '日一二三四五六';

/** Longest span read as one holiday: the State Council's longest was 9 days (2026). A longer one is a slip of the text. */
const longestSpan = 31;

interface Reading {
  readonly days: ReadDay[];
  readonly faults: TextFault[];
  readonly unread: string[];
  festival: string | null;
  /** a day came since the festival was named: the next name begins another one (“国庆节、中秋节：10月1日” is one holiday, named by its first) */
  used: boolean;
}

/** Days of the notice for `year` as `text` orders them: “10月1日至8日放假，9月20日、10月10日上班”, one or many festivals, brackets and totals checked where they stand. */
export function readNoticeText(text: string, year: number): ReadNotice {
  const reading: Reading = { days: [], faults: [], unread: [], festival: null, used: true };
  for (const sentence of text.normalize('NFKC').replace(/[ \t\r]/g, '').split(/[。；;\n]/)) readSentence(sentence, year, reading);
  const seen = new Map(reading.days.map((day) => [day.on, day]));
  return { days: [...seen.values()].sort((a, b) => (a.on < b.on ? -1 : 1)), faults: reading.faults, unread: reading.unread };
}

function readSentence(sentence: string, year: number, reading: Reading): void {
  let waiting: LocalDay[] = [];
  let holiday: LocalDay[] = [];
  let spanning = false;
  let [y, m] = [year, 0];
  for (const [, ownYear, ownMonth, date, brackets, span, off, work, total, festival] of sentence.matchAll(token)) {
    if (festival !== undefined) {
      if (reading.used) reading.festival = festivalWords.find(({ word }) => word === festival)?.code ?? null;
      reading.used = false;
    } else if (date !== undefined) {
      reading.used = true;
      m = ownMonth === undefined ? m : Number(ownMonth);
      // The New Year holiday may begin in the December before; written without its year it is that one.
      y = ownYear !== undefined ? Number(ownYear) : ownMonth === undefined ? y : m === 12 && reading.festival === 'new_year' ? year - 1 : y < year ? year : y;
      const on = `${y}-${String(m).padStart(2, '0')}-${date.padStart(2, '0')}`;
      waiting = [...waiting, ...daysTo(on, spanning ? waiting.at(-1) : undefined, brackets, reading)];
      spanning = false;
    } else if (span !== undefined) spanning = waiting.length > 0;
    else if (total !== undefined) reading.faults.push(...totalFaults(Number(total), holiday));
    else if (off !== undefined || work !== undefined) {
      reading.days.push(...waiting.map((on) => ({ on, kind: work !== undefined ? ('makeup_workday' as const) : isWeekend(on) ? ('weekend' as const) : ('statutory_holiday' as const), festival: reading.festival })));
      holiday = off === undefined ? holiday : waiting;
      waiting = [];
    }
  }
  if (waiting.length > 0) reading.unread.push(sentence.slice(0, 120));
}

function totalFaults(said: number, holiday: readonly LocalDay[]): readonly TextFault[] {
  return holiday.length === 0 || said === holiday.length ? [] : [{ code: 'calendar.text_total', params: { day: holiday[0] ?? '', said, counted: holiday.length } }];
}

const isWeekend = (day: LocalDay): boolean => [0, 6].includes(weekdayOf(day));

/** The day `on`, or every day after `since` up to it, with what is wrong told. */
function daysTo(on: LocalDay, since: LocalDay | undefined, brackets: string | undefined, reading: Reading): readonly LocalDay[] {
  if (!isLocalDay(on)) {
    reading.faults.push({ code: 'calendar.text_no_day', params: { day: on } });
    return [];
  }
  const said = weekdayWord.exec(brackets ?? '')?.[1];
  if (said !== undefined && weekdays.indexOf(said.replace('天', '日')) !== weekdayOf(on)) {
    reading.faults.push({ code: 'calendar.text_weekday', params: { day: on, said: `周${said}`, is: `周${weekdays.charAt(weekdayOf(on))}` } });
  }
  if (since === undefined) return [on];
  const length = dayNumber(on) - dayNumber(since);
  if (length < 1 || length > longestSpan) {
    reading.faults.push({ code: 'calendar.text_range', params: { from: since, to: on } });
    return [on];
  }
  return Array.from({ length }, (_, index) => dayOfNumber(dayNumber(since) + index + 1));
}
