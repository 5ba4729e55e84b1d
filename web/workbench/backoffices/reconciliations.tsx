import { useState, type ReactElement } from 'react';
import type { Reconciliation } from '../../../contract/backoffices.ts';
import { dayWords } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Field } from '../../ui/field/field.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { ActButton } from '../keys/act-button.tsx';
import { FailureNotice, SkeletonRows } from '../shell/states.tsx';
import { useWords } from '../words/words.tsx';
import { useBackofficeWords } from './backoffice-words.ts';
import { useReconcile, useReconciliations } from './calls.ts';

/** Both sides of each day, the newest first, and comparing one now. */
export function Reconciliations({ backofficeId }: { readonly backofficeId: string }): ReactElement {
  const { today } = useWords();
  const { b } = useBackofficeWords();
  const [day, setDay] = useState(today);
  const list = useReconciliations(backofficeId);
  const reconcile = useReconcile(backofficeId);
  const made = list.data?.reconciliations ?? [];
  return (
    <section aria-label={b('tab.reconciliation')}>
      <div className="wb-acts__row wb-reconcile ym-no-print">
        <Field id="reconcile-day" label={b('reconcile.day')}>{(control) => <input {...control} className="ym-input ym-input--short ym-numerals" type="date" max={today} value={day} onChange={(event) => setDay(event.target.value)} />}</Field>
        <ActButton kind="primary" busy={reconcile.isPending} onClick={() => reconcile.mutate(day)}>{b('reconcile.now')}</ActButton>
      </div>
      {reconcile.isError ? <FailureNotice error={reconcile.error} /> : null}
      {list.isError ? <FailureNotice error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.isPending ? <SkeletonRows count={4} height="card" /> : null}
      {list.isSuccess && made.length === 0 ? <EmptyState title={b('reconcile.none')}><p>{b('reconcile.none_how')}</p></EmptyState> : null}
      {made.map((one) => <OneDay key={one.day} backofficeId={backofficeId} made={one} />)}
    </section>
  );
}

function OneDay({ backofficeId, made }: { readonly backofficeId: string; readonly made: Reconciliation }): ReactElement {
  const { language } = useWords();
  const { b, coded, moment } = useBackofficeWords();
  const figures = [[b('reconcile.sent'), made.sent], [b('reconcile.acknowledged'), made.acknowledged], [b('reconcile.answered'), made.answered], [b('reconcile.overdue'), made.overdue], [b('reconcile.known'), made.known ?? '–']] as const;
  return (
    <article className="wb-day-report">
      <h2>{dayWords(made.day, language)} <span className="ym-quiet">{b('reconcile.made', { at: moment(made.madeAt), by: made.madeBy?.name ?? b('reconcile.by_night') })}</span></h2>
      <dl className="wb-figures">{figures.map(([name, value]) => <div key={name}><dt>{name}</dt><dd className="ym-numerals">{value}</dd></div>)}</dl>
      {made.theirs === 'unreachable' ? <Notice kind="bad" title={b('reconcile.unreachable', { detail: /^\d+$/.test(made.theirsDetail) ? `HTTP ${made.theirsDetail}` : coded(`fault.${made.theirsDetail}`) })} /> : null}
      {made.theirs === 'not_understood' ? <Notice kind="bad" title={b('reconcile.not_understood')} /> : null}
      {made.theirs === 'read' && made.differences.length === 0 ? <Notice kind="good" title={b('reconcile.agree')} /> : null}
      {made.differences.length > 0 ? <Differences backofficeId={backofficeId} made={made} /> : null}
    </article>
  );
}

function Differences({ backofficeId, made }: { readonly backofficeId: string; readonly made: Reconciliation }): ReactElement {
  const { language } = useWords();
  const { b } = useBackofficeWords();
  return (
    <>
      <div className="wb-scroll" tabIndex={0} role="group" aria-label={b('difference.kind')}>
        <table className="wb-table">
          <thead><tr><th scope="col">{b('difference.kind')}</th><th scope="col">{b('delivery.number')}</th><th scope="col">{b('difference.due')}</th><th scope="col">{b('callback.type')}</th></tr></thead>
          <tbody>
            {made.differences.map((one) => (
              <tr key={`${one.messageId} ${one.kind}`}>
                <th scope="row">{b(`difference.${one.kind}`)}</th><td className="ym-numerals">{one.number}</td><td className="ym-numerals">{one.dueOn ? dayWords(one.dueOn, language) : '–'}</td><td className="wb-answer"><code>{one.messageId}</code></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {made.more ? <p className="wb-count">{b('reconcile.more')}</p> : null}
      <p className="ym-no-print"><a href={`/api/v1/backoffices/${backofficeId}/reconciliations/${made.day}/export`} download><Icon name="download" /> {b('reconcile.export')}</a></p>
    </>
  );
}
