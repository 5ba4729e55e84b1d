import { useMemo, useRef, type KeyboardEvent, type ReactElement } from 'react';
import { dayWords } from '../../ui/dates.ts';
import { useWords } from '../words/words.tsx';
import { useCalendarWords } from './calendar-words.ts';
import { counts, movedBy, weeksOf, type ShownDay } from './day-facts.ts';

const weekdays = [1, 2, 3, 4, 5, 6, 0] as const;
const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const;

/** Twelve small months. One stop for the tab key; arrows move from day to day. What a day is shows by its shape, its sign and its words. */
export function YearGrid({ days, chosen, onChoose }: { readonly days: readonly ShownDay[]; readonly chosen: string; readonly onChoose: (on: string) => void }): ReactElement {
  const { c } = useCalendarWords();
  const grid = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const on = (event.target as HTMLElement).dataset.day;
    const to = on === undefined || event.ctrlKey || event.altKey || event.metaKey ? undefined : movedBy(event.key, on);
    if (to === undefined) return;
    event.preventDefault();
    onChoose(to);
    grid.current?.querySelector<HTMLElement>(`[data-day="${to}"]`)?.focus();
  };
  return (
    <>
      <p className="ym-quiet ym-no-print" id="calendar-keys">{c('year.keys')}</p>
      <div className="wb-year" ref={grid} role="group" aria-describedby="calendar-keys" onKeyDown={onKeyDown}>
        {months.map((month) => <Month key={month} month={month} days={days} chosen={chosen} onChoose={onChoose} />)}
      </div>
    </>
  );
}

function Month({ month, days, chosen, onChoose }: { readonly month: number; readonly days: readonly ShownDay[]; readonly chosen: string; readonly onChoose: (on: string) => void }): ReactElement {
  const { language } = useWords();
  const { c } = useCalendarWords();
  const weeks = useMemo(() => weeksOf(days, month), [days, month]);
  const own = weeks.flat().filter((day) => day !== null);
  const first = own[0]?.on ?? '';
  return (
    <table className={`wb-month${own[0]?.provisional ? ' wb-month--provisional' : ''}`}>
      <caption>{dayWords(first, language, first).replace(language === 'en' ? /^1 / : / 1 日$/, '')}{own[0]?.provisional ? <span className="wb-mark-word wb-mark-word--open">{c('state.provisional')}</span> : null}</caption>
      <thead><tr>{weekdays.map((weekday) => <th key={weekday} scope="col">{c(`weekday.${weekday}`)}</th>)}</tr></thead>
      <tbody>
        {weeks.map((week, index) => (
          <tr key={index}>{week.map((day, place) => <td key={place}>{day ? <Day day={day} chosen={day.on === chosen} onChoose={onChoose} /> : null}</td>)}</tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ day, chosen, onChoose }: { readonly day: ShownDay; readonly chosen: boolean; readonly onChoose: (on: string) => void }): ReactElement {
  const { today } = useWords();
  const { c, dayAndWeekday, state, list } = useCalendarWords();
  const sign = day.is === 'working' || day.is === 'weekend' ? null : c(`mark.${day.is}`);
  const isToday = day.on === today;
  const words = [state({ is: day.is, name: day.line?.name ?? null }), c(counts(day) ? 'day.counts' : 'day.not_counted'), ...(day.provisional ? [c('state.provisional')] : []), ...(isToday ? [c('state.today')] : [])];
  return (
    <button
      type="button" data-day={day.on} className={`wb-day wb-day--${day.is}`} tabIndex={chosen ? 0 : -1} aria-pressed={chosen} {...(isToday ? { 'aria-current': 'date' as const } : {})}
      aria-label={list([dayAndWeekday(day.on), ...words])} onClick={() => onChoose(day.on)}
    >
      <span className="wb-day__number">{Number(day.on.slice(8))}</span>
      {sign ? <Sign sign={sign} /> : null}
    </button>
  );
}

/** The sign of a day, drawn by the style sheet: its word stands in the name of the button (WCAG 2.5.3 would else want the sign there too). */
function Sign({ sign }: { readonly sign: string }): ReactElement {
  return <span className="wb-day__sign" data-sign={sign} aria-hidden="true" />;
}

/** Each sign with its word. */
export function Legend(): ReactElement {
  const { c } = useCalendarWords();
  return (
    <ul className="wb-legend" aria-label={c('legend.title')}>
      {(['working', 'weekend', 'statutory_holiday', 'makeup_workday', 'closure'] as const).map((is) => (
        <li key={is}>
          <span className={`wb-day wb-day--${is}`} aria-hidden="true"><span className="wb-day__number">8</span>{is === 'working' || is === 'weekend' ? null : <Sign sign={c(`mark.${is}`)} />}</span> {c(`state.${is}`)}
        </li>
      ))}
      <li><span className="wb-legend__provisional" aria-hidden="true" /> {c('state.provisional')}</li>
      <li><span className="wb-day wb-day--working" aria-current="date" aria-hidden="true"><span className="wb-day__number">8</span></span> {c('state.today')}</li>
    </ul>
  );
}
