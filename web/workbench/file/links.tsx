import type { ReactElement } from 'react';
import type { LinkView, MatterView } from '../../../contract/matters.ts';
import { momentWords } from '../../ui/dates.ts';
import { DueLine } from '../../ui/due-date/due-date.tsx';
import { uiOrOther } from '../../ui/speak.ts';
import { useWords, type Words } from '../words/words.tsx';

const answers = ['agree', 'agree_on_conditions', 'disagree', 'no_remark', 'unanswered', 'recalled', 'cancelled'] as const;

/** What a link came to, in words; an action of a newer server is “dealt with”. */
function actionText(action: string, { t, language }: Pick<Words, 't' | 'language'>): string {
  const answer = answers.find((one) => one === action);
  if (answer) return t(`answer.${answer}`);
  return action === 'agreed' ? t('choice.agreed') : uiOrOther(language, 'outcome', actionWords[action] ?? 'other');
}

const actionWords: Readonly<Record<string, string>> = { granted: 'granted', refused: 'refused', passed: 'passed', failed: 'failed', returned: 'returned' };

/** The links of a matter: whose, since when, what was found and said. */
export function Links({ matter }: { readonly matter: MatterView }): ReactElement | null {
  const { t } = useWords();
  if (matter.links.length === 0) return null;
  return (
    <section className="wb-part" aria-labelledby="part-links">
      <h3 id="part-links">{t('file.links')}</h3>
      <ol className="wb-links">{matter.links.map((link) => <OneLink key={link.linkId} link={link} />)}</ol>
    </section>
  );
}

function OneLink({ link }: { readonly link: LinkView }): ReactElement {
  const { t, of, language, today } = useWords();
  const done = link.doneAt !== null;
  return (
    <li className={done ? 'wb-link-done' : 'wb-link-now'}>
      <p className="wb-links__name">
        <strong>{of(link.name)}</strong>
        {link.action ? <span className={`wb-action wb-action--${link.action}`}>{actionText(link.action, { t, language })}</span> : null}
        <span className="ym-quiet">{[link.kind === 'consult' ? '' : of(link.institutionName), link.claimedBy?.name ?? ''].filter(Boolean).join(' · ')}{link.forName ? ` · ${t('standin.for', { name: link.forName })}` : ''}</span>
      </p>
      {link.question ? <p>{t('consult.asks')}{link.question}</p> : null}
      {link.opinion ? <blockquote>{link.opinion}</blockquote> : null}
      <p className="ym-quiet ym-numerals">
        {done && link.doneAt ? t('file.link_done', { from: momentWords(link.openedAt, language, today), to: momentWords(link.doneAt, language, today) }) : <>{t('file.link_since', { from: momentWords(link.openedAt, language, today) })}{link.claimedBy ? '' : ` · ${t('file.link_free')}`}</>}
      </p>
      {!done && link.due ? <p><DueLine due={link.due} language={language} today={today} /></p> : null}
      {!done && link.standard ? <p className="wb-material__standard">{t('opinion.standard')}{of(link.standard)}</p> : null}
    </li>
  );
}
