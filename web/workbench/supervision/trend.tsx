import type { ReactElement } from 'react';
import { dayWords } from '../../ui/dates.ts';
import { useWords } from '../words/words.tsx';
import { Definition } from './definition.tsx';
import { useScreenWords } from './screen-words.ts';
import { trendBar, trendShape, trendStep, type TrendDay } from './trend-shape.ts';

/** The drawing alone: bars of what was filed, the line of what was finished. Its values stand in words beside it. */
export function TrendDrawing({ days }: { readonly days: readonly TrendDay[] }): ReactElement {
  const shape = trendShape(days);
  return (
    <svg className="sv-trend__drawing" viewBox={`0 0 ${shape.width} ${shape.height}`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
      {shape.columns.map(({ day, working, x }) => (working ? null : <rect key={day} className="sv-trend__rest" x={x - (trendStep - trendBar) / 2} y={0} width={trendStep} height={shape.height} />))}
      {shape.columns.map(({ day, x, y, height }) => <rect key={day} className="sv-trend__bar" x={x} y={y} width={trendBar} height={height} />)}
      <polyline className="sv-trend__line" points={shape.line} fill="none" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}

/** The last thirty days: drawing, its sum in one sentence, and every day's numbers in a table. */
export function Trend({ days }: { readonly days: readonly TrendDay[] }): ReactElement {
  const { s } = useScreenWords();
  const { language, today } = useWords();
  const total = (of: 'filed' | 'finished'): number => days.reduce((sum, day) => sum + day[of], 0);
  const day = (on: string | undefined): string => (on === undefined ? '' : dayWords(on, language, today));
  const { most } = trendShape(days);
  return (
    <section className="sv-panel sv-trend" aria-labelledby="trend-title">
      <h2 id="trend-title">{s('trend.title')} <Definition name={s('trend.title')}>{s('define.trend')}</Definition></h2>
      <p className="sv-key"><span className="sv-key__bar" aria-hidden="true" /> {s('trend.filed')} <span className="sv-key__line" aria-hidden="true" /> {s('trend.finished')} <span className="sv-key__rest" aria-hidden="true" /> {s('trend.not_worked')}</p>
      <TrendDrawing days={days} />
      <p className="sv-trend__ends ym-quiet ym-numerals" aria-hidden="true"><span>{day(days[0]?.day)}</span><span>{day(days.at(-1)?.day)}</span></p>
      <p className="ym-quiet">{s('trend.summary', { from: day(days[0]?.day), to: day(days.at(-1)?.day), filed: total('filed'), finished: total('finished'), most })}</p>
      <details className="ym-no-print">
        <summary>{s('trend.table')}</summary>
        <div className="sv-trend__table" tabIndex={0} role="group" aria-label={s('trend.table')}>
          <table className="wb-table">
            <thead><tr><th scope="col">{s('trend.day')}</th><th scope="col">{s('trend.filed')}</th><th scope="col">{s('trend.finished')}</th></tr></thead>
            <tbody>{[...days].reverse().map((one) => <tr key={one.day}><th scope="row">{day(one.day)}{one.working ? '' : ` · ${s('trend.not_worked')}`}</th><td className="ym-numerals">{one.filed}</td><td className="ym-numerals">{one.finished}</td></tr>)}</tbody>
          </table>
        </div>
      </details>
    </section>
  );
}
