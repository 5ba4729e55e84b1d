import { useEffect, useState, type FormEvent, type ReactElement } from 'react';
import { useMutation } from '@tanstack/react-query';
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
import { useMySecurity } from './calls.ts';
import { knowsPasskeys, passkeyFaultWords, showPasskey } from './passkey.ts';
import { RecoveryCodes, RecoveryCodesActs } from './recovery-codes.tsx';

const shownWays = ['totp', 'passkey', 'recovery_code', 'password'] as const;
type Way = (typeof shownWays)[number];
const useInstead = { totp: 'second.use_totp', passkey: 'second.use_passkey', recovery_code: 'second.use_other', password: 'second.use_password' } as const satisfies Record<Way, string>;

interface Showing {
  readonly ways: readonly string[];
  /** whether this installation takes passkeys */
  readonly passkeys: boolean;
  readonly onShown: (me: Me) => void;
}

/** Asks for one of the open ways and hands on who is signed in then. */
function ShowForm({ ways, passkeys, onShown }: Showing): ReactElement {
  const { t } = useWords();
  const open = shownWays.filter((way) => ways.includes(way) && (way !== 'passkey' || (passkeys && knowsPasskeys())));
  const [way, setWay] = useState<Way>(open[0] ?? 'password');
  return (
    <>
      {way === 'passkey' ? <ShowPasskey onShown={onShown} /> : <ShowCode key={way} way={way} onShown={onShown} />}
      <div className="wb-acts__row">
        {open.filter((one) => one !== way).map((one) => <ActButton key={one} kind="secondary" onClick={() => setWay(one)}>{t(useInstead[one])}</ActButton>)}
      </div>
    </>
  );
}

function ShowCode({ way, onShown }: { readonly way: Exclude<Way, 'passkey'>; readonly onShown: (me: Me) => void }): ReactElement {
  const words = useWords();
  const { t } = words;
  const show = useMutation({ mutationFn: (code: string) => answered(api.POST('/api/v1/me/second-factor', { body: { way, code } })), onSuccess: onShown });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    show.mutate(String(new FormData(event.currentTarget).get('second')));
  };
  return (
    <form onSubmit={submit} noValidate>
      {show.isError ? <Notice kind="bad" title={failureWords(show.error, words)} /> : null}
      <TextInput
        id="second" name="second" label={t(`second.${way}`)} hint={way === 'totp' ? t('second.totp_hint') : way === 'recovery_code' ? t('second.recovery_hint') : undefined}
        type={way === 'password' ? 'password' : 'text'} inputMode={way === 'totp' ? 'numeric' : 'text'} autoComplete={way === 'password' ? 'current-password' : 'one-time-code'} spellCheck={false} maxLength={200}
      />
      <ActButton kind="primary" type="submit" busy={show.isPending}>{t('second.confirm')}</ActButton>
    </form>
  );
}

function ShowPasskey({ onShown }: { readonly onShown: (me: Me) => void }): ReactElement {
  const words = useWords();
  const show = useMutation({ mutationFn: showPasskey, onSuccess: onShown });
  return (
    <>
      {show.isError ? <Notice kind="bad" title={passkeyFaultWords(show.error, words)} /> : null}
      <p>{words.t('second.passkey_hint')}</p>
      <ActButton kind="primary" icon="shield" busy={show.isPending} onClick={() => show.mutate()}>{words.t('second.passkey')}</ActButton>
    </>
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
  if (confirm.data) return <><h1>{t('enrol.codes_title')}</h1><RecoveryCodes codes={confirm.data.recoveryCodes ?? []} name={confirm.data.me.name} /><RecoveryCodesActs onKept={() => enter(confirm.data.me)} /></>;
  const { factorId, secret, address } = begin.data;
  return (
    <>
      <h1>{t('enrol.title')}</h1>
      <p>{t('enrol.why')}</p>
      <TotpSecret secret={secret} address={address} />
      <form noValidate onSubmit={(event) => { event.preventDefault(); confirm.mutate({ factorId, code: String(new FormData(event.currentTarget).get('second')) }); }}>
        {confirm.isError ? <Notice kind="bad" title={failureWords(confirm.error, words)} /> : null}
        <TextInput id="second" name="second" label={t('second.totp')} inputMode="numeric" autoComplete="one-time-code" maxLength={20} width="short" />
        <ActButton kind="primary" type="submit" busy={confirm.isPending}>{t('second.confirm')}</ActButton>
      </form>
    </>
  );
}

/** The secret of a code generator as picture and as text in groups of four. */
export function TotpSecret({ secret, address }: { readonly secret: string; readonly address: string }): ReactElement {
  const { t } = useWords();
  return (
    <>
      <Qr text={address} label={t('enrol.qr')} />
      <p className="wb-account__secret">{t('enrol.secret')}<code>{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code></p>
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
      <ShowForm ways={due.ways} passkeys={due.passkeysPossible} onShown={enter} />
    </>
  );
}

/** The sheet over the page at work when an act wants a fresh second factor. */
export function StepUp(): ReactElement {
  const { t } = useWords();
  const security = useMySecurity();
  return (
    <Sheet title={t('second.again')} onClose={() => sayShown(false)} narrow>
      <p>{t('second.again_why')}</p>
      {security.isError ? <FailureNotice error={security.error} onRetry={() => void security.refetch()} /> : null}
      {security.data ? <ShowForm ways={security.data.ways} passkeys={security.data.passkeysPossible} onShown={() => sayShown(true)} /> : null}
    </Sheet>
  );
}
