import { useEffect, useState, type ReactElement } from 'react';
import type { CalendarTerms } from '../../../contract/calendar.ts';
import { languageNames, languages } from '../../../contract/language.ts';
import { Field } from '../../ui/field/field.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { ActButton } from '../keys/act-button.tsx';
import { FailureNotice } from '../shell/states.tsx';
import { Sheet } from '../shell/sheet.tsx';
import { useWords } from '../words/words.tsx';
import { useCalendarWords } from './calendar-words.ts';
import { useCalendarYear, useCheckChange, useProposeChange, type ChangeChecked } from './calls.ts';
import { shownDays } from './day-facts.ts';
import { EffectView } from './effect-view.tsx';
import { ClosurePart, RepealPart } from './closure-part.tsx';
import { NoticePart } from './notice-part.tsx';
import { closedDays, termsOf, type TermsDraft } from './terms-draft.ts';

const kinds: readonly CalendarTerms['kind'][] = ['closure', 'notice', 'repeal'];

interface Props {
  readonly draft: TermsDraft;
  readonly onDraft: (draft: TermsDraft) => void;
  readonly onProposed: (changeId: string) => void;
  readonly onClose: () => void;
}

/** What the present draft was judged to do; undefined while it has not been judged as it is. */
function useJudged(terms: CalendarTerms): { readonly judged: ChangeChecked | undefined; readonly check: ReturnType<typeof useCheckChange> } {
  const check = useCheckChange();
  const same = check.data !== undefined && JSON.stringify(check.variables) === JSON.stringify(terms);
  return { judged: same ? check.data : undefined, check };
}

/** Writes a change, shows what it would do, and puts it before a second administrator. What was typed stays when the sheet is closed. */
export function ProposeSheet({ draft, onDraft, onProposed, onClose }: Props): ReactElement {
  const { t } = useWords();
  const { c } = useCalendarWords();
  const closed = useClosedDays(draft);
  const terms = termsOf(draft, closed);
  const { judged, check } = useJudged(terms);
  const propose = useProposeChange();
  const ready = judged?.effect !== undefined && judged.effect !== null;
  const busy = check.isPending || propose.isPending;
  const go = (): void => {
    if (busy) return;
    if (ready) propose.mutate(terms, { onSuccess: (change) => onProposed(change.changeId) });
    else check.mutate(terms);
  };
  const faultOf = (pointer: string): string | undefined => judged?.faults.find((fault) => fault.pointer === pointer)?.code;
  return (
    <Sheet
      title={c('propose.open')} onClose={onClose} aside bindings={[{ keys: 'Ctrl+Enter', does: c(ready ? 'propose.send' : 'propose.check'), run: go }]}
      foot={<><ActButton kind="primary" keys="Ctrl+Enter" busy={busy} onClick={go}>{c(ready ? 'propose.send' : 'propose.check')}</ActButton><ActButton kind="quiet" keys="Escape" onClick={onClose}>{t('sheet.close')}</ActButton></>}
    >
      <p className="ym-quiet">{c('propose.two')}</p>
      <KindChoice draft={draft} onDraft={onDraft} />
      {draft.kind === 'closure' ? <ClosurePart draft={draft} onDraft={onDraft} closed={closed} /> : null}
      {draft.kind === 'notice' ? <NoticePart draft={draft} onDraft={onDraft} faults={judged?.faults ?? []} /> : null}
      {draft.kind === 'repeal' ? <RepealPart draft={draft} onDraft={onDraft} /> : null}
      <PaperPart draft={draft} onDraft={onDraft} faultOf={faultOf} />
      <Outcome judged={judged} error={check.error ?? propose.error} />
    </Sheet>
  );
}

/** Working days between the two days of a closure, by the calendar of their years. */
function useClosedDays(draft: TermsDraft): readonly string[] {
  const yearOf = (day: string): number => Number(day.slice(0, 4)) || 0;
  const [from, to] = [yearOf(draft.from), yearOf(draft.to)];
  const first = useCalendarYear(from, from >= 2004);
  const last = useCalendarYear(to, to >= 2004);
  const days = [first.data, last.data].flatMap((year) => (year ? shownDays(year) : []));
  return closedDays(draft, (on) => days.find((day) => day.on === on));
}

function KindChoice({ draft, onDraft }: Pick<Props, 'draft' | 'onDraft'>): ReactElement {
  const { c } = useCalendarWords();
  return (
    <fieldset className="ym-field">
      <legend className="ym-field__label">{c('propose.kind')}</legend>
      <div className="ym-choices">
        {kinds.map((kind) => (
          <div className="ym-choice" key={kind}>
            <input type="radio" id={`kind-${kind}`} name="kind" value={kind} checked={draft.kind === kind} onChange={() => onDraft({ ...draft, kind })} />
            <label htmlFor={`kind-${kind}`}>{c(`change_kind.${kind}`)} <span className="ym-quiet">{c(`change_kind.${kind}_why`)}</span></label>
          </div>
        ))}
      </div>
    </fieldset>
  );
}

/** The paper a change rests on: its name, number and date, where it can be read, and why. */
function PaperPart({ draft, onDraft, faultOf }: Pick<Props, 'draft' | 'onDraft'> & { readonly faultOf: (pointer: string) => string | undefined }): ReactElement {
  const { c, coded } = useCalendarWords();
  const { today } = useWords();
  const error = (pointer: string): string | undefined => {
    const code = faultOf(pointer);
    return code === undefined ? undefined : coded(code, { today });
  };
  const line = (id: string, label: string, value: string, change: (value: string) => Partial<TermsDraft>, more: { pointer: string; hint?: string; short?: boolean; mode?: 'url' }): ReactElement => (
    <Field id={id} label={label} hint={more.hint} error={error(more.pointer)}>
      {(control) => <input {...control} className={`ym-input${more.short ? ' ym-input--short' : ''}`} maxLength={more.mode ? 300 : 120} inputMode={more.mode} autoComplete="off" value={value} onChange={(event) => onDraft({ ...draft, ...change(event.target.value) })} />}
    </Field>
  );
  return (
    <>
      <div className="wb-name-fields">
        {languages.map((language) => (
          <div key={language} lang={language}>
            {line(`name-${language}`, c('propose.name', { language: languageNames[language] }), draft.name[language], (value) => ({ name: { ...draft.name, [language]: value } }), { pointer: `/name/${language}`, ...(language === 'zh-CN' ? { hint: c('propose.name_hint') } : {}) })}
          </div>
        ))}
      </div>
      {line('document', c('propose.document'), draft.document, (document) => ({ document }), { pointer: '/document' })}
      {line('document-on', c('propose.document_on'), draft.documentOn, (documentOn) => ({ documentOn }), { pointer: '/documentOn', short: true })}
      {line('link', c('propose.link'), draft.link, (link) => ({ link }), { pointer: '/link', mode: 'url' })}
      <Field id="reason" label={c('change.reason')} error={error('/reason')}>
        {(control) => <textarea {...control} className="ym-input ym-text-area" rows={3} maxLength={1_000} value={draft.reason} onChange={(event) => onDraft({ ...draft, reason: event.target.value })} />}
      </Field>
    </>
  );
}

/** What is wrong, all of it, or what would change. Moves into sight when it comes. */
function Outcome({ judged, error }: { readonly judged: ChangeChecked | undefined; readonly error: unknown }): ReactElement {
  const { coded } = useCalendarWords();
  const [place, setPlace] = useState<HTMLDivElement | null>(null);
  useEffect(() => {
    if (judged || error) place?.scrollIntoView({ block: 'nearest' });
  }, [judged, error, place]);
  return (
    <div ref={setPlace}>
      {error ? <FailureNotice error={error} /> : null}
      {judged?.refusal ? (
        <Notice kind="bad" title={coded(judged.refusal.code, judged.refusal.params)}>
          {judged.faults.some((fault) => fault.code !== judged.refusal?.code) ? <ul>{judged.faults.map((fault) => <li key={fault.pointer + fault.code}>{coded(fault.code, fault.params)}</li>)}</ul> : null}
        </Notice>
      ) : null}
      {judged?.effect ? <EffectView effect={judged.effect} /> : null}
    </div>
  );
}
