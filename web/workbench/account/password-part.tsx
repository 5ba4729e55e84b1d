import { useEffect, useState, type FormEvent, type ReactElement } from 'react';
import { ErrorSummary } from '../../ui/error-summary/error-summary.tsx';
import { TextInput } from '../../ui/text-input/text-input.tsx';
import { ActButton } from '../keys/act-button.tsx';
import { FailureNotice } from '../shell/states.tsx';
import { useAccountWords } from './account-words.ts';
import { useChangePassword } from './calls.ts';
import { passwordFaults, type PasswordField } from './password-faults.ts';

/** Changes the password with the old one. */
export function PasswordPart({ onSaid }: { readonly onSaid: (words: string) => void }): ReactElement {
  const a = useAccountWords();
  const change = useChangePassword();
  const [faults, setFaults] = useState<readonly PasswordField[]>([]);
  useEffect(() => {
    if (faults.length > 0) document.getElementById('error-summary')?.focus();
  }, [faults]);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    const text = (name: string): string => String(given.get(name) ?? '');
    const typed = { old: text('password-old'), new: text('password-new'), again: text('password-again') };
    const found = passwordFaults(typed);
    setFaults(found);
    if (found.length > 0) return;
    change.mutate({ oldPassword: typed.old, newPassword: typed.new }, {
      onSuccess: () => {
        form.reset();
        onSaid(a('password.done'));
      },
    });
  };
  const error = (field: PasswordField): string | undefined => (faults.includes(field) ? a(`password.fault_${field}`) : undefined);
  return (
    <section className="wb-account__part" aria-labelledby="account-password">
      <h2 id="account-password">{a('password.title')}</h2>
      <p className="ym-quiet">{a('password.why')}</p>
      <ErrorSummary title={a('password.faults')} lines={faults.map((field) => ({ text: a(`password.fault_${field}`), fieldId: `password-${field}` }))} />
      {change.isError ? <FailureNotice error={change.error} /> : null}
      <form className="wb-account__form" noValidate onSubmit={submit}>
        <TextInput id="password-old" name="password-old" type="password" label={a('password.old')} autoComplete="current-password" maxLength={200} error={error('old')} />
        <TextInput id="password-new" name="password-new" type="password" label={a('password.new')} hint={a('password.hint')} autoComplete="new-password" maxLength={200} error={error('new')} />
        <TextInput id="password-again" name="password-again" type="password" label={a('password.again')} autoComplete="new-password" maxLength={200} error={error('again')} />
        <ActButton kind="primary" type="submit" busy={change.isPending}>{a('password.do')}</ActButton>
      </form>
    </section>
  );
}
