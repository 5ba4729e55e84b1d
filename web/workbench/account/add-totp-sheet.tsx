import { useState, type FormEvent, type ReactElement } from 'react';
import { TextInput } from '../../ui/text-input/text-input.tsx';
import { ActButton } from '../keys/act-button.tsx';
import { Sheet } from '../shell/sheet.tsx';
import { FailureNotice } from '../shell/states.tsx';
import { useWords } from '../words/words.tsx';
import { useAccountWords } from './account-words.ts';
import { useBeginTotp, useConfirmTotp, type Added } from './calls.ts';
import { TotpSecret } from './second-step.tsx';

interface Props {
  readonly onClose: () => void;
  readonly onAdded: (name: string, added: Added) => void;
}

/** Adds a code generator in two steps: a name, then the picture and the first code it shows. */
export function AddTotpSheet({ onClose, onAdded }: Props): ReactElement {
  const a = useAccountWords();
  const { t } = useWords();
  const begin = useBeginTotp();
  const confirm = useConfirmTotp();
  const [missing, setMissing] = useState(false);
  const [name, setName] = useState('');
  const typed = (event: FormEvent<HTMLFormElement>, field: string): string => {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get(field)).trim();
    setMissing(text === '');
    if (text === '') document.getElementById(field)?.focus();
    return text;
  };
  const start = (event: FormEvent<HTMLFormElement>): void => {
    const given = typed(event, 'factor-name');
    setName(given);
    if (given !== '') begin.mutate(given);
  };
  const finish = (event: FormEvent<HTMLFormElement>, factorId: string): void => {
    const code = typed(event, 'totp-code');
    if (code !== '') confirm.mutate({ factorId, code }, { onSuccess: (added) => onAdded(name, added) });
  };
  const made = begin.data;
  return (
    <Sheet title={a('totp.add')} onClose={onClose} narrow>
      {made ? (
        <form key="code" noValidate onSubmit={(event) => finish(event, made.factorId)}>
          <p>{a('totp.scan')}</p>
          <TotpSecret secret={made.secret} address={made.address} />
          {confirm.isError ? <FailureNotice error={confirm.error} /> : null}
          <TextInput id="totp-code" name="totp-code" label={t('second.totp')} inputMode="numeric" autoComplete="one-time-code" maxLength={20} width="short" error={missing ? a('totp.code_missing') : undefined} />
          <div className="wb-acts__row"><ActButton kind="primary" type="submit" busy={confirm.isPending}>{t('second.confirm')}</ActButton><ActButton kind="quiet" onClick={onClose}>{a('cancel')}</ActButton></div>
        </form>
      ) : (
        <form key="name" noValidate onSubmit={start}>
          {begin.isError ? <FailureNotice error={begin.error} /> : null}
          <TextInput id="factor-name" name="factor-name" label={a('factors.name')} hint={a('factors.name_hint')} value={t('enrol.device')} maxLength={60} error={missing ? a('factors.name_missing') : undefined} />
          <div className="wb-acts__row"><ActButton kind="primary" type="submit" busy={begin.isPending}>{a('totp.next')}</ActButton><ActButton kind="quiet" onClick={onClose}>{a('cancel')}</ActButton></div>
        </form>
      )}
    </Sheet>
  );
}
