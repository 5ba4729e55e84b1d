import type { ReactElement } from 'react';
import type { AuditRecord } from '../../../contract/access-log.ts';
import { momentWords } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { useWords } from '../words/words.tsx';
import { useAuditWords } from './audit-words.ts';

/** Access records: who, when, from which office, which act and how it ended; about what, by its id alone. */
export function RecordsTable({ records, total }: { readonly records: readonly AuditRecord[]; readonly total: number }): ReactElement {
  const { of, language, today } = useWords();
  const a = useAuditWords();
  if (records.length === 0) return <EmptyState title={a('records.none')} />;
  return (
    <>
      {total > records.length ? <p className="wb-count">{a('records.more', { count: records.length, total })}</p> : null}
      <div className="wb-scroll" tabIndex={0} role="group" aria-label={a('tab.search')}>
        <table className="wb-table">
          <thead><tr><th scope="col">{a('column.at')}</th><th scope="col">{a('column.who')}</th><th scope="col">{a('column.office')}</th><th scope="col">{a('column.act')}</th><th scope="col">{a('column.outcome')}</th><th scope="col">{a('column.subject')}</th></tr></thead>
          <tbody>
            {records.map((one) => (
              <tr key={one.recordId}>
                <td className="ym-numerals">{momentWords(one.at, language, today)}</td><td>{one.byName || one.byKind}</td><td>{one.officeName ? of(one.officeName) : '–'}</td>
                <td><code>{one.act}</code>{one.fields ? ` ${one.fields}` : ''}</td><td><code>{one.outcome}</code></td><td><code>{one.subjectId.slice(-12)}</code></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
