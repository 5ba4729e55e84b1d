import type { ReactElement } from 'react';
import type { CalendarChangeRow } from '../../../contract/calendar.ts';
import { momentWords } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { Tag, type TagTone } from '../../ui/tag/tag.tsx';
import { FailureNotice, SkeletonRows } from '../shell/states.tsx';
import { useWords } from '../words/words.tsx';
import { useCalendarWords } from './calendar-words.ts';
import { useCalendarChanges } from './calls.ts';

const tones: Readonly<Record<CalendarChangeRow['status'], TagTone>> = { proposed: 'wait', approved: 'good', rejected: 'bad', withdrawn: 'plain' };

/** Where a change is in its life, and what took it back. */
export function ChangeState({ change }: { readonly change: Pick<CalendarChangeRow, 'status' | 'repealedBy'> }): ReactElement {
  const { c } = useCalendarWords();
  return change.repealedBy === null ? <Tag tone={tones[change.status]}>{c(`change_status.${change.status}`)}</Tag> : <Tag>{c('changes.repealed_by', { number: change.repealedBy })}</Tag>;
}

/** Proposals that wait for a second person, at the top of the screen; nothing where there are none. */
export function WaitingChanges({ onOpen }: { readonly onOpen: (changeId: string) => void }): ReactElement | null {
  const { of } = useWords();
  const { c } = useCalendarWords();
  const waiting = (useCalendarChanges().data?.changes ?? []).filter((change) => change.status === 'proposed');
  if (waiting.length === 0) return null;
  return (
    <Notice kind="info" title={c('changes.waiting')}>
      <ul>{waiting.map((change) => <li key={change.changeId}><button type="button" className="wb-link" onClick={() => onOpen(change.changeId)}>{of(change.name)}</button> <span className="ym-quiet">{change.proposedBy.name}</span></li>)}</ul>
    </Notice>
  );
}

/** All changes of the calendar, the newest first, with both persons. */
export function ChangeList({ onOpen }: { readonly onOpen: (changeId: string) => void }): ReactElement {
  const { of, language } = useWords();
  const { c, day } = useCalendarWords();
  const changes = useCalendarChanges();
  const rows = changes.data?.changes ?? [];
  const total = changes.data?.total ?? 0;
  const person = (name: string, at: string): ReactElement => <>{name} <span className="ym-quiet ym-numerals">{momentWords(at, language)}</span></>;
  return (
    <section className="wb-changes ym-no-print" aria-labelledby="calendar-changes">
      <h2 id="calendar-changes">{c('changes.title')}</h2>
      {changes.isError ? <FailureNotice error={changes.error} onRetry={() => void changes.refetch()} /> : null}
      {changes.isPending ? <SkeletonRows count={4} /> : null}
      {changes.isSuccess && rows.length === 0 ? <EmptyState title={c('changes.none')}><p>{c('changes.none_how')}</p></EmptyState> : null}
      {total > rows.length ? <p className="wb-count">{c('changes.more', { count: rows.length, total })}</p> : null}
      {rows.length > 0 ? (
        <div className="wb-scroll" tabIndex={0} role="group" aria-label={c('changes.title')}>
          <table className="wb-table">
            <thead>
              <tr>
                <th scope="col">{c('changes.number')}</th><th scope="col">{c('changes.state')}</th><th scope="col">{c('changes.what')}</th><th scope="col">{c('changes.days')}</th>
                <th scope="col">{c('propose.document')}</th><th scope="col">{c('changes.proposed_by')}</th><th scope="col">{c('changes.decided_by')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.changeId}>
                  <td className="ym-numerals">{row.number ?? '–'}</td>
                  <td><ChangeState change={row} /></td>
                  <th scope="row"><button type="button" className="wb-link" onClick={() => onOpen(row.changeId)}>{of(row.name)}</button> <span className="ym-quiet">{c(`change_kind.${row.kind}`)}</span></th>
                  <td>{row.firstOn ? c('changes.days_count', { day: day(row.firstOn), count: row.dayCount }) : '–'}</td>
                  <td>{row.document}</td>
                  <td>{person(row.proposedBy.name, row.proposedAt)}</td>
                  <td>{row.decidedBy && row.decidedAt ? person(row.decidedBy.name, row.decidedAt) : '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
    </section>
  );
}
