import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import type { LimitActView, OrderEvent, OrderView } from '../../../contract/supervision.ts';
import { dayWords, momentWords } from '../../ui/dates.ts';
import { standingWords } from '../../ui/due-date/due-date.tsx';
import { Light } from '../../ui/light/light.tsx';
import { Tag, type TagTone } from '../../ui/tag/tag.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { useLive } from '../server/live.ts';
import { FailureNotice, SkeletonRows } from '../shell/states.tsx';
import { useWords } from '../words/words.tsx';
import { BackTraceView } from './back-trace.tsx';
import { useOrder } from './calls.ts';
import { closedDefinition, Definition } from './definition.tsx';
import { SeverityMark } from './findings.tsx';
import { OrderActs } from './order-acts.tsx';
import { OrderClockView } from './order-clock.tsx';
import { useScreenWords } from './screen-words.ts';

/** Tone of an order's state; the word says the same. */
export const orderTones: Readonly<Record<OrderView['status'], TagTone>> = { open: 'wait', replied: 'info', closed: 'good', lapsed: 'plain' };

/** One order, whole: rule, who answers, clocks, where the time went, who moved the limits, what was said; and what may be done now. */
export function OrderFile({ orderId, back }: { readonly orderId: string; readonly back: string }): ReactElement {
  const { o } = useScreenWords();
  const [, go] = useLocation();
  const order = useOrder(orderId);
  useLive(['order'], { everyMs: 5_000 });
  useKeys([{ keys: 'Escape', does: o('to_list'), run: () => { if (!closedDefinition()) go(back); } }]);
  if (order.isPending) return <div className="sv-order"><SkeletonRows count={5} height="card" /></div>;
  if (order.isError) return <div className="sv-order"><FailureNotice error={order.error} onRetry={() => void order.refetch()} /></div>;
  return <WholeOrder order={order.data} />;
}

function WholeOrder({ order }: { readonly order: OrderView }): ReactElement {
  const { o } = useScreenWords();
  const running = order.clocks.find((clock) => clock.endedAt === null);
  const past = order.clocks.filter((clock) => clock !== running);
  return (
    <article className="sv-order" aria-labelledby="order-title">
      <OrderHead order={order} />
      <div className="sv-order__columns">
        <div>
          <OrderPairs order={order} />
          <section className="wb-part"><h3>{o('dues')}</h3><ul className="sv-order__dues">{order.dues.map((due) => <DueOfMatter key={due.limitId} due={due} />)}</ul></section>
        </div>
        <div>
          {running ? <OrderClockView clock={running} hero /> : null}
          <Waiting order={order} />
          {past.length > 0 ? <details className="sv-order__past"><summary>{o('clocks')}</summary>{past.map((clock) => <OrderClockView key={clock.startedAt + clock.clock} clock={clock} />)}</details> : null}
        </div>
      </div>
      <section className="wb-part"><h3>{o('trace')}</h3><BackTraceView trace={order.backTrace} /></section>
      <section className="wb-part"><h3>{o('acts')}</h3><LimitActs acts={order.limitActs} /></section>
      <section className="wb-part"><h3>{o('history')}</h3><ol className="sv-history">{order.history.map((event) => <HistoryLine key={event.seq} event={event} />)}</ol></section>
      <OrderActs order={order} />
    </article>
  );
}

/** A limit of the matter in one line: its name, its day, how it stands; the sentence of the date one tap away. */
function DueOfMatter({ due }: { readonly due: OrderView['dues'][number] }): ReactElement {
  const { ui, of, language, today } = useWords();
  const standing = standingWords(due, language, today);
  return (
    <li>
      <span className="sv-order__limit">{ui(`limit.${due.limit}`)} <Definition name={ui(`limit.${due.limit}`)}>{of(due.explanation)}</Definition></span>
      <span className="ym-numerals">{dayWords(due.dueOn, language, today)}</span> <Light state={due.light} language={language} />{standing === '' ? null : <span className="ym-quiet">{standing}</span>}
    </li>
  );
}

function OrderHead({ order }: { readonly order: OrderView }): ReactElement {
  const { o, law } = useScreenWords();
  const { of } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <header className="sv-order__head">
      <h2 id="order-title" ref={heading} tabIndex={-1}><span className="ym-numerals">{order.ruleId}</span> {of(order.ruleName)}</h2>
      <p className="wb-file__line">
        <SeverityMark severity={order.severity} /> <Tag tone={orderTones[order.status]}>{law(`order.status.${order.status}`)}</Tag>
        {order.ground ? <span>{law(`order.ground.${order.ground}`)}</span> : null}
        {order.escalated ? <Tag tone="bad">{o('escalated')}</Tag> : null}{order.returns > 0 ? <span>{o('returned', { count: order.returns })}</span> : null}
      </p>
      <p>{of(order.ruleDescription)}</p>
      <p className="ym-quiet">{o('rule_source', { source: of(order.ruleSource) })}{order.ruleVerified ? '' : o('rule_unverified')} · {o('rule_version', { version: order.ruleVersion })}</p>
    </header>
  );
}

function OrderPairs({ order }: { readonly order: OrderView }): ReactElement {
  const { o, law } = useScreenWords();
  const { ui, of, language, today } = useWords();
  const kind = order.limitId?.split(/[:#]/)[0];
  const limit = order.linkName ? of(order.linkName) : kind ? ui(`limit.${kind}` as 'limit.notice') : '';
  const lines: readonly (readonly [string, ReactNode])[] = [
    [o('who'), <strong key="who">{of(order.institutionName)}</strong>],
    [o('person'), order.staff?.name ?? <span key="nobody" className="ym-quiet">{law('back_trace.nobody')}</span>],
    ...(order.second ? [[o('second'), order.second.name] as const] : []),
    [o('matter'), <MatterLink key="matter" order={order} />],
    [o('area'), of(order.areaName)],
    ...(limit === '' ? [] : [[o('limit'), limit] as const]),
    [o(order.limitId === null ? 'moment.found' : 'moment'), <span key="moment" className="ym-numerals">{momentWords(order.moment, language, today)}</span>],
    [o('opened'), <span key="opened" className="ym-numerals">{momentWords(order.openedAt, language, today)}</span>],
    [o('supervised_by'), of(order.supervisingUnitName)],
  ];
  return <dl className="wb-pairs sv-order__pairs">{lines.map(([name, value]) => <div key={name} className="sv-order__pair"><dt>{name}</dt><dd>{value}</dd></div>)}</dl>;
}

function MatterLink({ order }: { readonly order: OrderView }): ReactElement {
  const { of } = useWords();
  const words = <>{of(order.itemName)} <span className="ym-numerals">{order.matterNumber}</span></>;
  return order.mayOpenMatter ? <Link href={`/orders/${order.orderId}?matter=${order.matterId}`}>{words}</Link> : words;
}

/** Whose move it is, for who has none. */
function Waiting({ order }: { readonly order: OrderView }): ReactElement | null {
  const { o } = useScreenWords();
  const { of } = useWords();
  if (order.allowed.length > 0 || order.clock === null) return null;
  return <p className="sv-order__waits">{order.status === 'open' ? o('waits.reply', { unit: of(order.institutionName) }) : o('waits.review', { unit: of(order.supervisingUnitName) })}</p>;
}

/** Both persons of every act that moved a limit. */
function LimitActs({ acts }: { readonly acts: readonly LimitActView[] }): ReactElement {
  const { o } = useScreenWords();
  const { of, language, today } = useWords();
  if (acts.length === 0) return <p className="ym-quiet">{o('acts.none')}</p>;
  return (
    <ul className="sv-limit-acts">
      {acts.map((act) => (
        <li key={act.proposalId}>
          <strong>{o(`acts.type.${act.type}`)}</strong> {act.document} <Tag tone={act.outcome === 'approved' ? 'good' : act.outcome === 'rejected' ? 'bad' : 'wait'}>{o(`acts.outcome.${act.outcome}`)}</Tag>
          <span className="sv-limit-acts__who">{of(act.institutionName)} · {o('acts.proposed', { name: act.proposedBy?.name ?? '', at: momentWords(act.proposedAt, language, today) })}{act.decidedAt ? ` · ${o('acts.decided', { name: act.decidedBy?.name ?? '', at: momentWords(act.decidedAt, language, today) })}` : ''}</span>
        </li>
      ))}
    </ul>
  );
}

function HistoryLine({ event }: { readonly event: OrderEvent }): ReactElement {
  const { o, law } = useScreenWords();
  const { of, language, today } = useWords();
  const ground = event.kind === 'order_closed' ? event.params.ground : undefined;
  const who = [event.byUnitName ? of(event.byUnitName) : '', event.by?.name ?? ''].filter((part) => part !== '').join(' ') || o('by_system');
  return (
    <li>
      <strong>{law(`order.event.${event.kind}`)}</strong>{ground ? ` · ${law(`order.ground.${ground as 'excused'}`)}` : ''} <span className="ym-quiet">{who} · <span className="ym-numerals">{momentWords(event.at, language, today)}</span></span>
      {event.words ? <p className="sv-history__words">{event.words}</p> : null}
    </li>
  );
}
