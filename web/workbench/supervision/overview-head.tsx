import type { ReactElement, ReactNode } from 'react';
import { Link } from 'wouter';
import { useWords } from '../words/words.tsx';
import { addressOf } from './address.ts';
import type { Overview } from './calls.ts';
import { Definition } from './definition.tsx';
import { LightRow } from './light-count.tsx';
import { twelveMonths } from './months.ts';
import { dash, useScreenWords } from './screen-words.ts';

function Tile({ name, define, children, wide = false }: { readonly name: string; readonly define: string; readonly children: ReactNode; readonly wide?: boolean }): ReactElement {
  return (
    <section className={wide ? 'sv-tile sv-tile--wide' : 'sv-tile'} aria-label={name}>
      <h2 className="sv-tile__name">{name} <Definition name={name}>{define}</Definition></h2>
      {children}
    </section>
  );
}

/** A number that opens its list; a plain one where there is nothing to open. */
function Figure({ value, href, about }: { readonly value: string; readonly href?: string | undefined; readonly about: string }): ReactElement {
  return <p className="sv-figure ym-numerals">{href === undefined ? value : <Link href={href} aria-label={`${about} ${value}`}>{value}</Link>}</p>;
}

/** The place itself: its lights, its day, its share in time, days taken against the promise, orders and grades. */
export function OverviewHead({ overview }: { readonly overview: Overview }): ReactElement {
  const { s, percent } = useScreenWords();
  const { of } = useWords();
  const { self, mayOpenMatters, today } = overview;
  const { place } = self;
  const name = of(place.name);
  const list = (address: string): string | undefined => (mayOpenMatters ? address : undefined);
  const late = self.judged - self.inTime;
  const missed = addressOf(place.code, { list: { of: 'matters', figure: 'sunshine', side: 'gap' }, ...twelveMonths(today) });
  const counted = addressOf(place.code, { list: { of: 'matters', figure: 'sunshine', side: 'counted' }, ...twelveMonths(today) });
  return (
    <div className="sv-tiles">
      <Tile name={s('overview.lights')} define={s('define.lights')} wide><LightRow counts={self.lights} place={place.code} placeName={name} mayOpen={mayOpenMatters} /></Tile>
      <Tile name={s('overview.filed_today')} define={s('define.filed_today')}><Figure value={String(self.filedToday)} about={s('overview.filed_today')} href={self.filedToday > 0 ? list(addressOf(place.code, { list: { of: 'filed_today' } })) : undefined} /></Tile>
      <Tile name={s('overview.finished_today')} define={s('define.finished_today')}><Figure value={String(self.finishedToday)} about={s('overview.finished_today')} /></Tile>
      <Tile name={s('overview.in_time')} define={s('define.in_time')}>
        <Figure value={percent(self.inTimePercent)} about={s('overview.in_time')} href={self.judged > 0 ? list(late > 0 ? missed : counted) : undefined} />
        <p className="sv-tile__more">{self.judged > 0 ? s('overview.in_time_of', { judged: self.judged, late }) : s('nothing_yet')}</p>
      </Tile>
      <Tile name={s('overview.days')} define={s('define.days')}>
        <Figure value={self.medianDays === null ? dash : s('overview.days_value', { days: self.medianDays })} about={s('overview.days')} href={self.medianDays === null ? undefined : list(counted)} />
        <p className="sv-tile__more">{self.promisedDays === null ? s('nothing_yet') : s('overview.days_promised', { days: self.promisedDays })}</p>
      </Tile>
      <Tile name={s('overview.orders')} define={s('define.orders')}>
        <Figure value={self.ordersOpen === null ? dash : String(self.ordersOpen)} about={s('overview.orders')} href={self.ordersOpen ? `/orders?unit=${place.code}` : undefined} />
        <p className="sv-tile__more">{self.ordersLate ? <span className="sv-late">{s('overview.orders_late', { count: self.ordersLate })}</span> : null}</p>
      </Tile>
      <Tile name={s('overview.satisfied')} define={s('define.satisfied')}>
        <Figure value={percent(self.satisfiedPercent)} about={s('overview.satisfied')} />
        <p className="sv-tile__more">{self.satisfiedPercent === null ? s('few_grades') : ''}</p>
      </Tile>
    </div>
  );
}
