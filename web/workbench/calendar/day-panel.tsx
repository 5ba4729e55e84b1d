import type { ReactElement } from 'react';
import type { CalendarDay } from '../../../contract/calendar.ts';
import { useWords } from '../words/words.tsx';
import { useCalendarWords } from './calendar-words.ts';
import { counts, type ShownDay } from './day-facts.ts';

/** One day: whether it counts, why, and by which document. */
export function DayPanel({ day, onChange }: { readonly day: ShownDay | undefined; readonly onChange: (changeId: string) => void }): ReactElement {
  const { c, dayAndWeekday, state } = useCalendarWords();
  if (!day) return <p className="ym-quiet">{c('day.choose')}</p>;
  return (
    <div aria-live="polite">
      <h2>{dayAndWeekday(day.on)}</h2>
      <p><strong>{state({ is: day.is, name: day.line?.name ?? null })}</strong></p>
      <p>{c(counts(day) ? 'day.counts' : 'day.not_counted')}{day.provisional ? <span className="wb-mark-word wb-mark-word--open">{c('state.provisional')}</span> : null}</p>
      {day.line ? <SourceLines line={day.line} onChange={onChange} /> : <p className="ym-quiet">{c(day.is === 'weekend' ? 'day.plain_weekend' : 'day.plain_working')}</p>}
      {day.provisional ? <p className="ym-quiet">{c('year.provisional')}</p> : null}
    </div>
  );
}

function SourceLines({ line, onChange }: { readonly line: CalendarDay; readonly onChange: (changeId: string) => void }): ReactElement {
  const { c, day } = useCalendarWords();
  const { source } = line;
  return (
    <dl className="wb-pairs">
      <dt>{c('day.notice')}</dt>
      <dd>{source.document ?? c('day.no_notice')}{source.verified ? null : <span className="wb-mark-word wb-mark-word--open">{c('day.unverified')}</span>}</dd>
      {source.issuedOn ? <><dt>{c('day.issued')}</dt><dd>{day(source.issuedOn)}</dd></> : null}
      {source.url ? <><dt>{c('day.link')}</dt><dd><SourceLink url={source.url} /></dd></> : null}
      {source.changeId ? <><dt>{c('changes.what')}</dt><dd><button type="button" className="wb-link" onClick={() => onChange(source.changeId ?? '')}>{c('day.change', { number: source.changeNumber ?? 0 })}</button></dd></> : null}
    </dl>
  );
}

/** An address outside, opened in a page of its own. */
export function SourceLink({ url }: { readonly url: string }): ReactElement {
  return <a href={url} target="_blank" rel="noreferrer noopener">{url.replace(/^https?:\/\//, '').slice(0, 60)}</a>;
}

/** All days of the year that differ from the plain week, each with its document: what is printed under the months. */
export function DayList({ year, days }: { readonly year: number; readonly days: readonly CalendarDay[] }): ReactElement {
  const { of } = useWords();
  const { c, dayAndWeekday, day } = useCalendarWords();
  return (
    <section className="wb-day-list" aria-labelledby="calendar-list">
      <h2 id="calendar-list">{c('year.list', { year })}</h2>
      {days.length === 0 ? <p className="ym-quiet">{c('year.list_none')}</p> : (
        <div className="wb-scroll" tabIndex={0} role="group" aria-label={c('year.list', { year })}>
          <table className="wb-table">
            <thead><tr><th scope="col">{c('propose.day')}</th><th scope="col">{c('day.is')}</th><th scope="col">{c('day.name')}</th><th scope="col">{c('day.notice')}</th></tr></thead>
            <tbody>
              {days.map((line) => (
                <tr key={line.on}>
                  <th scope="row" className="ym-numerals">{dayAndWeekday(line.on)}</th><td>{c(`state.${line.kind}`)}</td><td>{of(line.name)}</td>
                  <td>{line.source.document ?? c('day.no_notice')}{line.source.issuedOn ? <span className="ym-quiet"> {day(line.source.issuedOn)}</span> : null}{line.source.verified ? null : <span className="wb-mark-word wb-mark-word--open">{c('day.unverified')}</span>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
