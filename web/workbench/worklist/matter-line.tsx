import type { ReactElement } from 'react';
import type { Due, MatterRow } from '../../../contract/matters.ts';
import { dueWords, remainingWords } from '../../ui/due-date/due-date.tsx';
import { useWords, type Words } from '../words/words.tsx';

const shapes: Readonly<Record<Due['light'], string>> = { green: '●', yellow: '▲', red: '■', met: '✓', missed: '✓', paused: '‖' };

/** "11-27": the day of a due date as a table shows it; the year only where it is another. */
const shortDay = (day: string, today: string): string => (day.slice(0, 4) === today.slice(0, 4) ? day.slice(5) : day);

/** What is left as a table says it: "3 left", "2 late", "today". */
function leftWords(due: Due, { t }: Pick<Words, 't'>): string {
  if (due.remaining === null) return '';
  if (due.remaining === 0) return t('worklist.today');
  return due.remaining > 0 ? t('worklist.left', { days: due.remaining }) : t('worklist.late', { days: -due.remaining });
}

/** One matter in the list: light and date first, then what, whose, where it stands, who has it. */
export function MatterLine({ row }: { readonly row: MatterRow }): ReactElement {
  const words = useWords();
  const { t, ui, of, language, today } = words;
  const { due } = row;
  const ended = row.status === 'completed' || row.status === 'not_accepted' || row.status === 'withdrawn';
  const step = row.linkName ? of(row.linkName) : ui(`status.${row.status}`);
  return (
    <>
      <span className={`wb-row__due ym-numerals${due ? ` wb-row__due--${due.light}` : ''}`} title={due ? `${dueWords(due, language, today)} ${remainingWords(due, language)}` : undefined}>
        {due ? <><span className="wb-row__light" aria-hidden="true">{shapes[due.light]}</span><span className="ym-visually-hidden">{ui(`light.${due.light}`)} </span>{shortDay(due.dueOn, today)} <span className="wb-row__left">{ended ? '' : leftWords(due, words)}</span></> : null}
      </span>
      <span className="wb-row__item" title={`${of(row.itemName)} ${row.number}`}>{of(row.itemName)}</span>
      <span className="wb-row__who" title={row.applicantMasked}>{row.applicantMasked}</span>
      <span className="wb-row__step" title={row.unitName ? `${step} · ${of(row.unitName)}` : step}>{ended && row.outcome ? ui(`outcome.${row.outcome}`) : step}<span className="wb-row__unit">{row.unitName ? ` · ${of(row.unitName)}` : ''}</span></span>
      <span className="wb-row__by">{row.claimedByMe ? <strong>{t('worklist.mine')}</strong> : (row.claimedByName ?? '')}</span>
    </>
  );
}
