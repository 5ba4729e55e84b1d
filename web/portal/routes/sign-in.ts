import { createElement } from 'react';
import { say, type Language, type Messages } from '../../../contract/language.ts';
import { peopleMessages } from '../../../contract/messages/people.ts';
import { nobody } from '../context.ts';
import { SignedOut } from '../pages/signed-out.tsx';
import { SignInCode, SignInPhone, SignInWho } from '../pages/sign-in.tsx';
import { ask, at, localPath, type Outcome, type Visit } from '../visit.ts';
import type { PortalRoute } from './portal-route.ts';

const withNext = (path: string, next: string) => (next === '/' ? path : `${path}?next=${encodeURIComponent(next)}`);

/** What went wrong at the city identity service, in the reader's words; only sentences of its own are said. */
function cityFault(code: string | null, language: Language): string | undefined {
  const known: Messages = peopleMessages;
  const text = code?.startsWith('city_identity.') && Object.hasOwn(known, code) ? known[code] : undefined;
  return text && say(text, language);
}

async function phonePage({ ctx, me, query, cityIdentity }: Visit): Promise<Outcome> {
  const next = localPath(query.get('next'));
  if (me.kind === 'resident') return { redirect: next };
  if (me.kind === 'newcomer') return { redirect: withNext('/sign-in/who', next) };
  return { page: createElement(SignInPhone, { ctx, next, phone: '', cityIdentity, cityFault: cityFault(query.get('fault'), ctx.language) }) };
}

/** The first step again, after a passkey was refused. */
export async function signInPage({ ctx, posted, cityIdentity }: Visit, passkeyFault: string, status = 422): Promise<Outcome> {
  return { status, page: createElement(SignInPhone, { ctx: at(ctx, '/sign-in'), next: localPath(posted('next')), phone: '', cityIdentity, passkeyFault }) };
}

async function sendCode({ ctx, api, posted, cityIdentity }: Visit): Promise<Outcome> {
  const next = localPath(posted('next'));
  const phone = posted('phone').normalize('NFKC').slice(0, 30);
  const again = (error: string, status = 422): Outcome => ({ status, page: createElement(SignInPhone, { ctx, next, phone, error, cityIdentity }) });
  if (!phone) return again(ctx.ui('fault.required', { field: ctx.t('sign_in.phone') }));
  const sent = await ask(api.POST('/api/v1/sign-ins', { body: { phone, language: ctx.language } }));
  if (!sent.ok) return sent.status >= 500 && sent.status !== 503 ? sent : again(sent.title, sent.status);
  return { redirect: `/sign-in/${sent.data.signInId}?next=${encodeURIComponent(next)}&phone=${encodeURIComponent(sent.data.phoneMasked)}` };
}

/** The masked phone from the address: shown only when it looks like one. */
const shownPhone = (text: string | null) => (text && /^[+\d][\d* -]{4,24}$/.test(text) ? text : '');

async function codePage({ ctx, query }: Visit): Promise<Outcome> {
  return { page: createElement(SignInCode, { ctx, next: localPath(query.get('next')), phoneMasked: shownPhone(query.get('phone')) }) };
}

async function confirm({ ctx, api, params, posted }: Visit): Promise<Outcome> {
  const next = localPath(posted('next'));
  const code = posted('code').normalize('NFKC').replace(/\s/g, '');
  const again = (error: string): Outcome => ({ status: 422, page: createElement(SignInCode, { ctx, next, phoneMasked: shownPhone(posted('phone')), error }) });
  if (!code) return again(ctx.ui('fault.required', { field: ctx.t('sign_in.code') }));
  const signed = await ask(api.POST('/api/v1/sign-ins/{signInId}/confirm', { params: { path: { signInId: params.signInId ?? '' } }, body: { code: code.slice(0, 12) } }));
  if (!signed.ok) return signed.status >= 500 ? signed : again(signed.title);
  return { redirect: signed.data.kind === 'newcomer' ? withNext('/sign-in/who', next) : next };
}

async function whoPage({ ctx, me, query }: Visit): Promise<Outcome> {
  const next = localPath(query.get('next'));
  if (me.kind !== 'newcomer') return { redirect: me.kind === 'resident' ? next : '/sign-in' };
  return { page: createElement(SignInWho, { ctx, next, values: { name: '', number: '', faults: {} } }) };
}

async function declare({ ctx, me, api, posted }: Visit): Promise<Outcome> {
  const next = localPath(posted('next'));
  if (me.kind !== 'newcomer') return { redirect: me.kind === 'resident' ? next : '/sign-in' };
  const name = posted('name').slice(0, 80);
  const number = posted('number').normalize('NFKC').slice(0, 60);
  const again = (faults: { name?: string; number?: string }): Outcome => ({ status: 422, page: createElement(SignInWho, { ctx: at(ctx, '/sign-in/who'), next, values: { name, number, faults } }) });
  const required = (field: string) => ctx.ui('fault.required', { field });
  if (!name || !number) return again({ ...(name ? {} : { name: required(ctx.t('sign_in.name')) }), ...(number ? {} : { number: required(ctx.t('sign_in.number')) }) });
  const declared = await ask(api.POST('/api/v1/me/identity', { body: { name, number: number.padEnd(5) } }));
  if (declared.ok) return { redirect: next };
  if (declared.status >= 500) return declared;
  return again(declared.code === 'people.name_needed' ? { name: declared.title } : { number: declared.title });
}

async function signOut({ api, ctx }: Visit): Promise<Outcome> {
  const done = await ask(api.POST('/api/v1/me/sign-out'));
  const onward = done.ok ? done.data.onward : null;
  return onward === null ? { redirect: '/' } : { page: createElement(SignedOut, { ctx: { ...at(ctx, '/'), me: nobody }, onward }) };
}

/** Phone, code, and once in a life name and number. */
export const signInRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: '/sign-in', for: 'anyone', handle: phonePage },
  { method: 'POST', path: '/sign-in', for: 'anyone', handle: sendCode },
  { method: 'GET', path: '/sign-in/who', for: 'anyone', handle: whoPage },
  { method: 'POST', path: '/sign-in/who', for: 'newcomer', handle: declare },
  { method: 'GET', path: '/sign-in/:signInId', for: 'anyone', handle: codePage },
  { method: 'POST', path: '/sign-in/:signInId', for: 'anyone', handle: confirm },
  { method: 'POST', path: '/sign-out', for: 'newcomer', handle: signOut },
];
