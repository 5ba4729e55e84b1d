import type { ReactElement } from 'react';
import type { MatterView } from '../../../contract/matters.ts';
import type { OpinionView } from '../../../contract/opinions.ts';
import { momentWords } from '../../ui/dates.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { useWords } from '../words/words.tsx';
import './handling.css';

const against = (opinion: OpinionView): boolean => !opinion.superseded && (opinion.answer === 'failed' || opinion.answer === 'disagree');

/** How an answer looks: a sign, a word and a colour. */
const signs: Readonly<Record<OpinionView['answer'], string>> = { passed: '✓', agree: '✓', agree_on_conditions: '◐', no_remark: '–', failed: '×', disagree: '×', unanswered: '…' };

/** What every office that takes part came to, side by side for who decides; where they disagree it says so first. Nothing while only one step has spoken. */
export function Opinions({ matter }: { readonly matter: MatterView }): ReactElement | null {
  const { t } = useWords();
  const { opinions, disagreement } = matter;
  const open = matter.links.filter((link) => link.kind === 'consult' && link.doneAt === null).length;
  if (opinions.length + open < 2 && !opinions.some((one) => one.kind === 'consult') && open === 0) return null;
  return (
    <section className="wb-part" aria-labelledby="part-opinions">
      <h3 id="part-opinions">{t('opinions.title')}</h3>
      {disagreement ? <Notice kind="wait" title={t('opinions.disagree')}><p>{t('opinions.disagree_words', { count: opinions.filter(against).length })}</p></Notice> : null}
      {open > 0 ? <p className="ym-quiet" role="status">{t('opinions.open', { count: open })}</p> : null}
      {opinions.length > 0 ? (
        <div className="wb-scroll" tabIndex={0} role="group" aria-label={t('opinions.title')}>
          <table className="wb-table wb-opinions">
            <thead><tr><th scope="col">{t('opinions.office')}</th><th scope="col">{t('opinions.answer')}</th><th scope="col">{t('opinions.words')}</th><th scope="col">{t('opinions.who')}</th></tr></thead>
            <tbody>{opinions.map((one) => <Row key={one.linkId} opinion={one} />)}</tbody>
          </table>
        </div>
      ) : null}
    </section>
  );
}

function Row({ opinion }: { readonly opinion: OpinionView }): ReactElement {
  const { t, of, language, today } = useWords();
  const by = opinion.forName ? t('standin.by_for', { by: opinion.byName, name: opinion.forName }) : opinion.byName;
  return (
    <tr className={opinion.superseded ? 'wb-opinions__old' : undefined}>
      <th scope="row">{of(opinion.institutionName)}<span className="wb-opinions__step">{of(opinion.name)}</span></th>
      <td><span className={`wb-answer${against(opinion) ? ' wb-answer--against' : ''}${opinion.answer === 'unanswered' ? ' wb-answer--none' : ''}`}><span aria-hidden="true">{signs[opinion.answer]}</span> {t(`answer.${opinion.answer}`)}</span>{opinion.superseded ? <span className="wb-opinions__step">{t('opinions.superseded')}</span> : null}</td>
      <td className="wb-opinions__words">{opinion.words ?? ''}</td>
      <td>{by}<span className="wb-opinions__step ym-numerals">{momentWords(opinion.at, language, today)}</span></td>
    </tr>
  );
}
