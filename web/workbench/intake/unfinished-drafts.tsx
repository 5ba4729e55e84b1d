import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { momentWords } from '../../ui/dates.ts';
import { useDrafts } from '../server/queries.ts';
import { FailureNotice, SkeletonRows } from '../shell/states.tsx';
import { useWords } from '../words/words.tsx';

/** What this clerk began and did not file: one click goes on where it stopped. */
export function UnfinishedDrafts(): ReactElement {
  const { t, of, language, today } = useWords();
  const drafts = useDrafts();
  const rows = (drafts.data?.drafts ?? []).filter((draft) => draft.channel === 'window');
  return (
    <aside className="wb-check" aria-labelledby="unfinished">
      <h2 id="unfinished">{t('unfinished.title')}</h2>
      {drafts.isPending ? <SkeletonRows count={3} /> : null}
      {drafts.isError ? <FailureNotice error={drafts.error} onRetry={() => void drafts.refetch()} /> : null}
      {drafts.isSuccess && rows.length === 0 ? <p className="wb-empty">{t('unfinished.none')}</p> : null}
      <ul className="wb-unfinished">
        {rows.map((draft) => (
          <li key={draft.draftId}>
            <Link href={`/intake/${draft.draftId}`}>{of(draft.itemName)}</Link>
            <p className="ym-quiet">{draft.party?.nameMasked ?? ''} · {of(draft.handlingItemName)}</p>
            <p className="ym-quiet ym-numerals">{t('save.saved', { time: momentWords(draft.savedAt, language, today) })}</p>
          </li>
        ))}
      </ul>
    </aside>
  );
}
