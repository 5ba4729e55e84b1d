import { useState, type ReactElement, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { MeasuredMatter } from '../../../contract/measures.ts';
import { dayWords } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Light } from '../../ui/light/light.tsx';
import { ActButton } from '../keys/act-button.tsx';
import { FailureNotice, SkeletonRows } from '../shell/states.tsx';
import { useWords } from '../words/words.tsx';
import { addressOf, type Address, type Figure, type RunningLight, type Side } from './address.ts';
import { useFigureItems, useFigureMatters, useFiledOn, useRunning } from './calls.ts';
import { dash, useScreenWords } from './screen-words.ts';
import { useRowKeys } from './use-row-keys.ts';

interface ListProps {
  readonly place: string | undefined;
  readonly address: Address;
}

/** The states every list has: on its way, failed, empty, there. */
function ListStates({ query, count, children }: { readonly query: { readonly isPending: boolean; readonly isError: boolean; readonly error: unknown; readonly refetch: () => unknown }; readonly count: number; readonly children: ReactNode }): ReactElement {
  const { s } = useScreenWords();
  if (query.isPending) return <SkeletonRows count={10} />;
  if (query.isError) return <FailureNotice error={query.error} onRetry={() => void query.refetch()} />;
  return count === 0 ? <EmptyState title={s('list.none')}><p>{s('list.none_how')}</p></EmptyState> : <>{children}</>;
}

/** Running limits behind a light, the most urgent first; a row opens the matter. */
export function RunningList({ place, address, light }: ListProps & { readonly light: RunningLight }): ReactElement {
  const { s } = useScreenWords();
  const { ui, of, language, today } = useWords();
  const running = useRunning({ unit: place, light });
  const body = useRowKeys<HTMLTableSectionElement>();
  const rows = running.data?.rows ?? [];
  return (
    <ListStates query={running} count={rows.length}>
      <p className="wb-count" role="status">{s(running.data?.more ? 'list.more' : 'list.count', { count: rows.length })}</p>
      <div className="wb-scroll" tabIndex={0} role="group" aria-label={s('overview.lights')}>
        <table className="wb-table sv-list">
          <thead><tr><th scope="col">{s('col.light')}</th><th scope="col">{s('col.due')}</th><th scope="col">{s('col.matter')}</th><th scope="col">{s('col.limit')}</th><th scope="col">{s('col.who')}</th><th scope="col">{s('col.area')}</th></tr></thead>
          <tbody ref={body}>
            {rows.map((row) => (
              <tr key={`${row.matterId} ${row.limitId}`}>
                <td><Light state={row.light} language={language} /></td>
                <td className="wb-nowrap ym-numerals">{dayWords(row.dueOn, language, today)}</td>
                <th scope="row"><Link href={addressOf(place, { ...address, matter: row.matterId })} data-row>{of(row.itemName)}</Link> <span className="ym-quiet ym-numerals">{row.number}</span></th>
                <td>{row.linkName ? of(row.linkName) : ui(`limit.${row.kind}` as 'limit.link')}</td>
                <td>{of(row.institution.name)} · {row.staffName ?? <span className="ym-quiet">{s('unclaimed')}</span>}</td>
                <td>{of(row.areaName)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </ListStates>
  );
}

/** The matters that meet a share, or miss it, 50 at a time. */
export function FigureList({ place, address, figure, side }: ListProps & { readonly figure: Figure; readonly side: Side }): ReactElement {
  const { s } = useScreenWords();
  const { from, to, item, channel } = address;
  const found = useFigureMatters(figure, side, { unit: place, from, to, item, channel });
  const pages = found.data?.pages ?? [];
  const matters = pages.flatMap((page) => page.matters);
  const head = pages[0];
  return (
    <ListStates query={found} count={matters.length}>
      <p className="wb-count" role="status">{head ? s('list.one_figure', { from: head.from, to: head.to }) : ''} · {s(found.hasNextPage ? 'list.newest' : 'list.count', { count: matters.length })}</p>
      <MatterTable matters={matters} place={place} address={address} />
      {found.hasNextPage ? <p className="sv-after"><ActButton kind="secondary" busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>{s('list.load_more')}</ActButton></p> : null}
    </ListStates>
  );
}

/** What was received today. */
export function FiledToday({ place, address }: ListProps): ReactElement {
  const { s } = useScreenWords();
  const { today } = useWords();
  const filed = useFiledOn(place, today);
  const matters = filed.data?.matters ?? [];
  return (
    <ListStates query={filed} count={matters.length}>
      <p className="wb-count" role="status">{s(filed.data?.more ? 'list.newest' : 'list.count', { count: matters.length })}</p>
      <MatterTable matters={matters} place={place} address={address} />
    </ListStates>
  );
}

function MatterTable({ matters, place, address }: ListProps & { readonly matters: readonly MeasuredMatter[] }): ReactElement {
  const { s, list } = useScreenWords();
  const { ui, of, language, today } = useWords();
  const body = useRowKeys<HTMLTableSectionElement>();
  const pair = (had: number | null, promised: number | null): string => `${had ?? dash} / ${promised ?? dash}`;
  return (
    <div className="wb-scroll" tabIndex={0} role="group" aria-label={s('col.matter')}>
      <table className="wb-table sv-list">
        <thead>
          <tr>
            <th scope="col">{s('col.matter')}</th><th scope="col">{s('col.state')}</th><th scope="col">{s('col.late')}</th><th scope="col" className="sv-number">{s('col.days')}</th><th scope="col" className="sv-number">{s('col.visits')}</th>
            <th scope="col">{s('col.channel')}</th><th scope="col">{s('col.received')}</th><th scope="col">{s('col.ended')}</th><th scope="col">{s('col.handling')}</th><th scope="col">{s('col.area')}</th>
          </tr>
        </thead>
        <tbody ref={body}>
          {matters.map((row) => (
            <tr key={row.matterId}>
              <th scope="row"><Link href={addressOf(place, { ...address, matter: row.matterId })} data-row>{of(row.itemName)}</Link> <span className="ym-quiet ym-numerals">{row.number}</span></th>
              <td className="wb-nowrap">{ui(`status.${row.status}`)}</td>
              <td>{row.late.length > 0 ? <span className="sv-late">{list(row.late.map((kind) => ui(`limit.${kind}` as 'limit.link')))}</span> : ''}{row.askedAgain ? <span className="wb-mark-word">{s('col.asked_again')}</span> : null}</td>
              <td className="sv-number ym-numerals">{pair(row.netDays, row.promisedDays)}</td><td className="sv-number ym-numerals">{pair(row.visits, row.promisedVisits)}</td>
              <td className="wb-nowrap">{ui(`channel.${row.channel}`)}</td><td className="wb-nowrap ym-numerals">{dayWords(row.receivedOn, language, today)}</td>
              <td className="wb-nowrap ym-numerals">{row.endedOn === null ? dash : dayWords(row.endedOn, language, today)}</td><td>{of(row.handlingName)}</td><td>{of(row.areaName)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The items that meet a share of items, or miss it and why. */
export function ItemList({ figure, side }: { readonly figure: Figure; readonly side: Side }): ReactElement {
  const { s } = useScreenWords();
  const { of } = useWords();
  const found = useFigureItems(figure, side);
  const [text, setText] = useState('');
  const wanted = text.trim().toLowerCase();
  const items = (found.data?.items ?? []).filter((one) => `${of(one.name)} ${one.taskCode}`.toLowerCase().includes(wanted));
  return (
    <>
      <label className="wb-filter wb-filter--wide"><span className="ym-visually-hidden">{s('five.item')}</span><input type="search" className="ym-input" value={text} maxLength={60} placeholder={s('five.item')} onChange={(event) => setText(event.target.value)} /></label>
      <ListStates query={found} count={items.length}>
        <p className="wb-count" role="status">{s('list.count', { count: items.length })}</p>
        <table className="wb-table sv-list">
          <thead><tr><th scope="col">{s('five.item')}</th><th scope="col">{s('col.why')}</th></tr></thead>
          <tbody>{items.map((one) => <tr key={one.taskCode}><th scope="row">{of(one.name)} <span className="ym-quiet ym-numerals">{one.taskCode}</span></th><td>{one.why ? of(one.why) : ''}</td></tr>)}</tbody>
        </table>
      </ListStates>
    </>
  );
}
