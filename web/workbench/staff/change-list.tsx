import type { ReactElement } from 'react';
import { momentWords } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { FailureNotice, SkeletonRows } from '../shell/states.tsx';
import { useWords } from '../words/words.tsx';
import { useStaffChanges } from './calls.ts';
import { ChangeState } from './change-sheet.tsx';
import { useStaffWords } from './staff-words.ts';

/** What waits for a second person, at the top of the screen; and, while there is one security administrator, that one decides. */
export function WaitingChanges({ onOpen }: { readonly onOpen: (changeId: string) => void }): ReactElement | null {
  const { s, who } = useStaffWords();
  const read = useStaffChanges();
  if (!read.data) return null;
  const waiting = read.data.changes.filter((change) => change.status === 'proposed');
  return (
    <>
      {read.data.founding ? <Notice kind="info" title={s('changes.founding_now')}><p>{s('changes.founding_why')}</p></Notice> : null}
      {waiting.length > 0 ? (
        <Notice kind="info" title={s('changes.waiting', { count: read.data.waiting })}>
          <ul>{waiting.slice(0, 20).map((change) => <li key={change.changeId}><button type="button" className="wb-link" onClick={() => onOpen(change.changeId)}>{s(`change.kind.${change.kind}`)} · {who(change)}</button> <span className="ym-quiet">{change.proposedBy.name}</span></li>)}</ul>
        </Notice>
      ) : null}
    </>
  );
}

/** All changes of staff, with both persons. */
export function ChangeList({ onOpen }: { readonly onOpen: (changeId: string) => void }): ReactElement {
  const { language } = useWords();
  const { s, who } = useStaffWords();
  const read = useStaffChanges();
  const rows = read.data?.changes ?? [];
  const person = (name: string, at: string): ReactElement => <>{name} <span className="ym-quiet ym-numerals">{momentWords(at, language)}</span></>;
  return (
    <section aria-labelledby="staff-changes">
      <h2 id="staff-changes">{s('changes.title')}</h2>
      {read.isError ? <FailureNotice error={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.isPending ? <SkeletonRows count={4} /> : null}
      {read.isSuccess && rows.length === 0 ? <EmptyState title={s('changes.none')}><p>{s('changes.none_how')}</p></EmptyState> : null}
      {read.data && read.data.total > rows.length ? <p className="wb-count">{s('changes.more', { count: rows.length, total: read.data.total })}</p> : null}
      {rows.length > 0 ? (
        <div className="wb-scroll" tabIndex={0} role="group" aria-label={s('changes.title')}>
          <table className="wb-table">
            <thead><tr><th scope="col">{s('changes.what')}</th><th scope="col">{s('changes.who')}</th><th scope="col">{s('changes.state')}</th><th scope="col">{s('changes.reason')}</th><th scope="col">{s('changes.proposed_by')}</th><th scope="col">{s('changes.decided_by')}</th></tr></thead>
            <tbody>
              {rows.map((change) => (
                <tr key={change.changeId}>
                  <th scope="row"><button type="button" className="wb-link" onClick={() => onOpen(change.changeId)}>{s(`change.kind.${change.kind}`)}</button></th>
                  <td>{who(change)}</td>
                  <td><ChangeState change={change} /></td>
                  <td>{change.reason}</td>
                  <td>{person(change.proposedBy.name, change.proposedAt)}</td>
                  <td>{change.decidedBy && change.decidedAt ? person(change.decidedBy.name, change.decidedAt) : '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </section>
  );
}
