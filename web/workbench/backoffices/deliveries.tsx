import { useState, type ReactElement } from 'react';
import type { Delivery } from '../../../contract/backoffices.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Tag, type TagTone } from '../../ui/tag/tag.tsx';
import { ActButton } from '../keys/act-button.tsx';
import { FailureNotice, SkeletonRows } from '../shell/states.tsx';
import { useBackofficeWords } from './backoffice-words.ts';
import { useDeliveries, useReplay } from './calls.ts';

const tones: Readonly<Record<Delivery['state'], TagTone>> = { pending: 'wait', delivered: 'good', failed: 'bad' };
const states = [null, 'pending', 'failed', 'delivered'] as const;

/** The queue: what goes out, how often it was tried, what was answered last; and sending again by hand. */
export function Deliveries({ backofficeId, failed }: { readonly backofficeId: string; readonly failed: number }): ReactElement {
  const { b } = useBackofficeWords();
  const [state, setState] = useState<Delivery['state'] | null>(null);
  const list = useDeliveries(backofficeId, state);
  const replay = useReplay(backofficeId);
  const rows = list.data?.deliveries ?? [];
  return (
    <section aria-label={b('tab.deliveries')}>
      <div className="wb-acts__row ym-no-print">
        <div className="wb-views" role="group" aria-label={b('delivery.state')}>
          {states.map((one) => <button key={one ?? 'all'} type="button" aria-pressed={state === one} onClick={() => setState(one)}>{one ? b(`delivery.state.${one}`) : b('delivery.all')}</button>)}
        </div>
        {failed > 0 ? <ActButton icon="forward" busy={replay.isPending} onClick={() => replay.mutate(null)}>{b('delivery.replay_failed')}</ActButton> : null}
      </div>
      {replay.isError ? <FailureNotice error={replay.error} /> : null}
      {replay.data ? <Notice kind="good" title={b('delivery.replayed', { count: replay.data.replayed })} /> : null}
      {list.isError ? <FailureNotice error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.isPending ? <SkeletonRows count={6} /> : null}
      {list.isSuccess && rows.length === 0 ? <EmptyState title={b('delivery.none')}><p>{b('delivery.none_how')}</p></EmptyState> : null}
      {list.data && list.data.total > rows.length ? <p className="wb-count">{b('delivery.more', { count: rows.length, total: list.data.total })}</p> : null}
      {rows.length > 0 ? <DeliveryTable rows={rows} busy={replay.isPending} onReplay={(deliveryId) => replay.mutate(deliveryId)} /> : null}
    </section>
  );
}

function DeliveryTable({ rows, busy, onReplay }: { readonly rows: readonly Delivery[]; readonly busy: boolean; readonly onReplay: (deliveryId: string) => void }): ReactElement {
  const { b, coded, moment } = useBackofficeWords();
  return (
    <div className="wb-scroll" tabIndex={0} role="group" aria-label={b('tab.deliveries')}>
      <table className="wb-table">
        <thead>
          <tr>
            <th scope="col">{b('delivery.state')}</th><th scope="col">{b('delivery.event')}</th><th scope="col">{b('delivery.number')}</th><th scope="col">{b('delivery.made')}</th><th scope="col" className="wb-number">{b('delivery.tries')}</th>
            <th scope="col">{b('delivery.next')}</th><th scope="col">{b('delivery.answer')}</th><th scope="col" aria-label={b('delivery.replay')} />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.deliveryId}>
              <td><Tag tone={tones[row.state]}>{b(`delivery.state.${row.state}`)}</Tag></td>
              <th scope="row">{coded(`event.${row.eventType}`)}</th>
              <td className="ym-numerals">{row.number}</td>
              <td className="ym-numerals">{moment(row.madeAt)}</td>
              <td className="wb-number ym-numerals">{row.attempts}{row.replays > 0 ? <div className="ym-quiet">{b('delivery.replays', { count: row.replays })}</div> : null}</td>
              <td className="ym-numerals">{row.nextTryAt ? moment(row.nextTryAt) : '–'}</td>
              <td className="wb-answer"><span className="ym-numerals">{row.lastStatus ?? ''}</span> <span title={row.lastAnswer}>{row.lastAnswer.slice(0, 80)}</span></td>
              <td>{row.state === 'pending' ? null : <ActButton kind="quiet" busy={busy} onClick={() => onReplay(row.deliveryId)}>{b('delivery.replay')}</ActButton>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
