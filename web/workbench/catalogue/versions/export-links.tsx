import type { ReactElement } from 'react';
import { useVersionWords } from './version-words.ts';

/** The same difference to take along. */
export function ExportLinks({ path }: { readonly path: (kind: 'xlsx' | 'csv') => string }): ReactElement {
  const { v } = useVersionWords();
  return <span className="wb-acts__row"><a className="wb-source" href={path('xlsx')} download>{v('diff.xlsx')}</a> <a className="wb-source" href={path('csv')} download>{v('diff.csv')}</a></span>;
}
