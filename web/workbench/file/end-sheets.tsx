import { useState, type ReactElement } from 'react';
import { dayWords } from '../../ui/dates.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { ActButton } from '../keys/act-button.tsx';
import { FailureNotice } from '../shell/states.tsx';
import { Sheet } from '../shell/sheet.tsx';
import { useWords } from '../words/words.tsx';
import { opinionDrafts } from './opinion-drafts.ts';
import type { ActSheetProps } from './supplement-sheet.tsx';

/** Words kept in this tab until the act is done. */
function useKeptWords(matterId: string, act: string): readonly [string, (words: string) => void] {
  const [words, setWords] = useState(() => opinionDrafts.read(matterId, act).words);
  return [words, (next) => {
    setWords(next);
    opinionDrafts.write(matterId, act, { choice: '', words: next });
  }];
}

/** 退件: only once the time for the correction is over; until then the sheet says when that is. */
export function TerminateSheet({ matter, busy, error, onSend, onClose }: ActSheetProps): ReactElement {
  const { t, ui, language, today } = useWords();
  const [words, setWords] = useKeptWords(matter.matterId, 'terminate');
  const [tried, setTried] = useState(false);
  const due = matter.dues.findLast((one) => one.limit === 'correction');
  const date = due ? dayWords(due.dueOn, language, today) : '';
  const over = due?.light === 'red';
  const send = (): void => {
    setTried(true);
    if (words.trim() !== '' && over && !busy) onSend({ kind: 'terminate', words: words.trim() });
    else document.getElementById('terminate-words')?.focus();
  };
  return (
    <Sheet
      title={ui('command.terminate')} onClose={onClose} narrow bindings={[{ keys: 'Ctrl+Enter', does: t('terminate.send'), run: send }]}
      foot={<><ActButton kind="danger" keys="Ctrl+Enter" busy={busy} disabled={!over} onClick={send}>{t('terminate.send')}</ActButton><ActButton kind="quiet" keys="Escape" onClick={onClose}>{t('sheet.cancel')}</ActButton></>}
    >
      {over ? <Notice kind="wait" title={t('terminate.why')}><p>{t('terminate.why_words', { date })}</p></Notice> : <Notice kind="info" title={t('terminate.not_yet')}><p>{t('terminate.not_yet_words', { date })}</p></Notice>}
      {error ? <FailureNotice error={error} /> : null}
      <label className="ym-field__label" htmlFor="terminate-words">{t('terminate.words')}</label>
      <textarea id="terminate-words" className="ym-input" rows={4} maxLength={2000} value={words} onChange={(event) => setWords(event.target.value)} {...(tried && words.trim() === '' ? { 'aria-invalid': true } : {})} />
      {words.trim() === '' ? <p><button type="button" className="wb-link" onClick={() => setWords(t('terminate.usual'))}>{t('opinion.phrase')}“{t('terminate.usual')}”</button></p> : null}
      {tried && words.trim() === '' ? <p className="wb-judgement wb-judgement--wrong" role="alert">{t('deliver.words_missing')}</p> : null}
    </Sheet>
  );
}

const handovers = ['counter', 'courier'] as const;

/** 送达: how the result reached the applicant, and who took it. */
export function DeliverSheet({ matter, busy, error, onSend, onClose }: ActSheetProps): ReactElement {
  const { t, ui } = useWords();
  const [how, setHow] = useState<(typeof handovers)[number]>('counter');
  const [words, setWords] = useKeptWords(matter.matterId, 'deliver');
  const [tried, setTried] = useState(false);
  const send = (): void => {
    setTried(true);
    if (words.trim() !== '' && !busy) onSend({ kind: 'deliver_result', how, words: words.trim() });
    else document.getElementById('deliver-words')?.focus();
  };
  return (
    <Sheet
      title={ui('command.deliver_result')} onClose={onClose} narrow bindings={[{ keys: 'Ctrl+Enter', does: t('deliver.send'), run: send }]}
      foot={<><ActButton kind="primary" keys="Ctrl+Enter" busy={busy} onClick={send}>{t('deliver.send')}</ActButton><ActButton kind="quiet" keys="Escape" onClick={onClose}>{t('sheet.cancel')}</ActButton></>}
    >
      {error ? <FailureNotice error={error} /> : null}
      <fieldset className="wb-question">
        <legend>{t('deliver.how')}</legend>
        <div className="wb-options">
          {handovers.map((one) => <label key={one} className="wb-option"><input type="radio" name="how" checked={how === one} onChange={() => setHow(one)} /> <span>{t(`deliver.${one}`)}</span></label>)}
        </div>
      </fieldset>
      <label className="ym-field__label" htmlFor="deliver-words">{t(`deliver.words_${how}`)}</label>
      <textarea id="deliver-words" className="ym-input" rows={2} maxLength={2000} value={words} onChange={(event) => setWords(event.target.value)} {...(tried && words.trim() === '' ? { 'aria-invalid': true } : {})} />
      {tried && words.trim() === '' ? <p className="wb-judgement wb-judgement--wrong" role="alert">{t('deliver.words_missing')}</p> : null}
      <p className="ym-quiet">{t('deliver.ends')}</p>
    </Sheet>
  );
}
