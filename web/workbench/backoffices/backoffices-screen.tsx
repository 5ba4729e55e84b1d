import { useState, type ReactElement } from 'react';
import { Link, useLocation } from 'wouter';
import type { BackofficeRow } from '../../../contract/backoffices.ts';
import type { Me } from '../../../contract/people.ts';
import { dayWords } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Tag } from '../../ui/tag/tag.tsx';
import { ActButton } from '../keys/act-button.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { holds } from '../server/session.ts';
import { FailureNotice, SkeletonRows } from '../shell/states.tsx';
import { useWords } from '../words/words.tsx';
import { BackofficeState } from './backoffice-state.tsx';
import { useBackofficeWords } from './backoffice-words.ts';
import './backoffices.css';
import { useBackoffices, useRegister } from './calls.ts';
import { OneBackoffice } from './one-backoffice.tsx';
import { TermsSheet } from './terms-sheet.tsx';

/** Systems of departments that take part by API: who they are, whether their messages go out and come in, and whether both sides agree. */
export function BackofficesScreen({ me, backofficeId }: { readonly me: Me; readonly backofficeId: string | undefined }): ReactElement {
  return <main className="wb-plain wb-plain--wide wb-backoffices" id="content">{backofficeId ? <OneBackoffice key={backofficeId} backofficeId={backofficeId} /> : <AllBackoffices me={me} />}</main>;
}

function AllBackoffices({ me }: { readonly me: Me }): ReactElement {
  const { b } = useBackofficeWords();
  const [, go] = useLocation();
  const [registering, setRegistering] = useState(false);
  const list = useBackoffices();
  const register = useRegister();
  const may = holds(me, 'administrator');
  useKeys([{ keys: 'A', does: b('propose.open'), run: () => setRegistering(true), when: may && !registering }]);
  return (
    <>
      <div className="wb-title-row">
        <h1>{b('screen.title')}</h1>
        {may ? <ActButton kind="primary" icon="pencil" keys="A" onClick={() => setRegistering(true)}>{b('propose.open')}</ActButton> : null}
      </div>
      <p className="ym-quiet">{b('screen.why')}</p>
      {list.isError ? <FailureNotice error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.isPending ? <SkeletonRows count={4} /> : null}
      {list.data?.backoffices.length === 0 ? <EmptyState title={b('list.none')}><p>{b('list.none_how')}</p></EmptyState> : null}
      {list.data && list.data.backoffices.length > 0 ? <BackofficeTable rows={list.data.backoffices} /> : null}
      {registering ? (
        <TermsSheet
          title={b('propose.open')} terms={null} busy={register.isPending} error={register.error} onClose={() => setRegistering(false)}
          onSend={(terms, reason) => register.mutate({ terms, reason }, { onSuccess: (made) => go(`/backoffices/${made.backofficeId}`) })}
        />
      ) : null}
    </>
  );
}

function BackofficeTable({ rows }: { readonly rows: readonly BackofficeRow[] }): ReactElement {
  const { of, language } = useWords();
  const { b, list } = useBackofficeWords();
  return (
    <div className="wb-scroll" tabIndex={0} role="group" aria-label={b('screen.title')}>
      <table className="wb-table">
        <thead>
          <tr>
            <th scope="col">{b('list.name')}</th><th scope="col">{b('list.status')}</th><th scope="col">{b('list.institutions')}</th><th scope="col" className="wb-number">{b('list.queue')}</th>
            <th scope="col" className="wb-number">{b('list.failed')}</th><th scope="col">{b('list.reconciled')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.backofficeId}>
              <th scope="row"><Link href={`/backoffices/${row.backofficeId}`}>{of(row.name)}</Link></th>
              <td><BackofficeState row={row} /></td>
              <td>{list(row.institutionNames.slice(0, 3).map(of))}{row.institutionNames.length > 3 ? ` +${row.institutionNames.length - 3}` : ''}</td>
              <td className="wb-number ym-numerals">{row.deliveries.pending}</td>
              <td className="wb-number ym-numerals">{row.deliveries.failed > 0 ? <Tag tone="bad">{row.deliveries.failed}</Tag> : 0}</td>
              <td>{row.lastReconciledOn ? <>{dayWords(row.lastReconciledOn, language)} {row.differences ? <Tag tone="bad">{b('list.differences', { count: row.differences })}</Tag> : <Tag tone="good">{b('list.no_differences')}</Tag>}</> : b('list.never')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
