import type { ReactElement } from 'react';
import { languages } from '../../../contract/language.ts';
import { calendarActMessages } from '../../../contract/messages/calendar-acts.ts';
import { Field } from '../../ui/field/field.tsx';
import { speaker } from '../../ui/speak.ts';
import { useWords } from '../words/words.tsx';
import { useCalendarWords } from './calendar-words.ts';
import { useCalendarChanges } from './calls.ts';
import { isDay } from './day-facts.ts';
import type { TermsDraft } from './terms-draft.ts';

interface PartProps {
  readonly draft: TermsDraft;
  readonly onDraft: (draft: TermsDraft) => void;
}

/** A closure: from one day to another; the working days in between are said, for only those change. */
export function ClosurePart({ draft, onDraft, closed }: PartProps & { readonly closed: readonly string[] }): ReactElement {
  const { c, dayAndWeekday, list } = useCalendarWords();
  const box = (id: 'from' | 'to', label: string): ReactElement => (
    <Field id={`closure-${id}`} label={label} error={isDay(draft[id]) ? undefined : c('propose.day_wrong')}>
      {(control) => <input {...control} className="ym-input ym-input--short ym-numerals" maxLength={10} autoComplete="off" value={draft[id]} onChange={(event) => onDraft({ ...draft, [id]: event.target.value })} />}
    </Field>
  );
  return (
    <>
      <div className="wb-span-fields">{box('from', c('propose.from'))}{box('to', c('propose.to'))}</div>
      <p role="status">{closed.length > 0 ? c('propose.closure_days', { days: list(closed.map(dayAndWeekday)) }) : c('propose.closure_none')}</p>
    </>
  );
}

/** A repeal: one of the approved changes that is still in force. */
export function RepealPart({ draft, onDraft }: PartProps): ReactElement {
  const { of } = useWords();
  const { c } = useCalendarWords();
  const changes = useCalendarChanges();
  const standing = (changes.data?.changes ?? []).filter((change) => change.status === 'approved' && change.kind !== 'repeal' && change.repealedBy === null);
  const choose = (changeId: string): void => {
    const target = standing.find((change) => change.changeId === changeId);
    const named = Object.values(draft.name).every((name) => name === '') && target;
    const name = named ? Object.fromEntries(languages.map((language) => [language, speaker(calendarActMessages, language)('propose.repeal_name', { name: target.name[language] })])) : draft.name;
    onDraft({ ...draft, repeals: changeId, name: name as TermsDraft['name'] });
  };
  return (
    <Field id="repeals" label={c('propose.repeals')}>
      {(control) => (
        <select {...control} className="ym-input ym-select" value={draft.repeals} onChange={(event) => choose(event.target.value)}>
          <option value="">{c(standing.length > 0 ? 'propose.repeals_choose' : 'changes.none')}</option>
          {standing.map((change) => <option key={change.changeId} value={change.changeId}>{change.number} · {of(change.name)} · {change.document}</option>)}
        </select>
      )}
    </Field>
  );
}
