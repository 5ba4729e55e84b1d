import type { ReactElement } from 'react';
import { Button, ButtonLink, ButtonRow } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { TextInput } from '../../ui/text-input/text-input.tsx';
import type { PageContext } from '../context.ts';
import { Csrf, Page } from '../layout.tsx';
import { passkeyIslands, PasskeyRefused, PasskeySignIn } from './passkeys.tsx';
import { securityWords } from './step-up.tsx';

/** Shared by the three steps of signing in: where to go afterwards, what was typed, what was refused. */
export interface SignInProps {
  readonly ctx: PageContext;
  /** path to come back to */
  readonly next: string;
  readonly error?: string | undefined;
}

const errorsOf = (error: string | undefined, fieldId: string) => (error ? [{ text: error, fieldId }] : []);

interface PhoneProps extends SignInProps {
  readonly phone: string;
  /** whether the city's identity service may be used instead */
  readonly cityIdentity: boolean;
  /** what went wrong there */
  readonly cityFault?: string | undefined;
  /** why a passkey was refused */
  readonly passkeyFault?: string | undefined;
}

/** Step one: the phone, or one of the ways in its place. */
export function SignInPhone({ ctx, next, error, phone, cityIdentity, cityFault, passkeyFault }: PhoneProps): ReactElement {
  const { t } = ctx;
  const w = securityWords(ctx);
  return (
    <Page ctx={ctx} title={t('sign_in.title')} islands={passkeyIslands} errors={errorsOf(error, 'phone')}>
      <h1>{t('sign_in.title')}</h1>
      {next === '/' || next.startsWith('/matters') ? null : <p>{t('sign_in.needed')}</p>}
      {cityFault ? <Notice kind="bad"><p>{cityFault}</p></Notice> : null}
      <PasskeyRefused text={passkeyFault} />
      <PasskeySignIn ctx={ctx} next={next} />
      {cityIdentity ? <><ButtonRow><ButtonLink kind="secondary" icon="person" href={`/sign-in/city?next=${encodeURIComponent(next)}`}>{w('city.sign_in')}</ButtonLink></ButtonRow><p>{w('city.or')}</p></> : null}
      <p>{t('sign_in.lead')}</p>
      <form method="post" action="/sign-in" noValidate>
        <input type="hidden" name="next" value={next} />
        <TextInput id="phone" name="phone" type="tel" inputMode="tel" autoComplete="tel" label={t('sign_in.phone')} hint={t('sign_in.phone_hint')} value={phone} error={error} maxLength={30} />
        <ButtonRow><Button icon="phone">{t('sign_in.send')}</Button></ButtonRow>
      </form>
      <Notice><p>{t('sign_in.no_phone')}</p></Notice>
      <p className="ym-quiet">{t('sign_in.staff')} <a href="/workbench">{t('sign_in.workbench')}</a></p>
    </Page>
  );
}

/** Step two: the code. */
export function SignInCode({ ctx, next, error, phoneMasked }: SignInProps & { readonly phoneMasked: string }): ReactElement {
  const { t } = ctx;
  return (
    <Page ctx={ctx} title={t('sign_in.code_title')} crumbs={[{ text: t('sign_in.title'), href: `/sign-in?next=${encodeURIComponent(next)}` }]} errors={errorsOf(error, 'code')}>
      <h1>{t('sign_in.code_title')}</h1>
      <p className="ym-numerals">{phoneMasked ? t('sign_in.code_sent', { phone: phoneMasked }) : t('sign_in.code_sent_plain')}</p>
      <form method="post" noValidate>
        <input type="hidden" name="next" value={next} /><input type="hidden" name="phone" value={phoneMasked} />
        <TextInput id="code" name="code" inputMode="numeric" autoComplete="one-time-code" label={t('sign_in.code')} error={error} maxLength={12} width="short" />
        <ButtonRow><Button>{t('sign_in.confirm')}</Button></ButtonRow>
      </form>
      <p><a href={`/sign-in?next=${encodeURIComponent(next)}`}>{t('sign_in.again')}</a></p>
    </Page>
  );
}

/** What a newcomer typed, and what of it was refused. */
export interface WhoValues {
  readonly name: string;
  readonly number: string;
  readonly faults: { readonly name?: string | undefined; readonly number?: string | undefined };
}

/** Step three, once in a life: who the newcomer is. */
export function SignInWho({ ctx, next, values }: SignInProps & { readonly values: WhoValues }): ReactElement {
  const { t } = ctx;
  const { name: nameFault, number: numberFault } = values.faults;
  return (
    <Page ctx={ctx} title={t('sign_in.who_title')} errors={[...errorsOf(nameFault, 'name'), ...errorsOf(numberFault, 'number')]}>
      <h1>{t('sign_in.who_title')}</h1>
      <p>{t('sign_in.who_lead')}</p>
      <form method="post" action="/sign-in/who" noValidate>
        <Csrf ctx={ctx} /><input type="hidden" name="next" value={next} />
        <TextInput id="name" name="name" autoComplete="name" label={t('sign_in.name')} hint={t('sign_in.name_hint')} value={values.name} error={nameFault} maxLength={80} />
        <TextInput id="number" name="number" autoComplete="off" autoCapitalize="characters" spellCheck="false" label={t('sign_in.number')} hint={t('sign_in.number_hint')} value={values.number} error={numberFault} maxLength={60} />
        <ButtonRow><Button icon="forward" iconAfter>{t('page.continue')}</Button></ButtonRow>
      </form>
    </Page>
  );
}
