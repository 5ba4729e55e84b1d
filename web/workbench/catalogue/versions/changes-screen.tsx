import type { ReactElement } from 'react';
import { useLocation } from 'wouter';
import { EmptyState } from '../../../ui/empty-state/empty-state.tsx';
import { FailureNotice, SkeletonRows } from '../../shell/states.tsx';
import { useCatalogueChanges } from './calls.ts';
import { ChangeSheet } from './change-sheet.tsx';
import { ChangeTable } from './change-table.tsx';
import { changesPath } from './paths.ts';
import { useVersionWords } from './version-words.ts';
import './versions.css';

/** Every draft and change of the catalogue, those that wait for a second person first; one of them opened by the address. */
export function ChangesScreen({ changeId }: { readonly changeId: string | undefined }): ReactElement {
  const { v } = useVersionWords();
  const [, go] = useLocation();
  const changes = useCatalogueChanges();
  const rows = changes.data?.changes ?? [];
  const total = changes.data?.total ?? 0;
  return (
    <main className="wb-plain wb-plain--wide wb-versions" id="content">
      <h1>{v('changes.title')}</h1>
      <p className="ym-quiet">{v('changes.why')}</p>
      {changes.isError ? <FailureNotice error={changes.error} onRetry={() => void changes.refetch()} /> : null}
      {changes.isPending ? <SkeletonRows count={6} /> : null}
      {changes.isSuccess && rows.length === 0 ? <EmptyState title={v('changes.none')}><p>{v('changes.none_how')}</p></EmptyState> : null}
      {total > rows.length ? <p className="wb-count">{v('changes.more', { count: rows.length, total })}</p> : null}
      {rows.length > 0 ? <ChangeTable changes={rows} label={v('changes.title')} onOpen={(id) => go(changesPath(id))} /> : null}
      {changeId ? <ChangeSheet key={changeId} changeId={changeId} onClose={() => go(changesPath())} /> : null}
    </main>
  );
}
