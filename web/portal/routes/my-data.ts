import { createElement } from 'react';
import { consentScopes } from '../../../contract/consents.ts';
import { MyDataPage } from '../pages/my-data.tsx';
import { ask, commandIdOf, newCommandId, type Answer, type Outcome, type Visit } from '../visit.ts';
import type { PortalRoute } from './portal-route.ts';
import { seenSeqOf } from './received-files.ts';

async function page({ ctx, api }: Visit, refused: string | null): Promise<Outcome> {
  const [mine, consents] = await Promise.all([ask(api.GET('/api/v1/me/data')), ask(api.GET('/api/v1/me/consents'))]);
  if (!mine.ok) return mine;
  return consents.ok ? { status: refused ? 422 : 200, page: createElement(MyDataPage, { ctx, mine: mine.data, consents: consents.data, commandId: newCommandId(), refused }) } : consents;
}

/** A refusal is told on the page, beside what can be done; a fault is a page of its own. */
const after = async (visit: Visit, done: Answer<unknown>, part: 'erase' | 'consents' = 'erase'): Promise<Outcome> => (done.ok ? { redirect: `/my-data#${part}` } : done.status >= 500 ? done : page(visit, done.title));

/** The copy is a download and no page: where it needs a fresh second factor, that is asked for first, and the link is there again afterwards. */
async function copy({ api }: Visit): Promise<Outcome> {
  const security = await ask(api.GET('/api/v1/me/security'));
  if (!security.ok) return security;
  return { redirect: security.data.isFresh ? '/api/v1/me/data/export' : `/step-up?next=${encodeURIComponent('/my-data')}` };
}

/** Agreeing in the words that were shown, or taking back. A scope that is none was typed by hand. */
async function consent(visit: Visit, act: 'give' | 'withdraw'): Promise<Outcome> {
  const { api, posted, ctx } = visit;
  const scope = consentScopes.find((one) => one === posted('scope'));
  if (!scope) return { redirect: '/my-data#consents' };
  const commandId = commandIdOf(visit);
  const done = act === 'give' ? await ask(api.POST('/api/v1/me/consents/give', { body: { commandId, scope, language: ctx.language, textHash: posted('textHash') } })) : await ask(api.POST('/api/v1/me/consents/withdraw', { body: { commandId, scope } }));
  return after(visit, done, 'consents');
}

/** A resident's own data: what is kept, and the request to be forgotten. */
export const myDataRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: '/my-data', for: 'resident', handle: (visit) => page(visit, null) },
  { method: 'GET', path: '/my-data/copy', for: 'resident', handle: copy },
  { method: 'POST', path: '/my-data/consent/give', for: 'resident', handle: (visit) => consent(visit, 'give') },
  { method: 'POST', path: '/my-data/consent/withdraw', for: 'resident', handle: (visit) => consent(visit, 'withdraw') },
  { method: 'POST', path: '/my-data/erase', for: 'resident', handle: async (visit) => after(visit, await ask(visit.api.POST('/api/v1/me/data/erasure', { body: { commandId: commandIdOf(visit) } }))) },
  { method: 'POST', path: '/my-data/withdraw', for: 'resident', handle: async (visit) => after(visit, await ask(visit.api.POST('/api/v1/me/data/erasure/withdraw', { body: { commandId: commandIdOf(visit), seenSeq: seenSeqOf(visit) } }))) },
];
