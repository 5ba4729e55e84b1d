import { useMemo, type ReactElement } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import type { Me } from '../../../contract/people.ts';
import { clockOf } from '../../ui/dates.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { ActButton } from '../keys/act-button.tsx';
import { KeyCap } from '../keys/key-cap.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { useLive, useLiveState } from '../server/live.ts';
import { holds, useMe } from '../server/session.ts';
import { FailureNotice, SkeletonRows } from '../shell/states.tsx';
import { useWords } from '../words/words.tsx';
import { addressOf, readAddress, views, type Address, type List } from './address.ts';
import { useOverview, type Overview } from './calls.ts';
import { closedDefinition } from './definition.tsx';
import { ExportButton } from './export-button.tsx';
import { Findings } from './findings.tsx';
import { Five } from './five.tsx';
import { FigureList, FiledToday, ItemList, RunningList } from './lists.tsx';
import { MatterHere } from './matter-here.tsx';
import { OverviewHead } from './overview-head.tsx';
import { OverviewTable } from './overview-table.tsx';
import { useScreenWords } from './screen-words.ts';
import './supervision.css';
import { Trend } from './trend.tsx';
import { Worst } from './worst.tsx';

/** The supervisor's view of a place (its code; none: one's own): overview, five hundred-percents, findings, and every list behind a number; the address says which. */
export function SupervisionScreen({ unit }: { readonly unit: string | undefined }): ReactElement {
  const { s } = useScreenWords();
  const address = readAddress(useSearch());
  useLive(['measures', 'findings'], { everyMs: 5_000 });
  if (address.matter) return <MatterHere matterId={address.matter} back={addressOf(unit, { ...address, matter: null })} words={s('back')} />;
  return <Place unit={unit} address={address} />;
}

function Place({ unit, address }: { readonly unit: string | undefined; readonly address: Address }): ReactElement {
  const overview = useOverview(unit);
  return (
    <main className="wb-plain wb-plain--wide sv" id="content">
      {overview.isPending ? <SkeletonRows count={6} height="card" /> : null}
      {overview.isError ? <><OwnPlaces unit={unit} /><FailureNotice error={overview.error} onRetry={() => void overview.refetch()} /></> : null}
      {overview.data ? <><Head overview={overview.data} unit={unit} address={address} /><Body overview={overview.data} address={address} /></> : null}
    </main>
  );
}

function Body({ overview, address }: { readonly overview: Overview; readonly address: Address }): ReactElement {
  const place = overview.self.place.code;
  const { list } = address;
  if (list !== null) return <OpenedList place={place} address={address} list={list} />;
  if (address.view === 'five') return <Five place={place} address={address} />;
  if (address.view === 'findings') return <Findings place={place} address={address} />;
  return <><OverviewHead overview={overview} /><OverviewTable overview={overview} /><Trend days={overview.trend} /><Worst overview={overview} /></>;
}

function OpenedList({ place, address, list }: { readonly place: string; readonly address: Address; readonly list: List }): ReactElement {
  const { s } = useScreenWords();
  const { t, ui } = useWords();
  const [, go] = useLocation();
  const back = addressOf(place, { ...address, list: null, ...(address.view === 'five' ? {} : { from: null, to: null, item: null }) });
  useKeys([{ keys: 'Escape', does: t('file.to_list'), run: () => { if (!closedDefinition()) go(back); } }]);
  return (
    <section className="sv-panel" aria-labelledby="list-title">
      <p className="sv-back ym-no-print"><Link href={back}><Icon name="back" /> {s('back')}</Link></p>
      <h2 id="list-title">{list.of === 'running' ? s('list.running', { light: ui(`light.${list.light}`) }) : list.of === 'filed_today' ? s('list.filed_today') : <FigureTitle list={list} />}</h2>
      {list.of === 'running' ? <RunningList place={place} address={address} light={list.light} /> : null}
      {list.of === 'filed_today' ? <FiledToday place={place} address={address} /> : null}
      {list.of === 'matters' ? <FigureList place={place} address={address} figure={list.figure} side={list.side} /> : null}
      {list.of === 'items' ? <ItemList figure={list.figure} side={list.side} /> : null}
    </section>
  );
}

function FigureTitle({ list }: { readonly list: Extract<List, { readonly of: 'matters' | 'items' }> }): ReactElement {
  const { s } = useScreenWords();
  return <>{s(list.of === 'items' ? `list.items_${list.side}` : `list.${list.side}`, { name: s(`figure.${list.figure}`) })}</>;
}

/** Where one is, the parts of the screen, and what can be taken from it. */
function Head({ overview, unit, address }: { readonly overview: Overview; readonly unit: string | undefined; readonly address: Address }): ReactElement {
  const { s } = useScreenWords();
  const { of } = useWords();
  const [, go] = useLocation();
  const { above, self, asOf, today } = overview;
  const place = self.place.code;
  const turn = (view: Address['view']): void => go(addressOf(unit, { view }));
  useKeys([
    ...views.map((view, i) => ({ keys: String(i + 1), does: s(`view.${view}`), run: () => turn(view) })),
    { keys: 'W', does: s('wall'), run: () => go(`/supervision/wall?unit=${place}`) }, { keys: 'E', does: s('export'), run: () => document.querySelector<HTMLElement>('.sv-tools [aria-keyshortcuts="E"]')?.click() },
  ]);
  return (
    <>
      {above.length > 0 ? <nav className="sv-above" aria-label={s('above')}>{above.map((one) => <Link key={one.code} href={addressOf(one.code, { view: address.view })}>{of(one.name)}</Link>)}</nav> : null}
      <div className="sv-head">
        <h1>{of(self.place.name)}</h1>
        <OwnPlaces unit={place} />
        <p className="sv-asof ym-numerals"><LiveMark /> {s('as_of', { time: clockOf(asOf) })}</p>
        <div className="sv-tools ym-no-print">
          <ExportButton place={place} address={address} today={today} />
          <ActButton icon="print" onClick={() => window.print()}>{s('print')}</ActButton>
          <Link className="wb-act wb-act--secondary" href={`/supervision/wall?unit=${place}`} aria-keyshortcuts="W">{s('wall')} <KeyCap keys="W" /></Link>
        </div>
      </div>
      <div className="sv-views ym-no-print">
        <div className="wb-views" role="group" aria-label={s('views')}>
          {views.map((view, i) => <button key={view} type="button" aria-pressed={address.view === view} aria-keyshortcuts={String(i + 1)} onClick={() => turn(view)}>{s(`view.${view}`)}</button>)}
        </div>
        <a href={publicPage(self.place)} target="_blank" rel="noreferrer">{s('public')}</a>
      </div>
    </>
  );
}

/** The page of these figures that everybody may see: of the district or institution where it has one. */
function publicPage({ kind, code }: Overview['self']['place']): string {
  if (kind === 'district' || kind === 'functional_area') return `/sunshine?district=${code}`;
  return kind === 'institution' ? `/sunshine?institution=${encodeURIComponent(code)}` : '/sunshine';
}

function LiveMark(): ReactElement {
  const { s } = useScreenWords();
  const state = useLiveState();
  return <span className={`sv-live sv-live--${state}`}><span aria-hidden="true">{state === 'live' ? '●' : '○'}</span> {s(`live.${state}`)}</span>;
}

/** For hall managers and approvers, who see their own institutions: which of them. */
function OwnPlaces({ unit }: { readonly unit: string | undefined }): ReactElement | null {
  const { s } = useScreenWords();
  const { of } = useWords();
  const me = useMe().data;
  const [, go] = useLocation();
  const own = useMemo(() => (me ? ownInstitutions(me) : []), [me]);
  if (!me || holds(me, 'supervisor') || own.length < 2) return null;
  return (
    <label className="sv-own ym-no-print"><span className="ym-visually-hidden">{s('own_place')}</span>
      <select className="ym-input ym-select" value={own.some((one) => one.institution === unit) ? unit : ''} onChange={(event) => go(addressOf(event.target.value))}>
        {own.some((one) => one.institution === unit) ? null : <option value="">{s('own_place')}</option>}
        {own.map((one) => <option key={one.institution} value={one.institution}>{of(one.institutionName)}</option>)}
      </select>
    </label>
  );
}

function ownInstitutions(me: Me): Me['posts'] {
  const seen = new Set<string>();
  return me.posts.filter((post) => ['hall_manager', 'approver'].includes(post.role) && !seen.has(post.institution) && seen.add(post.institution));
}
