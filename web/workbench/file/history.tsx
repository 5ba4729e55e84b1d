import { useState, type ReactElement } from 'react';
import type { HistoryEntry, MatterView } from '../../../contract/matters.ts';
import { historyMessages, sayFact, sayRule, saySpan } from '../../../contract/messages/history.ts';
import { momentWords } from '../../ui/dates.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { speaker } from '../../ui/speak.ts';
import { ActButton } from '../keys/act-button.tsx';
import { useWords, type Words } from '../words/words.tsx';
import { bySystem, countGroups, groupOf, type HistoryGroup } from './history-groups.ts';
import { useStandingWords } from './standing-words.ts';
import './history.css';

/** Who it was: a name, an office, the applicant or the program itself. */
function Who({ entry }: { readonly entry: HistoryEntry }): ReactElement {
  const { t, of } = useWords();
  return (
    <>
      {entry.byName || (entry.byUnitName ? '' : bySystem.includes(entry.kind) ? t('history.by_system') : t('history.by_applicant'))}
      {entry.byUnitName ? <span className="ym-quiet"> {of(entry.byUnitName)}</span> : null}
    </>
  );
}

/** What happened, to which link of which office, how long that took, and the words said. */
function What({ entry, words }: { readonly entry: HistoryEntry; readonly words: Words }): ReactElement {
  const { language } = words;
  const s = useStandingWords();
  const took = saySpan(entry.took, language);
  return (
    <>
      {sayFact(entry, language)}
      {entry.ground ? <span className="ym-quiet wb-history__line">{s('history.on_ground', { ground: [entry.ground.rule ? sayRule(entry.ground.rule, language) : '', entry.ground.document ?? ''].filter(Boolean).join(' · ') })}</span> : null}
      {took ? <span className="ym-quiet ym-numerals wb-history__line"> {speaker(historyMessages, language)('took', { time: took })}</span> : null}
      {entry.words ? <blockquote>{entry.words}</blockquote> : null}
    </>
  );
}

/** Prints the history alone: whoever reads the file may hand it on paper. */
function printHistory(): void {
  document.documentElement.dataset.print = 'history';
  window.addEventListener('afterprint', () => delete document.documentElement.dataset.print, { once: true });
  window.print();
}

/** Everything that happened, in order: who, when, how long after the one before and how long it took, on which ground, and the hash that chains it. */
export function History({ matter }: { readonly matter: MatterView }): ReactElement {
  const words = useWords();
  const s = useStandingWords();
  const { t, language, today } = words;
  const [group, setGroup] = useState<HistoryGroup | 'all'>('all');
  const shown = matter.history.filter((entry) => group === 'all' || groupOf(entry.kind) === group);
  return (
    <details className="wb-part wb-history" open>
      <summary><h3>{t('file.history', { count: matter.history.length })}</h3></summary>
      <h2 className="wb-history__paper">{s('history.of', { number: matter.number })} · {words.of(matter.itemName)}</h2>
      <div className="wb-history__tools">
        <label>{s('history.show')}{' '}
          <select className="ym-input" value={group} onChange={(event) => setGroup(event.target.value as HistoryGroup | 'all')}>
            <option value="all">{s('history.all', { count: matter.history.length })}</option>
            {countGroups(matter.history).map((one) => <option key={one.group} value={one.group}>{s(`history.group.${one.group}`, { count: one.count })}</option>)}
          </select>
        </label>
        <a className="wb-act wb-act--secondary" href={`/api/v1/matters/${matter.matterId}/history.csv?language=${language}`} download={`${matter.number}-history.csv`}><Icon name="download" /><span>{s('history.csv')}</span></a>
        <ActButton icon="print" onClick={printHistory}>{s('history.print')}</ActButton>
      </div>
      <div className="wb-scroll" tabIndex={0} role="group" aria-label={t('file.history', { count: matter.history.length })}>
        <table className="wb-table">
          <thead><tr><th scope="col">#</th><th scope="col">{t('history.when')}</th><th scope="col">{t('history.after')}</th><th scope="col">{t('history.what')}</th><th scope="col">{t('history.who')}</th><th scope="col">{t('history.hash')}</th></tr></thead>
          <tbody>
            {shown.map((entry) => (
              <tr key={entry.seq}>
                <td className="ym-numerals">{entry.seq}</td>
                <td className="ym-numerals wb-nowrap">{momentWords(entry.at, language, today)}</td>
                <td className="ym-numerals">{saySpan(entry.after, language)}</td>
                <td><What entry={entry} words={words} /></td>
                <td><Who entry={entry} /></td>
                <td><code title={entry.hash}>{entry.hash.slice(0, 10)}</code></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="ym-quiet">{t('history.chain')}</p>
    </details>
  );
}
