import { useState, type FormEvent, type ReactElement } from 'react';
import { useMutation } from '@tanstack/react-query';
import type { Me } from '../../../contract/people.ts';
import { Icon } from '../../ui/icon/icon.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { TextInput } from '../../ui/text-input/text-input.tsx';
import { SecondStep } from '../account/second-step.tsx';
import { ActButton } from '../keys/act-button.tsx';
import { answered, api, keepCsrfToken } from '../server/api.ts';
import { useEnter } from '../server/session.ts';
import { Sheet } from '../shell/sheet.tsx';
import { Languages } from '../shell/top-bar.tsx';
import { failureWords } from '../words/failure-words.ts';
import { useWords } from '../words/words.tsx';
import { CityFault, CityWay } from './city-way.tsx';

function SignInForm({ login = '', over = false }: { readonly login?: string; /** over a page at work */ readonly over?: boolean }): ReactElement {
  const words = useWords();
  const { t } = words;
  const enter = useEnter();
  // In the sheet over a page at work the page's own person stays known until the second factor was shown.
  const [due, setDue] = useState<Me['due']>();
  const [missing, setMissing] = useState<{ login?: string; password?: string }>({});
  const signIn = useMutation({ mutationFn: (body: { login: string; password: string }) => answered(api.POST('/api/v1/staff/sign-in', { body })), onSuccess: (me) => { if (me.due && over) { keepCsrfToken(me.csrfToken); setDue(me.due); } else enter(me); } });
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const body = { login: String(given.get('login')).trim(), password: String(given.get('password')) };
    const faults = { ...(body.login ? {} : { login: t('entrance.login_missing') }), ...(body.password ? {} : { password: t('entrance.password_missing') }) };
    setMissing(faults);
    if (Object.keys(faults).length === 0) signIn.mutate(body);
    else document.getElementById(faults.login ? 'login' : 'password')?.focus();
  };
  if (due) return <SecondStep due={due} />;
  return (
    <form onSubmit={submit} noValidate>
      {signIn.isError ? <Notice kind="bad" title={failureWords(signIn.error, words)} /> : null}
      <TextInput id="login" name="login" label={t('entrance.login')} value={login} autoComplete="username" autoCapitalize="none" spellCheck={false} error={missing.login} />
      <TextInput id="password" name="password" type="password" label={t('entrance.password')} autoComplete="current-password" error={missing.password} />
      <ActButton kind="primary" type="submit" busy={signIn.isPending}>{t('entrance.sign_in')}</ActButton>
    </form>
  );
}

/** The page for who is not signed in. */
export function SignIn({ due }: { readonly due?: Me['due'] | undefined }): ReactElement {
  const { t } = useWords();
  return (
    <div className="wb-entrance">
      <header className="wb-entrance__head"><p className="wb-entrance__brand"><Icon name="door" /> {t('app.brand')}</p><Languages /></header>
      <main className="wb-card" id="content">
        {due ? <SecondStep due={due} /> : <><h1>{t('entrance.title')}</h1><CityFault /><CityWay /><SignInForm /><p className="ym-quiet">{t('entrance.forgotten')}</p></>}
      </main>
      <footer className="ym-quiet"><a href="/">{t('entrance.residents')}</a></footer>
    </div>
  );
}

/** The same over the page at work when the session ended: nothing typed is lost. */
export function SignInAgain(): ReactElement {
  const { t } = useWords();
  return (
    <Sheet title={t('entrance.again')} onClose={() => undefined} narrow locked>
      <p>{t('entrance.again_why')}</p>
      <SignInForm over />
    </Sheet>
  );
}
