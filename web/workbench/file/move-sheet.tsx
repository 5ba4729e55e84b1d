import { useEffect, useState, type ReactElement } from 'react';
import type { MatterView } from '../../../contract/matters.ts';
import { dayWords } from '../../ui/dates.ts';
import { pauseGroundWords, pausesOf } from '../../ui/day-strip/pauses.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { ActButton } from '../keys/act-button.tsx';
import { FailureNotice } from '../shell/states.tsx';
import { Sheet } from '../shell/sheet.tsx';
import { useLimitWords } from '../words/limit-words.ts';
import { useWords } from '../words/words.tsx';
import { moveDrafts, moveFaults, moveGrounds, moveOf, moveTypes, type MoveDraft, type MoveFault } from './move-draft.ts';
import type { ActSheetProps } from './supplement-sheet.tsx';

/** A special procedure under way, as the sheet offers it. */
interface Procedure {
  readonly pauseId: string;
  readonly words: string;
}

function useProcedures(matter: MatterView): readonly Procedure[] {
  const { language, today } = useWords();
  const running = matter.dues.filter((due) => due.limit === 'special' && due.endedAt === null);
  return pausesOf(matter.proposals, matter.dues, new Date().toISOString()).flatMap((pause) => {
    const due = running.find((one) => one.limitId === `special:${pause.pauseId}`);
    return due ? [{ pauseId: pause.pauseId, words: `${pauseGroundWords(pause, language)} · ${dayWords(due.dueOn, language, today)}` }] : [];
  });
}

/** Proposing to stop, prolong, end or extend: what the law asks for each, and that nothing moves before a second person has agreed. What is typed is kept in this tab. */
export function MoveSheet({ matter, busy, error, onSend, onClose }: ActSheetProps): ReactElement {
  const { t, ui } = useWords();
  const procedures = useProcedures(matter);
  const [draft, setDraft] = useState<MoveDraft>(() => moveDrafts.read(matter.matterId, procedures));
  const [tried, setTried] = useState(false);
  useEffect(() => moveDrafts.write(matter.matterId, draft), [draft, matter.matterId]);
  const faults = moveFaults(draft, procedures);
  const send = (): void => {
    setTried(true);
    const act = faults.length === 0 ? moveOf(draft) : undefined;
    if (act) {
      if (!busy) onSend({ kind: 'propose_limit_act', act, words: draft.words.trim() });
    } else document.getElementById(`move-${faults[0] ?? 'words'}`)?.focus();
  };
  const fields: FieldsProps = { draft, onDraft: (more) => setDraft((before) => ({ ...before, ...more })), faults: tried ? faults : [] };
  return (
    <Sheet
      title={ui('command.propose_limit_act')} onClose={onClose} bindings={[{ keys: 'Ctrl+Enter', does: t('move.send'), run: send }]}
      foot={<><ActButton kind="primary" keys="Ctrl+Enter" busy={busy} onClick={send}>{t('move.send')}</ActButton><ActButton kind="quiet" keys="Escape" onClick={onClose}>{t('sheet.cancel')}</ActButton></>}
    >
      {error ? <FailureNotice error={error} /> : null}
      <Kinds {...fields} procedures={procedures} />
      {draft.type === 'prolong' || draft.type === 'end' ? <ProcedureChoice {...fields} procedures={procedures} /> : null}
      {draft.type === 'special' ? <GroundChoice {...fields} /> : null}
      <div className="wb-move__pair">
        <TextField {...fields} name="document" label={t('move.document')} longest={80} />
        {draft.type === 'end' ? null : <TextField {...fields} name="days" label={t(draft.type === 'special' ? 'move.days_special' : 'move.days_more')} longest={3} numeric />}
      </div>
      <label className="ym-field__label" htmlFor="move-words">{t('move.words')}</label>
      <textarea id="move-words" className="ym-input" rows={3} maxLength={2000} placeholder={t('move.words_hint')} value={draft.words} onChange={(event) => fields.onDraft({ words: event.target.value })} {...wrong(fields, 'words')} />
      <Fault faults={fields.faults} of="words" />
      <Notice kind="info" title={t('move.nothing_yet')}><p>{t('move.nothing_yet_words')}</p></Notice>
    </Sheet>
  );
}

interface FieldsProps {
  readonly draft: MoveDraft;
  readonly onDraft: (more: Partial<MoveDraft>) => void;
  readonly faults: readonly MoveFault[];
}

const wrong = ({ faults }: FieldsProps, name: MoveFault) => (faults.includes(name) ? { 'aria-invalid': true, 'aria-describedby': `move-fault-${name}` } : {});

function Fault({ faults, of }: { readonly faults: readonly MoveFault[]; readonly of: MoveFault }): ReactElement | null {
  const { t } = useWords();
  return faults.includes(of) ? <p className="wb-judgement wb-judgement--wrong" id={`move-fault-${of}`} role="alert">{t(`move.fault.${of}`)}</p> : null;
}

function Kinds({ draft, onDraft, procedures }: FieldsProps & { readonly procedures: readonly Procedure[] }): ReactElement {
  const { t } = useWords();
  return (
    <fieldset className="wb-question">
      <legend>{t('move.which')}</legend>
      <div className="wb-options wb-options--down">
        {moveTypes(procedures).map((type) => (
          <label key={type} className="wb-option"><input type="radio" name="move-type" checked={draft.type === type} onChange={() => onDraft({ type })} /> <span>{t(`move.${type}`)}</span></label>
        ))}
      </div>
      <p className="ym-quiet">{t(`move.${draft.type}_hint`)}</p>
    </fieldset>
  );
}

function ProcedureChoice({ procedures, ...fields }: FieldsProps & { readonly procedures: readonly Procedure[] }): ReactElement {
  const { t, ui } = useWords();
  return (
    <>
      <label className="ym-field__label" htmlFor="move-pauseId">{t('move.procedure')}</label>
      <select id="move-pauseId" className="ym-input ym-select" value={fields.draft.pauseId} onChange={(event) => fields.onDraft({ pauseId: event.target.value })} {...wrong(fields, 'pauseId')}>
        {procedures.length === 1 ? null : <option value="">{ui('form.choose')}</option>}
        {procedures.map((one) => <option key={one.pauseId} value={one.pauseId}>{one.words}</option>)}
      </select>
      <Fault faults={fields.faults} of="pauseId" />
    </>
  );
}

function GroundChoice(fields: FieldsProps): ReactElement {
  const { t, ui } = useWords();
  const limits = useLimitWords();
  return (
    <>
      <label className="ym-field__label" htmlFor="move-ground">{t('move.ground')}</label>
      <select id="move-ground" className="ym-input ym-select" value={fields.draft.ground} onChange={(event) => fields.onDraft({ ground: event.target.value })} {...wrong(fields, 'ground')}>
        <option value="">{ui('form.choose')}</option>
        {moveGrounds.map((ground) => <option key={ground} value={ground}>{limits(`limits.procedure.${ground}`)}</option>)}
      </select>
      <Fault faults={fields.faults} of="ground" />
    </>
  );
}

function TextField({ name, label, longest, numeric = false, ...fields }: FieldsProps & { readonly name: 'document' | 'days'; readonly label: string; readonly longest: number; readonly numeric?: boolean }): ReactElement {
  return (
    <div>
      <label className="ym-field__label" htmlFor={`move-${name}`}>{label}</label>
      <input id={`move-${name}`} className={numeric ? 'ym-input ym-input--short' : 'ym-input'} maxLength={longest} {...(numeric ? { inputMode: 'numeric' as const } : {})} value={fields.draft[name]} onChange={(event) => fields.onDraft(name === 'days' ? { days: event.target.value } : { document: event.target.value })} {...wrong(fields, name)} />
      <Fault faults={fields.faults} of={name} />
    </div>
  );
}
