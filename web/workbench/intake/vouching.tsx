import { useState, type ReactElement } from 'react';
import type { Material } from '../../../contract/catalogue.ts';
import type { GivenMaterial } from '../../../contract/matters.ts';
import { promiseWords } from '../../../contract/messages/promises.ts';
import { dayWords } from '../../ui/dates.ts';
import { speaker } from '../../ui/speak.ts';
import { useWords } from '../words/words.tsx';
import type { NotOffered } from './material-marks.ts';

/** 告知承诺 at the window: what the clerk reads out and the name that affirms it; once affirmed, both stand under the material. A deferred material shows what follows. */
export function Vouched({ material, given, open, onAffirm, onClose }: {
  readonly material: Material; readonly given: GivenMaterial | undefined; readonly open: boolean; readonly onAffirm: (name: string) => void; readonly onClose: () => void;
}): ReactElement | null {
  const { of, language } = useWords();
  const w = speaker(promiseWords, language);
  const [name, setName] = useState('');
  const id = `vouch-${material.material_code}`;
  if (given?.form === 'deferred') return <p className="ym-quiet">{w(`consequence.${material.deferral?.consequence ?? 'remind'}`)}</p>;
  if (!material.promise) return null;
  if (given?.form === 'promised') return <p>{of(material.promise.promise_text)} <span className="ym-quiet">{w('window.vouched_by', { name: given.affirmedBy ?? '' })}</span></p>;
  if (!open) return null;
  const affirm = (): void => {
    if (name.trim() !== '') onAffirm(name.trim());
  };
  return (
    <div className="wb-box" role="group" aria-labelledby={`${id}-title`}>
      <p id={`${id}-title`}><strong>{w('window.vouch_title')}</strong></p>
      <p>{w('window.vouch_say')}</p>
      <blockquote>{of(material.promise.promise_text)}</blockquote>
      <p className="ym-quiet">{w('window.vouch_note')}</p>
      <label className="ym-field__label" htmlFor={id}>{w('window.vouch_name')}</label>
      <input
        id={id} className="ym-input" maxLength={120} value={name} autoFocus data-no-stop="" onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') affirm();
          else if (event.key === 'Escape') onClose();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <span className="wb-acts__row">
        <button type="button" className="wb-mark" disabled={name.trim() === ''} onClick={affirm}>{w('way.vouch_choose')}</button>
        <button type="button" className="wb-link" onClick={onClose}>{w('office.cancel')}</button>
      </span>
    </div>
  );
}

/** What this applicant is not offered now, until when and for which matter. */
export function NotOfferedNow({ notOffered, asked }: { readonly notOffered: NotOffered; readonly asked: readonly Material[] }): ReactElement | null {
  const { language, today } = useWords();
  const w = speaker(promiseWords, language);
  const { promise, deferral } = notOffered;
  const date = (day: string) => dayWords(day, language, today);
  return (
    <>
      {promise && asked.some((one) => one.promise) ? <p className="wb-judgement">{w('way.no_promise', { date: date(promise.until), number: promise.number })}</p> : null}
      {deferral && asked.some((one) => one.is_need === 'deferrable') ? <p className="wb-judgement">{w('way.no_deferral', { date: date(deferral.until), number: deferral.number })}</p> : null}
    </>
  );
}
