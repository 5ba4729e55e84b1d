import { useState, type ReactElement } from 'react';
import { ActButton } from '../keys/act-button.tsx';
import { FailureNotice } from '../shell/states.tsx';
import { Sheet } from '../shell/sheet.tsx';
import { useWords } from '../words/words.tsx';
import { refusalGrounds, type RefusalGround } from './act-calls.ts';
import type { ActSheetProps } from './supplement-sheet.tsx';

/** 不予受理: the ground the law knows, and the reason in words the resident understands. */
export function RefusalSheet({ busy, error, onSend, onClose }: ActSheetProps): ReactElement {
  const { t, ui } = useWords();
  const [ground, setGround] = useState<RefusalGround | null>(null);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const send = (): void => {
    setTried(true);
    if (ground && reason.trim() !== '') onSend({ kind: 'refuse_acceptance', ground, words: reason.trim() });
    else document.getElementById(ground ? 'refusal-words' : `ground-${refusalGrounds[0]}`)?.focus();
  };
  return (
    <Sheet
      title={ui('command.refuse_acceptance')} onClose={onClose} narrow bindings={[{ keys: 'Ctrl+Enter', does: t('refusal.send'), run: send }]}
      foot={<><ActButton kind="danger" keys="Ctrl+Enter" busy={busy} onClick={send}>{t('refusal.send')}</ActButton><ActButton kind="quiet" keys="Escape" onClick={onClose}>{t('sheet.cancel')}</ActButton></>}
    >
      <p>{t('refusal.why')}</p>
      {error ? <FailureNotice error={error} /> : null}
      <fieldset className="wb-question">
        <legend>{t('refusal.ground')}</legend>
        <div className="wb-options wb-options--down">
          {refusalGrounds.map((one) => (
            <label key={one} className="wb-option"><input type="radio" id={`ground-${one}`} name="ground" checked={ground === one} onChange={() => setGround(one)} /> <span>{ui(`ground.${one}`)}</span></label>
          ))}
        </div>
        {tried && !ground ? <p className="wb-judgement wb-judgement--wrong" role="alert">{t('refusal.ground_missing')}</p> : null}
      </fieldset>
      <label className="ym-field__label" htmlFor="refusal-words">{t('refusal.words')}</label>
      <textarea id="refusal-words" className="ym-input" rows={5} maxLength={2000} value={reason} onChange={(event) => setReason(event.target.value)} {...(tried && reason.trim() === '' ? { 'aria-invalid': true } : {})} />
      {tried && reason.trim() === '' ? <p className="wb-judgement wb-judgement--wrong" role="alert">{t('refusal.words_missing')}</p> : null}
    </Sheet>
  );
}
