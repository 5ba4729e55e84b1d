import type { ReactElement } from 'react';
import type { HistoryEntry, MatterView } from '../../../contract/matters.ts';
import { momentWords } from '../../ui/dates.ts';
import { uiOrOther } from '../../ui/speak.ts';
import { useWords, type Words } from '../words/words.tsx';
import { spanWords } from './span-words.ts';

const kinds = [
  'matter_filed', 'correction_requested', 'supplemented', 'matter_accepted', 'acceptance_refused', 'matter_withdrawn', 'link_opened', 'link_claimed', 'link_released', 'link_completed', 'decision_made', 'matter_completed', 'result_paper_made',
] as const;

/** What one fact says, in words; with the link and what it came to where it has them. */
function factWords(entry: HistoryEntry, matter: MatterView, { t, ui, of, language }: Words): string {
  const kind = kinds.find((one) => one === entry.kind);
  const link = matter.links.find((one) => one.linkId === entry.params.linkId);
  const came = entry.params.action ?? entry.params.outcome;
  const ground = entry.params.ground;
  return [
    kind ? t(`fact.${kind}`) : uiOrOther(language, 'history', entry.kind),
    ...(link ? [of(link.name)] : []),
    ...(came === undefined ? [] : [came === 'agreed' ? t('choice.agreed') : uiOrOther(language, 'outcome', String(came))]),
    ...(ground === undefined ? [] : [uiOrOther(language, 'ground', String(ground))]),
  ].join(language === 'en' ? ' · ' : ' · ') || ui('history.other');
}

/** Everything that happened, in order, with who, when, how long after the one before, and the hash that chains it. */
export function History({ matter }: { readonly matter: MatterView }): ReactElement {
  const words = useWords();
  const { t, of, language, today } = words;
  return (
    <details className="wb-part wb-history" open>
      <summary><h3>{t('file.history', { count: matter.history.length })}</h3></summary>
      <div className="wb-scroll" tabIndex={0} role="group" aria-label={t('file.history', { count: matter.history.length })}>
        <table className="wb-table">
          <thead><tr><th scope="col">#</th><th scope="col">{t('history.when')}</th><th scope="col">{t('history.after')}</th><th scope="col">{t('history.what')}</th><th scope="col">{t('history.who')}</th><th scope="col">{t('history.hash')}</th></tr></thead>
          <tbody>
            {matter.history.map((entry, i) => (
              <tr key={entry.seq}>
                <td className="ym-numerals">{entry.seq}</td>
                <td className="ym-numerals wb-nowrap">{momentWords(entry.at, language, today)}</td>
                <td className="ym-numerals wb-nowrap">{spanWords(matter.history[i - 1]?.at, entry.at, words)}</td>
                <td>{factWords(entry, matter, words)}{entry.words ? <blockquote>{entry.words}</blockquote> : null}</td>
                <td>{entry.byName || (entry.byUnitName ? '' : entry.kind === 'result_paper_made' ? t('history.by_system') : t('history.by_applicant'))}{entry.byUnitName ? <span className="ym-quiet"> {of(entry.byUnitName)}</span> : null}</td>
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
