import { useEffect, useState, type ReactElement } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { OverviewRow, Place } from '../../../contract/measures.ts';
import { wallMessages } from '../../../contract/messages/workbench-orders.ts';
import { dayWords, weekdayWords } from '../../ui/dates.ts';
import { lightShapes } from '../../ui/light/light.tsx';
import { speaker } from '../../ui/speak.ts';
import { useKeys } from '../keys/use-keys.ts';
import { useLive, useLiveState } from '../server/live.ts';
import { FailureNotice } from '../shell/states.tsx';
import { useWords } from '../words/words.tsx';
import { addressOf, lights } from './address.ts';
import { useOverview, type Overview } from './calls.ts';
import { everyMs, rotatedAt, stoodOrGone, turned, type Rotation } from './rotation.ts';
import { useScreenWords } from './screen-words.ts';
import { TrendDrawing } from './trend.tsx';
import './supervision.css';
import './wall.css';

const stillQuery = '(prefers-reduced-motion: reduce)';

/** The screen on a wall (大屏): the place of `?unit=` (none: one's own) and what is below it in turn, in numbers that are read from across a room. No person appears. */
export function WallScreen(): ReactElement {
  const unit = new URLSearchParams(useSearch()).get('unit') ?? undefined;
  const overview = useOverview(unit);
  useLive(['measures'], { everyMs: 5_000 });
  useDarkPage();
  return (
    <main className="sv-wall" id="content">
      {overview.isError ? <FailureNotice error={overview.error} onRetry={() => void overview.refetch()} /> : null}
      {overview.data ? <Turning overview={overview.data} unit={unit} /> : null}
    </main>
  );
}

/** Paper and ink exchanged while the wall screen is shown. */
function useDarkPage(): void {
  useEffect(() => {
    document.documentElement.dataset.scheme = 'dark';
    return () => {
      delete document.documentElement.dataset.scheme;
    };
  }, []);
}

/** Which page is shown; it turns by itself unless somebody stopped it or the computer asks for less motion. */
function useRotation(count: number) {
  const [rotation, setRotation] = useState<Rotation>(() => ({ at: 0, turnedAt: performance.now(), stands: matchMedia(stillQuery).matches }));
  useEffect(() => {
    const timer = setInterval(() => setRotation((before) => rotatedAt(before, count, performance.now())), 250);
    return () => clearInterval(timer);
  }, [count]);
  return {
    rotation,
    turn: (by: number) => setRotation((before) => turned(before, by, count, performance.now())),
    standOrGo: () => setRotation((before) => stoodOrGone(before, performance.now())),
  };
}

/** The place itself first, then those below it that have anything to show. */
const pagesOf = ({ self, children }: Overview): readonly OverviewRow[] => [self, ...children.filter((row) => row.filed > 0 || Object.values(row.lights).some((n) => n > 0))];

function Turning({ overview, unit }: { readonly overview: Overview; readonly unit: string | undefined }): ReactElement {
  const { language } = useWords();
  const w = speaker(wallMessages, language);
  const [, go] = useLocation();
  const pages = pagesOf(overview);
  const { rotation, turn, standOrGo } = useRotation(pages.length);
  const row = pages[rotation.at] ?? overview.self;
  const leave = (): void => {
    if (document.fullscreenElement) void document.exitFullscreen();
    go(addressOf(unit));
  };
  const full = (): void => void (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen());
  useKeys([
    { keys: 'Space', does: w(rotation.stands ? 'go_on' : 'pause'), run: standOrGo }, { keys: 'ArrowRight', does: w('next'), run: () => turn(1) }, { keys: 'ArrowLeft', does: w('before'), run: () => turn(-1) },
    { keys: 'F', does: w('full'), run: full }, { keys: 'Escape', does: w('leave'), run: leave },
  ]);
  return (
    <>
      <WallHead above={row === overview.self ? null : overview.self.place} row={row} />
      <WallLights row={row} />
      <WallNumbers row={row} />
      <WallTrend place={row.place} own={overview} />
      <footer className="sv-wall__foot">
        <span className="ym-numerals">{w('place_of', { n: rotation.at + 1, count: pages.length })}</span>
        {rotation.stands ? <span>‖ {w(matchMedia(stillQuery).matches ? 'no_motion' : 'stands')}</span> : <span key={rotation.turnedAt} className="sv-wall__time" style={{ animationDuration: `${everyMs}ms` }} aria-hidden="true" />}
        <span className="sv-wall__buttons">
          <button type="button" onClick={() => turn(-1)}>← {w('before')}</button><button type="button" onClick={() => turn(1)}>{w('next')} →</button>
          <button type="button" aria-keyshortcuts="Space" onClick={standOrGo}>{w(rotation.stands ? 'go_on' : 'pause')}</button><button type="button" aria-keyshortcuts="F" onClick={full}>{w('full')}</button><button type="button" aria-keyshortcuts="Escape" onClick={leave}>{w('leave')}</button>
        </span>
      </footer>
    </>
  );
}

/** The clock of the wall, in Shenzhen. */
function useMinute(): string {
  const now = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 16);
  const [minute, setMinute] = useState(now);
  useEffect(() => {
    const timer = setInterval(() => setMinute(now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return minute;
}

function WallHead({ above, row }: { readonly above: Place | null; readonly row: OverviewRow }): ReactElement {
  const { s } = useScreenWords();
  const { of, language } = useWords();
  const w = speaker(wallMessages, language);
  const minute = useMinute();
  const state = useLiveState();
  const day = minute.slice(0, 10);
  return (
    <header className="sv-wall__head">
      <div><p className="sv-wall__above">{above ? of(above.name) : w('title')}</p><h1>{of(row.place.name)}</h1></div>
      <div className="sv-wall__now"><p className="sv-wall__clock ym-numerals">{minute.slice(11)}</p><p>{dayWords(day, language, day)} {weekdayWords(day, language)} · <span className={`sv-live sv-live--${state}`}><span aria-hidden="true">{state === 'live' ? '●' : '○'}</span> {s(`live.${state}`)}</span></p></div>
    </header>
  );
}

function WallLights({ row }: { readonly row: OverviewRow }): ReactElement {
  const { ui } = useWords();
  const { s } = useScreenWords();
  return (
    <section aria-label={s('overview.lights')}>
      <ul className="sv-wall__lights">
        {lights.map((light) => (
          <li key={light} className={row.lights[light] === 0 ? 'sv-wall__light sv-wall__light--none' : `sv-wall__light sv-wall__light--${light}`}>
            <p className="sv-wall__count ym-numerals"><span className="sv-wall__shape" aria-hidden="true">{lightShapes[light]}</span>{row.lights[light]}</p><p>{ui(`light.${light}`)}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

function WallNumbers({ row }: { readonly row: OverviewRow }): ReactElement {
  const { s, percent } = useScreenWords();
  const numbers = [
    [s('overview.filed_today'), String(row.filedToday)], [s('overview.finished_today'), String(row.finishedToday)], [s('overview.in_time'), percent(row.inTimePercent)],
    ...(row.ordersOpen === null ? [] : [[s('overview.orders'), String(row.ordersOpen)]]), ...(row.satisfiedPercent === null ? [] : [[s('overview.satisfied'), percent(row.satisfiedPercent)]]),
  ];
  return <dl className="sv-wall__numbers">{numbers.map(([name, value]) => <div key={name}><dt>{name}</dt><dd className="ym-numerals">{value}</dd></div>)}</dl>;
}

/** The thirty days of the place shown. */
function WallTrend({ place, own }: { readonly place: Place; readonly own: Overview }): ReactElement {
  const { s } = useScreenWords();
  const isOwn = place.code === own.self.place.code;
  const other = useOverview(place.code, !isOwn);
  const days = isOwn ? own.trend : (other.data?.trend ?? []);
  return (
    <section className="sv-wall__trend" aria-label={s('trend.title')}>
      <p>{s('trend.title')} <span className="sv-key__bar" aria-hidden="true" /> {s('trend.filed')} <span className="sv-key__line" aria-hidden="true" /> {s('trend.finished')}</p>
      <TrendDrawing days={days} />
    </section>
  );
}
