import { useState, type ReactElement } from 'react';
import type { CaseView } from '../../../contract/evaluations.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { ActButton } from '../keys/act-button.tsx';
import { codeOf } from '../server/api.ts';
import { Sheet } from '../shell/sheet.tsx';
import { FailureNotice } from '../shell/states.tsx';
import { useWords } from '../words/words.tsx';
import { useCaseAct, type CaseAct } from './calls.ts';
import { useEvaluationWords } from './evaluation-words.ts';

/** The acts that are said in a sheet: a choice of two, where there is one, and words. */
export type SheetAct = CaseAct['kind'];

/** What was filled in, as the act it means; undefined where something is missing. */
export function actOf(act: SheetAct, choice: boolean | null, satisfied: boolean | null, words: string): CaseAct | undefined {
  const said = words.trim();
  if (act !== 'call_back' && said.length < 2) return undefined;
  if (act === 'mend') return { kind: act, words: said };
  if (choice === null) return undefined;
  switch (act) {
    case 'verify':
      return { kind: act, real: choice, words: said };
    case 'decide_complaint':
      return { kind: act, founded: choice, words: said };
    case 'raise_appeal':
      return { kind: act, ground: choice ? 'mistaken' : 'malicious', words: said };
    case 'decide_appeal':
      return { kind: act, strikeOut: choice, words: said };
    case 'call_back':
      return choice && satisfied === null ? undefined : { kind: act, reached: choice, satisfied: choice ? satisfied : null, words: said };
  }
}

function Choice({ name, label, yes, no, value, missing, onChange }: { readonly name: string; readonly label: string; readonly yes: string; readonly no: string; readonly value: boolean | null; readonly missing: string | undefined; readonly onChange: (value: boolean) => void }): ReactElement {
  return (
    <fieldset className="wb-question">
      <legend>{label}</legend>
      <div className="wb-options wb-options--down">
        {([true, false] as const).map((one) => <label key={String(one)} className="wb-option"><input type="radio" name={name} checked={value === one} onChange={() => onChange(one)} /> <span>{one ? yes : no}</span></label>)}
      </div>
      {missing ? <p className="wb-judgement wb-judgement--wrong" role="alert">{missing}</p> : null}
    </fieldset>
  );
}

/** One act on a case: what it asks is asked here, what is missing is said beside it. */
export function ActSheet({ view, act, onClose }: { readonly view: CaseView; readonly act: SheetAct; readonly onClose: () => void }): ReactElement {
  const w = useEvaluationWords();
  const { t } = useWords();
  const [choice, setChoice] = useState<boolean | null>(null);
  const [satisfied, setSatisfied] = useState<boolean | null>(null);
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const doing = useCaseAct(view);
  const send = (): void => {
    setTried(true);
    const meant = actOf(act, choice, satisfied, words);
    if (meant && !doing.isPending) doing.mutate(meant, { onSuccess: onClose });
  };
  const answersPerson = act === 'verify' || act === 'decide_complaint' || act === 'mend';
  const wordsMissing = tried && act !== 'call_back' && words.trim().length < 2;
  const overtaken = codeOf(doing.error) === 'matter.changed_meanwhile';
  return (
    <Sheet
      title={w(`act.${act}`)} onClose={onClose} narrow bindings={[{ keys: 'Ctrl+Enter', does: w('act.send'), run: send }]}
      foot={<><ActButton kind="primary" keys="Ctrl+Enter" busy={doing.isPending} onClick={send}>{w('act.send')}</ActButton><ActButton kind="quiet" keys="Escape" onClick={onClose}>{t('sheet.cancel')}</ActButton></>}
    >
      {overtaken ? <Notice kind="wait" title={w('act.overtaken')} /> : doing.isError ? <FailureNotice error={doing.error} /> : null}
      {act === 'mend' ? null : <Choice name="choice" label={w(`act.ask.${act}`)} yes={w(`act.yes.${act}`)} no={w(`act.no.${act}`)} value={choice} onChange={setChoice} missing={tried && choice === null ? w('act.choose_missing') : undefined} />}
      {act === 'call_back' && choice ? <Choice name="satisfied" label={w('act.satisfied')} yes={w('act.satisfied_yes')} no={w('act.satisfied_no')} value={satisfied} onChange={setSatisfied} missing={tried && satisfied === null ? w('act.choose_missing') : undefined} /> : null}
      <label className="ym-field__label" htmlFor="case-words">{w(answersPerson ? 'act.words.answer' : 'act.words')}</label>
      <textarea id="case-words" className="ym-input" rows={5} maxLength={1000} value={words} onChange={(event) => setWords(event.target.value)} {...(wordsMissing ? { 'aria-invalid': true } : {})} />
      {wordsMissing ? <p className="wb-judgement wb-judgement--wrong" role="alert">{w('act.words_missing')}</p> : null}
    </Sheet>
  );
}
