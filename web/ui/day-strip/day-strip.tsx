import type { ReactElement } from 'react';
import { say, type Language } from '../../../contract/language.ts';
import { limitMessages } from '../../../contract/messages/limits.ts';
import { dayWords } from '../dates.ts';
import { speaker, uiSpeaker } from '../speak.ts';
import { pauseGroundWords, type ShownPause } from './pauses.ts';
import { isNumbered, isUnfolded, runsOf, runWords, weekdayOf, type ShownStripDay } from './strip-cells.ts';

interface StripProps {
  readonly strip: readonly ShownStripDay[];
  readonly language: Language;
  /** YYYY-MM-DD in Shenzhen */
  readonly today: string;
  /** the special procedures of the matter, so that hatched days say why */
  readonly pauses?: readonly Pick<ShownPause, 'pauseId' | 'ground' | 'document'>[];
}

/**
 * The days of a limit as weeks: counted days solid with their number, weekends hollow, holidays and closures with a sign, pauses hatched with
 * their ground, the due day ringed, today marked; each sign explained below. The same as sentences for a screen reader, for a strip that came
 * folded, and on a narrow screen in elder mode. Nothing where the strip is empty.
 */
export function DayStrip({ strip, language, today, pauses = [] }: StripProps): ReactElement | null {
  if (strip.length === 0) return null;
  const groundOf = (pauseId: string): string => {
    const pause = pauses.find((one) => one.pauseId === pauseId);
    return pause ? pauseGroundWords(pause, language) : '';
  };
  const drawn = isUnfolded(strip);
  return (
    <div className={drawn ? 'ym-strip' : 'ym-strip ym-strip--folded'}>
      {drawn ? <Weeks strip={strip} language={language} today={today} /> : null}
      {drawn ? <Key strip={strip} language={language} today={today} groundOf={groundOf} /> : null}
      <ol className="ym-strip__words">
        {runsOf(strip).map((run) => (
          <li key={run.day}><span className={`ym-strip__mark ym-strip__mark--${run.due ? 'due' : run.state}`} aria-hidden="true" />{runWords(run, language, today, groundOf)}</li>
        ))}
      </ol>
    </div>
  );
}

function Weeks({ strip, language, today }: StripProps): ReactElement {
  const t = uiSpeaker(language);
  const last = strip.reduce((most, cell) => Math.max(most, cell.n ?? 0), 0);
  return (
    <div className="ym-strip__weeks ym-numerals" aria-hidden="true">
      {([1, 2, 3, 4, 5, 6, 7] as const).map((day) => <span key={day} className="ym-strip__weekday">{t(`strip.weekday.${day}`)}</span>)}
      {strip.map((cell, i) => (
        <span key={cell.day} className={cellClass(cell, today, i === 0 ? ` ym-strip__day--from-${weekdayOf(cell.day)}` : '')}>
          {cell.day === today ? <span className="ym-strip__date ym-strip__now">{t('strip.sign.today')}</span> : null}
          <span className={cell.day === today ? 'ym-strip__date ym-strip__date--narrow' : 'ym-strip__date'}>{dateWords(cell.day, i === 0, language)}</span>
          <span className={/^\d+$/.test(signOf(cell, last, language)) ? 'ym-strip__sign' : 'ym-strip__sign ym-strip__sign--word'}>{signOf(cell, last, language)}</span>
        </span>
      ))}
    </div>
  );
}

function cellClass(cell: ShownStripDay, today: string, place: string): string {
  return `ym-strip__day ym-strip__day--${cell.state}${cell.due ? ' ym-strip__day--due' : ''}${cell.day === today ? ' ym-strip__day--today' : ''}${place}`;
}

const shortMonths = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The day of the month; with the month on the first cell and the first of a month. */
function dateWords(day: string, first: boolean, language: Language): string {
  const [month, date] = [Number(day.slice(5, 7)), Number(day.slice(8, 10))];
  return first || date === 1 ? uiSpeaker(language)('strip.month', { month: language === 'en' ? (shortMonths[month - 1] ?? month) : month, day: date }) : String(date);
}

function signOf(cell: ShownStripDay, last: number, language: Language): string {
  const t = uiSpeaker(language);
  if (cell.due) return t('strip.sign.due');
  switch (cell.state) {
    case 'start':
    case 'holiday':
    case 'closure':
    case 'swapped_in':
      return t(`strip.sign.${cell.state}`);
    case 'paused':
      return '‖';
    case 'moved':
    case 'moved_to':
      return '→';
    case 'weekend':
      return '';
    case 'counted':
      return cell.n !== null && isNumbered(cell.n, last) ? String(cell.n) : '';
  }
}

/** What each sign means, in the order of the days; holidays by name with their days, pauses by ground and document. */
function Key({ strip, language, today, groundOf }: Omit<StripProps, 'pauses'> & { readonly groundOf: (pauseId: string) => string }): ReactElement {
  const t = uiSpeaker(language);
  const l = speaker(limitMessages, language);
  const seen = new Map<string, { readonly state: ShownStripDay['state'] | 'due' | 'today'; readonly words: string }>();
  for (const run of runsOf(strip)) {
    if (run.due) continue;
    const ground = run.state === 'paused' && run.pauseId !== null ? groundOf(run.pauseId) : '';
    const name = run.name?.[language] ?? '';
    const words = run.state === 'counted' ? t('strip.key.counted') : l(`limits.day.${run.state}`, { name });
    const dated = run.state === 'holiday' || run.state === 'closure' || run.state === 'swapped_in' || run.state === 'moved';
    const key = `${run.state} ${name} ${run.pauseId ?? ''}`;
    if (!seen.has(run.state === 'weekend' ? 'weekend' : key)) seen.set(run.state === 'weekend' ? 'weekend' : key, { state: run.state, words: [words, ...(dated ? [spanWords(run, language, today)] : []), ...(ground === '' ? [] : [ground])].join(' · ') });
  }
  if (strip.some((cell) => cell.due)) seen.set('due', { state: 'due', words: t('strip.key.due') });
  if (strip.some((cell) => cell.day === today)) seen.set('today', { state: 'today', words: t('strip.key.today', { date: dayWords(today, language, today) }) });
  return (
    <ul className="ym-strip__key" aria-hidden="true">
      {[...seen].map(([key, { state, words }]) => <li key={key}><span className={`ym-strip__mark ym-strip__mark--${state}`} />{words}</li>)}
    </ul>
  );
}

function spanWords(run: ShownStripDay, language: Language, today: string): string {
  const from = dayWords(run.day, language, today);
  return run.to === run.day ? from : say(limitMessages['limits.day.span'], language, { from, to: dayWords(run.to, language, today) });
}
