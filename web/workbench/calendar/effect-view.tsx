import type { ReactElement } from 'react';
import type { CalendarEffect } from '../../../contract/calendar.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { useCalendarWords } from './calendar-words.ts';

/** What a change does: the days that become others, the table's end, and how many running limits it may move. */
export function EffectView({ effect, done = false }: { readonly effect: CalendarEffect; readonly done?: boolean }): ReactElement {
  const { c, day, dayAndWeekday, state } = useCalendarWords();
  const { endsOn, provisionalFrom, days } = effect;
  const sentences = [
    ...(endsOn.before === endsOn.after ? [] : [c('effect.ends', { before: day(endsOn.before), after: day(endsOn.after) })]),
    ...(provisionalFrom.before !== provisionalFrom.after && provisionalFrom.before ? [c('effect.arranged', { from: day(provisionalFrom.before) })] : []),
    ...(provisionalFrom.before !== provisionalFrom.after && provisionalFrom.after ? [c('effect.provisional', { from: day(provisionalFrom.after) })] : []),
    ...(effect.runningLimits === null || effect.firstDay === null ? [] : [c('effect.limits', { count: effect.runningLimits, day: day(effect.firstDay) })]),
  ];
  return (
    <section className="wb-effect" aria-labelledby="effect">
      <h3 id="effect">{c(done ? 'effect.title_done' : 'effect.title')}</h3>
      {sentences.map((sentence) => <p key={sentence}>{sentence}</p>)}
      {!done && effect.pastDays > 0 ? <Notice kind="wait" title={c('effect.past', { count: effect.pastDays })} /> : null}
      {days.length === 0 ? <p>{c('effect.days_none')}</p> : (
        <table className="wb-table">
          <thead><tr><th scope="col">{c('effect.day')}</th><th scope="col">{c('effect.before')}</th><th scope="col">{c('effect.after')}</th></tr></thead>
          <tbody>{days.map((one) => <tr key={one.on}><th scope="row" className="ym-numerals">{dayAndWeekday(one.on)}</th><td>{state(one.before)}</td><td><strong>{state(one.after)}</strong></td></tr>)}</tbody>
        </table>
      )}
    </section>
  );
}
