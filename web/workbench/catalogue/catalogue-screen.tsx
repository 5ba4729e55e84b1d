import { useState, type ReactElement } from 'react';
import { Link } from 'wouter';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { promiseWords } from '../intake/promise-words.ts';
import { useKeys } from '../keys/use-keys.ts';
import { useItems } from '../server/queries.ts';
import { useSettled } from '../server/use-settled.ts';
import { FailureNotice, SkeletonRows } from '../shell/states.tsx';
import { useWords } from '../words/words.tsx';
import { BeginDrafts, ItemActs } from './editor/begin-drafts.tsx';
import { OneItem } from './one-item.tsx';

/** The item catalogue as it is in force, for whoever keeps it true. */
export function CatalogueScreen({ taskCode }: { readonly taskCode: string | undefined }): ReactElement {
  const words = useWords();
  const { t, of } = words;
  const [text, setText] = useState('');
  const items = useItems(useSettled(text.trim()));
  const rows = items.data?.items ?? [];
  useKeys([{ keys: '/', does: t('item.search'), run: () => document.getElementById('catalogue-search')?.focus() }]);
  return (
    <main className="wb-browser" id="content">
      <div className="wb-browser__tree">
        <h1>{t('screen.catalogue')}</h1>
        <BeginDrafts />
        <div className="wb-filter wb-filter--wide">
          <label className="ym-field__label" htmlFor="catalogue-search">{t('item.search')}</label>
          <input id="catalogue-search" type="search" className="ym-input" value={text} maxLength={60} onChange={(event) => setText(event.target.value)} />
        </div>
        <p className="wb-count" role="status">{items.data ? t('catalogue.count', { count: rows.length }) : ' '}</p>
        {items.isPending ? <SkeletonRows count={12} /> : null}
        {items.isError ? <FailureNotice error={items.error} onRetry={() => void items.refetch()} /> : null}
        {items.isSuccess && rows.length === 0 ? <p className="wb-empty">{t('item.none')}</p> : null}
        <ul className="wb-hits wb-hits--list">
          {rows.map((item) => <li key={item.taskCode}><Link href={`/catalogue/${item.taskCode}`} aria-current={item.taskCode === taskCode ? 'true' : undefined}>{of(item.name)}</Link><span className="ym-quiet">{item.projectType === '1' ? t('item.instant') : promiseWords(item.promise, words)}</span></li>)}
        </ul>
      </div>
      <div className="wb-browser__one">{taskCode ? <><ItemActs key={`acts ${taskCode}`} taskCode={taskCode} /><OneItem key={taskCode} taskCode={taskCode} /></> : <EmptyState title={t('catalogue.choose')}><p>{t('catalogue.choose_how')}</p></EmptyState>}</div>
    </main>
  );
}
