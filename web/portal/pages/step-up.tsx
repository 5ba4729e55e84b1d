import type { ReactElement } from 'react';
import { portalSecurityMessages } from '../../../contract/messages/portal-security.ts';
import { Button, ButtonLink, ButtonRow } from '../../ui/button/button.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { speaker, type Speaker } from '../../ui/speak.ts';
import { TextInput } from '../../ui/text-input/text-input.tsx';
import type { PageContext } from '../context.ts';
import { Csrf, Page } from '../layout.tsx';
import { PasskeyForm, passkeyIslands, PasskeyRefused, passkeyWords } from './passkeys.tsx';

/** The words of these pages in the reader's language. */
export const securityWords = (ctx: PageContext): Speaker<typeof portalSecurityMessages> => speaker(portalSecurityMessages, ctx.language);

/** An act that waits until its person has shown again who he is: where it was sent, and every field of it but the session's token. */
export interface WaitingAct {
  readonly path: string;
  readonly fields: Readonly<Record<string, readonly string[]>>;
}

/** Shared by the steps: where to go back to, the act that waits, what was refused. */
export interface StepUpProps {
  readonly ctx: PageContext;
  /** path to come back to */
  readonly next: string;
  readonly act: WaitingAct | undefined;
  readonly error?: string | undefined;
}

/** Goes along from step to step in the page itself, so that nothing typed lies anywhere on the server. */
function Along({ ctx, next, act }: StepUpProps): ReactElement {
  return (
    <>
      <Csrf ctx={ctx} />
      <input type="hidden" name="next" value={next} />
      {act ? <input type="hidden" name="act" value={JSON.stringify(act)} /> : null}
    </>
  );
}

const errorsOf = (error: string | undefined, fieldId: string) => (error ? [{ text: error, fieldId }] : []);

interface PhoneProps extends StepUpProps {
  readonly phone: string;
  /** whether the person has a passkey to show in its place */
  readonly hasPasskey: boolean;
  /** why one was refused */
  readonly passkeyFault?: string | undefined;
}

/** Step one: a passkey where there is one, or the phone one signs in with. Without either there is only signing in anew. */
export function StepUpPhone({ ctx, next, act, error, phone, hasPasskey, passkeyFault }: PhoneProps): ReactElement {
  const { t } = ctx;
  const w = securityWords(ctx);
  const known = ctx.me.party?.phoneMasked;
  return (
    <Page ctx={ctx} title={w('again.title')} islands={hasPasskey ? passkeyIslands : []} errors={errorsOf(error, 'phone')}>
      <h1>{w('again.title')}</h1>
      <p>{w('again.why')}</p>
      {act ? <Notice><p>{w('again.kept')}</p></Notice> : null}
      <PasskeyRefused text={passkeyFault} />
      {hasPasskey ? (
        <div data-passkey-place="" hidden>
          <PasskeyForm ctx={ctx} purpose="show" action="/step-up/passkey" label={passkeyWords(ctx)('show')}><Along ctx={ctx} next={next} act={act} /></PasskeyForm>
          {known ? <p>{passkeyWords(ctx)('show_or')}</p> : null}
        </div>
      ) : null}
      {known ? (
        <form method="post" action="/step-up" noValidate>
          <Along ctx={ctx} next={next} act={act} />
          <TextInput id="phone" name="phone" type="tel" inputMode="tel" autoComplete="tel" label={t('sign_in.phone')} hint={w('again.phone_hint', { phone: known })} value={phone} error={error} maxLength={30} />
          <ButtonRow><Button icon="phone">{t('sign_in.send')}</Button><ButtonLink kind="link" href={next}>{w('again.cancel')}</ButtonLink></ButtonRow>
        </form>
      ) : (
        <>
          <p>{w('again.no_phone')}</p>
          <form method="post" action="/sign-out"><Csrf ctx={ctx} /><ButtonRow><Button>{t('page.sign_out')}</Button><ButtonLink kind="link" href={next}>{w('again.cancel')}</ButtonLink></ButtonRow></form>
        </>
      )}
    </Page>
  );
}

/** Step two: the code. */
export function StepUpCode({ ctx, next, act, error, signInId, phoneMasked }: StepUpProps & { readonly signInId: string; readonly phoneMasked: string }): ReactElement {
  const { t } = ctx;
  const w = securityWords(ctx);
  return (
    <Page ctx={ctx} title={w('again.title')} errors={errorsOf(error, 'code')}>
      <h1>{w('again.title')}</h1>
      <p className="ym-numerals">{phoneMasked ? t('sign_in.code_sent', { phone: phoneMasked }) : t('sign_in.code_sent_plain')}</p>
      <form method="post" action="/step-up/code" noValidate>
        <Along ctx={ctx} next={next} act={act} />
        <input type="hidden" name="signInId" value={signInId} /><input type="hidden" name="sentTo" value={phoneMasked} />
        <TextInput id="code" name="code" inputMode="numeric" autoComplete="one-time-code" label={t('sign_in.code')} error={error} maxLength={12} width="short" />
        <ButtonRow><Button>{w('again.confirm')}</Button></ButtonRow>
      </form>
      <form method="post" action="/step-up">
        <Along ctx={ctx} next={next} act={act} />
        <input type="hidden" name="again" value="1" />
        <Button kind="link">{t('sign_in.again')}</Button>
      </form>
    </Page>
  );
}

/** The end where an act waits: sent again by the person's own hand, with everything that was typed. */
export function StepUpDone({ ctx, next, act }: Omit<StepUpProps, 'act' | 'error'> & { readonly act: WaitingAct }): ReactElement {
  const w = securityWords(ctx);
  const fields = Object.entries(act.fields).flatMap(([name, values]) => values.map((value) => ({ name, value })));
  return (
    <Page ctx={ctx} title={w('again.done_title')}>
      <h1>{w('again.done_title')}</h1>
      <p>{w('again.done_act')}</p>
      <form method="post" action={act.path} data-once="">
        <Csrf ctx={ctx} />
        {fields.map(({ name, value }, index) => <input key={`${name}.${index}`} type="hidden" name={name} value={value} />)}
        <ButtonRow><Button icon="forward" iconAfter>{w('again.go_on')}</Button><ButtonLink kind="link" href={next}>{w('again.cancel')}</ButtonLink></ButtonRow>
      </form>
    </Page>
  );
}
