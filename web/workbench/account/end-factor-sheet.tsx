import type { ReactElement } from 'react';
import type { Factor } from '../../../contract/account.ts';
import { ActButton } from '../keys/act-button.tsx';
import { Sheet } from '../shell/sheet.tsx';
import { FailureNotice } from '../shell/states.tsx';
import { useAccountWords } from './account-words.ts';
import { useEndFactor } from './calls.ts';

/** Asks before a second factor goes; the last one stays where one is required, and the server says so. */
export function EndFactorSheet({ factor, onClose, onEnded }: { readonly factor: Factor; readonly onClose: () => void; readonly onEnded: (name: string) => void }): ReactElement {
  const a = useAccountWords();
  const end = useEndFactor();
  return (
    <Sheet title={a('factors.remove_named', { name: factor.name })} onClose={onClose} narrow>
      <p>{a('factors.remove_why')}</p>
      {end.isError ? <FailureNotice error={end.error} /> : null}
      <div className="wb-acts__row">
        <ActButton kind="danger" busy={end.isPending} onClick={() => end.mutate(factor.factorId, { onSuccess: () => onEnded(factor.name) })}>{a('factors.remove')}</ActButton>
        <ActButton kind="quiet" onClick={onClose}>{a('cancel')}</ActButton>
      </div>
    </Sheet>
  );
}
