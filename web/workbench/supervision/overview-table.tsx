import type { ReactElement, ReactNode } from 'react';
import { Link } from 'wouter';
import type { OverviewRow } from '../../../contract/measures.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { lightShapes } from '../../ui/light/light.tsx';
import { useWords } from '../words/words.tsx';
import { addressOf, lights } from './address.ts';
import type { Overview } from './calls.ts';
import { Definition } from './definition.tsx';
import { LightCount } from './light-count.tsx';
import { twelveMonths } from './months.ts';
import { dash, useScreenWords } from './screen-words.ts';
import { useRowKeys } from './use-row-keys.ts';

/** What lies directly below the place, one line each: its lights, its day, its share in time, orders, grades. Every number opens its list, the name opens the place. */
export function OverviewTable({ overview }: { readonly overview: Overview }): ReactElement | null {
  const { s } = useScreenWords();
  const { ui, of } = useWords();
  const body = useRowKeys<HTMLTableSectionElement>();
  const { children, self } = overview;
  if (!self.hasChildren) return null;
  const head = (name: string, define: string): ReactElement => <th scope="col" className="sv-number">{name} <Definition name={name}>{define}</Definition></th>;
  return (
    <section className="sv-panel" aria-labelledby="below-title">
      <h2 id="below-title">{s('overview.below')}</h2>
      {children.length === 0 ? <EmptyState title={s('overview.none_below')} /> : (
        <div className="wb-scroll" tabIndex={0} role="group" aria-label={s('overview.below')}>
          <table className="wb-table sv-table">
            <thead>
              <tr>
                <th scope="col">{s('place')}</th>
                {lights.map((light) => <th key={light} scope="col" className="sv-number"><span className={`sv-light sv-light--${light}`}><span className="sv-light__shape" aria-hidden="true">{lightShapes[light]}</span></span> {ui(`light.${light}`)}</th>)}
                {head(s('overview.filed_today'), s('define.filed_today'))}{head(s('overview.finished_today'), s('define.finished_today'))}{head(s('overview.in_time'), s('define.in_time'))}
                {head(s('overview.orders'), s('define.orders'))}<th scope="col" className="sv-number">{s('overview.orders_late_short')}</th>{head(s('overview.satisfied'), s('define.satisfied'))}
              </tr>
            </thead>
            <tbody ref={body}>{children.map((row) => <Line key={row.place.code} row={row} name={of(row.place.name)} overview={overview} />)}</tbody>
          </table>
        </div>
      )}
    </section>
  );
}

function Line({ row, name, overview }: { readonly row: OverviewRow; readonly name: string; readonly overview: Overview }): ReactElement {
  const { s, percent } = useScreenWords();
  const { mayOpenMatters, today } = overview;
  const { code } = row.place;
  const number = (value: string, about: string, href: string | undefined): ReactNode => (href === undefined ? value : <Link href={href} aria-label={s('overview.list_of', { place: name, name: about, count: value })}>{value}</Link>);
  const late = row.judged > row.inTime;
  const inTime = addressOf(code, { list: { of: 'matters', figure: 'sunshine', side: late ? 'gap' : 'counted' }, ...twelveMonths(today) });
  return (
    <tr>
      <th scope="row"><Link href={addressOf(code)} data-row>{name}</Link></th>
      {lights.map((light) => <td key={light} className="sv-number"><LightCount light={light} count={row.lights[light]} place={code} placeName={name} mayOpen={mayOpenMatters} /></td>)}
      <td className="sv-number ym-numerals">{number(String(row.filedToday), s('overview.filed_today'), mayOpenMatters && row.filedToday > 0 ? addressOf(code, { list: { of: 'filed_today' } }) : undefined)}</td>
      <td className="sv-number ym-numerals">{row.finishedToday}</td>
      <td className="sv-number ym-numerals">{number(percent(row.inTimePercent), s('overview.in_time'), mayOpenMatters && row.judged > 0 ? inTime : undefined)}</td>
      <td className="sv-number ym-numerals">{row.ordersOpen === null ? dash : number(String(row.ordersOpen), s('overview.orders'), row.ordersOpen > 0 ? `/orders?unit=${code}` : undefined)}</td>
      <td className="sv-number ym-numerals">{row.ordersLate ? <span className="sv-late">{row.ordersLate}</span> : (row.ordersLate ?? dash)}</td>
      <td className="sv-number ym-numerals">{percent(row.satisfiedPercent)}</td>
    </tr>
  );
}
