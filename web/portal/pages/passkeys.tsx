import type { ReactElement, ReactNode } from 'react';
import { portalPasskeyMessages } from '../../../contract/messages/portal-passkeys.ts';
import { relyingPartyOf } from '../../../contract/relying-party.ts';
import { Button, ButtonLink, ButtonRow } from '../../ui/button/button.tsx';
import { momentWords } from '../../ui/dates.ts';
import { Notice } from '../../ui/notice/notice.tsx';
import { speaker, type Speaker } from '../../ui/speak.ts';
import { TextInput } from '../../ui/text-input/text-input.tsx';
import type { Reply } from '../../ui/wire.ts';
import type { PageContext } from '../context.ts';
import { Csrf } from '../layout.tsx';
import { Section } from './section.tsx';

type Security = Reply<'getMySecurity'>;
type Factor = Security['factors'][number];

/** The words about passkeys in the reader's language. */
export const passkeyWords = (ctx: PageContext): Speaker<typeof portalPasskeyMessages> => speaker(portalPasskeyMessages, ctx.language);

/** The island that every page with a PasskeyForm wants. */
export const passkeyIslands = ['passkey'] as const;

/** Whether browsers make passkeys for the address this installation is known under. */
export const takesPasskeys = (ctx: PageContext): boolean => relyingPartyOf(ctx.publicUrl) !== undefined;

interface FormProps {
  readonly ctx: PageContext;
  /** what the browser is asked for (contract: requestPasskeyChallenge) */
  readonly purpose: 'register' | 'show' | 'sign_in';
  /** where the form goes with `challengeId` and `answer` */
  readonly action: string;
  /** the word on the button */
  readonly label: string;
  /** hidden fields, and what else is asked */
  readonly children?: ReactNode;
}

/** A form that the island `passkey` sends with a browser's answer in it. It carries the sentences for what the browser may say no with. */
export function PasskeyForm({ ctx, purpose, action, label, children }: FormProps): ReactElement {
  const p = passkeyWords(ctx);
  const address = relyingPartyOf(ctx.publicUrl)?.origins[0] ?? ctx.publicUrl;
  const said = { 'data-cancelled': p('fault.cancelled'), 'data-there-already': p('fault.there_already'), 'data-address': p('fault.address', { address }), 'data-browser': p('fault.browser'), 'data-call': p('fault.call') };
  return (
    <form method="post" action={action} data-passkey={purpose} noValidate {...said}>
      {children}
      <input type="hidden" name="challengeId" value="" /><input type="hidden" name="answer" value="" />
      <p className="ym-field__error" data-passkey-fault="" hidden />
      <ButtonRow><Button kind="secondary" icon="shield">{label}</Button></ButtonRow>
    </form>
  );
}

/** What a passkey was refused with by the server. */
export const PasskeyRefused = ({ text }: { readonly text: string | undefined }): ReactElement | null => (text ? <Notice kind="bad"><p>{text}</p></Notice> : null);

/** On the page to sign in: with a passkey, where the browser can. */
export function PasskeySignIn({ ctx, next }: { readonly ctx: PageContext; readonly next: string }): ReactElement | null {
  const p = passkeyWords(ctx);
  if (!takesPasskeys(ctx)) return null;
  return (
    <div data-passkey-place="" hidden>
      <PasskeyForm ctx={ctx} purpose="sign_in" action="/sign-in/passkey" label={p('sign_in')}><input type="hidden" name="next" value={next} /></PasskeyForm>
      <p className="ym-quiet">{p('sign_in_hint')}</p>
    </div>
  );
}

function Line({ ctx, factor }: { readonly ctx: PageContext; readonly factor: Factor }): ReactElement {
  const p = passkeyWords(ctx);
  const moment = (at: string) => momentWords(at, ctx.language, ctx.today);
  return (
    <li className="pt-card">
      <strong>{factor.name}</strong>
      <p className="ym-quiet ym-numerals">{p('made', { at: moment(factor.madeAt) })} · {factor.lastUsedAt === null ? p('unused') : p('used', { at: moment(factor.lastUsedAt) })}</p>
      <form method="post" action={`/security/passkeys/${factor.factorId}/end`}><Csrf ctx={ctx} /><Button kind="secondary">{p('end', { name: factor.name })}</Button></form>
    </li>
  );
}

/** Adding one: only for who has just shown who he is, and in a browser that can. */
function Add({ ctx, isFresh }: { readonly ctx: PageContext; readonly isFresh: boolean }): ReactElement {
  const p = passkeyWords(ctx);
  return (
    <>
      <p data-passkey-none="">{p('no_script')}</p>
      <div data-passkey-place="" hidden>
        {isFresh ? (
          <PasskeyForm ctx={ctx} purpose="register" action="/security/passkeys" label={p('add')}>
            <Csrf ctx={ctx} />
            <TextInput id="passkey-name" name="name" label={p('name')} hint={p('name_hint')} value={p('name_given')} maxLength={60} />
          </PasskeyForm>
        ) : <><p>{p('confirm_first')}</p><ButtonRow><ButtonLink kind="secondary" href={`/step-up?next=${encodeURIComponent('/security')}`}>{p('confirm')}</ButtonLink></ButtonRow></>}
      </div>
    </>
  );
}

/** A resident's passkeys on the page of his sign-in: each with an end, and one more. */
export function Passkeys({ ctx, security }: { readonly ctx: PageContext; readonly security: Security }): ReactElement {
  const p = passkeyWords(ctx);
  const own = security.factors.filter((one) => one.kind === 'passkey');
  return (
    <Section id="passkeys" title={p('title')}>
      <p>{p('why')}</p>
      {own.length === 0 ? <p className="ym-quiet">{p('none')}</p> : <ul className="pt-cards">{own.map((factor) => <Line key={factor.factorId} ctx={ctx} factor={factor} />)}</ul>}
      {security.passkeysPossible ? <Add ctx={ctx} isFresh={security.isFresh} /> : <p>{p('not_here')}</p>}
    </Section>
  );
}
