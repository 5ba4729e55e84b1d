import type { ReactElement } from 'react';
import { Link } from 'wouter';
import type { CaseRow } from '../../../contract/evaluations.ts';
import { dayWords } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Face } from '../../ui/face/face.tsx';
import { Light } from '../../ui/light/light.tsx';
import { FailureNotice, SkeletonRows } from '../shell/states.tsx';
import { useWords } from '../words/words.tsx';
import { useCases } from './calls.ts';
import { useEvaluationWords } from './evaluation-words.ts';

/** One case: light and date first, then what was said, of which service, and where the case stands. */
function CaseLine({ row }: { readonly row: CaseRow }): ReactElement {
  const w = useEvaluationWords();
  const { of, language, today } = useWords();
  return (
    <>
      <span className="wb-case__due ym-numerals">{row.due ? <><Light state={row.due.light} language={language} /> {dayWords(row.due.dueOn, language, today)}</> : w(`case.${row.status}`)}</span>
      <span className="wb-case__said">{row.grade ? <><Face grade={row.grade} /> {w(`grade.${row.grade}`)}</> : <>{w('desk.complaint')} · {row.ground ? w(`ground.${row.ground}`) : ''}</>}</span>
      <span className="wb-case__item">{of(row.itemName)}</span>
      <span className="wb-case__step">{row.due ? w(`limit.${row.due.limit}`) : row.outcome ? w(`outcome.${row.outcome}`) : ''}{row.appeal === 'open' ? ` · ${w('desk.appeal_open')}` : ''} · <span className="ym-numerals">{row.number}</span></span>
    </>
  );
}

/** What the caller may handle, the most urgent first. */
export function CaseList({ view, onView, openId }: { readonly view: 'open' | 'closed'; readonly onView: (view: 'open' | 'closed') => void; readonly openId: string | undefined }): ReactElement {
  const w = useEvaluationWords();
  const cases = useCases(view);
  const rows = cases.data?.rows ?? [];
  return (
    <div className="wb-desk__list">
      <div className="wb-list-head">
        <div className="wb-views" role="group" aria-label={w('desk.title')}>
          {(['open', 'closed'] as const).map((one) => <button key={one} type="button" aria-pressed={view === one} onClick={() => onView(one)}>{w(`desk.${one}`)}</button>)}
        </div>
        <p className="wb-count" role="status">{cases.data ? w(cases.data.total > rows.length ? 'desk.count_more' : 'desk.count', { count: rows.length, total: cases.data.total }) : ' '}</p>
      </div>
      {cases.isError ? <FailureNotice error={cases.error} onRetry={() => void cases.refetch()} /> : null}
      {cases.isPending ? <SkeletonRows count={10} /> : null}
      {cases.isSuccess && rows.length === 0 ? <EmptyState title={w(`desk.none_${view}`)}><p>{w('desk.none_how')}</p></EmptyState> : null}
      <ul className="wb-rows">
        {rows.map((row) => (
          <li key={row.caseId}><Link className={row.caseId === openId ? 'wb-case wb-case--open' : 'wb-case'} href={`/evaluations/${row.caseId}`} aria-current={row.caseId === openId ? 'true' : undefined}><CaseLine row={row} /></Link></li>
        ))}
      </ul>
    </div>
  );
}
