import { createElement } from 'react';
import type { CommunityChoice } from '../../ui/community-field/community-field.tsx';
import type { Reply } from '../../ui/wire.ts';
import { Guide } from '../pages/guide.tsx';
import type { GuidePlace } from '../pages/guide-where.tsx';
import { Home, lifeEvents } from '../pages/home.tsx';
import { Items } from '../pages/items.tsx';
import { Start } from '../pages/start.tsx';
import { communityOf, findCommunities } from '../places.ts';
import { standingAnswers } from '../situation.ts';
import { ask, type Answer, type Outcome, type Visit } from '../visit.ts';
import type { PortalRoute } from './portal-route.ts';

async function home({ ctx, api, me }: Visit): Promise<Outcome> {
  const found = ask(api.GET('/api/v1/items', { params: { query: { bundles: 'only' } } }));
  if (me.kind !== 'resident') return { page: createElement(Home, { ctx, matters: null, drafts: [], bundles: itemsIn(await found) }) };
  const [matters, drafts, bundles] = await Promise.all([ask(api.GET('/api/v1/me/matters')), ask(api.GET('/api/v1/drafts')), found]);
  if (!matters.ok) return matters;
  return { page: createElement(Home, { ctx, matters: matters.data.matters, drafts: drafts.ok ? drafts.data.drafts : [], bundles: itemsIn(bundles) }) };
}

const itemsIn = (found: Answer<Reply<'searchItems'>>): Reply<'searchItems'>['items'] => (found.ok ? found.data.items : []);

async function search({ ctx, api, query }: Visit): Promise<Outcome> {
  const text = (query.get('text') ?? '').trim().slice(0, 60);
  const lifeEvent = lifeEvents.find((event) => event === query.get('lifeEvent'));
  const found = await ask(api.GET('/api/v1/items', { params: { query: { ...(text ? { text } : {}), ...(lifeEvent ? { lifeEvent } : {}) } } }));
  return found.ok ? { page: createElement(Items, { ctx, found: { text, lifeEvent, ...found.data } }) } : found;
}

/** An item by its code, whole. */
export function itemOf({ api }: Visit, taskCode: string): Promise<Answer<Reply<'getItem'>>> {
  return ask(api.GET('/api/v1/items/{taskCode}', { params: { path: { taskCode } } }));
}

async function placeOf({ ctx, api, query, places }: Visit): Promise<GuidePlace> {
  const text = (query.get('near') ?? '').trim();
  const found: readonly CommunityChoice[] | null = text ? await findCommunities(api, places, ctx.language, text) : null;
  const code = query.get('community') ?? (found?.length === 1 ? (found[0]?.code ?? '') : '');
  const community = await communityOf(api, places, ctx.language, code);
  if (!community) return { text, found, chosen: null };
  const units = await Promise.all([community.code, community.code.slice(0, 9), community.code.slice(0, 6)].map((one) => api.GET('/api/v1/units/{code}', { params: { path: { code: one } } })));
  const halls = units.flatMap((unit) => unit.data?.institutions ?? []).filter((institution) => institution.kind === 'hall');
  return { text, found: null, chosen: { name: community.name, halls } };
}

async function guide(visit: Visit): Promise<Outcome> {
  const { ctx, api, params, query } = visit;
  const taskCode = params.taskCode ?? '';
  const whole = await itemOf(visit, taskCode);
  if (!whole.ok) return whole;
  const { item } = whole.data;
  const handling = item.handling_items.find((one) => one.task_handle_item === query.get('item')) ?? item.handling_items[0];
  if (!handling) return { ok: false, status: 404, code: 'items.unknown', title: '', params: {}, errors: [] };
  const given = Object.fromEntries([...query].flatMap(([name, value]) => (name.startsWith('q.') ? [[name.slice(2), value] as const] : [])));
  const answers = standingAnswers(handling, given);
  const checked = Object.keys(answers).length === 0 ? null : await ask(api.POST('/api/v1/items/{taskCode}/handling-items/{handlingItem}/checklist', { params: { path: { taskCode, handlingItem: handling.task_handle_item } }, body: { answers } }));
  return { page: createElement(Guide, { ctx, guide: { ...whole.data, handling, answers, checklist: checked?.ok ? checked.data : null, place: await placeOf(visit) } }) };
}

async function start(visit: Visit): Promise<Outcome> {
  const { ctx, api, params } = visit;
  const whole = await itemOf(visit, params.taskCode ?? '');
  if (!whole.ok) return whole;
  const handling = whole.data.item.handling_items.find((one) => one.task_handle_item === params.handlingItem);
  if (!handling) return { ok: false, status: 404, code: 'items.unknown', title: '', params: {}, errors: [] };
  const [drafts, processing] = await Promise.all([ask(api.GET('/api/v1/drafts')), ask(api.GET('/api/v1/privacy/processing', { params: { query: { taskCode: whole.data.item.implementation_item.task_code } } }))]);
  if (!processing.ok) return processing;
  const unfinished = drafts.ok ? drafts.data.drafts.find((draft) => draft.taskCode === params.taskCode && draft.handlingItem === params.handlingItem) : undefined;
  return { page: createElement(Start, { ctx, item: whole.data.item, handling, unfinished: unfinished ?? null, processing: processing.data }) };
}

async function begin({ api, params }: Visit): Promise<Outcome> {
  const opened = await ask(api.POST('/api/v1/drafts', { body: { taskCode: params.taskCode ?? '', handlingItem: params.handlingItem ?? '' } }));
  return opened.ok ? { redirect: `/apply/${opened.data.draftId}` } : opened;
}

/** Finding an item and beginning with it. */
export const itemRoutes: readonly PortalRoute[] = [
  { method: 'GET', path: '/', for: 'anyone', handle: home },
  { method: 'GET', path: '/items', for: 'anyone', handle: search },
  { method: 'GET', path: '/items/:taskCode', for: 'anyone', handle: guide },
  { method: 'GET', path: '/items/:taskCode/:handlingItem/start', for: 'resident', handle: start },
  { method: 'POST', path: '/items/:taskCode/:handlingItem/start', for: 'resident', handle: begin },
];
