import type { ReactElement } from 'react';
import type { ExplainedOrderClock, OrderClock } from '../../../contract/supervision.ts';
import { dayWords, weekdayWords } from '../../ui/dates.ts';
import { DayStrip } from '../../ui/day-strip/day-strip.tsx';
import { remainingWords } from '../../ui/due-date/due-date.tsx';
import { Light } from '../../ui/light/light.tsx';
import { useWords } from '../words/words.tsx';
import { useScreenWords } from './screen-words.ts';

/** A clock of an order as dates are shown everywhere: the day large, what is left of it, and the one sentence that explains it. */
export function OrderClockView({ clock, hero = false }: { readonly clock: OrderClock & { readonly strip?: ExplainedOrderClock['strip'] }; readonly hero?: boolean }): ReactElement {
  const { o } = useScreenWords();
  const { ui, of, language, today } = useWords();
  const left = remainingWords({ limit: 'notice', ...clock }, language);
  return (
    <div className={hero ? `ym-due ym-due--hero ym-due--${clock.light}` : `ym-due ym-due--${clock.light}`}>
      <p className="ym-due__date">{o('clock.until', { date: dayWords(clock.dueOn, language, today), act: o(`clock.${clock.clock}`) })}</p>
      <p className="ym-due__left"><Light state={clock.light} language={language} />{left === '' ? '' : ` · ${left}`} · {weekdayWords(clock.dueOn, language)}{clock.provisional ? ` · ${ui('due.provisional')}` : ''}</p>
      <details className="ym-due__why"><summary>{ui('due.why')}</summary><div className="ym-due__reason"><p>{of(clock.explanation)}</p>{clock.strip && clock.strip.length > 0 ? <DayStrip strip={clock.strip} language={language} today={today} /> : null}</div></details>
    </div>
  );
}
