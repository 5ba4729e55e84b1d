import type { ReactElement } from 'react';
import { Link, useLocation } from 'wouter';
import type { FigurePart, FigureView } from '../../../contract/measures.ts';
import { useItems } from '../server/queries.ts';
import { FailureNotice, SkeletonRows } from '../shell/states.tsx';
import { useWords } from '../words/words.tsx';
import { addressOf, type Address } from './address.ts';
import { useFive } from './calls.ts';
import { monthChoices } from './months.ts';
import { useScreenWords } from './screen-words.ts';

interface FiveProps {
  readonly place: string | undefined;
  readonly address: Address;
}

/** The five hundred-percents (五个100%): filters above, each figure with numerator, denominator and definition, and the way to what it counts and what it lacks. */
export function Five({ place, address }: FiveProps): ReactElement {
  const { s } = useScreenWords();
  const { from, to, item, channel } = address;
  const five = useFive({ unit: place, from, to, item, channel });
  return (
    <>
      <p className="ym-quiet">{s('five.lead')}</p>
      <Filters place={place} address={{ ...address, from: from ?? five.data?.from ?? null, to: to ?? five.data?.to ?? null }} />
      {five.isPending ? <SkeletonRows count={5} height="card" /> : null}
      {five.isError ? <FailureNotice error={five.error} onRetry={() => void five.refetch()} /> : null}
      {five.data ? (
        <div className="sv-five" aria-busy={five.isPlaceholderData}>
          {five.data.figures.map((figure) => <FigureCard key={figure.figure} figure={figure} place={place} address={{ ...address, from: five.data.from, to: five.data.to }} mayOpen={five.data.mayOpenMatters} />)}
        </div>
      ) : null}
    </>
  );
}

function Filters({ place, address }: FiveProps): ReactElement {
  const { s } = useScreenWords();
  const { ui, of, today } = useWords();
  const [, go] = useLocation();
  const items = useItems('');
  const change = (to: Partial<Address>): void => go(addressOf(place, { ...address, ...to }), { replace: true });
  const months = monthChoices(today);
  const monthWords = (month: string): string => s('month', { year: month.slice(0, 4), month: Number(month.slice(5)) });
  const month = (end: 'from' | 'to'): ReactElement => (
    <label className="sv-filter">{s(`five.${end}`)}
      <select className="ym-input ym-select" value={address[end] ?? ''} onChange={(event) => change({ [end]: event.target.value })}>{months.map((one) => <option key={one} value={one}>{monthWords(one)}</option>)}</select>
    </label>
  );
  return (
    <div className="sv-filters">
      {month('from')}{month('to')}
      <label className="sv-filter sv-filter--wide">{s('five.item')}
        <select className="ym-input ym-select" value={address.item ?? ''} onChange={(event) => change({ item: event.target.value || null })}>
          <option value="">{s('five.all_items')}</option>
          {(items.data?.items ?? []).map((one) => <option key={one.taskCode} value={one.taskCode}>{of(one.name)}</option>)}
        </select>
      </label>
      <label className="sv-filter">{s('five.channel')}
        <select className="ym-input ym-select" value={address.channel ?? ''} onChange={(event) => change({ channel: event.target.value === 'online' || event.target.value === 'window' ? event.target.value : null })}>
          <option value="">{s('five.all_channels')}</option><option value="online">{ui('channel.online')}</option><option value="window">{ui('channel.window')}</option>
        </select>
      </label>
    </div>
  );
}

interface CardProps extends FiveProps {
  readonly figure: FigureView;
  readonly mayOpen: boolean;
}

function FigureCard({ figure, place, address, mayOpen }: CardProps): ReactElement {
  const { s } = useScreenWords();
  const { of } = useWords();
  return (
    <section className="sv-panel sv-card" aria-label={of(figure.name)}>
      <h2>{of(figure.name)}</h2>
      {figure.parts.map((part) => <Part key={part.part} part={part} figure={figure} place={place} address={address} mayOpen={mayOpen} />)}
      <p className="sv-card__source"><span className="ym-quiet">{s('five.source')}</span> {of(figure.source)}</p>
    </section>
  );
}

function Part({ part, figure, place, address, mayOpen }: CardProps & { readonly part: FigurePart }): ReactElement {
  const { s, percent } = useScreenWords();
  const { of } = useWords();
  const { numerator, denominator } = part;
  return (
    <div className="sv-part">
      <h3>{of(part.name)}</h3>
      <p className={part.percent === 100 ? 'sv-figure sv-figure--whole ym-numerals' : 'sv-figure ym-numerals'}>{percent(part.percent)} <span className="sv-part__of">{part.percent === null ? s('nothing_yet') : s('five.of', { numerator, denominator })}</span></p>
      <span className="sv-part__bar" aria-hidden="true"><span style={{ width: `${part.percent ?? 0}%` }} /></span>
      <PartLists part={part} figure={figure} place={place} address={address} mayOpen={mayOpen} />
      <p className="sv-part__definition"><span className="ym-quiet">{s('five.definition')}</span> {of(part.definition)}</p>
    </div>
  );
}

/** The ways to what a share counts and to what it lacks. */
function PartLists({ part, figure, place, address, mayOpen }: CardProps & { readonly part: FigurePart }): ReactElement | null {
  const { s } = useScreenWords();
  const { numerator, denominator } = part;
  if (part.of === 'orders') return denominator > 0 ? <p className="sv-part__lists ym-no-print"><Link href={`/orders${place === undefined ? '' : `?unit=${place}`}`}>{s('five.orders')}</Link></p> : null;
  const of = part.of;
  if (of === 'matters' && !mayOpen) return null;
  const list = (side: 'counted' | 'gap', count: number): ReactElement | null => (count > 0 ? <Link href={addressOf(place, { ...address, list: { of, figure: figure.figure, side } })}>{s(`five.${side}`, { count })}</Link> : null);
  return <p className="sv-part__lists ym-no-print">{list('counted', numerator)}{list('gap', denominator - numerator)}</p>;
}
