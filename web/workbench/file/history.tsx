import type { ReactElement } from 'react';
import { say } from '../../../contract/language.ts';
import type { HistoryEntry, MatterView } from '../../../contract/matters.ts';
import { limitMessages } from '../../../contract/messages/limits.ts';
import { dayWords, momentWords } from '../../ui/dates.ts';
import { uiOrOther } from '../../ui/speak.ts';
import { useWords, type Words } from '../words/words.tsx';
import { spanWords } from './span-words.ts';

const kinds = [
  'matter_filed', 'correction_requested', 'supplemented', 'matter_accepted', 'acceptance_refused', 'matter_withdrawn', 'link_opened', 'link_claimed', 'link_released', 'link_completed', 'decision_made', 'matter_completed', 'result_paper_made',
  'deemed_accepted', 'corrected_on_spot', 'terminated', 'deferred_handed_in', 'limit_act_proposed', 'limit_act_approved', 'limit_act_rejected', 'limits_recomputed', 'limit_passed', 'result_delivered',
] as const;

/** Facts the system writes by itself, at a moment the law names. */
const bySystem: readonly string[] = ['result_paper_made', 'deemed_accepted', 'limits_recomputed', 'limit_passed'];

const limitKinds = ['notice', 'correction', 'statutory', 'promised', 'link', 'special', 'deferred', 'promise_check', 'service'] as const;

/** Which limit passed, and when it was due: "承诺办结时限 12 月 3 日". */
function passedWords({ kind, params }: HistoryEntry, { language, today }: Pick<Words, 'language' | 'today'>): string | undefined {
  const limit = limitKinds.find((one) => one === params.limit);
  return kind === 'limit_passed' && limit ? `${say(limitMessages[`limits.kind.${limit}`], language)} ${dayWords(String(params.dueOn), language, today)}` : undefined;
}

/** What one fact says, in words; with the link and what it came to where it has them. */
function factWords(entry: HistoryEntry, matter: MatterView, words: Words): string {
  const { t, ui, of, language } = words;
  const kind = kinds.find((one) => one === entry.kind);
  const link = matter.links.find((one) => one.linkId === entry.params.linkId);
  const came = entry.params.action ?? entry.params.outcome;
  const ground = entry.params.ground;
  const passed = passedWords(entry, words);
  const how = (['counter', 'courier'] as const).find((one) => one === entry.params.how);
  return [
    kind ? t(`fact.${kind}`) : uiOrOther(language, 'history', entry.kind),
    ...(link ? [of(link.name)] : []),
    ...(came === undefined ? [] : [came === 'agreed' ? t('choice.agreed') : uiOrOther(language, 'outcome', String(came))]),
    ...(passed === undefined ? [] : [passed]),
    ...(how === undefined ? [] : [t(`deliver.${how}`)]),
    ...(ground === undefined || ground === 'not_corrected' ? [] : [uiOrOther(language, 'ground', String(ground))]),
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
                <td>{entry.byName || (entry.byUnitName ? '' : bySystem.includes(entry.kind) ? t('history.by_system') : t('history.by_applicant'))}{entry.byUnitName ? <span className="ym-quiet"> {of(entry.byUnitName)}</span> : null}</td>
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
