import type { ReactElement } from 'react';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import { FailureNotice, SkeletonRows } from '../shell/states.tsx';
import { useBackofficeWords } from './backoffice-words.ts';
import { useCallbacks } from './calls.ts';

/** What the system called back: done, or refused with the reason; never a word of what it found, which lies with the matter. */
export function Callbacks({ backofficeId }: { readonly backofficeId: string }): ReactElement {
  const { b, coded, moment } = useBackofficeWords();
  const list = useCallbacks(backofficeId);
  const rows = list.data?.callbacks ?? [];
  return (
    <section aria-label={b('tab.callbacks')}>
      {list.isError ? <FailureNotice error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.isPending ? <SkeletonRows count={6} /> : null}
      {list.isSuccess && rows.length === 0 ? <EmptyState title={b('callback.none')} /> : null}
      {list.data && list.data.total > rows.length ? <p className="wb-count">{b('delivery.more', { count: rows.length, total: list.data.total })}</p> : null}
      {rows.length > 0 ? (
        <div className="wb-scroll" tabIndex={0} role="group" aria-label={b('tab.callbacks')}>
          <table className="wb-table">
            <thead><tr><th scope="col">{b('delivery.state')}</th><th scope="col">{b('callback.type')}</th><th scope="col">{b('callback.officer')}</th><th scope="col">{b('callback.received')}</th><th scope="col">{b('delivery.answer')}</th></tr></thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.messageId}>
                  <td><Tag tone={row.state === 'done' ? 'good' : 'bad'}>{b(`callback.state.${row.state}`)}</Tag></td>
                  <th scope="row">{coded(`callback.type.${row.type}`)}</th>
                  <td className="ym-numerals">{row.officer}</td>
                  <td className="ym-numerals">{moment(row.receivedAt)}{row.repeats > 0 ? <div className="ym-quiet">{b('callback.repeats', { count: row.repeats })}</div> : null}</td>
                  <td className="wb-answer">{row.code ? coded(row.code) : '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </section>
  );
}
