import type { ReactElement } from 'react';
import type { FieldProblem } from '../../../contract/common.ts';
import { languages } from '../../../contract/language.ts';
import { calendarActMessages } from '../../../contract/messages/calendar-acts.ts';
import { Field } from '../../ui/field/field.tsx';
import { Icon } from '../../ui/icon/icon.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { weekdayWords } from '../../ui/dates.ts';
import { speaker } from '../../ui/speak.ts';
import { ActButton } from '../keys/act-button.tsx';
import { FailureNotice } from '../shell/states.tsx';
import { useWords } from '../words/words.tsx';
import { useCalendarWords } from './calendar-words.ts';
import { useCalendarYear, useReadNotice, type NoticeRead } from './calls.ts';
import { isDay } from './day-facts.ts';
import { withLine, withRead, type DraftDay, type TermsDraft } from './terms-draft.ts';

interface PartProps {
  readonly draft: TermsDraft;
  readonly onDraft: (draft: TermsDraft) => void;
  readonly faults: readonly FieldProblem[];
}

/** A year's notice: pasted and read, or typed; either way a table in which each day is looked at. */
export function NoticePart({ draft, onDraft, faults }: PartProps): ReactElement {
  const { c } = useCalendarWords();
  const read = useReadNotice();
  const named = Object.values(draft.name).some((name) => name !== '');
  const take = (): void =>
    read.mutate({ year: draft.year, text: draft.text }, {
      onSuccess: (found) => {
        const name = Object.fromEntries(languages.map((language) => [language, speaker(calendarActMessages, language)('propose.notice_name', { year: draft.year })])) as TermsDraft['name'];
        onDraft({ ...withRead(draft, found.days), ...(named ? {} : { name }) });
      },
    });
  return (
    <>
      <Field id="notice-year" label={c('propose.year')}>
        {(control) => <input {...control} className="ym-input ym-input--short ym-numerals" type="number" min={2004} max={2200} value={draft.year} onChange={(event) => onDraft({ ...draft, year: Number(event.target.value) })} />}
      </Field>
      <Field id="notice-text" label={c('propose.text')} hint={c('propose.text_hint')}>
        {(control) => <textarea {...control} lang="zh-CN" className="ym-input ym-text-area" rows={5} maxLength={6_000} value={draft.text} onChange={(event) => onDraft({ ...draft, text: event.target.value })} />}
      </Field>
      <ActButton busy={read.isPending} disabled={draft.text.trim() === ''} onClick={take}>{c('propose.read')}</ActButton>
      {read.isError ? <FailureNotice error={read.error} /> : null}
      {read.data ? <ReadWords read={read.data} /> : null}
      <NoticeTable draft={draft} onDraft={onDraft} faults={faults} />
    </>
  );
}

/** What was read, what in the text does not fit, what was not understood, and which festivals are missing. */
function ReadWords({ read }: { readonly read: NoticeRead }): ReactElement {
  const { of } = useWords();
  const { c, coded, list } = useCalendarWords();
  const count = (kind: string): number => read.days.filter((day) => day.kind === kind).length;
  return (
    <div className="wb-read">
      <Notice kind={read.faults.length > 0 ? 'wait' : 'info'} title={c('propose.read_done', { holidays: count('statutory_holiday'), swaps: count('makeup_workday'), weekends: count('weekend') })}>
        {read.faults.length > 0 ? <ul>{read.faults.map((fault) => <li key={fault.code + JSON.stringify(fault.params)}>{coded(fault.code, fault.params)}</li>)}</ul> : null}
        {read.missing.length > 0 ? <p>{c('propose.read_missing', { names: list(read.missing.map(of)) })}</p> : null}
        {read.unread.length > 0 ? <><p>{c('propose.read_unread')}</p><ul lang="zh-CN">{read.unread.map((part) => <li key={part}>{part}</li>)}</ul></> : null}
      </Notice>
    </div>
  );
}

function NoticeTable({ draft, onDraft, faults }: PartProps): ReactElement {
  const { c, coded } = useCalendarWords();
  const change = (key: number, more: Partial<DraftDay>): void => onDraft({ ...draft, days: draft.days.map((day) => (day.key === key ? { ...day, ...more } : day)) });
  return (
    <section aria-labelledby="notice-table">
      <h3 id="notice-table">{c('propose.table')}</h3>
      <p className="ym-quiet">{c('propose.table_why')}</p>
      {draft.days.length === 0 ? null : (
        <table className="wb-table wb-notice-table">
          <thead><tr><th scope="col">{c('propose.day')}</th><th scope="col">{c('propose.day_kind')}</th><th scope="col">{c('propose.festival')}</th><td /></tr></thead>
          <tbody>
            {draft.days.map((day, index) => {
              const fault = faults.find((one) => one.pointer === `/days/${index}`);
              return <NoticeLine key={day.key} day={day} error={fault ? coded(fault.code, fault.params) : undefined} onChange={(more) => change(day.key, more)} onRemove={() => onDraft({ ...draft, days: draft.days.filter((one) => one.key !== day.key) })} />;
            })}
          </tbody>
        </table>
      )}
      <ActButton onClick={() => onDraft(withLine(draft))}>{c('propose.add_day')}</ActButton>
    </section>
  );
}

function NoticeLine({ day, error, onChange, onRemove }: { readonly day: DraftDay; readonly error: string | undefined; readonly onChange: (more: Partial<DraftDay>) => void; readonly onRemove: () => void }): ReactElement {
  const { language, of, today } = useWords();
  const { c } = useCalendarWords();
  const festivals = useCalendarYear(Number(today.slice(0, 4))).data?.festivals ?? [];
  return (
    <tr>
      <td>
        <input className="ym-input ym-input--short ym-numerals" aria-label={c('propose.day')} maxLength={10} autoComplete="off" value={day.on} {...(error ? { 'aria-invalid': true, 'aria-describedby': `fault-${day.key}` } : {})} onChange={(event) => onChange({ on: event.target.value })} />
        <span className="ym-quiet"> {isDay(day.on) ? weekdayWords(day.on, language) : ''}</span>
        {error ? <p className="wb-judgement wb-judgement--wrong" id={`fault-${day.key}`}>{error}</p> : null}
      </td>
      <td>
        <select className="ym-input ym-select" aria-label={`${day.on} ${c('propose.day_kind')}`} value={day.kind} onChange={(event) => onChange({ kind: event.target.value as DraftDay['kind'] })}>
          <option value="statutory_holiday">{c('state.statutory_holiday')}</option>
          <option value="makeup_workday">{c('state.makeup_workday')}</option>
        </select>
      </td>
      <td>
        <select className="ym-input ym-select" aria-label={`${day.on} ${c('propose.festival')}`} value={day.festival} onChange={(event) => onChange({ festival: event.target.value })}>
          <option value="">{c('propose.festival_own')}</option>
          {festivals.map((festival) => <option key={festival.code} value={festival.code}>{of(festival.name)}</option>)}
        </select>
      </td>
      <td><button type="button" className="wb-icon-button" aria-label={c('propose.remove_day', { day: day.on })} onClick={onRemove}><Icon name="cross" /></button></td>
    </tr>
  );
}
