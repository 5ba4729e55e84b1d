import { useState, type ReactElement } from 'react';
import type { HistoryEntry } from '../../../contract/account.ts';
import { momentWords } from '../../ui/dates.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { Tag, type TagTone } from '../../ui/tag/tag.tsx';
import { ActButton } from '../keys/act-button.tsx';
import { useWords } from '../words/words.tsx';
import { useAccountWords } from './account-words.ts';

const shownFirst = 20;
const tones: Readonly<Record<HistoryEntry['outcome'], TagTone>> = {
  in: 'good', second_due: 'plain', refused: 'bad', paused: 'bad', stepped_up: 'plain', password_changed: 'wait', factor_added: 'wait', factor_ended: 'wait', recovery_codes_made: 'wait', sessions_ended: 'plain', reset_by_office: 'wait', identity_linked: 'wait', identity_ended: 'wait',
};

/** What happened to the account: the newest first, twenty at once. */
export function HistoryPart({ history }: { readonly history: readonly HistoryEntry[] }): ReactElement {
  const a = useAccountWords();
  const { language, today } = useWords();
  const [all, setAll] = useState(false);
  const rows = all ? history : history.slice(0, shownFirst);
  return (
    <section className="wb-account__part" aria-labelledby="account-history">
      <h2 id="account-history">{a('history.title')}</h2>
      <p className="ym-quiet">{a('history.why')}</p>
      {history.length === 0 ? <EmptyState title={a('history.none')}><p>{a('history.none_how')}</p></EmptyState> : (
        <div className="wb-scroll" tabIndex={0} role="group" aria-labelledby="account-history">
          <table className="wb-table">
            <thead><tr>{(['at', 'what', 'way', 'where'] as const).map((head) => <th key={head} scope="col">{a(`history.${head}`)}</th>)}</tr></thead>
            <tbody>
              {rows.map((entry, index) => (
                <tr key={entry.at + String(index)}>
                  <td className="ym-numerals wb-nowrap">{momentWords(entry.at, language, today)}</td>
                  <td><Tag tone={tones[entry.outcome]}>{a(`outcome.${entry.outcome}`)}</Tag></td>
                  <td>{a(`way.${entry.way}`)}</td>
                  <td>{entry.browser || a('unknown_browser')}<div className="ym-quiet ym-numerals">{entry.address || a('unknown_address')}</div></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {rows.length < history.length ? <p><ActButton kind="secondary" onClick={() => setAll(true)}>{a('history.all', { count: history.length })}</ActButton></p> : null}
    </section>
  );
}
