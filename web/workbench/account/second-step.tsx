import { useEffect, useState, type FormEvent, type ReactElement } from 'react';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { Me } from '../../../contract/people.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { Qr } from '../../ui/qr/qr.tsx';
import { TextInput } from '../../ui/text-input/text-input.tsx';
import { ActButton } from '../keys/act-button.tsx';
import { answered, api } from '../server/api.ts';
import { useEnter } from '../server/session.ts';
import { sayShown } from '../server/step-up.ts';
import { Sheet } from '../shell/sheet.tsx';
import { FailureNotice, SkeletonRows } from '../shell/states.tsx';
import { failureWords } from '../words/failure-words.ts';
import { useWords } from '../words/words.tsx';

type Way = 'totp' | 'recovery_code' | 'password';

/** Asks for a code in one of the open ways and hands on who is signed in then. */
function ShowForm({ ways, onShown }: { readonly ways: readonly string[]; readonly onShown: (me: Me) => void }): ReactElement {
  const words = useWords();
  const { t } = words;
  const open = (['totp', 'recovery_code', 'password'] as const).filter((way) => ways.includes(way));
  const [way, setWay] = useState<Way>(open[0] ?? 'password');
  const show = useMutation({ mutationFn: (code: string) => answered(api.POST('/api/v1/me/second-factor', { body: { way, code } })), onSuccess: onShown });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    show.mutate(String(new FormData(event.currentTarget).get('second')));
  };
  const other = open.find((one) => one !== way);
  return (
    <form onSubmit={submit} noValidate>
      {show.isError ? <Notice kind="bad" title={failureWords(show.error, words)} /> : null}
      <TextInput
        key={way} id="second" name="second" label={t(`second.${way}`)} hint={way === 'totp' ? t('second.totp_hint') : way === 'recovery_code' ? t('second.recovery_hint') : undefined}
        type={way === 'password' ? 'password' : 'text'} inputMode={way === 'totp' ? 'numeric' : 'text'} autoComplete={way === 'password' ? 'current-password' : 'one-time-code'} spellCheck={false} maxLength={200}
      />
      <ActButton kind="primary" type="submit" busy={show.isPending}>{t('second.confirm')}</ActButton>
      {other ? <ActButton kind="secondary" onClick={() => setWay(other)}>{t(other === 'totp' ? 'second.use_totp' : 'second.use_other')}</ActButton> : null}
    </form>
  );
}

/** The first code generator of somebody who must have one, and the recovery codes that come with it. */
function Enrol(): ReactElement {
  const words = useWords();
  const { t } = words;
  const enter = useEnter();
  const begin = useMutation({ mutationFn: () => answered(api.POST('/api/v1/me/code-generators', { body: { name: t('enrol.device') } })) });
  const confirm = useMutation({ mutationFn: (given: { factorId: string; code: string }) => answered(api.POST('/api/v1/me/code-generators/{factorId}/confirm', { params: { path: { factorId: given.factorId } }, body: { code: given.code } })) });
  const start = begin.mutate;
  useEffect(() => start(), [start]);
  if (begin.isError) return <FailureNotice error={begin.error} onRetry={() => start()} />;
  if (!begin.data) return <SkeletonRows count={2} height="card" />;
  if (confirm.data) return <RecoveryCodes codes={confirm.data.recoveryCodes ?? []} onKept={() => enter(confirm.data.me)} />;
  const { factorId, secret, address } = begin.data;
  return (
    <>
      <h1>{t('enrol.title')}</h1>
      <p>{t('enrol.why')}</p>
      <Qr text={address} label={t('enrol.qr')} />
      <p>{t('enrol.secret')}<code>{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code></p>
      <form noValidate onSubmit={(event) => { event.preventDefault(); confirm.mutate({ factorId, code: String(new FormData(event.currentTarget).get('second')) }); }}>
        {confirm.isError ? <Notice kind="bad" title={failureWords(confirm.error, words)} /> : null}
        <TextInput id="second" name="second" label={t('second.totp')} inputMode="numeric" autoComplete="one-time-code" maxLength={20} width="short" />
        <ActButton kind="primary" type="submit" busy={confirm.isPending}>{t('second.confirm')}</ActButton>
      </form>
    </>
  );
}

function RecoveryCodes({ codes, onKept }: { readonly codes: readonly string[]; readonly onKept: () => void }): ReactElement {
  const { t } = useWords();
  return (
    <>
      <h1>{t('enrol.codes_title')}</h1>
      <p>{t('enrol.codes_why')}</p>
      <ul>{codes.map((code) => <li key={code}><code>{code}</code></li>)}</ul>
      <ActButton kind="primary" onClick={onKept}>{t('enrol.kept')}</ActButton>
      <ActButton kind="secondary" onClick={() => window.print()}>{t('enrol.print')}</ActButton>
    </>
  );
}

/** What a sign-in still wants after the password: to show the second factor, or to add the first. */
export function SecondStep({ due }: { readonly due: NonNullable<Me['due']> }): ReactElement {
  const { t } = useWords();
  const enter = useEnter();
  if (due.step === 'enrol') return <Enrol />;
  return (
    <>
      <h1>{t('second.title')}</h1>
      <ShowForm ways={due.ways} onShown={enter} />
    </>
  );
}

/** The sheet over the page at work when an act wants a fresh second factor. */
export function StepUp(): ReactElement {
  const { t } = useWords();
  const security = useQuery({ queryKey: ['my-security'], queryFn: () => answered(api.GET('/api/v1/me/security')), staleTime: 0 });
  return (
    <Sheet title={t('second.again')} onClose={() => sayShown(false)} narrow>
      <p>{t('second.again_why')}</p>
      {security.isError ? <FailureNotice error={security.error} onRetry={() => void security.refetch()} /> : null}
      {security.data ? <ShowForm ways={security.data.ways} onShown={() => sayShown(true)} /> : null}
    </Sheet>
  );
}
