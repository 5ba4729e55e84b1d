import { useEffect, useState, type ReactElement } from 'react';
import { Link, useSearch } from 'wouter';
import type { OrderRow } from '../../../contract/supervision.ts';
import { dayWords } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import { lightShapes } from '../../ui/light/light.tsx';
import { KeyCap } from '../keys/key-cap.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { useLive } from '../server/live.ts';
import { FailureNotice, SkeletonRows } from '../shell/states.tsx';
import { useWords } from '../words/words.tsx';
import { orderLists, useOrders, useOverview, type OrderList } from './calls.ts';
import { MatterHere } from './matter-here.tsx';
import { OrderFile } from './order-file.tsx';
import './orders.css';
import { useScreenWords } from './screen-words.ts';
import './supervision.css';
import { useRowKeys } from './use-row-keys.ts';

/** Supervision orders (督办): left the list, right the whole order. `?unit=` narrows the list, `?matter=` opens the matter of the order. */
export function OrdersScreen({ orderId }: { readonly orderId: string | undefined }): ReactElement {
  const { o } = useScreenWords();
  const query = new URLSearchParams(useSearch());
  const [unit, matter] = [query.get('unit'), query.get('matter')];
  const kept = unit === null ? '' : `?unit=${encodeURIComponent(unit)}`;
  useLive(['orders'], { everyMs: 5_000 });
  if (matter && orderId) return <MatterHere matterId={matter} back={`/orders/${orderId}${kept}`} words={o('back_to_order')} />;
  return (
    <main className={orderId ? 'wb-desk sv-desk wb-desk--open' : 'wb-desk sv-desk'} id="content">
      <h1 className="ym-visually-hidden">{o('title')}</h1>
      <OrderListing openId={orderId} unit={unit} kept={kept} />
      <div className="wb-desk__file">
        {orderId
          ? <><p className="wb-desk__back"><Link href={`/orders${kept}`}><Icon name="back" /> {o('to_list')}</Link></p><OrderFile key={orderId} orderId={orderId} back={`/orders${kept}`} /></>
          : <EmptyState title={o('choose')}><p>{o('choose_how')}</p></EmptyState>}
      </div>
    </main>
  );
}

function OrderListing({ openId, unit, kept }: { readonly openId: string | undefined; readonly unit: string | null; readonly kept: string }): ReactElement {
  const { o } = useScreenWords();
  const [which, setWhich] = useState<OrderList>('running');
  const orders = useOrders(which, unit);
  const list = useRowKeys<HTMLUListElement>();
  const rows = orders.data?.orders ?? [];
  const total = orders.data?.total ?? 0;
  const there = rows.some((row) => row.orderId === openId);
  useEffect(() => {
    if (there) list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [there, openId, list]);
  useKeys(orderLists.map((one, i) => ({ keys: String(i + 1), does: o(`which.${one}`), run: () => setWhich(one) })));
  return (
    <section className="wb-desk__list" aria-label={o('title')}>
      <div className="wb-list-head sv-list-head">
        <div className="wb-views" role="group" aria-label={o('which')}>
          {orderLists.map((one, i) => <button key={one} type="button" aria-pressed={which === one} aria-keyshortcuts={String(i + 1)} onClick={() => setWhich(one)}>{o(`which.${one}`)} <KeyCap keys={String(i + 1)} /></button>)}
        </div>
        {unit ? <OnlyUnit unit={unit} /> : null}
        <p className="wb-count" role="status">{orders.data ? o(total > rows.length ? 'count_more' : 'count', { count: rows.length, total }) : ' '}</p>
      </div>
      {orders.isPending ? <SkeletonRows count={10} /> : null}
      {orders.isError ? <FailureNotice error={orders.error} onRetry={() => void orders.refetch()} /> : null}
      {orders.isSuccess && rows.length === 0 ? <EmptyState title={o('none')}><p>{o('none_how')}</p></EmptyState> : null}
      <ul className="wb-rows" ref={list} aria-busy={orders.isFetching}>
        {rows.map((row) => <li key={row.orderId}><Link href={`/orders/${row.orderId}${kept}`} className={openId === row.orderId ? 'sv-order-row sv-order-row--open' : 'sv-order-row'} aria-current={openId === row.orderId ? 'true' : undefined} data-row><OrderLine row={row} /></Link></li>)}
      </ul>
    </section>
  );
}

/** Says that only the orders of one place are listed, and lets go of it. */
function OnlyUnit({ unit }: { readonly unit: string }): ReactElement {
  const { o } = useScreenWords();
  const { of } = useWords();
  const overview = useOverview(unit);
  return <p className="sv-only">{o('only_unit', { place: overview.data ? of(overview.data.self.place.name) : unit })} <Link href="/orders">{o('all_units')}</Link></p>;
}

/** One order in the list, on two lines: light, date, rule and state; below whose and about what. */
function OrderLine({ row }: { readonly row: OrderRow }): ReactElement {
  const { o, law } = useScreenWords();
  const { ui, of, language, today } = useWords();
  const { clock } = row;
  const rule = `${row.ruleId} ${of(row.ruleName)}`;
  return (
    <>
      <span className="sv-order-row__top">
        <span className={`sv-order-row__due ym-numerals${clock ? ` sv-light--${clock.light}` : ''}`}>
          {clock ? <><span className="sv-light__shape" aria-hidden="true">{lightShapes[clock.light]}</span><span className="ym-visually-hidden">{ui(`light.${clock.light}`)} </span> {dayWords(clock.dueOn, language, today)}</> : null}
        </span>
        <span className="sv-order-row__rule" title={rule}>{rule}</span>
        <span className="sv-order-row__state">{law(`order.status.${row.status}`)}{row.escalated ? ` · ${o('escalated')}` : ''}</span>
      </span>
      <span className="sv-order-row__below">
        <span className="sv-order-row__item" title={`${of(row.itemName)} ${row.matterNumber}`}>{of(row.itemName)}</span>
        <span className="sv-order-row__who" title={of(row.institutionName)}>{of(row.institutionName)} · {row.staff?.name ?? law('back_trace.nobody')}</span>
      </span>
    </>
  );
}
