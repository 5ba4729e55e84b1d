import type { ReactElement, ReactNode } from 'react';
import type { Language } from '../../../contract/language.ts';
import { sunshineMessages } from '../../../contract/messages/measures.ts';
import { Button } from '../../ui/button/button.tsx';
import { dayWords } from '../../ui/dates.ts';
import { Field } from '../../ui/field/field.tsx';
import { speaker, type Speaker } from '../../ui/speak.ts';
import type { Reply } from '../../ui/wire.ts';

type Sunshine = Reply<'getSunshine'>;
type Row = Sunshine['total'];
type Say = Speaker<typeof sunshineMessages>;

/** What a page of the public figures is about. */
export interface Asked {
  readonly period: string;
  readonly district?: string | undefined;
  readonly institution?: string | undefined;
  readonly item?: string | undefined;
}

/** The address of a page, or of a download with the same question. */
export function addressOf(asked: Asked, path = '/sunshine'): string {
  const query = new URLSearchParams(Object.entries(asked).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
  return `${path}?${query.toString()}`;
}

/** A period in words: 2026 年第 4 季度. */
export function periodWords(period: string, language: Language): string {
  const t = speaker(sunshineMessages, language);
  const year = period.slice(0, 4);
  if (period.length === 4) return t('sunshine.period_year', { year });
  if (period[5] === 'Q') return t('sunshine.period_quarter', { year, quarter: Number(period[6]) });
  // "1 November" without the one: the name of the month as it is said everywhere else.
  const month = language === 'en' ? dayWords(`${period}-01`, 'en', period).replace(/^1 /, '') : Number(period.slice(5));
  return t('sunshine.period_month', { year, month });
}

/** Periods of a year that have begun, the newest first. */
function periodsOf(year: number, lastMonth: string): readonly string[] {
  const months = Array.from({ length: 12 }, (_, n) => `${year}-${String(12 - n).padStart(2, '0')}`).filter((month) => month <= lastMonth);
  const quarters = [...new Set(months.map((month) => `${year}-Q${Math.ceil(Number(month.slice(5)) / 3)}`))];
  return [String(year), ...quarters, ...months];
}

/** Chooses another period of the same place; works without script. */
export function PeriodForm({ sunshine, here, language }: { readonly sunshine: Sunshine; readonly here: Asked; readonly language: Language }): ReactElement {
  const t = speaker(sunshineMessages, language);
  const years = [...new Set([...sunshine.years, Number(sunshine.month.slice(0, 4)), Number(sunshine.period.slice(0, 4))])].sort((a, b) => b - a);
  return (
    <form method="get" action="/sunshine" className="sun-period ym-no-print" aria-label={t('sunshine.choose')}>
      {(['district', 'institution', 'item'] as const).map((name) => (here[name] ? <input key={name} type="hidden" name={name} value={here[name]} /> : null))}
      <Field id="period" label={t('sunshine.period')}>
        {(control) => (
          <span className="sun-period__line">
            <select {...control} className="ym-input ym-select" name="period">
              {years.map((year) => (
                <optgroup key={year} label={periodWords(String(year), language)}>
                  {periodsOf(year, sunshine.month).map((period) => <option key={period} value={period} {...(period === sunshine.period ? { selected: true } : {})}>{periodWords(period, language)}</option>)}
                </optgroup>
              ))}
            </select>
            <Button kind="secondary">{t('sunshine.show')}</Button>
          </span>
        )}
      </Field>
    </form>
  );
}

const daysWords = (t: Say, days: number): string => (days === 0 ? t('sunshine.days_none') : days === 1 ? t('sunshine.days_one') : t('sunshine.days_value', { days }));

/** A value, or a dash that says to a screen reader why there is none. */
function Value({ t, children }: { readonly t: Say; readonly children: string | null }): ReactElement {
  return children === null ? <span className="sun-none"><span aria-hidden="true">{t('sunshine.not_shown')}</span><span className="ym-visually-hidden">{t('sunshine.not_shown_words')}</span></span> : <>{children}</>;
}

/** A share as a bar beside its number; the number says everything. */
function Share({ t, percent }: { readonly t: Say; readonly percent: number | null }): ReactElement {
  if (percent === null) return <Value t={t}>{null}</Value>;
  return (
    <span className="sun-share">
      <span>{t('sunshine.percent_value', { percent })}</span>
      <svg className="sun-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect className="sun-bar__all" width="100" height="6" />
        <rect className="sun-bar__done" width={percent} height="6" />
      </svg>
    </span>
  );
}

/** The five values of a line with their names, in the order of the columns. */
function valuesOf(t: Say, language: Language, row: Row): readonly { readonly code: string; readonly name: string; readonly value: ReactNode }[] {
  const days = (value: number | null) => <Value t={t}>{value === null ? null : daysWords(t, value)}</Value>;
  return [
    { code: 'filed', name: t('sunshine.filed'), value: row.filed === null ? t('sunshine.few') : row.filed.toLocaleString(language === 'en' ? 'en-GB' : 'zh-CN') },
    { code: 'in_time', name: t('sunshine.in_time'), value: <Share t={t} percent={row.inTimePercent} /> },
    { code: 'days', name: t('sunshine.days'), value: days(row.medianDays) },
    { code: 'promised', name: t('sunshine.promised'), value: days(row.promisedDays) },
    { code: 'satisfied', name: t('sunshine.satisfied'), value: <Value t={t}>{row.satisfiedPercent === null ? null : t('sunshine.percent_value', { percent: row.satisfiedPercent })}</Value> },
  ];
}

/** The whole of a page, large. */
export function Figures({ row, language }: { readonly row: Row; readonly language: Language }): ReactElement {
  const t = speaker(sunshineMessages, language);
  return (
    <dl className="sun-figures ym-numerals">
      {valuesOf(t, language, row).map(({ code, name, value }) => <div key={code} className="sun-figure"><dt>{name}</dt><dd>{value}</dd></div>)}
    </dl>
  );
}

/** Lines of places or items; each name leads to its own page. On a narrow screen every line is a card of its own. */
export function Table({ id, title, first, rows, language, href }: {
  readonly id: string; readonly title: string; readonly first: string; readonly rows: readonly Row[]; readonly language: Language; readonly href: (code: string) => string;
}): ReactElement | null {
  const t = speaker(sunshineMessages, language);
  const [some] = rows;
  if (!some) return null;
  return (
    <section className="pt-section" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <table className="sun-table ym-numerals" role="table" aria-labelledby={id}>
        <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">{first}</th>{valuesOf(t, language, some).map(({ code, name }) => <th role="columnheader" scope="col" key={code}>{name}</th>)}</tr></thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr role="row" key={row.code} {...(row.filed === null ? { className: 'sun-few' } : {})}>
              <th role="rowheader" scope="row"><a href={href(row.code)}>{row.name[language]}</a></th>
              {valuesOf(t, language, row).map(({ code, name, value }) => <td role="cell" key={code}><span className="sun-table__name" aria-hidden="true">{name}</span>{value}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** How each number is counted, printed with them. */
export function Definitions({ language }: { readonly language: Language }): ReactElement {
  const t = speaker(sunshineMessages, language);
  const words = [['filed', 'define_filed'], ['in_time', 'define_in_time'], ['days', 'define_days'], ['promised', 'define_promised'], ['satisfied', 'define_satisfied'], ['place', 'define_place'], ['few', 'few_note']] as const;
  return (
    <section className="pt-section sun-definitions" aria-labelledby="definitions">
      <h2 id="definitions">{t('sunshine.definitions')}</h2>
      <dl>{words.map(([name, definition]) => <div key={name}><dt>{t(`sunshine.${name}`)}</dt><dd>{t(`sunshine.${definition}`)}</dd></div>)}</dl>
    </section>
  );
}
