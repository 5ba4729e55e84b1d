import type { ReactElement } from 'react';
import type { Due, MatterRow } from '../../../contract/matters.ts';
import { dueWords, standingWords } from '../../ui/due-date/due-date.tsx';
import { lightShapes } from '../../ui/light/light.tsx';
import { useWords, type Words } from '../words/words.tsx';

/** "11-27": the day of a due date as a table shows it; the year only where it is another. */
const shortDay = (day: string, today: string): string => (day.slice(0, 4) === today.slice(0, 4) ? day.slice(5) : day);

/** What is left as a table says it: "3 left", "2 late", "today"; of a clock that stands still the day it goes on; of a step that is late that it is the step. */
function leftWords(due: Due, { t, today }: Pick<Words, 't' | 'today'>): string {
  if (due.light === 'paused') return due.pausedUntil ? t('worklist.goes_on', { date: shortDay(due.pausedUntil, today) }) : '';
  if (due.remaining === null) return '';
  if (due.remaining === 0) return t('worklist.today');
  if (due.remaining > 0) return t('worklist.left', { days: due.remaining });
  return t(due.limit === 'link' ? 'worklist.link_late' : 'worklist.late', { days: -due.remaining });
}

/** What a matter's row says first: the light with its word for who cannot see it, the day, and what is left. */
function DueCell({ due, ended }: { readonly due: Due; readonly ended: boolean }): ReactElement {
  const words = useWords();
  const { ui, today } = words;
  const stands = due.light === 'paused' && due.pausedUntil !== null;
  return (
    <>
      <span className="wb-row__light" aria-hidden="true">{lightShapes[due.light]}</span><span className="ym-visually-hidden">{ui(`light.${due.light}`)} </span>
      {stands && !ended ? null : <>{shortDay(due.dueOn, today)} </>}<span className="wb-row__left">{ended ? '' : leftWords(due, words)}</span>
    </>
  );
}

/** One matter in the list: light and date first, then what, whose, where it stands, who has it. */
export function MatterLine({ row }: { readonly row: MatterRow }): ReactElement {
  const words = useWords();
  const { t, ui, of, language, today } = words;
  const { due } = row;
  const ended = row.status === 'completed' || row.status === 'not_accepted' || row.status === 'withdrawn' || row.status === 'terminated';
  const step = row.linkName ? of(row.linkName) : ui(`status.${row.status}`);
  return (
    <>
      <span className={`wb-row__due ym-numerals${due ? ` wb-row__due--${due.light}` : ''}`} title={due ? `${dueWords(due, language, today)} ${standingWords(due, language, today)}` : undefined}>
        {due ? <DueCell due={due} ended={ended} /> : null}
      </span>
      <span className="wb-row__item" title={`${of(row.itemName)} ${row.number}${row.parent ? ` · ${of(row.parent.itemName)} ${row.parent.number}` : ''}`}>{of(row.itemName)}{row.parent ? <span className="wb-row__unit"> · {of(row.parent.itemName)}</span> : null}</span>
      <span className="wb-row__who" title={row.applicantMasked}>{row.applicantMasked}</span>
      <span className="wb-row__step" title={row.unitName ? `${step} · ${of(row.unitName)}` : step}>{ended && row.outcome ? ui(`outcome.${row.outcome}`) : step}<span className="wb-row__unit">{row.unitName ? ` · ${of(row.unitName)}` : ''}</span></span>
      <span className="wb-row__by">{row.claimedByMe ? <strong>{t('worklist.mine')}</strong> : row.standIn && row.claimedByName ? <span className="wb-standin">{t('standin.for', { name: row.claimedByName })}</span> : (row.claimedByName ?? '')}</span>
    </>
  );
}
