/**
 * Makes data/calendar/statutory-days.json (2004–2026) and data/calendar/provisional-2027.json from the development
 * dependency chinese-days. Run by a developer: `npx tsx tools/import-calendar.ts [generatedOn YYYY-MM-DD]`; nothing of it is needed to run the server.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { notices, noticeOf } from './calendar-notices.ts';

const require = createRequire(import.meta.url);
const from = '2004-01-01';
const to = '2026-12-31';

/** Kept from the file already there unless a new date is given, so that making the files again changes nothing by itself. */
function generatedOnOf(file: string): string {
  const path = new URL(`../data/calendar/${file}`, import.meta.url);
  if (process.argv[2] !== undefined) return process.argv[2];
  if (existsSync(path)) return (JSON.parse(readFileSync(path, 'utf8')) as { generatedOn: string }).generatedOn;
  return new Date().toISOString().slice(0, 10);
}

/** Festival name as chinese-days writes it in Chinese → our code and the name in every shipped language. */
const festivals = {
  元旦: ['new_year', { 'zh-CN': '元旦', 'zh-HK': '元旦', en: "New Year's Day" }],
  春节: ['spring_festival', { 'zh-CN': '春节', 'zh-HK': '春節', en: 'Spring Festival' }],
  清明: ['tomb_sweeping_day', { 'zh-CN': '清明节', 'zh-HK': '清明節', en: 'Tomb-Sweeping Day' }],
  劳动节: ['labour_day', { 'zh-CN': '劳动节', 'zh-HK': '勞動節', en: 'Labour Day' }],
  端午: ['dragon_boat_festival', { 'zh-CN': '端午节', 'zh-HK': '端午節', en: 'Dragon Boat Festival' }],
  中秋: ['mid_autumn_festival', { 'zh-CN': '中秋节', 'zh-HK': '中秋節', en: 'Mid-Autumn Festival' }],
  国庆节: ['national_day', { 'zh-CN': '国庆节', 'zh-HK': '國慶節', en: 'National Day' }],
  中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日: [
    'victory_day',
    { 'zh-CN': '抗战胜利70周年纪念日', 'zh-HK': '抗戰勝利70周年紀念日', en: '70th Victory Day' },
  ],
} as const;

interface DayLine {
  readonly on: string;
  readonly kind: 'statutory_holiday' | 'makeup_workday';
  readonly festival: string;
  readonly notice: string | null;
}

const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

function festivalCode(label: string): string {
  const chinese = label.split(',')[1] ?? '';
  if (!(chinese in festivals)) throw new Error(`unknown festival in chinese-days: ${label}`);
  return festivals[chinese as keyof typeof festivals][0];
}

/** The days that differ from "Monday to Friday are worked": a holiday on a weekday, a weekend day that is worked. */
function exceptions(): DayLine[] {
  const source = require('chinese-days/dist/chinese-days.json') as Record<'holidays' | 'workdays', Record<string, string>>;
  const lines = (days: Record<string, string>, kind: DayLine['kind'], wantWeekend: boolean): DayLine[] =>
    Object.entries(days)
      .filter(([on]) => on >= from && on <= to && isWeekend(on) === wantWeekend)
      .map(([on, label]) => ({ on, kind, festival: festivalCode(label), notice: noticeOf(on, festivalCode(label)) }));
  return [...lines(source.holidays, 'statutory_holiday', false), ...lines(source.workdays, 'makeup_workday', true)].sort((a, b) => (a.on < b.on ? -1 : 1));
}

const festivalNames = Object.fromEntries(Object.values(festivals));

/** JSON with one entry per line in the long tables, so that a change is seen as one line. */
function write(path: string, head: object, tables: Record<string, readonly object[] | Record<string, object>>): void {
  const parts = Object.entries(head).map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  for (const [key, table] of Object.entries(tables)) {
    const rows = Array.isArray(table)
      ? `[\n${table.map((row) => `    ${JSON.stringify(row)}`).join(',\n')}\n  ]`
      : `{\n${Object.entries(table).map(([k, row]) => `    ${JSON.stringify(k)}: ${JSON.stringify(row)}`).join(',\n')}\n  }`;
    parts.push(`  ${JSON.stringify(key)}: ${rows}`);
  }
  writeFileSync(new URL(`../data/calendar/${path}`, import.meta.url), `{\n${parts.join(',\n')}\n}\n`);
}

/**
 * 2027 by 《全国年节及纪念日放假办法》 (State Council Order 795, 2024 revision), article 2 alone. Days that fall on a weekend are
 * owed a substitute by article 6, but only the yearly notice says when: they are counted in `owedSubstituteDays`, not guessed.
 */
function provisional(): void {
  const lunar = require('chinese-days') as { getSolarDateFromLunar: (d: string) => { date: string }; getSolarTermDate: (y: number, m: number, t: string) => string };
  const after = (day: string, days: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
  const first = lunar.getSolarDateFromLunar('2027-01-01').date;
  const statutory: readonly [string, string][] = [
    ['2027-01-01', 'new_year'],
    ...[-1, 0, 1, 2].map((n): [string, string] => [after(first, n), 'spring_festival']),
    [lunar.getSolarTermDate(2027, 4, 'pure_brightness'), 'tomb_sweeping_day'],
    ['2027-05-01', 'labour_day'],
    ['2027-05-02', 'labour_day'],
    [lunar.getSolarDateFromLunar('2027-05-05').date, 'dragon_boat_festival'],
    [lunar.getSolarDateFromLunar('2027-08-15').date, 'mid_autumn_festival'],
    ...['01', '02', '03'].map((d): [string, string] => [`2027-10-${d}`, 'national_day']),
  ];
  const days = statutory.filter(([on]) => !isWeekend(on)).map(([on, festival]): DayLine => ({ on, kind: 'statutory_holiday', festival, notice: null }));
  write(
    'provisional-2027.json',
    {
      version: 'cn-2027-provisional-1',
      from: '2027-01-01',
      to: '2027-12-31',
      provisional: true,
      verified: false,
      generatedOn: generatedOnOf('provisional-2027.json'),
      authority: '全国年节及纪念日放假办法（国务院令第795号，2025-01-01施行）第二条；不含调休与补假，国务院办公厅2027年通知公布后以通知为准',
      authorityUrl: 'https://zggxw.com.cn/yaowen/9563.html',
      owedSubstituteDays: statutory.length - days.length,
    },
    { festivals: festivalNames, days },
  );
}

const sourcePackage = JSON.parse(readFileSync(require.resolve('chinese-days/package.json'), 'utf8')) as { version: string; license: string };
write(
  'statutory-days.json',
  {
    version: 'cn-2004-2026-1',
    from,
    to,
    provisional: false,
    generatedOn: generatedOnOf('statutory-days.json'),
    source: { package: 'chinese-days', version: sourcePackage.version, licence: sourcePackage.license },
    coverage: 'Only days that differ from the plain week: a statutory or arranged holiday on a weekday, a weekend day that is worked. Past `to` nothing is known.',
  },
  { festivals: festivalNames, notices, days: exceptions() },
);
provisional();
