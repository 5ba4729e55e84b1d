import { useEffect, useState, type FormEvent, type ReactElement } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Icon } from '../../ui/icon/icon.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { TextInput } from '../../ui/text-input/text-input.tsx';
import { ErrorSummary } from '../../ui/error-summary/error-summary.tsx';
import { ActButton } from '../keys/act-button.tsx';
import { answered, api } from '../server/api.ts';
import { Languages } from '../shell/top-bar.tsx';
import { failureWords } from '../words/failure-words.ts';
import { useWords } from '../words/words.tsx';
import { firstStartFaults, type FirstStartField } from './first-start-faults.ts';

const fields = ['name', 'login', 'password', 'again'] as const;

/** Makes the first administrator with the one-time link printed at the first start; the token stands after # and never reaches a log. */
export function FirstStart(): ReactElement {
  const words = useWords();
  const { t } = words;
  const [token] = useState(() => window.location.hash.slice(1));
  const [faults, setFaults] = useState<Partial<Record<FirstStartField, true>>>({});
  const make = useMutation({
    mutationFn: (body: { token: string; name: string; login: string; password: string }) => answered(api.POST('/api/v1/first-start', { body })),
    onSuccess: () => window.location.replace('/workbench/'),
  });
  useEffect(() => {
    if (Object.keys(faults).length > 0) document.getElementById('error-summary')?.focus();
  }, [faults]);
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const text = (name: string) => String(given.get(name) ?? '');
    const body = { name: text('name').trim(), login: text('login').trim(), password: text('password') };
    const found = firstStartFaults({ ...body, again: text('again') });
    setFaults(found);
    if (Object.keys(found).length === 0) make.mutate({ token, ...body });
  };
  const error = (field: FirstStartField) => (faults[field] ? t(`first_start.fault_${field}`) : undefined);
  const lines = fields.flatMap((field) => (faults[field] ? [{ text: t(`first_start.fault_${field}`), fieldId: field }] : []));
  return (
    <div className="wb-entrance">
      <header className="wb-entrance__head"><p className="wb-entrance__brand"><Icon name="door" /> {t('app.brand')}</p><Languages /></header>
      <main className="wb-card" id="content">
        <h1>{t('first_start.title')}</h1>
        <p>{t('first_start.words')}</p>
        {token.length < 20 ? <Notice kind="bad" title={t('first_start.no_token')} /> : null}
        {make.isError ? <Notice kind="bad" title={failureWords(make.error, words)} /> : null}
        {lines.length > 0 ? <ErrorSummary key={lines.map((line) => line.fieldId).join()} title={t('first_start.faults')} lines={lines} /> : null}
        <form onSubmit={submit} noValidate>
          <TextInput id="name" name="name" label={t('first_start.name')} autoComplete="name" maxLength={80} error={error('name')} />
          <TextInput id="login" name="login" label={t('entrance.login')} hint={t('first_start.login_hint')} autoComplete="username" autoCapitalize="none" spellCheck={false} maxLength={41} error={error('login')} />
          <TextInput id="password" name="password" type="password" label={t('entrance.password')} hint={t('first_start.password_hint')} autoComplete="new-password" maxLength={200} error={error('password')} />
          <TextInput id="again" name="again" type="password" label={t('first_start.again')} autoComplete="new-password" maxLength={200} error={error('again')} />
          <ActButton kind="primary" type="submit" busy={make.isPending || make.isSuccess} disabled={token.length < 20}>{t('first_start.make')}</ActButton>
        </form>
      </main>
    </div>
  );
}
