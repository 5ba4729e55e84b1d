import { useState, type ReactElement } from 'react';
import type { Colleague } from '../../../contract/handling.ts';
import { EmptyState } from '../../ui/empty-state/empty-state.tsx';
import { ActButton } from '../keys/act-button.tsx';
import { FailureNotice, SkeletonRows } from '../shell/states.tsx';
import { Sheet } from '../shell/sheet.tsx';
import { useWords } from '../words/words.tsx';
import type { ActSheetProps } from './supplement-sheet.tsx';
import { useChoices } from './use-choices.ts';
import './handling.css';

/** 转办: to whom of the post, and why. Who is away is shown with the stand-in. */
export function HandOverSheet({ matter, linkId = '', busy, error, onSend, onClose }: ActSheetProps): ReactElement {
  const { ui } = useWords();
  return <HandOver title={ui('command.hand_over_link')} matterId={matter.matterId} linkId={linkId} busy={busy} error={error} onClose={onClose} onSend={(to, words) => onSend({ kind: 'hand_over_link', linkId, to, words })} />;
}

interface HandOverProps {
  readonly title: string;
  readonly matterId: string;
  readonly linkId: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onSend: (to: string, words: string) => void;
  readonly onClose: () => void;
}

/** The same for one link or for several of one post. */
export function HandOver({ title, matterId, linkId, busy, error, onSend, onClose }: HandOverProps): ReactElement {
  const { t } = useWords();
  const choices = useChoices(matterId, linkId);
  const [to, setTo] = useState('');
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const colleagues = choices.data?.colleagues ?? [];
  const send = (): void => {
    setTried(true);
    if (busy) return;
    if (to !== '' && words.trim() !== '') onSend(to, words.trim());
    else document.getElementById(to === '' ? `to-${colleagues[0]?.staffId ?? ''}` : 'handover-words')?.focus();
  };
  return (
    <Sheet
      title={title} onClose={onClose} narrow bindings={[{ keys: 'Ctrl+Enter', does: t('handover.send'), run: send }]}
      foot={<><ActButton kind="primary" keys="Ctrl+Enter" busy={busy} disabled={choices.isSuccess && colleagues.length === 0} onClick={send}>{t('handover.send')}</ActButton><ActButton kind="quiet" keys="Escape" onClick={onClose}>{t('sheet.cancel')}</ActButton></>}
    >
      {error ? <FailureNotice error={error} /> : null}
      {choices.isPending ? <SkeletonRows count={4} /> : null}
      {choices.isError ? <FailureNotice error={choices.error} onRetry={() => void choices.refetch()} /> : null}
      {choices.isSuccess && colleagues.length === 0 ? <EmptyState title={t('handover.nobody')}><p>{t('handover.nobody_how')}</p></EmptyState> : null}
      {colleagues.length > 0 ? (
        <>
          <fieldset className="wb-question">
            <legend>{t('handover.to')}</legend>
            <div className="wb-options wb-options--down wb-people">{colleagues.map((one, i) => <Person key={one.staffId} one={one} first={i === 0} chosen={to === one.staffId} onChoose={() => setTo(one.staffId)} />)}</div>
            {tried && to === '' ? <p className="wb-judgement wb-judgement--wrong" role="alert">{t('handover.fault_to')}</p> : null}
          </fieldset>
          <label className="ym-field__label" htmlFor="handover-words">{t('handover.reason')}</label>
          <p className="ym-field__hint" id="handover-hint">{t('handover.reason_hint')}</p>
          <textarea id="handover-words" className="ym-input" rows={3} maxLength={2000} value={words} aria-describedby="handover-hint" onChange={(event) => setWords(event.target.value)} {...(tried && words.trim() === '' ? { 'aria-invalid': true } : {})} />
          {tried && words.trim() === '' ? <p className="wb-judgement wb-judgement--wrong" role="alert">{t('handover.fault_words')}</p> : null}
        </>
      ) : null}
    </Sheet>
  );
}

function Person({ one, first, chosen, onChoose }: { readonly one: Colleague; readonly first: boolean; readonly chosen: boolean; readonly onChoose: () => void }): ReactElement {
  const { t } = useWords();
  return (
    <label className="wb-option">
      <input type="radio" id={`to-${one.staffId}`} name="handover-to" autoFocus={first} checked={chosen} onChange={onChoose} /> <span>{one.name}{one.away ? <span className="wb-opinions__step">{t('handover.away', { name: one.standInName ?? '' })}</span> : null}</span>
    </label>
  );
}
