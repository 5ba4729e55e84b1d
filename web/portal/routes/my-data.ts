import { createElement } from 'react';
import { MyDataPage } from '../pages/my-data.tsx';
import { ask, commandIdOf, newCommandId, type Answer, type Outcome, type Visit } from '../visit.ts';
import type { PortalRoute } from './portal-route.ts';
import { seenSeqOf } from './received-files.ts';

async function page({ ctx, api }: Visit, refused: string | null): Promise<Outcome> {
  const mine = await ask(api.GET('/api/v1/me/data'));
  return mine.ok ? { status: refused ? 422 : 200, page: createElement(MyDataPage, { ctx, mine: mine.data, commandId: newCommandId(), refused }) } : mine;
}

/** A refusal is told on the page, beside what can be done; a fault is a page of its own. */
const after = async (visit: Visit, done: Answer<unknown>): Promise<Outcome> => (done.ok ? { redirect: '/my-data#erase' } : done.status >= 500 ? done : page(visit, done.title));

/** The copy is a download and no page: where it needs a fresh second factor, that is asked for first, and the link is there again afterwards. */
async function copy({ api }: Visit): Promise<Outcome> {
  const security = await ask(api.GET('/api/v1/me/security'));
  if (!security.ok) return security;
  return { redirect: security.data.isFresh ? '/api/v1/me/data/export' : `/step-up?next=${encodeURIComponent('/my-data')}` };
}

/** A resident's own data: what is kept, and the request to be forgotten. */
export const myDataRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: '/my-data', for: 'resident', handle: (visit) => page(visit, null) },
  { method: 'GET', path: '/my-data/copy', for: 'resident', handle: copy },
  { method: 'POST', path: '/my-data/erase', for: 'resident', handle: async (visit) => after(visit, await ask(visit.api.POST('/api/v1/me/data/erasure', { body: { commandId: commandIdOf(visit) } }))) },
  { method: 'POST', path: '/my-data/withdraw', for: 'resident', handle: async (visit) => after(visit, await ask(visit.api.POST('/api/v1/me/data/erasure/withdraw', { body: { commandId: commandIdOf(visit), seenSeq: seenSeqOf(visit) } }))) },
];
