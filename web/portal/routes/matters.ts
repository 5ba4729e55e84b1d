import { createElement } from 'react';
import { MatterPage, Withdraw } from '../pages/matter.tsx';
import { Mine } from '../pages/mine.tsx';
import { MessagesPage } from '../pages/plain.tsx';
import { Receipt, type Matter } from '../pages/receipt.tsx';
import { communityOf } from '../places.ts';
import { ask, commandIdOf, newCommandId, type Answer, type Outcome, type Visit } from '../visit.ts';
import type { PortalRoute } from './portal-route.ts';

/** The matter of this address, as its applicant sees it. */
export function matterOf({ api, params }: Visit): Promise<Answer<Matter>> {
  return ask(api.GET('/api/v1/matters/{matterId}', { params: { path: { matterId: params.matterId ?? '' } } }));
}

async function mine({ ctx, api }: Visit): Promise<Outcome> {
  const [matters, drafts] = await Promise.all([ask(api.GET('/api/v1/me/matters')), ask(api.GET('/api/v1/drafts'))]);
  if (!matters.ok) return matters;
  if (!drafts.ok) return drafts;
  return { page: createElement(Mine, { ctx, matters: matters.data.matters, drafts: drafts.data.drafts }) };
}

async function matter(visit: Visit): Promise<Outcome> {
  const { ctx, api, places, query } = visit;
  const path = { matterId: visit.params.matterId ?? '' };
  const [found, voices, proof] = await Promise.all([matterOf(visit), ask(api.GET('/api/v1/matters/{matterId}/evaluations', { params: { path } })), ask(api.GET('/api/v1/matters/{matterId}/proof', { params: { path } }))]);
  if (!found.ok) return found;
  const { form, formDefinition } = found.data;
  const codes = formDefinition.ui.pages.flatMap((page) => page.fields).filter((field) => field.widget === 'community').map((field) => String(form[field.name] ?? ''));
  const named = await Promise.all(codes.filter(Boolean).map((code) => communityOf(api, places, ctx.language, code)));
  const placeName = (code: string) => named.find((one) => one?.code === code)?.name ?? code;
  return { page: createElement(MatterPage, { ctx, matter: found.data, placeName, voices: voices.ok ? voices.data : undefined, proof: proof.ok ? proof.data : undefined, done: (['sent', 'handed', 'changed'] as const).find((one) => query.has(one)) }) };
}

async function receipt(visit: Visit): Promise<Outcome> {
  const found = await matterOf(visit);
  return found.ok ? { page: createElement(Receipt, { ctx: visit.ctx, matter: found.data }) } : found;
}

async function askWithdraw(visit: Visit): Promise<Outcome> {
  const found = await matterOf(visit);
  if (!found.ok) return found;
  if (!found.data.allowed.includes('withdraw')) return { redirect: `/matters/${found.data.matterId}` };
  return { page: createElement(Withdraw, { ctx: visit.ctx, matter: found.data, commandId: newCommandId() }) };
}

async function withdraw(visit: Visit): Promise<Outcome> {
  const { api, params, posted } = visit;
  const matterId = params.matterId ?? '';
  const done = await ask(api.POST('/api/v1/matters/{matterId}/withdraw', { params: { path: { matterId } }, body: { commandId: commandIdOf(visit), seenSeq: Math.max(1, Number(posted('seenSeq')) || 1) } }));
  if (done.ok) return { redirect: `/matters/${matterId}` };
  return done.status === 409 ? { redirect: `/matters/${matterId}?changed=1` } : done;
}

async function messages({ ctx, api }: Visit): Promise<Outcome> {
  const found = await ask(api.GET('/api/v1/me/messages'));
  return found.ok ? { page: createElement(MessagesPage, { ctx, messages: found.data.messages }) } : found;
}

/** What a person has with the city: matters, receipts, messages. */
export const matterRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: '/matters', for: 'resident', handle: mine },
  { method: 'GET', path: '/matters/:matterId', for: 'resident', handle: matter },
  { method: 'GET', path: '/matters/:matterId/receipt', for: 'resident', handle: receipt },
  { method: 'GET', path: '/matters/:matterId/withdraw', for: 'resident', handle: askWithdraw },
  { method: 'POST', path: '/matters/:matterId/withdraw', for: 'resident', handle: withdraw },
  { method: 'GET', path: '/messages', for: 'resident', handle: messages },
];
