import { useEffect, useId, useRef, type ReactElement, type ReactNode } from 'react';
import { Icon } from '../../ui/icon/icon.tsx';
import { useKeys } from '../keys/use-keys.ts';
import type { KeyBinding } from '../keys/key-guard.ts';
import { useWords } from '../words/words.tsx';

/** A sheet over the page: the native dialog keeps focus inside, Esc closes it, accelerators below it rest. `aside` opens at the right edge, so that the list stays in sight. */
export function Sheet(
  { title, onClose, children, foot, narrow = false, aside = false, bindings = [], locked = false }:
  { readonly title: string; readonly onClose: () => void; readonly children: ReactNode; readonly foot?: ReactNode; readonly narrow?: boolean; readonly aside?: boolean; readonly bindings?: readonly KeyBinding[]; readonly locked?: boolean },
): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const { t } = useWords();
  useKeys(bindings, { closed: true });
  useEffect(() => {
    const element = dialog.current;
    if (element && !element.open) {
      element.showModal();
      // The first thing to fill takes focus, else the sheet itself: not the button that closes it.
      (element.querySelector<HTMLElement>('.wb-sheet__body :is(select, input:not([type=hidden]), textarea, [data-stop])') ?? element).focus();
    }
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog} className={`wb-sheet${narrow ? ' wb-sheet--narrow' : ''}${aside ? ' wb-sheet--aside' : ''}`} aria-labelledby={id} tabIndex={-1}
      onCancel={(event) => {
        event.preventDefault();
        if (!locked) onClose();
      }}
    >
      <div className="wb-sheet__head">
        <h2 id={id}>{title}</h2>
        {locked ? null : <button type="button" className="wb-icon-button" onClick={onClose} aria-label={t('sheet.close')}><Icon name="cross" /></button>}
      </div>
      <div className="wb-sheet__body">{children}</div>
      {foot ? <div className="wb-sheet__foot">{foot}</div> : null}
    </dialog>
  );
}
