import { useState, type ReactElement } from 'react';
import { momentWords } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { FailureNotice, SkeletonRows } from '../shell/states.tsx';
import { useWords } from '../words/words.tsx';
import { useErasures } from './calls.ts';
import { ErasureSheet } from './erasure-sheet.tsx';
import { ErasureState, isUnderWay, WhatStays } from './erasure-state.tsx';
import { usePrivacyWords } from './privacy-words.ts';

/** Requests to be forgotten, those that wait first; each opens with its acts. */
export function ErasuresPanel(): ReactElement {
  const p = usePrivacyWords();
  const { language } = useWords();
  const [openedId, setOpenedId] = useState<string | null>(null);
  const read = useErasures();
  const rows = read.data?.erasures ?? [];
  const opened = rows.find((one) => one.erasureId === openedId);
  return (
    <section aria-label={p('erasures')}>
      {read.isError ? <FailureNotice error={read.error} onRetry={() => void read.refetch()} /> : null}
      {read.isPending ? <SkeletonRows count={4} /> : null}
      {read.isSuccess && rows.length === 0 ? <EmptyState title={p('erasures_none')} /> : null}
      {read.data && read.data.total > rows.length ? <p className="wb-count">{p('more', { count: rows.length, total: read.data.total })}</p> : null}
      {rows.length > 0 ? (
        <div className="wb-scroll" tabIndex={0} role="group" aria-label={p('erasures')}>
          <table className="wb-table">
            <thead><tr><th scope="col">{p('asked')}</th><th scope="col">{p('status')}</th><th scope="col">{p('goes')}</th><th scope="col">{p('stays')}</th><th scope="col">{p('proposed_by')}</th><th scope="col">{p('decided_by')}</th></tr></thead>
            <tbody>
              {rows.map((erasure) => (
                <tr key={erasure.erasureId}>
                  <th scope="row"><button type="button" className="wb-link ym-numerals" onClick={() => setOpenedId(erasure.erasureId)}>{momentWords(erasure.askedAt, language)}</button></th>
                  <td><ErasureState erasure={erasure} /></td>
                  <td>{isUnderWay(erasure) ? p('goes_words', { matters: erasure.erasableMatters, drafts: erasure.drafts }) : '–'}{erasure.destroyedKeys > 0 ? <div className="ym-quiet">{p('destroyed_words', { matters: erasure.destroyedMatters, keys: erasure.destroyedKeys })}</div> : null}</td>
                  <td>{isUnderWay(erasure) ? <WhatStays erasure={erasure} /> : '–'}</td>
                  <td>{erasure.proposedByName ?? '–'}</td>
                  <td>{erasure.decidedByName ?? '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : null}
      {opened ? <ErasureSheet key={opened.erasureId} erasure={opened} onClose={() => setOpenedId(null)} /> : null}
    </section>
  );
}
