import { useState, type FormEvent, type ReactElement } from 'react';
import { Notice } from '../../ui/notice/notice.tsx';
import { TextInput } from '../../ui/text-input/text-input.tsx';
import { ActButton } from '../keys/act-button.tsx';
import { Sheet } from '../shell/sheet.tsx';
import { useWords } from '../words/words.tsx';
import { useAccountWords } from './account-words.ts';
import { useAddPasskey, type Added } from './calls.ts';
import { passkeyFaultWords } from './passkey.ts';

interface Props {
  readonly onClose: () => void;
  readonly onAdded: (name: string, added: Added) => void;
}

/** Adds a passkey: a name, then whatever the browser asks for. */
export function AddPasskeySheet({ onClose, onAdded }: Props): ReactElement {
  const a = useAccountWords();
  const words = useWords();
  const add = useAddPasskey();
  const [missing, setMissing] = useState(false);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('factor-name')).trim();
    setMissing(name === '');
    if (name === '') document.getElementById('factor-name')?.focus();
    else add.mutate(name, { onSuccess: (added) => onAdded(name, added) });
  };
  return (
    <Sheet title={a('passkey.add')} onClose={onClose} narrow>
      <form noValidate onSubmit={submit}>
        <p>{a('passkey.how')}</p>
        {add.isError ? <Notice kind="bad" title={passkeyFaultWords(add.error, words)} /> : null}
        <TextInput id="factor-name" name="factor-name" label={a('factors.name')} hint={a('factors.name_hint')} value={a('passkey.device')} maxLength={60} error={missing ? a('factors.name_missing') : undefined} />
        <div className="wb-acts__row"><ActButton kind="primary" type="submit" busy={add.isPending}>{a('passkey.make')}</ActButton><ActButton kind="quiet" onClick={onClose}>{a('cancel')}</ActButton></div>
      </form>
    </Sheet>
  );
}
