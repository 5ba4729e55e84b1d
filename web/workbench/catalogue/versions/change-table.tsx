import type { ReactElement } from 'react';
import type { CatalogueChangeRow } from '../../../../contract/catalogue-admin.ts';
import { Tag, type TagTone } from '../../../ui/tag/tag.tsx';
import { useWords } from '../../words/words.tsx';
import { useVersionWords } from './version-words.ts';

const tones: Readonly<Record<CatalogueChangeRow['status'], TagTone>> = { draft: 'plain', proposed: 'wait', approved: 'good', rejected: 'bad', withdrawn: 'plain' };

/** Where a change is in its life. */
export function ChangeState({ change }: { readonly change: Pick<CatalogueChangeRow, 'status' | 'origin'> }): ReactElement {
  const { v } = useVersionWords();
  return <><Tag tone={tones[change.status]}>{v(`status.${change.status}`)}</Tag>{change.origin === 'release' ? <span className="ym-quiet"> {v('origin.release')}</span> : null}</>;
}

/** Changes in a table, as the server orders them; a row opens its change. */
export function ChangeTable({ changes, label, onOpen }: { readonly changes: readonly CatalogueChangeRow[]; readonly label: string; readonly onOpen: (changeId: string) => void }): ReactElement {
  const { of } = useWords();
  const { v, moment } = useVersionWords();
  return (
    <div className="wb-scroll" tabIndex={0} role="group" aria-label={label}>
      <table className="wb-table">
        <thead><tr><th scope="col">{v('changes.state')}</th><th scope="col">{v('changes.what')}</th><th scope="col">{v('changes.about')}</th><th scope="col">{v('changes.version')}</th><th scope="col">{v('changes.by')}</th><th scope="col">{v('changes.decided')}</th></tr></thead>
        <tbody>
          {changes.map((row) => (
            <tr key={row.changeId}>
              <td><ChangeState change={row} /></td>
              <th scope="row"><button type="button" className="wb-link" onClick={() => onOpen(row.changeId)}>{row.title || v('changes.untitled')}</button></th>
              <td>{of(row.subjectName)} <span className="ym-quiet">{v(`kind.${row.kind}`)}{row.unitName ? ` · ${of(row.unitName)}` : ''}</span></td>
              <td className="ym-numerals">{row.version ?? '–'}</td>
              <td>{row.author.name || v('origin.release')} <span className="ym-quiet ym-numerals">{moment(row.proposedAt ?? row.changedAt)}</span></td>
              <td>{row.decidedBy && row.decidedAt ? <>{row.decidedBy.name} <span className="ym-quiet ym-numerals">{moment(row.decidedAt)}</span></> : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
