import type { ReactElement } from 'react';
import { ActButton } from '../keys/act-button.tsx';
import { Sheet } from '../shell/sheet.tsx';
import { FailureNotice } from '../shell/states.tsx';
import { useAccountWords } from './account-words.ts';
import { useNewRecoveryCodes } from './calls.ts';

/** Asks before the recovery codes in the drawer become worthless, then hands on the new ones. */
export function RenewCodesSheet({ onClose, onMade }: { readonly onClose: () => void; readonly onMade: (codes: readonly string[]) => void }): ReactElement {
  const a = useAccountWords();
  const make = useNewRecoveryCodes();
  return (
    <Sheet title={a('codes.renew')} onClose={onClose} narrow>
      <p>{a('codes.renew_why')}</p>
      {make.isError ? <FailureNotice error={make.error} /> : null}
      <div className="wb-acts__row">
        <ActButton kind="primary" busy={make.isPending} onClick={() => make.mutate(undefined, { onSuccess: ({ recoveryCodes }) => onMade(recoveryCodes) })}>{a('codes.renew')}</ActButton>
        <ActButton kind="quiet" onClick={onClose}>{a('cancel')}</ActButton>
      </div>
    </Sheet>
  );
}
