import { createElement } from 'react';
import { securityWords, StepUpCode, StepUpDone, StepUpPhone, type WaitingAct } from '../pages/step-up.tsx';
import { ask, at, localPath, type Outcome, type Visit } from '../visit.ts';
import type { PortalRoute } from './portal-route.ts';

const pageOf = (next: string): string => `/step-up?next=${encodeURIComponent(next)}`;

/** Where somebody is back who has just shown who he is: the page says so. */
const backTo = (next: string): string => {
  const url = new URL(next, 'http://127.0.0.1');
  url.searchParams.set('confirmed', '1');
  return localPath(url.pathname + url.search + url.hash);
};

/**
 * In place of an act the API wants a fresh second factor for (`session.second_factor_needed`): asks for it. What was posted waits in the page; an upload does not,
 * its file cannot be put back into a form. `next` is a path of our own.
 */
export function stepUpFor({ ctx, request, body }: Visit, next: string): Outcome {
  if (request.method === 'GET' || body.files.length > 0) return { redirect: pageOf(next) };
  const fields = Object.fromEntries(Object.entries(body.fields).filter(([name]) => name !== 'csrf'));
  const act = { path: localPath(request.url), fields };
  return { status: 403, page: createElement(StepUpPhone, { ctx: at(ctx, pageOf(next)), next, act, phone: '' }) };
}

/** The act that waits, as the page before carried it; nothing where it was tampered with or there is none. */
function waitingAct(text: string): WaitingAct | undefined {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof read !== 'object' || read === null) return undefined;
  const { path, fields } = read as Partial<WaitingAct>;
  if (typeof path !== 'string' || path === '/' || localPath(path) !== path || typeof fields !== 'object' || fields === null) return undefined;
  const sound = Object.values(fields).every((values) => Array.isArray(values) && values.every((value) => typeof value === 'string'));
  return sound ? { path, fields } : undefined;
}

/** What every step carries along. */
function along({ ctx, posted }: Visit) {
  const next = localPath(posted('next'));
  return { ctx: at(ctx, pageOf(next)), next, act: waitingAct(posted('act')) };
}

async function phonePage({ ctx, query }: Visit): Promise<Outcome> {
  return { page: createElement(StepUpPhone, { ctx, next: localPath(query.get('next')), act: undefined, phone: '' }) };
}

async function sendCode(visit: Visit): Promise<Outcome> {
  const { ctx, api, posted } = visit;
  const kept = along(visit);
  const phone = posted('phone').normalize('NFKC').slice(0, 30);
  if (posted('again')) return { page: createElement(StepUpPhone, { ...kept, phone: '' }) };
  const again = (error: string, status = 422): Outcome => ({ status, page: createElement(StepUpPhone, { ...kept, phone, error }) });
  if (!phone) return again(ctx.ui('fault.required', { field: ctx.t('sign_in.phone') }));
  const sent = await ask(api.POST('/api/v1/sign-ins', { body: { phone, language: ctx.language } }));
  if (!sent.ok) return sent.status >= 500 && sent.status !== 503 ? sent : again(sent.title, sent.status);
  return { page: createElement(StepUpCode, { ...kept, signInId: sent.data.signInId, phoneMasked: sent.data.phoneMasked }) };
}

async function confirm(visit: Visit): Promise<Outcome> {
  const { ctx, api, posted } = visit;
  const kept = along(visit);
  const code = posted('code').normalize('NFKC').replace(/\s/g, '').slice(0, 12);
  const signInId = posted('signInId');
  const again = (error: string): Outcome => ({ status: 422, page: createElement(StepUpCode, { ...kept, signInId, phoneMasked: posted('sentTo').slice(0, 30), error }) });
  if (!code) return again(ctx.ui('fault.required', { field: ctx.t('sign_in.code') }));
  const shown = await ask(api.POST('/api/v1/me/second-factor', { body: { way: 'phone_code', code, signInId } }));
  if (!shown.ok) return shown.status >= 500 ? shown : again(shown.code === 'factors.wrong' ? securityWords(ctx)('again.not_yours') : shown.title);
  return kept.act ? { page: createElement(StepUpDone, { ...kept, act: kept.act }) } : { redirect: backTo(kept.next) };
}

/** Showing again who one is, with a code by telephone: always open to residents, because it is what opens their sessions. */
export const stepUpRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: '/step-up', for: 'resident', handle: phonePage },
  { method: 'POST', path: '/step-up', for: 'resident', handle: sendCode },
  { method: 'POST', path: '/step-up/code', for: 'resident', handle: confirm },
];
