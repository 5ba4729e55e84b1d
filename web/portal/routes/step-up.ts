import { createElement } from 'react';
import { takesPasskeys } from '../pages/passkeys.tsx';
import { securityWords, StepUpCode, StepUpDone, StepUpPhone, type StepUpProps, type WaitingAct } from '../pages/step-up.tsx';
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
export async function stepUpFor(visit: Visit, next: string): Promise<Outcome> {
  const { ctx, request, body } = visit;
  if (request.method === 'GET' || body.files.length > 0) return { redirect: pageOf(next) };
  const fields = Object.fromEntries(Object.entries(body.fields).filter(([name]) => name !== 'csrf'));
  const act = { path: localPath(request.url), fields };
  return firstStep(visit, { ctx: at(ctx, pageOf(next)), next, act }, { status: 403 });
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

/** The first step; a passkey is asked for where the person has one. */
async function firstStep({ api }: Visit, kept: StepUpProps, shown: { status?: number; phone?: string; passkeyFault?: string } = {}): Promise<Outcome> {
  const security = takesPasskeys(kept.ctx) ? await ask(api.GET('/api/v1/me/security')) : undefined;
  const hasPasskey = security?.ok === true && security.data.ways.includes('passkey');
  return { status: shown.status ?? 200, page: createElement(StepUpPhone, { ...kept, phone: shown.phone ?? '', hasPasskey, passkeyFault: shown.passkeyFault }) };
}

const phonePage = (visit: Visit): Promise<Outcome> => firstStep(visit, { ctx: visit.ctx, next: localPath(visit.query.get('next')), act: undefined });

/** The first step again, after a passkey was refused. */
export const stepUpPage = (visit: Visit, passkeyFault: string, status = 422): Promise<Outcome> => firstStep(visit, along(visit), { status, passkeyFault });

/** Where somebody goes who has shown who he is: back, or to the act that waits. */
export function confirmed(visit: Visit): Outcome {
  const kept = along(visit);
  return kept.act ? { page: createElement(StepUpDone, { ...kept, act: kept.act }) } : { redirect: backTo(kept.next) };
}

async function sendCode(visit: Visit): Promise<Outcome> {
  const { ctx, api, posted } = visit;
  const kept = along(visit);
  const phone = posted('phone').normalize('NFKC').slice(0, 30);
  if (posted('again')) return firstStep(visit, kept);
  const again = (error: string, status = 422): Promise<Outcome> => firstStep(visit, { ...kept, error }, { status, phone });
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
  return confirmed(visit);
}

/** Showing again who one is, with a code by telephone: always open to residents, because it is what opens their sessions. Passkeys come in passkeys.ts. */
export const stepUpRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: '/step-up', for: 'resident', handle: phonePage },
  { method: 'POST', path: '/step-up', for: 'resident', handle: sendCode },
  { method: 'POST', path: '/step-up/code', for: 'resident', handle: confirm },
];
