import { useMemo, useState, type ReactElement } from 'react';
import { useLocation } from 'wouter';
import type { CalendarYear } from '../../../contract/calendar.ts';
import { ActButton } from '../keys/act-button.tsx';
import { useKeys } from '../keys/use-keys.ts';
import { FailureNotice, SkeletonRows } from '../shell/states.tsx';
import { useWords } from '../words/words.tsx';
import { AlarmNotice } from './calendar-alarm.tsx';
import { useCalendarWords } from './calendar-words.ts';
import { useCalendarYear } from './calls.ts';
import { ChangeList, WaitingChanges } from './change-list.tsx';
import { ChangeSheet } from './change-sheet.tsx';
import { shownDays } from './day-facts.ts';
import { DayList, DayPanel } from './day-panel.tsx';
import { ProposeSheet } from './propose-sheet.tsx';
import { emptyDraft } from './terms-draft.ts';
import { Legend, YearGrid } from './year-grid.tsx';

/** The working calendar: a year day by day with every reason, and, for administrators, its changes by two persons. `year` comes from the address; this year without it. */
export function CalendarScreen({ year }: { readonly year: string | undefined }): ReactElement {
  const { today } = useWords();
  const { c } = useCalendarWords();
  const [opened, setOpened] = useState<string | null>(null);
  const shown = /^\d{4}$/.test(year ?? '') ? Number(year) : Number(today.slice(0, 4));
  const read = useCalendarYear(shown);
  return (
    <main className="wb-plain wb-plain--wide wb-calendar" id="content">
      {read.isError ? <><h1>{c('screen.title')}</h1><FailureNotice error={read.error} onRetry={() => void read.refetch()} /></> : null}
      {read.isPending ? <SkeletonRows count={12} /> : null}
      {read.data && !read.isError ? <OneYear read={read.data} onOpen={setOpened} /> : null}
      <ChangeList onOpen={setOpened} />
      {opened ? <ChangeSheet changeId={opened} onClose={() => setOpened(null)} /> : null}
    </main>
  );
}

function OneYear({ read, onOpen }: { readonly read: CalendarYear; readonly onOpen: (changeId: string) => void }): ReactElement {
  const { today } = useWords();
  const { c, day } = useCalendarWords();
  const { year, health } = read;
  const days = useMemo(() => shownDays(read), [read]);
  const [chosen, setChosen] = useState(today);
  const at = chosen.startsWith(`${year}-`) ? chosen : `${year}-01-01`;
  return (
    <>
      <YearHead read={read} onProposed={onOpen} />
      {health.alarms.length > 0 ? <AlarmNotice alarms={health.alarms} /> : null}
      <WaitingChanges onOpen={onOpen} />
      <p className="ym-quiet">{c('screen.why')} {c('screen.version', { version: health.version, from: day(health.from), to: day(health.to) })}</p>
      <Legend />
      <div className="wb-calendar__parts">
        <div><YearGrid days={days} chosen={at} onChoose={setChosen} /></div>
        <aside className="wb-day-panel ym-no-print"><DayPanel day={days.find((one) => one.on === at)} onChange={onOpen} /></aside>
      </div>
      <DayList year={year} days={read.days} />
    </>
  );
}

/** Title, the years before and after, print, and the way to propose a change. */
function YearHead({ read, onProposed }: { readonly read: CalendarYear; readonly onProposed: (changeId: string) => void }): ReactElement {
  const { today } = useWords();
  const { c } = useCalendarWords();
  const [, go] = useLocation();
  const [proposing, setProposing] = useState(false);
  const { year, health, mayPropose } = read;
  const next = Number((health.provisionalFrom ?? `${Number(health.to.slice(0, 4)) + 1}-01-01`).slice(0, 4));
  const [draft, setDraft] = useState(() => emptyDraft(next, today));
  const [first, last] = [Number(health.from.slice(0, 4)), Number(health.to.slice(0, 4))];
  const to = (wanted: number): void => {
    if (wanted >= first && wanted <= last) go(`/calendar/${wanted}`);
  };
  useKeys([
    { keys: '[', does: c('year.before'), run: () => to(year - 1), when: year > first },
    { keys: ']', does: c('year.next'), run: () => to(year + 1), when: year < last },
    { keys: 'A', does: c('propose.open'), run: () => setProposing(true), when: mayPropose && !proposing },
  ]);
  return (
    <div className="wb-title-row">
      <h1>{c('screen.title')} <span className="ym-numerals">{c('year.title', { year })}</span>{health.provisionalFrom !== null && `${year}-12-31` >= health.provisionalFrom ? <span className="wb-mark-word wb-mark-word--open">{c('state.provisional')}</span> : null}</h1>
      <div className="wb-acts__row ym-no-print">
        <ActButton keys="[" disabled={year <= first} onClick={() => to(year - 1)}>{c('year.before')}</ActButton>
        <ActButton keys="]" disabled={year >= last} onClick={() => to(year + 1)}>{c('year.next')}</ActButton>
        <ActButton icon="print" onClick={() => window.print()}>{c('screen.print')}</ActButton>
        {mayPropose ? <ActButton kind="primary" icon="pencil" keys="A" onClick={() => setProposing(true)}>{c('propose.open')}</ActButton> : null}
      </div>
      {proposing ? (
        <ProposeSheet
          draft={draft} onDraft={setDraft} onClose={() => setProposing(false)}
          onProposed={(changeId) => {
            setProposing(false);
            setDraft(emptyDraft(next, today));
            onProposed(changeId);
          }}
        />
      ) : null}
    </div>
  );
}
