import { createElement } from 'react';
import { languages } from '../../../contract/language.ts';
import { HallScreenPage } from '../pages/hall-screen.tsx';
import { ask, type Outcome, type Visit } from '../visit.ts';
import type { PortalRoute } from './portal-route.ts';

/** The page of a hall's screen. A screen has no hand to choose a language with: `?language=` in its address does. */
async function show(visit: Visit): Promise<Outcome> {
  const { api, ctx, params, query } = visit;
  const found = await ask(api.GET('/api/v1/halls/{institution}/screen', { params: { path: { institution: params.institution ?? '' } } }));
  if (!found.ok) return found.status === 400 ? { ...found, status: 404 } : found;
  const wanted = query.get('language');
  return { page: createElement(HallScreenPage, { ctx, screen: found.data, language: languages.find((one) => one === wanted) ?? ctx.language }) };
}

/** Screens that hang in halls: public. */
export const hallScreenRoutes: readonly PortalRoute[] = [{ method: 'GET', path: '/halls/:institution/screen', for: 'anyone', handle: show }];
